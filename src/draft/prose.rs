//! Quotations in prose: words between quotation marks that an attribution clause gives to a speaker.

use std::collections::BTreeSet;

use super::behind::{self, Rest};
use super::body::{BodyPart, SpeakerWords};
use super::clauses::{ASKED, Clauses, Said};
use super::han;
use super::inserts::{cut, may_tell_behind};
use super::labels::{self, Who};
use super::languages;
use super::marks::segments;
use super::others;
use super::passages::{Raw, quotations};
use super::people::{Fit, People};
use super::report::Report;
use super::sentences::{rivals, sentences};
use super::tail;
use super::tokens::{Token, tokens};
use super::white_space::folded;
use super::word_classes::is_in;
use crate::naming::letters::{ends_sentence, excerpt, has_han, is_dash, is_han};
use crate::naming::words::ANSWERS;

/// Words between quotation marks, with whose they are.
#[derive(Clone, Debug)]
struct Passage {
    /// A paragraph each.
    paragraphs: Vec<String>,
    /// The paragraph of the report it begins in.
    within: usize,
    /// What stands before it in its sentence.
    before: String,
    whose: Result<usize, Why>,
}

/// Why a passage is nobody's.
#[derive(Clone, Debug)]
enum Why {
    /// Its marks are not closed, or do not come out even.
    Unclosed,
    /// A clause within the marks, or behind them, may tell that somebody else said it.
    Told(String),
    /// The sentence goes on behind it, and may say that it is not so.
    GoesOn(String),
    /// Nobody is said to have said it, or two are.
    Unsaid,
}

impl Why {
    fn told(&self) -> String {
        match self {
            Why::Unclosed => "its quotation marks are not closed".into(),
            Why::Told(clause) => format!("“{clause}” may tell that somebody else said it"),
            Why::GoesOn(words) => format!("its sentence goes on with “{words}”, which may speak of it or deny it"),
            Why::Unsaid => "the text does not say for sure who said it".into(),
        }
    }
}

/// What stands between quotation marks, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotations {
    all: Vec<Passage>,
    has_marks: bool,
}

/// Fewer words are a term or a name, not a passage; of Chinese, fewer letters.
const SHORTEST: usize = 4;
const SHORTEST_HAN: usize = 6;

pub(super) fn read(report: &Report<'_>, people: &People) -> Quotations {
    let clauses = Clauses { people, rivals: rivals(report.body, people), language: languages::of(report.body) };
    let (raw, narratives) = quotations(&report.paragraphs);
    let has_marks = !raw.is_empty() || report.paragraphs.iter().any(|paragraph| segments(paragraph).is_none());
    let mut teller = Teller { clauses: &clauses, both: both_genders(&raw, &clauses), known: None, has_spoken: false };
    let mut all = Vec::new();
    let mut last: Option<(usize, Option<usize>)> = None;
    let mut told = narratives.iter().peekable();
    for (index, quotation) in raw.iter().enumerate() {
        while let Some(between) = told.next_if(|(at, _)| *at < quotation.start) {
            teller.hear(
                between.1,
                index > 0 && std::ptr::eq(raw[index - 1].after, between.1),
                std::ptr::eq(quotation.before, between.1),
            );
        }
        let inherited =
            last.filter(|(within, _)| quotation.follows && *within == quotation.within).and_then(|(_, whose)| whose);
        let told = teller.whose(quotation, inherited, report.paragraphs.get(quotation.within + quotation.parts.len()));
        let paragraph = report.paragraphs[quotation.within];
        let before = lead(&paragraph[..offset(paragraph, quotation.parts[0])]);
        let long = length(&quotation.parts.join(" "));
        last = Some((quotation.within + quotation.parts.len() - 1, told.handed_on));
        if long {
            all.extend(passages(quotation, &clauses, &told.whose, before));
        }
    }
    Quotations { all, has_marks }
}

/// The text before a quotation in its sentence.
fn lead(before: &str) -> String {
    /// The longest text that is shown as context, in bytes.
    const LONGEST: usize = 1000;
    let before = before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..].trim_end_matches(is_opening);
    let last = sentences(before).into_iter().next_back().unwrap_or_default();
    let is_over = last.trim_end_matches(['"', '”', '»', ' ']).ends_with(ends_sentence);
    if is_over { String::new() } else { folded(last) }
}

