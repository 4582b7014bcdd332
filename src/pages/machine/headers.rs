//! `_headers`: what Netlify, Cloudflare Pages and hosts like them send with each page.

use std::fmt::Write;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// The name of the file; a site that has one of its own keeps that.
const NAME: &str = "_headers";

/// The headers of the site's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostHeaders;

impl Output for HostHeaders {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<HostHeaders> = Switch::Named("headers");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let is_own = site.static_files.contains_key(NAME);
        pages.extend((!is_own).then(|| Page::new(Address::home().file(NAME), HostHeaders)));
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let base = builder.config.base_url.path();
        let mut text = format!("{base}/*\n");
        if let Some(policy) = builder.config.security.policy() {
            // A `<meta>` element cannot say who may embed the page.
            text += &format!("  Content-Security-Policy: {policy}; frame-ancestors 'self'\n");
        }
        text += "  Referrer-Policy: strict-origin-when-cross-origin\n  X-Content-Type-Options: nosniff\n";
        // A file whose name has its fingerprint never changes.
        let fingerprinted = builder.plan.assets().iter().filter(|(name, asset)| asset.address.as_str()[1..] != **name);
        for (_, asset) in fingerprinted {
            // Writing to a string cannot fail.
            let address = asset.address.in_links();
            let _ = write!(text, "{base}{address}\n  Cache-Control: public, max-age=31536000, immutable\n");
        }
        Ok(Content::Bytes(text.into_bytes()))
    }
}
