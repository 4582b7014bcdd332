//! The words of the default theme: each that a template or the program asks for is there in every language, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::Entry;
use serde_json::Value;

use crate::support::{Site, chronicle, chronicle_in, tree};

const THEME: &str = "themes/default";

/// The ids of the messages of each language, and of each country for which some are others.
fn languages() -> BTreeMap<String, BTreeSet<String>> {
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in tree(&Path::new(THEME).join("messages")) {
        let language = path.to_str().unwrap().split('.').next().unwrap().to_owned();
        let resource = fluent_syntax::parser::parse(String::from_utf8(bytes).unwrap()).unwrap();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let is_new = languages.entry(language.clone()).or_default().insert(message.id.name.clone());
                assert!(is_new, "{}: `{}` is there twice", path.display(), message.id.name);
            }
        }
    }
    languages
}

/// The ids that messages ask for themselves: `{ gap }`.
fn asked_by_messages() -> BTreeSet<String> {
    let files = tree(&Path::new(THEME).join("messages")).into_values();
    let text: String = files.map(|bytes| String::from_utf8(bytes).unwrap()).collect();
    let placed = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.trim()));
    let is_id = |id: &&str| id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(is_of_id);
    placed.filter(is_id).map(str::to_owned).collect()
}

/// What an enumeration of the front matter can be.
fn words_of(name: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&chronicle(&["schema", "statement"]).stdout).unwrap();
    let all = schema["$defs"][name]["oneOf"].as_array().unwrap_or_else(|| panic!("the schema has no {name}"));
    all.iter().map(|one| one["const"].as_str().unwrap().to_owned()).collect()
}

/// The messages whose ids a template puts together, by how it does so.
fn families() -> BTreeMap<&'static str, Vec<String>> {
    let with = |before: &str, words: &[String], after: &str| {
        words.iter().map(|word| format!("{before}{word}{after}")).collect::<Vec<_>>()
    };
    let words = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let kinds = ["reiterates", "responds_to", "cites", "updates", "departs_from"];
    let inverse = ["reiterated_by", "responded_to_by", "cited_by", "updated_by", "departed_from_by"];
    let relations: Vec<String> = kinds.into_iter().chain(inverse).map(str::to_owned).collect();
    let parts = "home statements topics years people organizations countries places events on_this_day chains";
    let parts = [words(parts), words("changes corrections sources coverage data contribute")].concat();
    let changes = [words_of("CorrectionKind"), words("published withdrawal")].concat();
    let of = words("own_of_organization others_of_organization own_of_country others_of_country");
    let fidelity = words_of("Fidelity");
    BTreeMap::from([
        ("entry.status", words("withdrawn corrected")),
        ("\"cite_\" ~ citation.style", words("cite_chicago cite_apa cite_mla")),
        ("\"asserted_by_\" ~ step.by", with("asserted_by_", &words_of("Asserter"), "")),
        ("\"asserted_by_\" ~ relation.by", with("asserted_by_", &words_of("Asserter"), "")),
        ("\"change_\" ~ change.kind", with("change_", &changes, "")),
        ("\"change_\" ~ correction.kind", with("change_", &words_of("CorrectionKind"), "")),
        ("\"change_\" ~ entry.change.kind", with("change_", &changes, "")),
        ("\"change_\" ~ key", with("change_", &words_of("CorrectionKind"), "")),
        (
            "\"data_\" ~ table.key",
            with("data_", &words("statements statement_lines quotations relations people organizations topics"), ""),
        ),
        ("\"fidelity_\" ~ statement.fidelity", with("fidelity_", &fidelity, "")),
        ("\"fidelity_\" ~ statement.fidelity ~ \"_nobody\"", with("fidelity_", &fidelity, "_nobody")),
        ("\"fidelity_short_\" ~ card.fidelity", with("fidelity_short_", &fidelity, "")),
        ("\"fidelity_short_\" ~ said.fidelity", with("fidelity_short_", &fidelity, "")),
        ("\"fidelity_short_\" ~ words.fidelity", with("fidelity_short_", &fidelity, "")),
        ("\"fidelity_short_\" ~ row.key", with("fidelity_short_", &fidelity, "")),
        ("\"fidelity_short_\" ~ key", with("fidelity_short_", &fidelity, "")),
        ("\"gap_same_\" ~ step.gap.unit", with("gap_same_", &words("day month year"), "")),
        ("\"kind_\" ~ key", with("kind_", &words_of("Kind"), "")),
        ("\"kind_\" ~ statement.kind", with("kind_", &words_of("Kind"), "")),
        ("\"nav_\" ~ crumb.key", with("nav_", &parts, "")),
        ("\"nav_\" ~ part.key", with("nav_", &parts, "")),
        ("\"relation_\" ~ relation.key", with("relation_", &relations, "")),
        ("\"source_kind_\" ~ kind", with("source_kind_", &words_of("SourceKind"), "")),
        ("\"source_kind_\" ~ key", with("source_kind_", &words_of("SourceKind"), "")),
        ("\"source_kind_\" ~ source.kind", with("source_kind_", &words_of("SourceKind"), "")),
        (
            "\"wordings_\" ~ step.compared",
            with(
                "wordings_",
                &words("same unlike too_long languages not_own nothing_before no_quotation withdrawn"),
                "",
            ),
        ),
        ("part.key ~ \"_of_\" ~ page.kind", of.clone()),
        ("part.key ~ \"_of_\" ~ subject.kind", of),
    ])
}

