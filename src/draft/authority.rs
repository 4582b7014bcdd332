//! The text of a new person, organization, topic, place, event or page.

use super::yaml::Keys;
use crate::entry::Kind;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::entry::placeholder::placeholder;

/// What is known of a record that statements refer to, or of a page. Only what its kind has is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct AuthorityDraft {
    /// Its name, label or title.
    pub(crate) name: String,
    /// Other names: variants, synonyms.
    pub(crate) also: Vec<String>,
    /// A person's family name.
    pub(crate) family: Option<String>,
    /// A person's given names.
    pub(crate) given: Option<String>,
    /// An office that a person holds.
    pub(crate) office: Option<Office>,
    /// Country of an organization or place.
    pub(crate) country: Option<Country>,
    /// Id of the organization that an organization is part of.
    pub(crate) parent: Option<String>,
    /// Ids of broader topics.
    pub(crate) broader: Vec<String>,
    /// What belongs under a topic.
    pub(crate) scope: Option<String>,
    /// When an event was held.
    pub(crate) date: Option<Date>,
    /// Where an event was held: id of a place, or a text.
    pub(crate) place: Option<String>,
}

/// What is known of an office.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    /// What it is called.
    pub(crate) title: String,
    /// Id of its organization.
    pub(crate) organization: Option<String>,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl AuthorityDraft {
    /// The id that its name suggests; that of an event begins with its date.
    pub(crate) fn suggested_id(&self, kind: Kind) -> Option<Id> {
        let name = Id::suggested(&self.name, 60)?;
        match self.date.filter(|_| kind == Kind::Event).and_then(|date| date.start()) {
            Some(start) => {
                let day = start.to_string().trim_end_matches(['~', '?', '%']).to_ascii_lowercase();
                Id::new(&format!("{day}-{name}")).ok()
            }
            None => Some(name),
        }
    }

    /// The file of a record of this kind.
    pub(crate) fn text(&self, kind: Kind) -> String {
        let mut keys = Keys::default();
        let key = match kind {
            Kind::Topic => "label",
            Kind::Page | Kind::Statement => "title",
            Kind::Person | Kind::Organization | Kind::Place | Kind::Event => "name",
        };
        keys.text(key, self.name.clone());
        match kind {
            Kind::Person => self.person(&mut keys),
            Kind::Organization => {
                keys.list("variants", self.also.clone());
                keys.text("parent", self.parent.clone());
                keys.plain("country", self.country.map(|country| country.to_string()));
            }
            Kind::Topic => {
                keys.list("alt", self.also.clone());
                keys.list("broader", self.broader.clone());
                keys.text("scope", self.scope.clone());
            }
            Kind::Place => keys.plain("country", self.country.map(|country| country.to_string())),
            Kind::Event => {
                let date = self.date.map(|date| date.to_string());
                keys.plain("date", date.or_else(|| Some(placeholder("when it was held"))));
                keys.text("place", self.place.clone());
            }
            Kind::Page | Kind::Statement => {}
        }
        // A page needs a text.
        let body =
            if kind == Kind::Page { format!("{}\n", placeholder("the text of the page")) } else { String::new() };
        format!("---\n{}---\n{body}", keys.yaml())
    }

    fn person(&self, keys: &mut Keys) {
        keys.text("family", self.family.clone());
        keys.text("given", self.given.clone());
        keys.list("names", self.also.clone());
        let Some(office) = &self.office else { return };
        let mut map = Keys::default();
        map.plain("id", Id::suggested(&office.title, 40).map(|id| id.to_string()));
        map.text("title", office.title.clone());
        map.text("organization", office.organization.clone());
        map.plain("from", office.from.map(|date| date.to_string()).or_else(|| Some(placeholder("since when"))));
        map.plain("to", office.to.map(|date| date.to_string()));
        keys.maps("offices", vec![map]);
    }
}
