//! The style sheet with the accent colour of the site: pages may not carry styles themselves.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::static_files::{fingerprinted, integrity};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::theme::Asset;
use crate::views::Template;

/// What it is called among the static files. No other has this name, which begins with a slash.
pub(crate) const NAME: &str = "/accent.css";

/// The style sheet, by its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccentSheet(String);

impl Output for AccentSheet {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<AccentSheet> = Switch::AlwaysOn;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let sheet = site.accent.map(|text| Page::new(asset(text).address, AccentSheet(text.to_owned())));
        pages.extend(sheet);
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.0.hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, _: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(self.0.clone().into_bytes()))
    }
}

/// The sheet with this text, as pages load it.
pub(crate) fn asset(text: &str) -> Asset {
    let name = fingerprinted("accent", "css", text.as_bytes());
    Asset { address: Address::home().file(&name), integrity: Some(integrity(text.as_bytes())) }
}
