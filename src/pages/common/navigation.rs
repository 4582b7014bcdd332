//! What stands in the navigation and in the foot, and in which order: by the plan, and by `[nav]` in `site.toml`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::address::Address;
use crate::chronicle::{PageId, Target, page_address};
use crate::config::{self, Config, LinkAddress};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::input::Inputs;
use crate::pages::common::own_links::OwnLinks;
use crate::pages::common::turned_off::TurnedOff;
use crate::pages::editorial::prose;
use crate::pages::{Page, PageBuilder, Plan, kind};
use crate::views::Href;

/// The parts of the site, as `[nav]` names them. The plan knows their order.
const PARTS: [&str; 9] =
    ["statements", "topics", "years", "people", "organizations", "countries", "places", "events", "on-this-day"];

/// The pages that Chronicle makes about the chronicle itself, in the order in which they stand in the foot.
const ABOUT: [&str; 6] = ["changes", "corrections", "sources", "coverage", "data", "contribute"];

/// Pages that stand in the navigation only where `[nav]` says so.
const OTHERS: [&str; 4] = ["home", "search", "timeline", "chains"];

/// A link of the navigation or the foot.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    /// By which `[nav]` names it: the name of a part, the id of a page of prose, the label of an entry.
    name: Cow<'a, str>,
    stands: Stands,
    /// The word `nav_<key>` names it; otherwise its label.
    pub(crate) key: Option<&'static str>,
    pub(crate) label: Option<&'a str>,
    pub(crate) href: Href,
    /// The page that it leads to, where it is one of the site.
    pub(crate) page: Option<Address>,
    /// The part of the site that it is the overview of.
    pub(crate) part: Option<&'static str>,
}

/// Where an item stands unless `[nav]` says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Navigation,
    Foot,
    Nowhere,
}

/// The links of the navigation and those of the foot.
#[derive(Debug)]
pub(crate) struct Navigation<'a> {
    pub(crate) main: Vec<Item<'a>>,
    pub(crate) foot: Vec<Item<'a>>,
}

impl<'a> Navigation<'a> {
    pub(crate) fn of(builder: &PageBuilder<'a>) -> Navigation<'a> {
        let wanted = &builder.config.nav;
        let hidden: BTreeSet<&str> = wanted.hide.iter().map(String::as_str).collect();
        let mut items = items(builder);
        items.retain(|item| !hidden.contains(&*item.name));
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, item) in items.iter().enumerate() {
            positions.entry(&item.name).or_insert(position);
        }
        let first: Vec<usize> = wanted.order.iter().filter_map(|name| positions.remove(name.as_str())).collect();
        let taken: BTreeSet<usize> = first.iter().copied().collect();
        let others = |stands: Stands| {
            let rest = items.iter().enumerate().filter(|(position, _)| !taken.contains(position));
            rest.filter(|(_, item)| item.stands == stands).map(|(_, item)| item.clone()).collect::<Vec<_>>()
        };
        let (rest, foot) = (others(Stands::Navigation), others(Stands::Foot));
        let first = first.into_iter().map(|position| items[position].clone());
        Navigation { main: first.chain(rest).collect(), foot }
    }
}

/// All that can stand in the navigation or in the foot.
fn items<'a>(builder: &PageBuilder<'a>) -> Vec<Item<'a>> {
    let page = |key: &'static str, name: &'static str, stands: Stands, address: Address| {
        let href = builder.href(&address)?;
        let (label, part) = (None, None);
        Some(Item { name: name.into(), stands, key: Some(key), label, href, page: Some(address), part })
    };
    let parts = parts_of(builder.plan).into_iter().filter_map(|(part, address)| {
        let item = page(part, part, Stands::Navigation, address.clone())?;
        Some(Item { name: part.replace('_', "-").into(), part: Some(part), ..item })
    });
    let about = ABOUT.into_iter().filter(|name| *name != "contribute" || builder.config.repository.is_some());
    let about = about.filter_map(|name| page(name, name, Stands::Foot, Address::page([name])));
    let others = OTHERS.into_iter().filter_map(|name| {
        let address = if name == "home" { Address::home() } else { Address::page([name]) };
        builder.plan.has(&address).then(|| page(name, name, Stands::Nowhere, address)).flatten()
    });
    parts.chain(entries(builder)).chain(written(builder)).chain(about).chain(others).collect()
}

/// The parts of the site that have a page, with the addresses of their overviews.
fn parts_of(plan: &Plan) -> Vec<(&'static str, &Address)> {
    let overview = |page: &'_ Page| match page.kind.about().nav {
        kind::Nav::Overview { part, weight } => Some((weight, part)),
        kind::Nav::Outside | kind::Nav::Below(_) => None,
    };
    let found = plan.pages().iter().filter_map(|page| Some((overview(page)?, &page.address)));
    let mut parts: Vec<((u8, &'static str), &Address)> = found.collect();
    parts.sort();
    parts.into_iter().map(|((_, part), address)| (part, address)).collect()
}

/// The site's own entries, but for those that lead nowhere.
fn entries<'a>(builder: &PageBuilder<'a>) -> Vec<Item<'a>> {
    let base = builder.config.base_url.path();
    let links = OwnLinks { chronicle: builder.chronicle.ids(), inputs: builder.inputs, plan: builder.plan };
    let entry = |entry: &'a config::NavEntry| {
        let label = entry.label.as_str();
        let (href, page) = match &entry.address {
            LinkAddress::Web(_) | LinkAddress::Person(_) => (Href::elsewhere(entry.address.as_str()), None),
            LinkAddress::Own(written) => match links.target(written)? {
                Target::Page(address, Some(fragment)) => (Href::new(base, &format!("{address}#{fragment}")), None),
                Target::Page(address, None) => (builder.href(&address)?, Some(address)),
                Target::File(name) => {
                    let address = Address::home().file(&name);
                    (builder.href(&address)?, Some(address))
                }
                Target::Address(written) => (Href::new(base, &written), None),
                Target::Fragment(_) => return None,
            },
        };
        let (name, stands) = (label.into(), Stands::Navigation);
        Some(Item { name, stands, key: None, label: Some(label), href, page, part: None })
    };
    builder.config.nav.entries.iter().filter_map(entry).collect()
}

