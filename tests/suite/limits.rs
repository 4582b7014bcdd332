//! `docs/limits.md`, row by row: each limit holds, and what is beyond it is said.

use std::fs;
use std::time::Duration;

use chronicle::chronicle::Drafts;
use chronicle::input::Inputs;
use chronicle::pipeline::understand;
use chronicle::serve::Limits;

use crate::support::{STATEMENT, Site, layers, numbered, reiterating};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// A statement with more front matter, and with a text.
fn statement(front: &str, text: &str) -> String {
    let (_, rest) = crate::support::STATEMENT.split_once("---\n").unwrap();
    let (front_matter, _) = rest.split_once("---\n").unwrap();
    format!("---\n{front_matter}{front}---\n{text}")
}

/// A site with as much as `most` of what a row about records names.
fn with(what: &str, most: usize) -> Site {
    let site = Site::small();
    let first = "content/statements/2006/2006-02-02-first.md";
    let filled = |start: String, letter: &str, most: usize| format!("{start}{}", letter.repeat(most - start.len()));
    let text = match what {
        "bytes of a record's file" => filled(statement("", ""), "a", most),
        "bytes of front matter" => {
            let own = statement("", "").len() - "---\n---\n".len();
            statement(&format!("# {}\n", "a".repeat(most - own - "# \n".len())), "")
        }
        "brackets open at once in front matter" => statement(&format!("# {}\n", "[".repeat(most)), ""),
        "items of a list in front matter" => statement(&format!("countries: [{}]\n", "FR, ".repeat(most)), ""),
        "block quotations of a text" => statement("", &"> We agree.\n\nAnd:\n\n".repeat(most)),
        "marks of quotations and lists (`>`, `-`, `*`, `+`, `1.`, `1)`) that begin the lines of a text" => {
            statement("", &format!("{}We agree.\n", "> ".repeat(most)))
        }
        _ if what.starts_with("line ends and signs of a text") => statement("", &"a\n".repeat(most)),
        _ if what.starts_with("parts of the block quotations of a text with kept sources") => {
            site.write("content/sources/a.txt", &"a ".repeat(most + 1));
            let own = statement("", &format!("> {}a\n", "a … ".repeat(most - 1)));
            own.replace("[\"https://example.com/1\"]", "[{publisher: P, text: sources/a.txt}]")
        }
        "headings of a text" => statement("", &"# Peace\n".repeat(most)),
        "links of a text within the site" => statement("", &format!("# P\n\n{}", "[a](#p) ".repeat(most))),
        "bytes of the texts of a statement's sources together" => {
            site.write("content/sources/a.txt", &"a".repeat(most - 1));
            site.write("content/sources/b.txt", "b");
            let sources = "sources: [{text: sources/a.txt}, {text: sources/b.txt}]";
            statement("", "").replace("sources: [\"https://example.com/1\"]", sources)
        }
        "mistakes in the mark-up of a text" => statement("", &"^a^ ".repeat(most)),
        "characters of a file that are not seen, and words of two scripts, together" => {
            let half = most / 2;
            statement("", &format!("{} {}\n", "a\u{200b}".repeat(most - half), "pe\u{430}ce ".repeat(half)))
        }
        "characters of a title" => {
            statement("", "").replace("title: A first statement", &format!("title: {}", "a".repeat(most)))
        }
        "statements of one day and the same speakers" => {
            for number in 1..most {
                let title = format!("title: On {}", format!("{number:04} ").repeat(6));
                let path = format!("content/statements/2006/2006-02-02-s{number}.md");
                site.write(&path, &statement("", "").replace("title: A first statement", title.trim_end()));
            }
            statement("", "")
        }
        _ => panic!("there is no trial of `{what}`"),
    };
    site.write(first, &text);
    site
}

/// The cells of the rows of the table under a heading.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let page = fs::read_to_string("docs/limits.md").unwrap();
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The number that a cell begins with.
fn number(cell: &str) -> usize {
    cell.split([' ', ',']).next().unwrap().parse().unwrap_or_else(|_| panic!("{cell} is no number"))
}

