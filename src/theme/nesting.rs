//! How deeply a message in Fluent nests: the parser of Fluent calls itself for each level, so that a file of braces would
//! use up its stack.

/// Levels that a message may have; those of the default theme have two.
pub(super) const MOST: usize = 50;

/// The place of the bracket that opens one level too many: a placeable, or the arguments of a function.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut is_quoted = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            // A quoted text within a placeable ends with its line at the latest.
            b'\n' => is_quoted = false,
            b'"' if depth > 0 && !(is_quoted && is_escaped(&bytes[..at])) => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'{' => depth += 1,
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST {
            return Some(at);
        }
    }
    None
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
    }
}
