//! Clauses within quotation marks that whoever reports may have inserted: `mused her rival Bo Day`, `mahnt Müller`,
//! `вмешивается депутат Дэй`. Their verbs and names are of no list, so a clause is the speaker's own only where it can be
//! told to be: somebody says `I` or `you` in it, or it goes on with the sentence by a word such as `and`, `which` or `in`,
//! or it has nobody who could be telling.

use super::clauses::{Clauses, is_saying};
use super::replies::{is_manner, names_whose};
use super::tokens::Token;
use super::word_classes::{is_auxiliary, is_closed, is_in, is_name, is_open, is_place, is_russian, is_russian_verb};
use crate::naming::offices;
use crate::naming::words::{
    ACCORDING, ADVERBS, ARABIC_LINKS, ASKING, AUXILIARIES, CONJUNCTIONS, COURTESY, DETERMINERS, FIRST_PERSON,
    NEAR_NAMES, OBJECTS, ONLOOKERS, ORDINARY, POLITE, PRONOUNS, QUOTING, SAYING, SECOND_PERSON, SOMEBODY, STAGE, VIEWS,
};

/// How words end by which a sentence goes on, `starting Monday`, or in which somebody says `we`: `vamos`.
const GOING_ON: [&str; 8] = ["ing", "ant", "ando", "iendo", "ons", "amos", "emos", "imos"];

/// How German adjectives end, which stand before nouns.
const GERMAN_ADJECTIVES: [&str; 5] = ["e", "en", "er", "es", "em"];

/// A clause between commas, dashes or brackets.
pub(super) struct Teller<'a> {
    pub(super) words: &'a [Token],
    /// Whether it stands between dashes or in brackets.
    pub(super) is_apart: bool,
    /// Whether a sentence ends before it, so that a capital letter says nothing.
    pub(super) is_first: bool,
    pub(super) clauses: &'a Clauses<'a>,
}

