//! The kept texts of sources that have pages: which they are, where they stand, and how they are divided.
//!
//! [`SourceTexts`] is made before pages are planned. A page that depends on it hashes what it uses of it, so that nothing
//! is recorded where no text is published.

use std::collections::BTreeMap;
use std::hash::Hash;

use rayon::prelude::*;
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, Statement, StatementId};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::{InputId, Inputs, ReadError, Span};

mod links;
mod marked;
pub(crate) mod page;
mod parts;

pub(crate) use links::{InText, in_texts};

/// The name of these pages in `[outputs]`.
const OUTPUT: &str = "source-texts";

/// The folder of kept texts.
const FOLDER: &str = "sources/";

/// The kept texts that have pages, by their files.
#[derive(Debug, Default)]
pub struct SourceTexts(BTreeMap<InputId, SourceText>);

/// A kept text that has a page.
#[derive(Debug)]
pub(crate) struct SourceText {
    /// Of its first part.
    pub(crate) address: Address,
    /// The statements that name it as a source, in the order of their dates, with the position of the source; none that
    /// were withdrawn.
    pub(crate) named: Vec<(StatementId, usize)>,
    /// Where its parts begin, in bytes of the text; the first at 0.
    starts: Vec<usize>,
}

/// What the sources of a chronicle say of a kept text.
#[derive(Default)]
struct Said {
    is_refused: bool,
    is_allowed: bool,
    named: Vec<(StatementId, usize)>,
}

impl SourceTexts {
    /// The texts that may be published. What a source says goes before what the site says; where one source refuses, no
    /// other can allow it. Only texts of more than one part are read.
    ///
    /// # Errors
    /// [`ReadError`] where such a text cannot be read.
    pub(crate) fn of(
        chronicle: &Chronicle,
        inputs: &Inputs,
        config: &Config,
    ) -> Result<Checked<SourceTexts>, ReadError> {
        let mut findings = Vec::new();
        let ids: Vec<StatementId> = chronicle.statements().collect();
        let allows = |source: &TextOr<Source>| mapped(source).is_some_and(|source| source.publish == Some(true));
        let is_allowed = |id: &StatementId| chronicle[*id].entry.fields.sources.as_slice().iter().any(allows);
        let is_wanted = config.outputs.has(OUTPUT) && (config.sources.publish || ids.par_iter().any(is_allowed));
        if !is_wanted {
            return Ok(Checked { value: SourceTexts::default(), findings });
        }
        let mut texts = said(chronicle, inputs, &ids);
        texts.retain(|_, text| {
            let may_be = text.is_allowed || config.sources.publish;
            may_be && !text.is_refused && !text.named.is_empty()
        });
        let mut published = Vec::with_capacity(texts.len());
        for (input, text) in texts {
            match address(inputs.get(input).path()) {
                Some(address) => published.push((input, address, text.named)),
                None => findings.push(bad_name(input)),
            }
        }
        let divided = |(input, address, named)| -> Result<(InputId, SourceText), ReadError> {
            Ok((input, SourceText { address, named, starts: starts(inputs, input)? }))
        };
        let texts: Result<BTreeMap<InputId, SourceText>, ReadError> = published.into_par_iter().map(divided).collect();
        Ok(Checked { value: SourceTexts(texts?), findings })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (InputId, &SourceText)> {
        self.0.iter().map(|(input, text)| (*input, text))
    }

    pub(crate) fn get(&self, input: InputId) -> Option<&SourceText> {
        self.0.get(&input)
    }

    /// The text of a source, where it has a page.
    pub(crate) fn of_source(&self, inputs: &Inputs, source: &Source) -> Option<&SourceText> {
        if self.is_empty() { None } else { self.get(input_of(inputs, source)?) }
    }

    /// The texts of the sources of a statement that have pages, by the positions of the sources; none of one that was
    /// withdrawn.
    pub(crate) fn of_statement(&self, inputs: &Inputs, statement: &Statement) -> BTreeMap<usize, &SourceText> {
        if self.is_empty() || statement.is_withdrawn() {
            return BTreeMap::new();
        }
        let sources = statement.entry.fields.sources.as_slice().iter().enumerate();
        sources.filter_map(|(position, source)| Some((position, self.of_source(inputs, mapped(source)?)?))).collect()
    }

    /// Hashes what the page of a statement uses of its texts.
    pub(crate) fn hash_of(&self, inputs: &Inputs, statement: &Statement, hash: &mut Xxh3) {
        for (position, text) in self.of_statement(inputs, statement) {
            (position, text.address.as_str(), &text.starts).hash(hash);
        }
    }
}

impl SourceText {
    /// How many parts it has.
    pub(crate) fn parts(&self) -> usize {
        self.starts.len()
    }

    /// The address of a part, from 0 on.
    pub(crate) fn part_address(&self, part: usize) -> Address {
        if part == 0 { self.address.clone() } else { self.address.below(&format!("part-{}", part + 1)) }
    }

