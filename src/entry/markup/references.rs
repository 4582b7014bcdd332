//! Footnotes and link definitions that are unused, or shadowed by another of the same label.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{RefDefs, Tag};

use super::{Markup, short};
use crate::diagnostic::Code;

/// The footnotes and link definitions of a text, and which of them are used.
#[derive(Debug)]
pub(super) struct References {
    /// Footnotes by label in lower case.
    notes: BTreeMap<String, Note>,
    /// Start offsets of the link definitions that are used.
    used: Vec<usize>,
    /// Ranges of leaf blocks, which cannot contain a link definition; empty where the text has no definitions.
    blocks: Vec<Range<usize>>,
    has_definitions: bool,
}

#[derive(Debug, Default)]
struct Note {
    definition: Option<Range<usize>>,
    is_used: bool,
}

impl References {
    pub(super) fn of(definitions: &RefDefs<'_>) -> References {
        References {
            notes: BTreeMap::new(),
            used: Vec::new(),
            blocks: Vec::new(),
            has_definitions: definitions.iter().next().is_some(),
        }
    }

    pub(super) fn use_note(&mut self, label: &str) {
        self.notes.entry(label.to_lowercase()).or_default().is_used = true;
    }

    pub(super) fn use_definition(&mut self, label: &str, definitions: &RefDefs<'_>) {
        if self.has_definitions
            && let Some(definition) = definitions.get(label)
        {
            self.used.push(definition.span.start);
        }
    }

    pub(super) fn start_block(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        if self.has_definitions && is_leaf(tag) {
            self.blocks.push(range.clone());
        }
    }

    /// Whether an offset is in a leaf block; the blocks are sorted by offset.
    fn is_in_block(&self, place: usize) -> bool {
        let next = self.blocks.partition_point(|block| block.start <= place);
        next.checked_sub(1).is_some_and(|last| self.blocks[last].contains(&place))
    }
}

impl Markup<'_> {
    pub(super) fn note(&mut self, label: &str, range: &Range<usize>) {
        let note = self.references.notes.entry(label.to_lowercase()).or_default();
        if note.definition.is_none() {
            note.definition = Some(range.clone());
            return;
        }
        let message = format!("another footnote has the label `[^{}]`: this one is not shown", short(label));
        let help = "give it a label of its own, and refer to it by that";
        self.find(Code::UnusedDefinition, &self.first_line(range), message, help);
    }

    pub(super) fn find_unused_notes(&mut self) {
        let unused = std::mem::take(&mut self.references.notes).into_iter().filter(|(_, note)| !note.is_used);
        for (label, range) in unused.filter_map(|(label, note)| Some((label, note.definition?))) {
            let message = format!("nothing refers to the footnote `[^{}]`: it is not shown", short(&label));
            let help = "write its label where it belongs in the text, or take it out";
            self.find(Code::UnusedDefinition, &self.first_line(&range), message, help);
        }
    }

    pub(super) fn find_unused_definitions(&mut self, definitions: &RefDefs<'_>) {
        if !self.references.has_definitions {
            return;
        }
        self.references.used.sort_unstable();
        let mut starts = Vec::new();
        for (label, definition) in definitions.iter() {
            starts.push(definition.span.start);
            if self.references.used.binary_search(&definition.span.start).is_err() {
                let message = format!("no link uses the definition `[{}]`: it is not shown", short(label));
                let help = format!("write `[…][{}]` where the link belongs, or take it out", short(label));
                self.find(Code::UnusedDefinition, &self.first_line(&definition.span.clone()), message, help);
            }
        }
        starts.sort_unstable();
        // The parser keeps the first definition of each label.
        let mut line = 0;
        while line < self.text.len() {
            let end = memchr::memchr(b'\n', &self.text.as_bytes()[line..]).map_or(self.text.len(), |at| line + at + 1);
            let own = self.text[line..end].trim_start_matches([' ', '>', '\t']);
            let start = end - own.len();
            let label = own.strip_prefix('[').and_then(|rest| rest.split_once("]:")).map(|(label, _)| label);
            if let Some(label) = label.filter(|label| definitions.get(label.trim()).is_some())
                && starts.binary_search(&start).is_err()
                && !self.references.is_in_block(start)
            {
                let message = format!("another definition has the label `[{}]`: this one is not used", short(label));
                let help = "give it a label of its own, or take it out";
                self.find(Code::UnusedDefinition, &(start..start + own.trim_end().len()), message, help);
            }
            line = end;
        }
    }
}

/// Whether a block cannot contain a link definition.
fn is_leaf(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_))
}
