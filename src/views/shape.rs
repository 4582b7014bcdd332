//! Shapes that the values of many templates have.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use tera::value::Key;
use tera::{Context, Value};

use crate::entry::date::Date;

/// An address ready for `href`: the path of the site's `base_url` and that of the page.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Href(Value);

impl Href {
    pub(crate) fn new(base_path: &str, address: &str) -> Href {
        Href(if base_path.is_empty() { Value::from(address) } else { Value::from([base_path, address].concat()) })
    }

    /// An address of another site, or of a person.
    pub(crate) fn elsewhere(address: &str) -> Href {
        Href(Value::from(address))
    }
}

impl JsonSchema for Href {
    fn schema_name() -> Cow<'static, str> {
        "address".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "An address of this site, ready for `href`." })
    }
}

/// Markup that is safe as it is.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(Value);

impl Html {
    pub(crate) fn new(markup: &str) -> Html {
        Html(Value::safe_string(markup))
    }
}

impl JsonSchema for Html {
    fn schema_name() -> Cow<'static, str> {
        "html".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "HTML that is safe as it is." })
    }
}

/// A value of the shape `T` that was made once and is shared by many pages.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct SharedValue<T> {
    value: Value,
    #[serde(skip)]
    shape: PhantomData<T>,
}

impl<T> SharedValue<T> {
    /// Takes a value whose keys are those of `T`.
    pub(crate) fn of(value: Value) -> SharedValue<T> {
        SharedValue { value, shape: PhantomData }
    }
}

impl<T: JsonSchema> JsonSchema for SharedValue<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T> From<SharedValue<T>> for Value {
    fn from(shared: SharedValue<T>) -> Value {
        shared.value
    }
}

/// The keys of two structs in one; those of the second win.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Merged<A, B> {
    value: Value,
    #[serde(skip)]
    shape: PhantomData<(A, B)>,
}

impl<A: Serialize, B: Serialize> Merged<A, B> {
    pub(crate) fn new(first: &A, second: &B) -> Merged<A, B> {
        let mut keys = Value::from_serializable(first).into_map().unwrap_or_default();
        keys.extend(Value::from_serializable(second).into_map().into_iter().flatten());
        Merged { value: Value::from(keys), shape: PhantomData }
    }
}

impl<A: JsonSchema, B: JsonSchema> JsonSchema for Merged<A, B> {
    fn schema_name() -> Cow<'static, str> {
        B::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}+{}", A::schema_id(), B::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (mut merged, second) = (A::json_schema(generator), B::json_schema(generator));
        if let Some(more) = second.get("properties").and_then(|keys| keys.as_object()).cloned() {
            let keys = merged.ensure_object().entry("properties").or_insert_with(|| serde_json::json!({}));
            keys.as_object_mut().into_iter().for_each(|keys| keys.extend(more.clone()));
        }
        merged.remove("required");
        merged
    }
}

/// A date as text in EDTF (ISO 8601-2), for the filter `date`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "edtf")]
pub(crate) struct Edtf(String);

impl From<&Date> for Edtf {
    fn from(date: &Date) -> Edtf {
        Edtf(date.to_string())
    }
}

/// A label, with the address of its page where it has one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "link")]
pub(crate) struct Link<'a> {
    pub(crate) label: Cow<'a, str>,
    pub(crate) address: Option<Href>,
}

impl Link<'_> {
    /// The same as a value that can be shared.
    pub(crate) fn to_shared(&self) -> SharedValue<Link<'static>> {
        SharedValue::of(Value::from_serializable(self))
    }
}

/// A year as a number; of which no more than the decade or century is known, in words, which the filter `year` leaves as
/// they are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "year")]
pub(crate) enum Year {
    Known(i32),
    Unknown(String),
}

/// A template with the shape of the values it is given, beside those that every page has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    pub(crate) name: &'static str,
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
    /// Whether it makes a part of pages, or what is no page: it is given no `page`.
    pub(crate) is_fragment: bool,
    /// The keys without which statements are missing on the page, or cannot be reached from it; of each group one.
    pub(crate) lists: &'static [&'static [&'static str]],
}

impl Template {
    pub(crate) const fn of<T: JsonSchema>(name: &'static str) -> Template {
        Template { name, schema: T::json_schema, is_fragment: false, lists: &[] }
    }

    /// A template that is given no `page`.
    pub(crate) const fn fragment<T: JsonSchema>(name: &'static str) -> Template {
        Template { is_fragment: true, ..Template::of::<T>(name) }
    }

    /// The template, which has to read one key of each of these groups: it lists no statements, or not all, without.
    pub(crate) const fn listing(self, lists: &'static [&'static [&'static str]]) -> Template {
        Template { lists, ..self }
    }
}

/// The values of a template that has no others.
pub(crate) fn context(view: &impl Serialize) -> Context {
    let mut context = Context::new();
    insert(&mut context, view);
    context
}

/// Puts the fields of a struct into the values of a template.
pub(crate) fn insert(context: &mut Context, view: &impl Serialize) {
    for (key, value) in Value::from_serializable(view).into_map().into_iter().flatten() {
        if let Key::Str(name) = key {
            context.insert_value(name, value);
        }
    }
}
