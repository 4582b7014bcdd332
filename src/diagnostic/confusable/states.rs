//! The names of states that are near to those of others, in the forms that languages have.

/// The beginning of a country's name that a word has; of several, the longest.
pub(super) fn state(word: &str) -> Option<&'static str> {
    let latin = if word.is_ascii() { word.to_owned() } else { deunicode::deunicode(word).to_ascii_lowercase() };
    let latin = latin.trim_start_matches('\'');
    let stems = STATES.iter().flat_map(|stems| stems.split(' ').map(move |stem| (stem, stems)));
    let longest = stems.filter(|(stem, _)| latin.starts_with(stem)).max_by_key(|(stem, _)| stem.len());
    longest.map(|(_, stems)| *stems)
}

/// Beginnings of the names of states, and of what is called after them, that are near to those of others, in Latin letters
/// and as languages have them; one state a line.
const STATES: &[&str] = &[
    "iran iraan persia",
    "iraq irak iraak iraqi",
    "austri avstri autrich osterreich oesterreich vstryh onsttriya",
    "australi avstrali vstrlyh onsttreliya",
    "niger nigerien",
    "nigeri",
    "nigeria nigerii nigerij nigeriy nigerie",
    "sloven slovin szloven slvbnyh",
    "slovak slovach slovac slovaqu slowak szlovak slvbqyh",
    "slovensk",
    "slowen",
    "zambi sambi zambija",
    "gambi",
    "iceland islandi islande island islanti yslnd",
    "ireland irland irlandi irlanti irish yrlnd",
    "icelandic",
    "latvi lettland letton latysh",
    "lithuan litv litau lituan",
    "guinea gvinei gvineia guinee gouine gyn'h",
    "guyan gajan gaian guian gouian gy'nh gyn",
    "guyane",
    "ghan ghn",
    "mauriti mavriki mauric",
    "mauritan mavritan",
    "dominica",
    "dominican dominikan",
    "mali",
    "malawi",
    "malays malaiz malais",
    "malt",
    "tong",
    "tog",
    "indi",
    "indones",
    "libya libyan liviia livii liby",
    "liberi",
    "lebano livan liban",
    "serb",
    "swed shved shvets suede schwed uswidi",
    "switz shveits swiss suisse schweiz uswisi",
    "paragua",
    "urugua",
    "sudan",
    "georgi",
    "chin",
    "chil",
    "hungar venger",
    "albani lbny",
    "almani lmny",
    "angol angwl ngvlh ngwl",
    "anguil anguill angili angwyl ngvvylh ngwyl ngwy'yl",
    "gruzi",
    "grets grezi grec greec grtsi",
    "olasz",
    "orosz",
    "keni keny khyny",
    "kini",
    "khynydd",
    "cookeil cookoer",
    "cocoseil cocosoer",
    "marin",
    "martin",
];
