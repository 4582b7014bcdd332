//! A person on record, and whether a label or a name in a text stands for them.

use std::collections::BTreeSet;

use crate::entry::id::Id;
use crate::naming::letters::{has_han, is_han, name_words, plain};
use crate::naming::offices::{self, Class};
use crate::naming::words::{
    ANSWERING, ASKING, BESIDE, COURTESY, DETERMINERS, FUNCTION, INTERPRETING, NEAR_NAMES, PARTICLES, SHORT_ANSWERING,
    SHORT_ASKING,
};

/// A person by all that a label can call them.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) id: Id,
    /// The recorded names, as words.
    pub(super) names: Vec<Vec<String>>,
    /// The family name in each form, as words.
    pub(super) families: Vec<Vec<String>>,
    given: BTreeSet<String>,
    offices: BTreeSet<Class>,
    /// The words of the offices as they are recorded, without small words: `Minister of Foreign Affairs`.
    pub(super) office_words: BTreeSet<String>,
    /// The small words within them: `of`.
    office_links: BTreeSet<String>,
    office_titles: Vec<String>,
}

/// How surely a label is a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// A whole name, or the family name with a given name.
    Full,
    /// The family name with an office they are on record with.
    Office,
    /// The family name alone, or with a title of courtesy.
    Family { courtesy: bool },
}

impl Person {
    pub(super) fn of(id: Id, names: &[&str], family: Option<&str>, given: Option<&str>, titles: Vec<&str>) -> Person {
        let family_words = family.map(name_words);
        let (mut families, mut given) =
            (Vec::new(), given.map(name_words).unwrap_or_default().into_iter().collect::<BTreeSet<_>>());
        let mut all = Vec::new();
        for name in names {
            let words = name_words(name);
            let Some(own) = family_of(&words, family_words.as_deref()) else { continue };
            let is_office = offices::leading(&words).is_some();
            if !is_office {
                given.extend(words.iter().filter(|word| !own.contains(word)).cloned());
            }
            if !families.contains(&own) && !is_label_word(&own) {
                families.push(own);
            }
            all.push(words);
        }
        given.retain(|word| !COURTESY.contains(&word.as_str()) && !PARTICLES.contains(&word.as_str()));
        let office_words: Vec<Vec<String>> = titles.iter().map(|title| name_words(title)).collect();
        let mut offices: BTreeSet<Class> = office_words.iter().flat_map(|words| offices::classes(words)).collect();
        offices.extend(titles.iter().flat_map(|title| offices::han_classes(title).0));
        let is_small = |word: &String| is_function(word);
        let (office_links, office_words) = office_words.into_iter().flatten().partition(is_small);
        Person {
            id,
            names: all,
            families,
            given,
            offices,
            office_words,
            office_links,
            office_titles: titles.iter().map(|title| plain(title)).collect(),
        }
    }

    /// The first recorded name in Latin letters.
    pub(super) fn latin_name(&self) -> Option<String> {
        let is_latin =
            |name: &&Vec<String>| name.iter().any(|word| word.chars().all(|c| c.is_lowercase() && c < '\u{370}'));
        self.names.iter().find(is_latin).map(|name| name.join(" "))
    }

    pub(super) fn names(&self) -> &[Vec<String>] {
        &self.names
    }

    pub(super) fn families(&self) -> &[Vec<String>] {
        &self.families
    }

    pub(super) fn is_given(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let is_initial = letters.next().is_some() && letters.next().is_none();
        self.given.contains(word) || is_initial && self.given.iter().any(|given| given.starts_with(word))
    }

    pub(super) fn is_given_and_family(&self, words: &[String]) -> bool {
        self.families.iter().any(|family| {
            let given = words.strip_suffix(family.as_slice());
            given.is_some_and(|given| !given.is_empty() && given.iter().all(|word| self.is_given(word)))
        })
    }

    /// Whether the offices that some words name are ones the person is on record with.
    pub(super) fn holds(&self, classes: &BTreeSet<Class>) -> bool {
        classes.is_subset(&self.offices)
    }

    pub(super) fn has_offices(&self) -> bool {
        !self.offices.is_empty()
    }

    pub(super) fn offices(&self) -> &BTreeSet<Class> {
        &self.offices
    }