/// A limit that a test elsewhere tries: it must be there.
fn is_tried_by(file: &str, test: &str) {
    let text = fs::read_to_string(format!("tests/suite/{file}.rs")).unwrap();
    assert!(text.contains(&format!("#[test]\nfn {test}() {{")), "{file} has no test `{test}`");
}

#[test]
fn every_table_is_tried() {
    let page = fs::read_to_string("docs/limits.md").unwrap();
    let with_table = page.split("\n## ").skip(1).filter(|section| section.contains("\n|---"));
    let headings: Vec<&str> = with_table.map(|section| section.lines().next().unwrap()).collect();
    let tried = ["In records", "In settings", "In what is shown", "Files", "On pages", "What `chronicle serve` takes"];
    assert_eq!(headings, tried);
}

#[test]
fn every_limit_of_records_holds_and_is_reported_beyond() {
    let rows = rows("In records");
    assert!(rows.len() > 8, "{rows:?}");
    for row in rows {
        let [what, most, _, code] = row.as_slice() else { panic!("{row:?}") };
        let (most, code) = (number(most), code.trim_matches('`'));
        let within = with(what, most).check(&["--format", "short"]);
        assert!(!within.stdout.contains(code), "{most} {what}\n{}", within.stdout);
        let beyond = with(what, most + 1).check(&["--format", "short"]);
        assert!(beyond.stdout.contains(code), "{most} and one {what}\n{}{}", beyond.stdout, beyond.stderr);
    }
}

/// Each of these was compared with its whole line, which took minutes.
#[test]
fn a_line_of_four_megabytes_takes_no_longer_than_many() {
    for (letter, code) in [(">", "oversized-entry"), ("a\u{200b}", "oversized-entry")] {
        let started = std::time::Instant::now();
        let run = texted(&letter.repeat(4_000_000 / letter.len())).check(&["--format", "short"]);
        assert!(run.stdout.contains(code), "{}", run.stdout);
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }
}

/// For Markdown a line ends with any of these.
#[test]
fn lines_end_in_several_ways() {
    for end in ["\n", "\r", "\r\n"] {
        for text in [format!("x{end}{end}{} x", ">".repeat(100_001)), format!("a{end}").repeat(500_001)] {
            let run = texted(&text).check(&["--format", "short"]);
            assert!(run.stdout.contains("error[oversized-entry]: the text has more than"), "{end:?}: {}", run.stdout);
        }
        let text = format!("{}{end}", format!("a{end}").repeat(15_000));
        // One that is no end of a line for people is found for that.
        assert!(!texted(&text).check(&["--format", "short"]).stdout.contains("oversized-entry"), "{end:?}");
    }
}

/// The small site with another text of its statement.
fn texted(text: &str) -> Site {
    let site = Site::small();
    site.write(FIRST, &statement("", text));
    site
}

fn links(count: usize) -> String {
    (0..count).map(|_| "[a](../../people/ann-leee.md) ").collect()
}

