//! YAML documents: read by `serde_yaml`, and where that fails, explained from the events of `saphyr-parser`, which have
//! spans.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde::de::{DeserializeOwned, IgnoredAny};

use super::{Fault, Node, Pair, Value};
use crate::diagnostic::Code;
pub(crate) use pair::pair;
use repair::{Reads, Refused};

mod line;
mod pair;
mod repair;
mod value;

/// The deepest nesting that is explained; below it, the error of `serde_yaml` stands alone.
const DEEPEST: usize = 32;

/// Reads a document.
///
/// # Errors
/// Everything that is wrong with it, in the order of its places.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Fault>> {
    let error = match serde_yaml::from_str(text) {
        Ok(value) => {
            let mut faults = named(text);
            if has_coded_number(text) {
                faults.extend(tree(text).and_then(|node| super::read::<T>(&node, text).err()).unwrap_or_default());
            }
            return if faults.is_empty() { Ok(value) } else { Err(faults) };
        }
        Err(error) => error,
    };
    if let Some(node) = tree(text).filter(|node| matches!(node.value, Value::Map(_))) {
        let faults = super::read::<T>(&node, text).err().unwrap_or_default();
        if !faults.is_empty() {
            return Err(faults);
        }
    }
    let faults = with_repairs::<T>(text);
    if !faults.is_empty() {
        return Err(faults);
    }
    if let Some(node) = tree(text) {
        let faults = super::read::<T>(&node, text).err().unwrap_or_default();
        if !faults.is_empty() {
            return Err(faults);
        }
    }
    let error = serde_yaml::from_str::<IgnoredAny>(text).err().unwrap_or(error);
    // `serde_yaml` appends the position to its message; the report shows it anyway.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().trim_end_matches(['.', ',']);
    let index = error.location().map_or(0, |location| location.index());
    Err(vec![Fault {
        code: Code::BadYaml,
        message: format!("not YAML: {message}"),
        help: None,
        range: char_at(text, index),
        fix: Vec::new(),
    }])
}

