//! Texts that are nearly the same: nine tenths of the runs of words in the shorter one are in the other.
//!
//! Most texts share next to nothing with any other of their day. All runs are put into one table, which knows of each run
//! whether more than one text has it; a text with too many runs of its own cannot be the shorter one of such a pair. So the
//! time is linear in the words, and pairs are compared only where one of the two consists of what others have, too.

/// Words in a run: enough that two texts do not share one by chance.
const RUN: usize = 4;

/// Texts with fewer runs are too easily alike, and are not compared.
const FEWEST: usize = 20;

/// The texts of statements that may be the same.
pub(super) struct Texts<'a> {
    /// In bytes.
    lengths: Vec<usize>,
    read: &'a dyn Fn(usize) -> String,
    known: Vec<Option<Runs>>,
}

/// Hashes of the runs of words in a text.
struct Runs {
    hashes: Vec<u64>,
    /// Whether they are in order, each once.
    are_sorted: bool,
}

impl Texts<'_> {
    pub(super) fn of(lengths: Vec<usize>, read: &dyn Fn(usize) -> String) -> Texts<'_> {
        let known = lengths.iter().map(|_| None).collect();
        Texts { lengths, read, known }
    }

    /// For each text that is `open` the first before it that is nearly the same.
    pub(super) fn twins(&mut self, open: &[bool]) -> Vec<Option<usize>> {
        let may_be_shorter = self.may_be_shorter();
        let one = |position: usize| {
            let may_be = |other: &usize| may_be_shorter[position] || may_be_shorter[*other];
            open[position].then(|| (0..position).filter(may_be).find(|other| self.are_near(position, *other)))?
        };
        (0..open.len()).map(one).collect()
    }

    /// Whether both are long enough to tell, and share less than a fifth of the runs of words.
    pub(super) fn are_apart(&mut self, one: usize, other: usize) -> bool {
        let (shared, fewer) = self.shared(one, other);
        fewer >= FEWEST && shared * 5 < fewer
    }

    fn are_near(&mut self, one: usize, other: usize) -> bool {
        if !are_as_long(self.lengths[one], self.lengths[other]) {
            return false;
        }
        let (shared, fewer) = self.shared(one, other);
        fewer >= FEWEST && shared * 10 >= fewer * 9
    }

    /// The texts of which enough runs are in others to be the shorter one of a pair that is nearly the same. Texts whose
    /// lengths are far from all others are not read.
    fn may_be_shorter(&mut self) -> Vec<bool> {
        let mut by_length: Vec<usize> = (0..self.lengths.len()).collect();
        by_length.sort_unstable_by_key(|position| self.lengths[*position]);
        let mut has_pair = vec![false; self.lengths.len()];
        for pair in by_length.windows(2) {
            if are_as_long(self.lengths[pair[0]], self.lengths[pair[1]]) {
                pair.iter().for_each(|position| has_pair[*position] = true);
            }
        }
        let paired = || (0..has_pair.len()).filter(|position| has_pair[*position]);
        let count = paired().map(|position| self.runs(position).hashes.len()).sum();
        let mut table = Table::of(count);
        for position in paired() {
            self.runs(position).hashes.iter().for_each(|run| table.put(*run, position));
        }
        let mut may_be = |position| {
            let runs = &self.runs(position).hashes;
            let alone = runs.iter().filter(|run| table.takes_alone(**run, position)).count();
            // There are no more different runs than runs.
            runs.len() >= FEWEST && alone * 10 <= runs.len()
        };
        has_pair.iter().enumerate().map(|(position, has_pair)| *has_pair && may_be(position)).collect()
    }

    fn runs(&mut self, position: usize) -> &mut Runs {
        let read = self.read;
        self.known[position].get_or_insert_with(|| Runs::of(&read(position)))
    }

    /// How many runs of words two texts share, and how many the shorter has.
    fn shared(&mut self, one: usize, other: usize) -> (usize, usize) {
        self.runs(one).sort();
        self.runs(other).sort();
        let [Some(one), Some(other)] = [&self.known[one], &self.known[other]] else { return (0, 0) };
        let (one, other) = (&one.hashes, &other.hashes);
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        // Both are in order: each look goes on where the last one ended.
        let mut rest = many.as_slice();
        let is_shared = |run: &&u64| {
            let mut step = 1;
            while rest.get(step - 1).is_some_and(|other| other < *run) {
                step *= 2;
            }
            let near = &rest[step / 2..rest.len().min(step)];
            rest = &rest[step / 2 + near.partition_point(|other| other < *run)..];
            rest.first() == Some(*run)
        };
        (few.iter().filter(is_shared).count(), few.len())
    }
}

/// Whether the lengths of two texts are near enough to compare them.
fn are_as_long(one: usize, other: usize) -> bool {
    one.min(other) * 6 >= one.max(other) * 5
}

impl Runs {
    fn of(text: &str) -> Runs {
        let run = |run: &[u64]| run.iter().fold(0_u64, |hash, word| hash.rotate_left(7) ^ word);
        Runs { hashes: words(text).windows(RUN).map(run).collect(), are_sorted: false }
    }

