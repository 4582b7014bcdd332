//! The errors of a document, which travel through `serde` as text.
//!
//! `serde` lets a `Deserialize` implementation report a message and nothing else. So [`invalid`] and [`misspelt`] put the
//! code, the help and the right spelling into that message, and [`Error::custom`](de::Error::custom) takes them out again.

use std::fmt;
use std::ops::Range;

use serde::de;

use crate::diagnostic::{Code, certainly, did_you_mean};
use crate::document::respelled::{Right, meant};
use crate::document::{Fault, Node};

/// Separates code, message and help on their way through `serde`, whose custom errors are text.
const MARK: char = '\u{1}';

/// Begins a right spelling that stands without quotation marks.
const BARE: char = '\u{2}';

/// The error of a `Deserialize` implementation with a code of its own: `invalid(Code::BadDate, "there is no …", help)`.
pub(crate) fn invalid<E: de::Error>(code: Code, message: impl fmt::Display, help: Option<String>) -> E {
    misspelt(code, message, help, None)
}

/// The same with a fix: `right` is the right spelling, which `chronicle check --fix` puts in place of the value.
pub(crate) fn misspelt<E: de::Error>(
    code: Code,
    message: impl fmt::Display,
    help: Option<String>,
    right: Option<String>,
) -> E {
    let (help, right) = (help.unwrap_or_default(), right.unwrap_or_default());
    E::custom(format!("{MARK}{code}{MARK}{message}{MARK}{help}{MARK}{right}"))
}

/// The same where the right value is a number, which stands without quotation marks.
pub(crate) fn no_number<E: de::Error>(message: impl fmt::Display, help: String, right: impl fmt::Display) -> E {
    misspelt(Code::BadValue, message, Some(help), Some(format!("{BARE}{right}")))
}

/// A deserialization error. Its range is set by the innermost value on the way up.
#[derive(Debug)]
pub(super) struct Error {
    code: Code,
    message: String,
    help: Option<String>,
    right: Option<Box<Right>>,
    pub(super) range: Option<Range<usize>>,
    /// The key that is missing.
    pub(super) missing: Option<&'static str>,
    /// Whether it only follows from an error that is reported already.
    pub(super) hidden: bool,
}

impl Error {
    fn new(code: Code, message: String) -> Error {
        Error { code, message, help: None, right: None, range: None, missing: None, hidden: false }
    }

    /// The error as a fault of the text that the tree below `top` was read from.
    pub(super) fn fault(&self, top: &Node, text: &str) -> Fault {
        let mut range = self.range.clone().unwrap_or_else(|| top.range.clone());
        if self.missing.is_some() && range == top.range {
            range = top.range.start..top.range.start;
        }
        let raw = text.get(range.clone()).unwrap_or_default();
        let right = self.right.as_ref().and_then(|right| right.written_for(raw));
        let fix = right.filter(|right| right != raw).map(|right| (range.clone(), right)).into_iter().collect();
        Fault { code: self.code, message: self.message.clone(), help: self.help.clone(), range, fix }
    }

    /// A key that stands twice in a map.
    pub(super) fn duplicate_key(message: String) -> Error {
        Error { help: Some(KEEP_ONE.to_owned()), ..Error::new(Code::DuplicateKey, message) }
    }

    pub(super) fn at(mut self, range: &Range<usize>) -> Error {
        self.range.get_or_insert_with(|| range.clone());
        self
    }

