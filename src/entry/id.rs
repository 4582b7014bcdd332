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
    pub fn new(text: &str) -> Result<Id, &'static str> {
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

    /// The id as text.
    pub fn as_str(&self) -> &str {
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

/// The fragment of a heading: its letters and digits of any script in lower case, everything else a single hyphen.
/// Empty where the text has neither.
pub fn slug(text: &str) -> String {
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
