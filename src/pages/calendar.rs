//! Pages by time: years and months, and the days of the calendar.

pub(crate) mod days;
pub(crate) mod years;
