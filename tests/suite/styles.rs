//! References as pages write them, beside what `hayagriva` makes of `cite.json` by the styles of the CSL project: 50 records with
//! uncertain dates, bodies, states, offices, mononyms, particles, names in other orders, and translations. What differs on
//! purpose is listed here, one function for each paragraph of `docs/citing.md`.

use std::collections::BTreeMap;
use std::fmt::Write;

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};
use serde_json::Value;

use crate::support::Site;

const PEOPLE: [(&str, &str, &str, &str); 14] = [
    ("ann-lee", "Ann Lee", "Lee", "Ann"),
    ("sergey-lavrov", "Sergey Viktorovich Lavrov", "Lavrov", "Sergey Viktorovich"),
    ("von-der-leyen", "Ursula von der Leyen", "von der Leyen", "Ursula"),
    ("de-gaulle", "Charles de Gaulle", "de Gaulle", "Charles"),
    ("de-gasperi", "Alcide De Gasperi", "De Gasperi", "Alcide"),
    ("al-assad", "Bashar al-Assad", "al-Assad", "Bashar"),
    ("wang-yi", "Wang Yi", "Wang", "Yi"),
    ("ban-ki-moon", "Ban Ki-moon", "Ban", "Ki-moon"),
    ("jean-noel", "Jean-Noël Barrot", "Barrot", "Jean-Noël"),
    ("jose", "José Manuel García-Margallo", "García-Margallo", "José Manuel"),
    ("van-den-berg", "Jan van den Berg", "van den Berg", "Jan"),
    ("jaishankar", "Jaishankar", "", ""),
    ("sukarno", "Sukarno", "", ""),
    ("ivan", "Иван Петров", "Петров", "Иван"),
];

