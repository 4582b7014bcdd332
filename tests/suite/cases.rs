//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site, as `chronicle init` makes it.

use std::path::Path;

use crate::support::{Site, chronicle_in};

/// A new site with the files of `tests/cases/<name>` in it.
fn case(name: &str) -> Site {
    let site = Site::of(&[]);
    let made = chronicle_in(site.path(), &["init", "."]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let folder = Path::new("tests/cases").join(name);
    assert!(folder.is_dir(), "{folder:?}");
    site.copy(&folder, "");
    site
}

#[test]
fn a_static_file_never_takes_the_address_of_a_page() {
    let site = case("static-file-on-a-pages-address");
    for _ in 0..3 {
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stderr.matches("error[address-clash]").count(), 2, "{}", run.stderr);
    }
}
