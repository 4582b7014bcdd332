//! The words of statements: by which texts search finds them, and in which languages these are read.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, OrText, Record, Speaker, Statement, StatementId};
use crate::config::Config;
use crate::entry::authority::NameVariant;
use crate::entry::shape::TextOr;
use crate::entry::{self, TextReader};
use crate::input::{InputId, Inputs, ReadError};
use crate::language::Language;
use crate::search::{self, Day, Kept, Reader, Terms, Text, Vocabulary, Words};
use crate::theme::Messages;

/// The vocabulary of a run.
pub(crate) struct TextWords(Vocabulary);

impl TextWords {
    /// With the words that the run before had.
    pub(crate) fn after(kept: &Kept) -> TextWords {
        TextWords(Vocabulary::of(kept.words().clone()))
    }

    /// Someone to read texts, for one thread.
    pub(crate) fn reader(&self) -> Reader<'_> {
        self.0.reader()
    }
}

/// Reads the words of one text.
pub(crate) struct BlockReader<'a, 'b> {
    reader: &'a mut Reader<'b>,
    site: &'a Language,
    terms: Terms,
}

impl<'a, 'b> BlockReader<'a, 'b> {
    /// A reader of one text; `site` is the language of texts that say none.
    pub(crate) fn of(reader: &'a mut Reader<'b>, site: &'a Language) -> BlockReader<'a, 'b> {
        BlockReader { reader, site, terms: Terms::default() }
    }

    /// The words that were read.
    pub(crate) fn finish(mut self) -> Terms {
        self.terms.shrink();
        self.terms
    }
}

impl TextReader for BlockReader<'_, '_> {
    fn block(&mut self, language: Option<&Language>, text: &str) {
        self.reader.block(language.unwrap_or(self.site), text, &mut self.terms);
    }
}

/// A text of a few words, and its language.
type Block<'a> = (Cow<'a, str>, &'a Language);

/// What the words of statements are read from.
pub(super) struct StatementWords<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) inputs: &'a Inputs,
    pub(super) config: &'a Config,
    pub(super) messages: &'a Messages,
}

