//! Suggestions for a text that is not a country code. A code is suggested only for an exact name: the words of one
//! state must never be attributed to another with a similar name.

use unicode_normalization::UnicodeNormalization;

use super::names::{ALSO, FORMER, GONE, OFFICIAL, PARTS, SEVERAL, UNIONS, WITHOUT_CODE};
use super::{COUNTRIES, Country, CountryError};
use crate::diagnostic::{NameKind, only_meant};
use crate::entry::name::normalized;

/// Why a text is not a code, and what to write instead.
pub(super) fn explain(text: &str) -> CountryError {
    let shown: String = text.chars().take(40).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    let word: String = text.trim().nfkc().collect();
    let (word, upper) = (word.as_str(), word.to_uppercase());
    let error = |message: String, help: String| CountryError {
        message,
        help: Some(help),
        is_certain: false,
        no_country: false,
    };
    if let Some((code, name, successors)) = FORMER.iter().find(|(code, ..)| *code == upper) {
        let codes = listed(successors);
        let help = match codes.as_slice() {
            [code] => format!("write {code}"),
            _ => format!("write the code of each country meant: {}", codes.join(", ")),
        };
        let message = format!("`{code}` is a former code (ISO 3166-3: {name})");
        return CountryError { is_certain: true, no_country: true, ..error(message, help) };
    }
    let message = format!("`{shown}` is not an ISO 3166-1 alpha-2 country code");
    let meant = Country::find(|(code, three, _)| *code == upper || *three == upper).or_else(|| named(word));
    if let Some(country) = meant {
        let name = country.english_name();
        let name = if country.code() == upper { String::new() } else { format!(" ({name})") };
        return CountryError { is_certain: true, ..error(message, format!("write `{country}`{name}")) };
    }
    if word.len() > LONGEST {
        return error(message, ANY.to_owned());
    }
    by_name(word, message)
}

/// The suggestion for a name that is not exactly that of one country.
fn by_name(word: &str, message: String) -> CountryError {
    let name = simple(word);
    let error = |message: String, help: String, no_country: bool| CountryError {
        message,
        help: Some(help),
        is_certain: false,
        no_country,
    };
    let several: Vec<String> =
        several(word).into_iter().map(|country| format!("`{country}` ({})", country.english_name())).collect();
    if !several.is_empty() {
        return error(message, format!("write the code of the one that is meant: {}", several.join(" or ")), false);
    }
    if UNIONS.contains(&name.as_str()) {
        return error(message, "write the European Union in `organizations`".to_owned(), true);
    }
    if let Some((_, successors)) = GONE.iter().find(|(names, _)| names.split('|').any(|known| known == name)) {
        let codes = listed(successors).join(", ");
        let message = format!("`{}` is a state of before", word.chars().take(40).collect::<String>());
        return error(message, format!("write the code of each country of today that is meant: {codes}"), true);
    }
    if WITHOUT_CODE.contains(&name.as_str()) {
        let help = "record it as an organization, and write its id in `organizations`";
        let message = format!("ISO 3166-1 has no code for `{}`", word.chars().take(40).collect::<String>());
        return error(message, help.to_owned(), true);
    }
    let near = part_of(&name).or_else(|| officially(&name)).or_else(|| {
        let names = || COUNTRIES.iter().map(|(.., name)| *name).filter(|name| several_codes(&simple(name)).is_none());
        let near = only_meant(word, names(), NameKind::Bodies, is_name)?;
        Country::find(|(.., name)| *name == near)
    });
    let help = near.map(|country| format!("if {} is meant, write `{country}`", country.english_name()));
    error(message, help.unwrap_or_else(|| ANY.to_owned()), false)
}

/// The help where nothing can be suggested. It names no example, since authors would copy it.
const ANY: &str = "write the two capital letters that ISO 3166-1 has for the country; what has none there is recorded as an \
    organization";

/// The longest text that is looked up as a name, in bytes.
const LONGEST: usize = 80;

pub(super) fn named(name: &str) -> Option<Country> {
    let name = simple(name);
    if several_codes(&name).is_some() {
        return None;
    }
    let also = ALSO.iter().find(|(known, _)| *known == name).map(|(_, code)| *code);
    Country::find(|(code, _, known)| also == Some(*code) || simple(known) == name)
}

