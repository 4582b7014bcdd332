//! The messages of a site and its theme: all visible words, in Fluent (projectfluent.org), so that another language needs a
//! translation and no fork.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::FluentArgs;

use super::bundles::Bundles;
use super::cited_dates::CitedDates;
use super::dates::{DateFormat, with_plain_spaces};
use crate::citation::style::Dates;
use crate::config::Config;
use crate::diagnostic::Checked;
use crate::entry::date::{Date, ListedYear};
use crate::input::{Inputs, ReadError, Span};
use crate::language::{Collation, Language};
use crate::markdown;

/// The messages of a site and its theme in one language; English ones where these lack them.
pub struct Messages {
    bundles: Bundles,
    plain: BTreeMap<String, String>,
    dates: DateFormat,
    cited_dates: CitedDates,
    collation: Collation,
    in_texts: markdown::Words,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("plain", &self.plain.len()).finish_non_exhaustive()
    }
}

impl Messages {
    /// Reads the messages for the site's language from `folders`, the one that takes precedence first: the site's (whose name
    /// is empty), and those of its themes. English ones stand in for those that are not there, which is a finding.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; errors in it are findings.
    pub fn read(inputs: &Inputs, config: &Config, folders: &[String]) -> Result<Checked<Messages>, ReadError> {
        let mut findings = Vec::new();
        let bundles = Bundles::read(inputs, config, folders)?.keep(&mut findings);
        let plain = bundles.plain();
        let named = |id: &str| match id.split_once('.') {
            Some((id, attribute)) => bundles.attribute(id, attribute),
            None => plain.get(id).cloned(),
        };
        let dates = DateFormat::new(config.language.as_str(), &named);
        let cited_dates = CitedDates::new(config.language.as_str(), &named);
        let collation = Collation::of(&config.language);
        let in_texts = markdown::Words::default();
        let mut messages = Messages { bundles, plain, dates, cited_dates, collation, in_texts };
        messages.in_texts = markdown::Words {
            cite_this: messages.word("cite_this"),
            in_source: messages.word("quotation_in_source"),
            footnotes: messages.word("footnotes"),
            back: messages.word("back_to_text"),
            table: messages.numbered("table"),
            table_of_note: messages.numbered("table_of_note"),
            table_of_foot: messages.numbered("table_of_foot"),
        };
        Ok(Checked { value: messages, findings })
    }

    /// The messages that take no arguments, by id.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// Where messages of the site, and of themes that it has, stand, by id.
    pub(super) fn places(&self) -> &BTreeMap<String, Span> {
        self.bundles.places()
    }

    /// The messages of the site, and of themes that it has, that no message names, with all the places where they stand.
    pub(super) fn unnamed(&self) -> &BTreeMap<String, BTreeSet<Span>> {
        self.bundles.unnamed()
    }

    /// A message without arguments; its id where the theme lacks it.
    pub(crate) fn word(&self, id: &str) -> String {
        self.plain.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// A message with arguments.
    ///
    /// # Errors
    /// Why it cannot be formatted: no such message, or a missing argument.
    pub fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Result<String, String> {
        self.bundles.format(id, arguments)
    }

    /// A message with texts as arguments, such as one that dates are put into; empty where the theme has none.
    pub(crate) fn phrase(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in arguments {
            given.set(*name, *value);
        }
        self.format(id, &given).unwrap_or_default()
    }

    /// A message that takes a number, with `{n}` in its place; its id and the number where the theme lacks it.
    fn numbered(&self, id: &str) -> String {
        let said = self.phrase(id, &[("number", "{n}")]);
        if said.is_empty() { format!("{id} {{n}}") } else { said }
    }

    /// The sort key of a name in the site's language: names sort as their keys do.
    pub(crate) fn sort_key(&self, name: &str) -> Vec<u8> {
        self.collation.key(name)
    }

    /// A date in full, as plain text: what programs read, and titles.
    pub fn date(&self, date: &Date) -> String {
        with_plain_spaces(&self.long_date(date))
    }

    /// A date in full, for pages: no line ends between the day and the month.
    pub fn long_date(&self, date: &Date) -> String {
        self.dates.long(date, &|id, arguments| self.phrase(id, arguments))
    }

    /// A date as styles of references write it.
    pub(crate) fn cited_dates(&self, date: &Date) -> Dates {
        let comma = self.plain.get("list_comma").map_or(",", String::as_str);
        self.cited_dates.of(date, comma, &|id, arguments| self.phrase(id, arguments))
    }

    /// The day of the week; empty where the date is not a certain day.
    pub fn weekday(&self, date: &Date) -> String {
        self.dates.weekday(date)
    }

    /// The name of a month on its own.
    pub fn month_name(&self, month: u32) -> String {
        self.dates.month_name(month).to_owned()
    }

    /// What stands between groups of three digits.
    pub(crate) fn number_group(&self) -> &str {
        self.plain.get("number_group").map_or("\u{a0}", String::as_str)
    }

    /// A count with its digits in groups, as the language has them.
    pub fn number(&self, number: i64) -> String {
        let separator = self.number_group();
        let digits = number.unsigned_abs().to_string();
        let mut out = String::from(if number < 0 { "−" } else { "" });
        for (index, digit) in digits.chars().enumerate() {
            // Four digits stay together: 2006 is easier to read than 2 006.
            if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(separator);
            }
            out.push(digit);
        }
        out
    }

