//! What stands behind the verb of an attribution clause: when, where and to whom somebody said something. Whatever else
//! stands there may begin another clause, whose words the quotation is: `said critics were wrong that “…”`.

use super::tokens::Token;
use super::word_classes::{is_in, is_open, is_saying};
use crate::entry::date::month_named;
use crate::naming::letters::plain;
use crate::naming::words::{
    ADDING, ADVERBS, AGENCIES, AT_PLACES, BEFORE_NOUNS, CLAIMED, CONJUNCTIONS, LISTENERS, NEGATIONS, OCCASIONS,
    PERSONS, PRONOUNS, QUOTING, SAYING_WHILE, SUBORDINATE, THAT, THIRD_PARTIES, TIMES, TO_PEOPLE, VIEWS,
};

/// What words behind a verb of saying are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// A time, a place, an occasion, and those who only listen.
    Plain,
    /// The same, with somebody whom a pronoun may stand for.
    Addressed,
    /// Anything else.
    Other,
}

/// Reads the words behind a subject and its verb. With a colon behind them they may be longer.
pub(super) fn rest(verb: &str, rest: &[Token], is_colon: bool) -> Rest {
    let words = without_adding(trimmed(rest));
    if rest.iter().any(|word| word.plain == ":")
        || words.iter().any(|word| is_foreign(word) || !is_colon && is_in(word, CLAIMED))
    {
        return Rest::Other;
    }
    let mut reader = Reader {
        words,
        at: 0,
        is_colon,
        is_addressed: false,
        is_english: is_english(verb),
        is_russian: verb.starts_with(|c: char| matches!(c, 'а'..='я')),
    };
    // `told the driver`, `told Parliament`
    if is_addressing(verb) && words.first().is_some_and(is_addressee) && !reader.noun(true) {
        return Rest::Other;
    }
    while reader.at < words.len() {
        if !reader.phrase() {
            return Rest::Other;
        }
    }
    if reader.is_addressed || names_person(words) { Rest::Addressed } else { Rest::Plain }
}

/// Whether words behind a verb begin a clause of their own: `“…”, Lee said a driver had told her`. German and Russian set
/// a comma before one.
pub(super) fn begins_clause(verb: &str, rest: &[Token]) -> bool {
    let Some(first) = rest.first().filter(|first| first.is_word) else { return false };
    let tells = is_addressing(verb);
    let is_time = rest.iter().take(4).take_while(|word| word.is_word).any(is_time);
    if !verb.is_ascii() && verb.chars().any(|c| matches!(c, 'а'..='я' | '\u{620}'..='\u{64a}')) {
        return false;
    }
    if is_in(first, &["que", "that"]) || first.plain.starts_with("qu'") {
        return true;
    }
    let is_linked = is_in(first, AT_PLACES) || is_in(first, TO_PEOPLE) || is_in(first, LISTENERS) || is_adverb(first);
    if is_english(verb) {
        let is_here = |word: &&Token| {
            word.is_word
                && !is_in(word, SUBORDINATE)
                && !is_in(word, &["after", "before", "since", "until", "and", "that"])
        };
        let is_third = rest.iter().take_while(is_here).any(|word| is_in(word, THIRD_PARTIES) || is_pronoun(word));
        let is_open =
            is_open(first) && !is_linked && !is_time && !first.plain.ends_with("ing") && !is_in(first, SUBORDINATE);
        return is_third
            || !tells
                && (is_open
                    || is_in(first, &["the", "a", "an", "his", "her", "its", "their", "some", "many", "most"])
                        && !is_time);
    }
    let is_article = !is_time
        && is_in(
            first,
            &[
                "le", "la", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "el", "los", "las", "una", "su",
                "sus",
            ],
        );
    is_article || is_open(first) && !is_linked && !is_time && is_infinitive(&first.plain) && !is_german(verb)
}

