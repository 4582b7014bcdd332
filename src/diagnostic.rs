//! Findings: what is wrong in what an author wrote, as values that travel beside the result of a stage.

use std::fmt;

use crate::input::Span;

/// How much a finding weighs: an error keeps the site from being written, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// Worth mending; the site is written.
    Warning,
}

/// What `[lints]` in `site.toml` says of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Report as an error.
    Deny,
    /// Report as a warning.
    Warn,
    /// Do not report.
    Allow,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $slug:literal,)+) => {
        /// What kind of finding; printed as a slug. The comment on each is its explanation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The name as printed and as written in `[lints]`: `unknown-speaker`.
            pub fn slug(self) -> &'static str {
                match self { $(Code::$name => $slug,)+ }
            }

            /// What the rule is and why, in a sentence or more.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc, "\n",)+),)+ }
            }
        }
    };
}

codes! {
    /// A setting in `site.toml` or `theme.toml` is not TOML.
    BadToml = "bad-toml",
    /// The front matter is not YAML.
    BadYaml = "bad-yaml",
    /// The file does not begin with a line `---`: an entry starts with its front matter.
    MissingFrontMatter = "missing-front-matter",
    /// The front matter is not closed by a second line `---`.
    UnclosedFrontMatter = "unclosed-front-matter",
    /// The file is not UTF-8 text.
    InvalidUtf8 = "invalid-utf8",
    /// The same key stands twice in one map; only one of the two could be kept.
    DuplicateKey = "duplicate-key",
    /// The key is not part of the content model; a misspelt key would otherwise be lost in silence.
    UnknownKey = "unknown-key",
    /// A required key is missing.
    MissingKey = "missing-key",
    /// The value has another type than the key takes.
    WrongType = "wrong-type",
    /// The value is not one of a closed list, or breaks the form the key asks for.
    BadValue = "bad-value",
    /// The date is not an EDTF (ISO 8601-2) level 1 date that exists.
    BadDate = "bad-date",
    /// The language is not a well-formed BCP 47 tag.
    BadLanguage = "bad-language",
    /// The code is not an ISO 3166-1 alpha-2 country code.
    UnknownCountry = "unknown-country",
    /// The file's name cannot be an id: lower-case letters, digits and single hyphens only, since it becomes an address.
    BadId = "bad-id",
    /// The file lies in no folder of the content model, or is not a `.md` file.
    MisplacedFile = "misplaced-file",
    /// A symbolic link that leaves the site's folder or names a folder is not followed.
    RefusedLink = "refused-link",
    /// Two records have one id; ids are unique over the whole chronicle and are never reused.
    DuplicateId = "duplicate-id",
    /// No person has this id, name or recorded variant.
    UnknownSpeaker = "unknown-speaker",
    /// The name is a recorded variant of two people; only the id tells them apart.
    AmbiguousName = "ambiguous-name",
    /// No topic has this id, label or synonym.
    UnknownTopic = "unknown-topic",
    /// No organization has this id, name or variant.
    UnknownOrganization = "unknown-organization",
    /// The audience is no known person, organization or country.
    UnknownAudience = "unknown-audience",
    /// The person never held an office with this id.
    UnknownOffice = "unknown-office",
    /// The person held several offices on the date, none of them is `primary`, and `as` does not say which.
    AmbiguousOffice = "ambiguous-office",
    /// No place has this id.
    UnknownPlace = "unknown-place",
    /// A related record does not exist.
    UnknownRecord = "unknown-record",
    /// A label, synonym or hidden label is used by two topics, so that the word would not say which is meant.
    TopicLabelClash = "topic-label-clash",
    /// The chain of `broader` topics comes back to where it began.
    BroaderCycle = "broader-cycle",
    /// A source needs a `url`, a `text`, or a `title` with its `publisher`; otherwise nobody can look it up.
    IncompleteSource = "incomplete-source",
    /// The kept text of a source does not exist below `content/`.
    MissingSourceText = "missing-source-text",
    /// A link names a file or a heading that does not exist.
    BrokenLink = "broken-link",
    /// The link's scheme could run a script or carry a document of its own; only `http`, `https`, `mailto` and `tel` pass.
    UnsafeLink = "unsafe-link",
    /// Two pages would stand on one address.
    AddressClash = "address-clash",
    /// `site.toml` names a theme that is not in `themes/`.
    UnknownTheme = "unknown-theme",
    /// A template does not compile or fails on a page.
    TemplateError = "template-error",
    /// A file of messages is not Fluent, or a language has no messages.
    BadMessages = "bad-messages",
    /// A file changed while the site was built from it.
    ChangedDuringBuild = "changed-during-build",
}

impl Code {
    /// The code of a slug, if there is one.
    pub fn from_slug(slug: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.slug() == slug)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// One finding.
///
/// The message is lower case without a full stop and quotes the offending thing in backticks; the help starts with a
/// verb and, where one is near, names the right answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What kind of finding.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub span: Span,
    /// Other places that matter, each with what it is.
    pub labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Error, code, message: message.into(), span, labels: Vec::new(), help: None }
    }

    /// The same finding with help, if there is any.
    #[must_use]
    pub fn help(mut self, help: impl Into<Option<String>>) -> Diagnostic {
        self.help = help.into();
        self
    }

    /// The same finding with another place that matters.
    #[must_use]
    pub fn label(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.labels.push((span, label.into()));
        self
    }
}

/// A value and what was found on the way to it.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value: all that could be made of the good part of the input.
    pub value: T,
    /// The findings, in no particular order.
    pub findings: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Takes the value, adding the findings to `all`.
    pub fn keep(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.findings);
        self.value
    }
}

/// Applies the levels of `[lints]` and puts the findings in the order of their places.
pub fn settle(findings: Vec<Diagnostic>, level: impl Fn(Code) -> Option<Level>) -> Vec<Diagnostic> {
    let mut settled: Vec<Diagnostic> = findings
        .into_iter()
        .filter_map(|mut finding| {
            match level(finding.code) {
                Some(Level::Allow) if finding.severity == Severity::Warning => return None,
                Some(Level::Warn) if finding.severity == Severity::Warning => {}
                Some(Level::Deny) => finding.severity = Severity::Error,
                // An error without which the site cannot be built cannot be lowered.
                Some(Level::Allow | Level::Warn) | None => {}
            }
            Some(finding)
        })
        .collect();
    settled.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    settled.dedup();
    settled
}

/// The help for a word that is not in a closed vocabulary: the nearest of `known`, by edit distance.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known).map(|near| format!("write `{near}`"))
}

/// The word of `known` nearest to `word`, if one is near: at most a third of the letters differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = word.chars().count().max(3) / 3;
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= limit || candidate.to_lowercase().starts_with(&word))
        .min()
        .map(|(_, candidate)| candidate)
}
