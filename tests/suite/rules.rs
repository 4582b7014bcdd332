//! The rules beyond parsing on hard cases: what looks wrong and is not, and what looks right and is not. That each
//! code is found at all is in `tests/diagnostics.rs`.

use std::fs;

use crate::support::{STATEMENT, Site};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const SOURCE: &str = "\"https://example.com/1\"";

/// What is found, one line each, without the paths.
fn found(site: &Site) -> Vec<String> {
    let run = site.check(&["--format", "short", "--today", "2020-01-01"]);
    run.stdout.lines().map(|line| line.split_once(": ").unwrap().1.to_owned()).collect()
}

fn found_in(statement: &str) -> Vec<String> {
    let site = Site::small();
    site.write(FIRST, statement);
    found(&site)
}

fn source(map: &str) -> String {
    STATEMENT.replace(SOURCE, map)
}

#[test]
fn text_that_deceives_nobody() {
    for text in [
        "5 μg, 3 kΩ, β-blockers, IT-компания, Windows’а, 3D.",
        "می\u{200c}خواهم, नमस्\u{200d}ते",
        "e\u{301}, и\u{306}, Москва\u{301}",
        "👩\u{200d}💻 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 葛\u{e0100}",
        "[x](https://example.org/100%25/caf%C3%A9/%D0%BC%D0%B8%D1%80) &amp; &#1080; &nbsp;&eacute;",
    ] {
        assert_eq!(found_in(&STATEMENT.replace("What was said.", text)), [""; 0], "{text}");
    }
    for title in ["'C:\\bin\\a'", "\"Tab\\tand \\u00e9\"", "Ελλάδα και Россия"] {
        assert_eq!(found_in(&STATEMENT.replace("A first statement", title)), [""; 0], "{title}");
    }
}

#[test]
fn text_that_deceives() {
    let of = |text: &str| found_in(&STATEMENT.replace("What was said.", text)).len();
    for text in ["m\u{585}del", "\u{1d41a}bc", "a\u{34f}b", "a\u{2060}b", "a\u{206a}b", "x\u{fe00}", "&zwj;", "a\rb"] {
        assert_eq!(of(text), 1, "{text:?}");
    }
    for title in ["\"a\\x07\"", "\"a\\e[1m\"", "\"\\U0000202Eb\""] {
        assert_eq!(found_in(&STATEMENT.replace("A first statement", title)).len(), 1, "{title}");
    }
}

#[test]
fn archives() {
    let of = |archived: &str| found_in(&source(&format!("{{url: {SOURCE}, archived: \"{archived}\"}}")));
    for right in [
        "https://web.archive.org/web/20230306120000/https://example.com/1",
        "https://web.archive.org/web/2023id_/http://www.example.com:80/1/#top",
        "https://web.archive.org/web/2023/https%3A%2F%2Fexample.com%2F1",
        "https://archive.ph/Xy12Z",
        "https://archive.today/2023.03.06-120000/https://example.com/1",
        "https://perma.cc/ABCD-1234",
    ] {
        assert_eq!(of(right), [""; 0], "{right}");
    }
    for wrong in [
        "https://web.archive.org/web/2023/https://example.com/2",
        "https://archive.today/2023.03.06-120000/https://example.com/2",
        "https://www.example.com/1",
    ] {
        let found = of(wrong);
        assert!(found.len() == 1 && found[0].starts_with("warning[foreign-archive]"), "{wrong}: {found:?}");
    }
}

#[test]
fn dates_after_today() {
    let of = |key: &str| found_in(&STATEMENT.replace("fidelity:", &format!("{key}\nfidelity:"))).len();
    assert_eq!(of("corrections: [{date: 2020-01-01, kind: correction, note: A word}]"), 0);
    assert_eq!(of("corrections: [{date: 2020, kind: correction, note: A word}]"), 0);
    assert_eq!(of("corrections: [{date: 2020-01-02, kind: correction, note: A word}]"), 1);
    assert_eq!(of("withdrawn: {date: 2020-01-02, reason: A mistake}"), 1);
    for key in ["date", "accessed", "archived_on"] {
        assert_eq!(found_in(&source(&format!("{{url: {SOURCE}, {key}: 2020-01-02}}"))).len(), 1, "{key}");
        assert_eq!(found_in(&source(&format!("{{url: {SOURCE}, {key}: 2020-01-01}}"))).len(), 0, "{key}");
    }
}

