//! The words of the statements of a chain side by side: of each that says something again, the quotation that is nearest to
//! one of the statement that it reiterates, with what is worded otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use crate::chronicle::{Speaker, StatementId};
use crate::language::Language;
use crate::pages::statement::differences::{Comparison, Tokens};
use crate::pages::statement::quoted::{Quoted, Words, quoted};
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Wording, Wordings};

/// The most characters of words on a page of a chain; what would be more is left to the pages of the statements.
const LONGEST_PAGE: usize = 80_000;

/// The most quotations of a statement of which the nearest is looked for.
const MOST_QUOTATIONS: usize = 10;

/// A quotation to be compared.
struct Candidate<'a> {
    anchor: u32,
    speakers: &'a [Speaker],
    words: Words,
    /// None where it is too long to be compared.
    tokens: Option<Tokens>,
}

/// The quotations of a statement.
struct Candidates<'a> {
    first: Vec<Candidate<'a>>,
    count: usize,
}

/// The statements whose files were read for a page.
struct Reader<'b, 'a> {
    builder: &'b PageBuilder<'a>,
    read: BTreeMap<StatementId, Rc<Candidates<'a>>>,
}

impl<'a> Reader<'_, 'a> {
    fn quotations(&mut self, id: StatementId) -> Result<Rc<Candidates<'a>>, ViewError> {
        if let Some(known) = self.read.get(&id) {
            return Ok(Rc::clone(known));
        }
        // What may be somebody else's is set beside nothing.
        let all: Vec<Quoted<'a>> =
            quoted(self.builder, id)?.into_iter().filter(|one| !one.speakers.is_empty()).collect();
        let all: Vec<Quoted<'a>> = all.into_iter().filter(|one| one.quotation.has_own_words()).collect();
        let count = all.len();
        let candidate = |one: Quoted<'a>| {
            let words = Words::of(&one.quotation);
            let tokens = if words.is_cut { None } else { Tokens::of(&words.text, words.own()) };
            Candidate { anchor: one.anchor, speakers: one.speakers, words, tokens }
        };
        let first = all.into_iter().take(MOST_QUOTATIONS).map(candidate).collect();
        let found = Rc::new(Candidates { first, count });
        self.read.insert(id, Rc::clone(&found));
        Ok(found)
    }
}

/// The words of some statements of a chain, in their order, each beside those of the one that it reiterates.
pub(super) fn wordings<'a>(builder: &PageBuilder<'a>, ids: &[StatementId]) -> Result<Vec<Wordings<'a>>, ViewError> {
    let mut reader = Reader { builder, read: BTreeMap::new() };
    let (mut beside, mut all) = (BTreeSet::new(), Vec::with_capacity(ids.len()));
    let mut length = 0;
    for id in ids {
        let own = reader.quotations(*id)?;
        length += own.first.iter().map(|one| one.words.text.chars().count()).max().unwrap_or_default();
        if length > LONGEST_PAGE && own.count > 0 {
            all.push(Wordings { compared: Some("too_long"), more: own.count, ..Wordings::default() });
            continue;
        }
        let Some(first) = own.first.first() else {
            let key = if builder.chronicle[*id].is_withdrawn() { "withdrawn" } else { "no_quotation" };
            all.push(Wordings { compared: Some(key), ..Wordings::default() });
            continue;
        };
        let own_alone = || alone(builder, *id, first, &own);
        all.push(match builder.chronicle.link(*id, None).to {
            Some(other) => match reader.quotations(other)? {
                earlier if earlier.first.is_empty() => Wordings { compared: Some("nothing_before"), ..own_alone() },
                earlier => {
                    let found = compared(builder, (other, &earlier), (*id, &own));
                    beside.extend(found.earlier.is_some().then_some(other));
                    found
                }
            },
            None => own_alone(),
        });
    }
    // What stands beside words that say it again is not shown alone.
    let is_beside = |(id, of): &(&StatementId, &mut Wordings<'_>)| of.compared.is_none() && beside.contains(*id);
    ids.iter().zip(&mut all).filter(is_beside).for_each(|(_, of)| *of = Wordings::default());
    Ok(all)
}

fn alone<'a>(builder: &PageBuilder<'a>, id: StatementId, first: &Candidate<'a>, all: &Candidates<'a>) -> Wordings<'a> {
    Wordings { later: Some(wording(builder, id, first, &[])), more: all.count - 1, ..Wordings::default() }
}

