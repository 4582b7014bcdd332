//! Attributes the parts of a transcript. A turn is a person's only if its label resolves to them; anything that is not
//! understood ends it.

use std::collections::BTreeSet;

use super::about::is_about;
use super::endings::{end_of_turn, goes_on_below, is_furniture, without_sign_off};
use super::floor::{Place, before_floor};
use super::headline::Headline;
use super::interruptions::{Around, interrupts};
use super::labels::Form;
use super::people::People;
use super::stage::spoken;
use super::units::{Unit, units, untimed};
use super::unlabelled::{Unlabelled, Why, is_number, is_open_line, look};
use super::white_space::folded;
use super::whose::{Resolved, Whose};
use crate::naming::letters::{excerpt, is_ended, plain};

/// What a part of a transcript is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Words of a person on record, a paragraph each.
    Of(usize, Vec<String>),
    /// The first part of a question.
    Question,
    /// The first part of what somebody else says, with the label.
    Other(String),
    /// Words of nobody, and why; the first of them.
    Nobody(Why, String),
}

/// A text that has labels.
#[derive(Debug)]
pub(super) struct Transcript<'t> {
    units: Vec<Unit<'t>>,
    /// Whom each unit's label names for sure.
    whose: Vec<Option<Whose>>,
}

impl<'t> Transcript<'t> {
    /// Reads a text as a transcript; nothing where it has no labels.
    pub(super) fn of(body: &'t str, people: &People, headline: &Headline) -> Option<Transcript<'t>> {
        let mut units = units(body, people);
        super::signatures::turn_over(&mut units, people);
        let whose = Resolved::of(&units, people, headline).all(&units);
        let known = |whose: &Option<Whose>| matches!(whose, Some(Whose::Person(_) | Whose::Asking | Whose::Unsure));
        let labels = units.iter().filter(|unit| unit.label.is_some()).count();
        let is_one = whose.iter().any(known) || labels > 2;
        let is_heading = labels == 1 && units.iter().any(|unit| unit.label.is_some() && !is_ended(unit.words));
        (is_one && !is_heading).then_some(Transcript { units, whose })
    }

    /// The people whose turns it has, in the order of their first.
    pub(super) fn speakers(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let person = |whose: &Option<Whose>| match whose {
            Some(Whose::Person(person)) => Some(*person),
            _ => None,
        };
        self.whose.iter().filter_map(person).filter(|person| seen.insert(*person)).collect()
    }

    /// What each part is; of nobody's parts one after another, the first.
    pub(super) fn turns(&self, people: &People) -> Vec<Turn> {
        let mut turns =
            Turns { all: Vec::new(), speaks: Err(Why::BeforeLabels), has_own_lines: self.labels_have_own_lines() };
        let between = self.between();
        let last = self.units.iter().rposition(|unit| unit.label.is_some());
        let has_others = self.has_others();
        let furniture = self.furniture(last, has_others);
        let headers = self.page_headers();
        let below = self.below(last, furniture);
        let mut last_turn = 0;
        for (index, whole) in self.units.iter().enumerate() {
            if whole.label.is_none() && headers.contains(whole.words) {
                continue;
            }
            if Some(index) == last {
                last_turn = turns.all.len();
            }
            // Below the last label, or behind its words, who asked may end the talk. A label says whose its first words are.
            let person = match self.whose[index] {
                Some(Whose::Person(person)) => Some(person),
                _ => turns.speaks.ok(),
            };
            let rest = match last.is_some_and(|last| index >= last) {
                true => without_sign_off(whole.words, person.map(|person| people.get(person)), has_others),
                false => whole.words,
            };
            let place = self.place(index);
            let floor = person.and_then(|_| before_floor(rest, place)).filter(|_| has_others || place.is_followed);
            let (rest, why) = floor.map_or((rest, Why::Ending), |rest| (rest, Why::Floor));
            let keeps = rest.is_empty() && whole.label.is_some();
            let unit = &Unit { words: if keeps { whole.words } else { rest }, ..whole.clone() };
            if unit.words.len() < whole.words.len() && unit.words.is_empty() {
                turns.end(why, whole.words);
                continue;
            }
            match &unit.label {
                Some(label) => turns.begin(self.whose[index], label.form, &label.text, unit, people),
                None if between.contains(&index) => turns.nobody(Why::Between, unit.words),
                None if (has_others && index >= below || index >= furniture) && turns.is_words(unit) => {
                    turns.end(Why::Below, unit.words);
                }
                None => turns.go_on(unit, self.beside(index, has_others), people),
            }
            if unit.words.len() < whole.words.len() || why == Why::Floor {
                // What stands below the end of a talk, or below the name of the next speaker, is nobody's, either.
                turns.end(why, &whole.words[unit.words.len()..]);
            }
        }
        turns.without_end(last_turn, people, has_others);
        turns.all
    }

    /// Whether anybody speaks beside one person.
    fn has_others(&self) -> bool {
        let mut all = self.whose.iter().flatten();
        let first = all.next();
        all.any(|whose| Some(whose) != first) || first.is_some_and(|whose| !matches!(whose, Whose::Person(_)))
    }

    fn place(&self, index: usize) -> Place {
        let is_followed = self.units.get(index + 1).is_some_and(|next| next.label.is_none());
        Place { begins_turn: self.units[index].label.is_some(), is_followed }
    }

    fn beside(&self, index: usize, is_talk: bool) -> Beside {
        let unlabelled = |index: Option<usize>| {
            let unit = index.and_then(|index| self.units.get(index));
            unit.filter(|unit| unit.label.is_none()).map_or("", |unit| unit.words)
        };
        let (before, behind) = (unlabelled(index.checked_sub(1)), unlabelled(Some(index + 1)));
        // `to sell tin`, but not `iPads`.
        let mut letters = behind.chars();
        let is_small =
            letters.next().is_some_and(char::is_lowercase) && !letters.next().is_some_and(char::is_uppercase);
        let goes_on = is_small && !self.units[index].words.starts_with('#');
        let is_before_label = self.units.get(index + 1).is_some_and(|next| next.label.is_some());
        let is_second = index.checked_sub(1).is_some_and(|before| self.units[before].label.is_some());
        let around = Around { is_before_label, is_behind_answer: is_talk && is_second };
        Beside { is_number: is_number(before) || is_number(behind), goes_on, around }
    }

    /// The first part below the last label that speaks of the site or the paper which prints the text. A speech may do
    /// so itself, but hardly at its end.
    fn furniture(&self, last: Option<usize>, has_others: bool) -> usize {
        const LAST: usize = 4;
        let count = self.units.len();
        let from =
            last.map_or(count, |last| if has_others { last + 1 } else { (last + 1).max(count.saturating_sub(LAST)) });
        (from..count).find(|index| is_furniture(self.units[*index].words)).unwrap_or(count)
    }

    /// The first part below the last label from which on none goes on with the words of the speaker for sure.
    fn below(&self, last: Option<usize>, furniture: usize) -> usize {
        let goes_on =
            |unit: &Unit<'_>| goes_on_below(unit.words) && look(unit.words, unit.apart, false) == Unlabelled::Words;
        last.map_or(self.units.len(), |last| {
            // Where names stand above the words of people on record, the words below the last name are its own.
            let are_people = || self.whose.iter().flatten().all(|whose| matches!(whose, Whose::Person(_)));
            let is_above = self.units[last].words.is_empty() && (are_people() || self.names_stand_above());
            let last = last + usize::from(is_above);
            let above = &self.units[..furniture];
            above.iter().rposition(|unit| unit.label.is_none() && goes_on(unit)).map_or(last, |at| at.max(last)) + 1
        })
    }

    /// Whether each label stands on a line of its own above its words, from the first part on.
    fn names_stand_above(&self) -> bool {
        let is_name = |unit: &Unit<'_>| unit.label.is_some() && unit.words.is_empty();
        let texts = self.units.iter().filter_map(|unit| Some(plain(&unit.label.as_ref()?.text)));
        let texts: BTreeSet<String> = texts.collect();
        // `The Bell is a paper of the group.`
        let is_about_paper = |words: &str| texts.iter().any(|text| plain(words).starts_with(text.as_str()));
        self.units.first().is_some_and(is_name)
            && self.units.last().is_some_and(|unit| unit.label.is_none() && !is_about_paper(unit.words))
            && self.units.iter().all(|unit| unit.label.is_none() || is_name(unit))
            && self.units.windows(2).all(|pair| !is_name(&pair[0]) || !is_name(&pair[1]))
    }

    /// The lines that stand at the top of each page, with a day or a year, word for word. Where labels stand on lines of their
    /// own, any such line may be one.
    fn page_headers(&self) -> BTreeSet<&'t str> {
        /// The most bytes, and the fewest digits.
        const LONGEST: usize = 160;
        const DIGITS: usize = 3;
        if self.labels_have_own_lines() {
            return BTreeSet::new();
        }
        let is_header = |unit: &&Unit<'_>| {
            let words = unit.words;
            let is_line = unit.label.is_none() && unit.apart.0 && !words.contains('\n') && !is_ended(words);
            let digits = words.bytes().filter(u8::is_ascii_digit).count();
            is_line && words.len() <= LONGEST && digits >= DIGITS && !is_number(words)
        };
        let mut seen = BTreeSet::new();
        self.units.iter().filter(is_header).filter(|unit| !seen.insert(unit.words)).map(|unit| unit.words).collect()
    }

    /// Whether most labels stand on a line of their own.
    fn labels_have_own_lines(&self) -> bool {
        let labels = self.units.iter().filter_map(|unit| unit.label.as_ref());
        let (own, all) =
            labels.fold((0_usize, 0_usize), |(own, all), label| (own + usize::from(label.form == Form::Own), all + 1));
        own * 2 > all
    }

    /// The parts without a label between two turns with the same label.
    fn between(&self) -> BTreeSet<usize> {
        let labelled: Vec<usize> = (0..self.units.len()).filter(|index| self.units[*index].label.is_some()).collect();
        let text = |index: usize| self.units[index].label.as_ref().map(|label| label.text.as_str());
        let same = labelled.windows(2).filter(|pair| text(pair[0]) == text(pair[1]) || self.is_same(pair[0], pair[1]));
        let inner = same.flat_map(|pair| pair[0] + 1..pair[1]);
        inner.filter(|index| look(self.units[*index].words, (false, false), false) == Unlabelled::Words).collect()
    }

    fn is_same(&self, a: usize, b: usize) -> bool {
        matches!((self.whose[a], self.whose[b]), (Some(Whose::Person(a)), Some(Whose::Person(b))) if a == b)
    }
}