    /// Whether words are this person's name: the whole recorded name, or the family name and only what belongs to them.
    pub(super) fn fit(&self, words: &[String], office: Option<&[String]>) -> Option<Fit> {
        let behind = office.map(offices::classes).unwrap_or_default();
        let is_bare = self.families.iter().any(|family| family == words);
        if self.has_offices() && !self.holds(&behind) && (is_bare || !self.is_recorded(words)) {
            return None;
        }
        if self.is_recorded(words) {
            return Some(if is_bare { self.bare(&behind, false) } else { Fit::Full });
        }
        let (family, before, after) = self.parted(words)?;
        debug_assert!(!family.is_empty());
        let (mut given, mut courtesy, mut initials) = (false, false, false);
        let mut rest: Vec<String> = Vec::new();
        for word in before.iter().chain(after) {
            if self.is_given(word) {
                given = true;
            } else if given && word.chars().count() == 1 {
                // An initial that is not on record, behind one that is: `S.V.Lavrov`.
                initials = true;
            } else if COURTESY.contains(&word.as_str()) {
                courtesy = true;
            } else {
                rest.push(word.clone());
            }
        }
        let classes = offices::classes(&rest);
        if !self.allows(&rest, &classes) {
            return None;
        }
        let named: BTreeSet<Class> = classes.union(&behind).copied().collect();
        Some(match (given, initials) {
            (true, false) => Fit::Full,
            (true, true) => Fit::Family { courtesy: false },
            _ => self.bare(&named, courtesy),
        })
    }

    fn bare(&self, classes: &BTreeSet<Class>, courtesy: bool) -> Fit {
        match self.has_offices() && !classes.is_empty() && self.holds(classes) {
            true => Fit::Office,
            false => Fit::Family { courtesy },
        }
    }

    /// Whether words behind a comma leave a label the person's. `Ann Lee, Jr.` is another, and so is one of an agency; what says
    /// nothing of an office makes a family name that stands alone another's, too.
    pub(super) fn allows_behind(&self, behind: &[String], fit: &Fit) -> bool {
        const RELATED: [&str; 16] = [
            "jr",
            "junior",
            "jun",
            "sr",
            "senior",
            "sen",
            "ii",
            "iii",
            "iv",
            "fils",
            "père",
            "hijo",
            "padre",
            "мл",
            "младший",
            "старший",
        ];
        let is_related = behind.iter().any(|word| RELATED.contains(&word.as_str()));
        if is_related || crate::naming::is_medium(behind) {
            return false;
        }
        let is_own = |word: &String| {
            self.is_given(word)
                || self.is_of_office(word)
                || COURTESY.contains(&word.as_str())
                || self.is_part_of_name(word)
        };
        let is_bare = matches!(fit, Fit::Family { courtesy: false });
        !is_bare || !offices::classes(behind).is_empty() || behind.iter().all(is_own)
    }

    fn is_part_of_name(&self, word: &str) -> bool {
        self.families.iter().chain(&self.names).flatten().any(|known| known == word)
    }

    fn is_recorded(&self, words: &[String]) -> bool {
        self.names.iter().any(|name| name == words)
    }

