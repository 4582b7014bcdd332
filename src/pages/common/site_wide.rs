//! The values on every page: the site's own, the navigation, the foot.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Mutex;

use tera::Value;

use crate::address::Address;
use crate::chronicle::Subject;
use crate::config::Sheet;
use crate::markdown::Within;
use crate::pages::common::navigation::{Item, Navigation};
use crate::pages::common::own_links::OwnLinks;
use crate::pages::common::value::{deep_copy, markup, maybe};
use crate::pages::machine::accent_sheet;
use crate::pages::{PageBuilder, ViewError, kind};
use crate::sync;
use crate::theme::Asset;
use crate::views as view;
use crate::views::{FeedLink, Href, Link, NavPart, SharedValue, Step};

/// The values on every page. Each worker has its own copy, with a cache of links: the reference counts of values that threads
/// share would be contended for.
#[derive(Debug)]
pub(crate) struct SiteWide {
    pub(crate) site: Value,
    navs: Vec<Nav>,
    pub(crate) foot: Value,
    /// The feed of the site, as a page leads to it, where there is one.
    pub(crate) feed: Option<FeedLink>,
    /// The form to contribute, where there is one.
    pub(crate) contribute: Option<Href>,
    links: Mutex<BTreeMap<Subject, Value>>,
}

/// The navigation on some pages, rendered.
#[derive(Debug)]
pub(crate) struct Nav {
    pages: Pages,
    markup: Value,
}

/// The pages on which the same is marked in the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Pages {
    /// Those that nothing in the navigation leads to.
    Others,
    /// The page that a link leads to.
    One(Address),
    /// Those of a part of the site, below its overview.
    Below(&'static str),
}

impl SiteWide {
    pub(crate) fn empty() -> SiteWide {
        let none = Value::none;
        SiteWide { site: none(), navs: Vec::new(), foot: none(), feed: None, contribute: None, links: Mutex::default() }
    }

    /// A copy that shares no memory with this one; its cache of links is empty.
    pub(crate) fn deep_copy(&self) -> SiteWide {
        let nav = |nav: &Nav| Nav { pages: nav.pages.clone(), markup: deep_copy(&nav.markup) };
        SiteWide {
            site: deep_copy(&self.site),
            navs: self.navs.iter().map(nav).collect(),
            foot: deep_copy(&self.foot),
            feed: self.feed.clone(),
            contribute: self.contribute.clone(),
            links: Mutex::default(),
        }
    }

    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        (self.site.to_string(), self.foot.to_string()).hash(&mut hash);
        self.navs.iter().for_each(|nav| (&nav.pages, nav.markup.to_string()).hash(&mut hash));
        hash.finish()
    }

    /// The navigation on the page at an address, with what leads to it marked, or the part that it is in.
    pub(crate) fn nav(&self, of: kind::Nav, address: &Address) -> Value {
        let part = match of {
            kind::Nav::Outside => None,
            kind::Nav::Overview { part, .. } | kind::Nav::Below(part) => Some(part),
        };
        let is_page = |nav: &&Nav| matches!(&nav.pages, Pages::One(page) if page == address);
        let is_part = |nav: &&Nav| matches!(nav.pages, Pages::Below(of) if Some(of) == part);
        let found = self.navs.iter().find(is_page).or_else(|| self.navs.iter().find(is_part)).or(self.navs.first());
        maybe(found, |nav| nav.markup.clone())
    }
}

impl<'a> PageBuilder<'a> {
    /// A link to a subject's page, where it has one; cached by each worker.
    pub(crate) fn cached_link(&self, subject: Subject) -> SharedValue<Link<'static>> {
        let mut links = sync::lock(&self.site_wide().links);
        SharedValue::of(links.entry(subject).or_insert_with(|| self.new_subject_link(subject).into()).clone())
    }

    /// The values on every page, in this worker's own copy.
    pub(crate) fn site_wide(&self) -> &SiteWide {
        self.worker.wide.get_or_init(|| self.shared.site_wide())
    }

    /// Computes the values on every page: those of the site, the navigation of each part, the foot, the feed of the site. It
    /// must not call [`PageBuilder::site_wide`], which is not set yet.
    pub(crate) fn new_site_wide(&self) -> Result<SiteWide, ViewError> {
        let site = site(self);
        let mut navs = Vec::new();
        let Navigation { main, foot } = Navigation::of(self);
        let marked = main.iter().flat_map(|item| [item.page.clone().map(Pages::One), item.part.map(Pages::Below)]);
        for pages in std::iter::once(Pages::Others).chain(marked.flatten()) {
            let mut context = view::context(&view::Nav { parts: main.iter().map(|item| part(item, &pages)).collect() });
            context.insert_value("site", site.clone());
            let html = self.worker.renderer.fragment("nav.html", &context).map_err(ViewError::Template)?;
            navs.push(Nav { pages, markup: markup(html.trim_end()) });
        }
        let prose = foot.iter().map(step).collect();
        let mut context = view::context(&view::Foot { prose, text: footer(self) });
        context.insert_value("site", site.clone());
        let html = self.worker.renderer.fragment("foot.html", &context).map_err(ViewError::Template)?;
        let feed = self.feed_link(self.config.title.as_str().to_owned(), &Address::home().file("atom.xml"));
        let site = site.clone();
        let (foot, contribute) = (markup(html.trim_end()), contribute(self));
        Ok(SiteWide { site, navs, foot, feed, contribute, links: Mutex::default() })
    }
}

