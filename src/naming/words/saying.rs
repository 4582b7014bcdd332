//! Words that say whose words are quoted.

/// Verbs of saying, in the forms in which they stand beside a name.
#[rustfmt::skip]
pub(crate) const SAYING: &[&str] = &[
    // English
    "said", "says", "told", "added", "adds", "stressed", "replied", "answered", "noted", "stated", "declared",
    "explained", "emphasized", "emphasised", "underlined", "warned", "continued", "remarked", "concluded", "insisted",
    "announced", "asked", "responded", "recalled", "argued", "admitted", "acknowledged", "pointed", "wrote", "promised",
    "urged", "reiterated", "commented", "observed", "maintained", "claimed", "affirmed", "confirmed", "denied",
    "retorted", "pledged", "vowed", "tweeted", "posted", "called",
    // French
    "dit", "déclaré", "déclare", "ajouté", "ajoute", "affirmé", "affirme", "souligné", "souligne", "précisé", "précise",
    "estimé", "estime", "indiqué", "indique", "expliqué", "explique", "poursuivi", "poursuit", "conclu", "conclut",
    "répondu", "répond", "lancé", "lance", "assuré", "assure", "insisté", "insiste", "rappelé", "rappelle", "noté",
    "note", "annoncé", "annonce", "averti", "avertit", "prévenu", "prévient", "reconnu", "reconnaît", "écrit",
    "demandé", "confié", "martelé", "regretté", "réagi", "promis", "déploré",
    // German
    "sagte", "sagt", "erklärte", "erklärt", "betonte", "betont", "fügte", "ergänzte", "antwortete", "antwortet",
    "meinte", "meint", "warnte", "warnt", "unterstrich", "teilte", "äußerte", "versicherte", "kündigte", "mahnte",
    "schrieb", "forderte", "bekräftigte", "stellte", "entgegnete", "erwiderte", "berichtete", "fragte", "hob", "gesagt",
    "erläuterte", "räumte", "hinzu", "kritisierte", "lobte",
    // Spanish
    "dijo", "dice", "afirmó", "afirma", "declaró", "declara", "señaló", "señala", "añadió", "añade", "agregó", "agrega",
    "aseguró", "asegura", "explicó", "explica", "subrayó", "subraya", "indicó", "indica", "respondió", "responde",
    "contestó", "concluyó", "concluye", "advirtió", "advierte", "advertido", "sostuvo", "manifestó", "expresó", "reiteró", "destacó",
    "apuntó", "precisó", "insistió", "recordó", "comentó", "anunció", "preguntó", "reconoció", "escribió", "dicho",
    // Russian
    "сказал", "сказала", "заявил", "заявила", "отметил", "отметила", "подчеркнул", "подчеркнула", "добавил", "добавила",
    "пояснил", "пояснила", "указал", "указала", "продолжил", "продолжила", "считает", "уверен", "уверена", "признал",
    "признала", "напомнил", "напомнила", "сообщил", "сообщила", "уточнил", "уточнила", "констатировал",
    "констатировала", "резюмировал", "резюмировала", "заключил", "заключила", "ответил", "ответила", "говорит",
    "объяснил", "объяснила", "предупредил", "предупредила", "предупреждал", "предупреждала", "спросил", "спросила", "написал", "написала", "объявил", "объявила",
    "рассказал", "рассказала", "подтвердил", "подтвердила", "полагает",
    // Arabic
    "قال", "قالت", "أكد", "أكدت", "صرح", "صرحت", "أضاف", "أضافت", "أوضح", "أوضحت", "أشار", "أشارت", "ذكر", "ذكرت", "شدد",
    "شددت", "اعتبر", "اعتبرت", "تابع", "تابعت", "ختم", "ختمت", "رد", "ردت", "أعلن", "أعلنت", "حذر", "حذرت", "يقول", "تقول",
    "كتب", "كتبت", "سأل", "أجاب", "أجابت", "لفت", "بين", "نوه",
];

/// Words that lead in the one whose words are told: `according to`. The last word of each.
#[rustfmt::skip]
pub(crate) const ACCORDING: &[&str] =
    &["selon", "laut", "so", "según", "d'après", "zufolge", "بحسب", "حسب", "وفق"];

/// What may stand before a participle or between a verb and its subject.
#[rustfmt::skip]
pub(crate) const AUXILIARIES: &[&str] =
    &["a", "has", "had", "have", "avait", "hat", "hatte", "ha", "había", "habrá", "قد", "كان", "وقد", "وكان", "لقد"];

/// Words that may stand between a subject and its verb.
#[rustfmt::skip]
pub(crate) const ADVERBS: &[&str] = &[
    "also", "then", "later", "further", "further", "again", "still", "only", "just", "previously", "earlier", "once",
    "auch", "weiter", "dann", "zudem", "ferner", "später", "noch", "wörtlich", "aussi", "ensuite", "encore", "enfin",
    "également", "también", "después", "luego", "finalmente", "además", "также", "ранее", "затем", "ещё", "еще",
    "далее", "при", "этом", "он", "أيضا", "أيضاً", "ثم", "out", "hinzu", "fort", "dabei", "l'",
];

