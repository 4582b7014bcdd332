//! Keys that templates read: each is one that they are given.

use std::fs;

use crate::support::Site;

/// The theme of the program, copied into the site, so that nothing of it is passed over.
fn own_theme() -> Site {
    let site = Site::small();
    site.copy(std::path::Path::new("themes/default"), "themes/mine");
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("theme = \"mine\"\n{settings}"));
    site
}

#[test]
fn the_templates_of_the_default_theme_read_what_they_are_given_and_list_all_statements() {
    let run = own_theme().check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    for code in ["unknown-template-key", "incomplete-list", "missing-template"] {
        assert!(!run.stdout.contains(code), "{}", run.stdout);
    }
}

#[test]
fn a_misspelt_key_is_found_where_it_stands() {
    let site = own_theme();
    let path = site.path().join("themes/mine/templates/statement.html");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("{% if statement.withdrawn_notice %}", "{% if statement.withdrawn_notise %}"))
        .unwrap();
    site.write("templates/links.html", "{% for l in links %}{% if l.adress %}{{ l.label }}{% endif %}{% endfor %}");
    let run = site.check(&[]);
    for expected in [
        "`statement` has no key `withdrawn_notise`",
        "help: write `withdrawn_notice`",
        "themes/mine/templates/statement.html:",
        "`l` has no key `adress`",
        "templates/links.html:1:29",
    ] {
        assert!(run.stdout.contains(expected), "no `{expected}` in {}", run.stdout);
    }
    assert_eq!(run.code, Some(0));
    assert_eq!(site.check(&["--deny", "unknown-template-key"]).code, Some(1));
}

/// Behind messages, which are put into templates before they are compiled.
#[test]
fn an_error_is_shown_where_it_stands() {
    let site = Site::small();
    for (text, expected) in [
        (
            "<p>{{ msg.nav_home }}</p>\n<p>{{ msg.nav_home }} {{ msg.nav_prose }} {{ site.title.x.y }}</p>",
            "404.html:2:",
        ),
        ("{{ msg.nav_home }}{{ 1 + \"a\" }}", "404.html:1:22"),
        ("{{ msg.nav_home }}\n{{ msg.nav_home }}{% if %}", "404.html:2:25"),
        ("<main>\n  {% if site %}\n    <p>\n      {{ 1 + \"a\" }}\n    </p>\n  {% endif %}\n</main>", "404.html:4:10"),
        ("<main>\n  <p>{{ msg.nav_home }}</p>\n  {% if site %}\n  {% endfor %}", "404.html:4:6"),
    ] {
        site.write("templates/404.html", text);
        let run = site.build(&[]);
        assert!(run.code == Some(1) && run.stderr.contains(expected), "{text}\n{}", run.stderr);
    }
    // Whoever has something else by this name has that.
    site.write(
        "templates/404.html",
        "{% set msg = site %}{{ msg.title }}|{% if msg.nav_home %}{{ msg.nav_home }}{% endif %}|",
    );
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(site.page("404.html").starts_with("Small||"), "{}", site.page("404.html"));
}

/// A static file that is not there is named with the nearest that is.
#[test]
fn a_static_file_that_is_nowhere_has_a_help() {
    let site = Site::small();
    site.write("static/own.css", "p{color:red}");
    site.write("static/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    for (text, at, expected, help) in [
        ("{{ msg.nav_home }}{{ assets[\"onw.css\"] }}", "1:30", "no file `onw.css` below `static/`", "write `own.css`"),
        (
            "<link href=\"{{ assets['typo-of-it.css'] }}\">",
            "1:24",
            "no file `typo-of-it.css`",
            "put the file at `static/typo-of-it.css`",
        ),
        ("{{ integrity[\"static/own.css\"] }}", "1:15", "no file `static/own.css`", "write `own.css`"),
        ("{{ assets[\"/own.css\"] | absolute }}", "1:12", "no file `/own.css`", "write `own.css`"),
        ("{{ assets[\"onw.css\"] | absolute }}", "1:12", "no file `onw.css`", "write `own.css`"),
        ("{{ assets[\"\"] }}", "1:12", "no file `` below", "as in `assets[\"style.css\"]`"),
        ("{{ assets[\"../../etc/passwd\"] }}", "1:12", "no file `../../etc/passwd`", "as in `assets["),
        ("{{ integrity[\"picture.svg\"] }}", "1:15", "`picture.svg` has no `integrity`", "leave the attribute out"),
    ] {
        site.write("templates/404.html", text);
        let run = site.build(&[]);
        let found = &run.stderr;
        let is_there = found.contains("error[template-error]") && found.contains(&format!("templates/404.html:{at}"));
        assert!(is_there && found.contains(expected) && found.contains(help), "{text}\n{found}");
    }
    // What else fails is not the fault of a file that stands beside it.
    for text in [
        "{{ assets[\"styl\" ~ \".css\"] }}",
        "{{ assets[\"own\" ~ \".css\"] ~ site.nope.x }}",
        "{{ site.nope.a ~ (assets[\"logo.png\"] or \"\") }}",
        "{{ (assets[\"logo.png\"] or \"\") ~ site.nope.a }}",
        "{{ site.assets[\"logo.png\"].a }}",
    ] {
        site.write("templates/404.html", text);
        let run = site.build(&[]);
        let found = &run.stderr;
        assert!(found.contains("error[template-error]") && !found.contains("below `static/`"), "{text}\n{found}");
    }
    // Whether a file is there may be asked.
    site.write(
        "templates/404.html",
        "{% if assets[\"onw.css\"] %}{{ assets[\"onw.css\"] }}{% endif %}{{ assets[\"own.css\"] }}",
    );
    assert_eq!(site.build(&[]).code, Some(0));
}

