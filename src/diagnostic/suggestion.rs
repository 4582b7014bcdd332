//! Suggestions for unknown words: the nearest known word by edit distance, or by sound, since names from other scripts
//! are transliterated in many ways.

use std::collections::HashMap;
use std::sync::Mutex;

use super::confusable::{IsCountry, NameKind, may_be_meant};
use super::distinct_words::may_be_one;
use super::phonetic::Phonetic;

use crate::sync;

/// The help for a word that is not in a closed vocabulary: the nearest of `known`.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known).map(|near| format!("write `{near}`"))
}

/// The word of `known` nearest to `word`, if one is near.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<(&str, Spelling)> = known.into_iter().map(|known| (known, Spelling::of(known))).collect();
    best(word, known.iter().map(|(word, spelling)| (*word, spelling)), |_| true).map(|near| near.word)
}

/// Known words, indexed for many lookups.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    known: Vec<(Box<str>, Spelling)>,
    /// For names of records: their kind, and the test for names of countries.
    named: Option<(NameKind, IsCountry)>,
    /// Cache of lookups, since many records may have the same mistake.
    asked: Mutex<HashMap<String, Option<Near<Box<str>>>>>,
}

/// A known word that is near to a wrong one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Near<W> {
    /// How far it is: less is nearer.
    pub(crate) distance: u32,
    pub(crate) word: W,
}

impl Vocabulary {
    /// The vocabulary of these words.
    pub(crate) fn of<'a>(known: impl IntoIterator<Item = &'a str>) -> Vocabulary {
        let known = known.into_iter().map(|word| (word.into(), Spelling::of(word))).collect();
        Vocabulary { known, named: None, asked: Mutex::default() }
    }

    /// A vocabulary of names of records, for which [`NameKind`] restricts suggestions.
    pub(crate) fn of_names<'a>(
        known: impl IntoIterator<Item = &'a str>,
        named: NameKind,
        is_country: IsCountry,
    ) -> Vocabulary {
        Vocabulary { named: Some((named, is_country)), ..Vocabulary::of(known) }
    }

    /// The word nearest to `word`, if one is near.
    pub(crate) fn nearest(&self, word: &str) -> Option<Near<Box<str>>> {
        let asked = || sync::lock(&self.asked);
        if let Some(answer) = asked().get(word) {
            return answer.clone();
        }
        let may_be =
            |known: &str| self.named.is_none_or(|(named, is_country)| may_be_meant(word, known, named, is_country));
        let near = best(word, self.known.iter().map(|(word, spelling)| (&**word, spelling)), may_be);
        let near = near.map(|near| Near { distance: near.distance, word: near.word.into() });
        asked().insert(word.to_owned(), near.clone());
        near
    }
}

/// Ties are resolved alphabetically, so that the output is deterministic.
fn best<'a, 's>(
    word: &str,
    known: impl Iterator<Item = (&'a str, &'s Spelling)>,
    may_be_meant: impl Fn(&str) -> bool,
) -> Option<Near<&'a str>> {
    // No typo is that long, and comparing takes quadratic time.
    if word.len() > LONGEST {
        return None;
    }
    let wanted = Spelling::of(word);
    if wanted.letters == 0 {
        return None;
    }
    // On a tie, prefer an id for an id and a name for a name.
    let near = |distance: u32, word: &'a str, known: &Spelling| {
        let other_form = u32::from(known.is_id != wanted.is_id);
        Near { distance: distance + other_form, word }
    };
    let mut best: Option<Near<&str>> = None;
    let mut others = Vec::new();
    for (word, known) in known.filter(|(word, _)| word.len() <= LONGEST) {
        let is_nearer = |distance: &u32| best.as_ref().is_none_or(|best| *distance <= best.distance);
        let rough = wanted.rough(known).filter(is_nearer).filter(|_| may_be_meant(word));
        let rough = rough.map(|distance| near(distance, word, known));
        best = [best, rough].into_iter().flatten().min();
        let least = wanted.sound.least_edits(&known.sound);
        if least <= wanted.limit() {
            others.push((least, word, known));
        }
    }
    // Edit distance is expensive: candidates are sorted by a lower bound, and the search stops when no better one is
    // possible.
    others.sort_unstable_by_key(|(least, word, _)| (*least, *word));
    for (least, word, known) in others {
        if best.as_ref().is_some_and(|best| best.distance < EDIT.saturating_mul(least)) {
            break;
        }
        let exact = wanted.edits(known).filter(|_| wanted.may_be(known) && may_be_meant(word));
        let exact = exact.map(|distance| near(distance, word, known));
        best = [best, exact].into_iter().flatten().min();
    }
    best
}

/// The longest word that is compared, in bytes.
const LONGEST: usize = 400;

/// The weight of an edit: distances are in hundredths of edits, so that rougher matches can rank slightly lower.
const EDIT: u32 = 100;

/// A word prepared for comparison.
#[derive(Debug)]
struct Spelling {
    /// In lower case.
    written: String,
    letters: u32,
    /// Whether it has the form of an id or a key, and not that of a name.
    is_id: bool,
    sound: Phonetic,
}

impl Spelling {
    fn of(word: &str) -> Spelling {
        let written = word.trim().to_lowercase();
        let letters = u32::try_from(written.chars().count()).unwrap_or(u32::MAX);
        let is_id = word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
        Spelling { sound: Phonetic::of(&written), written, letters, is_id }
    }

