//! `site.toml`: what a site is called, where it is published, how strict its checks are.

use std::num::NonZeroUsize;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Deserialize;
use serde::de::Deserializer;

use crate::address::{Address, WebUrl, deceit_of_link, in_ascii, is_web_url};
use crate::diagnostic::{Checked, Code, Diagnostic, Levels};
use crate::document::{Step, invalid, merge_conflict, toml};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::Language;
use crate::picture::PictureFile;

mod colour;
mod edit;
mod feeds;
mod footer;
mod line;
mod lints;
mod nav;
mod outputs;
mod security;
mod service;
mod sources;
mod static_names;
mod style;

pub(crate) use colour::{Colour, LEAST_CONTRAST};
pub(crate) use edit::Edit;
pub(crate) use feeds::{Feeds, TagBase};
pub(crate) use footer::Footer;
pub(crate) use nav::{LinkAddress, Nav, NavEntry};
pub(crate) use outputs::Outputs;
pub(crate) use security::{Directive, Security};
pub(crate) use service::{Service, ServiceKind, home as repository_page};
pub(crate) use sources::Sources;
pub(crate) use static_names::{Icon, Logo, Sheet};
pub(crate) use style::{Accent, BothSchemes, Style};

/// The settings of a site. Only `title` and `base_url` are required.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    #[serde(deserialize_with = "line::title")]
    pub(crate) title: String,
    /// A line below the name.
    #[serde(default, deserialize_with = "line::subtitle")]
    pub(crate) subtitle: Option<String>,
    /// Where the site is published.
    pub(crate) base_url: BaseUrl,
    /// BCP 47 tag of the language the chronicle is written in; the theme has a file of messages for it.
    #[serde(default = "english")]
    pub(crate) language: Language,
    /// Name of the theme, a folder in `themes/`.
    #[serde(default = "default_theme")]
    pub(crate) theme: String,
    /// Address of the repository, for "edit this page" links: `https://github.com/owner/name`.
    #[serde(default, deserialize_with = "line::some_web_url")]
    pub(crate) repository: Option<WebUrl>,
    /// The kind of service that the repository is at, where its host does not say.
    pub(crate) service: Option<ServiceKind>,
    /// The branch that such links lead to.
    #[serde(default = "main_branch", deserialize_with = "line::branch")]
    pub(crate) branch: String,
    /// The file below `static/` that is shown beside links to pages elsewhere.
    pub(crate) picture: Option<PictureFile>,
    /// What it shows, in words; without it, the title stands there.
    #[serde(default, deserialize_with = "line::description")]
    pub(crate) picture_alt: Option<String>,
    /// The file below `static/` that stands beside the name of the site.
    pub(crate) logo: Option<Logo>,
    /// The file below `static/` that browsers show in tabs and bookmarks; without it, that of the theme.
    pub(crate) icon: Option<Icon>,
    /// Words in the foot of every page, in Markdown.
    pub(crate) footer: Option<Footer>,
    /// Under which licence the editors' words may be used.
    pub(crate) license: Option<License>,
    /// What stands in the navigation, and in which order: `[nav]`.
    #[serde(default)]
    pub(crate) nav: Nav,
    /// How the site looks beyond its theme: `[style]`.
    #[serde(default)]
    pub(crate) style: Style,
    /// Where files are edited: `[edit]`.
    #[serde(default)]
    pub(crate) edit: Edit,
    /// Levels of findings by code: `[lints]` with lines such as `misplaced-file = "warn"`.
    #[serde(default, deserialize_with = "lints::read")]
    pub(crate) lints: Levels,
    /// Settings of listing pages.
    #[serde(default)]
    pub(crate) lists: Lists,
    #[serde(default)]
    pub(crate) feeds: Feeds,
    /// What is made public of the kept texts of sources.
    #[serde(default)]
    pub(crate) sources: Sources,
    /// Kinds of output that are turned off: `[outputs]` with lines such as `feeds = false`.
    #[serde(default)]
    pub(crate) outputs: Outputs,
    /// What pages may load: `[security]`.
    #[serde(default)]
    pub(crate) security: Security,
}

