//! The front matter of a statement. What names a record, or is shown in another form than it is written in, has a place of
//! its own in the values of the page (`views`); all else is there as it is written.

use bitcode::{Decode, Encode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::country::Country;
use super::date::Date;
pub(crate) use super::other_speaker::OtherSpeaker;
use super::position::Position;
use super::shape::{AtLeastOne, Headline, OneOrMany, Rare, Text, TextOr};
use crate::address::WebUrl;
use crate::language::Language;

/// One speaker's (or several joint speakers') turn at one occasion.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Neutral headline in the editors' words, at most 120 characters (`headline`, `dcterms:title`).
    #[serde(skip_serializing)]
    pub(crate) title: Headline,
    /// When it was said, not when it was published (`Event.startDate`). A civil date: no time zone ever moves it.
    #[serde(skip_serializing)]
    pub(crate) date: Date,
    /// Who said it: ids or recorded name variants of people; an office where the source names only that; an
    /// organization or a country where a body or a state speaks (`Quotation.creator`).
    #[serde(skip_serializing)]
    pub(crate) speakers: AtLeastOne<TextOr<OtherSpeaker>>,
    /// Subject headings: ids, labels or synonyms of topics (`about`, `dcterms:subject`).
    #[serde(skip_serializing)]
    pub(crate) topics: AtLeastOne<Text>,
    /// Where the record comes from: a URL, or a map (`isBasedOn`, `dcterms:source`).
    #[serde(skip_serializing)]
    pub(crate) sources: AtLeastOne<TextOr<Source>>,
    /// What kind of record this is; printed on the page.
    pub(crate) fidelity: Fidelity,
    /// Id of the office spoken in; without it, the office the person held on `date` (AKN `as`).
    #[serde(skip_serializing)]
    #[serde(rename = "as")]
    pub(crate) capacity: Option<Text>,
    /// The speaker's name exactly as the source prints it (Popolo `attribution_text`).
    pub(crate) attributed_as: Option<Text>,
    /// Genre (CSL `genre`).
    #[serde(default)]
    pub(crate) kind: Kind,
    /// The occasion: the id of an event, or a text (CSL `event-title`).
    #[serde(skip_serializing)]
    pub(crate) event: Option<Text>,
    /// Where it stands among the statements of the event, as the transcript has them: 1, 2, 3, … (`position`).
    pub(crate) position: Option<Position>,
    /// Where: the id of a place, or a text (CSL `event-place`).
    #[serde(skip_serializing)]
    pub(crate) place: Option<Text>,
    /// To whom: people, organizations or countries; or a text (AKN `to`).
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) audience: OneOrMany<Text>,
    /// Countries spoken about.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) countries: OneOrMany<Country>,
    /// Bodies spoken about: ids or names of organizations.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) organizations: OneOrMany<Text>,
    /// Editors' abstract in one or two sentences (`description`); without it, the first paragraph.
    #[serde(skip_serializing)]
    pub(crate) summary: Option<Text>,
    /// Language of the text; without it, the site's (`inLanguage`).
    #[serde(skip_serializing)]
    pub(crate) language: Option<Language>,
    /// The language spoken in, for translations.
    pub(crate) original_language: Option<Language>,
    /// Who translated.
    pub(crate) translator: Option<Text>,
    /// Earlier statements that this one says again.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) reiterates: OneOrMany<TextOr<Relation>>,
    /// Statements that this one answers.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) responds_to: OneOrMany<TextOr<Relation>>,
    /// Statements that this one refers to.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) cites: OneOrMany<TextOr<Relation>>,
    /// Statements that this one brings up to date.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) updates: OneOrMany<TextOr<Relation>>,
    /// Statements that this one departs from.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) departs_from: OneOrMany<TextOr<Relation>>,
    /// Editors' note in Markdown, always shown apart from the record.
    #[serde(skip_serializing)]
    pub(crate) context: Option<Box<str>>,
    /// What was changed in this record, when, and why (`CorrectionComment`).
    #[serde(default)]
    #[schemars(with = "Vec<Correction>")]
    pub(crate) corrections: Rare<Correction>,
    /// Set when the record was withdrawn: it stays at its address with a notice; its text goes.
    #[serde(skip_serializing)]
    pub(crate) withdrawn: Option<Box<Withdrawal>>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub(crate) draft: bool,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// Where a record comes from. Needs a `url`, a `text`, or a `title` with its `publisher`.
