//! Statements that a body or a state makes itself: communiqués, statements of ministries, joint statements.

use crate::support::{Ran, STATEMENT, Site, chronicle_in, things};

/// A site with a body that was renamed, a ministry, and statements of and about them.
fn site() -> Site {
    let site = Site::small();
    site.write(
        "content/organizations/islamic-cooperation.md",
        "---\nnames:\n  - {name: Organisation of Islamic Cooperation, short: OIC, from: 2011-06-28}\n  \
         - {name: Organisation of the Islamic Conference, to: 2011-06-27}\n---\n",
    );
    site.write(
        "content/organizations/mfa.md",
        "---\nname: Ministry of Foreign Affairs\nkind: ministry\ncountry: RU\n---\n",
    );
    said(&site, "2006-02-03-of-the-body", "{organization: islamic-cooperation}", "kind: communique");
    said(&site, "2006-02-04-joint", "{country: RU}, {country: FR}", "kind: joint-statement");
    said(&site, "2006-02-05-ministry", "{organization: mfa}, ann-lee", "as: minister\ncountries: [RU]");
    said(&site, "2006-02-06-about", "ann-lee", "organizations: [islamic-cooperation, mfa]\ncountries: [RU]");
    site
}

fn said(site: &Site, id: &str, speakers: &str, more: &str) {
    let text = STATEMENT
        .replace("A first statement", &format!("What was said, {id}"))
        .replace("2006-02-02", &id[..10])
        .replace("A. Lee", speakers)
        .replace("fidelity:", &format!("{more}\nfidelity:"));
    site.write(&format!("content/statements/{}/{id}.md", &id[..4]), &text);
}

fn built(site: &Site) {
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from} in {page}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

/// A page with spaces in place of its line breaks.
fn in_a_line(site: &Site, page: &str) -> String {
    site.page(page).replace('\n', " ")
}

#[test]
fn a_body_is_named_as_it_was_called_then() {
    let site = site();
    built(&site);
    let page = in_a_line(&site, "statements/2006-02-03-of-the-body/index.html");
    let by = part(&page, "<p class=\"byline\">", "</p>").trim();
    assert_eq!(
        by,
        "<a href=\"/archive/organizations/islamic-cooperation/\" dir=\"auto\">Organisation of the Islamic Conference</a> \
         <span>[today: <bdi>Organisation of Islamic Cooperation</bdi>]</span>"
    );
    assert!(page.contains("<meta name=\"eprints.creators_name\" content=\"Organisation of the Islamic Conference,\">"));
    assert!(
        page.contains("<p class=\"citation plain\"><bdi>Organisation of the Islamic Conference</bdi>. “"),
        "{page}"
    );
    let list = site.page("years/2006/02/index.html");
    assert!(list.contains(">Organisation of the Islamic Conference</a>"), "{list}");
    assert!(list.contains("rft.creator=Organisation%20of%20the%20Islamic%20Conference"), "{list}");
    let feed = site.page("atom.xml");
    assert!(feed.contains("<author><name>Organisation of the Islamic Conference</name></author>"), "{feed}");
    assert!(feed.contains("<author><name>Russia</name></author>\n<author><name>France</name></author>"), "{feed}");
}

#[test]
fn speakers_have_their_types_and_quotations_are_theirs() {
    let site = site();
    built(&site);
    let graph = |id: &str| {
        let page = site.page(&format!("statements/{id}/index.html"));
        things(&page)
    };
    let of = |graph: &[serde_json::Value], kind: &str| -> Vec<serde_json::Value> {
        graph.iter().filter(|node| node["@type"] == kind).cloned().collect()
    };
    let body = graph("2006-02-03-of-the-body");
    let names: Vec<_> = of(&body, "Organization").iter().map(|node| node["name"].clone()).collect();
    assert_eq!(names, ["Small", "Organisation of the Islamic Conference"]);
    let quotation = &of(&body, "Quotation")[0];
    assert_eq!(quotation["creator"]["@id"], "/archive/organizations/islamic-cooperation/");
    let states = graph("2006-02-04-joint");
    let names: Vec<String> =
        of(&states, "Country").iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, ["Russia", "France"]);
    // Nobody knows which of the two said it.
    assert!(of(&states, "Quotation")[0].get("creator").is_none());
    let ministry = graph("2006-02-05-ministry");
    assert_eq!(of(&ministry, "GovernmentOrganization")[0]["name"], "Ministry of Foreign Affairs");
    assert_eq!(of(&ministry, "Person")[0]["name"], "Ann Lee");
}

