//! Lists of loaded words: `wording/<language>.toml` of the themes and of the site.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use xxhash_rust::xxh3::Xxh3;

use super::prose::ProseWords;
use crate::config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::{Step, invalid, toml};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::Language;

/// Why a word is not neutral: the tables of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Uses the vocabulary of one side.
    Loaded,
    /// It praises.
    Praise,
    /// It blames.
    Blame,
    /// It tells of an opinion and not whose it is.
    Vague,
    /// It says how something is to be taken.
    Comment,
}

/// A word list file: tables of phrases with neutral replacements.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    loaded: BTreeMap<Phrase, Replacement>,
    praise: BTreeMap<Phrase, Replacement>,
    blame: BTreeMap<Phrase, Replacement>,
    vague: BTreeMap<Phrase, Replacement>,
    comment: BTreeMap<Phrase, Replacement>,
}

impl File {
    fn tables(self) -> [(Class, &'static str, BTreeMap<Phrase, Replacement>); 5] {
        [
            (Class::Loaded, "loaded", self.loaded),
            (Class::Praise, "praise", self.praise),
            (Class::Blame, "blame", self.blame),
            (Class::Vague, "vague", self.vague),
            (Class::Comment, "comment", self.comment),
        ]
    }
}

/// One or more words in lower case; the last letter of a word may be `*`, which stands for any ending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    /// As written, to locate it in the file.
    written: String,
    words: Vec<String>,
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Phrase, D::Error> {
        let written = String::deserialize(deserializer)?;
        let parts: Vec<&str> = written.split([' ', '-', '\'', '’']).filter(|part| !part.is_empty()).collect();
        let words: Option<Vec<String>> = parts.into_iter().map(word).collect();
        let help = "write words with spaces between them; `*` can stand for the end of a word".to_owned();
        match words.filter(|words| !words.is_empty()) {
            Some(words) => Ok(Phrase { words, written }),
            None => Err(invalid(Code::BadValue, format!("`{written}` can never be found in a text"), Some(help))),
        }
    }
}

/// A word of a phrase, in lower case with its `*`; none where it is not one word.
fn word(part: &str) -> Option<String> {
    let stem = part.strip_suffix('*').unwrap_or(part);
    let words = ProseWords::of(stem);
    (words.len() == 1 && words.range(0, 0) == (0..stem.len()))
        .then(|| [words.word(0).unwrap_or_default(), &part[stem.len()..]].concat())
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Replacement {
    /// One of these; where there are none, nothing.
    Words(Vec<String>),
    /// The phrase is allowed: removes it from the lists of themes.
    Allowed,
}

impl<'de> Deserialize<'de> for Replacement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Replacement, D::Error> {
        deserializer.deserialize_any(ReplacementVisitor)
    }
}

struct ReplacementVisitor;

impl<'de> Visitor<'de> for ReplacementVisitor {
    type Value = Replacement;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain words, a list of them, or `false`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Replacement, E> {
        if text.trim().is_empty() {
            let help = "write `[]` where there are no plain words for it".to_owned();
            return Err(invalid(Code::BadValue, "the text is empty", Some(help)));
        }
        Ok(Replacement::Words(vec![text.trim().to_owned()]))
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Replacement, E> {
        if flag {
            let help = "write the plain words, or `[]` where there are none".to_owned();
            return Err(invalid(Code::BadValue, "`true` does not say what to write instead", Some(help)));
        }
        Ok(Replacement::Allowed)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Replacement, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = items.next_element::<String>()? {
            words.push(word);
        }
        Ok(Replacement::Words(words))
    }
}

/// The lists of all languages.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    lists: BTreeMap<String, List>,
    /// Fingerprint (XXH3) of all lists.
    pub(in crate::checks) fingerprint: u64,
}

/// The folder of lists, in a theme and in the site itself.
const FOLDER: &str = "wording/";

impl Wording {
    /// Reads the lists of the themes (folders in order of precedence) and of the site, which overrides them phrase by
    /// phrase.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; what is wrong in it are findings.
    pub(crate) fn read(inputs: &Inputs, themes: &[String]) -> Result<Checked<Wording>, ReadError> {
        let (mut phrases, mut findings): (BTreeMap<String, Phrases>, _) = (BTreeMap::new(), Vec::new());
        let mut fingerprint = Xxh3::new();
        let folders = themes.iter().rev().map(|theme| format!("{theme}{FOLDER}")).chain([FOLDER.to_owned()]);
        for folder in folders {
            for (input, file) in inputs.under(&folder) {
                let tag =
                    file.path()[folder.len()..].strip_suffix(".toml").filter(|tag| tag.parse::<Language>().is_ok());
                let Some(tag) = tag else {
                    let message = format!("`{}` is no list of words", file.path());
                    let help = format!("name it by its language: `{folder}en.toml`");
                    findings.push(Diagnostic::lint(Code::MisplacedFile, Span::file(input), message).help(Some(help)));
                    continue;
                };
                (file.path(), inputs.bytes(input)?).hash(&mut fingerprint);
                let found = read(inputs, input)?.keep(&mut findings);
                phrases.entry(tag.to_owned()).or_default().extend(found);
            }
        }
        let lists = phrases.into_iter().map(|(tag, phrases)| (tag, List::of(phrases))).collect();
        Ok(Checked { value: Wording { lists, fingerprint: fingerprint.finish() }, findings })
    }

