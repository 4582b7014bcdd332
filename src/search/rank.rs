//! How much a word means to a statement, in three bits. `docs/search-format.md`, "A list".

/// What does not depend on the word: made once a statement.
#[derive(Clone, Copy)]
pub(super) struct Scale(f64);

impl Scale {
    /// Of a text with so many words that are not stop words.
    pub(super) fn of(length: u32) -> Scale {
        Scale(1.2 * (0.25 + 0.75 * rounded(length) / 300.0))
    }

    /// The rank of a stem that stands so often in the head and in the body.
    pub(super) fn rank(self, head: u32, body: u32) -> u32 {
        match (head, head + body) {
            (0, _) => {
                let times = f64::from(body);
                ((6.0 * times / (times + self.0)) as u32).min(5)
            }
            (_, 1) => 6,
            _ => 7,
        }
    }
}

/// The nearest power of √2, so that a word more in a text changes none of its ranks.
fn rounded(length: u32) -> f64 {
    let mut power = 1.0;
    // The next power stands nearer where the number is greater than the one half-way between, in the logarithm.
    while power * 2_f64.sqrt().sqrt() < f64::from(length) {
        power *= 2_f64.sqrt();
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_in_less_means_more() {
        let ranks = |length: u32| (1..6).map(|times| Scale::of(length).rank(0, times)).collect::<Vec<_>>();
        assert_eq!(ranks(300), [2, 3, 4, 4, 4]);
        assert_eq!(ranks(30), [4, 5, 5, 5, 5]);
        assert_eq!(ranks(3000), [0, 1, 1, 1, 2]);
        assert_eq!(Scale::of(0).rank(0, 1), 4);
        assert_eq!([(1, 0), (1, 1), (2, 0)].map(|(head, body)| Scale::of(300).rank(head, body)), [6, 7, 7]);
    }
}