fn is_opening(c: char) -> bool {
    "\"“”„«»‹›‘‚「『".contains(c)
}

/// The words of a quotation without what the reporter says within it, a passage for each part.
fn passages(raw: &Raw<'_>, clauses: &Clauses<'_>, whose: &Result<usize, Why>, before: String) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for part in &raw.parts {
        for (index, piece) in cut(part, clauses).pieces.into_iter().enumerate() {
            let words = folded(piece.trim_end_matches([',', ' ', '，']));
            match passages.last_mut() {
                Some(last) if index == 0 => last.paragraphs.push(words),
                first => {
                    let before = if first.is_none() { before.clone() } else { String::new() };
                    passages.push(Passage {
                        paragraphs: vec![words],
                        within: raw.within,
                        before,
                        whose: whose.clone(),
                    });
                }
            }
        }
    }
    passages
}

fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

/// Whether words are enough for a passage.
fn length(words: &str) -> bool {
    words.split_whitespace().count() >= SHORTEST || words.chars().filter(|c| is_han(*c)).count() >= SHORTEST_HAN
}

/// Whether the clauses beside quotations say both `he` and `she`.
fn both_genders(raw: &[Raw<'_>], clauses: &Clauses<'_>) -> bool {
    let gender = |said: Said| match said {
        Said::Pronoun(gender) => gender,
        _ => None,
    };
    let genders: BTreeSet<char> = raw.iter().filter_map(|raw| gender(clause_after(raw, clauses))).collect();
    let before = raw.iter().filter_map(|raw| gender(clause_before(raw, clauses).0));
    genders.into_iter().chain(before).collect::<BTreeSet<char>>().len() > 1
}

/// The clause that begins behind a quotation.
fn first_clause<'t>(raw: &Raw<'t>) -> Option<&'t str> {
    let text = raw.after.trim_start();
    let rest = text.trim_start_matches([',', '،', '-', '–', '—', ' ', '\u{a0}']);
    // A clause with a colon leads to what follows, where the words before it are a whole sentence.
    let is_over = raw.parts.last().is_some_and(|words| words.trim_end().ends_with(ends_sentence));
    if is_over && text.trim_end().ends_with([':', '：']) && sentences(text).len() == 1 {
        return None;
    }
    // Behind a full stop another sentence begins.
    if rest.starts_with(['.', ':', ';', '。', '；', '：']) || rest.is_empty() {
        return None;
    }
    sentences(rest.trim_start_matches(['!', '?', '…'])).into_iter().next().map(|sentence| {
        let colon = sentence.find([':', '：']).unwrap_or(sentence.len());
        &sentence[..colon]
    })
}

/// Who stands below a quotation that is a paragraph with nothing else: `“Words” ¶ — Bo Day, Minister`.
fn signed(raw: &Raw<'_>, clauses: &Clauses<'_>) -> Option<usize> {
    let line = raw.after.trim();
    let name = line.trim_start_matches(is_dash);
    if name.len() == line.len() || line.contains('\n') || !raw.before.trim().is_empty() || raw.parts.len() > 1 {
        return None;
    }
    match labels::who(&labels::clean(name), clauses.people) {
        Some(Who::Person(person, Fit::Full)) => Some(person),
        _ => None,
    }
}

fn clause_after(raw: &Raw<'_>, clauses: &Clauses<'_>) -> Said {
    if let Some(person) = signed(raw, clauses) {
        return Said::By(person);
    }
    let Some(clause) = first_clause(raw) else { return Said::Nothing };
    if has_han(clause) {
        return han::after(clause, clauses.people);
    }
    clauses.after(&tokens(clause))
}

