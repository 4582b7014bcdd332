//! Dates as people write them, in the site's language.
//!
//! The names of months and weekdays come from the locales of `chrono` (the glibc ones), the order of day, month and year
//! from the Unicode CLDR, and every other word from the theme's messages. In many languages a month has one form
//! beside a day and another on its own («2 февраля 2006», «февраль 2006»); chrono has only the first, so the second
//! comes from the messages `month_1` to `month_12`. Digits are always 0 to 9.
//!
//! A line does not end between a day and its month, nor within a short date: there stand no-break spaces (U+00A0). Who
//! writes for programs puts plain spaces in their place by `with_plain_spaces`.

use chrono::{Datelike, Locale, NaiveDate};

use crate::entry::date::{Date, Point, Precision, Qualifier, Season};

/// Gives the text of a message, by its id and arguments; an empty text if there is none.
///
/// Asked for are `month_1` to `month_12` (the month's name on its own); `season_spring`, `season_summer`,
/// `season_autumn`, `season_winter` (`$year`); `date_approximate`, `date_uncertain`, `date_uncertain_approximate`
/// (`$date`); `date_interval` and `date_unspecified` (`$from`, `$to`: days or years); `date_open_end`,
/// `date_unknown_end` (`$from`); `date_open_start`, `date_unknown_start` (`$to`).
pub(super) type Phrase<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// How dates are written in one language. Made once, then cheap.
#[derive(Clone, Debug)]
pub(super) struct DateFormat {
    pattern: &'static Pattern,
    first_of_month: &'static str,
    months: [String; 12],
    short_months: [String; 12],
    /// From Monday.
    weekdays: [String; 7],
}

/// The length of a month's name, and its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// On its own.
    Long,
    /// After a word like «около», "about", which in Slavic languages wants the form used beside a day.
    Governed,
    Short,
    /// The short one after such a word.
    ShortGoverned,
}

impl Form {
    fn governed(self) -> Self {
        if self.is_short() { Form::ShortGoverned } else { Form::Governed }
    }

    fn is_short(self) -> bool {
        matches!(self, Form::Short | Form::ShortGoverned)
    }
}

impl DateFormat {
    /// The format for a BCP 47 tag. A language that chrono does not know is written as English.
    pub(super) fn new(language: &str) -> Self {
        let locale = locale(language);
        let (primary, _) = language.split_once('-').unwrap_or((language, ""));
        let find = |tag: &str| PATTERNS.iter().find(|pattern| pattern.languages.split(' ').any(|known| known == tag));
        let pattern =
            find(language).or_else(|| find(primary)).filter(|_| locale != Locale::POSIX).unwrap_or(&DAY_MONTH_YEAR);
        let name = |month: u32, day: u32, specifier: &str| {
            let date = NaiveDate::from_ymd_opt(2006, month, day);
            date.map(|date| date.format_localized(specifier, locale).to_string().trim().to_owned()).unwrap_or_default()
        };
        let month = |specifier: &str| std::array::from_fn(|index| name(index as u32 + 1, 1, specifier));
        let (months, short_months) = (month("%B"), month("%b"));
        // 2 January 2006 was a Monday.
        let mut weekdays = std::array::from_fn(|index| name(1, index as u32 + 2, "%A"));
        if matches!(primary, "be" | "ru" | "uk") {
            weekdays = weekdays.map(|weekday| weekday.to_lowercase()); // glibc capitalises them
        }
        // Arabic has no abbreviations of months; glibc cuts letters off.
        let short_months = if primary == "ar" { months.clone() } else { short_months };
        let first_of_month = if primary == "fr" { "1er" } else { "1" };
        Self { pattern, first_of_month, months, short_months, weekdays }
    }

    /// The format with other short names of months.
    pub(super) fn with_short_months(self, short_months: [&str; 12]) -> Self {
        Self { short_months: short_months.map(str::to_owned), ..self }
    }

    /// The date in full: `2 February 2006`, `February 2006`, `2006`, `1–3 February 2006`, `about February 2006`.
    pub(super) fn long(&self, date: &Date, phrase: Phrase<'_>) -> String {
        self.date(date, Form::Long, phrase)
    }

