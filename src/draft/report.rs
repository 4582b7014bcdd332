//! The parts of a pasted news report or transcript: headline, date line, publisher's credit, paragraphs.

use super::dateline::{self, is_agency};
use super::dates;
use super::white_space::folded;
use crate::entry::date::{Date, Precision};

/// A report taken apart. What its head does not say is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report<'a> {
    pub(super) headline: Option<String>,
    /// When it was published.
    pub(super) published: Option<Date>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    /// The text below the head.
    pub(super) body: &'a str,
    pub(super) paragraphs: Vec<&'a str>,
}

/// Longest line that can be a headline, in characters; a transcript's says who spoke, where and when.
const HEADLINE: usize = 300;

/// Takes a pasted text apart. `is_label` says of a line whether it is the label of a turn, which is no headline.
pub(super) fn read<'a>(text: &'a str, is_label: &dyn Fn(&str) -> bool) -> Report<'a> {
    let mut report = Report::default();
    let body = report.head(text, is_label);
    report.paragraphs = paragraphs(&text[body..]);
    while let Some(last) = report.paragraphs.last() {
        if let Some(url) = address(last) {
            report.url.get_or_insert_with(|| url.to_owned());
        } else if let Some(publisher) = credit(last) {
            report.publisher.get_or_insert(publisher);
        } else {
            break;
        }
        report.paragraphs.pop();
    }
    report.dateline();
    if let (Some(first), Some(last)) = (report.paragraphs.first(), report.paragraphs.last()) {
        let at = |part: &str| part.as_ptr().addr() - text.as_ptr().addr();
        report.body = &text[at(first)..at(last) + last.len()];
    }
    report
}

impl Report<'_> {
    /// Reads the lines of the head; gives the byte where the paragraphs begin.
    fn head(&mut self, text: &str, is_label: &dyn Fn(&str) -> bool) -> usize {
        let has_gaps = text.trim().contains("\n\n") || text.contains("\n\r\n");
        let mut at = 0;
        let mut lines = text.split_inclusive('\n').peekable();
        while let Some(line) = lines.next() {
            let words = line.trim().trim_start_matches('\u{feff}').trim_start_matches("# ");
            let next = lines.peek().map_or("", |next| next.trim());
            if words.is_empty() || is_byline(words) {
            } else if let Some(url) = address(words) {
                self.url.get_or_insert_with(|| url.to_owned());
            } else if let Some(date) = date_line(words) {
                self.published.get_or_insert(date);
            } else if let Some(publisher) = credit(words) {
                self.publisher.get_or_insert(publisher);
            } else {
                let is_head = |line: &str| {
                    dateline::read(line, None).is_some()
                        || date_line(line).is_some()
                        || credit(line).is_some()
                        || address(line).is_some()
                        || is_byline(line)
                };
                let stands_alone = !has_gaps || next.is_empty() || is_head(next);
                if !stands_alone && let Some((headline, length)) = wrapped(&text[at..], is_label) {
                    if self.headline.is_some() {
                        return at;
                    }
                    self.headline = Some(headline);
                    let end = at + length;
                    at += line.len();
                    while at < end {
                        at += lines.next().map_or(end, str::len);
                    }
                    continue;
                }
                if self.headline.is_none()
                    && !stands_alone
                    && let Some(length) = with_second(&text[at..], is_label)
                {
                    self.headline = Some(folded(words));
                    lines.next();
                    at += length;
                    continue;
                }
                let ends = words.ends_with(['.', '!', '"', '”', '»', ':', ';', ',', '。', '！', '：'])
                    && !ends_with_title(words)
                    || words.ends_with(".“")
                    || is_label(words);
                if self.headline.is_some() || ends || !stands_alone || words.chars().count() > HEADLINE {
                    return at;
                }
                self.headline = Some(folded(words));
            }
            at += line.len();
        }
        at
    }

    /// Reads the date line that begins the first paragraph of an agency's report: `MOSCOW, March 6. /TASS/.`
    fn dateline(&mut self) {
        let Some(first) = self.paragraphs.first() else { return };
        let year = self.published.and_then(|date| date.year());
        let Some(line) = dateline::read(first, year) else { return };
        self.publisher.get_or_insert_with(|| line.agency.to_owned());
        self.published = self.published.or(line.date);
        self.paragraphs[0] = line.words;
    }
}

/// The length of a headline with a second one on the line below it, which an empty line follows.
fn with_second(text: &str, is_label: &dyn Fn(&str) -> bool) -> Option<usize> {
    let lines: Vec<&str> = text.split_inclusive('\n').take(3).collect();
    let is_plain = |line: &&str| {
        let words = line.trim();
        let is_long = words.split_whitespace().count() >= 3 || crate::naming::letters::has_han(words);
        let ends = words.ends_with(|c: char| crate::naming::letters::ends_sentence(c) || "\"”»;,，、—-".contains(c));
        is_long
            && !ends
            && !words.contains([':', '：', '\t', '*', '>', '|'])
            && !is_label(words)
            && words.chars().count() <= 120
    };
    let followed = lines.get(2).is_some_and(|line| line.trim().is_empty());
    // A headline that is wrapped goes on with a small letter.
    let is_new = lines.get(1).is_some_and(|line| !line.trim().starts_with(char::is_lowercase));
    (followed && is_new && lines[..2].iter().all(is_plain)).then(|| lines[..2].iter().map(|line| line.len()).sum())
}

