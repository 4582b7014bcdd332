//! What describes the data: a page for readers, and files for programs.

use std::hash::Hash;

use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::table::{Listed, SWITCH, Table, address, folder, listed};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::citation::Format;
use crate::entry::id::Id;
use crate::incremental::Checksum;
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

/// What describes the files: for readers a page, for programs a Data Package, for those who cite them `CITATION.cff`, for those
/// who keep them `SHA256SUMS`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataDescription {
    form: Description,
    tables: Vec<Listed>,
    /// The files with references to all statements.
    references: Vec<(Address, Format)>,
}

/// For whom the files are described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Description {
    Page,
    /// A Frictionless Data Package (datapackage.org).
    Package,
    /// A Citation File (citation-file-format.github.io, version 1.2.0).
    Citation,
    /// The checksums of all other files for programs, as `sha256sum --check` reads them.
    Checksums,
}

impl Output for DataDescription {
    const TEMPLATES: &'static [Template] = &[Template::of::<data::Data<'_>>("data.html")];
    const SWITCH: Switch<DataDescription> = Switch::Named(SWITCH);

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let references =
            if site.config.outputs.has("citations") { citations::of_whole(site.chronicle) } else { Vec::new() };
        let tables = listed(site);
        for (form, address) in [
            (Description::Page, folder()),
            (Description::Package, address(PACKAGE)),
            (Description::Citation, address(CITATION)),
            (Description::Checksums, address(CHECKSUMS)),
        ] {
            let (tables, references) = (tables.clone(), references.clone());
            pages.push(Page::new(address, DataDescription { form, tables, references }));
        }
    }

    fn about(&self) -> About {
        match self.form {
            Description::Page => About::page(Turn::Single, Nav::Outside),
            Description::Citation => About::aside(Turn::Single),
            Description::Package | Description::Checksums => About::aside(Turn::Last),
        }
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.form, &self.tables).hash(hash);
        self.references.iter().for_each(|(address, format)| (address.as_str(), format).hash(hash));
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(match self.form {
            Description::Page => Content::Template("data.html", view(builder, page, self)),
            Description::Package => Content::Bytes(package(builder, self)?),
            Description::Citation => Content::Bytes(citation(builder).into_bytes()),
            Description::Checksums => Content::Bytes(checksums(builder, self)?.into_bytes()),
        })
    }
}

const PACKAGE: &str = "datapackage.json";

const CITATION: &str = "CITATION.cff";

const CHECKSUMS: &str = "SHA256SUMS";

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
        references: of.references.iter().filter_map(|(file, _)| reference(builder, file)).collect(),
        package: builder.href(&address(PACKAGE)),
        citation_file: builder.href(&address(CITATION)),
        checksums: builder.href(&address(CHECKSUMS)),
        license: license(builder),
    };
    builder.filled(page, head, &values)
}

fn reference(builder: &PageBuilder<'_>, file: &Address) -> Option<data::ReferencesFile> {
    Some(data::ReferencesFile { name: name(file).to_owned(), address: builder.href(file)? })
}

/// The name of a file.
fn name(file: &Address) -> &str {
    file.as_str().rsplit('/').next().unwrap_or_default()
}

/// The files of the tables.
fn tables(listed: &[Listed]) -> impl Iterator<Item = (Table, Address)> + '_ {
    listed.iter().flat_map(|one| one.files.iter().map(|(year, _)| (one.table, address(&one.table.file(*year)))))
}

/// The files of the tables and of the references, with what they are.
fn resources(builder: &PageBuilder<'_>, of: &DataDescription) -> Result<Vec<data::Resource>, ViewError> {
    let tables = tables(&of.tables).map(|(table, file)| (file, of_table(table)));
    let references = of.references.iter().map(|(file, format)| (file.clone(), of_references(*format)));
    let resource = |(file, kind): (Address, data::ResourceKind)| {
        let checksum = builder.checksum(&file).transpose()?;
        Some(checksum.map(|checksum| data::Resource {
            // Names are of small letters, digits and some signs; years may have capitals.
            name: name(&file).replace('.', "-").to_lowercase(),
            path: name(&file).to_owned(),
            bytes: checksum.length,
            hash: format!("sha256:{}", checksum.sha256()),
            kind,
        }))
    };
    tables.chain(references).filter_map(resource).collect()
}

