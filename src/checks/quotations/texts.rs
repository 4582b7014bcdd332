//! The texts of sources that are kept in the content.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sha2::{Digest, Sha256};

use super::haystack::Haystack;
use super::passage::{Patience, Pieces};
use crate::entry::folded::Folded;
use crate::input::{InputId, Inputs, ReadError};

/// The kept text of a source.
#[derive(Debug)]
pub struct SourceText {
    /// The text as it is written.
    pub written: String,
    pub(super) haystack: Haystack,
    bytes: Option<Cow<'static, [u8]>>,
    digest: OnceLock<String>,
}

impl SourceText {
    /// Prepares a text to be looked through.
    pub fn of(bytes: Cow<'static, [u8]>) -> SourceText {
        let (written, bytes) = match String::from_utf8(bytes.into_owned()) {
            Ok(written) => (written, None),
            Err(error) => {
                let bytes = error.into_bytes();
                (String::from_utf8_lossy(&bytes).into_owned(), Some(bytes.into()))
            }
        };
        let haystack = Haystack::of(Folded::of(&written));
        SourceText { written, haystack, bytes, digest: OnceLock::new() }
    }

    /// Where the words of a quotation stand in the text, a passage for each part between what is left out or put in;
    /// places are bytes of the text as it is written. None where they are not all there in this order.
    pub fn passages(&self, quotation: &str) -> Option<Vec<Range<usize>>> {
        let found = Pieces::of(quotation).find_in(&self.haystack, &mut Patience::new()).ok()?;
        let folded = self.haystack.folded();
        Some(found.into_iter().map(|part| folded.written(&self.written, part)).collect())
    }

    /// The SHA-256 of the file, in hexadecimal.
    pub(super) fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            let bytes = self.bytes.as_deref().unwrap_or(self.written.as_bytes());
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }
}

/// Long texts of sources that were read, for the next statement that names one.
#[derive(Debug, Default)]
pub struct SourceTexts {
    /// The last that were read, in this order.
    long: Mutex<Vec<(InputId, Arc<SourceText>)>>,
}

/// Shorter texts are prepared again in less time than it takes to keep them.
const LONG: usize = 32 << 10;

/// How many bytes of text are held.
const HELD: usize = 32 << 20;

impl SourceTexts {
    /// The text of a source.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn get(&self, inputs: &Inputs, input: InputId) -> Result<Arc<SourceText>, ReadError> {
        // Whoever panicked while it was held left whole texts behind.
        let long = || self.long.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, text)) = long().iter().find(|(other, _)| *other == input) {
            return Ok(Arc::clone(text));
        }
        let text = Arc::new(SourceText::of(inputs.bytes(input)?));
        if text.written.len() >= LONG {
            let mut long = long();
            if long.iter().any(|(other, _)| *other == input) {
                return Ok(text);
            }
            long.push((input, Arc::clone(&text)));
            let mut held: usize = long.iter().map(|(_, text)| text.written.len()).sum();
            while held > HELD && long.len() > 1 {
                held -= long.remove(0).1.written.len();
            }
        }
        Ok(text)
    }
}
