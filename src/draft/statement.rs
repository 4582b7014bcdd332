//! The text of a new statement.

use std::fmt::Write;

use super::yaml::{Item, Keys};
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::entry::placeholder::placeholder;
use crate::entry::position::Position;
use crate::entry::quotation::{is_dash, without_dash};
use crate::entry::statement::{Fidelity, Kind, SourceKind};
use crate::language::Language;

/// What is known of a statement. Required keys that are absent become placeholders.
#[derive(Clone, Debug, Default)]
pub struct StatementDraft {
    /// Neutral headline.
    pub title: Option<String>,
    /// When it was said.
    pub date: Option<Date>,
    /// Who said it.
    pub speakers: Vec<Speaker>,
    /// The speaker's name as the source prints it.
    pub attributed_as: Option<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// What kind of record this is.
    pub fidelity: Option<Fidelity>,
    /// Genre.
    pub kind: Option<Kind>,
    /// Id of an event, or a text.
    pub event: Option<String>,
    /// Where it stands among the statements of the event.
    pub position: Option<Position>,
    /// Id of a place, or a text.
    pub place: Option<String>,
    /// To whom: ids or codes of countries.
    pub audience: Vec<String>,
    /// Countries spoken about.
    pub countries: Vec<Country>,
    /// Ids of bodies spoken about.
    pub organizations: Vec<String>,
    /// Language of the text.
    pub language: Option<Language>,
    /// Editors' abstract.
    pub summary: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The text below the front matter.
    pub body: Vec<Block>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// A person, by id.
    Person(String),
    /// A body that speaks as one, by id.
    Organization(String),
    /// A state that speaks as one.
    Country(Country),
}

impl Speaker {
    fn item(&self) -> Item {
        match self {
            Speaker::Person(id) => Item(None, id.clone()),
            Speaker::Organization(id) => Item(Some("organization"), id.clone()),
            Speaker::Country(country) => Item(Some("country"), country.code().to_owned()),
        }
    }
}

/// What is known of a source.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Address.
    pub url: Option<String>,
    /// Title as printed.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// What kind of publication.
    pub kind: Option<SourceKind>,
    /// When it was published.
    pub date: Option<Date>,
    /// The text that was kept: path below `content/`, and its SHA-256.
    pub kept: Option<(String, String)>,
}

/// A part of a statement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The editors' words, in Markdown.
    Own(String),
    /// The speaker's words, plain text, a paragraph each.
    Quotation(Vec<String>),
    /// What the editors still have to write.
    Missing(String),
}

impl StatementDraft {
    /// The id that date and title suggest: that of its own date, or else `published`.
    pub(crate) fn suggested_id(&self, published: Option<Date>, title: &str) -> Option<Id> {
        let day = self.date.or(published)?.start()?.to_string();
        let day = day.trim_end_matches(['~', '?', '%']).to_ascii_lowercase();
        let title = Id::suggested(title, 48)?;
        Id::new(&format!("{day}-{title}")).ok()
    }

    /// The file.
    pub fn text(&self) -> String {
        format!("---\n{}---\n{}", self.front_matter().yaml(), body(&self.body))
    }

