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

use chronicle::entry::date::Date;
use chronicle::language::Language;
use chronicle::search::{Card, Day, Facet, Index, Statement, Terms, Value, Vocabulary};
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
    let terms =
        given.iter().map(|(_, statement)| terms(&vocabulary, &site, statement)).collect::<Result<Vec<_>, _>>()?;
    let statements: Vec<Statement<'_>> =
        given.iter().zip(&terms).map(|((day, _), (head, body))| Statement { day: *day, head, body }).collect();
    let write = |(name, bytes): (String, Vec<u8>)| {
        let path = Path::new(folder).join("search").join(name);
        path.parent().map(fs::create_dir_all);
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    vocabulary.look(|words| {
        let index = Index::of(words, &statements).ok_or("too many of one day")?;
        index.make(&(0..index.shards()).collect::<Vec<_>>(), &write);
        index.cards(&|at| card(&given[at].1), &write);
        index.rest(&site, &facets(&given), &write);
        Ok(())
    })
}

fn terms(vocabulary: &Vocabulary, site: &Language, statement: &Given) -> Result<(Terms, Terms), Box<dyn Error>> {
    let language: Language = statement.language.parse().map_err(|_| statement.language.clone())?;
    let (mut head, mut body) = (Terms::default(), Terms::default());
    let mut reader = vocabulary.reader();
    reader.block(site, &statement.title, &mut head);
    if !statement.withdrawn {
        let blocks: BTreeSet<&String> = statement.speakers.iter().chain(&statement.labels).collect();
        blocks.into_iter().for_each(|block| reader.block(site, block, &mut head));
        statement.text.iter().for_each(|block| reader.block(&language, block, &mut body));
    }
    Ok((head, body))
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
    }
}

fn facets(given: &[(Day, Given)]) -> Vec<Facet> {
    let mut facets: BTreeMap<&str, BTreeMap<&str, Vec<u32>>> = BTreeMap::new();
    for ((_, statement), at) in given.iter().zip(0..) {
        for (name, values) in &statement.facets {
            for value in values {
                facets.entry(name).or_default().entry(value).or_default().push(at);
            }
        }
    }
    facets
        .into_iter()
        .map(|(name, values)| Facet {
            name: name.to_owned(),
            values: values
                .into_iter()
                .map(|(id, statements)| Value {
                    id: id.to_owned(),
                    label: id.replace('-', " "),
                    broader: None,
                    statements,
                })
                .collect(),
        })
        .collect()
}
