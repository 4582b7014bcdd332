//! Quotations as they stand in the paragraphs of a report, with the reporter's words beside them.

use super::marks::{Segment, segments};

/// A quotation as it stands, over one paragraph or more.
pub(super) struct Raw<'t> {
    pub(super) parts: Vec<&'t str>,
    pub(super) within: usize,
    /// The reporter's words before it in its paragraph, and behind it.
    pub(super) before: &'t str,
    pub(super) after: &'t str,
    /// Whether another quotation stands before it in its paragraph.
    pub(super) follows: bool,
    /// Whether it is closed and its paragraph's marks are balanced.
    pub(super) is_whole: bool,
    pub(super) start: usize,
}

/// The quotations of some paragraphs, and the reporter's words between them with their places.
pub(super) fn quotations<'t>(paragraphs: &[&'t str]) -> (Vec<Raw<'t>>, Vec<(usize, &'t str)>) {
    let (mut raw, mut narratives): (Vec<Raw<'t>>, Vec<(usize, &'t str)>) = (Vec::new(), Vec::new());
    let mut open: Option<char> = None;
    for (within, paragraph) in paragraphs.iter().enumerate() {
        let start = paragraph.as_ptr().addr();
        let Some(mut found) = segments(paragraph) else {
            // Unbalanced: an open quotation is discarded, and so is this paragraph.
            forget(&mut raw, open.take());
            narratives.push((start, paragraph));
            continue;
        };
        if let Some(mark) = open.take() {
            let goes_on = match (found.first(), paragraph.chars().next()) {
                (Some(Segment::Quoted(_) | Segment::Unclosed(..)), Some(first)) => first == mark,
                _ => false,
            };
            match (goes_on, found.first().copied()) {
                (true, Some(Segment::Quoted(words))) => {
                    found.remove(0);
                    if let Some(last) = raw.last_mut() {
                        last.parts.push(words);
                        last.is_whole = true;
                        last.after = after(&found);
                    }
                }
                (true, Some(Segment::Unclosed(words, mark))) => {
                    if let Some(last) = raw.last_mut() {
                        last.parts.push(words);
                    }
                    open = Some(mark);
                    continue;
                }
                _ => forget(&mut raw, Some(mark)),
            }
        }
        for (index, segment) in found.iter().enumerate() {
            let (words, is_whole) = match segment {
                Segment::Narrative(words) => {
                    narratives.push((words.as_ptr().addr(), words));
                    continue;
                }
                Segment::Quoted(words) => (*words, true),
                Segment::Unclosed(words, mark) => {
                    open = Some(*mark);
                    (*words, false)
                }
            };
            let before = match index.checked_sub(1).map(|before| found[before]) {
                Some(Segment::Narrative(words)) => words,
                _ => "",
            };
            raw.push(Raw {
                parts: vec![words],
                within,
                before,
                after: after(&found[index + 1..]),
                follows: index > 1 || index == 1 && before.is_empty(),
                is_whole,
                start: words.as_ptr().addr(),
            });
        }
    }
    forget(&mut raw, open);
    (raw, narratives)
}

fn after<'t>(rest: &[Segment<'t>]) -> &'t str {
    match rest.first() {
        Some(Segment::Narrative(words)) => words,
        _ => "",
    }
}

/// Discards a quotation that was never closed.
fn forget(raw: &mut [Raw<'_>], open: Option<char>) {
    if let Some(last) = raw.last_mut().filter(|_| open.is_some()) {
        last.is_whole = false;
    }
}
