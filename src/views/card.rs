//! What stands for a statement in lists, and on the pages of others.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::{Edtf, Href, Link, SharedValue};

/// A statement in a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "card")]
pub(crate) struct Card<'a> {
    pub(crate) id: &'a str,
    pub(crate) address: Option<Href>,
    pub(crate) title: &'a str,
    pub(crate) date: Edtf,
    /// Absent where it is not known.
    pub(crate) year: Option<i32>,
    /// As a person writes it, for tables.
    pub(crate) date_short: String,
    /// For `<time>`.
    pub(crate) date_machine: Option<String>,
    pub(crate) speakers: Vec<SharedValue<Link<'static>>>,
    /// A word of the content model.
    pub(crate) kind: &'static str,
    /// A word of the content model.
    pub(crate) fidelity: &'static str,
    pub(crate) withdrawn: bool,
    pub(crate) language: &'a str,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    /// The abstract, or the first paragraph; absent in a withdrawn record.
    pub(crate) summary: Option<&'a str>,
    pub(crate) topics: Vec<SharedValue<Link<'static>>>,
    /// What it is called.
    pub(crate) event: Option<&'a str>,
    /// What it is called.
    pub(crate) place: Option<&'a str>,
    /// COinS title (ANSI/NISO Z39.88-2004), for reference managers; absent on the statement's own page.
    pub(crate) coins: Option<String>,
}

/// What names a statement on the page of another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "brief")]
pub(crate) struct Brief<'a> {
    pub(crate) label: Cow<'a, str>,
    pub(crate) address: Option<Href>,
    pub(crate) date: Edtf,
    /// As a person writes it, for tables.
    pub(crate) date_short: String,
    /// For `<time>`.
    pub(crate) date_machine: Option<String>,
    pub(crate) speakers: Vec<SharedValue<Link<'static>>>,
    pub(crate) withdrawn: bool,
}

impl Card<'_> {
    /// The same as a value that can be shared.
    pub(crate) fn to_shared(&self) -> SharedValue<Card<'static>> {
        SharedValue::of(Value::from_serializable(self))
    }
}

impl Brief<'_> {
    /// The same as a value that can be shared.
    pub(crate) fn to_shared(&self) -> SharedValue<Brief<'static>> {
        SharedValue::of(Value::from_serializable(self))
    }
}