fn site(builder: &PageBuilder<'_>) -> Value {
    let config = builder.config;
    Value::from_serializable(&view::Site {
        title: config.title.as_str(),
        subtitle: config.subtitle.as_deref(),
        base_url: builder.url(&Address::home()),
        language: config.language.as_str(),
        dir: config.language.direction().as_str(),
        repository: crate::config::repository_page(config),
        home: builder.href(&Address::home()),
        generator: concat!("Chronicle ", env!("CARGO_PKG_VERSION")),
        feed: builder.href(&Address::home().file("atom.xml")),
        search: builder.href(&Address::page(["search"])),
        opensearch: builder.href(&Address::home().file("opensearch.xml")),
        contribute: contribute(builder),
        license: config
            .license
            .as_ref()
            .map(|license| view::License { name: &license.name, url: license.url.as_str() }),
        locale: builder.messages.locale(&config.language),
        picture: picture(builder),
        logo: config.logo.as_ref().and_then(|logo| static_file(builder, logo.file())),
        icon: config.icon.as_ref().and_then(|icon| {
            let address = static_file(builder, icon.file())?;
            Some(view::Icon { address, media_type: icon.media_type() })
        }),
        styles: styles(builder),
        // Its parts have no character that ends an attribute.
        policy: config.security.policy().map(|policy| view::Html::new(&policy)),
    })
}

/// The picture of the site, where `site.toml` names one.
fn picture<'a>(builder: &PageBuilder<'a>) -> Option<view::Picture<'a>> {
    let picture = builder.config.picture.as_ref()?;
    let asset = builder.plan.assets().get(picture.as_str())?;
    let alt = builder.config.picture_alt.as_ref().unwrap_or(&builder.config.title);
    Some(view::Picture { url: builder.url(&asset.address), alt: alt.as_str() })
}

/// The form to contribute, where there is one.
fn contribute(builder: &PageBuilder<'_>) -> Option<Href> {
    builder.config.repository.as_ref()?;
    builder.href(&Address::page(["contribute"]))
}

/// A link of the navigation, with the mark for `aria-current` on `pages`.
fn part<'a>(item: &Item<'a>, pages: &Pages) -> NavPart<'a> {
    let current = match pages {
        Pages::Others => None,
        Pages::One(address) => (item.page.as_ref() == Some(address)).then_some("page"),
        Pages::Below(part) => (item.part == Some(*part)).then_some("true"),
    };
    NavPart { key: item.key, label: item.label, address: item.href.clone(), current }
}

/// A link of the foot.
fn step<'a>(item: &Item<'a>) -> Step<'a> {
    Step { key: item.key, label: item.label.map(Into::into), address: item.href.clone() }
}

/// The words of the site in the foot.
fn footer(builder: &PageBuilder<'_>) -> Option<view::Html> {
    let footer = builder.config.footer.as_ref()?;
    // Anchors of its headings and notes are no others' on any page.
    let links = OwnLinks { chronicle: builder.chronicle.ids(), inputs: builder.inputs, plan: builder.plan };
    let target = |written: &str| links.target(written);
    let html = builder.markdown_with_links(footer.text(), &target, Within::Foot, 1, None, None);
    Some(view::Html::new(&html.text))
}

/// The style sheets of the site: its accent colour, and those that `site.toml` names.
fn styles(builder: &PageBuilder<'_>) -> Vec<view::StyleSheet> {
    let sheets = builder.config.style.sheets.iter().map(Sheet::file);
    let assets = std::iter::once(accent_sheet::NAME).chain(sheets).filter_map(|name| builder.plan.assets().get(name));
    let sheet = |asset: &Asset| {
        Some(view::StyleSheet { address: builder.href(&asset.address)?, integrity: asset.integrity.clone()? })
    };
    assets.filter_map(sheet).collect()
}

/// The address of a static file.
fn static_file(builder: &PageBuilder<'_>, name: &str) -> Option<Href> {
    builder.href(&builder.plan.assets().get(name)?.address)
}
