//! The values on every page: the site's own, the navigation, the foot.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Mutex;

use tera::Value;

use crate::address::Address;
use crate::chronicle::Subject;
use crate::pages::common::value::{deep_copy, markup, maybe};
use crate::pages::editorial::prose;
use crate::pages::{Page, PageBuilder, Plan, ViewError, kind};
use crate::sync;
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

/// The navigation on the pages of one part of the site, rendered.
#[derive(Debug)]
pub(crate) struct Nav {
    part: Option<&'static str>,
    /// Whether it is for the part's overview.
    overview: bool,
    markup: Value,
}

impl SiteWide {
    pub(crate) fn empty() -> SiteWide {
        let none = Value::none;
        SiteWide { site: none(), navs: Vec::new(), foot: none(), feed: None, contribute: None, links: Mutex::default() }
    }

    /// A copy that shares no memory with this one; its cache of links is empty.
    pub(crate) fn deep_copy(&self) -> SiteWide {
        let nav = |nav: &Nav| Nav { part: nav.part, overview: nav.overview, markup: deep_copy(&nav.markup) };
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
        self.navs.iter().for_each(|nav| (nav.part, nav.overview, nav.markup.to_string()).hash(&mut hash));
        hash.finish()
    }

    /// The navigation, with the part of a page marked as current.
    pub(crate) fn nav(&self, of: kind::Nav) -> Value {
        let (part, overview) = match of {
            kind::Nav::Outside => (None, false),
            kind::Nav::Overview { part, .. } => (Some(part), true),
            kind::Nav::Below(part) => (Some(part), false),
        };
        let found = self.navs.iter().find(|nav| (nav.part, nav.overview) == (part, overview)).or(self.navs.first());
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
        let all = parts_of(self.plan);
        let marks = all.iter().flat_map(|(part, _)| [(Some(*part), false), (Some(*part), true)]);
        for (part, overview) in std::iter::once((None, false)).chain(marks) {
            let mut context = view::context(&view::Nav { parts: parts(self, &all, part, overview) });
            context.insert_value("site", site.clone());
            let html = self.worker.renderer.fragment("nav.html", &context).map_err(ViewError::Template)?;
            navs.push(Nav { part, overview, markup: markup(html.trim_end()) });
        }
        let mut context = view::context(&view::Foot { prose: foot_links(self) });
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

/// The parts of the site that have a page, with the mark for `aria-current` on the current one.
fn parts(
    builder: &PageBuilder<'_>,
    all: &[(&'static str, &Address)],
    current: Option<&str>,
    overview: bool,
) -> Vec<NavPart> {
    let part = |(key, address): &(&'static str, &Address)| {
        let current = Some(if overview { "page" } else { "true" }).filter(|_| current == Some(*key));
        NavPart { key, address: builder.href(address), current }
    };
    all.iter().map(part).collect()
}

/// The parts of the site, with the addresses of their overviews, as the navigation has them.
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

/// The prose pages, and those that Chronicle generates about the chronicle itself.
fn foot_links<'a>(builder: &PageBuilder<'a>) -> Vec<Step<'a>> {
    let written = builder.chronicle.pages().filter_map(|id| {
        let page = &builder.chronicle.get(id).entry;
        let own = !prose::is_introduction(builder.config, &page.id);
        let address = own.then(|| builder.href(&crate::chronicle::page_address(&page.id))).flatten()?;
        Some(Step { key: None, label: Some(page.fields.title.as_str().into()), address })
    });
    let generated = ["changes", "corrections", "sources", "coverage", "data"]
        .into_iter()
        .filter_map(|key| Some(Step { key: Some(key), label: None, address: builder.href(&Address::page([key]))? }));
    let form = contribute(builder).map(|address| Step { key: Some("contribute"), label: None, address });
    written.chain(generated).chain(form).collect()
}
