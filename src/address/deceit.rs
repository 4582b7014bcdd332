//! What is said of an address that deceives.

/// What is wrong with an address, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deceit {
    /// What it is.
    pub message: String,
    /// What its author can write instead.
    pub help: String,
}

impl Deceit {
    pub(super) fn of(message: impl Into<String>, help: impl Into<String>) -> Deceit {
        Deceit { message: message.into(), help: help.into() }
    }
}

/// A part of an address, short enough for a message.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 100;
    let mut shown: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
