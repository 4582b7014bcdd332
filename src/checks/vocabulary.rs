//! Rules about the records around statements: topics that nothing uses, statements recorded twice, texts that no source
//! names.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::Compared;
use crate::chronicle::{Chronicle, DEEPEST_TOPIC, Speaker, StatementId, Subject};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::Step;
use crate::entry::date::Date;
use crate::entry::locate;
use crate::entry::shape::TextOr;
use crate::input::{Inputs, Span};

/// Topics that no statement has, or only one; and those on the first level that is too deep.
pub(super) fn topics(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for topic in chronicle.topics() {
        let entry = &chronicle[topic].entry;
        if chronicle.level(topic) == DEEPEST_TOPIC + 1 {
            let span = locate(inputs, entry.input, &[Step::Key("broader")]);
            let message = format!("there are {DEEPEST_TOPIC} levels of topics above `{}`", entry.id);
            let help = "name a topic nearer to the top as `broader`";
            findings.push(Diagnostic::lint(Code::DeepTopic, span, message).help(Some(help.to_owned())));
        }
        let span = || locate(inputs, entry.input, &[Step::Key("label")]);
        if !chronicle.has_page(topic) {
            let message = format!("no statement has the topic `{}` or one below it", entry.id);
            let help = "use it, or remove the file";
            findings.push(Diagnostic::lint(Code::OrphanTopic, span(), message).help(Some(help.to_owned())));
        } else if chronicle.under(Subject::Topic(topic)).len() == 1 && chronicle[topic].narrower.is_empty() {
            let message = format!("only one statement has the topic `{}`", entry.id);
            let help = "use a topic that has more, if one says as much";
            findings.push(Diagnostic::lint(Code::TopicUsedOnce, span(), message).help(Some(help.to_owned())));
        }
    }
    findings
}

/// Statements of the same speakers on the same date with nearly the same title or text; with the comparisons that found
/// nothing, for the next run. `known` are those of the run before.
pub(super) fn duplicates(chronicle: &Chronicle, inputs: &Inputs, known: &Compared) -> Checked<Compared> {
    let mut days: HashMap<(Date, Vec<&str>), Vec<StatementId>> = HashMap::new();
    for id in chronicle.statements().filter(|id| !chronicle[*id].is_withdrawn()) {
        let statement = &chronicle[id];
        let name = |speaker| match speaker {
            &Speaker::Person(person, _) => chronicle[person].entry.id.as_str(),
            Speaker::Office { title, .. } => title,
            &Speaker::Organization(body) => chronicle[body].entry.id.as_str(),
            Speaker::Country(country) => country.code(),
        };
        let mut speakers: Vec<&str> = statement.speakers.iter().map(name).collect();
        speakers.sort_unstable();
        days.entry((*statement.date(), speakers)).or_default().push(id);
    }
    let mut days: Vec<Vec<StatementId>> = days.into_values().filter(|ids| ids.len() > 1).collect();
    days.sort_unstable();
    let compared = days.par_iter().map(|ids| {
        let key = compared(chronicle, ids);
        let findings = match known.contains_key(&key) {
            true => Vec::new(),
            false if ids.len() > COMPARED => vec![not_compared(chronicle, inputs, ids)],
            false => twins(chronicle, inputs, ids),
        };
        (key, findings)
    });
    let mut checked = Checked { value: Compared::new(), findings: Vec::new() };
    for (key, findings) in compared.collect::<Vec<_>>() {
        if findings.is_empty() {
            checked.value.insert(key, Arc::default());
        }
        checked.findings.extend(findings);
    }
    checked
}

/// How many statements of the same speakers and date are compared, each with each.
const COMPARED: usize = 500;

/// What is said of statements that are too many to be compared, at the first that is too many.
fn not_compared(chronicle: &Chronicle, inputs: &Inputs, ids: &[StatementId]) -> Diagnostic {
    let span = locate(inputs, chronicle[ids[COMPARED]].entry.input, &[Step::Key("date")]);
    let message = format!("{} statements of the same speakers have this date: they are not compared", ids.len());
    let help = format!("give each its day; of more than {COMPARED} statements, those that stand twice are not found");
    Diagnostic::lint(Code::DuplicateStatement, span, message).help(Some(help))
}