/// Every key of every template is described, as far as its name goes.
#[test]
fn every_key_that_a_template_is_given_is_described() {
    let text = fs::read_to_string("docs/templates.md").unwrap();
    let words: std::collections::BTreeSet<&str> =
        text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
    let given = chronicle::pages::keys_given();
    assert!(given.len() > 100);
    let missing: Vec<&String> = given.iter().filter(|key| !words.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "not in docs/templates.md: {missing:?}");
}

#[test]
fn what_the_policy_blocks_in_style_sheets_is_found() {
    let site = own_theme();
    site.write("static/more.css", "/* url(https://a.example/x.png) */\n@import 'https://css.example/a.css';\n");
    site.write("themes/mine/static/fonts.css", "@font-face { font-family: F; src: url(//fonts.example/f.woff2) }\n");
    // One that the site's own takes the place of is not published.
    site.write("themes/mine/static/more.css", "p { background: url(https://old.example/x.png) }\n");
    site.write("static/pictures.css", "p { background: url(x.png), url(\"data:image/png;base64,AAAA\") }\n");
    for _ in 0..2 {
        // Once more where nothing has changed.
        let run = site.build(&[]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        for expected in [
            "static/more.css:2:9",
            "blocks what `@import` loads from `https://css.example/a.css`",
            "`style-src = [\"https://css.example\"]`",
            "themes/mine/static/fonts.css:1:35",
            "blocks what `url()` loads from `//fonts.example/f.woff2`",
            "`font-src = [\"https://fonts.example\"]`",
            "static/pictures.css:1:29",
            "`[security.csp]` has no `img-src` for it",
        ] {
            assert!(run.stderr.contains(expected), "no `{expected}` in {}", run.stderr);
        }
        assert!(!run.stderr.contains("old.example") && !run.stderr.contains("a.example"), "{}", run.stderr);
    }
    site.write("static/more.css", "p { color: red }\n");
    let run = site.build(&[]);
    assert!(!run.stderr.contains("css.example") && run.stderr.contains("fonts.example"), "{}", run.stderr);
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{settings}[security]\ncsp = false\n"));
    assert!(!site.build(&[]).stderr.contains("blocked-by-policy"));
}

/// A site on the theme `third`, which stands on `second`, which stands on the program's own.
fn three_themes() -> Site {
    let site = Site::small();
    for (name, parent) in [("second", "default"), ("third", "second")] {
        site.write(&format!("themes/{name}/theme.toml"), &format!("name = \"{name}\"\nparent = \"{parent}\"\n"));
    }
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("theme = \"third\"\n{settings}"));
    site
}

/// Each takes the same block of the one behind it, and adds a word; a partial likewise.
#[test]
fn theme_in_front_of_a_name_leads_to_the_next_theme_that_has_it() {
    let site = three_themes();
    let block = |word: &str| {
        format!("{{% extends \"theme/404.html\" %}}{{% block main %}}{word} {{{{ super() }}}}{{% endblock %}}")
    };
    site.write("templates/404.html", &block("SITE"));
    site.write("themes/second/templates/404.html", &block("SECOND"));
    site.write("themes/third/templates/foot.html", "THIRD {% include \"theme/foot.html\" %}");
    site.write("themes/second/templates/foot.html", "SECOND {% include \"theme/foot.html\" %}");
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.contains("warning")), (Some(0), false), "{}", run.stderr);
    let page = site.page("404.html");
    // The theme `third` has no such page: it is passed over.
    assert!(page.contains("SITE SECOND"), "{page}");
    assert!(page.contains("THIRD SECOND"), "{page}");
    assert!(page.contains("<h1"), "what stands behind both is there: {page}");
    site.write("themes/third/templates/404.html", &block("THIRD"));
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.page("404.html").contains("SITE THIRD SECOND"));
    // A name that is nowhere behind is an error at its place.
    site.write("themes/second/templates/404.html", "{% extends \"theme/405.html\" %}");
    let run = site.build(&[]);
    assert!(run.code == Some(1) && run.stderr.contains("405.html"), "{}", run.stderr);
}

/// Tera says that there is a circle, and not where it begins.
#[test]
fn a_template_that_names_itself_is_found_where_it_does() {
    for (path, text, place, help) in [
        ("statement.html", "\n{% extends \"statement.html\" %}", "2:13", "write `theme/statement.html`"),
        ("foot.html", "<p>x</p>{% include \"foot.html\" %}", "1:21", "write `theme/foot.html`"),
        ("house.html", "{% extends \"house.html\" %}", "1:13", "name another template"),
    ] {
        let site = Site::small();
        site.write(&format!("templates/{path}"), text);
        let run = site.check(&[]);
        let found =
            format!("error[template-error]: the template `{path}` stands within itself\n --> templates/{path}:{place}");
        assert!(run.code == Some(1) && run.stdout.contains(&found) && run.stdout.contains(help), "{}", run.stdout);
    }
}