/// The ids that templates ask for: those that they name, and those that they put together.
fn asked_by_templates(templates: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut families: BTreeMap<&str, (bool, Vec<String>)> =
        families().into_iter().map(|(by, ids)| (by, (false, ids))).collect();
    let mut asked = BTreeSet::new();
    for (name, text) in templates {
        for (at, _) in text.match_indices("msg.") {
            let id = &text[at + 4..];
            asked.insert(id[..id.find(|c: char| !is_of_id(c)).unwrap_or(id.len())].to_owned());
        }
        for (opening, ends) in [("msg[", "]"), ("t(key=", ",)")] {
            for (at, _) in text.match_indices(opening) {
                let by = &text[at + opening.len()..];
                let by = &by[..by.find(|c| ends.contains(c)).unwrap()];
                match by.strip_prefix('"').and_then(|by| by.strip_suffix('"')) {
                    Some(id) if id.chars().all(is_of_id) => drop(asked.insert(id.to_owned())),
                    _ => match families.get_mut(by) {
                        Some((is_used, ids)) => {
                            *is_used = true;
                            asked.extend(ids.iter().cloned());
                        }
                        None => panic!("{name} asks for `{by}`: say in `families` which ids that can be"),
                    },
                }
            }
        }
    }
    let unused: Vec<_> = families.iter().filter(|(_, (is_used, _))| !is_used).map(|(by, _)| by).collect();
    assert!(unused.is_empty(), "no template asks for {unused:?}");
    asked
}

fn is_of_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// The ids that the program asks for itself: all of its words that are the id of a message. Templates ask for most.
fn asked_by_the_program(ids: &BTreeSet<String>) -> BTreeSet<String> {
    let files = tree(Path::new("src"));
    let is_theme = |path: &Path| path.starts_with("theme") || path.to_str() == Some("theme.rs");
    let theme = files.iter().filter(|(path, _)| is_theme(path) || path.starts_with("citation"));
    let theme: String = theme.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect();
    let views = files.iter().filter(|(path, _)| path.starts_with("pages"));
    let views: String = views.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect();
    let kinds = chronicle::chronicle::SubjectKind::ALL.map(|kind| kind.key().to_owned());
    let countries = words_of("Country").into_iter().map(|code| format!("country_{}", code.to_lowercase()));
    let months = ["month", "month_of_day", "month_short", "month_short_of_day"];
    let months = months.into_iter().flat_map(|id| (1..=12).map(move |month| format!("{id}_{month}")));
    let weekdays = (1..=7).map(|day| format!("weekday_{day}"));
    let asked_by_views = |id: &str| {
        let calls = [".title(", ".phrase(", ".word(", ".description_in_words("];
        calls.iter().any(|call| views.contains(&format!("{call}\"{id}\"")))
    };
    let asks = |id: &&String| theme.contains(&format!("\"{id}\"")) || asked_by_views(id) || kinds.contains(id);
    // Of languages every tag may be asked for; those that have no name are printed as they are.
    let languages = ids.iter().filter(|id| id.starts_with("language_"));
    let asked = ids.iter().filter(asks).chain(languages).cloned();
    asked.chain(countries).chain(months).chain(weekdays).collect()
}