/// The words of a statement beside those that they are nearest to.
fn compared<'a>(
    builder: &PageBuilder<'a>,
    (earlier_id, earlier): (StatementId, &Candidates<'a>),
    (later_id, later): (StatementId, &Candidates<'a>),
) -> Wordings<'a> {
    let language = |id: StatementId| builder.chronicle.get(id).entry.fields.language.as_ref();
    let site = &builder.config.language;
    let [before, after] = [earlier_id, later_id].map(|id| language(id).unwrap_or(site));
    let is_one_language = is_comparable(before, after);
    let are_own = [earlier_id, later_id].iter().all(|id| builder.chronicle[*id].has_own_words());
    let (nearness, [from, to]) = nearest(builder, earlier, later, is_one_language);
    let (key, marks) = match (&from.tokens, &to.tokens) {
        _ if !is_one_language => ("languages", None),
        _ if !are_own => ("not_own", None),
        (Some(from), Some(to)) => match from.compared(to) {
            Comparison::Same => ("same", None),
            Comparison::Unlike => ("unlike", None),
            Comparison::Different(marks) => ("different", Some(marks)),
        },
        _ => ("too_long", None),
    };
    let [gone, new] = marks.unwrap_or_default();
    // Which of several quotations this one says again is not known where they have no word in common.
    let is_the_one = nearness > 0 || earlier.count == 1;
    Wordings {
        earlier: is_the_one.then(|| wording(builder, earlier_id, from, &gone)),
        later: Some(wording(builder, later_id, to, &new)),
        compared: Some(key),
        more: later.count - 1,
    }
}

/// Whether words of two languages can be compared: they are one, in the same script as far as that is said.
fn is_comparable(one: &Language, other: &Language) -> bool {
    let scripts = one.script().zip(other.script());
    one.primary() == other.primary() && scripts.is_none_or(|(one, other)| one == other)
}

/// The two quotations that have most words in common, and how many, of those of the same speakers if there are any; the first
/// ones where none have, or nothing can be compared.
fn nearest<'c, 'a>(
    builder: &PageBuilder<'_>,
    earlier: &'c Candidates<'a>,
    later: &'c Candidates<'a>,
    is_one_language: bool,
) -> (usize, [&'c Candidate<'a>; 2]) {
    let key = |speaker: &Speaker| builder.chronicle.ids().speaker_key(speaker);
    let keys = |all: &Candidates<'_>| -> Vec<BTreeSet<String>> {
        all.first.iter().map(|one| one.speakers.iter().map(key).collect()).collect()
    };
    let (before, after) = (keys(earlier), keys(later));
    let is_same = |from: usize, to: usize| !before[from].is_disjoint(&after[to]);
    let pairs = (0..later.first.len()).flat_map(|to| (0..earlier.first.len()).map(move |from| (from, to)));
    let same: Vec<(usize, usize)> = pairs.clone().filter(|(from, to)| is_same(*from, *to)).collect();
    let pairs = if same.is_empty() { pairs.collect() } else { same };
    let first = pairs.first().copied().unwrap_or_default();
    let mut best = (0, [&earlier.first[first.0], &later.first[first.1]]);
    if is_one_language {
        for (from, to) in pairs {
            let (from, to) = (&earlier.first[from], &later.first[to]);
            let nearness = from.tokens.as_ref().zip(to.tokens.as_ref()).map_or(0, |(from, to)| from.nearness(to));
            if nearness > best.0 {
                best = (nearness, [from, to]);
            }
        }
    }
    best
}

fn wording<'a>(
    builder: &PageBuilder<'a>,
    id: StatementId,
    of: &Candidate<'a>,
    changed: &[Range<usize>],
) -> Wording<'a> {
    let statement = builder.chronicle.get(id);
    let language = statement.entry.fields.language.as_ref().unwrap_or(&builder.config.language);
    Wording {
        statement: builder.brief(id),
        address: builder.quotation_href(id, of.anchor),
        speakers: of.speakers.iter().map(|speaker| builder.speaker_link(id, speaker)).collect(),
        fidelity: statement.entry.fields.fidelity.word(),
        language: language.as_str(),
        dir: language.direction().as_str(),
        paragraphs: of.words.paragraphs(changed),
        cut: of.words.is_cut,
    }
}

#[cfg(test)]
mod tests {
    use super::is_comparable;
    use crate::language::Language;

    #[test]
    fn languages_are_compared_with_themselves() {
        let of = |one: &str, other: &str| {
            let language = |tag: &str| tag.parse::<Language>().expect("a language");
            is_comparable(&language(one), &language(other))
        };
        assert!(of("en", "en-GB") && of("zh-Hans", "zh") && of("ru", "ru"));
        assert!(!of("en", "ru") && !of("sr-Latn", "sr-Cyrl") && !of("zh-Hans", "zh-Hant"));
    }
}
