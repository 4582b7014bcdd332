//! A review as Markdown for a comment.
//!
//! What contributors wrote is escaped, so that nothing of it becomes a link, an image, a mention or markup.

use std::fmt::Write;

use super::{Change, Fate, Found, Part, Review, What};
use crate::diagnostic::Severity;
use crate::entry::Kind;
use crate::report::visible;

/// Items of a list that are shown; the others are counted.
const SHOWN: usize = 30;

/// Bytes of a comment; GitHub takes 65,536 characters.
const LONGEST: usize = 60_000;

impl Review {
    /// The review as the text of a comment, in GitHub's Markdown.
    pub fn markdown(&self) -> String {
        let mut out = String::from("## What this changes in the chronicle\n\n");
        if self.is_empty() {
            out.push_str("Nothing that readers would see.\n");
        } else {
            self.table(&mut out);
        }
        // First what has to be done, since the end may be cut.
        self.unannounced(&mut out);
        self.findings(&mut out);
        self.records(&mut out);
        self.chains(&mut out);
        self.pages(&mut out);
        cut(out)
    }

    fn is_empty(&self) -> bool {
        let pages = &self.pages;
        let no_pages = pages.new.is_empty() && pages.changed.is_empty() && pages.gone.is_empty() && pages.files == 0;
        self.records.is_empty() && self.unread.is_empty() && no_pages
    }

    /// How much of each kind is new, changed and gone.
    fn table(&self, out: &mut String) {
        out.push_str("| | new | changed | gone |\n|---|--:|--:|--:|\n");
        let mut row = |name: &str, counts: [usize; 3]| {
            if counts != [0; 3] {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "| {name} | {} | {} | {} |", counts[0], counts[1], counts[2]);
            }
        };
        for kind in Kind::ALL {
            let count = |fates: &[Fate]| {
                self.records.iter().filter(|change| change.kind == kind && fates.contains(&change.fate)).count()
            };
            row(
                noun(kind),
                [count(&[Fate::New]), count(&[Fate::Changed]), count(&[Fate::Withdrawn, Fate::SetAside, Fate::Gone])],
            );
        }
        let pages = &self.pages;
        row("pages of the site", [pages.new.len(), pages.changed.len(), pages.gone.len()]);
        out.push('\n');
    }

    fn unannounced(&self, out: &mut String) {
        let items: Vec<String> = self.unannounced.iter().map(|what| format!("- {}\n", escaped(what))).collect();
        section(out, "The published record changes without a correction that says so", &items);
    }

    fn records(&self, out: &mut String) {
        for (kinds, heading) in [(&Kind::ALL[..1], "Statements"), (&Kind::ALL[1..], "Other records")] {
            let fates = [
                (Fate::New, "new"),
                (Fate::Changed, "changed"),
                (Fate::Withdrawn, "withdrawn"),
                (Fate::SetAside, "set aside as drafts"),
                (Fate::Gone, "removed"),
            ];
            for (fate, word) in fates {
                let of = |change: &&Change| kinds.contains(&change.kind) && change.fate == fate;
                let items: Vec<String> = self.records.iter().filter(of).map(item).collect();
                section(out, &format!("{heading}: {word}"), &items);
            }
        }
        let unread: Vec<String> = self.unread.iter().map(|path| format!("- {}\n", escaped(path))).collect();
        section(out, "Not compared, since they have errors", &unread);
    }

    fn chains(&self, out: &mut String) {
        let one = |chain: &super::Chain| {
            let date = |(index, date): (usize, &String)| match index == chain.position {
                true => format!("<b>{}</b>", escaped(date)),
                false => escaped(date),
            };
            let dates: Vec<String> = chain.dates.iter().enumerate().map(date).collect();
            format!("- <b>{}</b>: said on {}\n", escaped(&chain.title), dates.join(", "))
        };
        section(out, "Chains of what was said again", &self.chains.iter().map(one).collect::<Vec<_>>());
    }

    fn pages(&self, out: &mut String) {
        let pages = &self.pages;
        if pages.changed.len() > 50 && pages.changed.len() * 10 > (pages.changed.len() + pages.same) * 9 {
            out.push_str(
                "Nearly every page changes: something that they share is another, as a template or the style.\n\n",
            );
        }
        for (word, addresses) in [("appear", &pages.new), ("change", &pages.changed), ("vanish", &pages.gone)] {
            if addresses.is_empty() {
                continue;
            }
            let _ = write!(out, "<details><summary>Pages that {word}: {}</summary>\n\n", addresses.len());
            let items: Vec<String> = addresses.iter().map(|address| format!("- {}\n", escaped(address))).collect();
            list(out, &items);
            out.push_str("\n</details>\n\n");
        }
        if pages.files > 0 {
            let _ = write!(out, "Feeds, data and other files that are not as they were: {}\n\n", pages.files);
        }
    }

    fn findings(&self, out: &mut String) {
        let one = |found: &Found| {
            let help = found.help.as_deref().map(|help| format!("\n  <br>help: {}", escaped(help))).unwrap_or_default();
            format!("- {}{help}\n", escaped(&found.line))
        };
        let of = |severity| self.findings.iter().filter(move |found| found.severity == severity).map(one);
        section(out, "Errors: the site cannot be built", &of(Severity::Error).collect::<Vec<_>>());
        section(out, "Warnings", &of(Severity::Warning).collect::<Vec<_>>());
        if self.known > 0 {
            let _ = write!(out, "Findings that were there before: {}\n\n", self.known);
        }
    }
}

