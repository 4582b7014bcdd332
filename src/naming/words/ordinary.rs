//! Words that begin a sentence with a colon and are nobody's label, and lines that end a text.

/// The first words of phrases before a colon that are no label.
#[rustfmt::skip]
pub(crate) const ORDINARY: &[&str] = &[
    // English
    "note", "notes", "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "finally", "lastly",
    "again", "so", "and", "but", "or", "because", "now", "look", "listen", "well", "okay", "ok", "remember", "why",
    "what", "who", "how", "when", "where", "which", "one", "two", "three", "four", "five", "number", "point", "example",
    "result", "conclusion", "fact", "here", "there", "this", "that", "these", "those", "it", "we", "i", "you", "they",
    "my", "our", "your", "let", "please", "yes", "no", "also", "then", "today", "tomorrow", "yesterday", "summary",
    "in", "on", "at", "for", "to", "as", "if", "with", "more", "most", "all", "some", "only", "once", "still", "a", "an",
    "fifth", "sixth", "next", "last", "conclusions", "reason", "reasons", "cause", "problem", "solution", "background", "context", "objective",
    "goal", "aim", "purpose", "warning", "caution", "update", "correction", "reminder", "caveat", "proof", "evidence", "consider", "before",
    "after", "source", "sources", "dear", "ladies", "friends", "colleagues", "fellow", "hence", "therefore", "thus", "however", "moreover",
    "meanwhile", "lesson", "truth", "reality", "message", "step", "phase", "part", "chapter", "section", "paragraph", "item", "option",
    "everyone", "everybody", "nobody", "nothing", "always", "never", "especially", "namely", "overall", "together", "besides", "appendix",
    "annex", "facts", "results", "examples", "points", "understand",
    "not", "more", "bottom", "key", "simply", "like", "just", "think", "imagine", "question", "good", "thank", "thanks", "look", "great", "right", "sure", "photo",
    // French
    "premièrement", "deuxièmement", "troisièmement", "enfin", "d'abord", "ensuite", "bref", "ainsi", "donc", "mais",
    "et", "ou", "car", "je", "nous", "vous", "il", "elle", "ils", "on", "ce", "c'est", "cela", "ça", "voici", "voilà",
    "exemple", "résultat", "oui", "non", "les", "des", "une", "mon", "ma", "mes", "notre", "nos", "pour", "par",
    "dans", "sur", "à", "en", "au", "aux", "l'article", "premier", "première", "deuxième", "troisième", "j'ai", "conclusion", "résumé", "remarque", "rappel", "raison", "cause", "objectif", "problème", "solution",
    "contexte", "cher", "chers", "chère", "chères", "mesdames", "messieurs", "attention", "preuve", "quatrièmement", "dernièrement", "moralité",
    // German
    "erstens", "zweitens", "drittens", "viertens", "fünftens", "also", "und", "oder", "aber", "denn", "ich", "wir",
    "sie", "er", "es", "das", "dies", "diese", "dieser", "ein", "eine", "beispiel", "ergebnis", "ja", "nein", "noch",
    "nun", "klar", "fakt", "im", "in", "auf", "bei", "mit", "von", "für", "zum", "zur", "mein", "meine", "unser",
    "unsere", "wie", "was", "warum", "wer", "wenn", "vielen", "zunächst", "gerne", "nächste", "zweite", "erste", "letzte", "weiter", "dazu", "deshalb", "insofern", "weil", "den", "dem", "danke", "fazit", "schluss", "hinweis", "anmerkung", "grund", "ziel", "problem", "lösung", "hintergrund", "liebe", "lieber",
    "meine", "achtung", "fakten", "ergebnisse", "zusammenfassung", "schließlich", "kurzum", "fünfte", "vierte", "dritte", "folge", "punkt",
    // Spanish
    "primero", "segundo", "tercero", "cuarto", "finalmente", "además", "entonces", "pero", "porque", "o", "y", "yo",
    "nosotros", "ustedes", "esto", "eso", "este", "esta", "ejemplo", "resultado", "sí", "ahora", "miren", "mire",
    "miren", "bueno", "qué", "quién", "cómo", "cuándo", "por", "para", "con", "sin", "los", "las", "un", "una", "uno",
    "dos", "tres", "al", "del", "se", "lo", "hay", "es", "son", "ya", "aprovecho", "gracias", "muchas", "conclusión", "conclusiones", "nota", "resumen", "razón", "causa", "objetivo", "problema", "solución", "contexto",
    "queridos", "querido", "queridas", "querida", "estimados", "señoras", "atención", "prueba", "hecho", "quinto", "último", "primera", "segunda",
    "tercera",
    // Russian
    "прежде", "первое", "второе", "третье", "четвёртое", "во-первых", "во-вторых", "в-третьих", "наконец", "итак", "и", "а", "но",
    "или", "я", "мы", "вы", "они", "он", "она", "это", "этот", "эта", "эти", "так", "да", "нет", "что", "кто", "как",
    "почему", "где", "когда", "например", "пример", "результат", "поэтому", "в", "во", "на", "с", "со", "по", "для",
    "из", "у", "к", "о", "об", "при", "наш", "наша", "наше", "наши", "первый", "второй", "подчеркну", "хочу", "спасибо", "далее", "итого", "повторю", "ещё", "теперь", "сегодня", "вывод", "выводы", "итог", "итоги", "примечание", "причина", "причины", "цель", "проблема", "решение", "факт", "факты",
    "внимание", "дорогие", "уважаемые", "уважаемый", "друзья", "коллеги", "четвёртое", "четвертое", "пятое", "последнее", "заключение", "резюме",
    // Arabic
    "أولا", "أولاً", "ثانيا", "ثانياً", "ثالثا", "ثالثاً", "رابعا", "أخيرا", "أخيراً", "مثلا", "مثلاً", "ملاحظة", "نعم", "لا", "هذا",
    "هذه", "ذلك", "أنا", "نحن", "هو", "هي", "في", "من", "على", "إن", "أن", "إلى", "عن", "لكن", "ولكن", "كما", "ما", "ماذا",
    "لماذا", "كيف", "أين", "متى", "قال", "وقال", "وأضاف", "وأكد", "يقول", "قلت", "أقول", "وأقول", "الخلاصة", "خلاصة", "النتيجة", "نتيجة", "الهدف", "السبب", "المشكلة", "الحل", "مثال", "خامسا", "ختاما", "الحقيقة",
    "تنبيه", "الأول", "الثاني", "الثالث", "أيها", "أيتها", "باختصار",
    // Chinese
    "第一", "第二", "第三", "第四", "首先", "其次", "再次", "最后", "最後", "注", "备注", "备註", "例如", "比如", "结果", "結果", "总之", "因此",
    "一", "二", "三", "四", "五", "首要", "另外", "此外", "同时", "同時", "原因", "目的", "问题", "問題", "說明", "说明", "提案人", "结论", "結論", "总结", "總結", "建议", "建議", "背景", "重点", "重點", "注意", "提示", "目标", "目標", "事实", "事實",
    "第五", "其一", "其二", "其三", "一是", "二是", "三是", "理由", "答案", "措施",
];

