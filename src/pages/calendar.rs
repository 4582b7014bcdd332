//! Pages by time: years, months and days, and the days of the calendar.

pub(crate) mod days;
pub(crate) mod periods;
pub(crate) mod years;
