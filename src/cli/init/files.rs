//! The files of a new site.

use super::answers::Answers;
use super::host::{Forge, Host};
use super::program::Program;
use super::text::{filled, in_markdown, quoted};

/// A file to be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NewFile {
    /// From the root of the site.
    pub(super) path: &'static str,
    pub(super) text: String,
}

macro_rules! template {
    ($path:literal) => {
        include_str!(concat!("files/", $path))
    };
}

/// Files of every site, before those of its content.
const COMMON: [(&str, &str); 9] = [
    ("site.toml", template!("site.toml")),
    ("README.md", template!("README.md")),
    ("CONTRIBUTING.md", template!("CONTRIBUTING.md")),
    ("CITATION.cff", template!("CITATION.cff")),
    ("docs/content-model.md", include_str!("../../../docs/content-model.md")),
    (".gitignore", template!("gitignore")),
    (".gitattributes", template!("gitattributes")),
    (".editorconfig", template!("editorconfig")),
    (".pre-commit-config.yaml", template!("pre-commit-config.yaml")),
];

/// Records by which a new site can be seen; only for a site without any of its own.
pub(super) const EXAMPLES: [(&str, &str); 3] = [
    ("content/statements/2024/2024-05-14-example-statement.md", template!("statement.md")),
    ("content/people/example-minister.md", template!("person.md")),
    ("content/topics/example-topic.md", template!("topic.md")),
];

const OUTLINES: [(&str, &str); 3] = [
    ("content/pages/about.md", template!("pages/about.md")),
    ("content/pages/editorial-policy.md", template!("pages/editorial-policy.md")),
    ("content/pages/scope.md", template!("pages/scope.md")),
];

const GITHUB: [(&str, &str); 8] = [
    (".github/workflows/check.yml", template!("github/check.yml")),
    (".github/workflows/review.yml", template!("github/review.yml")),
    (".github/workflows/review-comment.yml", template!("github/review-comment.yml")),
    (".github/dependabot.yml", template!("github/dependabot.yml")),
    (".github/pull_request_template.md", template!("request.md")),
    (".github/ISSUE_TEMPLATE/missing-statement.md", template!("missing-statement.md")),
    (".github/ISSUE_TEMPLATE/mistake.md", template!("mistake.md")),
    (".github/CODEOWNERS.example", template!("CODEOWNERS.example")),
];

const GITLAB: [(&str, &str); 5] = [
    (".gitlab-ci.yml", template!("gitlab/gitlab-ci.yml")),
    (".gitlab/merge_request_templates/Default.md", template!("request.md")),
    (".gitlab/issue_templates/missing-statement.md", template!("missing-statement.md")),
    (".gitlab/issue_templates/mistake.md", template!("mistake.md")),
    (".gitlab/CODEOWNERS.example", template!("CODEOWNERS.example")),
];

/// The script that installs the program, where no action does.
const INSTALLER: &str = ".ci/install-chronicle";

/// The files of a site, in the order in which they are named.
pub(super) fn files(answers: &Answers, program: &Program<'_>) -> Vec<NewFile> {
    let forge = Forge::of(answers.host, answers.repository.as_deref());
    let mut files = COMMON.to_vec();
    if answers.license.is_some() {
        files.push(("LICENSE.md", template!("LICENSE.md")));
    }
    files.extend(EXAMPLES);
    files.extend(OUTLINES);
    match forge {
        Forge::GitHub => files.extend(GITHUB),
        Forge::GitLab => files.extend(GITLAB),
        Forge::Other => {}
    }
    match answers.host {
        Host::GithubPages => files.push((".github/workflows/publish.yml", template!("github/publish-pages.yml"))),
        Host::Server if forge == Forge::GitHub => {
            files.push((".github/workflows/publish.yml", template!("github/publish-server.yml")));
        }
        Host::Netlify => files.push(("netlify.toml", template!("hosts/netlify.toml"))),
        Host::Cloudflare => files.push(("wrangler.toml", template!("hosts/wrangler.toml"))),
        Host::GitlabPages | Host::Server | Host::None => {}
    }
    let value = |name: &str| value(name, answers, forge, program);
    let mut files: Vec<NewFile> = files
        .into_iter()
        .map(|(path, text)| NewFile { path, text: whole(path, &filled(text, value), answers) })
        .collect();
    if forge == Forge::GitLab || matches!(answers.host, Host::Netlify | Host::Cloudflare) {
        files.push(NewFile { path: INSTALLER, text: program.installer(include_str!("../../../install.sh")) });
    }
    files
}