/// Beginnings of lines that stand below a text and are nobody's words.
#[rustfmt::skip]
pub(crate) const ENDINGS: &[&str] = &[
    "end", "ends", "###", "-30-", "* * *", "***", "related", "read more", "read also", "see also", "more on", "share",
    "print", "download", "subscribe", "follow us", "contact", "press contact", "media contact", "for more information",
    "for further information", "notes to editors", "note to editors", "editor's note", "editor’s note", "editing by",
    "reporting by", "written by", "additional reporting", "with reporting", "posted in", "tags", "filed under",
    "all rights reserved", "copyright", "©", "(c)", "source:", "advertisement", "sign up", "newsletter", "photo",
    "image", "caption", "video", "watch", "skip to", "the meeting ended", "transcript by", "transcribed by",
    "translated by", "interview conducted by", "interviewed by", "this transcript", "about the author", "correction:", "partager", "imprimer", "à lire aussi",
    "lire aussi", "voir aussi", "tous droits", "contact presse", "propos recueillis", "traduit par", "fin", "ende",
    "teilen", "drucken", "mehr zum thema", "lesen sie auch", "alle rechte", "pressekontakt", "das interview führte",
    "das gespräch führte", "quelle:", "compartir", "imprimir", "noticias relacionadas", "lea también", "lee también",
    "ver también", "todos los derechos", "más información", "fuente:", "поделиться", "версия для печати",
    "смотрите также", "читайте также", "все права", "подписаться", "источник:", "беседовал", "беседовала", "фото",
    "теги", "конец", "分享", "打印", "相关新闻", "相關新聞", "版权所有", "版權所有", "责任编辑", "責任編輯", "编辑：", "編輯：", "来源：", "來源：",
    "完", "（完）", "شارك", "طباعة", "أخبار ذات صلة", "اقرأ أيضا", "اقرأ أيضاً", "جميع الحقوق", "المصدر:", "تحرير", "انتهى",
];

/// Ends of long words that are nouns for things, and hardly names.
#[rustfmt::skip]
pub(crate) const NOUN_ENDS: &[&str] = &[
    "tion", "tions", "ism", "ity", "ities", "isme", "ité", "heit", "heiten", "keit", "keiten", "schaft", "ung", "ungen", "tät", "ismus",
    "ción", "ciones", "dad", "dades", "ость", "ости", "ение", "ения", "изм",
];

/// Words with such an end that stand for those who speak together.
#[rustfmt::skip]
pub(crate) const BODIES: &[&str] = &[
    "association", "foundation", "federation", "confederation", "organization", "organisation", "commission", "delegation",
    "administration", "institution", "mission", "coalition", "corporation", "opposition", "asociación", "fundación", "federación",
    "organización", "comisión", "delegación", "administración", "oposición", "stiftung", "regierung", "verwaltung", "zeitung", "mannschaft",
    "gesellschaft", "gewerkschaft", "botschaft", "university", "community", "authority", "universität", "universidad", "université",
];
