//! What a browser finds in the files is what stands in the texts.

mod browser;
mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::layout::{LIMITS, Limits};
use super::number::Number;
use super::{Facet, File, Index, Kept, Statement, StoredFields, Terms, Text, Value, Vocabulary};
use browser::Browser;
use corpus::{Corpus, Random, Said};

/// Parts so small that a thousand statements have all kinds of files.
const SMALL: Limits = Limits { partition: [600, 800, 1_600], alone: 120, together: 400 };

/// The files of a chronicle by its index, made by so many threads; of the partitions that are asked for.
fn files(
    index: &Index,
    corpus: &Corpus,
    threads: usize,
    wanted: impl Fn(usize) -> bool + Sync,
) -> BTreeMap<String, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let partitions: Vec<usize> = (0..index.partitions()).filter(|partition| wanted(*partition)).collect();
        let folded = index.fold(partitions.clone());
        let mut files: Vec<File> = Vec::new();
        for partition in partitions {
            let made = index.make(partition, &folded);
            let paths: Vec<String> = made.iter().map(|(path, _)| path.clone()).collect();
            assert_eq!(paths, index.partition_files(partition));
            files.extend(made);
        }
        let fields = |at| StoredFields { address: format!("statements/{at}/"), ..StoredFields::default() };
        files.extend(index.stored_files().map(|(path, at)| (path, index.stored(at, fields))));
        let facet = facet(corpus, index.numbers());
        let label = |topic| format!("Topic {topic}");
        files.extend((0..facet.list_files()).map(|at| (facet.list_path(at), facet.lists(at).to_vec())));
        files.push((facet.path(), facet.directory(label)));
        files.push(("index.json".to_owned(), index.directory(&"en".parse().unwrap(), &[&facet])));
        let count = files.len();
        let files: BTreeMap<_, _> = files.into_iter().collect();
        assert_eq!(files.len(), count, "two files have one name");
        files
    })
}

/// The index of a chronicle, with the words that an earlier one had.
fn index(limits: Limits, corpus: &Corpus, before: &Kept) -> Index {
    let vocabulary = Vocabulary::of(before.words().clone());
    let statements = statements(corpus, &vocabulary);
    Index::with(limits, vocabulary.into_words(), statements, before).unwrap()
}

/// All files of a chronicle.
fn all_files(limits: Limits, corpus: &Corpus) -> BTreeMap<String, Vec<u8>> {
    files(&index(limits, corpus, &Kept::default()), corpus, 2, |_| true)
}

fn statements(corpus: &Corpus, vocabulary: &Vocabulary) -> Vec<Statement> {
    let mut reader = vocabulary.reader();
    let mut read = |said: &Said| {
        let (mut head, mut body) = (Terms::default(), Terms::default());
        reader.block(&said.language, &said.title, &mut head);
        said.blocks.iter().for_each(|block| reader.block(&said.language, block, &mut body));
        let text = |terms| Text { source: 0, terms: Arc::new(terms) };
        Statement { day: said.day, head: text(head), body: text(body) }
    };
    corpus.0.iter().map(&mut read).collect()
}

fn facet(corpus: &Corpus, numbers: &[Number]) -> Facet {
    let value = |topic: u32| Value {
        id: format!("topic-{topic}"),
        broader: None,
        statements: (0..).zip(&corpus.0).filter(|(_, said)| said.topics.contains(&topic)).map(|(at, _)| at).collect(),
    };
    Facet::of("topic", (0..10).map(value).collect(), numbers)
}

#[test]
fn what_is_found_is_what_stands_in_the_texts() {
    let corpus = Corpus::random(1, 1_000);
    let files = all_files(SMALL, &corpus);
    assert!(files.keys().filter(|name| name.contains(".n.bin")).count() > 3, "no stem is alone");
    assert!(files.keys().filter(|name| name.contains("-0.bin")).count() > 3, "no stem has buckets");
    let browser = Browser::of(&files);
    let mut random = Random(5);
    let mut hits = 0;
    for _ in 0..150 {
        let said = &corpus.0[random.below(1_000) as usize];
        let count = 1 + random.below(3) as usize;
        let words: Vec<String> = (0..count).filter_map(|_| said.any_word(&mut random)).collect();
        let found = browser.all(&words);
        assert_eq!(found, corpus.with_all(&words), "{words:?}");
        hits += found.len();
        let topic = random.below(10) as u32;
        let chosen = browser.facet("topic", &format!("topic-{topic}"));
        assert_eq!(chosen, corpus.scan(|said| said.topics.contains(&topic)));
        let prefix: String = words[0].chars().take(3).collect();
        assert_eq!(browser.prefix(&prefix), corpus.with_prefix(&prefix), "{prefix}*");
    }
    assert!(hits > 2_000, "only {hits} hits");
    assert_eq!(browser.all(&["nobodyhassaidthis".to_owned()]), []);
    for number in corpus.numbers() {
        assert!(browser.stored(number).is_some(), "{number:?}");
    }
}

