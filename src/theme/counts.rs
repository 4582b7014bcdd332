//! Numbers as the library of Fluent has to be given them to choose the right form of the plural. Its own rules are wrong for
//! some languages: in Arabic above 102, in Belarusian above 20.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentValue};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::language::{Language, Plurals};

/// For a language of which Fluent does not have the rules: a number of each form for which it has.
#[derive(Debug)]
pub(super) struct Counts {
    rules: Plurals,
    /// The numbers below [`LOOKED_AT`] that Fluent has wrong.
    wrong: BTreeSet<u64>,
    stands_in: BTreeMap<&'static str, u32>,
}

/// So many numbers are looked at, from 0.
const LOOKED_AT: u32 = 1200;

/// A message that says its form.
const FORM: &str =
    "form = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";

impl Counts {
    /// None where Fluent has the rules right.
    pub(super) fn of(language: &Language) -> Option<Counts> {
        let rules = Plurals::of(language);
        let mut bundle = FluentBundle::new(vec![language.as_str().parse().unwrap_or_default()]);
        bundle.add_resource_overriding(FluentResource::try_new(FORM.to_owned()).ok()?);
        let form = bundle.get_message("form")?.value()?;
        let is_right = |number: u32| {
            let mut arguments = FluentArgs::new();
            arguments.set("n", number);
            bundle.format_pattern(form, Some(&arguments), &mut Vec::new()) == rules.form(number.into())
        };
        let (right, wrong): (Vec<u32>, Vec<u32>) = (0..LOOKED_AT).partition(|number| is_right(*number));
        if wrong.is_empty() && is_right(1_000_000) {
            return None;
        }
        let mut stands_in = BTreeMap::new();
        for number in right {
            stands_in.entry(rules.form(number.into())).or_insert(number);
        }
        Some(Counts { wrong: wrong.into_iter().map(u64::from).collect(), rules, stands_in })
    }

    /// Arguments in which numbers that Fluent has wrong are replaced by others of the same form, which [`shown`] prints as
    /// what they stand for.
    pub(super) fn arguments<'a>(&self, given: &'a FluentArgs<'a>) -> FluentArgs<'a> {
        let replaced = given.iter().map(|(name, value)| {
            let other = match value {
                FluentValue::Number(number) => self.number(number.value),
                _ => None,
            };
            (name, other.map_or_else(|| value.clone(), FluentValue::Number))
        });
        replaced.collect()
    }

    fn number(&self, value: f64) -> Option<FluentNumber> {
        // Exact: counts are whole, and below 2⁵³.
        let number = (value >= 0.0 && value.fract() == 0.0).then_some(value as u64)?;
        if number < u64::from(LOOKED_AT) && !self.wrong.contains(&number) {
            return None;
        }
        let other = self.stands_in.get(self.rules.form(number))?;
        let options = FluentNumberOptions { currency: Some(number.to_string()), ..FluentNumberOptions::default() };
        Some(FluentNumber::new(f64::from(*other), options))
    }
}

/// What a number stands for that [`Counts`] replaced.
pub(super) fn shown<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}
