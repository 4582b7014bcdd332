//! The home page, and pages about the chronicle itself.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Bars, Brief, Card, Edtf, Href, Html, ListPart, SharedValue, SmallTimeline, SubjectOf};
use crate::entry::statement;

/// The home page: `home.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Home<'a> {
    /// What `pages/home.md` says.
    pub(crate) intro: Option<Html>,
    /// The newest statements.
    pub(crate) rows: Html,
    /// Address of all statements.
    pub(crate) all: Option<Href>,
    pub(crate) total: usize,
    pub(crate) bars: Option<Bars>,
    /// Absent where there is no timeline, or there are less than two years or topics.
    pub(crate) timeline: Option<SmallTimeline>,
    /// Those with most statements.
    pub(crate) topics: Vec<Weighted>,
    pub(crate) all_topics: Overview,
    /// Those with most statements, by family name.
    pub(crate) people: Vec<Weighted>,
    pub(crate) all_people: Overview,
    /// Organizations and countries that made statements themselves.
    pub(crate) speaking: Vec<Weighted>,
    /// The newest in the record, of which the day is known, newest first.
    pub(crate) changes: Vec<Change<'a>>,
    /// Address of all changes.
    pub(crate) all_changes: Option<Href>,
    /// The longest chains.
    pub(crate) reiterated: Vec<Reiterated>,
}

/// All subjects of a kind that have statements.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "overview")]
pub(crate) struct Overview {
    pub(crate) count: usize,
    /// The page that lists them.
    pub(crate) address: Option<Href>,
}

/// A subject with its count of statements and a weight among others.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "weighted")]
pub(crate) struct Weighted {
    pub(crate) label: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    /// From 1 to 5.
    pub(crate) weight: usize,
}

/// The first statement of a chain.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "reiterated")]
pub(crate) struct Reiterated {
    pub(crate) card: SharedValue<Card<'static>>,
    pub(crate) count: usize,
    /// Of the chain.
    pub(crate) address: Option<Href>,
}

/// What stands where there is no page, which has nothing of its own: `404.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct NotFound {}

/// What changed in the record: `changes.html`; without what was only published the corrections log: `corrections.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Changes<'a> {
    /// Whose statements changed; absent where it is the whole chronicle.
    pub(crate) subject: Option<SubjectOf<'a>>,
    /// Newest first.
    pub(crate) changes: Vec<Change<'a>>,
    /// How many there are in all.
    pub(crate) total: usize,
    pub(crate) list_parts: Vec<ListPart>,
}

/// That a statement was published, corrected or withdrawn.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "change")]
pub(crate) struct Change<'a> {
    pub(crate) date: Edtf,
    /// For `<time>`.
    pub(crate) date_machine: Option<String>,
    /// A word of the content model for a correction, `published` or `withdrawal`.
    pub(crate) kind: &'static str,
    /// What was corrected, or why it was withdrawn.
    pub(crate) note: Option<Cow<'a, str>>,
    pub(crate) statement: SharedValue<Brief<'static>>,
}

/// The source ledger: `sources.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Sources<'a> {
    pub(crate) publishers: Vec<Publisher<'a>>,
    pub(crate) total: usize,
    pub(crate) listed: usize,
}

/// A publisher with its sources.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "publisher")]
pub(crate) struct Publisher<'a> {
    /// Absent where it is not known.
    pub(crate) label: Option<&'a str>,
    pub(crate) count: usize,
    pub(crate) sources: Vec<LedgerSource<'a>>,
}

/// A source with the statements that rest on it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ledger_source")]
pub(crate) struct LedgerSource<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    pub(crate) kind: Option<statement::SourceKind>,
    pub(crate) date: Option<Edtf>,
    pub(crate) archived: Option<&'a str>,
    /// The page of the kept text, where it has one.
    pub(crate) text_address: Option<Href>,
    /// The newest 20.
    pub(crate) statements: Vec<SharedValue<Card<'static>>>,
}

/// A kept text of a source, or a part of it: `source-text.html`. What the text says is nobody's by being here: who said what
/// is on the pages of the statements.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SourceText<'a> {
    /// What the source is called; without that, the name of the file.
    pub(crate) title: &'a str,
    pub(crate) publisher: Option<&'a str>,
    pub(crate) kind: Option<statement::SourceKind>,
    pub(crate) date: Option<Edtf>,
    pub(crate) url: Option<&'a str>,
    pub(crate) archived: Option<&'a str>,
    pub(crate) archived_on: Option<Edtf>,
    /// Absent where it is not known.
    pub(crate) text_language: Option<&'a str>,
    /// Paragraphs. The words of a quotation are `<mark>`; at its beginning stands the anchor `<id of the statement>-q1`, and
    /// behind its words `<sup class="reference"><a href="…#q1" aria-describedby="statement-1">1</a></sup>`, where
    /// `statement-1` is the statement with this number in `statements`.
    pub(crate) text: Html,
    /// The statements whose quotations are marked, in the order of their numbers; in the first part also others that rest on
    /// the text, of which at most 50 are listed.
    pub(crate) statements: Vec<TextStatement<'a>>,
    pub(crate) listed: usize,
    /// How many rest on the text.
    pub(crate) total: usize,
    /// How many quotations of this part have no mark: a page marks at most 300.
    pub(crate) unmarked: usize,
    /// All parts of the text; none where it is whole.
    pub(crate) parts: Vec<TextPart>,
}

/// A statement that rests on a kept text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "text_statement")]
pub(crate) struct TextStatement<'a> {
    /// Absent where nothing of it is marked on the page.
    pub(crate) number: Option<usize>,
    pub(crate) label: &'a str,
    pub(crate) address: Option<Href>,
    pub(crate) date: Edtf,
}

/// A part of a kept text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "text_part")]
pub(crate) struct TextPart {
    /// From 1 on.
    pub(crate) number: usize,
    pub(crate) address: Option<Href>,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

/// What is and is not recorded: `coverage.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Coverage {
    /// What `pages/coverage.md` says.
    pub(crate) body: Option<Html>,
    pub(crate) bars: Option<Bars>,
    pub(crate) totals: Totals,
    pub(crate) people: Vec<Recorded>,
    pub(crate) fidelity: Vec<FidelityCount>,
    /// Years between the first and the last without an entry.
    pub(crate) empty_years: Vec<i32>,
}

/// How much is recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "totals")]
pub(crate) struct Totals {
    pub(crate) statements: usize,
    pub(crate) people: usize,
    pub(crate) topics: usize,
    pub(crate) organizations: usize,
    /// The date of the first statement.
    pub(crate) first: Option<Edtf>,
    /// The date of the last statement.
    pub(crate) last: Option<Edtf>,
}

/// A person of whom statements are recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "recorded")]
pub(crate) struct Recorded {
    pub(crate) label: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    pub(crate) first: Option<Edtf>,
    pub(crate) last: Option<Edtf>,
}

/// How many statements are recorded in a way.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "fidelity_count")]
pub(crate) struct FidelityCount {
    pub(crate) key: statement::Fidelity,
    pub(crate) count: usize,
}

/// A prose page: `prose.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Prose<'a> {
    pub(crate) title: &'a str,
    pub(crate) body: Html,
}
