//! The block directly below a quotation, where it is one line.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::entry::quotation::{Turn, below, is_comment};

/// Watches for a line below a quotation that is nothing but a name.
#[derive(Debug, Default)]
pub(super) struct LineBelow {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// No quotation ended before this.
    #[default]
    Apart,
    /// A quotation has just ended.
    Ended,
    /// The block is read.
    Read { text: String, range: Range<usize>, is_list: bool },
    /// The name is a line of its own, and may begin what follows.
    Held(Turn),
}

/// No line is kept that is longer than this, in bytes.
const LONGEST: usize = 300;

impl LineBelow {
    /// A quotation has ended.
    pub(super) fn open(&mut self) {
        self.state = State::Ended;
    }

    /// Takes an event outside of quotations; gives what names somebody below the last one.
    pub(super) fn take(&mut self, event: &Event<'_>, range: &Range<usize>) -> Option<Turn> {
        match (&mut self.state, event) {
            (State::Apart, _) | (State::Ended, Event::End(_)) => {}
            // A comment is not shown.
            (State::Ended, Event::Start(Tag::HtmlBlock)) => {}
            (State::Ended, Event::Html(html)) if is_comment(html) => {}
            (State::Ended, Event::Start(tag @ (Tag::Paragraph | Tag::List(_)))) => {
                let is_list = matches!(tag, Tag::List(_));
                self.state = State::Read { text: String::new(), range: range.clone(), is_list };
            }
            (State::Read { text, .. }, Event::Text(part) | Event::Code(part)) if text.len() + part.len() < LONGEST => {
                text.push_str(part);
            }
            (State::Read { text, .. }, Event::SoftBreak | Event::HardBreak) => text.push_str(", "),
            (
                State::Read { .. },
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Item),
            ) => {}
            (State::Read { text, is_list: true, .. }, Event::Start(Tag::Item | Tag::Paragraph)) if text.is_empty() => {}
            (State::Read { is_list: true, .. }, Event::End(TagEnd::Paragraph)) => {}
            (State::Read { .. }, Event::End(TagEnd::Paragraph | TagEnd::List(_))) => return self.end(),
            // Something follows, which the name may belong to.
            _ => self.state = State::Apart,
        }
        None
    }

    fn end(&mut self) -> Option<Turn> {
        let State::Read { text, range, is_list } = std::mem::take(&mut self.state) else { return None };
        let found = below(&text, is_list)?;
        let turn = Turn { label: found.name, sign: None, range, is_sure: false, asks: false, is_below: true };
        if found.is_apart {
            return Some(turn);
        }
        self.state = State::Held(turn);
        None
    }

    /// What names somebody below the last quotation at the end of the text.
    pub(super) fn finish(self) -> Option<Turn> {
        if let State::Held(turn) = self.state { Some(turn) } else { None }
    }
}
