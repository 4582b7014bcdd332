//! Addresses with scheme and host, or without, as files for programs have them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::address::Address;
use crate::config::BaseUrl;

/// An address of the site with scheme and host, or a place on the page there. Its text is made where it is written.
#[derive(Clone, Debug)]
pub(crate) struct Url<'a> {
    base: &'a BaseUrl,
    address: Cow<'a, Address>,
    fragment: Option<Fragment>,
    /// Whether it is written without scheme and host.
    is_path: bool,
}

/// A place on a statement's page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fragment {
    /// A quotation, by its number.
    Quotation(u32),
}

impl<'a> Url<'a> {
    pub(crate) fn new(base: &'a BaseUrl, address: Cow<'a, Address>) -> Url<'a> {
        Url { base, address, fragment: None, is_path: false }
    }

    /// A place on the page.
    pub(crate) fn at(&self, fragment: Fragment) -> Url<'a> {
        Url { fragment: Some(fragment), ..self.clone() }
    }

    /// The same without scheme and host.
    pub(crate) fn path(self) -> Url<'a> {
        Url { is_path: true, ..self }
    }
}

impl fmt::Display for Url<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = if self.is_path { "" } else { self.base.origin() };
        for part in [origin, self.base.path(), &self.address.in_links()] {
            f.write_str(part)?;
        }
        self.fragment.map_or(Ok(()), |fragment| fragment.fmt(f))
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fragment::Quotation(number) = self;
        write!(f, "#q{number}")
    }
}

impl Serialize for Fragment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Url<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Url<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "url".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "uri" })
    }
}