    /// A third of the letters may differ.
    fn limit(&self) -> u32 {
        self.letters.max(3) / 3
    }

    /// Whether the words in which both differ are similar.
    fn may_be(&self, known: &Spelling) -> bool {
        let foreign = self.sound.is_foreign() || known.sound.is_foreign();
        let by_sound = || may_be_one(self.sound.as_str(), known.sound.as_str(), foreign);
        // The phonetic form of a short word has too few letters.
        let words = |word: &Spelling| word.written.replace(['-', '_'], " ");
        known.written.starts_with(&self.written) || by_sound() || may_be_one(&words(self), &words(known), foreign)
    }

    /// The distance by shared parts, in hundredths of edits.
    fn rough(&self, known: &Spelling) -> Option<u32> {
        let starts = known.written.strip_prefix(&self.written).filter(|_| self.letters > 1);
        let starts = starts.map(|rest| if rest.starts_with([' ', '-']) { 75 } else { 250 });
        let is_part = |part: &Spelling, whole: &Spelling| part.letters > 3 && whole.sound.has_words(&part.sound);
        let part = is_part(self, known).then_some(100);
        let whole = (is_part(known, self) && self.sound.is_titled(&known.sound)).then_some(125);
        let consonants = (self.sound.has_consonants_of(&known.sound) && self.may_be(known)).then_some(175);
        [starts, part, whole, consonants].into_iter().flatten().min()
    }

    /// The edit distance, if within the limit, in hundredths of edits.
    fn edits(&self, known: &Spelling) -> Option<u32> {
        let within = |edits: usize| u32::try_from(edits).ok().filter(|edits| *edits <= self.limit());
        let written = (self.letters.abs_diff(known.letters) <= self.limit())
            .then(|| within(strsim::osa_distance(&self.written, &known.written)))
            .flatten();
        let sound = within(strsim::osa_distance(self.sound.as_str(), known.sound.as_str()));
        let turned = self.sound.in_order().zip(known.sound.in_order());
        let turned = turned.and_then(|(one, other)| within(strsim::osa_distance(one, other)));
        let distances = [written.map(|edits| edits * EDIT), sound.map(|edits| edits * EDIT + 25)];
        distances.into_iter().chain([turned.map(|edits| edits * EDIT + 50)]).flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const NAMES: [&str; 12] = [
        "Sergey Lavrov",
        "Sergei Lavrov",
        "Lavrov",
        "sergey-lavrov",
        "Mohamed Khalis",
        "Khrushchev",
        "Xi Jinping",
        "Boris Yeltsin",
        "Hassan Rouhani",
        "Volodymyr Zelenskyy",
        "Muammar Gaddafi",
        "Wang Yi",
    ];

    fn assert_near(known: &[&str], cases: &[(&str, Option<&str>)]) {
        for (word, near) in cases {
            assert_eq!(nearest(word, known.iter().copied()), *near, "{word}");
        }
    }

    #[test]
    fn names_in_other_letters_and_other_spellings() {
        assert_near(
            &NAMES,
            &[
                ("Lawrow", Some("Lavrov")),
                ("Lavroff", Some("Lavrov")),
                ("Лавров", Some("Lavrov")),
                ("Сергей Лавров", Some("Sergei Lavrov")),
                ("Сергея Лаврова", Some("Sergei Lavrov")),
                ("سيرغي لافروف", Some("Sergei Lavrov")),
                ("Sergej Lawrow", Some("Sergei Lavrov")),
                ("Serguei Lavrov", Some("Sergei Lavrov")),
                ("Lavrov, Sergey", Some("Sergei Lavrov")),
                ("lavrov-sergei", Some("sergey-lavrov")),
                ("Minister Lavrov", Some("Lavrov")),
                ("Muhammad Khaliss", Some("Mohamed Khalis")),
                ("محمد خالص", Some("Mohamed Khalis")),
                ("Khalis", Some("Mohamed Khalis")),
                ("Хрущёв", Some("Khrushchev")),
                ("Chruschtschow", Some("Khrushchev")),
                ("Си Цзиньпин", Some("Xi Jinping")),
                ("Jelzin", Some("Boris Yeltsin")),
                ("Hasan Ruhani", Some("Hassan Rouhani")),
                ("Zelensky", Some("Volodymyr Zelenskyy")),
                ("Moammar Qadhafi", Some("Muammar Gaddafi")),
                ("王毅", Some("Wang Yi")),
                ("Angela Merkel", None),
                ("", None),
            ],
        );
    }

    #[test]
    fn slips_of_the_pen() {
        let places = ["moscow", "minsk", "Iraq", "Iran nuclear programme", "Islamic world", "united-nations"];
        assert_near(
            &places,
            &[
                ("mosow", Some("moscow")),
                ("moscwo", Some("moscow")),
                ("misnk", Some("minsk")),
                ("Irak", Some("Iraq")),
                ("Ираq", Some("Iraq")),
                ("iran", Some("Iran nuclear programme")),
                ("islam", Some("Islamic world")),
                ("Islamik-world", Some("Islamic world")),
                ("nations-united", Some("united-nations")),
                ("xy", None),
                ("fidelity", None),
            ],
        );
        assert_near(
            &["title", "date", "speakers", "sources"],
            &[
                ("speaker", Some("speakers")),
                ("spaekers", Some("speakers")),
                ("source_date", Some("date")),
                ("author", None),
            ],
        );
        assert_near(&["b", "a"], &[("c", Some("a"))]);
    }
}
