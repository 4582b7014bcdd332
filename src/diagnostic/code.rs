//! The kinds of findings: for each its name, its level, and what there is to say about it.

use std::fmt;

use super::{Level, Severity};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $slug:literal: $level:ident,)+) => {
        /// What kind of finding; printed as a slug.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Decode, bitcode::Encode)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The name as printed and as written in `[lints]`: `unknown-speaker`.
            pub const fn slug(self) -> &'static str {
                match self { $(Code::$name => $slug,)+ }
            }

            /// What the rule is, in a sentence.
            pub(crate) fn summary(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc,)+).trim_start(),)+ }
            }

            /// What the rule is and why, with an example that breaks it and one that keeps it, in Markdown.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => include_str!(concat!("explanations/", $slug, ".md")),)+ }
            }

            /// Whether the level can be set, and what it is where nobody does.
            pub(crate) const fn rank(self) -> Rank {
                match self { $(Code::$name => rank!($level),)+ }
            }
        }
    };
}

macro_rules! rank {
    (fixed) => {
        Rank::Fixed
    };
    (deny) => {
        Rank::Lint(Level::Deny)
    };
    (warn) => {
        Rank::Lint(Level::Warn)
    };
    (allow) => {
        Rank::Lint(Level::Allow)
    };
}

/// Whether the level of a code can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    /// An error always: there is no site that could be built without mending it.
    Fixed,
    /// A rule of the chronicle with this level, unless `[lints]` or the command line set another.
    Lint(Level),
}

