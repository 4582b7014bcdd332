//! Resolves the labels of a text together: whom each names for sure beside the others.

use std::collections::{BTreeMap, BTreeSet};

use super::headline::Headline;
use super::labels::{Form, Who};
use super::people::{Fit, People};
use super::units::Unit;
use crate::naming::Role;
use crate::naming::letters::{is_ended, name_words};

/// Whose a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Person(usize),
    Asking,
    /// A label that is not enough to say who speaks.
    Unsure,
    Other,
}

/// What the labels of a text are together.
pub(super) struct Resolved<'a> {
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
    /// Whom each label that is only an office stands for: `THE MINISTER`.
    by_office: BTreeMap<&'a str, usize>,
}

impl<'a> Resolved<'a> {
    pub(super) fn of(units: &'a [Unit<'_>], people: &'a People, headline: &'a Headline) -> Resolved<'a> {
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
                Some(Who::Nameless(Role::Asking)) => {
                    asks = true;
                    asking.insert(label.form);
                    systems.insert(label.form);
                }
                Some(Who::Nameless(Role::Answering)) => drop(systems.insert(label.form)),
                Some(Who::Nameless(Role::Interpreting)) => {}
                None => {
                    strangers.extend(name_words(&label.text));
                    let is_own = headline.alone.is_some_and(|person| people.get(person).is_named_in(&label.text));
                    let is_long = !is_own && (label.text.contains(' ') || crate::naming::letters::has_han(&label.text));
                    others |= is_long || !seen.insert(label.text.as_str());
                }
            }
        }
        systems.extend(counts.into_iter().filter(|(_, count)| *count > 1).map(|((form, _), _)| form));
        let is_whole = |person: &usize| {
            let mut fits = fits.get(person).into_iter().flatten();
            headline.whole.contains(person) || fits.any(|(_, fit)| *fit == &Fit::Full)
        };
        for label in units.iter().filter_map(|unit| unit.label.as_ref()).filter(|label| label.has_strange_bracket) {
            if !matches!(&label.who, Some(Who::Person(person, _)) if is_whole(person)) {
                strangers.extend(name_words(&label.text));
            }
        }
        let by_office = super::office_labels::resolved(units, people, headline);
        Resolved { people, headline, fits, strangers, systems, asks, asking, named, others, by_office }
    }

    pub(super) fn all(&self, units: &[Unit<'_>]) -> Vec<Option<Whose>> {
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
            Some(Who::Nameless(Role::Asking)) => Whose::Asking,
            Some(Who::Nameless(Role::Answering)) => {
                // `A. Why?` may be the first part of a question that `Q:` begins.
                let is_answer = self.asking.is_empty() || self.asking.contains(&label.form);
                let answers = self.headline.alone.filter(|person| is_answer && self.answers(*person));
                answers.map_or(Whose::Unsure, Whose::Person)
            }
            Some(Who::Nameless(Role::Interpreting)) => Whose::Other,
            None => self.by_office.get(label.text.as_str()).map_or(Whose::Other, |person| Whose::Person(*person)),
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
}
