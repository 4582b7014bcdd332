//! A statement from the text of a report or transcript.

use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::super::Site;
use crate::config;
use crate::draft::{Hints, Source, StatementDraft, document, markup, recognize, sha256, speakers};
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::folder::read_named;
use crate::input::LARGEST_SOURCE_TEXT;
use crate::language::Language;

/// A statement as far as flags and text tell it.
pub(super) struct Draft {
    pub(super) statement: StatementDraft,
    /// What the record is named by, where no title is given.
    pub(super) headline: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) notes: Vec<String>,
    /// The text to keep, where the chronicle has not kept it yet.
    pub(super) kept: Option<(String, Vec<u8>)>,
}

pub(in crate::cli::new) struct PastedText(String);

impl PastedText {
    /// Reads a text.
    ///
    /// # Errors
    /// What keeps it from being one that a draft can be made of.
    pub(super) fn read(file: &Path, site: &Site) -> Result<PastedText, Vec<String>> {
        PastedText::of(file, site).map_err(|reason| vec![format!("--from: {reason}")])
    }

    /// The same, for any command.
    ///
    /// # Errors
    /// What keeps it from being the text of a source.
    pub(in crate::cli::new) fn of(file: &Path, site: &Site) -> Result<PastedText, String> {
        let shown = file.display();
        let bytes = read(file, site.inputs.root()).map_err(|error| match error.kind() {
            ErrorKind::FileTooLarge => {
                format!("`{shown}` has more than 8 MB: give the part of it that the statement is from")
            }
            _ => format!("cannot read `{shown}`: {error}"),
        })?;
        if let Some(kind) = document(&bytes) {
            return Err(format!("`{shown}` is {kind}"));
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| format!("`{shown}` is not UTF-8 text: save it in the encoding UTF-8"))?;
        if text.trim().is_empty() {
            return Err(format!("`{shown}` is empty"));
        }
        match markup(&text) {
            Some(kind) => Err(format!("`{shown}` is {kind}")),
            None => Ok(PastedText(text)),
        }
    }

    pub(in crate::cli::new) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The ids of the people on record whose turns it has, in the order of their first.
    ///
    /// # Errors
    /// Where there are none.
    pub(super) fn speakers(&self, site: &Site) -> Result<Vec<String>, Vec<String>> {
        let speakers = speakers(&self.0, &site.chronicle);
        match speakers.is_empty() {
            true => Err(vec!["--all-speakers: no turn of the text is for sure that of a person on record".to_owned()]),
            false => Ok(speakers.iter().map(ToString::to_string).collect()),
        }
    }
}

/// Makes a draft of a text; what flags say (`known`) wins over what the text says.
pub(super) fn draft(text: &PastedText, known: StatementDraft, site: &Site) -> Result<Draft, Vec<String>> {
    let (text, bytes) = (text.0.as_str(), text.0.as_bytes());
    let mut read = recognize(text, &site.chronicle, &Hints { speakers: &known.speakers, date: known.date });
    if site_language(site)
        .is_some_and(|own| read.statement.language.as_ref().is_some_and(|it| it.primary() == own.primary()))
    {
        read.statement.language = None;
    }
    let published = known.sources.first().and_then(|source| source.date).or(read.published);
    let mut statement = over(known, read.statement);
    let mut notes = read.notes;
    let (path, is_new) = kept_path(bytes, &statement, published, site)?;
    if !is_new {
        notes.insert(0, format!("the text was kept before as content/{path}"));
    }
    if let Some(source) = statement.sources.first_mut() {
        source.kept = Some((path.clone(), sha256(bytes)));
    }
    let kept = is_new.then(|| (format!("content/{path}"), bytes.to_vec()));
    Ok(Draft { statement, headline: read.latin_name.or(read.headline), published, notes, kept })
}

/// The language of the site, if its settings can be read.
fn site_language(site: &Site) -> Option<Language> {
    config::read(&site.inputs).ok()?.value.map(|config| config.language)
}

/// Reads a file that the user named, or standard input.
fn read(file: &Path, root: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return read_named(root, file, LARGEST_SOURCE_TEXT);
    }
    let mut bytes = Vec::new();
    io::stdin().take(LARGEST_SOURCE_TEXT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_SOURCE_TEXT { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// The first statement, completed by the second.
fn over(known: StatementDraft, read: StatementDraft) -> StatementDraft {
    let list = |a: Vec<String>, b: Vec<String>| if a.is_empty() { b } else { a };
    let body = match known.body.is_empty() {
        true => read.body,
        false => known.body,
    };
    let mut sources = known.sources;
    match (sources.first_mut(), read.sources.into_iter().next()) {
        (Some(known), Some(read)) => {
            *known = Source {
                url: known.url.take().or(read.url),
                title: known.title.take().or(read.title),
                kind: if known.publisher.is_none() { read.kind } else { None },
                publisher: known.publisher.take().or(read.publisher),
                date: known.date.or(read.date),
                kept: None,
            };
        }
        (None, Some(read)) => sources.push(read),
        (_, None) => {}
    }
    StatementDraft {
        title: known.title.or(read.title),
        date: known.date.or(read.date),
        attributed_as: known.attributed_as.or(if known.speakers.is_empty() { read.attributed_as } else { None }),
        speakers: if known.speakers.is_empty() { read.speakers } else { known.speakers },
        topics: list(known.topics, read.topics),
        fidelity: known.fidelity.or(read.fidelity),
        kind: known.kind.or(read.kind),
        event: known.event.or(read.event),
        position: known.position.or(read.position),
        place: known.place.or(read.place),
        audience: list(known.audience, read.audience),
        countries: known.countries,
        organizations: list(known.organizations, read.organizations),
        language: known.language.or(read.language),
        summary: known.summary.or(read.summary),
        sources,
        body,
    }
}

/// Where a text is kept, below `content/`, and whether it is new there. The same text is kept once.
fn kept_path(
    bytes: &[u8],
    statement: &StatementDraft,
    published: Option<Date>,
    site: &Site,
) -> Result<(String, bool), Vec<String>> {
    let source = statement.sources.first();
    let name = source.and_then(|source| source.publisher.as_deref().or(source.title.as_deref()));
    path_of_source(bytes, name, published.or(statement.date), site).map_err(|reason| vec![reason])
}

/// Where a text is kept already; or where it will be, by its name and date.
///
/// # Errors
/// Where a kept text cannot be read.
pub(in crate::cli::new) fn path_of_source(
    bytes: &[u8],
    name: Option<&str>,
    date: Option<Date>,
    site: &Site,
) -> Result<(String, bool), String> {
    for (input, file) in site.inputs.under("content/sources/") {
        let kept = site.inputs.bytes(input).map_err(|error| error.to_string())?;
        if file.refusal().is_none() && kept.as_ref() == bytes {
            return Ok((file.path().trim_start_matches("content/").to_owned(), false));
        }
    }
    let name = name.and_then(|name| Id::suggested(name, 40)).map_or_else(|| "source".to_owned(), |id| id.to_string());
    let day = date.and_then(|date| date.start());
    let stem = day.map_or(name.clone(), |day| format!("{}-{name}", day.to_string().trim_end_matches(['~', '?', '%'])));
    let is_free = |path: &String| site.inputs.find(&format!("content/{path}")).is_none();
    let numbered = (2..).map(|number| format!("sources/{stem}-{number}.txt"));
    let mut paths = std::iter::once(format!("sources/{stem}.txt")).chain(numbered);
    // There are fewer files than numbers.
    Ok((paths.find(is_free).unwrap_or_default(), true))
}
