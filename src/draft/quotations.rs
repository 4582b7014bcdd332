//! The passages of a report that stand between quotation marks.

/// A passage in the speaker's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Its words, a paragraph each; white space folded, without the marks.
    pub(super) paragraphs: Vec<String>,
    /// The paragraph of the report it begins in.
    pub(super) within: usize,
    /// What stands before it in its sentence.
    pub(super) before: String,
}

/// Fewer words are a term or a name, not a passage.
const SHORTEST: usize = 4;

/// Opening marks, each with those that close it.
const MARKS: [(char, &[char]); 4] = [('"', &['"']), ('“', &['”', '"']), ('„', &['“', '”', '"']), ('«', &['»'])];

/// The passages in a report's paragraphs, in order. One that is still open at the end of its paragraph goes on in the
/// next if that begins with a mark again, as is the custom of the press.
pub(super) fn passages(paragraphs: &[&str]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut open: Option<Passage> = None;
    for (within, paragraph) in paragraphs.iter().enumerate() {
        let mut rest = *paragraph;
        if let Some(mut passage) = open.take() {
            match opening(rest, None).filter(|(at, ..)| rest[..*at].trim().is_empty()) {
                Some((_, inner, closing)) => match close(&rest[inner..], closing) {
                    Some((words, after)) => {
                        passage.paragraphs.push(folded(words));
                        passages.push(passage);
                        rest = after;
                    }
                    None => {
                        passage.paragraphs.push(folded(&rest[inner..]));
                        open = Some(passage);
                        continue;
                    }
                },
                None => passages.push(passage),
            }
        }
        let mut before = None;
        while let Some((at, inner, closing)) = opening(rest, before) {
            let sentence = sentence_before(&paragraph[..offset(paragraph, rest) + at]);
            let passage = |words: &str| Passage { paragraphs: vec![folded(words)], within, before: folded(sentence) };
            match close(&rest[inner..], closing) {
                Some((words, after)) => {
                    passages.push(passage(words));
                    before = rest[..offset(rest, after)].chars().next_back();
                    rest = after;
                }
                None => {
                    open = Some(passage(&rest[inner..]));
                    break;
                }
            }
        }
    }
    passages.extend(open);
    passages.retain(|passage| passage.paragraphs.join(" ").split_whitespace().count() >= SHORTEST);
    let mut passages: Vec<Passage> = passages.into_iter().flat_map(without_attribution).collect();
    for passage in &mut passages {
        // The comma before a closing mark belongs to the reporter's sentence.
        if let Some(last) = passage.paragraphs.last_mut() {
            last.truncate(last.trim_end_matches([',', ' ']).len());
        }
    }
    passages
}

/// Verbs of saying, without their ends, as the Russian press puts them within the marks.
const SAID: [&str; 16] = [
    "сказал",
    "заявил",
    "отметил",
    "подчеркнул",
    "добавил",
    "пояснил",
    "указал",
    "продолжил",
    "считает",
    "уверен",
    "признал",
    "напомнил",
    "сообщил",
    "уточнил",
    "констатировал",
    "резюмировал",
];

/// The parts of a passage between what the reporter says within the marks: `«Words, — сказал он. — More words»`.
fn without_attribution(passage: Passage) -> Vec<Passage> {
    let Some(last) = passage.paragraphs.last() else { return vec![passage] };
    let mut reports = reports(last);
    let (mut parts, mut start) = (Vec::new(), 0);
    loop {
        // What begins with a long dash comes first, wherever it stands.
        let next = reports.iter_mut().find_map(|reports| {
            while reports.next_if(|(at, _)| *at < start).is_some() {}
            reports.next()
        });
        let Some((at, end)) = next else {
            parts.push(&last[start..]);
            break;
        };
        parts.push(&last[start..at]);
        let rest = end.map_or("", |end| last[end..].trim_start_matches([' ', '—', '–', '-']));
        if rest.is_empty() {
            break;
        }
        start = last.len() - rest.len();
    }
    if let [_] = parts.as_slice()
        && parts[0].len() == last.len()
    {
        return vec![passage];
    }
    let mut parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
    let more = parts.split_off(1);
    let within = passage.within;
    let mut first = passage;
    first.paragraphs.pop();
    first.paragraphs.extend(parts);
    let more = more.into_iter().map(|words| Passage { paragraphs: vec![words], within, before: String::new() });
    std::iter::once(first).chain(more).collect()
}

/// What the reporter says: where it begins, and the dash that ends it.
type Reports = std::iter::Peekable<std::vec::IntoIter<(usize, Option<usize>)>>;

