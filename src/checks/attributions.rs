//! Rules about quotations of a statement: that a last line meant as an attribution is one, that there are words, and nobody
//! else's.

use super::statement_context::StatementContext;
use crate::chronicle::NamedInLine;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::body::{Quoted, QuotedLine, QuotedTurn};
use crate::entry::quotation::LinePosition;
use crate::input::Span;

/// Applies the rules to the quotations of a statement, and to the name by which its source has the speaker.
pub(super) fn quotations(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let statement = &one.chronicle[one.id];
    findings.extend(attributed_as(one));
    let quotations = &statement.entry.body.quotations;
    // Unknown speakers were reported already.
    let is_known = statement.speakers.len() == statement.entry.fields.speakers.as_slice().len();
    let has_lines = is_known && quotations.iter().any(|quoted| !quoted.lines.is_empty());
    let speakers = has_lines.then(|| one.chronicle.speakers_called(one.id));
    for (number, quoted) in quotations.iter().enumerate() {
        let is_attributed = statement.attributed.get(number).is_some_and(Option::is_some);
        let named = |line: &QuotedLine, loosely: bool| {
            speakers.as_ref().map_or(NamedInLine::Nobody, |speakers| speakers.named(&line.name, loosely))
        };
        let only_names =
            |line: &QuotedLine| quoted.is_empty[1] && matches!(named(line, false), NamedInLine::Speaker(_));
        if quoted.is_empty[usize::from(is_attributed)] || quoted.last_line().is_some_and(only_names) {
            findings.push(empty(one, quoted));
            continue;
        }
        // Within the text, a line similar to a name is more likely direct speech.
        let is_end =
            |line: &QuotedLine| matches!(line.place, LinePosition::Last | LinePosition::Item | LinePosition::Broken);
        let lines = quoted.lines.iter().filter(|line| !(line.place == LinePosition::Last && is_attributed));
        let mut found: Vec<_> =
            lines.filter_map(|line| Some((line.place, finding(one, line, named(line, is_end(line)))?))).collect();
        // A broken line and its first part are reported as one.
        if let [.., (LinePosition::Within, _), (LinePosition::Broken, _)] = found.as_slice() {
            found.remove(found.len() - 2);
        }
        findings.extend(found.into_iter().map(|(_, finding)| finding));
        let turns = statement.mixed.iter().filter(|(quotation, _)| *quotation as usize == number);
        findings.extend(turns.filter_map(|(_, turn)| Some(mixed(one, quoted.turns.get(*turn as usize)?))));
    }
}

/// That `attributed_as` is not the name of somebody else on record.
fn attributed_as(one: &StatementContext<'_>) -> Option<Diagnostic> {
    let statement = &one.chronicle[one.id];
    // Unknown speakers were reported already.
    let is_known = statement.speakers.len() == statement.entry.fields.speakers.as_slice().len();
    let name = statement.entry.fields.attributed_as.as_ref().filter(|_| is_known)?;
    let other = one.chronicle.speakers_called(one.id).somebody_else(name.as_str())?;
    let message = format!("`attributed_as` is the name of `{other}`, who is none of the speakers");
    let help = format!(
        "write `{other}` in `speakers` if the words are theirs, or the name by which the source has the speaker"
    );
    Some(one.lint(Code::UnknownAttribution, &[Step::Key("attributed_as")], message, &help))
}

fn mixed(one: &StatementContext<'_>, turn: &QuotedTurn) -> Diagnostic {
    let shown: String = turn.label.chars().take(60).collect();
    if turn.is_below {
        let message = format!("`{shown}` stands below the quotation, where the name of whoever said it does");
        let help = format!(
            "if the words are theirs, write `> — {shown}` as the last line of the quotation, and name them in `speakers`; if \
             they are not, say in a sentence what the line means"
        );
        return Diagnostic::lint(Code::MixedQuotation, span(one, turn.range), message).help(Some(help));
    }
    let message = format!("`{shown}` begins a line of the quotation as the name of another speaker does");
    let said = match turn.sign {
        None => "make it a part of the sentence around it".to_owned(),
        Some(sign) if sign.is_ascii_punctuation() => format!("write `\\{sign}` for the sign after it"),
        Some(sign) => format!("write `&#{};` for the sign after it", u32::from(sign)),
    };
    let help = format!(
        "end the quotation before the words of others, and begin another one after them; if the speaker said the line, {said}"
    );
    Diagnostic::lint(Code::MixedQuotation, span(one, turn.range), message).help(Some(help))
}

