//! Drafts from the text of a report, which is pasted from anywhere.

use std::path::Path;
use std::sync::LazyLock;

use chronicle::chronicle::{Chronicle, Drafts};
use chronicle::diagnostic::Code;
use chronicle::draft::{Block, Hints, recognize};
use chronicle::entry;
use chronicle::entry::dialect::markdown;
use chronicle::input::Inputs;
use chronicle::pipeline::understand;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::{can_be_shown, with};

/// This repository's chronicle, whose people and organizations are found in texts.
static CHRONICLE: LazyLock<Chronicle> = LazyLock::new(|| {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let inputs = Inputs::read(root).expect("the repository is there");
    understand(&inputs, Drafts::Include).expect("its files can be read").value
});

const PATH: &str = "content/statements/2006/2006-02-02-x.md";

/// A text: what is quoted stands in it word by word, and the draft is a record, though not all of it is known.
pub fn draft(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let read = recognize(text, &CHRONICLE, &Hints::default());
    let all = letters(text);
    for block in &read.statement.body {
        let Block::Quotation(paragraphs) = block else { continue };
        for words in paragraphs {
            assert!(all.contains(&letters(words)), "made up: {words}");
        }
    }
    let file = read.statement.text();
    let inputs = with(PATH, file.as_bytes());
    let id = inputs.find(PATH).expect("the file was added");
    let findings = entry::parse(&inputs, id).expect("the file need not be read").findings;
    can_be_shown(&findings, &inputs, file.as_bytes());
    let broken = [
        Code::BadYaml,
        Code::MissingFrontMatter,
        Code::UnclosedFrontMatter,
        Code::DuplicateKey,
        Code::UnknownKey,
        Code::WrongType,
    ];
    assert!(findings.iter().all(|finding| !broken.contains(&finding.code)), "{findings:?} in {file}");
    plain(&file);
}

/// The letters and digits of a text: what is between them may be written in another way.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The text below the front matter has no markup but that of quotations: nothing of the report became a link, an image or
/// HTML.
fn plain(file: &str) {
    let (_, body) = file.split_once("\n---\n").expect("the front matter ends");
    for event in Parser::new_ext(body, markdown()) {
        let is_plain = matches!(
            event,
            Event::Text(_)
                | Event::SoftBreak
                | Event::Start(Tag::BlockQuote(_) | Tag::Paragraph)
                | Event::End(TagEnd::BlockQuote(_) | TagEnd::Paragraph)
        );
        assert!(is_plain, "{event:?} in {body}");
    }
}
