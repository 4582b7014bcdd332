//! The pages of a subject in a year, and in a month where the year has too many statements for one page.

use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Bound;

use xxhash_rust::xxh3::Xxh3;

use super::{crumbs, has_years, planned, switch};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::lists;
use crate::pages::common::parts::{List, Part};
use crate::pages::common::periods::{self, Division, Lists, Period};
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::machine::citations;
use crate::pages::search::facets;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Neighbour, SubjectOf, Template};

/// A subject in a year or a month: a part of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPeriod {
    subject: Subject,
    period: Period,
    part: Part,
}

impl Output for SubjectPeriod {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::SubjectYear<'_>>("subject-year.html").listing(&[
        &["parts", "rows"],
        &["months"],
        &["list_parts"],
    ])];
    const SWITCH: Switch<SubjectPeriod> = switch(|page| SubjectKind::of(page.subject).key());

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for subject in planned(site.chronicle) {
            if !has_years(site.config, subject, site.chronicle.under(subject).len()) {
                continue;
            }
            let address = site.chronicle.subject_address(subject);
            for (year, ids) in site.chronicle.years_under(subject) {
                let planned =
                    periods::planned(Lists::Subject, site.chronicle.dates(), (*year, ids), site.config.lists.limit);
                let page = |(period, part): (Period, Part)| {
                    Page::new(part.address(period.address(&address)), SubjectPeriod { subject, period, part })
                };
                pages.extend(planned.into_iter().map(page));
            }
        }
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(self.period.year())), Nav::Below(SubjectKind::of(self.subject).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (site.chronicle.subject_key(self.subject), self.period, self.part).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("subject-year.html", view(builder, page, self)))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &SubjectPeriod) -> Context {
    let (chronicle, limit) = (&builder.chronicle, builder.config.lists.limit);
    let &SubjectPeriod { subject, period, part } = of;
    let (years, dates) = chronicle.dated_years_under(subject);
    let in_year = years.get(&period.year()).map_or(&[][..], Vec::as_slice);
    let ids = periods::within(dates, in_year, period);
    let division = Division::of(Lists::Subject, dates, Cow::Borrowed(&ids), period, limit);
    let address = chronicle.subject_address(subject);
    let list_address = period.address(&address);
    let list = List { address: &list_address, items: &division.own, limit };
    let listed = part.of(&division.own, limit);
    // An older part is about its own statements, so that it stays as it is when others are added; the newest about all.
    let about = if part == Part::Newest { &*ids } else { listed };
    let name = builder.subject_name(subject);
    let list_title = format!("{name}, {}", period.name(builder.messages));
    let title = part.title(builder, &list_title);
    let around = around(builder, of, &address, in_year);
    let [previous, next] = list.neighbours(builder, &list_title, part, around);
    let year = period.year();
    let within = facets::query(chronicle.ids(), subject).map(|query| format!("{query}&{}", facets::years(year)));
    let head = Head {
        kind: "subject-year",
        json_ld: Some(collection(builder, page, &title, about)),
        description: builder.description_of(&title, Listed::of_time(about.len()), None),
        title,
        within,
        crumbs: trail(builder, of, &name, &address),
        references: citations::are_beside_periods(builder, subject).then_some(&page.address),
        previous,
        next,
        ..Head::default()
    };
    let is_month = matches!(period, Period::Month(..));
    let values = view::SubjectYear {
        subject: SubjectOf { kind: SubjectKind::of(subject).word(), label: &name, address: builder.href(&address) },
        year: lists::year_value(builder, year),
        year_address: builder.href(&lists::year_address(year)),
        month: period.month(),
        within_address: if is_month { builder.href(&Period::Year(year).address(&address)) } else { None },
        months: if division.is_divided && part == Part::Newest {
            lists::months(builder, year, &division, &address)
        } else {
            Vec::new()
        },
        rows: lists::newest_first(builder, listed),
        parts: lists::parts_of_year(builder, subject, listed),
        total: about.len(),
        list_parts: list.links(builder, part),
        years_list: if is_month || part != Part::Newest { None } else { builder.years_of(subject, &address) },
    };
    builder.filled(page, head, &values)
}

/// The pages of the subject before and after one.
fn around(
    builder: &PageBuilder<'_>,
    of: &SubjectPeriod,
    subject: &Address,
    in_year: &[StatementId],
) -> [Option<Neighbour>; 2] {
    let (years, dates) = builder.chronicle.dated_years_under(of.subject);
    let [before, after] = match of.period {
        Period::Year(year) => {
            let period = |year: (&ListedYear, &Vec<StatementId>)| Period::Year(*year.0);
            let next = years.range((Bound::Excluded(year), Bound::Unbounded)).next();
            [years.range(..year).next_back().map(period), next.map(period)]
        }
        _ => periods::neighbours(dates, in_year, of.period),
    };
    let link = |period: Period, part: Part| {
        let title = part.title(builder, &period.name(builder.messages));
        Neighbour::from(builder.link(title, Some(&part.address(period.address(subject)))))
    };
    let first = |period: Period| {
        let in_year = years.get(&period.year()).map_or(&[][..], Vec::as_slice);
        periods::first_part(Lists::Subject, dates, in_year, period, builder.config.lists.limit)
    };
    [before.map(|before| link(before, Part::Newest)), after.map(|after| link(after, first(after)))]
}

fn trail<'a>(builder: &PageBuilder<'a>, of: &SubjectPeriod, name: &'a str, subject: &Address) -> Vec<Crumb<'a>> {
    let mut trail = crumbs(builder, of.subject);
    trail.push(Crumb::Label(name, subject.clone()));
    let words = |period: Period| Crumb::Words(period.name(builder.messages), period.address(subject));
    trail.extend(of.period.wider().into_iter().map(words));
    if of.part != Part::Newest {
        trail.push(words(of.period));
    }
    trail
}