/// A number for all that [`twins`] compares.
fn compared(chronicle: &Chronicle, ids: &[StatementId]) -> u64 {
    let mut hash = Xxh3::new();
    "duplicates".hash(&mut hash);
    ids.iter().for_each(|id| chronicle[*id].entry.hash.hash(&mut hash));
    hash.finish()
}

/// Those of some statements of the same speakers and date that say nearly the same as one before.
fn twins(chronicle: &Chronicle, inputs: &Inputs, ids: &[StatementId]) -> Vec<Diagnostic> {
    let mut texts = Texts { chronicle, inputs, known: BTreeMap::new() };
    let title = |id: StatementId| chronicle[id].entry.fields.title.as_str().to_lowercase();
    let is_titled_so = |id: StatementId, other: StatementId| {
        let (one, other) = (title(id), title(other));
        let (length, other_length) = (one.chars().count(), other.chars().count());
        // What differs more in length or letters is no nearer than that.
        let least = length.abs_diff(other_length).max(letters_apart(&one, &other));
        least * 8 <= length && strsim::osa_distance(&one, &other) * 8 <= length
    };
    let mut findings = Vec::new();
    for (position, id) in ids.iter().enumerate().skip(1) {
        let others = || ids[..position].iter();
        // Answers on one day are often titled alike but for a word; then the texts tell them apart.
        let mut is_titled_so = |other: &&StatementId| {
            title(*id) == title(**other) || is_titled_so(*id, **other) && !texts.are_apart(*id, **other)
        };
        let twin = others().find(|other| is_titled_so(other)).map(|other| (other, "title"));
        let twin = twin.or_else(|| others().find(|other| texts.are_near(*id, **other)).map(|other| (other, "text")));
        if let Some((twin, what)) = twin {
            let span = locate(inputs, chronicle[*id].entry.input, &[Step::Key("title")]);
            let message = format!("this may be the statement `{}` again", chronicle[*twin].entry.id);
            let label = format!("same speaker, same date, and nearly this {what}");
            let finding = Diagnostic::lint(Code::DuplicateStatement, span, message)
                .label(Span::file(chronicle[*twin].entry.input), label)
                .help(Some("keep one of the two, or say in titles and texts how they differ".to_owned()));
            findings.push(finding);
        }
    }
    findings
}

/// How many letters one of two texts has more than the other: so many at least would have to be changed to make one of the
/// other. Letters outside ASCII are taken for one.
fn letters_apart(one: &str, other: &str) -> usize {
    let mut counts = [0_isize; 129];
    let class = |letter: char| usize::try_from(u32::from(letter)).map_or(128, |letter| letter.min(128));
    one.chars().for_each(|letter| counts[class(letter)] += 1);
    other.chars().for_each(|letter| counts[class(letter)] -= 1);
    let more = |sign: isize| counts.iter().map(|count| (count * sign).max(0).unsigned_abs()).sum::<usize>();
    more(1).max(more(-1))
}

/// The texts of statements that may be the same, as sorted hashes of runs of words.
struct Texts<'a> {
    chronicle: &'a Chronicle,
    inputs: &'a Inputs,
    known: BTreeMap<StatementId, Vec<u64>>,
}