    /// The words before and after the family name, if some words have it.
    fn parted<'w>(&self, words: &'w [String]) -> Option<(Vec<String>, &'w [String], &'w [String])> {
        let family = |family: &&Vec<String>| !family.is_empty() && words.len() >= family.len();
        self.families.iter().filter(family).find_map(|family| {
            let end = words.len() - family.len();
            if words[end..] == family[..] {
                return Some((family.clone(), &words[..end], &[][..]));
            }
            let begins = words[..family.len()] == family[..];
            begins.then(|| (family.clone(), &[][..], &words[family.len()..]))
        })
    }

    /// Whether words beside a name only name offices of this person.
    fn allows(&self, rest: &[String], classes: &BTreeSet<Class>) -> bool {
        if rest.is_empty() {
            return true;
        }
        if self.has_offices() && !self.holds(classes) {
            return false;
        }
        let (mut at, mut is_named) = (0, false);
        while at < rest.len() {
            match offices::leading(&rest[at..]) {
                Some((_, count)) => {
                    is_named = true;
                    at += count;
                }
                None if self.is_of_office(&rest[at]) => at += 1,
                // `Minister for Trade Lee`, but not `For Minister Lee`
                None if at > 0 && self.office_links.contains(&rest[at]) => at += 1,
                None => return false,
            }
        }
        // `Minister Lee`, not `Trade Lee`; an office that is of no known class goes by its own words.
        is_named || !self.has_offices()
    }

    /// Whether a word is one of an office as it is recorded, with or without the article of Arabic.
    pub(super) fn is_of_office(&self, word: &str) -> bool {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        self.office_words.contains(word)
            || self.office_words.iter().any(|known| known.strip_prefix("ال").unwrap_or(known) == bare)
    }

    /// Whether a Chinese text has the person's name.
    pub(super) fn is_named_in(&self, text: &str) -> bool {
        self.names.iter().map(|words| words.concat()).any(|name| has_han(&name) && text.contains(&name))
    }

    /// Whether a label is the whole title of an office of this person, as it is recorded.
    pub(super) fn is_title(&self, label: &str) -> bool {
        let label = plain(label);
        label.chars().count() > 4 && self.office_titles.contains(&label)
    }

    /// The same for a Chinese label: the name, with an office or a title of courtesy before or behind it.
    pub(super) fn fit_han(&self, label: &str) -> Option<Fit> {
        for name in self.names.iter().map(|words| words.concat()).filter(|name| has_han(name)) {
            if label == name {
                return Some(if name.chars().count() == 1 { Fit::Family { courtesy: false } } else { Fit::Full });
            }
            if name.chars().count() < 2 {
                continue;
            }
            if let Some(before) = label.strip_suffix(name.as_str()) {
                return self.allows_han(before).then_some(Fit::Full);
            }
            if let Some(behind) = label.strip_prefix(name.as_str()) {
                let is_whole = offices::han_classes(behind).1 == "\u{1}" || COURTESY.contains(&behind);
                return (is_whole && self.allows_han(behind)).then_some(Fit::Full);
            }
        }
        let family = self.han_family()?;
        let beside = label.strip_prefix(family.as_str())?;
        let courtesy = COURTESY.contains(&beside);
        let (classes, rest) = offices::han_classes(beside);
        let is_office = rest == "\u{1}" && self.has_offices() && self.holds(&classes);
        match (is_office, courtesy) {
            (true, _) => Some(Fit::Office),
            (_, true) => Some(Fit::Family { courtesy: true }),
            _ => None,
        }
    }

    fn han_family(&self) -> Option<String> {
        let name = self.names.iter().map(|words| words.concat()).find(|name| name.chars().all(is_han))?;
        let count = if name.chars().count() == 4 { 2 } else { 1 };
        Some(name.chars().take(count).collect())
    }

    /// Whether what stands before a Chinese name is only a title of courtesy, or an office of this person.
    pub(super) fn allows_han(&self, beside: &str) -> bool {
        if COURTESY.contains(&beside) || self.office_titles.iter().any(|title| title == beside) {
            return true;
        }
        let (classes, rest) = offices::han_classes(beside);
        let ends_with_office = rest.ends_with('\u{1}');
        let is_own =
            if self.has_offices() { self.holds(&classes) } else { !classes.iter().any(|class| BESIDE.contains(class)) };
        ends_with_office && is_own && beside.chars().count() <= 16
    }
}

/// The family name within the words of a name: the recorded one, or the last word with the small words before it.
fn family_of(words: &[String], recorded: Option<&[String]>) -> Option<Vec<String>> {
    if let Some(recorded) = recorded.filter(|recorded| !recorded.is_empty())
        && words.windows(recorded.len()).any(|window| window == recorded)
    {
        return Some(recorded.to_vec());
    }
    let last = words.last()?;
    let is_particle = |word: &&String| matches!(word.as_str(), "آل" | "al" | "von" | "van" | "de" | "bin");
    let before = words[..words.len() - 1].last().filter(is_particle).filter(|_| words.len() > 2);
    Some(before.into_iter().chain([last]).cloned().collect())
}

fn is_function(word: &str) -> bool {
    let word = word.split('\'').next().unwrap_or_default();
    NEAR_NAMES.contains(&word) || DETERMINERS.contains(&word) || FUNCTION.iter().any(|(_, words)| words.contains(&word))
}

/// Whether a family name is also what a label calls somebody who is not named: `Minister`, `Host`. By such a name alone nobody
/// is known.
fn is_label_word(family: &[String]) -> bool {
    let is_office = offices::leading(family).is_some_and(|(_, count)| count == family.len());
    let known = [ASKING, ANSWERING, INTERPRETING, SHORT_ASKING, SHORT_ANSWERING];
    is_office || matches!(family, [word] if known.iter().any(|words| words.contains(&word.as_str())))
}
