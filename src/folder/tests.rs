//! Tests of both implementations, with links.
#![allow(clippy::disallowed_methods, reason = "a test sees files from outside")]

use std::io::{ErrorKind, Write};

use super::{Folder, PathKind, Stamp, portable};

/// A place with a file, and links to it, to its folder and to a folder outside.
fn place() -> (tempfile::TempDir, Folder) {
    let place = tempfile::tempdir().unwrap();
    let own = place.path().join("own");
    std::fs::create_dir_all(own.join("a/b")).unwrap();
    std::fs::create_dir_all(place.path().join("outside")).unwrap();
    std::fs::write(place.path().join("outside/file"), "not ours").unwrap();
    std::fs::write(own.join("a/b/file"), "words").unwrap();
    let folder = Folder::open(own).unwrap();
    (place, folder)
}

#[test]
fn files_below_a_folder() {
    let (_place, folder) = place();
    folder.create_folders("a/b/c/d").unwrap();
    folder.create_folders("a/b/c/d").unwrap();
    let mut file = folder.create_new("a/b/c/d/file").unwrap();
    file.write_all(b"words").unwrap();
    let stamp = Stamp::of(&file);
    assert!(stamp.is_some());
    assert_eq!(folder.stamp("a/b/c/d/file"), stamp);
    assert_eq!(folder.look("a/b/c/d/file").unwrap(), PathKind::File(stamp));
    assert_eq!(folder.create_new("a/b/c/d/file").unwrap_err().kind(), ErrorKind::AlreadyExists);
    for (path, found) in [("a/b", PathKind::Folder), ("a/b/none", PathKind::Nothing), ("none/file", PathKind::Nothing)]
    {
        assert_eq!(folder.look(path).unwrap(), found, "{path}");
        assert_eq!(folder.stamp(path), None, "{path}");
    }
    assert_eq!(folder.look("a/b/file/below").unwrap(), PathKind::BelowFile);
    assert_eq!(folder.look("a/b/file/far/below").unwrap(), PathKind::BelowFile);
    assert_eq!(folder.bytes("a/b/file", 5).unwrap(), b"words");
    assert_eq!(folder.bytes("a/b/file", 4).unwrap_err().kind(), ErrorKind::FileTooLarge);
    assert_eq!(folder.bytes("none", 5).unwrap_err().kind(), ErrorKind::NotFound);
    assert!(folder.bytes("a", 5).is_err());
    assert!(folder.create_folders("a/b/file/d").is_err());
    folder.rename("a/b/file", &folder, "a/file").unwrap();
    folder.remove_file("a/file").unwrap();
    assert!(folder.remove_folder("a/b/c").is_err());
}

#[test]
fn a_file_is_as_it_was_or_whole() {
    let (_place, folder) = place();
    folder.write_whole("a/b/file", |out| out.write_all(b"other words")).unwrap();
    assert_eq!(folder.bytes("a/b/file", 100).unwrap(), b"other words");
    folder.write_whole("a/b/file", |_| Err(ErrorKind::Other.into())).unwrap_err();
    assert_eq!(folder.bytes("a/b/file", 100).unwrap(), b"other words");
    assert_eq!(folder.folder("a/b").unwrap().names().unwrap(), ["file"]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let (place, folder) = place();
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, folder.path().join(at)).unwrap();
    link("../../outside", "a/link");
    link("file", "a/b/beside");
    link("../../../outside/file", "a/b/away");
    link("../../../outside/new", "a/b/dangling");
    for path in ["a/link/file", "a/b/beside", "a/b/away", "a/b/dangling"] {
        let name = if path.starts_with("a/link") { "a/link" } else { path };
        let says = |error: std::io::Error| {
            assert!(error.to_string().contains(&format!("{name}` is a symbolic link")), "{path}: {error}");
        };
        says(folder.bytes(path, 100).unwrap_err());
        says(folder.lock_file(path).unwrap_err());
        says(folder.write_whole(path, |out| out.write_all(b"x")).unwrap_err());
        says(folder.create_folders(&format!("{path}/x")).unwrap_err());
        assert!(folder.create_new(path).is_err(), "{path}");
        assert!(folder.folder(path).is_err(), "{path}");
        assert_eq!(folder.stamp("a/b/beside"), None);
    }
    says_link(folder.folder("a/link").map(drop));
    says_link(folder.make_folder("a/link").map(drop));
    says_link(folder.rename("a/b/file", &folder, "a/link/file"));
    says_link(folder.remove_file("a/link/file"));
    // The link itself can go.
    folder.remove_file("a/b/away").unwrap();
    let outside: Vec<_> = std::fs::read_dir(place.path().join("outside")).unwrap().collect();
    assert_eq!(outside.len(), 1);
    assert_eq!(std::fs::read(place.path().join("outside/file")).unwrap(), b"not ours");
}

#[cfg(unix)]
fn says_link(outcome: std::io::Result<()>) {
    assert!(outcome.unwrap_err().to_string().contains("a/link` is a symbolic link"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let (_place, folder) = place();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        folder.path().join("pipe"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from(0o600),
        0,
    )
    .unwrap();
    assert_eq!(folder.look("pipe").unwrap(), PathKind::Special);
    assert!(folder.bytes("pipe", 100).is_err());
    assert!(folder.lock_file("pipe").is_err());
}

#[cfg(unix)]
#[test]
fn what_other_systems_use_follows_no_link_either() {
    let (_place, folder) = place();
    std::os::unix::fs::symlink("../../outside", folder.path().join("a/link")).unwrap();
    std::os::unix::fs::symlink("file", folder.path().join("a/b/beside")).unwrap();
    let handle = portable::Handle::open(folder.path()).unwrap();
    assert!(handle.read("a/b/file").is_ok());
    assert!(handle.folder("a/b").is_ok());
    assert!(handle.create_folder("a/new").is_ok());
    assert_eq!(handle.look("a/b/beside").unwrap(), PathKind::Link);
    assert_eq!(handle.names(&folder.path().join("a/b")).unwrap().len(), 2);
    assert!(handle.lockable(folder.path()).is_some());
    for path in ["a/link/file", "a/b/beside", "../outside/file", "a/./b/file"] {
        assert!(handle.read(path).is_err(), "{path}");
        assert!(handle.append(path).is_err(), "{path}");
        assert!(handle.create_new(path).is_err(), "{path}");
        assert!(handle.create_folder(path).is_err(), "{path}");
    }
    for path in ["a/link/file", "a/./b/file"] {
        assert!(handle.rename("a/b/file", &handle, path).is_err(), "{path}");
        assert!(handle.remove_file(path).is_err(), "{path}");
        assert!(handle.remove_folder(path).is_err(), "{path}");
    }
}