    pub(super) fn hidden_if(self, is_hidden: bool) -> Error {
        Error { hidden: self.hidden || is_hidden, ..self }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Error {
        let text = message.to_string();
        let parts: Vec<&str> = text.split(MARK).collect();
        match parts[..] {
            ["", slug, message, help, right] => Error {
                help: Some(help.to_owned()).filter(|help| !help.is_empty()),
                right: Some(right).filter(|right| !right.is_empty()).map(|right| match right.strip_prefix(BARE) {
                    Some(bare) => Box::new(Right::Bare(bare.to_owned())),
                    None => Right::text(right),
                }),
                ..Error::new(Code::from_slug(slug).unwrap_or(Code::BadValue), message.to_owned())
            },
            _ => Error::new(Code::BadValue, text),
        }
    }

    fn invalid_type(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        let expectation = expected.to_string();
        let (help, right) = (help_for(unexpected, &expectation), meant(unexpected, &expectation));
        Error { help, right, ..Error::new(Code::WrongType, other_than_expected(unexpected, expected)) }
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        Error::new(Code::BadValue, other_than_expected(unexpected, expected))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Error {
        // `title:Talks` in braces is all key.
        let glued = field.split_once([':', '=', '：']).filter(|(key, _)| expected.contains(&key.trim()));
        if let Some((key, value)) = glued {
            let help = Some(format!("write a colon and a space after the key: `{}: {}`", key.trim(), value.trim()));
            return Error { help, ..Error::new(Code::UnknownKey, format!("unknown key `{field}`")) };
        }
        let help = did_you_mean(field, expected.iter().copied())
            .or_else(|| Some(format!("use one of `{}`", expected.join("`, `"))));
        let right = certainly(field, expected.iter().copied()).map(Right::text);
        Error { help, right, ..Error::new(Code::UnknownKey, format!("unknown key `{field}`")) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Error {
        let help = did_you_mean(variant, expected.iter().copied())
            .or_else(|| Some(format!("use one of `{}`", expected.join("`, `"))));
        let right = certainly(variant, expected.iter().copied()).map(Right::text);
        Error { help, right, ..Error::new(Code::BadValue, format!("unknown value `{variant}`")) }
    }

    fn missing_field(field: &'static str) -> Error {
        let help = Some(format!("add `{field}: …`"));
        Error { missing: Some(field), help, ..Error::new(Code::MissingKey, format!("the key `{field}` is missing")) }
    }

    fn duplicate_field(field: &'static str) -> Error {
        Error::duplicate_key(format!("`{field}` stands twice"))
    }
}

/// The help for a key that stands twice.
const KEEP_ONE: &str = "leave one of the two out; a list can have the items of both";

/// The help for a type mismatch, where the remedy is clear.
fn help_for(unexpected: de::Unexpected<'_>, expected: &str) -> Option<String> {
    // A text, or another scalar.
    let is_text = expected == "text" || expected == "a string";
    let is_one = is_text || expected.starts_with("enum ") || expected.starts_with("a date");
    Some(match unexpected {
        de::Unexpected::Signed(_)
        | de::Unexpected::Unsigned(_)
        | de::Unexpected::Float(_)
        | de::Unexpected::Bool(_)
            if is_text || expected.starts_with("text or") || expected == "a list" =>
        {
            "put it in quotation marks".to_owned()
        }
        de::Unexpected::Str(word) if expected == "a boolean" => {
            match word.to_lowercase().trim_matches(['"', '\'', '“', '”', '«', '»']) {
                "yes" | "y" | "on" | "true" | "1" => "write `true`".to_owned(),
                "no" | "n" | "off" | "false" | "0" => "write `false`".to_owned(),
                _ => "write `true` or `false`".to_owned(),
            }
        }
        de::Unexpected::Str(_) if expected.starts_with("struct ") => {
            "write a colon and a space after each key: `title: …`".to_owned()
        }
        de::Unexpected::Unit | de::Unexpected::Option if is_one => {
            "write it after the colon; what begins with `#` must stand in quotation marks".to_owned()
        }
        de::Unexpected::Seq if is_text => {
            "write it alone, without brackets and without `-` before it; or, if the brackets \
            are its own, all of it in quotation marks"
                .to_owned()
        }
        de::Unexpected::Seq if is_one => "write it alone, without brackets and without `-` before it".to_owned(),
        de::Unexpected::Map if is_text => "put the text in quotation marks, if the colon is a part of it".to_owned(),
        de::Unexpected::Map if expected == "a sequence" || expected == "a list" => {
            "make it an item of a list: `- ` before its first key, or square brackets around it".to_owned()
        }
        _ => return None,
    })
}

/// The message of a type mismatch, in authors' terms rather than Rust's.
fn other_than_expected(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> String {
    let found = match unexpected {
        de::Unexpected::Str(_) => "text".to_owned(),
        de::Unexpected::Seq => "a list".to_owned(),
        de::Unexpected::Map => "a map".to_owned(),
        de::Unexpected::Unit | de::Unexpected::Option => "nothing".to_owned(),
        de::Unexpected::Bool(flag) => format!("`{flag}`"),
        de::Unexpected::Signed(number) => format!("the number `{number}`"),
        de::Unexpected::Unsigned(number) => format!("the number `{number}`"),
        de::Unexpected::Float(number) => format!("the number `{number}`"),
        other => other.to_string(),
    };
    let expected = match expected.to_string().as_str() {
        "a string" => "text".to_owned(),
        "a sequence" => "a list".to_owned(),
        "usize" => "a whole number of 0 or more".to_owned(),
        "a nonzero usize" => "a whole number of 1 or more".to_owned(),
        "f64" => "a number".to_owned(),
        "a boolean" => "`true` or `false`".to_owned(),
        expected if expected.starts_with("enum ") => "one word".to_owned(),
        expected if expected.starts_with("struct ") => "a map of keys and values".to_owned(),
        expected => expected.to_owned(),
    };
    format!("expected {expected}, found {found}")
}
