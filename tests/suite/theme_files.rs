//! `chronicle theme`: the files of the theme in use.

use std::fs;

use crate::support::{Ran, Site, chronicle};

fn theme(site: &Site, arguments: &[&str]) -> Ran {
    chronicle(&[&["theme"], arguments, &["--root", site.path().to_str().unwrap()]].concat())
}

/// A site with a template of its own, on a theme of its own that stands on the program's.
fn site() -> Site {
    let site = Site::small();
    site.write("themes/press/theme.toml", "name = \"press\"\nparent = \"default\"\n");
    site.write("themes/press/templates/row.html", "<p>{{ card.title }}</p>\n");
    site.write("themes/press/templates/foot.html", "hidden\n");
    site.write("templates/foot.html", "own\n");
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("theme = \"press\"\n{settings}"));
    site
}

#[test]
fn each_file_is_listed_with_where_it_comes_from() {
    let run = theme(&site(), &["list"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let from = |name: &str| {
        let line = run.stdout.lines().find(|line| line.split_whitespace().next() == Some(name));
        line.map(|line| line[name.len()..].trim().to_owned()).unwrap_or_default()
    };
    assert_eq!(from("templates/foot.html"), "the site");
    assert_eq!(from("templates/row.html"), "the theme `press`");
    assert_eq!(from("templates/base.html"), "the built-in theme `default`");
    assert_eq!(from("static/style.css"), "the built-in theme `default`");
    assert_eq!(from("messages/en.ftl"), "the built-in theme `default`");
    assert_eq!(run.stdout.matches("foot.html").count(), 1);
}

#[test]
fn a_file_is_printed_as_it_is() {
    let site = site();
    let run = theme(&site, &["show", "row.html"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "<p>{{ card.title }}</p>\n"));
    assert_eq!(run.stderr, "templates/row.html, from the theme `press`\n");
    let run = theme(&site, &["show", "static/style.css"]);
    assert_eq!(run.stdout, fs::read_to_string("themes/default/static/style.css").unwrap());
    for (name, help) in [
        ("nope.html", "see `chronicle theme list`"),
        ("statment.html", "write `statement.html`"),
        ("row.htm", "write `row.html`"),
    ] {
        let run = theme(&site, &["show", name]);
        assert_eq!(run.stderr, format!("error: no file of the theme is called `{name}`: {help}\n"));
    }
    let run = theme(&site, &["show", "rows.html"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(2), "error: no file of the theme is called `rows.html`: write `row.html`\n")
    );
    site.write("static/row.html", "");
    let run = theme(&site, &["show", "row.html"]);
    assert_eq!(
        run.stderr,
        "error: several files are called `row.html`: write `static/row.html` or `templates/row.html`\n"
    );
}

#[test]
fn files_are_copied_and_none_is_overwritten() {
    let site = site();
    let run = theme(&site, &["eject", "row.html", "style.css", "templates/row.html"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "wrote templates/row.html, a copy of that from the theme `press`\n\
         wrote static/style.css, a copy of that from the built-in theme `default`\n\
         2 files are now the site's own: what the theme changes in later versions does not reach them\n"
    );
    assert_eq!(fs::read_to_string(site.path().join("templates/row.html")).unwrap(), "<p>{{ card.title }}</p>\n");
    assert_eq!(site.build(&[]).code, Some(0));
    for names in [&["base.html", "foot.html"][..], &["row.html"], &["base.html", "../site.toml"]] {
        let run = theme(&site, &[&["eject"], names].concat());
        assert_eq!(run.code, Some(2), "{names:?}: {}", run.stdout);
        assert!(!site.path().join("templates/base.html").exists(), "{names:?}");
    }
    assert_eq!(fs::read_to_string(site.path().join("templates/foot.html")).unwrap(), "own\n");
}

#[test]
fn without_a_theme_nothing_is_said_but_why() {
    let site = site();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\ntheme = \"pres\"\n");
    let run = theme(&site, &["list"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr.contains("there is no theme `pres`") && run.stderr.contains("mend these first"),
        "{}",
        run.stderr
    );
}

/// As by `build`: no link out of the site is followed, whatever the folder that it stands in.
#[cfg(unix)]
#[test]
fn no_link_is_followed_when_a_file_is_printed() {
    let site = site();
    let elsewhere = Site::of(&[("secret.html", "hidden away")]);
    for name in
        ["templates/foot.html", "static/own.css", "themes/press/templates/nav.html", "themes/press/static/own.js"]
    {
        let file = site.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&file);
        std::os::unix::fs::symlink(elsewhere.path().join("secret.html"), &file).unwrap();
    }
    let settings = "name = \"press\"\nparent = \"default\"\n";
    site.write("themes/press/theme.toml", settings);
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\ntheme = \"press\"\n");
    for name in ["foot.html", "own.css", "nav.html", "own.js"] {
        for command in ["show", "eject"] {
            let run = theme(&site, &[command, name]);
            assert_eq!(run.code, Some(2), "{name}: {}", run.stdout);
            assert!(!run.stdout.contains("hidden"), "{name}: {}", run.stdout);
        }
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_when_files_are_copied() {
    let site = site();
    let elsewhere = Site::small();
    fs::remove_dir_all(site.path().join("templates")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join("templates")).unwrap();
    let run = theme(&site, &["eject", "base.html"]);
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    assert!(!elsewhere.path().join("base.html").exists());
}

#[test]
fn the_gazette_is_part_of_the_program() {
    let site = Site::small();
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("theme = \"gazette\"\n{settings}"));
    let run = site.build(&["--deny", "warnings"]);
    assert_eq!((run.code, run.stderr.contains("warning")), (Some(0), false), "{}", run.stderr);
    for page in ["index.html", "people/ann-lee/index.html", "statements/2006-02-02-first/index.html"] {
        assert!(site.page(page).contains("/archive/gazette."), "{page}");
    }
    assert!(site.page("index.html").contains("<div class=\"lead\">"));
    let listed = theme(&site, &["list"]).stdout;
    let of = |name: &str| listed.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert!(of("templates/home.html").ends_with("the built-in theme `gazette`"), "{listed}");
    assert!(of("templates/person.html").ends_with("the built-in theme `default`"), "{listed}");
    let own: usize = ["templates/base.html", "templates/home.html", "static/gazette.css"]
        .map(|file| fs::read_to_string(format!("themes/gazette/{file}")).unwrap().lines().count())
        .into_iter()
        .sum();
    assert!(own <= 150, "{own} lines of its own");
}
