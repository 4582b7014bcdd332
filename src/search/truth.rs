//! What a browser finds in the files is what stands in the texts.

mod browser;
mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use super::layout::{LIMITS, Limits};
use super::number::Number;
use super::{Card, Facet, File, Index, Statement, Terms, Value, Vocabulary};
use browser::Browser;
use corpus::{Corpus, Random, Said};

/// Parts so small that a thousand statements have all kinds of files.
const SMALL: Limits = Limits { shard: [600, 800, 1_600], alone: 120, together: 400 };

/// The files of a chronicle, made by so many threads.
fn files(limits: Limits, corpus: &Corpus, vocabulary: &Vocabulary, threads: usize) -> BTreeMap<String, Vec<u8>> {
    let terms = terms(corpus, vocabulary);
    let files: Mutex<Vec<File>> = Mutex::default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        vocabulary.look(|words| {
            let index = Index::with(limits, words, &statements(corpus, &terms)).unwrap();
            let give = |file| files.lock().unwrap().push(file);
            let shards: Vec<usize> = (0..index.shards()).collect();
            index.make(&shards, &give);
            index.cards(&|at| Card { address: format!("s/{at}/"), ..Card::default() }, &give);
            index.rest(&"en".parse().unwrap(), &facets(corpus), &give);
            let mut planned: Vec<String> = shards.iter().flat_map(|shard| index.shard_files(*shard)).collect();
            planned.sort();
            let mut made: Vec<String> = files.lock().unwrap().iter().map(|(name, _)| name.clone()).collect();
            made.retain(|name| ["d/", "p/", "n/", "l/"].iter().any(|folder| name.starts_with(folder)));
            made.sort();
            assert_eq!(made, planned);
        });
    });
    let files = files.into_inner().unwrap();
    let count = files.len();
    let files: BTreeMap<_, _> = files.into_iter().collect();
    assert_eq!(files.len(), count, "two files have one name");
    files
}

fn terms(corpus: &Corpus, vocabulary: &Vocabulary) -> Vec<(Terms, Terms)> {
    let mut reader = vocabulary.reader();
    let mut read = |said: &Said| {
        let mut terms = (Terms::default(), Terms::default());
        reader.block(&said.language, &said.title, &mut terms.0);
        said.blocks.iter().for_each(|block| reader.block(&said.language, block, &mut terms.1));
        terms
    };
    corpus.0.iter().map(&mut read).collect()
}

fn statements<'a>(corpus: &Corpus, terms: &'a [(Terms, Terms)]) -> Vec<Statement<'a>> {
    let statement = |(said, (head, body)): (&Said, &'a (Terms, Terms))| Statement { day: said.day, head, body };
    corpus.0.iter().zip(terms).map(statement).collect()
}

fn facets(corpus: &Corpus) -> Vec<Facet> {
    let value = |topic: u32| Value {
        id: format!("topic-{topic}"),
        label: format!("Topic {topic}"),
        broader: None,
        statements: (0..).zip(&corpus.0).filter(|(_, said)| said.topics.contains(&topic)).map(|(at, _)| at).collect(),
    };
    vec![Facet { name: "topic".to_owned(), values: (0..10).map(value).collect() }]
}

#[test]
fn what_is_found_is_what_stands_in_the_texts() {
    let corpus = Corpus::random(1, 1_000);
    let files = files(SMALL, &corpus, &Vocabulary::default(), 2);
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
        assert!(browser.card(number).is_some(), "{number:?}");
    }
}

#[test]
fn phrases_are_found_wherever_they_stand() {
    let corpus = Corpus::random(2, 1_000);
    let files = files(SMALL, &corpus, &Vocabulary::default(), 2);
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
    let one = files(SMALL, &corpus, &Vocabulary::default(), 1);
    let vocabulary = Vocabulary::default();
    terms(&Corpus::random(4, 300), &vocabulary);
    assert_eq!(one, files(SMALL, &corpus, &vocabulary, 3));
    let nothing = files(LIMITS, &Corpus(Vec::new()), &vocabulary, 2);
    assert_eq!(nothing.len(), 7, "{:?}", nothing.keys());
}

/// After any edits, what is made of the shards that changed, beside the files there were, is what a clean build makes.
#[test]
fn what_did_not_change_need_not_be_made() {
    let vocabulary = Vocabulary::default();
    let mut random = Random(9);
    let mut corpus = Corpus::random(5, 300);
    let mut before = files(SMALL, &corpus, &vocabulary, 2);
    let mut spared = 0;
    for _ in 0..15 {
        let old = Corpus(corpus.0.clone());
        corpus.edit(&mut random);
        let (old_terms, new_terms) = (terms(&old, &vocabulary), terms(&corpus, &vocabulary));
        let clean = files(SMALL, &corpus, &vocabulary, 2);
        let made: Mutex<Vec<File>> = Mutex::default();
        vocabulary.look(|words| {
            let index = Index::with(SMALL, words, &statements(&corpus, &new_terms)).unwrap();
            let changed = index.changed(&statements(&old, &old_terms)).unwrap();
            spared += index.shards() - changed.len();
            index.make(&changed, &|file| made.lock().unwrap().push(file));
        });
        let of_words = |name: &String| !name.starts_with("c/") && !name.starts_with("f/") && name != "index.json";
        let mut patched = before;
        patched.extend(made.into_inner().unwrap());
        patched.retain(|name, _| clean.contains_key(name));
        for (name, bytes) in clean.iter().filter(|(name, _)| of_words(name)) {
            assert!(patched.get(name) == Some(bytes), "{name} is not that of a clean build");
        }
        before = clean;
    }
    assert!(spared > 100, "only {spared} shards were not made again");
}
