//! How much a word means to a statement, in five bits. `docs/search-format.md`, "A list".
//!
//! Four say how often it stands there by how long the text is, as in BM25, on a logarithmic scale: with eight levels in place
//! of sixteen the first ten statements are those of BM25 far less often, since many come out equal. The fifth says that it
//! stands in the head: a browser puts first what has all words there, and need not find a phrase in the text.

/// How many bits a rank has.
pub(super) const RANK_BITS: u32 = 5;

/// What is added in the head.
const IN_HEAD: u32 = 1 << (RANK_BITS - 1);

/// The greatest in the body.
const MOST: usize = IN_HEAD as usize - 1;

/// How often a word in the body would have to stand there to mean as much as once in the head.
const HEAD_COUNTS: f64 = 1.5;

/// What does not depend on the word, made once a statement: from how many times on a word has the rank 1, 2 …
pub(super) struct Scale([f64; MOST]);

impl Scale {
    /// Of a text with so many words that are not stop words.
    pub(super) fn of(length: u32) -> Scale {
        // 600 words are the mean of the texts that ranks were tried on. It is not the mean of the site: with that, each edit
        // would change all lists.
        let norm = 1.2 * (0.25 + 0.75 * rounded(length) / 600.0);
        let mut least = norm * 2_f64.powi(-2) * 2_f64.sqrt().sqrt();
        Scale(std::array::from_fn(|_| {
            let own = least;
            least *= 2_f64.sqrt();
            own
        }))
    }

    /// The rank of a stem that stands so often in the head and in the body.
    pub(super) fn rank(&self, head: u32, body: u32) -> u32 {
        let times = HEAD_COUNTS * f64::from(head) + f64::from(body);
        let level = self.0.partition_point(|least| *least <= times) as u32;
        if head > 0 { IN_HEAD + level } else { level }
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
        let ranks = |length: u32| [1, 2, 3, 6, 12].map(|times| Scale::of(length).rank(0, times));
        assert_eq!(ranks(600), [4, 6, 7, 9, 11]);
        assert_eq!(ranks(60), [7, 9, 10, 12, 14]);
        assert_eq!(ranks(6_000), [0, 0, 1, 3, 5]);
        assert_eq!(Scale::of(0).rank(0, 1), 7);
        assert_eq!(Scale::of(0).rank(0, 999), 15);
    }

    #[test]
    fn the_head_is_told_apart() {
        let ranks =
            |length: u32| [(1, 0), (1, 1), (2, 0), (2, 9)].map(|(head, body)| Scale::of(length).rank(head, body));
        assert_eq!(ranks(600), [16 + 5, 16 + 6, 16 + 7, 16 + 11]);
        assert_eq!(ranks(0), [16 + 9, 16 + 10, 16 + 11, 16 + 15]);
    }

    /// As `docs/search-format.md` has it.
    #[test]
    fn ranks_are_half_steps_of_a_logarithm() {
        for (length, times) in (0..3_000).step_by(97).flat_map(|length| (1..40).map(move |times| (length, times))) {
            let norm = 1.2 * (0.25 + 0.75 * rounded(length) / 600.0);
            let rank = (4.0 + 2.0 * (f64::from(times) / norm).log2()).round().clamp(0.0, 15.0);
            assert_eq!(f64::from(Scale::of(length).rank(0, times)), rank, "{times} in {length}");
        }
    }
}
