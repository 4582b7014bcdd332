//! Reviews, whose text is pasted into comments: a stranger's words must be text there, and nothing else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chronicle::chronicle::Drafts;
use chronicle::draft::{Block, Source, StatementDraft};
use chronicle::entry::statement::Fidelity;
use chronicle::input::Inputs;
use chronicle::pipeline::{Survey, understand};
use chronicle::review::{Review, SiteState};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{parts, with};

const PATH: &str = "content/statements/2006/2006-02-02-x.md";

/// The record before the change.
static BEFORE: LazyLock<(Inputs, Survey)> = LazyLock::new(|| state("Words.", "More of them."));

/// What the reviews of harmless changes have in them.
static HARMLESS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let changes = [
        ("Words.", "More."),
        ("Costs of $5", "$5"),
        ("Other words.", "More of them, and more."),
        ("Other", "Nothing"),
        ("", ""),
    ];
    changes.into_iter().flat_map(|(line, text)| active(&markdown(line, text))).collect()
});

/// The first line is what a stranger wrote into the fields of a record (after `!`, also where a name should be, which is
/// found); the rest is the text below them.
pub fn review(data: &[u8]) {
    let (line, rest) = parts(data);
    let (Ok(line), Ok(rest)) = (str::from_utf8(line), str::from_utf8(rest)) else { return };
    let review = markdown(line, rest);
    for what in active(&review) {
        assert!(HARMLESS.contains(&what), "{what} in {review}");
    }
    inert(&review);
}

fn markdown(line: &str, text: &str) -> String {
    let ((inputs, now), before) = (state(line, text), &*BEFORE);
    let before = SiteState { inputs: &before.0, survey: &before.1 };
    let review = Review::of(Some(before), SiteState { inputs: &inputs, survey: &now }).expect("nothing has to be read");
    review.markdown()
}

/// A site with one record.
fn state(line: &str, text: &str) -> (Inputs, Survey) {
    let said = || Some(line.to_owned());
    let statement = StatementDraft {
        title: said(),
        date: "2006-02-02".parse().ok(),
        attributed_as: said(),
        speakers: vec![chronicle::draft::Speaker::Person("ann-lee".to_owned())],
        topics: vec![if line.starts_with('!') { line.to_owned() } else { "trade".to_owned() }],
        event: said(),
        place: said(),
        summary: said(),
        fidelity: Some(Fidelity::Reported),
        sources: vec![Source {
            url: Some("https://example.org/a".to_owned()),
            title: said(),
            publisher: said(),
            ..Source::default()
        }],
        body: vec![Block::Quotation(said().into_iter().collect()), Block::Own(text.to_owned())],
        ..StatementDraft::default()
    };
    let inputs = with(PATH, statement.text().as_bytes());
    // What pages come to is left out: their addresses are made of ids.
    let understood = understand(&inputs, Drafts::Leave).expect("the files can be read");
    let survey = Survey { chronicle: Some(understood.value), findings: understood.findings, ..Survey::default() };
    (inputs, survey)
}

/// GitHub's Markdown, as far as it can be read here.
fn github() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
}

/// What in a text in GitHub's Markdown is more than words and paragraphs.
fn active(review: &str) -> BTreeSet<String> {
    let is_active = |event: &Event<'_>| {
        !matches!(event, Event::Text(_) | Event::SoftBreak | Event::End(_) | Event::Start(Tag::Paragraph | Tag::Item))
    };
    Parser::new_ext(review, github()).filter(is_active).map(|event| format!("{event:?}")).collect()
}

/// GitHub looks for mentions, references and addresses in the text that is shown, piece by piece between elements.
fn inert(review: &str) {
    let mut piece = String::new();
    for event in Parser::new_ext(review, github()) {
        match event {
            Event::Text(text) => piece.push_str(&text),
            Event::SoftBreak => piece.push('\n'),
            _ => {
                assert!(!is_called(&piece), "{piece} in {review}");
                piece.clear();
            }
        }
    }
}

/// Whether a piece of text calls someone or something by a name that GitHub would make a link of.
fn is_called(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_followed = |mark: &str, by: fn(char) -> bool| {
        lower.match_indices(mark).any(|(at, _)| lower[at + mark.len()..].starts_with(by))
    };
    let words = || lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    let is_hash = |word: &str| (7..=40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_followed("@", |letter| letter.is_ascii_alphanumeric())
        || is_followed("#", |letter| letter.is_ascii_digit())
        || is_followed("gh-", |letter| letter.is_ascii_digit())
        || is_followed("www.", |letter| letter.is_alphanumeric() || "-_".contains(letter))
        || is_followed("://", |letter| letter.is_alphanumeric() || "-_[".contains(letter))
        || words().any(is_hash)
}
