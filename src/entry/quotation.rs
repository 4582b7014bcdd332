//! Block quotations as plain text, to be compared with source texts.

mod collector;
mod in_text;
mod line;
mod turn;

use std::hash::{Hash, Hasher};
use std::ops::Range;

use pulldown_cmark::Parser;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::dialect::markdown;
use super::normalized::Normalized;
pub(super) use collector::Collector;
pub(crate) use in_text::{InText, in_text};
pub(crate) use line::{AttributionLine, LinePosition, is_dash, without_dash};
pub(crate) use turn::{SourceTurn, Turn, below, turns_of_source};

/// A block quotation. By default all its lines are the speaker's words. A last line `— Name` is an attribution if it
/// names a speaker of the statement, which only `chronicle` can decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotation {
    /// Its words, with line breaks between paragraphs. Descriptions of images are none.
    pub(crate) text: String,
    /// Whom its last line `— Name` attributes it to, if it is read as such.
    pub(crate) attribution: Option<String>,
    /// Lines that may name whoever said the words.
    pub(crate) lines: Vec<AttributionLine>,
    /// Lines that begin with whoever may say them.
    pub(crate) turns: Vec<Turn>,
    /// All of it, in bytes of the Markdown.
    pub range: Range<usize>,
    /// Pairs of offsets in `text` and in the Markdown, for mapping back.
    places: Vec<(usize, usize)>,
    /// The last line of the last paragraph, in `text`.
    last: Range<usize>,
    /// Ranges of `text` that are not words: raw HTML.
    others: Vec<Range<usize>>,
    /// Image descriptions, with the place in `text` where each stands.
    images: Vec<(usize, String)>,
    /// Ranges of `text` that are block quotations within it: words of somebody whom the speaker quotes.
    inner: Vec<Range<usize>>,
}

impl Quotation {
    /// Maps a byte offset of `text` to one of the Markdown.
    pub(crate) fn place(&self, offset: usize) -> usize {
        let at = self.places.partition_point(|(start, _)| *start <= offset);
        let (start, place) = at.checked_sub(1).and_then(|at| self.places.get(at)).copied().unwrap_or((0, 0));
        (place + (offset - start)).min(self.range.end)
    }