/// The name of a licence and where its text is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct License {
    /// Short name: `CC BY 4.0`.
    #[serde(deserialize_with = "line::license")]
    pub(crate) name: String,
    #[serde(deserialize_with = "line::web_url")]
    pub(crate) url: WebUrl,
}

/// How long listing pages may become.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Lists {
    /// How many statements a page lists at most. A subject with more lists the newest ones and gets a page for each year; a
    /// year with more leads to its months, and so on. At least one.
    #[serde(deserialize_with = "one_or_more")]
    pub(crate) limit: usize,
}

impl Default for Lists {
    fn default() -> Lists {
        Lists { limit: 300 }
    }
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    NonZeroUsize::deserialize(deserializer).map(NonZeroUsize::get)
}

fn english() -> Language {
    Language::english()
}

fn default_theme() -> String {
    "default".into()
}

fn main_branch() -> String {
    "main".into()
}

/// The address of the site's home page, with or without a path; addresses of pages are made from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// Reads `https://example.org` or `https://example.org/archive/`.
    ///
    /// # Errors
    /// What is wrong with it: it must be an `http` or `https` address without query or fragment.
    pub(crate) fn parse(text: &str) -> Result<BaseUrl, String> {
        if !is_web_url(text) || text.contains(['?', '#']) {
            return Err(format!(
                "`{text}` is not the address of a site: write `https://example.org/` or `https://example.org/path/`"
            ));
        }
        if let Some((message, _)) = line::too_long(text) {
            return Err(message);
        }
        let scheme = text.find("://").map_or(0, |at| at + 3);
        let slash = text[scheme..].find('/').map_or(text.len(), |at| at + scheme);
        let path = text[slash..].trim_end_matches('/').to_owned();
        if path.split('/').any(|part| part == "." || part == "..") || path.contains("//") {
            return Err(format!("the path of `{text}` has an empty, `.` or `..` part"));
        }
        Ok(BaseUrl { origin: text[..slash].to_lowercase(), path })
    }

    /// Scheme and host: `https://example.org`.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL of an address, in ASCII (RFC 3986): for files that programs read who know no other.
    pub(crate) fn encoded(&self, address: &Address) -> String {
        let (scheme, authority) = self.origin.split_once("://").unwrap_or(("https", &self.origin));
        format!("{scheme}://{}{}", in_ascii(authority), self.encoded_path(address))
    }

    /// The same without scheme and host.
    pub(crate) fn encoded_path(&self, address: &Address) -> String {
        let base = utf8_percent_encode(&self.path, NOT_ASCII);
        format!("{base}{}", utf8_percent_encode(address.as_str(), service::IN_PATHS))
    }

    /// The path without a slash at its end: empty, or `/archive`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }
}

/// What is encoded of a path as its author wrote it, which may have codes already.
const NOT_ASCII: &AsciiSet = &CONTROLS.add(b' ');

impl<'de> Deserialize<'de> for BaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BaseUrl, D::Error> {
        let text = String::deserialize(deserializer)?;
        BaseUrl::parse(&text).map_err(|message| invalid(Code::BadValue, message, None))
    }
}

/// Reads `site.toml`.
///
/// # Errors
/// [`ReadError`] where the file cannot be read; what is wrong in it are findings, and then there is no `Config`.
pub fn read(inputs: &Inputs) -> Result<Checked<Option<Config>>, ReadError> {
    let mut checked: Checked<Option<Config>> = settings(inputs, inputs.config())?;
    if let Some(config) = &checked.value {
        checked.findings.extend(config.wrong_addresses(inputs));
        checked.findings.extend(config.wrong_repository(inputs));
    }
    Ok(checked)
}

impl Config {
    /// Where a file of the site can be edited, by the pattern of the site or in the repository, if either is known.
    pub(crate) fn edit_address(&self, path: &str) -> Option<String> {
        match &self.edit.pattern {
            Some(pattern) => Some(pattern.filled(&self.branch, path)),
            None => Some(Service::of(self)?.edit_address(path)),
        }
    }

