//! Unambiguous corrections of misspelt words of a closed list, which `--fix` may apply.

/// The word of `known` that `word` unambiguously means: it differs only in letter case, spaces, hyphens and
/// underscores, or is the only one at edit distance one. For keys and words of the content model, not for names, which
/// may differ by one letter.
pub(crate) fn certainly<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let mut respelled = known.iter().filter(|known| is_respelled(word, known));
    if let Some(first) = respelled.next() {
        return respelled.next().is_none().then_some(*first);
    }
    let is_long = |word: &str| (LEAST..=MOST).contains(&word.chars().count());
    let is_slip = |known: &&&str| is_long(known) && strsim::osa_distance(&word.to_lowercase(), known) == 1;
    if OF_OTHER_MAPS.contains(&word) {
        return None;
    }
    let mut slips = known.iter().filter(|_| is_long(word)).filter(is_slip);
    let first = slips.next()?;
    slips.next().is_none().then_some(*first)
}

/// Keys that are similar to keys of other maps, and so may be meant as they are: an organization that spoke is not one
/// that was spoken about.
const OF_OTHER_MAPS: [&str; 2] = ["organization", "office"];

/// The shortest word, in letters, in which one edit does not make another word.
const LEAST: usize = 5;

/// No word of a closed list is longer, in letters.
const MOST: usize = 60;

/// Longer input, in bytes, is not compared.
const LONGEST: usize = 400;

/// Whether two words differ only in letter case, spaces, hyphens and underscores: `Press conference`, `press-conference`.
pub(crate) fn is_respelled(one: &str, other: &str) -> bool {
    let letters = |word: &str| {
        let letters = word.chars().filter(|c| !matches!(c, '-' | '_') && !c.is_whitespace());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    one.len() <= LONGEST && letters(one) == letters(other) && !letters(one).is_empty()
}

#[cfg(test)]
mod tests {
    use super::certainly;

    #[test]
    fn only_what_is_certain() {
        let known = ["title", "date", "speakers", "responds_to", "press-conference", "name", "names", "from", "to"];
        for (word, certain) in [
            ("Title", Some("title")),
            ("respondsTo", Some("responds_to")),
            ("responds-to", Some("responds_to")),
            ("Press conference", Some("press-conference")),
            ("speaker", Some("speakers")),
            ("spaekers", Some("speakers")),
            ("titel", Some("title")),
            ("Nmaes", Some("names")),
            // Too short, or more than one edit.
            ("data", None),
            ("form", None),
            ("nam", None),
            ("spekaer", None),
            ("source_date", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(certainly(word, known), certain, "{word}");
        }
        assert_eq!(certainly("organization", ["organizations"]), None);
        assert_eq!(certainly("letter", ["letters", "lettera"]), None, "either could be meant");
    }
}
