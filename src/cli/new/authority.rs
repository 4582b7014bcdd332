//! `chronicle new person|organization|topic|place|event|page`.

use super::{Proposal, Site, ask};
use crate::chronicle::Lookup;
use crate::draft::{AuthorityDraft, Office};
use crate::entry::Kind;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::id::Id;

type Proposed = Result<Proposal, Vec<String>>;

/// Write a new person
#[derive(Debug, clap::Args)]
pub(super) struct Person {
    /// The name as the chronicle prints it
    name: String,
    /// Another form of the name, such as another transliteration; may be given several times
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// Family name, for citations and sorting
    #[arg(long, value_name = "NAME")]
    family: Option<String>,
    /// Given names
    #[arg(long, value_name = "NAMES")]
    given: Option<String>,
    /// Title of an office held
    #[arg(long, value_name = "TITLE")]
    office: Option<String>,
    /// The organization of the office: its id or name
    #[arg(long, requires = "office", value_name = "ORGANIZATION")]
    organization: Option<String>,
    /// Since when the office was held
    #[arg(long, requires = "office", value_name = "DATE", value_parser = super::date)]
    from: Option<Date>,
    /// Until when the office was held
    #[arg(long, requires = "office", value_name = "DATE", value_parser = super::date)]
    to: Option<Date>,
    /// The id, in place of the one that the name suggests
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Person {
    pub(super) fn propose(self, site: &Site) -> Proposed {
        let organization = self.organization.map(|word| site.flag(Kind::Organization, "--organization", &word));
        let organization = organization.transpose().map_err(|reason| vec![reason])?;
        let office = self.office.map(|title| Office { title, organization, from: self.from, to: self.to });
        let person = AuthorityDraft {
            name: self.name,
            also: self.also,
            family: self.family,
            given: self.given,
            office,
            ..AuthorityDraft::default()
        };
        known_names(propose(&person, Kind::Person, self.id)?, &person, Kind::Person, site)
    }
}

/// Write a new organization
#[derive(Debug, clap::Args)]
pub(super) struct Organization {
    /// The name
    name: String,
    /// Another form of the name; may be given several times
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// The organization it is part of: its id or name
    #[arg(long, value_name = "ORGANIZATION")]
    parent: Option<String>,
    /// Its country: an ISO 3166-1 alpha-2 code
    #[arg(long, value_name = "CODE", value_parser = super::country)]
    country: Option<Country>,
    /// The id, in place of the one that the name suggests
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Organization {
    pub(super) fn propose(self, site: &Site) -> Proposed {
        let parent = self.parent.map(|word| site.flag(Kind::Organization, "--parent", &word));
        let parent = parent.transpose().map_err(|reason| vec![reason])?;
        let body = AuthorityDraft {
            name: self.name,
            also: self.also,
            parent,
            country: self.country,
            ..AuthorityDraft::default()
        };
        known_names(propose(&body, Kind::Organization, self.id)?, &body, Kind::Organization, site)
    }
}

/// Write a new topic
#[derive(Debug, clap::Args)]
pub(super) struct Topic {
    /// The heading
    name: String,
    /// A synonym; may be given several times
    #[arg(long, value_name = "NAME")]
    also: Vec<String>,
    /// A broader topic: its id or name; may be given several times
    #[arg(long, value_name = "TOPIC")]
    broader: Vec<String>,
    /// What belongs under it, in a sentence
    #[arg(long, value_name = "TEXT")]
    scope: Option<String>,
    /// The id, in place of the one that the name suggests
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Topic {
    pub(super) fn propose(self, site: &Site) -> Proposed {
        let (mut broader, mut reasons) = (Vec::new(), Vec::new());
        for word in &self.broader {
            match site.flag(Kind::Topic, "--broader", word) {
                Ok(id) => broader.push(id),
                Err(reason) => reasons.push(reason),
            }
        }
        if !reasons.is_empty() {
            return Err(reasons);
        }
        let topic = AuthorityDraft {
            name: self.name,
            also: self.also,
            broader,
            scope: self.scope,
            ..AuthorityDraft::default()
        };
        propose(&topic, Kind::Topic, self.id)
    }
}

/// Write a new place
#[derive(Debug, clap::Args)]
pub(super) struct Place {
    /// The name
    name: String,
    /// Its country: an ISO 3166-1 alpha-2 code
    #[arg(long, value_name = "CODE", value_parser = super::country)]
    country: Option<Country>,
    /// The id, in place of the one that the name suggests
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Place {
    pub(super) fn propose(self, site: &Site) -> Proposed {
        let place = AuthorityDraft { name: self.name, country: self.country, ..AuthorityDraft::default() };
        known_names(propose(&place, Kind::Place, self.id)?, &place, Kind::Place, site)
    }
}

/// Write a new event: an occasion that several statements share, or that needs describing
#[derive(Debug, clap::Args)]
pub(super) struct Event {
    /// The name
    name: String,
    /// When it was held; asked for on a terminal
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    date: Option<Date>,
    /// Where: a place's id or name, or a text
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// The id, in place of the one that date and name suggest
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Event {
    pub(super) fn propose(self, site: &Site) -> Proposed {
        let date = match (self.date, ask::terminal()) {
            (Some(date), _) => date,
            (None, Some(mut terminal)) => {
                ask::date(&mut terminal, "When was it held").map_err(|reason| vec![reason])?
            }
            (None, None) => {
                return Err(vec!["`--date` is missing: give it, or run this on a terminal to be asked".into()]);
            }
        };
        let place = self.place.map(|word| site.id_or_text(Kind::Place, &word));
        let event = AuthorityDraft { name: self.name, date: Some(date), place, ..AuthorityDraft::default() };
        propose(&event, Kind::Event, self.id)
    }
}

/// Write a new prose page
#[derive(Debug, clap::Args)]
pub(super) struct Page {
    /// The title
    name: String,
    /// The id, in place of the one that the title suggests
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Page {
    pub(super) fn propose(self) -> Proposed {
        propose(&AuthorityDraft { name: self.name, ..AuthorityDraft::default() }, Kind::Page, self.id)
    }
}

/// The same with a note for each name that a record has already: it may be another of that name, or the same once more.
fn known_names(mut proposal: Proposal, record: &AuthorityDraft, kind: Kind, site: &Site) -> Proposed {
    for name in std::iter::once(&record.name).chain(&record.also) {
        let ids = match site.chronicle.look_up(kind, name) {
            Lookup::One(id) => vec![id],
            Lookup::Several(ids) => ids,
            Lookup::Nothing(_) => continue,
        };
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        let ids = ids.join(" and ");
        let note = format!("`{name}` is recorded as a name of {ids}: if that one is meant, remove the new file");
        proposal.notes.push(note);
    }
    Ok(proposal)
}

/// The file of a record under the id given, or the one its name suggests.
pub(super) fn propose(record: &AuthorityDraft, kind: Kind, id: Option<Id>) -> Proposed {
    let Some(id) = id.or_else(|| record.suggested_id(kind)) else {
        return Err(vec![format!("`{}` has no letters to make an id of: give one with `--id`", record.name)]);
    };
    Ok(Proposal::of(format!("content/{}/{id}.md", kind.folder()), record.text(kind)))
}
