//! The service that has the repository: which one it is, and its pages for new and existing files.

use super::Config;

/// The service that has the repository of a site. Services have different addresses for the same; one that is not known by
/// its host is taken for one like GitHub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Service {
    /// `github`, `gitlab` or `forgejo`, which stands for Gitea, too.
    pub(crate) kind: &'static str,
    /// The host, for people.
    pub(crate) host: String,
    /// Address of the form for a new file on the branch, to which the file's name is added as a query.
    pub(crate) new: String,
    /// Address of the form in which a file is edited, to which its path is added.
    pub(crate) edit: String,
}

impl Service {
    /// The service of a site that names its repository.
    pub(crate) fn of(config: &Config) -> Option<Service> {
        let repository = config.repository.as_ref()?.as_str().trim_end_matches('/');
        let host = repository.split("://").nth(1)?.split(['/', ':']).next()?.to_lowercase();
        let (kind, new, edit) = match host.as_str() {
            "codeberg.org" => ("forgejo", "_new", "_edit"),
            host if host.starts_with("forgejo.") || host.starts_with("gitea.") => ("forgejo", "_new", "_edit"),
            "gitlab.com" => ("gitlab", "-/new", "-/edit"),
            host if host.starts_with("gitlab.") => ("gitlab", "-/new", "-/edit"),
            _ => ("github", "new", "edit"),
        };
        let branch = &config.branch;
        let (new, edit) = (format!("{repository}/{new}/{branch}"), format!("{repository}/{edit}/{branch}/"));
        Some(Service { kind, host, new, edit })
    }
}
