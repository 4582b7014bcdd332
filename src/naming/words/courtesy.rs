//! Titles of courtesy, and the small words within names.

/// Titles that stand before a name, or in Chinese behind it; they say nothing of an office.
#[rustfmt::skip]
pub(crate) const COURTESY: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr", "prof", "professor", "rev", "the", "hon", "honourable",
    "honorable", "rt", "his", "her", "excellency", "he", "madam", "madame", "m", "mme", "mlle", "monsieur",
    "mademoiselle", "mm", "herr", "frau", "hr", "fr", "h", "dipl", "ing", "med", "h.c", "c", "sr", "sra", "srta",
    "señor", "señora", "señorita", "don", "doña", "d", "dña", "lic", "dra", "doctor", "doctora", "docteur",
    "doktor", "sts", "sts'in", "srs", "srs'in", "le", "la", "el", "der", "die", "г", "гн", "г-н", "г-жа", "господин", "госпожа", "товарищ",
    "السيد", "السيدة", "سيد", "سيدة", "الأستاذ", "أستاذ", "الدكتور", "الدكتورة", "دكتور", "الشيخ", "شيخ", "سمو", "معالي",
    "سعادة", "فخامة", "جلالة", "先生", "女士", "小姐", "太太", "博士", "教授", "同志", "阁下", "閣下",
];

/// Titles with which somebody is named or called; those of Russian and Arabic are inflected, and stand with the rule.
#[rustfmt::skip]
pub(crate) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "prof", "professor", "sir", "herr", "herrn", "frau", "hr", "fr", "m", "mm",
    "mme", "mlle", "monsieur", "madame", "mademoiselle", "messieurs", "sr", "sra", "srta", "señor", "señora", "señorita",
    "don", "doña", "signor", "signora", "senhor", "senhora", "г-н", "г-на", "г-ну", "г-жа", "г-жу", "г-же", "г-жи",
];
#[rustfmt::skip]
pub(crate) const HAN_TITLES: &[&str] = &["先生", "女士", "小姐"];

/// Words, by their beginning, for somebody beside the speaker.
#[rustfmt::skip]
pub(crate) const COLLEAGUES: &[&str] = &[
    "colleague", "collègue", "kolleg", "colega", "коллег", "زميل",
];

/// Parts of words by which somebody is asked to speak.
#[rustfmt::skip]
pub(crate) const PLEASE: &[&str] = &[
    "please", "bitte", "s'il vous plaît", "je vous en prie", "c'est à vous", "à vous", "por favor", "adelante", "пожалуйста",
    "прошу", "تفضل", "من فضلك", "请", "請", "有请", "go ahead",
];

/// Words of names that have no capital letter.
#[rustfmt::skip]
pub(crate) const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "las", "los", "el",
    "al", "bin", "ibn", "bint", "von", "vom", "van", "zu", "zur", "zum", "und", "af", "av", "of", "the", "for", "and",
    "y", "e", "et", "ter", "ten", "бин", "ибн", "аль", "фон", "ван", "оф", "ap", "ben", "abu", "mac", "st",
];

/// Words behind which a full stop ends no sentence.
#[rustfmt::skip]
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "drs", "prof", "rev", "hon", "st", "ste", "jr", "sr", "sen", "rep", "gov", "gen", "lt",
    "col", "maj", "capt", "cmdr", "adm", "sgt", "brig", "amb", "min", "pres", "sec", "supt", "insp", "rt", "messrs", "no",
    "vs", "u.s", "mm", "mme", "mlle", "me", "pr", "hr", "fr", "dipl", "ing", "med", "sra", "srta", "lic", "dña", "dra",
    "г", "гг", "им", "акад", "проф", "ул", "т", "д", "bzw", "ca", "etc", "inc", "ltd", "corp", "art", "abg", "bgm", "vors",
];
