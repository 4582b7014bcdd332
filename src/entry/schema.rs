//! JSON Schema (2020-12) of the front matter of each kind of record, from the types that read it: for editors and
//! other tools. It says what can be said of one value alone; what only the parser or the whole chronicle can tell
//! (that a day exists, that a name is recorded) it does not.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::country::Country;
use super::date::Date;
use super::kind::{Kind, kinds};
use super::position::Position;
use super::shape::{AtLeastOne, Headline, OneOrMany, Text, TextOr};
use super::statement::Sha256;
use super::{authority, statement};
use crate::address::WebUrl;
use crate::language::Language;
use crate::picture::PictureFile;

macro_rules! of {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// The schema of the front matter of a kind of record.
        pub(crate) fn of(kind: Kind) -> serde_json::Value {
            let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(for_authors));
            let generator = settings.into_generator();
            let schema = match kind {
                $(Kind::$kind => generator.into_root_schema_for::<$fields>(),)+
            };
            schema.to_value()
        }
    };
}

kinds!(of);

/// Cleans up a generated schema for authors: unwraps descriptions, which are wrapped doc comments; hides extensions
/// meant for templates; and keeps only the defaults of booleans, since an editor that fills in other defaults would
/// write down what nobody decided.
fn for_authors(schema: &mut Schema) {
    if let Some(serde_json::Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
    schema.remove("writeOnly");
    if schema.get("default").is_some_and(|default| !default.is_boolean()) {
        schema.remove("default");
    }
}

/// Implements `JsonSchema` by hand for a type whose form is checked by code; `in place` inlines the schema where the
/// type is used.
macro_rules! schema {
    ($type:ty, in place, $schema:expr) => {
        schema!($type, true, $schema);
    };
    ($type:ty, $inline:literal, $schema:expr) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                $inline
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

schema!(Text, in place, json_schema!({"type": "string", "pattern": "\\S"}));

schema!(Headline, in place, json_schema!({"type": "string", "pattern": "\\S", "maxLength": 120}));

schema!(WebUrl, in place, json_schema!({"type": "string", "pattern": "^https?://[^/?#\\s][^\\s\"<>\\\\]*$"}));

schema!(
    PictureFile,
    in place,
    json_schema!({
        "type": "string",
        "pattern": "^[^/].*\\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp]|[Gg][Ii][Ff])$",
    })
);

schema!(Sha256, in place, json_schema!({"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"}));

schema!(Position, in place, json_schema!({"type": "integer", "minimum": 1, "maximum": u32::MAX}));

schema!(Language, in place, json_schema!({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}));

/// One date of EDTF level 1, or an end of an interval.
const POINT: &str = r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]|XX))?|-2[1-4]|-XX(-XX)?)?|\d{3}X|\d{2}XX)[~?%]?";

schema!(Date, false, {
    let pattern = format!("^({POINT}|{POINT}/({POINT}|\\.\\.)?|(\\.\\.)?/{POINT})$");
    json_schema!({
        "description": "A date in EDTF (ISO 8601-2), level 1: `2006-02-02`, `2006-02`, `2006`, `2006-02~` (about), \
            `2006?` (uncertain), `2006-02-01/2006-02-03`, `2006/..`",
        "anyOf": [
            {"type": "string", "pattern": pattern},
            {"description": "A year alone", "type": "integer", "minimum": 1000, "maximum": 9999},
        ],
    })
});

schema!(Country, false, {
    let countries: Vec<_> = Country::all()
        .map(|country| serde_json::json!({"const": country.code(), "description": country.english_name()}))
        .collect();
    json_schema!({
        "description": "An ISO 3166-1 alpha-2 code",
        "type": "string",
        "oneOf": countries,
    })
});

/// Implements `JsonSchema` for a generic wrapper, inlined where it is used.
macro_rules! shape {
    ($type:ident, $schema:expr) => {
        impl<T: JsonSchema> JsonSchema for $type<T> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!("{}_{}", stringify!($type), T::schema_name()).into()
            }

            fn schema_id() -> Cow<'static, str> {
                format!("{}<{}>", stringify!($type), T::schema_id()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let one = generator.subschema_for::<T>();
                let schema: fn(Schema) -> Schema = $schema;
                schema(one)
            }
        }
    };
}

shape!(OneOrMany, |one| json_schema!({"anyOf": [one, {"type": "array", "items": one}]}));

shape!(AtLeastOne, |one| json_schema!({"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}));

impl<T: JsonSchema, S: JsonSchema> JsonSchema for TextOr<T, S> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("TextOr_{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("TextOr<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (text, map) = (generator.subschema_for::<S>(), generator.subschema_for::<T>());
        json_schema!({"anyOf": [text, map]})
    }
}
