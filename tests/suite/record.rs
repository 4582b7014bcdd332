//! The record's memory: `chronicle lock`, and what it protects.

use std::fs;

use crate::support::{Ran, STATEMENT, Site, chronicle};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const PAGE: &str = "statements/2006-02-02-first/index.html";
const CORRECTION: &str = "corrections:\n  - {date: 2024-05-01, kind: correction, note: Mended.}\nsources";

/// When what is locked was published.
const DAY: &str = "2024-06-01";

fn lock(site: &Site, more: &[&str]) -> Ran {
    chronicle(&[&["lock", "--today", DAY, "--root", site.path().to_str().unwrap()], more].concat())
}

fn locked() -> Site {
    let site = Site::small();
    assert_eq!(lock(&site, &[]).code, Some(0));
    site
}

fn text(site: &Site) -> String {
    fs::read_to_string(site.path().join("chronicle.lock")).unwrap()
}

/// The anchors of a page in the order of the text.
fn anchors(site: &Site) -> Vec<String> {
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = site.page(PAGE);
    page.split("class=\"quotation\" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn codes(site: &Site) -> Vec<String> {
    let run = site.check(&["--format", "short", "--allow", "misnamed-file"]);
    let code = |line: &str| line.split_once('[').unwrap().1.split(']').next().unwrap().to_owned();
    run.stdout.lines().map(code).collect()
}

#[test]
fn the_file_is_written_once_and_then_says_what_the_record_says() {
    let site = Site::small();
    let run = lock(&site, &[]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "chronicle.lock: 3 ids: 3 added, 0 changed, 0 removed\n", "")
    );
    let expected = "\
# chronicle.lock 2: the published record, written by `chronicle lock`
2006-02-02-first statement published=2024-06-01 date=2006-02-02 speakers=ann-lee sources=SOURCE quotations=q1:WORDS
ann-lee person published=2024-06-01
trade topic published=2024-06-01
";
    let written = text(&site);
    let value = |key: &str| written.split_once(key).unwrap().1[..16].to_owned();
    assert_eq!(written.replace(&value("sources="), "SOURCE").replace(&value("q1:"), "WORDS"), expected);
    let run = lock(&site, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "chronicle.lock says what the record says: 3 ids\n"));
    assert_eq!(codes(&site), [""; 0]);
    assert_eq!(site.check(&["--deny", "stale-lock"]).code, Some(0));
}

#[test]
fn nothing_is_locked_while_there_are_errors() {
    let site = locked();
    let before = text(&site);
    site.write(FIRST, &STATEMENT.replace("2006-02-02", "2006-02-03").replace("A. Lee", "A. Lea"));
    let run = lock(&site, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("error[unknown-speaker]") && run.stderr.contains("error[changed-record]"));
    assert!(run.stderr.ends_with(": `chronicle.lock` was not written\n"), "{}", run.stderr);
    assert_eq!(text(&site), before);
    site.write(FIRST, &STATEMENT.replace("2006-02-02", "2006-02-03"));
    assert_eq!(lock(&site, &[]).code, Some(1));
    assert_eq!(lock(&site, &["--allow", "changed-record"]).code, Some(0));
    assert!(text(&site).contains("date=2006-02-03"));
    assert_eq!(lock(&site, &["--drafts"]).code, Some(2));
}

#[test]
fn a_correction_lets_the_record_change_and_is_kept_itself() {
    let site = locked();
    let changed = STATEMENT
        .replace("2006-02-02", "2006-02-03")
        .replace("https://example.com/1", "https://example.com/2")
        .replace("The very words.", "Other words.");
    site.write(FIRST, &changed);
    assert_eq!(codes(&site), ["changed-record", "changed-record", "changed-quotation"]);
    assert_eq!(site.build(&[]).code, Some(1), "build refuses what check does");
    site.write(FIRST, &changed.replace("sources", CORRECTION));
    assert_eq!(codes(&site), [""; 0]);
    assert_eq!(anchors(&site), ["q1"], "corrected words stay where they are cited");
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert!(text(&site).contains(" corrections=1 "), "{}", text(&site));
    site.write(FIRST, &changed);
    assert_eq!(codes(&site), ["changed-record"], "a correction does not go");
}

