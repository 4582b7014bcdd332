//! The page of a statement.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Bars, Brief, Card, Edtf, Group, Href, Html, Link, Merged, SharedValue, YearCount};
use crate::entry::statement;

/// Every statement: `statements.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Statements {
    pub(crate) years: Vec<YearCount>,
    pub(crate) total: usize,
    /// The newest ones where there are many.
    pub(crate) groups: Vec<Group>,
    pub(crate) bars: Option<Bars>,
}

/// A statement: `statement.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct StatementPage<'a> {
    /// What its front matter says and names no record, what its card has, and the rest.
    pub(crate) statement: Merged<statement::Statement, Merged<Card<'a>, Statement<'a>>>,
}

/// What the page of a statement has beside its front matter and its card; what names records is here as links.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Statement<'a> {
    pub(crate) speakers: Vec<Speaker<'a>>,
    pub(crate) event: Option<SharedValue<Link<'static>>>,
    pub(crate) place: Option<SharedValue<Link<'static>>>,
    pub(crate) audience: Vec<Addressee<'a>>,
    /// Publisher of the first source that has one; the message `fidelity_<fidelity>` takes `publisher`, and
    /// `fidelity_<…>_nobody` is for statements without.
    pub(crate) reported_by: Option<&'a str>,
    /// In it each quotation is `<figure class="quotation" id="q1"><blockquote>…</blockquote><figcaption>…<a
    /// class="cite-this" href="#q1">…</a></figcaption></figure>`, with `<a class="in-source" href="…">…</a>` before that link
    /// where it has a place on the page of a kept text; empty where the record was withdrawn.
    pub(crate) body: Html,
    /// The editors' note.
    pub(crate) context: Option<Html>,
    pub(crate) quotations: Vec<Quotation<'a>>,
    /// What the source is called that the quotations were checked against; the message `quotations_checked` takes `source`.
    pub(crate) checked_against: Option<String>,
    pub(crate) withdrawn_notice: Option<&'a statement::Withdrawal>,
    /// Absent where no other statement says the same.
    pub(crate) chain: Option<Chain>,
    pub(crate) relations: Vec<Relation<'a>>,
    pub(crate) sources: Vec<Merged<statement::Source, Source<'a>>>,
    pub(crate) topics: Vec<SharedValue<Link<'static>>>,
    pub(crate) countries: Vec<SharedValue<Link<'static>>>,
    pub(crate) organizations: Vec<OrganizationThen<'a>>,
    pub(crate) year_link: SharedValue<Link<'static>>,
    pub(crate) month_link: Option<SharedValue<Link<'static>>>,
    /// The one before it in the chronicle.
    pub(crate) earlier: Option<SharedValue<Brief<'static>>>,
    /// The one after it in the chronicle.
    pub(crate) later: Option<SharedValue<Brief<'static>>>,
    /// Of an event with a record and other statements.
    pub(crate) in_event: Option<InEvent>,
    pub(crate) in_topics: Vec<InTopic>,
    /// Absolute address.
    pub(crate) permalink: String,
    /// A short hash of the file.
    pub(crate) revision: String,
    /// The day on which it came into the record, where that is known.
    pub(crate) published: Option<Edtf>,
    /// Address of the history of its file in the repository.
    pub(crate) file_history: Option<String>,
    /// Address of `index.md`.
    pub(crate) markdown: Option<Href>,
    /// Address of the form to suggest a correction.
    pub(crate) correct: Option<Href>,
    pub(crate) citation: Citation<'a>,
    pub(crate) citations: Vec<WrittenCitation>,
    /// The `<meta>` elements for reference managers and search engines (Zotero, Dublin Core).
    pub(crate) meta: Html,
}

/// A speaker as the page of its statement shows it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "speaker")]
pub(crate) struct Speaker<'a> {
    /// `person`, `office`, `organization` or `country`.
    pub(crate) kind: &'static str,
    /// Of an organization, as of the date.
    pub(crate) name: Cow<'a, str>,
    /// The name of an organization today, where that differs.
    pub(crate) today: Option<&'a str>,
    pub(crate) address: Option<Href>,
    /// As the source prints the name; where there is one speaker.
    pub(crate) attributed_as: Option<&'a str>,
    pub(crate) office: Option<Office<'a>>,
}

/// An office that a speaker held on the date.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "speaker_office")]
pub(crate) struct Office<'a> {
    pub(crate) title: &'a str,
    pub(crate) organization: Option<OrganizationThen<'a>>,
}

/// An organization by its name on the date of a statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "organization_then")]
pub(crate) struct OrganizationThen<'a> {
    pub(crate) name: &'a str,
    /// The same.
    pub(crate) label: &'a str,
    /// Its name today, where that differs.
    pub(crate) today: Option<&'a str>,
    pub(crate) address: Option<Href>,
}

