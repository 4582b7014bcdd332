//! Languages by their BCP 47 tags.

use std::fmt;
use std::str::FromStr;

use bitcode::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Code, nearest};

mod collation;
mod directions;
mod plurals;

pub(crate) use collation::Collation;
use directions::{RTL_LANGUAGES, RTL_SCRIPTS, TURNED};
pub(crate) use plurals::Plurals;

/// A BCP 47 language tag (RFC 5646: language, script, region, variants) in its canonical case, such as `en`, `zh-Hant`
/// or `pt-BR`. Extensions and private subtags have no meaning here and are refused.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Language(Box<str>);

/// Which way a text runs: the `dir` of HTML.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Language {
    /// English, `en`.
    pub(crate) fn english() -> Language {
        Language("en".into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag: `pt` of `pt-BR`.
    pub(crate) fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The script subtag, where the tag has one: `Hant` of `zh-Hant-TW`.
    pub(crate) fn script(&self) -> Option<&str> {
        self.0.split('-').nth(1).filter(|subtag| subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic()))
    }

    /// The country of the region subtag, where the tag has one: `BR` of `pt-BR`.
    pub(crate) fn region(&self) -> Option<&str> {
        self.0
            .split('-')
            .skip(1)
            .take(2)
            .find(|subtag| subtag.len() == 2 && subtag.bytes().all(|b| b.is_ascii_alphabetic()))
    }

    /// Whether it is Chinese in the traditional script, by its script or the country.
    pub(crate) fn is_traditional_chinese(&self) -> bool {
        self.primary() == "zh"
            && match self.script() {
                Some(script) => script == "Hant",
                None => matches!(self.region(), Some("TW" | "HK" | "MO")),
            }
    }

    /// Which way it is written: by its script, or by the script that the language is usually written in.
    pub(crate) fn direction(&self) -> Direction {
        let is_among = |list: &str, tag: &str| list.split(' ').any(|known| known == tag);
        let rtl = match self.script() {
            // Nastaliq is a style of Arabic.
            Some(script) => script == "Aran" || is_among(RTL_SCRIPTS, script),
            None => is_among(RTL_LANGUAGES, self.primary()) != is_among(TURNED, self.as_str()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({self})")
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        let refuse = |message: String, help: String| Err(LanguageError { message, help: Some(help) });
        let shown: String = text.chars().take(40).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
        let Ok(id) = text.trim().parse::<LanguageIdentifier>() else {
            return refuse(format!("`{shown}` is not a well-formed BCP 47 language tag"), guess(text));
        };
        let canonical = Language(id.to_string().into());
        // The parser takes a second script, and drops the first.
        let is_script = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if text.split(['-', '_']).skip(2).any(is_script) {
            return refuse(format!("`{shown}` is not a well-formed BCP 47 language tag"), guess(text));
        }
        if canonical.region() == Some("UK") {
            let right = canonical.as_str().replacen("-UK", "-GB", 1);
            return refuse(
                format!("`{shown}` has no region of BCP 47: that of the United Kingdom is `GB`"),
                format!("write `{right}`"),
            );
        }
        if text.contains('_') || text.trim() != text {
            return refuse(
                format!("`{shown}` is not a well-formed BCP 47 language tag"),
                canonical.as_str().parse().map_or_else(
                    |error: LanguageError| error.help.unwrap_or_default(),
                    |tag: Language| format!("write `{tag}`"),
                ),
            );
        }
        let primary = canonical.primary();
        let assigned = match primary.len() {
            2 => TWO_LETTERS.split(' ').any(|code| code == primary),
            _ => primary.len() == 3 && !SHORTER.iter().any(|(_, three, _)| *three == primary),
        };
        if assigned && primary != "und" {
            return Ok(canonical);
        }
        refuse(format!("`{shown}` is not a language of BCP 47"), guess(text))
    }
}

/// The suggestion for a language's name, or for a code from another list.
fn guess(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let (word, rest) = lower.split_once(['-', '_']).unwrap_or((&lower, ""));
    let other = OTHER_CODES.iter().find(|(wrong, _)| *wrong == word).map(|(_, code)| *code);
    let shorter = SHORTER.iter().find(|(_, three, name)| *three == word || name.to_lowercase() == word);
    let named = || {
        let near = (4..=40).contains(&word.len()).then(|| nearest(word, SHORTER.iter().map(|(.., name)| *name)))??;
        SHORTER.iter().find(|(.., name)| *name == near).map(|(code, ..)| *code)
    };
    match other.or(shorter.map(|(code, ..)| *code)).or_else(named) {
        Some(code) => match format!("{code}-{rest}").parse::<LanguageIdentifier>() {
            Ok(tag) => format!("write `{tag}`"),
            Err(_) => format!("write `{code}`"),
        },
        None => "write a tag such as `en`, `ru` or `pt-BR`".to_owned(),
    }
}

/// The tag that a text unambiguously means: a tag with underscores, the English name of a language, or a three-letter
/// code where there is a shorter one. Not for codes of countries, which may be meant as such.
fn certain(text: &str) -> Option<Language> {
    let tag = text.trim().replace('_', "-");
    let lower = tag.to_lowercase();
    let (word, rest) = lower.split_once('-').unwrap_or((&lower, ""));
    let shorter = SHORTER.iter().find(|(_, three, name)| *three == word || name.to_lowercase() == lower);
    match shorter {
        Some((code, ..)) if rest.is_empty() => code.parse().ok(),
        Some((code, ..)) => format!("{code}-{rest}").parse().ok(),
        None => tag.parse().ok(),
    }
}

/// Why a text is not a language tag, and what to write instead. `Display` gives the reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LanguageError {
    message: String,
    help: Option<String>,
}

impl LanguageError {
    /// What to write instead, beginning with a verb.
    pub(crate) fn help(&self) -> Option<String> {
        self.help.clone()
    }
}

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for LanguageError {}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error: LanguageError| {
            let right = certain(&text).map(|tag| tag.to_string());
            crate::document::misspelt::<D::Error>(Code::BadLanguage, error.to_string(), error.help(), right)
        })
    }
}

