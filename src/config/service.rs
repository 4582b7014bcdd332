//! The service that has the repository: which one it is, and its pages for new and existing files.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Deserialize;

use super::Config;

/// A kind of service, as the setting `service` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ServiceKind {
    Github,
    Gitlab,
    Forgejo,
    /// The same as `forgejo`, which was made from it.
    Gitea,
}

impl ServiceKind {
    /// The service at a host, as far as its name says so. Any other is taken for one like GitHub.
    fn at(host: &str) -> Option<ServiceKind> {
        Some(match host.strip_prefix("www.").unwrap_or(host) {
            "github.com" => ServiceKind::Github,
            "codeberg.org" => ServiceKind::Forgejo,
            "gitlab.com" => ServiceKind::Gitlab,
            host if host.starts_with("forgejo.") || host.starts_with("gitea.") => ServiceKind::Forgejo,
            host if host.starts_with("gitlab.") => ServiceKind::Gitlab,
            _ => return None,
        })
    }
}

/// The service that has the repository of a site. Services have different addresses for the same.
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
    /// Address of the page with the history of a file, to which its path is added.
    history: String,
}

/// What ends or changes a path in an address, and what browsers would write otherwise.
pub(super) const IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

impl Service {
    /// The service of a site that names its repository.
    pub(crate) fn of(config: &Config) -> Option<Service> {
        let home = home(config)?;
        let host = host(home)?;
        let kind = config.service.or_else(|| ServiceKind::at(&host)).unwrap_or(ServiceKind::Github);
        let (kind, new, edit, history) = match kind {
            ServiceKind::Forgejo | ServiceKind::Gitea => ("forgejo", "_new", "_edit", "commits/branch"),
            ServiceKind::Gitlab => ("gitlab", "-/new", "-/edit", "-/commits"),
            ServiceKind::Github => ("github", "new", "edit", "commits"),
        };
        let branch = in_path(&config.branch);
        Some(Service {
            kind,
            host,
            new: format!("{home}/{new}/{branch}"),
            edit: format!("{home}/{edit}/{branch}/"),
            history: format!("{home}/{history}/{branch}/"),
        })
    }

    /// Address of the form in which the file at a path is edited.
    pub(crate) fn edit_address(&self, path: &str) -> String {
        format!("{}{}", self.edit, in_path(path))
    }

    /// Address of the page with the history of the file at a path.
    pub(crate) fn history_address(&self, path: &str) -> String {
        format!("{}{}", self.history, in_path(path))
    }
}

/// The page of the repository: its address without what `git` or a browser have added to it.
pub(crate) fn home(config: &Config) -> Option<&str> {
    let address = config.repository.as_ref()?.as_str();
    let path = address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/');
    Some(path.strip_suffix(".git").unwrap_or(path).trim_end_matches('/'))
}

/// The host of an address, without its port.
fn host(address: &str) -> Option<String> {
    Some(address.split("://").nth(1)?.split(['/', ':']).next()?.to_lowercase())
}

/// Whether a word stands in place of an owner in addresses of a host's own pages.
fn is_own_page(host: &str, word: &str) -> bool {
    let words = match ServiceKind::at(host) {
        Some(ServiceKind::Github) => {
            "about apps codespaces collections dashboard enterprise events explore features issues join login logout \
             marketplace new notifications organizations orgs pricing pulls search security sessions settings signup \
             site sponsors stars topics trending users watching"
        }
        Some(ServiceKind::Gitlab) => {
            "- admin api dashboard explore groups help import oauth profile projects public s search snippets uploads \
             users"
        }
        Some(ServiceKind::Forgejo | ServiceKind::Gitea) => {
            "admin api explore issues milestones notifications org pulls repo user"
        }
        None => return false,
    };
    words.split(' ').any(|own| own.eq_ignore_ascii_case(word))
}

/// Why the setting `repository` is the address of none, with what helps: it leads to a whole host, to whoever has repositories there,
/// or to a page of one. Of a host whose service nobody knows, any path may be one.
pub(super) fn no_repository(config: &Config) -> Option<(String, String)> {
    let home = home(config)?;
    let host = host(home)?;
    let start = home.find("://").map_or(0, |at| at + 3);
    let (origin, path) = home.split_at(home[start..].find('/').map_or(home.len(), |at| start + at));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let service = config.service.or_else(|| ServiceKind::at(&host));
    let least = match service {
        Some(_) => 2,
        // By its own pattern, a host may have one repository.
        None => usize::from(config.edit.pattern.is_none()),
    };
    // Of these it is known that nothing stands before the owner, and that a repository lies in no group.
    let has_two = matches!(host.strip_prefix("www.").unwrap_or(&host), "github.com" | "codeberg.org");
    let end = parts.iter().position(|part| *part == "-" && service == Some(ServiceKind::Gitlab));
    let end = end.or((has_two && parts.len() > 2).then_some(2));
    // An empty part is in no address of a repository, and the forms for its files are not found behind it.
    let end = end.or(path.contains("//").then_some(parts.len()));
    let has_no_owner = parts.first().is_some_and(|part| is_own_page(&host, part));
    let help = match end.filter(|end| *end >= least.max(1) && !has_no_owner) {
        Some(end) => format!("write `{origin}/{}`", parts[..end].join("/")),
        None if parts.len() < least || end.is_some() || has_no_owner => {
            format!("write the whole address of the repository, as in `{origin}/owner/name`")
        }
        None => return None,
    };
    Some((format!("`{home}` is not the address of a repository"), help))
}

fn in_path(text: &str) -> String {
    utf8_percent_encode(text, IN_PATHS).to_string()
}
