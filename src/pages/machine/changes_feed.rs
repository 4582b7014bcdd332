//! Feeds of what changed in the record, of the whole chronicle and under each topic and person: unlike the other feeds, which
//! follow the days on which things were said, they have what is new in it, however old.

use std::borrow::Cow;
use std::hash::Hash;

use chrono::{Datelike, NaiveDate};
use xxhash_rust::xxh3::Xxh3;

use super::feed::Form;
use super::{entries, json_feed};
use crate::address::Address;
use crate::chronicle::{Change, ChangeKind, Chronicle, Subject};
use crate::entry::statement::Correction;
use crate::input::InputId;
use crate::pages::editorial::changes::{self, change, planned};
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::json_feed::Item;
use crate::views::{ChangeEntry, FeedHead, Template};

/// The feed of what changed in the record, or under a subject, in one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesFeed {
    of: Option<Subject>,
    form: Form,
}

impl Output for ChangesFeed {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::ChangesFeed<'_>>("changes.xml")];
    const SWITCH: Switch<ChangesFeed> = Switch::Named("changes");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        // They are feeds as well as a form of the changes: either turns them off.
        for (of, _) in planned(site).filter(|_| site.config.outputs.has("feeds")) {
            let atom = changes::feed_address(site.chronicle, of);
            pages.extend(Form::ALL.map(|form| Page::new(form.address(atom.clone()), ChangesFeed { of, form })));
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (self.of.map(|subject| site.chronicle.subject_key(subject)), self.form).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let changed = Changed::newest(builder, page, self.of);
        Ok(match self.form {
            Form::Atom => {
                let mut context = view::context(&changed.atom());
                context.insert_value("site", builder.site_wide().site.clone());
                Content::Template("changes.xml", context)
            }
            Form::Json => Content::Bytes(changed.json(builder)),
        })
    }
}

/// The newest changes, in the values that both forms have.
struct Changed<'a> {
    head: FeedHead,
    html: Address,
    entries: Vec<ChangeEntry<'a>>,
}

impl<'a> Changed<'a> {
    fn newest(builder: &PageBuilder<'a>, page: &Page, of: Option<Subject>) -> Changed<'a> {
        let changes = changes::changes(builder, of);
        // An entry must have a day; changes for which none is known are left out.
        let dated = changes.iter().rev().filter_map(|change| Some((change, day(change)?)));
        let newest: Vec<(&Change, NaiveDate)> = dated.take(builder.config.feeds.limit).collect();
        let what = changes::title(builder, of);
        let html = changes::address(builder.chronicle.ids(), of);
        let head = FeedHead {
            title: format!("{what} — {}", builder.config.title.as_str()),
            id: entries::id(builder, &html),
            url: builder.url(&page.address),
            html: builder.url(&html),
            updated: entries::timestamp(newest.iter().map(|(_, day)| *day).max().unwrap_or_default()),
        };
        let all = newest.into_iter().map(|(change, day)| entry(builder, change, day)).collect();
        Changed { head, html, entries: all }
    }

    fn atom(self) -> view::ChangesFeed<'a> {
        view::ChangesFeed { feed: self.head, changes: self.entries }
    }

    fn json(self, builder: &PageBuilder<'_>) -> Vec<u8> {
        let items = self.entries.into_iter().map(|entry| item(builder, entry)).collect();
        json_feed::bytes(builder, self.head.title, &self.html, self.head.url, items)
    }
}

/// The day that stands for a change; `None` where none is known, or RFC 3339 cannot write it.
fn day(change: &Change) -> Option<NaiveDate> {
    entries::last_day(change.date).filter(|day| (0..=9999).contains(&day.year()))
}

fn entry<'a>(builder: &PageBuilder<'a>, of: &Change, day: NaiveDate) -> ChangeEntry<'a> {
    let address = builder.chronicle.statement_address(of.statement);
    let what = match of.what {
        ChangeKind::Published => "published".to_owned(),
        ChangeKind::Corrected(position) => {
            correction(&builder.chronicle.get(of.statement).entry.fields.corrections, position)
        }
        ChangeKind::Withdrawn => "withdrawn".to_owned(),
    };
    ChangeEntry {
        id: format!("{}#{what}", entries::id(builder, address)),
        url: builder.url(address),
        updated: entries::timestamp(day),
        title: title(builder, of),
        change: change(builder, of, None),
    }
}

/// What a correction is known by, which stays where others are added, whatever their order: its date, and its number among
/// those of that date.
fn correction(corrections: &[Correction], position: usize) -> String {
    let date = corrections.get(position).map(|one| one.date);
    let before = corrections.iter().take(position).filter(|one| Some(one.date) == date).count();
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    // Not all signs of dates may stand in an address.
    let date: String = date.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
    if before == 0 { format!("correction-{date}") } else { format!("correction-{date}-{}", before + 1) }
}

/// What happened to which statement.
fn title(builder: &PageBuilder<'_>, of: &Change) -> String {
    let (messages, statement) = (builder.messages, builder.chronicle.get(of.statement));
    let what = messages.word(&format!("change_{}", change(builder, of, None).kind));
    let said = messages.date(statement.date());
    let is_gone = statement.is_withdrawn() && of.what != ChangeKind::Withdrawn;
    let what = if is_gone { format!("{what} ({})", messages.word("withdrawn")) } else { what };
    format!("{what}{} {said}: {}", messages.word("colon"), statement.entry.fields.title.as_str())
}

fn item<'a>(builder: &PageBuilder<'a>, entry: ChangeEntry<'_>) -> Item<'a> {
    Item {
        id: entry.id,
        url: entry.url,
        // Every item has a text.
        content_text: Some(entry.change.note.map_or_else(|| entry.title.clone(), Cow::into_owned).into()),
        title: entry.title,
        content_html: None,
        summary: None,
        date_published: None,
        date_modified: Some(entry.updated),
        authors: Vec::new(),
        tags: vec![entry.change.kind.into()],
        language: &builder.config.language,
    }
}
