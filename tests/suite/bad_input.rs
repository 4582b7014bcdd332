//! Contributed files can hold anything: no bytes make the program panic or hang, every finding lies between whole
//! characters of a file, and `check` fails exactly when `build` does.
//!
//! `CHRONICLE_SEED=N cargo test --test suite bad_input` runs one stream of mutations again.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::incremental::world::Random;
use crate::support::{Ran, STATEMENT, Site, golden_sites, tree};
use serde_json::Value;

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// Bytes that front matter and Markdown give a meaning to, or that are none of UTF-8.
const PIECES: [&[u8]; 30] = [
    b"---\n",
    b"\r\n",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xe2\x80",
    b"\x00",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "é".as_bytes(),
    "🜚".as_bytes(),
    b": ",
    b"- ",
    b"[",
    b"{",
    b"&a ",
    b"*a ",
    b"!!map ",
    b"\"",
    b"'",
    b"|\n",
    b"#",
    b"\t",
    b"> ",
    b"[^1]: ",
    b"](/../x.md#y)",
    b"<script>",
    b"```\n",
    b"| a |\n|---|\n",
    b"2006-13-45/..",
    b"\\",
];

/// Changes some places of a file: pieces put in, ranges taken out, doubled or moved, bytes changed.
pub(crate) fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let to = (at + random.below(40)).min(bytes.len());
        match random.below(6) {
            0 | 1 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
            2 => drop(bytes.drain(at..to)),
            3 => {
                let copy = bytes[at..to].to_vec();
                let there = random.below(bytes.len() + 1);
                drop(bytes.splice(there..there, copy));
            }
            4 if at < bytes.len() => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
}

/// The places of findings lie in their files, between whole characters.
fn assert_places(site: &Site, run: &Ran) -> usize {
    let findings: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for finding in &findings {
        let bytes = fs::read(site.path().join(finding["file"].as_str().unwrap())).unwrap_or_default();
        let place = |key: &str| usize::try_from(finding[key]["byte"].as_u64().unwrap()).unwrap();
        let (start, end) = (place("start"), place("end"));
        assert!(start <= end && end <= bytes.len(), "{finding}");
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{finding}");
    }
    findings.len()
}

/// Runs `check` and `build`; both must end as they should, and alike. Returns the exit code and how much was found.
fn both(site: &Site, what: &str) -> (i32, usize) {
    let checked = site.check(&["--format", "json"]);
    assert!(matches!(checked.code, Some(0 | 1)), "{what}: {:?}\n{}", checked.code, checked.stderr);
    let before = tree(site.path());
    let built = site.build(&[]);
    assert_eq!(built.code, checked.code, "{what}\n{}\n{}", checked.stdout, built.stderr);
    if built.code == Some(1) {
        assert!(tree(site.path()) == before, "{what}: a build that failed wrote\n{}", built.stderr);
    }
    (checked.code.unwrap(), assert_places(site, &checked))
}

/// The files of a site that people contribute.
pub(crate) fn contributed(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let files = tree(site.path()).into_iter().map(|(path, bytes)| (path.to_str().unwrap().to_owned(), bytes));
    files.filter(|(path, _)| path.starts_with("content/") || path == "site.toml").collect()
}

fn round(name: &str, random: &mut Random, seed: u64) -> (i32, usize) {
    let site = Site::golden(name);
    let files = contributed(&site);
    let mut what = format!("CHRONICLE_SEED={seed}, {name}:");
    // The settings only now and then: what is wrong in them hides the rest.
    let names: Vec<&String> =
        files.keys().filter(|path| path.as_str() != "site.toml" || random.below(8) == 0).collect();
    for _ in 0..=random.below(2) {
        let path = names[random.below(names.len())];
        let mut bytes = files[path].clone();
        match random.below(12) {
            0 => bytes = (0..random.below(300)).map(|_| u8::try_from(random.below(256)).unwrap()).collect(),
            _ => mutate(&mut bytes, random),
        }
        write!(what, " {path}").unwrap();
        fs::write(site.path().join(path), bytes).unwrap();
    }
    both(&site, &what)
}

#[test]
fn mutated_files_end_in_findings_and_check_fails_iff_build_fails() {
    let seeds = match std::env::var("CHRONICLE_SEED") {
        Ok(seed) => vec![seed.parse().unwrap()],
        Err(_) => (1..=5).collect::<Vec<u64>>(),
    };
    let (mut failed, mut clean, mut found) = (0, 0, 0);
    for seed in &seeds {
        let mut random = Random::new(*seed);
        for name in golden_sites() {
            for _ in 0..4 {
                let (code, findings) = round(&name, &mut random, *seed);
                *(if code == 1 { &mut failed } else { &mut clean }) += 1;
                found += findings;
            }
        }
    }
    // Otherwise the mutations would not reach what they are for.
    assert!(
        failed > seeds.len() * 5 && clean > 0 && found > failed,
        "{failed} failed, {clean} were clean, {found} found"
    );
}

