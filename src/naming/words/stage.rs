//! What stands in brackets within a speech and is not said.

/// Words of stage directions, in part: `applau` is in `applause` and `applaudissements`.
#[rustfmt::skip]
pub(crate) const STAGE: &[&str] = &[
    "applau", "laugh", "chuckle", "crosstalk", "cross-talk", "inaudible", "unintelligible", "interpret", "translat",
    "off-mic", "off mic", "off-camera", "pause", "silence", "cheers", "cheering", "booing", "boos", "music", "coughs",
    "sighs", "gestur", "begins", "ends", "break", "recess", "video", "audio", "sic", "phonetic", "ph", "indiscernible",
    "continues", "speaks in", "speaking in", "in russian", "in french", "in english", "in german", "in spanish",
    "in arabic", "in chinese", "through", "rires", "sourires", "exclamations", "protestations", "interruptions",
    "brouhaha", "inaudible", "traduit", "traduction", "interprète", "silence", "beifall", "heiterkeit", "lachen",
    "zuruf", "zwischenruf", "unruhe", "unverständlich", "übersetz", "dolmetsch", "widerspruch", "aplauso", "risas",
    "ríe", "inaudible", "interrup", "traducción", "intérprete", "inicia", "termina", "video", "аплодисмент",
    "аплодирует", "смех", "смеётся", "смеется", "оживление", "неразборчиво", "шум", "переводчик", "переведено",
    "перевод", "без микрофона", "пауза", "показ", "обращаясь", "по-английски", "по-русски", "تصفيق", "ضحك", "يضحك", "مترجم",
    "ترجمة", "غير مسموع", "غير واضح", "مقاطعة", "موسيقى", "فاصل", "掌声", "掌聲", "笑", "鼓掌", "听不清", "聽不清", "经翻译", "翻译", "翻譯",
    "众笑", "smil", "grin", "shrug", "aplaude", "aplaud", "صفق", "يصفق", "يضحك", "ضاحك", "مبتسم", "ساخر", "停顿", "音乐", "插话", "插話", "譯文",
];
