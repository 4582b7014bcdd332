//! What programs for references take a statement for.

use crate::entry::statement::Kind;

/// The item types that statements have in reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemType {
    Presentation,
    Interview,
    Hearing,
    NewspaperArticle,
    Letter,
    ForumPost,
}

impl ItemType {
    /// That of a genre.
    pub(crate) fn of(kind: Kind) -> ItemType {
        match kind {
            Kind::Interview => ItemType::Interview,
            Kind::Parliament => ItemType::Hearing,
            Kind::Article => ItemType::NewspaperArticle,
            Kind::Letter => ItemType::Letter,
            Kind::Post => ItemType::ForumPost,
            Kind::Remarks | Kind::Speech | Kind::PressConference | Kind::JointStatement | Kind::Communique => {
                ItemType::Presentation
            }
        }
    }

    /// Zotero's name of it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            ItemType::Presentation => "presentation",
            ItemType::Interview => "interview",
            ItemType::Hearing => "hearing",
            ItemType::NewspaperArticle => "newspaperArticle",
            ItemType::Letter => "letter",
            ItemType::ForumPost => "forumPost",
        }
    }

    /// What it was published in, where the type has a field for that; of others it would be taken for the occasion.
    pub(crate) fn has_publication(self) -> bool {
        matches!(self, ItemType::NewspaperArticle | ItemType::ForumPost)
    }

    /// Whether Zotero has fields for its occasion.
    pub(super) fn has_occasion(self) -> bool {
        self == ItemType::Presentation
    }

    /// Whether translators of it are known to Zotero: in other types they would be taken for those who spoke.
    pub(super) fn has_translator(self) -> bool {
        !matches!(self, ItemType::Hearing | ItemType::ForumPost)
    }

    /// The type in CSL 1.0.2, as Zotero has it.
    pub(super) fn in_csl(self) -> &'static str {
        match self {
            ItemType::Presentation => "speech",
            ItemType::Interview => "interview",
            ItemType::Hearing => "hearing",
            ItemType::NewspaperArticle => "article-newspaper",
            ItemType::Letter => "personal_communication",
            ItemType::ForumPost => "post",
        }
    }

    /// The type in RIS, as Zotero has it: there is none for an interview.
    pub(super) fn in_ris(self) -> &'static str {
        match self {
            ItemType::Presentation => "SLIDE",
            ItemType::Hearing => "HEAR",
            ItemType::NewspaperArticle => "NEWS",
            ItemType::Interview | ItemType::Letter => "PCOMM",
            ItemType::ForumPost => "BLOG",
        }
    }
}
