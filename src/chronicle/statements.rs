//! One statement: who spoke in which office, about what, on which occasion, and how it relates to others.

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::attribution::{OnRecord, Records};
use super::audience;
use super::families::Families;
use super::names::NameMatch;
use super::record::words;
use super::resolver::Resolver;
use super::{
    OrText, Organization, OrganizationId, Party, Person, Relation, RelationKind, Statement, StatementId, topics,
};
use crate::address::Address;
use crate::diagnostic::{Checked, Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::entry::id::Id;
use crate::entry::shape::{OneOrMany, TextOr};
use crate::entry::statement::{self, Source};
use crate::entry::{Entry, Kind, locate, respelled};
use crate::lock::{self, LockedRecord, PublishedStatement};

/// Resolves one statement against the names of all records.
pub(super) fn resolve(
    resolver: &Resolver<'_>,
    people: &[Person],
    bodies: &[Organization],
    entry: Entry<statement::Statement>,
) -> Checked<Statement> {
    let mut one = StatementResolver { resolver, people, entry: &entry, findings: Vec::new() };
    let speakers = one.speakers();
    let topics = one.topics();
    one.countries();
    let organizations = one.organizations();
    let audience = one.audience();
    let event = one.event();
    let place = entry.fields.place.as_ref().map(|place| resolver.place(entry.input, place, &mut one.findings));
    let relations = one.relations();
    one.check_sources();
    let publishers = one.publishers();
    let records = Records { people, organizations: bodies };
    let attributed = records.attributed(&entry.fields, &entry.body.quotations, &speakers);
    let families = resolver.families.get_or_init(|| Families::of(people));
    let on_record = OnRecord { names: &resolver.names, families };
    let mixed = records.mixed(&entry.fields, &entry.body.quotations, &speakers, &attributed, &on_record);
    let known = one.known();
    let words: Vec<lock::QuotationHashes> = words(&entry.body.quotations, &attributed).collect();
    // Published quotations keep their anchors, others get the next ones.
    let anchors = lock::anchors(known.map_or(&[], |(_, published)| &published.quotations), &words);
    let published = one.published();
    let findings = one.findings;
    let address = Address::page(["statements", entry.id.as_str()]);
    Checked {
        value: Statement {
            entry,
            speakers: speakers.into(),
            topics: topics.into(),
            organizations: organizations.into(),
            audience: audience.into(),
            event,
            place,
            publishers,
            relations,
            anchors,
            published,
            attributed,
            mixed,
            address,
        },
        findings,
    }
}

/// A statement while it is resolved.
pub(super) struct StatementResolver<'a> {
    pub(super) resolver: &'a Resolver<'a>,
    pub(super) people: &'a [Person],
    pub(super) entry: &'a Entry<statement::Statement>,
    pub(super) findings: Vec<Diagnostic>,
}