/// Whether words behind a verb have nobody else who may speak: `Lee said, adding that it was late`, but not `Lee said, as
/// a driver shouted`.
pub(super) fn has_one_subject(verb: &str, words: &[Token]) -> bool {
    // `the Russia - Islamic World group`
    let is_inner = |at: usize| {
        let is_capital = |at: usize| words.get(at).is_some_and(|word| word.is_capital);
        matches!(words[at].plain.as_str(), "-" | "–") && is_capital(at + 1) && at.checked_sub(1).is_some_and(is_capital)
    };
    let words: Vec<Token> = (0..words.len()).filter(|at| !is_inner(*at)).map(|at| words[at].clone()).collect();
    if rest(verb, &words, true) != Rest::Other {
        return true;
    }
    let is_link = |word: &Token| {
        is_in(word, SUBORDINATE)
            || is_in(word, CONJUNCTIONS)
                && !is_in(word, TO_PEOPLE)
                && !is_in(word, &["with", "con", "avec", "mit", "с", "со", "مع"])
    };
    let is_begun = |word: &Token| {
        is_in(word, AT_PLACES)
            || is_in(word, TO_PEOPLE)
            || is_in(word, SAYING_WHILE)
            || is_in(word, ADDING)
            || is_adverb(word)
            || is_time(word)
            || word.plain.ends_with("ing")
    };
    let mut clauses = words.split(|word| !word.is_word).filter(|clause| !clause.is_empty());
    let begins_with_mark = words.first().is_some_and(|word| !word.is_word);
    let first = if begins_with_mark { None } else { clauses.next() };
    // `was` is a German pronoun.
    let is_link = |word: &Token| is_link(word) && !(word.plain == "was" && is_english(verb));
    let is_plain = |clause: &[Token]| !clause.iter().any(|word| is_link(word) || is_saying(&word.plain));
    first.is_none_or(|clause| is_plain(clause) && !begins_clause(verb, clause))
        && clauses.all(|clause| is_begun(&clause[0]) && is_plain(clause))
}

/// Whether words name one whom a pronoun may stand for.
pub(super) fn names_person(words: &[Token]) -> bool {
    const SHORT: usize = 5;
    words.iter().any(|word| {
        let plain = word.plain.as_str();
        let is_one = |stem: &&&str| {
            plain.strip_prefix(**stem).is_some_and(|end| {
                let is_plural = plain.is_ascii() && end.ends_with('s');
                end.is_empty() || stem.chars().count() >= SHORT && end.chars().count() <= 2 && !is_plural
            })
        };
        !is_in(word, LISTENERS) && PERSONS.iter().find(is_one).is_some()
    })
}

/// Whether a word may begin an object: not `told, on Monday`.
fn is_addressee(word: &Token) -> bool {
    word.plain == "a" || !is_in(word, TO_PEOPLE) && !is_in(word, AT_PLACES) && !is_time(word) && !is_adverb(word)
}

/// Whether an English verb has those before whom somebody speaks as its object.
fn is_addressing(verb: &str) -> bool {
    matches!(verb, "told" | "tells" | "asked" | "urged" | "warned")
}

/// Whether words behind a verb may say that two speak: `Lee said with Day`, `said together with Day`.
pub(super) fn is_joint(words: &[Token]) -> bool {
    const WITH: [&str; 8] = ["with", "alongside", "avec", "mit", "con", "с", "со", "مع"];
    const TOGETHER: [&str; 9] = [
        "together",
        "jointly",
        "gemeinsam",
        "zusammen",
        "conjointement",
        "conjuntamente",
        "junto",
        "вместе",
        "совместно",
    ];
    words.first().is_some_and(|first| is_in(first, &WITH)) || words.iter().any(|word| is_in(word, &TOGETHER))
}

fn trimmed(words: &[Token]) -> &[Token] {
    let end = words.iter().rposition(|word| word.is_word).map_or(0, |at| at + 1);
    &words[..end]
}

/// `Lee said, adding that`
fn without_adding(words: &[Token]) -> &[Token] {
    match words {
        [rest @ .., last] if is_in(last, ADDING) => trimmed(rest),
        _ => words,
    }
}

