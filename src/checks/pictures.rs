//! The pictures that texts, people and settings show: how large each is, and what keeps readers from seeing it.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::chronicle::{Chronicle, Record, Target};
use crate::config::{self, Config, Footer, Icon, Logo};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::{Step, has_ending};
use crate::entry::body::{Body, TextLink};
use crate::entry::locate;
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::picture::{
    BEGINNING, ENDINGS, Found, FoundSize, Kind, LONGEST_BEGINNING, LONGEST_SIDE, PictureFile, Size, look,
};

/// How large the pictures are that texts, people and settings show, by their files.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    sizes: FxHashMap<InputId, Size>,
}

impl Pictures {
    /// The size of the picture in a file; none where that does not say it, or nothing shows it.
    pub(crate) fn size(&self, file: InputId) -> Option<Size> {
        self.sizes.get(&file).copied()
    }
}

/// A file that a record shows as a picture.
struct Shown {
    file: InputId,
    by: InputId,
    place: Place,
}

/// Where the record names it.
enum Place {
    /// Bytes of its file.
    Text(u32, u32),
    /// A key of its front matter.
    Key(&'static str),
    /// A setting of `site.toml`.
    Setting(&'static str),
}

/// Reads the beginning of each picture that a record or the settings show, once, and reports those that readers may not see.
/// `folders` are those with static files, the one that takes precedence first.
///
/// # Errors
/// [`ReadError`] where a file cannot be read (any more).
pub(crate) fn check(
    chronicle: &Chronicle,
    inputs: &Inputs,
    config: &Config,
    folders: &[String],
) -> Result<Checked<Pictures>, ReadError> {
    let records: Vec<Record> = chronicle.records().collect();
    let mut shown: Vec<Shown> =
        records.into_par_iter().flat_map_iter(|record| shown(chronicle, inputs, record)).collect();
    shown.extend(of_settings(chronicle, inputs, config, folders));
    let mut files: Vec<InputId> = shown.iter().map(|shown| shown.file).collect();
    files.sort_unstable();
    files.dedup();
    let read = |file: InputId| Ok((file, found(inputs, file)?));
    let found: Result<FxHashMap<InputId, Option<Found>>, ReadError> = files.into_par_iter().map(read).collect();
    let found = found?;
    let size = |(file, found): (&InputId, &Option<Found>)| match found {
        Some(Found { size: FoundSize::Known(size), .. }) => Some((*file, *size)),
        _ => None,
    };
    let value = Pictures { sizes: found.iter().filter_map(size).collect() };
    // Spans of keys are searched in the file, and a note may show thousands of pictures.
    let mut keys: FxHashMap<(InputId, &str), Span> = FxHashMap::default();
    let finding = |shown: &Shown| {
        let path = inputs.get(shown.file).path();
        let (message, help) = match &shown.place {
            Place::Setting("icon") if has_ending(path, &["ico"]) => damaged_icon(inputs, shown.file)?,
            place => wrong(path, found[&shown.file], &kinds(place))?,
        };
        let span = match shown.place {
            Place::Text(start, end) => Span { input: shown.by, start, end },
            Place::Key(key) => {
                *keys.entry((shown.by, key)).or_insert_with(|| locate(inputs, shown.by, &[Step::Key(key)]))
            }
            Place::Setting(key) => config::locate(inputs, key),
        };
        Some(Diagnostic::lint(Code::UnreadablePicture, span, message).help(Some(help)))
    };
    Ok(Checked { value, findings: shown.iter().filter_map(finding).collect() })
}

/// The pictures that a record shows, as far as there are such files.
fn shown(chronicle: &Chronicle, inputs: &Inputs, record: Record) -> Vec<Shown> {
    let head = chronicle.head(record);
    let by = head.input;
    // What is refused is reported where it stands.
    let read_one =
        |name: &str| inputs.find(&format!("static/{name}")).filter(|file| inputs.get(*file).refusal().is_none());
    let file = |link: &TextLink| match chronicle.target(inputs, by, &link.target)? {
        Target::File(name) => read_one(&name),
        Target::Page(..) | Target::Fragment(_) | Target::Address(_) => None,
    };
    let images = |links: &[TextLink], place: &dyn Fn(&TextLink) -> Place| {
        let images = links.iter().filter(|link| link.is_image);
        images.filter_map(|link| Some(Shown { file: file(link)?, by, place: place(link) })).collect::<Vec<_>>()
    };
    let mut all = images(&head.body.links, &|link| Place::Text(link.range.0, link.range.1));
    match record {
        Record::Statement(id) => {
            // Few notes have images, and each is parsed again to find them.
            let context = chronicle[id].entry.fields.context.as_deref().filter(|context| context.contains("!["));
            if let Some(context) = context {
                let facts = Body::parse(by, context, 0..context.len(), None);
                all.extend(images(&facts.value.links, &|_| Place::Key("context")));
            }
        }
        Record::Person(id) => {
            let portrait = chronicle[id].entry.fields.portrait();
            let file = portrait.and_then(|(file, _)| read_one(file.as_str()));
            all.extend(file.map(|file| Shown { file, by, place: Place::Key("portrait") }));
        }
        _ => {}
    }
    all
}

/// The pictures that the settings show, as far as there are such files.
fn of_settings(chronicle: &Chronicle, inputs: &Inputs, config: &Config, folders: &[String]) -> Vec<Shown> {
    let by = inputs.config();
    let shown = |file: InputId, key: &'static str| Shown { file, by, place: Place::Setting(key) };
    let named = [
        ("picture", config.picture.as_ref().map(PictureFile::as_str)),
        ("logo", config.logo.as_ref().map(Logo::file)),
        ("icon", config.icon.as_ref().map(Icon::file)),
    ];
    let named = named.into_iter().filter_map(|(key, name)| {
        let name = name?;
        let mut files = folders.iter().filter_map(|folder| inputs.find(&format!("{folder}{name}")));
        // What was refused is a finding of its own.
        files.find(|file| inputs.get(*file).refusal().is_none()).map(|file| shown(file, key))
    });
    let footer = config.footer.as_ref().map_or("", Footer::text);
    let facts = Body::parse(by, footer, 0..footer.len(), None);
    let images = facts.value.links.iter().filter(|link| link.is_image).filter_map(|image| {
        match chronicle.target(inputs, by, &image.target)? {
            Target::File(name) => Some(shown(inputs.find(&format!("static/{name}"))?, "footer")),
            Target::Page(..) | Target::Fragment(_) | Target::Address(_) => None,
        }
    });
    named.chain(images).collect()
}

/// What is wrong with an icon whose name ends in `.ico`, and what to do. Such files begin with how many pictures they have
/// (Windows ICO).
fn damaged_icon(inputs: &Inputs, file: InputId) -> Option<(String, String)> {
    // A file that can no longer be read is reported by the stage that publishes it.
    let beginning = inputs.beginning(file, BEGINNING).ok()?;
    let is_icon = matches!(*beginning, [0, 0, 1, 0, few, many, _, ..] if (few, many) != (0, 0));
    let path = inputs.get(file).path();
    let help = "export it again as ICO, or take a picture in PNG or SVG, whose name says so";
    (!is_icon).then(|| (format!("`{path}` is no icon (ICO), or is damaged"), help.to_owned()))
}

/// What the beginning of a file says; more of it is read only where that of a picture does not say its size.
fn found(inputs: &Inputs, file: InputId) -> Result<Option<Found>, ReadError> {
    let beginning = inputs.beginning(file, BEGINNING)?;
    let found = look(&beginning);
    let is_cut = beginning.len() as u64 == BEGINNING;
    if is_cut && found.is_some_and(|found| found.size == FoundSize::Missing) {
        return Ok(look(&inputs.beginning(file, LONGEST_BEGINNING)?));
    }
    Ok(found)
}

/// What is wrong with a picture at `path`, and what to do.
fn wrong(path: &str, found: Option<Found>, kinds: &str) -> Option<(String, String)> {
    let again = || format!("export the picture again, as {kinds}");
    let Some(found) = found else {
        return Some((format!("`{path}` is no picture that browsers show, or is damaged"), again()));
    };
    let name = found.kind.name();
    match found.size {
        FoundSize::Missing => {
            let message = format!("`{path}` does not say how large it is: the {name} is damaged, or ends too early");
            return Some((message, again()));
        }
        FoundSize::Impossible(width, height) => {
            let message = format!("`{path}` says that it has {width} × {height} pixels, with which it cannot be shown");
            return Some((message, format!("export it with sides of 1 to {LONGEST_SIDE} pixels")));
        }
        FoundSize::Known(_) | FoundSize::Any => {}
    }
    if Kind::of_name(path) == Some(found.kind) {
        return None;
    }
    let ending = found.kind.endings()[0];
    Some((
        format!("`{path}` is a picture in {name}, and its name does not say so"),
        format!("let its name end in `.{ending}`"),
    ))
}

/// The kinds of pictures that may be at a place, in words.
fn kinds(place: &Place) -> String {
    let endings = match place {
        Place::Setting("logo") => Some(Logo::ENDINGS),
        Place::Setting("icon") => Some(Icon::ENDINGS),
        Place::Setting("picture") => Some(&ENDINGS[..]),
        Place::Setting(_) | Place::Text(..) | Place::Key(_) => None,
    };
    let may_be =
        |kind: &Kind| endings.is_none_or(|endings| kind.endings().iter().any(|ending| endings.contains(ending)));
    let names: Vec<&str> = Kind::ALL.into_iter().filter(may_be).map(Kind::name).collect();
    match &names[..] {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => names.concat(),
    }
}