impl Teller<'_> {
    /// Whether the clause may tell of somebody.
    pub(super) fn may_tell(&self) -> bool {
        if self.words.is_empty() || self.is_own() {
            return false;
        }
        if !self.words.iter().any(|word| word.is_cased) {
            return self.is_uncased();
        }
        if self.is_of_place() {
            return false;
        }
        let language = self.clauses.language.as_ref().map(|language| language.as_str());
        matches!(self.words, [word] if is_manner(word, language))
            || names_whose(self.words, self.office().is_some())
            || self.is_led()
            || self.begins_with_verb()
            || self.begins_with_name()
            || self.begins_with_noun()
            || self.has_pronoun()
            || self.is_detached()
    }

    /// Whether it has words in which speakers speak of themselves, or to somebody: not `told us`, `nous confie Martin`.
    fn is_own(&self) -> bool {
        let is_polite = |word: &Token| word.is_capital && is_in(word, POLITE);
        self.words.iter().any(|word| {
            let plain = word.plain.split('\'').next().unwrap_or_default();
            FIRST_PERSON.contains(&plain) && !is_in(word, OBJECTS) || SECOND_PERSON.contains(&plain) || is_polite(word)
        })
    }

    /// `Europe needs it`, `as Europe knows`: all that it names is a part of the world, and nobody says anything.
    fn is_of_place(&self) -> bool {
        let names: Vec<&[Token]> = self.words.split(|word| !word.is_capital).filter(|name| !name.is_empty()).collect();
        let says = |word: &Token| is_saying(&word.plain) || is_in(word, QUOTING) || is_in(word, VIEWS);
        !names.is_empty()
            && names.into_iter().all(is_place)
            && !self.words.iter().any(says)
            && !is_in(&self.words[0], ACCORDING)
            && self.office().is_none()
    }

    /// `so Bo Day`, `selon le ministre`, `as Bo Day has it`, `in the words of Bo Day`.
    fn is_led(&self) -> bool {
        const LONGEST: usize = 7;
        let (first, rest) = (&self.words[0], &self.words[1..]);
        let names = rest.iter().any(is_name) || self.office().is_some();
        let is_begun = |word: &Token| {
            !is_closed(word) || [DETERMINERS, OBJECTS, AUXILIARIES, SOMEBODY].iter().any(|list| is_in(word, list))
        };
        let is_as = is_in(first, &["as", "wie", "comme", "como", "как"])
            && rest.first().is_some_and(is_begun)
            && rest.iter().any(is_open);
        let is_view = |word: &Token| is_in(word, QUOTING) || is_in(word, VIEWS);
        let is_stage = STAGE.iter().any(|stage| first.plain.starts_with(stage));
        let is_led = is_in(first, ACCORDING) || is_as || is_stage || self.words.iter().any(is_view);
        // `по словам капитана`, `as her critics never tire of saying`
        let is_plain_view = first.plain == "по" && rest.first().is_some_and(is_view);
        let is_whole = is_as && rest.first().is_some_and(|word| is_in(word, DETERMINERS) || is_in(word, SOMEBODY));
        let tells = is_whole && rest.iter().filter(|word| is_open(word)).count() > 2;
        self.words.len() <= LONGEST && (names && is_led || is_plain_view || tells)
    }

    /// `tonne Paul Martin`, `quipped the fisherman`, `grita alguien`.
    fn begins_with_verb(&self) -> bool {
        let (first, rest) = (&self.words[0], &self.words[1..]);
        if !is_open(first) && !is_auxiliary(first) || GOING_ON.iter().any(|end| first.plain.ends_with(end)) {
            return first.plain.starts_with("s'") && rest.iter().any(is_name) || self.is_object_first();
        }
        let Some(second) = rest.first() else {
            let is_past = |end: &&str| first.plain.ends_with(*end);
            return first.plain.ends_with('ó') || is_russian(first) && ["л", "ла", "лся", "лась"].iter().any(is_past);
        };
        let is_inverted = is_in(second, DETERMINERS) || is_in(second, SOMEBODY);
        let name = rest.iter().position(is_name);
        // `went on Bo Day`
        let is_particle = rest.len() > 1 && is_in(second, &["on", "in", "up"]) && rest[1..].iter().all(is_name);
        // `backed by Bo Day` has no teller; `came the answer from Bo Day` has.
        let is_named =
            name.is_some_and(|name| !self.is_behind_preposition(&rest[..name]) || is_inverted || is_particle);
        let is_noun = self.nouns_are_capital()
            && name == Some(0)
            && !first.plain.ends_with("te")
            && GERMAN_ADJECTIVES.iter().any(|end| first.plain.ends_with(end));
        let is_office = self.office().is_some_and(|(at, _)| at > 0 && !self.is_behind_preposition(&self.words[..at]));
        let is_noun_of = |word: &Token| is_open(word) || word.is_capital;
        let is_somebody =
            is_inverted && self.words.len() <= 6 && (is_in(second, SOMEBODY) || rest.get(1).is_some_and(is_noun_of));
        match is_russian(first) {
            true => {
                is_russian_verb(first)
                    && (self.words.len() <= 3 && !second.is_acronym || is_named || is_office || is_somebody)
                    || is_russian_verb(second) && (is_named || self.words.len() == 2)
            }
            false => is_named && !is_noun || is_office || is_somebody,
        }
    }

    /// Whether words before a name or an office end with a preposition, also before an article: `dans la`; or, in German,
    /// before adjectives.
    fn is_behind_preposition(&self, before: &[Token]) -> bool {
        let is_between = |word: &&Token| {
            !is_in(word, NEAR_NAMES) && (self.nouns_are_capital() || is_in(word, DETERMINERS) || is_in(word, COURTESY))
        };
        before.iter().rev().find(|word| !is_between(word)).is_some_and(|word| is_in(word, NEAR_NAMES))
    }

    /// `la interrumpe Martín`, `nous confie Martin`, `l'a raillée Martin`, `de plaisanter M. Martin`.
    fn is_object_first(&self) -> bool {
        let first = &self.words[0];
        let is_object = is_in(first, OBJECTS) || is_in(first, &["la", "le", "lo", "se", "de", "a", "ha"]);
        let is_verb = |word: &Token| is_open(word) && !word.plain.ends_with("ons");
        let auxiliary = usize::from(self.words.get(1).is_some_and(is_auxiliary));
        let verb = self.words.get(1 + auxiliary).is_some_and(is_verb);
        let name = self.words.last().is_some_and(is_name);
        let between =
            self.words[1 + auxiliary..].iter().any(|word| is_in(word, NEAR_NAMES) || is_in(word, CONJUNCTIONS));
        is_object && verb && name && !between
    }

    /// `Bo Day mused`, `Martín la interrumpe`, `Müller höhnt`.
    fn begins_with_name(&self) -> bool {
        const LONGEST: usize = 5;
        let length = self.words.iter().take_while(|word| word.is_capital).count();
        let (name, rest) = self.words.split_at(length);
        let (Some(last), true) = (name.last(), name.iter().any(is_name)) else { return false };
        let Some(next) = rest.first() else {
            return self.is_apart && (length > 1 || self.is_known(name));
        };
        let is_long = self.is_first && length < 2 && rest.len() > 1 && !self.is_known(name);
        let is_next = is_open(next)
            || is_auxiliary(next)
            || is_in(next, OBJECTS)
            || is_in(next, &["is", "was", "la", "не", "no", "ne"]);
        let is_verb =
            |word: &Token| is_open(word) && (!is_russian(word) || is_russian_verb(word) || next.plain == "не");
        let tells = is_next && rest.iter().any(|word| is_verb(word) || is_auxiliary(word))
            || rest.iter().all(|word| is_in(word, ADVERBS));
        let is_possessive = last.plain.ends_with("'s") && self.office().is_none();
        rest.len() <= LONGEST && tells && !is_possessive && !is_long
    }

    /// `the crowd roared`, `her deputy interjects`, `рыбак шутит`.
    fn begins_with_noun(&self) -> bool {
        let (first, rest) = (&self.words[0], &self.words[1..]);
        let Some((verb, subject)) = rest.split_last() else { return false };
        if self.is_first || !is_open(verb) && !is_in(verb, ADVERBS) || self.words.len() > 8 {
            return false;
        }
        if let Some((at, count)) = self.office() {
            let is_short = |word: &Token| is_in(word, DETERMINERS) || word.is_capital || is_in(word, SOMEBODY);
            return self.words[..at].iter().all(is_short) && at + count < self.words.len();
        }
        let is_led = is_in(first, DETERMINERS) || is_in(first, SOMEBODY) || is_open(first);
        let is_bare =
            !subject.is_empty() && subject.len() <= 4 && subject.iter().all(|word| is_open(word) || is_name(word));
        let is_past = verb.plain.ends_with("ed");
        let is_english = is_past || !is_open(first) && verb.plain.ends_with('s') && !verb.plain.ends_with("ss");
        let is_indefinite = is_in(first, &["un", "une", "una"]);
        let is_noun = subject.len() == 1
            && (is_name(&subject[0]) && (self.clauses.language.is_none() || self.nouns_are_capital()) || is_indefinite);
        let is_russian_told = is_russian_verb(verb)
            && (!is_open(first) || is_russian(first) && subject.len() == 1 && verb.plain.contains('л'));
        is_led && is_bare && (is_english || is_noun || self.is_apart && !is_open(first) || is_russian_told)
            || self.words.len() == 2 && is_open(first) && is_russian(first) && is_russian_verb(verb)
            || self.words.len() == 2 && is_open(first) && is_past && !first.plain.ends_with("ly")
            || is_in(first, SOMEBODY) && rest.len() <= 3 && !is_in(first, &["one", "man"])
    }

    /// `she snaps`, `grinst er`, `peste-t-elle`, `murmure-t-on`.
    fn has_pronoun(&self) -> bool {
        let is_pronoun = |word: &Token| PRONOUNS.iter().any(|(pronoun, _)| *pronoun == word.plain);
        let is_inverted = |word: &Token| word.plain.ends_with("-on") || word.plain.contains("-t-");
        self.words.iter().take(2).any(is_inverted)
            || !self.is_first
                && self.words.len() == 2
                && self.words.iter().any(is_pronoun)
                && self.words.iter().any(is_open)
    }

    /// Words between dashes or in brackets that do not go on with the sentence: `—masculla—`.
    fn is_detached(&self) -> bool {
        self.is_apart && self.words.len() <= 3 && is_open(&self.words[0]) && !self.words[0].plain.ends_with("ly")
    }

    /// The same in scripts without capital letters.
    fn is_uncased(&self) -> bool {
        let bare = |word: &Token| word.plain.strip_prefix(['و', 'ف']).unwrap_or(&word.plain).to_owned();
        let is_plain = |word: &Token| !word.plain.starts_with("ال") && !is_closed(word);
        let is_begun = |word: &Token| is_plain(word) && !word.plain.starts_with(['و', 'ف']);
        let plain: Vec<String> = self.words.iter().map(|word| word.plain.clone()).collect();
        let is_known = (0..plain.len()).any(|at| {
            let without = plain[at].strip_prefix('ل').map(str::to_owned);
            [Some(plain[at].clone()), without].into_iter().flatten().any(|first| {
                let name: Vec<String> = std::iter::once(first).chain(plain.get(at + 1).cloned()).collect();
                name.len() == 2 && self.clauses.people.named(&name).is_some()
            })
        });
        let first = &self.words[0];
        let is_led = ACCORDING.contains(&bare(first).as_str())
            || is_in(first, ACCORDING)
            || is_in(first, QUOTING)
            || self
                .words
                .iter()
                .skip(1)
                .take(2)
                .any(|word| is_in(word, &["حد", "تعبير"]) || SAYING.contains(&bare(word).as_str()));
        let is_short = self.words.len() <= 6;
        let is_linked = |word: &Token| {
            let is_attached = ["بال", "لل", "كال"].iter().any(|before| word.plain.starts_with(before));
            is_attached || is_in(word, ARABIC_LINKS) || is_in(word, ORDINARY)
        };
        // `يسخر الصياد`: a verb, and whoever tells it; `ضاحكا`: how it is told.
        let has_article = |word: &Token| word.plain.starts_with("ال");
        let is_told = match self.words {
            [word] => is_begun(word) && !is_linked(word),
            [first, rest @ ..] => {
                rest.len() <= 3 && is_begun(first) && !is_linked(first) && rest.iter().any(has_article)
            }
            [] => false,
        };
        // `هذا من مارتن`, `والكلام لمارتن`
        let is_said = |word: &Token| is_in(word, &["من", "رأي", "كلام", "قول", "رد", "جواب", "تعليق"]);
        let points = self.words.len() <= 4
            && match self.words {
                [first, second, _, ..] => bare(first) == "هذا" && is_said(second),
                [first, second] => bare(first) == "الكلام" && second.plain.starts_with('ل'),
                _ => false,
            };
        is_told
            || points
            || is_short && (is_known || is_led || self.office().is_some() && !is_closed(first))
            || (2..=3).contains(&self.words.len())
                && is_begun(first)
                && !is_linked(first)
                && self.words.iter().all(is_plain)
            || is_short && is_begun(first) && self.words.iter().any(|word| is_in(word, SOMEBODY))
    }

    /// Whether it is only a name, behind which a verb may follow: `Jack Oak, the mayor, sneers`.
    pub(super) fn is_name_only(&self) -> bool {
        self.words.iter().all(is_name) && (self.words.len() > 1 || self.is_known(self.words))
    }

    /// Where an office or an onlooker stands, and how many words it is.
    fn office(&self) -> Option<(usize, usize)> {
        let lower: Vec<String> = self.words.iter().map(|word| word.plain.clone()).collect();
        (0..lower.len()).find_map(|at| {
            let is_onlooker =
                is_in(&self.words[at], ONLOOKERS) || is_in(&self.words[at], ASKING) && lower[at].len() > 4;
            let office = offices::leading(&lower[at..]).map(|(_, count)| count);
            office.or(is_onlooker.then_some(1)).map(|count| (at, count))
        })
    }

    fn is_known(&self, name: &[Token]) -> bool {
        name.iter().any(|word| self.clauses.people.is_family(&word.plain))
    }

    fn nouns_are_capital(&self) -> bool {
        self.clauses.language.as_ref().is_some_and(|language| matches!(language.as_str(), "de" | "lb"))
    }
}
