//! Dates, spans of time, counts and labels as each language of the default theme has them, in `tests/languages/`, a file for
//! each, which `.ci/generate-names --check` compares with what Node makes of the same. `CHRONICLE_BLESS=1 cargo test --test
//! suite languages` writes them; no-break spaces are shown as `␣`, narrow ones as `⍽`.

use std::fs;
use std::path::Path;

use chronicle::config;
use chronicle::input::Inputs;
use chronicle::theme::{Messages, Theme};
use fluent_bundle::FluentArgs;

use crate::support::Site;

const LANGUAGES: [&str; 7] = ["ar", "de", "en", "es", "fr", "ru", "zh"];

/// The messages of a site in a language. Nothing is missing.
fn messages(language: &str) -> Messages {
    let settings = format!("title = \"A\"\nbase_url = \"https://example.org/\"\nlanguage = \"{language}\"\n");
    let site = Site::of(&[("site.toml", &settings)]);
    let inputs = Inputs::read(site.path()).unwrap();
    let config = config::read(&inputs).unwrap().value.unwrap();
    let theme = Theme::read(&inputs, &config).unwrap().value;
    let messages = theme.messages(&inputs, &config).unwrap();
    assert!(messages.findings.is_empty(), "{language}: {:?}", messages.findings);
    messages.value
}

/// What is compared, a line for each: what it is, what was given, and the texts.
fn table(messages: &Messages) -> String {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut dates = |kind: &str, texts: &[String]| {
        for text in texts {
            let date = text.parse().unwrap();
            let written = [messages.long_date(&date), messages.short_date(&date), messages.weekday(&date)];
            lines.push([&[kind.to_owned(), text.clone()], &written[..]].concat());
        }
    };
    dates("day", &(1..=12).map(|month| format!("2006-{month:02}-{:02}", month + 1)).collect::<Vec<_>>());
    dates("month", &(1..=12).map(|month| format!("2006-{month:02}")).collect::<Vec<_>>());
    let others = "2006-03-01 2006 2006-02-XX 2006-XX-XX 200X 20XX 2006-21 2006-22 2006-23 2006-24 2006-02-01/2006-02-03 \
                  2006-02-01/2006-03-03 2006-12-31/2007-01-01 2006-02/2006-03 2006/2007 2006-02-02~ 2006-02~ 2006~ \
                  2006-02-02? 2006-02? 2006? 2006-02-02% 2006-02% 2006-05-02/.. 2006-05/.. 2006/.. ../2006-05-02 ../2006-05 \
                  ../2006 2006-05/ /2006-05 2006-02~/2006-03";
    dates("date", &others.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let row = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
    for month in 1..=12 {
        lines.push(row(&["month name", &month.to_string(), &messages.month_name(month)]));
    }
    for (month, day) in [(2, 1), (2, 2), (5, 9)] {
        lines.push(row(&["day of the calendar", &format!("{month}-{day}"), &messages.day(month, day)]));
    }
    for gap in
        [[1, 0, 0], [2, 0, 0], [3, 0, 0], [11, 0, 0], [0, 1, 0], [0, 2, 0], [0, 5, 0], [0, 0, 1], [0, 0, 2], [0, 0, 25]]
    {
        lines.push(span(messages, gap));
    }
    for gap in [[1, 2, 3], [2, 0, 1], [0, 11, 11], [5, 1, 0]] {
        lines.push(span(messages, gap));
    }
    for count in [0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 25, 100, 101, 102, 103, 111, 1_000_000] {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        let text = messages.format("statements_count", &arguments).unwrap();
        lines.push(row(&["count", &count.to_string(), &text]));
    }
    for number in [7, 1234, 12345, 1_234_567] {
        lines.push(row(&["number", &number.to_string(), &messages.number(number)]));
    }
    let lines: Vec<String> =
        lines.iter().map(|parts| parts.join(" | ").trim_end_matches([' ', '|']).to_owned()).collect();
    (lines.join("\n") + "\n").replace('\u{a0}', "␣").replace('\u{202f}', "⍽")
}

fn span(messages: &Messages, [years, months, days]: [i32; 3]) -> Vec<String> {
    let mut arguments = FluentArgs::new();
    for (name, number) in [("years", years), ("months", months), ("days", days)] {
        arguments.set(name, number);
    }
    let said = |id| messages.format(id, &arguments).unwrap();
    vec!["span".to_owned(), format!("{years} {months} {days}"), said("gap"), said("gap_later"), said("gap_apart")]
}

#[test]
fn dates_are_as_each_language_has_them() {
    for language in LANGUAGES {
        let path = Path::new("tests/languages").join(format!("{language}.txt"));
        let found = table(&messages(language));
        if std::env::var_os("CHRONICLE_BLESS").is_some() {
            fs::create_dir_all("tests/languages").unwrap();
            fs::write(&path, found).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(found == expected, "{}: run with CHRONICLE_BLESS=1 if it is right\n{found}", path.display());
    }
}

#[test]
fn months_are_those_of_the_country() {
    for (language, day, month) in [
        ("ar-SY", "2␣شباط 2006", "شباط 2006"),
        ("ar-EG", "2␣فبراير 2006", "فبراير 2006"),
        ("de-AT", "2.␣Februar 2006", "Februar 2006"),
        ("fr-CA", "2␣février 2006", "février 2006"),
    ] {
        let messages = messages(language);
        let written = |date: &str| messages.long_date(&date.parse().unwrap()).replace('\u{a0}', "␣");
        assert_eq!((written("2006-02-02").as_str(), written("2006-02").as_str()), (day, month), "{language}");
    }
    assert_eq!(messages("de-AT").month_name(1), "Jänner");
}
