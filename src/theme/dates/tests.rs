//! Dates in words.

use chrono::Locale;

use super::names::{LOCALES, locale};
use super::*;

fn english(id: &str, arguments: &[(&str, &str)]) -> String {
    let value = |name: &str| arguments.iter().find(|(known, _)| *known == name).unwrap().1;
    match id {
        "date_approximate" => format!("about {}", value("date")),
        "date_uncertain" => format!("{} (uncertain)", value("date")),
        "date_uncertain_approximate" => format!("about {} (uncertain)", value("date")),
        "date_interval" => format!("{} – {}", value("from"), value("to")),
        "date_open_end" => format!("since {}", value("from")),
        "date_open_start" => format!("until {}", value("to")),
        "date_unknown_end" => format!("{} – ?", value("from")),
        "date_unknown_start" => format!("? – {}", value("to")),
        "date_unspecified" => format!("between {} and {}", value("from"), value("to")),
        "season_spring" => format!("spring {}", value("year")),
        _ => String::new(),
    }
}

fn russian(id: &str, arguments: &[(&str, &str)]) -> String {
    match (id, arguments) {
        ("date_approximate", [(_, date), _]) => format!("около {date}"),
        ("date_uncertain", [(_, date), _]) => format!("{date} (не установлено точно)"),
        ("date_open_start", [(_, to)]) => format!("по {to}"),
        _ => String::new(),
    }
}

fn named(id: &str) -> Option<String> {
    let text = match id {
        "month_2" => "февраль",
        "month_3" => "март",
        "month_5" => "май",
        "date_open_start.form" => "alone",
        _ => return None,
    };
    Some(text.to_owned())
}

fn silent(_: &str, _: &[(&str, &str)]) -> String {
    String::new()
}

fn format(language: &str) -> DateFormat {
    DateFormat::new(language, if language == "ru" { &named } else { &|_| None })
}

fn long(language: &str, date: &str, phrase: Phrase<'_>) -> String {
    with_plain_spaces(&format(language).long(&date.parse().unwrap(), phrase))
}

fn short(language: &str, date: &str, phrase: Phrase<'_>) -> String {
    with_plain_spaces(&format(language).short(&date.parse().unwrap(), phrase))
}

#[test]
fn in_english() {
    for (date, text) in [
        ("2006-02-02", "2 February 2006"),
        ("2006-02", "February 2006"),
        ("2006", "2006"),
        ("2006-02-XX", "February 2006"),
        ("2006-XX-XX", "2006"),
        ("2006-02-01/2006-02-03", "1–3 February 2006"),
        ("2006-02-02/2006-02-02", "2 February 2006"),
        ("2006-02-01/2006-03-03", "1 February 2006 – 3 March 2006"),
        ("2006-02-01~/2006-02-03", "about 1 February 2006 – 3 February 2006"),
        ("2006-02/2006-03", "February 2006 – March 2006"),
        ("2006-02-02~", "about 2 February 2006"),
        ("2006?", "2006 (uncertain)"),
        ("2006-02%", "about February 2006 (uncertain)"),
        ("2006/..", "since 2006"),
        ("../2006-02", "until February 2006"),
        ("2006-02/", "February 2006 – ?"),
        ("/2006", "? – 2006"),
        ("200X", "between 2000 and 2009"),
        ("20XX", "between 2000 and 2099"),
        ("2006-21", "spring 2006"),
        ("2006-22", "2006"),
        ("0033", "33"),
    ] {
        assert_eq!(long("en", date, &english), text, "{date}");
    }
    let format = format("en");
    assert_eq!(short("en", "2006-02-02", &english), "2 Feb 2006");
    assert_eq!(short("en", "2006-02-01/2006-02-03", &english), "1–3 Feb 2006");
    assert_eq!(short("en", "2006-02~", &english), "about Feb 2006");
    assert_eq!(format.weekday(&"2006-02-02".parse().unwrap()), "Thursday");
    for none in ["2006-02", "2006-02-02?", "2006-02-01/2006-02-03", "2006-02-XX", "2006/.."] {
        assert_eq!(format.weekday(&none.parse().unwrap()), "");
    }
    assert_eq!((format.month_name(2), format.month_name(13), format.month_name(0)), ("February", "", ""));
    assert_eq!(format.month_year(2006, 2), "February 2006");
    assert_eq!(long("en-US", "2006-02-02", &english), "February 2, 2006");
    assert_eq!(long("en-US", "2006-02-01/2006-02-03", &english), "February 1–3, 2006");
}

#[test]
fn in_russian() {
    for (date, text) in [
        ("2006-02-02", "2 февраля 2006"),
        ("2006-02", "февраль 2006"),
        ("2006-02~", "около февраля 2006"),
        ("2006-02?", "февраль 2006 (не установлено точно)"),
        ("../2006-02", "по февраль 2006"),
        ("../2006-02-02", "по 2 февраля 2006"),
        ("2006-02-01/2006-02-03", "1–3 февраля 2006"),
        ("2006-02/2006-03", "февраль 2006 – март 2006"),
    ] {
        assert_eq!(long("ru", date, &russian), text, "{date}");
    }
    let format = format("ru");
    for (date, text) in [
        ("2006-02-02", "2 фев 2006"),
        ("2006-02", "фев 2006"),
        ("2006-05-02", "2 мая 2006"),
        ("2006-05", "май 2006"),
        ("2006-05~", "около мая 2006"),
    ] {
        assert_eq!(short("ru", date, &russian), text, "{date}");
    }
    assert_eq!(format.weekday(&"2006-02-02".parse().unwrap()), "четверг");
    assert_eq!(
        (format.month_name(2), format.month_beside_day(2), format.month_year(2006, 2)),
        ("февраль", "февраля", "февраль 2006".into())
    );
}

