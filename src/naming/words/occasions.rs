//! Words behind a verb of saying that tell when, where and to whom something is said, and words that make another clause.

/// Where, when and by what something is said, as nouns and adjectives; none of them speaks.
#[rustfmt::skip]
pub(crate) const OCCASIONS: &[&str] = &[
    // English
    "press", "news", "conference", "conferences", "briefing", "interview", "interviews", "statement", "speech", "address", "talks", "meeting", "meetings", "summit",
    "session", "hearing", "debate", "forum", "event", "ceremony", "visit", "trip", "call", "telephone", "phone", "video", "television", "tv", "radio", "broadcast",
    "programme", "program", "show", "podcast", "newspaper", "paper", "magazine", "daily", "weekly", "agency", "channel", "outlet", "broadcaster", "parliament",
    "congress", "senate", "council", "assembly", "committee", "commission", "government", "ministry", "court", "embassy", "capital", "city", "post", "tweet", "message",
    "letter", "article", "op-ed", "remarks", "comments", "conclusion", "end", "start", "beginning", "opening", "closing", "sidelines", "margins", "context",
    "regard", "response", "reply", "question", "questions", "joint", "public", "special", "emergency", "regular", "televised", "live", "nation", "country", "house",
    "state", "stakeout", "panel", "commons", "lords", "bundestag", "duma", "union", "nations", "lunch", "dinner", "breakfast", "reception",
    // French
    "conférence", "presse", "point", "entretien", "entretiens", "interview", "déclaration", "discours", "pourparlers", "réunion", "rencontre", "sommet", "séance",
    "débat", "cérémonie", "visite", "voyage", "télévision", "radio", "chaîne", "émission", "journal", "quotidien", "hebdomadaire", "agence", "l'agence", "parlement", "sénat",
    "l'assemblée", "assemblée", "conseil", "commission", "ministère", "communiqué", "message", "lettre", "tribune", "l'issue", "l'occasion", "marge", "cours", "fin",
    "début", "ouverture", "l'ouverture", "antenne", "l'antenne", "micro", "plateau", "afp", "l'afp", "question", "réponse", "question", "déplacement",
    // German
    "pressekonferenz", "interview", "gespräch", "gespräche", "gesprächen", "erklärung", "rede", "treffen", "sitzung", "gipfel", "debatte", "besuch", "reise", "fernsehen",
    "rundfunk", "zeitung", "zeitungen", "magazin", "agentur", "nachrichtenagentur", "presse-agentur", "sender", "parlament", "bundestag", "bundesrat", "rat", "ausschuss", "ministerium", "brief", "beitrag",
    "rande", "anschluss", "rahmen", "blick", "ende", "beginn", "frage", "fragen", "hauptstadt", "berlin", "deutschlandfunk", "ard", "zdf", "gastbeitrag", "auftakt", "abschluss", "bezug", "hinblick",
    // Spanish
    "rueda", "prensa", "conferencia", "entrevista", "declaración", "declaraciones", "discurso", "conversaciones", "reunión", "encuentro", "cumbre", "sesión", "debate",
    "acto", "ceremonia", "visita", "viaje", "televisión", "cadena", "programa", "periódico", "diario", "revista", "agencia", "parlamento", "congreso", "senado",
    "consejo", "comisión", "ministerio", "comunicado", "mensaje", "carta", "término", "margen", "inicio", "final", "pregunta", "respuesta", "comparecencia", "pleno", "tribuna",
    // Arabic
    "مؤتمر", "المؤتمر", "صحفي", "صحافي", "الصحفي", "الصحافي", "مقابلة", "المقابلة", "تصريح", "تصريحات", "بيان", "خطاب", "كلمة", "لقاء", "اجتماع", "محادثات", "قمة", "جلسة", "زيارة", "قناة",
    "صحيفة", "وكالة", "برلمان", "البرلمان", "مجلس", "الوزارة",
];