#[derive(Clone, Debug, Default, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// Address.
    #[serde(skip_serializing)]
    pub(crate) url: Option<WebUrl>,
    /// Title as printed.
    pub(crate) title: Option<Text>,
    /// Who published it.
    #[serde(skip_serializing)]
    pub(crate) publisher: Option<Text>,
    /// What kind of publication.
    pub(crate) kind: Option<SourceKind>,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// Its language.
    pub(crate) language: Option<Language>,
    /// When it was looked at.
    pub(crate) accessed: Option<Date>,
    /// Address of a snapshot.
    pub(crate) archived: Option<WebUrl>,
    /// When the snapshot was taken.
    pub(crate) archived_on: Option<Date>,
    /// Path of the kept plain text, below `content/`.
    #[serde(skip_serializing)]
    pub(crate) text: Option<Text>,
    /// SHA-256 of that text, in hexadecimal.
    #[serde(skip_serializing)]
    pub(crate) sha256: Option<Sha256>,
    /// Whether that text has a page of its own; without it, `site.toml` says so.
    #[serde(skip_serializing)]
    pub(crate) publish: Option<bool>,
}

/// A hash as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Sha256(Box<str>);

impl Sha256 {
    /// The digits, in lower case.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Sha256, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let help = Some("write the 64 hexadecimal digits that `sha256sum` prints".to_owned());
            return Err(crate::document::invalid(crate::diagnostic::Code::BadValue, "not a SHA-256 hash", help));
        }
        Ok(Sha256(text.to_ascii_lowercase().into()))
    }
}

/// A typed relation to another statement.
#[derive(Clone, Debug, Deserialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Relation {
    /// Id of the other statement.
    pub(crate) to: Text,
    /// Who asserts the relation.
    #[serde(default)]
    pub(crate) by: Asserter,
    /// Why, or in which words.
    pub(crate) note: Option<Text>,
}

/// A change to a published record.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Correction {
    /// When the record was changed.
    pub(crate) date: Date,
    /// What kind of change.
    pub(crate) kind: CorrectionKind,
    /// What was changed and why.
    pub(crate) note: Text,
}

/// The notice in place of a withdrawn record.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withdrawal {
    /// When it was withdrawn.
    pub(crate) date: Date,
    /// Why.
    pub(crate) reason: Text,
}

/// Declares an enumeration of the content model: the Rust name and the word in front matter.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $each:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, Decode, Encode, JsonSchema)]
        pub enum $name { $($(#[doc = $each])+ #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value.
            #[allow(dead_code, reason = "not every enumeration is read from a word")]
            pub(crate) const ALL: &[$name] = &[$($name::$variant,)+];

            /// The value that a word in front matter stands for.
            #[allow(dead_code, reason = "not every enumeration is read from a word")]
            pub(crate) fn from_word(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.word() == word)
            }

            /// The word in front matter.
            pub(crate) fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// What kind of record a statement is.
    Fidelity {
        /// The words spoken, in the language spoken.
        Verbatim = "verbatim",
        /// A translation by the speaker's own office.
        OfficialTranslation = "official-translation",
        /// A translation by anyone else.
        Translation = "translation",
        /// A summary of what was said.
        Summary = "summary",
        /// A report of what was said.
        Reported = "reported",
    }
}

words! {
    /// Genre of a statement.
    Kind {
        /// Words on an occasion.
        Remarks = "remarks",
        /// A speech.
        Speech = "speech",
        /// Answers to a journalist.
        Interview = "interview",
        /// Words before the press.
        PressConference = "press-conference",
        /// Words in a parliament.
        Parliament = "parliament",
        /// A text written for publication.
        Article = "article",
        /// A letter.
        Letter = "letter",
        /// A statement of several speakers.
        JointStatement = "joint-statement",
        /// A communiqué.
        Communique = "communique",
        /// A post on a network.
        Post = "post",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that makes the enum knows no default")]
impl Default for Kind {
    fn default() -> Kind {
        Kind::Remarks
    }
}

words! {
    /// Kind of a source.
    SourceKind {
        /// A transcript by the speaker's own office.
        OfficialTranscript = "official-transcript",
        /// A release by the speaker's own office.
        OfficialRelease = "official-release",
        /// A recording.
        Video = "video",
        /// A news agency.
        Agency = "agency",
        /// A newspaper, magazine or broadcaster.
        Press = "press",
        /// A book.
        Book = "book",
        /// An archive.
        Archive = "archive",
    }
}

words! {
    /// Who asserts a relation between two statements.
    Asserter {
        /// The speaker said so.
        Speaker = "speaker",
        /// The source says so.
        Source = "source",
        /// The editors say so.
        Editor = "editor",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that makes the enum knows no default")]
impl Default for Asserter {
    fn default() -> Asserter {
        Asserter::Speaker
    }
}

words! {
    /// What kind of change was made to a record.
    CorrectionKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something was unclear.
        Clarification = "clarification",
        /// Something was missing.
        Addition = "addition",
    }
}
