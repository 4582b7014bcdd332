//! The entries of feeds: which statements they are, what is said of each, and when it changed.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::entry::date::Date;
use crate::entry::shape::TextOr;
use crate::entry::statement::{Source, Statement as Fields};
use crate::markdown::TABLE_FRAME;
use crate::pages::statement::text;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Entry, EntryOnly, Merged};

/// What the feeds of the site or of a subject carry.
pub(crate) struct Newest {
    pub(crate) title: String,
    /// The page whose feed it is.
    pub(crate) html: Address,
    /// When the last of the statements changed.
    pub(crate) updated: String,
    statements: Vec<StatementId>,
    /// The most bytes of texts.
    budget: usize,
}

impl Newest {
    pub(crate) fn of(builder: &PageBuilder<'_>, subject: Option<Subject>) -> Newest {
        let all: Vec<StatementId>;
        let ids = match subject {
            Some(subject) => builder.chronicle.under(subject),
            None => {
                all = builder.chronicle.statements().collect();
                &all
            }
        };
        // An entry must have a day of its last change; statements for which none is known are left out.
        let dated = ids.iter().rev().filter_map(|id| Some((*id, updated(builder, *id)?)));
        let newest: Vec<(StatementId, NaiveDate)> = dated.take(builder.config.feeds.limit).collect();
        let title = match subject {
            Some(subject) => format!("{} — {}", builder.subject_name(subject), builder.config.title.as_str()),
            None => builder.config.title.as_str().to_owned(),
        };
        Newest {
            title,
            html: subject.map_or_else(Address::home, |subject| builder.chronicle.subject_address(subject)),
            updated: timestamp(newest.iter().map(|(_, day)| *day).max().unwrap_or_default()),
            statements: newest.into_iter().map(|(id, _)| id).collect(),
            budget: if subject.is_none() { TEXTS } else { 0 },
        }
    }

    /// Gives each statement, in the feed of the site with its text for use outside its page, as long as those are not too large.
    pub(crate) fn each(
        &self,
        builder: &PageBuilder<'_>,
        mut take: impl FnMut(StatementId, Option<String>),
    ) -> Result<(), ViewError> {
        let mut budget = self.budget;
        for id in self.statements.iter().copied() {
            let html = if budget > 0 { Some(text::body(builder, id)?) } else { None };
            budget = budget.saturating_sub(html.as_ref().map_or(0, |html| html.text.len()));
            let html = html.filter(|_| budget > 0);
            let url = || builder.url(builder.chronicle.statement_address(id));
            take(id, html.map(|html| absolute(builder, &html.text, &url())));
        }
        Ok(())
    }
}

/// What a feed or an entry is known by: its address, or where the settings have a base, an id that stays when the site moves.
pub(crate) fn id(builder: &PageBuilder<'_>, page: &Address) -> String {
    match &builder.config.feeds.id_base {
        Some(base) => base.id(page.as_str()),
        None => builder.url(page),
    }
}

/// The most bytes of markup of all texts in the feed of the site; later entries have their abstracts.
const TEXTS: usize = 16 << 20;

pub(crate) const ENTRY: &str = "atom-entry.xml";

/// An entry of a feed: with its whole text in the feed of the site, with its abstract in the many others.
pub(crate) fn entry(builder: &PageBuilder<'_>, id: StatementId, content: Option<String>) -> Entry {
    let of = &builder.chronicle[id];
    let address = builder.chronicle.statement_address(id);
    let own = EntryOnly {
        id: self::id(builder, address),
        url: builder.url(address),
        published: of.published.map(timestamp),
        updated: updated(builder, id).map(timestamp),
        status: Status::of(&of.entry.fields).map(Status::word),
        notice: of.is_withdrawn().then(|| text::description(builder, id)),
        authors: of.speakers.iter().map(|speaker| builder.speaker_name(id, speaker).into_owned()).collect(),
        content,
    };
    Entry { entry: Merged::new(&builder.card(id), &own) }
}

/// What has happened to a record since it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Withdrawn,
    Corrected,
}

