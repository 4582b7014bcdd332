//! What a site has in place of a part of the default theme: a block, a partial, a style sheet; and what it can name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::Site;

/// A site with a page of each kind, in the default theme.
fn site() -> Site {
    Site::golden("whole-pages")
}

fn build(site: &Site) {
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// The pages that are no redirects: path, kind and text.
fn pages(site: &Site) -> Vec<(String, String, String)> {
    let files = site.tree().into_iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "html"));
    let page = |(path, bytes): (std::path::PathBuf, Vec<u8>)| {
        let text = String::from_utf8(bytes).unwrap();
        let kind = text.split_once("<body class=\"")?.1.split_once('"')?.0.to_owned();
        Some((path.display().to_string(), kind, text))
    };
    files.filter_map(page).collect()
}

#[test]
fn a_style_sheet_and_a_brand_reach_every_page() {
    let site = site();
    site.write("static/own.css", "h1 { color: green }\n");
    site.write(
        "templates/base.html",
        "{% extends \"theme/base.html\" %}\n\
         {% block head %}{{ super() }}\n<link rel=\"stylesheet\" href=\"{{ assets[\"own.css\"] }}\">\n{% endblock %}\n\
         {% block brand %}<p class=\"brand\">Our mark</p>{% endblock %}\n",
    );
    build(&site);
    let pages = pages(&site);
    for (path, kind, text) in &pages {
        assert_eq!(text.matches("<link rel=\"stylesheet\" href=\"").count(), 2, "{path} ({kind})");
        assert_eq!(text.matches("<p class=\"brand\">Our mark</p>").count(), 1, "{path} ({kind})");
    }
    let kinds: BTreeSet<&str> = pages.iter().map(|(_, kind, _)| kind.as_str()).collect();
    for kind in ["home", "statement", "search", "not-found", "country", "source-text", "contribute"] {
        assert!(kinds.contains(kind), "no page of the kind {kind} in {kinds:?}");
    }
    assert!(kinds.len() > 25, "{kinds:?}");
    // What the pages have of their own in the same place is still there.
    let all = |part: &str| pages.iter().filter(|(_, _, text)| text.contains(part)).count();
    assert!(all("rel=\"cite-as\"") > 5 && all("/search.") == 1 && all("/contribute.") == 1);
}

#[test]
fn a_block_takes_the_place_of_one_section() {
    let site = site();
    build(&site);
    let before = pages(&site);
    site.write(
        "templates/statement.html",
        "{% extends \"theme/statement.html\" %}\n{% block sources %}\n<p>Ask for our sources.</p>\n{% endblock %}\n",
    );
    build(&site);
    for ((path, kind, before), (_, _, after)) in before.iter().zip(&pages(&site)) {
        if kind != "statement" {
            assert_eq!(before, after, "{path}");
            continue;
        }
        let (head, rest) = before.split_once("<section class=\"section\" id=\"sources\">").unwrap();
        let (_, tail) = rest.split_once("<section class=\"section\" id=\"subjects\">").unwrap();
        let of = format!("{head}<p>Ask for our sources.</p><section class=\"section\" id=\"subjects\">{tail}");
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join("");
        assert_eq!(plain(after), plain(&of), "{path}");
    }
}

#[test]
fn a_partial_takes_the_place_of_that_of_the_theme() {
    let site = site();
    site.write(
        "templates/row.html",
        "<li>\n  <a href=\"{{ card.address }}\">{{ card.title }}</a>\n  {{ card.date_short }}\n</li>\n",
    );
    build(&site);
    let home = site.page("index.html");
    let (_, rows) = home.split_once("<ol class=\"rows\">").unwrap();
    let (rows, _) = rows.split_once("</ol>").unwrap();
    assert!(rows.starts_with("<li><a href=\"") && !rows.contains("class=") && rows.contains("</a>\n"), "{rows}");
}

/// Where a block lists statements, what takes its place has to list them, too; other blocks may be left out.
#[test]
fn a_block_that_lists_statements_is_missed() {
    let site = site();
    site.write("templates/year.html", "{% extends \"theme/year.html\" %}{% block topics %}{% endblock %}");
    assert!(!site.check(&[]).stdout.contains("incomplete-list"));
    site.write("templates/year.html", "{% extends \"theme/year.html\" %}{% block list %}{% endblock %}");
    let run = site.check(&[]);
    assert!(run.stdout.contains("incomplete-list") && run.stdout.contains("`rows`"), "{}", run.stdout);
}

