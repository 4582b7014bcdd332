//! What a site costs grows with its files, and not with the paths through them: through a hierarchy of topics, or from one
//! statement to all that reiterate it over any number of steps.

use std::path::Path;

use crate::support::{STATEMENT, Site, layers, numbered, reiterating};

/// Builds a site, in which nothing else may be wrong.
fn build(site: &Site) {
    let allowed = ["orphan-topic", "deep-topic", "duplicate-statement", "no-office-on-date"];
    let run = site.build(&allowed.iter().flat_map(|code| ["--allow", code]).collect::<Vec<_>>());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_topic_is_shown_once_however_many_paths_lead_to_it() {
    // Through 30 layers of two there are a thousand million paths.
    for (count, width) in [(30, 2), (300, 2), (8, 20), (600, 1)] {
        let site = Site::small();
        layers(&site, count, width);
        let last = if width == 1 { format!("layer-{count}") } else { format!("layer-{count}-1") };
        site.write("content/statements/2006/2006-02-02-first.md", &STATEMENT.replace("commerce", &last));
        build(&site);
        let page = site.page("topics/index.html");
        let steps = (count - 1) * width * width;
        // The first of each topic leads to its page, or says that it has none; all others lead to the first.
        let (_, tree) = page.split_once("<div class=\"tree\">").unwrap();
        assert_eq!(tree.matches("<a href=\"/archive/topics/layer-").count(), (count - 1) * width + 1);
        assert_eq!(page.matches("href=\"#t-").count(), if width == 1 { 0 } else { steps - (count - 1) * width });
        assert!(page.len() < 10_000 + steps * 250, "{count} layers of {width}: {} bytes", page.len());
        // The statement counts once for every topic above its own.
        assert_eq!(page.matches("<small>1</small>").count(), (count - 1) * width + 1);
        let last = site.page(&format!("topics/{last}/index.html"));
        assert!(last.matches("Label of ").count() < 30 + width, "the way from above is bounded");
    }
}

#[test]
fn totals_count_a_statement_once_and_many_of_them() {
    let site = Site::small();
    layers(&site, 3, 2);
    (0..600).for_each(|number| {
        let id = numbered(number);
        let topics = ["layer-3-1, layer-3-2", "layer-3-1", "layer-2-2, layer-3-2", "commerce"][number % 4];
        let text = STATEMENT.replace("A first statement", &format!("Statement number {number}"));
        let text = text.replace("2006-02-02", &id[..10]).replace("commerce", topics);
        site.write(&format!("content/statements/{}/{id}.md", &id[..4]), &text);
    });
    build(&site);
    let page = site.page("topics/index.html").replace('\n', " ");
    let total = |label: &str| {
        let (_, rest) = page.split_once(&format!(">Label of {label}</a> <small>")).unwrap();
        rest.split_once("</small>").unwrap().0.to_owned()
    };
    let found = ["layer-1-1", "layer-1-2", "layer-2-1", "layer-2-2", "layer-3-1", "layer-3-2"].map(total);
    assert_eq!(found, ["450", "450", "450", "450", "300", "300"]);
}

/// A site in which each statement reiterates others, by a function of its number; with the bytes of what is made of single
/// statements and of chains.
fn chained(count: usize, others: fn(usize) -> std::ops::Range<usize>) -> (Site, usize) {
    let site = Site::small();
    (0..count).for_each(|number| reiterating(&site, number, others(number)));
    build(&site);
    let is_one =
        |path: &Path| path.starts_with("chains") || path.starts_with("statements") && path.components().count() == 3;
    let bytes = site.tree().iter().filter(|(path, _)| is_one(path)).map(|(_, bytes)| bytes.len()).sum();
    (site, bytes)
}

#[test]
fn the_bytes_of_a_chain_grow_with_its_statements() {
    let line = |number: usize| number.saturating_sub(1)..number;
    let star = |number: usize| 0..number.min(1);
    let dense = |number: usize| number.saturating_sub(8)..number;
    for others in [line, star, dense] {
        let [(_, one), (_, two), (_, three)] = [60, 120, 180].map(|count| chained(count, others));
        let (first, second) = (two - one, three - two);
        assert!(second.abs_diff(first) * 50 < first, "60 more are {first} bytes, and 60 more {second}");
    }
}

/// The numbers of the statements that a page leads to in its chain, in order.
fn shown(page: &str) -> Vec<usize> {
    let (_, chain) = page.split_once("<ol class=\"chain").unwrap();
    let (chain, _) = chain.split_once("</ol>").unwrap();
    let links =
        chain.split("<span class=\"title\">").skip(1).map(|link| link.split_once("Statement number ").unwrap().1);
    links.map(|rest| rest.split(['<', ' ']).next().unwrap().parse().unwrap()).collect()
}

#[test]
fn a_statement_shows_what_is_near_and_leads_to_the_page_of_its_chain() {
    let (site, _) = chained(450, |number| number.saturating_sub(1)..number);
    let near = |number: usize| shown(&site.page(&format!("statements/{}/index.html", numbered(number))));
    assert_eq!(near(0), [0, 1, 2, 3]);
    assert_eq!(near(4), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(near(200), [0, 197, 198, 199, 200, 201, 202, 203]);
    assert_eq!(near(449), [0, 446, 447, 448, 449]);
    let page = site.page(&format!("statements/{}/index.html", numbered(200)));
    let chain = format!("/archive/chains/{}/", numbered(0));
    for words in ["196 more in between", "246 later ones", "The whole chain: 450 statements"] {
        assert!(page.contains(&format!("<a href=\"{chain}\">{words}</a>")), "{words}");
    }
    // A gap is that from the statement shown before.
    assert!(page.contains("7 months 1 day later"));
    let part = |part: &str| site.page(&format!("chains/{}/{part}index.html", numbered(0)));
    assert_eq!(shown(&part("")), (0..200).collect::<Vec<_>>());
    assert_eq!(shown(&part("2/")), (200..400).collect::<Vec<_>>());
    assert_eq!(shown(&part("3/")), (400..450).collect::<Vec<_>>());
    assert!(part("2/").contains(&format!("rel=\"prev\" href=\"{chain}\"")));
    assert!(part("2/").contains(&format!("rel=\"next\" href=\"{chain}3/\"")));
    assert!(!part("").contains("rel=\"prev\"") && !part("3/").contains("rel=\"next\""));
    let subject = site.page("people/ann-lee/index.html");
    assert_eq!(shown(&subject), [0, 1, 2, 3, 446, 447, 448, 449]);
    assert!(
        site.page("chains/index.html").contains(&format!("<a href=\"{chain}\" dir=\"auto\">Statement number 0</a>"))
    );
    assert!(site.page("sitemap.xml").contains(&format!("https://example.org{chain}3/")));
    // Where the parts were before an earlier statement was found, and where nobody can have been led.
    let list = site.page("_redirects");
    for (number, parts) in [(1, 3), (19, 3), (20, 3), (21, 1), (449, 1)] {
        for part in 2..5 {
            let from = format!("chains/{}/{part}/", numbered(number));
            let is_there = site.path().join("public").join(&from).join("index.html").is_file();
            assert_eq!(is_there, part <= parts, "{from}");
            let to = format!("{chain}{part}/");
            assert_eq!(list.contains(&format!("/archive/{from} {to} 301\n")), is_there, "{from}");
            if is_there {
                assert!(
                    site.page(&format!("{from}index.html")).contains(&format!("content=\"0; url={to}\"")),
                    "{from}"
                );
            }
        }
    }
}

#[test]
fn every_statement_of_a_chain_leads_to_its_page_also_when_an_earlier_one_is_found() {
    let site = Site::small();
    (5..9).for_each(|number| reiterating(&site, number, number - 1..number));
    reiterating(&site, 4, 0..0);
    build(&site);
    assert!(!site.page(&format!("chains/{}/index.html", numbered(4))).contains("http-equiv=\"refresh\""));
    reiterating(&site, 4, 3..4);
    reiterating(&site, 3, 0..0);
    let path = site.path().join("content/statements/2000").join(format!("{}.md", numbered(7)));
    let text = std::fs::read_to_string(&path).unwrap().replace("sources:", "old_ids: [seventh]\nsources:");
    std::fs::write(&path, text).unwrap();
    build(&site);
    let (chain, list) = (format!("/archive/chains/{}/", numbered(3)), site.page("_redirects"));
    for id in (4..9).map(numbered).chain(["seventh".to_owned()]) {
        let page = site.page(&format!("chains/{id}/index.html"));
        assert!(page.contains(&format!("content=\"0; url={chain}\"")), "{id}");
        assert!(list.contains(&format!("/archive/chains/{id}/ {chain} 301\n")), "{id}");
    }
    assert!(!list.contains(&format!("{chain} /")));
}

#[test]
fn a_subject_of_many_years_does_not_list_them_on_each_page() {
    let site = Site::small();
    (1800..2000).for_each(|year| {
        let text = STATEMENT.replace("2006-02-02", &format!("{year}-01-01"));
        site.write(&format!("content/statements/{year}/{year}-01-01-said.md"), &text);
    });
    build(&site);
    assert!(site.page("topics/trade/1850/index.html").matches("/topics/trade/18").count() < 10);
    assert!(site.page("topics/trade/index.html").matches("/topics/trade/18").count() >= 100);
}
