//! The page of a subject in a year.

use std::hash::Hash;
use std::ops::Bound;

use xxhash_rust::xxh3::Xxh3;

use super::{crumbs, has_years, planned, switch};
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::lists;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::search::facets;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Neighbour, SubjectOf, Template};

/// A subject in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectYear(Subject, ListedYear);

impl Output for SubjectYear {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::SubjectYear<'_>>("subject-year.html")];
    const SWITCH: Switch<SubjectYear> = switch(|page| SubjectKind::of(page.0).key());

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for subject in planned(site.chronicle) {
            if has_years(site.config, subject, site.chronicle.under(subject).len()) {
                let address = site.chronicle.subject_address(subject);
                let years = site.chronicle.years_under(subject).keys();
                let page = |year: &ListedYear| Page::new(address.below(&year.to_string()), SubjectYear(subject, *year));
                pages.extend(years.map(page));
            }
        }
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(self.1)), Nav::Below(SubjectKind::of(self.0).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (site.chronicle.subject_key(self.0), self.1).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("subject-year.html", view(builder, page, self.0, self.1)))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, subject: Subject, year: ListedYear) -> Context {
    let chronicle = &builder.chronicle;
    let years = chronicle.years_under(subject);
    let ids = years.get(&year).map_or(&[][..], Vec::as_slice);
    let address = chronicle.subject_address(subject);
    let name = builder.subject_name(subject);
    let title = format!("{name}, {}", builder.messages.year(year));
    let neighbour = |year: Option<(&ListedYear, &Vec<StatementId>)>| {
        year.map(|(year, _)| {
            Neighbour::from(builder.link(builder.messages.year(*year), Some(&address.below(&year.to_string()))))
        })
    };
    let mut trail = crumbs(builder, subject);
    trail.push(Crumb::Label(&name, address.clone()));
    let head = Head {
        kind: "subject-year",
        json_ld: Some(collection(builder, page, &title, ids)),
        description: builder.description_of(&title, Listed::of_time(ids.len()), None),
        title,
        within: facets::query(chronicle.ids(), subject).map(|query| format!("{query}&{}", facets::years(year))),
        crumbs: trail,
        previous: neighbour(years.range(..year).next_back()),
        next: neighbour(years.range((Bound::Excluded(year), Bound::Unbounded)).next()),
        ..Head::default()
    };
    let values = view::SubjectYear {
        subject: SubjectOf { kind: SubjectKind::of(subject).word(), label: &name, address: builder.href(&address) },
        year: lists::year_value(builder, year),
        year_address: builder.href(&lists::year_address(year)),
        rows: lists::newest_first(builder, ids),
        parts: lists::parts_of_year(builder, subject, ids),
        total: ids.len(),
        years_list: builder.years_of(subject, &address),
    };
    builder.filled(page, head, &values)
}
