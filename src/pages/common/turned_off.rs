//! Pages of kinds of output that `[outputs]` turns off. Each kind plans its pages itself, so that nothing else has to know which
//! addresses are of which kind.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::address::Address;
use crate::config::{Config, Outputs};
use crate::input::Inputs;
use crate::pages::kind::Planning;
use crate::pages::kinds;
use crate::pages::source_text::SourceTexts;

/// The pages that a site would have more if nothing was turned off; they are planned when the first is asked for.
#[derive(Debug)]
pub(crate) struct TurnedOff<'a> {
    site: Planning<'a>,
    inputs: &'a Inputs,
    /// For each address, what turns its page off; none for pages that only have nothing to stand on.
    pages: OnceCell<BTreeMap<Address, Option<&'static str>>>,
}

impl<'a> TurnedOff<'a> {
    pub(crate) fn of(site: Planning<'a>, inputs: &'a Inputs) -> TurnedOff<'a> {
        TurnedOff { site, inputs, pages: OnceCell::new() }
    }

    /// Whether the page of an address is turned off, and by which name in `[outputs]`, as far as one does: its own, or that of a
    /// page above it.
    pub(crate) fn at(&self, address: &Address) -> Option<Option<&'static str>> {
        let outputs = &self.site.config.outputs;
        if outputs.is_everything() {
            return None;
        }
        let pages = self.pages.get_or_init(|| self.planned());
        let with_slash = || pages.get(&Address::of_output(&format!("{}/", address.as_str().trim_matches('/'))));
        let name = *pages.get(address).or_else(with_slash)?;
        let above = || {
            let path = address.as_str().trim_matches('/');
            let folders = path.match_indices('/').rev().map(|(end, _)| Address::of_output(&path[..=end]));
            folders.into_iter().find_map(|folder| pages.get(&folder).copied().flatten())
        };
        Some(name.or_else(above))
    }

    /// All pages of the site with nothing turned off.
    fn planned(&self) -> BTreeMap<Address, Option<&'static str>> {
        let config = &Config { outputs: Outputs::default(), ..self.site.config.clone() };
        // What cannot be read has no page here; the run needs none of these.
        let texts = SourceTexts::of(self.site.chronicle, self.inputs, config).map(|texts| texts.value);
        let texts = &texts.unwrap_or_default();
        let pages = kinds::plan(&Planning { config, texts, ..self.site });
        let outputs = &self.site.config.outputs;
        let named = pages.into_iter().map(|page| {
            let name = page.kind.switch().filter(|name| !outputs.has(name));
            (page.address, name)
        });
        named.collect()
    }
}
