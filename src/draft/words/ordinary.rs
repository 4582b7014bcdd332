//! Words that begin a sentence with a colon and are nobody's label, and lines that end a text.

/// The first words of phrases before a colon that are no label.
#[rustfmt::skip]
pub(in super::super) const ORDINARY: &[&str] = &[
    // English
    "note", "notes", "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "finally", "lastly",
    "again", "so", "and", "but", "or", "because", "now", "look", "listen", "well", "okay", "ok", "remember", "why",
    "what", "who", "how", "when", "where", "which", "one", "two", "three", "four", "five", "number", "point", "example",
    "result", "conclusion", "fact", "here", "there", "this", "that", "these", "those", "it", "we", "i", "you", "they",
    "my", "our", "your", "let", "please", "yes", "no", "also", "then", "today", "tomorrow", "yesterday", "summary",
    "in", "on", "at", "for", "to", "as", "if", "with", "more", "most", "all", "some", "only", "once", "still", "a", "an",
    "not", "more", "bottom", "key", "simply", "like", "just", "think", "imagine", "question", "good", "thank", "thanks", "look", "great", "right", "sure", "photo",
    // French
    "premièrement", "deuxièmement", "troisièmement", "enfin", "d'abord", "ensuite", "bref", "ainsi", "donc", "mais",
    "et", "ou", "car", "je", "nous", "vous", "il", "elle", "ils", "on", "ce", "c'est", "cela", "ça", "voici", "voilà",
    "exemple", "résultat", "oui", "non", "les", "des", "une", "mon", "ma", "mes", "notre", "nos", "pour", "par",
    "dans", "sur", "à", "en", "au", "aux", "l'article", "premier", "première", "deuxième", "troisième", "j'ai",
    // German
    "erstens", "zweitens", "drittens", "viertens", "fünftens", "also", "und", "oder", "aber", "denn", "ich", "wir",
    "sie", "er", "es", "das", "dies", "diese", "dieser", "ein", "eine", "beispiel", "ergebnis", "ja", "nein", "noch",
    "nun", "klar", "fakt", "im", "in", "auf", "bei", "mit", "von", "für", "zum", "zur", "mein", "meine", "unser",
    "unsere", "wie", "was", "warum", "wer", "wenn", "vielen", "zunächst", "gerne", "nächste", "zweite", "erste", "letzte", "weiter", "dazu", "deshalb", "insofern", "weil", "den", "dem", "danke",
    // Spanish
    "primero", "segundo", "tercero", "cuarto", "finalmente", "además", "entonces", "pero", "porque", "o", "y", "yo",
    "nosotros", "ustedes", "esto", "eso", "este", "esta", "ejemplo", "resultado", "sí", "ahora", "miren", "mire",
    "miren", "bueno", "qué", "quién", "cómo", "cuándo", "por", "para", "con", "sin", "los", "las", "un", "una", "uno",
    "dos", "tres", "al", "del", "se", "lo", "hay", "es", "son", "ya", "aprovecho", "gracias", "muchas",
    // Russian
    "прежде", "первое", "второе", "третье", "четвёртое", "во-первых", "во-вторых", "в-третьих", "наконец", "итак", "и", "а", "но",
    "или", "я", "мы", "вы", "они", "он", "она", "это", "этот", "эта", "эти", "так", "да", "нет", "что", "кто", "как",
    "почему", "где", "когда", "например", "пример", "результат", "поэтому", "в", "во", "на", "с", "со", "по", "для",
    "из", "у", "к", "о", "об", "при", "наш", "наша", "наше", "наши", "первый", "второй", "подчеркну", "хочу", "спасибо", "далее", "итого", "повторю", "ещё", "теперь", "сегодня",
    // Arabic
    "أولا", "أولاً", "ثانيا", "ثانياً", "ثالثا", "ثالثاً", "رابعا", "أخيرا", "أخيراً", "مثلا", "مثلاً", "ملاحظة", "نعم", "لا", "هذا",
    "هذه", "ذلك", "أنا", "نحن", "هو", "هي", "في", "من", "على", "إن", "أن", "إلى", "عن", "لكن", "ولكن", "كما", "ما", "ماذا",
    "لماذا", "كيف", "أين", "متى", "قال", "وقال", "وأضاف", "وأكد", "يقول", "قلت", "أقول", "وأقول",
    // Chinese
    "第一", "第二", "第三", "第四", "首先", "其次", "再次", "最后", "最後", "注", "备注", "备註", "例如", "比如", "结果", "結果", "总之", "因此",
    "一", "二", "三", "四", "五", "首要", "另外", "此外", "同时", "同時", "原因", "目的", "问题", "問題", "說明", "说明", "提案人",
];

