//! Static files that templates ask for and that are nowhere, and style sheets that pages would load twice.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::ErrorKind;

use super::loaded::sheets_loaded;
use super::texts::assets_in;
use super::tokens::{Kind, Part, parts};
use super::{Asset, Theme};
use crate::address::Address;
use crate::config::{self, Config, Sheet};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::folder::is_plain;
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
        let (of, name, range) = named_at(&template.text, &template.span(report.span()).range())?;
        if assets.get(name).is_some_and(|asset| of == "assets" || asset.integrity.is_some()) {
            return None;
        }
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
            false => did_you_mean(plain, assets.keys().map(String::as_str)).unwrap_or_else(|| match is_plain(plain) {
                true => format!("put the file at `static/{plain}`, or leave out what asks for it"),
                false => {
                    format!("write the name of a file, as in `{of}[\"style.css\"]`, or leave out what asks for it")
                }
            }),
        };
        Some(Diagnostic::error(Code::TemplateError, span, message).help(Some(help)))
    }

    /// Findings for style sheets of `[style]` that pages load anyway.
    pub(crate) fn sheets_loaded_twice(&self, inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
        if config.style.sheets.is_empty() {
            return Vec::new();
        }
        let texts = self.texts();
        let is_named = |named: &&str| config.style.sheets.iter().any(|sheet| sheet.file() == *named);
        // Most templates load none of them, and to be sure of it takes longer.
        if !texts.reached(BASE).into_iter().any(|text| assets_in(text).iter().any(is_named)) {
            return Vec::new();
        }
        let loaded = sheets_loaded(&texts, BASE);
        let twice = config.style.sheets.iter().enumerate().filter(|(_, sheet)| loaded.contains(sheet.file()));
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

/// The static file that the code of a template asks for at a place where Tera fails: the variable by which it does, the name,
/// and its bytes. Where the place is more than that, something else of it may be at fault.
fn named_at<'t>(text: &'t str, at: &Range<usize>) -> Option<(&'t str, &'t str, Range<usize>)> {
    let parts = parts(text);
    let is_around = |part: &&Part<'t>| part.tokens.last().is_some_and(|last| last.range().end >= at.start);
    let tokens = parts.iter().find(is_around)?.tokens.as_slice();
    let first = tokens.iter().position(|token| token.range().end > at.start)?;
    // What filters and tests fail on may begin with the place of their names.
    let before = tokens[..first].iter().rposition(|token| token.is("]"));
    let before = before.filter(|end| tokens.get(end + 1).is_some_and(|token| token.is("|")) && first <= end + 2);
    let first = before.map_or(first, |end| end.saturating_sub(3));
    let [of, open, name, close, rest @ ..] = &tokens[first..] else { return None };
    let is_asset = (of.is_name("assets") || of.is_name("integrity"))
        && open.is("[")
        && name.kind == Kind::Text
        && close.is("]")
        && !first.checked_sub(1).is_some_and(|before| tokens[before].is("."));
    let is_filtered =
        rest.first().is_some_and(|next| next.is("|")) && !rest.get(1).is_some_and(|it| it.is_name("default"));
    let is_alone = at.end <= close.range().end || is_filtered;
    (is_asset && is_alone).then(|| (of.text, name.text, name.range()))
}
