//! Attribution clauses: `Minister Lee said`, `a déclaré M. Lee`, `sagte er`. A clause attributes words to a recorded
//! person only if the person is its whole subject.

use std::collections::BTreeSet;

use super::behind::{self, Rest};
use super::others;
use super::people::People;
use super::tokens::Token;
pub(super) use super::word_classes::is_saying;
use crate::language::Language;
use crate::naming::offices::{self, Class};
use crate::naming::words::{
    ACCORDING, ADDING, ADVERBS, AUXILIARIES, BESIDE, CONJUNCTIONS, COURTESY, PRONOUNS, QUOTING, THAT,
};

/// Who said something, by a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The clause does not say that anybody said something.
    Nothing,
    /// A person on record.
    By(usize),
    /// One whom a pronoun stands for, with its gender, if it has one.
    Pronoun(Option<char>),
    /// Somebody else, or a subject that is not understood.
    Another,
}

/// The gender of the pronoun that a French verb ends with: `a-t-il`, `dit-elle`.
fn inverted(word: &str) -> Option<char> {
    match word {
        word if word.ends_with("-il") => Some('m'),
        word if word.ends_with("-elle") => Some('f'),
        _ => None,
    }
}

/// Whether a clause has a verb of saying within its first words.
pub(super) fn has_saying(tokens: &[Token], within: usize) -> bool {
    tokens.iter().take(within).any(|token| is_saying(&token.plain) || inverted(&token.plain).is_some())
}

pub(super) fn has_quoting(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| QUOTING.contains(&token.plain.as_str()))
}

/// Participles that begin a clause about the question.
pub(super) const ASKED: [&str; 6] = ["asked", "interrogé", "interrogée", "preguntado", "preguntada", "gefragt"];

/// `по словам`: reported speech, not a quotation.
fn is_words_of(tokens: &[Token]) -> bool {
    tokens.len() > 2 && tokens[0].plain == "по" && tokens[1].plain == "словам"
}

/// Who said something, by which verb, and what stands behind both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution<'t> {
    pub(super) said: Said,
    pub(super) verb: &'t str,
    pub(super) rest: &'t [Token],
}

/// A subject, with the number of its words.
type Subject = (Said, usize);

/// Reads the clauses of a text.
pub(super) struct Clauses<'a> {
    pub(super) people: &'a People,
    /// Family names that may be those of other people in the text.
    pub(super) rivals: BTreeSet<String>,
    /// The tag of the language of the text, where it is known.
    pub(super) language: Option<Language>,
}

