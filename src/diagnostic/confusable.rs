//! Whether a recorded name may be suggested for an unknown one. Stricter than edit distance, because an author who
//! follows the suggestion must not attribute words to another state, organization or person: `Iraq` is never suggested
//! for `Iran`.

mod states;
mod word;

use super::phonetic::Phonetic;
use word::{is_same_word, tells_apart};

/// The kind of names, which decides how far suggestions may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// Of people: word order is free, and a part may stand for the whole.
    People,
    /// Of organizations, which can be speakers: every word is significant.
    Bodies,
    /// Of places and events: the same.
    Things,
}

/// Recognizes names of countries; passed in, since `entry` knows them.
pub(crate) type IsCountry = fn(&str) -> bool;

/// Whether `known` may be meant by `written`; `is_country` tells the names of countries.
pub(super) fn may_be_meant(written: &str, known: &str, named: NameKind, is_country: IsCountry) -> bool {
    let (mut mine, mut theirs) = (words(written), words(known));
    let join = |words: &[&str]| words.concat().to_lowercase();
    if join(&mine) == join(&theirs) {
        return true;
    }
    mine.retain(|word| !is_particle(word));
    theirs.retain(|word| !is_particle(word));
    if join(&mine) == join(&theirs) {
        return true;
    }
    let is_one = |one: &&str, other: &&str| is_same_word(one, other, named, is_country);
    let all = |mine: &[&str], theirs: &[&str]| mine.iter().zip(theirs).all(|(one, other)| is_one(one, other));
    if mine.is_empty() || theirs.is_empty() {
        return false;
    }
    if named != NameKind::People {
        // `Nations, United`, as in library catalogues.
        let is_catalogued = || written.contains(',') && is_turned(&mine, &theirs, &|one, other| one == other);
        return mine.len() == theirs.len() && (all(&mine, &theirs) || is_catalogued());
    }
    while mine.len() > theirs.len() && TITLES.contains(&mine[0].to_lowercase().as_str()) {
        mine.remove(0);
    }
    if mine.len() == theirs.len() {
        return all(&mine, &theirs) || is_turned(&mine, &theirs, &is_one);
    }
    if mine.len() > theirs.len() || theirs.iter().any(|word| tells_apart(word)) {
        return false;
    }
    let (start, end) = (&theirs[..mine.len()], &theirs[theirs.len() - mine.len()..]);
    let is_long = |word: &&str| word.chars().count() > 1;
    mine.iter().any(is_long) && (all(&mine, start) || all(&mine, end))
}

/// The only one of some names that may be meant by a word; none where several may.
pub(crate) fn only_meant<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
    named: NameKind,
    is_country: IsCountry,
) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let mut meant = known.iter().filter(|known| may_be_meant(written, known, named, is_country));
    let one = meant.next().filter(|_| meant.next().is_none())?;
    let sound = |word: &str| Phonetic::of(&word.to_lowercase());
    let written = sound(written);
    let edits = |known: &str| strsim::osa_distance(written.as_str(), sound(known).as_str());
    let away = edits(one);
    known.iter().all(|other| other == one || edits(other) > away).then_some(one)
}

/// Whether the words of a name are those of another in another order.
fn is_turned(mine: &[&str], theirs: &[&str], is_one: &impl Fn(&&str, &&str) -> bool) -> bool {
    let mut rest = theirs.to_vec();
    mine.iter().all(|word| {
        let at = rest.iter().position(|other| is_one(word, other));
        at.map(|at| rest.swap_remove(at)).is_some()
    })
}

/// Whether a name with these words is a part of one with those: its beginning or its end.
pub(crate) fn is_part_of_name(part: &str, whole: &str) -> bool {
    let lower = |text: &str| -> Vec<String> { words(text).iter().map(|word| word.to_lowercase()).collect() };
    let (part, whole) = (lower(part), lower(whole));
    !part.is_empty() && part.len() < whole.len() && (whole.starts_with(&part) || whole.ends_with(&part))
}

/// The words of a name. `OPEC+` is another body than `OPEC`.
fn words(name: &str) -> Vec<&str> {
    let is_of_word = |letter: char| {
        letter.is_alphanumeric()
            || matches!(letter, '+' | '\'' | '’' | '&')
            || unicode_normalization::char::is_combining_mark(letter)
    };
    name.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty()).collect()
}

/// Whether a word only joins others.
fn is_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    PARTICLES.contains(&word.as_str())
}

const PARTICLES: [&str; 21] = [
    "the", "a", "an", "of", "and", "&", "for", "de", "du", "des", "la", "le", "les", "der", "die", "das", "del", "el",
    "et", "und", "y",
];

/// Titles before names of people, which do not identify anybody.
const TITLES: [&str; 22] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "minister",
    "president",
    "ambassador",
    "senator",
    "chancellor",
    "premier",
    "secretary",
    "general",
    "herr",
    "frau",
    "господин",
    "госпожа",
    "министр",
    "президент",
];