/// Whether a word is of another clause.
fn is_foreign(word: &Token) -> bool {
    let negates = word.plain.ends_with("n't") || word.plain.starts_with("n'") || word.plain.starts_with("qu'");
    let is_that = is_in(word, THAT) && !is_in(word, &["about", "how", "that"]);
    negates
        || is_that
        || [NEGATIONS, SUBORDINATE, QUOTING, VIEWS, THIRD_PARTIES].iter().any(|list| is_in(word, list))
        || is_pronoun(word)
        || word.plain.starts_with("котор")
        || is_saying(&word.plain)
            && word.plain != "hinzu"
            && !is_in(word, OCCASIONS)
            && !is_in(word, TIMES)
            && !is_in(word, AT_PLACES)
}

fn is_pronoun(word: &Token) -> bool {
    PRONOUNS.iter().any(|(pronoun, _)| *pronoun == word.plain)
}

fn is_time(word: &Token) -> bool {
    let is_number = word.plain.starts_with(|c: char| c.is_ascii_digit());
    is_number || is_in(word, TIMES) || month_named(&word.plain).is_some()
}

fn is_adverb(word: &Token) -> bool {
    is_in(word, ADVERBS) || ["ly", "ment", "mente"].iter().any(|end| word.plain.ends_with(end)) && !word.is_capital
}

fn is_english(verb: &str) -> bool {
    verb.ends_with("ed") || matches!(verb, "said" | "says" | "told" | "tells" | "wrote" | "writes" | "adds")
}

fn is_german(verb: &str) -> bool {
    verb.ends_with("te")
        || ["sagt", "erklärt", "betont", "meint", "warnt", "schrieb", "gesagt", "hinzu", "hob", "unterstrich"]
            .contains(&verb)
}

/// Whether a French or Spanish word may be a verb without a subject: `a dit avoir entendu`.
fn is_infinitive(word: &str) -> bool {
    ["ar", "er", "ir", "re", "oir"].iter().any(|end| word.ends_with(end))
}

fn is_agency(word: &Token) -> bool {
    AGENCIES.iter().any(|agency| plain(agency) == word.plain)
}

fn is_arabic(word: &Token) -> bool {
    word.plain.starts_with(|c: char| matches!(c, '\u{620}'..='\u{64a}'))
}

/// Articles and possessives behind which a noun has a capital letter.
const GERMAN_ARTICLES: &[&str] = &[
    "der", "dem", "den", "das", "einem", "einer", "eines", "einen", "ihrem", "ihrer", "seinem", "seiner", "diesem",
    "dieser",
];

struct Reader<'t> {
    words: &'t [Token],
    at: usize,
    is_colon: bool,
    is_addressed: bool,
    is_english: bool,
    is_russian: bool,
}

