//! Function words that identify a language, a joint appearance, and direct speech.

/// Words that are frequent in one language: its tag, and they.
#[rustfmt::skip]
pub(crate) const FUNCTION: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "is", "that", "we", "this", "with", "for", "have", "not", "are", "was", "it"]),
    ("fr", &["le", "les", "des", "est", "et", "une", "dans", "nous", "vous", "pour", "pas", "qui", "du", "sur", "aux"]),
    ("de", &["der", "die", "das", "und", "ist", "nicht", "wir", "ich", "ein", "zu", "den", "mit", "auf", "sich", "dem"]),
    ("es", &["el", "los", "las", "es", "y", "del", "una", "por", "para", "con", "no", "lo", "su", "se", "muy"]),
    ("it", &["il", "gli", "di", "che", "è", "per", "non", "della", "sono", "anche", "una", "con", "nel", "del", "lo"]),
    ("pt", &["os", "as", "não", "é", "uma", "dos", "com", "para", "mais", "ao", "pelo", "são", "em", "na", "no"]),
    ("nl", &["het", "een", "niet", "van", "dat", "zijn", "ook", "voor", "op", "met", "wij", "te", "de", "en", "is"]),
    ("ru", &["и", "в", "не", "на", "что", "мы", "с", "это", "как", "по", "для", "вы", "у", "но", "из"]),
    ("uk", &["і", "та", "що", "це", "від", "ми", "є", "як", "або", "але", "щоб", "який", "вони", "його", "її"]),
    ("ar", &["في", "من", "على", "أن", "إلى", "هذا", "التي", "ما", "عن", "هذه", "لا", "كان", "مع", "هو", "الذي"]),
    ("fa", &["و", "در", "به", "از", "که", "این", "را", "با", "است", "برای", "آن", "ما", "می", "شده", "های"]),
];

/// Characters of Chinese sentences that no name or office has.
#[rustfmt::skip]
pub(crate) const HAN_FUNCTION: &str =
    "的是我你您他她它们們这這那了不在有会會要说說想来來去和就也都很吗嗎呢吧把被让讓给給对對从從但如果因为為所以还還又再只";

/// Words that join two names, or two halves of a sentence.
#[rustfmt::skip]
pub(crate) const CONJUNCTIONS: &[&str] = &[
    "and", "&", "with", "und", "mit", "sowie", "et", "avec", "y", "e", "con", "и", "с", "со", "или", "or", "oder", "ou",
    "o", "u", "مع", "و", "ثم", "vs", "v", "then", "but", "aber", "mais", "pero", "а", "но",
];

/// Words between a verb and a name that make the name no subject: prepositions.
#[rustfmt::skip]
pub(crate) const NEAR_NAMES: &[&str] = &[
    "by", "in", "of", "at", "to", "from", "with", "for", "on", "into", "against", "about", "par", "de", "à", "en", "dans", "pour",
    "avec", "sur", "por", "a", "con", "para", "del", "al", "von", "mit", "für", "auf", "nach", "в", "на", "от", "с", "со", "из", "к",
    "для", "о",
];

/// Those who are there while somebody speaks.
#[rustfmt::skip]
pub(crate) const ONLOOKERS: &[&str] = &[
    "heckler", "aide", "aides", "delegate", "delegates", "rival", "rivals", "opponent", "opponents", "colleague", "lawmaker",
    "deputy", "deputies", "congressman", "congresswoman", "député", "députée", "députés", "délégué", "collègue", "diputado",
    "diputada", "diputados", "colega", "abgeordneter", "abgeordnete", "депутат", "депутаты", "делегат", "коллега",
];