    /// The same with short names of months, for tables: `2 Feb 2006`.
    pub(super) fn short(&self, date: &Date, phrase: Phrase<'_>) -> String {
        self.date(date, Form::Short, phrase)
    }

    /// The day of the week of a date known to the day and without doubt; otherwise empty.
    pub(super) fn weekday(&self, date: &Date) -> String {
        let day =
            date.start().filter(|start| !date.is_interval() && certain_day(start)).and_then(|start| start.earliest());
        day.map(|day| self.weekdays[day.weekday().num_days_from_monday() as usize].clone()).unwrap_or_default()
    }

    /// The name of a month, 1 to 12, on its own; empty for any other number.
    pub(super) fn month_name(&self, month: u32, phrase: Phrase<'_>) -> String {
        self.month(month, Form::Long, phrase)
    }

    /// The name of a month, 1 to 12, as it stands beside a day; empty for any other number.
    pub(super) fn month_beside_day(&self, month: u32) -> &str {
        month.checked_sub(1).and_then(|index| self.months.get(index as usize)).map_or("", String::as_str)
    }

    /// A month of a year: `February 2006`.
    pub(super) fn month_year(&self, year: i32, month: u32, phrase: Phrase<'_>) -> String {
        fill(self.pattern.month, Form::Long, "", &self.month(month, Form::Long, phrase), month, year)
    }

    fn date(&self, date: &Date, form: Form, phrase: Phrase<'_>) -> String {
        let inner = form.governed();
        match (date.start(), date.end()) {
            (Some(start), Some(_)) if !date.is_interval() => self.qualified(&start, form, phrase),
            (Some(start), Some(end)) => self.within_month(&start, &end, form, phrase).unwrap_or_else(|| {
                let (from, to) = (self.qualified(&start, form, phrase), self.qualified(&end, form, phrase));
                said(phrase, "date_interval", &[("from", &from), ("to", &to)], || format!("{from} – {to}"))
            }),
            (Some(start), None) => {
                let from = self.qualified(&start, form, phrase);
                let id = if date.is_open_end() { "date_open_end" } else { "date_unknown_end" };
                said(phrase, id, &[("from", &from)], || format!("{from} –"))
            }
            (None, Some(end)) => {
                let (id, form) =
                    if date.is_open_start() { ("date_open_start", inner) } else { ("date_unknown_start", form) };
                let to = self.qualified(&end, form, phrase);
                said(phrase, id, &[("to", &to)], || format!("– {to}"))
            }
            (None, None) => String::new(),
        }
    }

    /// `1–3 February 2006`.
    fn within_month(&self, start: &Point, end: &Point, form: Form, phrase: Phrase<'_>) -> Option<String> {
        let (from, to) = (start.day()?, end.day()?);
        let same = start.year() == end.year() && start.month() == end.month();
        if !same || !certain_day(start) || !certain_day(end) {
            return None;
        }
        if from == to {
            return Some(self.qualified(start, form, phrase));
        }
        // What marks the day (`1.`, `1日`) marks both.
        let (_, after) = self.pattern.day.split_once("{d}").unwrap_or_default();
        let mark = if after == "." { "" } else { after.split([' ', ',', '{']).next().unwrap_or_default() };
        Some(self.day(start, &format!("{}{mark}–{to}", self.day_number(from)), form))
    }

    fn qualified(&self, point: &Point, form: Form, phrase: Phrase<'_>) -> String {
        let (id, governs) = match point.qualifier() {
            Qualifier::Certain => return self.point(point, form, phrase),
            Qualifier::Approximate => ("date_approximate", true),
            Qualifier::Uncertain => ("date_uncertain", false),
            Qualifier::UncertainApproximate => ("date_uncertain_approximate", true),
        };
        let form = if governs { form.governed() } else { form };
        let date = self.point(point, form, phrase);
        said(phrase, id, &[("date", &date)], || date.clone())
    }

