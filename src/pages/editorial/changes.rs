//! What changed in the record: which statements were published, corrected and withdrawn, of the whole chronicle and of those
//! under each topic and person; and the corrections log, without what was only published.

use std::borrow::Cow;
use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Change, ChangeKind, Chronicle, Subject, SubjectKind};
use crate::input::InputId;
use crate::pages::common::description::shortened;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::parts::{List, Part};
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::subject;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{SubjectOf, Template};

/// A part of a log of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesPage {
    log: Log,
    part: Part,
}

/// Which changes are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Log {
    /// All, of the whole chronicle or under a subject.
    All(Option<Subject>),
    /// Those of the whole chronicle that are more than publication: what was changed in published records, and what was withdrawn.
    Corrections,
}

impl Output for ChangesPage {
    const TEMPLATES: &'static [Template] = &[
        Template::of::<view::Changes<'_>>("changes.html").listing(&[&["changes"], &["list_parts"]]),
        Template::of::<view::Changes<'_>>("corrections.html").listing(&[&["changes"], &["list_parts"]]),
    ];
    const SWITCH: Switch<ChangesPage> = Switch::OneOf(&["changes", "corrections"], |page| page.log.key());

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let corrections = corrections(site.chronicle.changes()).len();
        let logs = planned(site).map(|(of, count)| (Log::All(of), count)).chain([(Log::Corrections, corrections)]);
        for (log, count) in logs {
            let address = log.address(site.chronicle);
            let page = |part: Part| Page::new(part.address(address.clone()), ChangesPage { log, part });
            pages.extend(Part::all(count, site.config.lists.limit).map(page));
        }
    }

    fn about(&self) -> About {
        let nav = self.log.subject().map_or(Nav::Outside, |subject| Nav::Below(SubjectKind::of(subject).key()));
        About::page(Turn::List(None), nav)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (self.log.key(), self.log.subject().map(|subject| site.chronicle.subject_key(subject)), self.part).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let template = match self.log {
            Log::All(_) => "changes.html",
            Log::Corrections => "corrections.html",
        };
        Ok(Content::Template(template, view(builder, page, self)))
    }
}

impl Log {
    /// By what it is turned off, and templates know its pages.
    fn key(self) -> &'static str {
        match self {
            Log::All(_) => "changes",
            Log::Corrections => "corrections",
        }
    }

    fn subject(self) -> Option<Subject> {
        match self {
            Log::All(subject) => subject,
            Log::Corrections => None,
        }
    }

    /// The page with the newest of it.
    fn address(self, chronicle: &Chronicle) -> Address {
        match self {
            Log::All(of) => address(chronicle, of),
            Log::Corrections => Address::page(["corrections"]),
        }
    }

    fn title(self, builder: &PageBuilder<'_>) -> String {
        match self {
            Log::All(of) => title(builder, of),
            Log::Corrections => builder.messages.title("corrections"),
        }
    }

    fn changes<'a>(self, builder: &PageBuilder<'a>) -> Cow<'a, [Change]> {
        match self {
            Log::All(of) => changes(builder, of),
            Log::Corrections => corrections(builder.chronicle.changes()).into(),
        }
    }
}

/// The changes that are more than publication, oldest first.
fn corrections(changes: &[Change]) -> Vec<Change> {
    changes.iter().filter(|change| change.what != ChangeKind::Published).copied().collect()
}

/// Of what all changes are listed, each with the number of them: the whole chronicle; topics and people of whose statements any
/// is known to have changed.
pub(crate) fn planned(site: &Planning<'_>) -> impl Iterator<Item = (Option<Subject>, usize)> {
    let chronicle = site.chronicle;
    let has_log = |subject: &Subject| {
        matches!(subject, Subject::Topic(_) | Subject::Person(_)) && site.has_subjects(SubjectKind::of(*subject))
    };
    let subjects = chronicle.subjects().keys().copied().filter(has_log);
    let counted = subjects.map(|subject| (Some(subject), chronicle.changes_under(subject).len()));
    std::iter::once((None, chronicle.changes().len())).chain(counted.filter(|(_, count)| *count > 0))
}

/// The page with the newest changes.
pub(crate) fn address(chronicle: &Chronicle, of: Option<Subject>) -> Address {
    match of {
        Some(subject) => chronicle.subject_address(subject).below("changes"),
        None => Address::page(["changes"]),
    }
}

/// The address of the feed of the same, in Atom.
pub(crate) fn feed_address(chronicle: &Chronicle, of: Option<Subject>) -> Address {
    of.map_or_else(Address::home, |subject| chronicle.subject_address(subject)).file("changes.xml")
}

