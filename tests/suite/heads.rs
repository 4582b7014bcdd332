//! What the head of every page says to search engines, to reference managers, and beside links elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::{STATEMENT, Site, things};

/// The golden sites, with the default theme.
fn golden_sites() -> Vec<(&'static str, Site)> {
    let names = ["chains", "dates", "drafts", "names", "occasions", "topics", "whole-pages", "wordings"];
    let site = |name: &'static str| {
        let site = Site::golden(name);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        site.write("site.toml", &settings.replace("theme = \"plain\"", "theme = \"default\""));
        assert_eq!(site.build(&[]).code, Some(0), "{name}");
        (name, site)
    };
    names.map(site).into()
}

/// The pages of a site that are no redirects: their paths, kinds and texts.
fn pages(site: &Site) -> Vec<(String, String, String)> {
    let files = site.tree().into_iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "html"));
    let page = |(path, bytes): (std::path::PathBuf, Vec<u8>)| {
        let text = String::from_utf8(bytes).unwrap();
        let kind = text.split_once("<body class=\"")?.1.split_once('"')?.0.to_owned();
        Some((path.display().to_string(), kind, text))
    };
    files.filter_map(page).collect()
}

/// The values of the elements with a name or property.
fn all<'t>(page: &'t str, attribute: &str) -> Vec<&'t str> {
    let elements = page.lines().filter(|line| line.starts_with("<meta ") && line.contains(attribute));
    elements.map(|line| line.split_once(" content=\"").unwrap().1.strip_suffix("\">").unwrap()).collect()
}

fn the<'t>(page: &'t str, attribute: &str) -> &'t str {
    let [value] = all(page, attribute)[..] else { panic!("not one {attribute}: {page}") };
    value
}

#[test]
fn every_page_has_a_description_of_its_own_and_a_card() {
    for (name, site) in golden_sites() {
        let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (path, kind, text) in pages(&site) {
            let said = the(&text, "name=\"description\" property=\"og:description\"");
            assert!(!said.trim().is_empty() && said.chars().count() <= 200, "{name}/{path}: {said}");
            assert!(!said.contains('<') && !said.contains("  "), "{name}/{path}: {said}");
            for property in ["og:title", "og:url", "og:type", "og:locale", "og:site_name"] {
                assert!(!the(&text, &format!("property=\"{property}\"")).is_empty(), "{name}/{path}: {property}");
            }
            assert_eq!(the(&text, "name=\"twitter:card\""), "summary", "{name}/{path}");
            let is_article = the(&text, "property=\"og:type\"") == "article";
            assert_eq!(is_article, kind == "statement", "{name}/{path}");
            kinds.entry(kind.clone()).or_default().insert(said.to_owned());
            *counts.entry(kind).or_default() += 1;
        }
        let distinct: BTreeMap<String, usize> = kinds.into_iter().map(|(kind, said)| (kind, said.len())).collect();
        assert_eq!(distinct, counts, "{name}: pages of a kind say the same of themselves");
    }
}

#[test]
fn a_long_abstract_is_cut_in_the_description() {
    let site = Site::small();
    let summary = "The minister spoke of trade. ".repeat(12);
    site.write(
        "content/statements/2006/2006-02-02-first.md",
        &STATEMENT.replace("fidelity:", &format!("summary: \"{}\"\nfidelity:", summary.trim())),
    );
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2006-02-02-first/index.html");
    let said = the(&page, "name=\"description\"");
    assert!(said.ends_with("of…") || said.ends_with("trade.…") || said.ends_with("minister spoke…"), "{said}");
    assert!(said.chars().count() <= 200, "{said}");
}

