//! Prose pages: about, editorial policy, and the introductions of pages that Chronicle makes.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, PageId, Target, page_address};
use crate::config::Config;
use crate::entry::Entry;
use crate::entry::id::Id;
use crate::input::InputId;
use crate::language::Language;
use crate::markdown::{self, Html, Quoted, Surroundings, Within};
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{LARGEST_TEXT, Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// Whether the text of a prose page introduces another page that Chronicle makes.
pub(crate) fn is_introduction(config: &Config, id: &Id) -> bool {
    match id.as_str() {
        "home" | "coverage" => true,
        "contribute" => config.repository.is_some() && config.outputs.has("contribute"),
        _ => false,
    }
}

/// A prose page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProsePage(PageId);

impl Output for ProsePage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Prose<'_>>("prose.html")];
    const SWITCH: Switch<ProsePage> = Switch::Named("prose");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let chronicle = site.chronicle;
        let own = chronicle.pages().filter(|id| !is_introduction(site.config, &chronicle[*id].entry.id));
        pages.extend(own.map(|id| Page::new(page_address(&chronicle[id].entry.id), ProsePage(id))));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle[self.0].entry.id.hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("prose.html", view(builder, page, self.0)?))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, id: PageId) -> Result<Context, ViewError> {
    let entry = &builder.chronicle[id].entry;
    let summary = entry.fields.summary.as_ref().map(|summary| summary.as_str()).or(entry.body.opening.as_deref());
    let head = Head {
        kind: "prose",
        title: entry.fields.title.as_str().to_owned(),
        description: summary.unwrap_or_default().to_owned(),
        language: entry.fields.language.as_ref(),
        ..Head::default()
    };
    let body = view::Html::new(&builder.text(entry, entry.fields.language.as_ref(), None)?.text);
    Ok(builder.filled(page, head, &view::Prose { title: entry.fields.title.as_str(), body }))
}

/// The text of the page `id` as an introduction; absent where there is none.
pub(crate) fn introduction(builder: &PageBuilder<'_>, id: &str) -> Result<Option<view::Html>, ViewError> {
    let found = builder.chronicle.pages().find(|page| builder.chronicle[*page].entry.id.as_str() == id);
    match found {
        Some(page) => {
            let entry = &builder.chronicle[page].entry;
            Ok(Some(view::Html::new(&builder.text(entry, entry.fields.language.as_ref(), None)?.text)))
        }
        None => Ok(None),
    }
}

impl PageBuilder<'_> {
    /// The text of an entry as HTML, below the heading of its page; in the site's language where it has no other. `quoted` are
    /// the anchors of its quotations, where they have any.
    pub(crate) fn text<T>(
        &self,
        entry: &Entry<T>,
        language: Option<&Language>,
        quoted: Option<Quoted<'_>>,
    ) -> Result<Html, ViewError> {
        // Whether there is a text depends on the file, too.
        self.chronicle.note_text(entry.input);
        if entry.body.range().is_empty() {
            return Ok(Html::default());
        }
        let bytes = self.source((entry.input, entry.hash))?;
        let text = std::str::from_utf8(&bytes[entry.body.range()]).map_err(|_| ViewError::Changed(entry.input))?;
        let html = self.markdown(entry.input, text, Within::Page, 1, language, quoted);
        if html.text.len() > LARGEST_TEXT { Err(ViewError::TooLong(entry.input)) } else { Ok(html) }
    }

    /// Some Markdown of the file `input` as HTML; with what it stands in, and the level of the heading above it.
    pub(crate) fn markdown(
        &self,
        input: InputId,
        text: &str,
        within: Within,
        lower: usize,
        language: Option<&Language>,
        quoted: Option<Quoted<'_>>,
    ) -> Html {
        let target = |destination: &str| {
            let target = self.chronicle.target(self.inputs, input, destination);
            target.filter(|target| !matches!(target, Target::Page(address, _) if !self.is_planned(address)))
        };
        self.markdown_with_links(text, &target, within, lower, language, quoted)
    }

    /// The same for a text whose links lead to what `target` says.
    pub(crate) fn markdown_with_links(
        &self,
        text: &str,
        target: &dyn Fn(&str) -> Option<Target>,
        within: Within,
        lower: usize,
        language: Option<&Language>,
        quoted: Option<Quoted<'_>>,
    ) -> Html {
        let size = |file: &str| self.chronicle.picture(file);
        let base_path = self.config.base_url.path();
        let (words, language) = (self.messages.in_texts(), language.unwrap_or(&self.config.language));
        let size = &size;
        markdown::render(text, &Surroundings { words, target, size, base_path, within, quoted, language, lower })
    }

    /// The description of a record; absent where it has none.
    pub(crate) fn description<T>(&self, entry: &Entry<T>) -> Result<Option<view::Html>, ViewError> {
        let html = self.text(entry, None, None)?;
        Ok((!html.text.trim().is_empty()).then(|| view::Html::new(&html.text)))
    }
}