    /// The part that has a byte of the text.
    pub(crate) fn part_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Where a part begins, and where the next one does.
    fn range(&self, part: usize) -> (usize, Option<usize>) {
        (self.starts.get(part).copied().unwrap_or_default(), self.starts.get(part + 1).copied())
    }
}

/// What the sources say of each kept text.
fn said(chronicle: &Chronicle, inputs: &Inputs, ids: &[StatementId]) -> BTreeMap<InputId, Said> {
    let mut texts: BTreeMap<InputId, Said> = BTreeMap::new();
    for id in ids {
        let statement = &chronicle[*id];
        for (position, source) in statement.entry.fields.sources.as_slice().iter().enumerate() {
            let Some(source) = mapped(source) else { continue };
            let Some(input) = input_of(inputs, source) else { continue };
            let text = texts.entry(input).or_default();
            text.is_refused |= source.publish == Some(false);
            // A record that was withdrawn publishes nothing.
            if !statement.is_withdrawn() {
                text.is_allowed |= source.publish == Some(true);
                text.named.push((*id, position));
            }
        }
    }
    texts
}

/// A source that is more than an address.
fn mapped(source: &TextOr<Source>) -> Option<&Source> {
    match source {
        TextOr::Map(source) => Some(source),
        TextOr::Text(_) => None,
    }
}

/// The file of the kept text of a source.
fn input_of(inputs: &Inputs, source: &Source) -> Option<InputId> {
    let path = source.text.as_ref()?.as_str();
    if path.starts_with(FOLDER) { inputs.find(&format!("content/{path}")) } else { None }
}

/// Where the parts of a text begin.
fn starts(inputs: &Inputs, input: InputId) -> Result<Vec<usize>, ReadError> {
    // A small text is one part whatever is in it.
    if inputs.get(input).stamp().is_some_and(|stamp| stamp.size <= parts::PART as u64) {
        return Ok(vec![0]);
    }
    let bytes = inputs.bytes(input)?;
    Ok(if bytes.len() <= parts::PART { vec![0] } else { parts::starts(&String::from_utf8_lossy(&bytes)) })
}

/// The address of a text by the path of its file, which is in the folder of kept texts; none where its name has characters
/// that mean something in an address, are not seen, or are written in several ways.
fn address(path: &str) -> Option<Address> {
    let name = path.strip_prefix("content/")?.strip_prefix(FOLDER)?;
    let name = name.strip_suffix(".txt").unwrap_or(name);
    let is_plain =
        |letter: char| letter.is_alphanumeric() || is_combining_mark(letter) || matches!(letter, '-' | '_' | '.' | '/');
    name.chars().all(is_plain).then(|| Address::page(std::iter::once("sources").chain(name.split('/'))))
}

fn bad_name(input: InputId) -> Diagnostic {
    let message = "the text has a page, and its name other characters than letters, digits, `-`, `_` and `.`";
    let help = "rename the file, and write its name as `text` of the sources; or write `publish: false` there";
    Diagnostic::error(Code::BadFileName, Span::file(input), message).help(Some(help.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{SourceText, address};

    #[test]
    fn the_name_of_a_file_becomes_an_address_if_it_is_plain() {
        let of = |path: &str| address(&format!("content/sources/{path}")).map(|address| address.to_string());
        for (path, expected) in [
            ("2023-03-06-tass.txt", "/sources/2023-03-06-tass/"),
            ("2023/tass.txt", "/sources/2023/tass/"),
            ("report.text", "/sources/report.text/"),
            ("تقرير.txt", "/sources/تقرير/"),
            ("cafe\u{301}_1.txt", "/sources/cafe\u{301}_1/"),
        ] {
            assert_eq!(of(path).as_deref(), Some(expected), "{path}");
        }
        for path in
            ["a b.txt", "a%20b.txt", "a?b.txt", "a#b.txt", "a\\b.txt", "a\u{202e}b.txt", "a\u{200b}b.txt", "a\nb"]
        {
            assert_eq!(of(path), None, "{path:?}");
        }
        assert_eq!(address("content/statements/a.md"), None);
    }

    #[test]
    fn a_place_is_in_one_part() {
        let address = address("content/sources/a.txt").expect("a plain name");
        let text = SourceText { address, named: Vec::new(), starts: vec![0, 10, 25] };
        let parts = [0, 9, 10, 24, 25, 99].map(|at| text.part_of(at));
        assert_eq!(parts, [0, 0, 1, 1, 2, 2]);
        let addresses = [0, 2].map(|part| text.part_address(part).to_string());
        assert_eq!(addresses, ["/sources/a/", "/sources/a/part-3/"]);
        assert_eq!([text.range(1), text.range(2)], [(10, Some(25)), (25, None)]);
    }
}
