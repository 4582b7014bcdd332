//! Findings about deceptive or broken URLs.

use crate::diagnostic::Code;

/// What is wrong with an address, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deceit {
    /// What kind of finding it is: [`Code::DeceptiveLink`], [`Code::BrokenAddress`] or [`Code::MismatchedLink`].
    pub(crate) code: Code,
    pub(crate) message: String,
    /// What its author can write instead.
    pub(crate) help: String,
}

impl Deceit {
    pub(super) fn of(message: impl Into<String>, help: impl Into<String>) -> Deceit {
        Deceit { code: Code::DeceptiveLink, message: message.into(), help: help.into() }
    }

    /// A URL that no program can follow, and that so deceives nobody.
    pub(super) fn broken(message: impl Into<String>) -> Deceit {
        let help = "look up the right address of the page that is meant, and write that".to_owned();
        Deceit { code: Code::BrokenAddress, message: message.into(), help }
    }

    /// Of a text that names another host than the one to which its link leads.
    pub(super) fn mismatch(code: Code, message: String) -> Deceit {
        Deceit { code, message, help: "let the text say where the link leads, or in words what is there".to_owned() }
    }

    /// Whether somebody may be led elsewhere than they think.
    pub(super) fn is_deceptive(&self) -> bool {
        self.code == Code::DeceptiveLink
    }
}

/// A part of an address, short enough for a message.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 100;
    let mut shown: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
