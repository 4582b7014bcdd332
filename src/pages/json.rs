//! JSON as pages say it: written as it is said, since every page has much of it.

use std::io::Write;

use crate::address::Address;
use crate::config::BaseUrl;

/// An address of the site with scheme and host.
pub(super) struct Url<'a> {
    pub(super) base: &'a BaseUrl,
    pub(super) address: &'a Address,
    /// Whether there is a page; where its kind is turned off, the address is a name and no link.
    pub(super) is_planned: bool,
}

/// A place on a statement's page.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A quotation, by its number.
    Quotation(u32),
    /// A source, from 1 on.
    Source(usize),
    /// The occasion.
    Event,
}

/// Where a value is written: a text of JSON (RFC 8259), of which what stands before it is there already.
pub(super) struct Json<'o>(&'o mut Vec<u8>);

/// An object that is being written. Its keys are words of a vocabulary, and have nothing to escape.
pub(super) struct Object<'o> {
    out: &'o mut Vec<u8>,
    /// What stands before the next key.
    before: u8,
}

/// A list that is being written.
pub(super) struct List<'o> {
    out: &'o mut Vec<u8>,
    /// What stands before the next item.
    before: &'static [u8],
}

/// The text of an object.
pub(super) fn object(say: impl FnOnce(&mut Object<'_>)) -> String {
    let mut out = Vec::with_capacity(8192);
    Json(&mut out).object(say);
    // Texts and punctuation are all that was written.
    String::from_utf8(out).unwrap_or_default()
}

impl Json<'_> {
    /// An object.
    pub(super) fn object(self, say: impl FnOnce(&mut Object<'_>)) {
        let mut object = Object { out: self.0, before: b'{' };
        say(&mut object);
        if object.before == b'{' {
            object.out.push(b'{');
        }
        object.out.push(b'}');
    }

    /// A text.
    pub(super) fn text(self, text: &str) {
        // Nearly all texts have nothing to escape, which is seen of many bytes at once.
        let is_plain = text.bytes().fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\'));
        if is_plain {
            self.0.push(b'"');
            self.0.extend_from_slice(text.as_bytes());
            self.0.push(b'"');
        } else {
            // Writing to memory cannot fail.
            drop(serde_json::to_writer(self.0, text));
        }
    }
}

impl Object<'_> {
    /// A value of any kind.
    pub(super) fn value(&mut self, key: &'static str) -> Json<'_> {
        self.out.push(self.before);
        self.before = b',';
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        Json(self.out)
    }

    /// A text, if there is one.
    pub(super) fn text<'t>(&mut self, key: &'static str, text: impl Into<Option<&'t str>>) {
        if let Some(text) = text.into() {
            self.value(key).text(text);
        }
    }

    /// A number.
    pub(super) fn number(&mut self, key: &'static str, number: usize) {
        // Writing to memory cannot fail.
        drop(write!(self.value(key).0, "{number}"));
    }

    /// The address of a page.
    pub(super) fn url(&mut self, key: &'static str, url: &Url<'_>) {
        if url.is_planned || key == "@id" {
            self.address(key, url, None);
        }
    }

    /// The address of a place on a page.
    pub(super) fn place(&mut self, key: &'static str, url: &Url<'_>, place: Place) {
        self.address(key, url, Some(place));
    }

    /// Neither a web address nor an id can have a letter that JSON escapes.
    fn address(&mut self, key: &'static str, url: &Url<'_>, place: Option<Place>) {
        let out = self.value(key).0;
        for part in ["\"", url.base.origin(), url.base.path(), url.address.as_str()] {
            out.extend_from_slice(part.as_bytes());
        }
        // Writing to memory cannot fail.
        match place {
            None => {}
            Some(Place::Quotation(number)) => drop(write!(out, "#q{number}")),
            Some(Place::Source(position)) => drop(write!(out, "#source-{position}")),
            Some(Place::Event) => out.extend_from_slice(b"#event"),
        }
        out.push(b'"');
    }

    /// An object within this one.
    pub(super) fn object(&mut self, key: &'static str, say: impl FnOnce(&mut Object<'_>)) {
        self.value(key).object(say);
    }

    /// A list of items that are said one by one; none has to be.
    pub(super) fn items(&mut self, key: &'static str, say: impl FnOnce(&mut List<'_>)) {
        let out = self.value(key).0;
        out.push(b'[');
        say(&mut List { out, before: b"" });
        out.push(b']');
    }

    /// A list of things that are all said in the same way, if there are any.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        things: impl IntoIterator<Item = T>,
        mut say: impl FnMut(Json<'_>, T),
    ) {
        let mut things = things.into_iter().peekable();
        if things.peek().is_some() {
            self.items(key, |items| things.for_each(|thing| say(items.value(), thing)));
        }
    }
}

impl List<'_> {
    /// The next item, of any kind.
    pub(super) fn value(&mut self) -> Json<'_> {
        self.out.extend_from_slice(std::mem::replace(&mut self.before, b","));
        Json(self.out)
    }

    /// An object.
    pub(super) fn object(&mut self, say: impl FnOnce(&mut Object<'_>)) {
        self.value().object(say);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_for_what_is_absent() {
        let text = object(|whole| {
            whole.text("none", None);
            whole.list("empty", [""; 0], |json, text| json.text(text));
            whole.object("object", |_| {});
            whole.list("texts", ["a", "b"], |json, text| json.text(text));
            whole.items("items", |_| {});
            whole.number("number", 7);
        });
        assert_eq!(text, r#"{"object":{},"texts":["a","b"],"items":[],"number":7}"#);
    }

    #[test]
    fn texts_are_those_of_serde() {
        for text in ["", "plain", "„Ünïcode“", "a \"quoted\" \\ word", "line\nbreak", "\u{1}", "<script>", "\u{7f}"]
        {
            let written = object(|whole| whole.text("text", text));
            assert_eq!(written, format!("{{\"text\":{}}}", serde_json::Value::from(text)));
        }
    }
}