/// Those who listen for others, of whom no pronoun of one person speaks.
#[rustfmt::skip]
pub(crate) const LISTENERS: &[&str] = &[
    "reporters", "journalists", "correspondents", "media", "lawmakers", "members", "diplomats", "ambassadors", "delegates", "officials", "audience", "crowd", "mps",
    "journalistes", "correspondants", "médias", "députés", "sénateurs", "diplomates", "reportern", "journalisten", "journalistinnen", "medien", "abgeordneten", "korrespondenten",
    "periodistas", "reporteros", "medios", "diputados", "senadores", "corresponsales", "журналистам", "журналистами", "журналистов", "репортёрам", "репортерам", "корреспондентам", "агентству", "агентства",
    "газете", "газеты", "изданию", "издания", "телеканалу", "телеканала", "каналу", "сми", "депутатам", "сенаторам", "тасс", "интерфаксу", "риа", "новости", "рбк", "дипломатам", "радиостанции", "прессе",
    "للصحفيين", "للصحافيين", "الصحفيين", "الصحافيين", "لوسائل", "الإعلام", "لوكالة", "لصحيفة", "لقناة", "للقناة", "للنواب", "للإعلام",
];

/// Words for a time, beside the names of months.
#[rustfmt::skip]
pub(crate) const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "night",
    "day", "days", "week", "weeks", "month", "months", "year", "years", "weekend", "hours", "noon", "earlier", "later", "recently", "again", "now", "shortly", "first", "late", "early",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "matin", "soir", "soirée", "après-midi", "midi", "semaine", "mois", "dernier", "dernière", "veille", "jour",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "gestern", "heute", "abend", "morgen", "nachmittag", "vormittag", "mittag", "woche", "montagabend", "dienstagabend",
    "mittwochabend", "donnerstagabend", "freitagabend", "vergangenen", "letzten", "tag",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "ayer", "hoy", "mañana", "tarde", "noche", "semana", "mes", "pasado", "pasada", "víspera", "día",
    "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье", "вчера", "сегодня", "утром", "вечером", "днем", "днём", "накануне", "года", "недели", "недавно",
    "أمس", "اليوم", "مساء", "مساءا", "صباح", "صباحا", "يوم", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الماضي", "لاحقا", "سابقا", "مؤخرا", "الليلة", "الأسبوع",
];

/// Prepositions of places and times.
#[rustfmt::skip]
pub(crate) const AT_PLACES: &[&str] = &[
    "on", "in", "at", "during", "after", "before", "following", "since", "amid", "near", "outside", "inside", "from", "via", "through", "within", "over", "around",
    "ahead", "upon", "aboard", "under", "en", "dans", "lors", "devant", "depuis", "pendant", "sur", "chez", "près", "après", "avant", "am", "im", "bei", "beim", "auf", "nach", "vor",
    "während", "seit", "an", "aus", "zum", "zur", "vom", "durante", "tras", "ante", "desde", "sobre", "в", "во", "на", "после", "перед", "ходе", "время", "рамках", "итогам", "из",
    "في", "خلال", "أثناء", "بعد", "قبل", "عبر", "على", "من", "منذ", "أمام", "لدى", "عقب", "ضمن", "حول", "عن", "بشأن",
];

/// Prepositions behind which those may stand who are spoken to or of.
#[rustfmt::skip]
pub(crate) const TO_PEOPLE: &[&str] = &[
    "to", "with", "of", "about", "for", "alongside", "beside", "by", "against", "à", "au", "aux", "avec", "de", "du", "des", "d", "pour", "face", "mit", "gegenüber", "zu", "von", "für", "über", "a",
    "al", "con", "del", "para", "с", "со", "к", "от", "для", "о", "об", "إلى", "مع",
];

/// Words before a noun: articles, possessives, and `last`.
#[rustfmt::skip]
pub(crate) const BEFORE_NOUNS: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "last", "next", "coming", "recent", "past", "previous", "few", "some", "many", "most", "several", "le", "la", "les", "un", "une", "son", "sa", "ses", "leur", "leurs",
    "ce", "cet", "cette", "ces", "el", "los", "las", "una", "su", "sus", "este", "esta", "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "eines", "einen", "ihrem", "ihrer", "seinem",
    "seiner", "diesem", "dieser",
];