impl Clauses<'_> {
    /// The speaker of a quotation before the clause: `said Lee`, `Lee said on Monday`.
    pub(super) fn after(&self, tokens: &[Token]) -> Said {
        let tokens = begun(tokens);
        if tokens.is_empty() {
            return Said::Nothing;
        }
        if has_quoting(tokens) && !is_words_of(tokens) || others::is_phrase_of(tokens) {
            return Said::Another;
        }
        let is_led = self.led(tokens).is_some();
        match self.attribution(tokens) {
            Some(Attribution { said, verb, rest }) => {
                let is_other =
                    joins(rest) || others::describes_another(verb, rest) || behind::begins_clause(verb, rest);
                if is_led || !is_other { said } else { Said::Another }
            }
            None if self.verb(tokens).is_some() || has_saying(tokens, 14) => Said::Another,
            None => Said::Nothing,
        }
    }

    /// The parts of a clause that begins behind a quotation.
    pub(super) fn attribution<'t>(&self, tokens: &'t [Token]) -> Option<Attribution<'t>> {
        let tokens = begun(tokens);
        if let Some((said, end)) = self.led(tokens) {
            return Some(Attribution { said, verb: "", rest: &tokens[end..] });
        }
        let first = tokens.first()?;
        if let Some(gender) = inverted(&first.plain) {
            return Some(Attribution { said: Said::Pronoun(Some(gender)), verb: &first.plain, rest: &tokens[1..] });
        }
        if let Some(count) = self.verb(tokens) {
            let verb = tokens[count - 1].plain.as_str();
            return match self.subject(&tokens[count..]) {
                Some((said, length)) => Some(Attribution { said, verb, rest: &tokens[count + length..] }),
                None if ends(&tokens[count..]) && drops_pronoun(verb) => {
                    Some(Attribution { said: Said::Pronoun(None), verb, rest: &tokens[count..] })
                }
                None => None,
            };
        }
        let (said, length) = self.subject(tokens)?;
        let rest = after_adverbs(&tokens[apposition(tokens, length)..]);
        let count = self.verb(rest)?;
        Some(Attribution { said, verb: &rest[count - 1].plain, rest: &rest[count..] })
    }

    /// `according to Lee`, `selon Lee`, `so Lee weiter`, `по словам Лаврова`; and where it ends.
    fn led(&self, tokens: &[Token]) -> Option<(Said, usize)> {
        let word = |at: usize| tokens.get(at).map_or("", |token| token.plain.as_str());
        let count = match (word(0), word(1)) {
            ("according", "to") => 2,
            ("по", "словам") => 2,
            (first, _) if ACCORDING.contains(&first) => 1,
            _ => return None,
        };
        let found = match self.subject(&tokens[count..]) {
            Some((said, length)) if !joins(&tokens[count + length..]) => Some((said, length)),
            _ if word(0) == "по" => self.genitive(&tokens[count..]),
            _ => None,
        };
        Some(found.map_or((Said::Another, count), |(said, length)| (said, count + length)))
    }

    /// `по словам Лаврова`: the name in another case.
    fn genitive(&self, tokens: &[Token]) -> Option<Subject> {
        let nominative = |token: &Token| {
            let plain = token.plain.strip_suffix('а').unwrap_or(&token.plain).to_owned();
            Token { plain, ..token.clone() }
        };
        let tokens: Vec<Token> = tokens.iter().take(3).map(nominative).collect();
        let (person, length) = self.name(&tokens)?;
        (!goes_on(&tokens[length..])).then_some((Said::By(person), length))
    }

    /// The length in words of a verb of saying at the start.
    fn verb(&self, tokens: &[Token]) -> Option<usize> {
        let auxiliaries = tokens.iter().take_while(|token| AUXILIARIES.contains(&token.plain.as_str())).count();
        let verb = tokens.get(auxiliaries).filter(|token| token.is_word)?;
        is_saying(&verb.plain).then_some(auxiliaries + 1)
    }

    /// The speaker of a quotation after the clause: `Lee said: `, `Auf die Frage antwortete Lee: `; and what stands behind
    /// the verb there.
    pub(super) fn before(&self, tokens: &[Token], is_colon: bool) -> (Said, Rest) {
        const OTHER: (Said, Rest) = (Said::Another, Rest::Other);
        if let Some((said, end)) = self.led(tokens) {
            // `Selon Lee, «…»`, but not `According to Lee, Day said`.
            let is_between = |token: &Token| token.plain == ":" || is_saying(&token.plain);
            let is_short = tokens.len() <= 12 && !tokens.iter().any(is_between);
            let quotes = has_quoting(&tokens[if is_words_of(tokens) { 2 } else { 0 }..]);
            let rest = behind::rest("", &tokens[end..], is_colon);
            return if is_short && !quotes && rest != Rest::Other { (said, rest) } else { OTHER };
        }
        // `Asked what comes next, Lee said: `
        let asked = tokens.first().is_some_and(|first| ASKED.contains(&first.plain.as_str()));
        let comma = tokens.iter().rposition(|token| token.plain == ",").filter(|_| asked).unwrap_or(0);
        // `fügte hinzu`
        let is_verb = |at: &usize| is_saying(&tokens[*at].plain) && tokens[*at].plain != "hinzu";
        let verbs: Vec<usize> = (comma..tokens.len()).filter(is_verb).collect();
        let [verb] = verbs.as_slice() else {
            return if is_colon || !verbs.is_empty() { OTHER } else { (Said::Nothing, Rest::Plain) };
        };
        if has_quoting(tokens) {
            return OTHER;
        }
        let Some((said, end)) = self.subject_of(tokens, *verb) else { return OTHER };
        let lead = &tokens[..*verb];
        let (verb, behind) = (&tokens[*verb].plain, &tokens[end..]);
        let is_short = behind.len() <= if is_colon { 20 } else { 12 };
        let is_joint = behind::is_joint(behind) && self.names_another(behind);
        let is_denied = !is_colon && verb == "denied";
        let rest = match behind::rest(verb, behind, is_colon) {
            Rest::Plain if behind::names_person(lead) => Rest::Addressed,
            rest => rest,
        };
        let is_whole = is_short && rest != Rest::Other && !is_joint && !is_denied;
        let is_own = is_whole && !others::describes_another(verb, behind) && !joins(behind);
        if is_own { (said, rest) } else { OTHER }
    }

    /// Whether a clause introduces a quotation without punctuation: `Lee said that`, `Lee said`.
    pub(super) fn leads(&self, tokens: &[Token]) -> bool {
        tokens.last().is_some_and(|last| THAT.contains(&last.plain.as_str()) || is_saying(&last.plain))
    }

    /// Whether words only go on with the sentence of a quotation, so that its speaker says more: `and added that`.
    pub(super) fn goes_on(tokens: &[Token]) -> bool {
        let words: Vec<&Token> = tokens.iter().filter(|token| token.is_word).collect();
        let is_small = |word: &&Token| {
            let lists = [CONJUNCTIONS, ADVERBS, AUXILIARIES, THAT, ADDING];
            lists.iter().any(|list| list.contains(&word.plain.as_str())) || is_saying(&word.plain)
        };
        let begins = |word: &&Token| {
            let bare = word.plain.strip_prefix('و').is_some_and(is_saying);
            bare || [CONJUNCTIONS, ADDING].iter().any(|list| list.contains(&word.plain.as_str()))
        };
        words.first().is_some_and(begins) && words.iter().all(is_small)
    }

    pub(super) fn without_that<'t>(&self, tokens: &'t [Token]) -> &'t [Token] {
        match tokens.split_last() {
            Some((last, rest)) if THAT.contains(&last.plain.as_str()) => rest,
            _ => tokens,
        }
    }

    /// The subject of a verb, and the end of both.
    fn subject_of(&self, tokens: &[Token], verb: usize) -> Option<(Said, usize)> {
        let boundary = tokens[..verb].iter().rposition(|token| !token.is_word).map_or(0, |at| at + 1);
        for start in [boundary, 0] {
            if let Some((said, length)) = self.subject(&tokens[start..verb]) {
                let between = &tokens[apposition(&tokens[start..verb], length) + start..verb];
                if after_adverbs(between).is_empty() && !joins(between) {
                    return Some((said, verb + 1));
                }
            }
        }
        // `…, antwortete Lee:`, `وقال لي:`: the verb begins its clause.
        let lead = &tokens[boundary..verb];
        let is_first = after_adverbs(lead).is_empty();
        if !is_first {
            return None;
        }
        match self.subject(&tokens[verb + 1..]) {
            Some((said, length)) => Some((said, verb + 1 + length)),
            None if ends(&tokens[verb + 1..]) && drops_pronoun(&tokens[verb].plain) => {
                Some((Said::Pronoun(None), verb + 1))
            }
            None => None,
        }
    }

    /// The subject at the start: a pronoun, or one person, preceded by nothing but offices of theirs.
    fn subject(&self, tokens: &[Token]) -> Option<Subject> {
        let first = tokens.first()?;
        if let Some((_, gender)) = PRONOUNS.iter().find(|(word, _)| *word == first.plain) {
            return Some((Said::Pronoun(Some(*gender)), 1));
        }
        let (mut at, mut classes, mut complement) = (0, BTreeSet::<Class>::new(), 0);
        while let Some(token) = tokens.get(at).filter(|token| token.is_word) {
            if let Some((person, length)) = self.name(&tokens[at..]) {
                let beside = complement == 1 || !self.may_hold(person, &classes) || goes_on(&tokens[at + length..]);
                return if beside { None } else { Some((Said::By(person), at + length)) };
            }
            let lower: Vec<String> = tokens[at..].iter().take(5).map(|token| token.plain.clone()).collect();
            if let Some((class, count)) = offices::leading(&lower) {
                if complement == 1 {
                    return None;
                }
                classes.insert(class);
                at += count;
            } else if COURTESY.contains(&token.plain.as_str()) {
                at += 1;
            } else if !classes.is_empty() && is_of(&token.plain) {
                complement = 1;
                at += 1;
            } else if !classes.is_empty()
                && complement < 6
                && (token.is_capital || !is_saying(&token.plain) && (!token.is_cased || is_cyrillic(&token.plain)))
            {
                complement += 2;
                at += 1;
            } else if token.is_capital && leads_office(&tokens[at..]) {
                at += 1;
            } else {
                return None;
            }
        }
        None
    }

    /// Whether the offices before a name can be the person's own.
    fn may_hold(&self, person: usize, classes: &BTreeSet<Class>) -> bool {
        let person = self.people.get(person);
        match person.has_offices() {
            true => person.holds(classes),
            false => !classes.iter().any(|class| BESIDE.contains(class)),
        }
    }

    /// The recorded person whose name is at the start; a family name alone only if it is unambiguous.
    fn name(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        let first = tokens.first()?;
        if first.is_cased && !first.is_capital && !crate::naming::words::PARTICLES.contains(&first.plain.as_str()) {
            return None;
        }
        let count = tokens.iter().take(7).take_while(|token| token.is_word).count();
        let words: Vec<String> = tokens[..count].iter().map(|token| token.plain.clone()).collect();
        (1..=count).rev().find_map(|length| {
            let last = &tokens[length - 1];
            if last.is_cased && !last.is_capital {
                return None;
            }
            let (person, is_family) = self.people.named(&words[..length])?;
            let is_rival = is_family && self.rivals.contains(&words[length - 1]);
            (!is_rival).then_some((person, length))
        })
    }

    /// Whether words have the family name of a person, in whatever case.
    pub(super) fn mentions(&self, tokens: &[Token], person: usize) -> bool {
        const SHORTEST: usize = 4;
        let families = self.people.get(person).families().iter().filter_map(|family| family.last());
        let is_one = |family: &String, word: &str| {
            let stem = family.trim_end_matches(['а', 'я', 'й', 'ь', 'и']);
            let word = word.strip_suffix("'s").unwrap_or(word);
            word == family || is_cyrillic(family) && stem.chars().count() >= SHORTEST && word.starts_with(stem)
        };
        families.into_iter().any(|family| tokens.iter().any(|token| is_one(family, &token.plain)))
    }

    /// Whether the words name anybody: a recorded person, or two consecutive capitalized words.
    pub(super) fn names_another(&self, tokens: &[Token]) -> bool {
        let pair = tokens.windows(2).any(|pair| pair[0].is_capital && pair[1].is_capital);
        let known = (0..tokens.len()).any(|at| self.name(&tokens[at..]).is_some());
        let office = tokens.iter().any(|token| offices::leading(std::slice::from_ref(&token.plain)).is_some());
        pair || known || office
    }

    /// The speaker in a sentence of the reporter, to resolve a pronoun in the next one; none if it names others.
    pub(super) fn sentence(&self, tokens: &[Token]) -> Said {
        let verbs: Vec<usize> = (0..tokens.len()).filter(|at| is_saying(&tokens[*at].plain)).collect();
        let [verb] = verbs.as_slice() else { return Said::Nothing };
        let Some((said, end)) = self.subject_of(tokens, *verb) else { return Said::Nothing };
        let boundary = tokens[..*verb].iter().rposition(|token| !token.is_word).map_or(0, |at| at);
        let others = [&tokens[..boundary], &tokens[end..]];
        let is_clean = others.iter().all(|part| !self.names_another(part) && !behind::names_person(part));
        let is_addressed = behind::rest(&tokens[*verb].plain, &tokens[end..], true) == Rest::Addressed;
        if is_clean && !is_addressed { said } else { Said::Nothing }
    }
}