/// Each of these would cost a careless parser minutes, all memory, or its stack. A program that hangs is ended by the
/// time limit of the test run; one that runs out of stack has no exit code.
#[test]
fn bombs_end_in_a_finding() {
    let mut aliases = "summary: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        writeln!(aliases, "title{level}: &a{level} [{}]", format!("*a{},", level - 1).repeat(9)).unwrap();
    }
    let deep = 10_000;
    let with = |key: &str, value: &str| STATEMENT.replacen("---\n", &format!("---\n{key}: {value}\n"), 1);
    let cases = [
        ("aliases", STATEMENT.replacen("---\n", &format!("---\n{aliases}"), 1)),
        ("an anchor in itself", with("summary", "&a [*a]")),
        ("nested lists of an unknown key", with("x", &format!("{}{}", "[".repeat(deep), "]".repeat(deep)))),
        ("nested lists", with("summary", &format!("{}{}", "[".repeat(deep), "]".repeat(deep)))),
        ("nested lists without end", with("audience", &"[".repeat(deep))),
        ("nested maps", with("summary", &"{a: ".repeat(deep))),
        ("nested blocks", with("event", &(1..3000).fold(String::new(), |text, n| text + "\n" + &" ".repeat(n) + "-"))),
        ("a million lists", with("summary", &"[".repeat(1_000_000))),
        ("a hundred thousand unknown topics", STATEMENT.replace("commerce", &"traed,".repeat(100_000))),
        ("ten thousand unknown topics", STATEMENT.replace("commerce", &"traed,".repeat(10_000))),
        ("placeholders", format!("{STATEMENT}{}", "FIXME(a) ".repeat(40_000))),
        ("invisible characters", format!("{STATEMENT}{}", "a\u{200b} ".repeat(40_000))),
        ("broken links", format!("{STATEMENT}{}", "[a](b.md) ".repeat(40_000))),
        ("no end of the front matter", format!("---\ntitle: {}", "x".repeat(1_000_000))),
        ("a line of 100 MB", format!("{STATEMENT}\n{}\n", "x".repeat(100_000_000))),
    ];
    for (name, text) in cases {
        let site = Site::small();
        site.write(FIRST, &text);
        let (code, found) = both(&site, name);
        assert!(code == 1 && found > 0, "{name}: nothing was found");
    }
    let site = Site::small();
    site.write(FIRST, &with("summary", &"slams ".repeat(10_000)));
    assert_eq!(both(&site, "loaded words"), (0, 100), "no more of one kind than anybody reads");
}

/// What is only long or deep, but right, is built.
#[test]
fn deep_markdown_and_long_lines_are_built() {
    let cases = [
        ("quotations in quotations", format!("{} x\n", ">".repeat(10_000))),
        ("lists in lists", format!("{}x\n", "- ".repeat(10_000))),
        ("brackets", "[".repeat(100_000)),
        ("emphasis", "*a* _b_ ".repeat(50_000)),
        ("headings", "# a\n\n".repeat(20_000)),
        ("a line of 4 MB", "x".repeat(4_000_000)),
    ];
    for (name, text) in cases {
        let site = Site::small();
        site.write(FIRST, &format!("{STATEMENT}\n{text}\n"));
        assert_eq!(both(&site, name).0, 0, "{name}");
    }
}

/// Quotations in every script, beside sources that have nearly their words: no mismatch is shown with half a letter.
#[test]
fn quotations_that_nearly_are_in_their_source() {
    const WORDS: [&str; 24] = [
        "мир",
        "и",
        "дружба",
        "народов",
        "السلام",
        "على",
        "الجميع",
        "peace",
        "and",
        "café",
        "cafe\u{301}",
        "Исаи\u{306}",
        "和平",
        "—",
        "–",
        "«да»",
        "“no”",
        "don’t",
        "…",
        "[…]",
        "[sic]",
        "😀",
        "שלום",
        "नमस्ते",
    ];
    let site = Site::small();
    let mut random = Random::new(7);
    let (mut failed, mut found) = (0, 0);
    for round in 0..60 {
        let mut text = STATEMENT.replace("\"https://example.com/1\"", "{text: sources/report.txt}");
        let mut source = String::new();
        for _ in 0..20 {
            let mut words: Vec<&str> = (0..=random.below(12)).map(|_| WORDS[random.below(WORDS.len())]).collect();
            write!(text, "\n> {}\n\nSo it was said.\n", words.join(" ")).unwrap();
            let at = random.below(words.len());
            match random.below(4) {
                0 => drop(words.remove(at)),
                1 => words[at] = WORDS[random.below(WORDS.len())],
                2 => words.insert(at, WORDS[random.below(WORDS.len())]),
                _ => {}
            }
            writeln!(source, "{}.", words.join(if round % 2 == 0 { " " } else { "\n" })).unwrap();
        }
        site.write(FIRST, &text);
        site.write("content/sources/report.txt", &source);
        let (code, count) = both(&site, &format!("round {round}:\n{text}\n{source}"));
        failed += usize::from(code == 1);
        found += count;
    }
    assert!(failed > 50 && found > 300, "{failed} failed with {found} findings");
}