#[test]
fn programs_are_told_who_speaks() {
    let site = site();
    built(&site);
    let speakers = |id: &str| {
        let record: serde_json::Value =
            serde_json::from_str(&site.page(&format!("statements/{id}/index.json"))).unwrap();
        record["speakers"].to_string()
    };
    assert_eq!(
        speakers("2006-02-03-of-the-body"),
        "[{\"name\":\"Organisation of the Islamic Conference\",\"organization\":\"islamic-cooperation\",\
         \"url\":\"https://example.org/archive/organizations/islamic-cooperation/\"}]"
    );
    assert_eq!(
        speakers("2006-02-04-joint"),
        "[{\"country\":\"RU\",\"name\":\"Russia\",\"url\":\"https://example.org/archive/countries/ru/\"},\
         {\"country\":\"FR\",\"name\":\"France\",\"url\":\"https://example.org/archive/countries/fr/\"}]"
    );
}

#[test]
fn what_a_body_says_stands_apart_from_what_is_said_of_it() {
    let site = site();
    built(&site);
    let page = site.page("countries/ru/index.html");
    let (own, others) = (part(&page, "id=\"own\"", "id=\"others\""), part(&page, "id=\"others\"", "</main>"));
    assert!(own.contains("What the state itself said <small>1 statement</small>") && own.contains("2006-02-04-joint"));
    assert!(others.contains("What was said about it or to it <small>2 statements</small>"), "{others}");
    assert!(others.contains("2006-02-05-ministry") && others.contains("2006-02-06-about"));
    assert!(!others.contains("2006-02-04-joint") && !own.contains("2006-02-06-about"));
    let page = site.page("organizations/mfa/index.html");
    assert!(part(&page, "id=\"own\"", "id=\"others\"").contains("2006-02-05-ministry"));
    assert!(part(&page, "id=\"others\"", "</main>").contains("2006-02-06-about"));
    // Of France there is nothing else to say.
    let page = site.page("countries/fr/index.html");
    assert!(page.contains("id=\"own\"") && !page.contains("id=\"others\""));
    let overview = in_a_line(&site, "countries/index.html");
    assert!(overview.contains("Russia</a> <small>3</small> <small>1 of its own</small>"), "{overview}");
    let overview = in_a_line(&site, "organizations/index.html");
    assert!(
        overview.contains("Ministry of Foreign Affairs</a> <small>2</small> <small>1 of its own</small>"),
        "{overview}"
    );
    let topic = site.page("topics/trade/index.html");
    assert!(topic.contains("Organizations and states that spoke"), "{topic}");
}

#[test]
fn pages_by_year_part_them_too_and_long_lists_are_bounded() {
    let site = site();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n[lists]\nlimit = 3\n");
    for day in 10..20 {
        said(&site, &format!("2007-03-{day}-about"), "ann-lee", "countries: [RU]");
    }
    said(&site, "2007-04-01-of-the-state", "{country: RU}", "kind: letter");
    built(&site);
    let page = site.page("countries/ru/index.html");
    let (own, others) = (part(&page, "id=\"own\"", "id=\"others\""), part(&page, "id=\"others\"", "</main>"));
    assert_eq!((own.matches("<li>").count(), others.matches("<li>").count()), (2, 1));
    assert!(own.contains("<small>2 statements</small>") && others.contains("<small>12 statements</small>"));
    assert!(
        others.contains("The newest 1 of 12 statements is listed here")
            || others.contains("The newest 1 of 12 statements are listed here"),
        "{others}"
    );
    let year = site.page("countries/ru/2007/index.html");
    assert!(year.contains("<p class=\"lede\">11 statements</p>") && !year.contains("id=\"own\""), "{year}");
    let month = site.page("countries/ru/2007/04/index.html");
    assert_eq!(part(&month, "id=\"own\"", "</section>").matches("<li>").count(), 1);
    let month = site.page("countries/ru/2007/03/index.html");
    assert_eq!(part(&month, "<ol class=\"rows\">", "</ol>").matches("<li>").count(), 1);
    let older = site.page("countries/ru/2007/03/part-3/index.html");
    assert_eq!(part(&older, "<ol class=\"rows\">", "</ol>").matches("<li>").count(), 3);
}

