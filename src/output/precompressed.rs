//! Compressed copies beside text files, `page.html.gz` and `page.html.br`, for servers that send them as they are (nginx's
//! `gzip_static`, Caddy's `precompressed`).

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use xxhash_rust::xxh3::xxh3_64;

use super::{OutputError, Sink};
use crate::address::Address;

/// Extensions of files that compress well. Files of the index of search (`.bin`) and pictures do not.
const TEXTS: [&str; 19] = [
    "atom",
    "bib",
    "css",
    "csv",
    "html",
    "ics",
    "js",
    "json",
    "jsonl",
    "md",
    "mjs",
    "ris",
    "rss",
    "svg",
    "ttl",
    "txt",
    "webmanifest",
    "xml",
    "xsl",
];

/// The way of compressing a copy; its extension is the last of the file's name.
#[derive(Clone, Copy, Debug)]
enum Encoding {
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
}

const ENCODINGS: [Encoding; 2] = [Encoding::Gzip, Encoding::Brotli];

impl Encoding {
    fn extension(self) -> &'static str {
        match self {
            Encoding::Gzip => "gz",
            Encoding::Brotli => "br",
        }
    }

    /// The same bytes for the same input: no time and no name is in it.
    fn compress(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Encoding::Gzip => {
                let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Encoding::Brotli => {
                let mut out = Vec::with_capacity(bytes.len() / 4);
                let parameters =
                    BrotliEncoderParams { quality: QUALITY, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
                Ok(out)
            }
        }
    }
}

/// Whether the file at a path is a text that has compressed copies.
pub(crate) fn has_copies(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXTS.contains(&extension))
}

/// How many bytes a copy's name has more than that of its file: `.gz`, `.br`.
pub(crate) const LONGEST_ENDING: usize = 3;

/// Of 11. Pages are small, and those above it take ten times as long and more for a few thousandths of the size: most of that
/// goes into the tables that are made for each file.
const QUALITY: i32 = 6;

/// A sink that has compressed copies beside text files. A file that is kept keeps its copies.
pub(crate) struct Precompressed<'a> {
    pub(crate) sink: &'a dyn Sink,
    /// Whether the site itself has a file at an address, which is then left to it.
    pub(crate) has: &'a (dyn Fn(&Address) -> bool + Sync),
}

impl Precompressed<'_> {
    /// The copies of the file at an address.
    fn copies(&self, address: &Address) -> impl Iterator<Item = (Encoding, Address)> + use<'_> {
        let path = address.output_path();
        let is_text = has_copies(&path);
        let copy =
            move |encoding: Encoding| (encoding, Address::home().file(&format!("{path}.{}", encoding.extension())));
        ENCODINGS.into_iter().filter(move |_| is_text).map(copy).filter(|(_, address)| !(self.has)(address))
    }
}

impl Sink for Precompressed<'_> {
    fn keep(&self, address: &Address, hash: Option<u64>) -> bool {
        self.sink.keep(address, hash) && self.copies(address).all(|(_, copy)| self.sink.keep(&copy, None))
    }

    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        let hash = xxh3_64(bytes);
        if self.keep(address, Some(hash)) {
            return Ok(hash);
        }
        self.sink.stage(address, bytes)?;
        for (encoding, copy) in self.copies(address) {
            let compressed = encoding.compress(bytes).map_err(|error| OutputError::Io(copy.as_str().into(), error))?;
            self.sink.stage(&copy, &compressed)?;
        }
        Ok(hash)
    }

    fn leave(&self, address: &Address) {
        self.sink.leave(address);
        self.copies(address).for_each(|(_, copy)| self.sink.leave(&copy));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::ENCODINGS;

    #[test]
    fn copies_say_the_same_and_are_the_same_each_time() {
        for text in ["", "a", &"The port stays open. ".repeat(500)] {
            for encoding in ENCODINGS {
                let bytes = encoding.compress(text.as_bytes()).unwrap();
                assert_eq!(bytes, encoding.compress(text.as_bytes()).unwrap());
                let mut read = String::new();
                match encoding.extension() {
                    "gz" => flate2::read::GzDecoder::new(&*bytes).read_to_string(&mut read),
                    _ => brotli::Decompressor::new(&*bytes, 4096).read_to_string(&mut read),
                }
                .unwrap();
                assert_eq!(read, text);
            }
        }
    }
}