/// A headline over two or three lines, which an empty one follows; and its length.
fn wrapped(text: &str, is_label: &dyn Fn(&str) -> bool) -> Option<(String, usize)> {
    let lines: Vec<&str> = text.split_inclusive('\n').take(4).take_while(|line| !line.trim().is_empty()).collect();
    let length: usize = lines.iter().map(|line| line.len()).sum();
    let is_plain = |line: &&str| {
        let words = line.trim();
        let ends = words.ends_with(['.', '!', '"', '”', '»', ':', ';', ',', '。', '！', '：', '—', '-']);
        let has_label = words.contains([':', '：', '\t'])
            || is_label(words)
            || words.starts_with(['-', '—', '–', '>', '*', '[', '(']);
        !ends && !has_label && words.chars().count() <= 100
    };
    let long = lines.first().is_some_and(|line| line.trim().chars().count() > 40);
    let fits = (2..=3).contains(&lines.len()) && long && lines.iter().all(is_plain);
    let followed = text[length..].lines().next().is_some_and(|line| line.trim().is_empty());
    (fits && followed).then(|| (folded(&text[..length]), length))
}

/// Whether a line ends with a title in quotation marks, such as that of a paper: `Interview with “Radio South”`; what
/// somebody says stands behind a colon or a comma, or is a sentence.
fn ends_with_title(line: &str) -> bool {
    const LONGEST: usize = 5;
    let is_mark = |c: char| "\"“”„«»".contains(c);
    let inner = line.trim_end_matches(is_mark);
    let Some((before, title)) = inner.rsplit_once(is_mark).filter(|_| inner.len() < line.len()) else { return false };
    let before = before.trim_end();
    let is_plain = |text: &str| !text.ends_with(['.', '!', '?', '…', ',', ':', ';', '—', '–', '-', '：', '，']);
    let is_short = (1..=LONGEST).contains(&title.split_whitespace().count());
    before.ends_with(char::is_alphabetic) && is_short && is_plain(title.trim_end()) && !line.contains(is_colon)
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

fn is_day(date: &Date) -> bool {
    date.precision() == Precision::Day
}

/// The paragraphs of a text: parted by empty lines, or else its lines.
fn paragraphs(text: &str) -> Vec<&str> {
    let has_gaps = text.trim().lines().any(|line| line.trim().is_empty());
    let (mut paragraphs, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        let ends = if has_gaps { line.trim().is_empty() } else { true };
        at += line.len();
        if ends {
            paragraphs.push(text[start..at].trim());
            start = at;
        }
    }
    paragraphs.push(text[start..].trim());
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The day that a line gives and nothing else: with its weekday, a time, and a place before it.
fn date_line(line: &str) -> Option<Date> {
    if line.chars().count() > 70 {
        return None;
    }
    let found = dates::find(line, None).into_iter().find(|found| is_day(&found.date))?;
    let (before, after) = (&line[..found.range.start], &line[found.range.end..]);
    // Only a place may stand before the date, and nothing but a time and its zone after it.
    let place = before.split_once(',').filter(|(place, _)| is_name(place));
    let before = place.map_or(before, |(_, rest)| rest);
    let known = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let time = word.chars().all(|c| c.is_ascii_digit() || ":.h".contains(c)) && word.len() <= 8;
        let words = "am pm at on date published updated posted gmt utc msk cet est edt a.m p.m le à publié jour stand uhr \
                     veröffentlicht am um el a las h horas publicado actualizado опубликовано обновлено в мск дата";
        time || dates::weekday(&word).is_some() || words.split(' ').any(|known| known == word)
    };
    let mut others = before.split_whitespace().chain(after.split_whitespace());
    others.all(known).then_some(found.date)
}

/// Whether a text is a name: a few words with capital letters.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=3).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a line only names the reporter.
fn is_byline(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(by, name)| by.eq_ignore_ascii_case("by") && is_name(name))
}

/// The address that a line gives and nothing else: `https://example.org/report`, `Source: https://example.org/report`.
fn address(line: &str) -> Option<&str> {
    const MARKS: [&str; 7] = ["source:", "link:", "url:", "original:", "via:", "источник:", "ссылка:"];
    let line = line.trim();
    let url = match line.split_once(char::is_whitespace) {
        Some((mark, url)) if MARKS.contains(&mark.to_lowercase().as_str()) => url.trim(),
        Some(_) => return None,
        None => line,
    };
    let is_one = !url.contains(char::is_whitespace) && crate::address::is_web_url(url);
    is_one.then_some(url)
}

