//! The folders of the index, in which nothing else may stand.

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Inputs, Span};
use crate::pages::Page;

/// The folders of the index below that of search. They are Chronicle's own, since what is in them depends on the words that
/// occur, and changes with every text.
const FOLDERS: [&str; 6] = ["d", "f", "l", "n", "p", "s"];

/// Takes out pages that would stand among the files of the index, with a finding for each. Which files there are depends on all
/// words of all texts, which are not read to check a site; and a name that is free today would be taken by some later text.
pub(crate) fn in_the_way(pages: &mut Vec<Page>, chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let finding = |page: &Page| {
        let span = page.kind.input(chronicle).map_or(Span::file(inputs.config()), Span::file);
        let message =
            format!("`{}` would stand among the files of search, which are made by the program", page.address);
        Diagnostic::error(Code::AddressClash, span, message).help(Some("rename the file".to_owned()))
    };
    let is_in_the_way = |page: &Page| !page.kind.is_of_search_index() && is_own_address(&page.address);
    pages.extract_if(.., |page| is_in_the_way(page)).map(|page| finding(&page)).collect()
}

/// Whether something at an address would stand among the files of the index, or where a folder of them has to be. Addresses
/// are compared as hosts and file systems do that distinguish least.
fn is_own_address(address: &Address) -> bool {
    // Most addresses can be told by their first letters.
    if let [_, first, second, ..] = address.as_str().as_bytes()
        && [*first, *second].is_ascii()
        && ![*first, *second].eq_ignore_ascii_case(b"se")
    {
        return false;
    }
    let path = address.folded();
    let Some(below) = path.strip_prefix("/search/") else { return false };
    let (folder, file) = below.split_once('/').unwrap_or((below, below));
    FOLDERS.contains(&folder) && !file.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_of_the_index_are_its_own() {
        let is_own = |path: &str| is_own_address(&Address::home().file(path));
        for own in ["search/d/wab.bin", "search/s/0.json", "Search/L/x", "search/p", "SEARCH/f/a/b/c", "ſearch./d/x"] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "search/index.html",
            "search/help.html",
            "search/data/x",
            "search/l.html",
            "d/w.bin",
            "searches/d/w.bin",
            "x/search/d/w",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
