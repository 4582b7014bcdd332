//! What cannot be in the record of a person, a body or a place: a time that ends before it begins, one id for two offices, a
//! body that is part of itself.

use super::Organization;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::authority::{PeriodName, Person};
use crate::entry::date::Period;
use crate::entry::{Entry, locate};
use crate::input::{InputId, Inputs};

/// The offices of a person: none ends before it begins, and each has an id of its own.
pub(super) fn of_offices(entry: &Entry<Person>, inputs: &Inputs, findings: &mut Vec<Diagnostic>) {
    let offices = &entry.fields.offices;
    for (position, office) in offices.iter().enumerate() {
        let at = [Step::Key("offices"), Step::Item(position)];
        findings.extend(ends_before(&office.period(), "the office", office.id.as_str(), (inputs, entry.input), &at));
        let Some(first) = offices[..position].iter().position(|other| other.id == office.id) else { continue };
        let id = |position: usize| {
            locate(inputs, entry.input, &[Step::Key("offices"), Step::Item(position), Step::Key("id")])
        };
        let message = format!("another office of `{}` has the id `{}`", entry.id, office.id);
        let help = "give each office an id of its own, also where one was held twice";
        findings.push(
            Diagnostic::error(Code::BadValue, id(position), message)
                .label(id(first), "this office has it first")
                .help(Some(help.to_owned())),
        );
    }
}

/// The names by period of a body or a place: none ends before it begins.
pub(super) fn of_names(names: &[PeriodName], inputs: &Inputs, input: InputId, findings: &mut Vec<Diagnostic>) {
    for (position, name) in names.iter().enumerate() {
        let at = [Step::Key("names"), Step::Item(position)];
        findings.extend(ends_before(&name.period(), "the name", name.name.as_str(), (inputs, input), &at));
    }
}

/// The finding for a time that ends before it begins, `at` the map that has its ends.
fn ends_before(
    period: &Period,
    noun: &str,
    name: &str,
    (inputs, input): (&Inputs, InputId),
    at: &[Step<'_>; 2],
) -> Option<Diagnostic> {
    let (from, to) = (period.from.and_then(|from| from.earliest())?, period.to.and_then(|to| to.latest())?);
    if from <= to {
        return None;
    }
    let end = |key| locate(inputs, input, &[at[0], at[1], Step::Key(key)]);
    let finding = Diagnostic::error(Code::BadDate, end("to"), format!("{noun} `{name}` ends before it begins"));
    Some(finding.label(end("from"), "it begins here").help(Some("mend one of the two dates".to_owned())))
}

/// Reports each circle of `parent` once, and takes the body that closes it out of the one above it.
pub(super) fn break_circles(bodies: &mut [Organization], inputs: &Inputs, findings: &mut Vec<Diagnostic>) {
    // From which body each was reached first.
    let mut reached: Vec<Option<usize>> = vec![None; bodies.len()];
    for start in 0..bodies.len() {
        let mut at = start;
        while reached[at].is_none() {
            reached[at] = Some(start);
            let Some(parent) = bodies[at].parent else { break };
            if reached[parent.index()] == Some(start) {
                let span = locate(inputs, bodies[at].entry.input, &[Step::Key("parent")]);
                let message = match parent.index() == at {
                    true => format!("`{}` cannot be part of itself", bodies[at].entry.id),
                    false => {
                        let above = &bodies[parent.index()].entry.id;
                        format!("`{}` is above `{above}` already", bodies[at].entry.id)
                    }
                };
                let help = "remove `parent` from one of the bodies on the way round".to_owned();
                findings.push(Diagnostic::error(Code::BroaderCycle, span, message).help(Some(help)));
                bodies[at].parent = None;
                break;
            }
            at = parent.index();
        }
    }
}
