//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site, as `chronicle init` makes it.

use std::path::Path;

use crate::support::{Site, chronicle_in};

/// A new site with the files of `tests/cases/<name>` in it.
fn case(name: &str) -> Site {
    let site = Site::of(&[]);
    let made = chronicle_in(site.path(), &["init", "."]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let folder = Path::new("tests/cases").join(name);
    assert!(folder.is_dir(), "{folder:?}");
    site.copy(&folder, "");
    site
}

#[test]
fn a_static_file_never_takes_the_address_of_a_page() {
    let site = case("static-file-on-a-pages-address");
    for _ in 0..3 {
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stderr.matches("error[address-clash]").count(), 2, "{}", run.stderr);
    }
}

/// Every feed and sitemap of a built site, parsed.
fn xml_is_well_formed(site: &Site) -> usize {
    let files = site.tree();
    let xml = files.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "xml"));
    let parse = |(path, bytes): (&std::path::PathBuf, &Vec<u8>)| {
        let text = std::str::from_utf8(bytes).unwrap();
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    xml.map(parse).count()
}

/// PDF viewers put U+FFFE for a hyphen at the end of a line; XML has no such character.
#[test]
fn no_character_that_xml_forbids_reaches_a_feed() {
    let site = case("noncharacters-in-a-text");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1));
    let said = "error[invisible-character]: U+FFFE is a code that stands for no character";
    assert!(run.stdout.contains(said), "{}", run.stdout);
    let run = site.build(&["--allow", "invisible-character"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(xml_is_well_formed(&site) > 2);
    assert!(site.page("atom.xml").contains('\u{fffd}'));
}

/// The same wherever a text comes from, and however the character is written.
#[test]
fn characters_that_xml_forbids_are_found_wherever_they_are_written() {
    let person = "---\nname: \"Ex\\uFFFEample\"\nnames: [\"A\\x02B\"]\noffices:\n  - {id: a, title: \"Of\\u000Bfice\", from: 2000}\n---\n";
    for (path, text) in [
        ("content/people/example-minister.md", person),
        (
            "content/topics/example-topic.md",
            "---\nlabel: \"Ex\\uFFFFample\"\nscope: \"A\\b\"\n---\nText &#xFFFE; and \u{fdd0}.\n",
        ),
        ("content/organizations/body.md", "---\nname: \"The\\e body\"\n---\n"),
        ("content/events/talks.md", "---\nname: \"Talks\\U0001FFFE\"\ndate: 2024\nplace: \"Pla\\x01ce\"\n---\n"),
        ("site.toml", "title = \"A\\uFFFE chronicle\"\nbase_url = \"https://example.org/\"\n"),
        ("site.toml", "title = \"A chronicle\"\nsubtitle = \"of \u{ffff}\"\nbase_url = \"https://example.org/\"\n"),
        (
            "site.toml",
            "title = \"A\"\nbase_url = \"https://example.org/\"\nlicense = {name = \"\\u0008\", url = \"https://example.org/l\"}\n",
        ),
        ("themes/own/messages/en.ftl", "nav_topics = Top\u{1}ics\n"),
        ("themes/own/messages/en.ftl", "nav_topics = Top{\"\\uFFFE\"}ics\n"),
        ("themes/own/messages/en.ftl", "date_approximate = about\u{fffe} { $date }\n"),
        ("wording/en.toml", "[praise]\n\"gr\\uFFFEeat\" = []\n"),
        ("templates/atom-entry.xml", "<entry><title>\u{2}{{ entry.title }}</title></entry>\n"),
    ] {
        let site = case("dates-known-in-part");
        if path.starts_with("themes/") {
            site.write("themes/own/theme.toml", "name = \"own\"\nparent = \"default\"\n");
            site.write("site.toml", "title = \"A\"\nbase_url = \"https://example.org/\"\ntheme = \"own\"\n");
        }
        site.write(path, text);
        let run = site.check(&[]);
        assert!(run.stdout.contains("error[invisible-character]"), "{path}: {text}\n{}", run.stdout);
        let run = site.build(&["--allow", "invisible-character"]);
        if run.code == Some(0) {
            assert!(xml_is_well_formed(&site) > 2, "{path}");
        } else {
            assert!(path.starts_with("wording/"), "{path}: {}{}", run.stdout, run.stderr);
        }
    }
    // What is no character at all is no YAML.
    let site = case("dates-known-in-part");
    site.write("content/topics/example-topic.md", "---\nlabel: \"Ex\\uD800ample\"\n---\n");
    assert!(site.check(&[]).stdout.contains("error[bad-yaml]"));
    // A backslash in a text that has no numbers is one.
    site.write("content/topics/example-topic.md", "---\nlabel: Example topic\n---\n");
    site.write("site.toml", "title = 'A \\uFFFE chronicle'\nbase_url = \"https://example.org/\"\n");
    assert_eq!(site.check(&[]).code, Some(0));
}

/// What a page of a statement says of its date to programs.
fn said_of_date(page: &str) -> (Option<&str>, Vec<String>) {
    let citation = page.split_once("citation_date\" content=\"").and_then(|(_, rest)| rest.split('"').next());
    let (_, script) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let graph: serde_json::Value = serde_json::from_str(script.split_once("</script>").unwrap().0).unwrap();
    let mut dates = Vec::new();
    for node in graph["@graph"].as_array().unwrap() {
        for key in ["temporalCoverage", "dateCreated", "startDate", "endDate", "datePublished"] {
            dates.extend(node.get(key).map(|date| format!("{} {key} {}", node["@type"], date).replace('"', "")));
        }
    }
    (citation, dates)
}

#[test]
fn no_export_names_a_day_that_is_not_known() {
    let site = case("dates-known-in-part");
    let said = |id: &str, date: &str, more: &str| {
        let text = format!(
            "---\ntitle: Of {id}\ndate: \"{date}\"\nspeakers: [{{office: Minister}}]\ntopics: [example-topic]\nfidelity: reported\n\
             {more}sources:\n  - {{title: A report, publisher: P, date: 2006~}}\n  - {{title: B, publisher: P, date: 2008/2013}}\n\
             ---\nText.\n\n> We agree on this.\n"
        );
        site.write(&format!("content/statements/{id}.md"), &text);
    };
    said("days", "2006-02-01/2006-02-03", "event: A congress\n");
    said("month", "2006-02?", "event: long-congress\n");
    said("open", "2006-02/..", "corrections: [{date: 2008-09, kind: addition, note: More}]\n");
    site.write("content/events/long-congress.md", "---\nname: Long congress\ndate: 2006-01-30/2006-02-04\n---\n");
    let run = site.build(&["--allow", "misnamed-file", "--allow", "wrong-year-folder"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let of = |id: &str| {
        let page = site.page(&format!("statements/{id}/index.html"));
        let (citation, dates) = said_of_date(&page);
        (citation.unwrap_or_default().to_owned(), dates)
    };
    let published = "CreativeWork datePublished 2006".to_owned();
    let quoted = |article: &str, quotation: &str, others: &[&str]| -> Vec<String> {
        let own = [format!("Article temporalCoverage {article}"), format!("Quotation {quotation}")];
        own.into_iter().chain(others.iter().map(|other| (*other).to_owned())).chain([published.clone()]).collect()
    };
    assert_eq!(of("2006-d0"), ("2006".into(), vec!["Article temporalCoverage 2006~".into()]));
    assert_eq!(of("2006-d2"), ("2006".into(), vec!["Article temporalCoverage 2006".into()]));
    assert_eq!(of("2006-d3"), (String::new(), vec![]));
    let days = "2006-02-01/2006-02-03";
    let congress = ["Event startDate 2006-02-01", "Event endDate 2006-02-03"];
    assert_eq!(of("days"), (days.into(), quoted(days, &format!("temporalCoverage {days}"), &congress)));
    // The congress has a date of its own.
    let congress = ["Event startDate 2006-01-30", "Event endDate 2006-02-04"];
    assert_eq!(of("month"), ("2006/02".into(), quoted("2006-02?", "dateCreated 2006-02", &congress)));
    assert_eq!(of("open"), ("2006-02/..".into(), quoted("2006-02/..", "temporalCoverage 2006-02/..", &[])));

    assert!(xml_is_well_formed(&site) > 2);
    let sitemap = site.page("sitemap.xml");
    assert!(
        sitemap.contains("/statements/open/</loc><lastmod>2008-09</lastmod>") || sitemap.contains("<lastmod>2008-09<"),
        "{sitemap}"
    );
    assert_eq!(sitemap.matches("<lastmod>").count(), 1, "{sitemap}");
    let feed = site.page("atom.xml");
    for invented in ["2006-01-01", "2006-02-01T", "2000-01-01", "2008-09-01"] {
        assert!(!feed.contains(invented), "{invented} in {feed}");
    }
    assert!(feed.contains("<updated>2006-02-03T00:00:00Z</updated>"), "{feed}");
}

#[test]
fn statements_without_a_year_are_listed_wherever_they_are_counted() {
    let site = case("dates-known-in-part");
    for (id, date) in [("some-century", "20XX"), ("until-decade", "../199X"), ("a-year", "2011")] {
        let text = format!(
            "---\ntitle: Of {id}\ndate: \"{date}\"\nspeakers: [example-minister]\ntopics: [example-topic]\nfidelity: reported\n\
             countries: [RU]\nevent: talks\nplace: Geneva\nsources:\n  - {{title: A report, publisher: P}}\n---\nText.\n"
        );
        site.write(&format!("content/statements/{id}.md"), &text);
    }
    site.write("content/places/geneva.md", "---\nname: Geneva\n---\n");
    site.write("content/events/talks.md", "---\nname: Talks\ndate: 19XX\n---\n");
    let build = |more: &str| {
        site.write("site.toml", &format!("title = \"A chronicle\"\nbase_url = \"https://example.org/\"\n{more}"));
        let allowed =
            ["misnamed-file", "wrong-year-folder", "no-office-on-date"].map(|code| ["--allow", code]).concat();
        let run = site.build(&allowed);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    };
    build("");
    let listed = |page: &str, ids: &[&str]| {
        let text = site.page(page);
        for id in ids {
            assert!(text.contains(&format!("href=\"/statements/{id}/\"")), "{id} is not on {page}: {text}");
        }
        text
    };
    let three = ["some-century", "until-decade", "a-year"];
    for page in [
        "statements/index.html",
        "topics/example-topic/index.html",
        "people/example-minister/index.html",
        "countries/ru/index.html",
        "places/geneva/index.html",
        "events/talks/index.html",
    ] {
        let text = listed(page, &three);
        let has_years = !page.starts_with("events");
        for label in ["1990s, year not known", "2000–2099, year not known"] {
            assert_eq!(text.contains(label), has_years, "{page}: {text}");
        }
    }
    listed("years/1990s/index.html", &["until-decade"]);
    listed("years/20xx/index.html", &["some-century"]);
    let decade = listed("years/2000s/index.html", &["2006-d3"]);
    assert!(decade.contains("<h1>2000s, year not known</h1>") && !decade.contains("Months"), "{decade}");
    assert!(decade.contains("href=\"/topics/example-topic/2000s/\""), "{decade}");
    listed("topics/example-topic/2000s/index.html", &["2006-d3"]);
    let years = site.page("years/index.html");
    for address in ["/years/1990s/", "/years/2000s/", "/years/20xx/", "/years/2011/"] {
        assert!(years.contains(&format!("href=\"{address}\"")), "{address}: {years}");
    }
    assert!(years.contains("3 more are of no known year and have no bar."), "{years}");
    let statement = site.page("statements/2006-d3/index.html");
    assert!(statement.contains("<li><a href=\"/years/2000s/\">2000s, year not known</a></li>"), "{statement}");
    // Pages by year, where a list is too long for one.
    build("[lists]\nlimit = 1\n");
    listed("countries/ru/20xx/index.html", &["some-century"]);
    listed("people/example-minister/1990s/index.html", &["until-decade"]);
    for (language, label) in [("ru", "2000-е, год неизвестен"), ("ar", "عقد 2000–2009، السنة غير معروفة")]
    {
        build(&format!("language = \"{language}\"\n"));
        assert!(site.page("years/2000s/index.html").contains(&format!("<h1>{label}</h1>")), "{language}");
    }
}
