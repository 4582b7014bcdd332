//! Settings of which a theme shows nothing are found, and no others.

use crate::support::Site;

const SETTINGS: &str = r##"title = "Small"
base_url = "https://example.org/"
theme = "THEME"
footer = "Words."
logo = "logo.svg"
icon = "logo.svg"

[nav]
order = ["years"]

[[nav.entries]]
label = "Institute"
address = "https://example.net/"

[style]
accent = "#7a1f2b"
sheets = ["house.css"]
"##;

/// A site with all these settings, and more files; the settings that are found.
fn found(theme: &str, files: &[(&str, &str)]) -> Vec<String> {
    let site = Site::small();
    site.write("site.toml", &SETTINGS.replace("THEME", theme));
    site.write("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write("static/house.css", "p{color:red}");
    site.write("themes/own/theme.toml", "name = \"own\"\nparent = \"default\"\n");
    files.iter().for_each(|(path, text)| site.write(path, text));
    let run = site.check(&["--format", "short"]);
    assert!(!run.stdout.contains("error["), "{}", run.stdout);
    let all = run.stdout.lines().chain(run.stderr.lines()).filter(|line| line.contains("[unread-setting]"));
    all.map(str::to_owned).collect()
}

fn template(name: &str) -> String {
    std::fs::read_to_string(format!("themes/default/templates/{name}.html")).unwrap()
}

#[test]
fn themes_that_show_all_have_no_warning() {
    let (base, nav) = (template("base"), template("nav"));
    let dynamic = |text: &str| base.replace("site.logo", "site.subtitle").replace("<head>", &format!("<head>{text}"));
    let home = template("home").replace("site.logo", "site.subtitle");
    let renamed = dynamic("{% set s = site %}{{ s.logo }}");
    let by_variable = dynamic("{% for key in [\"logo\"] %}{{ site[key] }}{% endfor %}");
    let by_filter = dynamic("{{ site | get(key=\"logo\") }}");
    let included = dynamic("{% include \"logo.html\" %}");
    let added =
        "{% extends \"theme/base.html\" %}{% block head %}{{ super() }}{% endblock %}{% block brand %}{% endblock %}";
    for (theme, files) in [
        ("default", vec![]),
        ("gazette", vec![]),
        ("own", vec![]),
        ("own", vec![("themes/own/templates/base.html", base.as_str()), ("templates/nav.html", nav.as_str())]),
        ("own", vec![("templates/base.html", added)]),
        ("own", vec![("templates/home.html", home.as_str()), ("templates/base.html", &renamed)]),
        ("own", vec![("templates/home.html", &home), ("templates/base.html", &by_variable)]),
        ("own", vec![("templates/home.html", &home), ("templates/base.html", &by_filter)]),
        (
            "own",
            vec![
                ("templates/home.html", &home),
                ("templates/base.html", &included),
                ("templates/logo.html", "{{ site.logo }}"),
            ],
        ),
    ] {
        assert_eq!(found(theme, &files), [""; 0], "{theme} {files:?}");
    }
}

#[test]
fn what_no_template_reads_is_named() {
    let mut base = template("base");
    for (from, to) in [
        ("site.icon.type", "site.title"),
        ("site.icon.address", "site.title"),
        ("site.icon", "site.title"),
        ("site.logo", "site.subtitle"),
        ("site.styles", "page.feeds"),
        ("sheet.integrity", "sheet.title"),
        ("{{ nav }}", ""),
        ("{{ foot }}", ""),
    ] {
        assert!(base.contains(from), "{from}");
        base = base.replace(from, to);
    }
    let home = template("home").replace("site.logo", "site.subtitle");
    let bare = [("themes/own/templates/base.html", base.as_str()), ("themes/own/templates/home.html", &home)];
    let expected: Vec<String> = [
        ("4:10", "foot"),
        ("5:8", "site.logo"),
        ("6:8", "site.icon"),
        ("8:1", "nav"),
        ("16:10", "site.styles"),
        ("17:10", "site.styles"),
    ]
    .iter()
    .map(|(at, what)| {
        format!(
            "site.toml:{at}: warning[unread-setting]: no template of the theme `own` or the site reads `{what}`: nobody \
             sees this setting"
        )
    })
    .collect();
    assert_eq!(found("own", &bare), expected);
    // What was behind a template that a site replaces is not read.
    let nav = "{% for part in parts %}<a href=\"{{ part.address }}\">{% if part.key %}{{ part.key }}{% endif %}</a>{% endfor %}";
    let found = found("own", &[("templates/nav.html", nav), ("templates/foot.html", "{{ site.title }}")]);
    let starts = [
        "site.toml:4:10: warning[unread-setting]: `foot.html` of the theme `own` or the site does not read `text`",
        "site.toml:11:1: warning[unread-setting]: `nav.html` of the theme `own` or the site does not read `label`",
    ];
    assert!(found.len() == 2 && found.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{found:?}");
}

/// A template of another name than those of the theme is found, unless another names it or it defines components.
#[test]
fn templates_that_nothing_asks_for_are_found() {
    let site = Site::small();
    site.write("templates/statment.html", "{% extends \"theme/statement.html\" %}\n");
    site.write("templates/statement.htm", "");
    site.write("templates/notice.html", "<p>{{ site.title }}</p>");
    site.write("templates/unused.html", "<p></p>");
    site.write("templates/foot.html", "{% include \"theme/foot.html\" %}{% include \"notice.html\" %}");
    site.write("template/row.html", "");
    site.write("template/row.css", "");
    site.write("message/en.ftl", "nav_topics = Subjects\n");
    let run = site.check(&["--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let findings = run.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let found: Vec<[String; 3]> =
        findings.map(|finding| ["code", "file", "help"].map(|key| finding[key].as_str().unwrap().to_owned())).collect();
    let misnamed = "call the folder `templates`; if it is no part of the site, keep it elsewhere";
    assert_eq!(
        found,
        [
            [
                "unread-message",
                "message/en.ftl",
                "call the folder `messages`; if it is no part of the site, keep it elsewhere"
            ],
            ["unread-template", "template/row.html", misnamed],
            [
                "unread-template",
                "templates/statement.htm",
                "name it `statement.html` if that is meant, or else remove it"
            ],
            [
                "unread-template",
                "templates/statment.html",
                "name it `statement.html` if that is meant, or else remove it"
            ],
            ["unread-template", "templates/unused.html", "remove it, or include it in another template"],
        ]
    );
}
