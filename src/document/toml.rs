//! TOML documents, by the `toml` crate, which keeps the place of every value.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, Node, Pair, Value};
use crate::diagnostic::Code;

/// Reads a document.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Fault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return super::read(&node_of_table(table.span(), table.get_ref()), text)
            .map_err(|faults| faults.into_iter().map(in_toml).collect());
    }
    let fault = |error: toml::de::Error| {
        let message = error.message().lines().next().unwrap_or("cannot be read").to_lowercase();
        let duplicate = message.contains("duplicate key");
        let code = if duplicate { Code::DuplicateKey } else { Code::BadToml };
        let range = error.span().unwrap_or_default();
        let message = if duplicate {
            format!("`{}` stands twice", text.get(range.clone()).unwrap_or_default())
        } else {
            format!("not TOML: {message}")
        };
        Fault { code, message, help: None, range, fix: Vec::new() }
    };
    let mut faults: Vec<Fault> = errors.into_iter().map(fault).collect();
    // The edits cover all repairable lines; they belong to the first fault.
    if let Some(first) = faults.iter_mut().find(|fault| fault.code == Code::BadToml) {
        first.fix = super::toml_repair::edits(text);
    }
    Err(faults)
}

/// The bytes of the value at `path` in a document that was read before.
pub(crate) fn locate(text: &str, path: &[super::Step<'_>]) -> std::ops::Range<usize> {
    let (table, _) = DeTable::parse_recoverable(text);
    node_of_table(table.span(), table.get_ref()).locate(path)
}

/// All keys and texts of a document, with the bytes where they stand.
pub(crate) fn texts(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let (table, _) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    node_of_table(table.span(), table.get_ref()).texts(&mut found);
    found
}

/// What to do about a fault, as TOML writes it.
fn in_toml(fault: Fault) -> Fault {
    let missing = fault.code == Code::MissingKey;
    Fault { help: fault.help.map(|help| if missing { help.replace(": …`", " = …`") } else { help }), ..fault }
}

fn node_of_table(range: std::ops::Range<usize>, table: &DeTable<'_>) -> Node {
    let pairs = table.iter().map(|(key, value)| Pair {
        key: key.get_ref().to_string(),
        key_range: key.span(),
        value: node(value),
    });
    Node { range, value: Value::Map(pairs.collect()) }
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let range = value.span();
    let value = match value.get_ref() {
        DeValue::Table(table) => return node_of_table(range, table),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::Text(number.as_str().to_owned()), Value::Integer),
        DeValue::Float(number) => number.as_str().parse().map_or(Value::Null, Value::Float),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
    };
    Node { range, value }
}