#[test]
fn every_message_that_is_asked_for_is_there_and_no_other() {
    let (regional, languages): (BTreeMap<_, _>, BTreeMap<_, _>) =
        languages().into_iter().partition(|(language, _)| language.contains('-'));
    assert_eq!(languages.keys().collect::<Vec<_>>(), ["ar", "de", "en", "es", "fr", "ru", "zh"]);
    for (country, ids) in &regional {
        let unknown: Vec<_> = ids.difference(&languages["en"]).collect();
        assert!(unknown.is_empty() && ids.iter().all(|id| id.starts_with("month_")), "{country} has {unknown:?}");
    }
    let templates = tree(&Path::new(THEME).join("templates")).into_iter();
    let templates = templates.map(|(path, bytes)| (path.display().to_string(), String::from_utf8(bytes).unwrap()));
    let mut asked = asked_by_templates(&templates.collect());
    asked.extend(asked_by_the_program(&languages["en"]));
    let by_messages = asked_by_messages();
    assert!(by_messages.contains("gap"), "{by_messages:?}");
    asked.extend(by_messages);
    for (language, ids) in &languages {
        let missing: Vec<_> = asked.difference(ids).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let unused: Vec<_> = ids.difference(&asked).collect();
        assert!(unused.is_empty(), "{language} has {unused:?}, and nothing asks for them");
    }
}

/// A site whose theme has few words, of which it has two in Polish itself.
fn translated() -> Site {
    Site::of(&[
        ("site.toml", "title = \"A\"\nbase_url = \"https://example.org/\"\ntheme = \"own\"\n"),
        ("themes/own/theme.toml", "name = \"own\"\n"),
        (
            "themes/own/messages/en.ftl",
            "# The words.\n\n# Navigation\nhome = Home\npeople = People\ntopics = Topics\n\n# Lists\nfound = { $count ->\n    \
             [one] { $count } statement\n   *[other] { $count } statements\n  }\nnumber_group = ,\n",
        ),
        ("themes/own/messages/pl.ftl", "people = Ludzie\n"),
        ("messages/pl.ftl", "people = Oso\u{200b}by{\"\u{202e}\"}\n"),
        ("messages/en.ftl", "topics = Subjects\n"),
    ])
}

#[test]
fn messages_are_printed_to_be_translated() {
    let site = translated();
    let head = "# Take `# ` away from before a message, translate what stands behind ` = `, and keep the file as\n\
                # `messages/pl.ftl` of the site. What stands in { } stays, but forms of the plural may be others.\n\
                # Those of `pl`, with some of their numbers: one (1), few (2, 3, 4, …), many (0, 5, 6, …).\n";
    let all = format!(
        "# The messages of the theme `own` in English, and below each the one in `pl`, if any.\n{head}\n# Navigation\n\n\
         # home = Home\n\n# people = People\npeople = Oso{{ \"\\U00200B\" }}by{{ \"\\U00202E\" }}\n\n# topics = Subjects\n\n\
         # Lists\n\n# found =\n#     {{ $count ->\n#         [one] {{ $count }} statement\n#        *[other] {{ $count }} statements\n\
         #     }}\n# number_group = ,\n"
    );
    let missing = format!(
        "# The messages of the theme `own` that are missing in `pl`, in English.\n{head}\n# Navigation\n\n# home = Home\n\
         # topics = Subjects\n\n# Lists\n\n# found =\n#     {{ $count ->\n#         [one] {{ $count }} statement\n\
         #        *[other] {{ $count }} statements\n#     }}\n"
    );
    for (arguments, expected) in [(&["messages", "pl"][..], all), (&["messages", "--missing", "pl"], missing)] {
        let run = chronicle_in(site.path(), arguments);
        assert_eq!((run.stdout, run.stderr, run.code), (expected.clone(), String::new(), Some(0)));
        assert!(fluent_syntax::parser::parse(expected.clone()).is_ok(), "{expected}");
    }
    let run = chronicle_in(site.path(), &["messages", "--missing", "en"]);
    assert_eq!(run.stdout, "# No message of the theme `own` is missing in `en`.\n");
    let run = chronicle_in(site.path(), &["messages", "Polish"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("write `pl`"), "{}", run.stderr);
    site.write("site.toml", "title = \"A\"\nbase_url = \"https://example.org/\"\ntheme = \"other\"\n");
    let run = chronicle_in(site.path(), &["messages", "pl"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)));
    assert!(run.stderr.contains("unknown-theme"), "{}", run.stderr);
}

