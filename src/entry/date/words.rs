//! The words of dates in English, French, German, Spanish, Russian, Arabic and Chinese, in lower case and without Arabic
//! vowel signs.
//!
//! They are whole words: a month of another language may begin like one of these, as Kazakh `маусым` (June) does.

/// The names of months, in full and as they are abbreviated, each with its number.
#[rustfmt::skip]
const MONTHS: &[(&str, u32)] = &[
    ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4), ("apr", 4),
    ("may", 5), ("june", 6), ("jun", 6), ("july", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9),
    ("sept", 9), ("sep", 9), ("october", 10), ("oct", 10), ("november", 11), ("nov", 11), ("december", 12), ("dec", 12),
    ("janvier", 1), ("janv", 1), ("février", 2), ("fevrier", 2), ("févr", 2), ("fév", 2), ("mars", 3), ("avril", 4),
    ("avr", 4), ("mai", 5), ("juin", 6), ("juillet", 7), ("juil", 7), ("août", 8), ("aout", 8), ("septembre", 9),
    ("octobre", 10), ("novembre", 11), ("décembre", 12), ("decembre", 12), ("déc", 12),
    ("januar", 1), ("jänner", 1), ("jän", 1), ("februar", 2), ("feber", 2), ("märz", 3), ("mär", 3), ("mrz", 3),
    ("juni", 6), ("juli", 7), ("oktober", 10), ("okt", 10), ("dezember", 12), ("dez", 12),
    ("enero", 1), ("ene", 1), ("febrero", 2), ("marzo", 3), ("abril", 4), ("abr", 4), ("mayo", 5), ("junio", 6),
    ("julio", 7), ("agosto", 8), ("ago", 8), ("septiembre", 9), ("setiembre", 9), ("octubre", 10), ("noviembre", 11),
    ("diciembre", 12), ("dic", 12),
    ("январь", 1), ("января", 1), ("январе", 1), ("янв", 1), ("февраль", 2), ("февраля", 2), ("феврале", 2),
    ("фев", 2), ("февр", 2), ("март", 3), ("марта", 3), ("марте", 3), ("мар", 3), ("апрель", 4), ("апреля", 4),
    ("апреле", 4), ("апр", 4), ("май", 5), ("мая", 5), ("мае", 5), ("июнь", 6), ("июня", 6), ("июне", 6), ("июн", 6),
    ("июль", 7), ("июля", 7), ("июле", 7), ("июл", 7), ("август", 8), ("августа", 8), ("августе", 8), ("авг", 8),
    ("сентябрь", 9), ("сентября", 9), ("сентябре", 9), ("сен", 9), ("сент", 9), ("октябрь", 10), ("октября", 10),
    ("октябре", 10), ("окт", 10), ("ноябрь", 11), ("ноября", 11), ("ноябре", 11), ("ноя", 11), ("нояб", 11),
    ("декабрь", 12), ("декабря", 12), ("декабре", 12), ("дек", 12),
    ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4), ("إبريل", 4), ("ابريل", 4), ("مايو", 5), ("يونيو", 6),
    ("يوليو", 7), ("أغسطس", 8), ("اغسطس", 8), ("سبتمبر", 9), ("أكتوبر", 10), ("اكتوبر", 10), ("نوفمبر", 11),
    ("ديسمبر", 12), ("شباط", 2), ("آذار", 3), ("اذار", 3), ("نيسان", 4), ("أيار", 5), ("ايار", 5), ("حزيران", 6),
    ("تموز", 7), ("آب", 8), ("أيلول", 9), ("ايلول", 9), ("جانفي", 1), ("فيفري", 2), ("أفريل", 4), ("ماي", 5),
    ("جوان", 6), ("جويلية", 7), ("أوت", 8), ("يوليوز", 7), ("غشت", 8), ("شتنبر", 9), ("نونبر", 11), ("دجنبر", 12),
];

