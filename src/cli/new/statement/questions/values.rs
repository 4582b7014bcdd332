//! Questions whose answers name no record of the chronicle.

use super::super::Arguments;
use crate::address::is_web_url;
use crate::cli::new::ask::Ask;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::statement::{self, Fidelity};

pub(super) fn title(terminal: &mut dyn Ask) -> Result<String, String> {
    loop {
        let answer = terminal.line("A neutral headline, in your own words", &[])?;
        match answer.chars().count() {
            0 => terminal.tell("a statement needs a headline"),
            1..=120 => return Ok(answer),
            length => terminal.tell(&format!("it has {length} characters, at most 120 fit a headline: shorten it")),
        }
    }
}

pub(super) fn fidelity(terminal: &mut dyn Ask) -> Result<Fidelity, String> {
    let words: Vec<String> = Fidelity::ALL.iter().map(|value| value.word().to_owned()).collect();
    loop {
        let answer = terminal.line(&format!("What kind of record is it ({})", words.join(", ")), &words)?;
        match Fidelity::from_word(&answer) {
            Some(fidelity) => return Ok(fidelity),
            None => terminal.tell(&format!("`{answer}` is none of them")),
        }
    }
}

pub(super) fn kind(terminal: &mut dyn Ask) -> Result<Option<statement::Kind>, String> {
    let words: Vec<String> = statement::Kind::ALL.iter().map(|value| value.word().to_owned()).collect();
    loop {
        let answer = terminal.line(&format!("Of which kind ({}; may be left empty)", words.join(", ")), &words)?;
        match statement::Kind::from_word(&answer) {
            None if !answer.is_empty() => terminal.tell(&format!("`{answer}` is none of them")),
            kind => return Ok(kind),
        }
    }
}

/// The countries that were spoken about, by their codes or names. What may be one of several is not guessed at.
pub(super) fn countries(terminal: &mut dyn Ask) -> Result<Vec<Country>, String> {
    let mut found: Vec<Country> = Vec::new();
    loop {
        let question = match found.is_empty() {
            true => "Which country was it about, by its code or name (may be left empty)",
            false => "Another country (may be left empty)",
        };
        let answer = terminal.line(question, &[])?;
        if answer.is_empty() {
            return Ok(found);
        }
        let code = answer.to_uppercase();
        match code.parse::<Country>().ok().or_else(|| Country::named(&answer)) {
            Some(country) if found.contains(&country) => {}
            Some(country) => found.push(country),
            None => terminal.tell(&crate::cli::new::country(&answer).err().unwrap_or_default()),
        }
    }
}

pub(super) fn source(arguments: &mut Arguments, known: &[String], terminal: &mut dyn Ask) -> Result<(), String> {
    loop {
        let answer = terminal.line("Address of the source (may be left empty)", &[])?;
        if answer.is_empty() {
            break;
        }
        if is_web_url(&answer) {
            arguments.sources.push(answer);
            if arguments.publisher.is_none() {
                arguments.publisher = optional(terminal, "Who published it (may be left empty)", known)?;
            }
            return Ok(());
        }
        terminal.tell("write it in full: `https://example.org/…`");
    }
    let mut needed = |question: &str, known: &[String]| loop {
        let answer = terminal.line(question, known)?;
        if !answer.is_empty() {
            return Ok::<String, String>(answer);
        }
        terminal.tell("a source without an address needs its title and its publisher");
    };
    if arguments.source_title.is_none() {
        arguments.source_title = Some(needed("Title of the source, as printed", &[])?);
    }
    if arguments.publisher.is_none() {
        arguments.publisher = Some(needed("Who published it", known)?);
    }
    if arguments.published.is_none() {
        arguments.published = published(terminal)?;
    }
    Ok(())
}

fn published(terminal: &mut dyn Ask) -> Result<Option<Date>, String> {
    loop {
        let answer = terminal.line("When was it published (may be left empty)", &[])?;
        match answer.parse().ok().or_else(|| Date::spelled(&answer)) {
            None if !answer.is_empty() => terminal.tell(&format!("`{answer}` is not a date: write `2006-02-02`")),
            date => return Ok(date),
        }
    }
}

pub(super) fn optional(terminal: &mut dyn Ask, question: &str, known: &[String]) -> Result<Option<String>, String> {
    Ok(Some(terminal.line(question, known)?).filter(|answer| !answer.is_empty()))
}
