//! What describes the data: a page for readers, and files for programs.

use std::hash::Hash;

use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::table::{Listed, SWITCH, Table, address, folder, listed};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::machine::citations;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;
use crate::views::data::{self, Column};
use crate::views::json_ld::{DataDownload, Dataset, Graph, Node};

/// What describes the files: for readers a page, for programs a Data Package, for those who cite them `CITATION.cff`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataDescription {
    form: Description,
    tables: Vec<Listed>,
    /// The files with references to all statements.
    references: Vec<Address>,
}

/// For whom the files are described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Description {
    Page,
    /// A Frictionless Data Package (datapackage.org).
    Package,
    /// A Citation File (citation-file-format.github.io, version 1.2.0).
    Citation,
}

impl Output for DataDescription {
    const TEMPLATES: &'static [Template] = &[Template::of::<data::Data<'_>>("data.html")];
    const SWITCH: Switch<DataDescription> = Switch::Named(SWITCH);

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let (tables, references) = (listed(site), citations::of_whole(site.chronicle));
        for (form, address) in [
            (Description::Page, folder()),
            (Description::Package, address("datapackage.json")),
            (Description::Citation, address("CITATION.cff")),
        ] {
            let (tables, references) = (tables.clone(), references.clone());
            pages.push(Page::new(address, DataDescription { form, tables, references }));
        }
    }

    fn about(&self) -> About {
        match self.form {
            Description::Page => About::page(Turn::Single, Nav::Outside),
            Description::Package | Description::Citation => About::aside(Turn::Single),
        }
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.form, &self.tables).hash(hash);
        self.references.iter().for_each(|address| address.as_str().hash(hash));
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(match self.form {
            Description::Page => Content::Template("data.html", view(builder, page, self)),
            Description::Package => Content::Bytes(line(&package(builder, &self.tables))),
            Description::Citation => Content::Bytes(citation(builder).into_bytes()),
        })
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &DataDescription) -> Context {
    let table = |Listed { table, files }: &Listed| data::Table {
        key: match table {
            Table::StatementLines => "statement_lines",
            table => table.name().0,
        },
        files: files
            .iter()
            .map(|(year, rows)| {
                let name = table.file(*year);
                data::TableFile { address: builder.href(&address(&name)), name, rows: *rows }
            })
            .collect(),
        rows: files.iter().map(|(_, rows)| rows).sum(),
        // Those of the same rows stand once.
        columns: if *table == Table::StatementLines { &[] } else { table.columns() },
    };
    let title = builder.messages.title("data");
    let description = builder.description_in_words("data_note");
    let head = Head {
        kind: "data",
        json_ld: Some(dataset(builder, &of.tables, &description)),
        title,
        description,
        ..Head::default()
    };
    let values = data::Data {
        tables: of.tables.iter().map(table).collect(),
        references: of.references.iter().filter_map(|file| reference(builder, file)).collect(),
        package: builder.href(&address("datapackage.json")),
        citation_file: builder.href(&address("CITATION.cff")),
        license: license(builder),
    };
    builder.filled(page, head, &values)
}

fn reference(builder: &PageBuilder<'_>, file: &Address) -> Option<data::ReferencesFile> {
    let name = file.as_str().rsplit('/').next().unwrap_or_default().to_owned();
    Some(data::ReferencesFile { name, address: builder.href(file)? })
}

fn license<'a>(builder: &PageBuilder<'a>) -> Option<view::License<'a>> {
    let license = builder.config.license.as_ref()?;
    Some(view::License { name: &license.name, url: license.url.as_str() })
}

