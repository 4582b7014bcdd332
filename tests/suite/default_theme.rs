//! What the default theme shows of single things, and where.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{STATEMENT, Site};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const PERSON: &str = "content/people/ann-lee.md";

/// The page of the first statement, with other text in place of its own.
fn with_text(site: &Site, text: &str) -> String {
    site.write(FIRST, &STATEMENT.replace("What was said.\n", text));
    let run = site.build(&["--allow", "raw-html"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    site.page("statements/2006-02-02-first/index.html")
}

fn in_language(site: &Site, language: &str) {
    let settings = "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n";
    site.write("site.toml", &format!("{settings}language = \"{language}\"\n"));
}

/// What stands between two texts of a page.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let rest = page.split_once(start).unwrap_or_else(|| panic!("no {start} in {page}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {page}")).0
}

#[test]
fn tables_in_texts_are_scrolled_within_frames_that_have_different_names() {
    let site = Site::small();
    let table = "| <b>A</b> | B |\n|---|--:|\n| 1 | 2 |\n\n";
    let text = format!("{table}## Trade & more\n\n{table}{table}- In a list:\n\n  {}\n", table.replace('\n', "\n  "));
    site.write("content/pages/about.md", &format!("---\ntitle: About\n---\n## *Head*\n\n{table}"));
    let page = with_text(&site, &text);
    let frames: Vec<&str> =
        page.split("<div class=\"table\" ").skip(1).map(|rest| between(rest, "", "><table>")).collect();
    let expected = [
        "role=\"region\" aria-label=\"Table 1\" tabindex=\"0\"",
        "role=\"region\" aria-labelledby=\"trade-more\" tabindex=\"0\"",
        "role=\"region\" aria-label=\"Table 3\" tabindex=\"0\"",
        "role=\"region\" aria-label=\"Table 4\" tabindex=\"0\"",
    ];
    assert_eq!(frames, expected);
    // The policy allows no attribute `style`.
    assert!(page.contains("<td>1</td><td class=\"right\">2</td>") && !page.contains("style="), "{page}");
    assert!(page.contains("<h2 id=\"trade-more\">") && page.contains("&lt;b&gt;A&lt;/b&gt;"), "{page}");
    assert!(site.page("about/index.html").contains("<div class=\"table\" role=\"region\" aria-labelledby=\"head\""));
    // The editors' note is another text on the same page.
    site.write(FIRST, &STATEMENT.replace("fidelity:", "context: |\n  | A | B |\n  |---|---|\n  | 1 | 2 |\nfidelity:"));
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("aria-label=\"Table 1 in the editors’ note\""), "{page}");
}

#[test]
fn a_relation_is_shown_once() {
    let site = Site::small();
    let add = |id: &str, more: &str| {
        let text = STATEMENT
            .replace("A first statement", &format!("Said {id}"))
            .replace("2006-02-02", &format!("2007-01-{id}"))
            .replace("fidelity:", &format!("{more}\nfidelity:"));
        site.write(&format!("content/statements/2007/2007-01-{id}-s.md"), &text);
    };
    add("02", "reiterates: [{to: 2006-02-02-first, by: editor, note: In other words.}]");
    add("03", "reiterates: [2006-02-02-first, {to: 2007-01-02-s, by: speaker, note: As before.}]");
    add("04", "responds_to: [2007-01-03-s]\nreiterates: [2006-02-02-first]");
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let section = |id: &str| {
        let page = site.page(&format!("statements/{id}/index.html"));
        between(&page, "<section class=\"section\" id=\"chain\">", "</section>").to_owned()
    };
    // The chain says all there is to say.
    let first = section("2006-02-02-first");
    assert!(!first.contains("class=\"relation-list\"") && first.matches("2007-01-03-s/").count() == 1, "{first}");
    assert!(first.contains("In other words."), "{first}");
    // A second relation with words of its own is not in it.
    let third = section("2007-01-03-s");
    let (chain, relations) = third.split_once("<ul class=\"relation-list\">").unwrap();
    assert!(chain.contains("2006-02-02-first/") && chain.contains("2007-01-02-s/"), "{chain}");
    assert_eq!(relations.matches("<li>").count(), 2, "{relations}");
    assert!(relations.contains("As before.") && relations.contains("Responded to by"), "{relations}");
    let last = section("2007-01-04-s");
    let (_, relations) = last.split_once("<ul class=\"relation-list\">").unwrap();
    assert!(relations.contains("Responds to") && !relations.contains("Reiterates"), "{relations}");
}