/// The guide says whose it is; all else is as it was filled in, without empty lines at its end.
fn whole(path: &str, text: &str, answers: &Answers) -> String {
    let text = match path {
        "docs/content-model.md" => {
            text.replacen("# What to write\n", &format!("# What to write in {}\n", in_markdown(&answers.title)), 1)
        }
        _ => text.to_owned(),
    };
    format!("{}\n", text.trim_end())
}

/// What stands in the place of a marker.
fn value(name: &str, answers: &Answers, forge: Forge, program: &Program<'_>) -> Option<String> {
    let is_english = answers.language.primary() == "en";
    let repository = answers.repository.as_deref();
    Some(match name {
        "TITLE_QUOTED" => quoted(&answers.title),
        "TITLE_MD" => in_markdown(&answers.title),
        "EDITORS_QUOTED" => quoted(&format!("The editors of {}", answers.title)),
        "ADDRESS" => answers.address.clone(),
        "LANGUAGE" => answers.language.to_string(),
        // What is written here is English, whatever the site's language is.
        "LANGUAGE_LINE" => if is_english { "" } else { "language: en\n" }.to_owned(),
        "REPOSITORY_SETTING" => {
            let repository = match repository {
                Some(address) => format!("# For \"edit this page\" links:\nrepository = {}", quoted(address)),
                None => "# For \"edit this page\" links:\n# repository = \"https://github.com/owner/name\"".to_owned(),
            };
            let branch = answers.branch.as_ref().map(|branch| format!("\nbranch = {}", quoted(branch)));
            // The host of the pages says which service it is, where that of the repository does not.
            let at = answers.repository.as_deref().map(|address| Forge::of(Host::None, Some(address)));
            let is_hidden = forge == Forge::GitLab && at == Some(Forge::Other);
            let service = if is_hidden { "\nservice = \"gitlab\"" } else { "" };
            repository + service + &branch.unwrap_or_default()
        }
        "LICENSE_SETTING" => match answers.license {
            Some(license) => format!("[license]\nname = \"{}\"\nurl = \"{}\"", license.name(), license.url()),
            None => "# [license]\n# name = \"CC BY 4.0\"\n# url = \"https://creativecommons.org/licenses/by/4.0/\"".to_owned(),
        },
        "FEEDS_SETTING" => match &answers.id_base {
            Some(base) => format!("[feeds]\nid_base = {}", quoted(base)),
            None => "# [feeds]\n# id_base = \"tag:example.org,2026-02-28:chronicle\"".to_owned(),
        },
        "LICENSE_NAME" => answers.license?.name().to_owned(),
        "LICENSE_URL" => answers.license?.url().to_owned(),
        "CITATION_LINES" => {
            let repository = repository.map(|address| format!("repository: {}\n", quoted(address)));
            let license = answers.license.map(|license| format!("license: {}\n", license.spdx()));
            repository.unwrap_or_default() + &license.unwrap_or_default()
        }
        "ACTION" => program.action(),
        "REQUEST" => forge.request().to_owned(),
        "GET" => match program.home() {
            Some(home) => format!(" ({home})"),
            None => " (fill in here where it can be had)".to_owned(),
        },
        "REVIEWS" => reviews(forge).to_owned(),
        "OWNERS" => match forge {
            Forge::GitHub => "\n   Who has to agree can be set by `.github/CODEOWNERS`; `.github/CODEOWNERS.example` is one to begin with.",
            Forge::GitLab => "\n   Who has to agree can be set by `.gitlab/CODEOWNERS`; `.gitlab/CODEOWNERS.example` is one to begin with.",
            Forge::Other => "",
        }
        .to_owned(),
        "MERGED" => merged(answers.host, forge).to_owned(),
        "PUBLISH" => publish(answers.host, forge).to_owned(),
        "OWNER" => owner(repository).to_owned(),
        "CODEOWNERS" => if forge == Forge::GitLab { ".gitlab/CODEOWNERS" } else { ".github/CODEOWNERS" }.to_owned(),
        "OWNERS_RULE" => match forge {
            Forge::GitLab => "Code owner approval",
            _ => "Require review from Code Owners",
        }
        .to_owned(),
        "ISSUE_HEAD_MISSING" => issue_head(
            forge,
            "name: A statement is missing\nabout: Something was said that the chronicle should record",
        ),
        "ISSUE_HEAD_MISTAKE" => {
            issue_head(forge, "name: A mistake\nabout: The record says something that its source does not bear out")
        }
        "GITLAB_PAGES" => if answers.host == Host::GitlabPages { template!("gitlab/pages.yml") } else { "" }.to_owned(),
        "GITLAB_PUBLISHES" => {
            if answers.host == Host::GitlabPages { ", and publishes the main branch" } else { "" }.to_owned()
        }
        "PROJECT" => crate::entry::id::Id::suggested(&answers.title, 50).map_or("chronicle".to_owned(), |id| id.to_string()),
        _ => return None,
    })
}

