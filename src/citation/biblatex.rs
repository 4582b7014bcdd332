//! References in the format of BibLaTeX, for Biber: types and fields of its data model, UTF-8, dates in EDTF.

use std::borrow::Cow;
use std::fmt::Write;

use super::line::line;
use super::name::without_commas;
use super::{Citation, ItemType, Name};
use crate::entry::date::Date;

/// An entry.
pub(super) fn reference(citation: &Citation<'_>) -> String {
    let item_type = citation.item_type();
    let mut out = String::with_capacity(1024);
    let _ = writeln!(out, "@{}{{{},", entry_type(citation), citation.id);
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        }
    };
    add("author", &names(&citation.speakers));
    add("translator", &citation.translator.map(whole).unwrap_or_default());
    // Braces within keep capital letters in styles that have few.
    add("title", &format!("{{{}}}", text(citation.title)));
    if !item_type.has_publication() {
        add("type", &text(&citation.genre));
    }
    let texts = |values: &[Option<&str>]| {
        let texts: Vec<_> = values.iter().flatten().map(|value| text(value)).collect();
        texts.join(", ")
    };
    let (event, place) = (citation.event, citation.place);
    match item_type {
        ItemType::Presentation | ItemType::Interview | ItemType::Hearing => {
            add("eventtitle", &texts(&[event]));
            add("eventtitleaddon", &texts(&[citation.host]));
            add("venue", &texts(&[place]));
            add("howpublished", &text(citation.chronicle));
        }
        ItemType::NewspaperArticle if citation.publication().is_some() => {
            add("journaltitle", &texts(&[citation.publication()]));
            add("entrysubtype", "newspaper");
            add("titleaddon", &texts(&[event, place]));
            add("addendum", &text(citation.chronicle));
        }
        ItemType::NewspaperArticle | ItemType::ForumPost => {
            add("organization", &texts(&[citation.publication()]));
            add("titleaddon", &texts(&[event, place]));
            add("addendum", &text(citation.chronicle));
        }
        ItemType::Letter => {
            add("titleaddon", &texts(&[event]));
            add("location", &texts(&[place]));
            add("howpublished", &text(citation.chronicle));
        }
    }
    match date(&citation.date) {
        Some(date) => add("date", &date),
        None => add("year", &text(&citation.date_in_words)),
    }
    add("url", &verbatim(&citation.url));
    add("langid", langid(citation.language));
    add("keywords", &keywords(&citation.topics));
    add("abstract", &citation.summary.map(text).unwrap_or_default());
    add("note", &citation.withdrawn.as_deref().map(text).unwrap_or_default());
    // Biber knows this name of the field, too, and Zotero only this one.
    add("annote", &citation.notes.iter().map(|note| text(note)).collect::<Vec<_>>().join(" "));
    out.push_str("}\n");
    out
}

fn entry_type(citation: &Citation<'_>) -> &'static str {
    match citation.item_type() {
        // Of what was said aloud; the only type with an occasion that is no book of proceedings.
        ItemType::Presentation | ItemType::Interview | ItemType::Hearing => "unpublished",
        ItemType::NewspaperArticle if citation.publication().is_some() => "article",
        ItemType::NewspaperArticle | ItemType::ForumPost => "online",
        ItemType::Letter => "misc",
    }
}

/// A list of names.
fn names(names: &[Name<'_>]) -> String {
    let name = |name: &Name<'_>| match name {
        Name::Parts { family, given, .. } => format!("{}, {}", part(family), part(given)),
        Name::Whole(name) => whole(name),
    };
    names.iter().map(name).collect::<Vec<_>>().join(" and ")
}

/// A part of a name, which neither a comma nor the word between names divides.
fn part(part: &str) -> String {
    let part = without_commas(part);
    let has_and = part.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if has_and { format!("{{{}}}", text(&part)) } else { text(&part) }
}

/// A name that nothing divides.
fn whole(name: &str) -> String {
    format!("{{{}}}", text(name))
}

/// A text as TeX prints it: on one line, without its special characters. Braces are counted wherever they stand, so that even
/// those with a backslash would not do.
fn text(value: &str) -> String {
    let value = line(value);
    let mut out = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}

/// A value that is read as it stands.
fn verbatim(url: &str) -> Cow<'_, str> {
    if !url.contains(['{', '}', '\\', ' ']) {
        return line(url);
    }
    let encoded = url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20");
    line(&encoded).into_owned().into()
}

/// Keywords are divided by commas, and in Zotero by semicolons.
fn keywords(topics: &[&str]) -> String {
    topics.iter().map(|topic| text(&without_commas(topic).replace(';', ""))).collect::<Vec<_>>().join(", ")
}

/// The date in EDTF, as Biber reads it: without months and days that are not known, which Zotero would take for numbers, and of an
/// interval without seasons. `None` where an end of one has no year.
fn date(date: &Date) -> Option<String> {
    let written = date.to_string();
    if date.is_interval() || written.contains("-X") { date.iso_with_doubt() } else { Some(written) }
}

/// What Babel calls a language; nothing where it has no name here, since a tag is none.
fn langid(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or(tag);
    LANGUAGES.iter().find(|(known, _)| *known == primary).map_or("", |(_, name)| name)
}

