//! A small synthetic chronicle. `bench/corpus.py` makes the large one; here a chronicle of the same shape is enough.
#![allow(clippy::disallowed_methods, reason = "a benchmark makes its own files")]

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

const PEOPLE: usize = 20;
const TOPICS: usize = 40;
const WORDS: &str = "the of and to in that for with government minister policy security peace agreement treaty region \
    partners alliance dialogue sanctions negotiations parties ceasefire territory border community council resolution \
    mandate mission assistance access corridor relations embassy summit declaration cooperation trade energy transit";

/// Numbers that look random and are the same in every run (a linear congruential generator, Knuth's constants).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = WORDS.split(' ').collect();
        (0..count).map(|_| words[self.below(words.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// Writes a site of `statements` statements.
pub(crate) fn write(root: &Path, statements: usize) -> io::Result<()> {
    let file = |path: &str, text: &str| -> io::Result<()> {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, text)
    };
    file("site.toml", "title = \"Synthetic chronicle\"\nbase_url = \"https://chronicle.example.org/\"\n")?;
    for person in 0..PEOPLE {
        let text = format!(
            "---\nname: Speaker {person}\noffices:\n  - {{id: minister, title: Minister {person}, from: 1990}}\n---\n"
        );
        file(&format!("content/people/speaker-{person}.md"), &text)?;
    }
    for topic in 0..TOPICS {
        file(&format!("content/topics/topic-{topic}.md"), &format!("---\nlabel: Topic {topic}\n---\n"))?;
    }
    let mut draw = Draw(1992);
    for number in 0..statements {
        let text = statement(&mut draw, number);
        file(&format!("content/statements/{}/{}.md", year(number), id(number)), &text)?;
    }
    Ok(())
}

fn year(number: usize) -> usize {
    1992 + number % 30
}

fn date(number: usize) -> String {
    format!("{}-{:02}-{:02}", year(number), number / 30 % 12 + 1, number / 360 % 28 + 1)
}

fn id(number: usize) -> String {
    format!("{}-statement-{number}", date(number))
}

fn statement(draw: &mut Draw, number: usize) -> String {
    let (date, kind) = (date(number), ["speech", "remarks", "interview"][number % 3]);
    let topics = (0..draw.below(3) + 1).map(|nth| format!("topic-{}", (number + nth * 7) % TOPICS));
    let mut text = format!(
        "---\ntitle: \"Statement {number} on {}\"\ndate: {date}\nspeakers: [speaker-{}]\ntopics: [{}]\n\
         fidelity: verbatim\nkind: {kind}\ncountries: [FR, JP]\nsources:\n  - url: https://example.net/{number}\n    \
         title: Official record {number}\n    publisher: Official record\n    date: {date}\n---\n",
        draw.words(4),
        draw.below(PEOPLE),
        topics.collect::<Vec<_>>().join(", ")
    );
    for _ in 0..5 {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}. The *{}* was **{}**.\n", draw.words(90), draw.words(2), draw.words(1));
    }
    let _ = write!(text, "\n> {}.\n", draw.words(25));
    let _ = write!(text, "\nAs [said](../{}/{}.md) before.\n", year(number / 2), id(number / 2));
    text
}
