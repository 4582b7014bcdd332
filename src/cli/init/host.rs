//! Where a new site is published, where its repository is, and under which licence its editors write.

use clap::ValueEnum;

/// Where the site is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Host {
    /// GitHub Pages, by a workflow
    GithubPages,
    /// GitLab Pages, by a pipeline
    GitlabPages,
    /// Netlify
    Netlify,
    /// Cloudflare Pages
    Cloudflare,
    /// A web server, by rsync
    Server,
    /// Nowhere yet
    #[default]
    None,
}

/// What the repository is kept on, which decides about workflows and templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forge {
    GitHub,
    GitLab,
    /// Another one, or none that is known.
    Other,
}

impl Forge {
    /// By the host of the pages, or else by the address of the repository.
    pub(super) fn of(host: Host, repository: Option<&str>) -> Forge {
        let at = repository.and_then(|address| address.split("://").nth(1)?.split(['/', ':']).next());
        match (host, at.unwrap_or_default()) {
            (Host::GithubPages, _) | (_, "github.com") => Forge::GitHub,
            (Host::GitlabPages, _) | (_, "gitlab.com") => Forge::GitLab,
            (_, at) if at.starts_with("gitlab.") => Forge::GitLab,
            _ => Forge::Other,
        }
    }

    /// What a proposed change is called there.
    pub(super) fn request(self) -> &'static str {
        if self == Forge::GitLab { "merge request" } else { "pull request" }
    }
}

/// The licence of the editors' words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum License {
    /// Creative Commons Attribution 4.0
    #[value(name = "cc-by-4.0")]
    By,
    /// Creative Commons Attribution-ShareAlike 4.0
    #[value(name = "cc-by-sa-4.0")]
    BySa,
    /// Creative Commons Zero 1.0: no rights reserved
    #[value(name = "cc0-1.0")]
    Zero,
}

impl License {
    /// The one whose text is at an address, in any of the ways in which it is written.
    pub(super) fn at(url: &str) -> Option<License> {
        let place = |url: &str| {
            let url =
                url.trim_end_matches("deed.en").trim_end_matches("legalcode").trim_end_matches('/').to_lowercase();
            url.split_once("://").map_or_else(String::new, |(_, place)| place.trim_start_matches("www.").to_owned())
        };
        License::value_variants().iter().copied().find(|license| place(license.url()) == place(url))
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            License::By => "CC BY 4.0",
            License::BySa => "CC BY-SA 4.0",
            License::Zero => "CC0 1.0",
        }
    }

    /// The identifier of SPDX.
    pub(super) fn spdx(self) -> &'static str {
        match self {
            License::By => "CC-BY-4.0",
            License::BySa => "CC-BY-SA-4.0",
            License::Zero => "CC0-1.0",
        }
    }

    pub(super) fn url(self) -> &'static str {
        match self {
            License::By => "https://creativecommons.org/licenses/by/4.0/",
            License::BySa => "https://creativecommons.org/licenses/by-sa/4.0/",
            License::Zero => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }
}