/// The graph of the page (JSON-LD, schema.org).
fn dataset(builder: &PageBuilder<'_>, listed: &[Listed], description: &str) -> String {
    let files = listed.iter().flat_map(|one| one.files.iter().map(|(year, _)| (one.table, *year)));
    let download = |(table, year): (Table, Option<ListedYear>)| {
        let content_url = builder.json_url(address(&table.file(year)))?;
        Some(DataDownload { content_url, encoding_format: table.media_type() })
    };
    let set = Dataset {
        id: builder.json_id(folder()),
        name: builder.config.title.as_str(),
        description,
        in_language: &builder.config.language,
        license: builder.config.license.as_ref().map(|license| license.url.as_str()),
        distribution: files.filter_map(download).collect(),
    };
    Graph::new(vec![Node::Dataset(Box::new(set))]).script()
}

fn package<'a>(builder: &PageBuilder<'a>, listed: &[Listed]) -> data::Package<'a> {
    let config = builder.config;
    let resource = |table: Table, year: Option<ListedYear>| {
        let is_json = table.name().1 == "jsonl";
        let field = |column: &Column| Column { kind: if is_json { column.json_kind } else { column.kind }, ..*column };
        let path = table.file(year);
        let is_table = !table.columns().is_empty();
        data::Resource {
            // Names are of small letters, digits and some signs; years may have capitals.
            name: path.replace('.', "-").to_lowercase(),
            format: table.name().1,
            mediatype: table.media_type(),
            encoding: "utf-8",
            profile: is_table.then_some("tabular-data-resource"),
            schema: is_table.then(|| data::TableSchema {
                fields: table.columns().iter().map(field).collect(),
                primary_key: table.key(),
                missing_values: [""],
            }),
            path,
        }
    };
    let name = crate::entry::id::slug(config.title.as_str());
    data::Package {
        schema: "https://datapackage.org/profiles/1.0/datapackage.json",
        name: if name.is_empty() { "chronicle".to_owned() } else { name },
        title: config.title.as_str(),
        description: config.subtitle.as_deref(),
        homepage: builder.json_url(Address::home()),
        licenses: license(builder)
            .map(|license| data::PackageLicense { title: license.name, path: license.url })
            .into_iter()
            .collect(),
        resources: listed.iter().flat_map(|one| one.files.iter().map(|(year, _)| resource(one.table, *year))).collect(),
    }
}

/// A value as JSON, with a line break at its end.
fn line(value: &impl Serialize) -> Vec<u8> {
    let mut bytes =
        serde_json::to_vec_pretty(value).expect("texts in structs are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}

/// How the whole is cited. Texts are written as JSON writes them, which YAML reads.
fn citation(builder: &PageBuilder<'_>) -> String {
    let config = builder.config;
    let text = yaml;
    let mut lines = vec![
        "cff-version: 1.2.0".to_owned(),
        format!("message: {}", text("Cite the statement itself where you can: each has a reference of its own.")),
        "type: dataset".to_owned(),
        format!("title: {}", text(config.title.as_str())),
        "authors:".to_owned(),
        format!("  - name: {}", text(config.title.as_str())),
        format!("url: {}", text(&builder.url(&Address::home()))),
    ];
    lines.extend(config.subtitle.as_deref().map(|subtitle| format!("abstract: {}", text(subtitle))));
    lines.extend(config.license.as_ref().map(|license| format!("license-url: {}", text(license.url.as_str()))));
    lines.extend(crate::config::repository_page(config).map(|address| format!("repository-code: {}", text(address))));
    lines.join("\n") + "\n"
}

/// A text as JSON writes it, which YAML reads, with escapes for what YAML takes for no printed character and what readers do
/// not see.
fn yaml(text: &str) -> String {
    let is_unseen = |letter: char| {
        matches!(letter, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || letter == '\u{feff}'
    };
    let mut escaped = String::new();
    for letter in serde_json::Value::from(text).to_string().chars() {
        match is_unseen(letter) {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::yaml;

    #[test]
    fn no_text_ends_or_hides_what_it_stands_in() {
        assert_eq!(yaml("a \"b\": c\n- d\u{7f}\u{202e}"), r#""a \"b\": c\n- d\u007f\u202e""#);
    }
}
