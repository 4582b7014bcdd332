//! References as people write them, on the page of a statement.

use crate::chronicle::StatementId;
use crate::citation::style::{self, Dates, Style, Words};
use crate::citation::{Citation, Name};
use crate::markdown::Quotation;
use crate::pages::PageBuilder;
use crate::pages::common::description::shortened;
use crate::pages::statement::citation::citation;
use crate::theme::Messages;
use crate::views::{Fragment, Html, WrittenCitation};

/// The most characters of a quotation in a reference to it.
const LONGEST: usize = 200;

/// The references to a statement and its quotations.
pub(crate) struct References<'a> {
    messages: &'a Messages,
    citation: Citation<'a>,
    dates: Dates,
    signs: Signs,
}

/// Punctuation of the site's language.
struct Signs {
    comma: String,
    quote_open: String,
    quote_close: String,
    translated: String,
    stops_within: bool,
}

impl<'a> References<'a> {
    pub(crate) fn of(builder: &PageBuilder<'a>, id: StatementId) -> References<'a> {
        let messages = builder.messages;
        // A theme of its own may lack them.
        let sign = |id: &str, otherwise: &str| messages.plain().get(id).map_or(otherwise, String::as_str).to_owned();
        let signs = Signs {
            comma: sign("list_comma", ","),
            quote_open: sign("quote_open", "“"),
            quote_close: sign("quote_close", "”"),
            translated: sign("translator", ""),
            stops_within: sign("cite_title_close", "").starts_with('.'),
        };
        let citation = citation(builder, id);
        References { messages, dates: messages.cited_dates(&citation.date), citation, signs }
    }

    /// The reference in each style.
    pub(crate) fn in_styles(&self) -> Vec<WrittenCitation> {
        let written = |style: Style| {
            let html = self.with_words(|words| style.write(&self.citation, &self.dates, words).html());
            WrittenCitation { style: style.word(), html: Html::new(&html) }
        };
        Style::ALL.map(written).into()
    }

    /// The reference to a quotation by its words, its anchor, and whose words it has.
    pub(crate) fn to_quotation(&self, quotation: &Quotation, exact: &str) -> Html {
        let mut citation = self.citation.clone();
        citation.url.push_str(&Fragment::Quotation(quotation.number).to_string());
        if let Some(speaker) = &quotation.speaker {
            let is_theirs = |name: &Name<'_>| match name {
                Name::Parts { printed, .. } => *printed == speaker.as_str(),
                Name::Whole(name) => **name == **speaker,
            };
            match citation.speakers.iter().find(|name| is_theirs(name)).cloned() {
                Some(name) => citation.speakers = vec![name],
                None => citation.speakers = vec![Name::Whole(speaker.as_str().to_owned().into())],
            }
        }
        let quoted = shortened(exact, LONGEST);
        Html::new(&self.with_words(|words| style::quotation(&quoted, &citation, &self.dates, words).html()))
    }

    fn with_words<R>(&self, write: impl FnOnce(&Words<'_>) -> R) -> R {
        let Signs { comma, quote_open, quote_close, translated, stops_within } = &self.signs;
        let phrase = |id: &str, arguments: &[(&str, &str)]| self.messages.phrase(id, arguments);
        write(&Words { phrase: &phrase, comma, quote_open, quote_close, translated, stops_within: *stops_within })
    }
}
