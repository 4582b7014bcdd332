//! What templates and programs see: one struct for the values of each template and of each file for programs, and for each
//! shape that several of them have. A struct here says which keys there are; its doc comments are what `docs/templates.md`
//! says of them. How the values come about is known to `pages`.

mod calendar;
mod card;
mod chain;
mod contribute;
pub(crate) mod data;
mod editorial;
pub(crate) mod json_feed;
pub(crate) mod json_ld;
mod lists;
mod machine;
mod page;
mod position;
mod search;
mod shape;
mod shapes;
mod statement;
pub(crate) mod statement_json;
mod subject;
mod timeline;
mod url;

pub(crate) use calendar::{
    CalendarDay, CalendarMonth, DatePage, Day, Decade, ListPart, Month, MonthOfYear, OnThisDay, YearPage, Years,
};
pub(crate) use card::{Brief, Card};
pub(crate) use chain::{ChainPage, ChainRow, ChainsPage, ComparedLinks, Paragraph, Span, Wording, Wordings};
pub(crate) use contribute::{Contribute, Offered};
pub(crate) use editorial::{
    Change, Changes, Coverage, FidelityCount, Home, LedgerSource, NotFound, Overview, Prose, Publisher, Recorded,
    Reiterated, SourceText, Sources, TextPart, TextStatement, Totals, Weighted,
};
pub(crate) use lists::{Bar, Bars, Counted, Group, Heat, HeatCell, HeatRow, Part, PartOfYear, YearCount};
pub(crate) use machine::{
    ChangeEntry, ChangesFeed, Entry, EntryOnly, Feed, FeedHead, Redirect, Robots, Sitemap, SitemapIndex, SitemapUrl,
};
pub(crate) use page::{
    Alternate, FeedLink, Foot, Icon, License, Nav, NavPart, Neighbour, Page, Picture, ReferenceFile, Row, Site, Step,
    StyleSheet, YearsList,
};
pub(crate) use position::{NextOfSpeaker, Position, PositionSpeaker, PositionYear, Said, SaidQuotation, YearsWithout};
pub(crate) use search::{Search, SearchDescription};
pub(crate) use shape::{Edtf, Href, Html, Link, Merged, SharedValue, Template, Year, context, insert};
pub(crate) use shapes::of as shapes;
pub(crate) use statement::{
    Addressee, Chain, ChainLink, Citation, CitedQuotation, Gap, InEvent, InTopic, Office, OrganizationThen, Quotation,
    Relation, Source, Speaker, Statement, StatementPage, Statements, WrittenCitation,
};
pub(crate) use subject::{
    Countries, Country, CountryPage, CountryRow, Event, EventPage, EventRow, Events, Held, NameVariant, Narrower,
    OfficeHeld, Officer, Organization, OrganizationPage, OrganizationRow, Organizations, People, Person, PersonPage,
    PersonRow, Place, PlacePage, PlaceRow, Places, Portrait, Stretch, SubjectOf, SubjectRow, SubjectYear, Topic,
    TopicPage, TopicRow, Topics, UnderSubject,
};
pub(crate) use timeline::{
    Dots, Lane, LaneYear, SmallLane, SmallTimeline, Tick, Timeline, TimelineChain, TimelineMark,
};
pub(crate) use url::{Fragment, Url};
