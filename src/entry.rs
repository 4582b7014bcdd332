//! What one file says: typed front matter and facts about the text below it. Nothing here looks at other files.
//!
//! The structs in [`statement`] and `authority` are the content model: one per kind of record, each key documented
//! once.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Checked, Code, Diagnostic, Edit, did_you_mean};
use crate::document::{Fault, Step, merge_conflict, yaml};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::Language;

mod addresses;
pub(crate) mod authority;
pub(crate) mod body;
mod common_fields;
pub(crate) mod country;
pub mod date;
mod deceptive;
pub mod dialect;
pub mod front_matter;
pub(crate) mod heading_ids;
pub(crate) mod id;
mod kind;
pub(crate) mod limits;
mod markup;
pub(crate) mod name;
pub(crate) mod normalized;
mod other_speaker;
pub(crate) mod placeholder;
pub(crate) mod position;
pub mod quotation;
mod record;
pub(crate) mod schema;
mod serialize;
pub(crate) mod shape;
pub mod statement;

pub(crate) use common_fields::FrontMatter;
pub(crate) use deceptive::{has_no_width, in_messages, in_settings, in_templates};
pub(crate) use dialect::markdown;
pub use kind::Kind;
pub(crate) use kind::kinds;
pub use record::{AnyEntry, AnyParsed, Parsed};
pub(crate) use record::{Entry, Head};

pub(crate) use addresses::{Addresses, LinkedAddress};
use body::Body;
use id::Id;

/// Receives the texts of statements while they are parsed.
pub trait TextReader {
    /// A block of the text below the front matter (a paragraph, an item of a list, a cell), without markup; `language` is what
    /// the record says of it.
    fn block(&mut self, language: Option<&Language>, text: &str);
}

/// Gives the blocks of a Markdown text of front matter, without markup.
pub(crate) fn each_block(text: &str, reader: &mut dyn FnMut(&str)) {
    body::each_block(text, reader);
}

/// Parses one file below `content/`.
///
/// # Errors
/// [`ReadError`] where the file cannot be read; what is wrong in it are findings.
pub fn parse(inputs: &Inputs, input: InputId) -> Result<Checked<AnyEntry>, ReadError> {
    parse_with(inputs, input, None)
}

/// The same; `reader` is given the text of the file if it is a statement.
///
/// # Errors
/// [`ReadError`] where the file cannot be read; what is wrong in it are findings.
pub(crate) fn parse_with(
    inputs: &Inputs,
    input: InputId,
    reader: Option<&mut dyn TextReader>,
) -> Result<Checked<AnyEntry>, ReadError> {
    let path = inputs.get(input).path();
    let place = match RecordPath::of(path) {
        Some(place) => place,
        None if path.starts_with("content/sources/") || inputs.get(input).refusal().is_some() => {
            return Ok(Checked { value: AnyEntry::Other, findings: Vec::new() });
        }
        None => return Ok(Checked { value: AnyEntry::Other, findings: vec![misplaced(inputs, input)] }),
    };
    let id = match Id::new(place.stem) {
        Ok(id) => id,
        Err(reason) => {
            let finding = Diagnostic::error(
                Code::BadId,
                Span::file(input),
                format!("`{}` cannot be an id: {reason}", place.stem),
            )
            .help(Some(renaming(place.stem)));
            return Ok(Checked { value: AnyEntry::Other, findings: vec![finding] });
        }
    };
    if inputs.get(input).refusal().is_some() {
        // The check of the files says why.
        return Ok(Checked { value: AnyEntry::Invalid(place.kind, id, input), findings: Vec::new() });
    }
    let bytes = inputs.bytes(input)?;
    let reader = reader.filter(|_| place.kind == Kind::Statement);
    Ok(parse_as(place.kind, input, &id, &bytes, reader))
}

macro_rules! parse_as {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// Parses the bytes of a record of a kind.
        fn parse_as(
            kind: Kind,
            input: InputId,
            id: &Id,
            bytes: &[u8],
            reader: Option<&mut dyn TextReader>,
        ) -> Checked<AnyEntry> {
            let parsed = match kind {
                $(Kind::$kind => parse_bytes::<$fields>(kind, input, id, bytes, reader),)+
            };
            match parsed {
                Ok(Checked { value, findings }) => Checked { value: AnyEntry::Record(input, value), findings },
                Err(findings) => Checked { value: AnyEntry::Invalid(kind, id.clone(), input), findings },
            }
        }
    };
}

kinds!(parse_as);

/// What a path says of a file: its kind by the folder and its stem.
struct RecordPath<'a> {
    kind: Kind,
    stem: &'a str,
}

