//! Pages of kept texts, with the quotations that are proven by them: `/sources/<name>/`.

use std::collections::BTreeSet;
use std::io::Write;

use crate::support::Site;

/// A site with a kept text, and its statements: id, date, more keys of the source, more keys, and text.
fn site(text: &str, statements: &[(&str, &str, &str, &str)]) -> Site {
    let site = Site::small();
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    site.write("content/sources/report.txt", text);
    for (id, of_source, keys, text) in statements {
        write(&site, id, of_source, keys, text);
    }
    site
}

fn write(site: &Site, id: &str, of_source: &str, keys: &str, text: &str) {
    let source = format!("{{title: The report, publisher: P, text: sources/report.txt{of_source}}}");
    let front =
        format!("title: Said in {id}\ndate: 2006-02-02\nspeakers: [ann-lee]\ntopics: [trade]\nfidelity: verbatim");
    site.write(
        &format!("content/statements/{id}.md"),
        &format!("---\n{front}\nsources: [{source}]\n{keys}---\n{text}\n"),
    );
}

fn built(site: &Site, more: &[&str]) {
    let built = site.build(more);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
}

fn has_page(site: &Site, address: &str) -> bool {
    site.path().join(format!("public/{address}index.html")).exists()
}

/// The text of a page of a text, as short as can be read: `[` and `]` around marked words, an anchor with `=`, and the
/// address of a link in parentheses.
fn marked(site: &Site, address: &str) -> String {
    let page = site.page(&format!("{address}index.html"));
    let (_, rest) = page.split_once("<div class=\"section record kept\">").unwrap();
    let (text, _) = rest.split_once("</div></div>").unwrap();
    let mut out = String::new();
    for part in text.split_once('>').unwrap().1.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let value = |name: &str| tag.split_once(&format!("{name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap());
        match tag.split(' ').next().unwrap() {
            "mark" => out.push('['),
            "/mark" => out.push(']'),
            "a" => out.push_str(&format!("({}", value("href").unwrap())),
            "/a" => out.push(')'),
            "/p" => out.push('|'),
            _ => {}
        }
        if let Some(id) = value("id") {
            out.push_str(&format!("{id}="));
        }
        if !tag.starts_with("a ") {
            out.push_str(words);
        }
    }
    out.replace(")\n", ")").replace("|\n", "|").trim().to_owned()
}

/// The places in texts to which the quotations on the page of a statement lead.
fn places(site: &Site, id: &str) -> Vec<String> {
    let page = site.page(&format!("statements/{id}/index.html"));
    let links = page.split("<a class=\"in-source\" href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// Follows each way from a quotation to its place in a text, and back.
fn assert_both_ways(site: &Site, id: &str) -> usize {
    let places = places(site, id);
    for place in &places {
        let (page, anchor) = place.strip_prefix("/archive/").unwrap().split_once('#').unwrap();
        let html = site.page(&format!("{page}index.html"));
        assert_eq!(html.matches(&format!("id=\"{anchor}\"")).count(), 1, "{place}");
        let number = anchor.rsplit_once("-q").unwrap().1;
        assert!(
            html.contains(&format!("<a href=\"/archive/statements/{id}/#q{number}\" ")),
            "no way back from {place}"
        );
    }
    places.len()
}

const REPORT: &str = "He said: “We agree on peace, and on trade.”\n\nThen: “We shall build ships.” Thanks.\n";

#[test]
fn a_text_is_published_only_where_somebody_says_so() {
    let quoted = "> We agree on peace";
    for (of_site, of_source, is_published) in [
        (None, "", false),
        (None, ", publish: true", true),
        (None, ", publish: false", false),
        (Some(true), "", true),
        (Some(true), ", publish: false", false),
        (Some(false), "", false),
        (Some(false), ", publish: true", true),
    ] {
        let site = site(REPORT, &[("first", of_source, "", quoted)]);
        if let Some(publish) = of_site {
            let settings = site.path().join("site.toml");
            let more = format!("[sources]\npublish = {publish}\n");
            std::fs::write(&settings, std::fs::read_to_string(&settings).unwrap() + &more).unwrap();
        }
        built(&site, &[]);
        assert_eq!(has_page(&site, "sources/report/"), is_published, "{of_site:?} {of_source}");
        let pages = ["statements/first/index.html", "sources/index.html", "sitemap.xml"];
        for page in pages {
            assert_eq!(site.page(page).contains("/sources/report/"), is_published, "{page} {of_site:?} {of_source}");
        }
        assert_eq!(places(&site, "first").len(), usize::from(is_published));
        built(&site, &["--only", "statement-list,sources"]);
        assert!(!has_page(&site, "sources/report/") && places(&site, "first").is_empty());
    }
}

/// The keys of one source change what stands on the pages of other statements.
#[test]
fn a_build_after_a_switch_is_as_one_from_nothing() {
    let site = site(REPORT, &[("first", "", "", "> We agree on peace"), ("second", "", "", "> build ships")]);
    built(&site, &[]);
    for of_second in [", publish: true", ", publish: false", ", publish: true", ""] {
        write(&site, "second", of_second, "", "> build ships");
        built(&site, &[]);
        let expected = usize::from(of_second.contains("true"));
        assert_eq!((places(&site, "first").len(), places(&site, "second").len()), (expected, expected), "{of_second}");
        assert_eq!(site.page("statements/first/index.html").contains("/sources/report/"), expected == 1);
        assert_eq!(site.page("sources/index.html").contains("/sources/report/"), expected == 1);
    }
}

#[test]
fn words_are_marked_where_they_were_found() {
    let site = site(
        REPORT,
        &[
            ("first", ", publish: true", "", "> We agree on peace […] trade\n\nAnd:\n\n> We shall build ships."),
            ("second", "", "", "> on peace, and on trade."),
            ("third", "", "", "He said nothing that is quoted."),
        ],
    );
    built(&site, &[]);
    let expected = "He said: “[first-q1=We agree ][second-q1=on peace](/archive/statements/first/#q1)[, and on ][trade]\
                    (/archive/statements/first/#q1)[.](/archive/statements/second/#q1)”|Then: “[first-q2=We shall build ships.]\
                    (/archive/statements/first/#q2)” Thanks.|";
    assert_eq!(marked(&site, "sources/report/"), expected);
    assert_eq!(assert_both_ways(&site, "first") + assert_both_ways(&site, "second"), 3);
    let page = site.page("sources/report/index.html");
    assert!(
        page.contains("<a id=\"statement-1\" href=\"/archive/statements/first/\"") && page.contains("Said in third")
    );
    assert!(!page.contains("Ann Lee"), "nobody is said to have said anything");
}

#[test]
fn texts_from_right_to_left_say_so() {
    let text = "قال الوزير: «نؤكد على السلام والتعاون بين الدول».\n\nوأضاف: «سنبني السفن».\n";
    let quoted = "> نؤكد على السلام … بين الدول\n\n> سنبني السفن";
    let site = site(text, &[("first", ", publish: true, language: ar", "language: ar\n", quoted)]);
    built(&site, &[]);
    let link = |number: usize| format!("(/archive/statements/first/#q{number})");
    let expected = format!(
        "قال الوزير: «[first-q1=نؤكد على السلام]{} والتعاون [بين الدول]{}».|وأضاف: «[first-q2=سنبني السفن]{}».|",
        link(1),
        link(1),
        link(2)
    );
    assert_eq!(marked(&site, "sources/report/"), expected);
    assert_eq!(assert_both_ways(&site, "first"), 2);
    assert!(
        site.page("sources/report/index.html")
            .contains("<div class=\"section record kept\"><div lang=\"ar\" dir=\"rtl\">")
    );
    // Where nobody says which language it is, each paragraph has the direction of its own letters.
    write(&site, "first", ", publish: true", "", quoted);
    built(&site, &[]);
    assert_eq!(site.page("sources/report/index.html").matches("<p dir=\"auto\">").count(), 2);
}

#[test]
fn nothing_is_left_of_drafts_and_of_what_was_withdrawn() {
    let withdrawn = "withdrawn: {date: 2007, reason: A mistake}\n";
    let site = site(
        REPORT,
        &[
            ("first", "", "", "> We agree on peace"),
            ("gone", ", publish: true", withdrawn, "> on trade"),
            ("idea", ", publish: true", "draft: true\n", "> build ships"),
        ],
    );
    built(&site, &[]);
    assert!(!has_page(&site, "sources/report/"), "neither a draft nor a withdrawn record publishes anything");
    write(&site, "first", ", publish: true", "", "> We agree on peace");
    built(&site, &[]);
    let page = site.page("sources/report/index.html");
    assert_eq!(page.matches("<mark").count(), 1);
    assert!(!page.contains("gone") && !page.contains("idea"));
    assert!(!site.page("statements/gone/index.html").contains("/sources/report/"));
    built(&site, &["--drafts"]);
    assert_eq!(site.page("sources/report/index.html").matches("<mark").count(), 2);
    // A withdrawn record does not take a refusal back.
    write(&site, "gone", ", publish: false", withdrawn, "> on trade");
    built(&site, &["--warn", "contradictory-publish"]);
    assert!(!has_page(&site, "sources/report/"));
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let text = "<script>alert(1)</script> & \"**peace**\"\u{202e} [x](javascript:a)\u{1}\n\n<mark id=\"first-q1\">We agree</mark>\n";
    let site = site(text, &[("first", ", publish: true", "", "> We agree")]);
    built(&site, &[]);
    let page = site.page("sources/report/index.html");
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"**peace**\" [x](javascript:a)\u{fffd}</p>"),
        "{page}"
    );
    assert_eq!((page.matches("id=\"first-q1\"").count(), page.matches("<mark").count()), (2, 1));
    assert!(page.contains("&lt;mark id=\"first-q1\"&gt;<mark id=\"first-q1\">We agree</mark>"));
}

/// The size of a page as most hosts send it, in bytes.
fn compressed(page: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(page.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// Words that do not compress well, and are the same in every run.
fn words(count: usize) -> String {
    let mut number = 1_u64;
    let mut word = || {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let code = (number >> 40) % 20_000;
        char::from_u32(0x4e00 + u32::try_from(code).unwrap()).unwrap()
    };
    (0..count).map(|at| if at % 100 == 99 { '\n' } else { word() }).collect()
}

#[test]
fn a_long_text_has_parts_that_are_not_too_large() {
    let text = format!("He said: “We agree.”\n{}\n{}\nThen: “build ships”\n", words(100_000), "a".repeat(100_000));
    let site = site(&text, &[("first", ", publish: true", "", "> We agree\n\n> build ships")]);
    built(&site, &[]);
    let parts: Vec<String> = (1..)
        .map(|part| if part == 1 { "sources/report/".to_owned() } else { format!("sources/report/part-{part}/") })
        .take_while(|address| has_page(&site, address))
        .collect();
    assert!((10..16).contains(&parts.len()), "{}", parts.len());
    let all: Vec<String> = parts.iter().map(|part| site.page(&format!("{part}index.html"))).collect();
    for page in &all {
        let size = compressed(page);
        assert!(size < 60_000, "{size} bytes");
    }
    let last = parts.last().unwrap();
    assert_eq!(places(&site, "first"), ["/archive/sources/report/#first-q1", &format!("/archive/{last}#first-q2")]);
    assert_eq!(assert_both_ways(&site, "first"), 2);
    assert!(all[1].contains("<link rel=\"prev\" href=\"/archive/sources/report/\">"));
    assert!(all[1].contains("<link rel=\"next\" href=\"/archive/sources/report/part-3/\">"));
    let titles: BTreeSet<&str> =
        all.iter().map(|page| page.split("<title>").nth(1).unwrap().split('<').next().unwrap()).collect();
    assert_eq!(titles.len(), parts.len(), "each part has a title of its own");
    let sitemap = site.page("sitemap.xml");
    assert!(parts.iter().all(|part| sitemap.contains(&format!("/archive/{part}<"))));
    let whole: String = parts.iter().map(|part| marked(&site, part)).collect();
    let letters = |text: &str| text.chars().filter(|letter| *letter >= '\u{4e00}').count();
    assert_eq!(letters(&whole), letters(&text), "every letter is on one page");
}

#[test]
fn a_page_marks_no_more_than_it_has_room_for() {
    let site =
        site(&format!("He said: “We agree.”\n{}\n", words(13_000)), &[("first", ", publish: true", "", "> We agree")]);
    for number in 0..359 {
        let title = words(100).replace('\n', "");
        let id = format!("said-{number:03}");
        write(&site, &id, "", "", "> We agree");
        let file = format!("content/statements/{id}.md");
        let text = std::fs::read_to_string(site.path().join(&file)).unwrap();
        let day = format!("{:04}-{:02}-{:02}", 1950 + number / 12, number % 12 + 1, number % 28 + 1);
        site.write(&file, &text.replace("2006-02-02", &day).replace("Said in", &format!("{title} {number}")));
    }
    built(&site, &[]);
    let page = site.page("sources/report/index.html");
    assert_eq!((page.matches("<sup").count(), page.matches("<a id=\"s").count()), (300, 300));
    assert!(page.contains("60 more quotations") && page.contains("350 of 360 statements"), "it says what is left out");
    let size = compressed(&page);
    assert!(size < 60_000, "{size} bytes");
}

#[test]
fn names_that_are_no_addresses_are_errors_where_they_are_published() {
    for name in ["a b.txt", "a?b.txt", "a%2fb.txt", "a\u{202e}b.txt"] {
        let site = site(REPORT, &[("first", ", publish: true", "", "> We agree on peace")]);
        let file = site.path().join("content/sources/report.txt");
        std::fs::rename(&file, file.with_file_name(name)).unwrap();
        let statement = std::fs::read_to_string(site.path().join("content/statements/first.md")).unwrap();
        let named = statement.replace("sources/report.txt", &format!("\"sources/{name}\""));
        site.write("content/statements/first.md", &named);
        let run = site.check(&["--allow", "invisible-character"]);
        assert!(run.stdout.contains("error[bad-file-name]: the text has a page"), "{name}: {}", run.stdout);
        site.write("content/statements/first.md", &named.replace(", publish: true", ""));
        assert!(!site.check(&[]).stdout.contains("bad-file-name"), "{name} is not published");
    }
}

#[test]
fn two_texts_at_one_address_clash() {
    let site = site(REPORT, &[("first", ", publish: true", "", "> We agree on peace")]);
    site.write("content/sources/Report.text", REPORT);
    site.write("content/sources/REPORT.txt", REPORT);
    let second = "{title: Other, publisher: P, text: sources/REPORT.txt, publish: true}";
    let statement = std::fs::read_to_string(site.path().join("content/statements/first.md")).unwrap();
    site.write("content/statements/first.md", &statement.replace("sources: [", &format!("sources: [{second}, ")));
    let run = site.check(&[]);
    assert!(run.stdout.contains("error[address-clash]"), "{}", run.stdout);
}

#[test]
fn what_has_no_text_cannot_be_published() {
    let site = Site::small();
    let file = site.path().join("content/statements/2006/2006-02-02-first.md");
    let statement = std::fs::read_to_string(&file).unwrap();
    let source = "{url: https://example.com/1, publish: true}";
    std::fs::write(&file, statement.replace("\"https://example.com/1\"", source)).unwrap();
    let run = site.check(&[]);
    assert!(run.stdout.contains("error[missing-source-text]: no text of this source is kept"), "{}", run.stdout);
}