/// What a message names and is nowhere is found where the message stands, and not in the templates that show it.
#[test]
fn messages_that_cannot_be_shown_are_found_where_they_stand() {
    for (text, line, expected) in [
        ("# A word.\nnav_topics = { nosuch }\n", 2, "the message `nav_topics` names `nosuch`, which is nowhere"),
        ("nav_topics = { -term }\n", 1, "the message `nav_topics` names `-term`, which is nowhere"),
        ("nav_topics = { nav_years.title }\n", 1, "the message `nav_topics` names `nav_years.title`, which is nowhere"),
        ("nav_topics = { nav_topics }\n", 1, "the message `nav_topics` names itself"),
        ("nav_topics = { $what }\n", 1, "the message `nav_topics` is never given `$what`"),
        ("statements_count = { $cuont }\n", 1, "the message `statements_count` is never given `$cuont`"),
        (
            "statements_count = { $count ->\n    [one] { nosuch }\n   *[other] { $count }\n  }\n",
            1,
            "the message `statements_count` names `nosuch`, which is nowhere",
        ),
    ] {
        let site = Site::small();
        site.write("messages/en.ftl", text);
        let run = site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{text}: {}", run.stdout);
        let found: Vec<&str> = run.stdout.lines().filter(|found| found.contains("error[")).collect();
        let [found] = found[..] else { panic!("{text}: {found:?}") };
        assert!(
            found.starts_with(&format!("messages/en.ftl:{line}:1:")) && found.contains(expected),
            "{text}: {found}"
        );
    }
    // One that names terms that name terms: put into the place of each other they have no end in sight.
    let site = Site::small();
    let term = |at: usize| format!("-a{at} = {}\n", format!("{{ -a{} }}", at - 1).repeat(50));
    site.write("messages/en.ftl", &format!("-a0 = x\n{}{}nav_topics = {{ -a2 }}\n", term(1), term(2)));
    let run = site.check(&["--format", "short"]);
    let message =
        "error[bad-messages]: the message `nav_topics` names others that name others, too many in all to be shown";
    assert_eq!(run.stdout, format!("messages/en.ftl:4:1: {message}\n"));
    // One of the site's own, which a template of its own does not give what it takes.
    let site = Site::small();
    site.write("messages/en.ftl", "our_count = { $count } of ours\n");
    site.write(
        "templates/prose.html",
        "{% extends \"theme/prose.html\" %}{% block text %}{{ t(key=\"our_count\") }}{% endblock %}",
    );
    site.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    let run = site.build(&[]);
    assert!(run.stderr.contains("error[bad-messages]") && run.stderr.contains("messages/en.ftl:1:1"), "{}", run.stderr);
    assert!(run.stderr.contains("templates/prose.html"), "{}", run.stderr);
    site.write(
        "templates/prose.html",
        "{% extends \"theme/prose.html\" %}{% block text %}{{ t(key=\"our_count\", count=2) }}{% endblock %}",
    );
    assert_eq!(site.build(&[]).code, Some(0));
}

/// A byte order mark is none of the words; an older encoding is no text.
#[test]
fn files_of_messages_are_text() {
    let site = Site::small();
    site.write("messages/en.ftl", "\u{feff}nav_topics = Subjects\n");
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(site.page("index.html").contains(">Subjects</a>"));
    std::fs::write(site.path().join("messages/en.ftl"), b"nav_topics = caf\xe9\n").unwrap();
    let run = site.check(&["--format", "short"]);
    assert!(run.stdout.starts_with("messages/en.ftl:1:17: error[invalid-utf8]: "), "{}", run.stdout);
}

/// Of many messages that are missing the first ten are named.
#[test]
fn messages_that_are_missing_are_counted() {
    let site = Site::small();
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("language = \"it\"\n{settings}"));
    site.write("messages/it.ftl", "nav_topics = Temi\n");
    let run = site.check(&[]);
    let line = run.stdout.lines().find(|line| line.contains("untranslated-messages")).unwrap();
    assert_eq!(line.matches('`').count(), 2 * (2 + 10), "{line}");
    assert!(line.contains(" more"), "{line}");
    assert!(run.stdout.contains("`chronicle messages --missing it`"), "{}", run.stdout);
}