/// The kind in a table.
fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "prose pages",
        other => other.folder(),
    }
}

fn item(change: &Change) -> String {
    let mut out = format!("- <b>{}</b>", escaped(&change.name));
    if change.kind != Kind::Statement {
        let _ = write!(out, " ({})", change.kind.noun());
    }
    if let Some((date, speakers)) = &change.said {
        let _ = write!(out, ", {}, {}", escaped(date), escaped(speakers));
    }
    let _ = write!(out, "\n  <br>{}", escaped(&change.path));
    if let Some(address) = change.address.as_ref().filter(|_| change.fate != Fate::Gone) {
        let _ = write!(out, " → {}", escaped(address));
    }
    out.push('\n');
    if let Some(was) = &change.was {
        let _ = writeln!(out, "  - <i>id</i>: was {}", escaped(was));
    }
    for difference in &change.differences {
        let what = match &difference.what {
            What::Field(key) => escaped(&key.replace('_', " ")),
            What::Quotation(number) => format!("quotation q{number}"),
            What::Text => "text".to_owned(),
        };
        let parts: Vec<String> = difference.parts.iter().map(part).collect();
        let _ = writeln!(out, "  - <i>{what}</i>: {}", parts.join(" "));
    }
    out
}

fn part(part: &Part) -> String {
    match part {
        Part::Same(words) => escaped(words),
        Part::Gone(words) => format!("<del>{}</del>", escaped(words)),
        Part::New(words) => format!("<ins><b>{}</b></ins>", escaped(words)),
        Part::Apart => "…".to_owned(),
    }
}

fn section(out: &mut String, heading: &str, items: &[String]) {
    if !items.is_empty() {
        let _ = write!(out, "### {heading}\n\n");
        list(out, items);
        out.push('\n');
    }
}

fn list(out: &mut String, items: &[String]) {
    items.iter().take(SHOWN).for_each(|item| out.push_str(item));
    if items.len() > SHOWN {
        let _ = writeln!(out, "- and {} more", items.len() - SHOWN);
    }
}

/// Cuts a text that is too long for a comment at the end of a line. What is open then is closed by the end of the text.
fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        let end = text.floor_char_boundary(LONGEST);
        let end = text[..end].rfind('\n').map_or(end, |line| line + 1);
        text.truncate(end);
        text.push_str("\nThe rest is too long for a comment; `chronicle review` shows the first of each list.\n");
    }
    text
}

/// A contributor's text in one line, as text and nothing else.
fn escaped(text: &str) -> String {
    let text = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '{' | '}' | '~' | '|' | '$' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            // These make mentions, references, signs and addresses of the letters that follow, even when they are
            // escaped; a comment between them does not show.
            '@' | '#' | ':' | '.' if letters.peek().is_some_and(|next| !next.is_whitespace()) => {
                out.push(letter);
                if letter != '.' || out.to_ascii_lowercase().ends_with("www.") {
                    out.push_str("<!-- -->");
                }
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cut, escaped};

    #[test]
    fn what_contributors_write_stays_text() {
        let hostile = "@team #12 <img src=x> [a](javascript:b) `c` www.example.com https://example.com\n# d\u{202e}";
        let shown = escaped(hostile);
        for active in ["@team", "#12", "<img", "[a]", "t:b", " `c", "www.e", "https://", "\n", "\u{202e}"] {
            assert!(!shown.contains(active), "{active} is in {shown}");
        }
        let events = pulldown_cmark::Parser::new(&shown);
        for event in events {
            use pulldown_cmark::{Event, Tag, TagEnd};
            let is_text =
                matches!(&event, Event::Text(_) | Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
            assert!(is_text || matches!(&event, Event::InlineHtml(html) if &**html == "<!-- -->"), "{event:?}");
        }
    }

    #[test]
    fn a_comment_is_not_too_long() {
        let text = cut("- Ünü\n".repeat(20_000));
        assert!(text.len() < 61_000 && text.contains("- Ünü\n\nThe rest"));
    }
}
