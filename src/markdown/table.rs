//! The cells of a table. Their alignment is a class: the policy of pages allows no attribute `style`.

use pulldown_cmark::{Alignment, Event, Tag};

/// Where the text is in a table; there is none within another.
#[derive(Default)]
pub(super) struct Cells {
    alignments: Vec<Alignment>,
    /// The position of the next cell in its row.
    next: usize,
    is_head: bool,
}

impl Cells {
    /// Begins a table; gives its event without what would become attributes `style`.
    pub(super) fn table<'a>(&mut self, alignments: Vec<Alignment>) -> Event<'a> {
        let columns = alignments.len();
        *self = Cells { alignments, ..Cells::default() };
        Event::Start(Tag::Table(vec![Alignment::None; columns]))
    }

    /// Begins a row.
    pub(super) fn row(&mut self, is_head: bool) {
        (self.next, self.is_head) = (0, is_head);
    }

    /// The begin of the next cell.
    pub(super) fn open(&mut self) -> String {
        let class = match self.alignments.get(self.next) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.next += 1;
        format!("<{}{class}>", self.name())
    }

    /// The end of a cell.
    pub(super) fn close(&self) -> String {
        format!("</{}>", self.name())
    }

    fn name(&self) -> &'static str {
        if self.is_head { "th" } else { "td" }
    }
}
