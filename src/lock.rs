//! `chronicle.lock`: what is published, so that a change of it is seen. One line for each id, sorted:
//!
//! ```text
//! # chronicle.lock 1: the published record, written by `chronicle lock`
//! 2006-02-02-first statement date=2006-02-02 speakers=ann-lee sources=5f1d… quotations=q1:0a3c…,q2:gone
//! trade topic
//! ```
//!
//! A quotation keeps its anchor by the hash of its words; a number that is `gone` is never given again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::ops::Range;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::merge;
use crate::entry::Kind;
use crate::entry::id::Id;
use crate::input::{InputId, Inputs, LOCK, ReadError, Span};

/// How the first line begins; any other means that the file is not of this version.
const VERSION: &str = "# chronicle.lock 1:";

/// The published record, by id.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    lines: BTreeMap<Id, Line>,
    /// The file it was read from.
    input: Option<InputId>,
    /// As it was read.
    text: String,
}

/// What is known of an id.
#[derive(Clone, Debug)]
pub struct Line {
    /// The kind of record.
    pub kind: Kind,
    /// What was published; only of statements, and not of those whose id is a former one.
    pub statement: Option<Published>,
    /// Where the line is in the file.
    range: Range<usize>,
}

/// What was published of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// When it was said.
    pub date: String,
    /// Ids of people, or offices as `office:<title>@<organization>`.
    pub speakers: Vec<String>,
    /// A number for each source.
    pub sources: Vec<u64>,
    /// How many corrections it has.
    pub corrections: usize,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// The quotations in the order of the text: number of the anchor, and the hash of the words unless they are gone.
    pub quotations: Vec<(u32, Option<u64>)>,
}

impl Lock {
    /// A lock of these lines.
    pub fn of(lines: impl IntoIterator<Item = (Id, Kind, Option<Published>)>) -> Lock {
        let lines = lines.into_iter().map(|(id, kind, statement)| (id, Line { kind, statement, range: 0..0 }));
        Lock { lines: lines.collect(), input: None, text: String::new() }
    }

    /// Every id with what is known of it, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&Id, &Line)> {
        self.lines.iter()
    }

    /// What is known of an id.
    pub fn get(&self, id: &str) -> Option<&Line> {
        self.lines.get(id)
    }

    /// The file as it was read; empty where there is none.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a line is.
    pub fn span(&self, line: &Line) -> Option<Span> {
        Some(Span::new(self.input?, line.range.clone()))
    }

    /// The file.
    pub fn file(&self) -> Option<Span> {
        self.input.map(Span::file)
    }

    /// What was published of the statement `id`, or of one of its former ids.
    pub fn published<'a>(&self, id: &'a str, former: impl IntoIterator<Item = &'a str>) -> Option<(&Line, &Published)> {
        let mut lines = std::iter::once(id).chain(former).filter_map(|id| self.get(id));
        lines.find_map(|line| Some((line, line.statement.as_ref()?)))
    }
}

/// Reads the lock of a site; one without any line where it has none.
///
/// # Errors
/// [`ReadError`] where the file cannot be read.
pub fn read(inputs: &Inputs) -> Result<Checked<Lock>, ReadError> {
    let Some(input) = inputs.find(LOCK) else { return Ok(Checked { value: Lock::default(), findings: Vec::new() }) };
    let bytes = inputs.bytes(input)?;
    let (mut lines, mut findings) = (BTreeMap::new(), Vec::new());
    let mut refuse = |range: Range<usize>, reason: String| {
        let help = "put the line back from the history of the repository; only `chronicle lock` changes this file";
        findings.push(Diagnostic::error(Code::BadLock, Span::new(input, range), reason).help(Some(help.to_owned())));
    };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            refuse(error.valid_up_to()..error.valid_up_to() + 1, "the file is not UTF-8 text".to_owned());
            return Ok(Checked { value: Lock { lines, input: Some(input), text: String::new() }, findings });
        }
    };
    if let Some(fault) = merge::unresolved(&bytes, true) {
        let value = Lock { lines, input: Some(input), text };
        return Ok(Checked { value, findings: vec![fault.at(input, 0)] });
    }
    if !text.starts_with(VERSION) {
        let end = text.lines().next().map_or(0, str::len);
        refuse(0..end, format!("the first line does not begin with `{VERSION}`"));
        return Ok(Checked { value: Lock { lines, input: Some(input), text }, findings });
    }
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let range = start..start + whole.trim_end().len();
        start += whole.len();
        if whole.starts_with('#') || whole.trim().is_empty() {
            continue;
        }
        match line(whole.trim_end()) {
            Ok((id, kind, statement)) => {
                let known = lines.insert(id.clone(), Line { kind, statement, range: range.clone() });
                if known.is_some() {
                    refuse(range, format!("`{id}` has two lines"));
                }
            }
            Err(reason) => refuse(range, reason),
        }
    }
    Ok(Checked { value: Lock { lines, input: Some(input), text }, findings })
}

