//! Writes the files of search for statements that are given as JSON, for the tests beside this file.
//!
//! `search-files CORPUS FOLDER`: CORPUS is a file with a statement a line,
//! `{"address", "date", "language", "title", "speakers": [], "labels": [], "text": [], "withdrawn", "long", "facets": {"topic": []}}`;
//! `text` are the blocks of its body. The files go to `FOLDER/search/`.
#![allow(clippy::disallowed_methods, reason = "it is no part of the program, and writes where the tests say")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chronicle::entry::date::Date;
use chronicle::language::Language;
use chronicle::search::{Card, Day, Facet, File, Index, Kept, Number, Statement, Terms, Text, Value, Vocabulary};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    address: String,
    date: String,
    language: String,
    title: String,
    speakers: Vec<String>,
    labels: Vec<String>,
    text: Vec<String>,
    withdrawn: bool,
    /// The summary that is shown in place of an excerpt.
    long: Option<String>,
    facets: BTreeMap<String, Vec<String>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [corpus, folder] = arguments.as_slice() else { return Err("search-files CORPUS FOLDER".into()) };
    let corpus = fs::read_to_string(corpus)?;
    let mut given: Vec<(Day, Given)> = Vec::new();
    for line in corpus.lines() {
        let statement: Given = serde_json::from_str(line)?;
        given.push((Day::of(&statement.date.parse::<Date>().map_err(|_| statement.date.clone())?), statement));
    }
    given.sort_by(|one, other| (one.0, &one.1.address).cmp(&(other.0, &other.1.address)));
    let site: Language = "en".parse().map_err(|_| "en")?;
    let vocabulary = Vocabulary::default();
    let statement = |(day, given): &(Day, Given)| statement(&vocabulary, &site, *day, given);
    let statements = given.iter().map(statement).collect::<Result<Vec<_>, _>>()?;
    let index = Index::of(vocabulary.into_words(), statements, &Kept::default()).ok_or("too many of one day")?;
    let folded = index.fold((0..index.shards()).collect());
    let facets = facets(&given, index.numbers());
    let mut files: Vec<File> = (0..index.shards()).flat_map(|shard| index.make(shard, &folded)).collect();
    files.extend(index.card_files().map(|(path, at)| (path, index.cards(at, |at| card(&given[at].1)))));
    for facet in &facets {
        files.extend(facet.packs().map(|(path, bytes)| (path, bytes.to_vec())));
        let labels = facet.values().map(|value| value.id.replace('-', " "));
        files.push((facet.path(), facet.directory(labels)));
    }
    files.push(("index.json".to_owned(), index.directory(&site, &facets.iter().collect::<Vec<_>>())));
    for (name, bytes) in files {
        let path = Path::new(folder).join("search").join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, bytes)?;
    }
    Ok(())
}

fn statement(vocabulary: &Vocabulary, site: &Language, day: Day, given: &Given) -> Result<Statement, Box<dyn Error>> {
    let language: Language = given.language.parse().map_err(|_| given.language.clone())?;
    let (mut head, mut body) = (Terms::default(), Terms::default());
    let mut reader = vocabulary.reader();
    reader.block(site, &given.title, &mut head);
    if !given.withdrawn {
        let blocks: BTreeSet<&String> = given.speakers.iter().chain(&given.labels).collect();
        blocks.into_iter().for_each(|block| reader.block(site, block, &mut head));
        given.text.iter().for_each(|block| reader.block(&language, block, &mut body));
    }
    let text = |terms| Text { source: 0, terms: Arc::new(terms) };
    Ok(Statement { day, head: text(head), body: text(body) })
}

fn card(statement: &Given) -> Card {
    Card {
        address: statement.address.clone(),
        date: statement.date.clone(),
        shown: statement.date.clone(),
        title: statement.title.clone(),
        speakers: statement.speakers.join(", "),
        language: if statement.language == "en" { String::new() } else { statement.language.clone() },
        is_withdrawn: statement.withdrawn,
        summary: statement.long.clone(),
        anchors: None,
    }
}

fn facets(given: &[(Day, Given)], numbers: &[Number]) -> Vec<Facet> {
    let mut facets: BTreeMap<&str, BTreeMap<&str, Vec<u32>>> = BTreeMap::new();
    for ((_, statement), at) in given.iter().zip(0..) {
        for (name, values) in &statement.facets {
            for value in values {
                facets.entry(name).or_default().entry(value).or_default().push(at);
            }
        }
    }
    let value = |(id, statements): (&str, Vec<u32>)| Value { id: id.to_owned(), broader: None, statements };
    let facet = |(name, values): (&str, BTreeMap<&str, Vec<u32>>)| {
        Facet::of(name.to_owned().leak(), values.into_iter().map(value).collect(), numbers)
    };
    facets.into_iter().map(facet).collect()
}