/// Who published a text, from a line that says only this: `©Press Service/TASS`, `Source: Reuters`, `/TASS/`.
fn credit(line: &str) -> Option<String> {
    const MARKS: [&str; 8] = ["©", "(c)", "copyright", "source:", "publisher:", "published by", "photo:", "credit:"];
    let line = folded(line);
    if line.chars().count() > 120 {
        return None;
    }
    let lower = line.to_lowercase();
    let marked = MARKS.iter().find(|mark| lower.starts_with(**mark)).and_then(|mark| line.get(mark.len()..));
    let bare = line.trim_matches(['/', '(', ')', '.']);
    let Some(marked) = marked else { return is_agency(bare).then(|| bare.to_owned()) };
    // The owner of a picture stands before the agency that brings it.
    let name = marked.trim_matches('/').rsplit('/').next().unwrap_or_default();
    let name = name.split(". All rights").next().unwrap_or_default();
    let year = |c: char| c.is_ascii_digit() || c.is_whitespace() || "©.,:–-".contains(c);
    let name = name.trim_matches(year);
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Report, credit, date_line};

    fn read(text: &str) -> Report<'_> {
        super::read(text, &|_| false)
    }

    #[test]
    fn date_lines() {
        for (line, date) in [
            ("Monday 6 March 2023", Some("2023-03-06")),
            ("March 6, 2023, 14:05 GMT", Some("2023-03-06")),
            ("Published on 2023-03-06 at 2.05 pm", Some("2023-03-06")),
            ("Moscow, 1 December 2021 16:17", Some("2021-12-01")),
            ("6 марта 2023 года, 12:30", Some("2023-03-06")),
            ("Speech by the minister, Moscow, December 1, 2021", None),
            ("He spoke on 6 March 2023", None),
            ("March 2023", None),
        ] {
            assert_eq!(date_line(line).map(|date| date.to_string()).as_deref(), date, "{line}");
        }
    }

    #[test]
    fn credits() {
        for (line, publisher) in [
            ("©Russian Foreign Ministry Press Service/TASS", Some("TASS")),
            ("© 2023 Reuters. All rights reserved.", Some("Reuters")),
            ("Source: Ministry of Foreign Affairs", Some("Ministry of Foreign Affairs")),
            ("/TASS/", Some("TASS")),
            ("(AFP)", Some("AFP")),
            ("Lavrov speaks", None),
            ("©", None),
        ] {
            assert_eq!(credit(line).as_deref(), publisher, "{line}");
        }
    }

    #[test]
    fn a_report_with_an_agencys_date_line() {
        let report =
            read("Ties to grow\nBy Ann Lee\n\nMOSCOW, March 6, 2023. /TASS/. Ties will grow.\n\nHe said so.\n");
        assert_eq!(report.headline.as_deref(), Some("Ties to grow"));
        assert_eq!(report.published.unwrap().to_string(), "2023-03-06");
        assert_eq!(report.publisher.as_deref(), Some("TASS"));
        assert_eq!(report.paragraphs, ["Ties will grow.", "He said so."]);

        let report = read("Ties to grow\nWASHINGTON (Reuters) - Ties will grow, he said.\nHe said so.\n");
        assert_eq!((report.publisher.as_deref(), report.published), (Some("Reuters"), None));
        assert_eq!(report.paragraphs, ["Ties will grow, he said.", "He said so."]);
    }

    #[test]
    fn a_second_headline_stands_on_the_next_line() {
        let head = |text: &str| super::read(text, &|line| line == "Ann Lee").headline;
        let text = "Minister rejects tolls\nTalks end in Vale\n\nVALE (AP) — March 6, 2024. Ann Lee said so.\n";
        assert_eq!(head(text).as_deref(), Some("Minister rejects tolls"));
        assert_eq!(read(text).published.map(|date| date.to_string()).as_deref(), Some("2024-03-06"));
        for none in ["Ann Lee\nWe sell tin to all\n\nYes.\n", "It was so.\nTalks end in Vale\n\nYes.\n"] {
            assert_eq!(head(none), None, "{none}");
        }
        let dated = "On tin\n\nPublié le 1er mars 2024 à 10h05\n\nYes.\n\nNo.\n";
        assert_eq!(read(dated).published.map(|date| date.to_string()).as_deref(), Some("2024-03-01"));
    }

    #[test]
    fn a_text_that_is_wrapped() {
        let report = read("\u{feff}# A headline\n\nWords that go\non here.\n\nMore\r\n\r\nSource: AP\n");
        assert_eq!(report.headline.as_deref(), Some("A headline"));
        assert_eq!(report.paragraphs, ["Words that go\non here.", "More"]);
        assert_eq!(report.publisher.as_deref(), Some("AP"));
        assert_eq!(read("Words without\nany head.\n\nMore.").headline, None);
        let report = read(
            "A headline\nhttps://example.org/a\n\nWords: https://example.org/b.\n\nMore.\n\nSource: https://example.org/c\n",
        );
        assert_eq!(
            (report.headline.as_deref(), report.url.as_deref()),
            (Some("A headline"), Some("https://example.org/a"))
        );
        assert_eq!((report.publisher, report.paragraphs.len()), (None, 2));
        assert_eq!(read(""), Report::default());
    }
}