fn line(text: &str) -> Result<(Id, Kind, Option<Published>), String> {
    let mut words = text.split(' ');
    let word = words.next().unwrap_or_default();
    let id = Id::new(word).map_err(|reason| format!("`{word}` is no id: {reason}"))?;
    let noun = words.next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.noun() == noun);
    let kind = kind.ok_or_else(|| format!("`{noun}` is no kind of record"))?;
    let mut published: Option<Published> = None;
    let mut keys = BTreeSet::new();
    for word in words {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        let refused = || format!("`{word}` cannot be read");
        if !keys.insert(key) {
            return Err(format!("`{key}` stands twice in the line"));
        }
        let published = published.get_or_insert_default();
        match key {
            "date" => published.date = value.to_owned(),
            "speakers" => published.speakers = list(value).map(str::to_owned).collect(),
            "sources" => published.sources = list(value).map(number).collect::<Option<_>>().ok_or_else(refused)?,
            "corrections" => published.corrections = value.parse().map_err(|_| refused())?,
            "withdrawn" => published.withdrawn = true,
            "quotations" => {
                published.quotations = list(value).map(quotation).collect::<Option<_>>().ok_or_else(refused)?;
                // One anchor leads to one quotation.
                let mut numbers = BTreeSet::new();
                if let Some((twice, _)) = published.quotations.iter().find(|(number, _)| !numbers.insert(*number)) {
                    return Err(format!("`q{twice}` stands twice in the line"));
                }
            }
            _ => return Err(refused()),
        }
    }
    Ok((id, kind, published))
}

fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|item| !item.is_empty())
}

