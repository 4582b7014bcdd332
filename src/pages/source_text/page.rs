//! The page of a kept text, in parts where it is long.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::ops::Range;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::links::anchor;
use super::marked::{self, Mark};
use super::parts::{PART, paragraphs};
use super::{OUTPUT, SourceText};
use crate::checks::Proof;
use crate::chronicle::{Chronicle, StatementId};
use crate::entry::shape::TextOr;
use crate::entry::statement::SourceKind;
use crate::input::InputId;
use crate::language::Language;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Neighbour, Template, TextPart, TextStatement};

/// The most quotations that are marked on a page.
const MARKS: usize = 300;

/// The most statements on a page that have no mark there.
const OTHERS: usize = 50;

/// A kept text: one part of it, from 0 on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTextPage {
    input: InputId,
    part: usize,
}

impl Output for SourceTextPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::SourceText<'_>>("source-text.html")];
    const SWITCH: Switch<SourceTextPage> = Switch::Named(OUTPUT);

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for (input, text) in site.texts.all() {
            let page = |part: usize| Page::new(text.part_address(part), SourceTextPage { input, part });
            pages.extend((0..text.parts()).map(page));
        }
    }

    fn about(&self) -> About {
        About::page(Turn::Large, Nav::Outside)
    }

    /// Hashes also what is known of the text before it is read, which is recorded nowhere else.
    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (site.path(self.input), self.part).hash(hash);
        let Some(text) = site.texts.get(self.input) else { return };
        (text.parts(), text.range(self.part)).hash(hash);
        for (id, position) in &text.named {
            (&site.chronicle[*id].entry.id, position).hash(hash);
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        Some(self.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let text = builder.texts.get(self.input).ok_or(ViewError::Changed(self.input))?;
        Ok(Content::Template("source-text.html", view(builder, page, self, text)?))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &SourceTextPage, text: &SourceText) -> Result<Context, ViewError> {
    let written = Written::read(builder, of, text)?;
    let facts = Facts::of(builder, text);
    let quoted = quoted(builder, text, &written, of.input)?;
    let unmarked = quoted.len().saturating_sub(MARKS);
    let (marks, statements) = marks(builder, quoted);
    let markup = marked::markup(
        &written.text,
        &paragraphs(&written.text, written.part.clone()),
        &marks,
        facts.language.is_some(),
    );
    let named: BTreeSet<StatementId> = text.named.iter().map(|(id, _)| *id).collect();
    let numbered: BTreeSet<StatementId> = statements.iter().copied().collect();
    let others = named.difference(&numbered).copied().take(if of.part == 0 { OTHERS } else { 0 });
    let listed = statements.iter().copied().zip((1..).map(Some)).chain(others.map(|id| (id, None)));
    let listed: Vec<TextStatement<'_>> = listed.map(|(id, number)| statement(builder, id, number)).collect();
    let name = facts.title.unwrap_or_else(|| file_name(builder, of.input));
    let titled = or(builder.messages.phrase("source_text_title", &[("title", name)]), name);
    let title = |part: usize| part_title(builder, &titled, part);
    let link = |part: usize| Neighbour::from(builder.link(title(part), Some(&text.part_address(part))));
    let mut crumbs = vec![PageBuilder::crumb("sources")];
    if of.part > 0 {
        crumbs.push(Crumb::Label(name, text.address.clone()));
    }
    let head = Head {
        kind: "source-text",
        title: title(of.part),
        description: builder.messages.phrase("description_source_text", &[("title", name)]),
        language: facts.language,
        crumbs,
        previous: of.part.checked_sub(1).map(&link),
        next: Some(of.part + 1).filter(|next| *next < text.parts()).map(&link),
        ..Head::default()
    };
    let parts = if text.parts() > 1 { 0..text.parts() } else { 0..0 };
    let values = view::SourceText {
        title: name,
        publisher: facts.publisher,
        kind: facts.kind,
        date: facts.date,
        url: facts.url,
        archived: facts.archived,
        archived_on: facts.archived_on,
        text_language: facts.language.map(Language::as_str),
        text: view::Html::new(&markup),
        listed: listed.len(),
        statements: listed,
        total: named.len(),
        unmarked,
        parts: parts
            .map(|part| TextPart {
                number: part + 1,
                address: builder.href(&text.part_address(part)),
                current: part == of.part,
            })
            .collect(),
    };
    Ok(builder.filled(page, head, &values))
}

/// A text as it was read for its page.
struct Written {
    text: String,
    /// The hash (XXH3) of its file.
    hash: u64,
    /// What of it is on the page.
    part: Range<usize>,
}

impl Written {
    /// Reads a text again, which must be divided as it was.
    fn read(builder: &PageBuilder<'_>, of: &SourceTextPage, kept: &SourceText) -> Result<Written, ViewError> {
        builder.chronicle.note_text(of.input);
        let bytes = builder.inputs.bytes(of.input)?;
        if kept.parts() == 1 && bytes.len() > PART {
            return Err(ViewError::Changed(of.input));
        }
        let hash = xxh3_64(&bytes);
        let text = String::from_utf8(bytes.into_owned())
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let (start, end) = kept.range(of.part);
        let part = start..end.unwrap_or(text.len());
        if text.get(part.clone()).is_none() {
            return Err(ViewError::Changed(of.input));
        }
        Ok(Written { text, hash, part })
    }
}

/// What the sources say of a text: each fact as the first of them says it that does.
#[derive(Default)]
struct Facts<'a> {
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    kind: Option<SourceKind>,
    date: Option<view::Edtf>,
    url: Option<&'a str>,
    archived: Option<&'a str>,
    archived_on: Option<view::Edtf>,
    language: Option<&'a Language>,
}