#[test]
fn titles_say_that_a_statement_was_withdrawn() {
    for (language, said) in [("en", "Withdrawn: "), ("ru", "Отозвано: "), ("ar", "مسحوب: ")] {
        let site = Site::small();
        in_language(&site, language);
        site.write(
            FIRST,
            &STATEMENT.replace("fidelity:", "withdrawn: {date: 2007-01-02, reason: A mistake}\nfidelity:"),
        );
        assert_eq!(site.build(&[]).code, Some(0));
        let page = site.page("statements/2006-02-02-first/index.html");
        assert!(page.contains(&format!("<title>{said}A first statement (Ann Lee")), "{page}");
        assert!(page.contains(&format!("<meta property=\"og:title\" content=\"{said}A first statement\">")), "{page}");
    }
}

#[test]
fn dates_of_records_are_called_recorded() {
    let site = Site::small();
    site.write("content/places/rome.md", "---\nname: Rome\n---\n");
    let more = "place: rome\ncountries: [NO]\norganizations: [society]\nfidelity:";
    site.write("content/organizations/society.md", "---\nname: Society\n---\n");
    site.write(FIRST, &STATEMENT.replace("fidelity:", more));
    let second =
        STATEMENT.replace("2006-02-02", "2008-03-04").replace("A first", "A second").replace("fidelity:", more);
    site.write("content/statements/2008/2008-03-04-second.md", &second);
    for (language, said) in [
        ("en", "<dt>Recorded</dt><dd>2_Feb_2006_– 4_Mar_2008</dd>"),
        ("ru", "<dt>Записано</dt><dd>2_февр._2006_– 4_мар._2008</dd>"),
        ("ar", "<dt>فترة التسجيل</dt><dd>2_فبراير_2006_– 4_مارس_2008</dd>"),
    ] {
        in_language(&site, language);
        let run = site.build(&[]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        for page in ["people/ann-lee", "topics/trade", "organizations/society", "countries/no", "places/rome"] {
            let text = site.page(&format!("{page}/index.html")).replace("&nbsp;", "_").replace('\u{a0}', "_");
            assert!(text.contains(said), "{language} {page}: {text}");
        }
    }
}

#[test]
fn terms_of_office_stand_against_the_statements_of_each_year() {
    let site = Site::small();
    let page = |person: &str| {
        site.write(PERSON, &format!("---\nname: Ann Lee\nnames: [A. Lee]\n{person}---\n"));
        let run = site.build(&[]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{person}");
        site.page("people/ann-lee/index.html").replace('\u{a0}', "_").replace("&nbsp;", "_").replace('\n', " ")
    };
    let offices = "offices:\n  - {id: minister, title: Minister, from: 2004-01-01}\n  - {id: envoy, title: Envoy, from: 2003, to: 2003-12-31~}\n";
    let drawn = page(offices);
    // Four years, of which only the last has a statement.
    let bars = between(&drawn, "<div class=\"bars\">", "</details></div>");
    assert!(bars.contains("viewBox=\"0 0 4 1\"") && bars.contains("href=\"/archive/years/2006/\""), "{bars}");
    assert!(bars.contains("2003–2005</th>"), "{bars}");
    let lanes: Vec<&str> = bars.split("<li>").skip(1).map(|rest| between(rest, "", "</li>")).collect();
    let [minister, envoy] = lanes[..] else { panic!("{bars}") };
    assert!(minister.contains("1_Jan_2004_– <small>no end recorded</small>"), "{minister}");
    assert!(minister.contains("<rect x=\"25.00%\" width=\"75.00%\" height=\"100%\"/>"), "{minister}");
    // Of a beginning that is a year, and an end that is in doubt, nothing is certain.
    assert!(envoy.contains("2003_– about 31_Dec_2003"), "{envoy}");
    assert!(envoy.contains("<rect class=\"maybe\" x=\"0.00%\" width=\"25.00%\" height=\"100%\"/></svg>"), "{envoy}");
    assert!(!drawn.contains("style="), "{drawn}");
    // Years after the last statement are in the table, too.
    let later = page("offices: [{id: minister, title: Minister, from: 2004, to: 2009}]\n");
    assert!(later.contains("2007–2009</th>") && later.contains("2004–2005</th>"), "{later}");
    // Nothing to draw: no offices, or no year of a statement.
    let none = page("");
    assert!(none.contains("<div class=\"bars\">") && !none.contains("class=\"lane\""), "{none}");
    site.write(FIRST, &STATEMENT.replace("2006-02-02", "200X"));
    let office = "offices: [{id: minister, title: Minister, from: 2000}]";
    site.write(PERSON, &format!("---\nname: Ann Lee\nnames: [A. Lee]\n{office}\n---\n"));
    let run = site.build(&["--allow", "misnamed-file", "--allow", "wrong-year-folder"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let undated = site.page("people/ann-lee/index.html");
    assert!(undated.contains("no end recorded") && !undated.contains("class=\"lane\""), "{undated}");
}

#[test]
fn addresses_and_names_keep_their_direction_where_all_else_is_read_from_right_to_left() {
    let site = Site::small();
    in_language(&site, "ar");
    let correction = "corrections: [{date: 2007-01-02, kind: correction, note: \"Was: it (1).\"}]\nfidelity:";
    site.write(FIRST, &STATEMENT.replace("fidelity:", correction));
    site.write(PERSON, "---\nname: Ann Lee\nnames: [A. Lee]\nsame_as: https://example.org/1/\n---\n");
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2006-02-02-first/index.html");
    for said in [
        "<h1><bdi>A first statement</bdi></h1>",
        "<span dir=\"auto\">Was: it (1).</span>",
        "<a class=\"external\" href=\"https://example.com/1\" dir=\"ltr\">https://example.com/1</a>",
        "dir=\"ltr\">https://example.org/archive/statements/2006-02-02-first/</a>",
        "<code dir=\"ltr\">",
        "href=\"/archive/people/ann-lee/\" dir=\"auto\">Ann Lee</a>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(site.page("corrections/index.html").contains("<span dir=\"auto\">Was: it (1).</span>"));
    let person = site.page("people/ann-lee/index.html");
    assert!(person.contains("href=\"https://example.org/1/\" dir=\"ltr\">https://example.org/1/</a>"), "{person}");
    assert!(person.contains("<span dir=\"auto\">A. Lee</span>"), "{person}");
}

/// The classes that a style sheet names, outside of comments and texts.
fn styled(sheet: &str) -> BTreeSet<String> {
    let mut code = String::new();
    for (at, part) in sheet.split('"').enumerate().filter(|(at, _)| at % 2 == 0) {
        let mut rest = part;
        while let Some((before, comment)) = rest.split_once("/*") {
            code.push_str(before);
            rest = comment.split_once("*/").unwrap_or_else(|| panic!("a text in the comment {comment}, {at}")).1;
        }
        code.push_str(rest);
    }
    let name = |rest: &str| -> String { rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect() };
    code.split('.').skip(1).map(name).filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// The classes that a template gives to elements: whole ones, and beginnings that a value completes.
fn given(template: &str) -> BTreeSet<(String, bool)> {
    let mut classes = BTreeSet::new();
    for rest in template.split(" class=\"").skip(1) {
        let (mut value, mut rest) = (String::new(), rest);
        // What is between the marks of code may have quotation marks of its own.
        loop {
            let (end, open) = (rest.find('"').unwrap(), rest.find('{').unwrap_or(rest.len()));
            if end < open {
                value.push_str(&rest[..end]);
                break;
            }
            value.push_str(&rest[..open]);
            let (mark, close) = if rest[open..].starts_with("{{") { ("\0", "}}") } else { (" ", "%}") };
            value.push_str(mark);
            rest = rest[open..].split_once(close).unwrap().1;
        }
        let words = value.split_whitespace().filter(|word| !word.starts_with('\0'));
        classes.extend(words.map(|word| (word.trim_end_matches('\0').to_owned(), word.ends_with('\0'))));
    }
    classes
}

/// What has a style is written by a template, a script or the program, and the other way round; and each name is a word.
#[test]
fn each_class_has_a_style_and_each_style_a_class() {
    let styled = styled(&fs::read_to_string("themes/default/static/style.css").unwrap());
    let read = |folder: &str, end: &str| {
        let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
        let texts = files.filter(|file| file.path().to_string_lossy().ends_with(end));
        texts.map(|file| fs::read_to_string(file.path()).unwrap()).collect::<String>()
    };
    let given = given(&read("themes/default/templates", ".html"));
    let written = [read("src/search/client", ".js"), read("src/contribute/client", ".js"), read("src/markdown", ".rs")];
    let written = written.concat() + &read("src/pages", ".rs") + &fs::read_to_string("src/markdown.rs").unwrap();
    let written = written + &fs::read_to_string("themes/default/static/cite.js").unwrap();
    // The styles of citation, and the kind of a page, which its body has as its class.
    let named = ["apa", "chicago", "mla", "contribute"];
    // What reads COinS knows its elements by this one.
    let foreign = ["Z3988"];
    assert!(styled.len() > 100 && given.len() > 100, "{styled:?} {given:?}");
    for class in &styled {
        let is_given = given.iter().any(|(name, is_part)| name == class || *is_part && class.starts_with(name));
        let is_written = [format!("\"{class}\""), format!("\"{class}\\\""), format!("\\\"{class}\\\"")]
            .iter()
            .any(|quoted| written.contains(quoted));
        assert!(is_given || is_written || named.contains(&&**class), "nothing has the class `{class}` of style.css");
    }
    for (class, is_part) in &given {
        let is_styled = styled.iter().any(|name| name == class || *is_part && name.starts_with(class));
        assert!(is_styled || foreign.contains(&&**class), "style.css does not know the class `{class}`");
    }
    for class in styled.iter().chain(given.iter().map(|(class, _)| class)) {
        assert!(class.len() > 2, "`{class}` is no word");
    }
}