impl Reader<'_> {
    fn next(&self) -> Option<&Token> {
        self.words.get(self.at)
    }

    /// Whether a phrase of time, place or occasion begins here; it is passed.
    fn phrase(&mut self) -> bool {
        let Some(word) = self.next().cloned() else { return false };
        self.at += 1;
        if !word.is_word {
            return self.is_colon && matches!(word.plain.as_str(), "," | "،") && self.begins_phrase();
        }
        if self.is_colon && is_in(&word, SAYING_WHILE) {
            self.at = self.words.len();
            self.is_addressed = true;
            return true;
        }
        if is_time(&word) || is_in(&word, LISTENERS) {
            return true;
        }
        let is_a = word.plain == "a" && self.is_english;
        // `ahead of the summit`
        if self.next().is_some_and(|next| is_in(&word, AT_PLACES) && is_in(next, &["of", "de", "des", "du"])) {
            return true;
        }
        if !is_a && (is_in(&word, AT_PLACES) || is_in(&word, TO_PEOPLE)) {
            return self.noun(
                !is_in(&word, AT_PLACES) && self.at > 1
                    || is_in(
                        &word,
                        &["to", "with", "à", "au", "aux", "al", "mit", "с", "со", "к", "إلى", "مع", "gegenüber"],
                    ),
            );
        }
        if is_adverb(&word) {
            return true;
        }
        if is_in(&word, BEFORE_NOUNS)
            && (self.next().is_some_and(is_time) || self.words.get(self.at + 1).is_some_and(is_time))
        {
            self.at += 1 + usize::from(!self.next().is_some_and(is_time));
            return true;
        }
        self.is_dative(&word)
    }

    /// Whether words behind a comma begin a phrase; a Russian clause may begin with any word.
    fn begins_phrase(&self) -> bool {
        let is_begun = |word: &Token| {
            is_in(word, AT_PLACES)
                || is_in(word, TO_PEOPLE)
                || is_in(word, SAYING_WHILE)
                || is_time(word)
                || is_adverb(word)
        };
        !self.is_russian || self.next().is_none_or(is_begun)
    }

    /// `sagte dem Fahrer`, `сказал водителю`, `قال للسائق`: somebody spoken to, without a preposition.
    fn is_dative(&mut self, word: &Token) -> bool {
        // `der` may be a nominative: `Bergmann sagte der Fahrer` is what the driver said.
        if word.plain == "der" {
            let was_addressed = std::mem::take(&mut self.is_addressed);
            let is_known = self.noun(true) && !self.is_addressed;
            self.is_addressed |= was_addressed;
            return is_known;
        }
        if is_in(word, &["dem", "den", "einer", "einem", "ihrem", "ihrer", "seinem", "seiner"]) {
            return self.noun(true);
        }
        if is_arabic(word) {
            let is_attached = word.plain.starts_with('ل') || word.plain.starts_with('ب');
            self.is_addressed |= word.plain.starts_with('ل');
            return is_attached || word.plain.starts_with("ال") || is_in(word, OCCASIONS);
        }
        const DATIVES: [&str; 8] = ["у", "ю", "е", "и", "м", "ой", "ей", "ам"];
        let is_dative = word.is_acronym || DATIVES.iter().any(|end| word.plain.ends_with(end));
        self.is_addressed |= self.is_russian;
        self.is_russian && is_dative
    }

    /// Whether a noun begins here, with what may stand before it; it is passed. Behind some prepositions it is somebody.
    fn noun(&mut self, is_person: bool) -> bool {
        let (start, mut has_article, mut has_open, mut has_head) = (self.at, false, false, false);
        let mut is_german = false;
        while let Some(word) = self.next().filter(|word| word.is_word) {
            let is_known = is_in(word, OCCASIONS) || is_in(word, LISTENERS) || is_agency(word) || word.is_acronym;
            if is_known || is_time(word) {
                has_head = true;
                has_article |= word.plain.starts_with("l'");
            } else if let Some((_, inner)) =
                word.plain.split_once('\'').filter(|(before, _)| matches!(*before, "l" | "d"))
            {
                // `l'Assemblée`, `d'une conférence`
                has_article = true;
                has_open |= !BEFORE_NOUNS.contains(&inner);
            } else if is_in(word, BEFORE_NOUNS) && !has_head && !has_open {
                has_article = true;
                is_german |= is_in(word, GERMAN_ARTICLES);
            } else if self.at > start && (is_in(word, AT_PLACES) || is_in(word, TO_PEOPLE) || is_adverb(word)) {
                break;
            } else if is_arabic(word) {
                let is_bound = word.plain.starts_with(['و', 'ي']) && !is_bare(&word.plain);
                if is_bound || self.at - start >= 4 {
                    return false;
                }
                self.is_addressed |= is_person;
            } else if self.is_russian {
                self.is_addressed |= is_person;
            } else if word.is_capital {
                has_head = true;
                self.is_addressed |= is_person;
            } else if is_open(word)
                && !has_open
                && (!has_head || has_article && !is_german)
                && self.may_be_noun(word, has_article)
            {
                has_open = true;
                self.is_addressed |= is_person;
            } else {
                break;
            }
            self.at += 1;
        }
        self.at > start
    }

    /// Whether a word that no list has may be a noun: `at the harbour`, but not `to believe`, `de croire`.
    fn may_be_noun(&self, word: &Token, has_article: bool) -> bool {
        let is_after_to = self.at > 0 && self.words[self.at - 1].plain == "to";
        match self.is_english {
            true => !word.plain.ends_with("ing") && (!is_after_to || word.plain.ends_with('s')),
            false => has_article || !is_infinitive(&word.plain),
        }
    }
}