/// Words that begin a clause with a name in one's own speech: prepositions, adverbs, and what is said to those addressed.
#[rustfmt::skip]
pub(crate) const BESIDE_NAMES: &[&str] = &[
    // English
    "including", "excluding", "especially", "particularly", "notably", "mainly", "mostly", "largely", "namely", "like",
    "unlike", "such", "thanks", "dear", "fellow", "my", "your", "his", "her", "our", "their", "its", "both",
    "either", "neither", "nor", "let", "led", "based", "until", "since", "beyond", "despite", "across", "within", "into",
    "whether", "though", "although", "because", "while", "which", "whom", "whose", "be", "yes", "even", "now", "today",
    "yesterday", "tomorrow", "next", "last", "every", "each", "another", "other", "many", "several", "two", "three", "four",
    "five", "millions", "thousands", "by", "from", "at", "as", "in", "on", "under", "over", "about", "against", "around",
    "between", "among", "after", "before", "during", "through", "throughout", "toward", "towards", "without", "near",
    "off", "via", "per", "a", "an", "where", "when", "who", "if", "so", "just", "only", "also", "perhaps", "maybe", "together",
    "minus", "plus", "versus",
    // French
    "grâce", "malgré", "devant", "hormis", "sauf", "pendant", "envers", "notamment", "surtout", "comme", "cher", "chère", "chers", "chères", "monsieur", "messieurs", "mesdames", "vive",
    "à", "en", "au", "par", "sans", "sous", "avec", "chez", "contre", "depuis", "entre", "vers", "selon", "avant", "après",
    "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "un", "que", "quand", "si", "où", "dont", "toute",
    "tous", "toutes", "tout", "autre", "autres", "deux", "trois", "y", "même", "aussi",
    // German
    "trotz", "dank", "laut", "statt", "außer", "liebe", "lieber", "sehr", "besonders", "vor", "wie", "auch", "sogar", "zwischen", "gegen", "ohne", "seit", "nach",
    "bei", "im", "in", "von", "für", "unter", "über", "bis", "durch", "einschließlich", "insbesondere", "etwa", "sowohl",
    "mehr", "keine", "kein", "jede", "jeder", "alle", "viele", "eine", "einer", "eines", "des", "bitte", "heute", "gute",
    "guten", "letzte", "nächste", "weite", "erste", "zweite", "beste", "diese",
    // Spanish
    "salvo", "excepto", "ayer", "hoy", "mañana", "que", "lo", "incluida", "incluido", "incluidos", "incluidas", "especialmente", "sobre", "como", "querido", "querida", "queridos",
    "queridas", "señor", "señora", "señores", "señoras", "viva", "en", "a", "de", "desde", "hasta", "hacia", "entre", "sin", "según",
    "contra", "bajo", "ante", "tras", "su", "sus", "nuestra", "este", "esta", "ese", "esa", "un", "una", "todo", "toda",
    "todos", "todas", "dos", "tres", "cuando", "donde", "si", "también", "incluso",
    // Russian
    "слава", "благодаря", "вопреки", "согласно", "считая", "школа", "включая", "особенно", "как", "например", "уважаемый", "уважаемая", "уважаемые", "дорогой", "дорогая", "дорогие", "от", "до", "за",
    "к", "ко", "о", "об", "при", "над", "под", "без", "между", "через", "против", "ради", "кроме", "или", "а", "ли", "стала", "была",
    "был", "стал",
    // Words by which a sentence goes on.
    "rather", "than", "very", "too", "whereas", "unless", "whenever", "wherever", "whatever", "whoever", "whichever", "whomever", "however", "whence", "how", "why", "what", "behind", "beside",
    "besides", "outside", "inside", "above", "below", "then", "more", "most", "less", "all", "some", "any", "no", "here",
    "there", "these", "those", "ladies", "dass", "daß", "ob", "um", "weil", "wenn", "als", "damit", "sodass", "obwohl",
    "während", "bevor", "nachdem", "da", "welche", "welcher", "welches", "deren", "dessen", "was", "wo", "sondern",
    "nämlich", "eigentlich", "sobald", "falls", "indem", "denen", "dabei", "wobei", "nur", "doch", "weder", "noch", "aus",
    "am", "wer", "wen", "wem", "wessen", "wohin", "woher", "wann", "wieviel", "innerhalb", "außerhalb", "egal", "lorsque", "quoi", "afin", "puisque", "tandis", "alors", "ni", "quel",
    "quelle", "quels", "quelles", "quiconque", "lequel", "laquelle", "auquel", "duquel", "parce", "car", "ainsi", "très", "plus", "moins", "aujourd'hui", "hier", "demain", "aunque", "porque",
    "sino", "quien", "quienes", "cual", "cuales", "mientras", "pues", "así", "tanto", "sea", "ya", "más", "menos",
    "cualquier", "cualquiera", "quienquiera", "dondequiera", "cuyo", "cuya", "чтобы", "если", "когда", "потому", "хотя", "поскольку", "либо", "ни", "лишь", "только", "чем", "тем",
    "где", "куда", "откуда", "пока", "раз", "то", "что", "очень", "просто", "всё", "все", "их", "его", "её", "ему",
    "этого", "этой", "этом", "этих", "того", "той", "тех", "тот", "та", "те", "может", "есть", "нет", "минус", "точнее",
    "разумеется", "какой", "какая", "какое", "какие", "каким", "какими", "сколько", "который", "которая", "которое", "которые",
    "которых", "которого", "которой",
];

/// Articles and words like them, behind which the subject of a verb may stand: `quipped the fisherman`.
#[rustfmt::skip]
pub(crate) const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "le", "la", "les", "un", "une", "des", "son", "sa", "ses", "leur",
    "leurs", "l", "der", "die", "das", "ein", "eine", "es", "sein", "seine", "ihr", "ihre", "el", "los", "las", "una",
    "uno", "su", "sus", "его", "её",
];

