//! Characters that deceive whoever reviews a change: in settings, messages, lists of words and templates, as in records.

use crate::support::Site;

const SETTINGS: &str = "title = \"Small\"\nbase_url = \"https://example.org/\"\n";

/// A flag that is made with tags.
const WALES: &str = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";

/// The findings about such characters: file and line, without the rest.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let site = Site::small();
    site.write("site.toml", SETTINGS);
    files.iter().for_each(|(path, text)| site.write(path, text));
    let run = site.check(&["--format", "short"]);
    let codes = ["invisible-character", "mixed-scripts", "encoded-character"];
    let all = run.stdout.lines().chain(run.stderr.lines());
    all.filter(|line| codes.iter().any(|code| line.contains(&format!("[{code}]")))).map(str::to_owned).collect()
}

#[test]
fn what_deceives_is_found_in_whatever_file() {
    let theme = "name = \"own\"\nparent = \"default\"\n";
    for (path, text, places) in [
        ("site.toml", format!("{SETTINGS}subtitle = \"a\u{202e}b\\u200B\"\n"), &["3:14", "3:16"][..]),
        ("site.toml", format!("{SETTINGS}footer = \"x&#x202E;y \u{e0041}\"\n"), &["3:12", "3:22"]),
        (
            "site.toml",
            format!("{SETTINGS}[[nav.entries]]\nlabel = \"Tr\u{430}de\"\naddress = \"/changes/\"\n"),
            &["4:10"],
        ),
        (
            "site.toml",
            format!("{SETTINGS}license = {{name = \"CC\\u2066\", url = \"https://example.net/\"}}\n"),
            &["3:22"],
        ),
        ("site.toml", format!("# a comment \u{2067}\n{SETTINGS}"), &["1:13"]),
        ("themes/own/theme.toml", format!("{theme}description = \"a\u{200b}\"\n"), &["3:17"]),
        ("wording/en.toml", "[loaded]\n\"re\u{200b}gime\" = \"government\"\n".to_owned(), &["2:4"]),
        ("messages/en.ftl", "nav_topics = To\u{200b}pics\n".to_owned(), &["1:16"]),
        ("messages/en.ftl", "nav_topics = To\u{200d}pics\n".to_owned(), &["1:16"]),
        ("messages/en.ftl", "nav_topics = T\u{43e}pics\n".to_owned(), &["1:14"]),
        // A mark of direction in a line without any letter that is written so.
        ("messages/en.ftl", "nav_topics = a\u{200f}b\n# خ\n".to_owned(), &["1:15"]),
        ("messages/ar.ftl", "nav_topics = خانه \u{202e}x\u{202c}\n".to_owned(), &["1:19", "1:21"]),
        ("messages/en.ftl", "nav_topics = \u{2066}x\nnav_years = \u{2069}y\n".to_owned(), &["1:14", "2:13"]),
        ("messages/en.ftl", "nav_topics = \u{202a}x\u{2069}\n".to_owned(), &["1:14", "1:16"]),
        (
            "themes/own/messages/en.ftl",
            "nav_topics = {\"\\u202E\"}{\"\\U0E0041\"}{\"\\u200C\"}\n".to_owned(),
            &["1:16", "1:26", "1:38"],
        ),
        ("templates/other.html", "{{ site.title }}\u{202e}{{ site.home }}\n".to_owned(), &["1:17"]),
        (
            "templates/other.html",
            "<p>a&#x202e;b&#8238c&#X2066;d&#xE0041;&rlm;</p>\n".to_owned(),
            &["1:5", "1:14", "1:21", "1:30"],
        ),
        // What is turned does not end in another paragraph, nor in another attribute.
        ("templates/other.html", "<p>\u{2067}a</p><p>b\u{2069}</p>\n".to_owned(), &["1:4", "1:14"]),
        ("templates/other.html", "<a title=\"\u{2067}\" id=\"b\u{2069}\"></a>\n".to_owned(), &["1:11", "1:19"]),
        ("templates/other.html", "<p>&#x2067;a</p>\n&#x2069;\n".to_owned(), &["1:4", "2:1"]),
        (
            "templates/other.html",
            "<a title=\"{{ m[\"&#x2067;\"] }}\" id='{{ x }}&#x2069;'></a>\n".to_owned(),
            &["1:17", "1:43"],
        ),
        // A mark of direction where nothing is written so; pictures of no flag.
        (
            "site.toml",
            format!("{SETTINGS}footer = \"a\u{200e}b \u{1f3f4}\u{e0075}\u{e007f}\"\n"),
            &["3:12", "3:16", "3:17"],
        ),
        ("site.toml", format!("{SETTINGS}footer = \"<https://example.org/قرار\u{200f}>\"\n"), &["3:36"]),
        // Within a word of other letters, also where they are written by their numbers, and in a text without any other.
        ("site.toml", format!("{SETTINGS}footer = \"القرار Reso\u{200f}lution\"\n"), &["3:22"]),
        ("site.toml", format!("{SETTINGS}footer = \"القرار a\\u200E\u{200f}&#98; -&lrm;5\"\n"), &["3:19", "3:25"]),
        ("site.toml", format!("{SETTINGS}footer = \"-&lrm;5 \u{200e}-5 \\u200E\"\n"), &["3:12", "3:19", "3:23"]),
        ("site.toml", format!("{SETTINGS}footer = \"القرار <https://example.org/?a=&lrm;>\"\n"), &["3:42"]),
    ] {
        let found = found(&[(path, &text)]);
        let at: Vec<&str> = found
            .iter()
            .filter_map(|line| line.strip_prefix(&format!("{path}:"))?.split_once(": error").map(|(at, _)| at))
            .collect();
        assert_eq!(at, places, "{path}\n{text:?}\n{found:?}");
    }
}