/// Many reports begin with the room they are from, or with the same words before a list.
#[test]
fn an_opening_that_says_little_is_not_the_whole_description() {
    let (who, long) =
        ("Ann Lee, 2 February 2006: A first statement", "Many words of the minister, who spoke of trade ".repeat(3));
    for (opening, said) in [
        ("East Room", format!("{who}. East Room")),
        (&*format!("{long}today:"), format!("{who}. {long}today:")),
        (&*format!("{long}today."), format!("{long}today.")),
        ("", who.to_owned()),
    ] {
        let site = Site::small();
        let (matter, _) = STATEMENT.rsplit_once("---\n").unwrap();
        let text = format!("{matter}---\n{opening}\n\n> The very words.\n");
        site.write("content/statements/2006/2006-02-02-first.md", &text);
        assert_eq!(site.build(&[]).code, Some(0));
        let page = site.page("statements/2006-02-02-first/index.html");
        let found = the(&page, "name=\"description\"");
        assert!(found == said || said.starts_with(found.trim_end_matches('…')), "{opening}: {found}");
        // The abstract is what the record says.
        let is_other = found != opening;
        let expected: &[&str] = if is_other && !opening.is_empty() { &[opening] } else { &[] };
        assert_eq!(all(&page, "name=\"DCTERMS.abstract\""), expected);
    }
}

#[test]
fn the_locale_is_that_of_the_tag_or_of_the_theme() {
    for (language, locale) in [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("ru", "ru_RU"),
        ("fr-CA", "fr_CA"),
        ("es-419", "es_ES"),
        ("it", "it"),
        ("zh-Hant", "zh"),
    ] {
        let site = Site::small();
        let settings = format!("title = \"A\"\nbase_url = \"https://example.org/\"\nlanguage = \"{language}\"\n");
        site.write("site.toml", &settings);
        assert_eq!(site.build(&["--allow", "untranslated-messages"]).code, Some(0));
        assert_eq!(the(&site.page("index.html"), "property=\"og:locale\""), locale, "{language}");
    }
}

const SETTINGS: &str = "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n";

#[test]
fn the_picture_of_the_site_stands_in_cards() {
    let site = Site::small();
    site.write("static/cards/one.png", "");
    site.write("site.toml", &format!("{SETTINGS}picture = \"cards/one.png\"\npicture_alt = \"Ships & sails\"\n"));
    assert_eq!(site.build(&[]).code, Some(0));
    for page in ["index.html", "statements/2006-02-02-first/index.html", "topics/trade/index.html"] {
        let page = site.page(page);
        assert_eq!(the(&page, "property=\"og:image\""), "https://example.org/archive/cards/one.png");
        assert_eq!(the(&page, "property=\"og:image:alt\""), "Ships &amp; sails");
        assert_eq!(the(&page, "name=\"twitter:card\""), "summary_large_image");
    }
    // The next run, without the words.
    site.write("site.toml", &format!("{SETTINGS}picture = \"cards/one.png\"\n"));
    assert_eq!(site.build(&[]).code, Some(0));
    assert_eq!(the(&site.page("index.html"), "property=\"og:image:alt\""), "Small");
}

#[test]
fn a_picture_that_is_not_there_is_a_finding() {
    let site = Site::small();
    site.write("static/card.png", "");
    for (line, message, help) in [
        ("picture = \"cart.png\"", "there is no file `static/cart.png`", "write `card.png`"),
        ("picture = \"other.jpg\"", "there is no file `static/other.jpg`", "add the file, or remove this line"),
        ("picture = \"static/card.png\"", "`static/card.png` is not a path below `static/`", "write `card.png`"),
        ("picture = \"/card.png\"", "`/card.png` is not a path below `static/`", "write `card.png`"),
        (
            "picture = \"card.svg\"",
            "`card.svg` is no picture that is shown everywhere",
            "use a picture whose name ends",
        ),
        ("picture = \"https://a.example/b.png\"", "is not a file of the site", "put the picture into `static/`"),
        ("picture = \"\"", "`` is no picture", "use a picture whose name ends"),
        ("picture = \"../card.png\"", "there is no file `static/../card.png`", "write `card.png`"),
        ("picture_alt = \"A ship\"", "there is no `picture`", "add `picture`, or remove this line"),
    ] {
        site.write("site.toml", &format!("{SETTINGS}{line}\n"));
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{line}");
        assert!(run.stderr.contains(message) && run.stderr.contains(help), "{line}: {}", run.stderr);
    }
}

/// The things of a type on a page.
fn of_type(page: &str, kind: &str) -> Vec<serde_json::Value> {
    things(page).into_iter().filter(|thing| thing["@type"] == kind).collect()
}

