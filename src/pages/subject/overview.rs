//! The overview of all subjects of a kind.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::{country, event, organization, person, place, switch, topic};
use crate::address::Address;
use crate::chronicle::{Chronicle, SubjectKind};
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// All subjects of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectList(SubjectKind);

impl Output for SubjectList {
    const TEMPLATES: &'static [Template] = &[
        Template::of::<view::Topics<'_>>("topics.html"),
        Template::of::<view::People<'_>>("people.html"),
        Template::of::<view::Organizations<'_>>("organizations.html"),
        Template::of::<view::Countries>("countries.html"),
        Template::of::<view::Places>("places.html"),
        Template::of::<view::Events>("events.html"),
    ];
    const SWITCH: Switch<SubjectList> = switch(|page| page.0.key());

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let subjects = || site.chronicle.subjects().keys();
        for kind in SubjectKind::ALL {
            // The parts that every chronicle has are always there; the others from their first record on.
            let is_always_there = matches!(kind, SubjectKind::Topics | SubjectKind::People);
            if is_always_there || subjects().any(|subject| SubjectKind::of(*subject) == kind) {
                pages.push(Page::new(Address::page([kind.key()]), SubjectList(kind)));
            }
        }
    }

    fn about(&self) -> About {
        let weight = match self.0 {
            SubjectKind::Topics => 20,
            SubjectKind::People => 40,
            SubjectKind::Organizations => 50,
            SubjectKind::Countries => 60,
            SubjectKind::Places => 70,
            SubjectKind::Events => 80,
        };
        About::page(Turn::List(None), Nav::Overview { part: self.0.key(), weight })
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.0.key().hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let key = self.0.key();
        let title = builder.messages.title(key);
        let of_kind = builder.chronicle.subjects().keys().filter(|subject| SubjectKind::of(**subject) == self.0);
        let description = builder.description_of_all(&title, Some(of_kind.count()));
        let head = Head { kind: key, title, description, ..Head::default() };
        Ok(match self.0 {
            SubjectKind::Topics => {
                Content::Template("topics.html", builder.filled(page, head, &topic::overview(builder)))
            }
            SubjectKind::People => {
                let people = person::overview(builder);
                Content::Template("people.html", builder.filled(page, head, &view::People { people }))
            }
            SubjectKind::Organizations => {
                let organizations = organization::overview(builder);
                Content::Template(
                    "organizations.html",
                    builder.filled(page, head, &view::Organizations { organizations }),
                )
            }
            SubjectKind::Countries => {
                let countries = country::overview(builder);
                Content::Template("countries.html", builder.filled(page, head, &view::Countries { countries }))
            }
            SubjectKind::Places => {
                let places = place::overview(builder);
                Content::Template("places.html", builder.filled(page, head, &view::Places { places }))
            }
            SubjectKind::Events => {
                let events = event::overview(builder);
                Content::Template("events.html", builder.filled(page, head, &view::Events { events }))
            }
        })
    }
}
