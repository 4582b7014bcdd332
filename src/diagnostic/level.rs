//! Levels of findings: what is an error, a warning, or not shown.

/// The severity of a finding: an error prevents the site from being written, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Decode, bitcode::Encode)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// Worth mending; the site is written.
    Warning,
}

impl Severity {
    /// The word for it, as printed.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// What is done with the findings of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Report as an error.
    Deny,
    /// Report as a warning.
    Warn,
    /// Do not report.
    Allow,
}

impl Level {
    /// The word for it, as in `[lints]`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Level::Deny => "deny",
            Level::Warn => "warn",
            Level::Allow => "allow",
        }
    }

    /// The severity of findings of this level; none where they are not reported.
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Level::Deny => Some(Severity::Error),
            Level::Warn => Some(Severity::Warning),
            Level::Allow => None,
        }
    }
}