#[test]
fn a_speaker_that_cannot_be_is_refused_with_help_that_is_safe() {
    let site = site();
    let refused = |speakers: &str, more: &str| -> Ran {
        said(&site, "2006-02-07-wrong", speakers, more);
        let run = site.check(&[]);
        assert_eq!(run.code, Some(1), "{speakers}: {}", run.stdout);
        run
    };
    for (speakers, more, said) in [
        ("{organization: unheard-of}", "", "add it as `content/organizations/<id>.md`"),
        ("{organization: islamic-co-operation}", "", "write `islamic-cooperation`"),
        ("{organization: A. Lee}", "", "write `A. Lee` alone: it is a person"),
        ("{organisation: mfa}", "", "write `organization`"),
        ("{country: Russia}", "", "write `RU` (Russia)"),
        // Its words are not those of fifteen other states.
        ("{country: SU}", "", "record what spoke as an organization"),
        ("{country: EU}", "", "record what spoke as an organization"),
        ("{country: XX}", "", "write the two capital letters"),
        ("{country: RU, office: Envoy}", "", "name the `organization` of the office"),
        ("{country: RU, organization: mfa}", "", "write two items"),
        // The office is still to be filled in: the ministry itself has said nothing.
        ("{office: , organization: mfa}", "", "expected text, found nothing"),
        ("{office: ☭, organization: mfa}", "", "the office has no letters"),
        ("{organization: mfa}, {organization: Ministry of Foreign Affairs}", "", "leave one of the two out"),
        ("{country: FR}, {country: FR}", "", "leave one of the two out"),
        ("{organization: mfa}", "as: minister", "take `as` out"),
        ("{organization: mfa}, ann-lee", "as: envoy", "use one of `minister`"),
        (
            "Ministry of Foreign Affairs",
            "",
            "write `{organization: Ministry of Foreign Affairs}`, if the organization itself speaks",
        ),
        ("FR", "", "write `{country: FR}`, if the state itself speaks"),
        ("France", "", "write `{country: FR}`, if the state itself speaks"),
    ] {
        let run = refused(speakers, more);
        assert!(run.stdout.contains(said), "{speakers}: {}", run.stdout);
        assert_eq!(run.stdout.matches("error[").count(), 1, "{speakers}: {}", run.stdout);
    }
    // A person by that name is a person.
    said(&site, "2006-02-07-wrong", "A. Lee", "");
    assert_eq!(site.check(&[]).code, Some(0));
}

#[test]
fn the_lock_knows_bodies_and_states_by_words_of_their_own() {
    let site = site();
    let lock = || chronicle_in(site.path(), &["lock"]);
    assert_eq!(lock().code, Some(0));
    let text = std::fs::read_to_string(site.path().join("chronicle.lock")).unwrap();
    assert!(text.contains(" speakers=organization:islamic-cooperation sources="), "{text}");
    assert!(text.contains(" speakers=country:RU,country:FR sources="), "{text}");
    assert!(text.contains(" speakers=organization:mfa,ann-lee sources="), "{text}");
    assert_eq!(site.check(&["--deny", "stale-lock"]).code, Some(0));
    // Another id of the same body is no other speaker; another body is.
    let record = std::fs::read_to_string(site.path().join("content/organizations/mfa.md")).unwrap();
    std::fs::remove_file(site.path().join("content/organizations/mfa.md")).unwrap();
    site.write("content/organizations/foreign-ministry.md", &record.replace("kind:", "old_ids: mfa\nkind:"));
    said(&site, "2006-02-05-ministry", "{organization: foreign-ministry}, ann-lee", "as: minister\ncountries: [RU]");
    said(&site, "2006-02-06-about", "ann-lee", "organizations: [islamic-cooperation]\ncountries: [RU]");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    said(&site, "2006-02-03-of-the-body", "{country: RU}", "kind: communique");
    let run = site.check(&[]);
    assert!(run.stdout.contains("published as that of `organization:islamic-cooperation`"), "{}", run.stdout);
}