#[test]
fn what_languages_need_is_no_deceit() {
    for (path, text) in [
        ("messages/fa.ftl", "nav_topics = می\u{200c}خواهم\nnav_years = خانه\u{200c}{ $count }\n"),
        ("messages/fa.ftl", "nav_topics = { $day }\u{200f}/{ $month }{\"\\u200F\"}\n"),
        ("messages/en.ftl", "nav_topics = (\u{200f}خانه\u{200f})\nnav_years = می{\"\\u200C\"}{ $count }\n"),
        ("messages/en.ftl", "nav_topics = \u{2068}{ $name }\u{2069} and \u{2066}b \u{2067}c\u{2069}\u{2069}\n"),
        ("messages/en.ftl", "nav_topics = {\"\\u2068\"}{ $name }{\"\\u2069\"}\n"),
        ("messages/en.ftl", "nav_topics = { \"\\u00A0\" }\u{a0}{ \"\\\\u202E\" } 👩\u{200d}⚕\u{fe0f}\n"),
        ("site.toml", &format!("subtitle = \"می\u{200c}خواهم\"\n{SETTINGS}")),
        (
            "site.toml",
            &format!(
                "{SETTINGS}# \\u202E\nsubtitle = 'a\\u202E'\nfooter = \"\"\"\nb\"\"\"\nbranch = '''c\\\\u200B'''\n"
            ),
        ),
        (
            "site.toml",
            &format!("{SETTINGS}subtitle = \"™\u{fe0f} ℹ\u{fe0f} ‼\u{fe0f} ⁉\u{fe0f} PDF\u{200c}ها 5\u{200c}ها\"\n"),
        ),
        ("site.toml", &format!("{SETTINGS}subtitle = \"അവന\u{d4d}\u{200d} ภาษา\u{200b}ไทย ភាសា\u{200b}ខ្មែរ\"\n")),
        ("templates/other.html", "<p dir=\"rtl\">\u{200f}خانه\u{200f} &#x200F;</p>\n"),
        ("templates/other.html", "{{ site.title }}&lrm;&#8206; a&shy;b&#173;c&#8203;d&zwnj;&#8288;&#160;&#150;\n"),
        ("templates/other.html", "<p>\u{2067}<b>{{ site.title }}</b>\u{2069} &#x2068;{{ site.title }}&#x2069;</p>\n"),
        (
            "templates/other.html",
            "<a href=\"/\" title=\"&#x2068;{{ msg[\"nav_topics\"] }}&#x2069;\">&#x2067;{% if a[\"<p>\"] %}b{% endif %}&#x2069;</a>\n",
        ),
        (
            "templates/other.html",
            "<a title='\u{2068}{{ t(key=\"a\") ~ b['c'] }}\u{2069}' id=\"\u{2067}don't\u{2069}\">{# don't #}</a>\n",
        ),
        (
            "site.toml",
            &format!(
                "{SETTINGS}footer = \"القرار 2231 (2015)\u{200f}. \u{200e}(القرار) &rlm;5 القرار&rlm;/&#8207;\"\n"
            ),
        ),
        (
            "content/pages/marks.md",
            "---\ntitle: \"Pages \\u200E(5)\"\n---\nانظر [القرار](https://undocs.org/a)\u{200e}. UNSCR 242 (1967)\u{200e}\n\n- \u{200e}+7 495 &lrm;5\n",
        ),
        ("site.toml", &format!("{SETTINGS}footer = \"&#1575; A (5)\u{200e} B | \\u200E-5% |\"\n")),
        ("site.toml", &format!("{SETTINGS}footer = \"A \u{200f}ירושלים\u{200e}: {WALES} {WALES}\"\n")),
        ("messages/en.ftl", &format!("nav_topics = {WALES}\n")),
        ("content/pages/flags.md", &format!("---\ntitle: Flags {WALES}\n---\nA {WALES}, القرار 5\u{200f}.\n")),
    ] {
        assert_eq!(found(&[(path, text)]), [""; 0], "{path}\n{text:?}");
    }
}