#[test]
fn what_is_shown_is_bounded_as_it_says() {
    for row in rows("In what is shown") {
        let (what, most) = (row[0].as_str(), number(&row[1]));
        match what {
            "findings of one code in one file" => {
                let found = |count: usize| texted(&links(count)).check(&["--format", "short"]).stdout;
                let (within, beyond) = (found(most), found(most + 1));
                assert_eq!(within.matches("error[broken-link]").count(), most);
                assert!(!within.contains("more of this kind"));
                assert_eq!(beyond.matches("error[broken-link]").count(), most);
                assert!(beyond.contains(", and 1 more of this kind in the file"));
            }
            "bytes of a line that a finding shows, in a file of more than 64 kB" => {
                let longest = |bytes: usize| {
                    let shown = texted(&format!("{}[a](none.md)\n", "word ".repeat(bytes / 5))).check(&[]).stdout;
                    shown.lines().map(str::len).max().unwrap()
                };
                assert!(longest(100_000) < most + 200);
            }
            "bytes of a word for which suggestions are searched" => {
                let found = |length: usize| {
                    let site = Site::small();
                    let word = "a".repeat(length - 1);
                    site.write(
                        "content/topics/trade.md",
                        &format!("---\nlabel: Trade\nalt: [Commerce, b{word}]\n---\n"),
                    );
                    site.write(FIRST, &STATEMENT.replace("[commerce]", &format!("[c{word}]")));
                    site.check(&[]).stdout
                };
                assert!(
                    found(most).contains("unknown-topic") && found(most).contains("help: write `b"),
                    "{}",
                    found(most)
                );
                assert!(!found(most + 1).contains("help: write `b"));
            }
            "broken links of a file that have a suggestion" => {
                let helped = |count: usize| {
                    let site = texted(&links(count));
                    let inputs = Inputs::read(site.path()).unwrap();
                    let found = understand(&inputs, Drafts::Leave).unwrap().findings;
                    assert_eq!(found.len(), count);
                    found.iter().filter(|finding| finding.help.is_some()).count()
                };
                assert_eq!((helped(most), helped(most + 7)), (most, most));
            }
            "headings and quotations of a text that are searched for suggestions" => {
                let found = |count: usize| {
                    let text = format!("# Freedom\n\n[a](#freedon)\n\n{}", "# Peace\n".repeat(count - 2));
                    texted(&format!("{text}> We agree.\n")).check(&[]).stdout
                };
                assert!(found(most).contains("help: write `#freedom`"), "{}", found(most));
                assert!(found(most + 1).contains("broken-link") && !found(most + 1).contains("`#freedom`"));
            }
            "bytes of a kept text on its page" => {
                is_tried_by("source_texts", "a_long_text_has_parts_that_are_not_too_large");
            }
            "quotations that are marked on a page of a kept text"
            | "statements that such a page lists, beside those that are marked there" => {
                is_tried_by("source_texts", "a_page_marks_no_more_than_it_has_room_for");
            }
            "ids, dates or names in a note of `chronicle new`" => is_tried_by("new", "notes_are_bounded"),
            _ => panic!("there is no trial of `{what}`"),
        }
    }
}

#[test]
fn files_are_bounded_as_it_says() {
    for row in rows("Files") {
        let what = row[0].as_str();
        let most = u64::try_from(number(&row[1])).unwrap() << 20;
        let paths = match what {
            "text of a source (`content/sources/`)" => &["content/sources/x.txt"][..],
            "settings, templates, messages, lists of words, records" => {
                &["templates/x.html", "themes/x/en.ftl", "wording/en.toml", "content/topics/x.md"]
            }
            "static file; `chronicle.lock`" => &["static/x.bin", "chronicle.lock", "themes/x/static/y.bin"],
            "state file of a build below `.chronicle/`" => {
                is_tried_by("hostile", "state_is_read_as_far_as_the_site_can_need_it");
                continue;
            }
            _ => panic!("there is no trial of `{what}`"),
        };
        for path in paths {
            for (more, is_refused) in [(0, false), (1, true)] {
                let site = Site::small();
                site.write(path, "");
                let file = fs::File::options().write(true).open(site.path().join(path)).unwrap();
                file.set_len(most + more).unwrap();
                let run = site.check(&["--format", "short"]);
                let found = run.stdout.contains(&format!("{path}:1:1: error[oversized-"));
                assert_eq!(found, is_refused, "{path} with {most} and {more} bytes: {}{}", run.stdout, run.stderr);
            }
        }
    }
}

