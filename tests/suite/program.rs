//! What one program keeps between runs, another does not believe.

use std::fs;
use std::process::Command;

use crate::support::Site;

const PROGRAM: &str = env!("CARGO_BIN_EXE_chronicle");

#[allow(dead_code, reason = "only its number is looked at; cargo runs the rest")]
#[path = "../../build.rs"]
mod build_script;

/// A program whose parser finds more than another's, of the same version, size and time: an update that keeps times, or a
/// package that sets them all to one.
#[test]
fn a_new_program_parses_what_an_old_one_found_right() {
    let site = Site::small();
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("chronicle");
    let old = fs::read(PROGRAM).unwrap();
    let mut new = old.clone();
    let wanted: Vec<usize> = memchr::memmem::find_iter(&old, "FIXME(").collect();
    assert!(!wanted.is_empty(), "the word is not in the program");
    wanted.into_iter().for_each(|at| new[at..at + 6].copy_from_slice(b"TODOX("));
    let data = fs::metadata(PROGRAM).unwrap();
    let install = |bytes: &[u8]| {
        let next = folder.path().join("next");
        fs::write(&next, bytes).unwrap();
        fs::set_permissions(&next, data.permissions()).unwrap();
        fs::File::options().append(true).open(&next).unwrap().set_modified(data.modified().unwrap()).unwrap();
        fs::rename(&next, &program).unwrap();
    };
    site.write("content/topics/trade.md", "---\nlabel: Trade\nalt: [Commerce]\nscope: TODOX(what it is about)\n---\n");
    let run = |command: &str, more: &[&str]| {
        let mut run = Command::new(&program);
        run.arg(command).arg("--root").arg(site.path()).args(more);
        // Another test that starts a program at this moment holds the copy open for as long.
        let output = loop {
            match run.output() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {}
                output => break output.unwrap(),
            }
        };
        (output.status.code(), String::from_utf8([output.stderr, output.stdout].concat()).unwrap())
    };
    install(&old);
    let (code, said) = run("build", &[]);
    assert_eq!(code, Some(0), "{said}");
    install(&new);
    for (command, more) in [("check", &[][..]), ("build", &[]), ("build", &["--no-cache"])] {
        let (code, said) = run(command, more);
        assert_eq!(code, Some(1), "{command} {more:?}: {said}");
        assert!(said.contains("error[unfinished-placeholder]"), "{command} {more:?}: {said}");
    }
}

/// A source whose layout of values is another makes another program; where it lies and when it was written does not.
#[test]
fn the_number_of_a_program_is_that_of_its_sources() {
    let files = |files: &[(&str, &str)]| {
        let site = Site::of(files);
        build_script::number(site.path(), &["src", "Cargo.lock"]).unwrap()
    };
    let of = files(&[("src/a.rs", "struct A;"), ("src/b/c.rs", "")]);
    assert_eq!(of, files(&[("src/b/c.rs", ""), ("src/a.rs", "struct A;"), ("other.rs", "")]));
    for other in [
        &[("src/a.rs", "struct B;"), ("src/b/c.rs", "")][..],
        &[("src/a.rs", "struct A"), ("src/b/c.rs", ";")],
        &[("src/b.rs", "struct A;"), ("src/b/c.rs", "")],
        &[("src/a.rs", "struct A;"), ("src/b.rs", "")],
        &[("src/a.rs", "struct A;")],
        &[("src/a.rs", "struct A;"), ("src/b/c.rs", ""), ("src/b/d.md", "")],
        &[("src/a.rs", "struct A;"), ("src/b/c.rs", ""), ("Cargo.lock", "")],
    ] {
        assert_ne!(of, files(other), "{other:?}");
    }
}
