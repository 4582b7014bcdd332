//! Facets: by which properties results are narrowed down.

use rustc_hash::FxHashMap;

use crate::chronicle::{Chronicle, Speaker, StatementId, Subject, TopicId};
use crate::config::Config;
use crate::entry::date::ListedYear;
use crate::entry::statement::{Fidelity, Kind};
use crate::language::Language;
use crate::pages::PageBuilder;
use crate::search::{Facet, Number, Value};

/// A statement is found under this many broader topics of each of its topics, the nearest ones.
const MOST_BROADER: usize = 64;

/// A facet, and what its values stand for, in the same order.
#[derive(Debug)]
pub(crate) struct ListedFacet {
    pub(crate) facet: Facet,
    pub(crate) meanings: Vec<Meaning>,
}

/// What a value of a facet stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Meaning {
    Subject(Subject),
    Kind(Kind),
    Fidelity(Fidelity),
    Language(Language),
}

/// The names of facets in files and addresses, in the order in which they are shown.
const NAMES: [&str; 7] = ["topic", "speaker", "country", "organization", "kind", "fidelity", "language"];

/// The facets of statements with these numbers.
pub(super) fn of(
    chronicle: &Chronicle,
    config: &Config,
    statements: &[StatementId],
    numbers: &[Number],
) -> Vec<ListedFacet> {
    let mut found: [FxHashMap<Meaning, Vec<u32>>; NAMES.len()] = Default::default();
    let broader: Vec<Vec<TopicId>> = chronicle.topics().map(|topic| with_broader(chronicle, topic)).collect();
    for (id, at) in statements.iter().zip(0..) {
        let mut add = |facet: &str, meaning: Meaning| {
            let facet = NAMES.iter().position(|name| *name == facet).expect("one of the names");
            let list = found[facet].entry(meaning).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        };
        let statement = &chronicle[*id];
        let fields = &statement.entry.fields;
        add("kind", Meaning::Kind(fields.kind));
        add("fidelity", Meaning::Fidelity(fields.fidelity));
        let language = fields.language.as_ref().unwrap_or(&config.language);
        add("language", Meaning::Language(language.clone()));
        // A withdrawn record is found by its title, and not by what it was about.
        if statement.is_withdrawn() {
            continue;
        }
        for topic in statement.topics.iter().flat_map(|topic| &broader[topic.index()]) {
            add("topic", Meaning::Subject(Subject::Topic(*topic)));
        }
        for speaker in &statement.speakers {
            let subject = match speaker {
                Speaker::Person(person, _) => Subject::Person(*person),
                Speaker::Organization(body) => Subject::Organization(*body),
                Speaker::Country(country) => Subject::Country(*country),
                Speaker::Office { .. } => continue,
            };
            add("speaker", Meaning::Subject(subject));
        }
        for subject in chronicle.subjects_of(*id) {
            match subject {
                Subject::Country(_) => add("country", Meaning::Subject(*subject)),
                Subject::Organization(_) => add("organization", Meaning::Subject(*subject)),
                Subject::Topic(_) | Subject::Person(_) | Subject::Place(_) | Subject::Event(_) => {}
            }
        }
    }
    NAMES.into_iter().zip(found).map(|(name, found)| facet(chronicle, name, found, numbers)).collect()
}

fn facet(
    chronicle: &Chronicle,
    name: &'static str,
    found: FxHashMap<Meaning, Vec<u32>>,
    numbers: &[Number],
) -> ListedFacet {
    let ids: FxHashMap<&Meaning, String> = found.keys().map(|meaning| (meaning, meaning.id(chronicle))).collect();
    let broader = |meaning: &Meaning| match meaning {
        Meaning::Subject(Subject::Topic(topic)) => {
            let above = chronicle[*topic].broader.iter();
            above.filter_map(|above| ids.get(&Meaning::Subject(Subject::Topic(*above)))).next().cloned()
        }
        _ => None,
    };
    let values = found.iter().map(|(meaning, statements)| {
        let value = Value { id: ids[meaning].clone(), broader: broader(meaning), statements: statements.clone() };
        (value, meaning.clone())
    });
    let mut values: Vec<(Value, Meaning)> = values.collect();
    values.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    let (values, meanings) = values.into_iter().unzip();
    ListedFacet { facet: Facet::of(name, values, numbers), meanings }
}

/// A topic with the broader ones next to it.
fn with_broader(chronicle: &Chronicle, topic: TopicId) -> Vec<TopicId> {
    let mut all = vec![topic];
    let mut at = 0;
    while at < all.len() && all.len() <= MOST_BROADER {
        for above in &chronicle[all[at]].broader {
            if all.len() <= MOST_BROADER && !all.contains(above) {
                all.push(*above);
            }
        }
        at += 1;
    }
    all
}

impl Meaning {
    /// What it is called in addresses.
    pub(crate) fn id(&self, chronicle: &Chronicle) -> String {
        match self {
            Meaning::Subject(subject) => match subject.record() {
                Ok(record) => chronicle.id(record).as_str().to_owned(),
                // In capitals, as no id of a record is: a body may have the id `au`.
                Err(country) => country.code().to_owned(),
            },
            Meaning::Kind(kind) => kind.word().to_owned(),
            Meaning::Fidelity(fidelity) => fidelity.word().to_owned(),
            Meaning::Language(language) => language.as_str().to_owned(),
        }
    }

    pub(super) fn label(&self, builder: &PageBuilder<'_>) -> String {
        match self {
            Meaning::Subject(subject) => builder.subject_name(*subject),
            Meaning::Kind(kind) => builder.messages.word(&format!("kind_{}", kind.word())),
            Meaning::Fidelity(fidelity) => builder.messages.word(&format!("fidelity_short_{}", fidelity.word())),
            Meaning::Language(language) => builder.messages.language(language.as_str()),
        }
    }
}

/// What the page of search is asked in order to find what is listed under a subject, where there is such a facet.
pub(crate) fn query(chronicle: &Chronicle, subject: Subject) -> Option<String> {
    let facet = match subject {
        Subject::Topic(_) => "topic",
        Subject::Person(_) => "speaker",
        Subject::Organization(_) => "organization",
        Subject::Country(_) => "country",
        Subject::Place(_) | Subject::Event(_) => return None,
    };
    Some(format!("{facet}={}", Meaning::Subject(subject).id(chronicle)))
}

/// What the page of search is asked in order to find what is of a year.
pub(crate) fn years(year: ListedYear) -> String {
    format!("from={}&to={}", year.first(), year.last())
}