    fn front_matter(&self) -> Keys {
        let missing = |what: &str| Some(placeholder(what));
        let or_missing = |list: &[String], what: &str| match list {
            [] => vec![placeholder(what)],
            known => known.to_vec(),
        };
        let mut keys = Keys::default();
        keys.text("title", self.title.clone().or_else(|| missing("a neutral headline in your own words")));
        keys.plain("date", self.date.map(|date| date.to_string()).or_else(|| missing("when it was said")));
        match self.speakers.as_slice() {
            [] => keys.list("speakers", vec![placeholder("who said it")]),
            known => keys.items("speakers", known.iter().map(Speaker::item).collect()),
        }
        keys.text("attributed_as", self.attributed_as.clone());
        keys.list("topics", or_missing(&self.topics, "at least one topic"));
        let words = Fidelity::ALL.iter().map(|fidelity| fidelity.word()).collect::<Vec<_>>().join(" or ");
        let fidelity = self.fidelity.map(|fidelity| fidelity.word().to_owned());
        keys.plain("fidelity", fidelity.or_else(|| missing(&words)));
        keys.plain("kind", self.kind.map(|kind| kind.word().to_owned()));
        keys.text("event", self.event.clone());
        keys.plain("position", self.position.map(|position| position.to_string()));
        keys.text("place", self.place.clone());
        keys.list("audience", self.audience.clone());
        keys.list("countries", self.countries.iter().map(|country| country.code().to_owned()).collect());
        keys.list("organizations", self.organizations.clone());
        keys.plain("language", self.language.as_ref().map(|language| language.to_string()));
        keys.text("summary", self.summary.clone());
        match self.sources.as_slice() {
            [] => keys.list("sources", vec![placeholder("the address of the source")]),
            sources => match sources.iter().map(Source::bare).collect::<Option<Vec<String>>>() {
                Some(addresses) => keys.list("sources", addresses),
                None => keys.maps("sources", sources.iter().map(Source::keys).collect()),
            },
        }
        keys
    }
}

impl Source {
    /// The address, where nothing else is known.
    fn bare(&self) -> Option<String> {
        let alone = self.title.is_none() && self.publisher.is_none() && self.date.is_none() && self.kept.is_none();
        self.url.clone().filter(|_| alone && self.kind.is_none())
    }

    fn keys(&self) -> Keys {
        let missing = |what: &str| self.url.is_none().then(|| placeholder(what));
        let mut keys = Keys::default();
        keys.text("title", self.title.clone().or_else(|| missing("the title of the source")));
        keys.text("publisher", self.publisher.clone().or_else(|| missing("who published it")));
        keys.plain("kind", self.kind.map(|kind| kind.word().to_owned()));
        let kept = self.kept.as_ref();
        let date = self.date.map(|date| date.to_string());
        keys.plain("date", date.or_else(|| kept.and(missing("when it was published"))));
        keys.text("url", self.url.clone());
        keys.text("text", kept.map(|(path, _)| path.clone()));
        keys.plain("sha256", kept.map(|(_, hash)| hash.clone()));
        keys
    }
}

/// The text of the blocks, an empty line between them.
fn body(blocks: &[Block]) -> String {
    let mut out = String::new();
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = match block {
            Block::Own(words) => writeln!(out, "{}", words.trim()),
            Block::Missing(what) => writeln!(out, "{}", placeholder(what)),
            Block::Quotation(paragraphs) => {
                let quoted: Vec<String> = paragraphs.iter().map(|words| format!("> {}", as_markdown(words))).collect();
                writeln!(out, "{}", quoted.join("\n>\n"))
            }
        };
    }
    out
}

