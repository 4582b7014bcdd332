//! References as people write them: the styles of Chicago (notes, 18th edition), APA (7th) and MLA (9th), in the language of the
//! site. Where they differ from what programs make of the same, `docs/citing.md` says so.

mod apa;
mod chicago;
mod mla;
mod names;
mod written;

pub(crate) use written::Written;

use super::{Citation, Name};

/// A style of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Chicago,
    Apa,
    Mla,
}

/// A date as styles write it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dates {
    /// `February 2, 2006`
    pub(crate) long: String,
    /// `2006, February 2`
    pub(crate) year_first: String,
    /// `2 Feb. 2006`
    pub(crate) short: String,
}

/// Gives a message of the theme with its arguments; an empty text if there is none. Asked for are `cite_two`, `cite_many`,
/// `cite_ampersand` (`$first`, `$last`), `cite_et_al`, `cite_et_al_inverted` (`$first`).
pub(crate) type Phrase<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// What styles need of the language of the site.
#[derive(Clone)]
pub(crate) struct Words<'a> {
    pub(crate) phrase: Phrase<'a>,
    pub(crate) comma: &'a str,
    pub(crate) quote_open: &'a str,
    pub(crate) quote_close: &'a str,
    /// What stands before the name of a translator.
    pub(crate) translated: &'a str,
    /// Whether a comma or a full stop goes within the quotation marks before it.
    pub(crate) stops_within: bool,
}

impl Style {
    pub(crate) const ALL: [Style; 3] = [Style::Chicago, Style::Apa, Style::Mla];

    /// By what templates know it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Style::Chicago => "chicago",
            Style::Apa => "apa",
            Style::Mla => "mla",
        }
    }

    /// A reference in the style, with all its notes on a withdrawal.
    pub(crate) fn write(self, citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
        let mut written = match self {
            Style::Chicago => chicago::note(citation, dates, words),
            Style::Apa => apa::reference(citation, dates, words),
            Style::Mla => mla::entry(citation, dates, words),
        };
        if let Some(withdrawn) = &citation.withdrawn {
            written.sentence(withdrawn);
        }
        written
    }
}

/// The reference to a quotation: its words, and a note in the style of Chicago that leads to its anchor.
pub(crate) fn quotation(quoted: &str, citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
    let mut written = Written::default();
    written.words(quoted, words);
    written.plain(" ");
    written.append(Style::Chicago.write(citation, dates, words));
    written
}

impl Citation<'_> {
    /// "Translated by the embassy"
    fn translated(&self, words: &Words<'_>) -> Option<String> {
        self.translator.map(|name| format!("{} {name}", words.translated))
    }

    /// The body, the occasion and the place, as far as there are such, and as far as one does not say the other.
    fn occasion(&self) -> Vec<&str> {
        [self.host, self.event, self.place].into_iter().flatten().collect()
    }
}