#[test]
fn home_and_chains_list_statements_too() {
    let site = site();
    for (template, text, unread) in [
        ("home.html", "{% block newest %}{% endblock %}", Some("`rows`, `all`")),
        ("home.html", "{% block newest %}<ol>{{ rows }}</ol>{% endblock %}", Some("`all`")),
        ("home.html", "{% block main %}{% endblock %}", Some("`rows`, `all`")),
        ("home.html", "{% block topics %}{% endblock %}", None),
        ("chain-page.html", "{% block list %}{% endblock %}", Some("`chain.links`")),
        (
            "chain-page.html",
            "{% block list %}{% for l in chain.links %}{{ l.statement.label }}{% endfor %}{% endblock %}",
            None,
        ),
        ("chains-page.html", "{% block list %}{% endblock %}", Some("`rows`")),
        (
            "year.html",
            "{% block list %}{% for m in rows %}{% if m %}{% set_global last = m %}{% endif %}{% endfor %}\
             {% include \"list-parts.html\" %}{% endblock %}",
            Some("`rows`"),
        ),
    ] {
        site.write(&format!("templates/{template}"), &format!("{{% extends \"theme/{template}\" %}}{text}"));
        let run = site.check(&[]);
        match unread {
            Some(keys) => assert!(run.stdout.contains(&format!("does not read {keys}:")), "{text}: {}", run.stdout),
            None => assert!(!run.stdout.contains("incomplete-list"), "{text}: {}", run.stdout),
        }
        fs::remove_file(site.path().join(format!("templates/{template}"))).unwrap();
    }
}

/// What a site's `base.html` adds to any block but `main` is on every page.
#[test]
fn each_block_of_the_base_reaches_every_page() {
    let site = site();
    let blocks = ["head", "brand", "crumbs", "tail", "pager", "links"];
    let added = |block: &str| format!("{{% block {block} %}}{{{{ super() }}}}<i>own {block}</i>{{% endblock %}}");
    let text: String = blocks.iter().map(|block| added(block)).collect();
    site.write("templates/base.html", &format!("{{% extends \"theme/base.html\" %}}{text}"));
    build(&site);
    for (path, kind, text) in pages(&site) {
        for block in blocks {
            assert_eq!(text.matches(&format!("<i>own {block}</i>")).count(), 1, "{block} in {path} ({kind})");
        }
    }
}

#[test]
fn a_block_that_is_in_no_template_is_found_where_it_stands() {
    let site = site();
    site.write(
        "templates/statement.html",
        "{% extends \"theme/statement.html\" %}\n{% block title %}A{% endblock %}\n{% block surces %}B{% endblock %}\n",
    );
    let run = site.check(&[]);
    let expected = "\
error[template-error]: the template that this one extends has no block `surces`
 --> templates/statement.html:3:10
  |
3 | {% block surces %}B{% endblock %}
  |          ^^^^^^
  |
  = help: write `sources`
";
    assert!(run.stdout.contains(expected), "{}", run.stdout);
}

#[test]
fn a_template_of_the_site_takes_no_name_of_the_themes() {
    let site = site();
    site.write("templates/theme/row.html", "<li>Ours</li>");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    for part in
        ["error[template-error]: `theme/` leads to", "--> templates/theme/row.html", "write `templates/row.html`"]
    {
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
}

/// The names in the tags of a template that begin so.
fn named(text: &str, tag: &str) -> Vec<String> {
    let tags = text.split("{%").skip(1).filter_map(|rest| rest.split_once("%}"));
    let words = tags.map(|(words, _)| words.trim_matches(['-', ' ']).split_whitespace().collect::<Vec<_>>());
    words.filter(|words| words[0] == tag).map(|words| words[1].trim_matches('"').to_owned()).collect()
}

/// `docs/templates.md` has the blocks of each template, as `CHRONICLE_BLESS=1` writes them.
#[test]
fn the_blocks_of_each_template_are_described() {
    let folder = Path::new("themes/default/templates");
    let mut table = "| template | stands on | blocks |\n|---|---|---|\n".to_owned();
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    files.sort();
    let mut looked_at = 0;
    for file in files.iter().map(|file| file.to_str().unwrap()) {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        let blocks = named(&text, "block");
        looked_at += blocks.len();
        let parent = named(&text, "extends").first().map_or_else(String::new, |parent| format!("`{parent}`"));
        if !blocks.is_empty() {
            table.push_str(&format!("| `{file}` | {parent} | `{}` |\n", blocks.join("` `")));
        }
    }
    assert!(looked_at > 120, "{looked_at}");
    let page = fs::read_to_string("docs/templates.md").unwrap();
    let begin = page.find("| template | stands on | blocks |").unwrap();
    let end = begin + page[begin..].find("\n\n").unwrap() + 1;
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        fs::write("docs/templates.md", format!("{}{table}{}", &page[..begin], &page[end..])).unwrap();
    } else {
        assert_eq!(&page[begin..end], table, "run the test with CHRONICLE_BLESS=1");
    }
}
