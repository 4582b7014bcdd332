//! `chronicle new` and `chronicle schema`: whole answers and whole files.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Ran, STATEMENT, Site, chronicle};

/// Runs the program in a folder, with `input` to read.
fn chronicle_in(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chronicle"));
    let piped = || Stdio::piped();
    let mut child =
        command.args(arguments).current_dir(folder).stdin(piped()).stdout(piped()).stderr(piped()).spawn().unwrap();
    // A program that has ended already reads nothing.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn new(site: &Site, arguments: &[&str]) -> Ran {
    chronicle_in(site.path(), &[&["new"], arguments].concat(), "")
}

fn file(site: &Site, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Asserts that a run ended well with this on standard output, and nothing else.
fn wrote(run: &Ran, stdout: &str) {
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (Some(0), "", stdout));
}

/// Asserts that a run was refused with this on standard error, and nothing else.
fn refused(run: &Ran, code: i32, stderr: &str) {
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (Some(code), stderr, ""));
}

fn builds(site: &Site) {
    // A new topic has no statement yet.
    let run = site.build(&["--allow", "orphan-topic"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// Flags for a whole statement.
const WHOLE: [&str; 15] = [
    "statement",
    "--title",
    "Trade: what next, and why",
    "--date",
    "2006-03-01",
    "--speaker",
    "A. Lee",
    "--topic",
    "commerce",
    "--fidelity",
    "reported",
    "--source",
    "https://example.com/2",
    "--quote",
    "1. We *will* trade.\n\nMore than before.",
];

#[test]
fn a_statement_from_flags() {
    let site = Site::small();
    wrote(
        &new(&site, &WHOLE),
        "wrote content/statements/2006/2006-03-01-trade-what-next-and-why.md\nnext: run `chronicle check`\n",
    );
    assert_eq!(
        file(&site, "content/statements/2006/2006-03-01-trade-what-next-and-why.md"),
        "---\n\
         title: \"Trade: what next, and why\"\n\
         date: 2006-03-01\n\
         speakers: [ann-lee]\n\
         topics: [trade]\n\
         fidelity: reported\n\
         sources: [https://example.com/2]\n\
         ---\n\
         > 1\\. We \\*will\\* trade.\n>\n> More than before.\n"
    );
    builds(&site);
    assert!(site.page("statements/2006-03-01-trade-what-next-and-why/index.html").contains("1. We *will* trade."));
}

#[test]
fn every_key_has_a_flag_and_the_first_source_its_title() {
    let site = Site::small();
    wrote(
        &new(&site, &["organization", "World Trade Body", "--also", "WTB", "--country", "CH"]),
        "wrote content/organizations/world-trade-body.md\nnext: run `chronicle check`\n",
    );
    wrote(
        &new(&site, &["event", "Trade talks", "--date", "2006-03"]),
        "wrote content/events/2006-03-trade-talks.md\nnext: run `chronicle check`\n",
    );
    wrote(
        &new(&site, &["place", "Geneva", "--country", "CH"]),
        "wrote content/places/geneva.md\nnext: run `chronicle check`\n",
    );
    let more = [
        "--source-title",
        "Trade, today",
        "--publisher",
        "Daily",
        "--published",
        "2006-03-02",
        "--source",
        "https://example.com/3",
        "--attributed-as",
        "Ms Lee",
        "--kind",
        "speech",
        "--event",
        "trade talks",
        "--place",
        "Geneva",
        "--audience",
        "WTB",
        "--country",
        "CH",
        "--organization",
        "wtb",
        "--language",
        "en",
        "--summary",
        "In short.",
        "--text",
        "She *said*:",
        "--id",
        "2006-03-01-trade",
    ];
    let run = new(&site, &[&WHOLE[..], &more].concat());
    wrote(&run, "wrote content/statements/2006/2006-03-01-trade.md\nnext: run `chronicle check`\n");
    let expected = "---\n\
        title: \"Trade: what next, and why\"\n\
        date: 2006-03-01\n\
        speakers: [ann-lee]\n\
        attributed_as: Ms Lee\n\
        topics: [trade]\n\
        fidelity: reported\n\
        kind: speech\n\
        event: 2006-03-trade-talks\n\
        place: geneva\n\
        audience: [world-trade-body]\n\
        countries: [CH]\n\
        organizations: [world-trade-body]\n\
        language: en\n\
        summary: In short.\n\
        sources:\n\
        \x20 - title: Trade, today\n\
        \x20   publisher: Daily\n\
        \x20   date: 2006-03-02\n\
        \x20   url: https://example.com/2\n\
        \x20 - url: https://example.com/3\n\
        ---\n\
        She *said*:\n\n> 1\\. We \\*will\\* trade.\n>\n> More than before.\n";
    assert_eq!(file(&site, "content/statements/2006/2006-03-01-trade.md"), expected);
    builds(&site);
}

#[test]
fn what_is_missing_is_named_where_nobody_can_be_asked() {
    let site = Site::small();
    refused(
        &new(&site, &["statement", "--title", "Trade", "--fidelity", "verbatim"]),
        2,
        "error: `--date`, `--speaker`, `--topic`, `--source` are missing: give them, or run this on a terminal to be asked\n",
    );
    refused(
        &new(&site, &["event", "Talks"]),
        2,
        "error: `--date` is missing: give it, or run this on a terminal to be asked\n",
    );
    assert!(!site.path().join("content/events").exists());
}

#[test]
fn every_name_that_is_unknown_is_named_with_the_nearest() {
    let site = Site::small();
    let mut flags = WHOLE;
    (flags[6], flags[8]) = ("Ann Leee", "Fisheries");
    refused(
        &new(&site, &[&flags[..], &["--organization", "UN"]].concat()),
        2,
        "error: --speaker: unknown person `Ann Leee`: if `Ann Lee` is meant, write `Ann Lee`\n\
         error: --topic: unknown topic `Fisheries`: make it first: `chronicle new topic NAME`\n\
         error: --organization: unknown organization `UN`: make it first: `chronicle new organization NAME`\n",
    );
    flags[4] = "1 March 2006";
    refused(
        &new(&site, &flags),
        2,
        "error: invalid value '1 March 2006' for '--date <DATE>': `1 March 2006` is not an EDTF date: write `2006-03-01`\n\n\
         For more information, try '--help'.\n",
    );
}

#[test]
fn what_the_parser_refuses_is_not_written() {
    let site = Site::small();
    let mut flags = WHOLE;
    flags[12] = "example.com/2";
    refused(
        &new(&site, &flags),
        1,
        "error[incomplete-source]: `example.com/2` is no source that can be looked up\n\
         \x20--> content/statements/2006/2006-03-01-trade-what-next-and-why.md:7:11\n\
         \x20 |\n\
         7 | sources: [example.com/2]\n\
         \x20 |           ^^^^^^^^^^^^^\n\
         \x20 |\n\
         \x20 = help: write its address in full, or a map with `title` and `publisher`\n\n\
         nothing was written\n",
    );
    assert!(!site.path().join("content/statements/2006/2006-03-01-trade-what-next-and-why.md").exists());
}

#[test]
fn a_record_that_would_break_another_is_not_written() {
    let site = Site::small();
    site.write("content/topics/fish.md", "---\nlabel: Fish\nbroader: nothing\n---\n");
    // What was wrong before is no matter here; that the statement's `A. Lee` would become two people is.
    let run = new(&site, &["person", "A. Lee", "--id", "arthur-lee"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.starts_with("error[ambiguous-name]: several people are called `A. Lee`\n"), "{}", run.stderr);
    assert!(run.stderr.ends_with("nothing was written\n") && !run.stderr.contains("nothing`"), "{}", run.stderr);
    assert!(!site.path().join("content/people/arthur-lee.md").exists());
}

#[test]
fn a_file_is_never_overwritten() {
    let site = Site::small();
    assert_eq!(new(&site, &WHOLE).code, Some(0));
    let path = "content/statements/2006/2006-03-01-trade-what-next-and-why.md";
    let before = file(&site, path);
    refused(
        &new(&site, &WHOLE),
        2,
        "error: `content/statements/2006/2006-03-01-trade-what-next-and-why.md` exists already: choose another name with `--id`\n",
    );
    assert_eq!(file(&site, path), before);
    // An id is taken wherever its record lies.
    let run = new(&site, &[&WHOLE[..], &["--id", "2006-02-02-first"]].concat());
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    let run = new(&site, &["event", "First", "--date", "2006-02-02"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.starts_with("error[duplicate-id]: "), "{}", run.stderr);
}

#[test]
fn records_that_statements_refer_to() {
    let site = Site::small();
    for (arguments, path, text) in [
        (
            &[
                "person",
                "王毅",
                "--also",
                "Wang Yi",
                "--family",
                "王",
                "--given",
                "毅",
                "--office",
                "Foreign Minister",
                "--from",
                "2013-03-16",
            ][..],
            "content/people/wang-yi.md",
            "---\nname: 王毅\nfamily: 王\ngiven: 毅\nnames: [Wang Yi]\noffices:\n  - id: foreign-minister\n    title: Foreign Minister\n    from: 2013-03-16\n---\n",
        ),
        (
            &["organization", "Министерство иностранных дел", "--country", "RU"],
            "content/organizations/ministerstvo-inostrannykh-del.md",
            "---\nname: Министерство иностранных дел\ncountry: RU\n---\n",
        ),
        (
            &[
                "topic",
                "Free trade",
                "--also",
                "Open markets",
                "--broader",
                "commerce",
                "--scope",
                "Trade: without duties",
            ],
            "content/topics/free-trade.md",
            "---\nlabel: Free trade\nalt: [Open markets]\nbroader: [trade]\nscope: \"Trade: without duties\"\n---\n",
        ),
        (&["place", "Córdoba"], "content/places/cordoba.md", "---\nname: Córdoba\n---\n"),
        (
            &["event", "Trade talks", "--date", "2006-03-01/2006-03-03", "--place", "córdoba"],
            "content/events/2006-03-01-trade-talks.md",
            "---\nname: Trade talks\ndate: 2006-03-01/2006-03-03\nplace: cordoba\n---\n",
        ),
    ] {
        wrote(&new(&site, arguments), &format!("wrote {path}\nnext: run `chronicle check`\n"));
        assert_eq!(file(&site, path), text);
    }
    builds(&site);
    wrote(
        &new(&site, &["page", "How we work"]),
        "wrote content/pages/how-we-work.md\nto fill in, in content/pages/how-we-work.md:\n  line 4: the text of the page\n\
         next: replace each `FIXME(…)`, then run `chronicle check`\n",
    );
    refused(&new(&site, &["person", "…"]), 2, "error: `…` has no letters to make an id of: give one with `--id`\n");
    refused(
        &new(&site, &["person", "Lee", "--id", "Lee"]),
        2,
        "error: invalid value 'Lee' for '--id <ID>': it has upper-case letters: use lower-case letters, digits and hyphens\n\nFor more information, try '--help'.\n",
    );
    refused(
        &new(&site, &["topic", "Fish", "--broader", "trad"]),
        2,
        "error: --broader: unknown topic `trad`: write `trade`\n",
    );
}

/// A site that knows the speaker, and as much of a report's other names as is needed.
/// Another may have the same name; that it is the same once more is seen by whoever is told.
#[test]
fn a_name_that_is_recorded_is_said() {
    let site = Site::small();
    site.write("content/organizations/mfa.md", "---\nname: Ministry of Trade\nvariants: [MoT]\n---\n");
    for (arguments, path, name, id) in [
        (&["person", "ann lee", "--id", "ann-j-lee"][..], "content/people/ann-j-lee.md", "ann lee", "ann-lee"),
        (&["organization", "Trade Ministry", "--also", "MoT"], "content/organizations/trade-ministry.md", "MoT", "mfa"),
    ] {
        let note =
            format!("note: `{name}` is recorded as a name of `{id}`: if that one is meant, remove the new file\n");
        wrote(&new(&site, arguments), &format!("wrote {path}\n{note}next: run `chronicle check`\n"));
    }
}

fn ministry() -> Site {
    let site = Site::small();
    let person = "---\nname: Sergey Lavrov\nnames: [Sergei Lavrov, Lavrov]\noffices:\n  - {id: minister, title: Minister, from: 2004-03-09}\n---\n";
    site.write("content/people/sergey-lavrov.md", person);
    site.write("content/people/mohamed-khalis.md", "---\nname: Mohamed Khalis\n---\n");
    site.write("content/organizations/united-nations.md", "---\nname: United Nations\nvariants: [UN]\n---\n");
    site.write("content/organizations/federation-council.md", "---\nname: Federation Council\n---\n");
    site.write("content/topics/multipolarity.md", "---\nlabel: Multipolarity\nalt: [Multipolar world order]\n---\n");
    site
}

/// The text this project grew from.
const REPORT: &str = "content/sources/2023-03-06-tass.txt";

#[test]
fn a_draft_from_a_report() {
    let site = ministry();
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/content/sources/2023-03-06-tass.txt");
    let path = "content/statements/2023/2023-03-06-closer-ties-with-islamic-countries-among-russian.md";
    wrote(
        &new(&site, &["statement", "--from", report]),
        &format!(
            "wrote {REPORT}\n\
             wrote {path}\n\
             note: topic `multipolarity` found by name in the headline and the quotations\n\
             note: the text also names the person `mohamed-khalis`\n\
             note: the text also names the organization `federation-council`\n\
             note: the text also names `2006-02-02`, `2006-02`, `2021-12-01`: what was said then is a statement of its own\n\
             to fill in, in {path}:\n\
             \x20 line 2: a neutral headline in your own words\n\
             \x20 line 18: what was said, to whom and on which occasion, in your own neutral words\n\
             \x20 line 24: a lead to words that begin within a sentence: Russia …\n\
             next: replace each `FIXME(…)`, then run `chronicle check`\n"
        ),
    );
    let draft = file(&site, path);
    assert_eq!(draft, include_str!("../new/report.md"));
    assert_eq!(file(&site, REPORT), fs::read_to_string(report).unwrap());
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.matches("error[unfinished-placeholder]").count()), (Some(1), 3), "{}", run.stderr);
    assert!(run.stderr.ends_with("3 errors: nothing was written\n"), "{}", run.stderr);

    let mut finished = draft;
    for (what, words) in [
        ("a neutral headline in your own words", "Ties to grow"),
        ("what was said, to whom and on which occasion, in your own neutral words", "He spoke of ties."),
        ("a lead to words that begin within a sentence: Russia …", "Russia, he said,"),
    ] {
        finished = finished.replace(&format!("FIXME({what})"), words);
    }
    site.write(path, &finished);
    builds(&site);
}

#[test]
fn the_same_text_is_kept_once_and_another_text_beside_it() {
    let site = ministry();
    let report =
        "Ties to grow\n\n© TASS\n\nMOSCOW, March 6, 2023. /TASS/. Lavrov said: \"Ties will grow from now on.\"\n";
    let from = |text: &str, id: &str| {
        let flags = ["new", "statement", "--from", "-", "--date", "2023-03-06", "--id", id];
        let run = chronicle_in(site.path(), &flags, text);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        run.stdout.lines().take_while(|line| !line.starts_with("to fill in")).collect::<Vec<_>>().join("\n")
    };
    let statement = |id: &str| format!("wrote content/statements/2023/{id}.md");
    assert_eq!(from(report, "2023-03-06-a"), format!("wrote {REPORT}\n{}", statement("2023-03-06-a")));
    assert_eq!(
        from(report, "2023-03-06-b"),
        format!("{}\nnote: the text was kept before as {REPORT}", statement("2023-03-06-b"))
    );
    assert_eq!(
        from(&format!("{report}\nMore.\n"), "2023-03-06-c"),
        format!("wrote content/sources/2023-03-06-tass-2.txt\n{}", statement("2023-03-06-c"))
    );
    let draft = file(&site, "content/statements/2023/2023-03-06-a.md");
    assert!(draft.contains("\n> Ties will grow from now on.\n"), "{draft}");
}

#[test]
fn a_draft_from_a_transcript() {
    let site = ministry();
    let text = "1 December 2021 16:17\n\nForeign Minister Sergey Lavrov’s answers to questions, Moscow, December 1, 2021\n\n\
        Sergey Lavrov: We attach great importance\nto the Federation Council.\n\nQuestion: And to the UN?\n\n\
        Sergey Lavrov: Yes: to the UN, too.\n\nSource: Foreign Ministry\n";
    let flags = [
        "new",
        "statement",
        "--from",
        "-",
        "--topic",
        "trade",
        "--title",
        "Councils matter",
        "--source",
        "https://example.com/t",
    ];
    let run = chronicle_in(site.path(), &flags, text);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
    assert_eq!(run.stdout.matches("note:").count(), 1, "{}", run.stdout);
    assert_eq!(
        file(&site, "content/statements/2021/2021-12-01-councils-matter.md"),
        "---\n\
         title: Councils matter\n\
         date: 2021-12-01\n\
         speakers: [sergey-lavrov]\n\
         attributed_as: Sergey Lavrov\n\
         topics: [trade]\n\
         fidelity: FIXME(verbatim or official-translation or translation or summary or reported)\n\
         place: Moscow\n\
         sources:\n\
         \x20 - title: Foreign Minister Sergey Lavrov’s answers to questions, Moscow, December 1, 2021\n\
         \x20   publisher: Foreign Ministry\n\
         \x20   date: 2021-12-01\n\
         \x20   url: https://example.com/t\n\
         \x20   text: sources/2021-12-01-foreign-ministry.txt\n\
         \x20   sha256: 6ca54702938313c684be602480e1a0ddbe423ba853870b17e33fa5b72ca59770\n\
         ---\n\
         FIXME(what was said, to whom and on which occasion, in your own neutral words)\n\n\
         > We attach great importance to the Federation Council.\n\n\
         FIXME(the question, in your own words)\n\n\
         > Yes: to the UN, too.\n"
    );
}

#[test]
fn notes_are_bounded() {
    let site = ministry();
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let names: Vec<String> =
        (0..103).map(|number| format!("Ivan Q{}{}", letter(number / 26), letter(number))).collect();
    for name in &names {
        let path = format!("content/people/{}.md", name.to_lowercase().replace(' ', "-"));
        site.write(&path, &format!("---\nname: {name}\n---\n"));
    }
    let text = format!(
        "1 December 2021 16:17\n\nForeign Minister Sergey Lavrov’s answers to questions, Moscow, December 1, 2021\n\n\
         Sergey Lavrov: We attach great importance to {}.\n\nSource: Foreign Ministry\n",
        names.join(", ")
    );
    let run =
        chronicle_in(site.path(), &["new", "statement", "--from", "-", "--topic", "trade", "--title", "Names"], &text);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let note = run.stdout.lines().find(|line| line.contains("also names the persons"));
    let note = note.unwrap_or_else(|| panic!("{}", run.stdout));
    assert!(note.matches("`ivan-q").count() == 100 && note.ends_with(" and 3 more"), "{note}");
}

#[test]
fn a_text_that_gives_no_draft() {
    let site = ministry();
    let from = |text: &str| chronicle_in(site.path(), &["new", "statement", "--from", "-"], text);
    refused(&from(" \n"), 2, "error: --from: `-` is empty\n");
    refused(&from("He said so.\n"), 2, "error: there is nothing to name the file by: give `--date`\n");
    refused(
        &new(&site, &["statement", "--from", "nothing.txt"]),
        2,
        "error: --from: cannot read `nothing.txt`: No such file or directory (os error 2)\n",
    );
    fs::write(site.path().join("latin.txt"), b"caf\xe9").unwrap();
    refused(
        &new(&site, &["statement", "--from", "latin.txt"]),
        2,
        "error: --from: `latin.txt` is not UTF-8 text: save it in the encoding UTF-8\n",
    );
    assert!(!site.path().join("content/sources").exists());
}

#[test]
fn schemas_are_printed_and_written() {
    let site = Site::small();
    let page = chronicle(&["schema", "page"]);
    assert_eq!(
        (page.code, page.stderr.as_str(), page.stdout.as_str()),
        (Some(0), "", include_str!("../new/page.schema.json"))
    );
    let run = chronicle_in(site.path(), &["schema", "--write"], "");
    wrote(&run, "wrote the schemas of all kinds to .chronicle/schema/\n");
    assert_eq!(file(&site, ".chronicle/schema/page.json"), page.stdout);
    assert_eq!(fs::read_dir(site.path().join(".chronicle/schema")).unwrap().count(), 7);
    assert_eq!(chronicle(&["schema"]).code, Some(2));
}

#[test]
fn words_come_back_as_they_were_given() {
    let site = Site::small();
    let quotes = [
        "— Ann Lee",
        "— A. Lee, Minister",
        "-- Ann Lee",
        "- Ann Lee",
        "— Пошлин не будет.",
        "— ¿Quién?\n\n— Ann Lee",
        "~~no~~ ==no== $$no$$ {.no} [[no]] [no](no no) ^[no] [^no] [no][no]",
        "<b>no</b> <!-- no --> &mdash; **«no»**no \\no",
        "::: no",
        "##no",
        "[!NOTE] no",
        "!no",
        "<<<<<<< no",
        "=======",
        "He said \"it's so\" -- and so on...",
    ];
    let flags = quotes.map(|words| format!("--quote={words}"));
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let run = new(&site, &[&WHOLE[..WHOLE.len() - 2], &flags].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let run = site.check(&["--allow", "empty-quotation"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    site.build(&["--allow", "empty-quotation"]);
    let record: serde_json::Value =
        serde_json::from_str(&site.page("statements/2006-03-01-trade-what-next-and-why/index.json")).unwrap();
    for (quotation, words) in record["quotations"].as_array().unwrap().iter().zip(quotes) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(quotation["selector"]["exact"], words);
        assert!(quotation.get("attributed_to").is_none(), "{words}");
    }
    assert_eq!(record["quotations"].as_array().unwrap().len(), quotes.len());
}

#[test]
fn a_source_is_kept_with_its_hash() {
    let site = Site::small();
    let text = "A report.\r\n\nHe said: “The very words.”\n";
    site.write("Report of the Day.txt", text);
    let run = chronicle_in(site.path(), &["new", "source", "Report of the Day.txt"], "");
    let kept = "in the source of a statement, write `text: sources/report-of-the-day.txt` and `sha256: ";
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("wrote content/sources/report-of-the-day.txt\nnote: "), "{}", run.stdout);
    assert!(run.stdout.contains(kept), "{}", run.stdout);
    assert_eq!(file(&site, "content/sources/report-of-the-day.txt"), text);
    let hash = run.stdout.split("`sha256: ").nth(1).unwrap().split('`').next().unwrap().to_owned();
    let source = format!("sources: [{{text: sources/report-of-the-day.txt, sha256: {hash}}}]");
    site.write(
        "content/statements/2006/2006-02-02-first.md",
        &STATEMENT.replace("sources: [\"https://example.com/1\"]", &source),
    );
    let checked = chronicle_in(site.path(), &["check"], "");
    assert_eq!((checked.code, checked.stdout.as_str()), (Some(0), ""), "{}", checked.stderr);
    // The same text is kept once, another one beside it, and names can be chosen.
    let run = chronicle_in(site.path(), &["new", "source", "-", "--publisher", "TASS"], text);
    assert!(run.stdout.starts_with("note: the text was kept before as content/sources/report-of-the-day.txt\n"));
    for (more, path) in [
        (&["--publisher", "TASS", "--published", "2006-02"][..], "2006-02-tass"),
        (&["--publisher", "TASS", "--published", "2006-02-01"], "2006-02-01-tass"),
        (&["--id", "chosen"], "chosen"),
        (&[], "source"),
    ] {
        let run = chronicle_in(site.path(), &[&["new", "source", "-"], more].concat(), &format!("{path}\n"));
        assert!(run.stdout.starts_with(&format!("wrote content/sources/{path}.txt\n")), "{}{}", run.stdout, run.stderr);
    }
    let run = chronicle_in(site.path(), &["new", "source", "-", "--id", "chosen"], "Another.\n");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("`content/sources/chosen.txt` exists already"), "{}", run.stderr);
    for bad in ["", "<html><body><p>Words</p></body></html>\n"] {
        let run = chronicle_in(site.path(), &["new", "source", "-"], bad);
        assert_eq!(run.code, Some(2), "{bad}: {}", run.stdout);
    }
}