#[test]
fn in_arabic() {
    assert_eq!(long("ar", "2006-02-02", &silent), "2 فبراير 2006");
    assert_eq!(long("ar", "2006-02", &silent), "فبراير 2006");
    assert_eq!(long("ar", "2006-02-01/2006-02-03", &silent), "1–3 فبراير 2006");
    assert_eq!(short("ar", "2006-02-02", &silent), "2 فبراير 2006");
    assert_eq!(format("ar").weekday(&"2006-02-02".parse().unwrap()), "الخميس");
    assert_eq!(long("ar-SY", "2006-02-02", &silent), "2 شباط 2006");
}

#[test]
fn in_other_languages() {
    for (language, day, days) in [
        ("de", "2. Februar 2006", "1.–3. Februar 2006"),
        ("fr", "2 février 2006", "1er–3 février 2006"),
        ("es-MX", "2 de febrero de 2006", "1–3 de febrero de 2006"),
        ("pt-BR", "2 de fevereiro de 2006", "1–3 de fevereiro de 2006"),
        ("hu", "2006. február 2.", "2006. február 1–3."),
        ("hr", "2. veljače 2006.", "1.–3. veljače 2006."),
        ("zh-Hant", "2006年2月2日", "2006年2月1日至3日"),
        ("ja", "2006年2月2日", "2006年2月1日～3日"),
        ("ko", "2006년 2월 2일", "2006년 2월 1일–3일"),
        ("sr-Latn", "2. februar 2006.", "1.–3. februar 2006."),
        ("uk", "2 лютого 2006", "1–3 лютого 2006"),
        ("tlh", "2 February 2006", "1–3 February 2006"),
        ("", "2 February 2006", "1–3 February 2006"),
    ] {
        assert_eq!(long(language, "2006-02-02", &silent), day, "{language}");
        assert_eq!(long(language, "2006-02-01/2006-02-03", &silent), days, "{language}");
    }
    for (language, year) in [("zh", "2006年"), ("ko", "2006년"), ("hr", "2006."), ("fr", "2006")] {
        assert_eq!(long(language, "2006", &silent), year, "{language}");
    }
    // A language that only messages know.
    let named = |id: &str| (id == "month_2").then(|| "jar".to_owned());
    let own = DateFormat::new("tlh", &named);
    let date = |text: &str| with_plain_spaces(&own.short(&text.parse().unwrap(), &silent));
    assert_eq!((date("2006-02-02"), date("2006-03-02")), ("2 jar 2006".into(), "2 Mar 2006".into()));
}

#[test]
fn no_line_ends_between_a_day_and_its_month_nor_in_a_short_date() {
    // `_` stands for a no-break space.
    let shown = |text: String| text.replace(NO_BREAK, "_");
    for (language, date, long, short) in [
        ("en", "2006-02-02", "2_February 2006", "2_Feb_2006"),
        ("en", "2006-02", "February 2006", "Feb_2006"),
        ("en", "2006", "2006", "2006"),
        ("en", "2006-02-01/2006-02-03", "1–3_February 2006", "1–3_Feb_2006"),
        ("en", "2006-02-01/2006-03-03", "1_February 2006 – 3_March 2006", "1_Feb_2006 – 3_Mar_2006"),
        ("en-US", "2006-02-02", "February_2, 2006", "Feb_2,_2006"),
        ("ru", "2006-05-02", "2_мая 2006", "2_мая_2006"),
        ("ar", "2006-02-02", "2_فبراير 2006", "2_فبراير_2006"),
        ("de", "2006-02-02", "2._Februar 2006", "2._Feb_2006"),
        ("es", "2006-02-02", "2_de_febrero de 2006", "2_feb_2006"),
        ("hu", "2006-02-02", "2006. február_2.", "2006._febr_2."),
        ("ja", "2006-02-02", "2006年2月2日", "2006年2月2日"),
    ] {
        let (format, date) = (format(language), date.parse().unwrap());
        let found = (shown(format.long(&date, &silent)), shown(format.short(&date, &silent)));
        assert_eq!(found, (long.to_owned(), short.to_owned()), "{language}");
    }
}

#[test]
fn the_usual_locales_exist() {
    for name in LOCALES.split_whitespace() {
        assert!(Locale::try_from(name).is_ok(), "{name}");
    }
    for (tag, expected) in [
        ("en", Locale::en_GB),
        ("pt-BR", Locale::pt_BR),
        ("no", Locale::nb_NO),
        ("fr-SN", Locale::fr_FR),
        ("zh-Hant", Locale::zh_TW),
        ("uz-Cyrl", Locale::uz_UZ_cyrillic),
    ] {
        assert_eq!(locale(tag), expected, "{tag}");
    }
}
