//! What keys templates are given, from the schemas of their values.

use std::collections::BTreeMap;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::{Page, Site, Template};
use crate::theme::{Given, Shape};

/// What each template is given: what all are, and its own.
pub(crate) fn of(templates: impl IntoIterator<Item = Template>) -> BTreeMap<&'static str, Given> {
    let mut generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator();
    let mut all: BTreeMap<&'static str, Given> = BTreeMap::new();
    for template in templates {
        let own = keys(&(template.schema)(&mut generator).to_value());
        let given = all
            .entry(template.name)
            .or_insert_with(|| Given { keys: around(&mut generator, template.is_fragment), lists: template.lists });
        for (key, shape) in own {
            match given.keys.get_mut(&key) {
                Some(known) if *known != shape => *known = Shape::OneOf(vec![known.clone(), shape]),
                Some(_) => {}
                None => drop(given.keys.insert(key, shape)),
            }
        }
    }
    all
}

/// What a template is given whatever it is for.
fn around(generator: &mut SchemaGenerator, is_fragment: bool) -> BTreeMap<String, Shape> {
    let mut given = BTreeMap::from([
        ("msg".to_owned(), Shape::Any),
        ("assets".to_owned(), Shape::Any),
        ("integrity".to_owned(), Shape::Any),
        ("site".to_owned(), shape(&generator.root_schema_for::<Site<'_>>().to_value())),
    ]);
    if !is_fragment {
        given.insert("page".to_owned(), shape(&generator.root_schema_for::<Page<'_>>().to_value()));
        given.insert("nav".to_owned(), Shape::Plain);
        given.insert("foot".to_owned(), Shape::Plain);
    }
    given
}

fn keys(schema: &Value) -> BTreeMap<String, Shape> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten().map(|(key, schema)| (key.clone(), shape(schema))).collect()
}

fn shape(schema: &Value) -> Shape {
    let Some(schema_keys) = schema.as_object() else { return Shape::Any };
    let several = ["anyOf", "oneOf"].iter().find_map(|key| schema_keys.get(*key)?.as_array());
    if let Some(several) = several {
        return Shape::OneOf(several.iter().map(shape).collect());
    }
    if schema_keys.contains_key("properties") {
        return Shape::Map(keys(schema));
    }
    match schema_keys.get("items") {
        Some(items) => Shape::List(Box::new(shape(items))),
        None => plain(schema_keys),
    }
}

fn plain(schema: &Map<String, Value>) -> Shape {
    let is_known = ["type", "enum", "const"].iter().any(|key| schema.contains_key(*key));
    let is_map = schema.get("type").is_some_and(|of| of == "object");
    if is_known && !is_map { Shape::Plain } else { Shape::Any }
}