fn clause_before(raw: &Raw<'_>, clauses: &Clauses<'_>) -> (Said, Rest) {
    const NOTHING: (Said, Rest) = (Said::Nothing, Rest::Plain);
    if has_han(raw.before) {
        return (han::before(raw.before, clauses.people), han::addressed(raw.before));
    }
    let Some(sentence) = sentence_before(raw) else { return NOTHING };
    let text = raw.before.trim_end();
    let words = tokens(sentence.trim_end_matches([':', ',', ' ', '،']));
    if raw.follows && !raw.before.trim_start().starts_with(ends_sentence) && Clauses::goes_on(&words) {
        return NOTHING;
    }
    let is_colon = text.ends_with(':');
    let leads = is_colon || text.ends_with([',', '،']) || clauses.leads(&words);
    match leads {
        true => clauses.before(clauses.without_that(&words), is_colon),
        false if others::leads_in(&words) => (Said::Another, Rest::Other),
        false => NOTHING,
    }
}

/// The sentence that a quotation ends or goes on with, as far as it stands before it.
fn sentence_before<'t>(raw: &Raw<'t>) -> Option<&'t str> {
    let text = raw.before.trim_end();
    sentences(text).into_iter().next_back().filter(|last| text.ends_with(last) && !last.ends_with(ends_sentence))
}

/// What stands behind the verb of the clause behind a quotation.
fn rest_after(raw: &Raw<'_>, clauses: &Clauses<'_>) -> Rest {
    let Some(clause) = first_clause(raw) else { return Rest::Plain };
    if has_han(clause) {
        return han::addressed(clause);
    }
    let words = tokens(clause);
    let Some(attribution) = clauses.attribution(&words) else { return Rest::Plain };
    match behind::rest(attribution.verb, attribution.rest, true) {
        Rest::Other if behind::names_person(attribution.rest) || clauses.names_another(attribution.rest) => {
            Rest::Addressed
        }
        rest => rest,
    }
}

/// Whether the words between a quotation and the next one leave no doubt that the same person goes on: there are none, or
/// they are the clause that says who spoke, and nobody else speaks in it.
fn hands_on(raw: &Raw<'_>, after: Said, lead: Rest, clauses: &Clauses<'_>) -> bool {
    let text = raw.after.trim();
    let words = tokens(text);
    if !words.iter().any(|word| word.is_word) {
        return lead != Rest::Addressed;
    }
    if sentences(text).len() != 1 {
        return false;
    }
    if matches!(after, Said::Nothing | Said::Another) {
        return Clauses::goes_on(&words) && !text.starts_with(ends_sentence);
    }
    if has_han(text) {
        return han::is_one_clause(text);
    }
    clauses.attribution(&words).is_some_and(|clause| behind::has_one_subject(clause.verb, clause.rest))
}

/// Whether the words that lead into a quotation without a verb name somebody: `Lee said “…” and Day “…”`.
fn names_before(raw: &Raw<'_>, clauses: &Clauses<'_>) -> bool {
    let text = raw.before.trim_end();
    let last = sentences(text).into_iter().next_back().filter(|last| !last.ends_with(ends_sentence));
    last.is_some_and(|last| !has_han(last) && clauses.names_another(&tokens(last)))
}

/// Whether a quotation over paragraphs is gone on with by words that are not understood: `“No!” thundered the crowd`.
fn is_doubtful(raw: &Raw<'_>, after: Said) -> bool {
    raw.parts.len() > 1 && after == Said::Nothing && raw.after.trim_start().starts_with(char::is_lowercase)
}

/// Whose a quotation is, and whose one is that follows it without a clause of its own.
struct Told {
    whose: Result<usize, Why>,
    handed_on: Option<usize>,
}

/// Tracks the current speaker through a report.
struct Teller<'a> {
    clauses: &'a Clauses<'a>,
    /// Whether the text has both `he` and `she` say something.
    both: bool,
    /// The antecedent of a pronoun: the speaker of the previous sentence.
    known: Option<usize>,
    /// Whether nothing stands between the last quotation and the next one but the clauses of both.
    has_spoken: bool,
}

