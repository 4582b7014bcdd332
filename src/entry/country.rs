//! Countries by their ISO 3166-1 alpha-2 codes.
//!
//! The names here are English and serve only to explain a wrong code; what a page prints comes from the messages
//! (`country_ru = …`).

use std::fmt;
use std::str::FromStr;

use crate::diagnostic::Code;
use bitcode::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod meant;
mod names;

use meant::explain;

/// An officially assigned code of ISO 3166-1 alpha-2, such as `RU`. Ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Country(u8); // index into COUNTRIES

impl Country {
    /// Every country, by code.
    pub(crate) fn all() -> impl Iterator<Item = Country> {
        (0..=u8::MAX).take(COUNTRIES.len()).map(Country)
    }

    /// The code: two capital letters.
    pub(crate) fn code(self) -> &'static str {
        COUNTRIES[usize::from(self.0)].0
    }

    /// The short English name (Unicode CLDR).
    pub(crate) fn english_name(self) -> &'static str {
        COUNTRIES[usize::from(self.0)].2
    }

    /// The country with exactly this English name or alias; none where several share it.
    pub(crate) fn named(name: &str) -> Option<Country> {
        meant::named(name)
    }

    /// The countries that share this English name, where there are several.
    pub(crate) fn several(name: &str) -> Vec<Country> {
        meant::several(name)
    }

    /// Whether a text is the English name of a country, several countries, a part of one, a former state or one without
    /// a code. Such a name is never treated as a misspelling of another.
    pub(crate) fn is_name(text: &str) -> bool {
        meant::is_name(text)
    }

    /// The country that a text unambiguously means: its alpha-2 code in another letter case, its alpha-3 code in
    /// capitals (`and` and `are` are words), or its English name. Lower-case words such as `no` or `de` are not codes.
    pub(crate) fn certain(text: &str) -> Option<Country> {
        let word = text.trim();
        if word.chars().any(char::is_lowercase) && WORDS.split(' ').any(|known| known == word.to_lowercase()) {
            return None;
        }
        let (upper, lower) = (word.to_uppercase(), word.to_lowercase());
        let upper = if upper == "UK" { "GB" } else { &upper };
        Country::find(|(code, three, name)| *code == upper || *three == word || name.to_lowercase() == lower)
            .filter(|_| meant::several(word).is_empty())
    }

    fn find(matches: impl Fn(&(&str, &str, &str)) -> bool) -> Option<Country> {
        COUNTRIES.iter().position(matches).and_then(|index| u8::try_from(index).ok()).map(Country)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({self})")
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        let found = COUNTRIES.binary_search_by_key(&text, |(code, ..)| code).ok();
        found.and_then(|index| u8::try_from(index).ok()).map(Country).ok_or_else(|| explain(text))
    }
}

/// Why a text is not a country's code, and what to write instead. `Display` gives the reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountryError {
    message: String,
    help: Option<String>,
    is_certain: bool,
    no_country: bool,
}

impl CountryError {
    /// What to write instead, beginning with a verb.
    pub(crate) fn help(&self) -> Option<String> {
        self.help.clone()
    }

    /// Whether a country, or what was one, is meant.
    pub(crate) fn is_certain(&self) -> bool {
        self.is_certain
    }

    /// Whether the text is known and means no present country: a former state, or a union.
    pub(crate) fn is_no_country(&self) -> bool {
        self.no_country
    }
}

impl fmt::Display for CountryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for CountryError {}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error: CountryError| {
            let right = Country::certain(&text).map(|country| country.code().to_owned());
            crate::document::misspelt::<D::Error>(Code::UnknownCountry, error.to_string(), error.help(), right)
        })
    }
}

/// Codes that are also two-letter words in languages written in Latin script.
const WORDS: &str = "\
    ad ae ai al am an ar as at au az ba be bi bo br by ca ch ci cm co cu da de di dm do du ee eg er es et eu fi fo ga ge \
    gi gl gm gr gu hm hr hu id ie il im in io ir is it je jo ke kg ki km la le li lo lt lu ma mc md me mg mi ml mm mo mr \
    ms mt mu my na ne ni no nu om pa pe ph pm pr ps re ro sa sc se sg sh si sk sm sn so sr st su sv ta td te tg th ti tj \
    tk tm to tr tt tu tv uk um un us va vc ve vi vs vu wa we ws ya ye yo yu za";

