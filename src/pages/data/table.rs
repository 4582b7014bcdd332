//! Which tables there are, of how many rows, in which files.

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::date::ListedYear;
use crate::pages::kind::Planning;
use crate::views::data::{self, Column, Row};

/// How data is turned off.
pub(super) const SWITCH: &str = "data";

/// A table of more rows than this has a file for each year.
const ROWS: usize = 50_000;

/// What there are files of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Table {
    Statements,
    /// The same as JSON Lines.
    StatementLines,
    Quotations,
    Relations,
    People,
    Organizations,
    /// The topics, which are no table.
    Topics,
}

/// A table, with how many rows it has of which year; of no year where it is in one file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Listed {
    pub(super) table: Table,
    pub(super) files: Vec<(Option<ListedYear>, usize)>,
}

impl Table {
    const ALL: [Table; 7] = [
        Table::Statements,
        Table::StatementLines,
        Table::Quotations,
        Table::Relations,
        Table::People,
        Table::Organizations,
        Table::Topics,
    ];

    /// The name of the table, and the ending of its files.
    pub(super) fn name(self) -> (&'static str, &'static str) {
        match self {
            Table::Statements => ("statements", "csv"),
            Table::StatementLines => ("statements", "jsonl"),
            Table::Quotations => ("quotations", "jsonl"),
            Table::Relations => ("relations", "csv"),
            Table::People => ("people", "csv"),
            Table::Organizations => ("organizations", "csv"),
            Table::Topics => ("topics", "ttl"),
        }
    }

    pub(super) fn media_type(self) -> &'static str {
        match self.name().1 {
            "csv" => "text/csv",
            "jsonl" => "application/jsonl",
            _ => "text/turtle",
        }
    }

    pub(super) fn columns(self) -> &'static [Column] {
        match self {
            Table::Statements | Table::StatementLines => data::Statement::COLUMNS,
            Table::Quotations => data::Quotation::COLUMNS,
            Table::Relations => data::Relation::COLUMNS,
            Table::People => data::Person::COLUMNS,
            Table::Organizations => data::Organization::COLUMNS,
            Table::Topics => &[],
        }
    }

    /// The column that no two rows have the same in.
    pub(super) fn key(self) -> Option<&'static str> {
        let first = self.columns().first().filter(|column| column.name == "id");
        first.map(|column| column.name)
    }

    /// How many rows there are of some statements.
    fn rows_of(self, chronicle: &Chronicle, ids: &[StatementId]) -> usize {
        let each = |id: &StatementId| match self {
            Table::Quotations if chronicle[*id].is_withdrawn() => 0,
            Table::Quotations => chronicle[*id].anchors.len(),
            Table::Relations => chronicle[*id].relations.iter().filter(|relation| !relation.inverse).count(),
            _ => 1,
        };
        ids.iter().map(each).sum()
    }

    fn listed(self, chronicle: &Chronicle) -> Listed {
        let subjects = |wanted: fn(&Subject) -> bool| chronicle.subjects().keys().copied().filter(wanted).count();
        let whole = match self {
            Table::People => subjects(|subject| matches!(subject, Subject::Person(_))),
            Table::Organizations => subjects(|subject| matches!(subject, Subject::Organization(_))),
            Table::Topics => chronicle.topics().filter(|id| chronicle.has_page(*id)).count(),
            _ => self.rows_of(chronicle, &chronicle.statements().collect::<Vec<_>>()),
        };
        let is_of_statements = !matches!(self, Table::People | Table::Organizations | Table::Topics);
        let files = match is_of_statements && whole > ROWS {
            true => chronicle.years().iter().map(|(year, ids)| (Some(*year), self.rows_of(chronicle, ids))).collect(),
            false => vec![(None, whole)],
        };
        Listed { table: self, files }
    }

    /// The name of a file.
    pub(super) fn file(self, year: Option<ListedYear>) -> String {
        let (name, ending) = self.name();
        match year {
            Some(year) => format!("{name}-{year}.{ending}"),
            None => format!("{name}.{ending}"),
        }
    }
}

/// All tables of a site.
pub(super) fn listed(site: &Planning<'_>) -> Vec<Listed> {
    // Each concept of the thesaurus is the page of a topic.
    let has = |table: &Table| *table != Table::Topics || site.has_subjects(SubjectKind::Topics);
    Table::ALL.into_iter().filter(has).map(|table| table.listed(site.chronicle)).collect()
}

/// Where a file of the data is.
pub(super) fn address(file: &str) -> Address {
    folder().file(file)
}

/// Where the page of the data is.
pub(super) fn folder() -> Address {
    Address::page(["data"])
}