/// The two-letter codes of ISO 639-1.
const TWO_LETTERS: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
    nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of countries taken for those of their languages, and deprecated codes.
const OTHER_CODES: &[(&str, &str)] = &[
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("in", "id"),
    ("iw", "he"),
    ("ji", "yi"),
    ("jp", "ja"),
    ("jw", "jv"),
    ("mo", "ro"),
    ("sh", "sr-Latn"),
    ("ua", "uk"),
    ("farsi", "fa"),
    ("ger", "de"),
    ("fre", "fr"),
    ("chi", "zh"),
    ("per", "fa"),
    ("mandarin", "zh"),
];

/// Languages that have a two-letter code, which BCP 47 prefers: it, the three-letter code, the English name.
#[rustfmt::skip]
const SHORTER: &[(&str, &str, &str)] = &[
    ("af", "afr", "Afrikaans"), ("am", "amh", "Amharic"), ("ar", "ara", "Arabic"), ("as", "asm", "Assamese"),
    ("az", "aze", "Azerbaijani"), ("ba", "bak", "Bashkir"), ("be", "bel", "Belarusian"), ("bg", "bul", "Bulgarian"),
    ("bn", "ben", "Bangla"), ("bo", "bod", "Tibetan"), ("bs", "bos", "Bosnian"), ("ca", "cat", "Catalan"),
    ("ce", "che", "Chechen"), ("cs", "ces", "Czech"), ("cy", "cym", "Welsh"), ("da", "dan", "Danish"),
    ("de", "deu", "German"), ("dv", "div", "Divehi"), ("dz", "dzo", "Dzongkha"), ("el", "ell", "Greek"),
    ("en", "eng", "English"), ("eo", "epo", "Esperanto"), ("es", "spa", "Spanish"), ("et", "est", "Estonian"),
    ("eu", "eus", "Basque"), ("fa", "fas", "Persian"), ("fi", "fin", "Finnish"), ("fr", "fra", "French"),
    ("ga", "gle", "Irish"), ("gd", "gla", "Scottish Gaelic"), ("gl", "glg", "Galician"), ("gu", "guj", "Gujarati"),
    ("ha", "hau", "Hausa"), ("he", "heb", "Hebrew"), ("hi", "hin", "Hindi"), ("hr", "hrv", "Croatian"),
    ("hu", "hun", "Hungarian"), ("hy", "hye", "Armenian"), ("id", "ind", "Indonesian"), ("ig", "ibo", "Igbo"),
    ("is", "isl", "Icelandic"), ("it", "ita", "Italian"), ("ja", "jpn", "Japanese"), ("jv", "jav", "Javanese"),
    ("ka", "kat", "Georgian"), ("kk", "kaz", "Kazakh"), ("km", "khm", "Khmer"), ("kn", "kan", "Kannada"),
    ("ko", "kor", "Korean"), ("ku", "kur", "Kurdish"), ("ky", "kir", "Kyrgyz"), ("la", "lat", "Latin"),
    ("lb", "ltz", "Luxembourgish"), ("ln", "lin", "Lingala"), ("lo", "lao", "Lao"), ("lt", "lit", "Lithuanian"),
    ("lv", "lav", "Latvian"), ("mg", "mlg", "Malagasy"), ("mk", "mkd", "Macedonian"), ("ml", "mal", "Malayalam"),
    ("mn", "mon", "Mongolian"), ("mr", "mar", "Marathi"), ("ms", "msa", "Malay"), ("mt", "mlt", "Maltese"),
    ("my", "mya", "Burmese"), ("nb", "nob", "Norwegian Bokmål"), ("ne", "nep", "Nepali"), ("nl", "nld", "Dutch"),
    ("ny", "nya", "Nyanja"), ("om", "orm", "Oromo"), ("or", "ori", "Odia"), ("pa", "pan", "Punjabi"),
    ("pl", "pol", "Polish"), ("ps", "pus", "Pashto"), ("pt", "por", "Portuguese"), ("ro", "ron", "Romanian"),
    ("ru", "rus", "Russian"), ("rw", "kin", "Kinyarwanda"), ("sd", "snd", "Sindhi"), ("si", "sin", "Sinhala"),
    ("sk", "slk", "Slovak"), ("sl", "slv", "Slovenian"), ("so", "som", "Somali"), ("sq", "sqi", "Albanian"),
    ("sr", "srp", "Serbian"), ("st", "sot", "Southern Sotho"), ("su", "sun", "Sundanese"), ("sv", "swe", "Swedish"),
    ("sw", "swa", "Swahili"), ("ta", "tam", "Tamil"), ("te", "tel", "Telugu"), ("tg", "tgk", "Tajik"),
    ("th", "tha", "Thai"), ("ti", "tir", "Tigrinya"), ("tk", "tuk", "Turkmen"), ("tn", "tsn", "Tswana"),
    ("tr", "tur", "Turkish"), ("tt", "tat", "Tatar"), ("ug", "uig", "Uyghur"), ("uk", "ukr", "Ukrainian"),
    ("ur", "urd", "Urdu"), ("uz", "uzb", "Uzbek"), ("vi", "vie", "Vietnamese"), ("wo", "wol", "Wolof"),
    ("xh", "xho", "Xhosa"), ("yi", "yid", "Yiddish"), ("yo", "yor", "Yoruba"), ("zh", "zho", "Chinese"),
    ("zu", "zul", "Zulu"),
];