/// A line for each file of the data.
fn checksums(builder: &PageBuilder<'_>, of: &DataDescription) -> Result<String, ViewError> {
    let tables = tables(&of.tables).map(|(_, file)| file);
    let files = tables.chain(of.references.iter().map(|(file, _)| file.clone()));
    let known = |file: Address| {
        let checksum = builder.checksum(&file).transpose()?;
        Some(checksum.map(|checksum| (name(&file).to_owned(), checksum)))
    };
    let mut all = files.filter_map(known).collect::<Result<Vec<(String, Checksum)>, ViewError>>()?;
    all.push((PACKAGE.to_owned(), Checksum::of(&package(builder, of)?)));
    all.push((CITATION.to_owned(), Checksum::of(citation(builder).as_bytes())));
    // Names have no sign that would have to be escaped.
    Ok(all.iter().map(|(name, checksum)| format!("{}  {name}\n", checksum.sha256())).collect())
}

fn license<'a>(builder: &PageBuilder<'a>) -> Option<view::License<'a>> {
    let license = builder.config.license.as_ref()?;
    Some(view::License { name: &license.name, url: license.url.as_str() })
}

/// The graph of the page (JSON-LD, schema.org).
fn dataset(builder: &PageBuilder<'_>, listed: &[Listed], description: &str) -> String {
    let download = |(table, file): (Table, Address)| {
        let content_url = builder.json_url(file)?;
        Some(DataDownload { content_url, encoding_format: table.media_type() })
    };
    let set = Dataset {
        id: builder.json_id(folder()),
        name: builder.config.title.as_str(),
        description,
        in_language: &builder.config.language,
        license: builder.config.license.as_ref().map(|license| license.url.as_str()),
        distribution: tables(listed).filter_map(download).collect(),
    };
    Graph::new(vec![Node::Dataset(Box::new(set))]).script()
}

/// About how long the name of the Data Package is at most, in letters.
const NAME: usize = 100;

/// The Data Package.
fn package(builder: &PageBuilder<'_>, of: &DataDescription) -> Result<Vec<u8>, ViewError> {
    let config = builder.config;
    // Names are of letters from `a` to `z` and digits, whatever the script of the title.
    let name = Id::suggested(config.title.as_str(), NAME);
    let package = data::Package {
        schema: "https://datapackage.org/profiles/1.0/datapackage.json",
        name: name.map_or_else(|| "chronicle".to_owned(), |name| name.to_string()),
        title: config.title.as_str(),
        description: config.subtitle.as_deref(),
        homepage: builder.json_url(Address::home()),
        licenses: license(builder)
            .map(|license| data::PackageLicense { title: license.name, path: license.url })
            .into_iter()
            .collect(),
        resources: resources(builder, of)?,
    };
    Ok(line(&package))
}

fn of_table(table: Table) -> data::ResourceKind {
    let is_json = table.name().1 == "jsonl";
    let field = |column: &Column| Column { kind: if is_json { column.json_kind } else { column.kind }, ..*column };
    let is_table = !table.columns().is_empty();
    data::ResourceKind {
        format: table.name().1,
        mediatype: table.media_type(),
        encoding: "utf-8",
        profile: is_table.then_some("tabular-data-resource"),
        schema: is_table.then(|| data::TableSchema {
            fields: table.columns().iter().map(field).collect(),
            primary_key: table.key(),
            missing_values: [""],
        }),
    }
}

fn of_references(format: Format) -> data::ResourceKind {
    // Readers of packages take `json` for a table.
    let name = if format == Format::CslJson { "csl-json" } else { format.extension() };
    data::ResourceKind { format: name, mediatype: format.media_type(), encoding: "utf-8", profile: None, schema: None }
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