/// ISO 3166-1, by alpha-2 code: alpha-2, alpha-3, English short name of the Unicode CLDR.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "AND", "Andorra"), ("AE", "ARE", "United Arab Emirates"), ("AF", "AFG", "Afghanistan"),
    ("AG", "ATG", "Antigua & Barbuda"), ("AI", "AIA", "Anguilla"), ("AL", "ALB", "Albania"), ("AM", "ARM", "Armenia"),
    ("AO", "AGO", "Angola"), ("AQ", "ATA", "Antarctica"), ("AR", "ARG", "Argentina"), ("AS", "ASM", "American Samoa"),
    ("AT", "AUT", "Austria"), ("AU", "AUS", "Australia"), ("AW", "ABW", "Aruba"), ("AX", "ALA", "Åland Islands"),
    ("AZ", "AZE", "Azerbaijan"), ("BA", "BIH", "Bosnia & Herzegovina"), ("BB", "BRB", "Barbados"),
    ("BD", "BGD", "Bangladesh"), ("BE", "BEL", "Belgium"), ("BF", "BFA", "Burkina Faso"), ("BG", "BGR", "Bulgaria"),
    ("BH", "BHR", "Bahrain"), ("BI", "BDI", "Burundi"), ("BJ", "BEN", "Benin"), ("BL", "BLM", "St. Barthélemy"),
    ("BM", "BMU", "Bermuda"), ("BN", "BRN", "Brunei"), ("BO", "BOL", "Bolivia"),
    ("BQ", "BES", "Caribbean Netherlands"), ("BR", "BRA", "Brazil"), ("BS", "BHS", "Bahamas"),
    ("BT", "BTN", "Bhutan"), ("BV", "BVT", "Bouvet Island"), ("BW", "BWA", "Botswana"), ("BY", "BLR", "Belarus"),
    ("BZ", "BLZ", "Belize"), ("CA", "CAN", "Canada"), ("CC", "CCK", "Cocos (Keeling) Islands"),
    ("CD", "COD", "Congo - Kinshasa"), ("CF", "CAF", "Central African Republic"),
    ("CG", "COG", "Congo - Brazzaville"), ("CH", "CHE", "Switzerland"), ("CI", "CIV", "Côte d’Ivoire"),
    ("CK", "COK", "Cook Islands"), ("CL", "CHL", "Chile"), ("CM", "CMR", "Cameroon"), ("CN", "CHN", "China"),
    ("CO", "COL", "Colombia"), ("CR", "CRI", "Costa Rica"), ("CU", "CUB", "Cuba"), ("CV", "CPV", "Cape Verde"),
    ("CW", "CUW", "Curaçao"), ("CX", "CXR", "Christmas Island"), ("CY", "CYP", "Cyprus"), ("CZ", "CZE", "Czechia"),
    ("DE", "DEU", "Germany"), ("DJ", "DJI", "Djibouti"), ("DK", "DNK", "Denmark"), ("DM", "DMA", "Dominica"),
    ("DO", "DOM", "Dominican Republic"), ("DZ", "DZA", "Algeria"), ("EC", "ECU", "Ecuador"), ("EE", "EST", "Estonia"),
    ("EG", "EGY", "Egypt"), ("EH", "ESH", "Western Sahara"), ("ER", "ERI", "Eritrea"), ("ES", "ESP", "Spain"),
    ("ET", "ETH", "Ethiopia"), ("FI", "FIN", "Finland"), ("FJ", "FJI", "Fiji"), ("FK", "FLK", "Falkland Islands"),
    ("FM", "FSM", "Micronesia"), ("FO", "FRO", "Faroe Islands"), ("FR", "FRA", "France"), ("GA", "GAB", "Gabon"),
    ("GB", "GBR", "United Kingdom"), ("GD", "GRD", "Grenada"), ("GE", "GEO", "Georgia"),
    ("GF", "GUF", "French Guiana"), ("GG", "GGY", "Guernsey"), ("GH", "GHA", "Ghana"), ("GI", "GIB", "Gibraltar"),
    ("GL", "GRL", "Greenland"), ("GM", "GMB", "Gambia"), ("GN", "GIN", "Guinea"), ("GP", "GLP", "Guadeloupe"),
    ("GQ", "GNQ", "Equatorial Guinea"), ("GR", "GRC", "Greece"),
    ("GS", "SGS", "South Georgia & South Sandwich Islands"), ("GT", "GTM", "Guatemala"), ("GU", "GUM", "Guam"),
    ("GW", "GNB", "Guinea-Bissau"), ("GY", "GUY", "Guyana"), ("HK", "HKG", "Hong Kong SAR China"),
    ("HM", "HMD", "Heard & McDonald Islands"), ("HN", "HND", "Honduras"), ("HR", "HRV", "Croatia"),
    ("HT", "HTI", "Haiti"), ("HU", "HUN", "Hungary"), ("ID", "IDN", "Indonesia"), ("IE", "IRL", "Ireland"),
    ("IL", "ISR", "Israel"), ("IM", "IMN", "Isle of Man"), ("IN", "IND", "India"),
    ("IO", "IOT", "British Indian Ocean Territory"), ("IQ", "IRQ", "Iraq"), ("IR", "IRN", "Iran"),
    ("IS", "ISL", "Iceland"), ("IT", "ITA", "Italy"), ("JE", "JEY", "Jersey"), ("JM", "JAM", "Jamaica"),
    ("JO", "JOR", "Jordan"), ("JP", "JPN", "Japan"), ("KE", "KEN", "Kenya"), ("KG", "KGZ", "Kyrgyzstan"),
    ("KH", "KHM", "Cambodia"), ("KI", "KIR", "Kiribati"), ("KM", "COM", "Comoros"),
    ("KN", "KNA", "St. Kitts & Nevis"), ("KP", "PRK", "North Korea"), ("KR", "KOR", "South Korea"),
    ("KW", "KWT", "Kuwait"), ("KY", "CYM", "Cayman Islands"), ("KZ", "KAZ", "Kazakhstan"), ("LA", "LAO", "Laos"),
    ("LB", "LBN", "Lebanon"), ("LC", "LCA", "St. Lucia"), ("LI", "LIE", "Liechtenstein"), ("LK", "LKA", "Sri Lanka"),
    ("LR", "LBR", "Liberia"), ("LS", "LSO", "Lesotho"), ("LT", "LTU", "Lithuania"), ("LU", "LUX", "Luxembourg"),
    ("LV", "LVA", "Latvia"), ("LY", "LBY", "Libya"), ("MA", "MAR", "Morocco"), ("MC", "MCO", "Monaco"),
    ("MD", "MDA", "Moldova"), ("ME", "MNE", "Montenegro"), ("MF", "MAF", "St. Martin"), ("MG", "MDG", "Madagascar"),
    ("MH", "MHL", "Marshall Islands"), ("MK", "MKD", "North Macedonia"), ("ML", "MLI", "Mali"),
    ("MM", "MMR", "Myanmar (Burma)"), ("MN", "MNG", "Mongolia"), ("MO", "MAC", "Macao SAR China"),
    ("MP", "MNP", "Northern Mariana Islands"), ("MQ", "MTQ", "Martinique"), ("MR", "MRT", "Mauritania"),
    ("MS", "MSR", "Montserrat"), ("MT", "MLT", "Malta"), ("MU", "MUS", "Mauritius"), ("MV", "MDV", "Maldives"),
    ("MW", "MWI", "Malawi"), ("MX", "MEX", "Mexico"), ("MY", "MYS", "Malaysia"), ("MZ", "MOZ", "Mozambique"),
    ("NA", "NAM", "Namibia"), ("NC", "NCL", "New Caledonia"), ("NE", "NER", "Niger"), ("NF", "NFK", "Norfolk Island"),
    ("NG", "NGA", "Nigeria"), ("NI", "NIC", "Nicaragua"), ("NL", "NLD", "Netherlands"), ("NO", "NOR", "Norway"),
    ("NP", "NPL", "Nepal"), ("NR", "NRU", "Nauru"), ("NU", "NIU", "Niue"), ("NZ", "NZL", "New Zealand"),
    ("OM", "OMN", "Oman"), ("PA", "PAN", "Panama"), ("PE", "PER", "Peru"), ("PF", "PYF", "French Polynesia"),
    ("PG", "PNG", "Papua New Guinea"), ("PH", "PHL", "Philippines"), ("PK", "PAK", "Pakistan"),
    ("PL", "POL", "Poland"), ("PM", "SPM", "St. Pierre & Miquelon"), ("PN", "PCN", "Pitcairn Islands"),
    ("PR", "PRI", "Puerto Rico"), ("PS", "PSE", "Palestinian Territories"), ("PT", "PRT", "Portugal"),
    ("PW", "PLW", "Palau"), ("PY", "PRY", "Paraguay"), ("QA", "QAT", "Qatar"), ("RE", "REU", "Réunion"),
    ("RO", "ROU", "Romania"), ("RS", "SRB", "Serbia"), ("RU", "RUS", "Russia"), ("RW", "RWA", "Rwanda"),
    ("SA", "SAU", "Saudi Arabia"), ("SB", "SLB", "Solomon Islands"), ("SC", "SYC", "Seychelles"),
    ("SD", "SDN", "Sudan"), ("SE", "SWE", "Sweden"), ("SG", "SGP", "Singapore"), ("SH", "SHN", "St. Helena"),
    ("SI", "SVN", "Slovenia"), ("SJ", "SJM", "Svalbard & Jan Mayen"), ("SK", "SVK", "Slovakia"),
    ("SL", "SLE", "Sierra Leone"), ("SM", "SMR", "San Marino"), ("SN", "SEN", "Senegal"), ("SO", "SOM", "Somalia"),
    ("SR", "SUR", "Suriname"), ("SS", "SSD", "South Sudan"), ("ST", "STP", "São Tomé & Príncipe"),
    ("SV", "SLV", "El Salvador"), ("SX", "SXM", "Sint Maarten"), ("SY", "SYR", "Syria"), ("SZ", "SWZ", "Eswatini"),
    ("TC", "TCA", "Turks & Caicos Islands"), ("TD", "TCD", "Chad"), ("TF", "ATF", "French Southern Territories"),
    ("TG", "TGO", "Togo"), ("TH", "THA", "Thailand"), ("TJ", "TJK", "Tajikistan"), ("TK", "TKL", "Tokelau"),
    ("TL", "TLS", "Timor-Leste"), ("TM", "TKM", "Turkmenistan"), ("TN", "TUN", "Tunisia"), ("TO", "TON", "Tonga"),
    ("TR", "TUR", "Türkiye"), ("TT", "TTO", "Trinidad & Tobago"), ("TV", "TUV", "Tuvalu"), ("TW", "TWN", "Taiwan"),
    ("TZ", "TZA", "Tanzania"), ("UA", "UKR", "Ukraine"), ("UG", "UGA", "Uganda"),
    ("UM", "UMI", "U.S. Outlying Islands"), ("US", "USA", "United States"), ("UY", "URY", "Uruguay"),
    ("UZ", "UZB", "Uzbekistan"), ("VA", "VAT", "Vatican City"), ("VC", "VCT", "St. Vincent & Grenadines"),
    ("VE", "VEN", "Venezuela"), ("VG", "VGB", "British Virgin Islands"), ("VI", "VIR", "U.S. Virgin Islands"),
    ("VN", "VNM", "Vietnam"), ("VU", "VUT", "Vanuatu"), ("WF", "WLF", "Wallis & Futuna"), ("WS", "WSM", "Samoa"),
    ("YE", "YEM", "Yemen"), ("YT", "MYT", "Mayotte"), ("ZA", "ZAF", "South Africa"), ("ZM", "ZMB", "Zambia"),
    ("ZW", "ZWE", "Zimbabwe"),
];

#[cfg(test)]
mod tests {
    use super::names::{ALSO, FORMER};
    use super::*;

    #[test]
    fn the_table_is_whole_and_in_order() {
        assert_eq!(COUNTRIES.len(), 249);
        assert!(COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
        for country in Country::all() {
            assert_eq!(country.code().parse(), Ok(country));
            assert!(FORMER.iter().all(|(code, ..)| *code != country.code()), "{country} is assigned again");
        }
        let codes = FORMER.iter().flat_map(|(.., codes)| codes.split(' ')).chain(ALSO.iter().map(|(_, code)| *code));
        for code in codes {
            assert!(code.parse::<Country>().is_ok(), "{code}");
        }
        assert!(Country::all().is_sorted() && Country::all().count() == 249);
    }

    #[test]
    fn travels_through_serde() {
        let country: Country = serde_json::from_str("\"RU\"").unwrap();
        assert_eq!((country.code(), country.english_name()), ("RU", "Russia"));
        assert_eq!(serde_json::to_string(&country).unwrap(), "\"RU\"");
        assert!(serde_json::from_str::<Country>("\"ru\"").unwrap_err().to_string().contains("write `RU`"));
    }
}
