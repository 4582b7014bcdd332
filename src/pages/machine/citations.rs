//! The references to the statements of lists: of each person, topic, event and year beside its page, or where that has too
//! many for one page, beside the pages they are divided among; and of the whole chronicle, below `/data/`.

use std::borrow::Cow;
use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, Dates, StatementId, Subject, SubjectKind};
use crate::citation::Format;
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::lists::Years;
use crate::pages::common::parts::Part;
use crate::pages::common::periods::{self, Division, Lists, Period};
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// The most references in one file of the whole chronicle, which is divided by year where it has more.
const WHOLE: usize = 20_000;

/// The references to the statements of a list, in a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationList {
    list: List,
    format: Format,
}

/// A list of statements, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    /// The whole chronicle.
    Whole,
    /// A year of it.
    WholeYear(ListedYear, Part),
    /// What a page of the calendar lists.
    Calendar(Period, Part),
    /// All of a subject.
    Subject(Subject),
    /// What a page of a subject by period lists.
    SubjectPeriod(Subject, Period, Part),
}

impl Output for CitationList {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<CitationList> = Switch::Named("citations");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let mut beside = |page: &Address, list: List| {
            let file = |format: Format| Page::new(page.file(format.file_name()), CitationList { list, format });
            pages.extend(Format::ALL.map(file));
        };
        let (chronicle, limit) = (site.chronicle, site.config.lists.limit);
        for subject in chronicle.subjects().keys().copied().filter(|subject| has_lists(*subject)) {
            let address = chronicle.subject_address(subject);
            match chronicle.under(subject).len() {
                _ if !site.has_subjects(SubjectKind::of(subject)) => {}
                0 => {}
                count if count <= limit => beside(&address, List::Subject(subject)),
                _ => {
                    for (period, part) in by_period(site, Lists::Subject, chronicle.years_under(subject)) {
                        let page = part.address(period.address(&address));
                        beside(&page, List::SubjectPeriod(subject, period, part));
                    }
                }
            }
        }
        if site.config.outputs.has("years") {
            for (period, part) in by_period(site, Lists::Calendar, chronicle.years()) {
                let page = part.address(period.address(&Address::page(["years"])));
                beside(&page, List::Calendar(period, part));
            }
        }
        pages.extend(whole(chronicle).into_iter().map(|(address, list)| Page::new(address, list)));
    }

    fn about(&self) -> About {
        About::aside(match self.list {
            List::Whole => Turn::ScatteredList,
            List::Subject(_) => Turn::List(None),
            List::WholeYear(year, _) => Turn::List(Some(year)),
            List::Calendar(period, _) | List::SubjectPeriod(_, period, _) => Turn::List(Some(period.year())),
        })
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        self.format.hash(hash);
        std::mem::discriminant(&self.list).hash(hash);
        match self.list {
            List::Whole => {}
            List::WholeYear(year, part) => (year, part).hash(hash),
            List::Calendar(period, part) => (period, part).hash(hash),
            List::Subject(subject) => site.chronicle.subject_key(subject).hash(hash),
            List::SubjectPeriod(subject, period, part) => {
                (site.chronicle.subject_key(subject), period, part).hash(hash);
            }
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(builder.references(&statements(builder, self.list), self.format)))
    }
}

/// People, topics and events have references beside their pages.
fn has_lists(subject: Subject) -> bool {
    matches!(subject, Subject::Person(_) | Subject::Topic(_) | Subject::Event(_))
}

/// Whether all references of a subject are beside its page.
pub(crate) fn are_beside(builder: &PageBuilder<'_>, subject: Subject) -> bool {
    let count = builder.chronicle.under(subject).len();
    has_lists(subject) && (1..=builder.config.lists.limit).contains(&count)
}

/// Whether those of what it lists are beside a page of a subject by period.
pub(crate) fn are_beside_periods(builder: &PageBuilder<'_>, subject: Subject) -> bool {
    has_lists(subject) && builder.chronicle.under(subject).len() > builder.config.lists.limit
}

/// Whether those of what it lists are beside a page of the calendar, whose year has so many statements.
pub(crate) fn are_beside_period(builder: &PageBuilder<'_>, period: Period, in_year: usize) -> bool {
    matches!(period, Period::Year(_)) || in_year > builder.config.lists.limit
}

/// The pages of lists by period that have all statements, each once.
fn by_period(site: &Planning<'_>, lists: Lists, years: &Years) -> Vec<(Period, Part)> {
    let limit = site.config.lists.limit;
    let of_year = |(year, ids): (&ListedYear, &Vec<StatementId>)| match ids.len() <= limit {
        true => vec![(Period::Year(*year), Part::Newest)],
        false => periods::planned(lists, site.chronicle.dates(), (*year, ids), limit),
    };
    years.iter().flat_map(of_year).collect()
}

impl CitationList {
    /// Whether it is a file of the whole chronicle.
    pub(crate) fn is_of_whole(&self) -> bool {
        matches!(self.list, List::Whole | List::WholeYear(..))
    }
}

/// The files of the whole chronicle, with their formats.
pub(crate) fn of_whole(chronicle: &Chronicle) -> Vec<(Address, Format)> {
    whole(chronicle).into_iter().map(|(address, list)| (address, list.format)).collect()
}

/// The files of the whole chronicle.
fn whole(chronicle: &Chronicle) -> Vec<(Address, CitationList)> {
    let files = |name: String, list: List| {
        let file = move |format: Format| {
            let address = Address::page(["data"]).file(&format!("{name}.{}", format.extension()));
            (address, CitationList { list, format })
        };
        Format::ALL.map(file)
    };
    match chronicle.statements().len() {
        0 => Vec::new(),
        count if count <= WHOLE => files("statements".to_owned(), List::Whole).into(),
        _ => {
            let of_year = |(year, ids): (&ListedYear, &Vec<StatementId>)| {
                let year = *year;
                let of_part = move |part: Part| match part {
                    Part::Newest => files(format!("statements-{year}"), List::WholeYear(year, part)),
                    Part::Older(number) => {
                        files(format!("statements-{year}-part-{number}"), List::WholeYear(year, part))
                    }
                };
                Part::all(ids.len(), WHOLE).flat_map(of_part).collect::<Vec<_>>()
            };
            chronicle.years().iter().flat_map(of_year).collect()
        }
    }
}

/// The statements of a list, in their order.
fn statements<'a>(builder: &PageBuilder<'a>, list: List) -> Cow<'a, [StatementId]> {
    let (chronicle, limit) = (&builder.chronicle, builder.config.lists.limit);
    let in_year = |years: &'a Years, year: ListedYear| years.get(&year).map_or(&[][..], Vec::as_slice);
    let listed = |lists: Lists, (years, dates): (&'a Years, Dates<'a>), period: Period, part: Part| {
        let ids = periods::within(dates, in_year(years, period.year()), period);
        let division = Division::of(lists, dates, ids, period, limit);
        part.of(&division.own, limit).to_vec().into()
    };
    match list {
        List::Whole => chronicle.statements().collect(),
        List::WholeYear(year, part) => part.of(in_year(chronicle.years(), year), WHOLE).into(),
        List::Calendar(period, part) => listed(Lists::Calendar, chronicle.dated_years(), period, part),
        List::Subject(subject) => chronicle.under(subject).into(),
        List::SubjectPeriod(subject, period, part) => {
            listed(Lists::Subject, chronicle.dated_years_under(subject), period, part)
        }
    }
}
