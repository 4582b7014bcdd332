//! How large an SVG says that it is.

use super::Size;
use crate::html::{Markup, tags};

/// Whether a text is an SVG, by its first element; and its size, where that has a width and a height in pixels. One that has
/// only a `viewBox` is as large as its place.
pub(super) fn size(beginning: &[u8]) -> Option<Option<Size>> {
    let first = tags(&String::from_utf8_lossy(beginning)).into_iter().find_map(|tag| match tag {
        Markup::Start(tag) => Some(tag),
        Markup::End(_) => None,
    })?;
    if !matches!(first.name.as_slice(), b"svg" | b"svg:svg") {
        return None;
    }
    let side = |name: &[u8]| {
        let value = first.attributes.get(name)?;
        length(std::str::from_utf8(value).ok()?)
    };
    Some(side(b"width").zip(side(b"height")).and_then(|(width, height)| Size::of(width, height)))
}

/// A length in pixels.
fn length(text: &str) -> Option<usize> {
    let text = text.trim();
    let number = text.strip_suffix("px").unwrap_or(text);
    let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && number.len() <= 12;
    let number: f64 = number.parse().ok().filter(|_| is_plain)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most twelve digits, without a sign"
    )]
    Some(number.round() as usize)
}