#[test]
fn how_words_are_printed_does_not_count() {
    let site = Site::small();
    site.write(FIRST, &STATEMENT.replace("The very words.", "The \"very\" words - all."));
    assert_eq!(lock(&site, &[]).code, Some(0));
    let sources = "sources: [\"https://example.com/0\", {url: \"https://example.com/1\", title: Named}]";
    let text = STATEMENT
        .replace("The very words.", "The “very”\n> words — *all*.")
        .replace("sources: [\"https://example.com/1\"]", sources);
    site.write(FIRST, &text);
    assert_eq!(codes(&site), [""; 0], "and a source can be added, or described better");
}

#[test]
fn ids_do_not_vanish() {
    let site = locked();
    let renamed = "content/statements/2006/2006-02-02-renamed.md";
    fs::rename(site.path().join(FIRST), site.path().join(renamed)).unwrap();
    assert_eq!(codes(&site), ["vanished-record"]);
    let with_old = STATEMENT.replace("sources", "old_ids: [2006-02-02-first]\nsources");
    site.write(renamed, &with_old);
    assert_eq!(codes(&site), [""; 0]);
    site.write(renamed, &with_old.replace("The very words.", "Other words."));
    assert_eq!(codes(&site), ["changed-quotation"], "the record is the same under another id");
    site.write(renamed, &with_old);
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert!(
        text(&site).contains(
            "\n2006-02-02-first statement published=2024-06-01\n2006-02-02-renamed statement published=2024-06-01 date="
        ),
        "{}",
        text(&site)
    );
    site.write(renamed, STATEMENT);
    assert_eq!(codes(&site), ["vanished-record"], "the former address is cited, too");
}

#[test]
fn a_withdrawn_statement_has_no_words_to_keep() {
    let site = locked();
    let withdrawn = STATEMENT.replace("sources", "withdrawn: {date: 2024-05-01, reason: Forged.}\nsources");
    let of_another = withdrawn.replace("[A. Lee]", "[{country: GB}]").replace("2006-02-02", "2006-02-03");
    site.write(FIRST, &of_another.replace("> The very words.\n", ""));
    assert_eq!(
        codes(&site).iter().filter(|code| *code == "changed-record").count(),
        2,
        "whose they were, and when, stays"
    );
    site.write(FIRST, &withdrawn.replace("> The very words.\n", ""));
    assert_eq!(codes(&site), [""; 0]);
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert!(text(&site).contains(" withdrawn quotations=q1:gone\n"), "{}", text(&site));
    site.write(FIRST, STATEMENT);
    assert_eq!(codes(&site), ["changed-record"]);
}

#[test]
fn quotations_keep_their_anchors() {
    let site = locked();
    assert_eq!(anchors(&site), ["q1"]);
    let two = STATEMENT.replace("> The very", "> Words before.\n\nand\n\n> The very");
    site.write(FIRST, &two);
    assert_eq!(anchors(&site), ["q2", "q1"], "what is put in gets the next number");
    let linked = two.replace("What was said", "What was [said](#q2) and [said](../2006/2006-02-02-first.md#q1)");
    site.write(FIRST, &linked);
    assert_eq!(codes(&site), [""; 0]);
    site.write(FIRST, &linked.replace("#q2", "#q3"));
    assert_eq!(codes(&site), ["broken-link"]);
    site.write(FIRST, &two);
    assert_eq!(lock(&site, &[]).code, Some(0));
    site.write(FIRST, STATEMENT);
    assert_eq!(codes(&site), ["removed-quotation"]);
    site.write(FIRST, &STATEMENT.replace("sources", CORRECTION));
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert!(text(&site).contains(",q2:gone\n"), "{}", text(&site));
    let third = STATEMENT.replace("sources", CORRECTION).replace("> The very", "> A third.\n\nand\n\n> The very");
    site.write(FIRST, &third);
    assert_eq!(anchors(&site), ["q3", "q1"], "what is gone is never given again");
}

#[test]
fn drafts_are_not_published() {
    let site = Site::small();
    site.write(FIRST, &STATEMENT.replace("sources", "draft: true\nsources"));
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert!(!text(&site).contains("2006-02-02-first"), "{}", text(&site));
    assert_eq!(site.check(&["--drafts", "--deny", "stale-lock"]).code, Some(0));
}