impl StatementWords<'_> {
    /// Reads the words of statements that are not known from the run before; `texts` are those that were read while the
    /// files were parsed.
    ///
    /// # Errors
    /// [`ReadError`] where a text has to be read again, and cannot be.
    pub(super) fn read(
        &self,
        statements: &[StatementId],
        words: TextWords,
        texts: &mut FxHashMap<InputId, Terms>,
        kept: &Kept,
    ) -> Result<(Words, Vec<search::Statement>), ReadError> {
        let kept = kept.by_body();
        let with_text = |id: &StatementId| (*id, texts.remove(&self.chronicle[*id].entry.input));
        let statements: Vec<(StatementId, Option<Terms>)> = statements.iter().map(with_text).collect();
        let read = |reader: &mut Reader<'_>, (id, text): (StatementId, Option<Terms>)| {
            let statement = &self.chronicle[id];
            let source = self.body_source(statement);
            let before = kept.get(&source).copied();
            let body = match before {
                Some(before) => before.body.clone(),
                None => self.body(statement, source, text, reader)?,
            };
            let head = self.head(statement, before.map(|before| &before.head), reader);
            Ok(search::Statement { day: Day::of(statement.date()), head, body })
        };
        let read: Result<Vec<_>, ReadError> = statements.into_par_iter().map_init(|| words.reader(), read).collect();
        drop(kept);
        Ok((words.0.into_words(), read?))
    }

    /// The hash (XXH3) of what the words of the body are read from.
    fn body_source(&self, statement: &Statement) -> u64 {
        let mut hash = Xxh3::new();
        (statement.entry.hash, self.config.language.as_str()).hash(&mut hash);
        hash.finish()
    }

    /// The words of the text, the summary and the note of context; none of a withdrawn statement.
    fn body(
        &self,
        statement: &Statement,
        mut source: u64,
        text: Option<Terms>,
        reader: &mut Reader<'_>,
    ) -> Result<Text, ReadError> {
        if statement.is_withdrawn() {
            return Ok(Text { source, terms: Arc::default() });
        }
        let (fields, site) = (&statement.entry.fields, &self.config.language);
        let mut terms = match text {
            Some(text) => text,
            None => {
                let mut blocks = BlockReader::of(reader, site);
                let parsed = entry::parse_with(self.inputs, statement.entry.input, Some(&mut blocks))?.value.parsed();
                // If the file has changed meanwhile, which fails the build, its words must not be taken for those of before.
                if parsed.is_none_or(|parsed| parsed.hash() != statement.entry.hash) {
                    source = 0;
                }
                blocks.finish()
            }
        };
        if let Some(summary) = &fields.summary {
            reader.block(site, summary.as_str(), &mut terms);
        }
        if let Some(context) = &fields.context {
            entry::each_block(context, &mut |block| reader.block(site, block, &mut terms));
        }
        terms.shrink();
        Ok(Text { source, terms: Arc::new(terms) })
    }

    /// The words of the head, from the run before where they were read from the same.
    fn head(&self, statement: &Statement, before: Option<&Text>, reader: &mut Reader<'_>) -> Text {
        let blocks = self.head_blocks(statement);
        let mut hash = Xxh3::new();
        blocks.iter().for_each(|(text, language)| (text, language.as_str()).hash(&mut hash));
        let source = hash.finish();
        if let Some(before) = before.filter(|before| before.source == source) {
            return before.clone();
        }
        let mut terms = Terms::default();
        blocks.iter().for_each(|(text, language)| reader.block(language, text, &mut terms));
        terms.shrink();
        Text { source, terms: Arc::new(terms) }
    }

    /// The title, the speakers by all their names, the topics, the event and the place, each text once; of a withdrawn
    /// statement its title.
    fn head_blocks<'a>(&'a self, statement: &'a Statement) -> Vec<Block<'a>> {
        let (chronicle, fields, site) = (self.chronicle, &statement.entry.fields, &self.config.language);
        let mut blocks: Vec<Block<'a>> = vec![(fields.title.as_str().into(), site)];
        if statement.is_withdrawn() {
            return blocks;
        }
        statement.speakers.iter().for_each(|speaker| self.speaker(speaker, &mut blocks));
        blocks.extend(fields.attributed_as.iter().map(|name| (name.as_str().into(), site)));
        let name = |record: Record| (chronicle.head(record).name().into(), site);
        blocks.extend(statement.topics.iter().map(|topic| name((*topic).into())));
        blocks.extend(statement.event.iter().map(|event| match event {
            OrText::Record(event) => name((*event).into()),
            OrText::Text(text) => ((&**text).into(), site),
        }));
        blocks.extend(statement.place.iter().map(|place| match place {
            OrText::Record(place) => name((*place).into()),
            OrText::Text(text) => ((&**text).into(), site),
        }));
        let mut seen = FxHashSet::with_capacity_and_hasher(blocks.len(), FxBuildHasher);
        blocks.retain(|block| seen.insert(block.clone()));
        blocks
    }

    /// All names of a speaker, and the title of an office.
    fn speaker<'a>(&'a self, speaker: &'a Speaker, blocks: &mut Vec<Block<'a>>) {
        let (chronicle, site) = (self.chronicle, &self.config.language);
        match speaker {
            Speaker::Person(person, office) => {
                let fields = &chronicle[*person].entry.fields;
                blocks.push((fields.name.as_str().into(), site));
                blocks.extend(fields.names.as_slice().iter().map(|name| match name {
                    TextOr::Text(name) => (name.as_str().into(), site),
                    TextOr::Map(NameVariant { name, language, seen: _ }) => {
                        (name.as_str().into(), language.as_ref().unwrap_or(site))
                    }
                }));
                blocks.extend(office.map(|office| (fields.offices[office].title.as_str().into(), site)));
            }
            Speaker::Office { title, .. } => blocks.push(((&**title).into(), site)),
            Speaker::Organization(body) => {
                let names = chronicle[*body].entry.fields.all_names();
                blocks.extend(names.map(|name| (name.as_str().into(), site)));
            }
            Speaker::Country(country) => blocks.push((self.messages.country(country.code()).into(), site)),
        }
    }
}
