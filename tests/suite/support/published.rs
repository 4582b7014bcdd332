//! A built site as a browser, a feed reader and a search engine find it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use html5gum::{HtmlString, StartTag, Token, Tokenizer};

/// The files of a built site and the address it is published at.
pub(crate) struct Published {
    /// By path below the home page: `topics/trade/index.html`.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// `https://example.org`
    pub(crate) origin: String,
    /// Empty, or `/archive`.
    pub(crate) path: String,
}

/// What a page of markup says of itself.
#[derive(Default)]
pub(crate) struct Markup {
    /// Every address in it.
    pub(crate) links: Vec<String>,
    /// Every `id`; one that stands twice is twice in it.
    pub(crate) ids: Vec<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) is_noindex: bool,
    pub(crate) is_redirect: bool,
    /// The texts of JSON-LD scripts.
    pub(crate) json_ld: Vec<String>,
}

impl Markup {
    pub(crate) fn of(html: &str) -> Markup {
        let mut markup = Markup::default();
        let mut in_script = false;
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::StartTag(tag) => {
                    in_script = &*tag.name == b"script" && attribute(&tag, "type") == Some("application/ld+json");
                    if in_script {
                        markup.json_ld.push(String::new());
                    }
                    markup.take(&tag);
                }
                Token::EndTag(_) => in_script = false,
                Token::String(text) if in_script => {
                    let script = markup.json_ld.last_mut().unwrap();
                    script.push_str(std::str::from_utf8(&text).unwrap());
                }
                _ => {}
            }
        }
        markup
    }

    fn take(&mut self, tag: &StartTag<()>) {
        let link = ["href", "src", "cite"].into_iter().filter_map(|name| attribute(tag, name));
        self.links.extend(link.map(str::to_owned));
        self.ids.extend(attribute(tag, "id").map(str::to_owned));
        match &**tag.name {
            b"link" if attribute(tag, "rel") == Some("canonical") => {
                self.canonical = attribute(tag, "href").map(str::to_owned);
            }
            b"meta" if attribute(tag, "name") == Some("robots") => {
                self.is_noindex = attribute(tag, "content").unwrap().contains("noindex");
            }
            b"meta" if attribute(tag, "http-equiv") == Some("refresh") => {
                self.is_redirect = true;
                let (_, url) = attribute(tag, "content").unwrap().split_once("url=").unwrap();
                self.links.push(url.to_owned());
            }
            _ => {}
        }
    }
}

fn attribute<'a>(tag: &'a StartTag<()>, name: &str) -> Option<&'a str> {
    let value = tag.attributes.get(&HtmlString(name.as_bytes().to_vec()))?;
    Some(std::str::from_utf8(value).unwrap())
}

/// The text of a page, without markup.
pub(crate) fn text(html: &str) -> String {
    let strings = Tokenizer::new(html).filter_map(|Ok(token)| match token {
        Token::String(text) => Some(std::str::from_utf8(&text).unwrap().to_owned()),
        _ => None,
    });
    strings.collect()
}

/// Where an address leads.
pub(crate) enum Leads {
    /// To another site, or to no site at all.
    Outside,
    /// To a file of this site.
    To(String),
    /// Nowhere, for this reason.
    Nowhere(&'static str),
}

impl Published {
    /// How many links there are, and those that lead to nothing in the site.
    pub(crate) fn broken_links(&self) -> (usize, Vec<String>) {
        let pages = self.pages();
        let (mut looked_at, mut broken) = (0, Vec::new());
        for (file, page) in &pages {
            for link in &page.links {
                looked_at += 1;
                match self.leads(file, link) {
                    Leads::Outside => {}
                    Leads::Nowhere(reason) => broken.push(format!("{file}: `{link}` {reason}")),
                    Leads::To(target) => {
                        let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
                        let is_there =
                            || pages.get(target.as_str()).is_some_and(|page| page.ids.iter().any(|id| id == fragment));
                        if !fragment.is_empty() && !is_there() {
                            broken.push(format!("{file}: `{link}`: {target} has no such fragment"));
                        }
                    }
                }
            }
        }
        (looked_at, broken)
    }

