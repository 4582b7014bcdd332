//! The kinds of subject that statements are listed under.

use super::Subject;

/// A kind of subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubjectKind {
    /// Subject headings.
    Topics,
    /// Speakers.
    People,
    /// Bodies.
    Organizations,
    /// Countries.
    Countries,
    /// Places.
    Places,
    /// Occasions.
    Events,
}

impl SubjectKind {
    /// Every kind.
    pub const ALL: [SubjectKind; 6] = [
        SubjectKind::Topics,
        SubjectKind::People,
        SubjectKind::Organizations,
        SubjectKind::Countries,
        SubjectKind::Places,
        SubjectKind::Events,
    ];

    /// The first part of the addresses, and the key of the word for all subjects of the kind.
    pub fn key(self) -> &'static str {
        match self {
            SubjectKind::Topics => "topics",
            SubjectKind::People => "people",
            SubjectKind::Organizations => "organizations",
            SubjectKind::Countries => "countries",
            SubjectKind::Places => "places",
            SubjectKind::Events => "events",
        }
    }

    /// What one subject of the kind is called.
    pub fn word(self) -> &'static str {
        match self {
            SubjectKind::Topics => "topic",
            SubjectKind::People => "person",
            SubjectKind::Organizations => "organization",
            SubjectKind::Countries => "country",
            SubjectKind::Places => "place",
            SubjectKind::Events => "event",
        }
    }

    /// The kind of a subject.
    pub fn of(subject: Subject) -> SubjectKind {
        match subject {
            Subject::Topic(_) => SubjectKind::Topics,
            Subject::Person(_) => SubjectKind::People,
            Subject::Organization(_) => SubjectKind::Organizations,
            Subject::Country(_) => SubjectKind::Countries,
            Subject::Place(_) => SubjectKind::Places,
            Subject::Event(_) => SubjectKind::Events,
        }
    }
}