fn number(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

fn quotation(text: &str) -> Option<(u32, Option<u64>)> {
    let (anchor, hash) = text.strip_prefix('q')?.split_once(':')?;
    Some((anchor.parse().ok()?, if hash == "gone" { None } else { Some(number(hash)?) }))
}

impl Line {
    /// The line as it is written, without the id.
    pub fn words(&self) -> String {
        match &self.statement {
            Some(statement) => format!("{} {statement}", self.kind.noun()),
            None => self.kind.noun().to_owned(),
        }
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{VERSION} the published record, written by `chronicle lock`")?;
        self.lines.iter().try_for_each(|(id, line)| {
            write!(f, "{id} {}", line.kind.noun())?;
            if let Some(statement) = &line.statement {
                write!(f, " {statement}")?;
            }
            f.write_char('\n')
        })
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources: Vec<String> = self.sources.iter().map(|source| format!("{source:016x}")).collect();
        write!(f, "date={} speakers={} sources={}", self.date, self.speakers.join(","), sources.join(","))?;
        if self.corrections > 0 {
            write!(f, " corrections={}", self.corrections)?;
        }
        if self.withdrawn {
            f.write_str(" withdrawn")?;
        }
        if !self.quotations.is_empty() {
            let quotation = |(number, hash): &(u32, Option<u64>)| match hash {
                Some(hash) => format!("q{number}:{hash:016x}"),
                None => format!("q{number}:gone"),
            };
            let quotations: Vec<String> = self.quotations.iter().map(quotation).collect();
            write!(f, " quotations={}", quotations.join(","))?;
        }
        Ok(())
    }
}

/// The numbers of the anchors of quotations, given the hashes of their words and what was published.
///
/// Words keep their number wherever they stand. Where words between two that are known were replaced by as many others,
/// these take over the numbers. All others get the next numbers that nothing ever had.
pub fn anchors(published: &[(u32, Option<u64>)], now: &[u64]) -> Box<[u32]> {
    let mut taken = vec![false; published.len()];
    let mut places: Vec<Option<usize>> = now
        .iter()
        .map(|hash| {
            let free =
                |(at, (_, known)): (usize, &(u32, Option<u64>))| (!taken[at] && *known == Some(*hash)).then_some(at);
            let place = published.iter().enumerate().find_map(free)?;
            taken[place] = true;
            Some(place)
        })
        .collect();
    let mut start = 0;
    while start < places.len() {
        if places[start].is_some() {
            start += 1;
            continue;
        }
        let end = places[start..].iter().position(Option::is_some).map_or(places.len(), |length| start + length);
        let from = start.checked_sub(1).map_or(Some(0), |before| places[before].map(|place| place + 1));
        let to = places.get(end).map_or(Some(published.len()), |place| *place);
        if let (Some(from), Some(to)) = (from, to) {
            let replaced: Vec<usize> =
                (from..to).filter(|place| !taken[*place] && published[*place].1.is_some()).collect();
            if replaced.len() == end - start {
                replaced.into_iter().zip(start..end).for_each(|(place, at)| {
                    taken[place] = true;
                    places[at] = Some(place);
                });
            }
        }
        start = end;
    }
    let mut last = published.iter().map(|(number, _)| *number).max().unwrap_or_default();
    let number = |place: Option<usize>| match place {
        Some(place) => published[place].0,
        None => {
            last = last.saturating_add(1);
            last
        }
    };
    places.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::{Published, anchors, line};

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let published = Published {
            date: "2006-02-01/2006-02-03".into(),
            speakers: vec!["ann-lee".into(), "office:envoy@un".into()],
            sources: vec![1, u64::MAX],
            corrections: 2,
            withdrawn: true,
            quotations: vec![(3, Some(7)), (1, None)],
        };
        let text = format!("first statement {published}");
        let (id, _, read) = line(&text).expect("it was written");
        assert_eq!((id.as_str(), read), ("first", Some(published)));
        assert!(line("trade topic").expect("it was written").2.is_none());
        for bad in [
            "",
            "<<<<<<< ours",
            "first",
            "first record",
            "first statement sources=x",
            "first statement q1",
            "first statement quotations=1:2",
            "first statement corrections=-1",
        ] {
            assert!(line(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn without_a_lock_quotations_are_counted() {
        assert_eq!(*anchors(&[], &[9, 9, 8]), [1, 2, 3]);
    }

    #[test]
    fn words_keep_their_number() {
        let published = [(1, Some(10)), (2, Some(20)), (3, Some(30))];
        assert_eq!(*anchors(&published, &[10, 20, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[99, 10, 20, 30]), [4, 1, 2, 3], "put in at the start");
        assert_eq!(*anchors(&published, &[10, 98, 20, 99, 30]), [1, 4, 2, 5, 3], "put in between");
        assert_eq!(*anchors(&published, &[30, 10, 20]), [3, 1, 2], "put in another order");
        assert_eq!(*anchors(&published, &[10, 30]), [1, 3], "taken out");
    }

    #[test]
    fn words_that_replace_others_take_over_their_number() {
        let published = [(1, Some(10)), (2, Some(20)), (3, Some(30))];
        assert_eq!(*anchors(&published, &[10, 21, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[11, 21, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[10, 21, 22, 30]), [1, 4, 5, 3], "nobody knows which of the two it was");
        assert_eq!(*anchors(&[(2, Some(20)), (1, None)], &[20, 99]), [2, 3], "what is gone is never given again");
    }
}
