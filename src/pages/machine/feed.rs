//! Feeds of the site and of each topic, person and country, in Atom (RFC 4287) and as JSON.

use std::hash::Hash;

use tera::Value;
use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, Subject, SubjectKind};
use crate::input::InputId;
use crate::pages::common::value::{Context, joined};
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::machine::entries::{self, ENTRY, Newest, entry};
use crate::pages::machine::json_feed;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{FeedHead, Template};

/// The feed of the site, or of a subject, in one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    of: Option<Subject>,
    form: Form,
}

/// A form in which a feed is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1 (jsonfeed.org).
    Json,
}

impl Form {
    pub(crate) const ALL: [Form; 2] = [Form::Atom, Form::Json];

    /// The address of this form of the feed that is in Atom at `atom`.
    pub(crate) fn address(self, atom: Address) -> Address {
        match self {
            Form::Atom => atom,
            Form::Json => json_feed::beside(&atom),
        }
    }
}

impl Output for Feed {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::Feed>("atom.xml")];
    const SWITCH: Switch<Feed> = Switch::Named("feeds");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for of in planned(site) {
            let atom = address(site.chronicle, of);
            pages.extend(Form::ALL.map(|form| Page::new(form.address(atom.clone()), Feed { of, form })));
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
        Ok(match self.form {
            Form::Atom => Content::Template("atom.xml", view(builder, page, self.of)?),
            Form::Json => Content::Bytes(json_feed::newest(builder, page, self.of)?),
        })
    }
}

/// The site, and all subjects that have feeds.
fn planned(site: &Planning<'_>) -> impl Iterator<Item = Option<Subject>> {
    let is_on = |subject: &Subject| has_feed(*subject) && site.has_subjects(SubjectKind::of(*subject));
    std::iter::once(None).chain(site.chronicle.subjects().keys().copied().filter(is_on).map(Some))
}

/// Topics, people and countries have a feed of their own.
pub(crate) fn has_feed(subject: Subject) -> bool {
    matches!(subject, Subject::Topic(_) | Subject::Person(_) | Subject::Country(_))
}

/// The address of the feed of a subject, or of the site.
pub(crate) fn address(chronicle: &Chronicle, subject: Option<Subject>) -> Address {
    subject.map_or_else(Address::home, |subject| chronicle.subject_address(subject)).file("atom.xml")
}

fn view(builder: &PageBuilder<'_>, page: &Page, subject: Option<Subject>) -> Result<Context, ViewError> {
    let newest = Newest::of(builder, subject);
    let mut markup: Vec<Value> = Vec::new();
    newest.each(builder, |id, text| {
        markup.push(match text {
            Some(text) => builder.fragment(ENTRY, &entry(builder, id, Some(text))),
            None => builder.abstract_entry(id),
        });
    })?;
    let feed = FeedHead {
        title: newest.title,
        id: entries::id(builder, &newest.html),
        url: builder.url(&page.address),
        html: builder.url(&newest.html),
        updated: newest.updated,
    };
    let mut context = view::context(&view::Feed { feed, entries: joined(&markup) });
    context.insert_value("site", builder.site_wide().site.clone());
    Ok(context)
}
