//! The messages of a theme: all its visible words, in Fluent (projectfluent.org), so that another language needs a
//! translation and no fork.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::cited_dates::CitedDates;
use super::dates::{DateFormat, with_plain_spaces};
use super::nesting;
use crate::citation::style::Dates;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::entry::date::{Date, ListedYear};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::{Collation, Language};
use crate::markdown;

/// The messages of a theme in one language; English ones where it lacks them.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// The messages in English, apart from the others: their plurals are those of English. None where the site's
    /// language lacks none.
    english: Option<FluentBundle<FluentResource>>,
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
    /// Reads the messages for the site's language from the folders of its themes, the one that takes precedence first: the files
    /// `messages/<language>.ftl` and `messages/<language>.<anything>.ftl`. English ones stand in for those that are not
    /// there, which is a finding.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; errors in it are findings.
    pub fn read(inputs: &Inputs, config: &Config, folders: &[String]) -> Result<Checked<Messages>, ReadError> {
        let mut findings = Vec::new();
        let own = read_language(inputs, folders, &config.language, &mut findings)?;
        let mut ids = own.ids;
        let mut english = None;
        if config.language.primary() != "en" {
            let all = read_language(inputs, folders, &Language::english(), &mut findings)?;
            let missing: Vec<&String> = all.ids.difference(&ids).filter(|id| has_english(id)).collect();
            if !missing.is_empty() {
                findings.push(untranslated(inputs, config, ids.is_empty(), &missing));
                ids = ids.union(&all.ids).filter(|id| ids.contains(*id) || has_english(id)).cloned().collect();
                english = Some(all.bundle);
            }
        }
        if ids.is_empty() && !folders.is_empty() {
            let message =
                format!("the theme `{}` has no messages in the language `{}`", config.theme, config.language.as_str());
            let help = format!("add `{}messages/{}.ftl`", folders[0], config.language.as_str());
            findings.push(
                Diagnostic::error(Code::BadMessages, config::locate(inputs, "language"), message).help(Some(help)),
            );
        }
        let mut messages = Messages {
            bundle: own.bundle,
            english,
            plain: BTreeMap::new(),
            dates: DateFormat::new(config.language.as_str()),
            cited_dates: CitedDates::new(config.language.as_str()),
            collation: Collation::of(&config.language),
            in_texts: markdown::Words::default(),
        };
        messages.plain =
            ids.into_iter().filter_map(|id| messages.without_arguments(&id).map(|text| (id, text))).collect();
        messages.in_texts = markdown::Words {
            cite_this: messages.word("cite_this"),
            in_source: messages.word("quotation_in_source"),
            footnotes: messages.word("footnotes"),
            back: messages.word("back_to_text"),
            table: messages.numbered("table"),
            table_of_note: messages.numbered("table_of_note"),
        };
        Ok(Checked { value: messages, findings })
    }

    /// The messages that take no arguments, by id.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    fn without_arguments(&self, id: &str) -> Option<String> {
        let mut errors = Vec::new();
        let bundle = self.bundle_of(id);
        let pattern = bundle.get_message(id)?.value()?;
        let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// The bundle that has a message: the one of the site's language, if it is there.
    fn bundle_of(&self, id: &str) -> &FluentBundle<FluentResource> {
        match &self.english {
            Some(english) if !self.bundle.has_message(id) && has_english(id) => english,
            _ => &self.bundle,
        }
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
        let bundle = self.bundle_of(id);
        let message = bundle.get_message(id).ok_or_else(|| format!("there is no message `{id}`"))?;
        let pattern = message.value().ok_or_else(|| format!("the message `{id}` has no text"))?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(format!("the message `{id}`: {error}")),
        }
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
    pub(crate) fn long_date(&self, date: &Date) -> String {
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
        self.dates.month_name(month, &|id, arguments| self.phrase(id, arguments))
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
        self.dates.month_year(year, month, &|id, arguments| self.phrase(id, arguments))
    }

    /// A day of the calendar: "2 February".
    pub fn day(&self, month: u32, day: u32) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("day", day);
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

/// The messages in one language.
struct LanguageMessages {
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
}

fn read_language(
    inputs: &Inputs,
    folders: &[String],
    language: &Language,
    findings: &mut Vec<Diagnostic>,
) -> Result<LanguageMessages, ReadError> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
    // The markup has the direction of texts; Fluent's isolation marks would end up in titles and attributes.
    bundle.set_use_isolating(false);
    let mut ids = BTreeSet::new();
    for input in folders.iter().rev().flat_map(|folder| files(inputs, folder, language)) {
        let text = String::from_utf8_lossy(&inputs.bytes(input)?).into_owned();
        if let Some(at) = nesting::too_deep(&text) {
            let message = format!("a message has more than {} brackets open at once", nesting::MOST);
            findings.push(Diagnostic::error(Code::BadMessages, Span::new(input, at..at + 1), message));
            continue;
        }
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            findings.extend(errors.into_iter().map(|error| {
                let message = format!("not Fluent: {}", error.kind.to_string().to_lowercase());
                Diagnostic::error(Code::BadMessages, Span::new(input, error.pos), message)
            }));
            resource
        });
        if resource.entries().any(nesting::is_constant) {
            let message = "a message chooses by what is always the same, or has a placeable within another";
            findings.push(Diagnostic::error(Code::BadMessages, Span::file(input), message));
            continue;
        }
        ids.extend(resource.entries().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        }));
        bundle.add_resource_overriding(resource);
    }
    Ok(LanguageMessages { bundle, ids })
}

/// Whether the English message may stand in for one of another language. How digits are grouped is a matter of the language
/// (a comma would be read as that of a fraction), and so is its locale; names of months are known in more languages than
/// themes are.
fn has_english(id: &str) -> bool {
    !matches!(id, "number_group" | "open_graph_locale") && !id.starts_with("month_")
}

fn untranslated(inputs: &Inputs, config: &Config, all: bool, missing: &[&String]) -> Diagnostic {
    let (theme, language) = (&config.theme, config.language.as_str());
    let message = match missing {
        _ if all => format!("the theme `{theme}` has no messages in `{language}`: its words are shown in English"),
        [one] => format!("the theme `{theme}` has no message `{one}` in `{language}`: it is shown in English"),
        [first, ..] => format!(
            "{} messages of the theme `{theme}` are not there in `{language}`, such as `{first}`: they are shown in English",
            missing.len()
        ),
        [] => String::new(),
    };
    let file = match theme.as_str() {
        "default" => {
            format!("`messages/{}.ftl` of a theme of your own that builds on `default`", config.language.primary())
        }
        own => format!("`themes/{own}/messages/{}.ftl`", config.language.primary()),
    };
    Diagnostic::lint(Code::UntranslatedMessages, config::locate(inputs, "language"), message)
        .help(Some(format!("translate them in {file}")))
}

/// The files of messages in a theme, for a language or else for its first part: `pt-BR`, then `pt`.
fn files(inputs: &Inputs, folder: &str, language: &Language) -> Vec<InputId> {
    let under = format!("{folder}messages/");
    let find = |tag: &str| -> Vec<InputId> {
        let start = format!("{under}{tag}.");
        inputs.under(&start).filter(|(_, file)| file.path().ends_with(".ftl")).map(|(input, _)| input).collect()
    };
    let exact = find(language.as_str());
    if exact.is_empty() { find(language.primary()) } else { exact }
}