fn empty(one: &StatementContext<'_>, quoted: &Quoted) -> Diagnostic {
    let span = span(one, quoted.range);
    Diagnostic::lint(Code::EmptyQuotation, span, "the quotation has no words that could be compared with a source")
        .help(Some(
            "write the speaker's words after `>`, or take the `>` out where the line is not a quotation".to_owned(),
        ))
}

fn finding(one: &StatementContext<'_>, line: &QuotedLine, named: NamedInLine) -> Option<Diagnostic> {
    let (name, span) = (&line.name, span(one, line.range));
    let lint = |code, message: String, help: String| Some(Diagnostic::lint(code, span, message).help(help));
    let unknown = |why: &str, help: String| {
        lint(Code::UnknownAttribution, format!("`{name}` {why}, so the line is part of the quotation"), help)
    };
    match (line.place, named) {
        (LinePosition::Within, NamedInLine::Speaker(_) | NamedInLine::Several) => lint(
            Code::MisplacedAttribution,
            format!(
                "`{name}` is named within the quotation, not in its last line, so the line is part of the quotation"
            ),
            format!(
                "if it says whose words these are, end the quotation with this line, and put what follows into another \
                 one; if it was said, write `{}`",
                as_words(line)
            ),
        ),
        (LinePosition::Deeper, NamedInLine::Speaker(_) | NamedInLine::Several) => lint(
            Code::MisplacedAttribution,
            format!("`{name}` is named deeper within the quotation, so the line is part of the quotation"),
            format!(
                "if it says whose words these are, put them into a quotation of their own that ends with this line; if it \
                 was said, or is part of what the speaker quotes, write `{}`",
                as_words(line)
            ),
        ),
        (LinePosition::Item, NamedInLine::Speaker(_)) => {
            unknown("stands after a hyphen or in a list", format!("write `— {name}`, with a dash, as the last line"))
        }
        (LinePosition::Inline, NamedInLine::Speaker(_)) => unknown(
            "stands at the end of a line",
            format!("write `— {name}` as a line of its own, if it says whose words these are"),
        ),
        (LinePosition::Last | LinePosition::Item | LinePosition::Broken, NamedInLine::Together) => {
            let help = "take the line out where the words are those of all speakers; name one where they are not";
            unknown("names several of the speakers", help.to_owned())
        }
        (LinePosition::Broken, NamedInLine::Speaker(_) | NamedInLine::Several) => unknown(
            "goes over several lines",
            format!("write `— {name}` on one line, if it says whose words these are"),
        ),
        (_, NamedInLine::Nearly { speaker, other }) => {
            let other = other.map(|id| format!("; add `{id}` to `speakers` if they are theirs")).unwrap_or_default();
            let help =
                format!("write `— {speaker}`, as a line of its own, if these are the words of `{speaker}`{other}");
            unknown("is the name of none of the speakers", help + &said(line))
        }
        (LinePosition::Last | LinePosition::Item, NamedInLine::Several) => {
            unknown("is the name of several of the speakers", "write the name by which only one is known".to_owned())
        }
        (LinePosition::Last | LinePosition::Item | LinePosition::Broken, NamedInLine::Other(id)) => unknown(
            "is none of the speakers",
            format!(
                "add `{id}` to `speakers` if the words are theirs; take the line out if nobody said it{}",
                said(line)
            ),
        ),
        _ => None,
    }
}

/// What to write where a last line is direct speech after all.
fn said(line: &QuotedLine) -> String {
    if line.place == LinePosition::Last {
        format!("; if it was said, write `{}`", as_words(line))
    } else {
        String::new()
    }
}

/// The line as Markdown that reads the same and is never an attribution.
fn as_words(QuotedLine { dash, name, .. }: &QuotedLine) -> String {
    let mut rest = dash.chars();
    match rest.next() {
        Some('—') => format!("&mdash;{}{name}", rest.as_str()),
        Some('–') => format!("&ndash;{}{name}", rest.as_str()),
        Some('-') => format!("\\{dash}{name}"),
        Some(other) => format!("&#{};{}{name}", u32::from(other), rest.as_str()),
        None => name.to_string(),
    }
}

fn span(one: &StatementContext<'_>, (start, end): (u32, u32)) -> Span {
    Span { input: one.chronicle[one.id].entry.input, start, end }
}