#[test]
fn former_ids_lead_to_the_record_and_are_told() {
    let site = Site::small();
    site.write("content/people/ann-lee.md", "---\nname: Ann Lee\nold_ids: [a-lee, commerce]\n---\n");
    site.write("content/topics/trade.md", "---\nlabel: Trade\nold_ids: [old-trade]\n---\n");
    site.write("content/topics/tolls.md", "---\nlabel: Tolls\nbroader: [old-trade]\nold_ids: old-tolls\n---\n");
    site.write("content/organizations/un.md", "---\nname: United Nations\nold_ids: [uno]\n---\n");
    site.write("content/organizations/body.md", "---\nname: Body\nparent: uno\n---\n");
    site.write("content/places/rome.md", "---\nname: Rome\nold_ids: [roma]\n---\n");
    let event =
        "---\nname: Talks\ndate: 2006\nplace: roma\nhost: uno\nparticipants: [a-lee, FR]\nold_ids: [old-talks]\n---\n";
    site.write("content/events/talks.md", event);
    let keys = "event: old-talks\nplace: roma\norganizations: [uno]\naudience: [uno, a-lee]\nfidelity";
    let one = STATEMENT.replace("[A. Lee]", "[a-lee]").replace("[commerce]", "[old-trade, old-tolls]");
    site.write(FIRST, &one.replace("fidelity", keys));
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(run.stderr.matches("warning[former-id]").count(), 13, "{}", run.stderr);
    assert!(run.stderr.contains("`a-lee` is a former id of `ann-lee`") && run.stderr.contains("help: write `ann-lee`"));
    for page in ["people/ann-lee", "topics/trade", "topics/tolls", "organizations/un", "places/rome", "events/talks"] {
        assert!(site.page(&format!("{page}/index.html")).contains("/statements/2006-02-02-first/"), "{page}");
    }
    // The help leads to what is right, and to the same site.
    let before = site.tree();
    let is_same = |path: &str| !path.starts_with("statements/2006") && !path.contains("sitemap");
    for (path, text) in crate::support::tree(site.path()).into_iter().filter(|(path, _)| path.starts_with("content")) {
        let text = String::from_utf8(text).unwrap();
        let (head, tail) =
            text.split_once("old_ids").map_or((text.as_str(), ""), |(head, _)| (head, &text[head.len()..]));
        let pairs = [("a-lee", "ann-lee"), ("uno", "un"), ("roma", "rome"), ("old-t", "t")];
        let head = pairs.iter().fold(head.to_owned(), |head, (old, new)| head.replace(old, new));
        site.write(path.to_str().unwrap(), &format!("{head}{tail}"));
    }
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let after = site.tree();
    assert!(before.keys().eq(after.keys()));
    for (path, bytes) in before.iter().filter(|(path, _)| is_same(path.to_str().unwrap())) {
        assert!(bytes == &after[path], "{path:?}");
    }
    // An id of one before and a name of another now is neither.
    site.write("content/people/bo-day.md", "---\nname: Bo Day\nnames: [A-Lee]\n---\n");
    site.write(FIRST, &STATEMENT.replace("[A. Lee]", "[a-lee]").replace("commerce", "trade"));
    assert!(found(&site).iter().any(|line| line.starts_with("error[ambiguous-name]")));
}