/// What the page of the same is called.
pub(crate) fn title(builder: &PageBuilder<'_>, of: Option<Subject>) -> String {
    match of {
        Some(subject) => builder.messages.phrase("changes_of", &[("subject", &builder.subject_name(subject))]),
        None => builder.messages.title("changes"),
    }
}

/// What the page of a subject, or the home page, says of where its changes are told, if they are.
pub(crate) fn of_page(builder: &PageBuilder<'_>, of: Option<Subject>) -> Option<(String, Address, Address)> {
    let chronicle = builder.chronicle.ids();
    let page = address(chronicle, of);
    builder.has(&page).then(|| (title(builder, of), page, feed_address(chronicle, of)))
}

/// What changed, oldest first.
pub(crate) fn changes<'a>(builder: &PageBuilder<'a>, of: Option<Subject>) -> Cow<'a, [Change]> {
    match of {
        Some(subject) => builder.chronicle.changes_under(subject).into(),
        None => builder.chronicle.changes().into(),
    }
}

/// The most characters of a note in a list: the page of the statement has all of it.
const NOTE: usize = 300;

/// A change with what names its statement, and the first `longest` characters of its note.
pub(crate) fn change<'a>(builder: &PageBuilder<'a>, change: &Change, longest: Option<usize>) -> view::Change<'a> {
    let fields = &builder.chronicle.get(change.statement).entry.fields;
    let corrected = |position: usize| fields.corrections.get(position);
    let (kind, note) = match change.what {
        ChangeKind::Published => ("published", None),
        ChangeKind::Corrected(position) => {
            (corrected(position).map_or("correction", |one| one.kind.word()), corrected(position).map(|one| &one.note))
        }
        ChangeKind::Withdrawn => ("withdrawal", fields.withdrawn.as_ref().map(|notice| &notice.reason)),
    };
    view::Change {
        date: (&change.date).into(),
        date_machine: change.date.machine(),
        kind,
        note: note.map(|note| match longest {
            Some(longest) if note.as_str().len() > longest => shortened(note.as_str(), longest).into(),
            _ => note.as_str().into(),
        }),
        statement: builder.brief(change.statement),
    }
}

/// Some changes as a page lists them: the newest first.
pub(crate) fn newest_first<'a>(builder: &PageBuilder<'a>, changes: &[Change]) -> Vec<view::Change<'a>> {
    changes.iter().rev().map(|one| change(builder, one, Some(NOTE))).collect()
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &ChangesPage) -> Context {
    let &ChangesPage { log, part } = of;
    let (changes, address) = (log.changes(builder), log.address(builder.chronicle.ids()));
    let list = List { address: &address, items: &changes, limit: builder.config.lists.limit };
    let name = log.subject().map(|subject| (subject, builder.subject_name(subject)));
    let title = log.title(builder);
    let list_title = part.title(builder, &title);
    let [previous, next] = list.neighbours(builder, &title, part, [None, None]);
    let head = Head {
        kind: log.key(),
        // Pages of subjects and parts have descriptions of their own.
        description: format!("{list_title}. {}", builder.description_in_words(&format!("{}_note", log.key()))),
        crumbs: trail(builder, part, &name, &title, &address),
        feed: match log {
            Log::All(of) => Some((title, feed_address(builder.chronicle.ids(), of))),
            Log::Corrections => None,
        },
        title: list_title,
        previous,
        next,
        ..Head::default()
    };
    let values = view::Changes {
        subject: name.as_ref().map(|(subject, name)| SubjectOf {
            kind: SubjectKind::of(*subject).word(),
            label: name,
            address: builder.href(&builder.chronicle.subject_address(*subject)),
        }),
        changes: newest_first(builder, part.of(&changes, list.limit)),
        total: changes.len(),
        list_parts: list.links_by(builder, part, |change| change.date),
    };
    builder.filled(page, head, &values)
}

fn trail<'a>(
    builder: &PageBuilder<'a>,
    part: Part,
    name: &'a Option<(Subject, String)>,
    title: &str,
    address: &Address,
) -> Vec<Crumb<'a>> {
    let mut trail = Vec::new();
    if let Some((subject, name)) = name {
        trail.extend(subject::crumbs(builder, *subject));
        trail.push(Crumb::Label(name, builder.chronicle.subject_address(*subject)));
    }
    if part != Part::Newest {
        trail.push(Crumb::Words(title.to_owned(), address.clone()));
    }
    trail
}
