//! The form for people who do not use git: it makes the file of a statement in the reader's browser, and leads to the form
//! for a new file in the repository. Only where the site names its repository.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, RecordNames, StatementId};
use crate::config::Service;
use crate::entry;
use crate::entry::country::Country;
use crate::entry::name::normalized;
use crate::entry::statement::{CorrectionKind, Fidelity, SourceKind};
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::editorial::prose;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::theme::Messages;
use crate::views as view;
use crate::views::{Href, Offered, Template};

/// So many records of a kind are offered: those with the most statements. The ids of others can be typed.
const MOST_OFFERED: usize = 1_000;

/// The kinds of records that are offered.
const OFFERED: [entry::Kind; 5] =
    [entry::Kind::Person, entry::Kind::Organization, entry::Kind::Topic, entry::Kind::Event, entry::Kind::Place];

/// The page with the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributePage;

impl Output for ContributePage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Contribute<'_>>("contribute.html")];
    const SWITCH: Switch<ContributePage> = Switch::Named("contribute");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.extend(Service::of(site.config).map(|_| Page::new(Address::page(["contribute"]), ContributePage)));
    }

    fn about(&self) -> About {
        About::page(Turn::Single, Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let service = Service::of(builder.config).expect("it is planned where there is one");
        let title = builder.messages.title("contribute");
        let description = builder.messages.phrase("contribute_lede", &[("host", &service.host)]);
        let head = Head { kind: "contribute", title, description, ..Head::default() };
        let values = view::Contribute {
            body: prose::introduction(builder, "contribute")?,
            kinds: entry::statement::Kind::ALL,
            fidelities: Fidelity::ALL,
            source_kinds: SourceKind::ALL,
            correction_kinds: CorrectionKind::ALL,
            record: builder.href(&record_address()),
            statements: has_texts(builder).then(|| Href::new(builder.config.base_url.path(), "/statements/")),
            service: service.kind,
            host: &service.host,
            new: &service.new,
            edit: &service.edit,
        };
        Ok(Content::Template("contribute.html", builder.filled(page, head, &values)))
    }
}

/// `record.json`: what the form offers from the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributeRecord;

impl Output for ContributeRecord {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<ContributeRecord> = Switch::Named("contribute");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.extend(Service::of(site.config).map(|_| Page::new(record_address(), ContributeRecord)));
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        // It is small, and depends on nothing else.
        json(&offered(site.chronicle, site.messages)).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(json(&offered(builder.chronicle.ids(), builder.messages))))
    }
}

fn record_address() -> Address {
    Address::page(["contribute"]).file("record.json")
}

fn json(offered: &Offered<'_>) -> Vec<u8> {
    serde_json::to_vec(offered).expect("texts and numbers can be written as JSON")
}

/// The records that the form offers, by id and today's name.
fn offered<'a>(chronicle: &'a Chronicle, messages: &Messages) -> Offered<'a> {
    let mut lists: BTreeMap<&'static str, Vec<(&'a str, String)>> = BTreeMap::new();
    let mut left_out = BTreeMap::new();
    for kind in OFFERED {
        let mut records = chronicle.of_kind(kind);
        if records.len() > MOST_OFFERED {
            let count = |subject| Reverse(chronicle.under(subject).len());
            records.sort_by_key(|record| record.subject().map(count));
            left_out.insert(kind.folder(), records.split_off(MOST_OFFERED).len());
            records.sort();
        }
        let named = |record| (chronicle.id(record).as_str(), chronicle.head(record).name().to_owned());
        lists.insert(kind.folder(), records.into_iter().map(named).collect());
    }
    let countries = Country::all().map(|country| (country.code(), messages.country(country.code())));
    lists.insert("countries", countries.collect());
    let shared = shared(chronicle, &lists);
    Offered { lists, left_out, shared }
}

/// The names that are offered and that records have to which they do not lead: those that are left out, and others by other
/// names of theirs. Whoever types such a name may mean either.
fn shared(
    chronicle: &Chronicle,
    lists: &BTreeMap<&'static str, Vec<(&str, String)>>,
) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut offered: HashMap<String, Vec<(&str, &String)>> = HashMap::new();
    for (id, name) in lists.values().flatten() {
        offered.entry(normalized(name)).or_default().push((id, name));
    }
    let mut shared = BTreeMap::new();
    for kind in OFFERED {
        let mut names = BTreeSet::new();
        for RecordNames { id, names: own } in chronicle.record_names(kind) {
            let alike = own.into_iter().filter_map(|name| offered.get(&normalized(name))).flatten();
            names.extend(alike.filter(|(other, _)| *other != id.as_str()).map(|(_, name)| (*name).clone()));
        }
        if !names.is_empty() {
            shared.insert(kind.folder(), names);
        }
    }
    shared
}

/// Whether the files of statements are published beside their pages.
fn has_texts(builder: &PageBuilder<'_>) -> bool {
    builder.config.outputs.has("markdown")
}

/// Where the form opens with a statement to be corrected; not of one that was withdrawn, whose published file is not all
/// that is in the repository.
pub(crate) fn correction_address(builder: &PageBuilder<'_>, id: StatementId) -> Option<Href> {
    let entry = &builder.chronicle.get(id).entry;
    if builder.site_wide().contribute.is_none() || !has_texts(builder) || entry.fields.withdrawn.is_some() {
        return None;
    }
    let path = builder.inputs.get(entry.input).path().strip_prefix("content/statements/")?;
    let (folder, own) = (path.rsplit_once('/').map_or("", |(folder, _)| folder), entry.id.as_str());
    // Most files lie in the folder of the year in their name, which the form finds by itself.
    let is_usual = folder.len() == 4 && own.split('-').next() == Some(folder);
    let more =
        if is_usual { String::new() } else { format!("&folder={}", utf8_percent_encode(folder, NON_ALPHANUMERIC)) };
    Some(Href::new(builder.config.base_url.path(), &format!("/contribute/?correct={own}{more}")))
}
