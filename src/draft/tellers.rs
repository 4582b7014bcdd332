//! Clauses within quotation marks that tell of somebody by a verb that is not known: `mused her rival Bo Day`, `tonne le
//! sénateur`, `so der Kanzler`. What looks like one leaves the words to nobody.

use super::clauses::Clauses;
use super::offices;
use super::tokens::Token;
use super::words::{
    ACCORDING, ADVERBS, ASKING, AUXILIARIES, BESIDE_NAMES, CONJUNCTIONS, COURTESY, FIRST_PERSON, FUNCTION, NEAR_NAMES,
    ONLOOKERS, ORDINARY, PARTICLES, PRONOUNS, STAGE,
};

/// How verbs of the past end in some languages.
const PAST_ENDS: [&str; 4] = ["ed", "ó", "л", "ла"];

/// How verbs end that no teller is the subject of.
const OTHER_ENDS: [&str; 7] = ["ing", "ant", "ons", "ая", "яя", "ую", "юю"];

/// A clause between commas, dashes or brackets.
pub(super) struct Teller<'a> {
    pub(super) words: &'a [Token],
    /// Whether it stands between dashes or in brackets.
    pub(super) is_apart: bool,
    pub(super) clauses: &'a Clauses<'a>,
}

impl Teller<'_> {
    /// Whether the clause may tell of somebody.
    pub(super) fn tells(&self) -> bool {
        if self.words.iter().any(|word| is_in(word, FIRST_PERSON)) {
            return false;
        }
        self.is_according()
            || self.is_verb_of_form()
            || self.is_verb_and_name()
            || self.is_name_and_verb()
            || self.is_office()
    }

    /// `so Bo Day`, `selon le ministre`, `по словам Дэя`, `as Bo Day put it`.
    fn is_according(&self) -> bool {
        let plain = |at: usize| self.words.get(at).map_or("", |word| word.plain.as_str());
        let is_short = self.words.len() <= 5 && self.words.len() > 1;
        let is_led = is_in(&self.words[0], ACCORDING) || (plain(0), plain(1)) == ("по", "словам");
        let names = self.words[1..].iter().any(|word| word.is_capital) || self.office().is_some();
        let puts_it = plain(0) == "as" && self.words.last().is_some_and(|last| last.plain == "it");
        is_short && names && (is_led || puts_it)
    }

    /// `—interrumpió el senador—`, `se souvient Martin`, `a plaisanté M. Martin`, `de plaisanter M. Martin`.
    fn is_verb_of_form(&self) -> bool {
        let ends = |at: usize, ends: &[&str]| {
            let word = self.words.get(at).filter(|word| !word.is_capital && word.plain.chars().count() > 3);
            word.is_some_and(|word| ends.iter().any(|end| word.plain.ends_with(end)))
        };
        let names = self.words.iter().skip(1).any(|word| word.is_capital);
        let first = self.words[0].plain.as_str();
        let is_spanish = self.is_apart && may_be_verb(&self.words[0]) && ends(0, &["ó", "ía"]);
        let is_reflexive = first == "se" && !ends(1, &["er", "ir", "re"]) || first.starts_with("s'");
        let is_french = first == "a" && ends(1, &["é"]) || first == "de" && ends(1, &["er", "ir"]);
        is_spanish || names && (is_reflexive || is_french)
    }

    /// `mused her rival Bo Day`, `tonne Paul Martin`, `she mused`; a known name in any language.
    fn is_verb_and_name(&self) -> bool {
        /// How many words may stand between the verb and the name: `her old rival`.
        const BETWEEN: usize = 4;
        let Some(at) = self.words.iter().position(|word| word.is_capital) else {
            return self.words.len() == 2 && is_past(&self.words[1]) && is_pronoun(&self.words[0]);
        };
        let before = &self.words[..at];
        let is_plain = before.iter().all(|word| word.is_word) && !before.iter().any(|word| is_in(word, NEAR_NAMES));
        if at == 0 || at > BETWEEN + 1 || !is_plain || !may_be_verb(&self.words[0]) {
            return false;
        }
        let length = self.words[at..].iter().take_while(|word| word.is_capital).count();
        let name = &self.words[at..at + length];
        if name.iter().any(|word| is_day(&word.plain)) {
            return false;
        }
        let is_last = at + length == self.words.len();
        let is_known = self.is_known(name);
        let is_past = before.iter().any(is_past);
        // Where nouns have capital letters, two of them are no name; an English verb that tells has an ending.
        let is_english = self.language() == "en";
        let is_finite = is_past || !is_english || before[0].plain.ends_with('s');
        let is_name = length > 1 && is_finite && !self.nouns_are_capital();
        let is_single = at <= 2 && is_finite && (at == 1 || is_past || self.is_apart) && !self.nouns_are_capital();
        is_last && (is_known || is_name || is_single)
    }

    /// `Day mused`, `Bo Day chimed in`, `her rival Bo Day mused`, `Martin tonne`.
    fn is_name_and_verb(&self) -> bool {
        let Some(first) = self.words.iter().position(|word| word.is_capital).filter(|at| *at <= 2) else {
            return false;
        };
        let length = self.words[first..].iter().take_while(|word| word.is_capital).count();
        let (name, rest) = (&self.words[first..first + length], &self.words[first + length..]);
        let is_short = (1..=2).contains(&rest.len()) && rest.iter().all(|word| word.is_word && !word.is_capital);
        // `the biggest Eurasian power` has no teller.
        let is_somebody = first == 0 || self.office().is_some_and(|(at, count)| at + count == first);
        let is_verb = is_short
            && is_somebody
            && may_be_verb(&rest[0])
            && (is_past(&rest[0]) || self.is_known(name) || rest.len() == 1);
        is_verb && (self.is_known(name) || !self.nouns_are_capital()) && !name.iter().any(|word| is_day(&word.plain))
    }

    /// `mused the senator`, `депутат пошутил`, `rires de Bo Day`: an office or an onlooker, with a verb that is not known.
    fn is_office(&self) -> bool {
        let Some((at, count)) = self.office() else {
            let is_stage = |word: &Token| STAGE.iter().any(|stage| word.plain.starts_with(stage));
            return is_stage(&self.words[0]) && self.words.iter().skip(1).any(|word| word.is_capital);
        };
        let is_short = self.words.len() <= 6 && self.words.iter().all(|word| word.is_word);
        let (before, after) = (&self.words[..at], &self.words[at + count..]);
        let is_article = |word: &Token| is_small(word) || is_in(word, BESIDE_NAMES);
        // The verb begins the clause, or ends it.
        let begins = before.first().is_some_and(|first| may_be_verb(first) && !first.is_capital);
        let ends = before.len() <= 2 && before.iter().all(is_article) && matches!(after, [verb] if may_be_verb(verb));
        is_short
            && (begins
                && !before
                    .iter()
                    .skip(1)
                    .any(|word| is_in(word, NEAR_NAMES) && !matches!(word.plain.as_str(), "of" | "a"))
                || ends)
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

    fn language(&self) -> &str {
        self.clauses.language.as_ref().map_or("", |language| language.as_str())
    }

    fn nouns_are_capital(&self) -> bool {
        matches!(self.language(), "de" | "lb")
    }
}