/// Beginnings of lines that stand below a text and are nobody's words.
#[rustfmt::skip]
pub(in super::super) const ENDINGS: &[&str] = &[
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

/// Parts of the sentence by which a talk is ended: thanks, and for what.
#[rustfmt::skip]
pub(in super::super) const THANKS: &[&str] =
    &["thank", "merci", "dank", "gracias", "спасибо", "благодар", "شكر", "谢谢", "感谢", "謝謝", "感謝"];
#[rustfmt::skip]
pub(in super::super) const FOR_TALKING: &[&str] = &[
    "interview", "for the conversation", "for this conversation", "for the talk", "talking to us", "talking with us",
    "speaking to us", "speaking with us", "joining us", "being with us", "entretien", "d'avoir répondu",
    "für das gespräch", "für dieses gespräch", "entrevista", "por la conversación", "por atendernos", "интервью",
    "за беседу", "за разговор", "المقابلة", "الحوار", "اللقاء", "采访", "採訪", "专访", "專訪",
    "for your time", "for taking the time", "for your answers", "for answering", "pour votre temps", "du temps que",
    "de nous avoir", "d'avoir accepté", "d'avoir été", "vos réponses", "für ihre zeit", "für ihre antworten",
    "por su tiempo", "por tu tiempo", "por recibirnos", "por acompañarnos", "por sus respuestas", "за ваше время",
    "coming on", "for coming to us", "da waren", "zeit genommen", "estar con nosotros", "merci à vous", "merci d'avoir",
    "что пришли", "участие в программе", "спасибо вам", "за ответы", "что нашли время", "что ответили", "على وقتك", "على وقتكم", "لوقتك", "لوقتكم", "接受我们的", "接受我們的",
];

/// What ends a talk without thanks.
#[rustfmt::skip]
pub(in super::super) const CLOSING: &[&str] = &[
    "have to leave it there", "all we have time for", "great to have you with us", "good to have you with us", "is all from",
    "you have been listening to", "you've been listening to", "nous devons nous arrêter là", "c'est la fin de cet",
    "wir müssen hier schluss machen", "das war unser gespräch", "hasta aquí la entrevista", "на этом мы заканчиваем",
    "у нас в гостях был", "تابعنا معكم", "感谢收看", "感謝收看", "感谢收听", "感謝收聽",
];

/// Parts of the sentence by which the floor is given to somebody.
#[rustfmt::skip]
pub(in super::super) const FLOOR: &[&str] = &[
    "the floor", "next question", "next speaker", "question from", "over to you", "turn it over to", "hand over to",
    "hand it over to", "let us now hear", "we now hear", "please welcome", "la parole est à", "avez la parole",
    "la parole à", "a la parole", "prochaine question", "question suivante", "das wort", "nächste frage", "begrüßen sie",
    "la palabra", "siguiente pregunta", "próxima pregunta", "слово предоставл", "предоставляю слово", "следующий вопрос",
    "слово имеет", "вам слово", "الكلمة ل", "السؤال التالي", "السؤال القادم", "请提问", "請提問", "下一个问题", "下一個問題", "下一位",
];
