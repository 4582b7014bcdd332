//! The nearest right answer to a wrong word.

/// The help for a word that is not in a closed vocabulary: the nearest of `known`, by edit distance.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known).map(|near| format!("write `{near}`"))
}

/// The word of `known` nearest to `word`, if one is near: at most a third of the letters differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() {
        return None;
    }
    let word = word.to_lowercase();
    let limit = word.chars().count().max(3) / 3;
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= limit || candidate.to_lowercase().starts_with(&word))
        .min()
        .map(|(_, candidate)| candidate)
}