#[test]
fn a_record_that_cannot_be_read_has_not_vanished() {
    let site = locked();
    site.write(FIRST, &STATEMENT.replace("fidelity", "fidelty"));
    assert!(!codes(&site).contains(&"vanished-record".to_owned()));
}

#[test]
fn a_source_that_is_protected_now_is_the_same() {
    let site = Site::small();
    site.write(FIRST, &STATEMENT.replace("https:", "http:"));
    assert_eq!(lock(&site, &[]).code, Some(0));
    site.write(FIRST, STATEMENT);
    assert_eq!(codes(&site), [""; 0]);
    site.write(FIRST, &STATEMENT.replace("example.com/1", "example.com/2"));
    assert_eq!(codes(&site), ["changed-record"]);
}

#[test]
fn a_file_that_is_no_text_is_refused_at_its_place() {
    let site = locked();
    let lock = text(&site).into_bytes();
    let broken = [&lock[..], &b"\xff".repeat(80)[..], b" person\n"].concat();
    fs::write(site.path().join("chronicle.lock"), broken).unwrap();
    let run = site.check(&["--format", "short"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(1), "chronicle.lock:5:1: error[bad-lock]: the file is not UTF-8 text\n")
    );
}

/// What is locked, with the first line of version 1.
fn locked_by_version_1() -> Site {
    let site = locked();
    site.write("chronicle.lock", &without_days(&site).replace("lock 2:", "lock 1:"));
    site
}

/// The lock as it was before days were noted.
fn without_days(site: &Site) -> String {
    text(site).replace(&format!(" published={DAY}"), "")
}

#[test]
fn the_first_version_is_read_and_written_as_the_second() {
    let site = locked_by_version_1();
    assert_eq!(codes(&site), [""; 0]);
    let before = text(&site);
    assert_eq!(site.check(&["--deny", "stale-lock"]).code, Some(1));
    site.write(FIRST, &STATEMENT.replace("The very", "Other"));
    assert_eq!(codes(&site), ["changed-quotation"], "it protects what it knows");
    site.write(FIRST, STATEMENT);
    let run = lock(&site, &[]);
    assert_eq!(
        run.stdout,
        "chronicle.lock: 3 ids: 0 added, 0 changed, 0 removed; \
         written as version 2, which programs that know only version 1 refuse\n"
    );
    assert_eq!(text(&site), before.replace("lock 1:", "lock 2:"));
}

