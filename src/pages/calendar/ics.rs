//! The days of the calendar for calendar programs (iCalendar, RFC 5545): one entry for each day, which comes back every year.

use xxhash_rust::xxh3::Xxh3;

use super::day_address;
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::input::InputId;
use crate::pages::common::description::Listed;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::machine::entries;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::{Href, Template};

/// The calendar of all days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnThisDayCalendar;

/// How many titles an entry has at most: the newest.
const TITLES: usize = 5;

/// The most bytes of a line, without its end.
const LINE: usize = 75;

impl Output for OnThisDayCalendar {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<OnThisDayCalendar> = Switch::Named("on-this-day");

    /// RFC 5545 knows no calendar without an entry, and programs refuse one.
    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let days = site.chronicle.days().values();
        if days.flatten().any(|id| is_written(site.chronicle[*id].date().year())) {
            pages.push(Page::new(address(), OnThisDayCalendar));
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::ScatteredList)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(calendar(builder)))
    }
}

/// Where it stands.
fn address() -> Address {
    Address::home().file("on-this-day.ics")
}

/// The address, where the calendar has an entry.
pub(crate) fn href(builder: &PageBuilder<'_>) -> Option<Href> {
    let mut days = builder.chronicle.days().values().flatten();
    days.any(|id| is_written(builder.chronicle[*id].date().year())).then(|| builder.href(&address())).flatten()
}

/// Whether the year of a statement can be written in a calendar.
fn is_written(year: Option<i32>) -> bool {
    year.is_some_and(|year| (1..=9999).contains(&year))
}

fn calendar(builder: &PageBuilder<'_>) -> Vec<u8> {
    let mut lines = Lines::default();
    let name = format!("{} — {}", builder.messages.title("on_this_day"), builder.config.title.as_str());
    lines.plain("BEGIN:VCALENDAR");
    lines.plain("VERSION:2.0");
    lines.text("PRODID", concat!("-//Chronicle//Chronicle ", env!("CARGO_PKG_VERSION"), "//EN"));
    // RFC 7986; the second is what older programs read.
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    for ((month, day), ids) in builder.chronicle.days() {
        event(builder, (*month, *day), ids, &mut lines);
    }
    lines.plain("END:VCALENDAR");
    lines.bytes
}

/// The entry of a day; none where no year can be written of any of its statements.
fn event(builder: &PageBuilder<'_>, (month, day): (u32, u32), ids: &[StatementId], lines: &mut Lines) {
    let first = ids.iter().map(|id| builder.chronicle[*id].date().year()).find(|year| is_written(*year));
    let Some(first) = first.flatten() else { return };
    let title = builder.messages.day(month, day);
    let newest = || ids.iter().rev().map(|id| builder.chronicle.get(*id)).filter(|statement| !statement.is_withdrawn());
    let titles: Vec<&str> = newest().take(TITLES).map(|statement| statement.entry.fields.title.as_str()).collect();
    let changed = ids.iter().filter_map(|id| entries::updated(builder, *id)).max().unwrap_or_default();
    let page = builder.url(&day_address(month, day));
    let host = builder.config.base_url.origin().rsplit('/').next().unwrap_or_default();
    lines.plain("BEGIN:VEVENT");
    lines.text("UID", &format!("on-this-day-{month:02}-{day:02}@{host}"));
    lines.plain(&format!("DTSTAMP:{}", changed.format("%Y%m%dT000000Z")));
    lines.plain(&format!("DTSTART;VALUE=DATE:{first:04}{month:02}{day:02}"));
    lines.plain("RRULE:FREQ=YEARLY");
    lines.text("SUMMARY", &builder.description_of(&title, Listed::of(builder, ids), None));
    if !titles.is_empty() {
        lines.text("DESCRIPTION", &titles.join("\n"));
    }
    lines.plain(&format!("URL:{page}"));
    lines.plain("TRANSP:TRANSPARENT");
    lines.plain("END:VEVENT");
}

/// Lines of the format: each ends with CR LF, and is folded before it is too long.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    /// A property with a text.
    fn text(&mut self, property: &str, text: &str) {
        let mut line = format!("{property}:");
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                letter if letter.is_control() => line.push(' '),
                letter => line.push(letter),
            }
        }
        self.plain(&line);
    }

    /// A line as it stands.
    fn plain(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE {
                self.bytes.extend(b"\r\n ");
                length = 1;
            }
            length += letter.len_utf8();
            self.bytes.extend(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self.bytes.extend(b"\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{LINE, Lines};

    #[test]
    fn lines_are_folded_and_texts_end_nothing() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a; b, c\\ d\r\nEND:VEVENT");
        lines.text("DESCRIPTION", &"слово ".repeat(40));
        let text = String::from_utf8(lines.bytes).expect("letters are never cut");
        let (first, rest) = text.split_once("\r\n").expect("a line has an end");
        assert_eq!(first, "SUMMARY:a\\; b\\, c\\\\ d \\nEND:VEVENT");
        assert!(rest.split("\r\n").all(|line| line.len() <= LINE));
        let unfolded = rest.replace("\r\n ", "");
        assert_eq!(unfolded, format!("DESCRIPTION:{}\r\n", "слово ".repeat(40)));
    }
}
