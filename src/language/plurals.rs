//! The forms of the plural that whole numbers have in a language, by the rules of the Common Locale Data Repository (UTS 35,
//! part 3).

use super::Language;
use rules::RULES;

mod rules;

/// The rules of a language: names of forms, and which numbers have them. A number that none has is `other`.
#[derive(Debug, Default)]
pub(crate) struct Plurals(Vec<(&'static str, Vec<Vec<Relation>>)>);

/// `n%10=2..4`: whether a number, or what it leaves when divided, is among others.
#[derive(Debug)]
struct Relation {
    modulus: u64,
    is_among: bool,
    ranges: Vec<(u64, u64)>,
}

impl Plurals {
    /// The rules of a language; of one that is not known, every number is `other`.
    pub(crate) fn of(language: &Language) -> Plurals {
        let find = |tag: &str| RULES.iter().find(|(languages, _)| languages.split(' ').any(|known| known == tag));
        let found = find(language.as_str()).or_else(|| find(language.primary()));
        found.map(|(_, rules)| Plurals(rules.split("; ").filter_map(rule).collect())).unwrap_or_default()
    }

    /// The form of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub(crate) fn form(&self, number: u64) -> &'static str {
        let holds = |all: &Vec<Relation>| all.iter().all(|relation| relation.holds(number));
        self.0.iter().find(|(_, any)| any.iter().any(holds)).map_or("other", |(name, _)| name)
    }
}

impl Relation {
    fn holds(&self, number: u64) -> bool {
        let number = number.checked_rem(self.modulus).unwrap_or(number);
        self.is_among == self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&number))
    }
}

/// Reads `few n%10=2..4&n%100!=12..14|n=7`.
fn rule(text: &'static str) -> Option<(&'static str, Vec<Vec<Relation>>)> {
    let (name, conditions) = text.split_once(' ')?;
    let all = |conditions: &str| conditions.split('&').map(relation).collect::<Option<Vec<_>>>();
    Some((name, conditions.split('|').map(all).collect::<Option<Vec<_>>>()?))
}

fn relation(text: &str) -> Option<Relation> {
    let (left, numbers) = text.split_once('=')?;
    let is_among = !left.ends_with('!');
    let left = left.trim_end_matches('!').strip_prefix('n')?;
    let modulus = left.strip_prefix('%').map_or(Some(0), |modulus| modulus.parse().ok())?;
    let range = |numbers: &str| {
        let (first, last) = numbers.split_once("..").unwrap_or((numbers, numbers));
        Some((first.parse().ok()?, last.parse().ok()?))
    };
    let ranges = numbers.split(',').map(range).collect::<Option<Vec<_>>>()?;
    Some(Relation { modulus, is_among, ranges })
}

#[cfg(test)]
mod tests {
    use super::{Plurals, RULES, rule};

    #[test]
    fn every_rule_is_read() {
        for (languages, rules) in RULES {
            for text in rules.split("; ") {
                assert!(rule(text).is_some(), "{languages}: {text}");
            }
        }
    }

    #[test]
    fn numbers_have_the_forms_of_the_language() {
        for (language, forms) in [
            ("en", ["other", "one", "other", "other", "other", "other", "other", "other"]),
            ("ru", ["many", "one", "few", "many", "many", "one", "few", "many"]),
            ("be", ["many", "one", "few", "many", "many", "one", "few", "many"]),
            ("ar-EG", ["zero", "one", "two", "few", "many", "many", "few", "other"]),
            ("fr", ["one", "one", "other", "other", "other", "other", "other", "many"]),
            ("zh", ["other"; 8]),
            ("tlh", ["other"; 8]),
        ] {
            let plurals = Plurals::of(&language.parse().unwrap());
            let found = [0, 1, 2, 10, 11, 21, 103, 1_000_000].map(|number| plurals.form(number));
            assert_eq!(found, forms, "{language}");
        }
    }
}