/// Whether a word is Cyrillic: Russian does not capitalize the complement of an office, and inflects names.
fn is_cyrillic(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'а'..='я' | 'ё'))
}

/// Whether a word introduces the complement of an office.
fn is_of(word: &str) -> bool {
    matches!(word, "of" | "for" | "de" | "des" | "du" | "del" | "der" | "für" | "para" | "von" | "d'")
}

/// Whether a capitalized word belongs to a following office: `Russian Foreign Minister`.
fn leads_office(tokens: &[Token]) -> bool {
    let capitals = tokens.iter().take(4).take_while(|token| token.is_capital);
    let words: Vec<String> = capitals.map(|token| token.plain.clone()).collect();
    let lower = tokens.get(words.len()).filter(|_| words.len() < 4).map(|token| token.plain.clone());
    let words: Vec<String> = words.into_iter().chain(lower).collect();
    (1..words.len()).any(|at| offices::leading(&words[at..]).is_some())
}

/// Whether a name continues after words that were taken for one, or is a possessive: `Lee Smith`, `Lee's`; or a German
/// word behind it says that it is not the subject: `sagte Lee zufolge der Minister`.
fn goes_on(tokens: &[Token]) -> bool {
    if tokens.first().is_some_and(|token| matches!(token.plain.as_str(), "zufolge" | "gemäß" | "gegenüber" | "zuliebe"))
    {
        return true;
    }
    let is_name = tokens.first().is_some_and(|token| token.is_word && token.is_capital && token.is_cased);
    is_name || others::goes_on_in_arabic(tokens)
}

