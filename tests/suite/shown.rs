//! What no page of the default theme shows, in any of its languages: a value that is not there, the name of a message, a
//! link to nowhere, punctuation beside punctuation.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use html5gum::{StartTag, Token, Tokenizer};

use crate::support::published::Published;
use crate::support::{Site, tree};

/// Attributes that readers see or hear.
const SAID: [&[u8]; 3] = [b"title", b"aria-label", b"alt"];

/// What templates and programs write where a value is missing.
const MISSING: [&str; 8] = ["none", "None", "null", "undefined", "NaN", "true", "false", "[object]"];

/// What ends in nothing or begins with it, or stands twice.
const DOUBLED: [&str; 22] = [
    "  ", " ,", " .", " ;", " :", ",,", ", ,", "،،", "، ،", "..", ". .", ";;", "::", ",.", "·  ·", "· ·", "()", "( ",
    " )", "“”", "«»", "[]",
];

/// What is wrong with a text between two tags, or of an attribute.
fn fault_of(text: &str, ids: &BTreeSet<String>) -> Option<String> {
    let text = text.trim_matches('\n');
    let missing = MISSING.iter().find(|missing| text.trim() == **missing);
    let doubled = DOUBLED.iter().find(|doubled| text.contains(*doubled));
    let word = text
        .split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
        .find(|word| word.contains('_') && ids.contains(*word));
    missing.or(doubled).copied().or(word).map(|fault| format!("`{fault}` in {text:?}"))
}

/// Elements that stand within a line.
const WITHIN: [&[u8]; 8] = [b"a", b"bdi", b"span", b"small", b"em", b"cite", b"strong", b"time"];

/// A page as it is read.
struct Reader<'a> {
    ids: &'a BTreeSet<String>,
    faults: Vec<String>,
    line: String,
    /// An element whose text is not the theme's, and how often its name is open.
    skipped: Option<(Vec<u8>, usize)>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<()>) {
        if let Some((name, depth)) = &mut self.skipped {
            *depth += usize::from(name.as_slice() == &**tag.name);
            return;
        }
        for (name, value) in &tag.attributes {
            let (name, value) = (name.as_slice(), String::from_utf8_lossy(value));
            if matches!(name, b"href" | b"src" | b"content") && value.is_empty() {
                self.faults.push(format!("an empty `{}`", String::from_utf8_lossy(name)));
            }
            // The citation that a row carries for programs is no text.
            if SAID.contains(&name) && !value.starts_with("ctx_ver=") {
                self.faults.extend(fault_of(&value, self.ids));
            }
        }
        let class = tag.attributes.get(b"class".as_slice()).map_or(&b""[..], |class| class.as_slice());
        if matches!(class, b"prose" | b"section record") || matches!(&**tag.name, b"script" | b"style" | b"code") {
            self.skipped = Some((tag.name.to_vec(), 1));
        }
        self.end_line_before(&tag.name);
    }

    fn end(&mut self, name: &[u8]) {
        let Some((skipped, depth)) = &mut self.skipped else { return self.end_line_before(name) };
        *depth -= usize::from(skipped.as_slice() == name);
        if *depth == 0 {
            self.skipped = None;
        }
    }

    fn end_line_before(&mut self, name: &[u8]) {
        if !WITHIN.contains(&name) {
            self.faults.extend(fault_of(&self.line, self.ids));
            self.line.clear();
        }
    }
}

/// What is wrong with a page. The text of a record or of prose is its authors'.
fn faults(page: &str, ids: &BTreeSet<String>) -> Vec<String> {
    let mut reader = Reader { ids, faults: Vec::new(), line: String::new(), skipped: None };
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) if reader.skipped.is_none() => reader.line.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.faults
}

/// The names of all messages of the default theme.
fn ids() -> BTreeSet<String> {
    let files = tree(Path::new("themes/default/messages")).into_values();
    let text: String = files.map(|bytes| String::from_utf8(bytes).unwrap()).collect();
    text.lines().filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).filter(|id| !id.contains(' ')).collect()
}

#[test]
fn nothing_that_is_missing_doubled_or_untranslated() {
    let (ids, mut found, mut pages) = (ids(), String::new(), 0);
    for name in crate::support::golden_sites() {
        for language in ["en", "ru", "ar"] {
            let site = Site::golden(&name);
            let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
            let is_ours = |line: &&str| !line.starts_with("theme = ") && !line.starts_with("language = ");
            let rest: Vec<&str> = settings.lines().filter(is_ours).collect();
            site.write("site.toml", &format!("language = \"{language}\"\n{}\n", rest.join("\n")));
            // What is left of the site's own templates is made for another theme.
            let _ = fs::remove_dir_all(site.path().join("templates"));
            let run = site.build(&["--drafts"]);
            assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{name}");
            let site = Published::new(site.tree(), "https://example.org/");
            for file in site.files.keys().filter(|file| file.ends_with(".html")) {
                pages += 1;
                faults(site.text(file), &ids)
                    .into_iter()
                    .for_each(|fault| writeln!(found, "{name}, {language}, {file}: {fault}").unwrap());
            }
        }
    }
    assert!(found.is_empty(), "{found}");
    assert!(pages > 500, "only {pages} were looked at");
}

#[test]
fn what_is_wrong_on_a_page_is_found() {
    let ids = BTreeSet::from(["nav_home".to_owned()]);
    for (page, fault) in [
        ("<p>none</p>", "`none` in \"none\""),
        ("<p><a href=\"\">a</a></p>", "an empty `href`"),
        ("<p>A, <span>, b</span></p>", "` ,` in \"A, , b\""),
        ("<p>1 year  later</p>", "`  ` in \"1 year  later\""),
        ("<nav aria-label=\"nav_home\"></nav>", "`nav_home` in \"nav_home\""),
        ("<p>One.</p><div class=\"prose\"><div>none</div><p>..</p></div><p>( – 2)</p>", "`( ` in \"( – 2)\""),
    ] {
        assert_eq!(faults(page, &ids), [fault], "{page}");
    }
}
