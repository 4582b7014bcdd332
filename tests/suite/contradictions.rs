//! Records that say what cannot be, and lists that say one thing twice.

use std::fs;

use crate::support::{STATEMENT, Site};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const SECOND: &str = "content/statements/2006/2006-02-02-second.md";

/// What is found in files, but for what follows from having only these.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let site = Site::small();
    files.iter().for_each(|(path, text)| site.write(path, text));
    let run = site.check(&["--format", "short", "--allow", "no-office-on-date", "--allow", "duplicate-statement"]);
    run.stdout.lines().map(str::to_owned).collect()
}

fn second(more: &str) -> String {
    STATEMENT
        .replace("A first", "A second")
        .replace("The very", "Other")
        .replace("fidelity:", &format!("{more}\nfidelity:"))
}

#[test]
fn a_record_that_cannot_be_is_found() {
    let offices = |offices: &str| format!("---\nname: Ann Lee\nnames: [A. Lee]\noffices:\n{offices}---\n");
    for (path, text, findings) in [
        (
            "content/people/ann-lee.md",
            offices(
                "  - {id: fm, title: Minister, from: 2010, to: 2000-01}\n  - {id: pm, title: PM, from: 2000, to: 2000}\n",
            ),
            &["5:47: error[bad-date]: the office `fm` ends before it begins"][..],
        ),
        (
            "content/people/ann-lee.md",
            offices("  - {id: fm, title: Minister, from: 2000, to: 2004}\n  - {id: fm, title: Minister, from: 2008}\n"),
            &["6:10: error[bad-value]: another office of `ann-lee` has the id `fm`"],
        ),
        (
            "content/organizations/body.md",
            "---\nnames: [{name: Body, from: 2005, to: 1990}]\nparent: body\n---\n".to_owned(),
            &[
                "2:38: error[bad-date]: the name `Body` ends before it begins",
                "3:9: error[broader-cycle]: `body` cannot be part of itself",
            ],
        ),
        (
            "content/places/rome.md",
            "---\nname: Rome\nlat: 90.5\nlon: -181\n---\n".to_owned(),
            &[
                "3:6: error[bad-value]: the latitude is not between -90 and 90 degrees",
                "4:6: error[bad-value]: the longitude is not between -180 and 180 degrees",
            ],
        ),
        ("content/places/rome.md", "---\nname: Rome\nlat: -90\nlon: 180.0\n---\n".to_owned(), &[]),
    ] {
        let expected: Vec<String> = findings.iter().map(|finding| format!("{path}:{finding}")).collect();
        assert_eq!(found(&[(path, &text)]), expected);
    }
    for number in [".nan", ".inf", "-.inf"] {
        let found = found(&[("content/places/rome.md", &format!("---\nname: Rome\nlat: {number}\n---\n"))]);
        assert!(found.len() == 1 && found[0].contains(": error["), "{number}: {found:?}");
    }
}

#[test]
fn bodies_that_are_part_of_each_other_are_found_once() {
    let body = |parent: &str| format!("---\nname: Body within {parent}\nparent: {parent}\n---\n");
    let found = found(&[
        ("content/organizations/a.md", &body("b")),
        ("content/organizations/b.md", &body("c")),
        ("content/organizations/c.md", &body("b")),
        ("content/organizations/d.md", &body("a")),
    ]);
    assert_eq!(found, ["content/organizations/c.md:3:9: error[broader-cycle]: `c` is above `b` already"]);
}

/// In whichever order the names stand, a body is headed by the last.
#[test]
fn a_body_is_called_by_its_last_name() {
    let (old, new) = ("{name: Old Body, from: 1990, to: 2005}", "{name: New Body, from: 2005}");
    let first = STATEMENT.replace("[A. Lee]", "[{organization: body}]");
    for names in
        [format!("[{old}, {new}]"), format!("[{new}, {old}]"), "[{name: New Body}, {name: Old Body}]".to_owned()]
    {
        let site = Site::small();
        site.write("content/organizations/body.md", &format!("---\nnames: {names}\n---\n"));
        site.write(FIRST, &first);
        assert_eq!(site.build(&[]).code, Some(0), "{names}");
        assert!(site.page("organizations/body/index.html").contains("<h1><bdi>New Body</bdi></h1>"), "{names}");
    }
}

#[test]
fn relations_that_come_back_are_found() {
    let first = |more: &str| STATEMENT.replace("fidelity:", &format!("{more}\nfidelity:"));
    for key in ["reiterates", "updates"] {
        let found = found(&[
            (FIRST, &first(&format!("{key}: [2006-02-02-second]"))),
            (SECOND, &second(&format!("{key}: [2006-02-02-first]"))),
        ]);
        let message = format!("`{key}` names `2006-02-02-first`, which leads back to this statement");
        assert_eq!(found, [format!("{SECOND}:6:{}: error[relation-to-later]: {message}", key.len() + 3)]);
    }
    // Of what was said on one day, each may answer the other.
    let answers =
        [(FIRST, first("responds_to: [2006-02-02-second]")), (SECOND, second("responds_to: [2006-02-02-first]"))];
    let answers: Vec<(&str, &str)> = answers.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert_eq!(found(&answers), [""; 0]);
}

#[test]
fn what_stands_twice_in_a_list_is_found() {
    let twice = second("reiterates: [2006-02-02-first, {to: 2006-02-02-first, note: Again}]\ncountries: [GB, GB]");
    assert_eq!(
        found(&[(SECOND, &twice)]),
        [
            format!("{SECOND}:6:32: error[repeated-item]: `reiterates` names `2006-02-02-first` already"),
            format!("{SECOND}:7:17: error[repeated-item]: `countries` names `GB` already"),
        ]
    );
}

#[test]
fn no_record_is_changed_before_its_words_were_said() {
    let text = second(
        "corrections: [{date: 2006-02-01, kind: correction, note: A word}]\nwithdrawn: {date: 2005, reason: Not said}",
    );
    assert_eq!(
        found(&[(SECOND, &text)]),
        [
            format!("{SECOND}:6:22: error[published-before-said]: the record was corrected before the words were said"),
            format!("{SECOND}:7:19: error[published-before-said]: the record was withdrawn before the words were said"),
        ]
    );
    let same_day = second("corrections: [{date: 2006-02, kind: correction, note: A word}]");
    assert_eq!(found(&[(SECOND, &same_day)]), [""; 0]);
}

/// A draft is left out with all that leads to it; what is published names none.
#[test]
fn a_relation_to_a_draft_is_an_error() {
    let site = Site::small();
    site.write(SECOND, &second("draft: true"));
    let related = STATEMENT.replace("fidelity:", "responds_to: [2006-02-02-second]\nfidelity:");
    site.write(FIRST, &related);
    let run = site.check(&["--format", "short"]);
    let message = "the statement `2006-02-02-second` is a draft, and has no page";
    assert!(run.stdout.contains(&format!("{FIRST}:6:15: error[unknown-record]: {message}\n")), "{}", run.stdout);
    assert_eq!(site.build(&["--drafts"]).code, Some(0));
    // An entry that cannot be read has findings of its own.
    fs::write(site.path().join(SECOND), second("draft: true\nfidelty: x")).unwrap();
    assert!(!site.check(&[]).stdout.contains("unknown-record"));
}
