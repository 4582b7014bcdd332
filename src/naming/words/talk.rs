//! How talks are led and ended, and what is said of them where they are printed.

/// Parts of the sentence by which a talk is ended: thanks, and for what.
#[rustfmt::skip]
pub(crate) const THANKS: &[&str] =
    &["thank", "merci", "dank", "gracias", "спасибо", "благодар", "شكر", "谢谢", "感谢", "謝謝", "感謝"];
#[rustfmt::skip]
pub(crate) const FOR_TALKING: &[&str] = &[
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

/// What only whoever leads a talk says at its end, in part.
#[rustfmt::skip]
pub(crate) const CLOSING: &[&str] = &[
    // English
    "leave it there", "leave it at that", "have to stop there", "stop it there", "end it there", "end there", "all we have time for", "out of time", "time is up", "time's up",
    "great to have you with us", "good to have you with us", "is all from", "that's all from", "that's all for", "that is all for", "that's it for", "that does it for",
    "you have been listening to", "you've been listening to", "round of applause", "big hand", "stay tuned", "stay with us", "after the break", "after this break",
    "back to the studio", "right back", "don't go away", "wrap up", "wrap this up", "wrap it up", "wrap things up", "join us again", "join me in",
    "goodbye", "good night", "see you next", "until next time", "take a break", "where we have to end", "go to the weather", "coming up",
    // French
    "nous devons nous arrêter là", "nous arrêter là", "s'arrêter là", "en rester là", "c'est la fin de", "notre invité", "restez avec nous", "c'est tout pour", "à tout de suite",
    "bonne soirée", "bonsoir", "au revoir", "applaudi", "à la semaine prochaine", "le mot de la fin", "interrompre ici",
    // German
    "wir müssen hier schluss machen", "das war unser gespräch", "dabei bewenden", "müssen wir schließen", "hier schluss", "zum schluss kommen", "das war's", "das wars", "das war es für", "bleiben sie dran",
    "auf wiedersehen", "gute nacht", "bis zum nächsten", "schönen abend", "zurück ins studio", "zeit ist um", "applaus für", "unser gast", "leider unterbrechen", "zurück nach",
    // Spanish
    "dejamos aquí", "dejarlo aquí", "dejamos por aquí", "esto es todo", "eso es todo", "es todo por", "hasta aquí", "no se vayan", "volvemos", "buenas noches", "hasta pronto",
    "hasta luego", "hasta la próxima", "nos vemos", "quédense", "un aplauso", "nuestro invitado", "nuestra invitada", "se nos acaba", "acabado el tiempo", "se nos acabó",
    // Russian
    "на этом мы", "на этом оста", "на этом зак", "на этом зав", "на этом всё", "на этом все", "вот и всё", "вот и все", "на сегодня всё", "на сегодня все", "у нас в гостях", "наш гость", "не переключайтесь",
    "до свидания", "до встречи", "оставайтесь с нами", "прощаемся", "время истекло", "время вышло", "время истекло", "всего доброго",
    // Arabic
    "نكتفي", "نتوقف هنا", "هذا كل شيء", "هذا كل ما", "ابقوا معنا", "تابعنا معكم", "إلى هنا", "بعد الفاصل", "إلى اللقاء", "تصبحون على", "ضيفنا", "ضيفتنا", "دمتم",
    // Chinese
    "感谢收看", "感謝收看", "感谢收听", "感謝收聽", "就到这", "就到這", "先到这", "先到這", "到此为止", "到此為止", "到此结束", "到此結束", "再见", "再見", "再会", "再會", "明天见", "明天見", "下期", "继续收看", "繼續收看", "散会", "散會",
    "观众朋友", "觀眾朋友", "今天就到",
];

/// What is said to those in the hall at the end of a talk, and by speakers anywhere.
#[rustfmt::skip]
pub(crate) const HALL: &[&str] = &[
    "ladies and gentlemen", "a hand", "in a moment", "last word", "mesdames et messieurs", "dans un instant", "meine damen und herren", "señoras y señores", "дамы и господа", "аплодисменты", "سيداتي", "女士们先生们", "掌声", "掌聲", "稍后", "稍後",
];

/// What talks, programmes and their printed texts are called, by their beginning; of Chinese, in part.
#[rustfmt::skip]
pub(crate) const TALKS: &[&str] = &[
    "briefing", "conference", "interview", "transcript", "conversation", "meeting", "session", "sitting", "hearing", "programme", "program", "broadcast",
    "episode", "podcast", "the event", "this event", "adjourn", "recess", "debate", "q&a", "recording", "livestream", "webcast",
    "conférence", "point de presse", "séance", "entretien", "émission", "réunion", "débat", "transcription", "audience", "enregistrement",
    "pressekonferenz", "pressegespräch", "sitzung", "gespräch", "sendung", "besprechung", "konferenz", "protokoll", "veranstaltung", "debatte", "anhörung", "mitschrift", "aufzeichnung",
    "rueda", "conferencia", "sesión", "entrevista", "programa", "reunión", "transcripción", "comparecencia", "emisión", "edición", "grabación", "encuentro",
    "брифинг", "пресс-конференц", "конференц", "заседани", "интервью", "бесед", "передач", "эфир", "стенограмм", "расшифровк", "встреч", "программ", "запис", "слушани",
    "مؤتمر", "جلسة", "مقابلة", "لقاء", "حوار", "حلقة", "برنامج", "اجتماع", "إحاطة", "ندوة", "محضر",
    "记者会", "記者會", "发布会", "發布會", "会议", "會議", "会谈", "會談", "会见", "會見", "节目", "節目", "采访", "採訪", "访谈", "訪談", "专访", "專訪", "座谈", "座談", "直播", "例会", "例會",
];

/// Words for the talk that is printed or heard: `this interview`.
#[rustfmt::skip]
pub(crate) const THIS: &[&str] = &[
    "this", "today's", "tonight's", "cet", "cette", "ce", "diese", "dieser", "dieses", "das heutige", "die heutige", "esta", "este", "эта", "это", "этот", "этой", "сегодняшн",
    "هذا", "هذه", "本次", "本场", "本場", "本期", "今天的", "该",
];

/// Verbs by which a talk ends, by their beginning; of Chinese, in part.
#[rustfmt::skip]
pub(crate) const ENDED: &[&str] = &[
    "end", "conclu", "close", "adjourn", "finish", "over", "wrap", "rose", "suspend", "stop", "recess", "cut",
    "achev", "levée", "lève", "termin", "fini", "clos", "interromp", "interrompue", "suspendue",
    "beend", "geschloss", "schließ", "schluss", "ende", "unterbroch", "vorbei", "aus",
    "levant", "concluy", "cierra", "cerr", "acab", "finaliz", "suspend",
    "заверш", "законч", "окончен", "окончил", "закры", "прерван", "объявляет",
    "انته", "تنتهي", "اختتم", "رفع", "ختام", "أغلق", "نختتم",
    "结束", "結束", "到此", "休会", "休會", "闭幕", "閉幕", "中断",
];

/// Parts of the sentences by which the minutes of a sitting tell what was done in it; of Chinese, anywhere.
#[rustfmt::skip]
pub(crate) const PROCEDURE: &[&str] = &[
    // English
    "question put", "question agreed", "question accordingly", "question again proposed", "question proposed", "the house divided",
    "the committee divided", "ayes ", "noes ", "tellers for", "a vote was taken", "vote was taken by", "a recorded vote", "show of hands",
    "votes in favour", "votes in favor", "voted in favour", "voted in favor", "votes to none", "with no abstentions", "abstaining",
    "received the following votes", "draft resolution", "was adopted by", "motion agreed", "motion made", "motion, by leave",
    "motion negatived", "amendment agreed", "amendment negatived", "amendment made", "amendment proposed", "amendment, by leave",
    "bill read", "read a second time", "read the third time", "read the first time", "stand part of the bill", "order for second reading",
    "sitting suspended", "debate resumed", "debate adjourned", "the bells", "was so decided", "it was so ordered", "there being no objection",
    "took the chair", "in the chair", "resumed the chair", "withdrew from the", "was escorted", "a minute of silence", "observed a minute",
    // French
    "mis aux voix", "mise aux voix", "est adopté", "n'est pas adopté", "sont adopté", "ne sont pas adopté", "est rejeté", "est retiré",
    "scrutin", "voix pour", "voix contre", "il est procédé", "pour l'adoption", "suffrages exprimés", "a voté pour", "ont voté",
    "l'ordre du jour appelle", "prend la présidence", "remplace au fauteuil", "minute de silence",
    // German
    "wird angenommen", "ist angenommen", "angenommen mit", "wird abgelehnt", "ist abgelehnt", "abstimmung", "enthaltungen", "gegenstimmen",
    "ja-stimmen", "nein-stimmen", "stimmen dafür", "mit den stimmen", "bei enthaltung", "übernimmt den vorsitz", "sitzung wird unterbrochen",
    "schweigeminute",
    // Spanish
    "efectuada la votación", "efectuadas las votaciones", "dio el siguiente resultado", "queda aprobad", "quedan aprobad",
    "queda rechazad", "quedan rechazad", "votos a favor", "votos en contra", "votos emitidos", "se somete a votación",
    "sometida a votación", "sometido a votación", "se procede a la votación", "es aprobad", "se suspende la sesión", "se reanuda la sesión",
    "minuto de silencio", "ocupa la presidencia",
    // Russian
    "проводится голосование", "результаты голосования", "ставится на голосование", "проголосовал", "воздержал",
    "решение принято", "решение принимается", "решение не принято", "закон принят", "законопроект принят",
    "принимается в", "поднятием рук", "председательство", "минута молчания", "объявляется перерыв",
    // Arabic
    "جرى التصويت", "أجري التصويت", "أجري تصويت", "طرح للتصويت", "صوتا مؤيدا", "أعضاء عن التصويت", "برفع الأيدي", "اعتمد مشروع", "اعتمد القرار",
    "دقيقة صمت", "تولى الرئاسة",
    // Chinese
    "付诸表决", "付諸表決", "举行表决", "進行表決", "进行表决", "表决结果", "表決結果", "举手方式", "舉手方式", "票赞成", "票贊成", "票弃权", "票棄權",
    "票反对", "票反對", "获得通过", "獲得通過", "未获通过", "默哀",
];

/// Parts of what is printed beside a talk: captions, and what a paper says of itself.
#[rustfmt::skip]
pub(crate) const CAPTIONS: &[&str] = &[
    "photo:", "photo by", "photos:", "photograph:", "photograph by", "picture:", "image:", "/reuters", "/afp", "/epa", "(reuters)",
    "reuters/", "afp/", "getty images", "/getty", "newsletter", "sign up to our", "sign up for our", "subscribe to our", "read more:",
    "related:", "crédit photo", "crédit :", "lire aussi", "à lire", "abonnez-vous", "foto:", "fotos:", "bild:",
    "lesen sie auch", "lesen sie mehr", "abonnieren sie", "lea también", "lea más", "suscríbase", "suscríbete", "imagen:", "фото:",
    "читайте также", "подпишитесь", "подписывайтесь", "صورة:", "تصوير:", "اقرأ أيضا", "اشترك في", "图片来源", "圖片來源", "图：", "圖：", "摄影：",
    "攝影：", "图源", "相关阅读", "延伸阅读",
];

/// Words that begin a paragraph which tells what somebody did in the hall, or when the talk was over.
#[rustfmt::skip]
pub(crate) const SCENES: &[&str] = &[
    "she", "he", "elle", "er", "él", "ella", "она", "он", "далее", "затем", "هو", "هي",
];
#[rustfmt::skip]
pub(crate) const HAN_SCENES: &[&str] = &[
    "会后", "會後", "记者会后", "記者會後", "会前", "會前", "随后", "隨後", "他", "她",
];

/// Words that begin a sentence of what somebody has who is spoken to.
#[rustfmt::skip]
pub(crate) const YOURS: &[&str] = &[
    "your", "votre", "vos", "ihr", "ihre", "ihren", "ihrem", "ihrer", "su", "sus", "ваш", "ваша", "ваше", "ваши", "вашу", "вашего",
];
#[rustfmt::skip]
pub(crate) const HAN_YOURS: &[&str] = &["您的", "你的", "您", "贵国", "貴國"];

/// Words that begin the line of those who print a talk, by their beginning; of Chinese, in part.
#[rustfmt::skip]
pub(crate) const CREDITS: &[&str] = &[
    "transcri", "translat", "edited", "editing", "editor", "recorded", "reporting", "photo", "filmed", "produced", "producer", "compiled", "prepared", "published", "updated",
    "source", "copyright", "conducted", "typed", "checked", "delivered", "courtesy", "audio", "video", "text",
    "traduit", "traduction", "propos", "édité", "recueilli", "publié", "retranscri", "réalisé", "rédaction",
    "protokoll", "übersetz", "aus dem engl", "aus dem russ", "aus dem fran", "aus dem span", "aus dem arab", "aus dem chin", "aus dem ukr", "redaktion", "redigiert", "aufgezeichnet", "aufgenommen", "mitschrift", "foto", "bearbeit", "veröffentlicht", "niederschrift",
    "traducid", "traducción", "editad", "grabad", "fuente", "redacción", "publicad", "realizad",
    "расшифров", "перевод", "перевел", "перевёл", "записал", "подготов", "редакт", "беседов", "фото", "опубликован", "текст", "источник",
    "ترجمة", "ترجمه", "تحرير", "نص", "إعداد", "أجرى", "أجرت", "حرره", "تصوير", "أعده", "نشر", "المصدر",
    "整理", "译者", "譯者", "翻译", "翻譯", "编辑", "編輯", "记录", "記錄", "采写", "採寫", "校对", "校對", "摄影", "攝影", "责编", "責編", "撰稿", "供稿", "来源",
];

/// Parts of the paragraphs below a text by which those who print it speak of their site, their papers and themselves.
#[rustfmt::skip]
pub(crate) const FURNITURE: &[&str] = &[
    "cookie", "newsletter", "subscri", "sign up", "inbox", "privacy policy", "terms of", "website", "this site", "our site", "browser", "javascript", "advert", "ad blocker",
    "your email", "your e-mail", "log in", "comments", "our journalism", "reader", "newsroom", "my book", "my column", "i write", "i cover ", "i report", "i'm a reporter",
    "journalist", "columnist", "correspondent", "freelance", "reporter", "editor", "podcast", "donat", "support us", "follow me", "follow us", "this article", "this story",
    "all rights reserved", "copyright", "click", "tell your friends", "people like you to",  "our app", "the author", "our coverage", "our audience", "our listeners", "our viewers", "paywall", "tip us", "contact us", "write to us", "your device",
    "lettre d'information", "infolettre", "abonnez", "abonner", "notre site", "ce site", "navigateur", "publicité", "vos données", "j'écris", "je couvre", "journaliste",
    "mon livre", "lecteur", "lectrice", "commentaires", "rédaction", "cet article", "courriel", "e-mail", "correspondant", "votre appareil", "écrivez-nous", "soutenez-nous",
    "abonnier", "unsere seite", "diese seite", "webseite", "werbung", "datenschutz", "ich schreibe", "ich berichte", "redakt", "mein buch", "leser", "kommentare", "dieser artikel",
    "diesen artikel", "schreiben sie uns", "unterstützen sie uns", "hörer", "zuschauer", "korrespondent", "ihrem gerät",
    "boletín", "suscríb", "suscrib", "nuestro sitio", "este sitio", "sitio web", "navegador", "publicidad", "privacidad", "escribo", "cubro", "periodista", "mi libro", "lector",
    "comentarios", "artículo", "redacción", "correo electrónico", "escríbenos", "apóyanos", "síguenos", "corresponsal", "su dispositivo",
    "куки", "рассылк", "подпиш", "подписат", "подписывай", "сайт", "браузер", "реклам", "я пишу", "журналист", "моя книга", "читател", "комментари", "редакц", "эту статью", "эта статья",
    "наш канал", "слушател", "зрител", "колонк", "корреспондент", "вашем устройстве",
    "ملفات تعريف", "الارتباط", "نشرتنا", "النشرة", "اشترك", "موقعنا", "المتصفح", "إعلانات", "الخصوصية", "أكتب", "صحفي", "صحافي", "كتابي", "القراء", "قراءنا", "تعليقات", "المقال", "البريد",
    "لصحيفة", "صفحتنا", "حسابنا", "مراسل", "جهازك",
    "订阅", "訂閱", "电子报", "電子報", "本站", "网站", "網站", "浏览器", "瀏覽器", "广告", "廣告", "隐私", "隱私", "撰写", "撰寫", "记者", "記者", "读者", "讀者", "评论区", "本文", "文章", "公众号", "点击", "通讯员", "設備上", "设备上",
];

/// Words by which a sentence goes on with what was said before.
#[rustfmt::skip]
pub(crate) const CONNECTIVES: &[&str] = &[
    "and", "but", "so", "because", "also", "then", "therefore", "yet", "or", "nor", "second", "secondly", "third", "thirdly", "fourth", "finally", "again", "yes", "no", "not", "nothing",
    "nobody", "it", "it's", "this", "that", "these", "those", "there", "they", "now", "well", "thus", "still", "instead", "otherwise", "moreover", "besides", "what", "why", "how", "when", "where",
    "even", "for", "as", "of",
    "et", "mais", "donc", "car", "parce", "aussi", "puis", "ensuite", "enfin", "oui", "non", "ce", "cela", "c'est", "ça", "voilà", "pourtant", "alors", "ainsi", "rien", "premièrement",
    "deuxièmement", "troisièmement", "ils", "elles", "puisque",
    "und", "aber", "denn", "also", "auch", "dann", "deshalb", "darum", "daher", "doch", "ja", "nein", "das", "dies", "es", "weil", "zweitens", "drittens", "schließlich", "außerdem",
    "nichts", "niemand", "deswegen", "sondern", "trotzdem",
    "y", "pero", "porque", "también", "además", "entonces", "sí", "eso", "esto", "ese", "esa", "así", "nada", "nadie", "segundo", "tercero", "finalmente", "ya", "ellos",
    "и", "а", "но", "или", "потому", "поэтому", "также", "ещё", "затем", "наконец", "да", "нет", "это", "этот", "эта", "эти", "так", "то", "тоже", "во-вторых", "в-третьих", "никто",
    "ничто", "ничего", "они", "однако",
    "لكن", "لأن", "لذلك", "هذا", "هذه", "ذلك", "لا", "لن", "لم", "نعم", "كما", "ثم", "أيضا", "ثانيا", "ثالثا", "بل", "إنه", "إنها",
];

/// The same in Chinese, among the first characters of a sentence.
#[rustfmt::skip]
pub(crate) const HAN_CONNECTIVES: &[&str] = &[
    "但", "所以", "因此", "因为", "因為", "还", "還", "另外", "第二", "第三", "首先", "其次", "最后", "最後", "同时", "同時", "当然", "當然", "那么", "那麼", "也", "没有", "沒有", "不", "这", "這",
];

/// Words before the name or office of one who is given the floor.
#[rustfmt::skip]
pub(crate) const NEXT: &[&str] = &[
    "and", "now", "next", "then", "so", "over", "to", "back", "first", "turn", "الكلام", "لكم", "مع", "دورك", "سؤال", "من", "is", "here", "comes", "up", "it's", "et", "maintenant", "à", "voici", "und", "jetzt", "nun", "zu", "y", "ahora",
    "а", "и", "теперь", "сейчас", "يا", "والآن", "الآن", "ثم", "معنا", "ننتقل", "نستمع", "إلى", "الكلمة", "لك",
];

#[rustfmt::skip]
pub(crate) const HAN_NEXT: &[&str] = &["下面", "接下来", "接下來", "接着是", "接著是", "你说", "你說", "先讲", "先講", "那边那", "那邊那", "现在请", "現在請", "轮到", "輪到", "有请", "有請", "下一位", "你来", "该你", "請講", "请讲"];

/// Words, by their beginning, of one who has somebody else speak.
#[rustfmt::skip]
pub(crate) const PASSING: &[&str] = &[
    "invit", "yield", "turn", "call", "give", "hear", "speak", "word", "answer", "introduc", "welcome", "next", "listen", "respond", "pass", "hand", "ask", "come",
    "cède", "passe", "donn", "appel", "écout", "entend", "entendr", "parl", "répond", "accueill", "demand", "mot",
    "ruf", "übergeb", "geb", "hör", "sprech", "spricht", "wort", "begrüß", "antwort", "bitt",
    "ced", "paso", "doy", "llam", "escuch", "oigamos", "habl", "respond", "pid", "palabra",
    "приглаш", "переда", "слов", "слуша", "послуша", "выступ", "ответ", "даю", "прошу",
    "أدعو", "أعطي", "ننتقل", "نستمع", "الكلمة", "يتفضل", "معنا", "نسمع", "ليتحدث",
];

/// Parts of the sentence by which the floor is given to somebody.
#[rustfmt::skip]
pub(crate) const FLOOR: &[&str] = &[
    "the floor", "next question", "next speaker", "the gentleman in", "you in the", "you at the", "you with the", "the lady in", "the woman in the", "the man in the", "in the back row", "there in the back", "there, in the", "there, at the back", "in the front row", "question from", "over to you", "turn it over to", "hand over to",
    "hand it over to", "let us now hear", "we now hear", "please welcome", "la parole est à", "le monsieur", "au fond à", "là au fond", "la dame au", "la dame en", "avez la parole",
    "la parole à", "a la parole", "prochaine question", "question suivante", "das wort", "dort hinten", "da hinten", "bist dran", "sind dran", "der herr in", "der herr dort", "die dame in", "die dame dort", "nächste frage", "begrüßen sie",
    "la palabra", "el señor de la", "la señora de la", "el señor del", "allí al fondo", "sí, al fondo", "siguiente pregunta", "próxima pregunta", "слово предоставл", "предоставляю слово", "следующий вопрос",
    "слово имеет", "вам слово", "теперь вы,", "мужчина в", "девушка в", "молодой человек в", "الكلمة ل", "السؤال التالي", "السؤال القادم", "后排那位", "那位记者", "请提问", "請提問", "下一个问题", "下一個問題", "下一位",
];

/// Where somebody sits in a hall, and what they wear, by which they are given the floor.
#[rustfmt::skip]
pub(crate) const SEATS: &[&str] = &[
    "back", "front", "middle", "corner", "row", "aisle", "rear", "far", "left", "right", "end", "side", "first", "second", "third", "fourth", "last", "balcony",
    "red", "blue", "green", "white", "black", "yellow", "pink", "purple", "grey", "gray", "brown", "orange", "shirt", "jacket", "dress", "suit", "tie", "hat",
    "cap", "glasses", "beard", "scarf", "hand", "hands", "microphone", "mic", "notebook", "laptop",
];

/// Parts of a sentence by which a hall is asked to sit.
#[rustfmt::skip]
pub(crate) const SEATING: &[&str] = &[
    "be seated", "have a seat", "have your seats", "take a seat", "take your seat", "sit down", "remain seated", "asseyez-vous", "prenez place", "nehmen sie platz",
    "setzen sie sich", "tomen asiento", "siéntense", "присаживайтесь", "садитесь", "بالجلوس", "请坐", "請坐",
];
