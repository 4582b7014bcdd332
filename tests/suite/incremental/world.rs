//! A small chronicle that changes at random.

use std::collections::BTreeMap;
use std::fs;

/// A stream of pseudo-random numbers (splitmix64): the same for the same seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn word(&mut self) -> String {
        self.one(&WORDS).to_owned()
    }
}

/// A record as lines of front matter, by key, and a text.
#[derive(Clone, Default)]
struct Record {
    /// Folder below the one of its kind: ``, `2006/`.
    folder: String,
    fields: BTreeMap<&'static str, String>,
    text: String,
}

impl Record {
    fn of(fields: &[(&'static str, &str)]) -> Record {
        let fields = fields.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        Record { fields, ..Record::default() }
    }

    fn file(&self) -> String {
        let fields: String = self.fields.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        format!("---\n{fields}---\n{}", self.text)
    }
}

const PLAIN: &str = "tests/golden/plain-theme";

const CHILD: &str = "name = \"child\"\nparent = \"plain\"\n";

/// Kinds of output that come and go.
const SWITCHES: [&str; 10] = [
    "topics",
    "people",
    "markdown",
    "statement-list",
    "chains",
    "feeds",
    "on-this-day",
    "years",
    "source-texts",
    "positions",
];

/// The kept texts.
const TEXTS: [&str; 2] = ["content/sources/a.txt", "content/sources/b/c.txt"];

/// A picture that texts and people show.
const PICTURE: &str = "static/seal.gif";

/// A picture of one of a few sizes.
fn picture(random: &mut Random) -> String {
    let [width, height] = [0; 2].map(|_| char::from(1 + u8::try_from(random.below(3)).unwrap()));
    format!("GIF89a{width}\0{height}\0\0\0\0;")
}

/// All that the world speaks of.
const WORDS: [&str; 10] = ["peace", "trade", "sea", "border", "water", "treaty", "grain", "bridge", "law", "city"];

/// The state of the site.
pub(crate) struct World {
    /// By kind, which is the folder, and id.
    records: BTreeMap<&'static str, BTreeMap<String, Record>>,
    /// Files that are no records, by path.
    others: BTreeMap<String, String>,
    settings: BTreeMap<&'static str, String>,
    tables: BTreeMap<&'static str, String>,
    pub(crate) drafts: bool,
    /// Undoes an error on purpose before the next edit.
    broken: Option<(&'static str, String, Record)>,
    made: usize,
}

const KINDS: [&str; 7] = ["statements", "people", "topics", "organizations", "places", "events", "pages"];
const DATES: [&str; 12] = [
    "2006-02-02",
    "2006-02-02",
    "2006-02",
    "2006-02-28",
    "2006",
    "2007-05-05/..",
    "2007-11-11",
    "2008-02-29",
    "2008-02-29~",
    "2009-01-01/2009-01-03",
    "../2005-12-31",
    "200X",
];

/// A text in which all that anybody is quoted with stands somewhere; now and then one of several parts.
fn kept_text(random: &mut Random) -> String {
    let mut lines: Vec<String> = WORDS.iter().map(|word| format!("He spoke: “Words of {word}.” More words.")).collect();
    let filler = format!("Of {} and {}.", random.word(), random.word());
    (0..random.below(4)).for_each(|_| lines.push(filler.clone()));
    if random.below(4) == 0 {
        lines.push(format!("{filler} ").repeat(3000));
    }
    // In any order.
    for at in (1..lines.len()).rev() {
        lines.swap(at, random.below(at + 1));
    }
    lines.join(if random.below(2) == 0 { "\n\n" } else { "\n" })
}

/// A source with a kept text, which may be published or not.
fn kept_source(random: &mut Random) -> String {
    let (word, text) = (random.word(), random.one(&TEXTS).trim_start_matches("content/"));
    let publish = random.one(&["", "", ", publish: true", ", publish: true", ", publish: false"]);
    format!("{{title: {word}, publisher: The {word}, text: {text}{publish}}}")
}

impl World {
    pub(crate) fn new(random: &mut Random) -> World {
        let mut world = World {
            records: KINDS.iter().map(|kind| (*kind, BTreeMap::new())).collect(),
            others: BTreeMap::new(),
            settings: BTreeMap::new(),
            tables: BTreeMap::new(),
            drafts: false,
            broken: None,
            made: 0,
        };
        // Sources may disagree about what is published.
        world.tables.insert("lints", "contradictory-publish = \"warn\"".into());
        for (path, seed) in TEXTS.into_iter().zip(1..) {
            world.others.insert(path.into(), kept_text(&mut Random::new(seed)));
        }
        world.others.insert(PICTURE.into(), picture(random));
        world.settings.insert("title", "\"A chronicle\"".into());
        world.settings.insert("base_url", "\"https://example.org/\"".into());
        if random.below(2) == 0 {
            for (path, bytes) in crate::support::tree(PLAIN.as_ref()) {
                let path = format!("themes/plain/{}", path.display());
                world.others.insert(path, String::from_utf8(bytes).unwrap());
            }
            world.settings.insert("theme", "\"plain\"".into());
            if random.below(2) == 0 {
                // A theme of which most comes from its parent.
                world.others.insert("themes/child/theme.toml".into(), CHILD.into());
                world.settings.insert("theme", "\"child\"".into());
            }
        }
        for (kind, count) in
            [("people", 3), ("topics", 4), ("organizations", 2), ("places", 2), ("events", 2), ("pages", 1)]
        {
            (0..count).for_each(|_| drop(world.add(kind, random)));
        }
        (0..6).for_each(|_| drop(world.add("statements", random)));
        if random.below(2) == 0 {
            world.say_again(random);
        }
        world
    }

    /// Adds a chain of statements that is not shown whole everywhere.
    fn say_again(&mut self, random: &mut Random) {
        let mut before: Option<String> = None;
        for _ in 0..12 {
            let Some(id) = self.add("statements", random).strip_prefix("add statements/").map(str::to_owned) else {
                return;
            };
            let fields = &mut self.records.get_mut("statements").unwrap().get_mut(&id).unwrap().fields;
            fields.insert("date", "2006-02-02".into());
            if let Some(before) = before.replace(id.clone()) {
                fields.insert("reiterates", before);
            }
            // Most have words to compare.
            let word = random.word();
            let record = self.records.get_mut("statements").unwrap().get_mut(&id).unwrap();
            if random.below(3) > 0 {
                record.text = format!("Once more.\n\n> Words of {word}.\n");
            }
        }
    }

    /// Every file of the site, by path.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = self.others.clone();
        let lines = |of: &BTreeMap<&'static str, String>| -> String {
            of.iter().map(|(key, value)| format!("{key} = {value}\n")).collect()
        };
        let tables: String = self.tables.iter().map(|(table, line)| format!("[{table}]\n{line}\n")).collect();
        files.insert("site.toml".into(), lines(&self.settings) + &tables);
        for (kind, records) in &self.records {
            for (id, record) in records {
                files.insert(format!("content/{kind}/{}{id}.md", record.folder), record.file());
            }
        }
        files
    }

    /// Changes something; says what.
    pub(crate) fn edit(&mut self, random: &mut Random) -> String {
        if let Some((kind, id, record)) = self.broken.take() {
            self.records.get_mut(kind).unwrap().insert(id.clone(), record);
            return format!("mend {id}");
        }
        match random.below(24) {
            0 => self.add(KINDS[random.below(KINDS.len())], random),
            1 => self.add("statements", random),
            2 => self.remove(random),
            3 => self.rename(random),
            4 => {
                self.drafts = !self.drafts;
                format!("drafts {}", self.drafts)
            }
            5 => self.setting(random),
            6 => self.template(random),
            7 => self.message(random),
            8 => self.asset(random),
            9 => self.break_one(random),
            10 => "nothing".into(),
            11 => self.relate(random),
            12 | 13 => self.text(random),
            14..=18 => self.authority(random),
            _ => self.statement(random),
        }
    }

    fn ids(&self, kind: &str) -> Vec<String> {
        self.records[kind].keys().cloned().collect()
    }

    fn any(&self, kind: &str, random: &mut Random) -> Option<String> {
        let ids = self.ids(kind);
        if ids.is_empty() { None } else { Some(ids[random.below(ids.len())].clone()) }
    }

    fn several(&self, kind: &str, random: &mut Random) -> String {
        let mut ids = self.ids(kind);
        ids.retain(|_| random.below(2) == 0);
        ids.truncate(3);
        format!("[{}]", ids.join(", "))
    }

    fn add(&mut self, kind: &'static str, random: &mut Random) -> String {
        self.made += 1;
        let id = format!("{}-{}", random.word(), self.made);
        let name = format!("{} {}", random.word(), self.made);
        let mut record = match kind {
            "statements" => {
                let (Some(person), Some(topic)) = (self.any("people", random), self.any("topics", random)) else {
                    return "nothing to speak of".into();
                };
                let source = match random.below(3) {
                    0 => kept_source(random),
                    _ => format!("\"https://example.com/{}\"", random.below(4)),
                };
                let mut record = Record::of(&[
                    ("title", &name),
                    ("date", random.one(&DATES)),
                    ("speakers", &person),
                    ("topics", &topic),
                    ("fidelity", "reported"),
                    ("sources", &source),
                ]);
                record.folder = random.one(&["", "2006/", "2007/"]).to_owned();
                record
            }
            "topics" => Record::of(&[("label", &name)]),
            "pages" => Record::of(&[("title", &name)]),
            "events" => Record::of(&[("name", &name), ("date", random.one(&DATES))]),
            _ => Record::of(&[("name", &name)]),
        };
        record.text = format!("About {name}.\n");
        if kind == "statements" && random.below(2) == 0 {
            record.text.push_str(&format!("\n> Words of {}.\n", random.word()));
        }
        // A few ids have a meaning of their own.
        let id = if kind == "pages" && random.below(2) == 0 { random.one(&["home", "coverage"]).into() } else { id };
        self.records.get_mut(kind).unwrap().insert(id.clone(), record);
        format!("add {kind}/{id}")
    }

    /// Takes a record out, with what names it.
    fn remove(&mut self, random: &mut Random) -> String {
        let kind = random.one(&KINDS);
        let Some(id) = self.any(kind, random) else { return "nothing to remove".into() };
        if matches!(kind, "people" | "topics") && self.records[kind].len() < 2 {
            return "keep the last".into();
        }
        self.records.get_mut(kind).unwrap().remove(&id);
        let other = self.any(kind, random);
        self.replace(&id, other.as_deref());
        format!("remove {kind}/{id}")
    }

    /// Puts another id, or nothing, where an id is named.
    fn replace(&mut self, id: &str, other: Option<&str>) {
        for record in self.records.values_mut().flat_map(BTreeMap::values_mut) {
            record.fields.retain(|key, value| {
                let named = value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').any(|word| word == id);
                match other {
                    Some(other) if named => *value = value.replace(id, other),
                    _ => {}
                }
                let own = *key == "old_ids" || *key == "reiterates" || *key == "cites";
                !named || (other.is_some() && !own)
            });
            if record.text.contains(&format!("/{id}.md")) {
                record.text = "The link is gone.\n".into();
            }
        }
    }

    fn rename(&mut self, random: &mut Random) -> String {
        let kind = random.one(&KINDS);
        let Some(id) = self.any(kind, random) else { return "nothing to rename".into() };
        let mut record = self.records.get_mut(kind).unwrap().remove(&id).unwrap();
        if random.below(3) == 0 && kind == "statements" {
            record.folder = random.one(&["", "2006/", "moved/"]).to_owned();
            self.records.get_mut(kind).unwrap().insert(id.clone(), record);
            return format!("move {kind}/{id}");
        }
        self.made += 1;
        let new = format!("renamed-{}", self.made);
        self.replace(&id, Some(&new));
        if random.below(2) == 0 && kind != "pages" {
            // A record that is renamed twice is found by all its ids.
            let older = record.fields.get("old_ids").map_or("", |ids| ids.trim_matches(['[', ']']));
            let old_ids = if older.is_empty() { format!("[{id}]") } else { format!("[{older}, {id}]") };
            record.fields.insert("old_ids", old_ids);
        }
        self.records.get_mut(kind).unwrap().insert(new.clone(), record);
        format!("rename {kind}/{id} to {new}")
    }

    fn setting(&mut self, random: &mut Random) -> String {
        let (key, value) = match random.below(17) {
            12 => ("footer", format!("\"Of **{}**.\"", random.word())),
            13 => {
                let name = random.one(&["logo.svg", "mark.svg"]);
                self.others.insert(format!("static/{name}"), "<svg/>".into());
                ("logo", format!("\"{name}\""))
            }
            14 => {
                let part = random.one(&["topics", "people", "changes", "home", "timeline"]);
                let line = format!("{} = [\"{part}\"]", random.one(&["order", "hide"]));
                self.tables.insert("nav", line.clone());
                return line;
            }
            15 => {
                self.others.insert("static/house.css".into(), format!("/* {} */\n", random.word()));
                // The plain theme says nothing of backgrounds.
                let line = match self.settings.contains_key("theme") {
                    true => "sheets = [\"house.css\"]",
                    false => random.one(&["accent = \"#7a1f2b\"", "accent = \"#123456\"", "sheets = [\"house.css\"]"]),
                };
                self.tables.insert("style", line.to_owned());
                return line.to_owned();
            }
            16 => {
                let line = format!("pattern = \"https://example.org/{}/{{path}}\"", random.word());
                self.tables.insert("edit", line.clone());
                return line;
            }
            10 | 11 => {
                let line = format!("publish = {}", random.below(3) > 0);
                self.tables.insert("sources", line.clone());
                return line;
            }
            0 => ("title", format!("\"The {} chronicle\"", random.word())),
            1 => ("subtitle", format!("\"Of {}\"", random.word())),
            2 => ("base_url", random.one(&["\"https://example.org/\"", "\"https://example.org/a/\""]).to_owned()),
            3 => ("repository", "\"https://example.org/code\"".to_owned()),
            4 if !self.settings.contains_key("theme") => {
                ("language", random.one(&["\"en\"", "\"ru\"", "\"ar\""]).into())
            }
            5 => {
                self.tables.insert("lists", format!("limit = {}", random.below(5) + 1));
                return "the limit of lists".into();
            }
            6 => {
                self.tables.insert("feeds", format!("limit = {}", random.below(5) + 1));
                return "the limit of feeds".into();
            }
            7 | 8 => {
                let is_on = self.tables.remove("outputs").is_some();
                if !is_on {
                    self.tables.insert("outputs", format!("{} = false", random.one(&SWITCHES)));
                }
                return format!("outputs: {:?}", self.tables.get("outputs"));
            }
            _ => {
                self.settings.remove("subtitle");
                return "no subtitle".into();
            }
        };
        self.settings.insert(key, value.clone());
        format!("{key} = {value}")
    }

    fn template(&mut self, random: &mut Random) -> String {
        let name = random.one(&[
            "row",
            "nav",
            "foot",
            "prose",
            "topic",
            "day",
            "base",
            "month",
            "statement",
            "home",
            "chain-page",
            "position",
        ]);
        let is_child = self.others.contains_key("themes/child/theme.toml");
        let folder = if is_child && random.below(2) == 0 { "themes/child/templates" } else { "templates" };
        let path = format!("{folder}/{name}.html");
        if self.others.remove(&path).is_some() {
            return format!("no {path}");
        }
        let theme = if self.settings.contains_key("theme") { PLAIN } else { "themes/default" };
        let own = fs::read_to_string(format!("{theme}/templates/{name}.html")).unwrap();
        let text = match random.below(2) {
            0 => {
                format!("{{% extends \"{}/{name}.html\" %}}\n", if folder == "templates" { "theme" } else { "parent" })
            }
            _ => own.replace("</", "<!-- mark --></"),
        };
        // A plain fragment has nothing to extend.
        self.others.insert(path.clone(), text);
        path
    }

    fn message(&mut self, random: &mut Random) -> String {
        let (path, own) = match self.settings.contains_key("theme") {
            true if random.below(2) == 0 => ("themes/plain/messages/en.more.ftl", "nav_topics"),
            _ => ("messages/en.ftl", "nav_topics"),
        };
        if random.below(4) == 0 && self.others.remove(path).is_some() {
            return format!("no {path}");
        }
        self.others.insert(path.to_owned(), format!("{own} = {}\n", random.word()));
        path.to_owned()
    }

    fn asset(&mut self, random: &mut Random) -> String {
        let is_child = self.others.contains_key("themes/child/theme.toml");
        let own = if is_child { "themes/child/static/style.css" } else { "static/style.css" };
        let path = random.one(&[
            "static/style.css",
            "static/files/map.txt",
            "static/more.css",
            TEXTS[0],
            TEXTS[1],
            PICTURE,
            own,
        ]);
        if path == PICTURE {
            self.others.insert(path.to_owned(), picture(random));
            return path.to_owned();
        }
        if TEXTS.contains(&path) {
            self.others.insert(path.to_owned(), kept_text(random));
            return path.to_owned();
        }
        match random.below(3) {
            0 => {
                self.others.remove(path);
                self.records.values_mut().flat_map(BTreeMap::values_mut).for_each(|record| {
                    record.text = record.text.replace("(/files/map.txt)", "(https://example.com/)");
                });
            }
            _ => drop(self.others.insert(path.to_owned(), format!("/* {} */\n", random.word()))),
        }
        path.to_owned()
    }

    fn break_one(&mut self, random: &mut Random) -> String {
        let kind = random.one(&KINDS);
        let Some(id) = self.any(kind, random) else { return "nothing to break".into() };
        let record = self.records.get_mut(kind).unwrap().get_mut(&id).unwrap();
        self.broken = Some((kind, id.clone(), record.clone()));
        match random.below(3) {
            0 => drop(record.fields.insert("nonsense", "1".into())),
            1 => record.text.push_str("[x](../nowhere/nothing.md)\n"),
            _ => drop(record.fields.insert("old_ids", "[Not An Id]".into())),
        }
        format!("break {kind}/{id}")
    }

    fn relate(&mut self, random: &mut Random) -> String {
        let (Some(from), Some(to)) = (self.any("statements", random), self.any("statements", random)) else {
            return "nothing to relate".into();
        };
        let key = random.one(&["reiterates", "cites", "updates", "responds_to", "departs_from"]);
        let by = random.one(&["speaker", "source", "editor"]);
        if from != to {
            let record = self.records.get_mut("statements").unwrap().get_mut(&from).unwrap();
            record.fields.insert(key, format!("[{{to: {to}, by: {by}, note: {}}}]", random.word()));
        }
        format!("{from} {key} {to}")
    }

    fn text(&mut self, random: &mut Random) -> String {
        let kind = random.one(&KINDS);
        let Some(id) = self.any(kind, random) else { return "nothing to write".into() };
        let to = random.one(&KINDS);
        let link = self.any(to, random).map(|other| {
            let folder = &self.records[to][&other].folder;
            let up = if self.records[kind][&id].folder.is_empty() { "../" } else { "../../" };
            format!("See [it]({up}{to}/{folder}{other}.md).\n")
        });
        let word = random.word();
        let speaker = self.any("people", random).map(|id| self.records["people"][&id].fields["name"].clone());
        let text = match random.below(9) {
            0 => format!("First of {word}.\n\n> Words of {word}.\n\n> More words.\n"),
            6 => format!("Of {word}.\n\n> Words of {word}.\n> — {}\n", speaker.unwrap_or_default()),
            1 => format!("# {word}\n\nA line[^1].\n\n[^1]: Note on {word}.\n"),
            2 | 3 => link.unwrap_or_default(),
            7 => format!("![A seal](/seal.gif)\n*Of {word}.*\n\nText of {word}.\n"),
            8 => format!("A ![seal](/seal.gif) of {word}.\n"),
            4 if self.others.contains_key("static/files/map.txt") => "[A map](/files/map.txt)\n".into(),
            _ => format!("Text of {word}.\n"),
        };
        self.records.get_mut(kind).unwrap().get_mut(&id).unwrap().text = text;
        format!("text of {kind}/{id}")
    }

    fn authority(&mut self, random: &mut Random) -> String {
        let kind = random.one(&["people", "topics", "organizations", "places", "events"]);
        let Some(id) = self.any(kind, random) else { return "nothing to change".into() };
        self.made += 1;
        let name = format!("{} {}", random.word(), self.made);
        let body = self.any("organizations", random);
        let (person, place) = (self.any("people", random), self.any("places", random));
        let later = self.records["topics"].keys().find(|other| **other > id).cloned();
        let named = |value: Option<String>| value.unwrap_or_default();
        let (key, value) = match (kind, random.below(6)) {
            ("people", 0) => ("family", name),
            ("people", 1) => ("names", format!("[{name}]")),
            ("people", 2) if body.is_some() => {
                ("offices", format!("[{{id: head, title: {name}, organization: {}, from: 2006}}]", named(body)))
            }
            ("people", 4) => ("portrait", "seal.gif".into()),
            ("people", 3) => ("offices", format!("[{{id: head, title: {name}, from: 2007}}]")),
            ("topics", 0) => ("alt", format!("[{name}]")),
            ("topics", 1) if later.is_some() => ("broader", format!("[{}]", named(later))),
            ("topics", 2) if later.is_some() => ("related", format!("[{}]", named(later))),
            ("topics", 3) => ("scope", name),
            ("organizations", 0) => {
                ("names", format!("[{{name: {name}, from: 2007}}, {{name: Old {name}, to: 2007}}]"))
            }
            ("organizations", 1) => ("variants", format!("[{name}]")),
            ("organizations", 2) => ("country", "FR".into()),
            ("places", 0) => ("country", "RU".into()),
            ("events", 0) => ("date", random.one(&DATES).to_owned()),
            ("events", 1) if place.is_some() => ("place", named(place)),
            ("events", 2) if body.is_some() => ("host", named(body)),
            ("events", 3) if person.is_some() => ("participants", format!("[{}, FR]", named(person))),
            ("topics", _) => ("label", name),
            _ => ("name", name),
        };
        let fields = &mut self.records.get_mut(kind).unwrap().get_mut(&id).unwrap().fields;
        if !matches!(key, "name" | "label" | "date") && fields.remove(key).is_some() && random.below(2) == 0 {
            return format!("no {key} of {kind}/{id}");
        }
        fields.insert(key, value);
        format!("{key} of {kind}/{id}")
    }

    fn statement(&mut self, random: &mut Random) -> String {
        let Some(id) = self.any("statements", random) else { return "nothing to change".into() };
        let several = |kind: &str, random: &mut Random| self.several(kind, random);
        let (people, topics) = (several("people", random), several("topics", random));
        let (bodies, event, place) =
            (several("organizations", random), self.any("events", random), self.any("places", random));
        let word = random.word();
        let body = self.any("organizations", random);
        let (key, value) = match random.below(21) {
            0 => ("title", format!("{word} and {}", random.word())),
            1 => ("date", random.one(&DATES).to_owned()),
            2 if people != "[]" => ("speakers", people),
            3 | 4 if topics != "[]" => ("topics", topics),
            5 => ("organizations", bodies),
            6 if event.is_some() => ("event", event.unwrap_or_default()),
            7 if place.is_some() => ("place", place.unwrap_or_default()),
            8 => ("countries", random.one(&["[FR]", "[RU, FR]", "[]"]).to_owned()),
            9 => ("audience", random.one(&["[FR]", "[CH]"]).to_owned()),
            10 => ("draft", random.one(&["true", "false"]).to_owned()),
            11 => ("withdrawn", format!("{{date: 2010, reason: {word}}}")),
            12 => ("corrections", format!("[{{date: 2009-09, kind: addition, note: {word}}}]")),
            13 => ("context", format!("On {word}.")),
            14 => ("summary", format!("In short, {word}.")),
            16 if body.is_some() => ("speakers", format!("[{{organization: {}}}]", body.clone().unwrap_or_default())),
            18 => ("position", (1 + random.below(3)).to_string()),
            17 => ("speakers", "[{country: FR}, {country: RU}]".to_owned()),
            15 => ("language", random.one(&["en", "ar", "fr"]).to_owned()),
            _ if random.below(2) == 0 => ("sources", kept_source(random)),
            _ => {
                let publisher = body.filter(|_| random.below(2) == 0).unwrap_or_else(|| format!("The {word}"));
                ("sources", format!("{{title: {word}, publisher: {publisher}, date: 2006}}"))
            }
        };
        let fields = &mut self.records.get_mut("statements").unwrap().get_mut(&id).unwrap().fields;
        let required = matches!(key, "title" | "date" | "speakers" | "topics" | "sources");
        if !required && fields.remove(key).is_some() && random.below(2) == 0 {
            return format!("no {key} of {id}");
        }
        fields.insert(key, value.clone());
        format!("{key} of {id}: {value}")
    }
}