#[test]
fn an_article_leads_to_its_speakers_its_occasion_and_its_sources() {
    let site = Site::golden("kinds");
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2003-07-03-interview/index.html");
    let [article] = &of_type(&page, "Article")[..] else { panic!("{page}") };
    assert_eq!(article["mentions"][0]["@id"], "/archive/people/ann-lee/");
    assert_eq!(article["mentions"][0]["memberOf"][0]["roleName"], "Minister");
    let event = &article["about"][1];
    assert_eq!((&event["@type"], &event["@id"]), (&"Event".into(), &"/archive/events/talks/".into()));
    assert_eq!(event["location"]["name"], "Harbour");
    assert_eq!(article["isBasedOn"][0]["publisher"]["name"], "Example Press");
    assert_eq!(article["author"]["name"], "Kinds");
    assert_eq!(article["publisher"]["@id"], article["author"]["@id"]);
    // Its own address stands there once, and no text that is its abstract.
    let (_, script) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let script = script.split_once("</script>").unwrap().0;
    assert_eq!(script.matches("2003-07-03-interview").count(), 1, "{script}");
    assert!(!script.contains("is told in a sentence"), "{script}");
    let page = site.page("statements/2003-09-01-hosted/index.html");
    let [quotation] = &of_type(&page, "Quotation")[..] else { panic!("{page}") };
    let expected = (&"#q1".into(), &"We shall trade.".into(), &"/archive/people/ann-lee/".into());
    assert_eq!((&quotation["@id"], &quotation["text"], &quotation["creator"]["@id"]), expected);
}

#[test]
fn programs_are_told_that_a_statement_was_withdrawn() {
    let site = Site::golden("kinds");
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2003-10-withdrawn/index.html");
    let [article] = &of_type(&page, "Article")[..] else { panic!("{page}") };
    assert_eq!(article["creativeWorkStatus"], "Withdrawn");
    assert_eq!(article["correction"][1]["text"], "The source took it back.");
    assert_eq!(article["correction"][1]["datePublished"], "2004-02-03");
    let said = "Withdrawn (3 February 2004): A statement that was withdrawn. The source took it back.";
    assert_eq!(the(&page, "name=\"description\""), said);
    let page = page.replace('\n', " ");
    assert!(
        page.contains("October 2003. Withdrawn: 3 February 2004. Source:")
            || page.contains("Withdrawn: 3 February 2004. <cite dir=")
    );
    let coins = "rft.description=Withdrawn%20%283%20February%202004%29";
    assert!(site.page("people/ann-lee/index.html").contains(coins));
    assert!(site.page("statements/2003-10-withdrawn/index.json").contains("\"withdrawn\":{\"date\":\"2004-02-03\""));
}

#[test]
fn pages_of_subjects_say_what_they_are_about() {
    let site = Site::golden("whole-pages");
    assert_eq!(site.build(&[]).code, Some(0));
    let about = |page: &str| of_type(&site.page(&format!("{page}/index.html")), "CollectionPage")[0]["about"].clone();
    let person = about("people/ann-lee");
    assert_eq!((&person["@type"], &person["@id"]), (&"Person".into(), &"/archive/people/ann-lee/".into()));
    assert!(person["memberOf"][0]["startDate"].is_string(), "{person}");
    for (page, kind) in [
        ("topics/trade", "DefinedTerm"),
        ("events/talks", "Event"),
        ("places/harbour", "Place"),
        ("organizations/ministry", "GovernmentOrganization"),
        ("countries/no", "Country"),
    ] {
        let thing = about(page);
        assert_eq!((&thing["@type"], thing["@id"].as_str().unwrap()), (&kind.into(), &*format!("/archive/{page}/")));
        assert!(thing["name"].is_string());
    }
    assert!(about("years/2003").is_null());
}

#[test]
fn many_words_of_a_quotation_are_cut() {
    let site = Site::small();
    let words = "We shall trade with all who trade with us. ".repeat(40);
    site.write("content/statements/2006/2006-02-02-first.md", &STATEMENT.replace("The very words.", words.trim()));
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2006-02-02-first/index.html");
    let text = of_type(&page, "Quotation")[0]["text"].as_str().unwrap().to_owned();
    assert!(text.starts_with("We shall trade") && text.ends_with('…') && text.chars().count() <= 200, "{text}");
}
