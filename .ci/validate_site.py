"""Checks the parts of a built site that are not HTML: feeds in Atom and JSON, and sitemaps. Used by `.ci/validate-site`."""

import collections
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import feedparser

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGE_KIND = re.compile(r"<body class=\"?([\w-]+)")


def feed_problems(path):
    """What is wrong with an Atom feed."""
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        yield f"not well formed: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"is `{feed.version}`, not Atom 1.0"
    for key in ("title", "id", "updated_parsed", "links"):
        if not feed.feed.get(key):
            yield f"has no {key}"
    if not feed.entries:
        yield "has no entries"
    for entry in feed.entries:
        for key in ("title", "id", "updated_parsed", "link", "authors"):
            if not entry.get(key):
                yield f"entry `{entry.get('id')}` has no {key}"
    ids = [entry.get("id") for entry in feed.entries]
    if len(set(ids)) != len(ids):
        yield "has two entries with one id"


def json_feed_problems(path):
    """What is wrong with a feed in JSON, of which each entry is one of the Atom feed beside it."""
    feed = json.loads(path.read_text(encoding="utf-8"))
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"is `{feed.get('version')}`, not JSON Feed 1.1"
    for key in ("title", "home_page_url", "feed_url", "items"):
        if not feed.get(key):
            yield f"has no {key}"
    for item in feed.get("items", []):
        for key in ("id", "url", "title", "date_modified", "authors"):
            if not item.get(key):
                yield f"item `{item.get('id')}` has no {key}"
        if not item.get("content_html") and not item.get("content_text"):
            yield f"item `{item.get('id')}` has no content"
    atom = feedparser.parse(path.with_name("atom.xml").read_bytes())
    if [item["id"] for item in feed.get("items", [])] != [entry.id for entry in atom.entries]:
        yield "has other entries than the Atom feed beside it"


def sitemap_problems(path, site):
    """What is wrong with a sitemap: each of its addresses must be a page."""
    root = xml.etree.ElementTree.parse(path).getroot()
    if root.tag not in (SITEMAPS + "urlset", SITEMAPS + "sitemapindex"):
        yield f"its root is `{root.tag}`"
    addresses = [element.text for element in root.iter(SITEMAPS + "loc")]
    if not addresses:
        yield "has no addresses"
    # The home page has the shortest address; what precedes a page's own path is that of the site.
    base = urllib.parse.urlsplit(min(addresses, key=len, default="")).path if root.tag.endswith("urlset") else "/"
    for address in addresses:
        url = urllib.parse.urlsplit(address)
        if not url.scheme or not url.netloc:
            yield f"`{address}` is not absolute"
        name = urllib.parse.unquote(url.path).removeprefix(base)
        if root.tag.endswith("urlset") and not (site / name / "index.html").is_file():
            yield f"`{address}` is not a page"


def main(folder):
    site = pathlib.Path(folder)
    pages = sorted(site.rglob("*.html"))
    feeds = sorted(site.rglob("atom.xml"))
    json_feeds = sorted(site.rglob("feed.json"))
    sitemaps = sorted(site.glob("sitemap*.xml"))
    problems = []
    wanted = [(pages, "HTML pages"), (sitemaps, "sitemaps")]
    # A site that turns its feeds off leads to none.
    if "application/atom+xml" in (site / "index.html").read_text(encoding="utf-8"):
        wanted += [(feeds, "feeds"), (json_feeds, "feeds in JSON")]
    for paths, what in wanted:
        if not paths:
            problems.append(f"{site}: has no {what}")
    for path in feeds:
        problems += [f"{path}: {problem}" for problem in feed_problems(path)]
    for path in json_feeds:
        problems += [f"{path}: {problem}" for problem in json_feed_problems(path)]
    for path in sitemaps:
        problems += [f"{path}: {problem}" for problem in sitemap_problems(path, site)]
    kinds = collections.Counter()
    for path in pages:
        kind = PAGE_KIND.search(path.read_text(encoding="utf-8"))
        kinds[kind.group(1) if kind else "no kind"] += 1
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    print(f"{site}: {len(pages)} pages ({listed}), {len(feeds)} feeds, {len(sitemaps)} sitemaps", flush=True)
    for problem in problems:
        print(f"error: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
