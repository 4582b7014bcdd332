//! Where something that is in order is parted: by the letters with which it begins, where there is too much of it. So a change
//! moves no border but those near it.

/// A part: the position of its first text, and the text from which on all is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Partition {
    pub(super) start: usize,
    pub(super) first: String,
}

/// Names of files are no longer than this, without their endings.
const LONGEST_NAME: usize = 120;

/// How much there is of something, in several ways.
pub(super) type Weight = [u32; 3];

/// Parts texts, which are in order, so that none of the parts weighs more than the limit where letters can tell its texts
/// apart. There is always one part.
pub(super) fn cut<'a>(texts: &[&'a str], weight: impl Fn(usize) -> Weight, limit: Weight) -> Vec<Partition> {
    let mut sums = vec![[0_u64; 3]];
    for at in 0..texts.len() {
        let weight = weight(at);
        sums.push(std::array::from_fn(|way| sums[at][way] + u64::from(weight[way])));
    }
    let mut cutting = Cutting::<'_, 'a> { texts, sums, limit, partitions: Vec::new() };
    cutting.cut(0, texts.len(), 0, String::new());
    cutting.partitions
}

struct Cutting<'t, 'a> {
    texts: &'t [&'a str],
    sums: Vec<[u64; 3]>,
    limit: Weight,
    partitions: Vec<Partition>,
}

impl Cutting<'_, '_> {
    fn fits(&self, start: usize, end: usize) -> bool {
        (0..3).all(|way| self.sums[end][way] - self.sums[start][way] <= u64::from(self.limit[way]))
    }

    /// Cuts texts that have their first bytes in common; all from `first` on is theirs.
    fn cut(&mut self, start: usize, end: usize, common: usize, first: String) {
        // A letter more takes twelve characters in a name at most.
        let is_deep = self.texts.get(start).is_some_and(|text| name_of(&text[..common]).len() > LONGEST_NAME - 12);
        if self.fits(start, end) || end - start < 2 || is_deep {
            return self.partitions.push(Partition { start, first });
        }
        let mut open: Option<(usize, String)> = None;
        let mut child = start;
        while child < end {
            let text = self.texts[child];
            let length = text[common..].chars().next().map_or(0, char::len_utf8);
            let prefix = &text[..common + length];
            let next =
                child + self.texts[child..end].partition_point(|text| text.starts_with(prefix) && length > 0).max(1);
            let name = if child == start { first.clone() } else { prefix.to_owned() };
            let is_whole = self.fits(child, next) || next - child < 2;
            match &open {
                Some((begun, _)) if is_whole && self.fits(*begun, next) => {}
                _ => {
                    if let Some((start, first)) = open.take() {
                        self.partitions.push(Partition { start, first });
                    }
                    if is_whole {
                        open = Some((child, name));
                    } else {
                        self.cut(child, next, common + length, name);
                    }
                }
            }
            child = next;
        }
        if let Some((start, first)) = open {
            self.partitions.push(Partition { start, first });
        }
    }
}

/// The name of the file of a text; none where it would be too long.
pub(super) fn file_name(text: &str) -> Option<String> {
    Some(name_of(text)).filter(|name| name.len() <= LONGEST_NAME)
}

/// The name of the file of a partition.
pub(super) fn name_of(first: &str) -> String {
    let mut name = String::from("w");
    for byte in first.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => name.push(char::from(byte)),
            _ => {
                let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
                name.extend(['-', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firsts(texts: &[&str], limit: u32) -> Vec<String> {
        let partitions = cut(texts, |_| [1, 0, 0], [limit, 0, 0]);
        assert!(partitions.windows(2).all(|pair| pair[0].first < pair[1].first && pair[0].start < pair[1].start));
        for (at, partition) in partitions.iter().enumerate() {
            let end = partitions.get(at + 1).map_or(texts.len(), |next| next.start);
            let until = partitions.get(at + 1).map(|next| next.first.as_str());
            for text in &texts[partition.start..end] {
                assert!(
                    *text >= partition.first.as_str() && until.is_none_or(|until| *text < until),
                    "{text} {partition:?}"
                );
            }
        }
        partitions.into_iter().map(|partition| partition.first).collect()
    }

    #[test]
    fn texts_are_parted_by_their_letters() {
        assert_eq!(firsts(&[], 2), [""]);
        assert_eq!(firsts(&["a", "b"], 2), [""]);
        assert_eq!(firsts(&["a", "b", "c", "d", "e"], 2), ["", "c", "e"]);
        assert_eq!(firsts(&["a", "aa", "ab", "abc", "abd", "b"], 2), ["", "ab", "abd", "b"]);
        assert_eq!(firsts(&["aaa", "aab", "aac", "ж", "жа", "жб"], 2), ["", "aac", "ж", "жб"]);
        assert_eq!(firsts(&["same", "same1", "same2", "t"], 1), ["", "same1", "same2", "t"]);
        let long: Vec<String> = (0..5).map(|n| format!("{}{n}", "ы".repeat(39))).collect();
        assert_eq!(firsts(&long.iter().map(String::as_str).collect::<Vec<_>>(), 2), [""]);
    }

    /// A text more changes the parts near it alone.
    #[test]
    fn borders_are_moved_near_a_change_alone() {
        let texts: Vec<String> = (100..999).map(|n| format!("{}{n}", ["a", "b", "c"][n % 3])).collect();
        let mut texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        texts.sort_unstable();
        let before = firsts(&texts, 40);
        texts.insert(texts.partition_point(|text| *text < "b55"), "b55");
        let after = firsts(&texts, 40);
        let elsewhere = |firsts: &[String]| -> Vec<String> {
            firsts.iter().filter(|first| !first.starts_with('b')).cloned().collect()
        };
        assert_eq!(elsewhere(&before), elsewhere(&after));
    }

    #[test]
    fn names_are_good_on_every_system() {
        assert_eq!(file_name("con").as_deref(), Some("wcon"));
        assert_eq!(file_name("мир").as_deref(), Some("w-d0-bc-d0-b8-d1-80"));
        assert_eq!(file_name("").as_deref(), Some("w"));
        assert_eq!(file_name("a-B").as_deref(), Some("wa-2d-42"));
        assert_eq!(file_name(&"ы".repeat(39)), None);
    }
}
