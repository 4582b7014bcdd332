//! Swapping in two steps, where the system cannot exchange folders: what is there when it is stopped between them.

use std::path::Path;

use super::{LIST, Published, Target};
use crate::address::Address;
use crate::folder::{Folder, PathKind};
use crate::lock::Lock;
use crate::output::{BuiltSite, Output, OutputOptions, Sink};

/// A built site with one page.
fn built(root: &Path, page: &str) -> BuiltSite {
    let folder = root.join("public");
    let wanted = OutputOptions { root, folder: &folder, program: 0, replaces_foreign: false, largest_state: 1 << 20 };
    let output = Output::open(&wanted, || ()).unwrap();
    Sink::stage(&output, &Address::home(), page.as_bytes()).unwrap();
    output.commit(|_, _| Ok(())).unwrap();
    BuiltSite::open(&wanted, || ()).unwrap()
}

/// A folder to publish to, with what is published there.
struct Place(tempfile::TempDir);

impl Place {
    fn open(&self, site: &BuiltSite, root: &Path) -> Target {
        Target::open(&self.0.path().join("www"), false, root, site, true).unwrap()
    }

    fn page(&self) -> Option<String> {
        let parent = Folder::open(self.0.path().to_path_buf()).unwrap();
        let bytes = parent.bytes("www/index.html", 100).ok()?;
        // A folder without its list is not whole.
        assert!(matches!(parent.look(&format!("www/{LIST}")), Ok(PathKind::File(_))));
        Some(String::from_utf8(bytes).unwrap())
    }

    /// What else stands beside the folder.
    fn beside(&self) -> usize {
        let names = Folder::open(self.0.path().to_path_buf()).unwrap().names().unwrap();
        names.iter().filter(|name| *name != "www" && *name != ".www.publishing").count()
    }
}

fn list(site: &BuiltSite) -> Published {
    Published::of(site.files.iter().cloned(), &Lock::default())
}

#[test]
fn without_an_exchange_the_old_site_is_there_or_the_new_one() {
    let (root, place) = (tempfile::tempdir().unwrap(), Place(tempfile::tempdir().unwrap()));
    let root = root.path();
    let first = built(root, "1");
    place.open(&first, root).publish(&first, &list(&first)).unwrap();
    drop(first);
    // How many of its steps are taken before it is stopped, what is there then, and once the next has begun.
    for (steps, page, there, repaired) in
        [(0, "2", Some("1"), "1"), (1, "3", None, "1"), (2, "4", Some("4"), "4"), (3, "5", Some("5"), "5")]
    {
        let site = built(root, page);
        let target = place.open(&site, root);
        let (staged, name) = target.parent.make_random_folder(&target.beside("staged")).unwrap();
        target.fill(&staged, &site, &list(&site)).unwrap();
        if steps > 0 {
            let previous = target.set_aside(&name).unwrap();
            if steps > 1 {
                target.move_in(&name, &previous).unwrap();
            }
            if steps > 2 {
                target.leave(&previous, &site).unwrap();
            }
        }
        drop(target);
        assert_eq!(place.page().as_deref(), there, "after {steps}");
        // The next publication begins with what is whole, and leaves nothing beside it.
        drop(place.open(&site, root));
        assert_eq!((place.page().as_deref(), place.beside()), (Some(repaired), 0), "after {steps}");
    }
    // What cannot be moved in leaves the old site where it was.
    let site = built(root, "6");
    let target = place.open(&site, root);
    let missing = ".www.staged.0123456789abcdef";
    let previous = target.set_aside(missing).unwrap();
    assert!(target.move_in(missing, &previous).is_err());
    assert_eq!(place.page().as_deref(), Some("5"));
}
