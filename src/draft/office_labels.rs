//! Labels that are only an office: `THE MINISTER: Words`. An office is one person's only where nothing in the text says that
//! somebody else may hold it there.

use std::collections::BTreeMap;

use super::headline::Headline;
use super::labels::Who;
use super::people::People;
use super::units::{Label, Unit};
use crate::naming::is_capitals;
use crate::naming::letters::name_words;
use crate::naming::offices::{self, Class};

/// Offices of whoever leads a sitting, also of a state's president beside them.
const LEADING: [Class; 3] = ["president", "chair", "speaker"];

/// Whom the labels of a text that are only an office stand for, by their text: the one whom the headline names with the
/// office, if all such labels are one and no other names that person. Where another does, it has to introduce the office,
/// `MINISTER LEE`, and the label has an article: `THE MINISTER`. Whoever leads a sitting may be called `The President`, so that
/// such an office needs a headline that says who speaks.
pub(super) fn resolved<'a>(units: &'a [Unit<'_>], people: &People, headline: &Headline) -> BTreeMap<&'a str, usize> {
    let labels: Vec<&Label> = units.iter().filter_map(|unit| unit.label.as_ref()).collect();
    let mut found: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for (at, label) in labels.iter().enumerate().filter(|(_, label)| label.who.is_none()) {
        if let Some(person) = named(&label.text, people, headline) {
            found.entry(person).or_default().entry(label.text.as_str()).or_insert(at);
        }
    }
    let one = |(person, texts): (usize, BTreeMap<&'a str, usize>)| {
        // `This is what I did as President: it was so` is no label where the labels have capitals only.
        let capitals: Vec<(&&str, &usize)> = texts.iter().filter(|(text, _)| is_capitals(text)).collect();
        let all = if capitals.is_empty() { texts.iter().collect() } else { capitals };
        let [(text, first)] = all.as_slice() else { return None };
        let is_open = !headline.is_joint && stands_alone(text, **first, person, &labels, headline);
        is_open.then_some((**text, person))
    };
    found.into_iter().filter_map(one).collect()
}

fn stands_alone(text: &str, first: usize, person: usize, labels: &[&Label], headline: &Headline) -> bool {
    let (words, has_article) = office_words(text);
    let classes = offices::classes(&words);
    let leads = classes.iter().any(|class| LEADING.contains(class));
    let is_own = |label: &&&Label| matches!(label.who, Some(Who::Person(named, _)) if named == person);
    let is_told = headline.alone == Some(person);
    if !labels.iter().any(|label| is_own(&label)) {
        return is_told || !(leads && headline.is_sitting);
    }
    let introduces = |label: &&Label| {
        is_own(&label) && name_words(&label.text).windows(words.len()).any(|window| window == words.as_slice())
    };
    let of_another = |label: &&Label| {
        !is_own(&label) && label.text != text && !offices::classes(&name_words(&label.text)).is_disjoint(&classes)
    };
    has_article
        && (!leads || is_told && !headline.is_sitting)
        && labels[..first].iter().any(introduces)
        && !labels.iter().any(of_another)
}

/// The one whom the headline names with the office that a label is.
fn named(label: &str, people: &People, headline: &Headline) -> Option<usize> {
    if let [person] = headline.people.as_slice()
        && people.get(*person).is_title(label)
    {
        return Some(*person);
    }
    let (words, _) = office_words(label);
    let (class, count) = offices::leading(&words)?;
    (count == words.len()).then(|| headline.offices.get(class).copied()).flatten()
}

/// The words of a label without its article, and whether it has one.
fn office_words(label: &str) -> (Vec<String>, bool) {
    let mut words = name_words(label);
    let has_article =
        words.first().is_some_and(|word| matches!(word.as_str(), "the" | "der" | "die" | "le" | "la" | "el"));
    if has_article {
        words.remove(0);
    }
    (words, has_article)
}