/// Settings with as much as `most` of what a row names.
fn settings_with(what: &str, most: usize) -> String {
    let text = "a".repeat(most);
    let base = |title: &str| format!("title = \"{title}\"\nbase_url = \"https://example.org/\"\n");
    let address = |most: usize| format!("https://example.net/{}", "a".repeat(most - "https://example.net/".len()));
    let entry = |label: &str, address: &str| format!("[[nav.entries]]\nlabel = \"{label}\"\naddress = \"{address}\"\n");
    match what {
        "characters of `title`" => base(&text),
        "characters of `subtitle`" => format!("{}subtitle = \"{text}\"\n", base("A")),
        "characters of `picture_alt`" => {
            format!("{}picture = \"a.gif\"\npicture_alt = \"{}\"\n", base("A"), "ж".repeat(most))
        }
        "characters of `branch`" => format!("{}branch = \"{text}\"\n", base("A")),
        "characters of `name` of `[license]`" => {
            format!("{}license = {{name = \"{text}\", url = \"https://example.net/\"}}\n", base("A"))
        }
        "bytes of `url` of `[license]`" => {
            format!("{}license = {{name = \"A\", url = \"{}\"}}\n", base("A"), address(most))
        }
        "bytes of `repository`" => format!("{}repository = \"{}\"\n", base("A"), address(most)),
        "bytes of `base_url`" => format!("title = \"A\"\nbase_url = \"{}\"\n", address(most)),
        "characters of `label` of an entry of `[nav]`" => base("A") + &entry(&"ж".repeat(most), "/changes/"),
        "bytes of `address` of an entry of `[nav]`" => base("A") + &entry("A", &address(most)),
        "entries of `[nav]`" => {
            (0..most).fold(base("A"), |settings, number| settings + &entry(&format!("A {number}"), "/changes/"))
        }
        "bytes of `pattern` of `[edit]`" => {
            format!("{}[edit]\npattern = \"{}{{path}}\"\n", base("A"), address(most - "{path}".len()))
        }
        "bytes of `footer`" => format!("{}footer = \"{text}\"\n", base("A")),
        "`sheets` of `[style]`" => {
            let names: Vec<String> = (0..most).map(|number| format!("\"{number}.css\"")).collect();
            format!("{}[style]\nsheets = [{}]\n", base("A"), names.join(", "))
        }
        _ => panic!("there is no trial of `{what}`"),
    }
}

#[test]
fn every_limit_of_settings_holds_and_is_reported_beyond() {
    let site = Site::small();
    site.write("static/a.gif", "GIF89a\u{3}\0\u{7}\0\0\0\0;");
    (0..30).for_each(|number| site.write(&format!("static/{number}.css"), "p{color:red}"));
    for row in rows("In settings") {
        let [what, most, _] = row.as_slice() else { panic!("{row:?}") };
        let most = number(most);
        for (more, code) in [(0, Some(0)), (1, Some(1))] {
            site.write("site.toml", &settings_with(what, most + more));
            let run = site.check(&["--format", "short"]);
            assert_eq!(run.code, code, "{what}, {most} and {more}: {}{}", run.stdout, run.stderr);
            let is_said = run.stdout.contains("site.toml:") && run.stdout.contains("error[bad-value]");
            assert_eq!(is_said, more == 1, "{what}: {}", run.stdout);
            assert!(more == 0 || run.stdout.contains(&format!("more than {most} ")), "{what}: {}", run.stdout);
        }
    }
}

#[test]
fn messages_nest_as_deeply_as_it_says() {
    let limits = fs::read_to_string("docs/limits.md").unwrap();
    let most = limits.split("In a file of messages at most ").nth(1).unwrap().split(' ').next().unwrap();
    let most: usize = most.parse().unwrap();
    let open = |bracket: &str, count: usize| {
        let site = Site::small();
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        site.write("site.toml", &format!("theme = \"ours\"\n{settings}"));
        site.write("themes/ours/theme.toml", "name = \"ours\"\nparent = \"default\"\n");
        site.write("themes/ours/messages/en.ftl", &format!("nav_topics = {{{}", bracket.repeat(count - 1)));
        let run = site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{bracket} {count}: {}", run.stderr);
        run.stdout
    };
    for bracket in ["{", " F(", " -a(", " 1 ->\n *[x] {"] {
        assert!(!open(bracket, most).contains("brackets open at once"), "{bracket}");
        for count in [most + 1, 300_000] {
            let found = open(bracket, count);
            assert!(found.contains("error[bad-messages]: a message has more than 50 brackets open at once"), "{found}");
        }
    }
}