#[test]
fn an_audience_may_be_a_group_in_words() {
    let site = Site::small();
    site.write("content/organizations/un.md", "---\nname: United Nations\n---\n");
    site.write("content/organizations/union.md", "---\nname: Union of Students\n---\n");
    let with = |word: &str| site.write(FIRST, &STATEMENT.replace("fidelity", &format!("audience: [{word}]\nfidelity")));
    for word in [
        "Everyone",
        "journalists",
        "the ambassadors",
        "Students",
        "Germans",
        "Participants of the United Nations conference",
        "посол",
        "IOC",
    ] {
        with(word);
        let run = site.build(&["--allow", "orphan-topic"]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{word}");
        assert!(site.page("statements/2006-02-02-first/index.html").contains(word), "{word}");
    }
    for (word, help) in [
        ("Unitd Nations", "if `United Nations` is meant, write `United Nations`"),
        ("kz", "write `KZ`"),
        ("Kazakhstan", "write `KZ` (Kazakhstan)"),
        ("USA", "write `US` (United States)"),
        ("foreign-press", "write the group in words, or add the record"),
    ] {
        with(word);
        let run = site.check(&[]);
        assert!(run.stdout.contains("error[unknown-audience]"), "{word}: {}", run.stdout);
        let help = help.replace(" (Kazakhstan)", "");
        assert!(run.stdout.contains(&format!("= help: {help}")), "{word}: {}", run.stdout);
    }
}

#[test]
fn an_id_is_never_a_name_of_another_time() {
    let site = Site::small();
    let names =
        "names:\n  - {name: New Body, from: 2001}\n  - {name: Old Body, short: OB, to: 2000}\nold_ids: [old-ob]\n";
    site.write("content/organizations/ob.md", &format!("---\n{names}---\n"));
    let with = |word: &str| {
        site.write(FIRST, &STATEMENT.replace("fidelity", &format!("organizations: [{word}]\nfidelity")));
        found(&site).iter().filter(|line| line.contains("name-of-another-time")).count()
    };
    assert_eq!((with("ob"), with("OB"), with("Old  Body"), with("old-ob"), with("New Body")), (0, 1, 1, 0, 0));
}

#[test]
fn what_a_build_leaves_is_right_on_any_other_day() {
    let site = Site::small();
    for (day, is_past) in [("2006-02-02", true), ("2007-01-01", true), ("2006-02-01", false), ("2006-02-02", true)] {
        for level in ["--deny", "--warn", "--allow"] {
            let run = site.build(&["--today", day, level, "future-date"]);
            let shown = match (is_past, level) {
                (true, _) | (false, "--allow") => None,
                (false, "--warn") => Some("warning[future-date]: the date is later than 2006-02-01"),
                (false, _) => Some("error[future-date]: the date is later than 2006-02-01"),
            };
            assert_eq!(run.stderr.lines().next(), shown, "{day} {level}: {}", run.stderr);
        }
    }
}

/// Some thirty words about one thing.
fn text_about(thing: &str) -> String {
    format!(
        "Of {thing} the minister said that talks were to begin in spring, that {thing} was of weight to all who had come, \
         that nobody would be left out, and that {thing} would be on the table of the next meeting as well.\n"
    )
}

#[test]
fn statements_that_are_titled_alike() {
    let two = |title: &str, text: &str| {
        let site = Site::small();
        let one =
            STATEMENT.replace("What was said.", &text_about("fish")).replace("A first statement", "Reply on Iran");
        site.write(FIRST, &one);
        let other = STATEMENT.replace("What was said.", text).replace("A first statement", title);
        site.write("content/statements/2006/2006-02-02-second.md", &other);
        found(&site).len()
    };
    let other = "It was agreed upon by the heads of both houses that wheat, steel and coal may pass the border without \
        a fee from the first of May on, and that either side can end this with notice of a year. He thanked them.\n";
    assert_eq!(two("Reply on Iraq", other), 0, "titles that differ by a word, and texts that have nothing in common");
    assert_eq!(two("Reply on Iraq", &text_about("fish")), 1, "the same text");
    assert_eq!(two("Reply on Iran", other), 1, "the same title");
    assert_eq!(two("Reply on Iran.", "Short."), 1, "nothing to tell them apart");
}

#[test]
fn speakers_in_another_order_are_the_same() {
    let site = Site::small();
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    let by = |speakers: &str| STATEMENT.replace("[A. Lee]", speakers);
    site.write(FIRST, &by("[ann-lee, bo-day]"));
    site.write("content/statements/2006/2006-02-02-second.md", &by("[Bo Day, Ann Lee]"));
    assert_eq!(found(&site).len(), 1);
}

#[test]
fn folders_of_years() {
    let site = Site::small();
    let other = |day: &str, title: &str| STATEMENT.replace("2006-02-02", day).replace("A first statement", title);
    site.write("content/statements/2006-02-03-loose.md", &other("2006-02-03", "Something else"));
    assert_eq!(found(&site), [""; 0], "one here and one there");
    site.write("content/statements/2006/2006-02-04-third.md", &other("2006-02-04", "More"));
    let found_now = found(&site);
    assert!(found_now.len() == 1 && found_now[0].starts_with("warning[wrong-year-folder]"), "{found_now:?}");
    fs::remove_file(site.path().join("content/statements/2006-02-03-loose.md")).unwrap();
    site.write("content/statements/2006/2006-02-050-x.md", &other("2006-02-05", "And more"));
    let found_now = found(&site);
    assert!(found_now.len() == 1 && found_now[0].starts_with("warning[misnamed-file]"), "{found_now:?}");
}

#[test]
fn text_is_text_whatever_else_is_wrong() {
    for title in ["2006", "~", "null", "true", "1.5"] {
        let alone = found_in(&STATEMENT.replace("A first statement", title));
        assert!(alone.len() == 1 && alone[0].starts_with("error[wrong-type]"), "{title}: {alone:?}");
    }
    assert_eq!(found_in(&STATEMENT.replace("A first statement", "\"2006\"")), [""; 0]);
}

#[test]
fn help_across_alphabets() {
    let site = Site::small();
    site.write("content/people/sergey-lavrov.md", "---\nname: Sergey Lavrov\n---\n");
    site.write("content/organizations/un.md", "---\nname: United Nations\n---\n");
    let help = |from: &str, to: &str| {
        site.write(FIRST, &STATEMENT.replace(from, to));
        let run = site.check(&["--format", "json", "--allow", "orphan-topic"]);
        let finding: serde_json::Value = serde_json::from_str(run.stdout.lines().next().unwrap()).unwrap();
        finding["help"].as_str().unwrap().to_owned()
    };
    assert_eq!(help("[A. Lee]", "[Сергей Лавров]"), "if `Sergey Lavrov` is meant, write `Sergey Lavrov`");
    assert_eq!(help("[A. Lee]", "[\"Lawrow, Sergej\"]"), "if `Sergey Lavrov` is meant, write `Sergey Lavrov`");
    assert_eq!(help("[A. Lee]", "[Энн Ли]"), "if `Ann Lee` is meant, write `Ann Lee`");
    assert_eq!(help("[commerce]", "[трэйд]"), "write `Trade`");
    assert_eq!(
        help("fidelity", "audience: [Unitd Nations]\nfidelity"),
        "if `United Nations` is meant, write `United Nations`"
    );
    assert_eq!(help("fidelity", "audience: [Lavroff]\nfidelity"), "if `Sergey Lavrov` is meant, write `Sergey Lavrov`");
    assert_eq!(help("fidelity", "audience: [Russia]\nfidelity"), "write `RU`");
    assert_eq!(
        help("fidelity", "organizations: [\"Nations, United\"]\nfidelity"),
        "if `United Nations` is meant, write `United Nations`"
    );
    assert_eq!(help("What was said.", "[x](sergey-lavrov.md)"), "write `../../people/sergey-lavrov.md`");
    assert_eq!(help("What was said.", "[x](../../people/sergei-lavrow.md)"), "write `../../people/sergey-lavrov.md`");
}

#[test]
fn a_host_that_looks_like_one_of_the_record_is_found() {
    for (known, other) in [
        ("kremlin.ru", "krernlin.ru"),
        ("kremlin.ru", "en.krernlin.ru"),
        ("en.kremlin.ru", "krernlin.ru"),
        ("google.com", "googłe.com"),
        ("google.com", "goog1e.com"),
        ("nn.org", "ṇn.org"),
        ("state.gov", "sṭate.gov:443"),
    ] {
        let site = Site::small();
        let write = |number: usize, host: &str| {
            let statement = STATEMENT.replace("https://example.com/1", &format!("https://{host}/{number}"));
            let statement = statement.replace("2006-02-02", &format!("2006-02-0{number}"));
            site.write(&format!("content/statements/2006/2006-02-0{number}-more.md"), &statement);
        };
        write(3, known);
        write(4, other);
        write(5, known);
        let found = site.check(&[]).stdout;
        assert!(found.contains("error[deceptive-link]") && found.contains("2006-02-04-more.md"), "{other}\n{found}");
        assert_eq!(found.matches("[deceptive-link]").count(), 1, "{found}");
        write(4, "example.net");
        assert!(!site.check(&[]).stdout.contains("deceptive-link"), "{known}");
    }
}

/// Hosts that readers tell apart are as good as any; of two that are alike and as frequent, both are shown.
#[test]
fn only_hosts_that_look_alike_are_found() {
    let site = Site::small();
    let write = |number: usize, host: &str| {
        let statement = STATEMENT.replace("https://example.com/1", &format!("https://{host}/{number}"));
        let date = format!("2006-02-{number:02}");
        site.write(&format!("content/statements/2006/{date}-more.md"), &statement.replace("2006-02-02", &date));
    };
    let honest = [
        "मिल.भारत",
        "मेल.भारत",
        "किरण.भारत",
        "करण.भारत",
        "ปา.ไทย",
        "ป่า.ไทย",
        "мой.рф",
        "мои.рф",
        "müller.de",
        "muller.de",
        "kormány.hu",
        "kormany.hu",
        "a.com.au",
        "b.corn.au",
        "un.org",
        "www.un.org",
        "news.un.org",
    ];
    for (number, host) in honest.into_iter().enumerate() {
        write(number + 3, host);
    }
    let found = site.check(&["--allow", "misnamed-file"]).stdout;
    assert!(!found.contains("deceptive-link"), "{found}");
    write(20, "gov.pl");
    write(21, "gov.p1");
    // Too long to be a host, however many parts it has.
    write(22, &"a.".repeat(2000));
    let found = site.check(&[]).stdout;
    assert!(found.contains("`gov.pl` and `gov.p1` look alike") && found.contains("`gov.p1` and `gov.pl` look alike"));
}
