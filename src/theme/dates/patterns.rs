//! The order of a date in each language, after the CLDR.

/// The parts of a date: `{d}` day, `{m}` month's name, `{n}` month's number, `{y}` year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    languages: &'static str,
    pub(super) day: &'static str,
    pub(super) short_day: &'static str,
    pub(super) month: &'static str,
    pub(super) short_month: &'static str,
    pub(super) year: &'static str,
    /// What stands between two days of a month.
    pub(super) to: &'static str,
}

impl Pattern {
    /// The pattern for a BCP 47 tag; `2 February 2006` for one that is not listed.
    pub(super) fn of(language: &str) -> Pattern {
        let (primary, _) = language.split_once('-').unwrap_or((language, ""));
        let find = |tag: &str| PATTERNS.iter().find(|pattern| pattern.languages.split(' ').any(|known| known == tag));
        find(language).or_else(|| find(primary)).copied().unwrap_or(pattern("", "{d} {m} {y}", "{m} {y}"))
    }

    /// The pattern of the same without the year that stands at its end; none where it does not.
    pub(super) fn without_year(self) -> Option<Pattern> {
        let cut = |pattern: &'static str| {
            let (before, after) = pattern.split_once("{y}")?;
            before.rfind('}').filter(|_| !after.contains('{')).map(|end| &before[..=end])
        };
        let (day, month) = (cut(self.day)?, cut(self.month)?);
        Some(Pattern { day, month, ..self })
    }
}

const fn pattern(languages: &'static str, day: &'static str, month: &'static str) -> Pattern {
    Pattern { languages, day, short_day: day, month, short_month: month, year: "{y}", to: "–" }
}

static PATTERNS: &[Pattern] = &[
    pattern("en-US", "{m} {d}, {y}", "{m} {y}"),
    pattern("cs da de dsb et fi fo hsb is lb nb nn no sk sl", "{d}. {m} {y}", "{m} {y}"),
    Pattern { year: "{y}.", ..pattern("bs hr sr", "{d}. {m} {y}.", "{m} {y}.") },
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
    Pattern { year: "{y}年", to: "至", ..pattern("yue zh", "{y}年{n}月{d}日", "{y}年{n}月") },
    Pattern { year: "{y}年", to: "～", ..pattern("ja", "{y}年{n}月{d}日", "{y}年{n}月") },
    Pattern { year: "{y}년", ..pattern("ko", "{y}년 {n}월 {d}일", "{y}년 {n}월") },
];
