//! Static files that templates ask for and that are nowhere, and style sheets that pages would load twice.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::ErrorKind;

use super::texts::assets_in;
use super::tokens::{Kind, parts};
use super::{Asset, Theme};
use crate::address::Address;
use crate::config::{self, Config, Sheet};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::input::{Inputs, Span};

/// The template that all pages are made from.
const BASE: &str = "base.html";

impl Theme {
    /// A failure of Tera on a page as a finding in the template's file. `assets` are the static files by their names.
    pub(crate) fn finding_on_page(
        &self,
        error: &tera::Error,
        assets: &BTreeMap<String, Asset>,
        page: Option<&Address>,
    ) -> Diagnostic {
        self.no_asset(error, assets).unwrap_or_else(|| self.finding(error, page))
    }

    /// A static file that a template shows the address or the hash of, and that has none.
    fn no_asset(&self, error: &tera::Error, assets: &BTreeMap<String, Asset>) -> Option<Diagnostic> {
        let ErrorKind::RenderingError(report) = error.kind() else { return None };
        let template = self.templates.iter().find(|template| template.name == report.filename())?;
        let named = named_at(&template.text, &template.span(report.span()).range());
        let is_wrong = |(of, name, _): &(&str, &str, _)| {
            assets.get(*name).is_none_or(|asset| *of == "integrity" && asset.integrity.is_none())
        };
        let (of, name, range) = named.into_iter().find(is_wrong)?;
        let span = Span::new(template.input, range);
        if assets.contains_key(name) {
            let message = format!("`{name}` has no `{of}`: only style sheets and scripts have one");
            let help = "leave the attribute out".to_owned();
            return Some(Diagnostic::error(Code::TemplateError, span, message).help(Some(help)));
        }
        let message = format!("there is no file `{name}` below `static/`, of the site or of its theme");
        let plain = name.trim_start_matches('/');
        let plain = plain.strip_prefix("static/").unwrap_or(plain);
        let help = match assets.contains_key(plain) {
            true => format!("write `{plain}`"),
            false => did_you_mean(plain, assets.keys().map(String::as_str))
                .unwrap_or_else(|| format!("put the file at `static/{plain}`, or leave out what asks for it")),
        };
        Some(Diagnostic::error(Code::TemplateError, span, message).help(Some(help)))
    }

    /// Findings for style sheets of `[style]` that pages load anyway.
    pub(crate) fn sheets_loaded_twice(&self, inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
        if config.style.sheets.is_empty() {
            return Vec::new();
        }
        let texts = self.texts();
        let loaded: Vec<&str> = texts.reached(BASE).into_iter().flat_map(assets_in).collect();
        let twice = config.style.sheets.iter().enumerate().filter(|(_, sheet)| loaded.contains(&sheet.file()));
        let finding = |(at, sheet): (usize, &Sheet)| {
            let name = sheet.file();
            let span = config::locate_below(inputs, &[Step::Key("style"), Step::Key("sheets"), Step::Item(at)]);
            let message = format!("`{BASE}` loads `{name}` itself: pages would load it twice");
            let is_replaced = inputs.find(&format!("static/{name}")).is_some()
                && self.folders().iter().any(|folder| inputs.find(&format!("{folder}static/{name}")).is_some());
            let help = match is_replaced {
                true => {
                    format!("leave it out, or rename `static/{name}`: by this name it stands in place of the theme's")
                }
                false => "leave it out".to_owned(),
            };
            Diagnostic::error(Code::BadValue, span, message).help(Some(help))
        };
        twice.map(finding).collect()
    }
}

/// The static files that the code of a template around a place asks for: the variable by which it does, the name, and its bytes.
fn named_at<'t>(text: &'t str, at: &Range<usize>) -> Vec<(&'t str, &'t str, Range<usize>)> {
    let mut named = Vec::new();
    for part in parts(text) {
        let (Some(first), Some(last)) = (part.tokens.first(), part.tokens.last()) else { continue };
        if first.at > at.end || last.range().end < at.start {
            continue;
        }
        for three in part.tokens.windows(3) {
            if let [of, open, name] = three
                && (of.is_name("assets") || of.is_name("integrity"))
                && open.is("[")
                && name.kind == Kind::Text
            {
                named.push((of.text, name.text, name.range()));
            }
        }
    }
    named
}