impl Teller<'_> {
    /// Reads the reporter's narrative sentence by sentence, except for clauses that belong to adjacent quotations.
    fn hear(&mut self, text: &str, after_quotation: bool, before_quotation: bool) {
        let all = sentences(text);
        let count = all.len();
        for (index, sentence) in all.into_iter().enumerate() {
            let is_clause_after = index == 0 && after_quotation;
            let is_clause_before = index + 1 == count && before_quotation && !sentence.ends_with(ends_sentence);
            if is_clause_after || is_clause_before {
                continue;
            }
            let said = if has_han(sentence) { Said::Nothing } else { self.clauses.sentence(&tokens(sentence)) };
            self.known = self.person(said).ok().flatten();
            self.has_spoken = false;
        }
    }

    /// The person whom a clause means; an error where it means somebody else.
    fn person(&self, said: Said) -> Result<Option<usize>, ()> {
        match said {
            Said::Nothing => Ok(None),
            Said::By(person) => Ok(Some(person)),
            Said::Pronoun(_) if self.both => Err(()),
            Said::Pronoun(_) => self.known.map(Some).ok_or(()),
            Said::Another => Err(()),
        }
    }

    fn whose(&mut self, raw: &Raw<'_>, inherited: Option<usize>, next: Option<&&str>) -> Told {
        let ((before, lead), after) = (clause_before(raw, self.clauses), clause_after(raw, self.clauses));
        // `Lee said that “…” and called for talks`
        let after = match first_clause(raw) {
            Some(clause) if after == Said::Another && before != Said::Nothing && tail::is_joined(clause) => {
                Said::Nothing
            }
            _ => after,
        };
        let cuts: Vec<_> = raw.parts.iter().map(|part| cut(part, self.clauses)).collect();
        let inserted = cuts.iter().flat_map(|cut| cut.said.iter().copied());
        let said: Vec<Said> = [before, after].into_iter().chain(inserted).collect();
        let behind = || {
            first_clause(raw)
                .filter(|_| after == Said::Nothing)
                .and_then(|clause| may_tell_behind(clause, self.clauses))
        };
        let itself = || self.names_antecedent(raw, after);
        let doubt = cuts.iter().find_map(|cut| cut.doubt).or_else(behind).or_else(itself).map(excerpt);
        let tail = self.tail(raw, before, after, next.copied()).map(excerpt);
        let answers = self.is_answered(raw, before, after);
        let people: Result<Vec<Option<usize>>, ()> = said.iter().map(|said| self.person(*said)).collect();
        let people = people.and_then(|people| if answers { Err(()) } else { Ok(people) });
        let people: Option<BTreeSet<usize>> = people.ok().map(|people| people.into_iter().flatten().collect());
        let own = people.as_ref().filter(|people| people.len() == 1).and_then(|people| people.first().copied());
        let is_silent = people.as_ref().is_some_and(BTreeSet::is_empty);
        // One that follows another with only a clause between is of the same speaker, if nothing else is said of it.
        let goes_on = is_silent && is_alone(raw, next) && !names_before(raw, self.clauses);
        let is_sure = raw.is_whole && !is_doubtful(raw, after) && tail.is_none();
        let whose = own.or(inherited.filter(|_| goes_on)).filter(|_| is_sure && doubt.is_none());
        let is_alone = lead != Rest::Addressed && rest_after(raw, self.clauses) != Rest::Addressed;
        self.known = whose.filter(|_| is_alone && self.is_clean(raw));
        self.has_spoken = true;
        let why = || match (doubt, tail) {
            (Some(clause), _) => Why::Told(clause),
            (None, Some(tail)) => Why::GoesOn(tail),
            (None, None) if !raw.is_whole => Why::Unclosed,
            (None, None) => Why::Unsaid,
        };
        let handed_on = whose.filter(|_| hands_on(raw, after, lead, self.clauses));
        Told { whose: whose.ok_or_else(why), handed_on }
    }

    /// How the sentence goes on behind a quotation that only its beginning leads in, where that may say that it is not so.
    fn tail<'t>(&self, raw: &Raw<'t>, before: Said, after: Said, next: Option<&'t str>) -> Option<&'t str> {
        let is_led = matches!(before, Said::By(_) | Said::Pronoun(_)) && after == Said::Nothing;
        let words = raw.parts.last().filter(|_| is_led)?;
        if has_han(raw.after) || has_han(words) {
            return han::denies(words, raw.after);
        }
        let is_english = self.clauses.language.as_ref().is_none_or(|language| language.as_str() == "en");
        tail::denies(words, raw.after, next, if is_english { "said" } else { "" })
    }

    /// Whether a pronoun before or behind words answers those of the one whom it would stand for: `Lee said: “…” He
    /// replied: “…”`.
    fn is_answered(&self, raw: &Raw<'_>, before: Said, after: Said) -> bool {
        let is_answer = |word: &Token| {
            is_in(word, ANSWERS) || word.plain.split('-').next().is_some_and(|verb| ANSWERS.contains(&verb))
        };
        let answers = |clause: &str| {
            if has_han(clause) {
                return han::answers(clause);
            }
            let words = tokens(clause);
            let is_asked = words.first().is_some_and(|first| is_in(first, &ASKED));
            !is_asked && words.iter().any(is_answer)
        };
        let is_before = matches!(before, Said::Pronoun(_)) && sentence_before(raw).is_some_and(answers);
        let is_after = matches!(after, Said::Pronoun(_)) && first_clause(raw).is_some_and(answers);
        self.has_spoken && (is_before || is_after)
    }

    /// The clause behind a quotation that names the one whom its pronoun would stand for, so that it stands for somebody
    /// else: `”, she said after Lee had left`.
    fn names_antecedent<'t>(&self, raw: &Raw<'t>, after: Said) -> Option<&'t str> {
        let known = self.known.filter(|_| matches!(after, Said::Pronoun(_)))?;
        first_clause(raw).filter(|clause| self.clauses.mentions(&tokens(clause), known))
    }

    /// Whether the clause behind a quotation names nobody else.
    fn is_clean(&self, raw: &Raw<'_>) -> bool {
        let clause = first_clause(raw).unwrap_or_default();
        let words = tokens(clause);
        let capitals = words.windows(3).any(|words| self.clauses.names_another(words) && !has_han(clause));
        let own = matches!(self.clauses.after(&words), Said::By(_) | Said::Pronoun(_) | Said::Nothing);
        own && (!capitals || words.len() <= 8)
    }
}