#[cfg(test)]
mod tests {

    use super::*;

    fn language(text: &str) -> Language {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn reads_tags_into_their_canonical_case() {
        for (text, canonical) in [
            ("en", "en"),
            ("EN-us", "en-US"),
            ("zh-hant", "zh-Hant"),
            ("ZH-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("ckb", "ckb"),
            ("sl-rozaj", "sl-rozaj"),
            ("de-1996", "de-1996"),
            ("fil", "fil"),
        ] {
            assert_eq!(language(text).as_str(), canonical);
        }
        assert_eq!(language("pt-BR").primary(), "pt");
        assert_eq!((language("zh-Hant").script(), language("de-1996").script()), (Some("Hant"), None));
        assert_eq!(Language::english(), language("en"));
    }

    #[test]
    fn refuses_and_says_what_to_write() {
        let general = "write a tag such as `en`, `ru` or `pt-BR`";
        #[rustfmt::skip]
        let cases = [
            ("en_US", "write `en-US`"), ("English", "write `en`"), ("english", "write `en`"), ("Rusian", "write `ru`"),
            ("rus", "write `ru`"), ("jp", "write `ja`"), ("ua", "write `uk`"), ("iw", "write `he`"), ("cn-CN", "write `zh-CN`"),
            ("sh", "write `sr-Latn`"), (" en", "write `en`"), ("xx", general), ("", general), ("e", general), ("und", general),
            ("русский", general), ("en-", general), ("-", general), ("en-US-", general), ("0001-01-01", general), ("jp_JP", "write `ja-JP`"),
            ("en-UK", "write `en-GB`"), ("en-Latn-uk", "write `en-Latn-GB`"), ("sr-Cyrl-latn", general), ("sr-Cyrl-RS-Latn", general),
        ];
        for (text, help) in cases {
            let error = text.parse::<Language>().unwrap_err();
            assert_eq!(error.help().as_deref(), Some(help), "{text}: {error}");
        }
        assert_eq!("xx".parse::<Language>().unwrap_err().to_string(), "`xx` is not a language of BCP 47");
    }

    #[test]
    fn every_suggestion_is_a_language() {
        for code in OTHER_CODES.iter().map(|(_, code)| code).chain(SHORTER.iter().map(|(code, ..)| code)) {
            assert_eq!(language(code).as_str(), *code);
        }
    }

    #[test]
    fn direction() {
        for text in [
            "ar",
            "he",
            "fa",
            "ur",
            "yi",
            "ps",
            "sd",
            "ug",
            "dv",
            "ckb",
            "syr",
            "ar-EG",
            "pa-PK",
            "az-Arab",
            "ku-Arab-IQ",
            "ff-Adlm",
            "ur-Aran",
            "arb",
            "ug",
        ] {
            assert_eq!(language(text).direction(), Direction::Rtl, "{text}");
        }
        for text in ["en", "ru", "zh-Hant", "ar-Latn", "pa", "az", "ku", "tr", "sd-IN", "ug-KZ"] {
            assert_eq!(language(text).direction(), Direction::Ltr, "{text}");
        }
        assert_eq!(Direction::Rtl.as_str(), "rtl");
    }

    #[test]
    fn travels_through_serde() {
        assert_eq!(serde_json::from_str::<Language>("\"EN-gb\"").unwrap().as_str(), "en-GB");
        assert_eq!(serde_json::to_string(&language("ru")).unwrap(), "\"ru\"");
        assert!(serde_json::from_str::<Language>("\"Russian\"").unwrap_err().to_string().contains("write `ru`"));
    }
}