/// Whom something was said to.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "addressee")]
pub(crate) enum Addressee<'a> {
    Organization(OrganizationThen<'a>),
    Other(SharedValue<Link<'static>>),
}

/// A quotation on the page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "quotation")]
pub(crate) struct Quotation<'a> {
    /// `q1`, …
    pub(crate) anchor: String,
    /// Whom the record attributes it to, of several speakers.
    pub(crate) speaker: Option<&'a str>,
    /// Where it stands on the page of the kept text that has it, if there is such a page.
    pub(crate) in_source: Option<Href>,
    /// The reference to it.
    pub(crate) citation: Option<CitedQuotation>,
}

/// The reference to a quotation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "cited_quotation")]
pub(crate) struct CitedQuotation {
    /// Its first words, and where they stand.
    pub(crate) html: Html,
    /// Where they stand, as text: whose words they are, the statement, and the address with the anchor.
    pub(crate) note: String,
}

/// What a source has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "source")]
pub(crate) struct Source<'a> {
    pub(crate) url: Option<&'a str>,
    /// What the publisher is called.
    pub(crate) publisher: Option<&'a str>,
    /// Whether a text of it is kept.
    pub(crate) kept: bool,
    /// The page of the kept text, where it has one.
    pub(crate) text_address: Option<Href>,
}

/// A statement that another is related to.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "relation")]
pub(crate) struct Relation<'a> {
    /// `reiterates`, `reiterated_by`, `responds_to`, `responded_to_by`, `cites`, `cited_by`, `updates`, `updated_by`,
    /// `departs_from` or `departed_from_by`.
    pub(crate) key: &'static str,
    /// Who says so: `speaker`, `source` or `editor`.
    pub(crate) by: &'static str,
    pub(crate) note: Option<&'a str>,
    pub(crate) statement: SharedValue<Brief<'static>>,
    pub(crate) gap: Option<Gap>,
    /// Whether the chain, as the page shows it, says the same.
    pub(crate) in_chain: bool,
}

/// A chain of reiterations, or what is shown of it, oldest first. Up to 8 statements are shown whole; of more, a
/// statement's page shows the first and three before and after it, and a subject's page the first and last four.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "chain")]
pub(crate) struct Chain {
    /// Of the chain's page.
    pub(crate) address: Option<Href>,
    /// Statements in all.
    pub(crate) count: usize,
    /// How many are left out after the last.
    pub(crate) more: usize,
    pub(crate) links: Vec<ChainLink>,
}

/// A statement of a chain.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "chain_link")]
pub(crate) struct ChainLink {
    pub(crate) statement: SharedValue<Brief<'static>>,
    /// Whether it is the statement whose page this is.
    pub(crate) current: bool,
    /// Since the one shown before.
    pub(crate) gap: Option<Gap>,
    /// Who says that it says the same: `speaker`, `source` or `editor`; absent on the first.
    pub(crate) by: Option<&'static str>,
    pub(crate) note: Option<String>,
    /// Position in the whole chain, from 0.
    pub(crate) depth: usize,
    /// How many are left out just before it.
    pub(crate) skipped: usize,
}

/// The span between two dates in whole units, the finest of which is `unit`: a gap of nothing is the same day only where
/// that is `day`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "gap")]
pub(crate) struct Gap {
    pub(crate) years: u32,
    pub(crate) months: u32,
    pub(crate) days: u32,
    /// `day`, `month` or `year`.
    pub(crate) unit: &'static str,
}

/// The statements before and after one at its event.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "in_event")]
pub(crate) struct InEvent {
    pub(crate) event: SharedValue<Link<'static>>,
    pub(crate) earlier: Option<SharedValue<Brief<'static>>>,
    pub(crate) later: Option<SharedValue<Brief<'static>>>,
}

/// The statements before and after one under a topic.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "in_topic")]
pub(crate) struct InTopic {
    pub(crate) topic: SharedValue<Link<'static>>,
    pub(crate) earlier: Option<SharedValue<Brief<'static>>>,
    pub(crate) later: Option<SharedValue<Brief<'static>>>,
}

/// The parts of the "cite this" text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "citation")]
pub(crate) struct Citation<'a> {
    pub(crate) authors: String,
    pub(crate) title: &'a str,
    /// The event.
    pub(crate) container: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    pub(crate) date: Edtf,
    pub(crate) publisher: Option<&'a str>,
}

/// A reference to the statement as a style writes it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "written_citation")]
pub(crate) struct WrittenCitation {
    /// `chicago`, `apa` or `mla`; the message `cite_<style>` names it.
    pub(crate) style: &'static str,
    pub(crate) html: Html,
}