    /// The lists for a text in the site's language or in one of its own.
    pub(super) fn lists(&self, site: &Language, own: Option<&Language>) -> Vec<&List> {
        let tag = |language: &Language| {
            [language.as_str(), language.primary()]
                .into_iter()
                .find(|tag| self.lists.contains_key(*tag))
                .map(str::to_owned)
        };
        let (site, own) = (tag(site), own.and_then(tag));
        let own = own.filter(|own| site.as_ref() != Some(own));
        site.into_iter().chain(own).filter_map(|tag| self.lists.get(&tag)).collect()
    }
}

/// Phrases by their words, with their class and what to write instead.
type Phrases = BTreeMap<Vec<String>, (Class, Replacement)>;

fn read(inputs: &Inputs, input: InputId) -> Result<Checked<Phrases>, ReadError> {
    let (mut phrases, mut findings) = (Phrases::new(), Vec::new());
    let file: File = config::settings(inputs, input)?.keep(&mut findings).unwrap_or_default();
    for (class, table, lines) in file.tables() {
        for (phrase, plain) in lines {
            if phrases.insert(phrase.words, (class, plain)).is_some() {
                let bytes = inputs.bytes(input)?;
                let path = [Step::Key(table), Step::Key(&phrase.written)];
                let span = Span::new(input, toml::locate(&String::from_utf8_lossy(&bytes), &path));
                let message = format!("`{}` stands twice", phrase.written);
                findings.push(Diagnostic::error(Code::DuplicateKey, span, message));
            }
        }
    }
    Ok(Checked { value: phrases, findings })
}

/// The list of one language, indexed for lookup.
#[derive(Debug)]
pub(super) struct List {
    phrases: Vec<(Vec<String>, Class, Vec<String>)>,
    /// Positions of phrases by their first word, longest first.
    by_word: FxHashMap<String, Vec<usize>>,
    /// Beginnings of first words, in order, with positions of phrases.
    by_stem: Vec<(String, usize)>,
}

/// A phrase found in a text.
pub(super) struct Hit<'a> {
    pub(super) range: Range<usize>,
    pub(super) class: Class,
    /// What to write instead.
    pub(super) plain: &'a [String],
}

impl List {
    fn of(phrases: Phrases) -> List {
        let mut list = List { phrases: Vec::new(), by_word: FxHashMap::default(), by_stem: Vec::new() };
        for (words, (class, plain)) in phrases {
            let Replacement::Words(plain) = plain else { continue };
            let position = list.phrases.len();
            let first = words.first().map_or("", String::as_str);
            match first.strip_suffix('*') {
                Some(stem) => list.by_stem.push((stem.to_owned(), position)),
                None => list.by_word.entry(first.to_owned()).or_default().push(position),
            }
            list.phrases.push((words, class, plain));
        }
        list.by_stem.sort();
        list
    }

    /// The phrases of the list in a text, each place once.
    pub(super) fn hits(&self, words: &ProseWords<'_>) -> Vec<Hit<'_>> {
        let (mut hits, mut at) = (Vec::new(), 0);
        while let Some(word) = words.word(at) {
            let here = self.beginning_with(word).filter(|phrase| self.is_here(*phrase, words, at));
            match here.max_by_key(|phrase| self.phrases[*phrase].0.len()) {
                Some(phrase) => {
                    let (parts, class, plain) = &self.phrases[phrase];
                    let last = at + parts.len() - 1;
                    hits.push(Hit { range: words.range(at, last), class: *class, plain });
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        hits
    }

    /// Phrases whose first word can be this one.
    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> {
        let first = word.chars().next().map_or(0, char::len_utf8);
        // Stems are sorted: candidates lie between the word's first letter and the word.
        let from = self.by_stem.partition_point(|(stem, _)| stem.as_str() < &word[..first]);
        let stems = self.by_stem[from..].iter().take_while(move |(stem, _)| stem.as_str() <= word);
        let stems = stems.filter(move |(stem, _)| word.starts_with(stem.as_str())).map(|(_, phrase)| *phrase);
        self.by_word.get(word).into_iter().flatten().copied().chain(stems)
    }

    fn is_here(&self, phrase: usize, words: &ProseWords<'_>, at: usize) -> bool {
        let parts = &self.phrases[phrase].0;
        let is_same = |(next, part): (usize, &String)| {
            words.word(at + next).is_some_and(|word| match part.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == part,
            })
        };
        parts.iter().enumerate().all(is_same) && words.are_joined(at, at + parts.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{File, List, ProseWords};

    fn found(list: &str, text: &str) -> Vec<String> {
        let file: File = crate::document::toml::read(list).expect("the list is right");
        let phrases = file
            .tables()
            .into_iter()
            .flat_map(|(class, _, lines)| lines.into_iter().map(move |(phrase, plain)| (phrase.words, (class, plain))));
        let list = List::of(phrases.collect());
        let words = ProseWords::of(text);
        list.hits(&words).into_iter().map(|hit| text[hit.range].to_owned()).collect()
    }

    #[test]
    fn phrases_are_found_whole_and_longest_first() {
        let list = "[vague]\n\"some say\" = []\n\"some\" = []\n[blame]\n\"so-called\" = []\n\"shameful*\" = []\n\"rogue* state\" = []\n";
        assert_eq!(found(list, "Some say, some-\nbody; SOME. Say"), ["Some say", "some", "SOME"]);
        assert_eq!(found(list, "a so called, a so-called; so: called"), ["so called", "so-called"]);
        assert_eq!(
            found(list, "Shamefully a shameful shame of roguery state"),
            ["Shamefully", "shameful", "roguery state"]
        );
        assert_eq!(found("[loaded]\n\"травил*\" = \"критиковал\"\n", "Он травили их"), ["травили"]);
        assert!(found("[loaded]\nslam = false\n", "a slam").is_empty());
    }
}