    /// Its paragraphs, without white space around them; for each whether it is part of a quotation within this one.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut at = 0;
        self.text.split('\n').filter_map(move |line| {
            let start = at;
            at += line.len() + 1;
            let after = self.inner.partition_point(|inner| inner.start <= start);
            let is_inner = after.checked_sub(1).is_some_and(|before| self.inner[before].contains(&start));
            Some((line.trim(), is_inner)).filter(|(line, _)| !line.is_empty())
        })
    }

    /// Its words alone: without where they stand in the Markdown, and without the lines that may name whoever said them.
    #[must_use]
    pub(crate) fn words_alone(self) -> Quotation {
        let Quotation { text, attribution, last, others, inner, .. } = self;
        Quotation { text, attribution, last, others, inner, ..Quotation::default() }
    }

    /// Hash (XXH3) of all that [`Quotation::words_alone`] keeps, exactly as it is.
    pub(crate) fn fingerprint(&self) -> u64 {
        let Quotation { text, attribution, last, others, inner, lines: _, turns: _, range: _, places: _, images: _ } =
            self;
        let mut hash = Xxh3::new();
        (text, attribution, last, others, inner).hash(&mut hash);
        hash.finish()
    }

    /// Hash (XXH3) of its normalized words and its attribution.
    pub(crate) fn hash(&self) -> u64 {
        let mut text = Normalized::of(&self.text).as_str().to_owned();
        if let Some(name) = &self.attribution {
            text.push('\n');
            text.push_str(Normalized::of(name).as_str());
        }
        xxh3_64(text.as_bytes())
    }

    /// The same with its last line as the attribution, where that begins with a dash; it must be known to name a speaker.
    #[must_use]
    pub(crate) fn attributed(mut self) -> Quotation {
        let line = &self.text[self.last.clone()];
        if let Some(name) = without_dash(line).map(str::to_owned) {
            // Blanked rather than removed, so that offsets stay valid.
            self.text.replace_range(self.last.clone(), &" ".repeat(self.last.len()));
            self.attribution = Some(name);
        }
        self
    }

    /// The hash as it was taken while image descriptions counted as words; nothing where there are none. Quotations that were
    /// locked then may still have it.
    pub(crate) fn hash_with_images(&self) -> Option<u64> {
        if self.images.is_empty() {
            return None;
        }
        let (mut text, mut at) = (String::with_capacity(self.text.len()), 0);
        // Of a line that says whose words they are, nothing counted.
        let counted = |place: usize| self.attribution.is_none() || !(self.last.start..=self.last.end).contains(&place);
        for (place, description) in self.images.iter().filter(|(place, _)| counted(*place)) {
            text.push_str(&self.text[at..*place]);
            text.push_str(description);
            at = *place;
        }
        text.push_str(&self.text[at..]);
        Some(Quotation { text, attribution: self.attribution.clone(), ..Quotation::default() }.hash())
    }

    /// The quotation of this number as its statement has it: `attributed` says for each whose words it has by its last
    /// line; it is empty where none has such a line.
    pub(super) fn read_as(self, number: usize, attributed: &[Option<u32>]) -> Quotation {
        if attributed.get(number).is_some_and(Option::is_some) { self.attributed() } else { self }
    }

    /// Hash (XXH3) as it was taken up to version 1 of `chronicle.lock`, where any last line that began with a dash was an
    /// attribution, whomever it named and wherever in the quotation it stood; nothing where that makes no difference.
    pub(crate) fn hash_before(&self) -> Option<u64> {
        let line = self.text[self.last.clone()].trim();
        let is_dashed = line.starts_with(['—', '–']) || line.starts_with("--");
        let name = line.trim_start_matches(['—', '–', '-']).trim();
        if !is_dashed || name.is_empty() {
            return None;
        }
        let mut before = self.clone();
        before.attribution = Some(name.to_owned());
        before.text.replace_range(self.last.clone(), &" ".repeat(self.last.len()));
        Some(before.hash())
    }

    /// Whether there are words of the speaker's own in it, and not only in quotations within it.
    pub(crate) fn has_own_words(&self) -> bool {
        self.paragraphs().any(|(_, is_inner)| !is_inner)
    }

    /// Whether it has nothing to compare with a source: no letter or digit outside of raw HTML and brackets, which hold the
    /// editors' words.
    pub(crate) fn is_empty(&self) -> bool {
        if self.others.is_empty() {
            return !has_words(&self.text);
        }
        let (mut words, mut end) = (String::with_capacity(self.text.len()), 0);
        for other in &self.others {
            words.push_str(&self.text[end..other.start]);
            end = other.end;
        }
        words.push_str(&self.text[end..]);
        !has_words(&words)
    }
}

/// Whether HTML is exactly one comment, which is not shown and not part of the words.
pub(crate) fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.len() >= 7 && html.find("-->") == Some(html.len() - 3)
}

/// Brackets in which words of the editors stand.
const BRACKETS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('〔', '〕'), ('［', '］')];

/// Brackets in which speakers' words stand as well.
const PARENTHESES: [(char, char); 2] = [('(', ')'), ('（', '）')];

/// The longest stage direction in letters: `(Laughter and applause.)`.
const DIRECTION: usize = 40;

/// Whether there are letters or digits outside brackets; nothing but a stage direction in parentheses are no words.
fn has_words(text: &str) -> bool {
    let mut rest = text;
    loop {
        let is_first = |letter: char| {
            letter.is_alphanumeric() || BRACKETS.iter().chain(&PARENTHESES).any(|(open, _)| *open == letter)
        };
        let Some(first) = rest.find(is_first) else { return false };
        let letter = rest[first..].chars().next().unwrap_or_default();
        let inner = &rest[first + letter.len_utf8()..];
        let close = |pairs: &[(char, char)]| pairs.iter().find(|(open, _)| *open == letter).map(|(_, close)| *close);
        rest = if let Some(close) = close(&BRACKETS) {
            inner.split_once(close).map_or(inner, |(_, after)| after)
        } else if let Some(close) = close(&PARENTHESES) {
            match inner.split_once(close) {
                Some((direction, after)) if direction.chars().take(DIRECTION + 1).count() <= DIRECTION => after,
                _ => inner,
            }
        } else {
            return true;
        };
    }
}

