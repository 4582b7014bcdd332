//! Names that stand below the words: `— Ann Lee`.

use super::labels::{self, Form, Who, clean};
use super::letters::{is_dash, is_ended};
use super::naming::is_name;
use super::people::People;
use super::units::{Label, Unit};

/// Turns signatures below the words into labels above them. Only if there are no labels, there are at least three
/// signatures, one is repeated or an interviewer's, and the text ends with one.
pub(super) fn turn_over(units: &mut Vec<Unit<'_>>, people: &People) {
    if units.iter().any(|unit| {
        unit.label.as_ref().is_some_and(|label| label.form == Form::Colon && matches!(label.who, Some(Who::Person(..))))
    }) {
        return;
    }
    let signed: Vec<Option<Label>> = units.iter().map(|unit| signature(unit, people)).collect();
    let count = signed.iter().flatten().count();
    let is_last = signed.last().is_some_and(Option::is_some);
    let is_repeated = |label: &Label| signed.iter().flatten().filter(|other| other.text == label.text).count() > 1;
    let is_dialogue = signed.iter().flatten().any(|label| label.who == Some(Who::Asking) || is_repeated(label));
    if count < 3 || !is_last || !is_dialogue || signed.first().is_none_or(Option::is_some) {
        return;
    }
    let mut begins = 0;
    for (index, label) in signed.into_iter().enumerate() {
        let Some(label) = label else { continue };
        if begins < index {
            units[begins].label = Some(label);
        }
        begins = index + 1;
    }
    units.retain(|unit| {
        unit.label.as_ref().is_some_and(|label| label.form == Form::Colon) || signature(unit, people).is_none()
    });
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
    (who.is_some() || is_name(&text)).then_some(Label { text, who, form: Form::Colon, is_within: false })
}