/// Words of denial.
#[rustfmt::skip]
pub(crate) const NEGATIONS: &[&str] = &[
    "not", "never", "no", "nothing", "nobody", "none", "neither", "nor", "without", "ne", "n", "pas", "jamais", "rien", "aucun", "aucune", "personne", "sans", "nicht", "nie", "niemals",
    "kein", "keine", "keinen", "keiner", "keinem", "niemand", "nichts", "ohne", "nunca", "jamás", "nada", "nadie", "sin", "ni", "tampoco", "не", "нет", "никогда", "ни", "никто", "ничего", "нельзя", "без", "якобы", "будто",
    "لا", "لم", "لن", "ليس", "ليست", "دون", "بدون", "بلا", "غير", "ما",
];

/// Words by which another clause begins.
#[rustfmt::skip]
pub(crate) const SUBORDINATE: &[&str] = &[
    "who", "whom", "whose", "which", "what", "whether", "if", "as", "because", "although", "though", "while", "when", "where", "why", "than", "like", "but", "qui", "dont", "quand", "comme", "lorsque", "alors",
    "tandis", "si", "mais", "où", "wer", "was", "ob", "wie", "als", "weil", "wenn", "aber", "quien", "quienes", "cuando", "como", "mientras", "donde", "pero", "кто", "как", "когда", "пока", "хотя", "если", "где", "чтобы",
    "что", "но", "а", "الذي", "التي", "الذين", "بينما", "فيما", "عندما", "حين", "كما", "لأن", "أنه", "أنها", "أنهم", "إنه", "إنها", "إنهم", "بأنه", "بأنها", "أن", "إن", "لكن",
];

/// Pronouns of others, beside those of one person who speaks.
#[rustfmt::skip]
pub(crate) const THIRD_PARTIES: &[&str] = &[
    "it", "they", "i", "we", "you", "there", "everyone", "everybody", "others", "people", "critics", "ils", "elles", "nous", "c'est", "sie", "wir", "man", "es", "ellos", "ellas", "они", "мы", "вы", "هم", "نحن",
];

/// Participles that begin how somebody says something: `Lee said, answering a question: “…”`.
#[rustfmt::skip]
pub(crate) const SAYING_WHILE: &[&str] = &[
    "answering", "commenting", "speaking", "responding", "referring", "addressing", "answering", "s'exprimant", "répondant", "évoquant", "interrogée", "interrogé", "refiriéndose", "respondiendo", "hablando", "отвечая", "комментируя", "говоря",
    "выступая", "обращаясь", "касаясь", "ردا", "تعليقا", "معلقا", "معلقة", "مخاطبا", "مخاطبة", "متحدثا", "متحدثة",
];

/// Participles by which somebody goes on: `Lee said, adding that “…”`.
#[rustfmt::skip]
pub(crate) const ADDING: &[&str] = &[
    "adding", "stressing", "noting", "insisting", "warning", "ajoutant", "précisant", "soulignant", "assurant", "añadiendo", "agregando", "subrayando", "asegurando", "добавив", "подчеркнув", "отметив", "уточнив", "пояснив", "مضيفا",
    "مضيفة", "قائلا", "قائلة", "بالقول", "بقوله", "بقولها", "مؤكدا", "مؤكدة", "موضحا", "موضحة", "مشددا", "مشددة",
];

/// Verbs by which somebody is answered.
#[rustfmt::skip]
pub(crate) const ANSWERS: &[&str] = &[
    "replied", "answered", "responded", "retorted", "countered", "répondu", "répond", "rétorqué", "répliqué", "antwortete", "antwortet", "entgegnete", "erwiderte", "respondió", "responde", "contestó", "replicó", "ответил", "ответила", "возразил",
    "возразила", "رد", "ردت", "أجاب", "أجابت", "ورد", "وردت", "فرد", "فردت", "وأجاب", "وأجابت", "فأجاب", "فأجابت",
];

