//! Static files: copied as they are; a style sheet gets a name with a fingerprint, so that it can be cached for ever.

use std::collections::BTreeMap;

use super::{Kind, Page};
use crate::address::Address;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};

/// The pages of static files, and the address of each by its name.
type Assets = (Vec<Page>, BTreeMap<String, Address>);

/// The static files of the site and its theme; `layers` are the folders they are in, the one that wins first.
pub(super) fn plan(inputs: &Inputs, layers: &[String]) -> Result<Checked<Assets>, ReadError> {
    let mut files: BTreeMap<&str, InputId> = BTreeMap::new();
    for layer in layers {
        for (input, file) in inputs.under(layer) {
            files.entry(&file.path()[layer.len()..]).or_insert(input);
        }
    }
    let (mut pages, mut assets, mut findings) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (name, input) in files {
        if name.contains(|letter: char| letter.is_control() || letter == '\\') {
            findings.push(bad_name(input));
            continue;
        }
        let address = Address::home().file(&published_name(inputs, input, name)?);
        assets.insert(name.to_owned(), address.clone());
        pages.push(Page::new(address, Kind::Asset(input)));
    }
    Ok(Checked { value: (pages, assets), findings })
}

fn bad_name(input: InputId) -> Diagnostic {
    let message = "the name of the file has a control character or a backslash, and becomes an address";
    Diagnostic::error(Code::BadFileName, Span::file(input), message).help(Some("rename the file".to_owned()))
}

fn published_name(inputs: &Inputs, input: InputId, name: &str) -> Result<String, ReadError> {
    let Some(stem) = name.strip_suffix(".css") else { return Ok(name.to_owned()) };
    let hash = xxhash_rust::xxh3::xxh3_64(&inputs.bytes(input)?);
    Ok(format!("{stem}.{hash:016x}.css"))
}
