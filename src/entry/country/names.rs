//! Names and codes that are not in the table of ISO 3166-1, and what they stand for.

/// Aliases of countries in [`COUNTRIES`](super::COUNTRIES), normalized.
#[rustfmt::skip]
pub(super) const ALSO: &[(&str, &str)] = &[
    ("uk", "GB"), ("great britain", "GB"), ("britain", "GB"),
    ("united kingdom of great britain & northern ireland", "GB"),
    ("russian federation", "RU"), ("united states of america", "US"), ("u.s.", "US"), ("america", "US"),
    ("uae", "AE"), ("burma", "MM"), ("myanmar", "MM"), ("turkey", "TR"), ("ivory coast", "CI"),
    ("cote d'ivoire", "CI"), ("côte d'ivoire", "CI"), ("czech republic", "CZ"), ("swaziland", "SZ"),
    ("macedonia", "MK"), ("palestine", "PS"), ("state of palestine", "PS"), ("dr congo", "CD"), ("drc", "CD"),
    ("democratic republic of congo", "CD"), ("vatican", "VA"),
    ("holy see", "VA"), ("holland", "NL"), ("republic of korea", "KR"), ("rok", "KR"), ("dprk", "KP"),
    ("democratic people's republic of korea", "KP"), ("people's republic of china", "CN"), ("prc", "CN"),
    ("islamic republic of iran", "IR"), ("ksa", "SA"), ("syrian arab republic", "SY"), ("cabo verde", "CV"),
    ("east timor", "TL"), ("byelorussia", "BY"), ("moldavia", "MD"), ("kirghizia", "KG"), ("kirgizstan", "KG"),
    ("hong kong", "HK"), ("macau", "MO"), ("macao", "MO"), ("micronesia", "FM"), ("lao pdr", "LA"), ("viet nam", "VN"),
    ("brunei darussalam", "BN"), ("bosnia", "BA"), ("trinidad", "TT"),
    ("sao tome & principe", "ST"), ("st. vincent & the grenadines", "VC"), ("st. christopher & nevis", "KN"),
    ("republic of ireland", "IE"), ("eire", "IE"), ("republic of macedonia", "MK"), ("fyrom", "MK"),
    ("former yugoslav republic of macedonia", "MK"), ("republic of congo", "CG"), ("congo republic", "CG"),
    ("federated states of micronesia", "FM"), ("chinese taipei", "TW"), ("federal republic of germany", "DE"), ("persia", "IR"),
    ("siam", "TH"), ("ceylon", "LK"), ("western samoa", "WS"), ("us virgin islands", "VI"), ("new hebrides", "VU"),
];

/// Names shared by several countries, with their codes.
pub(super) const SEVERAL: &[(&str, &str)] = &[
    ("korea", "KP KR"),
    ("corea", "KP KR"),
    ("congo", "CD CG"),
    ("kongo", "CD CG"),
    ("virgin islands", "VG VI"),
    ("st. martin", "MF SX"),
    ("republic of china", "CN TW"),
    ("roc", "CN TW"),
];

/// Former states by their names, with the codes of their successors. A state that was only renamed is in [`ALSO`].
pub(super) const GONE: &[(&str, &str)] = &[
    ("ussr|u.s.s.r.|soviet union|union of soviet socialist republics", "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ"),
    (
        "yugoslavia|sfry|socialist federal republic of yugoslavia|federal republic of yugoslavia|kingdom of yugoslavia",
        "BA HR ME MK RS SI",
    ),
    ("serbia & montenegro", "ME RS"),
    ("czechoslovakia|czecho-slovakia", "CZ SK"),
    ("gdr|g.d.r.|ddr|east germany|german democratic republic", "DE"),
    ("frg|west germany", "DE"),
    ("south yemen|north yemen|democratic yemen|people's democratic republic of yemen", "YE"),
    ("south vietnam|north vietnam|republic of vietnam|democratic republic of vietnam", "VN"),
    ("netherlands antilles", "BQ CW SX"),
    ("zaire", "CD"),
    ("upper volta", "BF"),
    ("dahomey", "BJ"),
    ("rhodesia|southern rhodesia", "ZW"),
    ("northern rhodesia", "ZM"),
    ("tanganyika|zanzibar", "TZ"),
    ("united arab republic", "EG SY"),
    ("austria-hungary", "AT BA CZ HR HU SI SK"),
];

/// States with limited recognition, which have no code.
pub(super) const WITHOUT_CODE: &[&str] = &[
    "kosovo",
    "republic of kosovo",
    "abkhazia",
    "south ossetia",
    "transnistria",
    "northern cyprus",
    "turkish republic of northern cyprus",
    "somaliland",
    "nagorno-karabakh",
    "artsakh",
];

/// The European Union, which has a reserved code but is not a country.
pub(super) const UNIONS: &[&str] = &["eu", "e.u.", "european union"];

/// Parts of countries. What Scotland says is not said by the United Kingdom.
pub(super) const PARTS: &[(&str, &str)] =
    &[("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northern ireland", "GB")];

/// Prefixes of official names of states.
pub(super) const OFFICIAL: &[&str] = &[
    "republic",
    "federal republic",
    "islamic republic",
    "arab republic",
    "kingdom",
    "hashemite kingdom",
    "state",
    "commonwealth",
    "grand duchy",
    "principality",
    "sultanate",
    "co-operative republic",
    "democratic republic",
    "socialist republic",
    "people's republic",
    "united republic",
    "bolivarian republic",
    "plurinational state",
];

/// Withdrawn codes of ISO 3166-3 that were not reassigned: the code, the former name and the successors.
pub(super) const FORMER: &[(&str, &str, &str)] = &[
    ("AN", "Netherlands Antilles", "BQ CW SX"),
    ("BU", "Burma", "MM"),
    ("CS", "Czechoslovakia; Serbia and Montenegro", "CZ SK RS ME"),
    ("CT", "Canton and Enderbury Islands", "KI"),
    ("DD", "German Democratic Republic", "DE"),
    ("DY", "Dahomey", "BJ"),
    ("FQ", "French Southern and Antarctic Territories", "AQ TF"),
    ("FX", "Metropolitan France", "FR"),
    ("HV", "Upper Volta", "BF"),
    ("JT", "Johnston Island", "UM"),
    ("MI", "Midway Islands", "UM"),
    ("NH", "New Hebrides", "VU"),
    ("NQ", "Dronning Maud Land", "AQ"),
    ("NT", "Neutral Zone", "IQ SA"),
    ("PC", "Pacific Islands, Trust Territory", "FM MH MP PW"),
    ("PU", "US Miscellaneous Pacific Islands", "UM"),
    ("PZ", "Panama Canal Zone", "PA"),
    ("RH", "Southern Rhodesia", "ZW"),
    ("SU", "USSR", "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ"),
    ("TP", "East Timor", "TL"),
    ("VD", "Democratic Republic of Viet-Nam", "VN"),
    ("WK", "Wake Island", "UM"),
    ("YD", "Democratic Yemen", "YE"),
    ("YU", "Yugoslavia", "BA HR ME MK RS SI"),
    ("ZR", "Zaire", "CD"),
];
