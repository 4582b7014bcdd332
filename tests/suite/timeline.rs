//! The timeline: what it draws of few and of many statements, that it stays small, and when there is none.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{STATEMENT, Site};
use chronicle::pipeline::{Progress, Stage};

const PAGE: &str = "timeline/index.html";
const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// The most bytes of the picture.
const MOST: usize = 200_000;

/// A statement of a date with other words in place of some.
fn add(site: &Site, id: &str, date: &str, others: &[(&str, &str)]) {
    let text = STATEMENT.replace("2006-02-02", date);
    let text = others.iter().fold(text, |text, (from, to)| text.replace(from, to));
    site.write(&format!("content/statements/{id}.md"), &text);
}

/// A site without its statement.
fn empty() -> Site {
    let site = Site::small();
    fs::remove_file(site.path().join(FIRST)).unwrap();
    site
}

fn build(site: &Site) {
    let run =
        site.build(&["--allow", "misplaced-file", "--allow", "misnamed-file", "--only", "timeline,topics,years,home"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

fn has_page(site: &Site) -> bool {
    site.path().join("public").join(PAGE).exists()
}

fn picture(page: &str) -> &str {
    let from = page.find("<svg role=\"group\"").unwrap();
    &page[from..from + page[from..].find("</svg>").unwrap()]
}

/// The addresses of links, in their order.
fn links(markup: &str) -> Vec<&str> {
    markup.split("<a href=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

/// What the rows are called.
fn rows(page: &str) -> Vec<String> {
    let rows = page.split("<div class=\"lanes\">").nth(1).unwrap().split("</ol>").next().unwrap();
    rows.split("<span>")
        .skip(1)
        .map(|row| crate::support::published::text(row.split("</span>").next().unwrap()).replace('\n', " "))
        .collect()
}

#[test]
fn there_is_none_without_a_known_year() {
    let site = empty();
    build(&site);
    assert!(!has_page(&site));
    add(&site, "e1", "200X", &[]);
    add(&site, "e2", "19XX", &[]);
    build(&site);
    assert!(!has_page(&site) && !site.page("index.html").contains("timeline"));
    add(&site, "e3", "2003", &[]);
    build(&site);
    assert!(has_page(&site));
    assert!(site.page(PAGE).contains("2 more are of no known year and are not shown."));
}

#[test]
fn every_statement_of_a_known_year_has_one_mark_in_the_rows_of_its_topics() {
    let site = empty();
    site.write("content/topics/seas.md", "---\nlabel: Seas\n---\n");
    add(&site, "e1", "2001-01-01", &[("[commerce]", "[seas, commerce]"), ("A first", "A <b>first</b> & last")]);
    add(&site, "e2", "2001", &[]);
    add(&site, "e3", "2002-02", &[("[commerce]", "[seas]")]);
    let withdrawn = "withdrawn: {date: 2007-01-02, reason: A mistake}\nfidelity:";
    add(&site, "e4", "2002-12-31?", &[("fidelity:", withdrawn)]);
    build(&site);
    let page = site.page(PAGE);
    assert_eq!(rows(&page), ["Trade 3", "Seas 2"]);
    let picture = picture(&page).replace('\n', "");
    let marks = picture.split("<a ").skip(1).map(|mark| format!("<a {}</a>", mark.split_once("</a>").unwrap().0));
    let marks: Vec<String> = marks.map(|mark| plain(&mark)).collect();
    let expected = [
        "<a href=\"/archive/statements/e1/\"><title>1 Jan 2001: A &lt;b&gt;first&lt;/b&gt; &amp; last statement</title>\
         <path d=\"M0 24h0M0 69h0\"/></a>",
        "<a href=\"/archive/statements/e2/\"><title>2001: A first statement</title><path d=\"M0 29h498\"/></a>",
        "<a href=\"/archive/statements/e3/\"><title>Feb 2002: A first statement</title><path d=\"M542 69h37\"/></a>",
        "<a href=\"/archive/statements/e4/\" class=\"gone\"><title>31 Dec 2002 (uncertain): Withdrawn: A first statement\
         </title><path d=\"M998 29h0\"/></a>",
    ];
    assert_eq!(marks, expected);
}

fn plain(line: &str) -> String {
    line.replace('\u{a0}', " ")
}

#[test]
fn of_one_statement_there_is_a_picture() {
    let site = Site::small();
    build(&site);
    let page = site.page(PAGE);
    assert_eq!(rows(&page), ["Trade 1"]);
    assert!(page.contains("Statements of 2006: 1. No other year has an entry."), "{page}");
}

/// From 1815 to 2026, none of them dated to a day.
#[test]
fn two_centuries_known_by_year_fit() {
    let site = empty();
    for year in 1815..=2026 {
        add(&site, &format!("e{year}"), &year.to_string(), &[]);
    }
    build(&site);
    let page = site.page(PAGE);
    let marks = links(picture(&page));
    assert_eq!(marks.len(), 212);
    assert!(page.contains(">1900</text>") && page.contains("<span class=\"last\">2026</span>"), "{page}");
    assert!(picture(&page).contains("<path d=\"M0 29h4\"/>"), "{page}");
}

/// A thousand with long ids, long titles in two-byte letters, and several topics each.
#[test]
fn a_thousand_statements_are_marks_and_one_more_makes_dots() {
    let site = empty();
    for topic in 0..60 {
        site.write(&format!("content/topics/t{topic}.md"), &format!("---\nlabel: Тема & {topic}\n---\n"));
    }
    let title = "Заявление «о мире & торговле» ".repeat(4);
    let statement = |number: usize| {
        let topics: BTreeSet<usize> = [number % 60, number % 7, number % 13].into();
        let topics = topics.iter().map(|topic| format!("t{topic}")).collect::<Vec<_>>().join(", ");
        let topics = format!("[{topics}]");
        let date = format!("{}-{:02}-{:02}", 1990 + number % 30, 1 + number % 12, 1 + number % 28);
        let reiterates = match number {
            0..60 => "sources:".to_owned(),
            _ => format!("reiterates: [s-{}-{}]\nsources:", number - 60, "x".repeat(50)),
        };
        let others = [("[commerce]", topics.as_str()), ("A first statement", title.trim()), ("sources:", &reiterates)];
        add(&site, &format!("s-{number}-{}", "x".repeat(50)), &date, &others);
    };
    (0..1000).for_each(statement);
    let allowed = ["--allow", "misplaced-file", "--allow", "misnamed-file", "--allow", "relation-to-later"];
    let build = || {
        let run = site.build(&[&allowed[..], &["--only", "timeline,topics,years,chains"]].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        site.page(PAGE)
    };
    let page = build();
    let all = links(picture(&page));
    let marks: BTreeSet<&&str> = all.iter().filter(|address| address.contains("/statements/")).collect();
    assert_eq!((marks.len(), all.len()), (1000, 1050));
    assert!(picture(&page).len() <= MOST, "{}", picture(&page).len());
    assert!(page.contains("The 40 of 60 topics with the most statements are shown."), "{page}");
    assert!(page.contains("The longest 50 of 60 chains are drawn."), "{page}");

    statement(1000);
    let page = build();
    assert!(picture(&page).len() <= MOST, "{}", picture(&page).len());
    let dots: Vec<&str> = links(picture(&page)).into_iter().filter(|address| !address.contains("/chains/")).collect();
    assert!(dots.iter().all(|address| address.contains("/years/") || address.contains("/topics/t")), "{dots:?}");
    for address in &dots {
        let file = address.replace("/archive/", "public/") + "index.html";
        assert!(site.path().join(&file).exists(), "{file}");
    }
    assert_eq!(rows(&page).len(), 42, "{:?}", rows(&page));
}

/// Addresses that are too long for so many marks.
#[test]
fn what_would_take_too_much_is_drawn_by_year() {
    let site = empty();
    for number in 0..1000 {
        add(&site, &format!("s-{number}-{}", "x".repeat(180)), &format!("{}", 1000 + number), &[]);
    }
    build(&site);
    let page = site.page(PAGE);
    assert!(picture(&page).len() <= MOST, "{}", picture(&page).len());
    // The rows that fit.
    assert_eq!(rows(&page), ["Statements 1000"]);
    assert!(page.contains("The 0 of 1 topics with the most statements are shown."), "{page}");
    add(&site, "e2000", "2000", &[]);
    build(&site);
    assert!(!has_page(&site), "more years than places");
}

/// Counts the pages that are made.
#[derive(Default)]
struct Counter(AtomicUsize);

impl Progress for Counter {
    fn stage(&self, _: Stage) {}
    fn begin(&self, _: usize) {}
    fn rendered(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
    fn waiting(&self) {}
}

#[test]
fn an_edit_of_a_text_makes_no_other_page() {
    let site = Site::small();
    let output = site.path().join("public");
    let made = || {
        let counter = Counter::default();
        let request = site.request(&output);
        let request = chronicle::pipeline::Request { only: Some(vec!["timeline".to_owned()]), ..request };
        assert!(chronicle::pipeline::run(&request, &counter).unwrap().summary.is_some());
        counter.0.into_inner()
    };
    assert!(made() > 1);
    // The beginning of the text, too, which other lists show.
    site.write(FIRST, &STATEMENT.replace("What was said.", "What was really said."));
    assert_eq!(made(), 1);
    site.write(FIRST, &STATEMENT.replace("A first", "A second"));
    assert_eq!(made(), 2);
    assert!(site.page(PAGE).contains("A second statement"));
}