    /// Address of the page with the history of the file at a path, where the repository is known.
    pub(crate) fn history_address(&self, path: &str) -> Option<String> {
        Some(Service::of(self)?.history_address(path))
    }

    /// An address that is none of a repository: links to files would lead nowhere.
    fn wrong_repository(&self, inputs: &Inputs) -> Option<Diagnostic> {
        let (message, help) = service::no_repository(self)?;
        Some(Diagnostic::error(Code::BadValue, locate(inputs, "repository"), message).help(Some(help)))
    }

    /// Findings about its addresses: those that deceive, and those that are not protected on the way, as among the sources of
    /// statements.
    fn wrong_addresses(&self, inputs: &Inputs) -> Vec<Diagnostic> {
        let home = format!("{}{}", self.base_url.origin(), self.base_url.path());
        let license = self.license.as_ref();
        let pattern = self.edit.pattern.as_ref().map(|pattern| pattern.filled(&self.branch, ""));
        let keys = |keys: &[&'static str]| keys.iter().map(|key| Step::Key(key)).collect::<Vec<_>>();
        // Where the site itself is published is for its host to say.
        let own = (keys(&["base_url"]), Some(home.as_str()), None);
        let addresses = [
            (keys(&["repository"]), self.repository.as_ref().map(WebUrl::as_str), None),
            (keys(&["license", "url"]), license.map(|it| it.url.as_str()), license.map(|it| &*it.name)),
            (keys(&["edit", "pattern"]), pattern.as_deref(), None),
        ];
        let entries = self.nav.entries.iter().enumerate().map(|(at, entry)| {
            let path = vec![Step::Key("nav"), Step::Key("entries"), Step::Item(at), Step::Key("address")];
            (path, Some(entry.address.as_str()), Some(entry.label.as_str()))
        });
        let others: Vec<_> = addresses.into_iter().chain(entries).collect();
        let plain = others.iter().filter_map(|(path, address, _)| {
            let address = address.filter(|address| address.starts_with("http:"))?;
            let message = format!("`{address}` can be changed on the way");
            let finding = Diagnostic::lint(Code::PlainHttp, locate_below(inputs, path), message);
            Some(finding.help(Some("write `https:`, if the site answers to it".to_owned())))
        });
        let deceptive = std::iter::once(&own).chain(&others).filter_map(|(path, address, text)| {
            let deceit = deceit_of_link((*address)?, text.as_slice())?;
            let finding = Diagnostic::lint(deceit.code, locate_below(inputs, path), deceit.message);
            Some(finding.help(Some(deceit.help)))
        });
        deceptive.chain(plain).collect()
    }
}

/// Reads a file of settings; also the theme's.
///
/// # Errors
/// [`ReadError`] where the file cannot be read.
pub(crate) fn settings<T: serde::de::DeserializeOwned>(
    inputs: &Inputs,
    input: InputId,
) -> Result<Checked<Option<T>>, ReadError> {
    let bytes = inputs.bytes(input)?;
    if let Some(fault) = merge_conflict::unresolved(&bytes, false, Vec::new) {
        return Ok(Checked { value: None, findings: vec![fault.at(input, 0)] });
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => return Ok(Checked { value: None, findings: vec![Diagnostic::not_utf8(input, error)] }),
    };
    Ok(match toml::read(text) {
        Ok(value) => Checked { value: Some(value), findings: Vec::new() },
        Err(faults) => Checked { value: None, findings: faults.into_iter().map(|fault| fault.at(input, 0)).collect() },
    })
}

/// The span of a setting in `site.toml`; the start of the file if it is not set.
pub(crate) fn locate(inputs: &Inputs, key: &str) -> Span {
    locate_below(inputs, &[Step::Key(key)])
}

/// The span of a nested setting in `site.toml`.
pub(crate) fn locate_below(inputs: &Inputs, path: &[Step<'_>]) -> Span {
    let input = inputs.config();
    // A file that can no longer be read is shown without its lines.
    let range = inputs.bytes(input).map(|bytes| toml::locate(&String::from_utf8_lossy(&bytes), path));
    Span::new(input, range.unwrap_or_default())
}