/// Whether nothing is said of a quotation behind it: its sentence ends with it.
fn is_alone(raw: &Raw<'_>, next: Option<&&str>) -> bool {
    let after = raw.after.trim_start();
    let ends = raw.parts.last().is_some_and(|words| words.trim_end().ends_with(ends_sentence));
    let is_last = after.is_empty() && next.is_none_or(|next| !next.starts_with(char::is_lowercase));
    let begins_anew = after.trim_start_matches(['.', ' ', '。', '\u{a0}']);
    let stops = after.starts_with(['.', '。', '!', '?']) || ends;
    let is_new = begins_anew.is_empty() || !begins_anew.starts_with(|c: char| c.is_lowercase() || ",;:—–-".contains(c));
    is_last || stops && is_new
}

impl Quotations {
    /// The people whose words it has, in order.
    pub(super) fn speakers(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        self.all
            .iter()
            .filter_map(|passage| passage.whose.as_ref().ok().copied())
            .filter(|person| seen.insert(*person))
            .collect()
    }

    /// The words of one person; of the other passages, what was left.
    pub(super) fn words(&self, speaker: Option<usize>) -> SpeakerWords {
        let mut words = SpeakerWords::default();
        let mut left: Option<(&Passage, usize)> = None;
        for passage in &self.all {
            let whose = passage.whose.as_ref();
            if speaker.is_some() && whose.ok().copied() == speaker {
                let begins_within = passage.paragraphs[0].starts_with(char::is_lowercase);
                words.within.insert(passage.within);
                words.parts.push(BodyPart::Own {
                    paragraphs: passage.paragraphs.clone(),
                    before: begins_within.then(|| passage.before.clone()),
                });
            } else if speaker.is_some() && whose.is_ok() {
                left = Some(left.map_or((passage, 1), |(first, count)| (first, count + 1)));
            } else {
                let why = whose.err().unwrap_or(&Why::Unsaid).told();
                words.leave(excerpt(&passage.paragraphs.join(" ")), why);
            }
        }
        words.within_bounds();
        if !self.has_marks {
            words
                .notes
                .push("no words stand between quotation marks, and no labels say who speaks: nothing was taken".into());
        }
        if let Some((first, count)) = left {
            let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
            words.notes.push(format!(
                "words of another person were left out: “{}”{more}",
                excerpt(&first.paragraphs.join(" "))
            ));
        }
        words
    }
}