impl StatementResolver<'_> {
    pub(super) fn report(&mut self, code: Code, path: &[Step<'_>], message: String, help: Option<String>) {
        self.report_misspelt(code, path, message, help, None);
    }

    /// The same of a value that certainly is another one spelled otherwise.
    pub(super) fn report_misspelt(
        &mut self,
        code: Code,
        path: &[Step<'_>],
        message: String,
        help: Option<String>,
        right: Option<&str>,
    ) {
        let inputs = self.resolver.inputs;
        let span = locate(inputs, self.entry.input, path);
        let edit = right.and_then(|right| respelled(inputs, span, right));
        self.findings.push(Diagnostic::error(code, span, message).help(help).fixes(edit));
    }

    fn topics(&mut self) -> Vec<super::TopicId> {
        let mut found = Vec::with_capacity(self.entry.fields.topics.as_slice().len());
        for (position, word) in self.entry.fields.topics.as_slice().iter().enumerate() {
            let topic = topics::find(self.resolver, self.entry.input, "topics", position, word, &mut self.findings);
            let Some(topic) = topic else { continue };
            match found.contains(&topic) {
                true => self.report_repeated("topics", position, word.as_str()),
                false => found.push(topic),
            }
        }
        found
    }

    fn countries(&mut self) {
        let mut seen = FxHashSet::default();
        for (position, country) in self.entry.fields.countries.as_slice().iter().enumerate() {
            if !seen.insert(*country) {
                self.report_repeated("countries", position, country.code());
            }
        }
    }

    /// A list that names one thing twice, by one name or by two.
    fn report_repeated(&mut self, key: &'static str, position: usize, word: &str) {
        let span = locate(self.resolver.inputs, self.entry.input, &[Step::Key(key), Step::Item(position)]);
        let message = format!("`{key}` names `{word}` already");
        let help = "name it once".to_owned();
        self.findings.push(Diagnostic::lint(Code::RepeatedItem, span, message).help(Some(help)));
    }

    fn organizations(&mut self) -> Vec<OrganizationId> {
        let mut found = Vec::new();
        for (position, name) in self.entry.fields.organizations.as_slice().iter().enumerate() {
            let path = [Step::Key("organizations"), Step::Item(position)];
            let body = self.resolver.body(self.entry.input, name, &path, &mut self.findings);
            let Some(body) = body else { continue };
            match found.contains(&body) {
                true => self.report_repeated("organizations", position, name.as_str()),
                false => found.push(body),
            }
        }
        found
    }

    fn audience(&mut self) -> Vec<OrText<Party>> {
        let mut found = Vec::new();
        for (position, word) in self.entry.fields.audience.as_slice().iter().enumerate() {
            let path = [Step::Key("audience"), Step::Item(position)];
            if let Some(party) = self.resolver.party(self.entry.input, word, &path, &mut self.findings) {
                let party = OrText::Record(party);
                match found.contains(&party) {
                    true => self.report_repeated("audience", position, word.as_str()),
                    false => found.push(party),
                }
                continue;
            }
            let names = &self.resolver.names;
            if names.people.by_id(word.as_str()) == NameMatch::Absent
                || names.organizations.by_id(word.as_str()) == NameMatch::Absent
            {
                continue;
            }
            match audience::slip(names, word.as_str()) {
                Some(help) => {
                    let message = format!("unknown audience `{word}`");
                    let right = audience::code(word.as_str()).map(|country| country.code().to_owned());
                    self.report_misspelt(Code::UnknownAudience, &path, message, Some(help), right.as_deref());
                }
                None => {
                    let text = OrText::Text(word.as_str().into());
                    match found.contains(&text) {
                        true => self.report_repeated("audience", position, word.as_str()),
                        false => found.push(text),
                    }
                }
            }
        }
        found
    }

    fn event(&mut self) -> Option<OrText<super::EventId>> {
        let text = self.entry.fields.event.as_ref()?;
        let names = &self.resolver.names.events;
        match names.find(text.as_str()) {
            NameMatch::One(id) => return Some(OrText::Record(id)),
            NameMatch::Former(id, now) => {
                self.findings.push(self.resolver.former(self.entry.input, &[Step::Key("event")], text, &now));
                return Some(OrText::Record(id));
            }
            _ => {}
        }
        self.resolver.refuse_id(Code::UnknownRecord, self.entry.input, "event", text, names, &mut self.findings);
        Some(OrText::Text(text.as_str().into()))
    }

    fn relations(&mut self) -> Vec<Relation> {
        let fields = &self.entry.fields;
        let mut relations = Vec::new();
        for (kind, targets) in [
            (RelationKind::Reiterates, &fields.reiterates),
            (RelationKind::RespondsTo, &fields.responds_to),
            (RelationKind::Cites, &fields.cites),
            (RelationKind::Updates, &fields.updates),
            (RelationKind::DepartsFrom, &fields.departs_from),
        ] {
            self.related(kind, targets, &mut relations);
        }
        relations
    }

    fn related(
        &mut self,
        kind: RelationKind,
        targets: &OneOrMany<TextOr<statement::Relation>>,
        relations: &mut Vec<Relation>,
    ) {
        let mut seen = FxHashSet::default();
        for (position, target) in targets.as_slice().iter().enumerate() {
            let (to, by, note) = match target {
                TextOr::Text(to) => (to, statement::Asserter::default(), None),
                TextOr::Map(relation) => (&relation.to, relation.by, relation.note.as_ref()),
            };
            let path = [Step::Key(kind.key(false)), Step::Item(position), Step::Key("to")];
            match self.resolver.names.statements.by_id(to.as_str()) {
                found @ (NameMatch::One(other) | NameMatch::Former(other, _)) => {
                    if let NameMatch::Former(_, now) = &found {
                        self.findings.push(self.resolver.former(self.entry.input, &path, to, now));
                    }
                    // Two may assert the same, each with a note.
                    if !seen.insert((other, by)) {
                        self.report_repeated(kind.key(false), position, to.as_str());
                    }
                    let note = note.map(|note| note.as_str().into());
                    relations.push(Relation { kind, inverse: false, other, by, note });
                }
                NameMatch::Absent if self.resolver.drafts.contains(to.as_str()) => {
                    let message = format!("the statement `{to}` is a draft, and has no page");
                    let help = "take `draft` out of it, or name it when it is published".to_owned();
                    self.report(Code::UnknownRecord, &path, message, Some(help));
                }
                NameMatch::Absent => {}
                NameMatch::Many(_) | NameMatch::None => {
                    let own = self.entry.id.as_str();
                    let help = self.resolver.names.statements.help_for_another(to.as_str(), own);
                    let help =
                        help.unwrap_or_else(|| "write the id of a statement: its file's name without `.md`".to_owned());
                    let (message, names) = (format!("unknown statement `{to}`"), &self.resolver.names.statements);
                    let right = names.certainly(to.as_str()).map(Id::as_str).filter(|right| *right != own);
                    self.report_misspelt(Code::UnknownRecord, &path, message, Some(help), right);
                }
            }
        }
    }

    /// What `chronicle.lock` says was published of it.
    fn known(&self) -> Option<(&LockedRecord, &PublishedStatement)> {
        self.resolver.lock.published(self.entry.id.as_str(), self.former())
    }

    /// The day on which it came into the record, where `chronicle.lock` has it.
    fn published(&self) -> Option<NaiveDate> {
        let lock = self.resolver.lock;
        let own = lock.get(self.entry.id.as_str()).filter(|line| line.kind == Kind::Statement);
        own.map_or_else(|| lock.former_day(self.former()).flatten(), |line| line.day)
    }

    fn former(&self) -> impl Iterator<Item = &str> {
        self.entry.fields.old_ids.as_slice().iter().map(|id| id.as_str())
    }

    /// The organization that published each source. Publishers may be plain text, so unknown and ambiguous names are no
    /// error.
    fn publishers(&mut self) -> Box<[Option<OrganizationId>]> {
        let (resolver, input) = (self.resolver, self.entry.input);
        let sources = self.entry.fields.sources.as_slice();
        let mut found: Vec<Option<OrganizationId>> = Vec::new();
        for (position, source) in sources.iter().enumerate() {
            let TextOr::Map(Source { publisher: Some(publisher), .. }) = source else { continue };
            let body = match resolver.names.organizations.find(publisher.as_str()) {
                NameMatch::One(body) => body,
                NameMatch::Former(body, now) => {
                    let path = [Step::Key("sources"), Step::Item(position), Step::Key("publisher")];
                    self.findings.push(resolver.former(input, &path, publisher, &now));
                    body
                }
                NameMatch::Many(_) | NameMatch::Absent | NameMatch::None => continue,
            };
            found.resize(sources.len(), None);
            found[position] = Some(body);
        }
        found.into()
    }

    fn check_sources(&mut self) {
        for (position, source) in self.entry.fields.sources.as_slice().iter().enumerate() {
            let path = [Step::Key("sources"), Step::Item(position)];
            match source {
                TextOr::Text(text) => {
                    if !crate::address::is_web_url(text.as_str()) {
                        let help = "write its address in full, or a map with `title` and `publisher`".to_owned();
                        self.report(
                            Code::IncompleteSource,
                            &path,
                            format!("`{text}` is no source that can be looked up"),
                            Some(help),
                        );
                    }
                }
                TextOr::Map(source) => self.check_source(position, source),
            }
        }
    }

    fn check_source(&mut self, position: usize, source: &Source) {
        let path = [Step::Key("sources"), Step::Item(position)];
        if source.url.is_none() && source.text.is_none() && (source.title.is_none() || source.publisher.is_none()) {
            let help = "add a `url`, a `text`, or a `title` and its `publisher`".to_owned();
            self.report(Code::IncompleteSource, &path, "the source cannot be looked up".to_owned(), Some(help));
        }
        let Some(text) = &source.text else {
            if source.publish == Some(true) {
                let path = [Step::Key("sources"), Step::Item(position), Step::Key("publish")];
                let message = "no text of this source is kept that could be published".to_owned();
                let help = "add the `text`, or remove this key".to_owned();
                self.report(Code::MissingSourceText, &path, message, Some(help));
            }
            return;
        };
        let path = [Step::Key("sources"), Step::Item(position), Step::Key("text")];
        let inputs = self.resolver.inputs;
        if inputs.find(&format!("content/{text}")).is_none() || !text.as_str().starts_with("sources/") {
            let kept: Vec<&str> =
                inputs.under("content/sources/").filter_map(|(_, file)| file.path().strip_prefix("content/")).collect();
            let help = did_you_mean(text.as_str(), kept)
                .unwrap_or_else(|| "keep the text below `content/sources/`".to_owned());
            let message = format!("there is no kept text `{text}`");
            let wanted = text.as_str().trim_start_matches("./").trim_start_matches('/');
            let wanted = wanted.strip_prefix("content/").unwrap_or(wanted);
            let wanted = format!("sources/{}", wanted.strip_prefix("sources/").unwrap_or(wanted));
            let right = inputs.find(&format!("content/{wanted}")).map(|_| wanted.as_str());
            self.report_misspelt(Code::MissingSourceText, &path, message, Some(help), right);
        }
    }
}

/// The first ten of some ids in a sentence: each statement can have a finding that lists them.
pub(super) fn listed<'a>(ids: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut ids = ids.map(|id| format!("`{id}`"));
    let mut first: Vec<String> = ids.by_ref().take(10).collect();
    first.extend(ids.next().map(|_| "…".to_owned()));
    first.join(between)
}

/// Gives each statement the relations that others assert of it, and puts all in the order of kinds and dates.
pub(super) fn add_inverses(statements: &mut [Statement]) {
    let mut inverses = Vec::new();
    for (index, statement) in statements.iter().enumerate() {
        for relation in &statement.relations {
            inverses
                .push((relation.other, Relation { inverse: true, other: StatementId::new(index), ..relation.clone() }));
        }
    }
    for (id, inverse) in inverses {
        statements[id.index()].relations.push(inverse);
    }
    for statement in statements {
        statement.relations.sort_by_key(|relation| (relation.kind, relation.inverse, relation.other));
        statement.relations.shrink_to_fit();
    }
}