#[test]
fn a_version_that_is_not_known_is_refused_and_never_written_over() {
    for (first, message) in [
        (
            "# chronicle.lock 3: later",
            "the file is of version 3, and this program, chronicle VERSION, reads the versions 1 and 2",
        ),
        (
            "# chronicle.lock 12:",
            "the file is of version 12, and this program, chronicle VERSION, reads the versions 1 and 2",
        ),
        ("# chronicle.lock 0:", "the first line does not begin with `# chronicle.lock 2:`"),
        ("# chronicle.lock 02:", "the first line does not begin with `# chronicle.lock 2:`"),
        ("# chronicle.lock 2", "the first line does not begin with `# chronicle.lock 2:`"),
        ("", "the first line does not begin with `# chronicle.lock 2:`"),
    ] {
        let site = locked();
        let (_, lines) = text(&site).split_once('\n').map(|(first, rest)| (first.to_owned(), rest.to_owned())).unwrap();
        let other = format!("{first}\n{}", lines.replace("speakers=", "oaths=1 speakers="));
        site.write("chronicle.lock", &other);
        let message = message.replace("VERSION", env!("CARGO_PKG_VERSION"));
        let run = site.check(&["--format", "short"]);
        assert_eq!((run.code, run.stdout), (Some(1), format!("chronicle.lock:1:1: error[bad-lock]: {message}\n")));
        let run = lock(&site, &[]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(text(&site), other);
    }
}

#[test]
fn a_key_that_is_not_known_is_refused_and_not_dropped() {
    let site = locked();
    let before = text(&site).replace(" speakers=", " licence=CC0 speakers=");
    site.write("chronicle.lock", &before);
    assert_eq!(codes(&site), ["bad-lock"]);
    assert_eq!(lock(&site, &[]).code, Some(1));
    assert_eq!(text(&site), before);
}

#[test]
fn days_are_kept_and_given_to_nothing_that_was_locked_without() {
    let site = locked();
    let with_days = without_days(&site)
        .replace("first statement ", "first statement published=2024-02-29 ")
        .replace("ann-lee person", "ann-lee person published=2023-01-02");
    site.write("chronicle.lock", &with_days);
    assert_eq!(codes(&site), [""; 0]);
    assert_eq!(site.check(&["--deny", "stale-lock"]).code, Some(0));
    let renamed = "content/statements/2006/2006-02-02-renamed.md";
    fs::remove_file(site.path().join(FIRST)).unwrap();
    site.write(renamed, &STATEMENT.replace("sources", "old_ids: [2006-02-02-first]\nsources"));
    assert_eq!(codes(&site), [""; 0]);
    assert_eq!(lock(&site, &[]).code, Some(0));
    let now = text(&site);
    assert!(now.contains("\n2006-02-02-first statement published=2024-02-29\n"), "{now}");
    assert!(now.contains("\n2006-02-02-renamed statement published=2024-02-29 date="), "it is the same record: {now}");
    assert!(now.contains("\nann-lee person published=2023-01-02\n") && now.contains("\ntrade topic\n"), "{now}");
}

#[test]
fn a_last_line_with_a_dash_may_be_read_either_way() {
    let quotation = |text: &str| STATEMENT.replace("> The very words.", text);
    let said = "> The very words.\n> — Ann Lee";
    let site = Site::small();
    site.write(FIRST, &quotation(said));
    assert_eq!(lock(&site, &[]).code, Some(0));
    let locked = text(&site);
    let hash = |locked: &str| locked.split_once("q1:").unwrap().1[..16].to_owned();
    // The same in one line is nothing but words.
    let other = Site::small();
    other.write(FIRST, &quotation("> The very words. — Ann Lee"));
    assert_eq!(lock(&other, &[]).code, Some(0));
    let (hash, as_words) = (hash(&locked), hash(&text(&other)));
    assert_ne!(hash, as_words);
    site.write("chronicle.lock", &locked.replace(&hash, &as_words));
    assert_eq!(codes(&site), [""; 0]);
    let more = format!("> Words before.\n\nand\n\n{said}");
    site.write(FIRST, &quotation(&more));
    assert_eq!(anchors(&site), ["q2", "q1"]);
    site.write(FIRST, &quotation("> The very words.\n> — Bo Day"));
    assert_eq!(codes(&site), ["changed-quotation"]);
    site.write(FIRST, &quotation("> Other words.\n> — Ann Lee"));
    assert_eq!(codes(&site), ["changed-quotation"]);
}

#[test]
fn an_attribution_that_was_locked_does_not_become_words_unseen() {
    let quotation = |line: &str| STATEMENT.replace("> The very words.", &format!("> The very words.\n> {line}"));
    for version in ["lock 2:", "lock 1:"] {
        let site = Site::small();
        site.write(FIRST, &quotation("— A. Lee"));
        assert_eq!(lock(&site, &[]).code, Some(0));
        site.write("chronicle.lock", &without_days(&site).replace("lock 2:", version));
        for line in ["— A. Lee", "-- A. Lee"] {
            site.write(FIRST, &quotation(line));
            assert_eq!(codes(&site), [""; 0], "{line}");
        }
        for line in ["&mdash; A. Lee", "&#8212; A. Lee", "\\-- A. Lee", "*&mdash; A. Lee*"] {
            site.write(FIRST, &quotation(line));
            assert_eq!(codes(&site), ["changed-quotation"], "{version} {line}");
            assert!(site.check(&[]).stdout.contains("said whose words they are; now it is a part of them"));
            site.write(FIRST, &quotation(line).replace("sources", CORRECTION));
            assert_eq!(codes(&site), [""; 0], "a correction says so");
        }
    }
    // A name that is taken off the record takes the attribution with it.
    let site = Site::small();
    site.write(FIRST, &quotation("— A. Lee"));
    assert_eq!(lock(&site, &[]).code, Some(0));
    site.write("content/people/ann-lee.md", "---\nname: Ann Lee\n---\n");
    site.write(FIRST, &quotation("— A. Lee").replace("[A. Lee]", "[ann-lee]"));
    assert!(codes(&site).contains(&"changed-quotation".to_owned()), "{:?}", codes(&site));
}

#[test]
fn a_body_that_has_another_id_is_the_same() {
    let site = Site::small();
    site.write("content/organizations/envoys.md", "---\nname: Envoys\n---\n");
    let by = STATEMENT.replace("speakers: [A. Lee]", "speakers: [{office: Envoy, organization: envoys}]");
    site.write(FIRST, &by);
    let levels = ["--allow", "orphan-topic"];
    assert_eq!(lock(&site, &levels).code, Some(0));
    fs::remove_file(site.path().join("content/organizations/envoys.md")).unwrap();
    site.write("content/organizations/envoys-office.md", "---\nname: Envoys\nold_ids: [envoys]\n---\n");
    site.write(FIRST, &by.replace("organization: envoys", "organization: envoys-office"));
    assert_eq!(codes(&site), [""; 0]);
    site.write("content/organizations/others.md", "---\nname: Others\n---\n");
    site.write(FIRST, &by.replace("organization: envoys", "organization: others"));
    assert_eq!(codes(&site), ["changed-record"]);
}

#[test]
fn a_publisher_is_the_same_by_its_id_and_by_its_names() {
    let site = Site::small();
    let body = "content/organizations/gazette.md";
    site.write(body, "---\nname: The Gazette\nvariants: [Gazette of Trade]\nold_ids: [old-gazette]\n---\n");
    let by = |publisher: &str| {
        STATEMENT.replace("[\"https://example.com/1\"]", &format!("[{{title: Talks, publisher: {publisher}}}]"))
    };
    let forms = ["gazette", "The Gazette", "Gazette of Trade", "old-gazette"];
    for one in forms {
        site.write(FIRST, &by(one));
        assert_eq!(lock(&site, &["--allow", "changed-record"]).code, Some(0), "{one}");
        for other in forms {
            site.write(FIRST, &by(other));
            let found = codes(&site);
            assert!(found.iter().all(|code| code == "former-id" && other == "old-gazette"), "{one} {other}: {found:?}");
        }
        site.write(FIRST, &by("The Herald"));
        assert_eq!(codes(&site), ["changed-record"], "{one}");
    }
}

/// What `chronicle lock` writes it can read, whatever an office is called.
#[test]
fn any_office_that_is_recorded_can_be_locked_and_read_again() {
    for office in ["Envoy", "Посол", "a,b = c", "'q1'", "①", "İ", "٣", "大使", "x: y#z", "☭ 1"] {
        let site = Site::small();
        let quoted = serde_json::to_string(office).unwrap();
        let by = STATEMENT.replace("speakers: [A. Lee]", &format!("speakers: [{{office: {quoted}}}]"));
        site.write(FIRST, &by);
        let run = lock(&site, &[]);
        assert_eq!(run.code, Some(0), "{office}: {}", run.stderr);
        let run = site.check(&["--format", "short"]);
        assert_eq!((run.code, run.stdout.contains("bad-lock")), (Some(0), false), "{office}: {}", run.stdout);
    }
}

/// What was locked while descriptions of pictures counted as words keeps its anchor, and is locked anew without them.
#[test]
fn a_quotation_with_a_picture_that_was_locked_with_its_description() {
    let site = Site::small();
    site.write("static/p.png", "no picture");
    let with = |quotation: &str| site.write(FIRST, &STATEMENT.replace("What was said.", quotation));
    with("Said:\n\n> Ships The table sail.\n");
    assert_eq!(lock(&site, &[]).code, Some(0));
    let before = text(&site);
    with("Said:\n\n> Ships ![The table](/p.png) sail.\n");
    let run = site.check(&["--format", "short"]);
    assert!(!run.stdout.contains("changed-quotation"), "{}", run.stdout);
    assert_eq!(lock(&site, &[]).code, Some(0));
    assert_ne!(text(&site), before);
    with("Said:\n\n> Ships ![Another table](/p.png) sail.\n");
    let run = site.check(&["--format", "short"]);
    assert!(!run.stdout.contains("changed-quotation"), "{}", run.stdout);
    with("Said:\n\n> Ships ![Another table](/p.png) sink.\n");
    let run = site.check(&["--format", "short"]);
    assert!(run.stdout.contains("changed-quotation"), "{}", run.stdout);
}