    pub(crate) fn new(tree: BTreeMap<PathBuf, Vec<u8>>, base_url: &str) -> Published {
        let after = base_url.find("://").unwrap() + 3;
        let slash = base_url[after..].find('/').map_or(base_url.len(), |at| at + after);
        let files = tree.into_iter().map(|(path, bytes)| (path.to_str().unwrap().to_owned(), bytes)).collect();
        Published {
            files,
            origin: base_url[..slash].to_owned(),
            path: base_url[slash..].trim_end_matches('/').to_owned(),
        }
    }

    /// The text of a file.
    pub(crate) fn text(&self, file: &str) -> &str {
        std::str::from_utf8(&self.files[file]).unwrap()
    }

    /// The pages of markup.
    pub(crate) fn pages(&self) -> BTreeMap<&str, Markup> {
        let pages = self.files.keys().filter(|file| Path::new(file).extension().is_some_and(|end| end == "html"));
        pages.map(|file| (file.as_str(), Markup::of(self.text(file)))).collect()
    }

    /// The absolute address of a page.
    pub(crate) fn url(&self, file: &str) -> String {
        format!("{}{}/{}", self.origin, self.path, file.strip_suffix("index.html").unwrap_or(file))
    }

    /// Where an address on the page `from` leads, without its fragment.
    pub(crate) fn leads(&self, from: &str, address: &str) -> Leads {
        let address = address.split(['#', '?']).next().unwrap();
        if address.is_empty() {
            return Leads::To(from.to_owned());
        }
        let home = format!("{}{}/", self.origin, self.path);
        let below = match address.strip_prefix(&home) {
            Some(below) => below,
            None if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme)) => {
                return Leads::Outside;
            }
            None => match address.strip_prefix(&format!("{}/", self.path)) {
                Some(below) => below,
                None => return Leads::Nowhere("is not below the address of the site"),
            },
        };
        if below.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\')) {
            return Leads::Nowhere("has characters that no address may have");
        }
        let mut file = decoded(below);
        if file.is_empty() || file.ends_with('/') {
            file.push_str("index.html");
        }
        if self.files.contains_key(&file) { Leads::To(file) } else { Leads::Nowhere("leads to no file") }
    }

    /// The addresses in the sitemap, or in all of them where there is an index.
    pub(crate) fn sitemap(&self) -> Vec<String> {
        let parts = locations(self.text("sitemap.xml"));
        if !self.text("sitemap.xml").contains("<sitemapindex") {
            return parts;
        }
        let file = |url: &String| match self.leads("sitemap.xml", url) {
            Leads::To(file) => file,
            _ => panic!("the index names {url}"),
        };
        parts.iter().flat_map(|url| locations(self.text(&file(url)))).collect()
    }

    /// The files that can be reached from the home page by following links on pages.
    pub(crate) fn reachable(&self, pages: &BTreeMap<&str, Markup>) -> BTreeSet<String> {
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let mut open = vec!["index.html".to_owned()];
        while let Some(file) = open.pop() {
            let Some(page) = pages.get(file.as_str()) else { continue };
            for link in &page.links {
                if let Leads::To(next) = self.leads(&file, link)
                    && reached.insert(next.clone())
                {
                    open.push(next);
                }
            }
        }
        reached
    }
}

fn locations(sitemap: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(sitemap).unwrap();
    let locations = document.descendants().filter(|node| node.has_tag_name(NAMESPACE));
    locations.map(|node| node.text().unwrap().to_owned()).collect()
}

const NAMESPACE: (&str, &str) = ("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        if *first == b'%' {
            let hex = std::str::from_utf8(&tail[..2]).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap()
}
