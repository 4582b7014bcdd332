//! Attributes the parts of a transcript. A turn is a person's only if its label resolves to them; anything that is not
//! understood ends it.

use std::collections::{BTreeMap, BTreeSet};

use super::floor::{Place, before_floor};
use super::labels::{Form, Who};
use super::letters::{is_ended, name_words};
use super::offices::{self, Class};
use super::people::{Fit, People};
use super::stage::spoken;
use super::units::{Unit, units, untimed};
use super::unlabelled::{Unlabelled, Why, goes_on_below, is_about, is_number, look, shown, without_sign_off};
use super::white_space::folded;

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

/// Whose a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Person(usize),
    Asking,
    /// A label that is not enough to say who speaks.
    Unsure,
    Other,
}

/// What the head of a text says of those who speak in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Headline {
    /// The people it names.
    pub(super) people: Vec<usize>,
    /// The one whom it names alone.
    pub(super) alone: Option<usize>,
    /// Whom it names with an office that it has once.
    pub(super) offices: BTreeMap<Class, usize>,
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
        let mut turns = Turns { all: Vec::new(), speaks: Err(Why::BeforeLabels) };
        let between = self.between();
        let last = self.units.iter().rposition(|unit| unit.label.is_some());
        let below = self.below(last);
        let has_others = self.has_others();
        for (index, whole) in self.units.iter().enumerate() {
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
                None if has_others && index >= below && turns.is_words(unit) => turns.end(Why::Below, unit.words),
                None => turns.go_on(unit, self.is_beside_number(index), people),
            }
            if unit.words.len() < whole.words.len() || why == Why::Floor {
                // What stands below the end of a talk, or below the name of the next speaker, is nobody's, either.
                turns.end(why, &whole.words[unit.words.len()..]);
            }
        }
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

    fn is_beside_number(&self, index: usize) -> bool {
        let is_number =
            |unit: Option<&Unit<'_>>| unit.is_some_and(|unit| unit.label.is_none() && is_number(unit.words));
        is_number(self.units.get(index + 1)) || index > 0 && is_number(self.units.get(index - 1))
    }

    /// The first part below the last label from which on none goes on with the words of the speaker for sure.
    fn below(&self, last: Option<usize>) -> usize {
        let goes_on =
            |unit: &Unit<'_>| goes_on_below(unit.words) && look(unit.words, unit.apart, false) == Unlabelled::Words;
        last.map_or(self.units.len(), |last| {
            // Where names stand above the words of people on record, the words below the last name are its own.
            let is_above = self.units[last].words.is_empty()
                && self.whose.iter().flatten().all(|whose| matches!(whose, Whose::Person(_)));
            let last = last + usize::from(is_above);
            self.units.iter().rposition(|unit| unit.label.is_none() && goes_on(unit)).map_or(last, |at| at.max(last))
                + 1
        })
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

/// Turns as they are read.
struct Turns {
    all: Vec<Turn>,
    /// Who speaks, or why nobody does.
    speaks: Result<usize, Why>,
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

    fn go_on(&mut self, unit: &Unit<'_>, beside_number: bool, people: &People) {
        let look = look(unit.words, unit.apart, beside_number);
        match (look, self.speaks) {
            (Unlabelled::Aside, _) => {}
            (Unlabelled::Ends(why), Ok(_)) => self.end(why, unit.words),
            (Unlabelled::Words, Ok(person)) if is_about(unit.words, people.get(person)) => {
                self.end(Why::ThirdPerson, unit.words);
            }
            (Unlabelled::Words, Ok(person)) => self.words(person, unit.words, false),
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

    fn end(&mut self, why: Why, words: &str) {
        self.speaks = Err(why);
        self.nobody(why, words);
    }

    fn nobody(&mut self, why: Why, words: &str) {
        let is_word = words.contains(char::is_alphanumeric);
        if is_word && !matches!(self.all.last(), Some(Turn::Nobody(..))) {
            self.all.push(Turn::Nobody(why, shown(words)));
        }
    }
}

/// What the labels of a text are together.
struct Resolved<'a> {
    people: &'a People,
    headline: &'a Headline,
    /// The labels that name each person, with how surely.
    fits: BTreeMap<usize, BTreeMap<(Form, &'a str), &'a Fit>>,
    /// The family names, as last words, of labels that name nobody on record.
    strangers: BTreeSet<String>,
    /// The forms of which labels are repeated, or ask.
    systems: BTreeSet<Form>,
    asks: bool,
    /// The forms of labels that ask.
    asking: BTreeSet<Form>,
    /// How many labels in each form name a person on record.
    named: BTreeMap<Form, usize>,
    /// Whether a label looks like the name of somebody who is not on record.
    others: bool,
}

impl<'a> Resolved<'a> {
    fn of(units: &'a [Unit<'_>], people: &'a People, headline: &'a Headline) -> Resolved<'a> {
        let (mut fits, mut strangers) = (BTreeMap::<usize, BTreeMap<(Form, &str), &Fit>>::new(), BTreeSet::new());
        let (mut counts, mut systems) = (BTreeMap::<(Form, &str), usize>::new(), BTreeSet::new());
        let (mut asks, mut asking) = (false, BTreeSet::new());
        let (mut named, mut others) = (BTreeMap::<Form, usize>::new(), false);
        let mut seen = BTreeSet::new();
        for label in units.iter().filter_map(|unit| unit.label.as_ref()) {
            *counts.entry((label.form, &label.text)).or_default() += 1;
            match &label.who {
                Some(Who::Person(person, fit)) => {
                    fits.entry(*person).or_default().insert((label.form, &label.text), fit);
                    *named.entry(label.form).or_default() += 1;
                }
                Some(Who::Asking) => {
                    asks = true;
                    asking.insert(label.form);
                    systems.insert(label.form);
                }
                Some(Who::Answering) => drop(systems.insert(label.form)),
                Some(Who::Interpreting) => {}
                None => {
                    strangers.extend(name_words(&label.text));
                    let is_own = headline.alone.is_some_and(|person| people.get(person).is_named_in(&label.text));
                    let is_long = !is_own && (label.text.contains(' ') || super::letters::has_han(&label.text));
                    others |= is_long || !seen.insert(label.text.as_str());
                }
            }
        }
        systems.extend(counts.into_iter().filter(|(_, count)| *count > 1).map(|((form, _), _)| form));
        Resolved { people, headline, fits, strangers, systems, asks, asking, named, others }
    }

    fn all(&self, units: &[Unit<'_>]) -> Vec<Option<Whose>> {
        let first = units.iter().position(|unit| unit.label.is_some());
        let whose = |(index, unit): (usize, &Unit<'_>)| {
            let whose = self.whose(unit, unit.label.as_ref()?);
            // A heading may have a name and a colon.
            let is_heading = Some(index) == first && !is_ended(unit.words) && unit.words.chars().count() <= 80;
            let is_person = matches!(whose, Whose::Person(_)) && !unit.words.is_empty();
            Some(if is_heading && is_person { Whose::Unsure } else { whose })
        };
        units.iter().enumerate().map(whose).collect()
    }

    fn whose(&self, unit: &Unit<'_>, label: &super::units::Label) -> Whose {
        match &label.who {
            Some(Who::Person(person, fit)) => {
                let is_sure = !label.is_doubtful
                    && self.is_sure(*person, fit, label)
                    && self.has_form(label.form)
                    && self.has_end(unit, label.form);
                if is_sure { Whose::Person(*person) } else { Whose::Unsure }
            }
            Some(Who::Asking) => Whose::Asking,
            Some(Who::Answering) => {
                // `A. Why?` may be the first part of a question that `Q:` begins.
                let is_answer = self.asking.is_empty() || self.asking.contains(&label.form);
                let answers = self.headline.alone.filter(|person| is_answer && self.answers(*person));
                answers.map_or(Whose::Unsure, Whose::Person)
            }
            Some(Who::Interpreting) => Whose::Other,
            None => self.by_office(&label.text).map_or(Whose::Other, Whose::Person),
        }
    }

    /// Whether labels before which no colon stands are ones in this text: some are repeated or ask.
    fn has_form(&self, form: Form) -> bool {
        match form {
            Form::Colon => true,
            form => {
                let count = |form: Form| self.named.get(&form).copied().unwrap_or_default();
                count(form) >= count(Form::Colon) && (self.systems.contains(&form) || self.asks)
            }
        }
    }

    /// Whether the words end as a sentence; in a list of those present, an office stands behind each name.
    fn has_end(&self, unit: &Unit<'_>, form: Form) -> bool {
        let is_strong = matches!(form, Form::Colon | Form::Own | Form::Marked);
        let goes_on = unit.words.ends_with([':', ',', ';', '—', '：', '，']);
        is_ended(unit.words)
            || goes_on && is_strong
            || unit.words.chars().count() > 80
            || is_strong && self.named.values().sum::<usize>() > 3 && self.systems.contains(&form)
            || unit.words.is_empty()
    }

    /// Whether a label names a person for sure beside the other labels of the text.
    fn is_sure(&self, person: usize, fit: &Fit, label: &super::units::Label) -> bool {
        let Fit::Family { courtesy } = fit else { return true };
        let families = self.people.get(person).families();
        let is_strange = families.iter().any(|family| family.last().is_some_and(|last| self.strangers.contains(last)));
        let others = self.fits.get(&person).into_iter().flatten();
        let mut others = others.filter(|((form, other), _)| *form == label.form && *other != label.text);
        // Two labels that may name two people of one family are nobody's; a whole name introduces the family name.
        let is_alone = match courtesy {
            true => others.next().is_none(),
            false => others.all(|(_, fit)| *fit == &Fit::Full),
        };
        !is_strange && is_alone
    }

    /// Whether the answers can be this person's: no label names anybody else.
    fn answers(&self, person: usize) -> bool {
        self.fits.keys().all(|other| *other == person) && !self.others
    }

    /// The one whom the headline names with the office that a label is: `THE PRESIDENT`.
    fn by_office(&self, label: &str) -> Option<usize> {
        if let [person] = self.headline.people.as_slice()
            && self.people.get(*person).is_title(label)
        {
            return Some(*person);
        }
        let words = name_words(label);
        let words = match words.first()?.as_str() {
            "the" | "der" | "die" | "le" | "la" | "el" => &words[1..],
            _ => &words[..],
        };
        let (class, count) = offices::leading(words)?;
        (count == words.len()).then(|| self.headline.offices.get(class).copied()).flatten()
    }
}