/// Verbs that are or were something: what stands before them is spoken of.
#[rustfmt::skip]
pub(crate) const COPULAS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "isn't", "wasn't", "aren't", "weren't", "remains", "remained", "est", "était", "sont", "étaient", "fut", "serait", "n'est", "n'était", "c'est", "c'était", "ist", "war", "sind", "waren", "sei", "seien", "wäre", "es", "era", "son", "eran", "fue",
    "fueron", "sería", "это", "был", "была", "было", "были", "является", "есть", "هو", "هي", "كان", "كانت", "ليس", "ليست",
];

/// German verbs that end a clause with `dass`: `dass „…“ sei`.
#[rustfmt::skip]
pub(crate) const CLOSING_VERBS: &[&str] = &[
    "sei", "ist", "seien", "sind", "war", "waren", "wird", "werde", "werden", "würde", "habe", "haben", "hat", "hätte", "könne", "kann", "können", "müsse", "muss", "müssen", "solle", "soll", "sollen", "wolle", "will", "wollen", "dürfe", "bleibt", "bleibe", "gibt", "gebe", "wäre",
];

/// Stems of words for one person, whom a pronoun may stand for.
#[rustfmt::skip]
pub(crate) const PERSONS: &[&str] = &[
    "driver", "farmer", "worker", "soldier", "teacher", "student", "doctor", "nurse", "lawyer", "fisherman", "fishermen", "farmer", "mother", "father", "brother", "sister", "husband", "wife", "widow", "daughter",
    "woman", "man", "boy", "girl", "guard", "sailor", "pilot", "priest", "villager", "resident", "protester", "neighbor", "neighbour", "colleague", "friend", "counterpart", "predecessor", "successor", "rival", "critic", "guest", "host", "visitor", "passenger",
    "veteran", "survivor", "officer", "captain", "leader", "politician", "interviewer", "reporter", "journalist", "correspondent", "trader", "merchant", "businessman", "businesswoman", "spokes", "aide", "adviser", "advisor", "translator",
    "chauffeur", "fermier", "ouvrier", "ouvrière", "soldat", "étudiant", "médecin", "pêcheur", "mère", "père", "frère", "sœur", "mari", "épouse", "veuve", "femme", "homme", "garçon", "fille", "marin", "prêtre", "habitant", "voisin", "ami", "homologue", "prédécesseur",
    "successeur", "rivale", "passager", "journaliste", "interlocuteur", "conseiller",
    "fahrer", "bauer", "arbeiter", "lehrer", "schüler", "arzt", "ärztin", "fischer", "mutter", "vater", "bruder", "schwester", "mann", "mannes", "junge", "mädchen", "wächter", "nachbar", "freund", "amtskollege", "kollege", "vorgänger", "nachfolger", "besucher", "soldat",
    "camioner", "conductor", "campesin", "obrer", "soldado", "maestr", "estudiante", "médic", "pescador", "madre", "padre", "hermano", "hermana", "esposo", "esposa", "mujer", "hombre", "niño", "niña", "marinero", "vecin", "amigo", "amiga", "homólog", "predecesor", "periodista",
    "водител", "фермер", "рабоч", "солдат", "учител", "студент", "врач", "рыбак", "рыбач", "мать", "матери", "отец", "отцу", "отца", "брат", "брату", "брата", "сестр", "муж", "мужу", "мужа", "жена", "жене", "жену", "вдов", "мальчик", "девочк", "охранник", "моряк", "житель", "жител", "сосед", "друг", "другу", "друга", "коллег", "предшественник", "преемник", "собеседник",
    "журналистк", "журналисту", "журналист", "капитан",
    "سائق", "السائق", "للسائق", "مزارع", "المزارع", "للمزارع", "عامل", "العامل", "للعامل", "جندي", "الجندي", "للجندي", "طالب", "الطالب", "للطالب", "طبيب", "الطبيب", "للطبيب", "صياد", "الصياد", "للصياد", "والد", "والدة", "شقيق", "زوج", "أرملة", "امرأة", "رجل", "للرجل", "الرجل", "فتى", "حارس", "الحارس", "للحارس",
    "نظير", "صديق", "زميل",
];
