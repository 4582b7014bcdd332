//! The names of a speaker, and whether a line is one of them.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::chronicle::names::is_country;
use crate::chronicle::{OrganizationId, PersonId};
use crate::diagnostic::{NameKind, Vocabulary, only_meant};
use crate::entry::country::Country;
use crate::entry::name::normalized;

/// Who a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who<'a> {
    Person(PersonId),
    Office(&'a str, Option<OrganizationId>),
    Organization(OrganizationId),
    Country(Country),
}

/// What a speaker is called.
#[derive(Debug)]
pub(super) struct Called<'a> {
    pub(super) who: Who<'a>,
    /// The name as the chronicle prints it.
    pub(super) printed: &'a str,
    /// All names, normalized.
    pub(super) names: Vec<String>,
    /// The words of all names.
    pub(super) parts: BTreeSet<String>,
    /// The words of the person's offices and their organizations.
    pub(super) about: BTreeSet<String>,
    /// The words of the person's family name: where none is recorded, the last of the name.
    pub(super) family: BTreeSet<String>,
}

impl<'a> Called<'a> {
    pub(super) fn of(who: Who<'a>, printed: &'a str) -> Called<'a> {
        let (parts, about, family) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut called = Called { who, printed, names: Vec::new(), parts, about, family };
        called.add(printed);
        called
    }

    pub(super) fn add(&mut self, name: &str) {
        let name = normalized(name);
        self.parts.extend(words(&name).map(str::to_owned));
        if !self.names.contains(&name) && words(&name).next().is_some() {
            self.names.push(name);
        }
    }

    /// The names for suggestions.
    pub(super) fn vocabulary(&self) -> Vocabulary {
        Vocabulary::of_names(self.names.iter().map(String::as_str), self.named(), is_country)
    }

    /// Whether a line may be a misspelling or a part of one of the names.
    pub(super) fn may_be_meant_by(&self, line: &str) -> bool {
        self.names.iter().any(|name| only_meant(line, [name.as_str()], self.named(), is_country).is_some())
    }

    fn named(&self) -> NameKind {
        if matches!(self.who, Who::Person(_)) { NameKind::People } else { NameKind::Bodies }
    }

    /// Whether a line is one of the names, with nothing beside it but an office: `Ann Lee, Minister of Trade`,
    /// `Minister Ann Lee`.
    pub(super) fn is_named_by(&self, line: &str) -> bool {
        let is_office = |part: &str| {
            let mut count = 0;
            words(part).all(|word| (count += 1, self.about.contains(word)).1) && count > 0
        };
        let is_closed = line.ends_with(|last: char| last.is_alphanumeric() || ")）".contains(last));
        self.names.iter().any(|name| {
            let after = line.strip_prefix(name.as_str()).map(str::trim_start);
            let before = line.strip_suffix(name.as_str()).filter(|before| before.ends_with([' ', ',', '-']));
            line == name
                || after.is_some_and(|after| is_closed && after.starts_with(SEPARATORS) && is_office(after))
                || before.is_some_and(is_office)
        })
    }

    /// Whether one of the names stands somewhere in a line.
    pub(super) fn is_within(&self, line: &str) -> bool {
        let is_word = |letter: Option<char>| letter.is_some_and(is_of_word);
        self.names.iter().any(|name| {
            line.match_indices(name.as_str()).any(|(at, _)| {
                !is_word(line[..at].chars().next_back()) && !is_word(line[at + name.len()..].chars().next())
            })
        })
    }

    /// Whether a line is one of the names but for a slip: for marks on letters, spaces and hyphens, or for a letter or two
    /// where the name is long enough that another person's is not so near.
    pub(super) fn is_misspelt_in(&self, line: &str) -> bool {
        let written = letters(line);
        let length = written.chars().count();
        let limit = match length {
            // A letter may tell bodies and states apart.
            _ if !matches!(self.who, Who::Person(_)) => 0,
            0..=4 => 0,
            5..=9 => 1,
            _ => 2,
        };
        let is_near = |name: &String| {
            let name = letters(name);
            name == written
                || name.chars().count().abs_diff(length) <= limit && strsim::osa_distance(&name, &written) <= limit
        };
        length > 1 && length <= LONGEST && self.names.iter().any(is_near)
    }

    /// Whether a line as it is written is a family name with words before or behind it that all begin with a capital
    /// letter: an office that is not on record, a title.
    pub(super) fn is_titled_in(&self, written: &str) -> bool {
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let all: Vec<&str> = words(written).collect();
        let is_family = |word: &str| {
            let word = normalized(word);
            word.chars().count() > 3 && self.family.contains(&word)
        };
        (2..=MOST_TITLES).contains(&all.len())
            && !written.contains([',', '،', ';', ':', '!', '?', '…'])
            && !written.ends_with('.')
            && all.iter().all(|word| is_capital(word))
            && [all.first(), all.last()].into_iter().flatten().any(|word| is_family(word))
    }

    /// Whether a line is nearly one of the names: a part of one, with courtesy titles, or with extra words.
    pub(super) fn is_nearly_named_by(&self, line: &str) -> bool {
        let all: Vec<&str> = words(line).collect();
        let is_part = |word: &str| self.parts.contains(word);
        let is_initial = |word: &str| word.chars().count() == 1 && self.parts.iter().any(|part| part.starts_with(word));
        let is_beside = |word: &str| self.about.contains(word) || COURTESY.contains(&word);
        let is_long = |word: &str| word.chars().count() > 2 || !word.is_ascii();
        if all.iter().all(|word| is_part(word) || is_initial(word) || is_beside(word))
            && all.iter().any(|word| is_part(word) && is_long(word))
        {
            return true;
        }
        self.names.iter().any(|name| {
            let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !is_of_word(letter) || !letter.is_ascii());
            let begins = line.strip_prefix(name.as_str()).is_some_and(|rest| is_edge(rest.chars().next()));
            let ends = line.strip_suffix(name.as_str()).is_some_and(|rest| is_edge(rest.chars().next_back()));
            let more = all.len().saturating_sub(words(name).count());
            // Allows a patronymic between the words of a name.
            let has_all = more <= 2 && words(name).count() > 1 && words(name).all(|word| all.contains(&word));
            (begins || ends || has_all) && more <= MORE && (more == 0 || !line.ends_with('.'))
        })
    }
}

/// Separators between a name and an office.
pub(super) const SEPARATORS: [char; 9] = [',', '(', '-', ';', '،', '、', '，', '（', '؛'];

/// A line with this many words beside a name is a sentence.
pub(super) const MORE: usize = 8;

/// The most words of a line that is a name with titles.
const MOST_TITLES: usize = 5;

/// The longest line that is compared letter by letter, in letters.
const LONGEST: usize = 80;

/// The letters and digits of a normalized text, without marks on them and spaces between them.
fn letters(normalized: &str) -> String {
    if normalized.is_ascii() {
        return normalized.chars().filter(char::is_ascii_alphanumeric).collect();
    }
    normalized.nfkd().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Courtesy titles.
const COURTESY: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "he",
    "hon",
    "excellency",
    "m",
    "mme",
    "herr",
    "frau",
    "sr",
    "sra",
    "г",
    "господин",
    "госпожа",
    "the",
];

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty())
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}
