//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::support::{Site, chronicle_in, things};

/// A new site with the files of `tests/cases/<name>` in it.
fn case(name: &str) -> Site {
    let site = Site::new();
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

/// The newest day that it is anywhere on earth.
fn today() -> NaiveDate {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let there = i64::try_from(now.as_secs()).unwrap() + 14 * 3600;
    DateTime::<Utc>::from_timestamp(there, 0).unwrap().date_naive()
}

/// A statement of a day, in place of the one of a new site.
fn of_day(site: &Site, day: NaiveDate) {
    let example = site.path().join("content/statements/2024/2024-05-14-example-statement.md");
    let text = std::fs::read_to_string(&example).unwrap().replace("2024-05-14", &day.to_string());
    site.write("content/statements/river.md", &text);
}

#[test]
fn what_is_of_today_passes_today_anywhere_on_earth() {
    let site = Site::new();
    let day = today();
    of_day(&site, day);
    let levels = ["--allow", "misnamed-file,duplicate-statement,wrong-year-folder"];
    let run = site.check(&levels);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    // Whatever day it has become meanwhile, it is not the day after the next.
    of_day(&site, day + Duration::days(2));
    let run = site.check(&levels);
    assert!(run.stdout.contains("error[future-date]"), "{}", run.stdout);
    for command in ["build", "lock"] {
        let run = chronicle_in(site.path(), &[&[command][..], &levels].concat());
        assert!(run.stderr.contains("error[future-date]"), "{command}: {}", run.stderr);
    }
    let run = site.check(&[&levels[..], &["--today", &(day + Duration::days(2)).to_string()]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn commits_have_no_say_in_what_day_it_is() {
    let site = Site::new();
    let git = |date: &str, arguments: &[&str]| {
        let mut command = Command::new("git");
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_COMMITTER_DATE", date);
        let settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let output = command.arg("-C").arg(site.path()).args(settings).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    git("", &["init", "--quiet"]);
    git("", &["add", "."]);
    git("2024-05-14T09:00:00+09:00", &["commit", "--quiet", "--message=Tokyo"]);
    assert_eq!(site.check(&[]).code, Some(0));
    git("2024-05-13T18:00:00-08:00", &["commit", "--quiet", "--allow-empty", "--message=Los Angeles"]);
    assert_eq!(site.check(&[]).code, Some(0));
}

#[test]
fn a_new_statement_is_of_today_at_most() {
    let site = Site::new();
    let new = |date: &str, more: &[&str]| {
        let given = ["--date", date, "--speaker", "example-minister", "--topic", "example-topic", "--title", "Talks"];
        let rest = ["--fidelity", "reported", "--source", "https://example.org/1"];
        chronicle_in(site.path(), &[&["new", "statement"], &given[..], &rest[..], more].concat())
    };
    let (day, next) = (today().to_string(), (today() + Duration::days(2)).to_string());
    let run = new(&next, &[]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.starts_with("error[future-date]: the date is later than "), "{}", run.stderr);
    assert!(run.stderr.ends_with("nothing was written\n"), "{}", run.stderr);
    assert_eq!(new(&day, &[]).code, Some(0));
    assert_eq!(new(&next, &["--today", &next]).code, Some(0));
}

#[test]
fn a_name_in_decomposed_letters_is_the_same_name() {
    let site = case("name-in-decomposed-letters");
    let run = site.check(&["--allow", "misnamed-file"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    let statement = "content/statements/2024/2024-06-01-nfd.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    let topic = "Ire\u{301}n’s \u{1112}\u{1161}\u{11ab}";
    site.write("content/topics/iren.md", "---\nlabel: \"Irén's 한\"\n---\n");
    site.write("content/places/mostar.md", "---\nname: Móstar\n---\n");
    site.write("content/events/forum.md", "---\nname: Fórum “Neum”\ndate: 2024-06-01\n---\n");
    site.write("content/organizations/lee.md", "---\nname: Ministère d’Orée\n---\n");
    let keys = "place: Mo\u{301}star\nevent: Fo\u{301}rum \"Neum\"\norganizations: [\"Ministe\u{300}re d'Ore\u{301}e\"]\n\
        audience: [\"Jose\u{301} Garci\u{301}a\", \"ministe\u{300}re d'ore\u{301}e\"]\nfidelity";
    site.write(statement, &text.replace("[example-topic]", &format!("[\"{topic}\"]")).replacen("fidelity", keys, 1));
    let run = site.build(&["--allow", "misnamed-file,orphan-topic"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for page in ["people/jose-garcia", "topics/iren", "places/mostar", "events/forum", "organizations/lee"] {
        assert!(site.page(&format!("{page}/index.html")).contains("/statements/2024-06-01-nfd/"), "{page}");
    }
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    site.write(statement, &text.replace("audience: [", "audience: [\"Co\u{302}te d'Ivoire\", "));
    let run = site.check(&["--allow", "misnamed-file,orphan-topic"]);
    assert!(run.stdout.contains("= help: write `CI`"), "{}", run.stdout);
}

#[test]
fn a_speaker_is_named_once() {
    let site = case("speaker-named-twice");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("error[repeated-speaker]: `Example Minister` is among the speakers"), "{}", run.stdout);
    assert_eq!(site.build(&[]).code, Some(1));
}

#[test]
fn a_day_and_a_month_in_numbers_can_be_read_either_way() {
    let site = case("day-and-month-in-either-order");
    let statement = "content/statements/2024/2024-06-01-dmy.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    for (written, readings) in [
        ("06-02-2006", &["2006-02-06", "2006-06-02"][..]),
        ("6.2.2006", &["2006-02-06", "2006-06-02"]),
        ("06/02/06", &["2006-02-06", "2006-06-02"]),
        ("13-02-2006", &["2006-02-13"]),
        ("02/13/2006", &["2006-02-13"]),
    ] {
        site.write(statement, &text.replace("06-02-2006", written));
        let run = site.check(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stdout);
        let readings: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
        assert!(run.stdout.contains(&format!("= help: write {}", readings.join(" or "))), "{}", run.stdout);
        assert_eq!(run.stdout.contains("whichever is meant"), readings.len() > 1, "{}", run.stdout);
    }
}

#[test]
fn a_line_that_begins_with_a_dash_is_speech() {
    let site = case("a-line-that-begins-with-a-dash");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[quotation-not-in-source]").count(), 2, "{}", run.stdout);
    let run = site.build(&["--warn", "quotation-not-in-source"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = site.page("statements/2024-06-01-dash/index.html");
    assert!(page.contains("<p>— Пошлины будут всегда.</p>") && !page.contains("class=\"speaker\""), "{page}");
    let record = site.page("statements/2024-06-01-dash/index.json");
    for words in ["\"exact\":\"— Пошлины будут всегда.\"", "\"exact\":\"Пошлин не будет — и это навсегда.\""]
    {
        assert!(record.contains(words), "{record}");
    }
    assert!(!record.contains("attributed_to") && !page.contains("word for word"), "{record}");
}

#[test]
fn an_attribution_names_a_speaker() {
    let site = case("an-attribution-to-nobody");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        run.stdout.contains("warning[unknown-attribution]: `Exmaple Ministr` is the name of none"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("write `— Example Minister`"), "{}", run.stdout);
    site.build(&[]);
    let record = site.page("statements/2024-06-01-attribution/index.json");
    assert!(!record.contains("attributed_to") && record.contains("We agree. — Exmaple Ministr"), "{record}");
}

#[test]
fn a_quotation_has_words() {
    let site = case("a-quotation-without-words");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[empty-quotation]").count(), 2, "{}", run.stdout);
}

#[test]
fn nothing_is_read_of_a_merge_that_is_not_resolved() {
    let site = case("an-unresolved-merge");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[").count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("error[unresolved-merge]"), "{}", run.stdout);
    let merge = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> edits\n");
    for (path, text) in [
        ("site.toml", merge("title = \"One\"\n")),
        ("chronicle.lock", format!("# chronicle.lock 1: the published record\n{}", merge("a topic\n"))),
        ("content/people/example-minister.md", format!("---\n{}---\n", merge("name: Example Minister\n"))),
        ("content/topics/example-topic.md", merge("---\nlabel: One\n---\n")),
        ("content/pages/about.md", format!("---\ntitle: About\n---\n- a\n{}", merge("- b\r\n"))),
    ] {
        let site = case("a-quotation-without-words");
        site.write(path, &text);
        let run = site.check(&[]);
        assert_eq!(run.stdout.matches("error[unresolved-merge]").count(), 1, "{path}: {}", run.stdout);
    }
}

#[test]
fn a_line_after_a_quotation_is_told_apart() {
    let site = case("a-line-after-a-quotation");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("warning[unmarked-quotation]").count(), 1, "{}", run.stdout);
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
    let mut dates = Vec::new();
    for node in things(page) {
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
    let quoted = |article: &str, quotation: &str, others: &[&str]| -> Vec<String> {
        let article = [format!("Article temporalCoverage {article}")].into_iter();
        let others = others.iter().map(|other| (*other).to_owned());
        article.chain(others).chain([format!("Quotation {quotation}")]).collect()
    };
    assert_eq!(of("2006-d0"), (String::new(), vec!["Article temporalCoverage 2006~".into()]));
    assert_eq!(of("2006-d2"), ("2006".into(), vec!["Article temporalCoverage 2006".into()]));
    assert_eq!(of("2006-d3"), (String::new(), vec![]));
    let days = "2006-02-01/2006-02-03";
    // Of a congress without a record nobody knows when it began.
    assert_eq!(of("days"), (days.into(), quoted(days, &format!("temporalCoverage {days}"), &[])));
    // The congress has a date of its own. What cannot say that a date is in doubt does not name it.
    let congress = ["Event startDate 2006-01-30", "Event endDate 2006-02-04"];
    assert_eq!(of("month"), (String::new(), quoted("2006-02?", "temporalCoverage 2006-02?", &congress)));
    assert!(site.page("statements/month/index.html").contains("\"DCTERMS.date\" content=\"2006-02?\""));
    let open = quoted("2006-02/..", "temporalCoverage 2006-02/..", &["CorrectionComment datePublished 2008-09"]);
    assert_eq!(of("open"), ("2006-02/..".into(), open));

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
    assert!(
        statement.contains("<li><a href=\"/years/2000s/\" dir=\"auto\">2000s, year not known</a></li>"),
        "{statement}"
    );
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

#[test]
fn the_commonest_mistakes_in_yaml_have_help() {
    let site = case("yaml-without-quotation-marks-and-with-tabs");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1));
    for help in [
        "put the text in quotation marks: `\"Minister: talks go on\"`",
        "put the whole text in quotation marks of the other kind: `'\"Talks\" go on'`",
        "write two spaces in place of each tab at the start of the lines",
    ] {
        assert!(run.stdout.contains(&format!("= help: {help}")), "{}", run.stdout);
    }
}

#[test]
fn an_address_is_what_it_is() {
    let site = case("address-with-letters-not-seen");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("warning[encoded-character]"), "{}", run.stdout);
    let statement = "content/statements/2024/2024-06-01-address.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    // In text that is shown they are errors still.
    site.write(statement, &text.replace("Road tolls", "\"Road t\\u2060olls\"").replace("\" to stay as they are", "\""));
    assert_eq!(site.check(&[]).code, Some(1));
    site.write(statement, &text.replace("The tolls stay.", "The t%d3%a7lls stay."));
    assert_eq!(site.check(&[]).code, Some(1));
}

#[test]
fn a_picture_belongs_below_static() {
    let site = Site::new();
    let statement = "content/statements/2024/2024-05-14-example-statement.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    let help = |link: &str| {
        site.write(statement, &format!("{text}\n![A picture]({link})\n"));
        let run = site.check(&["--allow", "misplaced-file"]);
        assert!(run.stdout.contains("error[broken-link]"), "{link}: {}", run.stdout);
        run.stdout.rsplit_once("= help: ").unwrap().1.lines().next().unwrap().to_owned()
    };
    assert_eq!(help("photo.jpg"), "put the file at `static/photo.jpg`, and write `/photo.jpg`");
    assert_eq!(help("/logo.svg"), "put the file at `static/logo.svg`, and write `/logo.svg`");
    site.write("content/statements/2024/photo.jpg", "x");
    assert_eq!(help("photo.jpg"), "move the file to `static/photo.jpg`, and write `/photo.jpg`");
    // The file itself is told the same, also where nothing shows it.
    site.write(statement, &text);
    let run = site.check(&[]);
    assert!(run.stdout.contains("help: move it to `static/photo.jpg`, and write `/photo.jpg` where a text shows it"));
    std::fs::remove_file(site.path().join("content/statements/2024/photo.jpg")).unwrap();
    // What a program left behind is not to be published.
    for name in ["example.md.bak", "example.md.orig", "Thumbs.db", "~$notes.DOCX.tmp"] {
        site.write(&format!("content/statements/2024/{name}"), "x");
        let run = site.check(&[]);
        assert!(run.stdout.contains("help: remove it") && !run.stdout.contains("static"), "{name}: {}", run.stdout);
        std::fs::remove_file(site.path().join("content/statements/2024").join(name)).unwrap();
    }
    site.write("static/photo.jpg", "x");
    site.write("static/pictures/Logo.svg", "x");
    assert_eq!(help("photo.jpg"), "write `/photo.jpg`");
    assert_eq!(help("/logo.svg"), "write `/pictures/Logo.svg`");
    for link in ["/photo.jpg", "/pictures/Logo.svg"] {
        site.write(statement, &format!("{text}\n![A picture]({link})\n"));
        assert_eq!(site.check(&[]).code, Some(0), "{link}");
    }
}

/// The draft that is made of a text in a case, and what the program says of it.
fn draft(site: &Site, text: &str, more: &[&str]) -> (String, String) {
    let flags = ["new", "statement", "--from", text, "--title", "T", "--date", "2024-03-06", "--id", "2024-03-06-t"];
    let path = site.path().join("content/statements/2024/2024-03-06-t.md");
    let _ = std::fs::remove_file(&path);
    let run = chronicle_in(site.path(), &[&flags[..], more].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{text}: {}", run.stdout);
    (std::fs::read_to_string(path).unwrap(), run.stdout)
}

/// The paragraphs of the block quotations of a draft.
fn quoted(draft: &str) -> Vec<&str> {
    draft.lines().filter_map(|line| line.strip_prefix("> ")).collect()
}

#[test]
fn a_draft_has_the_words_of_the_speaker_who_was_asked_for() {
    let site = case("draft-of-one-speaker-of-two");
    let (of_day, _) = draft(&site, "talks.txt", &["--speaker", "bo-day"]);
    assert!(of_day.contains("speakers: [bo-day]\n"), "{of_day}");
    assert_eq!(quoted(&of_day), ["We are glad to be here.", "We shall meet again."]);
    let (of_lee, _) = draft(&site, "talks.txt", &["--speaker", "ann-lee"]);
    assert_eq!(quoted(&of_lee), ["So are we, and we thank you.", "In spring."]);
    let (of_nobody, told) = draft(&site, "talks.txt", &[]);
    assert_eq!(quoted(&of_nobody), [""; 0]);
    assert!(told.contains("several people speak: give one as `--speaker`: `bo-day`, `ann-lee`\n"), "{told}");
    let (of_both, told) = draft(&site, "talks.txt", &["--speaker", "ann-lee", "--speaker", "bo-day"]);
    assert_eq!(quoted(&of_both), [""; 0]);
    assert!(told.contains("give one `--speaker`"), "{told}");
    let (of_day, told) = draft(&site, "two-quotes.txt", &["--speaker", "bo-day"]);
    assert_eq!(quoted(&of_day), ["Then we shall buy it from somebody else"]);
    assert!(
        told.contains("note: words of another person were left out: “We shall not sell a single ton of tin”"),
        "{told}"
    );
}

#[test]
fn each_speaker_of_a_transcript_has_a_draft() {
    let site = case("draft-of-one-speaker-of-two");
    let run = chronicle_in(site.path(), &["new", "statement", "--from", "talks.txt", "--all-speakers", "--title", "T"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
    for (speaker, words) in [
        ("bo-day", ["We are glad to be here.", "We shall meet again."]),
        ("ann-lee", ["So are we, and we thank you.", "In spring."]),
    ] {
        let path = site.path().join(format!("content/statements/2024/2024-03-06-t-{speaker}.md"));
        let draft = std::fs::read_to_string(path).unwrap();
        assert!(draft.contains(&format!("speakers: [{speaker}]\n")), "{draft}");
        assert!(draft.contains("event: Remarks by Secretary Lee and Minister Bo Day after talks\n"), "{draft}");
        assert_eq!(quoted(&draft), words);
    }
    let run = chronicle_in(site.path(), &["new", "statement", "--from", "two-quotes.txt", "--all-speakers"]);
    let none = "error: --all-speakers: no turn of the text is for sure that of a person on record\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), none));
}

#[test]
fn a_phrase_that_a_question_quotes_is_nobodys() {
    let (draft, _) = draft(&case("draft-with-a-phrase-quoted-in-a-question"), "harbour.txt", &[]);
    assert_eq!(quoted(&draft), ["It will be finished by spring.", "We keep to it."]);
    assert_eq!(draft.matches("FIXME(the question, in your own words)").count(), 2, "{draft}");
}

#[test]
fn labels_of_turns_are_seen_in_any_form() {
    let site = case("draft-from-labels-of-many-forms");
    for (text, expected) in [
        ("full-width-colon.txt", &[][..]),
        ("spanish.txt", &["No, este año no.", "Ya veremos."]),
        ("one-turn-each.txt", &["I shall write to the honourable gentleman."]),
        ("q-without-colon.txt", &["Thank you. Questions?", "No.", "We shall see."]),
    ] {
        let (draft, _) = draft(&site, text, &[]);
        assert_eq!(quoted(&draft), expected, "{text}");
    }
}

#[test]
fn prose_is_not_taken_for_speech() {
    let site = case("draft-from-prose");
    let (none, told) = draft(&site, "no-quotation.txt", &["--speaker", "ann-lee"]);
    assert_eq!(quoted(&none), [""; 0]);
    assert!(
        told.contains(
            "note: no words stand between quotation marks, and no labels say who speaks: nothing was taken\n"
        )
    );
    let (single, _) = draft(&site, "single-marks.txt", &[]);
    assert_eq!(quoted(&single), ["We will not raise the tolls this year"]);
}

#[test]
fn reversed_guillemets_hold_words_and_not_what_stands_between_them() {
    let (draft, _) = draft(&case("draft-with-reversed-guillemets"), "report.txt", &[]);
    assert_eq!(quoted(&draft), ["Wir werden in diesem Jahr keine neuen Zölle erheben"]);
    let left = "FIXME(nothing was taken from here: “Das bleibt so bis zum Herbst.”: the text does not say for sure who said it)\n";
    assert!(draft.contains(left), "{draft}");
}

#[test]
fn the_head_of_a_report_is_read_in_any_language() {
    let site = case("draft-with-the-head-of-an-agency");
    for (text, title, publisher, language) in [
        ("reuters.txt", "Lee speaks on tin", "Reuters", None),
        ("spanish.txt", "El estaño seguirá a la venta, dice Lee", "EFE", Some("es")),
        ("chinese.txt", "锡的贸易将继续", "新华社", Some("zh")),
    ] {
        let (draft, _) = draft(&site, text, &["--published", "2024-03-06"]);
        assert!(
            draft.contains(&format!("title: {title}\n")) || draft.contains(&format!("title: \"{title}\"\n")),
            "{draft}"
        );
        assert!(draft.contains(&format!("publisher: {publisher}\n")), "{draft}");
        let has_language =
            language.map_or(!draft.contains("language:"), |tag| draft.contains(&format!("\nlanguage: {tag}\n")));
        assert!(has_language, "{draft}");
    }
}

#[test]
fn nothing_is_drafted_from_markup() {
    let site = case("draft-from-markup");
    for (text, kind) in [
        ("page.html", "HTML: open it in a browser, and save the page as plain text"),
        ("rows.csv", "a table"),
        ("talk.srt", "subtitles"),
        ("talk.json", "JSON"),
        ("talk.xml", "XML"),
    ] {
        let run = chronicle_in(site.path(), &["new", "statement", "--from", text, "--title", "T", "--date", "2024"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{text}");
        assert!(run.stderr.starts_with(&format!("error: --from: `{text}` is {kind}")), "{}", run.stderr);
    }
    assert!(!site.path().join("content/sources").exists());
}

/// Themes are looked at only if a site brings them along: those in the program are, here.
#[test]
fn no_theme_in_the_program_has_a_character_that_xml_forbids() {
    let site = Site::small();
    site.copy(Path::new("themes"), "themes");
    for theme in ["default", "gazette"] {
        site.write("site.toml", &format!("title = \"A\"\nbase_url = \"https://example.org/\"\ntheme = \"{theme}\"\n"));
        let run = site.check(&[]);
        assert!(!run.stdout.contains("[invisible-character]"), "{}", run.stdout);
    }
    site.write("themes/default/messages/en.ftl", "nav_topics = Top\u{1}ics\n");
    assert!(site.check(&[]).stdout.contains("error[invisible-character]"));
}
