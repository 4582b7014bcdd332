//! What templates see: one struct for the values of each, and for each shape that several of them have. A struct here says
//! which keys there are; its doc comments are what `docs/templates.md` says of them. How the values come about is known
//! to `pages`.

mod calendar;
mod lists;
mod shape;

pub(crate) use calendar::{CalendarDay, CalendarMonth, Day, Decade, Month, MonthOfYear, OnThisDay, YearPage, Years};
pub(crate) use lists::{Bar, Bars, Counted, Group, Heat, HeatCell, HeatRow, Part, PartOfYear, YearCount};
pub(crate) use shape::{Href, Html, Link, Made, Template, Year, insert};
