//! A partition of the dictionary. `docs/search-format.md`, "dictionary".

use super::bits::push_varint;

/// What a text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) text: &'a str,
    /// Whether it is a stop word in some language.
    pub(super) is_stop_word: bool,
    /// In how many statements it stands as a word.
    pub(super) statements: Option<u32>,
    /// Whether it is a stem of itself.
    pub(super) is_own_stem: bool,
    /// Its other stems.
    pub(super) stems: Vec<&'a str>,
    /// Its list, where it is a stem.
    pub(super) list: Option<Listed>,
}

/// Where the list of a stem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) statements: u32,
    pub(super) bytes: u32,
    /// Whether it has a file of its own, and into how many buckets its successors are parted.
    pub(super) alone: Option<u32>,
}

/// Other stems of a word than this are left out.
pub(super) const MOST_STEMS: usize = 7;

/// The bytes of a partition.
pub(super) fn encode<'a>(check: u32, next: &str, entries: impl Iterator<Item = Entry<'a>>) -> Vec<u8> {
    let mut bytes = check.to_le_bytes().to_vec();
    bytes.push(next.len() as u8);
    bytes.extend_from_slice(next.as_bytes());
    let mut before = "";
    for entry in entries {
        push_text(before, entry.text, &mut bytes);
        before = entry.text;
        let flags = [
            entry.is_stop_word,
            entry.statements.is_some(),
            entry.is_own_stem,
            entry.list.is_some(),
            entry.list.is_some_and(|list| list.alone.is_some()),
        ];
        let flags = flags.iter().rev().fold(0, |all, flag| all << 1 | u8::from(*flag));
        bytes.push(flags | (entry.stems.len() as u8) << 5);
        if let Some(statements) = entry.statements {
            push_varint(&mut bytes, statements);
            entry.stems.iter().for_each(|stem| push_text(entry.text, stem, &mut bytes));
        }
        if let Some(list) = entry.list {
            push_varint(&mut bytes, list.statements);
            push_varint(&mut bytes, list.bytes);
            bytes.extend(list.alone.map(|bits| bits as u8));
        }
    }
    bytes
}

/// A text by what it has in common with another.
fn push_text(other: &str, text: &str, bytes: &mut Vec<u8>) {
    let keep = other.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count();
    bytes.extend([keep as u8, (text.len() - keep) as u8]);
    bytes.extend_from_slice(&text.as_bytes()[keep..]);
}

#[cfg(test)]
pub(super) mod reading {
    //! What a browser does.

    use super::super::bits::reading::varint;
    use super::Listed;

    /// An entry that owns what it has.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(in crate::search) struct Read {
        pub(in crate::search) text: String,
        pub(in crate::search) is_stop_word: bool,
        pub(in crate::search) statements: Option<u32>,
        /// With itself.
        pub(in crate::search) stems: Vec<String>,
        pub(in crate::search) list: Option<Listed>,
    }

    pub(in crate::search) fn decode(mut bytes: &[u8]) -> (u32, String, Vec<Read>) {
        let check = u32::from_le_bytes(bytes[..4].try_into().unwrap());
        bytes = &bytes[4..];
        let next = text(b"", &mut &[&[0], bytes].concat()[..]);
        bytes = &bytes[1 + next.len()..];
        let mut entries: Vec<Read> = Vec::new();
        while !bytes.is_empty() {
            let own = text(entries.last().map_or(b"", |entry| entry.text.as_bytes()), &mut bytes);
            let flags = bytes[0];
            bytes = &bytes[1..];
            let mut stems = Vec::from_iter((flags & 4 > 0).then(|| own.clone()));
            let statements = (flags & 2 > 0).then(|| varint(&mut bytes));
            (0..flags >> 5).for_each(|_| stems.push(text(own.as_bytes(), &mut bytes)));
            let list = (flags & 8 > 0).then(|| {
                let (statements, length) = (varint(&mut bytes), varint(&mut bytes));
                let alone = (flags & 16 > 0).then(|| {
                    let bits = bytes[0];
                    bytes = &bytes[1..];
                    u32::from(bits)
                });
                Listed { statements, bytes: length, alone }
            });
            entries.push(Read { text: own, is_stop_word: flags & 1 > 0, statements, stems, list });
        }
        (check, next, entries)
    }

    fn text(other: &[u8], bytes: &mut &[u8]) -> String {
        let (keep, add) = (usize::from(bytes[0]), usize::from(bytes[1]));
        let text = [&other[..keep], &bytes[2..2 + add]].concat();
        *bytes = &bytes[2 + add..];
        String::from_utf8(text).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partition_is_read_as_it_was_written() {
        let list = |statements, alone| Some(Listed { statements, bytes: statements * 2, alone });
        let long = "ы".repeat(40);
        let entries = [
            Entry { text: "and", is_stop_word: true, ..Entry::default() },
            Entry {
                text: "nation",
                statements: Some(300),
                is_own_stem: true,
                list: list(400, None),
                ..Entry::default()
            },
            Entry { text: "nations", statements: Some(70_000), stems: vec!["nation", "x"], ..Entry::default() },
            Entry { text: "negoti", list: list(90_000, Some(4)), ..Entry::default() },
            Entry {
                text: &long, statements: Some(1), list: list(1, Some(0)), stems: vec!["б"; 7], ..Entry::default()
            },
            Entry {
                text: "я",
                is_stop_word: true,
                statements: Some(1),
                is_own_stem: true,
                list: list(1, None),
                stems: vec![],
            },
        ];
        let bytes = encode(77, "яя", entries.iter().cloned());
        let (check, next, read) = reading::decode(&bytes);
        assert_eq!((check, next.as_str(), read.len()), (77, "яя", entries.len()));
        for (entry, read) in entries.iter().zip(&read) {
            let own = entry.is_own_stem.then_some(entry.text);
            let stems: Vec<&str> = own.into_iter().chain(entry.stems.iter().copied()).collect();
            assert_eq!(
                (entry.text, entry.is_stop_word, entry.statements),
                (read.text.as_str(), read.is_stop_word, read.statements)
            );
            assert_eq!((stems, entry.list), (read.stems.iter().map(String::as_str).collect(), read.list));
        }
        assert_eq!(reading::decode(&encode(0, "", std::iter::empty())), (0, String::new(), vec![]));
    }
}