    fn sort(&mut self) {
        if !self.are_sorted {
            self.hashes.sort_unstable();
            self.hashes.dedup();
            self.are_sorted = true;
        }
    }
}

/// A hash table of runs. Runs in the same slot count as the same one, so the number of shared runs is an upper bound.
struct Table {
    owners: Vec<u16>,
    /// How far a hash is shifted right to give a slot.
    shift: u32,
}

impl Table {
    /// No text has it, or the only one that has it was counted.
    const NOBODY: u16 = 0;
    const SEVERAL: u16 = u16::MAX;

    /// A table for so many runs.
    fn of(count: usize) -> Table {
        let size = (count * 2).next_power_of_two().max(2);
        Table { owners: vec![Table::NOBODY; size], shift: u64::BITS - size.trailing_zeros() }
    }

    fn owner(&mut self, run: u64) -> &mut u16 {
        // The high bits of such a product depend on all bits of the number.
        let place = run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift;
        &mut self.owners[usize::try_from(place).unwrap_or_default()]
    }

    /// The number of a text; those that do not fit are several.
    fn number(position: usize) -> u16 {
        u16::try_from(position + 1).unwrap_or(Table::SEVERAL)
    }

    fn put(&mut self, run: u64, position: usize) {
        let (owner, number) = (self.owner(run), Table::number(position));
        *owner = match *owner {
            Table::NOBODY => number,
            known if known == number => number,
            _ => Table::SEVERAL,
        };
    }

    /// Whether no other text has a run; true once for each slot.
    fn takes_alone(&mut self, run: u64, position: usize) -> bool {
        let (owner, number) = (self.owner(run), Table::number(position));
        let is_alone = *owner == number && number != Table::SEVERAL;
        if is_alone {
            *owner = Table::NOBODY;
        }
        is_alone
    }
}

/// A hash (FNV-1a) of each word of a text, in small letters.
fn words(text: &str) -> Vec<u64> {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let with = |word: u64, byte: u8| (word ^ u64::from(byte)).wrapping_mul(PRIME);
    let mut words = Vec::with_capacity(text.len() / 5);
    let (mut word, mut at) = (START, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        if byte.is_ascii_alphanumeric() {
            word = with(word, byte.to_ascii_lowercase());
            at += 1;
            continue;
        }
        let mut end = |word: &mut u64| {
            if *word != START {
                words.push(std::mem::replace(word, START));
            }
        };
        if byte.is_ascii() {
            end(&mut word);
            at += 1;
            continue;
        }
        let Some(letter) = text[at..].chars().next() else { break };
        at += letter.len_utf8();
        // The sigma at the end of a Greek word has a form of its own, in small letters only.
        for letter in letter.to_lowercase().map(|letter| if letter == 'ς' { 'σ' } else { letter }) {
            if letter.is_alphanumeric() {
                let mut bytes = [0; 4];
                word = letter.encode_utf8(&mut bytes).bytes().fold(word, with);
            } else {
                end(&mut word);
            }
        }
    }
    if word != START {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Runs, Table, Texts, words};

    #[test]
    fn words_are_the_same_whatever_their_case_and_what_stands_between() {
        assert_eq!(words("We agree: peace, 2006!"), words("WE «AGREE»\nPeace 2006"));
        assert_eq!(words("Мы за мир"), words("мы ЗА Мир."));
        assert_eq!(words("ΛΟΓΟΣ ΕΙΡΗΝΗΣ"), words("λογος ειρηνης"));
        assert_eq!(words("a b").len(), 2);
        assert_ne!(words("a b"), words("ab"));
        assert_ne!(words("peace"), words("place"));
        assert!(words(" — ").is_empty());
    }

    #[test]
    fn runs_of_one_text_only_are_known_as_such_once() {
        let mut table = Table::of(64);
        [(1, 0), (1, 0), (2, 0), (2, 1), (3, 1)].into_iter().for_each(|(run, position)| table.put(run, position));
        let alone = |table: &mut Table, run, position| table.takes_alone(run, position);
        assert!(alone(&mut table, 1, 0) && !alone(&mut table, 1, 0));
        assert!(!alone(&mut table, 2, 0) && !alone(&mut table, 2, 1) && !alone(&mut table, 3, 0));
        assert!(alone(&mut table, 3, 1));
    }

    #[test]
    fn only_texts_of_which_nearly_all_stands_elsewhere_are_compared() {
        let words = |from: usize, to: usize| -> String { (from..to).map(|word| format!("word{word} ")).collect() };
        let texts = [words(0, 200), words(200, 400), words(400, 600), words(405, 605), words(0, 5)];
        let read = |position: usize| texts[position].clone();
        let mut all = Texts::of(texts.iter().map(String::len).collect(), &read);
        assert_eq!(all.may_be_shorter(), [false, false, true, true, false]);
        assert!(all.known[4].is_none(), "no other text is as long");
        assert_eq!(all.twins(&[true; 5]), [None, None, None, Some(2), None]);
        let sorted = |runs: &Option<Runs>| runs.as_ref().is_some_and(|runs| runs.are_sorted);
        assert_eq!(all.known.iter().map(sorted).collect::<Vec<_>>(), [true, true, true, true, false]);
    }
}