/// What stands beside a part without a label.
#[derive(Clone, Copy)]
struct Beside {
    /// The number of a page.
    is_number: bool,
    /// Words with a small letter behind it, so that it is no heading but the first half of a sentence.
    goes_on: bool,
    around: Around,
}

/// Turns as they are read.
struct Turns {
    all: Vec<Turn>,
    /// Who speaks, or why nobody does.
    speaks: Result<usize, Why>,
    /// Whether most labels stand on a line of their own, so that any line which stands apart may be one.
    has_own_lines: bool,
}

impl Turns {
    fn begin(&mut self, whose: Option<Whose>, form: Form, label: &str, unit: &Unit<'_>, people: &People) {
        match whose {
            Some(Whose::Person(person)) => {
                self.speaks = Ok(person);
                let is_profile = form == Form::Own && is_about(unit.words, people.get(person));
                match is_profile {
                    true => self.end(Why::ThirdPerson, unit.words),
                    false => self.words(person, unit.words, true),
                }
            }
            Some(Whose::Asking) => {
                self.speaks = Err(Why::OfAnother);
                self.all.push(Turn::Question);
            }
            Some(Whose::Unsure) => {
                self.speaks = Err(Why::Unsure);
                self.nobody(Why::Unsure, unit.words);
            }
            _ => {
                self.speaks = Err(Why::OfAnother);
                self.all.push(Turn::Other(label.to_owned()));
            }
        }
    }