#[test]
fn new_statements_of_bodies_and_states() {
    let site = site();
    let new = |more: &[&str]| {
        let given = [
            "new",
            "statement",
            "--title",
            "On trade",
            "--date",
            "2006-03-01",
            "--topic",
            "trade",
            "--fidelity",
            "reported",
        ];
        let source = ["--source", "https://example.com/9", "--text", "Words."];
        let run = chronicle_in(site.path(), &[&given[..], &source, more].concat());
        let path = site.path().join("content/statements/2006/2006-03-01-on-trade.md");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let _ = std::fs::remove_file(path);
        let speakers = text.lines().find(|line| line.starts_with("speakers:")).unwrap_or_default().to_owned();
        (run, speakers)
    };
    for (given, written) in [
        (
            &["--speaker", "Ministry of Foreign Affairs", "--speaker", "ann-lee"][..],
            "speakers: [{organization: mfa}, ann-lee]",
        ),
        (&["--speaker", "organization:OIC"], "speakers: [{organization: islamic-cooperation}]"),
        (&["--speaker", "RU", "--speaker", "country:FR"], "speakers: [{country: RU}, {country: FR}]"),
    ] {
        let (run, speakers) = new(given);
        assert_eq!((run.code, speakers.as_str()), (Some(0), written), "{}", run.stderr);
    }
    for (given, reason) in [
        ("Russia", "--speaker: `Russia` is the name of a country: write `RU`, if the state itself speaks"),
        ("organization:ann-lee", "--speaker: unknown organization `ann-lee`"),
        ("country:SU", "is a former code"),
        ("nobody", "--speaker: unknown person `nobody`"),
    ] {
        let (run, _) = new(&["--speaker", given]);
        assert!(run.code == Some(2) && run.stderr.contains(reason), "{given}: {}", run.stderr);
    }
    site.write("content/people/oic.md", "---\nname: O. I. C.\n---\n");
    let (run, _) = new(&["--speaker", "OIC"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    site.write("content/people/oic.md", "---\nname: OIC\n---\n");
    let (run, _) = new(&["--speaker", "OIC"]);
    assert!(
        run.stderr.contains("`OIC` stands for several: write `oic` or `organization:islamic-cooperation`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_report_gives_a_body_no_persons_words() {
    let site = site();
    site.write(
        "report.txt",
        "Ministry speaks on trade\n\nMOSCOW, March 6, 2023. /TASS/. The ministry said: \"We shall trade with all of our partners in the coming years.\"\n\n\
         \"I do not agree with what the ministry says of our partners,\" Ann Lee told the press.\n",
    );
    let given = [
        "new",
        "statement",
        "--from",
        "report.txt",
        "--speaker",
        "mfa",
        "--date",
        "2023-03-06",
        "--id",
        "2023-03-06-x",
    ];
    let run = chronicle_in(site.path(), &given);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = std::fs::read_to_string(site.path().join("content/statements/2023/2023-03-06-x.md")).unwrap();
    assert!(text.contains("speakers: [{organization: mfa}]") && !text.contains("\n> "), "{text}");
    let why = "labels and reports name people, whose words are not those of a body or a state";
    assert!(run.stdout.contains(why), "{}", run.stdout);
}

#[test]
fn two_who_are_named_by_one_office_are_two() {
    let site = site();
    let offices =
        "{office: Spokesman, organization: mfa}, {office: spokesman, organization: islamic-cooperation}, ann-lee";
    said(&site, "2006-02-07-spokesmen", offices, "");
    let path = "content/statements/2006/2006-02-07-spokesmen.md";
    let text = std::fs::read_to_string(site.path().join(path)).unwrap();
    let said =
        "> Words of one.\n> — Spokesman, Ministry of Foreign Affairs\n\n> Words of the other.\n> — spokesman, OIC\n";
    site.write(path, &text.replace("> The very words.\n", said));
    built(&site);
    let page = site.page("statements/2006-02-07-spokesmen/index.html");
    let graph = things(&page);
    let nodes = |kind: &'static str| graph.iter().filter(move |node| node["@type"] == kind);
    let ids = nodes("Organization").filter_map(|node| node["@id"].as_str());
    let ids: Vec<&str> = ids.filter(|id| id.starts_with("_:spokes")).collect();
    let creators: Vec<&str> = nodes("Quotation").map(|node| node["creator"]["@id"].as_str().unwrap()).collect();
    assert_eq!((ids, creators), (vec!["_:spokesman", "_:spokesman.2"], vec!["_:spokesman", "_:spokesman.2"]));
}
