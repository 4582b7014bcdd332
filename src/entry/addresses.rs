//! Web addresses in front matter that become links on pages.

use super::authority::{Event, Organization, Page, Person, Place, Topic};
use super::shape::{OneOrMany, TextOr};
use super::statement::Statement;
use crate::address::{Deceit, WebUrl, deceit_of_link};
use crate::document::Step;

/// A web address and its path within the front matter.
pub(crate) struct LinkedAddress<'a> {
    pub(crate) path: Vec<Step<'static>>,
    pub(crate) address: &'a str,
    /// The link text, where it differs from the address.
    text: Option<&'a str>,
}

/// Front matter that contains web addresses.
pub(crate) trait Addresses {
    /// All web addresses, in order.
    fn addresses(&self) -> Vec<LinkedAddress<'_>>;
}

/// The paths of deceptive or broken addresses, with what is wrong with each.
pub(super) fn deceptive<T: Addresses>(fields: &T) -> impl Iterator<Item = (Vec<Step<'static>>, Deceit)> {
    fields.addresses().into_iter().filter_map(|written| {
        let deceit = deceit_of_link(written.address, written.text.as_slice())?;
        Some((written.path, deceit))
    })
}

impl Addresses for Statement {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        let mut all = Vec::new();
        for (position, source) in self.sources.as_slice().iter().enumerate() {
            let item = [Step::Key("sources"), Step::Item(position)];
            match source {
                TextOr::Text(url) => all.push(LinkedAddress { path: item.to_vec(), address: url.as_str(), text: None }),
                TextOr::Map(source) => {
                    let text = source.title.as_ref().map(|title| title.as_str());
                    for (key, url, text) in [("url", &source.url, text), ("archived", &source.archived, None)] {
                        let path = vec![item[0], item[1], Step::Key(key)];
                        all.extend(url.as_ref().map(|url| LinkedAddress { path, address: url.as_str(), text }));
                    }
                }
            }
        }
        all
    }
}

fn listed<'a>(key: &'static str, urls: &'a OneOrMany<WebUrl>) -> Vec<LinkedAddress<'a>> {
    let urls = urls.as_slice().iter().enumerate();
    let written = |(position, url): (usize, &'a WebUrl)| LinkedAddress {
        path: vec![Step::Key(key), Step::Item(position)],
        address: url.as_str(),
        text: None,
    };
    urls.map(written).collect()
}

impl Addresses for Person {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        listed("same_as", &self.same_as)
    }
}

impl Addresses for Organization {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        listed("same_as", &self.same_as)
    }
}

impl Addresses for Topic {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        listed("match", &self.matches)
    }
}

impl Addresses for Place {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        Vec::new()
    }
}

impl Addresses for Event {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        Vec::new()
    }
}

impl Addresses for Page {
    fn addresses(&self) -> Vec<LinkedAddress<'_>> {
        Vec::new()
    }
}