/// Plain text as Markdown that says the same: what would be a mark, or is one elsewhere, is escaped.
fn as_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Direct speech that begins with a dash is not the name of who says it; a line that could be one is no sentence.
    let is_sentence =
        text.ends_with(['!', '?', '…', ',', ';', ':']) || text.ends_with('.') && text.split(' ').count() > 12;
    let text = match text.strip_prefix(is_dash) {
        Some(rest) if !is_sentence && without_dash(text).is_some() => {
            let dash = text.chars().next().map_or(0, u32::from);
            // Writing to a string cannot fail.
            let _ = write!(out, "&#{dash};");
            rest
        }
        _ => text,
    };
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let begins_block =
            at == 0 && out.is_empty() && "#-+>=|~:".contains(c) || at == digits && at > 0 && ".)".contains(c);
        let rest = &text[at + c.len_utf8()..];
        let is_mark = match c {
            '\\' | '*' | '_' | '`' | '<' | '[' | ']' => true,
            // What has a meaning elsewhere is found by the checks.
            '~' | '=' | '$' | '%' | '{' => rest.starts_with(c) || c == '{' || out.ends_with(c),
            '!' => at == 0 && rest.starts_with("!! "),
            '?' => at == 0 && rest.starts_with("?? "),
            // `&amp;` stands for another character.
            '&' => rest.split_once(';').is_some_and(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || c == '#')),
            _ => false,
        };
        if is_mark || begins_block {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::{Block, Source, StatementDraft, as_markdown, body};
    use crate::entry::dialect::markdown;
    use crate::entry::quotation::quotations;
    use crate::entry::statement::Fidelity;

    #[test]
    fn a_quotation_says_the_same_in_markdown() {
        for text in [
            "We value the position of senators.",
            "# 1. *very* _much_ `so`, <b>he</b> said [sic] ![x](y) [a]: b",
            "1. First",
            "12) twelfth",
            "- no",
            "+ no",
            "> no",
            "--- ---",
            "=== ",
            "| a | b |",
            "~~~ no",
            "a & b &amp; c &#38; d; \\ end",
            "[^1]: note [^1]",
            "http://example.com/a_b_c?x=*",
            ": no",
            "— no",
            "– no",
            "―no",
            "-- no",
            "— no! we said no?",
            "— 1. no",
            "~~no~~ ==no== $$no$$ %%no%% {.no} {{no}} [[no]] [no](no no) ^[no] [^no] [no][no]",
            "::: no",
            "!!! no",
            "??? no",
            "##no",
            "**«no»**no _no_no",
            "[ ] no",
            "|---|",
        ] {
            let quotation = body(&[Block::Quotation(vec![text.trim().to_owned()])]);
            let (mut read, mut paragraphs, mut quotes) = (String::new(), 0, 0);
            for event in Parser::new_ext(&quotation, markdown()) {
                match event {
                    Event::Text(words) => read.push_str(&words),
                    Event::Start(Tag::BlockQuote(_)) => quotes += 1,
                    Event::Start(Tag::Paragraph) => paragraphs += 1,
                    Event::End(TagEnd::BlockQuote(_) | TagEnd::Paragraph) => {}
                    other => panic!("{other:?} in {quotation}"),
                }
            }
            assert_eq!((read.as_str(), paragraphs, quotes), (text.trim(), 1, 1));
            let lines = &quotations(&quotation, &[])[0].lines;
            assert!(lines.iter().all(|line| line.name.ends_with('?')), "{quotation}");
        }
        assert_eq!(as_markdown("plain – words, (all) of them!"), "plain – words, (all) of them!");
    }

    #[test]
    fn what_is_missing_is_marked() {
        let statement = StatementDraft {
            date: "2023-03-06".parse().ok(),
            fidelity: Some(Fidelity::Reported),
            sources: vec![Source {
                title: Some("Ties: what next".into()),
                kept: Some(("sources/a.txt".into(), "0".into())),
                ..Source::default()
            }],
            body: vec![Block::Own("Of ties:".into()), Block::Quotation(vec!["One.".into(), "Two.".into()])],
            ..StatementDraft::default()
        };
        let expected = "---\n\
            title: FIXME(a neutral headline in your own words)\n\
            date: 2023-03-06\n\
            speakers: [FIXME(who said it)]\n\
            topics: [FIXME(at least one topic)]\n\
            fidelity: reported\n\
            sources:\n\
            \x20 - title: \"Ties: what next\"\n\
            \x20   publisher: FIXME(who published it)\n\
            \x20   date: FIXME(when it was published)\n\
            \x20   text: sources/a.txt\n\
            \x20   sha256: 0\n\
            ---\n\
            Of ties:\n\n> One.\n>\n> Two.\n";
        assert_eq!(statement.text(), expected);
        assert_eq!(statement.suggested_id(None, "Ties: what next?").unwrap().as_str(), "2023-03-06-ties-what-next");
        assert_eq!(StatementDraft::default().suggested_id(None, "Ties"), None);
    }
}