#[test]
fn phrases_are_found_wherever_they_stand() {
    let corpus = Corpus::random(2, 1_000);
    let files = all_files(SMALL, &corpus);
    let browser = Browser::of(&files);
    let mut random = Random(6);
    let (mut found, mut right) = (0, 0);
    for _ in 0..200 {
        let said = &corpus.0[random.below(1_000) as usize];
        let Some(phrase) = said.any_phrase(&mut random) else { continue };
        let hits: BTreeSet<Number> = browser.phrase(&phrase).into_iter().collect();
        let expected: BTreeSet<Number> = corpus.with_phrase(&phrase).into_iter().collect();
        assert!(expected.is_subset(&hits), "{phrase:?} is not found everywhere");
        if phrase.iter().filter(|word| !browser.is_stop_word(word)).count() == 2 {
            found += hits.len();
            right += expected.len();
        }
    }
    assert!(right > 200, "only {right} were looked for");
    assert!(right * 100 >= found * 99, "{right} of {found} are right");
}

#[test]
fn the_same_is_made_by_any_number_of_threads_and_in_any_order_of_reading() {
    let corpus = Corpus::random(3, 400);
    let one = files(&index(SMALL, &corpus, &Kept::default()), &corpus, 1, |_| true);
    // What was counted is counted again where it is not there any more.
    let counted_again = index(SMALL, &corpus, &Kept::default());
    counted_again.free_counts();
    assert_eq!(one, files(&counted_again, &corpus, 2, |_| true));
    let others = index(SMALL, &Corpus::random(4, 300), &Kept::default()).kept();
    assert_eq!(one, files(&index(SMALL, &corpus, &others), &corpus, 3, |_| true));
    let nothing = all_files(LIMITS, &Corpus(Vec::new()));
    assert_eq!(nothing.len(), 7, "{:?}", nothing.keys());
}

/// After any edits, what is made of the partitions that changed, beside the files there were, is what a clean build makes.
#[test]
fn partitions_that_did_not_change_need_not_be_made() {
    let mut random = Random(9);
    let mut corpus = Corpus::random(5, 300);
    let first = index(SMALL, &corpus, &Kept::default());
    let (mut before, mut kept) = (files(&first, &corpus, 2, |_| true), first.kept());
    let mut spared = 0;
    for run in 2..17 {
        corpus.edit(&mut random);
        // What is kept is what was written and read again.
        let (words, statements) = kept.parts();
        let (words, statements) = (bitcode::encode(words), statements.map(bitcode::encode).collect::<Vec<_>>());
        let read = Kept::of_parts(&words, &statements, |part| Some(part)).unwrap();
        let next = index(SMALL, &corpus, &read);
        let is_new = |partition| next.version(partition) == run;
        spared += (0..next.partitions()).filter(|partition| !is_new(*partition)).count();
        before.extend(files(&next, &corpus, 2, is_new));
        let clean = all_files(SMALL, &corpus);
        before.retain(|path, _| clean.contains_key(path));
        assert_eq!(before.len(), clean.len());
        for (path, bytes) in &clean {
            assert!(before.get(path) == Some(bytes), "{path} is not that of a clean build");
        }
        kept = next.kept();
    }
    assert!(spared > 100, "only {spared} partitions were not made again");
}

/// A partition that was made of other words has another version, whatever is forgotten between runs.
#[test]
fn versions_are_never_used_twice() {
    let corpus = Corpus::random(7, 50);
    let kept = index(SMALL, &corpus, &Kept::default()).kept();
    let again = index(SMALL, &corpus, &kept.emptied());
    assert!((0..again.partitions()).all(|partition| again.version(partition) == 2));
    let kept = again.kept();
    let same = index(SMALL, &corpus, &kept);
    assert!((0..same.partitions()).all(|partition| same.version(partition) == 2));
}