pub(super) fn several(name: &str) -> Vec<Country> {
    let codes = several_codes(&simple(name)).unwrap_or_default();
    codes.split(' ').filter_map(|code| Country::find(|(known, ..)| *known == code)).collect()
}

pub(super) fn is_name(text: &str) -> bool {
    let name = simple(text);
    let is_gone = || GONE.iter().any(|(names, _)| names.split('|').any(|known| known == name));
    several_codes(&name).is_some()
        || part_of(&name).is_some()
        || is_gone()
        || WITHOUT_CODE.contains(&name.as_str())
        || UNIONS.contains(&name.as_str())
        || named(text).is_some()
}

fn several_codes(name: &str) -> Option<&'static str> {
    SEVERAL.iter().find(|(known, _)| *known == name).map(|(_, codes)| *codes)
}

/// The country that a region (`Scotland`) is part of.
fn part_of(name: &str) -> Option<Country> {
    let code = PARTS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)?;
    Country::find(|(known, ..)| *known == code)
}

/// The country whose official name this is: `Republic of Estonia`.
fn officially(name: &str) -> Option<Country> {
    OFFICIAL.iter().find_map(|official| named(name.strip_prefix(official)?.strip_prefix(" of ")?))
}

/// A name normalized for comparison: no article, one form of `and` and of `Saint`.
fn simple(name: &str) -> String {
    let normalized = normalized(name);
    let name =
        normalized.strip_prefix("the ").unwrap_or(&normalized).replace(" and ", " & ").replace(" of the ", " of ");
    let saint = ["saint ", "st "].iter().find_map(|saint| name.strip_prefix(saint));
    saint.map_or_else(|| name.clone(), |rest| format!("st. {rest}"))
}