/// The outermost block quotations of a Markdown text, in order. `attributed` says for each whose words it has by its last
/// line `— Name`; it is empty where none has such a line.
pub fn quotations(text: &str, attributed: &[Option<u32>]) -> Vec<Quotation> {
    let mut collector = Collector::of(text);
    let events = Parser::new_ext(text, markdown()).into_offset_iter();
    let found = events.filter_map(|(event, range)| collector.take(&event, &range));
    found.enumerate().map(|(number, quotation)| quotation.read_as(number, attributed)).collect()
}

#[cfg(test)]
mod tests {
    use super::{LinePosition, in_text, quotations};

    /// Whose words they are is not asked here: every quotation is that of the first speaker.
    const ATTRIBUTED: &[Option<u32>] = &[Some(0), Some(0)];

    fn in_page(text: &str) -> Vec<(super::Quotation, super::InText)> {
        let events: Vec<_> = super::Parser::new_ext(text, super::markdown()).into_offset_iter().collect();
        in_text(text, &events, ATTRIBUTED)
    }

    fn texts(markdown: &str) -> Vec<String> {
        let found = quotations(markdown, ATTRIBUTED).into_iter();
        found.map(|quotation| quotation.text.trim_end().to_owned()).collect()
    }

    fn lines(markdown: &str) -> Vec<(String, LinePosition)> {
        let found = quotations(markdown, &[]).into_iter().flat_map(|quotation| quotation.lines);
        found.map(|line| (line.name, line.place)).collect()
    }

    #[test]
    fn lines_that_may_name_a_speaker() {
        let of = |markdown: &str, expected: &[(&str, LinePosition)]| {
            let expected: Vec<_> = expected.iter().map(|(name, place)| ((*name).to_owned(), *place)).collect();
            assert_eq!(lines(markdown), expected, "{markdown}");
        };
        of("> Yes.\n> — Ann Lee\n", &[("Ann Lee", LinePosition::Last)]);
        of("> Yes.\n>\n> -- **Ann** [Lee](x.md)[^1]\n", &[("Ann Lee[^1]", LinePosition::Last)]);
        of("> Yes.\n> **― Ann Lee**\n", &[("Ann Lee", LinePosition::Last)]);
        of("> — Yes.\n> — No.\n", &[("Yes.", LinePosition::Within), ("No.", LinePosition::Last)]);
        of("> Yes.\n> — Ann\n>\n> No.\n", &[("Ann", LinePosition::Within)]);
        of("> Yes.\n> — Ann\n>\n> ***\n", &[("Ann", LinePosition::Within)]);
        of("> Yes.\n>\n> > No.\n> > — Ann\n", &[("Ann", LinePosition::Deeper)]);
        of("> Yes. — Ann\n", &[("Ann", LinePosition::Inline)]);
        of("> Peace — that is all.\n", &[]);
        of("> Yes.\n> — Ann\n> Lee\n", &[("Ann", LinePosition::Within), ("Ann Lee", LinePosition::Broken)]);
        of("> Yes.\n> — Ann\n> Lee\n>\n> No.\n", &[("Ann", LinePosition::Within)]);
        of("> Yes.\n> - Bo\n> - Ann\n", &[("Ann", LinePosition::Item)]);
        of("> Yes.\n>\n> - Bo\n>\n> - Ann\n", &[("Ann", LinePosition::Item)]);
        of("> Yes.\n> -Ann\n", &[("Ann", LinePosition::Item)]);
        of("> Yes.\n> - Ann\n>\n> No.\n", &[]);
        of("> Yes.\n> &mdash; Ann\n", &[]);
        of("> Yes.\n> \\-- Ann\n", &[]);
        of("- > Yes.\n  > — Ann\n", &[("Ann", LinePosition::Last)]);
        of("> Yes.\n— Ann\n", &[("Ann", LinePosition::Last)]);
    }

    #[test]
    fn what_has_no_words() {
        let is_empty = |markdown: &str| quotations(markdown, &[])[0].is_empty();
        for empty in [
            ">",
            "> …",
            "> [^1]\n\n[^1]: Note.",
            "> ![a picture](/a.png)",
            "> <!-- no -->",
            "> [sic]",
            "> 👍 !",
            "> ***",
            "> (inaudible)",
            "> (Laughter.) *(Applause.)*",
            "> 【掌声】",
            "> （掌声）",
            "> (Аплодисменты.)",
            "> [Applause] (inaudible)",
            "> (تصفيق)",
        ] {
            assert!(is_empty(empty), "{empty}");
        }
        for other in [
            "> No",
            "> 5",
            "> [W]e agree",
            "> [open",
            "> ![a](/a.png) word",
            "> 好",
            "> [a] b",
            "> ¿Sí?",
            "> (a) b",
            "> (we",
            "> 【注】好",
            "> (That is what we said then, and it is what we say today.)",
        ] {
            assert!(!is_empty(other), "{other}");
        }
    }