    /// The name of a country by its code; the code where the theme has none.
    pub fn country(&self, code: &str) -> String {
        self.plain.get(&format!("country_{}", code.to_lowercase())).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The name of a genre by its word in the content model; the word where the theme has none.
    pub(crate) fn kind(&self, word: &str) -> String {
        self.plain.get(&format!("kind_{word}")).cloned().unwrap_or_else(|| word.to_owned())
    }

    /// The name of a language by its tag: of the whole tag, or of its first part; the tag where the theme has none.
    pub fn language(&self, tag: &str) -> String {
        let name = |tag: &str| self.plain.get(&format!("language_{}", tag.to_lowercase().replace('-', "_"))).cloned();
        name(tag).or_else(|| name(tag.split('-').next()?)).unwrap_or_else(|| tag.to_owned())
    }

    /// A language as the Open Graph protocol writes it, with a country: that of its tag, or else the one that the theme gives.
    /// Where neither has one, the language alone.
    pub(crate) fn locale(&self, language: &Language) -> String {
        let primary = language.primary();
        match (language.region(), self.plain.get("open_graph_locale")) {
            (Some(region), _) => format!("{primary}_{region}"),
            (None, Some(locale)) => locale.clone(),
            (None, None) => primary.to_owned(),
        }
    }

    /// The title of a part of the site, by its key.
    pub fn title(&self, key: &str) -> String {
        match key {
            "not_found" => self.word("not_found_title"),
            key => self.word(&format!("nav_{key}")),
        }
    }

    /// A year in lists, or the label of an unknown one: "2006", "2000s, year not known".
    pub fn year(&self, year: ListedYear) -> String {
        let (first, last) = (year.first().to_string(), year.last().to_string());
        let id = match year {
            ListedYear::Year(_) => return first,
            ListedYear::Decade(_) => "year_of_decade",
            ListedYear::Century(_) => "year_of_century",
        };
        let text = self.phrase(id, &[("from", first.as_str()), ("to", last.as_str())]);
        if text.is_empty() { format!("{first}–{last}") } else { text }
    }

    /// A month of a year: "February 2006".
    pub fn month(&self, year: i32, month: u32) -> String {
        self.dates.month_year(year, month)
    }

    /// A day of the calendar: "2 February".
    pub fn day(&self, month: u32, day: u32) -> String {
        let mut arguments = FluentArgs::new();
        match self.dates.day_number(day) {
            ordinal if ordinal.parse() != Ok(day) => arguments.set("day", ordinal),
            _ => arguments.set("day", day),
        }
        arguments.set("month", self.dates.month_beside_day(month));
        arguments.set("number", month);
        self.format("day_month", &arguments).unwrap_or_else(|_| format!("{month:02}-{day:02}"))
    }

    /// A date in a table: "2 Feb 2006", in which no line ends.
    pub fn short_date(&self, date: &Date) -> String {
        self.dates.short(date, &|id, arguments| self.phrase(id, arguments))
    }

    /// The messages that Markdown texts need.
    pub fn in_texts(&self) -> &markdown::Words {
        &self.in_texts
    }
}