/// Whether an Arabic word begins with a letter that looks like `and` or like a verb's, and is neither.
fn is_bare(word: &str) -> bool {
    ["وزير", "وزار", "وكال", "وسائ", "وسط", "وقت", "وفد", "واشنطن", "يوم", "يناير", "يوني", "يوليو"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::{Rest, begins_clause, has_one_subject, names_person, rest};
    use crate::draft::tokens::tokens;

    #[test]
    fn what_stands_behind_a_verb_of_saying() {
        for (verb, words, is_colon, expected) in [
            ("said", "", false, Rest::Plain),
            ("said", "on Monday in Vale", false, Rest::Plain),
            ("said", "late Monday, adding", false, Rest::Plain),
            ("said", "ahead of the summit", false, Rest::Plain),
            ("told", "reporters after the talks", false, Rest::Plain),
            ("told", "a fisherman", false, Rest::Addressed),
            ("said", "of the fish", true, Rest::Plain),
            ("a", "à la presse lundi", false, Rest::Plain),
            ("dit", "lors d'une conférence de presse", false, Rest::Plain),
            ("dijo", "el lunes en rueda de prensa", false, Rest::Plain),
            ("sagte", "am Montag vor Journalisten", false, Rest::Plain),
            ("sagte", "dem Fischer", true, Rest::Addressed),
            ("сказал", "журналистам в понедельник", false, Rest::Plain),
            ("сказал", "рыбаку", true, Rest::Addressed),
            ("сказал", ", отвечая на вопрос", true, Rest::Addressed),
            ("قال", "في مؤتمر صحفي", true, Rest::Plain),
            ("said", "critics were wrong", false, Rest::Other),
            ("said", "she did not believe", false, Rest::Other),
            ("said", "in Vale rivals believe", false, Rest::Other),
            ("said", "on Monday, as Oak once put it", false, Rest::Other),
            ("said", "a fisherman had shouted", true, Rest::Other),
            ("dit", "avoir entendu", false, Rest::Other),
            ("dijo", "en Vale creer", false, Rest::Other),
            ("sagte", ", viele glaubten", false, Rest::Other),
            ("сказал", ", что никогда не говорил", false, Rest::Other),
            ("сказал", ", и рыбак крикнул", true, Rest::Other),
            ("قال", "إنه لا يعتقد", false, Rest::Other),
        ] {
            assert_eq!(rest(verb, &tokens(words), is_colon), expected, "{verb} {words}");
        }
    }

    #[test]
    fn clauses_of_others_behind_a_verb() {
        for (verb, words) in [
            ("said", "a fisherman had told her"),
            ("said", "on Monday she had been told"),
            ("dit", "avoir entendu"),
            ("dijo", "que gritaba un pescador"),
        ] {
            assert!(begins_clause(verb, &tokens(words)), "{words}");
        }
        for (verb, words) in
            [("said", "the other day"), ("told", "the harbour board"), ("dijo", "el lunes"), ("sagte", "der Zeitung")]
        {
            assert!(!begins_clause(verb, &tokens(words)), "{words}");
        }
        assert!(has_one_subject("said", &tokens(", adding that it was late")));
        assert!(!has_one_subject("said", &tokens(", as a fisherman shouted")));
        assert!(names_person(&tokens("to a fisherman")) && !names_person(&tokens("to reporters on the management")));
    }
}
