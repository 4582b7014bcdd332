//! The command line itself: what it prints of itself, and how it ends when it cannot run.
//!
//! `tests/help/` holds what `--help` prints, a file for each command. `CHRONICLE_BLESS=1 cargo test --test suite cli` writes
//! them; read what changed before you commit it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{Site, chronicle, chronicle_in, tree};

const PROGRAM: &str = env!("CARGO_BIN_EXE_chronicle");

/// The help of a command and of all commands below it, by file name: `new-topic.txt`.
fn helps(command: &[&str], found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let run = chronicle(&[command, &["--help"]].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{command:?}");
    let commands = run.stdout.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next());
    for line in commands.unwrap_or_default().lines() {
        // The rest of a description that takes more than one line stands further in.
        let Some(name) = line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')) else { continue };
        let name = name.split(' ').next().unwrap();
        if name != "help" {
            helps(&[command, &[name]].concat(), found);
        }
    }
    let name = if command.is_empty() { "chronicle".to_owned() } else { command.join("-") };
    found.insert(format!("{name}.txt").into(), run.stdout.into_bytes());
}

#[test]
fn help_is_complete() {
    let mut found = BTreeMap::new();
    helps(&[], &mut found);
    assert!(found.len() > 15, "the commands were not found");
    let folder = Path::new("tests/help");
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        fs::remove_dir_all(folder).unwrap_or_default();
        fs::create_dir_all(folder).unwrap();
        found.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
    }
    let expected = tree(folder);
    let names = |tree: &BTreeMap<PathBuf, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&expected), names(&found), "run with CHRONICLE_BLESS=1 if the help is right");
    for (name, text) in found {
        let (expected, text) = (String::from_utf8_lossy(&expected[&name]), String::from_utf8_lossy(&text));
        assert!(expected == text, "{}: run with CHRONICLE_BLESS=1 if the help is right\n{text}", name.display());
    }
}

#[test]
fn the_version_is_printed() {
    let version = concat!("chronicle ", env!("CARGO_PKG_VERSION"), "\n");
    for option in ["--version", "-V"] {
        let run = chronicle(&[option]);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), version, ""));
    }
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = chronicle(&["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{shell}");
        for word in ["build", "serve", "check", "explain", "statement", "--speaker", "--base-url"] {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(run.stdout.contains(word), "{shell} does not know `{word}`");
        }
    }
    let run = chronicle(&["completions", "tcsh"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(
        run.stderr,
        "error: invalid value 'tcsh' for '<SHELL>'\n  [possible values: bash, elvish, fish, powershell, zsh]\n\n  tip: a similar value exists: 'zsh'\n\n\
         For more information, try '--help'.\n"
    );
}

/// A shell takes the script, and completes by it.
#[test]
#[cfg(target_os = "linux")]
fn bash_completes() {
    let script = chronicle(&["completions", "bash"]).stdout;
    let ask = "\nCOMP_WORDS=(chronicle ch) COMP_CWORD=1\n_chronicle chronicle ch chronicle\necho \"${COMPREPLY[*]}\"\n";
    for (options, input, said) in [(&["-n"][..], script.clone(), ""), (&[], script + ask, "check\n")] {
        let mut bash = Command::new("bash");
        let bash = bash.args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut shell = bash.spawn().unwrap();
        shell.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = shell.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        assert_eq!((output.status.code(), text(output.stderr)), (Some(0), String::new()));
        assert_eq!(text(output.stdout), said);
    }
}

#[test]
fn what_cannot_be_understood_is_answered_with_the_usage() {
    let more = "For more information, try '--help'.\n";
    for (arguments, said) in [
        (
            &["buld"][..],
            "error: unrecognized subcommand 'buld'\n\n  tip: a similar subcommand exists: 'build'\n\nUsage: chronicle <COMMAND>\n\n",
        ),
        (
            &["build", "--rot", "x"],
            "error: unexpected argument '--rot' found\n\n  tip: a similar argument exists: '--root'\n\nUsage: chronicle build --root <DIR>\n\n",
        ),
        (&["build", "--root"], "error: a value is required for '--root <DIR>' but none was supplied\n\n"),
        (
            &["serve", "--port", "70000"],
            "error: invalid value '70000' for '--port <PORT>': 70000 is not in 0..=65535\n\n",
        ),
    ] {
        let run = chronicle(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr),
            (Some(2), "", format!("{said}{more}")),
            "{arguments:?}"
        );
    }
    let nothing = chronicle(&[]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(2), ""));
    assert_eq!(nothing.stderr, chronicle(&["--help"]).stdout);
}