// Each line: a summary, the variant, its slug, and `fixed` or the default level of a lint (`deny`, `warn`, `allow`).
// Each code has its explanation in `explanations/<slug>.md`; the program does not compile without it.
codes! {
    /// A setting in `site.toml` or `theme.toml` is not TOML.
    BadToml = "bad-toml": fixed,
    /// The front matter is not YAML.
    BadYaml = "bad-yaml": fixed,
    /// A `#` after a space ends a text of the front matter: what follows is a comment, and not read.
    CutText = "cut-text": warn,
    /// The file does not begin with a line `---`: an entry starts with its front matter.
    MissingFrontMatter = "missing-front-matter": fixed,
    /// The front matter is not closed by a second line `---`.
    UnclosedFrontMatter = "unclosed-front-matter": fixed,
    /// The file is not UTF-8 text.
    InvalidUtf8 = "invalid-utf8": fixed,
    /// Lines of an unresolved merge say two things at once.
    UnresolvedMerge = "unresolved-merge": fixed,
    /// The file, or its front matter, is larger or deeper than a record can be, and was not read.
    OversizedEntry = "oversized-entry": fixed,
    /// The same key stands twice in one map; only one of the two could be kept.
    DuplicateKey = "duplicate-key": fixed,
    /// The key is not part of the content model; a misspelt key would otherwise be lost in silence.
    UnknownKey = "unknown-key": fixed,
    /// A required key is missing.
    MissingKey = "missing-key": fixed,
    /// The value has another type than the key takes.
    WrongType = "wrong-type": fixed,
    /// The value is not one of a closed list, or breaks the form the key asks for.
    BadValue = "bad-value": fixed,
    /// The date is not an EDTF (ISO 8601-2) level 1 date that exists.
    BadDate = "bad-date": fixed,
    /// The language is not a well-formed BCP 47 tag.
    BadLanguage = "bad-language": fixed,
    /// The code is not an ISO 3166-1 alpha-2 country code.
    UnknownCountry = "unknown-country": fixed,
    /// The file's name cannot be an id: lower-case letters, digits and single hyphens only, since it becomes an address.
    BadId = "bad-id": fixed,
    /// The file lies in no folder of the content model, or is not a `.md` file.
    MisplacedFile = "misplaced-file": deny,
    /// A symbolic link that leads to no file of the same input folder is not followed.
    RefusedLink = "refused-link": fixed,
    /// A pipe, a socket, a device, or a folder in the place of a file, is not read.
    SpecialFile = "special-file": fixed,
    /// The file is larger than a file of its kind can be, and was not read.
    OversizedFile = "oversized-file": fixed,
    /// A hidden static file is not published, but for `.well-known/`, `.htaccess` and `.domains`.
    HiddenFile = "hidden-file": warn,
    /// The page is larger than a page can be, and was not written.
    OversizedPage = "oversized-page": fixed,
    /// The name of a file that becomes an address has a control character, or another that does not belong there.
    BadFileName = "bad-file-name": fixed,
    /// What a draft marked as not known yet, `FIXME(…)`, is not filled in.
    UnfinishedPlaceholder = "unfinished-placeholder": fixed,
    /// A page of prose that is a draft has words still to be written, `FIXME(…)`.
    UnfinishedOutline = "unfinished-outline": warn,
    /// The record is one of the examples that `chronicle init` wrote; `chronicle lock` never locks it.
    ExampleRecord = "example-record": warn,
    /// Two records have one id; ids are unique over the whole chronicle and are never reused.
    DuplicateId = "duplicate-id": fixed,
    /// No person has this id, name or recorded variant.
    UnknownSpeaker = "unknown-speaker": fixed,
    /// The name is a recorded variant of two people; only the id tells them apart.
    AmbiguousName = "ambiguous-name": fixed,
    /// The id is one that the record had before; it leads to it still, and the record has another now.
    FormerId = "former-id": warn,
    /// One speaker stands twice in a statement, by an id and a name or by two names.
    RepeatedSpeaker = "repeated-speaker": fixed,
    /// A list names one thing twice: a country, a topic, a body, or another statement in the same relation.
    RepeatedItem = "repeated-item": deny,
    /// No topic has this id, label or synonym.
    UnknownTopic = "unknown-topic": fixed,
    /// No organization has this id, name or variant.
    UnknownOrganization = "unknown-organization": fixed,
    /// The audience is no known person, organization or country.
    UnknownAudience = "unknown-audience": fixed,
    /// The person never held an office with this id.
    UnknownOffice = "unknown-office": fixed,
    /// The person held several offices on the date, none of them is `primary`, and `as` does not say which.
    AmbiguousOffice = "ambiguous-office": fixed,
    /// No place has this id.
    UnknownPlace = "unknown-place": fixed,
    /// A related record does not exist.
    UnknownRecord = "unknown-record": fixed,
    /// A label, synonym or hidden label is used by two topics, so that the word would not say which is meant.
    TopicLabelClash = "topic-label-clash": fixed,
    /// The chain of `broader` topics, or of `parent` bodies, comes back to where it began.
    BroaderCycle = "broader-cycle": fixed,
    /// A source needs a `url`, a `text`, or a `title` with its `publisher`; otherwise nobody can look it up.
    IncompleteSource = "incomplete-source": fixed,
    /// The kept text of a source does not exist below `content/`.
    MissingSourceText = "missing-source-text": fixed,
    /// A link names a file or a heading that does not exist.
    BrokenLink = "broken-link": fixed,
    /// The link's scheme could run a script or carry a document of its own; only `http`, `https`, `mailto` and `tel` pass.
    UnsafeLink = "unsafe-link": fixed,
    /// An address leads elsewhere than a person reads in it, or to a host that passes for the one its text names.
    DeceptiveLink = "deceptive-link": deny,
    /// The text of a link names another host than the one to which it leads.
    MismatchedLink = "mismatched-link": warn,
    /// An address leads nowhere: what it names is no host, or nobody to write to.
    BrokenAddress = "broken-address": warn,
    /// The image is not a file of the site; no reader's browser is sent elsewhere, so only its description is shown.
    OutsideImage = "outside-image": warn,
    /// Nothing says what an image shows to those who do not see it.
    UndescribedImage = "undescribed-image": deny,
    /// A picture is damaged, is of another kind than its name says, or is none that browsers show.
    UnreadablePicture = "unreadable-picture": warn,
    /// Two pages would stand on one address.
    AddressClash = "address-clash": fixed,
    /// More statements have one date than search can tell apart.
    CrowdedDay = "crowded-day": fixed,
    /// `site.toml` names a theme that is not in `themes/`.
    UnknownTheme = "unknown-theme": fixed,
    /// A template does not compile or fails on a page.
    TemplateError = "template-error": fixed,
    /// A template reads a key that it is never given: it is undefined, which is taken for false.
    UnknownTemplateKey = "unknown-template-key": warn,
    /// The theme, which has no parent, and the site have no template of a name that pages need.
    MissingTemplate = "missing-template": warn,
    /// A template leaves out a list, or what leads to the rest of a long one, so that statements are missing.
    IncompleteList = "incomplete-list": warn,
    /// A template has what the policy of the site blocks: browsers do not run or load it.
    BlockedByPolicy = "blocked-by-policy": warn,
    /// The accent colour cannot be read on the pages of the theme: its contrast is below 4.5:1 (WCAG).
    LowContrast = "low-contrast": deny,
    /// No template shows what a setting is about.
    UnreadSetting = "unread-setting": warn,
    /// No template, no other message, nor the program asks for a message.
    UnreadMessage = "unread-message": warn,
    /// Nothing asks for a template of this name, or reads the folder that it lies in.
    UnreadTemplate = "unread-template": warn,
    /// A file of messages is not Fluent, is not named after a language, or has a message that names what is nowhere.
    BadMessages = "bad-messages": fixed,
    /// The site and its theme lack messages in the site's language: English words stand in for them.
    UntranslatedMessages = "untranslated-messages": warn,
    /// A file changed while the site was built from it.
    ChangedDuringBuild = "changed-during-build": fixed,
    /// A block quotation is not word for word in the kept text of any of its sources.
    QuotationNotInSource = "quotation-not-in-source": deny,
    /// A last line `— Name` of a quotation nearly names a speaker, or somebody who does not speak here.
    UnknownAttribution = "unknown-attribution": warn,
    /// A line `— Name` names a speaker, but is not the last line of its quotation: it is part of the words.
    MisplacedAttribution = "misplaced-attribution": warn,
    /// A line of a block quotation begins as the words of somebody else do: `Interviewer: …`.
    MixedQuotation = "mixed-quotation": warn,
    /// The kept text of a source has words of a block quotation in the turn of somebody else.
    TurnOfAnother = "turn-of-another": warn,
    /// A block quotation has no words that could be compared with a source.
    EmptyQuotation = "empty-quotation": deny,
    /// A note of a dialect of Markdown, `> [!NOTE]`, is a block quotation here: the speaker's words.
    ForeignQuotation = "foreign-quotation": deny,
    /// Code that does not end, or a line that begins with `>` in code or HTML: what stands there is no quotation.
    SwallowedText = "swallowed-text": deny,
    /// A line without `>` goes on with the block quotation above it.
    UnmarkedQuotation = "unmarked-quotation": warn,
    /// Nothing refers to a footnote or the definition of a link, or another has its label: it is not shown.
    UnusedDefinition = "unused-definition": warn,
    /// A footnote or a link refers to nothing, and is shown as it is typed.
    UndefinedReference = "undefined-reference": warn,
    /// A row of a table has more cells than its head; they are not shown.
    SurplusCell = "surplus-cell": warn,
    /// A number at the beginning of a line makes a list: it is shown as another, or not compared with a source.
    ListNumber = "list-number": warn,
    /// HTML is shown as it is typed; a comment is not shown.
    RawHtml = "raw-html": warn,
    /// Mark-up that means nothing here, or does not close, is shown as it is typed.
    RawMarkup = "raw-markup": warn,
    /// The kept text of a source is not the one whose hash is given.
    SourceHashMismatch = "source-hash-mismatch": deny,
    /// A relation names the statement that it stands in.
    RelationToItself = "relation-to-itself": deny,
    /// A relation names a statement of a later date, or comes back to where it began.
    RelationToLater = "relation-to-later": deny,
    /// The office after `as` was not held on the date of the statement.
    OfficeNotHeld = "office-not-held": deny,
    /// The speaker has offices, but none on the date of the statement.
    NoOfficeOnDate = "no-office-on-date": warn,
    /// An organization is named by a name that it did not have on the date of the statement.
    NameOfAnotherTime = "name-of-another-time": warn,
    /// An organization has a `name` beside its `names` by period, which is shown nowhere.
    NameBesideNames = "name-beside-names": warn,
    /// An organization speaks at a time for which it has no name: before it began, or after it had ended.
    NoNameOnDate = "no-name-on-date": warn,
    /// A statement says where it stands in an event, and names none.
    PositionWithoutEvent = "position-without-event": deny,
    /// Two statements of one event and day stand at the same position.
    PositionTwice = "position-twice": warn,
    /// A source was published, or a record corrected or withdrawn, before the words were said.
    PublishedBeforeSaid = "published-before-said": deny,
    /// The address of a source is not protected against changes on the way.
    PlainHttp = "plain-http": warn,
    /// The archived page is not one of the source.
    ForeignArchive = "foreign-archive": warn,
    /// No source of the statement has an archived copy.
    NoArchive = "no-archive": allow,
    /// The name of a statement's file does not begin with its date.
    MisnamedFile = "misnamed-file": warn,
    /// A statement does not lie in the folder of its year.
    WrongYearFolder = "wrong-year-folder": warn,
    /// A file is larger than one statement can be.
    LargeEntry = "large-entry": warn,
    /// The date of a statement, or of its sources and corrections, is in the future.
    FutureDate = "future-date": deny,
    /// No statement uses a topic.
    OrphanTopic = "orphan-topic": warn,
    /// Only one statement uses a topic.
    TopicUsedOnce = "topic-used-once": allow,
    /// A topic has more levels of broader topics above it than readers can follow.
    DeepTopic = "deep-topic": warn,
    /// Two statements of one speaker and date have nearly the same title or text.
    DuplicateStatement = "duplicate-statement": warn,
    /// No source names a text below `content/sources/`.
    UnusedSourceText = "unused-source-text": warn,
    /// One source lets a kept text be published, and another does not.
    ContradictoryPublish = "contradictory-publish": deny,
    /// The editors' own words take a side, praise, blame, or do not say whose opinion they give.
    LoadedWording = "loaded-wording": warn,
    /// A character that is not seen, or that turns the order of others.
    InvisibleCharacter = "invisible-character": deny,
    /// An address has, percent-encoded, a character that is not seen, or a letter of another script beside others.
    EncodedCharacter = "encoded-character": warn,
    /// A word has letters of scripts that look alike.
    MixedScripts = "mixed-scripts": deny,
    /// `chronicle.lock` cannot be read, so that nobody knows what is published.
    BadLock = "bad-lock": fixed,
    /// A published id is gone, and no record has it in `old_ids`.
    VanishedRecord = "vanished-record": deny,
    /// The date, the speakers or a source of a published statement changed without a correction that says so.
    ChangedRecord = "changed-record": deny,
    /// The anchor of a published quotation would point at other words, without a correction that says so.
    ChangedQuotation = "changed-quotation": deny,
    /// A published quotation is gone without a correction that says so.
    RemovedQuotation = "removed-quotation": deny,
    /// `chronicle.lock` does not say what the record says now.
    StaleLock = "stale-lock": allow,
    /// `[lints]` lowers the level of a code without whose mending there is no site.
    FixedLevel = "fixed-level": fixed,
}