/// Words that lead in somebody else's words.
#[rustfmt::skip]
pub(crate) const QUOTING: &[&str] = &[
    "quoting", "quoted", "quotes", "quote", "citing", "cited", "cites", "recalling", "words", "saying", "phrase", "slogan",
    "citant", "cité", "cite", "citation", "propos", "mots", "phrase", "formule", "zitierte", "zitiert", "zitat", "zitate",
    "worte", "worten", "ausspruch", "motto", "citó", "citando", "cita", "palabras", "frase", "lema", "процитировал",
    "процитировала", "цитируя", "цитата", "цитату", "приводя", "слова", "словам", "словами", "фразу", "лозунг", "نقلا",
    "نقلاً", "ناقلا", "مقتبسا", "مستشهدا", "عبارة", "مقولة", "كلمات",
];

/// Words between a verb of saying and what is said.
#[rustfmt::skip]
pub(crate) const THAT: &[&str] =
    &["that", "dass", "daß", "que", "qu'", "что", "أن", "إن", "بأن", "إنه", "إنها", "كي", "about", "how"];

/// Pronouns of one person who speaks, with their gender.
#[rustfmt::skip]
pub(crate) const PRONOUNS: &[(&str, char)] = &[
    ("he", 'm'), ("she", 'f'), ("il", 'm'), ("elle", 'f'), ("er", 'm'), ("él", 'm'), ("ella", 'f'), ("он", 'm'),
    ("она", 'f'), ("هو", 'm'), ("هي", 'f'), ("他", 'm'), ("她", 'f'),
];

/// Verbs of saying in Chinese; the longer of two stands first.
#[rustfmt::skip]
pub(crate) const HAN_SAYING: &[&str] = &[
    "回答说", "回答說", "警告说", "警告說", "表示", "指出", "强调", "強調", "说道", "說道", "认为", "認為", "回答", "回应", "回應", "透露", "解释",
    "解釋", "补充", "補充", "宣布", "重申", "坦言", "直言", "写道", "寫道", "称", "稱", "说", "說",
];

/// What may stand between a name and a verb of saying in Chinese.
#[rustfmt::skip]
pub(crate) const HAN_ADVERBS: &[&str] = &[
    "还", "還", "也", "又", "则", "則", "随后", "隨後", "最后", "最後", "同时", "同時", "当天", "當天", "曾", "再次", "继续", "繼續", "进一步", "進一步",
    "今天", "今日", "对此", "對此", "就此", "接着", "对记者", "對記者", "向记者", "向記者", "特别", "特別", "明确",
];

/// Words by which a Chinese sentence leads in somebody else's words.
#[rustfmt::skip]
pub(crate) const HAN_QUOTING: &[&str] =
    &["援引", "引述", "引用", "转述", "轉述", "转告", "转達", "的话", "的話", "所说", "所說", "听", "聽"];

/// Words before a quotation that say that it is a question, a title, or stands on a sign.
#[rustfmt::skip]
pub(crate) const QUESTIONED: &[&str] = &[
    "asked", "asking", "question", "questions", "questioned", "whether", "titled", "entitled", "headlined", "headline", "read", "reads",
    "poster", "banner", "interrogé", "interrogée", "interrogés", "question", "questions", "intitulé", "intitulée",
    "savoir", "preguntado", "preguntada", "pregunta", "preguntas", "titulado", "titulada", "gefragt", "frage", "fragen",
    "ob", "titel", "betitelt", "вопрос", "вопросы", "вопроса", "спросили", "спросил", "названием", "заголовком",
    "سؤال", "أسئلة", "سئل", "سئلت", "سؤاله", "سؤالها", "بعنوان",
];

/// What somebody claims, and what is spoken of rather than said.
#[rustfmt::skip]
pub(crate) const CLAIMED: &[&str] = &[
    "claim", "claims", "allegation", "allegations", "accusation", "accusations", "assertion", "assertions", "rumour",
    "rumours", "rumor", "rumors", "notion", "affirmation", "allégation", "allégations", "rumeur", "rumeurs",
    "accusation", "accusations", "afirmación", "afirmaciones", "acusación", "acusaciones", "rumor", "rumores",
    "behauptung", "behauptungen", "vorwurf", "vorwürfe", "gerücht", "gerüchte", "утверждение", "утверждения",
    "обвинение", "обвинения", "слух", "слухи", "ادعاء", "ادعاءات", "مزاعم", "اتهام", "اتهامات", "إشاعة", "شائعات",
];

/// English words that may stand behind the name of one who said something, before another name: `said Lee on Monday`.
#[rustfmt::skip]
pub(crate) const ENGLISH_LINKS: &[&str] = &[
    "on", "in", "at", "during", "after", "before", "when", "while", "as", "to", "of", "for", "from", "with", "by", "about",
    "via", "through", "over", "outside", "inside", "near", "amid", "ahead", "yesterday", "today", "tonight", "earlier",
    "later", "late", "early", "last", "this", "that", "and", "but", "who", "whose", "once", "again", "also", "then",
    "there", "here", "since", "until", "upon", "under", "against", "across", "because", "if", "so", "next", "an", "a",
    "the", "his", "her", "is", "was", "has", "had", "would", "will", "told", "said", "in", "aboard", "alongside", "where",
];
