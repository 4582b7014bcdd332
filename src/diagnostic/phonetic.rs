//! Rough phonetic keys, to compare names across scripts and transliterations.

/// A phonetic key: Latin letters, one per sound.
#[derive(Debug)]
pub(super) struct Phonetic {
    /// Its words, a space between them.
    letters: String,
    /// The same with the words in alphabetical order, where there are several.
    in_order: Option<String>,
    /// The consonants alone, which is all that some alphabets write.
    consonants: String,
    /// How often it has each letter.
    counts: [u8; 32],
    /// Whether it was written in another alphabet.
    is_foreign: bool,
}

/// Letter groups and their sounds; of two with the same beginning the longer comes first.
const SOUNDS: [(&str, &str); 43] = [
    ("schtsch", "S"),
    ("shch", "S"),
    ("tsch", "C"),
    ("tch", "C"),
    ("dzh", "j"),
    ("sch", "S"),
    ("tsz", "j"),
    ("ch", "C"),
    ("cz", "C"),
    ("sh", "S"),
    ("sz", "S"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("ts", "z"),
    ("tz", "z"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("ej", "i"),
    ("ie", "i"),
    ("ee", "i"),
    ("ye", "e"),
    ("je", "e"),
    ("yo", "o"),
    ("ou", "u"),
    ("oo", "u"),
    ("ff ", "v "),
    ("j", "i"),
    ("y", "i"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
];

impl Phonetic {
    /// The phonetic key of a lower-case word.
    pub(super) fn of(word: &str) -> Phonetic {
        let latin = latin(word);
        let mut letters = String::with_capacity(latin.len());
        let mut rest = latin.as_str();
        while let Some(first) = rest.chars().next() {
            let sound = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
            let (length, sound) =
                sound.map_or((first.len_utf8(), &rest[..first.len_utf8()]), |(written, sound)| (written.len(), sound));
            rest = &rest[length..];
            // Doubled letters are one sound.
            if !letters.ends_with(sound) || sound.starts_with(|letter: char| letter.is_ascii_digit()) {
                letters.push_str(sound);
            }
        }
        let letters = letters.trim().to_owned();
        let mut words: Vec<&str> = letters.split(' ').collect();
        words.sort_unstable();
        let in_order = (words.len() > 1).then(|| words.join(" "));
        let consonant = |letter: char| match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | ' ' => None,
            // Arabic has one letter for the two.
            'v' => Some('f'),
            'p' => Some('b'),
            letter => Some(letter),
        };
        let mut counts = [0_u8; 32];
        for byte in letters.bytes() {
            let count = &mut counts[usize::from(byte % 32)];
            *count = count.saturating_add(1);
        }
        let consonants = letters.chars().filter_map(consonant).collect();
        Phonetic { in_order, consonants, counts, is_foreign: !word.is_ascii(), letters }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.letters
    }

    /// The words in alphabetical order; none where there is one only.
    pub(super) fn in_order(&self) -> Option<&str> {
        self.in_order.as_deref()
    }

    /// Whether the words of another are among the words of this one, side by side.
    pub(super) fn has_words(&self, other: &Phonetic) -> bool {
        let at = self.letters.find(&other.letters).filter(|_| self.letters.len() > other.letters.len());
        at.is_some_and(|at| {
            let (before, after) = (&self.letters[..at], &self.letters[at + other.letters.len()..]);
            (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
        })
    }

    /// Whether it was written in another alphabet.
    pub(super) fn is_foreign(&self) -> bool {
        self.is_foreign
    }

    /// Whether this is a short name with one word before it, as a title: more words make it another name.
    pub(super) fn is_titled(&self, name: &Phonetic) -> bool {
        let title = self.letters.strip_suffix(&name.letters).map(str::trim_end);
        title.is_some_and(|title| !title.contains(' ')) && name.letters.matches(' ').count() < 2
    }

    /// Whether the two have the same consonants, and enough of them to tell words apart.
    pub(super) fn has_consonants_of(&self, other: &Phonetic) -> bool {
        let enough = if self.is_foreign || other.is_foreign { 3 } else { 4 };
        self.consonants.len() >= enough && self.consonants == other.consonants
    }

    /// The edits that are needed at least to make the one of the other.
    pub(super) fn least_edits(&self, other: &Phonetic) -> u32 {
        let pairs = || self.counts.iter().zip(&other.counts);
        let more: u32 = pairs().map(|(one, other)| u32::from(one.saturating_sub(*other))).sum();
        let less: u32 = pairs().map(|(one, other)| u32::from(other.saturating_sub(*one))).sum();
        more.max(less)
    }
}

/// The word in Latin letters and digits, with one space between words and one at the end.
fn latin(word: &str) -> String {
    let latin = if word.is_ascii() {
        word.to_owned()
    } else {
        // Long vowels of Arabic and Persian, which `deunicode` takes for consonants.
        let vowels: String = word
            .chars()
            .map(|letter| match letter {
                'و' => 'u',
                'ي' | 'ی' | 'ى' => 'i',
                'ا' | 'آ' | 'أ' => 'a',
                letter => letter,
            })
            .collect();
        deunicode::deunicode(&vowels).to_ascii_lowercase()
    };
    let mut words = String::with_capacity(latin.len() + 1);
    for letter in latin.chars().filter(|letter| !matches!(letter, '\'' | '`')) {
        let is_letter = letter.is_ascii_alphanumeric();
        if is_letter || !words.is_empty() && !words.ends_with(' ') {
            words.push(if is_letter { letter } else { ' ' });
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}
