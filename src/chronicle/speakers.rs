//! Who spoke: people in their offices, offices without a name, bodies and states.

use super::names::NameMatch;
use super::statements::{StatementResolver, listed};
use super::{Chronicle, OrganizationId, PersonId, Speaker};
use crate::diagnostic::{Code, did_you_mean, is_respelled};
use crate::document::Step;
use crate::entry::country::Country;
use crate::entry::date::Coverage;
use crate::entry::id::slug;
use crate::entry::shape::{Text, TextOr};
use crate::entry::statement::OtherSpeaker;

impl StatementResolver<'_> {
    pub(super) fn speakers(&mut self) -> Vec<Speaker> {
        let written = self.entry.fields.speakers.as_slice();
        let mut speakers = Vec::with_capacity(written.len());
        for (position, speaker) in written.iter().enumerate() {
            let found = match speaker {
                TextOr::Text(name) => self.person(position, name).map(|person| {
                    let office = self.office(person, position);
                    Speaker::Person(person, office)
                }),
                TextOr::Map(OtherSpeaker::Office { office, organization }) => {
                    let organization = organization.as_ref().and_then(|name| self.spoken_for(position, name));
                    Some(Speaker::Office { title: office.as_str().into(), organization })
                }
                TextOr::Map(OtherSpeaker::Organization { organization }) => {
                    self.body(position, organization).map(Speaker::Organization)
                }
                TextOr::Map(OtherSpeaker::Country { country }) => Some(Speaker::Country(*country)),
            };
            let Some(found) = found else { continue };
            if speakers.iter().any(|known: &Speaker| known.is(&found)) {
                let named = match speaker {
                    TextOr::Text(name) => name.to_string(),
                    TextOr::Map(OtherSpeaker::Office { office, .. }) => office.to_string(),
                    TextOr::Map(OtherSpeaker::Organization { organization }) => organization.to_string(),
                    TextOr::Map(OtherSpeaker::Country { country }) => country.to_string(),
                };
                let message = format!("`{named}` is among the speakers already");
                let help = Some("leave one of the two out".to_owned());
                self.report(Code::RepeatedSpeaker, &[Step::Key("speakers"), Step::Item(position)], message, help);
                continue;
            }
            speakers.push(found);
        }
        self.check_capacity(&speakers);
        speakers
    }

    /// The organization that speaks itself; a person's name is none.
    fn body(&mut self, position: usize, name: &Text) -> Option<OrganizationId> {
        let is_unknown = self.resolver.names.organizations.find(name.as_str()) == NameMatch::None;
        if is_unknown && matches!(self.resolver.names.people.find(name.as_str()), NameMatch::One(_)) {
            let path = [Step::Key("speakers"), Step::Item(position), Step::Key("organization")];
            let help = format!("write `{name}` alone: it is a person");
            self.report(Code::UnknownOrganization, &path, format!("`{name}` is no organization"), Some(help));
            return None;
        }
        self.spoken_for(position, name)
    }

    /// The organization of an office, or the one that speaks itself.
    fn spoken_for(&mut self, position: usize, name: &Text) -> Option<OrganizationId> {
        let path = [Step::Key("speakers"), Step::Item(position), Step::Key("organization")];
        self.resolver.body(self.entry.input, name, &path, &mut self.findings)
    }

    fn person(&mut self, position: usize, name: &Text) -> Option<PersonId> {
        let path = [Step::Key("speakers"), Step::Item(position)];
        match self.resolver.names.people.find(name.as_str()) {
            NameMatch::One(id) => Some(id),
            NameMatch::Former(id, now) => {
                self.findings.push(self.resolver.former(self.entry.input, &path, name, &now));
                Some(id)
            }
            NameMatch::Absent => None,
            NameMatch::Many(ids) => {
                let ids = ids.iter().map(|id| self.people[id.index()].entry.id.as_str());
                let help = format!("write the id: {}", listed(ids, " or "));
                self.report(Code::AmbiguousName, &path, format!("several people are called `{name}`"), Some(help));
                None
            }
            NameMatch::None => {
                let people = &self.resolver.names.people;
                let help = people.help_for_several(name.as_str()).or_else(|| self.no_person(name.as_str()));
                let help = help.or_else(|| people.help(name.as_str()));
                let help = help.unwrap_or_else(|| "add the person as `content/people/<id>.md`".to_owned());
                self.report(Code::UnknownSpeaker, &path, format!("unknown speaker `{name}`"), Some(help));
                None
            }
        }
    }

    /// The suggestion for a word that is not a person but the exact name of an organization or country.
    fn no_person(&self, word: &str) -> Option<String> {
        if let NameMatch::One(_) = self.resolver.names.organizations.find(word) {
            // Other characters would need quotation marks within braces.
            let is_plain = word.chars().all(|letter| letter.is_alphanumeric() || letter == ' ' || letter == '-');
            let word = if is_plain { word.to_owned() } else { format!("{word:?}") };
            return Some(format!("write `{{organization: {word}}}`, if the organization itself speaks"));
        }
        let countries =
            word.parse().ok().or_else(|| Country::named(word)).map_or_else(|| Country::several(word), |one| vec![one]);
        let countries: Vec<String> = countries.iter().map(|country| format!("`{{country: {country}}}`")).collect();
        (!countries.is_empty()).then(|| format!("write {}, if the state itself speaks", countries.join(" or ")))
    }

    /// The office spoken in: the one `as` names, or the one held on the date.
    fn office(&mut self, person: PersonId, position: usize) -> Option<usize> {
        let offices = &self.people[person.index()].entry.fields.offices;
        if let Some(capacity) = &self.entry.fields.capacity {
            let found = offices.iter().position(|office| office.id == *capacity);
            // With several speakers, `as` applies to those who have the office; at least one must.
            let several = self.entry.fields.speakers.as_slice().len() > 1;
            if found.is_some() || several {
                return found.or_else(|| self.office_held(person, position));
            }
            let help = did_you_mean(capacity.as_str(), offices.iter().map(|office| office.id.as_str()));
            let known = || listed(offices.iter().map(|office| office.id.as_str()), ", ");
            let help = help.or_else(|| (!offices.is_empty()).then(|| format!("use one of {}", known())));
            let message = format!("unknown office `{capacity}`");
            let mut right = offices.iter().filter(|office| is_respelled(capacity.as_str(), office.id.as_str()));
            let right = right.next().filter(|_| right.next().is_none()).map(|office| office.id.as_str());
            self.report_misspelt(Code::UnknownOffice, &[Step::Key("as")], message, help, right);
            return None;
        }
        self.office_held(person, position)
    }

    /// Reports `as` where no speaker is a person: organizations and countries hold no offices.
    fn check_capacity(&mut self, speakers: &[Speaker]) {
        let written = self.entry.fields.speakers.as_slice();
        let Some(capacity) = &self.entry.fields.capacity else { return };
        // Already reported for a single or unknown person.
        if speakers.len() < written.len() || matches!(written, [TextOr::Text(_)]) {
            return;
        }
        let people = speakers.iter().filter_map(|speaker| match speaker {
            Speaker::Person(person, _) => Some(&self.people[person.index()].entry.fields.offices),
            _ => None,
        });
        let offices: Vec<&str> = people.flatten().map(|office| office.id.as_str()).collect();
        if offices.contains(&capacity.as_str()) {
            return;
        }
        let known = || (!offices.is_empty()).then(|| format!("use one of {}", listed(offices.iter().copied(), ", ")));
        let help = did_you_mean(capacity.as_str(), offices.iter().copied()).or_else(known);
        let help = help.unwrap_or_else(|| "take `as` out: it is said of recorded people alone".to_owned());
        let message = format!("no speaker has the office `{capacity}`");
        self.report(Code::UnknownOffice, &[Step::Key("as")], message, Some(help));
    }

    fn office_held(&mut self, person: PersonId, position: usize) -> Option<usize> {
        let offices = &self.people[person.index()].entry.fields.offices;
        let date = &self.entry.fields.date;
        let on = |coverage: Coverage| {
            let held = offices.iter().enumerate().filter(|(_, office)| office.period().covers(date) == coverage);
            held.map(|(index, _)| index).collect::<Vec<usize>>()
        };
        let mut held = on(Coverage::Yes);
        if held.is_empty() {
            held = on(Coverage::Maybe);
        }
        let primary: Vec<usize> = held.iter().copied().filter(|index| offices[*index].primary).collect();
        match (held.as_slice(), primary.as_slice()) {
            ([], _) => None,
            ([only], _) | (_, [only]) => Some(*only),
            _ => {
                let ids = listed(held.iter().map(|index| offices[*index].id.as_str()), ", ");
                let message = format!("`{}` held several offices on this date", self.people[person.index()].entry.id);
                let help = format!("say which one was spoken in: `as:` with one of {ids}");
                self.report(Code::AmbiguousOffice, &[Step::Key("speakers"), Step::Item(position)], message, Some(help));
                None
            }
        }
    }
}

impl Chronicle {
    /// What a speaker is known by, in `chronicle.lock` and in data: a person by the id, others with what they are before it.
    pub(crate) fn speaker_key(&self, speaker: &Speaker) -> String {
        match speaker {
            Speaker::Organization(body) => format!("organization:{}", self[*body].entry.id),
            Speaker::Country(country) => format!("country:{country}"),
            Speaker::Person(person, _) => self[*person].entry.id.to_string(),
            Speaker::Office { title, organization } => {
                let organization = organization.map(|body| format!("@{}", self[body].entry.id)).unwrap_or_default();
                format!("office:{}{organization}", slug(title))
            }
        }
    }
}
