//! What a text is rendered in: the words of its page, where links lead, and what stands beside it.

use crate::chronicle::Target;
use crate::language::Language;
use crate::picture::Size;

/// The words that Chronicle itself puts into a text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What the link of a quotation does: "Cite this".
    pub cite_this: String,
    /// Where the link of a quotation to its place on the page of a kept text leads: "in the source text".
    pub in_source: String,
    /// Heading of the footnotes.
    pub footnotes: String,
    /// What the link back from a footnote does.
    pub back: String,
    /// What a table is called that no heading names, with `{n}` in place of its number: "Table {n}".
    pub table: String,
    /// The same in the editors' note, which stands on the page of another text.
    pub table_of_note: String,
    /// The same in the foot of every page.
    pub table_of_foot: String,
}

/// What a text needs to know of the world around it.
pub struct Surroundings<'a> {
    /// Words in the site's language.
    pub words: &'a Words,
    /// Where a link leads; nothing where it was reported.
    pub target: &'a dyn Fn(&str) -> Option<Target>,
    /// The size of a picture by its name below `static/`, where it is known.
    pub(crate) size: &'a dyn Fn(&str) -> Option<Size>,
    /// The path below which the site is published: empty, or `/archive`.
    pub base_path: &'a str,
    /// What the text stands in.
    pub within: Within,
    /// The block quotations, where they are the record's and have anchors of their own.
    pub quoted: Option<Quoted<'a>>,
    /// The language of the text.
    pub language: &'a Language,
    /// The level of the heading that the text stands under: its own headings begin one below it.
    pub lower: usize,
}

/// What a text of a page stands in. Where that is beside another text, anchors and names of tables are its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The page itself.
    Page,
    /// The editors' note on what it is about.
    Note,
    /// The words of the site in the foot.
    Foot,
}

impl Within {
    /// What is put before the anchors of its headings and footnotes.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Within::Page => "",
            Within::Note => "context-",
            Within::Foot => "footer-",
        }
    }

    /// What a table in it is called that no heading names.
    pub(super) fn table(self, words: &Words) -> &str {
        match self {
            Within::Page => &words.table,
            Within::Note => &words.table_of_note,
            Within::Foot => &words.table_of_foot,
        }
    }
}

/// What is known of the block quotations of a record, in order.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    /// The numbers of their anchors.
    pub anchors: &'a [u32],
    /// Whose words each has by its last line `— Name`; empty where none has such a line.
    pub attributed: &'a [Option<u32>],
}
