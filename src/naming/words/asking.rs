//! Labels of those who ask, lead and translate, and of answers.

/// Words of which one makes a label that of somebody who asks or leads.
#[rustfmt::skip]
pub(crate) const ASKING: &[&str] = &[
    // English
    "question", "questions", "questioner", "reporter", "reporters", "journalist", "correspondent", "moderator",
    "interviewer", "host", "anchor", "presenter", "announcer", "operator", "facilitator", "participant", "audience",
    "voice", "voices", "speaker's", "press", "media", "staff", "aide", "member", "unidentified", "unknown", "male",
    "female", "student", "caller", "narrator",
    // French
    "journaliste", "modérateur", "modératrice", "animateur", "animatrice", "présentateur", "présentatrice",
    "intervieweur", "intervenant", "intervenante", "correspondant", "correspondante", "public", "voix", "plusieurs",
    "un", "une",
    // German
    "frage", "fragen", "fragesteller", "fragestellerin", "reporterin", "journalistin", "moderatorin", "zuruf",
    "zurufe", "zwischenruf", "interviewerin", "korrespondent", "korrespondentin", "vorsitz", "publikum", "teilnehmer",
    "teilnehmerin", "zusatzfrage", "nachfrage",
    // Spanish
    "pregunta", "preguntas", "repregunta", "periodista", "reportero", "reportera", "moderador", "moderadora",
    "interlocutor", "interlocutora", "interlocutores", "intervención", "entrevistador", "entrevistadora",
    "conductor", "conductora", "presentador", "presentadora", "corresponsal", "voz", "voces", "asistente", "asistentes",
    "inaudible",
    // Russian
    "вопрос", "вопросы", "реплика", "корреспондент", "журналист", "журналистка", "ведущий", "ведущая", "модератор",
    "интервьюер", "голос", "участник", "участница", "зал", "из", "репортер", "репортёр",
    // Arabic
    "سؤال", "السؤال", "صحفي", "صحافي", "صحفية", "الصحفي", "الصحفية", "المذيع", "المذيعة", "مذيع", "المقدم", "المقدمة",
    "مقدم", "المحاور", "المحاورة", "مراسل", "المراسل", "مراسلة", "المدير", "مداخلة", "متحدث", "مشارك",
    // Italian, Portuguese, Dutch, Polish, Turkish, Ukrainian
    "domanda", "giornalista", "moderatore", "moderatrice", "pergunta", "jornalista", "vraag", "pytanie", "dziennikarz", "dziennikarka",
    "soru", "gazeteci", "muhabir", "sunucu", "питання", "запитання", "журналіст", "журналістка", "кореспондент", "ведуча",
    // Persian, Hebrew, Hindi, Korean
    "سوال", "خبرنگار", "مجری", "שאלה", "עיתונאי", "עיתונאית", "מנחה", "प्रश्न", "सवाल", "पत्रकार", "기자", "질문", "사회자", "진행자",
    // Chinese, Japanese
    "質問", "司会", "司会者", "聞き手", "问", "問", "提问", "提問", "记者", "記者", "主持人", "主持", "司仪", "司儀", "观众", "觀眾", "学生", "學生", "众人", "媒体", "媒體",
];

/// Ends of Chinese labels of those who ask: a reporter stands behind the name of the paper.
#[rustfmt::skip]
pub(crate) const ASKING_ENDS: &[&str] = &["记者", "記者", "主持人", "主持", "问", "問", "提问", "提問", "观众", "觀眾"];

/// Labels of questions of one letter.
#[rustfmt::skip]
pub(crate) const SHORT_ASKING: &[&str] = &["q", "qu", "f", "p", "в", "س"];

/// Labels of answers.
#[rustfmt::skip]
pub(crate) const ANSWERING: &[&str] = &[
    "answer", "answers", "réponse", "reponse", "antwort", "respuesta", "contestación", "ответ", "جواب", "الجواب",
    "إجابة", "الإجابة", "答", "回答", "答复", "答覆",
];

/// Labels of answers of one letter.
#[rustfmt::skip]
pub(crate) const SHORT_ANSWERING: &[&str] = &["a", "r", "о", "ج", "ans"];

/// Labels of those whose words are nobody's: they speak for one whom the label does not name.
#[rustfmt::skip]
pub(crate) const INTERPRETING: &[&str] = &[
    "interpreter", "translator", "translation", "interpretation", "interprète", "traducteur", "traductrice",
    "traduction", "dolmetscher", "dolmetscherin", "übersetzer", "übersetzerin", "übersetzung", "intérprete",
    "traductor", "traductora", "traducción", "переводчик", "переводчица", "перевод", "المترجم", "المترجمة", "مترجم",
    "الترجمة", "翻译", "翻譯", "传译", "傳譯",
];

/// Parts of headlines that say that somebody answers: without one, answers without a name are nobody's.
#[rustfmt::skip]
pub(crate) const ANSWERED: &[&str] = &[
    "interview with", "interview of", "interview by", "answer", "q&a", "questions to", "questions for", "briefing",
    "press conference", "news conference", "remarks", "entretien", "interview de", "interview du", "interview d'", "répon", "questions à", "conférence de",
    "point de presse", "fragestunde", "antwort", "gespräch mit", "interview mit", "pressekonferenz", "entrevista",
    "rueda de prensa", "conferencia de prensa", "responde", "respuesta", "интервью", "ответ", "пресс-конференц", "брифинг",
    "مقابلة", "حوار", "مؤتمر", "حديث", "لقاء", "يجيب", "答", "质询", "質詢", "记者会", "記者會", "采访", "採訪", "專訪", "专访", "發言", "发言",
    "回应", "回應",
];

/// Ordinary words that may stand in a headline before the name of the one who answers.
#[rustfmt::skip]
pub(crate) const HEADS: &[&str] = &[
    "press", "news", "media", "conference", "briefing", "interview", "transcript", "full", "text", "the", "of", "by", "with", "from",
    "to", "for", "at", "and", "questions", "remarks", "statement", "q", "a", "s", "daily", "regular", "weekly",
    "conférence", "presse", "point", "entretien", "de", "d", "du", "des", "la", "le", "les", "l", "avec", "à", "au",
    "aux", "par", "m", "mme", "interview", "questions", "réponses", "une", "un", "mit", "der", "des", "dem", "die",
    "von", "an", "im", "gespräch", "pressekonferenz", "rueda", "prensa", "conferencia", "con", "del", "al", "el",
    "los", "las", "preguntas", "entrevista", "y", "et", "und", "с", "со", "и", "на", "вопросы", "ответы", "сми",
    "fragen", "antworten", "журналистов", "выступление", "стенограмма", "по", "итогам", "в", "иностранных", "дел", "россии", "рф",
    "affaires", "étrangères", "asuntos", "exteriores", "auswärtigen",
];

/// Words for papers and stations.
#[rustfmt::skip]
pub(crate) const MEDIA: &[&str] = &[
    "radio", "newspaper", "magazine", "channel", "television", "tv", "journal", "chaîne", "magazine", "quotidien", "hebdomadaire", "télévision", "zeitung", "sender",
    "fernsehen", "rundfunk", "diario", "periódico", "cadena", "televisión", "газетой", "телеканалом", "журналом", "агентством", "радио", "صحيفة", "جريدة", "مجلة", "قناة",
    "إذاعة", "وكالة", "تلفزيون", "شبكة", "موقع",
];