/// A record: kind, date, speakers, title, and other lines of its front matter.
type Record = (&'static str, &'static str, &'static str, &'static str, &'static str);

const MINISTRY: &str = "{organization: ministry}";
const TALKS: &str = "event: talks\nplace: Moscow";

const RECORDS: [Record; 50] = [
    ("remarks", "2006-02-02", "ann-lee", "On trade", ""),
    ("speech", "2006-02-02", "sergey-lavrov", "On trade and transport", TALKS),
    ("speech", "2006-09-21", "von-der-leyen", "On the state of the union", "event: A debate\nplace: Strasbourg"),
    ("remarks", "1958-05-13", "de-gaulle", "On the army", "place: Algiers"),
    ("remarks", "1951-05", "de-gasperi", "On the alliance", ""),
    ("interview", "2011-12-01", "al-assad", "On the talks", "place: Damascus"),
    ("press-conference", "2023-03-07", "wang-yi", "On ties with neighbours", "event: Two sessions\nplace: Beijing"),
    ("remarks", "2012-06-30", "ban-ki-moon", "On the final communiqué", "place: Geneva"),
    ("interview", "2025-04-30", "jean-noel", "On trade with the east", ""),
    ("press-conference", "2013-05-03", "jose", "On fishing", "place: Madrid"),
    ("remarks", "1999", "van-den-berg", "On grain", ""),
    ("remarks", "2022-06-03", "jaishankar", "On buying oil", "event: A forum\nplace: Bratislava"),
    ("speech", "1955-04-18", "sukarno", "On a new Asia", "event: A conference\nplace: Bandung"),
    ("remarks", "2006-02-02", "ivan", "On grain and trade", "language: ru"),
    ("remarks", "2006-02-02", MINISTRY, "On a visit", ""),
    ("remarks", "2006-02-02", "{organization: bureau}", "On a list, and on another", "place: Moscow"),
    ("remarks", "2006-02-02", "{country: FR}", "On a treaty", ""),
    ("remarks", "2006-02-02", "{office: Spokesman}", "On a note", ""),
    ("joint-statement", "2006-02-02", "[ann-lee, wang-yi]", "On peace", TALKS),
    ("joint-statement", "2006-02-02", "[ann-lee, sergey-lavrov, jaishankar]", "On the sea", ""),
    ("joint-statement", "2006-02-02", "[von-der-leyen, ann-lee, wang-yi, sukarno]", "On the air", ""),
    ("communique", "2006-02-02", "[{organization: ministry}, {country: FR}]", "On the border", "place: Paris"),
    ("joint-statement", "2006-02-02", "[de-gaulle, {organization: ministry}]", "On coal", ""),
    ("parliament", "2006-02-02", "ann-lee", "On the budget", "event: A sitting\nplace: Moscow"),
    ("parliament", "2006-02", "sergey-lavrov", "On a question", ""),
    ("article", "2006-02-02", "ann-lee", "On trade in writing", "publisher: The Paper"),
    ("article", "2006-02", "[ann-lee, van-den-berg]", "On rivers", "publisher: The Review"),
    ("article", "2006-02-02", "sukarno", "On islands", ""),
    ("letter", "2006-02-02", "ann-lee", "On a request", "audience: wang-yi"),
    ("letter", "2006", "de-gaulle", "On an answer", ""),
    ("post", "2006-02-02", "ann-lee", "On a flight", "publisher: A network"),
    ("post", "2006-02-02", "jaishankar", "On a landing", ""),
    ("remarks", "2006-02-02?", "ann-lee", "On a doubtful day", ""),
    ("remarks", "2006-02~", "ann-lee", "On a month or so", ""),
    ("remarks", "2006~", "ann-lee", "On a year or so", ""),
    ("remarks", "2006%", "ann-lee", "On a doubtful year or so", ""),
    ("remarks", "2006-02-XX", "ann-lee", "On some day", ""),
    ("remarks", "2006-XX", "ann-lee", "On some month", ""),
    ("remarks", "2006-21", "ann-lee", "On spring", ""),
    ("remarks", "200X", "ann-lee", "On some year", ""),
    ("remarks", "2006-02-01/2006-02-03", "ann-lee", "On three days", ""),
    ("remarks", "2006-02/2006-04", "ann-lee", "On three months", ""),
    ("remarks", "2006/..", "ann-lee", "On what goes on", ""),
    (
        "remarks",
        "2006-02-02",
        "ann-lee",
        "On what was translated",
        "language: en\noriginal_language: ru\ntranslator: The embassy",
    ),
    (
        "speech",
        "2006-02-02",
        "wang-yi",
        "On what was said in Chinese",
        "original_language: zh\ntranslator: A newspaper",
    ),
    ("remarks", "2006-02-02", "ann-lee", "Will there be talks?", ""),
    ("remarks", "2006-02-02", "ann-lee", "On “peace” and “war”", ""),
    (
        "remarks",
        "2006-02-02",
        "ann-lee",
        "On what was withdrawn",
        "withdrawn: {date: 2007-03-04, reason: It was not said.}",
    ),
    ("remarks", "2006-02-02", "{organization: company}", "On oil", ""),
    ("communique", "2006-12-31", "[{country: FR}, {country: RU}]", "On the year", "event: A summit\nplace: Paris"),
];

/// A site with the records.
fn site() -> Site {
    let site = Site::of(&[
        ("site.toml", "title = \"The Chronicle\"\nbase_url = \"https://example.org/\"\n"),
        ("content/topics/trade.md", "---\nlabel: Trade\n---\n"),
        ("content/organizations/ministry.md", "---\nname: Ministry of Foreign Affairs\n---\n"),
        ("content/organizations/bureau.md", "---\nname: Bureau of Trade, Transport, and Aid\n---\n"),
        ("content/organizations/company.md", "---\nname: Oil Co.\n---\n"),
        ("content/events/talks.md", "---\nname: Talks in Moscow\ndate: 2006-02-02\n---\n"),
    ]);
    for (id, name, family, given) in PEOPLE {
        let parts = if family.is_empty() { String::new() } else { format!("family: {family}\ngiven: {given}\n") };
        site.write(&format!("content/people/{id}.md"), &format!("---\nname: {name}\n{parts}---\n"));
    }
    for (number, (kind, date, speakers, title, more)) in RECORDS.iter().enumerate() {
        let publisher = more.lines().find_map(|line| line.strip_prefix("publisher: "));
        let source = publisher.map_or_else(String::new, |publisher| format!(", publisher: {publisher}"));
        let mut text =
            format!("---\ntitle: {title}\ndate: {date}\nspeakers: {speakers}\nkind: {kind}\ntopics: trade\n");
        text += "fidelity: reported\n";
        let _ = writeln!(text, "sources: [{{url: \"https://source.example/{number}\"{source}}}]");
        more.lines().filter(|line| !line.starts_with("publisher: ")).for_each(|line| text += &format!("{line}\n"));
        text += "---\nWhat was said.\n";
        site.write(&format!("content/statements/r{number:02}.md"), &text);
    }
    site
}

/// What `hayagriva` makes of an item: a note, or an entry of a list.
fn rendered(item: &Item, style: &IndependentStyle, locales: &[Locale], is_note: bool) -> String {
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(item)], style, locales));
    let rendered = driver.finish(BibliographyRequest { style, locale: None, locale_files: locales });
    let content = match is_note {
        true => rendered.citations[0].citation.clone(),
        false => rendered.bibliography.unwrap().items[0].content.clone(),
    };
    let mut text = String::new();
    content.write_buf(&mut text, BufWriteFormat::Plain).unwrap();
    text
}