/// The months of the Levant that are two words, and those of one word that they are read as.
pub(super) const OF_TWO_WORDS: &[(&str, &str)] = &[
    ("كانون الثاني", "يناير"),
    ("تشرين الأول", "أكتوبر"),
    ("تشرين الاول", "أكتوبر"),
    ("تشرين الثاني", "نوفمبر"),
    ("كانون الأول", "ديسمبر"),
    ("كانون الاول", "ديسمبر"),
];

/// The names of seasons, each with its code in EDTF.
#[rustfmt::skip]
const SEASONS: &[(&str, u32)] = &[
    ("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24),
    ("printemps", 21), ("été", 22), ("automne", 23), ("hiver", 24),
    ("frühling", 21), ("frühjahr", 21), ("sommer", 22), ("herbst", 23),
    ("primavera", 21), ("verano", 22), ("otoño", 23), ("invierno", 24),
    ("весна", 21), ("весны", 21), ("весной", 21), ("лето", 22), ("лета", 22), ("летом", 22), ("осень", 23),
    ("осени", 23), ("осенью", 23), ("зима", 24), ("зимы", 24), ("зимой", 24),
    ("ربيع", 21), ("صيف", 22), ("خريف", 23), ("شتاء", 24),
    ("春", 21), ("春季", 21), ("春天", 21), ("夏", 22), ("夏季", 22), ("夏天", 22), ("秋", 23), ("秋季", 23),
    ("秋天", 23), ("冬", 24), ("冬季", 24), ("冬天", 24),
];

/// Small words within dates.
#[rustfmt::skip]
const WITHIN: &[&str] = &[
    "of", "the", "de", "del", "du", "le", "der", "den", "г", "год", "года", "عام", "سنة", "er",
];

/// Words and signs before a date that is approximate.
#[rustfmt::skip]
pub(super) const ABOUT: &[&str] = &[
    "circa ", "about ", "around ", "approx. ", "ca. ", "ca ", "c. ", "c.", "~", "vers ", "environ ", "um ", "etwa ",
    "hacia ", "alrededor de ", "около ", "ок. ", "примерно ", "حوالي ", "نحو ", "约", "約", "大约", "大約",
];

/// The names of the days of the week, from Monday on.
#[rustfmt::skip]
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon", "lundi", "montag", "lunes", "понедельник", "الاثنين", "الإثنين", "星期一", "周一", "週一"],
    &["tuesday", "tue", "mardi", "dienstag", "martes", "вторник", "الثلاثاء", "星期二", "周二", "週二"],
    &["wednesday", "wed", "mercredi", "mittwoch", "miércoles", "miercoles", "среда", "среду", "الأربعاء", "الاربعاء",
      "星期三", "周三", "週三"],
    &["thursday", "thu", "jeudi", "donnerstag", "jueves", "четверг", "الخميس", "星期四", "周四", "週四"],
    &["friday", "fri", "vendredi", "freitag", "viernes", "пятница", "пятницу", "الجمعة", "星期五", "周五", "週五"],
    &["saturday", "sat", "samedi", "samstag", "sonnabend", "sábado", "sabado", "суббота", "субботу", "السبت", "星期六",
      "周六", "週六"],
    &["sunday", "sun", "dimanche", "sonntag", "domingo", "воскресенье", "الأحد", "الاحد", "星期日", "星期天", "周日",
      "週日"],
];

/// The number of the month that a word names.
pub(crate) fn month_named(word: &str) -> Option<u32> {
    numbered(MONTHS, word)
}

/// The code of the season that a word names.
pub(super) fn season_named(word: &str) -> Option<u32> {
    numbered(SEASONS, word)
}

/// The names of the days of the week, each with its number, Monday 0.
pub(super) fn weekdays() -> impl Iterator<Item = (&'static str, u32)> {
    (0..).zip(WEEKDAYS).flat_map(|(day, names)| names.iter().map(move |name| (*name, day)))
}

/// Whether a word may stand within a date and says nothing.
pub(crate) fn is_within(word: &str) -> bool {
    WITHIN.contains(&word)
}

fn numbered(table: &[(&str, u32)], word: &str) -> Option<u32> {
    table.iter().find(|(name, _)| *name == word).map(|(_, number)| *number)
}
