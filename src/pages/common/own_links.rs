//! Links that `site.toml` has to pages and files of its own site: those of the navigation, and of the words in the foot. They lead
//! to what is made as well as to what is written.

use percent_encoding::percent_decode_str;

use crate::address::Address;
use crate::chronicle::{Chronicle, Target};
use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::entry::body::Body;
use crate::input::{Inputs, Span};
use crate::pages::Plan;
use crate::pages::common::turned_off::TurnedOff;

/// What such a link is looked up in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnLinks<'a> {
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) inputs: &'a Inputs,
    pub(crate) plan: &'a Plan,
}

impl OwnLinks<'_> {
    /// Where an address of the site, or the path of a file of the content, leads; nowhere if there is no such page.
    pub(crate) fn target(self, written: &str) -> Option<Target> {
        let OwnLinks { chronicle, inputs, plan } = self;
        if !written.starts_with('/') {
            let target = chronicle.target(inputs, inputs.config(), written)?;
            return Some(target).filter(|target| !matches!(target, Target::Page(address, _) if !plan.has(address)));
        }
        let path = path_of(written);
        let name = percent_decode_str(&path[1..]).decode_utf8_lossy();
        let address = address_of(written);
        plan.has(&address).then(|| match path.len() == written.len() {
            true if inputs.find(&format!("static/{name}")).is_some() => Target::File(name.into_owned()),
            true => Target::Page(address, None),
            false => Target::Address(written.to_owned()),
        })
    }

    /// The finding for a link that leads nowhere, at its place.
    pub(crate) fn broken(self, config: &Config, off: &TurnedOff<'_>, written: &str, span: Span) -> Option<Diagnostic> {
        let OwnLinks { chronicle, inputs, plan } = self;
        if self.target(written).is_some() {
            return None;
        }
        // One run that makes less says nothing of what there is.
        let is_limited = config.outputs.is_limited();
        let finding =
            |message: String, help: String| Some(Diagnostic::error(Code::BrokenLink, span, message).help(Some(help)));
        if !written.starts_with('/') {
            if let Some(found) = chronicle.check_link(inputs, inputs.config(), written) {
                let near = || did_you_mean(&format!("/{}/", path_of(written).trim_matches('/')), overviews(plan));
                let help = found.help.clone().or_else(near).unwrap_or_else(|| FORMS.to_owned());
                return Some(found.moved(span).help(Some(help)));
            }
            return match chronicle.target(inputs, inputs.config(), written) {
                Some(Target::Page(address, _)) if !is_limited => {
                    let (message, help) = turned_off(written, off.at(&address).flatten());
                    finding(message, help)
                }
                // A draft, or a record with errors of its own.
                _ => None,
            };
        }
        if is_limited {
            return None;
        }
        if let Some(kind) = off.at(&address_of(written)) {
            let (message, help) = turned_off(written, kind);
            return finding(message, help);
        }
        let message = format!("there is no page or file at `{written}`");
        let base = config.base_url.path();
        let below = written.strip_prefix(base).filter(|below| !base.is_empty() && self.target(below).is_some());
        let help = match below {
            Some(below) => format!("write `{below}`: the path of `base_url` is put before it"),
            None => self.near(path_of(written)).unwrap_or_else(|| FORMS.to_owned()),
        };
        finding(message, help)
    }

    /// The help for an address that has no page: the file of a page that is a draft, which is left out as it should be, or the nearest
    /// address, of a page beside it or just below the home page.
    fn near(self, path: &str) -> Option<String> {
        let OwnLinks { inputs, plan, .. } = self;
        let name = path.trim_matches('/');
        let draft = (!name.contains('/')).then(|| format!("content/pages/{name}.md"));
        if let Some(draft) = draft.filter(|draft| inputs.find(draft).is_some()) {
            return Some(format!("remove the link, or `draft: true` from `{draft}` once it may be read"));
        }
        let folder = path[1..].find('/').map(|end| &path[..end + 2]).unwrap_or(path);
        let pages = plan.pages().iter().map(|page| page.address.as_str());
        let beside = pages.filter(|address| address.starts_with(folder) && address.matches('/').count() == 3);
        let beside: Vec<&str> = beside.take(SUGGESTED_FROM + 1).collect();
        let beside = Some(beside).filter(|beside| beside.len() <= SUGGESTED_FROM);
        beside.and_then(|beside| did_you_mean(path, beside)).or_else(|| did_you_mean(path, overviews(plan)))
    }

    /// The finding for a picture that is nowhere: settings name it as its address is, by the name below `static/`.
    fn broken_picture(self, written: &str) -> Option<Diagnostic> {
        let OwnLinks { chronicle, inputs, .. } = self;
        let found = chronicle.check_link(inputs, inputs.config(), written)?;
        let name = written.trim_start_matches('/');
        let name = name.strip_prefix("static/").unwrap_or(name);
        // With the slash of an address before each: `static` is left out of the path.
        let kept = || inputs.under("static/").filter_map(|(_, file)| file.path().strip_prefix("static"));
        let near = || did_you_mean(&format!("/{name}"), kept());
        let help = match inputs.find(&format!("static/{name}")) {
            Some(_) => Some(format!("write `/{name}`")),
            None => near(),
        };
        Some(found.help(help.unwrap_or_else(|| "add the file below `static/`, and name it `/picture.png`".to_owned())))
    }

    /// Findings about the links of `footer`; what is wrong with its words is found where those of all texts are.
    pub(crate) fn broken_in_footer(self, config: &Config, off: &TurnedOff<'_>) -> Vec<Diagnostic> {
        let inputs = self.inputs;
        let Some(footer) = &config.footer else { return Vec::new() };
        let (input, span) = (inputs.config(), config::locate(inputs, "footer"));
        let facts = Body::parse(input, footer.text(), 0..footer.text().len(), None);
        let links = facts.value.links.iter();
        let found = links.filter_map(|link| match link.is_image {
            true => self.broken_picture(&link.target).map(|found| found.moved(span)),
            false => self.broken(config, off, &link.target, span),
        });
        found.collect()
    }
}

/// What such a link may be.
const FORMS: &str = "write the address of a page of the site, `/changes/`, or the path of a file of the content from the \
                     folder of `site.toml`, `content/pages/terms.md`";

/// The most pages of a folder that are searched for a suggestion.
const SUGGESTED_FROM: usize = 3000;

/// An address without query and fragment.
fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

/// The address of a page of the site as it is written in a link.
fn address_of(written: &str) -> Address {
    Address::of_output(&percent_decode_str(path_of(written).trim_start_matches('/')).decode_utf8_lossy())
}

/// The addresses of pages just below the home page, of which there are few.
fn overviews(plan: &Plan) -> impl Iterator<Item = &str> {
    let addresses = plan.pages().iter().map(|page| page.address.as_str());
    addresses.filter(|address| address.ends_with('/') && address.matches('/').count() == 2)
}

/// What is said of a link to what the settings turn off.
fn turned_off(written: &str, kind: Option<&str>) -> (String, String) {
    let help = match kind {
        Some(kind) => format!("remove the link, or `{kind} = false` below `[outputs]`"),
        None => "remove the link, or what turns the page off below `[outputs]`".to_owned(),
    };
    (format!("what `{written}` leads to is turned off"), help)
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_page_is_found_without_the_place_on_it() {
        assert_eq!(path_of("/search/?q=a#b"), "/search/");
        assert_eq!(path_of("/changes/"), "/changes/");
    }
}
