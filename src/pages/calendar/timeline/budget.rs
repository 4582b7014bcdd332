//! What the picture may take, whatever the record has: words of marks are cut, and where that is not enough, less is drawn.
//! Sizes are in bytes of markup, as the default theme writes it.

use crate::address::Address;
use crate::pages::PageBuilder;
use crate::pages::common::description::shortened;

/// The most that the marks and chains take together. With the frame around them, that is 200 kB.
pub(super) const ALL: usize = 196_000;

/// What stands around the address, the words and the path of a mark: `<a href=""><title></title><path d=""/></a>` and the end
/// of the line.
pub(super) const AROUND: usize = 44;

/// What says that a statement was withdrawn: ` class="gone"`.
pub(super) const GONE: usize = 13;

/// What says how broad a dot is: ` stroke-width="20"`.
pub(super) const BREADTH: usize = 18;

/// The most characters of the words of a mark.
const LONGEST: usize = 120;

/// What a text takes.
pub(super) fn of_text(text: &str) -> usize {
    text.chars().map(of_character).sum()
}

/// A character that is escaped takes at most six bytes: `&quot;`.
fn of_character(character: char) -> usize {
    if matches!(character, '&' | '<' | '>' | '"' | '\'' | '/' | '`' | '=') { 6 } else { character.len_utf8() }
}

/// What the address of a page takes.
pub(super) fn of_address(builder: &PageBuilder<'_>, address: &Address) -> usize {
    // Nothing of it but what stands in the address of the site can be escaped.
    of_text(builder.config.base_url.path()) + address.as_str().len()
}

/// A text cut so that it takes no more than `most`.
pub(super) fn cut(text: &str, most: usize) -> String {
    let line = shortened(text, LONGEST);
    if of_text(&line) <= most {
        return line;
    }
    let Some(mut left) = most.checked_sub('…'.len_utf8()) else { return String::new() };
    let fits = |character: &char| {
        let rest = left.checked_sub(of_character(*character));
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    let fitting = line.chars().take_while(fits).count();
    // Not all of it fits: where all but the last character do, the sign for what is left out takes the place of another.
    shortened(&line, (fitting + 1).min(line.chars().count() - 1))
}

#[cfg(test)]
mod tests {
    use super::{cut, of_text};

    #[test]
    fn what_is_cut_takes_no_more() {
        assert_eq!(cut("One two", 7), "One two");
        assert_eq!(cut("One two", 6), "One…");
        assert_eq!(cut("Слово", 10), "Слово");
        assert_eq!(cut("Слово", 9), "Сло…");
        assert_eq!(cut("Слово", 2), "");
        for text in ["a & b <c> \"d\"", "Слово слово слово", "e\u{301}e\u{301}e\u{301}e\u{301}", &"x".repeat(400)]
        {
            for most in 0..140 {
                assert!(of_text(&cut(text, most)) <= most, "{text} {most}");
            }
        }
    }
}