impl Texts<'_> {
    /// Words in a run: enough that two texts do not share one by chance.
    const RUN: usize = 4;
    /// Texts with fewer runs are alike too easily.
    const FEWEST: usize = 20;

    /// Whether nine tenths of the runs of words in the shorter text are in the other. Texts whose lengths are far apart
    /// are not read.
    fn are_near(&mut self, one: StatementId, other: StatementId) -> bool {
        let [shorter, longer] = {
            let mut lengths = [one, other].map(|id| self.chronicle[id].entry.body.range().len());
            lengths.sort_unstable();
            lengths
        };
        if shorter * 6 < longer * 5 {
            return false;
        }
        let (shared, fewer) = self.shared(one, other);
        fewer >= Self::FEWEST && shared * 10 >= fewer * 9
    }

    /// Whether both are long enough to tell, and share less than a fifth of the runs of words.
    fn are_apart(&mut self, one: StatementId, other: StatementId) -> bool {
        let (shared, fewer) = self.shared(one, other);
        fewer >= Self::FEWEST && shared * 5 < fewer
    }

    /// How many runs of words two texts share, and how many the shorter has.
    fn shared(&mut self, one: StatementId, other: StatementId) -> (usize, usize) {
        for id in [one, other] {
            if !self.known.contains_key(&id) {
                let runs = self.runs(id);
                self.known.insert(id, runs);
            }
        }
        let (one, other) = (&self.known[&one], &self.known[&other]);
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        // Both are in order: each look goes on where the last one ended.
        let mut rest = many.as_slice();
        let is_shared = |run: &&u64| {
            let mut step = 1;
            while rest.get(step - 1).is_some_and(|other| other < *run) {
                step *= 2;
            }
            let near = &rest[step / 2..rest.len().min(step)];
            rest = &rest[step / 2 + near.partition_point(|other| other < *run)..];
            rest.first() == Some(*run)
        };
        (few.iter().filter(is_shared).count(), few.len())
    }

    /// Hashes of the runs of words; none where the file cannot be read, which others report.
    fn runs(&self, id: StatementId) -> Vec<u64> {
        let entry = &self.chronicle[id].entry;
        let Ok(bytes) = self.inputs.bytes(entry.input) else { return Vec::new() };
        let text = String::from_utf8_lossy(bytes.get(entry.body.range()).unwrap_or_default());
        let words = words(&text);
        let run = |run: &[u64]| run.iter().fold(0_u64, |hash, word| hash.rotate_left(7) ^ word);
        let mut runs: Vec<u64> = words.windows(Self::RUN).map(run).collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    }
}

/// A hash (FNV-1a) of each word of a text, in small letters.
fn words(text: &str) -> Vec<u64> {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut word = START;
    let mut take = |letter: char| {
        if letter.is_alphanumeric() {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                word = (word ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        } else if word != START {
            words.push(std::mem::replace(&mut word, START));
        }
    };
    for letter in text.chars() {
        if letter.is_ascii() {
            take(letter.to_ascii_lowercase());
        } else {
            // The sigma at the end of a Greek word has a form of its own, in small letters only.
            letter.to_lowercase().map(|letter| if letter == 'ς' { 'σ' } else { letter }).for_each(&mut take);
        }
    }
    take(' ');
    words
}

/// Kept texts that no statement names as a source.
pub(super) fn source_texts(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for id in chronicle.statements() {
        used.extend(chronicle[id].entry.fields.sources.as_slice().iter().filter_map(|source| match source {
            TextOr::Map(source) => source.text.as_ref().map(|text| text.as_str()),
            TextOr::Text(_) => None,
        }));
    }
    let kept = inputs.under("content/sources/");
    let unused = kept.filter(|(_, file)| file.path().strip_prefix("content/").is_some_and(|path| !used.contains(path)));
    unused
        .map(|(input, file)| {
            let message = format!("no source names the text `{}`", file.path());
            Diagnostic::lint(Code::UnusedSourceText, Span::file(input), message)
                .help(Some("name it as `text:` of a source, or remove it".to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{letters_apart, words};

    #[test]
    fn words_are_the_same_whatever_their_case_and_what_stands_between() {
        assert_eq!(words("We agree: peace, 2006!"), words("WE «AGREE»\nPeace 2006"));
        assert_eq!(words("Мы за мир"), words("мы ЗА Мир."));
        assert_eq!(words("ΛΟΓΟΣ ΕΙΡΗΝΗΣ"), words("λογος ειρηνης"));
        assert_eq!(words("a b").len(), 2);
        assert_ne!(words("a b"), words("ab"));
        assert_ne!(words("peace"), words("place"));
        assert!(words(" — ").is_empty());
    }

    #[test]
    fn no_distance_is_less_than_that_of_the_letters() {
        let titles = ["", "on trade", "on trades", "no trade", "On the tarde", "о торговле", "о торговли", "мир"];
        for one in titles {
            for other in titles {
                assert!(letters_apart(one, other) <= strsim::osa_distance(one, other), "`{one}` `{other}`");
            }
        }
        assert_eq!(letters_apart("aab", "abcd"), 2);
    }
}