const LANGUAGES: [(&str, &str); 53] = [
    ("ar", "arabic"),
    ("az", "azerbaijani"),
    ("be", "belarusian"),
    ("bg", "bulgarian"),
    ("bs", "bosnian"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("eu", "basque"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("ga", "irish"),
    ("gl", "galician"),
    ("he", "hebrew"),
    ("hi", "hindi"),
    ("hr", "croatian"),
    ("hu", "hungarian"),
    ("hy", "armenian"),
    ("id", "indonesian"),
    ("is", "icelandic"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("ka", "georgian"),
    ("ko", "korean"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("mk", "macedonian"),
    ("ms", "malay"),
    ("nb", "norsk"),
    ("nl", "dutch"),
    ("nn", "nynorsk"),
    ("no", "norsk"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sk", "slovak"),
    ("sl", "slovenian"),
    ("sq", "albanian"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("th", "thai"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
    ("ur", "urdu"),
    ("vi", "vietnamese"),
    ("zh", "chinese"),
];

#[cfg(test)]
mod tests {
    use crate::citation::sample;
    use crate::citation::{Citation, Name};
    use crate::entry::statement::Kind;

    #[test]
    fn a_reference_has_what_the_record_says() {
        let expected = r"@unpublished{2006-02-02-on-trade,
  author = {von der Leyen, Ursula and {Ministry of Foreign Affairs, Trade, and Aid}},
  translator = {{The embassy}},
  title = {{On \textbraceleft{}trade\textbraceright{} \& more: 50\% \textbackslash{} of \$1\_000\#\textasciitilde{}\textasciicircum{}}},
  type = {Press conference},
  eventtitle = {Press conference after talks},
  venue = {Moscow},
  howpublished = {The Chronicle},
  date = {2006-02-02},
  url = {https://example.org/statements/2006-02-02-on-trade/},
  langid = {english},
  keywords = {Trade, Energy},
  abstract = {What was said.},
  note = {Withdrawn: 3 May 2020. Not authentic.},
  annote = {Reported by TASS; not a transcript.},
}
";
        assert_eq!(super::reference(&sample::citation()), expected);
    }

    #[test]
    fn a_language_has_the_name_that_babel_knows_or_none() {
        for (tag, name) in [("pt-BR", "portuguese"), ("zh-Hans", "chinese"), ("th", "thai"), ("kk", ""), ("ckb", "")] {
            assert_eq!(super::langid(tag), name, "{tag}");
        }
    }

    #[test]
    fn no_text_ends_its_value() {
        let hostile = "} , } @book{x, title = {\\} \n }{ \" and % \\input{/etc/passwd} ~^#&$_";
        let citation = Citation {
            title: hostile,
            speakers: vec![
                Name::Whole(hostile.into()),
                Name::Parts { family: hostile, given: hostile, printed: hostile },
            ],
            translator: Some(hostile),
            event: Some(hostile),
            place: Some(hostile),
            topics: vec![hostile],
            summary: Some(hostile),
            url: hostile.into(),
            ..sample::citation()
        };
        for kind in Kind::ALL {
            let entry = super::reference(&Citation { kind: *kind, ..citation.clone() });
            let mut depth = 0_i32;
            for line in entry.lines() {
                // Every line but the first and the last is a whole field.
                let change = |letter: char| i32::from(letter == '{') - i32::from(letter == '}');
                depth += line.chars().map(change).sum::<i32>();
                assert_eq!(depth, i32::from(line != "}"), "{line}");
            }
            let commands =
                entry.split('\\').skip(1).map(|rest| rest.split(|letter: char| !letter.is_ascii_alphabetic()).next());
            let known = ["", "textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum"];
            assert!(commands.into_iter().all(|command| command.is_none_or(|name| known.contains(&name))), "{entry}");
        }
    }

    #[test]
    fn dates_are_as_biber_reads_them() {
        for (written, expected) in [
            ("2006-02-02", "  date = {2006-02-02},"),
            ("2006-02-XX", "  date = {2006-02},"),
            ("2006-XX-XX", "  date = {2006},"),
            ("2006~", "  date = {2006~},"),
            ("200X", "  date = {200X},"),
            ("2006-21", "  date = {2006-21},"),
            ("2006-02-01/2006-02-03", "  date = {2006-02-01/2006-02-03},"),
            ("2006?/..", "  date = {2006?/..},"),
            ("200X/2010", "  year = {in words},"),
        ] {
            let date = written.parse().expect("a date");
            let citation = Citation { date, date_in_words: "in words".into(), ..sample::citation() };
            assert!(super::reference(&citation).lines().any(|line| line == expected), "{written}");
        }
    }

    #[test]
    fn the_type_is_that_of_the_kind() {
        let first = |kind: Kind, publisher: Option<&'static str>| {
            let entry = super::reference(&Citation { kind, publisher, ..sample::citation() });
            entry.lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(first(Kind::Article, Some("TASS")), "@article{2006-02-02-on-trade,");
        assert_eq!(first(Kind::Article, None), "@online{2006-02-02-on-trade,");
        assert_eq!(first(Kind::Post, None), "@online{2006-02-02-on-trade,");
        assert_eq!(first(Kind::Letter, None), "@misc{2006-02-02-on-trade,");
        assert_eq!(first(Kind::Parliament, None), "@unpublished{2006-02-02-on-trade,");
    }
}
