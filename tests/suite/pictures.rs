//! Pictures in texts, and portraits of people.

use crate::support::{STATEMENT, Site, things};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const PERSON: &str = "content/people/ann-lee.md";
const PAGE: &str = "statements/2006-02-02-first/index.html";

fn gif(width: u8, height: u8) -> String {
    format!("GIF89a{}\0{}\0\0\0\0;", char::from(width), char::from(height))
}

/// A small site with a picture, whose statement has this text.
fn site(text: &str) -> Site {
    let site = Site::small();
    site.write("static/talks/table.gif", &gif(30, 20));
    show(&site, text);
    site
}

fn show(site: &Site, text: &str) {
    site.write(FIRST, &STATEMENT.replace("What was said.", text));
}

fn built(site: &Site) {
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!run.stderr.contains("picture"), "{}", run.stderr);
}

/// The same site from nothing.
fn same_from_nothing(site: &Site) {
    let before = site.tree();
    let run = site.build(&["--no-cache"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(site.tree() == before, "a build from nothing comes to something else");
}

const IMG: &str = "<img src=\"/archive/talks/table.gif\" alt=\"The table\" width=\"30\" height=\"20\" loading=\"lazy\" \
                   decoding=\"async\">";

/// What the figure of a text is on the page.
fn body(text: &str) -> String {
    let site = site(&format!("BEGIN\n\n{text}"));
    built(&site);
    let page = site.page(PAGE);
    let (before, _) = page.split_once("<figure class=\"quotation\"").unwrap();
    before.rsplit_once("BEGIN</p>").unwrap().1.trim().to_owned()
}

#[test]
fn a_picture_in_a_paragraph_of_its_own_is_a_figure() {
    let figure = |caption: &str| format!("<figure class=\"picture\">{IMG}{caption}</figure>");
    let caption = |words: &str| figure(&format!("<figcaption>{words}</figcaption>"));
    let image = "![The table](/talks/table.gif)";
    for (text, expected) in [
        (image.to_owned(), figure("")),
        (format!("{image}\n*The talks. Photo: A & B*"), caption("The talks. Photo: A &amp; B")),
        (format!("{image}\n_The_ *talks*"), format!("<p>{IMG}\n<em>The</em> <em>talks</em></p>")),
        (format!("{image}\n*The talks.*\n_Photo: Ann_"), caption("The talks.<br>\nPhoto: Ann")),
        (format!("{image}\n*The talks,\nday one.*"), caption("The talks,\nday one.")),
        (format!("{image}\\\n*The __big__ talks*"), caption("The <strong>big</strong> talks")),
        (
            format!("{image}\n\n*The talks.*\n*Photo: Ann*\n\nMore."),
            caption("The talks.<br>\nPhoto: Ann") + "\n<p>More.</p>",
        ),
        (format!("{image}\n\n{image}\n*Two*"), format!("{}\n{}", figure(""), caption("Two"))),
        (format!("{image}\n\n*Not* only."), format!("{}\n<p><em>Not</em> only.</p>", figure(""))),
        (format!("{image}\n*One*\n\n*Two*"), format!("{}\n<p><em>Two</em></p>", caption("One"))),
        (format!("{image} {image}"), format!("<p>{IMG} {IMG}</p>")),
        (format!("See {image}."), format!("<p>See {IMG}.</p>")),
        (format!("{image}\nWords."), format!("<p>{IMG}\nWords.</p>")),
        (format!("{image}\n**Bold**"), format!("<p>{IMG}\n<strong>Bold</strong></p>")),
        (
            format!("[{image}](/talks/table.gif)\n*It*"),
            format!(
                "<figure class=\"picture\"><a href=\"/archive/talks/table.gif\">{IMG}</a>\
                 <figcaption>It</figcaption></figure>"
            ),
        ),
        (format!("- {image}"), format!("<ul>\n<li>{IMG}</li>\n</ul>")),
        ("![The ![table](/a.gif)](/talks/table.gif)".replace("/a.gif", "/talks/table.gif"), figure("")),
    ] {
        assert_eq!(body(&text), expected, "{text}");
    }
}

/// What is in emphasis in a quotation was said, or stands so in the source.
#[test]
fn nothing_in_a_quotation_is_a_caption() {
    let site = Site::small();
    site.write("static/talks/table.gif", &gif(30, 20));
    let quotation = "> ![The table](/talks/table.gif)\n> *The very words.*\n>\n> ![The table](/talks/table.gif)\n>\n> *More words.*\n";
    site.write(FIRST, &STATEMENT.replace("> The very words.\n", quotation));
    site.write("content/pages/about.md", &format!("---\ntitle: About\n---\n{quotation}"));
    built(&site);
    for page in [PAGE, "about/index.html"] {
        let page = site.page(page);
        assert!(page.contains(&format!("<p>{IMG}\n<em>The very words.</em></p>\n<p>{IMG}</p>")), "{page}");
        assert!(!page.contains("class=\"picture\""), "{page}");
    }
    // The description is nobody's words.
    let json: serde_json::Value = serde_json::from_str(&site.page("statements/2006-02-02-first/index.json")).unwrap();
    assert_eq!(json["quotations"][0]["selector"]["exact"], "The very words. More words.");
    let page = site.page(PAGE);
    let quotation = things(&page).into_iter().find(|thing| thing["@type"] == "Quotation").unwrap();
    assert_eq!(quotation["text"], "The very words. More words.");
}

#[test]
fn a_caption_is_not_what_a_text_begins_with() {
    for (text, opening) in [
        ("![The table](/talks/table.gif)\n*The talks.*\n\nWhat was said.", "What was said."),
        ("![The table](/talks/table.gif)\n\n*The talks.*\n\nWhat was said.", "What was said."),
        ("![The table](/talks/table.gif)\n\n*The talks* began.", "The talks began."),
        ("*The talks.*\n\nWhat was said.", "The talks."),
        ("A ![table](/talks/table.gif) in the room.", "A table in the room."),
    ] {
        let site = site(text);
        built(&site);
        let feed = site.page("topics/trade/atom.xml");
        assert!(feed.contains(&format!("<summary>{opening}</summary>")), "{text}: {feed}");
    }
}

#[test]
fn feeds_have_whole_addresses_of_pictures() {
    let site = site("![The table](/talks/table.gif)\n*Day one*");
    built(&site);
    let whole = "src=\"https://example.org/archive/talks/table.gif\"";
    let json: serde_json::Value = serde_json::from_str(&site.page("feed.json")).unwrap();
    assert!(json["items"][0]["content_html"].as_str().unwrap().contains(whole));
    assert!(site.page("atom.xml").contains(&whole.replace('"', "&quot;")), "{}", site.page("atom.xml"));
    assert!(site.page("statements/2006-02-02-first/index.md").contains("![The table](/talks/table.gif)\n*Day one*"));
}

#[test]
fn names_with_signs_of_addresses() {
    let site = Site::small();
    site.write("static/a #1? 100%.gif", &gif(3, 7));
    show(&site, "![It](</a %231%3F 100%25.gif>)");
    site.write(PERSON, "---\nname: Ann Lee\nnames: [A. Lee]\nportrait: \"a #1? 100%.gif\"\n---\n");
    built(&site);
    let address = "/archive/a%20%231%3F%20100%25.gif";
    for page in [PAGE, "people/ann-lee/index.html"] {
        assert!(site.page(page).contains(&format!("src=\"{address}\" alt")), "{}", site.page(page));
    }
}

#[test]
fn a_page_is_made_again_when_the_size_of_its_picture_changes() {
    let site = site("![The table](/talks/table.gif)");
    site.write(PERSON, "---\nname: Ann Lee\nnames: [A. Lee]\nportrait: {file: talks/table.gif}\n---\n");
    site.write("content/pages/about.md", "---\ntitle: About\n---\nSee ![it](/talks/table.gif).\n");
    for (width, height) in [(30, 20), (31, 20), (31, 21), (30, 20)] {
        site.write("static/talks/table.gif", &gif(width, height));
        built(&site);
        for page in [PAGE, "people/ann-lee/index.html", "about/index.html", "atom.xml"] {
            let quote = if page.ends_with("xml") { "&quot;" } else { "\"" };
            let size = format!("width={quote}{width}{quote} height={quote}{height}{quote}");
            assert!(site.page(page).contains(&size), "{page}: {}", site.page(page));
        }
        same_from_nothing(&site);
    }
    // Other bytes of the same size are only copied.
    site.write("static/talks/table.gif", &gif(30, 20).replace(';', ";;"));
    let run = site.build(&["--no-cache"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    // Of one that does not say its size nothing is said; its page is made all the same.
    site.write("static/talks/table.gif", "GIF89a");
    let run = site.build(&[]);
    assert!(run.code == Some(0) && run.stderr.contains("unreadable-picture"), "{}", run.stderr);
    assert!(site.page(PAGE).contains("alt=\"The table\" loading"), "{}", site.page(PAGE));
    same_from_nothing(&site);
}

#[test]
fn the_portrait_of_a_person() {
    let site = Site::small();
    site.write("static/people/ann.gif", &gif(30, 40));
    let person = |portrait: &str| {
        site.write(PERSON, &format!("---\nname: Ann Lee\nnames: [A. Lee]\nportrait: {portrait}\n---\n"));
        built(&site);
        site.page("people/ann-lee/index.html")
    };
    let url = "https://example.org/archive/people/ann.gif";
    let page = person("{file: people/ann.gif, alt: Ann Lee at sea, credit: \"Photo: <Jo>, CC BY 4.0\"}");
    let img = "<img src=\"/archive/people/ann.gif\" alt=\"Ann Lee at sea\" width=\"30\" height=\"40\"";
    assert!(page.contains(img) && !page.contains("loading=\"lazy\""), "{page}");
    assert!(page.contains("<figcaption dir=\"auto\">Photo: &lt;Jo&gt;, CC BY 4.0</figcaption>"), "{page}");
    assert!(page.contains(&format!("<meta property=\"og:image\" content=\"{url}\">")), "{page}");
    assert!(page.contains("<meta property=\"og:image:alt\" content=\"Ann Lee at sea\">"), "{page}");
    assert!(page.contains("<meta name=\"twitter:card\" content=\"summary\">"), "{page}");
    let things = things(&page);
    let person_ld = things.iter().find(|thing| thing["@type"] == "Person").unwrap();
    let expected = serde_json::json!({
        "@type": "ImageObject", "contentUrl": url, "width": 30, "height": 40, "description": "Ann Lee at sea",
        "creditText": "Photo: <Jo>, CC BY 4.0",
    });
    assert_eq!(person_ld["image"], expected);
    // The short form: its description is the name.
    let page = person("people/ann.gif");
    assert!(page.contains(&img.replace("Ann Lee at sea", "Ann Lee")) && !page.contains("figcaption"), "{page}");
    assert!(!site.page(PAGE).contains("ann.gif"));
}

#[test]
fn a_portrait_that_is_not_there() {
    let site = Site::small();
    site.write("static/people/ann.gif", &gif(30, 40));
    for (portrait, code, message, help) in [
        ("people/anne.gif", "broken-link", "there is no file `static/people/anne.gif`", "write `people/ann.gif`"),
        ("{file: x.png}", "broken-link", "there is no file `static/x.png`", "add the file, or remove this line"),
        ("/people/ann.gif", "bad-value", "`/people/ann.gif` is not a path below `static/`", "write `people/ann.gif`"),
        ("https://a.example/x.png", "bad-value", "is not a file of the site", "put the picture into `static/`"),
        ("{file: ann.svg}", "bad-value", "`ann.svg` is no picture that is shown everywhere", "use a picture whose"),
        ("../../etc/passwd.png", "broken-link", "there is no file `static/../../etc/passwd.png`", "add the file"),
        ("{alt: x}", "missing-key", "file", ""),
        ("{file: people/ann.gif, licence: x}", "unknown-key", "licence", ""),
        ("{file: people/ann.gif, alt: \"\"}", "bad-value", "the text is empty", ""),
        ("[people/ann.gif]", "wrong-type", "", ""),
    ] {
        site.write(PERSON, &format!("---\nname: Ann Lee\nnames: [A. Lee]\nportrait: {portrait}\n---\n"));
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{portrait}: {}", run.stderr);
        let is_said = run.stderr.contains(&format!("[{code}]")) && run.stderr.contains(message);
        assert!(is_said && run.stderr.contains(help), "{portrait}: {}", run.stderr);
    }
}

/// Links out of `static/` are not followed.
#[cfg(unix)]
#[test]
fn a_picture_that_is_a_link_out_of_the_site() {
    let site = site("![The table](/talks/out.gif)");
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("out.gif"), gif(30, 40)).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("out.gif"), site.path().join("static/talks/out.gif")).unwrap();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("refused-link"), "{}", run.stderr);
    assert_eq!(run.stderr.matches("out.gif` ").count(), 0, "another finding about it: {}", run.stderr);
    assert!(!run.stderr.contains("unreadable-picture"), "{}", run.stderr);
}