/// German pronouns that are the second person's where they have a capital letter.
#[rustfmt::skip]
pub(crate) const POLITE: &[&str] = &["sie", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres"];

/// Pronouns of nobody in particular.
#[rustfmt::skip]
pub(crate) const SOMEBODY: &[&str] = &[
    "one", "someone", "somebody", "quelqu'un", "man", "jemand", "einer", "alguien", "кто-то", "некто", "أحدهم", "بعضهم",
    "رجل", "امرأة", "مساعد",
];

/// Pronouns of those who are spoken to or of, which are no subjects: `told us`, `le espeta`.
#[rustfmt::skip]
pub(crate) const OBJECTS: &[&str] = &[
    "me", "us", "him", "them", "moi", "lui", "nos", "le", "les", "mich", "mir", "uns", "ihm", "ihn", "ihnen", "меня",
    "мне", "нас", "нам", "ему", "ей", "لنا", "لي", "nous",
];

/// Words by which somebody's opinion is led in: `nach Ansicht von`, `по мнению`.
#[rustfmt::skip]
pub(crate) const VIEWS: &[&str] = &[
    "view", "opinion", "avis", "yeux", "citer", "dixit", "per", "ansicht", "meinung", "zitieren", "sprechen", "opinión",
    "decir", "juicio", "according", "croire", "зрения", "мнению", "выражению", "goes",
];

/// What an interview is called.
#[rustfmt::skip]
pub(crate) const INTERVIEW: &[&str] = &[
    "interview", "entretien", "entrevue", "entrevista", "gespräch", "интервью", "беседа", "مقابلة", "حوار", "لقاء",
];

/// Words behind it that say who was interviewed.
#[rustfmt::skip]
pub(crate) const INTERVIEWED: &[&str] = &["with", "mit", "avec", "con", "с", "со", "مع"];

/// Stems of words by which a headline says that several speak.
#[rustfmt::skip]
pub(crate) const TOGETHER: &[&str] = &[
    "joint", "together", "both", "conjoint", "gemeinsam", "conjunt", "совместн", "مشترك", "المشترك", "共同", "联合", "聯合",
];

/// Stems of words for one who holds the same office elsewhere, by which a headline says that two speak.
#[rustfmt::skip]
pub(crate) const COUNTERPARTS: &[&str] = &[
    "counterpart", "colleague", "homolog", "homólog", "collègue", "kolleg", "colega", "коллег", "نظير", "زميل", "同行",
];

/// Stems of words for the bodies whose president leads their sittings.
#[rustfmt::skip]
pub(crate) const ASSEMBLIES: &[&str] = &[
    "assembly", "security council", "plenary", "sitting", "parliament", "senate", "commons", "assemblée", "parlement",
    "sénat", "séance", "bundestag", "bundesrat", "plenum", "parlament", "sitzung", "asamblea", "congreso", "senado", "cortes",
    "pleno", "sesión", "ассамбле", "парламент", "совет безопасности", "дум", "заседани", "الجمعية العامة", "مجلس الأمن", "مجلس النواب",
    "البرلمان", "大会", "大會", "安理会", "安理會", "议会", "議會", "立法院",
];

/// Stems of words by which a headline says that the one it names asks or is asked about, or that it names several.
#[rustfmt::skip]
pub(crate) const JOINT: &[&str] = &[
    "interviews", "interrogates", "asks", "questions lee", "interroge", "befragt", "entrevista a", "interviewt",
    "спрашивает", "hosts", "welcomes", "、", "及", "与", "與", "和", "同",
];

/// Words in which a speaker speaks of themselves.
#[rustfmt::skip]
pub(crate) const FIRST_PERSON: &[&str] = &[
    "i", "we", "me", "us", "my", "our", "mine", "ours", "je", "nous", "moi", "mon", "ma", "mes", "notre", "nos", "j",
    "ich", "wir", "mich", "mir", "uns", "mein", "meine", "meiner", "unser", "unsere", "unserer", "unseren", "unserem",
    "yo", "nosotros", "mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras", "я", "мы", "меня", "мне", "нас", "нам",
    "мной", "нами", "мой", "моя", "наш", "наша", "наше", "наши", "нашей", "нашего", "أنا", "نحن", "لنا", "بنا", "لدينا",
    "عندنا",
];

/// Words in which a speaker speaks to somebody.
#[rustfmt::skip]
pub(crate) const SECOND_PERSON: &[&str] = &[
    "you", "your", "vous", "votre", "vos", "usted", "ustedes", "вы", "вас", "вам", "ваш", "أنت", "أنتم",
];
