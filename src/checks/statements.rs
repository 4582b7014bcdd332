//! Rules about single statements: their relations, offices, sources and files.

use chrono::NaiveDate;

use super::statement_context::StatementContext;
use super::{archive, attributions};
use crate::chronicle::{Chronicle, Lookup, OrganizationId, Record, Speaker, StatementId};
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::document::Step;
use crate::entry::Kind;
use crate::entry::authority::Office;
use crate::entry::date::{Coverage, Date};
use crate::entry::locate;
use crate::entry::shape::TextOr;
use crate::entry::statement::{OtherSpeaker, Source, Statement};
use crate::input::{InputId, Inputs, Span};

/// The size in bytes above which a file is reported as too large for one statement.
const LARGEST: u64 = 1 << 20;

/// The rules, in the order they are applied.
const RULES: [fn(&StatementContext<'_>, &mut Vec<Diagnostic>); 11] = [
    relations,
    offices,
    bodies,
    position,
    sources,
    addresses,
    archives,
    file_name,
    file_size,
    future,
    attributions::quotations,
];

/// Applies all rules to a statement.
pub(super) fn check(one: &StatementContext<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    RULES.iter().for_each(|rule| rule(one, &mut findings));
    findings
}

/// Related statements must not be later.
fn relations(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let statement = &one.chronicle[one.id];
    for relation in statement.relations.iter().filter(|relation| !relation.inverse) {
        let key = relation.kind.key(false);
        let other = &one.chronicle[relation.other];
        if relation.other == one.id {
            let message = format!("`{key}` names the statement itself");
            findings.push(one.lint(Code::RelationToItself, &[Step::Key(key)], message, "name the other statement"));
        } else if let (Some(last), Some(first)) = (statement.date().latest(), other.date().earliest())
            && first > last
        {
            let message = format!("`{key}` names `{}`, which is of a later date", other.entry.id);
            let help = "turn the relation round: write it in the later statement";
            findings.push(
                one.lint(Code::RelationToLater, &[Step::Key(key)], message, help)
                    .label(locate(one.inputs, other.entry.input, &[Step::Key("date")]), "it is of this date"),
            );
        }
    }
}

/// Speakers must have held their office on the date.
fn offices(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let statement = &one.chronicle[one.id];
    for (position, speaker) in statement.speakers.iter().enumerate() {
        if let Speaker::Organization(body) = speaker {
            findings.extend(unnamed(one, *body, position));
        }
        let Speaker::Person(person, office) = speaker else { continue };
        let entry = &one.chronicle[*person].entry;
        let path = [Step::Key("speakers"), Step::Item(position)];
        match office.map(|office| &entry.fields.offices[office]) {
            Some(office) if office.period().covers(statement.date()) == Coverage::No => {
                let message = format!("`{}` did not hold the office `{}` on this date", entry.id, office.id);
                let help = "mend the date, the office after `as:`, or the person's `offices`";
                findings.push(one.lint(Code::OfficeNotHeld, &[Step::Key("as")], message, help));
            }
            None if is_idle(&entry.fields.offices, statement.date()) => {
                let message = format!("no office of `{}` is recorded for this date", entry.id);
                let help = "add the office to the person's `offices`, with its dates";
                findings.push(one.lint(Code::NoOfficeOnDate, &path, message, help));
            }
            _ => {}
        }
    }
}

/// An organization that speaks must have a name on the date, if its names have periods.
fn unnamed(one: &StatementContext<'_>, body: OrganizationId, position: usize) -> Option<Diagnostic> {
    let entry = &one.chronicle[body].entry;
    let (names, date) = (&entry.fields.names, one.chronicle[one.id].date());
    if names.is_empty() || names.iter().any(|name| name.period().covers(date) != Coverage::No) {
        return None;
    }
    let message = format!("`{}` has no name that is of this date", entry.id);
    let help = "name the body that spoke; or mend the date, or the periods of the organization's `names`";
    Some(one.lint(Code::NoNameOnDate, &[Step::Key("speakers"), Step::Item(position)], message, help))
}

/// Organizations must be referred to by their name on the date. Ids and variants are exempt.
fn bodies(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let statement = &one.chronicle[one.id];
    let fields = &statement.entry.fields;
    let lists = [("organizations", &fields.organizations), ("audience", &fields.audience)];
    let listed = lists.into_iter().flat_map(|(key, words)| {
        words.as_slice().iter().enumerate().map(move |(at, word)| (word, vec![Step::Key(key), Step::Item(at)]))
    });
    let spoken_for = fields.speakers.as_slice().iter().enumerate().filter_map(|(at, speaker)| match speaker {
        TextOr::Map(
            OtherSpeaker::Office { organization: Some(name), .. } | OtherSpeaker::Organization { organization: name },
        ) => Some((name, vec![Step::Key("speakers"), Step::Item(at), Step::Key("organization")])),
        TextOr::Map(_) | TextOr::Text(_) => None,
    });
    for (word, path) in listed.chain(spoken_for) {
        let Lookup::One(id) = one.chronicle.look_up(Kind::Organization, word.as_str()) else { continue };
        let Some(Record::Organization(body)) = one.chronicle.find(id.as_str()) else { continue };
        let body = &one.chronicle[body].entry.fields;
        // Ids are exempt, even those that equal a short name.
        let is_id = id.as_str() == word.as_str() || body.old_ids.as_slice().contains(word);
        if let (true, Some(then)) =
            (!is_id && body.is_name_of_another_time(word.as_str(), statement.date()), body.name_on(statement.date()))
        {
            let message = format!("`{word}` was not the name of `{id}` on this date");
            let help = format!("write `{then}`, its name then, or the id");
            findings.push(one.lint(Code::NameOfAnotherTime, &path, message, &help));
        }
    }
}

/// A `position` needs an `event`.
fn position(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let fields = &one.chronicle[one.id].entry.fields;
    if let (Some(position), None) = (fields.position, &fields.event) {
        let message = format!("the position {position} is in no event");
        let help = "name the `event` that it is counted in, or take `position` out";
        findings.push(one.lint(Code::PositionWithoutEvent, &[Step::Key("position")], message, help));
    }
}

/// Whether somebody has offices, but none that was held on a date.
fn is_idle(offices: &[Office], date: &Date) -> bool {
    !offices.is_empty() && offices.iter().all(|office| office.period().covers(date) == Coverage::No)
}

/// A source must not be published before the date, nor a record corrected or withdrawn.
fn sources(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (position, source) in one.sources() {
        if let (Some(said), Some(published)) = (one.earliest(), source.date.and_then(|date| date.latest()))
            && published < said
        {
            let path = [Step::Key("sources"), Step::Item(position), Step::Key("date")];
            let message = "the source was published before the words were said".to_owned();
            let help = "mend one of the two dates";
            findings.push(one.lint(Code::PublishedBeforeSaid, &path, message, help));
        }
    }
    let fields = &one.chronicle[one.id].entry.fields;
    let corrections = fields.corrections.iter().enumerate();
    let corrections = corrections.map(|(at, correction)| (&correction.date, Dated::Correction(at), "corrected"));
    let withdrawal = fields.withdrawn.iter().map(|notice| (&notice.date, Dated::Withdrawal, "withdrawn"));
    for (date, place, verb) in corrections.chain(withdrawal) {
        if let (Some(said), Some(changed)) = (one.earliest(), date.latest())
            && changed < said
        {
            let span = place.locate(one.inputs, one.chronicle[one.id].entry.input);
            let message = format!("the record was {verb} before the words were said");
            let help = "mend one of the two dates".to_owned();
            findings.push(Diagnostic::lint(Code::PublishedBeforeSaid, span, message).help(Some(help)));
        }
    }
}

/// URLs of sources should use HTTPS.
fn addresses(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let mut lint = |url: &str, path: &[Step<'_>]| {
        if url.starts_with("http:") {
            let message = format!("`{url}` can be changed on the way");
            findings.push(one.lint(Code::PlainHttp, path, message, "write `https:`, if the site answers to it"));
        }
    };
    for (position, source) in one.chronicle[one.id].entry.fields.sources.as_slice().iter().enumerate() {
        let item = [Step::Key("sources"), Step::Item(position)];
        match source {
            TextOr::Text(url) => lint(url.as_str(), &item),
            TextOr::Map(source) => {
                for (key, url) in [("url", &source.url), ("archived", &source.archived)] {
                    if let Some(url) = url {
                        lint(url.as_str(), &[item[0], item[1], Step::Key(key)]);
                    }
                }
            }
        }
    }
}

/// The snapshot must be of the source itself.
fn archives(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (position, source) in one.sources() {
        let path = [Step::Key("sources"), Step::Item(position), Step::Key("archived")];
        let (Some(archived), Some(url)) = (&source.archived, &source.url) else { continue };
        let message = match archive::kept(archived.as_str()) {
            Some(kept) if !archive::is_same(&kept, url.as_str()) => {
                format!("the archived page is one of `{kept}`, not of the source's `url`")
            }
            None if archive::is_at_one_host(archived.as_str(), url.as_str()) => {
                "`archived` leads to the source's own site, which is no archive".to_owned()
            }
            // Not every archive has the original URL in its URLs.
            _ => continue,
        };
        findings.push(one.lint(Code::ForeignArchive, &path, message, "look the right address up in the archive"));
    }
    if one.levels.of(Code::NoArchive) == Level::Allow {
        return;
    }
    let has_address = one.sources().any(|(_, source)| source.url.is_some());
    if has_address && one.sources().all(|(_, source)| source.archived.is_none() && source.text.is_none()) {
        let message = "no source has an archived copy".to_owned();
        findings.push(one.lint(
            Code::NoArchive,
            &[Step::Key("sources")],
            message,
            "archive the page and add `archived:`",
        ));
    }
}

/// The file's name and folder must match the date.
fn file_name(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let statement = &one.chronicle[one.id];
    let input = statement.entry.input;
    let date = statement.date().to_string();
    // For intervals and uncertain dates, the common prefix of all notations.
    let start = date.split(['/', '?', '~', '%', 'X']).next().unwrap_or_default().trim_end_matches('-');
    let mut lint = |code, message: String, help: String| {
        findings.push(Diagnostic::lint(code, Span::file(input), message).help(Some(help)));
    };
    let rest = statement.entry.id.as_str().strip_prefix(start);
    let has_date = rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if start.len() >= 4 && !has_date {
        lint(
            Code::MisnamedFile,
            format!("the name of the file does not begin with the date `{start}`"),
            format!("name it `{start}-….md`; if it was published, keep its id in `old_ids`"),
        );
    }
    let Some(year) = statement.date().year() else { return };
    let year = format!("{year:04}");
    let help = format!("move it to `content/statements/{year}/`");
    match year_folder(one.inputs.get(input).path()) {
        Some(folder) if folder != year => {
            let message = format!("the file is in the folder of {folder}, the statement is of {year}");
            lint(Code::WrongYearFolder, message, help);
        }
        None if one.has_years => {
            let message = format!("the file is in no folder of a year, the statement is of {year}");
            lint(Code::WrongYearFolder, message, help);
        }
        _ => {}
    }
}

/// The folder of a year that a statement's file lies in.
pub(super) fn year_folder(path: &str) -> Option<&str> {
    let (folder, _) = path.strip_prefix("content/statements/")?.split_once('/')?;
    (folder.len() == 4 && folder.bytes().all(|byte| byte.is_ascii_digit())).then_some(folder)
}

fn file_size(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let input = one.chronicle[one.id].entry.input;
    if one.inputs.get(input).stamp().is_some_and(|stamp| stamp.size > LARGEST) {
        let finding = Diagnostic::lint(Code::LargeEntry, Span::file(input), "the file is larger than 1 MB");
        findings.push(
            finding.help(Some("keep the whole text below `content/sources/`, and record what was said".to_owned())),
        );
    }
}

/// No date may be in the future.
fn future(one: &StatementContext<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(today) = one.today else { return };
    findings.extend(future_dates(one.chronicle, one.inputs, one.id, today));
}

/// Whether something in a statement is dated later than `today`.
pub(super) fn is_future(fields: &Statement, today: NaiveDate) -> bool {
    dates(fields).any(|(date, _)| date.earliest().is_some_and(|first| first > today))
}

/// What is dated later than `today` in a statement.
pub(super) fn future_dates(
    chronicle: &Chronicle,
    inputs: &Inputs,
    id: StatementId,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let entry = &chronicle[id].entry;
    let later = dates(&entry.fields).filter(|(date, _)| date.earliest().is_some_and(|first| first > today));
    let finding = |(_, place): (&Date, Dated)| {
        let message = format!("the date is later than {today}");
        let help = "mend the date; where the clock is wrong, say with `--today` what day it is".to_owned();
        Diagnostic::lint(Code::FutureDate, place.locate(inputs, entry.input), message).help(Some(help))
    };
    later.map(finding).collect()
}

/// Which date of a statement.
#[derive(Clone, Copy)]
enum Dated {
    Statement,
    Source(usize, &'static str),
    Correction(usize),
    Withdrawal,
}

impl Dated {
    fn locate(self, inputs: &Inputs, input: InputId) -> Span {
        let path: &[Step<'_>] = match self {
            Dated::Statement => &[Step::Key("date")],
            Dated::Source(position, key) => &[Step::Key("sources"), Step::Item(position), Step::Key(key)],
            Dated::Correction(position) => &[Step::Key("corrections"), Step::Item(position), Step::Key("date")],
            Dated::Withdrawal => &[Step::Key("withdrawn"), Step::Key("date")],
        };
        locate(inputs, input, path)
    }
}

/// The dates in a statement of what is past: when it was said, published, looked up, corrected or withdrawn.
fn dates(fields: &Statement) -> impl Iterator<Item = (&Date, Dated)> {
    let sources = fields.sources.as_slice().iter().enumerate().flat_map(dates_of_source);
    let corrections = fields.corrections.iter().enumerate();
    let corrections = corrections.map(|(position, correction)| (&correction.date, Dated::Correction(position)));
    let withdrawn = fields.withdrawn.iter().map(|withdrawn| (&withdrawn.date, Dated::Withdrawal));
    std::iter::once((&fields.date, Dated::Statement)).chain(sources).chain(corrections).chain(withdrawn)
}

fn dates_of_source((position, source): (usize, &TextOr<Source>)) -> impl Iterator<Item = (&Date, Dated)> {
    let source = if let TextOr::Map(source) = source { Some(source) } else { None };
    let dates = source.map(|of| [("date", &of.date), ("accessed", &of.accessed), ("archived_on", &of.archived_on)]);
    let dates = dates.into_iter().flatten();
    dates.filter_map(move |(key, date)| Some((date.as_ref()?, Dated::Source(position, key))))
}