#[test]
fn without_a_site_no_command_runs() {
    let empty = tempfile::tempdir().unwrap();
    let root = empty.path().to_str().unwrap();
    for command in [
        &["build"][..],
        &["check"],
        &["serve", "--port", "0"],
        &["lock"],
        &["new", "topic", "Trade"],
        &["schema", "--write"],
    ] {
        let run = chronicle(&[command, &["--root", root]].concat());
        let said = format!("error: there is no `site.toml` in `{root}`\n");
        assert_eq!((run.code, run.stdout.as_str(), run.stderr), (Some(2), "", said), "{command:?}");
    }
    assert!(tree(empty.path()).is_empty());
    // Above the folder of a test there may be anything; above this one is nothing.
    let run = chronicle_in(Path::new("/"), &["check"]);
    let said = "error: there is no `site.toml` in `/` or above: go to a site, name one with `--root`, or make one with `chronicle init`\n";
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(2), "", said));
}

#[test]
fn an_output_folder_that_is_a_file_is_left_alone() {
    let site = Site::small();
    site.write("out", "mine\n");
    let out = site.path().join("out");
    let run = site.build(&["--output", out.to_str().unwrap()]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with(&format!("error: cannot write `{}`: ", out.display())), "{}", run.stderr);
    assert_eq!(fs::read_to_string(out).unwrap(), "mine\n");
}

/// Root may read everything; there the program runs as nobody.
#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_read_ends_the_run() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let site = Site::small();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let folder = site.path().join("content/statements/2006");
    let program = site.path().join("program");
    fs::copy(PROGRAM, &program).unwrap();
    mode(site.path(), 0o755);
    mode(&folder, 0o000);
    let is_root = fs::read_dir(&folder).is_ok();
    for command in ["check", "build"] {
        let mut run = Command::new(&program);
        run.arg(command).arg("--root").arg(site.path());
        if is_root {
            run.uid(65_534).gid(65_534);
        }
        // Another test that starts a program at this moment holds the copy open for as long.
        let output = loop {
            match run.output() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {}
                output => break output.unwrap(),
            }
        };
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.starts_with(&format!("error: cannot read `{}`: ", folder.display())), "{said}");
    }
    mode(&folder, 0o755);
    assert!(!site.path().join("public").exists());
}