    fn point(&self, point: &Point, form: Form, phrase: Phrase<'_>) -> String {
        let year = point.first_year();
        match (point.precision(), point.month(), point.day(), point.season()) {
            (Precision::Day, _, Some(day), _) => self.day(point, &self.day_number(day), form),
            (Precision::Month, Some(month), ..) => {
                let pattern = if form.is_short() { self.pattern.short_month } else { self.pattern.month };
                fill(pattern, form, "", &self.month(month, form, phrase), month, year)
            }
            (Precision::Season, _, _, Some(season)) => {
                let id = match season {
                    Season::Spring => "season_spring",
                    Season::Summer => "season_summer",
                    Season::Autumn => "season_autumn",
                    Season::Winter => "season_winter",
                };
                said(phrase, id, &[("year", &year.to_string())], || year.to_string())
            }
            (Precision::Decade | Precision::Century, ..) => {
                let last = if point.precision() == Precision::Decade { year + 9 } else { year + 99 };
                let (from, to) = (year.to_string(), last.to_string());
                said(phrase, "date_unspecified", &[("from", &from), ("to", &to)], || format!("{from}–{to}"))
            }
            _ => year.to_string(),
        }
    }

    fn day_number(&self, day: u32) -> String {
        if day == 1 { self.first_of_month.to_owned() } else { day.to_string() }
    }

    fn day(&self, point: &Point, day: &str, form: Form) -> String {
        let month = point.month().unwrap_or(1);
        let (pattern, names) = if form.is_short() {
            (self.pattern.short_day, &self.short_months)
        } else {
            (self.pattern.day, &self.months)
        };
        let name = names.get(month as usize - 1).map(String::as_str).unwrap_or_default();
        fill(pattern, form, day, name, month, point.first_year())
    }

    fn month(&self, month: u32, form: Form, phrase: Phrase<'_>) -> String {
        let Some(index) = month.checked_sub(1).filter(|index| *index < 12) else { return String::new() };
        let (name, short) = (&self.months[index as usize], &self.short_months[index as usize]);
        let alone = || said(phrase, &format!("month_{month}"), &[], || name.clone());
        match form {
            Form::Long => alone(),
            // A name too short to be cut off has the form beside a day: «мая».
            Form::Short if name == short => alone(),
            Form::Governed => name.clone(),
            Form::Short | Form::ShortGoverned => short.clone(),
        }
    }
}