/// The findings of a code about messages, with their places.
fn found(code: &str, files: &[(&str, &str)]) -> Vec<String> {
    let site = Site::small();
    files.iter().for_each(|(path, text)| site.write(path, text));
    let run = site.check(&["--format", "short"]);
    let all = run.stdout.lines().chain(run.stderr.lines());
    all.filter(|line| line.contains(&format!("[{code}]"))).map(str::to_owned).collect()
}

#[test]
fn messages_that_nothing_asks_for_are_found() {
    let home = |text: &str| format!("{{% extends \"theme/home.html\" %}}{{% block main %}}{text}{{% endblock %}}");
    let found = |files: &[(&str, &str)]| found("unread-message", files);
    for (files, at, help) in [
        (
            vec![("messages/en.ftl", "nav_years = Years\nnav_topcis = Subjects\n")],
            "messages/en.ftl:2:1:",
            "`nav_topics`",
        ),
        (
            vec![("messages/en.ftl", "our_wrods = Ours\n"), ("templates/home.html", &home("{{ msg.our_words }}"))],
            "messages/en.ftl:1:1:",
            "`our_words`",
        ),
        (
            vec![("messages/en.ftl", "institute_motto = Ours\n-brand = Us\n")],
            "messages/en.ftl:1:1:",
            "`{{ msg.institute_motto }}`",
        ),
        // Another language of the program does not make it known.
        (
            vec![
                ("site.toml", "title = \"A\"\nbase_url = \"https://example.org/\"\nlanguage = \"it\"\n"),
                ("messages/it.ftl", "nav_tpics = Temi\n"),
            ],
            "messages/it.ftl:1:1:",
            "`nav_topics`",
        ),
    ] {
        let found = found(&files);
        let [one] = &found[..] else { panic!("{files:?}: {found:?}") };
        assert!(one.starts_with(at) && one.contains("warning") && one.contains("nothing asks for"), "{one}");
        let site = Site::small();
        files.iter().for_each(|(path, text)| site.write(path, text));
        let run = site.check(&[]);
        assert!(run.stdout.contains(help), "{help}: {}", run.stdout);
    }
    for files in [
        vec![("messages/en.ftl", "country_xk = Kosovo\nlanguage_tlh = Klingon\nmonth_1 = First\n-us = We\n")],
        vec![("messages/en.ftl", "our = Ours\nnav_topics = { our } { ours.title }\nours = A\n    .title = B\n")],
        vec![("messages/en.ftl", "our = Ours\n"), ("templates/home.html", &home("{{ t(key=\"our\", n=1) }}"))],
        vec![("messages/en.ftl", "our = Ours\n"), ("templates/home.html", &home("{{ msg[\"our\"] }}"))],
        vec![("messages/en.ftl", "our = Ours\n"), ("templates/home.html", &home("{% set m = msg %}{{ m.our }}"))],
        vec![
            ("messages/en.ftl", "of_a = Ours\n"),
            ("templates/home.html", &home("{{ msg[\"of_\" ~ page.kind] | default(value=\"\") }}")),
        ],
        vec![
            ("messages/en.ftl", "a_of_us = Ours\nb_ex = Ex\n"),
            ("templates/home.html", &home("{{ msg[page.kind ~ \"_of_\" ~ page.kind] | default(value=\"\") }}")),
        ],
        vec![
            ("messages/en.ftl", "a_o = Ours\n"),
            (
                "templates/home.html",
                &home("{{ t(key=page.kind ~ \"_o\", n=site.home ~ \"x\") | default(value=\"\") }}"),
            ),
        ],
        vec![
            ("messages/en.ftl", "our_motto = Ours\n"),
            ("templates/home.html", &home("{% set m = msg %}{{ m[\"our_\" ~ page.kind] | default(value=\"\") }}")),
        ],
        vec![
            ("messages/en.ftl", "some = Ours\n"),
            ("templates/home.html", &home("{% for id in [\"a\"] %}{{ msg[id] | default(value=\"\") }}{% endfor %}")),
        ],
    ] {
        assert_eq!(found(&files), [""; 0], "{files:?}");
    }
}