/// What stands for a character, or has letters of two scripts, can be as long as a file; what is said of it is not.
#[test]
fn a_finding_is_short() {
    let zeros = "0".repeat(100_000);
    for (path, text) in [
        ("templates/other.html", format!("<p>&#x{zeros}202E;</p>\n")),
        ("content/pages/words.md", format!("---\ntitle: A\n---\n{}\n", "a\u{430}".repeat(30_000))),
    ] {
        let found = found(&[(path, &text)]);
        assert!(found.len() == 1 && found[0].len() < 500, "{path}: {} findings", found.len());
    }
}

/// What is named in a word of two scripts are the letters that do not belong there, whichever comes first.
#[test]
fn the_letters_of_the_rarer_script_are_named() {
    for (text, named) in [
        ("\u{410}nn spoke.", "`\u{410}` (U+0410)"),
        ("\u{41c}inister spoke.", "`\u{41c}` (U+041C)"),
        ("Сказал Mи\u{43d}истр.", "`M` (U+004D)"),
        // As many of each: the words around it decide.
        ("Peace \u{43e}n earth.", "`\u{43e}` (U+043E)"),
        ("Мир \u{43d}a земле.", "`a` (U+0061)"),
        ("Мир a\u{43d} земле.", "`a` (U+0061)"),
    ] {
        let found = found(&[("content/pages/words.md", &format!("---\ntitle: 1\n---\n{text}\n"))]);
        assert!(found.len() == 1 && found[0].ends_with(&format!("two scripts: {named}")), "{text}: {found:?}");
    }
}

/// Whether a mark of direction is for something is found once for the whole text.
#[test]
fn a_text_of_many_marks_ends() {
    let text = format!("---\ntitle: A\n---\n{}\n", "ق\u{200f}".repeat(200_000));
    assert_eq!(found(&[("content/pages/marks.md", &text)]), [""; 0]);
}

/// Where an address begins is not looked for from the beginning of the line each time.
#[test]
fn a_line_of_many_escapes_ends() {
    let escapes = "%D0%B0".repeat(100_000);
    let found = found(&[("site.toml", &format!("{SETTINGS}# https://example.net/{escapes}\n"))]);
    assert_eq!(found, [""; 0], "a word in one script");
}

/// The files of the program's own themes are not looked at in each run. Put into a site, they have nothing to be found.
#[test]
fn the_themes_of_the_program_have_none() {
    for theme in ["default", "gazette"] {
        let folder = std::path::Path::new("themes").join(theme);
        let mut files = Vec::new();
        for (path, bytes) in crate::support::tree(&folder) {
            let Ok(text) = String::from_utf8(bytes) else { continue };
            files.push((format!("themes/{theme}/{}", path.to_str().unwrap().replace('\\', "/")), text));
        }
        assert!(files.len() > 2, "{theme}");
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(found(&files), [""; 0]);
    }
}
