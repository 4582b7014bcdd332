//! The topics as a thesaurus (SKOS, W3C 2009) in Turtle.

use std::fmt::Write as _;

use crate::address::Address;
use crate::chronicle::{Subject, TopicId};
use crate::entry::shape::Text;
use crate::pages::PageBuilder;

/// The thesaurus: its scheme is the page of all topics, each concept the page of a topic.
pub(super) fn turtle(builder: &PageBuilder<'_>) -> String {
    let scheme = iri(&builder.url(&Address::page(["topics"])));
    let language = builder.config.language.as_str();
    let mut text = format!(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n{scheme} a skos:ConceptScheme ;\n  \
         skos:prefLabel {} .\n",
        literal(&format!("{} — {}", builder.config.title.as_str(), builder.messages.title("topics")), language)
    );
    for id in builder.chronicle.topics().filter(|id| builder.chronicle.has_page(Subject::Topic(*id))) {
        concept(builder, id, &scheme, &mut text);
    }
    text
}

fn concept(builder: &PageBuilder<'_>, id: TopicId, scheme: &str, text: &mut String) {
    let of = builder.chronicle.get(id);
    let (fields, language) = (&of.entry.fields, builder.config.language.as_str());
    let page = |topic: TopicId| iri(&builder.url(&builder.chronicle.subject_address(Subject::Topic(topic))));
    let mut properties = vec![format!("skos:inScheme {scheme}")];
    let mut say = |property: &str, values: Vec<String>| {
        properties.extend((!values.is_empty()).then(|| format!("skos:{property} {}", values.join(", "))));
    };
    let words = |texts: &[Text]| texts.iter().map(|text| literal(text.as_str(), language)).collect();
    let linked = |topics: &[TopicId]| {
        topics.iter().copied().filter(|topic| builder.chronicle.has_page(Subject::Topic(*topic))).map(page).collect()
    };
    say("prefLabel", words(std::slice::from_ref(&fields.label)));
    say("altLabel", words(fields.alt.as_slice()));
    say("hiddenLabel", words(fields.hidden.as_slice()));
    say("scopeNote", words(fields.scope.as_slice()));
    say("broader", linked(&of.broader));
    say("narrower", linked(&of.narrower));
    say("related", linked(&of.related));
    say("exactMatch", fields.matches.as_slice().iter().map(|address| iri(address.as_str())).collect());
    if of.broader.is_empty() {
        say("topConceptOf", vec![scheme.to_owned()]);
    }
    // Writing to a text does not fail.
    let _ = write!(text, "\n{} a skos:Concept ;\n  {} .\n", page(id), properties.join(" ;\n  "));
}

/// An address between angle brackets. What may not stand in one is percent-encoded.
fn iri(address: &str) -> String {
    let mut text = "<".to_owned();
    for letter in address.chars() {
        match letter {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                // Writing to a text does not fail.
                let _ = write!(text, "%{:02X}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text + ">"
}

/// A text in a language.
fn literal(words: &str, language: &str) -> String {
    let mut text = "\"".to_owned();
    for letter in words.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            letter => text.push(letter),
        }
    }
    text + "\"@" + language
}

#[cfg(test)]
mod tests {
    use super::{iri, literal};

    #[test]
    fn nothing_ends_what_it_stands_in() {
        assert_eq!(iri("https://example.org/a> .\n<b\\"), "<https://example.org/a%3E%20.%0A%3Cb%5C>");
        assert_eq!(literal("a \"b\" \\ c\nd", "en"), "\"a \\\"b\\\" \\\\ c\\nd\"@en");
    }
}