#[cfg(test)]
mod tests {
    use super::NameKind;
    use crate::diagnostic::Vocabulary;

    fn near(word: &str, known: &[&str], named: NameKind) -> Option<String> {
        let is_country = |word: &str| ["Chad", "Oman", "Zambia", "Iran", "Iraq"].contains(&word);
        let known = Vocabulary::of_names(known.iter().copied(), named, is_country);
        known.nearest(word).map(|near| near.word.into())
    }

    #[test]
    fn never_another_state_body_or_event() {
        for (word, known) in [
            ("Iran", "Iraq"),
            ("Embassy of Austria", "Embassy of Australia"),
            ("Government of Niger", "Government of Nigeria"),
            ("Nigerian Army", "Nigerien Army"),
            ("Embassy of Slovenia", "Embassy of Slovakia"),
            ("Embassy of Zambia", "Embassy of Gambia"),
            ("Government of Iceland", "Government of Ireland"),
            ("Government of Sudan", "Government of South Sudan"),
            ("Government of South Sudan", "Government of Sudan"),
            ("Guinea", "Guinea-Bissau"),
            ("Guinea", "Equatorial Guinea"),
            ("Congo", "Democratic Republic of the Congo"),
            ("Republic of Korea", "Democratic People's Republic of Korea"),
            ("mfa-iran", "mfa-iraq"),
            ("МИД Ирана", "МИД Ирака"),
            ("МИД Австрии", "МИД Австралии"),
            ("Посольство Литвы", "Посольство Латвии"),
            ("Ambassade d'Iran", "Ambassade d'Irak"),
            ("Ministère de l'Intérieur", "Ministère de l'Extérieur"),
            ("G7", "G8"),
            ("g-7", "g-8"),
            ("UNHRC", "UNHCR"),
            ("unhrc", "unhcr"),
            ("OPEC", "OPEC+"),
            ("OPEC+", "OPEC"),
            ("European Council", "Council of Europe"),
            ("Security Council", "National Security Council"),
            ("National Security Council", "Security Council"),
            ("Ministry of the Exterior", "Ministry of the Interior"),
            ("Deputy Foreign Ministry", "Foreign Ministry"),
            ("中国外交部", "美国外交部"),
            ("Summit 2006", "Summit 2007"),
        ] {
            assert_eq!(near(word, &[known], NameKind::Things), None, "{word}");
        }
    }

    #[test]
    fn never_another_person() {
        for (word, known) in [
            ("Tim Cook", "Jim Cook"),
            ("Yang Yi", "Wang Yi"),
            ("John Paul I", "John Paul II"),
            ("John Paul", "John Paul II"),
            ("Abdullah II", "Abdullah I"),
            ("abdullah-ii", "abdullah-i"),
            ("George W. Bush", "George H. W. Bush"),
            ("George W. Bush", "George H. Bush"),
            ("王沂", "王毅"),
            ("Pyotr Lavrov", "Lavrov"),
            ("Pyotr Lavrov", "Sergey Lavrov"),
            ("Ivanova", "Ivanov"),
            ("Ann Li", "Ann Lee"),
        ] {
            assert_eq!(near(word, &[known], NameKind::People), None, "{word}");
        }
    }

    #[test]
    fn slips_are_still_found() {
        for (word, known) in [
            ("Ministry of Foreign Affairs of Denmrak", "Ministry of Foreign Affairs of Denmark"),
            ("Minstry of Foreign Afairs of Denmark", "Ministry of Foreign Affairs of Denmark"),
            ("Ministry of Foreign Affairs, Denmark", "Ministry of Foreign Affairs of Denmark"),
            ("Министерство иностраных дел Дании", "Министерство иностранных дел Дании"),
            ("mfa-of-denmrak", "mfa-of-denmark"),
            ("Unitd Nations", "United Nations"),
            ("united nations", "united-nations"),
            ("Ministry of Defense", "Ministry of Defence"),
            ("Republic of Corea", "Republic of Korea"),
            ("mosow", "moscow"),
        ] {
            assert_eq!(near(word, &[known], NameKind::Things).as_deref(), Some(known), "{word}");
        }
        for (word, known) in [
            ("Serguei Lawrow", "Sergey Lavrov"),
            ("Lavrov", "Sergey Lavrov"),
            ("Lavrov, Sergey", "Sergey Lavrov"),
            ("Minister Lavrov", "Lavrov"),
            ("Сергея Лаврова", "Sergei Lavrov"),
            ("Сергей Лавров", "Sergey Lavrov"),
            ("محمد خالص", "Mohamed Khalis"),
            ("Ann Leee", "Ann Lee"),
            ("Hasan Ruhani", "Hassan Rouhani"),
        ] {
            assert_eq!(near(word, &[known], NameKind::People).as_deref(), Some(known), "{word}");
        }
    }
}