/// A clause without the marks before it.
fn begun(tokens: &[Token]) -> &[Token] {
    &tokens[tokens.iter().position(|token| token.is_word).unwrap_or(tokens.len())..]
}

fn joins(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| {
        let arabic = token.plain.starts_with('و') && !is_saying(&token.plain);
        CONJUNCTIONS.contains(&token.plain.as_str()) || arabic
    })
}

fn ends(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| !token.is_word)
}

/// Whether a verb may omit its pronoun, as in Spanish and Arabic.
fn drops_pronoun(verb: &str) -> bool {
    verb.ends_with('ó') || verb == "dijo" || verb.chars().any(|c| matches!(c, '\u{620}'..='\u{64a}'))
}

fn after_adverbs(tokens: &[Token]) -> &[Token] {
    let small = |token: &&Token| {
        ADVERBS.contains(&token.plain.as_str())
            || AUXILIARIES.contains(&token.plain.as_str())
            || "—–,،".contains(&token.plain)
    };
    &tokens[tokens.iter().take_while(small).count()..]
}

/// The end of a subject including an apposition: `Lee, the minister, said`.
fn apposition(tokens: &[Token], length: usize) -> usize {
    let is_comma = |token: &Token| token.plain == "," || token.plain == "،";
    if !tokens.get(length).is_some_and(is_comma) {
        return length;
    }
    let inner = &tokens[length + 1..];
    let Some(end) = inner.iter().take(10).position(is_comma) else { return length };
    let lower: Vec<String> = inner[..end].iter().map(|token| token.plain.clone()).collect();
    let is_office = !offices::classes(&lower).is_empty() && inner[..end].iter().all(|token| !token.is_capital);
    if is_office { length + 1 + end + 1 } else { length }
}