/// Another language or theme that has the message, too, is no proof that something asks for it.
#[test]
fn messages_that_nothing_asks_for_are_found_in_all_files() {
    let site = "title = \"A\"\nbase_url = \"https://example.org/\"\n";
    let russian = format!("language = \"ru\"\n{site}");
    let own = format!("theme = \"own\"\n{site}");
    for (files, places) in [
        (
            vec![
                ("site.toml", russian.as_str()),
                ("messages/en.ftl", "nav_topcis = Subjects\n"),
                ("messages/ru.ftl", "nav_years = Годы\nnav_topcis = Темы\n"),
            ],
            ["messages/en.ftl:1:1:", "messages/ru.ftl:2:1:"],
        ),
        (
            vec![
                ("site.toml", own.as_str()),
                ("themes/own/theme.toml", "name = \"own\"\nparent = \"default\"\n"),
                ("themes/own/messages/en.ftl", "our_brand = Own\n"),
                ("messages/en.ftl", "our_brand = Ours\n"),
            ],
            ["messages/en.ftl:1:1:", "themes/own/messages/en.ftl:1:1:"],
        ),
    ] {
        let found = found("unread-message", &files);
        assert_eq!(found.len(), 2, "{found:?}");
        for place in places {
            assert!(found.iter().any(|line| line.starts_with(place)), "{place}: {found:?}");
        }
    }
}

/// What a template puts together for something else hides no message.
#[test]
fn pieces_of_other_texts_ask_for_no_message() {
    let home = "{% extends \"theme/home.html\" %}{% block main %}{{ site.home ~ \"c\" }}{{ site.home ~ \"topc\" }}\
                {{ msg[\"nav_home\"] ~ \"s\" }}{% endblock %}";
    let found =
        found("unread-message", &[("messages/en.ftl", "nav_topcis = Subjects\n"), ("templates/home.html", home)]);
    assert_eq!(found.len(), 1, "{found:?}");
}

/// What is wrong when the help is obeyed is not said without a condition.
#[test]
fn an_id_that_is_near_may_not_be_meant() {
    let site = Site::small();
    site.write("messages/en.ftl", "month_13 = Undecimber\n");
    let run = site.check(&[]);
    assert!(run.stdout.contains("` if that is meant, or else remove the message\n"), "{}", run.stdout);
}

/// The nearest ids are looked for a hundred times at most: otherwise this would take minutes.
#[test]
fn many_messages_that_nothing_asks_for_are_found_in_time() {
    let site = Site::small();
    let asked: String = (0..10_000).map(|number| format!("{{{{ msg.asked_for_{number} }}}}\n")).collect();
    let pieces: String = (0..10_000).map(|number| format!("{{{{ site.home ~ \"piece_{number}\" }}}}\n")).collect();
    site.write("templates/unused.html", &format!("{{% if false %}}{asked}{pieces}{{% endif %}}"));
    site.write("messages/en.ftl", &(0..20_000).map(|number| format!("never_asked_{number} = A\n")).collect::<String>());
    let start = std::time::Instant::now();
    let run = site.check(&["--format", "short"]);
    let lines = run.stdout.lines().filter(|line| line.contains("[unread-message]")).count();
    assert!(lines == 100 && run.stdout.contains("and 19900 more of this kind"), "{lines}");
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}

/// The id of a message is as long as its author likes.
#[test]
fn a_long_id_is_cut_in_a_finding() {
    let site = Site::small();
    site.write("messages/en.ftl", &format!("{} = A\n", "a".repeat(300_000)));
    let run = site.check(&[]);
    assert!(run.stdout.contains("a…`: no template") && run.stdout.len() < 5_000, "{}", run.stdout.len());
}

#[test]
fn a_message_that_stands_twice_is_found_with_both_places() {
    let text = "# Words.\nnav_topics = Subjects\n-us = We\nnav_years = { -us }\n\n-us = I\nnav_topics =\n    Themes\n";
    let site = Site::small();
    site.write("messages/en.ftl", text);
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    for expected in [
        "error[duplicate-key]: the message `nav_topics` stands twice in the file",
        "messages/en.ftl:7:1",
        "2 | nav_topics = Subjects",
        "never shown",
        "the term `-us` stands twice",
        "messages/en.ftl:6:1",
        "help: leave one of the two out",
    ] {
        assert!(run.stdout.contains(expected), "{expected}\n{}", run.stdout);
    }
    let twice = found(
        "duplicate-key",
        &[("messages/en.ftl", "nav_topics = A\n"), ("messages/en.more.ftl", "nav_topics = B\n")],
    );
    assert_eq!(twice, [""; 0], "a file may stand over another");
}