impl Status {
    pub(crate) fn of(fields: &Fields) -> Option<Status> {
        match (&fields.withdrawn, &*fields.corrections) {
            (Some(_), _) => Some(Status::Withdrawn),
            (None, [_, ..]) => Some(Status::Corrected),
            (None, []) => None,
        }
    }

    /// The id of the message that says it, and the category of an entry.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Status::Withdrawn => "withdrawn",
            Status::Corrected => "corrected",
        }
    }
}

/// Markup for use outside its page: its addresses are absolute, and its anchors are those of the page `url`.
fn absolute(builder: &PageBuilder<'_>, html: &str, url: &str) -> String {
    let (origin, path) = (builder.config.base_url.origin(), builder.config.base_url.path());
    let anchored = html.replace("href=\"#", &format!("href=\"{url}#"));
    let linked = anchored.replace(&format!("href=\"{path}/"), &format!("href=\"{origin}{path}/"));
    without_frames(&linked.replace(&format!("src=\"{path}/"), &format!("src=\"{origin}{path}/")))
}

/// Markup whose tables are no regions: those are for pages that are scrolled by keyboard, and programs that read feeds know no
/// such attributes.
fn without_frames(html: &str) -> String {
    let mut frames = html.split(TABLE_FRAME);
    let mut out = frames.next().unwrap_or_default().to_owned();
    for rest in frames {
        out.push_str("<div>");
        // The names of regions are escaped: the first `>` is the end of the tag.
        out.push_str(rest.split_once('>').map_or(rest, |(_, rest)| rest));
    }
    out
}

/// When a record last changed, as far as is recorded: the newest day of its date, publication, corrections and withdrawal;
/// where none of them is known to the day, the newest on which a source was published or accessed. A correction or withdrawal that is known
/// to the month or year only counts with the last day of it, so that an entry that was read before is read again. `None`
/// where no day is known, or one that RFC 3339 cannot write. The clock is never read.
pub(crate) fn updated(builder: &PageBuilder<'_>, id: StatementId) -> Option<NaiveDate> {
    let statement = &builder.chronicle[id];
    let fields = &statement.entry.fields;
    let own = changes(fields).chain([fields.date]).filter_map(|date| date.last_day()).chain(statement.published).max();
    let of_source = |source: &TextOr<Source>| match source {
        TextOr::Map(source) => [source.date, source.accessed, source.archived_on],
        TextOr::Text(_) => [None; 3],
    };
    let of_sources =
        || fields.sources.as_slice().iter().flat_map(of_source).flatten().filter_map(|date| date.last_day());
    let known = own.or_else(|| of_sources().max())?;
    let day = changes(fields).filter_map(last_day).fold(known, NaiveDate::max);
    Some(day).filter(|day| (0..=9999).contains(&day.year()))
}

/// The last day that a date can mean, of an interval without an end the last of its beginning; `None` where no year is known.
pub(crate) fn last_day(date: Date) -> Option<NaiveDate> {
    date.end().or(date.start()).filter(|point| point.year().is_some())?.latest()
}

/// When a record was changed after it was published.
fn changes(fields: &Fields) -> impl Iterator<Item = Date> {
    fields.corrections.iter().map(|change| change.date).chain(fields.withdrawn.iter().map(|notice| notice.date))
}

/// A day as an RFC 3339 timestamp: midnight in UTC. A feed without entries needs one, too, and has that of the Unix epoch.
pub(crate) fn timestamp(day: NaiveDate) -> String {
    format!("{}T00:00:00Z", day.format("%Y-%m-%d"))
}

/// The last change of each statement, for the sitemap, with its known precision.
pub(crate) fn last_changes(builder: &PageBuilder<'_>) -> BTreeMap<Address, String> {
    let last = |id: StatementId| {
        let fields = &builder.chronicle[id].entry.fields;
        changes(fields).next()?;
        let last = changes(fields).chain([fields.date]).max_by_key(|date| date.sort_key())?;
        Some((builder.chronicle.statement_address(id).clone(), last.end().or(last.start())?.iso()?))
    };
    builder.chronicle.statements().filter_map(last).collect()
}
