//! Ids of records and the slugs made for headings.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use bitcode::{Decode, Encode};

/// The id of a record: its file's stem. Lower-case ASCII letters, digits and single hyphens, so that it can stand in
/// an address and in a file name everywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Id(Arc<str>);

impl Id {
    /// Takes a text as an id.
    ///
    /// # Errors
    /// Why it cannot be one.
    pub(crate) fn new(text: &str) -> Result<Id, &'static str> {
        if text.is_empty() {
            return Err("it is empty");
        }
        if text.len() > 200 {
            return Err("it is longer than 200 characters");
        }
        if let Some(odd) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(match odd {
                'A'..='Z' => "it has upper-case letters",
                ' ' => "it has a space",
                '_' => "it has an underscore",
                _ => "it has a character other than `a`–`z`, `0`–`9` and `-`",
            });
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err("it has a hyphen at an end, or two in a row");
        }
        Ok(Id(text.into()))
    }

    /// An id made from a name or title: transliterated to Latin script and cut at a word after about `longest`
    /// characters. None where it has no letter or digit.
    pub(crate) fn suggested(name: &str, longest: usize) -> Option<Id> {
        let mut id = String::new();
        // Apostrophes do not split words: `Iran’s` becomes `irans`.
        let name = name.replace(['\'', '’', 'ʼ'], "");
        let latin = deunicode::deunicode_with_tofu(&name, " ").to_ascii_lowercase();
        for word in latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if id.is_empty() {
                id.push_str(&word[..word.len().min(longest)]);
            } else if id.len() + 1 + word.len() <= longest {
                id.push('-');
                id.push_str(word);
            } else {
                break;
            }
        }
        Id::new(&id).ok()
    }

    /// The id as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The slug of a heading: letters and digits of any script in lower case, with a single hyphen for everything between.
/// Empty where there are none.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’') {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{Id, slug};

    #[test]
    fn ids_are_plain() {
        assert!(Id::new("2006-02-02-oic-reception").is_ok());
        for bad in ["", "A", "a b", "a_b", "-a", "a-", "a--b", "é", "../x", "a/b"] {
            assert!(Id::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn ids_are_suggested_by_names_of_any_script() {
        for (name, expected) in [
            ("Sergey Lavrov", "sergey-lavrov"),
            ("Iran’s nuclear programme: what next?", "irans-nuclear-programme-what-next"),
            ("Сергей Лавров", "sergei-lavrov"),
            ("Жозеп Боррель", "zhozep-borrel"),
            ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
            ("王毅", "wang-yi"),
            ("محمد بن سلمان", "mhmd-bn-slmn"),
            ("Ünal – Straße", "unal-strasse"),
        ] {
            assert_eq!(Id::suggested(name, 60).unwrap().as_str(), expected, "{name}");
        }
        assert_eq!(Id::suggested("…!?", 60), None);
        assert_eq!(Id::suggested("one two three", 9).unwrap().as_str(), "one-two");
        assert_eq!(Id::suggested(&"x".repeat(300), 60).unwrap().as_str().len(), 60);
    }

    #[test]
    fn slugs_keep_letters_of_any_script() {
        for (text, expected) in [
            ("Closer ties", "closer-ties"),
            ("  What — exactly? ", "what-exactly"),
            ("Russia’s policy", "russias-policy"),
            ("Внешняя политика", "внешняя-политика"),
            ("السياسة الخارجية", "السياسة-الخارجية"),
            ("C++ & Rust (2006)", "c-rust-2006"),
            ("…", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
