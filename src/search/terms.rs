//! What is kept of a text: the numbers of its words, in order.

use bitcode::{Decode, Encode};

use super::bits::push_varint;

/// The words of blocks of text, as numbers of a [`Vocabulary`](super::Vocabulary), a byte or two each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Terms(Vec<u8>);

/// What stands in terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Term {
    /// A word.
    Word(u32),
    /// The end of a block.
    End,
}

impl Terms {
    /// Gives back what was set aside for more.
    pub(crate) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    pub(super) fn push(&mut self, term: Term) {
        match term {
            Term::Word(word) => push_varint(&mut self.0, word + 1),
            Term::End => self.0.push(0),
        }
    }

    /// One by one.
    pub(super) fn iter(&self) -> impl Iterator<Item = Term> {
        let mut bytes = self.0.iter();
        std::iter::from_fn(move || {
            let mut byte = u32::from(*bytes.next()?);
            let (mut value, mut shift) = (byte & 0x7F, 7);
            while byte >= 0x80 {
                byte = u32::from(*bytes.next()?);
                value |= (byte & 0x7F) << shift;
                shift += 7;
            }
            Some(value.checked_sub(1).map_or(Term::End, Term::Word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_as_they_were_added() {
        let mut terms = Terms::default();
        let all = [Term::End, Term::Word(0), Term::Word(126), Term::Word(127), Term::Word(20_000), Term::End];
        all.iter().for_each(|term| terms.push(*term));
        assert_eq!(terms.iter().collect::<Vec<_>>(), all);
        assert_eq!(terms.0.len(), 1 + 1 + 1 + 2 + 3 + 1);
    }
}