impl<'a> Facts<'a> {
    fn of(builder: &PageBuilder<'a>, text: &SourceText) -> Facts<'a> {
        let mut facts = Facts::default();
        for (id, position) in &text.named {
            let fields = &builder.chronicle.get(*id).entry.fields;
            let Some(TextOr::Map(source)) = fields.sources.as_slice().get(*position) else { continue };
            facts.title = facts.title.or(source.title.as_ref().map(|title| title.as_str()));
            facts.publisher = facts.publisher.or(builder.publisher(*id, *position).map(|publisher| publisher.name));
            facts.kind = facts.kind.or(source.kind);
            facts.date = facts.date.or(source.date.as_ref().map(Into::into));
            facts.url = facts.url.or(source.url.as_ref().map(|url| url.as_str()));
            facts.language = facts.language.or(source.language.as_ref());
            if facts.archived.is_none() && source.archived.is_some() {
                facts.archived = source.archived.as_ref().map(|url| url.as_str());
                facts.archived_on = source.archived_on.as_ref().map(Into::into);
            }
        }
        facts
    }
}

/// A quotation with words on a page.
struct Quoted {
    statement: StatementId,
    /// Its position among the quotations of the statement.
    index: usize,
    begins: bool,
    places: Vec<Range<usize>>,
}

/// The quotations with words in a part, in the order of these. The places of what was proven are reused.
fn quoted(
    builder: &PageBuilder<'_>,
    kept: &SourceText,
    written: &Written,
    input: InputId,
) -> Result<Vec<Quoted>, ViewError> {
    let mut found = Vec::new();
    for (id, position) in &kept.named {
        let Some(proof) = builder.chronicle.passages(*id) else { continue };
        let Some(hash) = hash_of(proof, *position) else { continue };
        if hash != written.hash {
            return Err(ViewError::Changed(input));
        }
        for (index, proven) in proof.quotations.iter().enumerate() {
            if proven.source as usize != *position {
                continue;
            }
            let all = proven.passages.iter().map(|(start, end)| *start as usize..*end as usize);
            let begins = all.clone().next().is_some_and(|first| written.part.contains(&first.start));
            let places: Vec<Range<usize>> = all.filter_map(|place| written.within(place)).collect();
            if !places.is_empty() {
                found.push(Quoted { statement: *id, index, begins, places });
            }
        }
    }
    found.sort_by_key(|quoted| (quoted.places[0].start, quoted.statement, quoted.index));
    Ok(found)
}

/// The hash of the text that is the source at a position; none where no quotation was found in it.
fn hash_of(proof: &Proof, position: usize) -> Option<u64> {
    let at = proof.sources.iter().position(|source| *source as usize == position)?;
    proof.hashes.get(at).copied()
}

impl Written {
    /// What of a place is in the part; nothing where it is none of the text.
    fn within(&self, place: Range<usize>) -> Option<Range<usize>> {
        self.text.get(place.clone())?;
        let clipped = place.start.max(self.part.start)..place.end.min(self.part.end);
        (clipped.start < clipped.end).then_some(clipped)
    }
}

/// The marks of quotations, and the statements that these are of in the order of their numbers.
fn marks(builder: &PageBuilder<'_>, quoted: Vec<Quoted>) -> (Vec<Mark>, Vec<StatementId>) {
    let (mut statements, mut numbers) = (Vec::new(), BTreeMap::new());
    let mut mark = |quoted: Quoted| {
        let statement = builder.chronicle.get(quoted.statement);
        let number = *statement.anchors.get(quoted.index)?;
        let position = *numbers.entry(quoted.statement).or_insert_with(|| {
            statements.push(quoted.statement);
            statements.len()
        });
        Some(Mark {
            anchor: anchor(statement.entry.id.as_str(), number),
            begins: quoted.begins,
            href: format!("{}{}#q{number}", builder.config.base_url.path(), statement.address),
            number: position,
            shown: builder.messages.number(i64::try_from(position).unwrap_or(i64::MAX)),
            places: quoted.places,
        })
    };
    let marks = quoted.into_iter().take(MARKS).filter_map(&mut mark).collect();
    (marks, statements)
}

/// A statement in the list of a page, with the number of its marks.
fn statement<'a>(builder: &PageBuilder<'a>, id: StatementId, number: Option<usize>) -> TextStatement<'a> {
    let of = builder.chronicle.get(id);
    TextStatement {
        number,
        label: of.entry.fields.title.as_str(),
        address: builder.href(&of.address),
        date: of.date().into(),
    }
}

fn part_title(builder: &PageBuilder<'_>, title: &str, part: usize) -> String {
    if part == 0 {
        return title.to_owned();
    }
    let number = builder.messages.number(i64::try_from(part + 1).unwrap_or(i64::MAX));
    let arguments = [("list", title), ("part", &*number)];
    or(builder.messages.phrase("part_number", &arguments), &format!("{title} ({number})"))
}

/// A phrase; other words where a theme lacks the message.
fn or(phrase: String, otherwise: &str) -> String {
    if phrase.is_empty() { otherwise.to_owned() } else { phrase }
}

/// The name of a file without its folder.
fn file_name<'a>(builder: &PageBuilder<'a>, input: InputId) -> &'a str {
    let path = builder.inputs.get(input).path();
    path.rsplit('/').next().unwrap_or(path)
}
