//! References as people write them, on the page of a statement.

use crate::chronicle::StatementId;
use crate::citation::Citation;
use crate::citation::style::{self, Dates, Style, Words};
use crate::pages::PageBuilder;
use crate::pages::common::description::shortened;
use crate::pages::statement::citation::citation;
use crate::theme::Messages;
use crate::views::{CitedQuotation, Fragment, Html, WrittenCitation};

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

    /// The reference to the quotation with this anchor. `speaker` is the position of the speaker whose words it has, where the
    /// record says that it is not those of all.
    pub(crate) fn to_quotation(&self, anchor: u32, speaker: Option<u32>, exact: &str) -> CitedQuotation {
        let mut citation = self.citation.clone();
        citation.url.push_str(&Fragment::Quotation(anchor).to_string());
        let one = speaker.and_then(|position| citation.speakers.get(position as usize).cloned());
        one.into_iter().for_each(|name| citation.speakers = vec![name]);
        let quoted = shortened(exact, LONGEST);
        let html = self.with_words(|words| style::quotation(&quoted, &citation, &self.dates, words).html());
        let note = self.with_words(|words| Style::Chicago.write(&citation, &self.dates, words).text());
        CitedQuotation { html: Html::new(&html), note }
    }

    fn with_words<R>(&self, write: impl FnOnce(&Words<'_>) -> R) -> R {
        let Signs { comma, quote_open, quote_close, translated, stops_within } = &self.signs;
        let phrase = |id: &str, arguments: &[(&str, &str)]| self.messages.phrase(id, arguments);
        write(&Words { phrase: &phrase, comma, quote_open, quote_close, translated, stops_within: *stops_within })
    }
}
