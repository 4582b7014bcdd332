//! Where the program itself comes from: what workflows of a new site install.

/// The home of a program, by the manifest of its package.
#[derive(Clone, Copy, Debug)]
pub(super) struct Program<'a> {
    /// The address of its repository; one below `.invalid` is a placeholder.
    pub(super) repository: &'a str,
    pub(super) version: &'a str,
}

/// An owner that nobody on GitHub can be: names there have at most 39 characters. A workflow in which nobody filled in the
/// right one fails, and runs nothing of a stranger.
const UNKNOWN: &str = "the-owner-of-the-repository-of-chronicle/chronicle";

impl Program<'_> {
    /// This program.
    pub(super) fn this() -> Program<'static> {
        Program { repository: env!("CARGO_PKG_REPOSITORY"), version: env!("CARGO_PKG_VERSION") }
    }

    /// The address of the repository; none while that is a placeholder.
    pub(super) fn home(&self) -> Option<&str> {
        let host = self.repository.strip_prefix("https://")?.split('/').next()?;
        (!host.ends_with(".invalid")).then(|| self.repository.trim_end_matches('/').trim_end_matches(".git"))
    }

    /// Owner and name on GitHub.
    fn on_github(&self) -> Option<&str> {
        self.home()?.strip_prefix("https://github.com/")
    }

    /// The tag of its version.
    pub(super) fn tag(&self) -> String {
        format!("v{}", self.version)
    }

    /// The step of a workflow that uses the action of the program.
    pub(super) fn action(&self) -> String {
        let about = match self.on_github() {
            Some(_) => "By a tag: the program that wrote this file cannot know the hash of its own release.",
            None => {
                "Fill in: the repository of the program on GitHub, `owner/name`, and the tag of its newest release."
            }
        };
        let action = self.on_github().unwrap_or(UNKNOWN);
        format!("      # {about}\n      - uses: {action}@{} # zizmor: ignore[unpinned-uses]", self.tag())
    }

    /// The script that installs the program, for hosts that know no actions.
    pub(super) fn installer(&self, script: &str) -> String {
        let home = match self.home() {
            Some(home) => format!("repository=${{CHRONICLE_REPOSITORY:-{home}}}"),
            None => "# Fill in behind `:-`: the address of the repository of the program.\nrepository=${CHRONICLE_REPOSITORY:-}"
                .to_owned(),
        };
        script
            .replace("#   install.sh FOLDER", "#   sh .ci/install-chronicle FOLDER")
            .replace("repository=${CHRONICLE_REPOSITORY:-}", &home)
            .replace("version=${CHRONICLE_VERSION:-}", &format!("version=${{CHRONICLE_VERSION:-{}}}", self.tag()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Program, UNKNOWN};

    #[test]
    fn a_placeholder_leads_to_nobody() {
        let unknown = Program { repository: "https://repository.invalid/chronicle", version: "1.2.3" };
        assert_eq!(unknown.home(), None);
        let step = unknown.action();
        assert!(step.contains("# Fill in") && step.contains(&format!("- uses: {UNKNOWN}@v1.2.3 #")), "{step}");
        assert!(UNKNOWN.split('/').next().is_some_and(|owner| owner.len() > 39));
        let script = unknown.installer(include_str!("../../../install.sh"));
        assert!(script.contains("# Fill in") && script.contains("\nversion=${CHRONICLE_VERSION:-v1.2.3}\n"));
    }

    #[test]
    fn a_known_home_is_used() {
        let known = Program { repository: "https://github.com/o/chronicle.git", version: "1.2.3" };
        assert!(known.action().contains("\n      - uses: o/chronicle@v1.2.3 #"), "{}", known.action());
        let script = known.installer(include_str!("../../../install.sh"));
        assert!(script.contains("\nrepository=${CHRONICLE_REPOSITORY:-https://github.com/o/chronicle}\n"), "{script}");
        // Actions are GitHub's; the script works wherever git does.
        let elsewhere = Program { repository: "https://codeberg.org/o/chronicle", version: "1.2.3" };
        assert!(elsewhere.action().contains("# Fill in"));
        assert!(
            elsewhere.installer(include_str!("../../../install.sh")).contains(":-https://codeberg.org/o/chronicle}")
        );
    }
}
