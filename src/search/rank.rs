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

/// How often a word in the body would have to stand there to mean as much as once in the head, but in the title.
const HEAD_COUNTS: f64 = 1.5;

/// The same of a title of the usual length, in a text of the usual length. (As in BM25F, each has a length of its own: to stand
/// in a short title means more.)
const TITLE_COUNTS: f64 = 2.0;

/// What does not depend on the word, made once a statement.
pub(super) struct Scale {
    /// From how many times on a word has the rank 1, 2 …
    least: [f64; MOST],
    /// As how many times in the body once in the title counts.
    title: f64,
}

impl Scale {
    /// Of a title and a text with so many words that are not stop words.
    pub(super) fn of(title: u32, body: u32) -> Scale {
        // 600 and 10 words are the means of the texts and titles that ranks were tried on. They are not the means of the
        // site: with these, each edit would change all lists.
        let norm = 0.25 + 0.75 * rounded(body) / 600.0;
        let mut least = 1.2 * norm * 2_f64.powi(-2) * 2_f64.sqrt().sqrt();
        let least = std::array::from_fn(|_| {
            let own = least;
            least *= 2_f64.sqrt();
            own
        });
        Scale { least, title: TITLE_COUNTS * norm / (0.25 + 0.75 * f64::from(title) / 10.0) }
    }

    /// The rank of a stem that stands so often in the title, in the rest of the head, and in the body.
    pub(super) fn rank(&self, title: u32, rest_of_head: u32, body: u32) -> u32 {
        let times = self.title * f64::from(title) + HEAD_COUNTS * f64::from(rest_of_head) + f64::from(body);
        let level = self.least.partition_point(|least| *least <= times) as u32;
        if title + rest_of_head > 0 { IN_HEAD + level } else { level }
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
        let ranks = |length: u32| [1, 2, 3, 6, 12].map(|times| Scale::of(9, length).rank(0, 0, times));
        assert_eq!(ranks(600), [4, 6, 7, 9, 11]);
        assert_eq!(ranks(60), [7, 9, 10, 12, 14]);
        assert_eq!(ranks(6_000), [0, 0, 1, 3, 5]);
        assert_eq!(Scale::of(9, 0).rank(0, 0, 1), 7);
        assert_eq!(Scale::of(9, 0).rank(0, 0, 999), 15);
    }

    #[test]
    fn the_head_is_told_apart() {
        let ranks =
            |length: u32| [(1, 0), (1, 1), (2, 0), (2, 9)].map(|(head, body)| Scale::of(9, length).rank(0, head, body));
        assert_eq!(ranks(600), [16 + 5, 16 + 6, 16 + 7, 16 + 11]);
        assert_eq!(ranks(0), [16 + 9, 16 + 10, 16 + 11, 16 + 15]);
    }

    /// A word of a title means as much in a long text as in a short one, and more in a short title.
    #[test]
    fn a_title_has_a_length_of_its_own() {
        let ranks = |body: u32| [3, 10, 40].map(|title| Scale::of(title, body).rank(1, 0, 0));
        assert_eq!(ranks(600), [16 + 8, 16 + 5, 16 + 2]);
        assert_eq!(ranks(600), ranks(6_000));
        assert_eq!(Scale::of(10, 600).rank(1, 0, 2), 16 + 8);
    }

    /// As `docs/search-format.md` has it.
    #[test]
    fn ranks_are_half_steps_of_a_logarithm() {
        for (length, times) in (0..3_000).step_by(97).flat_map(|length| (1..40).map(move |times| (length, times))) {
            let norm = 1.2 * (0.25 + 0.75 * rounded(length) / 600.0);
            let rank = (4.0 + 2.0 * (f64::from(times) / norm).log2()).round().clamp(0.0, 15.0);
            assert_eq!(f64::from(Scale::of(9, length).rank(0, 0, times)), rank, "{times} in {length}");
        }
    }
}
