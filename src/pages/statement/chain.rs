//! Chains of reiterations and gaps in time, as values. A chain can be as long as the chronicle, so that each of its
//! statements can show only what is near; `chain_page` is the page that has all of it.

use crate::address::Address;
use crate::chronicle::{Chronicle, Record, Relation, RelationKind, SHORT_CHAIN, StatementId, near_in_chain};
use crate::entry::date::{self, Precision};
use crate::pages::PageBuilder;
use crate::views::{Chain, ChainLink, Gap};

/// The most chains on the page of a subject.
const CHAINS: usize = 10;

/// How many statements that are earlier than the first of a long chain may be added while the old addresses of its parts
/// still redirect. Without a limit each part would have a redirect for each statement, quadratic in the length of the chain.
const EARLIER: usize = 20;

/// The addresses that redirect to the page of a chain or to one of its parts, counted from 0, with the chain's first
/// statement: those of each other member, since a chain gets another first statement when an earlier one is found, and
/// those of former ids.
pub(crate) fn ways(chronicle: &Chronicle) -> impl Iterator<Item = (Address, StatementId, usize)> {
    let others = chronicle.chains().flat_map(move |members| {
        let of = move |at: usize| ways_of(chronicle[members[at]].entry.id.as_str(), members, at);
        (1..members.len()).flat_map(of)
    });
    let former = chronicle.former_ids().iter().flat_map(move |(old, record)| {
        let Record::Statement(id) = record else { return None };
        let members = chronicle.members(*id);
        members.binary_search(id).ok().map(|at| ways_of(old.as_str(), members, at))
    });
    others.chain(former.flatten())
}

/// The addresses that a chain had when the member at a position, under this id, was its first.
fn ways_of<'a>(
    id: &'a str,
    members: &'a [StatementId],
    at: usize,
) -> impl Iterator<Item = (Address, StatementId, usize)> + use<'a> {
    let parts = if at <= EARLIER { parts(members.len() - at) } else { 1 };
    (0..parts).map(move |part| (of_part(Address::page(["chains", id]), part), members[0], part))
}

/// How many statements are on one page of a chain.
pub(crate) const PART: usize = 200;

/// How many pages a chain of so many statements has.
pub(crate) fn parts(count: usize) -> usize {
    count.div_ceil(PART)
}

/// The address of the page of a chain, or of its next parts.
pub(crate) fn of_part(first: Address, part: usize) -> Address {
    if part == 0 { first } else { first.below(&(part + 1).to_string()) }
}

/// The address of the page of a chain by its first statement.
pub(crate) fn of_first(chronicle: &Chronicle, first: StatementId) -> Address {
    Address::page(["chains", chronicle[first].entry.id.as_str()])
}

/// The chain of a statement, as its page shows it; nothing where it has none.
pub(crate) fn of_statement<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<Chain> {
    let members = builder.chronicle.members_around(id);
    let at = members.binary_search(&id).ok()?;
    Some(chain(builder, members, None, near_in_chain(members.len(), at), Some(id)))
}

/// Whether the chain on the page of a statement says what one of its relations does: that the one of the two reiterates the
/// other, who says so, and in which words.
pub(crate) fn says(builder: &PageBuilder<'_>, id: StatementId, relation: &Relation) -> bool {
    if relation.kind != RelationKind::Reiterates {
        return false;
    }
    let members = builder.chronicle.members_around(id);
    let shown = |other: StatementId| {
        let at = members.binary_search(&id).ok()?;
        near_in_chain(members.len(), at).find(|at| members[*at] == other)
    };
    // What a statement reiterates is said once, of the first.
    let said = builder.chronicle.link(if relation.inverse { relation.other } else { id }, None);
    let is_same_note = relation.note.is_none() || relation.note == said.note;
    shown(relation.other).is_some() && said.by == Some(relation.by) && is_same_note
}

/// The longest chains that some statements belong to, each with its first and last statements.
pub(crate) fn of_statements<'a>(builder: &PageBuilder<'a>, ids: &[StatementId]) -> Vec<Chain> {
    let ends = |count: usize| if count <= SHORT_CHAIN { 0..0 } else { SHORT_CHAIN / 2..count - SHORT_CHAIN / 2 };
    let shorten = |members: &[StatementId]| {
        let left_out = ends(members.len());
        let shown = (0..members.len()).filter(|at| !left_out.contains(at));
        chain(builder, members, None, shown, None)
    };
    builder.chronicle.chains_of(ids).into_iter().take(CHAINS).map(shorten).collect()
}

/// A chain with the statements at some positions, in order, after the one at `before`; `current` is the statement whose
/// page it is on.
pub(crate) fn chain<'a>(
    builder: &PageBuilder<'a>,
    members: &[StatementId],
    mut before: Option<usize>,
    shown: impl Iterator<Item = usize>,
    current: Option<StatementId>,
) -> Chain {
    let mut links = Vec::new();
    for at in shown {
        let link = builder.chronicle.link(members[at], before.map(|before| members[before]));
        links.push(ChainLink {
            statement: builder.brief(link.statement),
            current: Some(link.statement) == current,
            gap: link.gap.map(gap),
            by: link.by.map(|by| by.word()),
            note: link.note.map(String::from),
            depth: at,
            skipped: at - before.map_or(0, |before| before + 1),
        });
        before = Some(at);
    }
    Chain {
        address: members.first().and_then(|first| builder.href(&of_first(builder.chronicle.ids(), *first))),
        count: members.len(),
        more: members.len() - before.map_or(0, |before| before + 1),
        links,
    }
}

/// A span of time in whole units, the finest of which is `unit`: zero days means the same day, zero years only the same
/// year.
pub(crate) fn gap(gap: date::Gap) -> Gap {
    let date::Gap { years, months, days, unit } = gap;
    let unit = match unit {
        Precision::Day => "day",
        Precision::Month => "month",
        _ => "year",
    };
    Gap { years, months, days, unit }
}