/// The text of a reference on a page.
fn shown(html: &str, style: &str) -> String {
    let (_, rest) = html.split_once(&format!("<p class=\"citation {style}\">")).unwrap();
    let (markup, _) = rest.split_once("</p>").unwrap();
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        rest = tag.split_once('>').unwrap().1;
    }
    text += rest;
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'")
}

/// What is compared: without capitals, since we keep those of the record; without quotation marks, since hayagriva
/// leaves those within a title as they are; in the order that the record has names in.
fn settled(text: &str) -> String {
    let mut text = text.replace(['“', '”', '‘', '’'], "").to_lowercase();
    let orders = [
        ("yi wang", "wang yi"),
        ("ki-moon ban", "ban ki-moon"),
        ("wang, yi", "wang yi"),
        ("ban, ki-moon", "ban ki-moon"),
    ];
    for (theirs, ours) in orders {
        text = text.replace(theirs, ours);
    }
    text
}

/// What ours would be without what we add or leave out on purpose, in the order of `docs/citing.md`.
fn ours_in(style: &str, text: &str, record: &Record) -> String {
    let mut text = settled(text);
    // The chronicle stands in each style; MLA has it anyway.
    text = match style {
        "chicago" => text.replace(", the chronicle, https", ", https"),
        "apa" => text.replace(" the chronicle. https", " https"),
        _ => text,
    };
    // That a record was withdrawn is said.
    text = text.replace(" withdrawn: 4 march 2007. it was not said.", "");
    let place = record.4.lines().find_map(|line| line.strip_prefix("place: "));
    let has_event = record.4.lines().any(|line| line.starts_with("event: "));
    if let Some(place) = place.filter(|_| !has_event).map(str::to_lowercase) {
        text = match style {
            "chicago" => text.replace(&format!(", {place}, "), ", "),
            "apa" => text.replace(&format!(". {place}. "), ". "),
            _ => text,
        };
    }
    match (place, record.0, style) {
        (Some(place), "interview", "chicago" | "mla") => text.replace(&format!(", {}", place.to_lowercase()), ""),
        _ => text,
    }
}

