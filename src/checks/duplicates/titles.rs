//! Titles that are nearly the same.

use std::collections::HashMap;

/// The titles of some statements, prepared for being compared.
pub(super) struct Titles(Vec<Title>);

struct Title {
    /// In small letters.
    text: String,
    /// In letters.
    length: usize,
    letters: Letters,
}

impl Titles {
    pub(super) fn of(titles: &[&str]) -> Titles {
        let one = |title: &&str| {
            let text = title.to_lowercase();
            Title { length: text.chars().count(), letters: Letters::of(&text), text }
        };
        Titles(titles.iter().map(one).collect())
    }

    /// For each title the first one before it that is the same, or nearly the same where the texts are not `apart`: answers
    /// on one day are often titled alike but for a word, and then the texts tell them apart.
    pub(super) fn twins<'a>(&'a self, are_apart: &mut dyn FnMut(usize, usize) -> bool) -> Vec<Option<usize>> {
        let mut seen: HashMap<&'a str, usize> = HashMap::with_capacity(self.0.len());
        let one = |(position, title): (usize, &'a Title)| {
            let same = *seen.entry(&title.text).or_insert(position);
            let near = (0..same).find(|other| title.is_near(&self.0[*other]) && !are_apart(position, *other));
            near.or((same < position).then_some(same))
        };
        self.0.iter().enumerate().map(one).collect()
    }
}

impl Title {
    /// Whether an eighth of the letters, or fewer, would have to be changed to make the other title of this one.
    fn is_near(&self, other: &Title) -> bool {
        // Cheap lower bounds of the distance come first.
        self.length.abs_diff(other.length) * 8 <= self.length
            && self.letters.apart(&other.letters) * 8 <= self.length
            && strsim::osa_distance(&self.text, &other.text) * 8 <= self.length
    }
}

/// How often letters stand in a title. Letters of the same class are counted as one, and none more than 255 times, so that
/// all classes are compared in a few instructions.
struct Letters([u8; 64]);

impl Letters {
    fn of(title: &str) -> Letters {
        let mut counts = [0_u8; 64];
        for letter in title.chars() {
            let count = &mut counts[u32::from(letter) as usize % 64];
            *count = count.saturating_add(1);
        }
        Letters(counts)
    }

    /// How many letters one of two titles has more than the other, at least: so many would have to be changed to make one
    /// of the other.
    fn apart(&self, other: &Letters) -> usize {
        let more = |one: &[u8; 64], other: &[u8; 64]| -> u32 {
            one.iter().zip(other).map(|(one, other)| u32::from(one.saturating_sub(*other))).sum()
        };
        more(&self.0, &other.0).max(more(&other.0, &self.0)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn no_distance_is_less_than_that_of_the_letters() {
        let long = "a".repeat(300);
        let titles =
            ["", "on trade", "on trades", "no trade", "On the tarde", "о торговле", "о торговли", "мир", &long];
        let apart = |one: &str, other: &str| Letters::of(one).apart(&Letters::of(other));
        for one in titles {
            for other in titles {
                assert!(apart(one, other) <= strsim::osa_distance(one, other), "`{one}` `{other}`");
            }
        }
        assert_eq!(apart("aab", "abcd"), 2);
        assert_eq!(apart("о торговле", "о торговли"), 1);
    }
}