/// Puts the parts of a date into a pattern, without a line end in a short date, between day and month, or behind a day at
/// the end.
fn fill(pattern: &str, form: Form, day: &str, name: &str, month: u32, year: i32) -> String {
    let mut filled = String::with_capacity(pattern.len() + day.len() + name.len() + 4);
    let (mut rest, mut last) = (pattern, "");
    let is_of_day = |place: &str| matches!(place, "d" | "m" | "n");
    while let Some((before, (place, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        push(&mut filled, before, form.is_short() || is_of_day(last) && is_of_day(place));
        match place {
            "d" => filled.push_str(day),
            "m" => filled.push_str(name),
            "n" => filled.push_str(&month.to_string()),
            _ => filled.push_str(&year.to_string()),
        }
        (rest, last) = (after, place);
    }
    push(&mut filled, rest, form.is_short() || last == "d");
    filled
}

/// Adds what stands between two parts of a date.
fn push(filled: &mut String, between: &str, holds: bool) {
    let space = |character: char| if holds && character == ' ' { NO_BREAK } else { character };
    filled.extend(between.chars().map(space));
}

/// The space at which no line ends.
const NO_BREAK: char = '\u{a0}';

/// A date, or a text with dates, in which lines may end at each space.
pub(super) fn with_plain_spaces(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

fn certain_day(point: &Point) -> bool {
    point.precision() == Precision::Day && point.qualifier() == Qualifier::Certain
}

/// The message, or if there is none, what `otherwise` makes.
fn said(phrase: Phrase<'_>, id: &str, arguments: &[(&str, &str)], otherwise: impl Fn() -> String) -> String {
    let text = phrase(id, arguments);
    if text.is_empty() { otherwise() } else { text }
}

/// The locale of chrono nearest to a BCP 47 tag: `POSIX`, which is English, if there is none.
fn locale(language: &str) -> Locale {
    let subtags: Vec<&str> = language.split('-').collect();
    let primary = match subtags.first() {
        Some(&"no") => "nb",
        Some(primary) => primary,
        None => return Locale::POSIX,
    };
    let script = subtags.iter().skip(1).find(|subtag| subtag.len() == 4);
    let region = subtags.iter().skip(1).find(|subtag| subtag.len() == 2);
    let usual = LOCALES.split(' ').find(|name| name.split_once('_').is_some_and(|(known, _)| known == primary));
    let (usual, variant) = match (primary, script) {
        ("zh", Some(&"Hant")) => (Some("zh_TW"), ""),
        ("sr", Some(&"Latn")) => (usual, "@latin"),
        ("uz", Some(&"Cyrl")) => (usual, "@cyrillic"),
        _ => (usual, ""),
    };
    let own = region.map(|region| format!("{primary}_{region}"));
    let same = format!("{primary}_{}", primary.to_uppercase()); // de_DE, ru_RU
    let candidates = [own, usual.map(str::to_owned), Some(same), Some(primary.to_owned())];
    let with_variant = |name: &String| [format!("{name}{variant}"), name.clone()];
    let names = candidates.iter().flatten().flat_map(with_variant);
    names.filter_map(|name| Locale::try_from(name.as_str()).ok()).next().unwrap_or(Locale::POSIX)
}

/// The usual locale of each language whose country does not have the same code.
const LOCALES: &str = "am_ET ar_EG be_BY bn_BD bo_CN bs_BA ca_ES ce_RU cmn_TW cs_CZ cy_GB da_DK dv_MV dz_BT el_GR en_GB \
    et_EE eu_ES fa_IR fil_PH ga_IE gl_ES gu_IN ha_NG he_IL hi_IN hy_AM ja_JP ka_GE kk_KZ km_KH kn_IN ko_KR ku_TR ky_KG \
    lb_LU lo_LA ml_IN mr_IN ms_MY my_MM nan_TW nb_NO ne_NP nn_NO or_IN os_RU pa_IN ps_AF sa_IN sah_RU sd_IN si_LK \
    sl_SI sq_AL sr_RS sv_SE sw_TZ ta_IN te_IN tg_TJ ti_ER tk_TM tl_PH tt_RU ug_CN uk_UA ur_PK vi_VN xh_ZA yi_US yo_NG \
    yue_HK zh_CN zu_ZA";

/// The order of a date, after the CLDR: `{d}` day, `{m}` month's name, `{n}` month's number, `{y}` year.
#[derive(Debug)]
struct Pattern {
    languages: &'static str,
    day: &'static str,
    short_day: &'static str,
    month: &'static str,
    short_month: &'static str,
}

const fn pattern(languages: &'static str, day: &'static str, month: &'static str) -> Pattern {
    Pattern { languages, day, short_day: day, month, short_month: month }
}

static DAY_MONTH_YEAR: Pattern = pattern("", "{d} {m} {y}", "{m} {y}");

static PATTERNS: &[Pattern] = &[
    pattern("en-US", "{m} {d}, {y}", "{m} {y}"),
    pattern("cs da de dsb et fi fo hsb is lb nb nn no sk sl", "{d}. {m} {y}", "{m} {y}"),
    pattern("bs hr sr", "{d}. {m} {y}.", "{m} {y}."),
    Pattern {
        short_day: "{d} {m} {y}",
        short_month: "{m} {y}",
        ..pattern("es gl pt", "{d} de {m} de {y}", "{m} de {y}")
    },
    Pattern { short_day: "{d} {m} {y}", short_month: "{m} {y}", ..pattern("ca", "{d} {m} del {y}", "{m} del {y}") },
    pattern("he", "{d} ב{m} {y}", "{m} {y}"),
    pattern("hu", "{y}. {m} {d}.", "{y}. {m}"),
    pattern("kk", "{y} ж. {d} {m}", "{y} ж. {m}"),
    pattern("lt", "{y} m. {m} {d} d.", "{y} m. {m}"),
    pattern("lv", "{y}. gada {d}. {m}", "{y}. gada {m}"),
    pattern("ps", "{y} {m} {d}", "{y} {m}"),
    pattern("vi", "{d} tháng {n}, {y}", "tháng {n} năm {y}"),
    pattern("ja yue zh", "{y}年{n}月{d}日", "{y}年{n}月"),
    pattern("ko", "{y}년 {n}월 {d}일", "{y}년 {n}월"),
];

#[cfg(test)]
mod tests;
