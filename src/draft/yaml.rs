//! Writes front matter as a person would: short lists on one line, no unnecessary quotation marks.

use std::fmt::Write;

/// Longest line that a list may stand on.
const WIDTH: usize = 110;

/// The value of a key.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// A date, number or other word that is written as it is.
    Plain(String),
    /// Texts, or maps of one key.
    List(Vec<Item>),
    /// Maps, each a list of keys with texts or plain words.
    Maps(Vec<Keys>),
}

impl Value {
    fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) | Value::Plain(text) => text.is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Maps(maps) => maps.is_empty(),
        }
    }
}

/// An item of a list: a text, or a key with a text.
#[derive(Clone, Debug)]
pub(super) struct Item(pub(super) Option<&'static str>, pub(super) String);

impl Item {
    fn yaml(&self, in_row: bool) -> String {
        match self.0 {
            Some(key) => format!("{{{key}: {}}}", scalar(&self.1, true)),
            None => scalar(&self.1, in_row),
        }
    }
}

/// Keys and their values, in the order they are written; a value that says nothing is left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(Vec<(&'static str, Value)>);

impl Keys {
    /// Adds a text, if there is one.
    pub(super) fn text(&mut self, key: &'static str, text: impl Into<Option<String>>) {
        self.put(key, Value::Text(text.into().unwrap_or_default()));
    }

    /// Adds a date or another word that needs no quotation marks, if there is one.
    pub(super) fn plain(&mut self, key: &'static str, word: impl Into<Option<String>>) {
        self.put(key, Value::Plain(word.into().unwrap_or_default()));
    }

    /// Adds a list, if it has items.
    pub(super) fn list(&mut self, key: &'static str, items: Vec<String>) {
        self.items(key, items.into_iter().map(|text| Item(None, text)).collect());
    }

    /// Adds a list of texts and maps, if it has items.
    pub(super) fn items(&mut self, key: &'static str, items: Vec<Item>) {
        self.put(key, Value::List(items));
    }

    /// Adds maps, if there are any.
    pub(super) fn maps(&mut self, key: &'static str, maps: Vec<Keys>) {
        self.put(key, Value::Maps(maps));
    }

    fn put(&mut self, key: &'static str, value: Value) {
        if !value.is_empty() {
            self.0.push((key, value));
        }
    }

    /// The YAML, each line ended.
    pub(super) fn yaml(&self) -> String {
        let mut out = String::new();
        for (key, value) in &self.0 {
            match value {
                Value::Text(text) => line(&mut out, key, &scalar(text, false)),
                Value::Plain(word) => line(&mut out, key, word),
                Value::List(items) => list(&mut out, key, items),
                Value::Maps(maps) => {
                    let _ = writeln!(out, "{key}:");
                    for map in maps {
                        let text = map.yaml();
                        let indented = text.trim_end().replace('\n', "\n    ");
                        let _ = writeln!(out, "  - {indented}");
                    }
                }
            }
        }
        out
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{key}: {value}");
}

fn list(out: &mut String, key: &str, items: &[Item]) {
    let row = items.iter().map(|item| item.yaml(true)).collect::<Vec<_>>().join(", ");
    if key.len() + row.chars().count() <= WIDTH {
        return line(out, key, &format!("[{row}]"));
    }
    let _ = writeln!(out, "{key}:");
    for item in items {
        let _ = writeln!(out, "  - {}", item.yaml(false));
    }
}

/// A text as YAML: plain where it is read back as the same text, else between quotation marks. `in_row`: within
/// `[…]`, where commas and brackets end a plain text.
fn scalar(text: &str, in_row: bool) -> String {
    let document = if in_row { format!("[{text}]") } else { format!("- {text}") };
    let read = serde_yaml::from_str::<Vec<serde_yaml::Value>>(&document).ok();
    let same = read.is_some_and(|items| matches!(items.as_slice(), [one] if one.as_str() == Some(text)));
    // Plain scalars that begin with punctuation would confuse readers.
    let begins_well = text.starts_with(|c: char| c.is_alphanumeric());
    // In a list, a colon would make a map of the text.
    if same && begins_well && !text.contains('\n') {
        text.to_owned()
    } else {
        // A JSON string is a YAML scalar.
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Keys, scalar};

    #[test]
    fn a_text_is_read_back_as_it_is() {
        for (text, in_block, in_row) in [
            ("Closer ties", "Closer ties", "Closer ties"),
            ("Ties, and more", "Ties, and more", "\"Ties, and more\""),
            ("Iran: what next", "\"Iran: what next\"", "\"Iran: what next\""),
            ("no # comment", "\"no # comment\"", "\"no # comment\""),
            ("FIXME(who spoke)", "FIXME(who spoke)", "FIXME(who spoke)"),
            ("“Quoted”", "\"“Quoted”\"", "\"“Quoted”\""),
            ("2006", "\"2006\"", "\"2006\""),
            ("true", "\"true\"", "\"true\""),
            ("Министр", "Министр", "Министр"),
            ("say \"no\"", "say \"no\"", "say \"no\""),
            ("- x", "\"- x\"", "\"- x\""),
            ("tab\tand\u{7}bell", "\"tab\\tand\\u0007bell\"", "\"tab\\tand\\u0007bell\""),
        ] {
            assert_eq!((scalar(text, false).as_str(), scalar(text, true).as_str()), (in_block, in_row));
            let read: Vec<String> = serde_yaml::from_str(&format!("[{in_row}]\n")).unwrap();
            assert_eq!(read, [text]);
            let read: Vec<String> = serde_yaml::from_str(&format!("- {in_block}\n")).unwrap();
            assert_eq!(read, [text]);
        }
    }

    #[test]
    fn maps_of_one_key_stand_in_lists() {
        let mut keys = Keys::default();
        keys.items("speakers", vec![Item(Some("organization"), "un".into()), Item(None, "ann-lee".into())]);
        keys.items("audience", vec![Item(Some("country"), "NO".into()); 8]);
        let long = "  - {country: NO}\n".repeat(8);
        assert_eq!(keys.yaml(), format!("speakers: [{{organization: un}}, ann-lee]\naudience:\n{long}"));
    }

    #[test]
    fn lists_stand_on_one_line_where_they_fit() {
        let mut source = Keys::default();
        source.text("title", "A report: the title".to_owned());
        source.plain("date", "2023-03-06".to_owned());
        let mut keys = Keys::default();
        keys.text("title", "A title".to_owned());
        keys.text("summary", None);
        keys.list("topics", vec!["trade".into(), "war, and peace".into()]);
        keys.list("organizations", vec!["a name that is long enough".into(); 5]);
        keys.maps("sources", vec![source.clone(), source]);
        let long = "  - a name that is long enough\n".repeat(5);
        let source = "  - title: \"A report: the title\"\n    date: 2023-03-06\n";
        let expected = format!(
            "title: A title\ntopics: [trade, \"war, and peace\"]\norganizations:\n{long}sources:\n{source}{source}"
        );
        assert_eq!(keys.yaml(), expected);
    }
}