impl RecordPath<'_> {
    fn of(path: &str) -> Option<RecordPath<'_>> {
        let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        let name = rest.rsplit('/').next().unwrap_or(rest);
        // Only statements are sorted into folders for people; any other record lies in its folder itself.
        if kind != Kind::Statement && rest.contains('/') {
            return None;
        }
        Some(RecordPath { kind, stem: name.strip_suffix(".md")? })
    }
}

/// What to do with a file whose stem cannot be an id.
fn renaming(stem: &str) -> String {
    const LONGEST: usize = 80;
    let form = "rename the file: use lower-case letters from `a` to `z`, digits and single hyphens";
    // Transliterated names are not suggested as ids: a person should not be known by what a program made of the name.
    let near = Some(stem).filter(|stem| stem.is_ascii()).and_then(|stem| Id::suggested(stem, LONGEST));
    near.map_or_else(|| form.to_owned(), |near| format!("{form}, such as `{near}.md`"))
}

/// File extensions that may be meant as records or as texts of sources.
const TEXTS: [&str; 6] = ["md", "markdown", "txt", "text", "yaml", "yml"];

/// File extensions of what a text shows or leads to: pictures, documents, recordings, tables.
#[rustfmt::skip]
const SHOWN: [&str; 36] = [
    "avif", "bmp", "csv", "doc", "docx", "epub", "flac", "gif", "heic", "jpeg", "jpg", "jxl", "m4a", "m4v", "mkv", "mov",
    "mp3", "mp4", "odp", "ods", "odt", "oga", "ogg", "ogv", "opus", "pdf", "png", "ppt", "pptx", "rtf", "svg", "tif",
    "tiff", "wav", "webm", "webp",
];

fn misplaced(inputs: &Inputs, input: InputId) -> Diagnostic {
    let file = inputs.get(input);
    let folder =
        file.path().strip_prefix("content/").and_then(|rest| rest.split_once('/')).map_or("", |(folder, _)| folder);
    let known = Kind::ALL.map(Kind::folder);
    let name = file.path().rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let is_text = extension.as_deref().is_none_or(|extension| TEXTS.contains(&extension)) && !name.ends_with('~');
    // A picture beside a record is not a record; the message points to `static/`. What programs leave behind is for nobody.
    let is_shown = extension.as_deref().is_some_and(|extension| SHOWN.contains(&extension));
    let help = if (folder.is_empty() || known.contains(&folder)) && is_shown {
        Some(format!("move it to `static/{name}`, and write `/{name}` where a text shows it"))
    } else if !is_text && !is_shown {
        Some("remove it, or move it out of `content/`".to_owned())
    } else if known.contains(&folder) {
        Some(format!("write records of this kind as `content/{folder}/<id>.md`"))
    } else {
        let near = did_you_mean(folder, known).map(|near| near.replace("write", "move it to the folder"));
        near.or_else(|| Some("move it to the folder of its kind, or texts of sources to `content/sources/`".to_owned()))
    };
    Diagnostic::lint(Code::MisplacedFile, Span::file(input), format!("`{}` is no place for a record", file.path()))
        .help(help)
}

