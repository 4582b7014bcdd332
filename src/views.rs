//! What templates and programs see: one struct for the values of each template and of each file for programs, and for each
//! shape that several of them have. A struct here says which keys there are; its doc comments are what `docs/templates.md`
//! says of them. How the values come about is known to `pages`.

mod calendar;
mod card;
pub(crate) mod json_ld;
mod lists;
mod shape;
mod statement;
pub(crate) mod statement_json;
mod url;

pub(crate) use calendar::{CalendarDay, CalendarMonth, Day, Decade, Month, MonthOfYear, OnThisDay, YearPage, Years};
pub(crate) use card::{Brief, Card};
pub(crate) use lists::{Bar, Bars, Counted, Group, Heat, HeatCell, HeatRow, Part, PartOfYear, YearCount};
pub(crate) use shape::{Edtf, Href, Html, Link, Made, Merged, Template, Year, insert};
pub(crate) use statement::{
    Addressee, Chain, ChainLink, Citation, Gap, InEvent, InTopic, Office, OrganizationThen, Quotation, Relation,
    Source, Speaker, Statement, StatementPage,
};
pub(crate) use url::{Fragment, Url};