    #[test]
    fn what_was_published_before() {
        let before = |markdown: &str| quotations(markdown, &[])[0].hash_before();
        let apart = |markdown: &str| quotations(markdown, ATTRIBUTED)[0].hash();
        let text = "> Yes.\n> — Ann Lee\n";
        assert_eq!(before(text), Some(apart(text)));
        assert_eq!(before("> Yes.\n"), None);
        assert_ne!(before("> Yes.\n> > No.\n> > — Ann\n"), None, "who was quoted in it was taken for its speaker");
    }

    #[test]
    fn words_without_markup_and_attribution() {
        assert_eq!(
            texts("Said:\n\n> We *agree*\n> on it.\n>\n> And more.\n\nThen\n\n> No.\n"),
            ["We agree on it.\nAnd more.", "No."]
        );
        assert_eq!(texts("> We agree.\n> — Ann Lee\n"), ["We agree."]);
        assert_eq!(texts("> We agree.\n>\n> -- ann of Lee\n"), ["We agree."]);
        assert_eq!(texts("> Peace — that is all.\n"), ["Peace — that is all."]);
        assert_eq!(texts("> A says:\n>\n> > Peace.\n> > — B\n"), ["A says:\nPeace."]);
        assert_eq!(quotations("> قال.\n> — محمد\n", ATTRIBUTED)[0].attribution.as_deref(), Some("محمد"));
    }

    #[test]
    fn words_that_a_speaker_quotes_are_told_apart() {
        let paragraphs = |markdown: &str| -> Vec<(String, bool)> {
            let found = quotations(markdown, &[]);
            found[0].paragraphs().map(|(text, is_inner)| (text.to_owned(), is_inner)).collect()
        };
        let of = |text: &str, is_inner: bool| (text.to_owned(), is_inner);
        assert_eq!(paragraphs("> We *agree*.\n>\n> And more.\n"), [of("We agree.", false), of("And more.", false)]);
        assert_eq!(
            paragraphs("> B says:\n>\n> > Peace.\n> >\n> > > Now.\n> >\n> > — B\n>\n> No.\n>\n> > Yes.\n"),
            [
                of("B says:", false),
                of("Peace.", true),
                of("Now.", true),
                of("— B", true),
                of("No.", false),
                of("Yes.", true)
            ]
        );
        assert_eq!(paragraphs("> > Peace.\n"), [of("Peace.", true)]);
    }

    #[test]
    fn what_stands_beside_a_quotation() {
        let found = in_page(
            "# A \"word\"\n\nHe[^1]  said:\n\n> We *agree*\n> ...\n>\n> On it.\n> — Ann\n\nAnd\n\n> No.\n\n[^1]: Ann.\n",
        );
        let [(_, one), (second, other)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            (&*one.prefix, &*one.exact, &*one.suffix),
            ("A \"word\" He said: ", "We agree ... On it.", " And No. ")
        );
        assert_eq!((&*other.prefix, &*other.exact), ("e said: We agree ... On it. And ", "No."));
        assert_eq!(second.text.trim_end(), "No.");
    }

    #[test]
    fn who_is_quoted_belongs_to_the_words() {
        let hash = |markdown: &str| quotations(markdown, ATTRIBUTED)[0].hash();
        assert_eq!(hash("> “We agree.”\n"), hash("> \"We\n> agree.\"\n"));
        assert_ne!(hash("> We agree.\n> — Ann\n"), hash("> We agree.\n> — Bo\n"));
        assert_ne!(hash("> We agree.\n> — Ann\n"), hash("> We agree.\n"));
    }

    #[test]
    fn places_lead_back() {
        let markdown = "Said:\n\n> We *agree*\n> on it.\n";
        let found = quotations(markdown, &[]);
        let at = found[0].text.find("on it").unwrap();
        assert!(markdown[found[0].place(at)..].starts_with("on it"));
    }
}
