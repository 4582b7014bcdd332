//! The files of the tables, below `/data/`.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::table::{Listed, SWITCH, Table, address, listed};
use super::{format, rows, topics};
use crate::chronicle::{Chronicle, StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::statement::quoted::quoted_of_each;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::{Template, data};

/// A file of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    table: Table,
    year: Option<ListedYear>,
}

impl Output for DataFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<DataFile> = Switch::Named(SWITCH);

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for Listed { table, files } in listed(site) {
            let page = |(year, _): (Option<ListedYear>, usize)| {
                Page::new(address(&table.file(year)), DataFile { table, year })
            };
            pages.extend(files.into_iter().map(page));
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.table, self.year).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let mut bytes = Vec::new();
        match self.table {
            Table::Statements => {
                format::head::<data::Statement<'_>>(&mut bytes);
                self.statements(builder).for_each(|id| format::csv(&rows::statement(builder, id), &mut bytes));
            }
            Table::StatementLines => {
                self.statements(builder).for_each(|id| format::json(&rows::statement(builder, id), &mut bytes));
            }
            Table::Quotations => {
                let ids: Vec<StatementId> = self.statements(builder).collect();
                quoted_of_each(builder, &ids, |id, quoted| {
                    rows::quotations(builder, id, quoted).for_each(|row| format::json(&row, &mut bytes));
                })?;
            }
            Table::Relations => {
                format::head::<data::Relation<'_>>(&mut bytes);
                for id in self.statements(builder) {
                    rows::relations(builder, id).iter().for_each(|row| format::csv(row, &mut bytes));
                }
            }
            Table::People => {
                format::head::<data::Person<'_>>(&mut bytes);
                for subject in builder.chronicle.subjects().keys() {
                    if let Subject::Person(id) = subject {
                        format::csv(&rows::person(builder, *id), &mut bytes);
                    }
                }
            }
            Table::Organizations => {
                format::head::<data::Organization<'_>>(&mut bytes);
                for subject in builder.chronicle.subjects().keys() {
                    if let Subject::Organization(id) = subject {
                        format::csv(&rows::organization(builder, *id), &mut bytes);
                    }
                }
            }
            Table::Topics => bytes = topics::turtle(builder).into_bytes(),
        }
        Ok(Content::Bytes(bytes))
    }
}

impl DataFile {
    /// The statements whose rows are in the file, in their order.
    fn statements(&self, builder: &PageBuilder<'_>) -> impl Iterator<Item = StatementId> + use<> {
        let ids = match self.year {
            Some(year) => builder.chronicle.years().get(&year).cloned().unwrap_or_default(),
            None => builder.chronicle.statements().collect(),
        };
        ids.into_iter()
    }
}
