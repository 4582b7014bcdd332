//! The order of statements within an event: as its transcript has them.

use crate::support::{STATEMENT, Site, chronicle_in};

/// A site with an event; statements of one day are put in the order of their ids where nothing else is said.
fn site() -> Site {
    let site = Site::small();
    site.write("content/events/talks.md", "---\nname: Talks on trade\ndate: 2006-03-01\n---\n");
    site
}

fn said(site: &Site, id: &str, more: &str) {
    let text = STATEMENT
        .replace("A first statement", &format!("Said on {id}"))
        .replace("2006-02-02", &id[..10])
        .replace("fidelity:", &format!("{more}\nfidelity:"));
    site.write(&format!("content/statements/2006/{id}.md"), &text);
}

fn built(site: &Site) {
    let run = site.build(&["--allow", "duplicate-statement"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// The ids of the statements that rows of a page lead to, in order.
fn rows(site: &Site, page: &str) -> Vec<String> {
    let text = site.page(page);
    let (_, rows) = text.split_once("<ol class=\"rows\">").unwrap_or_else(|| panic!("{page}: {text}"));
    let titles = rows.split("<span class=\"title\"><a href=\"/archive/statements/").skip(1);
    titles.map(|rest| rest.split('/').next().unwrap().to_owned()).collect()
}

#[test]
fn statements_of_one_day_and_event_follow_the_transcript() {
    let site = site();
    said(&site, "2006-03-01-a-answer", "event: talks\nposition: 10");
    said(&site, "2006-03-01-b-elsewhere", "");
    said(&site, "2006-03-01-c-opening", "event: Talks on trade\nposition: 1");
    said(&site, "2006-03-01-d-question", "event: talks\nposition: 9");
    said(&site, "2006-03-01-e-unnumbered", "event: talks");
    said(&site, "2006-03-02-next-day", "event: talks\nposition: 1");
    built(&site);
    // The opening, the question and the answer stand where one of them stood; nothing else has moved.
    let order = [
        "2006-03-01-c-opening",
        "2006-03-01-b-elsewhere",
        "2006-03-01-d-question",
        "2006-03-01-a-answer",
        "2006-03-01-e-unnumbered",
        "2006-03-02-next-day",
    ];
    let mut newest_first = rows(&site, "years/2006/03/index.html");
    newest_first.reverse();
    assert_eq!(newest_first, order);
    let at_event: Vec<&str> = order.into_iter().filter(|id| !id.contains("elsewhere")).collect();
    assert_eq!(rows(&site, "events/talks/index.html"), at_event);
    let page = site.page("statements/2006-03-01-d-question/index.html");
    let (_, way) = page.split_once("<li><span><bdi>Talks on trade</bdi></span>").unwrap();
    let (way, _) = way.split_once("</li>").unwrap();
    let (earlier, later) = way.split_once("<a class=\"later\"").unwrap();
    assert!(earlier.contains("2006-03-01-c-opening") && later.contains("2006-03-01-a-answer"), "{way}");
    assert!(page.contains("<link rel=\"prev\" href=\"/archive/statements/2006-03-01-b-elsewhere/\">"), "{page}");
    assert!(page.contains("\"position\":9"), "{page}");
    assert!(
        site.page("statements/2006-03-01-d-question/index.json")
            .contains("\"event\":\"Talks on trade\",\"position\":9,")
    );
}

#[test]
fn an_event_without_a_record_has_an_order_too() {
    let site = site();
    said(&site, "2006-03-01-a", "event: Press conference\nposition: 2");
    said(&site, "2006-03-01-b", "event: press  conference\nposition: 1");
    said(&site, "2006-03-01-c", "event: Another press conference\nposition: 1");
    built(&site);
    let mut newest_first = rows(&site, "years/2006/03/index.html");
    newest_first.reverse();
    assert_eq!(newest_first, ["2006-03-01-b", "2006-03-01-a", "2006-03-01-c"]);
}

#[test]
fn without_positions_nothing_changes() {
    let site = site();
    for id in ["2006-03-01-a", "2006-03-01-b", "2006-03-02-c"] {
        said(&site, id, "event: talks");
    }
    built(&site);
    assert_eq!(rows(&site, "events/talks/index.html"), ["2006-03-02-c", "2006-03-01-b", "2006-03-01-a"]);
}

#[test]
fn what_is_no_position_is_refused() {
    let site = site();
    for (position, help) in [
        ("0", "write 1 for the first statement of the event"),
        ("-1", "write 1 for the first statement of the event"),
        ("1.5", "write 1 for the first statement of the event"),
        ("\"3\"", "write `3`"),
        ("03", "write `3`"),
        ("first", "write 1 for the first statement of the event"),
        ("[1]", "expected a whole number from 1 on, found a list"),
        ("5000000000", "write 1 for the first statement of the event"),
    ] {
        said(&site, "2006-03-01-a", &format!("event: talks\nposition: {position}"));
        let run = site.check(&[]);
        assert!(run.code == Some(1) && run.stdout.contains(help), "{position}: {}", run.stdout);
    }
    said(&site, "2006-03-01-a", "position: 1");
    assert!(site.check(&[]).stdout.contains("error[position-without-event]: the position 1 is in no event"));
    // On another day, and at another event, it is counted anew.
    said(&site, "2006-03-01-a", "event: talks\nposition: 1");
    said(&site, "2006-03-02-b", "event: talks\nposition: 1");
    said(&site, "2006-03-01-c", "event: Dinner\nposition: 1");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(!run.stdout.contains("position-twice"), "{}", run.stdout);
    said(&site, "2006-03-01-d", "event: DINNER\nposition: 1");
    let run = site.check(&[]);
    assert!(
        run.stdout.contains("warning[position-twice]: `2006-03-01-c` has the position 1 in the same event"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_new_statement_takes_a_position() {
    let site = site();
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
    let more = ["--speaker", "ann-lee", "--source", "https://example.com/9", "--text", "Words.", "--event", "talks"];
    let run = chronicle_in(site.path(), &[&given[..], &more, &["--position", "2"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = std::fs::read_to_string(site.path().join("content/statements/2006/2006-03-01-on-trade.md")).unwrap();
    assert!(text.contains("event: talks\nposition: 2\n"), "{text}");
    for wrong in ["0", "x", "1.5"] {
        let run = chronicle_in(site.path(), &[&given[..], &more, &["--position", wrong]].concat());
        assert!(run.code == Some(2) && run.stderr.contains("no whole number from 1 on"), "{wrong}: {}", run.stderr);
    }
}