/// Whether a word of a document may be a number to another base, which `serde_yaml` reads as such: nobody means the year 2006
/// by `0x7d6`. The tree with spans has it as a text.
fn has_coded_number(text: &str) -> bool {
    let is_coded = |word: &str| {
        let digits = ["0x", "0o", "0b"].iter().find_map(|base| word.strip_prefix(base));
        digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    ["0x", "0o", "0b"].iter().any(|base| text.contains(base))
        && text.split(|c: char| c.is_whitespace() || "[]{},+-".contains(c)).any(is_coded)
}

/// The most repairs per document; each means parsing it again.
const MOST_REPAIRS: usize = 10;

/// Reads documents as values of a type.
struct As<T>(PhantomData<T>);

impl<T: DeserializeOwned> Reads for As<T> {
    fn faults(&self, document: &str) -> Result<usize, Refused> {
        let Err(error) = serde_yaml::from_str::<T>(document) else { return Ok(0) };
        // A type error may hide a syntax error further below.
        let error = serde_yaml::from_str::<IgnoredAny>(document).err().unwrap_or(error);
        let node = tree(document).filter(|node| matches!(node.value, Value::Map(_)));
        // A document that only `serde_yaml` refuses has a tag.
        let faults = node.and_then(|node| super::read::<T>(&node, document).err());
        faults.map(|faults| faults.len()).ok_or_else(|| {
            let at = error.location().map_or(0, |location| location.index());
            Refused { at, why: error.to_string().split(" at ").next().unwrap_or_default().to_owned() }
        })
    }
}

/// The syntax errors of a document with their repairs, and the other faults after these; empty where no repair is
/// known.
fn with_repairs<T: DeserializeOwned>(text: &str) -> Vec<Fault> {
    let (original, mut text, mut faults, mut edits) = (text, text.to_owned(), Vec::new(), Vec::new());
    while let Some(repair) = repair::first(&text, &As::<T>(PhantomData)).filter(|_| faults.len() < MOST_REPAIRS) {
        let range = before(&edits, repair.range.start)..before(&edits, repair.range.end);
        let (code, message, help) = (Code::BadYaml, format!("not YAML: {}", repair.message), Some(repair.help));
        let fix = if repair.is_certain { at_first(original, &text, &edits, &repair.edits) } else { Vec::new() };
        faults.push(Fault { code, message, help, range, fix });
        text = repair::repaired(&text, &repair.edits);
        edits.push(repair.edits);
    }
    if faults.is_empty() {
        return faults;
    }
    if let Some(node) = tree(&text) {
        let more = super::read::<T>(&node, &text).err().unwrap_or_default();
        // Fixes of these refer to the repaired text, so they are left out until the file has been repaired.
        let original = |fault: Fault| {
            let range = before(&edits, fault.range.start)..before(&edits, fault.range.end);
            Fault { range, fix: Vec::new(), ..fault }
        };
        faults.extend(more.into_iter().map(original));
    }
    faults.sort_by_key(|fault| (fault.range.start, fault.range.end));
    faults
}

/// Maps edits of a repaired text back to the original; none where they overlap the repair.
fn at_first(
    original: &str,
    text: &str,
    made: &[Vec<(Range<usize>, String)>],
    edits: &[(Range<usize>, String)],
) -> Vec<(Range<usize>, String)> {
    let edit = |(range, new): &(Range<usize>, String)| {
        let there = before(made, range.start)..before(made, range.end);
        (original.get(there.clone()) == text.get(range.clone())).then(|| (there, new.clone()))
    };
    edits.iter().map(edit).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Texts that begin with `&`: YAML reads the first word as an anchor and drops it. Anchors that an alias uses are fine.
fn named(text: &str) -> Vec<Fault> {
    if !text.contains('&') {
        return Vec::new();
    }
    let lines = line::Line::all(text);
    let is_unused = |name: &str| !name.is_empty() && !text.contains(&format!("*{name}"));
    let named = lines.iter().filter(|line| {
        let name = line.value().strip_prefix('&').and_then(|rest| rest.split([' ', '\t']).next());
        name.is_some_and(is_unused)
    });
    let fault = |line: &line::Line<'_>| Fault {
        code: Code::BadYaml,
        message: "not YAML as it is meant: `&` and the word after it are left out of the text".to_owned(),
        help: Some(format!("put the text in quotation marks: `{}`", value::quoted(&line.text[line.whole()]))),
        range: line.in_document(line.whole()),
        fix: Vec::new(),
    };
    named.map(fault).collect()
}

/// Plain scalars cut off by a `#` that may belong to the text. A real comment has a space after its `#`.
pub(crate) fn cut(text: &str) -> Vec<Fault> {
    let is_cut = |at: usize| {
        let next = text[at + 2..].chars().next();
        next.is_some_and(|next| next != '#' && !next.is_whitespace())
    };
    let places = [" #", "\t#"].into_iter().flat_map(|sign| text.match_indices(sign)).map(|(at, _)| at);
    let mut places: Vec<usize> = places.filter(|at| is_cut(*at)).collect();
    if places.is_empty() {
        return Vec::new();
    }
    places.sort_unstable();
    let mut ends = BTreeMap::new();
    if let Some(node) = tree(text) {
        node.ends(&mut ends);
    }
    let mut found = Vec::new();
    let mut last = 0;
    for at in places {
        let before = text[..at].trim_end();
        // Quoted and multi-line scalars may contain `#`.
        let Some(start) = ends.get(&before.len()).copied().filter(|_| at >= last) else { continue };
        let end = at + text[at..].find('\n').unwrap_or(text.len() - at);
        let (whole, rest) = (text[start..end].trim(), text[at..end].trim());
        last = end;
        let start = end - text[start..end].trim_start().len();
        found.push(Fault {
            code: Code::CutText,
            message: format!("`#` after a space begins a comment: `{rest}` is not read"),
            help: Some(format!(
                "put it in quotation marks, if it is part of the text: `{}`; or a space behind the `#`, if it is not",
                value::quoted(whole)
            )),
            range: start..start + whole.len(),
            fix: Vec::new(),
        });
    }
    found
}

/// Maps an offset back through all rounds of edits, latest first.
fn before(edits: &[Vec<(Range<usize>, String)>], at: usize) -> usize {
    edits.iter().rev().fold(at, |at, edits| {
        let mut shift = 0_isize;
        for (range, new) in edits {
            let start = range.start.saturating_add_signed(shift);
            if at < start {
                break;
            }
            if at < start + new.len() {
                return range.start + (at - start).min(range.len());
            }
            shift += new.len().cast_signed() - range.len().cast_signed();
        }
        at.saturating_add_signed(-shift)
    })
}

/// The bytes of the value at `path` in a document that was read before; the whole document if it has none.
pub(crate) fn locate(text: &str, path: &[super::Step<'_>]) -> Range<usize> {
    thread_local! {
        /// Caches the last tree, since a document with one finding often has more.
        static LAST: RefCell<(String, Option<Node>)> = const { RefCell::new((String::new(), None)) };
    }
    LAST.with_borrow_mut(|last| {
        if last.0 != text {
            *last = (text.to_owned(), tree(text));
        }
        last.1.as_ref().map_or(0..text.trim_end().len(), |node| node.locate(path))
    })
}

/// The character at or after byte `index`, or the last one of the text.
fn char_at(text: &str, index: usize) -> Range<usize> {
    let start = text.floor_char_boundary(index.min(text.trim_end().len()));
    let length = text[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    start..start + length
}

/// The tree of a document; none where it is not YAML, nests too deep, or uses aliases (which could unfold without end).
fn tree(text: &str) -> Option<Node> {
    let mut builder =
        Builder { offsets: text.char_indices().map(|(byte, _)| byte).collect(), length: text.len(), text };
    let mut parser = Parser::new_from_str(text);
    loop {
        match parser.next_event()?.ok()? {
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (event, span) => {
                let node = builder.node(&mut parser, &event, span, 0)?;
                return is_at_end(&mut parser).then_some(node);
            }
        }
    }
}

/// Whether nothing follows the document; further documents would be ignored.
fn is_at_end(parser: &mut Events<'_>) -> bool {
    loop {
        match parser.next_event() {
            None | Some(Ok((Event::StreamEnd, _))) => return true,
            Some(Ok((Event::DocumentEnd | Event::Nothing, _))) => {}
            _ => return false,
        }
    }
}

struct Builder<'a> {
    /// Byte offset of each character: the parser counts characters.
    offsets: Vec<usize>,
    length: usize,
    text: &'a str,
}

type Events<'a> = Parser<'a, saphyr_parser::StrInput<'a>>;

impl Builder<'_> {
    fn byte(&self, character: usize) -> usize {
        self.offsets.get(character).copied().unwrap_or(self.length)
    }

    fn range(&self, span: Span) -> Range<usize> {
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        // The span of a plain scalar may include trailing white space.
        start..start + self.text.get(start..end).map_or(0, |text| text.trim_end().len())
    }

    fn node(&mut self, parser: &mut Events<'_>, event: &Event<'_>, span: Span, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        let start = self.range(span).start;
        match event {
            Event::Scalar(text, style, ..) => Some(Node { range: self.range(span), value: scalar(text, *style) }),
            Event::SequenceStart(..) => self.list(parser, start, depth),
            Event::MappingStart(..) => self.map(parser, start, depth),
            _ => None,
        }
    }

    fn list(&mut self, parser: &mut Events<'_>, start: usize, depth: usize) -> Option<Node> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, span) = parser.next_event()?.ok()?;
            if matches!(event, Event::SequenceEnd) {
                let end = self.range(span).end.max(items.last().map_or(start, |item| item.range.end));
                let end = if self.text[..end].trim_end().len() < end { items.last()?.range.end } else { end };
                return Some(Node { range: start..end.max(start), value: Value::List(items) });
            }
            items.push(self.node(parser, &event, span, depth + 1)?);
        }
    }

    fn map(&mut self, parser: &mut Events<'_>, start: usize, depth: usize) -> Option<Node> {
        let mut pairs: Vec<Pair> = Vec::new();
        loop {
            let (event, span) = parser.next_event()?.ok()?;
            let (key, key_range) = match event {
                Event::MappingEnd => {
                    let last = pairs.last().map_or(start, |pair| pair.value.range.end.max(pair.key_range.end));
                    let start = pairs.first().map_or(start, |pair| start.min(pair.key_range.start));
                    let closed = self.text.get(start..).is_some_and(|text| text.starts_with('{'));
                    let end = if closed { self.range(span).end.max(last) } else { last };
                    return Some(Node { range: start..end.max(start), value: Value::Map(pairs) });
                }
                Event::Scalar(text, ..) => (text.into_owned(), self.range(span)),
                _ => return None,
            };
            let (event, span) = parser.next_event()?.ok()?;
            let mut value = self.node(parser, &event, span, depth + 1)?;
            if value.range.is_empty() {
                value.range = key_range.clone();
            }
            pairs.push(Pair { key, key_range, value });
        }
    }
}

/// The type of a scalar by the YAML 1.2 core schema, as `serde_yaml` has it.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => {
            let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
            let leading_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
            let numeric = digits.starts_with(|c: char| c.is_ascii_digit()) && !leading_zero;
            match (numeric, text.parse::<i64>(), text.parse::<f64>()) {
                (true, Ok(number), _) => Value::Integer(number),
                (true, _, Ok(number)) => Value::Float(number),
                _ => Value::Text(text.to_owned()),
            }
        }
    }
}
