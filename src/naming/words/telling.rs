//! Words by which whoever reports says whose the words between marks are, and of what nobody tells.

/// Nouns for what somebody says, by their beginning.
#[rustfmt::skip]
pub(crate) const REPLIES: &[&str] = &[
    "reply", "replies", "answer", "retort", "response", "remark", "comment", "quip", "verdict", "riposte", "jibe", "gibe", "joke", "rejoinder", "telling", "aside", "interjection", "opinion", "view",
    "réponse", "réplique", "avis", "l'avis", "riposte", "mot", "boutade", "commentaire", "remarque", "dixit", "signé",
    "antwort", "replik", "urteil", "o-ton", "zitat", "kommentar", "bemerkung", "zwischenruf", "konter", "meinung", "worte", "einwurf",
    "respuesta", "contestaci", "opinión", "réplica", "comentario", "palabra", "dicho", "frase", "firmado",
    "ответ", "реплик", "слова", "комментари", "замечани", "возражени", "мнение", "взгляд",
];

/// Words that point at what is said, or say that somebody speaks again.
#[rustfmt::skip]
pub(crate) const POINTING: &[&str] = &[
    "this", "that", "thus", "it", "again", "so", "enter", "over", "all", "here", "ici", "hier", "diesmal", "aquí", "ahora", "quien", "вновь", "уже", "тут", "здесь", "tel", "ceci", "cela", "c'est", "ainsi", "encore", "toujours", "dixit", "signé", "dies", "das", "dazu", "wieder", "nochmals",
    "esto", "eso", "así", "otra", "otro", "firmado", "habla", "это", "так", "опять", "снова", "говорит",
];

/// Whoever is heard from the hall.
#[rustfmt::skip]
pub(crate) const VOICES: &[&str] = &["voice", "heckler", "crowd", "voix", "stimme", "voz", "голос"];

/// Parts of the world beside countries in English, which are in a table of their own.
#[rustfmt::skip]
pub(crate) const PLACES: &[&str] = &[
    "europe", "africa", "asia", "america", "the west", "britain", "england", "russia", "europeans", "africans", "latin america", "south america", "north america", "western europe", "eastern europe",
    "l'europe", "afrique", "l'afrique", "asie", "l'asie", "amérique", "l'amérique", "france", "la france", "allemagne", "l'allemagne", "russie", "la russie", "chine", "ukraine", "l'ukraine",
    "europa", "afrika", "asien", "amerika", "deutschland", "frankreich", "russland", "großbritannien", "österreich", "polen", "norwegen", "dänemark", "schweden", "italien", "spanien", "china",
    "áfrica", "américa", "américa latina", "latinoamérica", "iberoamérica", "españa", "noruega", "francia", "alemania", "rusia", "ucrania", "méxico", "brasil", "italia",
    "европа", "африка", "азия", "америка", "россия", "китай", "украина", "германия", "франция", "польша", "британия", "индия", "запад", "восток",
];

/// Arabic words by which a clause goes on, or that stand between commas in one's own speech.
#[rustfmt::skip]
pub(crate) const ARABIC_LINKS: &[&str] = &[
    "قبل", "بعد", "خلال", "منذ", "عبر", "نحو", "حول", "بين", "تحت", "فوق", "دون", "بدون", "رغم", "برغم", "مثل", "غير", "كل", "جميع", "بعض", "أي", "عند", "حتى", "أمام", "خارج",
    "داخل", "وسط", "ضمن", "ضد", "لدى", "طوال", "بسبب", "بفضل", "بعون", "بحمد", "بإذن", "بكل", "بطبيعة", "خاصة", "خصوصا", "لا", "لن", "لم", "ليس", "سوى", "إلا", "باستثناء", "أيها",
    "يا", "طبعا", "أيضا", "مثلا", "حقا", "فعلا", "غدا", "أمس", "اليوم", "الآن", "إذن", "إذا", "ربما", "أبدا", "دائما", "حاليا", "عموما", "حتما", "قطعا", "بل", "بلا", "مهما", "أصدقائي", "إخوتي",
    "تحديدا", "لاسيما", "سيما", "شخصيا", "معا", "جميعا", "نعم", "كلا", "يوم", "عام", "سنة",
];
