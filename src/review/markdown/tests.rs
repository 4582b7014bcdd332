//! Comments that do not hold all.

use super::items::cut;
use super::{COMMENT, PIECE};
use crate::entry::Kind;
use crate::review::active::Active;
use crate::review::{
    Chain, ChangedFile, Fate, FileNature, NewFinding, OtherFile, PublishedChange, RecordChange, Review, TextPart,
};

fn change(name: &str, announced: Option<&str>) -> PublishedChange {
    PublishedChange {
        name: name.to_owned(),
        id: "statement x".to_owned(),
        path: "content/x.md".to_owned(),
        what: "date".to_owned(),
        parts: vec![TextPart::Gone("2006".into()), TextPart::New("2007".into())],
        announced: announced.map(str::to_owned),
    }
}

#[test]
fn a_comment_counts_what_it_leaves_out() {
    let published = (0..3000).map(|number| change(&format!("Record {number}"), None)).collect();
    let mut review = Review { published, ..Review::default() };
    review.pages.changed = (0..20_000).map(|number| format!("/statements/{number}/")).collect();
    let whole = review.markdown();
    assert!(whole.contains("Record 2999") && whole.contains("/statements/19999/"));
    let comment = review.comment(COMMENT);
    assert!(comment.len() <= COMMENT, "{}", comment.len());
    let left = comment.split(" of these 3000 are not shown here").next().unwrap().rsplit("<b>").next().unwrap();
    let shown = comment.matches("<i>date</i>").count();
    assert_eq!(left.parse::<usize>().unwrap() + shown, 3000, "{comment}");
    assert!(shown > 100 && comment.contains("Pages that change: 20000") && comment.contains("of these 20000"));
    assert!(comment.contains("This is not the whole review"));
    review.published.truncate(3);
    review.pages.changed.truncate(3);
    assert_eq!(review.comment(COMMENT), review.markdown());
}

#[test]
fn one_long_item_hides_no_other() {
    let long = PublishedChange { parts: vec![TextPart::New("word ".repeat(50_000))], ..change("Long", None) };
    let published = [vec![long; 5], vec![change("Last", None)]].concat();
    let review = Review { published, ..Review::default() };
    let comment = review.comment(COMMENT);
    assert!(
        comment.len() <= COMMENT
            && comment.contains("<b>Last</b>")
            && comment.contains("more characters are in the whole")
    );
    assert_eq!(cut("ünü", PIECE), "ünü");
    assert_eq!(cut("ünü", 2), "ün … (1 more characters are in the whole review)");
}

fn others() -> [OtherFile; 3] {
    [(true, false), (false, false), (true, true)].map(|(is_tool, is_of_site)| {
        let (path, fate, nature) = (String::new(), Fate::New, FileNature::File);
        OtherFile { path, fate, nature, is_tool, is_of_site }
    })
}

/// A review with much of everything.
fn full() -> Review {
    let name = |what: &str, number: usize| format!("{what} {number} {}", "word ".repeat(40));
    let many = |what: &'static str| (0..900).map(move |number| name(what, number));
    let fates = [Fate::New, Fate::Changed, Fate::Withdrawn, Fate::SetAside, Fate::Gone];
    let record = |kind| {
        move |name: String| {
            let blank = |fate| RecordChange {
                kind,
                name: name.clone(),
                said: None,
                path: "content/x.md".into(),
                address: None,
                was: None,
                fate,
                differences: Vec::new(),
            };
            fates.map(blank)
        }
    };
    let mut records: Vec<RecordChange> = many("Statement").flat_map(record(Kind::Statement)).collect();
    records.extend(many("Topic").flat_map(record(Kind::Topic)));
    let found = |severity| move |line: String| NewFinding { severity, line, help: None };
    let file = |path: String| ChangedFile {
        path,
        fate: Fate::New,
        active: Active::default(),
        new_loads: Default::default(),
        parts: Vec::new(),
    };
    let mut review = Review {
        records,
        unread: many("unread").collect(),
        chains: many("Chain")
            .map(|title| Chain { title, dates: vec!["2006".into(); 2], position: 0, earlier: 0, later: 0 })
            .collect(),
        published: (0..900).map(|number| change(&name("Record", number), None)).collect(),
        files: many("static").map(file).collect(),
        unreadable: many("odd").collect(),
        findings: many("error").map(found(crate::diagnostic::Severity::Error)).collect(),
        ..Review::default()
    };
    review.findings.extend(many("warning").map(found(crate::diagnostic::Severity::Warning)));
    review.others = others()
        .into_iter()
        .flat_map(|other| many("other").map(move |path| OtherFile { path, ..other.clone() }))
        .collect();
    review.pages.new = many("/new").collect();
    review.pages.changed = many("/changed").collect();
    review.pages.gone = many("/gone").collect();
    review
}

#[test]
fn a_comment_has_room_for_every_section_however_full_all_are() {
    let review = full();
    let whole = review.sections(usize::MAX);
    assert!(whole.len() > 20, "{}", whole.len());
    for most in [COMMENT, 45_000, 30_000] {
        let comment = review.comment(most);
        assert!(comment.len() <= most, "{} of {most}", comment.len());
        for section in &whole {
            let (_, rest) = comment.split_once(&section.heading).unwrap_or_else(|| panic!("{}", section.heading));
            assert!(rest.contains(&format!(" of these {} are not shown here", section.items.len())));
        }
        // What is not used by headings is used by items, as far as whole ones fit.
        assert!(comment.len() + 6_000 > most, "{} of {most}", comment.len());
    }
}