/// Where the reporter speaks in some words, by the dash before it.
fn reports(words: &str) -> [Reports; 3] {
    const DASHES: [&str; 3] = [" — ", " – ", " - "];
    let mut all: Vec<usize> = DASHES.iter().flat_map(|dash| words.match_indices(dash).map(|(at, _)| at)).collect();
    all.sort_unstable();
    DASHES.map(|dash| {
        let report = |(at, dash): (usize, &str)| {
            let start = at + dash.len();
            let end = all.get(all.partition_point(|end| *end <= start)).copied();
            let said = &words[start..end.unwrap_or(words.len())];
            let is_closed =
                words[..at].ends_with([',', '!', '?', '…']) && (end.is_none() || said.ends_with(['.', ',']));
            let is_short = said.split(' ').take(13).count() <= 12 && said.starts_with(char::is_lowercase);
            let has_verb = || said.split(' ').any(|word| SAID.iter().any(|verb| word.starts_with(verb)));
            (is_closed && is_short && has_verb()).then_some((at, end))
        };
        words.match_indices(dash).filter_map(report).collect::<Vec<_>>().into_iter().peekable()
    })
}

/// The next opening mark: where it stands, where the words begin, and what closes them. `before` is the character
/// before the text, where it is not the start of a paragraph.
fn opening(text: &str, before: Option<char>) -> Option<(usize, usize, &'static [char])> {
    let mut last = before;
    for (at, c) in text.char_indices() {
        let mark = MARKS.iter().find(|(mark, _)| *mark == c);
        // A straight mark opens only where a word could begin.
        let can_open = c != '"' || last.is_none_or(|last| last.is_whitespace() || "([{—–-/".contains(last));
        if let Some((_, closing)) = mark.filter(|_| can_open) {
            return Some((at, at + c.len_utf8(), closing));
        }
        last = Some(c);
    }
    None
}

/// The words up to the closing mark, and what follows it.
fn close<'a>(text: &'a str, closing: &[char]) -> Option<(&'a str, &'a str)> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if closing.contains(&c) && depth == 0 {
            return Some((&text[..at], &text[at + c.len_utf8()..]));
        }
        // The same kind of mark within the words has an end of its own; straight marks look alike.
        match c {
            '“' | '„' | '«' => depth += 1,
            '”' | '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Where `part` begins in `whole`, of which it is a part.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

/// What a text has after its last full stop; of a text without one, the end.
fn sentence_before(text: &str) -> &str {
    /// No sentence that helps anybody to write a lead is longer, in bytes.
    const LONGEST: usize = 1000;
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    let ends = |(at, c): (usize, char)| {
        let after = &text[at + c.len_utf8()..];
        ".!?"
            .contains(c)
            .then(|| after.trim_start_matches(['"', '”', '»', '.', '!', '?']))
            .filter(|after| after.is_empty() || after.starts_with(char::is_whitespace))
    };
    text.char_indices().rev().find_map(ends).unwrap_or(text)
}

pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::passages;

    fn words(paragraphs: &[&str]) -> Vec<String> {
        passages(paragraphs).into_iter().map(|passage| passage.paragraphs.join(" ¶ ")).collect()
    }

    #[test]
    fn passages_of_a_report() {
        let text =
            "Peace \"must come first for all,\" he said. \"Nobody wants a war.\" The \"so-called peace\" is over.";
        assert_eq!(words(&[text]), ["must come first for all", "Nobody wants a war."]);
        assert_eq!(words(&["He said: “We have ‘no’ “other” way, none”."]), ["We have ‘no’ “other” way, none"]);
        assert_eq!(words(&["Он сказал: «Мы за мир во всём мире»."]), ["Мы за мир во всём мире"]);
        assert_eq!(words(&["„Wir wollen den Frieden jetzt“, sagte er."]), ["Wir wollen den Frieden jetzt"]);
        assert_eq!(words(&["(\"we are all here now\")"]), ["we are all here now"]);
        assert_eq!(words(&["a 5\" gun and a 6\" gun are two guns"]), Vec::<String>::new());
    }

    #[test]
    fn what_the_reporter_says_within_the_marks_is_left_out() {
        let text = "«Мы готовы к этим переговорам, — сказал он. — Условия известны», — «и мы за мир во всём мире, – отметил министр»";
        assert_eq!(words(&[text]), ["Мы готовы к этим переговорам", "Условия известны", "и мы за мир во всём мире"]);
        assert_eq!(words(&["«Мы за мир, — и это главное. — Так было»"]), ["Мы за мир, — и это главное. — Так было"]);
    }

    #[test]
    fn a_passage_of_several_paragraphs() {
        let text = ["\"First we speak of this.", "\"Then we speak of that.\" He left.", "\"And then we came home."];
        assert_eq!(words(&text), ["First we speak of this. ¶ Then we speak of that.", "And then we came home."]);
        assert_eq!(words(&["\"First we speak of this.", "He left."]), ["First we speak of this."]);
    }

    #[test]
    fn what_stands_before() {
        let found =
            passages(&["It rained. Russia \"along with its many friends\" agrees. \"We are all of one mind.\""]);
        assert_eq!(found[0].before, "Russia");
        assert_eq!(found[1].before, "");
    }
}