fn listed(codes: &str) -> Vec<String> {
    codes.split(' ').map(|code| format!("`{code}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (String, String) {
        let error = text.parse::<Country>().unwrap_err();
        (error.to_string(), error.help().unwrap_or_default())
    }

    #[test]
    fn names_are_as_they_are_compared() {
        let names = ALSO.iter().chain(SEVERAL).chain(PARTS).map(|(name, _)| *name);
        let names = names.chain(GONE.iter().flat_map(|(names, _)| names.split('|')));
        let names = names.chain(WITHOUT_CODE.iter().chain(UNIONS).copied());
        for name in names {
            assert_eq!(simple(name), name);
            assert!(is_name(name), "{name}");
        }
        let codes = SEVERAL.iter().chain(GONE).flat_map(|(_, codes)| codes.split(' '));
        for code in codes.chain(PARTS.iter().map(|(_, code)| *code)) {
            assert!(code.parse::<Country>().is_ok(), "{code}");
        }
        for country in Country::all().filter(|country| country.code() != "MF") {
            assert_eq!(named(country.english_name()), Some(country));
        }
    }

    #[test]
    fn says_what_to_write() {
        #[rustfmt::skip]
        let cases = [
            ("fr", "write `FR`"), ("Russia", "write `RU` (Russia)"), ("russian federation", "write `RU` (Russia)"),
            ("UK", "write `GB` (United Kingdom)"), ("uk", "write `GB` (United Kingdom)"), ("RUS", "write `RU` (Russia)"),
            ("the United States", "write `US` (United States)"), ("Malaysa", "if Malaysia is meant, write `MY`"),
            ("Turkey", "write `TR` (Türkiye)"), ("Israel", "write `IL` (Israel)"), ("Palestine", "write `PS` (Palestinian Territories)"),
            ("XX", ANY), ("", ANY),
            ("Рос", ANY), ("EU", "write the European Union in `organizations`"),
        ];
        for (text, help) in cases {
            assert_eq!(refused(text).1, help, "{text}");
        }
        assert_eq!(refused("Russia").0, "`Russia` is not an ISO 3166-1 alpha-2 country code");
        assert_eq!(
            refused("DD"),
            ("`DD` is a former code (ISO 3166-3: German Democratic Republic)".into(), "write `DE`".into())
        );
        assert_eq!(refused("YU").1, "write the code of each country meant: `BA`, `HR`, `ME`, `MK`, `RS`, `SI`");
        assert!(refused("SU").1.contains("`RU`"));
        refused(&"é".repeat(999));
    }

    #[test]
    fn no_country_is_answered_by_another() {
        #[rustfmt::skip]
        let cases = [
            ("Persia", "write `IR` (Iran)"), ("the Republic of Ireland", "write `IE` (Ireland)"),
            ("St Lucia", "write `LC` (St. Lucia)"), ("Saint Kitts and Nevis", "write `KN` (St. Kitts & Nevis)"),
            ("Democratic Republic of the Congo", "write `CD` (Congo - Kinshasa)"), ("Macedonia", "write `MK` (North Macedonia)"),
            ("Republic of the Congo", "write `CG` (Congo - Brazzaville)"), ("Congo-Kinshasa", "write `CD` (Congo - Kinshasa)"),
            ("Federated States of Micronesia", "write `FM` (Micronesia)"), ("Samoa", "write `WS` (Samoa)"),
            ("Northern Ireland", "if United Kingdom is meant, write `GB`"), ("Scotland", "if United Kingdom is meant, write `GB`"),
            ("Republic of Estonia", "if Estonia is meant, write `EE`"), ("Republic of the Sudan", "if Sudan is meant, write `SD`"),
            ("Kingdom of the Netherlands", "if Netherlands is meant, write `NL`"), ("North Koera", "if North Korea is meant, write `KP`"),
            ("Equatorial Guinee", "if Equatorial Guinea is meant, write `GQ`"), ("Brasil", "if Brazil is meant, write `BR`"), ("Росия", "if Russia is meant, write `RU`"), ("Irland", "if Ireland is meant, write `IE`"),
            ("Korea", "write the code of the one that is meant: `KP` (North Korea) or `KR` (South Korea)"),
            ("Congo", "write the code of the one that is meant: `CD` (Congo - Kinshasa) or `CG` (Congo - Brazzaville)"),
            ("Virgin Islands", "write the code of the one that is meant: `VG` (British Virgin Islands) or `VI` (U.S. Virgin Islands)"),
            ("Saint Martin", "write the code of the one that is meant: `MF` (St. Martin) or `SX` (Sint Maarten)"),
            ("Republic of China", "write the code of the one that is meant: `CN` (China) or `TW` (Taiwan)"),
            ("Serbia and Montenegro", "write the code of each country of today that is meant: `ME`, `RS`"),
            ("East Germany", "write the code of each country of today that is meant: `DE`"),
            ("South Yemen", "write the code of each country of today that is meant: `YE`"),
            ("Kosovo", "record it as an organization, and write its id in `organizations`"),
            ("European Union", "write the European Union in `organizations`"),
        ];
        for (text, help) in cases {
            assert_eq!(refused(text).1, help, "{text}");
        }
        let mut wrong = Vec::new();
        for text in [
            "Nigera",
            "Austrlia",
            "Slovania",
            "Irak and Iran",
            "Guyane",
            "Island",
            "Ruanda-Urundi",
            "Russian Empire",
            "Ottoman Empire",
            "North Sudan",
            "West Samoa",
            "New Guinea",
            "French Guinea",
            "Central Africa",
            "Kurdistan",
            "Slowakei",
            "Iberia",
            "Tibet",
            "Catalonia",
            "Prussia",
            "Autriche",
            "Niger Republic",
            "Dominicana",
            "Lapland",
            "Lettland",
            "Livonia",
            "Borneo",
        ] {
            let help = refused(text).1;
            if help != ANY {
                wrong.push((text, help));
            }
        }
        assert_eq!(wrong, []);
        assert!(refused("USSR").1.contains("`EE`") && "USSR".parse::<Country>().unwrap_err().is_no_country());
        assert_eq!(refused("USSR").0, "`USSR` is a state of before");
        assert!(
            ["Korea", "Congo", "Scotland", "Kosovo", "USSR"].into_iter().all(|name| Country::named(name).is_none())
        );
        assert_eq!(Country::certain("St. Martin"), None);
    }
}