impl Code {
    /// The code of a slug, if there is one.
    pub(crate) fn from_slug(slug: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.slug() == slug)
    }

    /// The level where nothing sets another.
    pub const fn default_level(self) -> Level {
        match self.rank() {
            Rank::Fixed => Level::Deny,
            Rank::Lint(level) => level,
        }
    }

    /// Whether the level cannot be lowered.
    pub(crate) const fn is_fixed(self) -> bool {
        matches!(self.rank(), Rank::Fixed)
    }

    /// Whether `chronicle check --fix` can mend findings of this code: those whose help has one answer that needs nobody's
    /// judgement. A rule that calls `Diagnostic::fix` has its code here.
    pub const fn has_fix(self) -> bool {
        use Code::*;
        matches!(
            self,
            BadYaml
                | BadToml
                | MissingFrontMatter
                | UnclosedFrontMatter
                | UnknownKey
                | WrongType
                | BadValue
                | BadDate
                | BadLanguage
                | UnknownCountry
                | UnknownAudience
                | UnknownOffice
                | UnknownTopic
                | UnknownPlace
                | UnknownRecord
                | MissingSourceText
                | BrokenLink
                | InvisibleCharacter
        )
    }

    /// The severity of a finding before levels are applied; codes that are allowed by default are warnings.
    pub(super) const fn severity(self) -> Severity {
        match self.default_level() {
            Level::Deny => Severity::Error,
            Level::Warn | Level::Allow => Severity::Warning,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}
