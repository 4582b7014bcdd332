//! The captions of quotations, to which the page of a statement adds what the text alone does not know.

use super::escaped;

/// How the link of a quotation to itself begins, up to the number. No author can write it: raw HTML is shown as text.
const CITE: &str = "<a class=\"cite-this\" href=\"#q";

/// The link of a quotation to itself.
pub(super) fn cite_link(number: u32, words: &str) -> String {
    format!("{CITE}{number}\">{} <span>#q{number}</span></a>", escaped(words))
}

/// A text in which markup stands before the links of some quotations to themselves.
pub(crate) fn with_captions(html: &str, markup: impl Fn(u32) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find(CITE) {
        out.push_str(&rest[..at]);
        let number = rest[at + CITE.len()..].split('"').next().and_then(|number| number.parse().ok());
        out.extend(number.and_then(&markup));
        out.push_str(CITE);
        rest = &rest[at + CITE.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{cite_link, with_captions};

    #[test]
    fn markup_stands_before_the_link_of_its_quotation() {
        let html = format!("<p>a</p>{}<p>b</p>{}", cite_link(1, "cite"), cite_link(12, "cite"));
        let added = with_captions(&html, |number| (number == 12).then(|| "<i>here</i> ".to_owned()));
        assert_eq!(added, html.replace("<p>b</p>", "<p>b</p><i>here</i> "));
        assert_eq!(with_captions("no quotation", |_| Some("x".to_owned())), "no quotation");
    }
}
