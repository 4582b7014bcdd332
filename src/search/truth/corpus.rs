//! Made-up statements in three languages, and what stands in them, found by reading them.

use std::collections::BTreeSet;

use super::super::number::{Day, Number};
use super::super::stems::LanguageRules;
use super::super::words::{Runs, cut, folded, has_pairs, split, unfolded};
use crate::language::Language;

/// Statements in the order of their days.
pub(super) struct Corpus(pub(super) Vec<Said>);

/// A statement.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) day: Day,
    pub(super) language: Language,
    pub(super) title: String,
    pub(super) blocks: Vec<String>,
    pub(super) topics: BTreeSet<u32>,
    /// The words of each block: form, and stem where it is no stop word.
    read: Vec<Vec<(String, Option<String>)>>,
}

/// Numbers that are the same in each run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    /// Small numbers more often than great ones.
    fn often(&mut self, below: u64) -> usize {
        (self.below(below) * self.below(below) / below) as usize
    }
}

const ENGLISH: &str = "nation nations national peace security agreement agreements negotiate negotiation negotiated weapon \
    weapons nuclear climate change order rules region regional border cooperation economy economic energy die U.N. \
    sanction sanctions Lavrov ceasefire café";
const RUSSIAN: &str = "мир мира переговоры переговоров соглашение соглашения безопасность безопасности оружие стран страны \
    экономика энергия Лавров Лаврова ещё граница";
const CHINESE: &str = "和平 安全 联合国 谈判 协议 核武器 经济 能源";
const ENGLISH_STOP: &str = "the and of in to for with is";
const RUSSIAN_STOP: &str = "и в на по о";

impl Said {
    fn random(random: &mut Random) -> Said {
        let (language, words, stop, between) = match random.below(8) {
            0..5 => ("en", ENGLISH, ENGLISH_STOP, " "),
            5..7 => ("ru", RUSSIAN, RUSSIAN_STOP, " "),
            _ => ("zh", CHINESE, "", ""),
        };
        let (words, stop): (Vec<&str>, Vec<&str>) = (words.split_whitespace().collect(), stop.split(' ').collect());
        let mut block = |most: u64| {
            let mut text = String::new();
            for _ in 0..1 + random.below(most) {
                let is_stop = random.below(3) == 0;
                let words = if is_stop { &stop } else { &words };
                text.push_str(words[random.often(words.len() as u64)]);
                if random.below(40) == 0 {
                    text.push_str(&format!("{between}own{}", random.below(3_000)));
                }
                text.push_str(if random.below(9) == 0 { ", " } else { between });
            }
            text
        };
        let (title, blocks) = (block(6), (0..3).map(|_| block(25)).collect());
        let date = format!("{}-{:02}", 2000 + random.below(3), 1 + random.below(12));
        let date = if random.below(5) == 0 { date } else { format!("{date}-{:02}", 1 + random.below(28)) };
        let topics = (0..random.below(4)).map(|_| random.often(10) as u32).collect();
        let language: Language = language.parse().unwrap();
        let mut said = Said { day: Day::of(&date.parse().unwrap()), language, title, blocks, topics, read: Vec::new() };
        said.read();
        said
    }

    fn read(&mut self) {
        let rules = LanguageRules::of(&self.language);
        let mut words = |block: &String| {
            let mut read = Vec::new();
            for run in Runs::of(block) {
                let form = folded(run);
                split(&form, |word| {
                    let stem = if has_pairs(&form) { None } else { rules.stem(&unfolded(run)) };
                    let stem = stem.unwrap_or_else(|| cut(word).to_owned());
                    read.push((cut(word).to_owned(), Some(stem).filter(|_| !rules.is_stop_word(word))));
                });
            }
            read
        };
        self.read = [&self.title].into_iter().chain(&self.blocks).map(&mut words).collect();
    }

    /// A word that is none of those that nobody looks for.
    pub(super) fn any_word(&self, random: &mut Random) -> Option<String> {
        let words: Vec<&String> =
            self.read.iter().flatten().filter(|word| word.1.is_some()).map(|word| &word.0).collect();
        words.get(random.below(words.len().max(1) as u64) as usize).map(|word| (*word).clone())
    }

