//! Known names in running text.

use std::collections::BTreeMap;
use std::ops::Range;

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention<I> {
    /// Where, in bytes.
    pub(super) range: Range<usize>,
    /// What it stands for.
    pub(super) of: I,
}

/// Whether letter case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `UN` is not `un`: for names.
    Counts,
    /// For subjects.
    Ignored,
}

/// The names in a text, whole words only, in order; where several begin at one place, the longest. Dashes, apostrophes
/// and white space count as their plain forms.
pub(super) fn find<I: Clone>(text: &str, names: &[(I, &str)], case: Case) -> Vec<Mention<I>> {
    let (characters, offsets) = plain(text, case);
    let mut by_first: BTreeMap<char, Vec<(Vec<char>, &I)>> = BTreeMap::new();
    for (of, name) in names {
        let (name, _) = plain(name.trim(), case);
        if name.len() > 1 {
            by_first.entry(name[0]).or_default().push((name, of));
        }
    }
    let starts_word = |at: usize| at == 0 || !characters[at - 1].is_alphanumeric();
    let ends_word = |end: usize| characters.get(end).is_none_or(|next| !next.is_alphanumeric());
    let mut found: Vec<(usize, usize, &I)> = Vec::new();
    for at in (0..characters.len()).filter(|at| starts_word(*at)) {
        for (name, of) in by_first.get(&characters[at]).into_iter().flatten() {
            if characters[at..].starts_with(name) && ends_word(at + name.len()) {
                found.push((at, at + name.len(), of));
            }
        }
    }
    found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut mentions: Vec<Mention<I>> = Vec::new();
    for (start, end, of) in found {
        if mentions.last().is_none_or(|last| last.range.end <= offsets[start]) {
            mentions.push(Mention { range: offsets[start]..offsets[end], of: of.clone() });
        }
    }
    mentions
}

/// The characters of a text in plain form, and the byte each begins at (and where the text ends).
fn plain(text: &str, case: Case) -> (Vec<char>, Vec<usize>) {
    let (mut characters, mut offsets) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        let c = match c {
            '’' | 'ʼ' | '‘' => '\'',
            '–' | '—' | '‑' | '−' => '-',
            c if c.is_whitespace() => ' ',
            // A letter whose other case is several letters keeps its own.
            c if case == Case::Ignored => {
                Some(c.to_lowercase()).filter(|l| l.len() == 1).and_then(|mut l| l.next()).unwrap_or(c)
            }
            c => c,
        };
        characters.push(c);
        offsets.push(at);
    }
    offsets.push(text.len());
    (characters, offsets)
}

#[cfg(test)]
mod tests {
    use super::{Case, find};

    #[test]
    fn whole_names_the_longest_first() {
        let names = [
            (1, "Lavrov"),
            (1, "Sergei Lavrov"),
            (2, "UN"),
            (3, "United Nations"),
            (4, "Russia - Islamic World Group"),
            (5, ""),
        ];
        let text = "Sergei Lavrov’s UN visit: Lavrova, the United\nNations, the Russia – Islamic World Group; un, FUN";
        let found = find(text, &names, Case::Counts);
        let found: Vec<_> = found.iter().map(|mention| (mention.of, &text[mention.range.clone()])).collect();
        assert_eq!(
            found,
            [(1, "Sergei Lavrov"), (2, "UN"), (3, "United\nNations"), (4, "Russia – Islamic World Group")]
        );
        let found = find("the islamic World", &[(1, "Islamic world")], Case::Ignored);
        assert_eq!(found.len(), 1);
        assert_eq!(find("Islamic world", &[(1, "Islamic World")], Case::Counts), []);
    }
}