/// Parses the bytes of one record: its front matter as `T`, and the facts of its text.
///
/// # Errors
/// The findings that keep it from being a record; findings that do not (in its text) come with the value.
fn parse_bytes<T: DeserializeOwned + Addresses + FrontMatter>(
    kind: Kind,
    input: InputId,
    id: &Id,
    bytes: &[u8],
    reader: Option<&mut dyn TextReader>,
) -> Result<Checked<AnyParsed>, Vec<Diagnostic>>
where
    AnyParsed: From<Arc<Parsed<T>>>,
{
    let refused = |fault: Fault| vec![fault.at(input, 0)];
    if let Some(fault) = limits::of_file(bytes) {
        return Err(refused(fault));
    }
    // With conflict markers in it the file can be neither split nor parsed.
    if let Some(fault) = merge_conflict::unresolved(bytes, false, || code_of(bytes)) {
        return Err(refused(fault));
    }
    let parts = front_matter::split(bytes).map_err(refused)?;
    if let Some(fault) = limits::of_matter(&parts) {
        return Err(refused(fault));
    }
    let body = &parts.text[parts.body.clone()];
    if let Some(fault) = limits::of_marks(body, parts.body.start).or_else(|| limits::of_signs(body, parts.body.start)) {
        return Err(refused(fault));
    }
    let matter = &parts.text[parts.matter.clone()];
    let fields: Result<T, Vec<Fault>> = yaml::read(matter);
    let language = fields.as_ref().ok().and_then(FrontMatter::language);
    let mut read = reader.map(|reader| move |block: &str| reader.block(language, block));
    let blocks = read.as_mut().map(|read| read as &mut dyn FnMut(&str));
    let checked = Body::parse(input, parts.text, parts.body.clone(), blocks);
    if let Some(fault) = limits::of_body(&checked.value).or_else(|| limits::of_mistakes(&checked.findings)) {
        return Err(refused(fault));
    }
    let mut findings = checked.findings;
    findings.extend(yaml::cut(matter).into_iter().map(|fault| {
        let span = Span::new(input, fault.range.start + parts.matter.start..fault.range.end + parts.matter.start);
        Diagnostic::lint(fault.code, span, fault.message).help(fault.help)
    }));
    let odd = deceptive::check(input, parts.text, parts.matter.end);
    if let Some(fault) = limits::of_odd(&odd) {
        return Err(refused(fault));
    }
    findings.extend(odd);
    let is_outline = kind == Kind::Page && fields.as_ref().is_ok_and(FrontMatter::is_draft);
    findings.extend(placeholder::placeholders(parts.text).map(|range| {
        let message = format!("the placeholder `{}` is not filled in", &parts.text[range.clone()]);
        let help = "write what it asks for in place of the whole of it".to_owned();
        match is_outline && range.start >= parts.body.start {
            true => Diagnostic::lint(Code::UnfinishedOutline, Span::new(input, range), message).help(help),
            false => Diagnostic::error(Code::UnfinishedPlaceholder, Span::new(input, range), message).help(help),
        }
    }));
    match fields {
        Ok(fields) => {
            let hash = xxhash_rust::xxh3::xxh3_64(bytes);
            findings.extend(addresses::deceptive(&fields).map(|(path, deceit)| {
                let range = yaml::locate(matter, &path);
                let span = Span::new(input, range.start + parts.matter.start..range.end + parts.matter.start);
                Diagnostic::lint(deceit.code, span, deceit.message).help(Some(deceit.help))
            }));
            if fields.is_example() {
                let range = yaml::locate(matter, &[Step::Key("example")]);
                let span = Span::new(input, range.start + parts.matter.start..range.end + parts.matter.start);
                findings.push(example(kind, span));
            }
            let outline = checked.value.outline(matter);
            let parsed = Parsed { id: id.clone(), fields, body: checked.value, hash, outline };
            Ok(Checked { value: Arc::new(parsed).into(), findings })
        }
        Err(faults) => {
            findings.extend(faults.into_iter().map(|fault| {
                match fault.code {
                    // A missing key has no position of its own: point at the line that opens the front matter.
                    Code::MissingKey if fault.range.is_empty() => {
                        Diagnostic::error(fault.code, Span::new(input, parts.opening.clone()), fault.message)
                            .help(fault.help)
                    }
                    _ => fault.at(input, parts.matter.start),
                }
            }));
            Err(findings)
        }
    }
}

fn example(kind: Kind, span: Span) -> Diagnostic {
    let message = format!("this {} is an example of a new site, not a record", kind.noun());
    let help = "remove the file once a record of your own stands in its place; or make all of it true, and then remove this key";
    Diagnostic::lint(Code::ExampleRecord, span, message).help(Some(help.to_owned()))
}

/// The ranges of fenced code blocks in a file.
fn code_of(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let Ok(parts) = front_matter::split(bytes) else { return Vec::new() };
    // A text over the limits is refused below, so it is not parsed here.
    let text = &parts.text[parts.body.clone()];
    if limits::of_marks(text, 0).or_else(|| limits::of_signs(text, 0)).is_some() {
        return Vec::new();
    }
    let code = markup::fenced(text).into_iter();
    code.map(|range| range.start + parts.body.start..range.end + parts.body.start).collect()
}

/// The edit that replaces the key or value at `span` with `right` and keeps its quotation marks, for
/// [`Diagnostic::fixes`]. None where one replacement is not enough.
pub(crate) fn respelled(inputs: &Inputs, span: Span, right: &str) -> Option<Edit> {
    let bytes = inputs.bytes(span.input).ok()?;
    let raw = std::str::from_utf8(&bytes).ok()?.get(span.range())?;
    let text = crate::document::respelled(raw, right).filter(|text| text != raw)?;
    Some(Edit { span, text })
}

/// The span of a key's value in a file that was already parsed, for a finding about its meaning. The file is read and
/// parsed again: spans are not kept.
pub(crate) fn locate(inputs: &Inputs, input: InputId, path: &[Step<'_>]) -> Span {
    // A file that can no longer be read, or has changed since, is shown from its start.
    let range = inputs.bytes(input).ok().and_then(|bytes| {
        let parts = front_matter::split(&bytes).ok()?;
        let range = yaml::locate(&parts.text[parts.matter.clone()], path);
        Some(range.start + parts.matter.start..range.end + parts.matter.start)
    });
    range.map_or(Span::file(input), |range: Range<usize>| Span::new(input, range))
}
