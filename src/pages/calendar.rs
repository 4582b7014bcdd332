//! Pages by time: years, months and days, and the days of the calendar.

use crate::address::Address;

pub(crate) mod days;
pub(crate) mod ics;
pub(crate) mod periods;
pub(crate) mod timeline;
pub(crate) mod years;

/// The page of a day of the calendar.
fn day_address(month: u32, day: u32) -> Address {
    Address::page(["on-this-day", &format!("{month:02}-{day:02}")])
}
