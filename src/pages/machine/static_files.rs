//! Static files: copied as they are; the style sheets and scripts that templates ask for get names with a fingerprint, so that they
//! can be cached for ever, and a page is never shown with those of another.

use std::collections::BTreeMap;
use std::hash::Hash;

use base64::Engine;
use sha2::{Digest, Sha384};
use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::config::{Config, Sheet};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::pages::kind::{About, Content, Output, Planning, StaticFiles, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::theme::{Asset, Theme};
use crate::views::Template;

/// The longest file name that file systems allow, in bytes.
const LONGEST: usize = 255;

/// A static file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile(InputId);

impl Output for StaticFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<StaticFile> = Switch::AlwaysOn;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let files = site.static_files.values();
        pages.extend(files.map(|(asset, input)| Page::new(asset.address.clone(), StaticFile(*input))));
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.path(self.0).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        Some(self.0)
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        builder.chronicle.note_text(self.0);
        Ok(Content::Bytes(builder.inputs.bytes(self.0)?.into_owned()))
    }
}

/// Tells GitHub Pages to publish the files as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoJekyll;

impl Output for NoJekyll {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<NoJekyll> = Switch::AlwaysOn;

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home().file(".nojekyll"), NoJekyll));
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, _: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(Vec::new()))
    }
}

/// The static files of the site and its theme.
pub(crate) fn static_files(inputs: &Inputs, theme: &Theme, config: &Config) -> Result<Checked<StaticFiles>, ReadError> {
    let mut files: BTreeMap<&str, InputId> = BTreeMap::new();
    let layers = theme.static_folders();
    for layer in &layers {
        // What was refused is a finding of its own.
        for (input, file) in inputs.under(layer).filter(|(_, file)| file.refusal().is_none()) {
            files.entry(&file.path()[layer.len()..]).or_insert(input);
        }
    }
    let mut asked = theme.named_assets();
    asked.extend(config.style.sheets.iter().map(Sheet::file));
    let (mut published_files, mut findings) = (BTreeMap::new(), Vec::new());
    for (name, input) in files {
        if name.contains(|letter: char| letter.is_control() || letter == '\\') {
            let message = "the name of the file has a control character or a backslash, and becomes an address";
            findings.push(bad_name(input, message));
            continue;
        }
        let (published, integrity) = published_name(inputs, input, name, asked.contains(name))?;
        if published.split('/').any(|part| part.len() > LONGEST) {
            findings.push(bad_name(input, "the name of the file is too long, with the fingerprint of a style sheet"));
            continue;
        }
        let asset = Asset { address: Address::home().file(&published), integrity };
        published_files.insert(name.to_owned(), (asset, input));
    }
    Ok(Checked { value: published_files, findings })
}

fn bad_name(input: InputId, message: &str) -> Diagnostic {
    Diagnostic::error(Code::BadFileName, Span::file(input), message).help(Some("rename the file".to_owned()))
}

/// The name under which a file is published, and of a script or a style sheet its hash for the attribute `integrity`. One that
/// templates ask for by that name gets its address from `assets`; any other may be known by its name, to scripts and hosts.
fn published_name(
    inputs: &Inputs,
    input: InputId,
    name: &str,
    is_asked: bool,
) -> Result<(String, Option<String>), ReadError> {
    let Some((stem, extension)) = name.rsplit_once('.').filter(|(_, end)| matches!(*end, "css" | "js" | "mjs")) else {
        return Ok((name.to_owned(), None));
    };
    let bytes = inputs.bytes(input)?;
    let published = if is_asked { fingerprinted(stem, extension, &bytes) } else { name.to_owned() };
    Ok((published, Some(integrity(&bytes))))
}

/// The name of a file with the fingerprint of its bytes.
pub(crate) fn fingerprinted(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}.{:016x}.{extension}", xxhash_rust::xxh3::xxh3_64(bytes))
}

/// The hash of a script or a style sheet (Subresource Integrity).
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}