/// What theirs would be if it did as we do.
fn theirs_in(style: &str, text: &str) -> String {
    let mut text = settled(text);
    for (theirs, ours) in [
        // Who translated is said in words.
        ("trans. the embassy", "translated by the embassy"),
        ("trans. a newspaper", "translated by a newspaper"),
        ("(the embassy, trans.)", "(translated by the embassy)"),
        ("(a newspaper, trans.)", "(translated by a newspaper)"),
        // An interview is in the record by whom it was given to only where the audience says it.
        ("interview by,", "interview,"),
        // To whom a letter is stands in the title, if anywhere.
        ("letter to wang yi", "letter"),
        // One stop is enough.
        ("?. ", "? "),
        // Slips of hayagriva.
        (",). ", "). "),
        ("(spring/2006, spring)", "(2006, spring)"),
    ] {
        text = text.replace(theirs, ours);
    }
    if style == "mla" { text.replace(", 2006, letter. 2006", ". letter. 2006") } else { text }
}

/// The part of a text before its date, which is in doubt: by brackets or `ca.`; we say it in words.
fn before_doubt(style: &str, text: &str) -> String {
    let end = if style == "apa" { text.find('(') } else { text.find("remarks").map(|at| at + "remarks".len()) };
    text[..end.unwrap()].to_owned()
}

#[test]
fn references_are_those_of_the_styles() {
    let site = site();
    let built = site.build(&[]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    let locales = locales();
    let styles = [
        ("chicago", ArchivedStyle::ChicagoNotes, true),
        ("apa", ArchivedStyle::AmericanPsychologicalAssociation, false),
        ("mla", ArchivedStyle::ModernLanguageAssociation, false),
    ];
    let (mut compared, mut other) = (0, String::new());
    for (word, style, is_note) in styles {
        let Style::Independent(style) = style.get() else { panic!("{word} is a style of another") };
        for (number, record) in RECORDS.iter().enumerate() {
            let Some(item) = item(&site, number, word) else { continue };
            // Words in a parliament are no testimony, as statutes of the United States have it.
            if record.0 == "parliament" {
                continue;
            }
            let theirs = rendered(&item, &style, &locales, is_note);
            let ours = shown(&site.page(&format!("statements/r{number:02}/index.html")), word);
            let (mut left, mut right) = (ours_in(word, &ours, record), theirs_in(word, &theirs));
            if record.1.contains(['?', '~', '%']) {
                (left, right) = (before_doubt(word, &left), before_doubt(word, &right));
            }
            compared += 1;
            if left != right {
                let _ = writeln!(other, "{number} {word}\n  ours   {ours}\n  theirs {theirs}\n  {left}\n  {right}");
            }
        }
    }
    assert!(other.is_empty(), "{other}");
    assert!(compared > 115, "{compared}");
}

/// The reference to a record as hayagriva reads it for a style; nothing of a date that it does not know: intervals, and words.
fn item(site: &Site, number: usize, style: &str) -> Option<Item> {
    let items = site.page(&format!("statements/r{number:02}/cite.json"));
    let mut items: Vec<BTreeMap<String, Value>> = serde_json::from_str(&items).unwrap();
    let item = &mut items[0];
    item.get("issued")?["date-parts"].as_array().filter(|parts| parts.len() == 1)?;
    // It takes a season for a text.
    let season = item.get_mut("issued").and_then(|date| date.get_mut("season"));
    season.into_iter().for_each(|season| *season = season.to_string().into());
    // Particles stand within the names, as Zotero keeps them; it knows only those that stand apart.
    for author in item.get_mut("author").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(family) = author["family"].as_str().map(str::to_owned) else { continue };
        let is_particle = |word: &&str| word.starts_with(char::is_lowercase) && !word.contains(['-', '’']);
        let particles: Vec<&str> = family.split(' ').take_while(is_particle).collect();
        let own: Vec<&str> = family.split(' ').skip(particles.len()).collect();
        if !particles.is_empty() && !own.is_empty() {
            author["family"] = own.join(" ").into();
            author["non-dropping-particle"] = particles.join(" ").into();
        }
    }
    // The day of a speech, which MLA has from there alone.
    if style == "mla" && item["type"] == "speech" {
        item.insert("event-date".to_owned(), item["issued"].clone());
    }
    Some(serde_json::from_value(serde_json::to_value(item).unwrap()).unwrap())
}