fn is_in(word: &Token, list: &[&str]) -> bool {
    list.contains(&word.plain.as_str())
}

fn is_past(word: &Token) -> bool {
    PAST_ENDS.iter().any(|end| word.plain.ends_with(end))
}

fn is_pronoun(word: &Token) -> bool {
    PRONOUNS.iter().any(|(pronoun, _)| *pronoun == word.plain)
}

/// Whether a word is a day of the week, which stands with a capital letter in some languages.
fn is_day(word: &str) -> bool {
    super::dates::weekday(word).is_some()
}

fn is_small(word: &Token) -> bool {
    FUNCTION.iter().any(|(_, words)| words.contains(&word.plain.as_str()))
        || is_in(word, CONJUNCTIONS)
        || is_in(word, PARTICLES)
}

/// Whether a word may be a verb: no preposition, article, pronoun or adverb that is known.
fn may_be_verb(word: &Token) -> bool {
    let is_auxiliary = is_in(word, AUXILIARIES) && word.plain.chars().count() > 1;
    let others = [ADVERBS, COURTESY, FIRST_PERSON, ORDINARY, BESIDE_NAMES];
    let is_other = is_small(word) || others.into_iter().any(|list| is_in(word, list));
    is_auxiliary || !is_other && !OTHER_ENDS.iter().any(|end| word.plain.ends_with(end))
}
