//! The levels that a site and a command set for codes.

use std::collections::BTreeMap;

use super::{Code, Level};

/// A level was asked for that would lower a fixed error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CannotLower(pub(crate) Code);

impl std::fmt::Display for CannotLower {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` cannot be lowered: there is no site that could be built without mending it", self.0)
    }
}

impl std::error::Error for CannotLower {}

/// The levels that are set for codes; a code without one has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Levels {
    set: BTreeMap<Code, Level>,
    deny_warnings: bool,
}

impl Levels {
    /// Sets the level of a code.
    ///
    /// # Errors
    /// Where it would lower a fixed error.
    pub(crate) fn set(&mut self, code: Code, level: Level) -> Result<(), CannotLower> {
        if code.is_fixed() && level != Level::Deny {
            return Err(CannotLower(code));
        }
        self.set.insert(code, level);
        Ok(())
    }

    /// Turns all warnings into errors, including codes set to `warn`.
    pub(crate) fn deny_warnings(&mut self) {
        self.deny_warnings = true;
    }

    /// These levels, and those of `below` for the codes that have none here.
    #[must_use]
    pub(crate) fn over(&self, below: &Levels) -> Levels {
        let mut set = below.set.clone();
        set.extend(&self.set);
        Levels { set, deny_warnings: self.deny_warnings || below.deny_warnings }
    }

    pub(crate) fn of(&self, code: Code) -> Level {
        match self.set.get(&code).copied().unwrap_or(code.default_level()) {
            Level::Warn if self.deny_warnings => Level::Deny,
            level => level,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CannotLower, Code, Level, Levels};

    #[test]
    fn flags_win_over_settings_and_settings_over_defaults() {
        let (mut settings, mut flags) = (Levels::default(), Levels::default());
        assert_eq!(settings.of(Code::MisplacedFile), Level::Deny);
        settings.set(Code::MisplacedFile, Level::Allow).expect("it is a lint");
        assert_eq!(flags.over(&settings).of(Code::MisplacedFile), Level::Allow);
        flags.set(Code::MisplacedFile, Level::Warn).expect("it is a lint");
        assert_eq!(flags.over(&settings).of(Code::MisplacedFile), Level::Warn);
        flags.deny_warnings();
        assert_eq!(flags.over(&settings).of(Code::MisplacedFile), Level::Deny);
    }

    #[test]
    fn warnings_denied_leave_what_is_allowed() {
        let mut levels = Levels::default();
        levels.set(Code::MisplacedFile, Level::Allow).expect("it is a lint");
        levels.deny_warnings();
        assert_eq!(levels.of(Code::MisplacedFile), Level::Allow);
    }

    #[test]
    fn a_fixed_error_is_not_lowered() {
        let mut levels = Levels::default();
        assert_eq!(levels.set(Code::BadYaml, Level::Warn), Err(CannotLower(Code::BadYaml)));
        assert_eq!(levels.set(Code::BadYaml, Level::Deny), Ok(()));
        assert_eq!(levels.of(Code::BadYaml), Level::Deny);
    }
}
