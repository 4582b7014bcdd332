//! What ends the libraries of Fluent rather than being reported by them: messages that nest so deeply that the parser, which
//! calls itself for each level, uses up its stack, and choices that are none.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Levels that a message may have; those of the default theme have two.
pub(super) const MOST: usize = 50;

/// Where a byte of a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a placeable, where quotation marks and brackets have a meaning.
    Code,
    /// In the arguments of a function.
    Arguments,
    /// In the text of a variant, where only braces have one.
    Variant,
}

/// The place of the bracket that opens one level too many: a placeable, or the arguments of a function.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut places: Vec<Place> = Vec::new();
    let (mut is_quoted, mut is_comment, mut is_start) = (false, false, true);
    for (at, byte) in bytes.iter().enumerate() {
        if std::mem::replace(&mut is_start, *byte == b'\n') {
            (is_quoted, is_comment) = (false, *byte == b'#');
        }
        let place = places.last().copied();
        let is_code = matches!(place, Some(Place::Code | Place::Arguments));
        match byte {
            _ if is_comment => {}
            // A quoted text ends with its line at the latest.
            b'"' if is_code && !(is_quoted && is_escaped(&bytes[..at])) => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'{' => places.push(Place::Code),
            b'(' if is_code => places.push(Place::Arguments),
            b')' if place == Some(Place::Arguments) => drop(places.pop()),
            // The key of a variant ends: what follows is its text, also where another variant's was before.
            b']' if place == Some(Place::Code) => places.push(Place::Variant),
            b'}' => {
                // Whatever was open within the placeable ends with it.
                while places.pop().is_some_and(|place| place != Place::Code) {}
            }
            _ => {}
        }
        if places.iter().filter(|place| **place != Place::Variant).count() > MOST {
            return Some(at);
        }
    }
    None
}

/// Whether a message or term chooses by what is always the same, or has a placeable within a placeable. Where such a one has
/// too many placeables, the resolver cannot name it in its error, and ends the program.
pub(super) fn is_constant(entry: &Entry<&str>) -> bool {
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (Some(&term.value), &term.attributes),
        _ => return false,
    };
    value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)).any(has_constant)
}

fn has_constant(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let is_literal = matches!(
                selector,
                InlineExpression::StringLiteral { .. }
                    | InlineExpression::NumberLiteral { .. }
                    | InlineExpression::Placeable { .. }
            );
            is_literal || variants.iter().any(|variant| has_constant(&variant.value))
        }
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            matches!(inline, InlineExpression::Placeable { .. })
        }
        PatternElement::TextElement { .. } => false,
    })
}

/// Whether an odd number of backslashes ends these bytes.
fn is_escaped(before: &[u8]) -> bool {
    before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{MOST, too_deep};

    #[test]
    fn brackets_that_are_open_at_once_are_counted() {
        assert_eq!(too_deep(&"{ 1 }\n".repeat(10_000)), None);
        assert_eq!(too_deep(&"a = { \"{\" } and { \"\\\"{\" } (((\n".repeat(10_000)), None);
        assert_eq!(too_deep(&format!("{}{}", "{".repeat(MOST), "}".repeat(MOST))), None);
        assert_eq!(too_deep(&"{".repeat(MOST + 1)), Some(MOST));
        assert!(too_deep(&format!("a = {{ {}", "F(".repeat(MOST + 1))).is_some());
        assert!(too_deep(&"{ 1 ->\n *[a] ".repeat(MOST + 1)).is_some());
        // In the text of a variant neither a bracket nor a quotation mark means anything.
        assert!(too_deep(&"{ 1 ->\n *[a] ) ".repeat(MOST + 1)).is_some());
        assert!(too_deep(&"{ 1 ->\n *[a] \" ".repeat(MOST + 1)).is_some());
        assert_eq!(too_deep(&"# one { brace\n".repeat(MOST + 1)), None);
        assert_eq!(
            too_deep(&"a = { $n ->\n  [one] (one)\n *[other] { F($n) } (\" {\"x\"}\n }\n".repeat(MOST + 1)),
            None
        );
    }
}
