//! Lines below a quotation that name whose words they are: `— Bo Day`, outside of it. They attribute nothing, but say that the
//! words may be somebody else's than the speaker's.

use super::kind::{Kind, kind};
use super::{LONGEST, is_dash};
use crate::naming::letters::is_ended;

/// A line below a quotation that is nothing but a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Below {
    /// The name, with offices.
    pub(crate) name: String,
    /// Whether a dash or brackets set it apart, so that it does not begin what follows.
    pub(crate) is_apart: bool,
}

/// What a block below a quotation names, if it is nothing but a name; `is_item` says that it is the only item of a list.
pub(crate) fn below(text: &str, is_item: bool) -> Option<Below> {
    let text = text.trim();
    let name = text.trim_start_matches(|letter: char| letter == '-' || is_dash(letter) || letter.is_whitespace());
    let is_dashed = name.len() < text.len();
    let inner = name.strip_prefix(['(', '（']).and_then(|inner| inner.strip_suffix([')', '）']));
    let is_apart = is_dashed || is_item || inner.is_some();
    let name = inner.unwrap_or(name).trim();
    if name.is_empty() || name.len() > LONGEST || is_ended(name) || name.ends_with([':', '：', ',']) {
        return None;
    }
    match kind(name, true)? {
        Kind::Name | Kind::Perhaps => Some(Below { name: name.to_owned(), is_apart }),
        Kind::Asker | Kind::Heading => None,
    }
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn names_below_a_quotation() {
        for (text, name, is_apart) in [
            ("— Bo Day", "Bo Day", true),
            ("-- Bo Day, Minister of Trade", "Bo Day, Minister of Trade", true),
            ("(Bo Day)", "Bo Day", true),
            ("Bo Day", "Bo Day", false),
            ("— 李安", "李安", true),
        ] {
            let found = below(text, false).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.name.as_str(), found.is_apart), (name, is_apart), "{text}");
        }
        for text in ["— We agree.", "— And so it went on for years", "Bo Day said so", "—", "In 2006", "Questions:"]
        {
            assert_eq!(below(text, false), None, "{text}");
        }
    }
}
