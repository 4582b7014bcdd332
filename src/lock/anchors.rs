//! Assigns anchor numbers to quotations, so that published words keep theirs.

/// The hashes (XXH3) of the words of a quotation, in each possible reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationHashes {
    /// In the actual reading.
    pub read: u64,
    /// In the same reading, as it was while descriptions of images counted as words.
    pub with_images: Option<u64>,
    /// In other readings: with the last line `— Name` as words or as attribution, as version 1 of the lock read it, and in the
    /// first of these with descriptions of images.
    pub others: [Option<u64>; 3],
    /// Whether the last line is read as attribution.
    pub is_attributed: bool,
}

impl QuotationHashes {
    /// Whether the published hash is of these words, in any reading.
    pub(crate) fn are(&self, published: u64) -> bool {
        self.are_as_read(published) || self.others.contains(&Some(published))
    }

    /// Whether the published hash is of these words with an attribution that is now read as words.
    pub(crate) fn lost_attribution(&self, published: u64) -> bool {
        !self.is_attributed && !self.are_as_read(published) && self.others.contains(&Some(published))
    }

    fn are_as_read(&self, published: u64) -> bool {
        published == self.read || self.with_images == Some(published)
    }
}

/// The numbers of the anchors of quotations, given their words and what was published.
///
/// Known words keep their number wherever they are. Where words between two known ones were replaced by the same number
/// of others, these take over their numbers. All others get the next unused numbers.
pub fn anchors(published: &[(u32, Option<u64>)], now: &[QuotationHashes]) -> Box<[u32]> {
    let mut taken = vec![false; published.len()];
    let mut places: Vec<Option<usize>> = vec![None; now.len()];
    // Match the actual reading before the others.
    for read in [
        |words: &QuotationHashes| Some(words.read),
        |words: &QuotationHashes| words.with_images,
        |words: &QuotationHashes| words.others[0],
        |words: &QuotationHashes| words.others[1],
        |words: &QuotationHashes| words.others[2],
    ] {
        for (place, hash) in places.iter_mut().zip(now.iter().map(read)) {
            if place.is_some() || hash.is_none() {
                continue;
            }
            let is_free = |at: &usize| !taken[*at] && published[*at].1 == hash;
            *place = (0..published.len()).find(is_free);
            place.iter().for_each(|at| taken[*at] = true);
        }
    }
    let mut start = 0;
    while start < places.len() {
        if places[start].is_some() {
            start += 1;
            continue;
        }
        let end = places[start..].iter().position(Option::is_some).map_or(places.len(), |length| start + length);
        let from = start.checked_sub(1).map_or(Some(0), |before| places[before].map(|place| place + 1));
        let to = places.get(end).map_or(Some(published.len()), |place| *place);
        if let (Some(from), Some(to)) = (from, to) {
            let replaced: Vec<usize> =
                (from..to).filter(|place| !taken[*place] && published[*place].1.is_some()).collect();
            if replaced.len() == end - start {
                replaced.into_iter().zip(start..end).for_each(|(place, at)| {
                    taken[place] = true;
                    places[at] = Some(place);
                });
            }
        }
        start = end;
    }
    let mut last = published.iter().map(|(number, _)| *number).max().unwrap_or_default();
    let number = |place: Option<usize>| match place {
        Some(place) => published[place].0,
        None => {
            last = last.saturating_add(1);
            last
        }
    };
    places.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::QuotationHashes;

    fn anchors(published: &[(u32, Option<u64>)], now: &[u64]) -> Box<[u32]> {
        let words =
            |hash: &u64| QuotationHashes { read: *hash, with_images: None, others: [None; 3], is_attributed: false };
        let now: Vec<QuotationHashes> = now.iter().map(words).collect();
        super::anchors(published, &now)
    }

    #[test]
    fn words_keep_their_number_in_either_reading() {
        let published = [(1, Some(10)), (2, Some(20)), (3, Some(30))];
        let words = |read, other| QuotationHashes {
            read,
            with_images: None,
            others: [None, other, None],
            is_attributed: false,
        };
        let now = [words(99, None), words(11, Some(10)), words(20, Some(21)), words(31, Some(30))];
        assert_eq!(*super::anchors(&published, &now), [4, 1, 2, 3]);
        let now = [words(11, Some(10)), words(10, Some(11))];
        assert_eq!(*super::anchors(&[(1, Some(10))], &now), [2, 1], "what is read as it was comes first");
        assert_eq!(*super::anchors(&[(1, Some(10)), (2, Some(11))], &now), [2, 1]);
    }

    #[test]
    fn without_a_lock_quotations_are_counted() {
        assert_eq!(*anchors(&[], &[9, 9, 8]), [1, 2, 3]);
    }

    #[test]
    fn words_keep_their_number() {
        let published = [(1, Some(10)), (2, Some(20)), (3, Some(30))];
        assert_eq!(*anchors(&published, &[10, 20, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[99, 10, 20, 30]), [4, 1, 2, 3], "put in at the start");
        assert_eq!(*anchors(&published, &[10, 98, 20, 99, 30]), [1, 4, 2, 5, 3], "put in between");
        assert_eq!(*anchors(&published, &[30, 10, 20]), [3, 1, 2], "put in another order");
        assert_eq!(*anchors(&published, &[10, 30]), [1, 3], "taken out");
    }

    #[test]
    fn words_that_replace_others_take_over_their_number() {
        let published = [(1, Some(10)), (2, Some(20)), (3, Some(30))];
        assert_eq!(*anchors(&published, &[10, 21, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[11, 21, 30]), [1, 2, 3]);
        assert_eq!(*anchors(&published, &[10, 21, 22, 30]), [1, 4, 5, 3], "nobody knows which of the two it was");
        assert_eq!(*anchors(&[(2, Some(20)), (1, None)], &[20, 99]), [2, 3], "what is gone is never given again");
    }
}