    fn go_on(&mut self, unit: &Unit<'_>, beside: Beside, people: &People) {
        let look = match look(unit.words, unit.apart, beside.is_number) {
            Unlabelled::Words if self.has_own_lines && is_open_line(unit) => Unlabelled::Ends(Why::Heading),
            look => look,
        };
        let look = match look {
            Unlabelled::Ends(Why::Heading) if beside.goes_on => Unlabelled::Words,
            look => look,
        };
        match (look, self.speaks) {
            (Unlabelled::Aside, _) => {}
            (Unlabelled::Ends(why), Ok(_)) => self.end(why, unit.words),
            (Unlabelled::Words, Ok(person)) if is_about(unit.words, people.get(person)) => {
                self.end(Why::ThirdPerson, unit.words);
            }
            (Unlabelled::Words, Ok(person)) => match interrupts(unit.words, people.get(person), beside.around) {
                Some(why) => self.end(why, unit.words),
                None => self.words(person, unit.words, false),
            },
            // What goes on with a question is left out with it.
            (_, Err(Why::OfAnother)) => {}
            (_, Err(why)) => self.nobody(why, unit.words),
        }
    }

    fn is_words(&self, unit: &Unit<'_>) -> bool {
        self.speaks.is_ok() && look(unit.words, unit.apart, false) == Unlabelled::Words
    }

    fn words(&mut self, person: usize, words: &str, begins: bool) {
        let paragraphs: Vec<String> = spoken(untimed(words)).into_iter().map(folded).collect();
        match self.all.last_mut() {
            Some(Turn::Of(same, all)) if *same == person && !begins => all.extend(paragraphs),
            _ if paragraphs.is_empty() => {}
            _ => self.all.push(Turn::Of(person, paragraphs)),
        }
    }

    /// Leaves the sentences by which somebody else ends the last turn, or prints it, to nobody.
    fn without_end(&mut self, from: usize, people: &People, has_others: bool) {
        let Some(at) = self.all[from..].iter().rposition(|turn| matches!(turn, Turn::Of(..))) else { return };
        let Turn::Of(person, paragraphs) = &mut self.all[from + at] else { return };
        let Some((index, start)) = end_of_turn(paragraphs, people.get(*person), has_others) else { return };
        let left = excerpt(&paragraphs[index][start..]);
        paragraphs.truncate(index + 1);
        paragraphs[index] = paragraphs[index][..start].trim_end().to_owned();
        paragraphs.retain(|words| !words.is_empty());
        self.all.insert(from + at + 1, Turn::Nobody(Why::Ending, left));
    }

    fn end(&mut self, why: Why, words: &str) {
        self.speaks = Err(why);
        self.nobody(why, words);
    }

    fn nobody(&mut self, why: Why, words: &str) {
        let is_word = words.contains(char::is_alphanumeric);
        if is_word && !matches!(self.all.last(), Some(Turn::Nobody(..))) {
            self.all.push(Turn::Nobody(why, excerpt(words)));
        }
    }
}