    /// Some words as they follow each other; the first and the last are no stop words.
    pub(super) fn any_phrase(&self, random: &mut Random) -> Option<Vec<String>> {
        let block = &self.read[random.below(self.read.len() as u64) as usize];
        let start = random.below(block.len().max(1) as u64) as usize;
        let phrase = block.get(start..(start + 2 + random.below(3) as usize))?;
        let is_good = phrase.first()?.1.is_some() && phrase.last()?.1.is_some();
        is_good.then(|| phrase.iter().map(|word| word.0.clone()).collect())
    }
}

impl Corpus {
    pub(super) fn random(seed: u64, count: usize) -> Corpus {
        let mut random = Random(seed);
        let mut corpus = Corpus((0..count).map(|_| Said::random(&mut random)).collect());
        corpus.0.sort_by_key(|said| said.day);
        corpus
    }

    /// Adds, takes out or changes a statement.
    pub(super) fn edit(&mut self, random: &mut Random) {
        let at = random.below(self.0.len() as u64) as usize;
        match random.below(4) {
            0 => self.0.insert(at, Said::random(random)),
            1 => drop(self.0.remove(at)),
            2 => self.0[at].blocks[0].insert_str(0, "A border of energy, unheard. "),
            _ => self.0[at].blocks[1].push_str(" peace"),
        }
        let at = at.min(self.0.len() - 1);
        self.0[at].read();
        self.0.sort_by_key(|said| said.day);
    }

    pub(super) fn numbers(&self) -> Vec<Number> {
        let days = self.0.chunk_by(|one, other| one.day == other.day);
        days.flat_map(|day| (0..).zip(day).map(|(ordinal, said)| said.day.number(ordinal).unwrap())).collect()
    }

    /// The stems that a form has anywhere, and whether it is a stop word anywhere.
    fn meanings(&self, form: &str) -> Meanings<'_> {
        let words = self.0.iter().flat_map(|said| said.read.iter().flatten());
        words.filter(|word| word.0 == form).map(|word| word.1.as_deref()).collect()
    }

    /// The statements that have all words, in any form.
    pub(super) fn with_all(&self, words: &[String]) -> Vec<Number> {
        let meanings: Vec<Meanings<'_>> = words.iter().map(|word| self.meanings(word)).collect();
        self.scan(|said| meanings.iter().all(|meanings| has(said, meanings)))
    }

    /// The statements that have a word, in any form, which begins so in some.
    pub(super) fn with_prefix(&self, prefix: &str) -> Vec<Number> {
        let words = self.0.iter().flat_map(|said| said.read.iter().flatten());
        let meanings = words.filter(|word| word.0.starts_with(prefix)).map(|word| word.1.as_deref()).collect();
        self.scan(|said| has(said, &meanings))
    }

    /// The statements in which words, in any form, follow each other.
    pub(super) fn with_phrase(&self, phrase: &[String]) -> Vec<Number> {
        let meanings: Vec<Meanings<'_>> = phrase.iter().map(|word| self.meanings(word)).collect();
        let is = |said: &(String, Option<String>), at: usize| match &said.1 {
            Some(stem) => meanings[at].contains(&Some(stem.as_str())),
            None => said.0 == phrase[at],
        };
        let stands = |words: &[(String, Option<String>)]| words.iter().zip(0..).all(|(said, at)| is(said, at));
        self.scan(|said| said.read.iter().any(|block| block.windows(phrase.len()).any(stands)))
    }

    /// The numbers of the statements for which something holds.
    pub(super) fn scan(&self, holds: impl Fn(&Said) -> bool) -> Vec<Number> {
        self.numbers().into_iter().zip(&self.0).filter(|(_, said)| holds(said)).map(|(number, _)| number).collect()
    }
}

/// The stems of a form; none for a stop word.
type Meanings<'a> = BTreeSet<Option<&'a str>>;

fn has(said: &Said, meanings: &Meanings<'_>) -> bool {
    said.read.iter().flatten().any(|(_, stem)| stem.is_some() && meanings.contains(&stem.as_deref()))
}