/// The pages of prose that introduce no other page.
fn written<'a>(builder: &PageBuilder<'a>) -> Vec<Item<'a>> {
    let item = |id: PageId| {
        let page = &builder.chronicle.get(id).entry;
        let address = page_address(&page.id);
        let is_own = !prose::is_introduction(builder.config, &page.id);
        let href = is_own.then(|| builder.href(&address)).flatten()?;
        let (name, label) = (page.id.as_str().into(), Some(page.fields.title.as_str()));
        Some(Item { name, stands: Stands::Foot, key: None, label, href, page: Some(address), part: None })
    };
    builder.chronicle.pages().filter_map(item).collect()
}

/// Findings about `[nav]`: names that nothing has, that stand twice or could mean two things, and entries that lead nowhere.
pub(crate) fn wrong(config: &Config, links: OwnLinks<'_>, off: &TurnedOff<'_>) -> Vec<Diagnostic> {
    let inputs = links.inputs;
    let mut findings = wrong_names(&config.nav, inputs);
    findings.extend(wrong_labels(&config.nav, inputs));
    for (at, entry) in config.nav.entries.iter().enumerate() {
        let LinkAddress::Own(written) = &entry.address else { continue };
        let span = config::locate_below(inputs, &in_nav("entries", at, Some("address")));
        findings.extend(links.broken(config, off, written, span));
    }
    findings
}

/// The way to an item of a list of `[nav]`, or to a key of it.
fn in_nav(list: &'static str, at: usize, key: Option<&'static str>) -> Vec<Step<'static>> {
    [Step::Key("nav"), Step::Key(list), Step::Item(at)].into_iter().chain(key.map(Step::Key)).collect()
}

/// Findings about what `order` and `hide` name.
fn wrong_names(nav: &config::Nav, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let made: BTreeSet<&str> = names(inputs).collect();
    let labels: BTreeSet<&str> = nav.entries.iter().map(|entry| entry.label.as_str()).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let lists = [("order", &nav.order), ("hide", &nav.hide)];
    let named =
        lists.into_iter().flat_map(|(key, list)| list.iter().enumerate().map(move |(at, name)| (key, at, name)));
    for (key, at, name) in named {
        let (is_made, is_label) = (made.contains(name.as_str()), labels.contains(name.as_str()));
        let (message, help) = if !is_made && !is_label {
            let near = did_you_mean(name, made.union(&labels).copied());
            let all = || format!("use some of `{}`, ids of pages, and labels of entries", built_in().join("`, `"));
            (format!("there is no part or page `{name}`"), near.unwrap_or_else(all))
        } else if key == "hide" && is_label && !is_made {
            (format!("`{name}` is an entry of the site's own"), "remove the entry, or this name".to_owned())
        } else if !seen.insert(name) {
            (format!("`{name}` stands twice in `[nav]`"), "remove one of the two".to_owned())
        } else {
            continue;
        };
        let span = config::locate_below(inputs, &in_nav(key, at, None));
        findings.push(Diagnostic::error(Code::BadValue, span, message).help(Some(help)));
    }
    findings
}

/// Findings about labels of entries: two that are the same, and those that `order` or `hide` cannot tell from what has the name.
fn wrong_labels(nav: &config::Nav, inputs: &Inputs) -> Vec<Diagnostic> {
    let made: BTreeSet<&str> = names(inputs).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let wrong = nav.entries.iter().enumerate().filter_map(|(at, entry)| {
        let label = entry.label.as_str();
        let is_named = nav.order.iter().chain(&nav.hide).any(|name| name == label);
        let (message, help) = if !seen.insert(label) {
            let help = "say in each label what the other does not lead to, or remove one of the two";
            (format!("two entries have the label `{label}`"), help.to_owned())
        } else if is_named && made.contains(label) {
            let message = format!("`{label}` is also the name of a part or page, which `[nav]` means by it");
            (message, "write another label, with a capital letter for example".to_owned())
        } else {
            return None;
        };
        let span = config::locate_below(inputs, &in_nav("entries", at, Some("label")));
        Some(Diagnostic::error(Code::BadValue, span, message).help(Some(help)))
    });
    wrong.collect()
}

/// The names of what Chronicle makes.
fn built_in() -> Vec<&'static str> {
    [&PARTS[..], &ABOUT, &OTHERS].concat()
}

/// All names that parts and pages may have: also those of what this site has not got, or turns off, and of drafts.
fn names(inputs: &Inputs) -> impl Iterator<Item = &str> {
    let pages = inputs.under("content/pages/").filter_map(|(_, file)| {
        let name = file.path().rsplit('/').next()?;
        name.strip_suffix(".md")
    });
    built_in().into_iter().chain(pages)
}

#[cfg(test)]
mod tests {
    use super::{ABOUT, OTHERS, PARTS};

    /// Each has its word, `nav_<key>`.
    #[test]
    fn what_is_made_has_a_name() {
        let messages = include_str!("../../../themes/default/messages/en.ftl");
        for name in PARTS.iter().chain(&ABOUT).chain(&OTHERS) {
            let line = format!("\nnav_{} = ", name.replace('-', "_"));
            assert!(messages.contains(&line), "{name}");
        }
    }
}
