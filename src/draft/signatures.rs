//! Names that stand below the words: `— Ann Lee`.

use super::labels::{self, Form, Who, clean};
use super::people::People;
use super::units::{Label, Unit};
use crate::naming::letters::{is_dash, is_ended};
use crate::naming::{Role, is_name};

/// Turns signatures below the words into labels above them. Only if there are no labels, there are at least three
/// signatures, one is repeated or an interviewer's, and the text ends with one. A name without a dash is a signature only
/// where it follows its words and an empty line follows it; where it may stand below its words or above others, it is
/// doubtful.
pub(super) fn turn_over(units: &mut Vec<Unit<'_>>, people: &People) {
    let is_colon = |label: &Label| label.form == Form::Colon && matches!(label.who, Some(Who::Person(..)));
    if !units.iter().any(|unit| unit.label.as_ref().is_some_and(is_colon)) {
        let are_names = units.iter().filter(|unit| is_name_alone(unit)).count() > 0
            && units.iter().all(|unit| unit.label.is_none() || is_name_alone(unit) && !unit.apart.0);
        turn(units, &|unit| signature(unit, people).or_else(|| unit.label.clone().filter(|_| are_names)));
    }
    if may_be_below(units) {
        for label in units.iter_mut().filter_map(|unit| unit.label.as_mut()).filter(|label| label.form == Form::Own) {
            label.is_doubtful = true;
        }
    }
}

/// Whether a part is a label on a line of its own, and no words follow it without an empty line.
fn is_name_alone(unit: &Unit<'_>) -> bool {
    unit.words.is_empty() && unit.label.as_ref().is_some_and(|label| label.form == Form::Own)
}

/// Whether names on lines of their own may stand below the words that they are of: one follows words without an empty line,
/// or the text begins with words and ends with a name.
fn may_be_below(units: &[Unit<'_>]) -> bool {
    let is_person =
        |unit: &Unit<'_>| unit.label.as_ref().is_some_and(|label| matches!(label.who, Some(Who::Person(..))));
    let is_after_words = |pair: &[Unit<'_>]| {
        is_name_alone(&pair[1]) && is_person(&pair[1]) && !pair[1].apart.0 && !is_name_alone(&pair[0])
    };
    let first = units.iter().find(|unit| unit.label.is_some() || is_ended(unit.words));
    let begins_with_words = first.is_some_and(|unit| unit.label.is_none());
    let last = units.iter().rev().find(|unit| unit.label.is_some() || is_ended(unit.words));
    units.windows(2).any(is_after_words) || begins_with_words && last.is_some_and(is_name_alone)
}

fn turn(units: &mut Vec<Unit<'_>>, signature: &dyn Fn(&Unit<'_>) -> Option<Label>) {
    let signed: Vec<Option<Label>> = units.iter().map(signature).collect();
    let count = signed.iter().flatten().count();
    let is_last = signed.last().is_some_and(Option::is_some);
    let is_repeated = |label: &Label| signed.iter().flatten().filter(|other| other.text == label.text).count() > 1;
    let is_dialogue =
        signed.iter().flatten().any(|label| label.who == Some(Who::Nameless(Role::Asking)) || is_repeated(label));
    if count < 3 || !is_last || !is_dialogue || signed.first().is_none_or(Option::is_some) {
        return;
    }
    let is_signed: Vec<bool> = signed.iter().map(Option::is_some).collect();
    // Above the words of the first may stand what introduces them all. Between a name and the next one only the words of one
    // paragraph can: of several, those above may be the words of whoever reports.
    let first = is_signed.iter().position(|is_signed| *is_signed).unwrap_or_default();
    if is_signed[first..].chunk_by(|one, other| one == other).any(|same| !same[0] && same.len() > 1) {
        return;
    }
    let mut begins = first.saturating_sub(1);
    for (index, label) in signed.into_iter().enumerate() {
        let Some(label) = label else { continue };
        if begins < index {
            units[begins].label = Some(Label { form: Form::Colon, ..label });
        }
        begins = index + 1;
    }
    let mut is_signed = is_signed.into_iter();
    units.retain(|_| is_signed.next() == Some(false));
}

/// The name that a part is, if it is a dash and a name.
fn signature(unit: &Unit<'_>, people: &People) -> Option<Label> {
    let line = unit.words.trim();
    let name = line.trim_start_matches(is_dash);
    if unit.label.is_some()
        || name.len() == line.len()
        || line.contains('\n')
        || line.chars().count() > 60
        || is_ended(line)
    {
        return None;
    }
    let text = clean(name);
    let who = labels::who(&text, people);
    (who.is_some() || is_name(&text)).then(|| Label::of(name, who, Form::Colon, people))
}