/// The libraries of Fluent end the program where such a message has too many placeables.
#[test]
fn messages_that_choose_by_what_is_always_the_same_are_findings() {
    for text in ["{ 1 ->\n *[a] MANY\n }", "{ { $x } } MANY", "{ $n ->\n *[a] { \"b\" ->\n  *[c] MANY\n }\n }"] {
        let site = Site::small();
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        site.write("site.toml", &format!("theme = \"ours\"\n{settings}"));
        site.write("themes/ours/theme.toml", "name = \"ours\"\nparent = \"default\"\n");
        let text = text.replace("MANY", &"{ $x }".repeat(150));
        site.write("themes/ours/messages/en.ftl", &format!("home_title = {text}\n"));
        let run = site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{text}: {}", run.stderr);
        assert!(
            run.stdout.contains("error[bad-messages]: a message chooses by what is always the same"),
            "{}",
            run.stdout
        );
    }
}

/// A text of which much markup is made.
fn noted(count: usize) -> String {
    format!("{}\n\n[^a]: A note.\n", "[^a] ".repeat(count))
}

#[test]
fn pages_are_bounded_as_it_says() {
    for row in rows("On pages") {
        let (what, most) = (row[0].as_str(), number(&row[1]));
        match what {
            "bytes of markup that one text makes" => {
                let run = texted(&noted(20_000)).build(&[]);
                assert_eq!(run.code, Some(0), "{}", run.stderr);
                let site = texted(&noted(240_000));
                for run in [site.check(&[]), site.build(&[])] {
                    assert_eq!(run.code, Some(1));
                    let said = format!("error[oversized-entry]: the text makes more than {} MB of a page", most >> 20);
                    assert!((run.stdout + &run.stderr).contains(&said));
                }
            }
            "bytes of a page" => {
                for (bytes, code) in [(most, Some(0)), (most + 1, Some(1))] {
                    let site = Site::small();
                    site.write("templates/404.html", &crate::diagnostics::of_bytes(bytes));
                    let run = site.build(&[]);
                    assert_eq!(run.code, code, "{}", run.stderr);
                    assert_eq!(run.stderr.contains("error[oversized-page]"), code == Some(1));
                }
            }
            "bytes of markup of the texts in the feed of the site" => {
                let site = texted(&noted(100_000));
                let other = statement("", &noted(150_000)).replace("2006-02-02", "2007-02-02");
                site.write("content/statements/2007/2007-02-02-other.md", &other.replace("A first", "Another"));
                assert_eq!(site.build(&[]).code, Some(0));
                let feed = site.page("atom.xml");
                let sizes: Vec<usize> = feed.split("<entry>").skip(1).map(str::len).collect();
                assert!(sizes.len() == 2 && sizes[0] > 10 << 20 && sizes[1] < 10_000, "{sizes:?}");
                assert!(feed.len() < 3 * most);
            }
            "levels of the hierarchy of topics" => {
                let found = |levels: usize| {
                    let site = Site::small();
                    layers(&site, levels, 1);
                    site.check(&["--format", "short"]).stdout.contains("[deep-topic]")
                };
                assert!(!found(most) && found(most + 1));
            }
            "broader topics in a breadcrumb" => {
                let site = Site::small();
                layers(&site, most + 5, 1);
                site.write(FIRST, &STATEMENT.replace("commerce", &format!("layer-{}", most + 5)));
                assert_eq!(site.build(&[]).code, Some(0));
                let page = site.page(&format!("topics/layer-{}/index.html", most + 5));
                let crumbs = page.split("<nav class=\"crumbs\"").nth(1).unwrap().split("</nav>").next().unwrap();
                assert_eq!(crumbs.matches("/topics/layer-").count(), most, "{crumbs}");
            }
            "broader topics of each topic under which search finds a statement" => {
                let site = Site::small();
                layers(&site, most + 5, 1);
                site.write(FIRST, &STATEMENT.replace("commerce", &format!("layer-{}", most + 5)));
                assert_eq!(site.build(&[]).code, Some(0));
                let topics = site.page("search/f/topic.json");
                // Its own topic is there as well.
                assert_eq!(
                    topics.matches("\"layer-").count() - topics.matches(",\"layer-").count(),
                    most + 1,
                    "{topics}"
                );
            }
            "people, organizations, topics, events or places that the form to contribute offers" => {
                is_tried_by("contribute", "names_are_those_of_the_record_and_most_of_many_are_left_out");
            }
            "values of a facet that the page of search offers" => {
                let site = Site::small();
                for part in 0..most.div_ceil(100) {
                    let topics: Vec<String> =
                        (100 * part..most.min(100 * part + 100)).map(|n| format!("t-{n}")).collect();
                    for topic in &topics {
                        site.write(&format!("content/topics/{topic}.md"), &format!("---\nlabel: {topic}\n---\n"));
                    }
                    let statement = STATEMENT.replace("commerce", &topics.join(", "));
                    site.write(&format!("content/statements/2006/2006-02-02-part-{part}.md"), &statement);
                }
                assert_eq!(site.build(&[]).code, Some(0));
                // The first statement has a topic of its own.
                assert!(site.page("search/f/topic.json").contains("\"left_out\":1,"));
            }
            "links of a chain of reiterations on the page of a statement or subject" => {
                is_tried_by("paths", "a_statement_shows_what_is_near_and_leads_to_the_page_of_its_chain");
            }
            "chains on the page of a subject" => {
                let site = chains(most + 1);
                assert_eq!(site.page("people/ann-lee/index.html").matches("<ol class=\"chain\">").count(), most);
            }
            "statements on a page of a chain"
            | "earlier statements of a chain that are found later, so that addresses of its second and later pages still lead on" =>
            {
                is_tried_by("paths", "a_statement_shows_what_is_near_and_leads_to_the_page_of_its_chain");
            }
            "chains on `/chains/`" => {
                let page = chains(most + 1).page("chains/index.html");
                let (_, list) = page.split_once("<ol class=\"rows\">").unwrap();
                assert_eq!(list.split("</ol>").next().unwrap().matches("/archive/chains/").count(), most);
            }
            "years in the list on the page of a subject's year" => {
                is_tried_by("paths", "a_subject_of_many_years_does_not_list_them_on_each_page");
            }
            _ => panic!("there is no trial of `{what}`"),
        }
    }
}