/// `chronicle … | head` and `chronicle … 2>&1 | head`.
#[test]
fn a_reader_that_has_gone_is_no_fault() {
    let site = Site::small();
    let faulty = Site::small();
    faulty.write("content/notes.md", "Not a record.\n");
    for (site, command, code) in [
        (&site, &["--help"][..], 0),
        (&site, &["explain"], 0),
        (&site, &["completions", "bash"], 0),
        (&site, &["schema", "topic"], 0),
        (&site, &["check"], 0),
        (&site, &["build", "--timings"], 0),
        (&site, &["lock"], 0),
        (&site, &["nonsense"], 2),
        (&faulty, &["check"], 1),
        (&faulty, &["check", "--format", "json"], 1),
        (&faulty, &["build"], 1),
        (&faulty, &["new", "topic", "Talks"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut run = Command::new(PROGRAM);
        run.args(command).current_dir(site.path()).stdin(Stdio::null());
        let output = run.stdout(writer.try_clone().unwrap()).stderr(writer).status().unwrap();
        assert_eq!(output.code(), Some(code), "{command:?}");
    }
}

/// Nothing that a file is called or says acts on a terminal, or is a command to the runner of a CI job.
fn assert_inert(text: &str, what: &str) {
    for c in text.chars() {
        let is_hidden = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
        assert!((c == '\n' || !c.is_control()) && !is_hidden, "{c:?} is printed by {what}:\n{text:?}");
    }
    for line in text.lines() {
        let is_own =
            what.contains("github") && ["::error file=", "::warning file="].iter().any(|own| line.starts_with(own));
        assert!(
            is_own || !line.trim_start().starts_with("::") || line.trim_start().starts_with("::: "),
            "{what} commands a runner:\n{text}"
        );
        let rest = if is_own { "" } else { line };
        assert!(!rest.contains("##[") && !rest.contains("##vso["), "{what} commands a runner:\n{text}");
    }
}

/// What hostile names and texts are made of.
const HOSTILE: &str = "\u{1b}[31m\u{1b}]0;x\u{7}\r\u{8}\u{7f}\u{9b}31m\u{85}\u{202e}\u{200b}\u{2028}\u{e0041}\n::error::x\n  ::stop-commands::y\n##[error]z ##vso[t]u";

#[test]
#[cfg(unix)]
fn nothing_that_a_site_says_acts_on_a_terminal() {
    let name = HOSTILE.replace('/', "");
    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join(format!("{name}\n::error::root"));
    let small = Site::small();
    for (path, bytes) in tree(small.path()) {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let yaml = serde_json::to_string(HOSTILE).unwrap();
    let write = |path: &str, text: &str| {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    let statement =
        crate::support::STATEMENT.replace("[commerce]", &format!("[{yaml}]")).replace("[A. Lee]", &format!("[{yaml}]"));
    write("content/statements/2007/2007-02-02-names.md", &statement.replace("2006", "2007"));
    write("content/statements/2008/2008-02-02-raw.md", &format!("---\ntitle: {HOSTILE}\n---\n{HOSTILE}\n"));
    write(
        &format!("content/topics/{name}.md"),
        &format!("---\nlabel: {yaml}\n{yaml}: x\n---\n[a]({HOSTILE}) <{HOSTILE}>\n"),
    );
    write(&format!("static/{name}.html"), HOSTILE);
    write("templates/statement.html", &format!("{{% extends \"{HOSTILE}\" %}}"));
    write(&format!("wording/{name}.ftl"), HOSTILE);
    write("chronicle.lock", &format!("# chronicle.lock 1: x\n{HOSTILE}\n"));
    let at = |arguments: &[&str]| {
        let run = chronicle_in(&root, arguments);
        let what = format!("{arguments:?}");
        assert_inert(&run.stdout, &what);
        assert_inert(&run.stderr, &what);
        run
    };
    for format in ["human", "short", "json", "github", "sarif"] {
        let run = at(&["check", "--format", format]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        let seen_from_above =
            chronicle_in(outer.path(), &["check", "--format", format, "--root", root.to_str().unwrap()]);
        assert_inert(&seen_from_above.stdout, format);
        assert_inert(&seen_from_above.stderr, format);
    }
    for arguments in [
        &["build"][..],
        &["lock"],
        &["new", "topic", "Peace"],
        &["new", "topic", &name],
        &[
            "new",
            "statement",
            "--speaker",
            &name,
            "--topic",
            &name,
            "--title",
            "x",
            "--date",
            "2007",
            "--fidelity",
            "reported",
            "--source",
            "x",
        ],
        &["new", "statement", "--from", &name],
        &["review"],
        &["review", "--base", &name],
        &["check", &name],
        &["check", "--today", &name],
        &["check", "--root", &name],
        &["explain", &name],
        &[&name],
        &["init", &name],
        &["build", "--output", "chronicle.lock/\n::error::x"],
        &["serve", "--port", "0", "--root", "\u{1b}"],
    ] {
        at(arguments);
    }
    fs::write(root.join("site.toml"), format!("title = {yaml}\n{HOSTILE} = 1\n")).unwrap();
    fs::create_dir_all(root.join("content").join(std::ffi::OsStr::new(&name))).unwrap();
    at(&["check"]);
    fs::write(
        root.join("content")
            .join(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"\xff\n::error::x.md")),
        "",
    )
    .unwrap();
    let run = at(&["check"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.starts_with("error: the file name `"), "{}", run.stderr);
}