fn reviews(forge: Forge) -> &'static str {
    match forge {
        Forge::GitHub => {
            "## In the pull request\n\nThe same check runs there, and marks the lines it speaks of. Then a comment says what \
             readers will see; `chronicle review`\nsays it to you before. Each push renews it.\n"
        }
        Forge::GitLab => {
            "## In the merge request\n\nThe same check runs there. Then \"Review\" says what readers will see; `chronicle \
             review` says it to you before. Each push\nrenews it.\n"
        }
        Forge::Other => {
            "## Before you ask for it to be merged\n\n`chronicle review` says what the change does to the chronicle, as \
             readers will see it.\n"
        }
    }
}

fn merged(host: Host, forge: Forge) -> &'static str {
    match host {
        Host::GithubPages => " `.github/workflows/publish.yml` builds the site and publishes it.",
        Host::GitlabPages => " The pipeline of the main branch builds the site and publishes it.",
        Host::Server if forge == Forge::GitHub => {
            " `.github/workflows/publish.yml` builds the site and copies it to the server."
        }
        Host::Netlify => " Netlify builds the site and publishes it.",
        Host::Cloudflare => " Cloudflare builds the site and publishes it.",
        Host::Server | Host::None => " Then build the site and publish it: the README says how.",
    }
}

fn publish(host: Host, forge: Forge) -> &'static str {
    match host {
        Host::GithubPages => template!("publish/github-pages.md"),
        Host::GitlabPages => template!("publish/gitlab-pages.md"),
        Host::Netlify => template!("publish/netlify.md"),
        Host::Cloudflare => template!("publish/cloudflare.md"),
        Host::Server if forge == Forge::GitHub => template!("publish/server-github.md"),
        Host::Server => template!("publish/server.md"),
        Host::None => template!("publish/none.md"),
    }
}

/// The front matter of an issue's template, which only GitHub reads.
fn issue_head(forge: Forge, matter: &str) -> String {
    if forge == Forge::GitHub { format!("---\n{matter}\n---\n\n") } else { String::new() }
}

/// The owner of a repository, or the group of it.
fn owner(repository: Option<&str>) -> &str {
    let path = repository.and_then(|address| address.split("://").nth(1)?.split_once('/'));
    path.and_then(|(_, path)| path.split('/').next()).unwrap_or("example")
}