/// A site that is built, with so many chains of two statements.
fn chains(count: usize) -> Site {
    let site = Site::small();
    for chain in 0..count {
        reiterating(&site, 2 * chain, 0..0);
        reiterating(&site, 2 * chain + 1, 2 * chain..2 * chain + 1);
    }
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(site.path().join("public/chains").join(numbered(0)).is_dir());
    site
}

#[test]
fn what_serve_takes_is_bounded_as_it_says() {
    let Limits { connections, streams, request, answer, whole } = Limits::default();
    for row in rows("What `chronicle serve` takes") {
        let (what, most) = (row[0].as_str(), number(&row[1]));
        let seconds = Duration::from_secs(most as u64);
        match what {
            "connections" => {
                assert_eq!((connections, row[1].contains(&format!("of which {streams} wait"))), (most, true));
                is_tried_by("serve/clients", "many_connections_keep_no_reader_out");
                is_tried_by("serve/clients", "the_oldest_idle_connection_goes_first");
            }
            "bytes of a request's line and headers" => {
                is_tried_by("serve/clients", "bodies_are_not_read_and_large_requests_are_refused");
            }
            "seconds for a request's headers, between requests, and for a client that takes nothing" => {
                assert_eq!((request, answer), (seconds, seconds));
                is_tried_by("serve/clients", "a_client_that_sends_or_takes_nothing_is_left");
            }
            "seconds for a client to take an answer" => {
                assert_eq!(whole, seconds);
                is_tried_by("serve/clients", "a_client_that_sends_or_takes_nothing_is_left");
            }
            _ => panic!("there is no trial of `{what}`"),
        }
    }
}
