//! The words of each language that say nothing of what a text is about.

/// Those of a language, as they are written.
pub(super) fn words(language: &str) -> impl Iterator<Item = &'static str> {
    let text = match language {
        "ar" => include_str!("stop-ar.txt"),
        "cs" => include_str!("stop-cs.txt"),
        "da" => include_str!("stop-da.txt"),
        "de" => include_str!("stop-de.txt"),
        "el" => include_str!("stop-el.txt"),
        "en" => include_str!("stop-en.txt"),
        "es" => include_str!("stop-es.txt"),
        "fa" => include_str!("stop-fa.txt"),
        "fi" => include_str!("stop-fi.txt"),
        "fr" => include_str!("stop-fr.txt"),
        "hi" => include_str!("stop-hi.txt"),
        "hu" => include_str!("stop-hu.txt"),
        "id" => include_str!("stop-id.txt"),
        "it" => include_str!("stop-it.txt"),
        "nl" => include_str!("stop-nl.txt"),
        "no" => include_str!("stop-no.txt"),
        "pl" => include_str!("stop-pl.txt"),
        "pt" => include_str!("stop-pt.txt"),
        "ro" => include_str!("stop-ro.txt"),
        "ru" => include_str!("stop-ru.txt"),
        "sr" => include_str!("stop-sr.txt"),
        "sv" => include_str!("stop-sv.txt"),
        "tr" => include_str!("stop-tr.txt"),
        "uk" => include_str!("stop-uk.txt"),
        _ => "",
    };
    text.split_ascii_whitespace()
}
