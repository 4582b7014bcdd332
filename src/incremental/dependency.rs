//! A dependency of a page, by a name that is stable across runs.

use bitcode::{Decode, Encode};

use crate::address::Address;
use crate::chronicle::{Chronicle, Record, Subject};
use crate::name::{Name, name};

/// Something that a page depends on, so small that a change of one affects few pages. Its subject is named by a hash: of the id of a record, the code of a country, the path of a file, an address, or a template's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Dependency {
    /// The front matter of a record, and the records that it resolves to; of a statement's text, only the outline.
    Record(Name),
    /// The title and date of a statement, its topics, and whether it was withdrawn.
    Gist(Name),
    /// The bytes of a file.
    Text(Name),
    /// The words of the quotations in a statement's text.
    Quotations(Name),
    /// The size of the picture in a file.
    Picture(Name),
    /// Against which source the quotations of a statement were checked.
    Proof(Name),
    /// Where the quotations of a statement stand in the kept texts of its sources.
    Passages(Name),
    /// The subjects of a statement, and which of them made it.
    SubjectsOf(Name),
    /// Which statements are listed under a subject, by year.
    Under(Name),
    /// Whether a subject has a page.
    HasPage(Name),
    /// The statements before and after one in the chronicle.
    Neighbours(Name),
    /// The statements before and after one under each of its topics.
    NeighboursUnder(Name),
    /// The statements before and after one at its event.
    NeighboursAt(Name),
    /// Who held which office of an organization.
    Officers(Name),
    /// Which statements the chain of one has.
    Chain(Name),
    /// The length of the chain of a statement, and its neighbours in it.
    ChainAround(Name),
    /// Whether there is a page at an address.
    HasAddress(Name),
    /// The bytes of another page that has a checksum. Those that depend on them have none.
    Bytes(Name),
    /// A template, with those it includes.
    Template(Name),
    /// All statements in their order.
    Statements,
    /// Which people there are.
    People,
    /// Which topics there are.
    Topics,
    /// Which prose pages there are.
    Pages,
    /// All subjects with their counts.
    Subjects,
    /// The statements of each year.
    Years,
    /// The statements of each day of the calendar.
    Days,
    /// Which statements each chain has.
    Chains,
    /// What happened to the record, without words of records.
    Changes,
    /// What happened to the statements under a subject.
    ChangesUnder(Name),
    /// All former ids.
    Former,
    /// The addresses that search engines should list.
    Indexable,
    /// Something of which no fingerprint is known: what depends on it is rendered in each run.
    Unknown,
}

/// The name of a record: its id, which is unique in a chronicle.
pub(super) fn of_record(record: Record, chronicle: &Chronicle) -> Name {
    name(chronicle.id(record).as_str())
}

/// The name of a subject: the id of its record, or the code of a country, which is no id since it is in capitals.
pub(super) fn of_subject(subject: Subject, chronicle: &Chronicle) -> Name {
    match subject.record() {
        Ok(record) => of_record(record, chronicle),
        Err(country) => name(country.code()),
    }
}

impl Dependency {
    /// Whether there is a page at an address.
    pub(crate) fn has(address: &Address) -> Dependency {
        Dependency::HasAddress(name(address.as_str()))
    }

    /// A template.
    pub(crate) fn template(template: &str) -> Dependency {
        Dependency::Template(name(template))
    }
}
