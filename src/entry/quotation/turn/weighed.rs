//! Which labels of a quotation begin turns, by all lines of it together.

use std::collections::{BTreeMap, BTreeSet};

use super::Turn;
use super::kind::{Kind, is_shouted, is_title};
use crate::naming::letters::name_words;

/// The turns of a quotation with this text. What may be a heading is a turn where somebody asks, where a question follows it,
/// where it comes again, or where another such label does. What looks like a name is one, unless the text has all its words
/// in small letters, too.
pub(in super::super) fn weighed(found: Vec<(Turn, Kind)>, text: &str) -> Vec<Turn> {
    if found.is_empty() {
        return Vec::new();
    }
    let is_dialogue = found.iter().any(|(_, kind)| *kind == Kind::Asker);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    found.iter().for_each(|(turn, _)| *times.entry(turn.label.to_lowercase()).or_default() += 1);
    let may_be: BTreeSet<&str> =
        found.iter().filter(|(_, kind)| *kind == Kind::Perhaps).map(|(turn, _)| turn.label.as_str()).collect();
    let (is_list, small) = (may_be.len() > 1, small_words(&found, text));
    let weigh = |(turn, kind): &(Turn, Kind)| {
        let comes_again = times.get(&turn.label.to_lowercase()).is_some_and(|times| *times > 1);
        // Of a line that is nothing but a name, records alone decide.
        let is_line = *kind == Kind::Heading && turn.sign.is_none();
        is_dialogue && !is_line
            || match kind {
                Kind::Asker => true,
                // Transcripts have labels in capitals.
                Kind::Name => comes_again || is_shouted(&turn.label) || !is_common(&turn.label, &small),
                Kind::Perhaps => turn.asks || comes_again || is_list,
                Kind::Heading => false,
            }
    };
    let sure: Vec<bool> = found.iter().map(weigh).collect();
    found.into_iter().zip(sure).map(|((turn, _), is_sure)| Turn { is_sure, ..turn }).collect()
}

/// The words that a text has in small letters; none where no label looks like a name.
fn small_words<'t>(found: &[(Turn, Kind)], text: &'t str) -> BTreeSet<&'t str> {
    if found.iter().all(|(_, kind)| *kind != Kind::Name) {
        return BTreeSet::new();
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// Whether all words of a label but titles are words that the text has in small letters.
fn is_common(label: &str, small: &BTreeSet<&str>) -> bool {
    let words = name_words(label);
    let mut names = words.iter().filter(|word| !is_title(word)).peekable();
    names.peek().is_some() && names.all(|word| small.contains(word.as_str()))
}
