//! Static files: copied as they are; a style sheet gets a name with a fingerprint, so that it can be cached for ever.

use std::collections::BTreeMap;

use super::{Kind, Page};
use crate::address::Address;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};

/// The longest name of a file, in bytes, that file systems take.
const LONGEST: usize = 255;

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
            let message = "the name of the file has a control character or a backslash, and becomes an address";
            findings.push(bad_name(input, message));
            continue;
        }
        let published = published_name(inputs, input, name)?;
        if published.split('/').any(|part| part.len() > LONGEST) {
            findings.push(bad_name(input, "the name of the file is too long, with the fingerprint of a style sheet"));
            continue;
        }
        let address = Address::home().file(&published);
        assets.insert(name.to_owned(), address.clone());
        pages.push(Page::new(address, Kind::Asset(input)));
    }
    Ok(Checked { value: (pages, assets), findings })
}

fn bad_name(input: InputId, message: &str) -> Diagnostic {
    Diagnostic::error(Code::BadFileName, Span::file(input), message).help(Some("rename the file".to_owned()))
}

fn published_name(inputs: &Inputs, input: InputId, name: &str) -> Result<String, ReadError> {
    let Some(stem) = name.strip_suffix(".css") else { return Ok(name.to_owned()) };
    let hash = xxhash_rust::xxh3::xxh3_64(&inputs.bytes(input)?);
    Ok(format!("{stem}.{hash:016x}.css"))
}
