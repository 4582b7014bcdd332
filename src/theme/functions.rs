//! The functions and filters of templates, besides Tera's own.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::dates::with_plain_spaces;
use super::messages::Messages;
use crate::config::Config;
use crate::entry::date::Date;
use crate::language::Language;
use crate::sync;

/// Registers the functions and filters of `docs/templates.md`.
pub(super) fn register(tera: &mut Tera, config: &Config, messages: &Arc<Messages>) {
    let words = Arc::clone(messages);
    let cache: Mutex<HashMap<String, Value>> = Mutex::default();
    tera.register_function("t", move |given: Kwargs, _: &State<'_>| cached_message(&words, &cache, &given));
    let words = Arc::clone(messages);
    // Formatted dates are cached: a page has the same date several times, and so have its neighbours.
    let printed: [Mutex<HashMap<String, Value>>; 3] = Default::default();
    tera.register_filter("date", move |text: &str, given: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let form = match given.get::<&str>("form")?.unwrap_or("long") {
            "long" => 0,
            "short" => 1,
            "machine" => 2,
            other => {
                return Err(Error::message(format!(
                    "`{other}` is no form of a date: use `long`, `short` or `machine`"
                )));
            }
        };
        let mut printed = sync::lock(&printed[form]);
        if let Some(known) = printed.get(text) {
            return Ok(known.clone());
        }
        let date = parse(text)?;
        let value = Value::from(match form {
            0 => words.long_date(&date),
            1 => words.short_date(&date),
            _ => date.machine().unwrap_or_default(),
        });
        printed.insert(text.to_owned(), value.clone());
        Ok(value)
    });
    tera.register_filter("plain_spaces", |text: &str, _: Kwargs, _: &State<'_>| with_plain_spaces(text));
    let words = Arc::clone(messages);
    tera.register_filter("weekday", move |text: &str, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(words.weekday(&parse(text)?))
    });
    let words = Arc::clone(messages);
    tera.register_filter("month_name", move |month: i64, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let month = u32::try_from(month).ok().filter(|month| (1..=12).contains(month));
        month.map(|month| words.month_name(month)).ok_or_else(|| Error::message("a month is a number from 1 to 12"))
    });
    let words = Arc::clone(messages);
    tera.register_filter("number", move |number: i64, _: Kwargs, _: &State<'_>| words.number(number));
    // The label of an unknown year is in words already.
    tera.register_filter("year", |year: Value, _: Kwargs, _: &State<'_>| match (year.as_i64(), year.as_str()) {
        (Some(year), _) => Ok(year.to_string()),
        (_, Some(words)) => Ok(words.to_owned()),
        _ => Err(Error::message("a year is a number or a text")),
    });
    let words = Arc::clone(messages);
    tera.register_filter("country", move |code: &str, _: Kwargs, _: &State<'_>| words.country(code));
    let words = Arc::clone(messages);
    tera.register_filter("language_name", move |tag: &str, _: Kwargs, _: &State<'_>| words.language(tag));
    tera.register_filter("dir", |tag: &str, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let language: Language = tag.parse().map_err(|error| Error::message(format!("`{tag}`: {error}")))?;
        Ok(language.direction().as_str().to_owned())
    });
    let origin = config.base_url.origin().to_owned();
    tera.register_filter("absolute", move |address: &str, _: Kwargs, _: &State<'_>| format!("{origin}{address}"));
}

fn parse(text: &str) -> TeraResult<Date> {
    text.parse().map_err(|error| Error::message(format!("`{text}` is not a date: {error}")))
}

/// A message with arguments, from the cache where it was formatted before.
fn cached_message(messages: &Messages, cache: &Mutex<HashMap<String, Value>>, given: &Kwargs) -> TeraResult<Value> {
    let key = cache_key(given);
    let mut cache = sync::lock(cache);
    if let Some(cached) = cache.get(&key) {
        return Ok(cached.clone());
    }
    let value = Value::from(translate(messages, given)?);
    if cache.len() >= MAX_CACHED_MESSAGES {
        cache.clear();
    }
    cache.insert(key, value.clone());
    Ok(value)
}

/// The most messages in the cache: many pages have the same ones, with the same publisher or number of days.
const MAX_CACHED_MESSAGES: usize = 4096;

/// The key of a message in the cache: its id and arguments in one string.
fn cache_key(given: &Kwargs) -> String {
    let mut key = String::with_capacity(64);
    for (name, value) in given.iter() {
        key.push_str(name.as_str().unwrap_or_default());
        // Writing to a `String` cannot fail.
        match (value.as_str(), value.as_i64()) {
            (Some(text), _) => drop(write!(key, "={}:{text}", text.len())),
            (_, Some(number)) => drop(write!(key, "#{number}")),
            _ => drop(write!(key, "~{}:{value}", value.name())),
        }
    }
    key
}

/// `t(key="statements_count", count=12)`.
fn translate(messages: &Messages, given: &Kwargs) -> TeraResult<String> {
    let key = given.must_get::<&str>("key")?;
    let mut arguments = FluentArgs::new();
    for (name, value) in given.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        let value = match (value.as_i64(), value.as_f64(), value.as_str()) {
            (Some(number), ..) => FluentValue::from(number),
            (_, Some(number), _) => FluentValue::from(number),
            (.., Some(text)) => FluentValue::from(text.to_owned()),
            _ => {
                return Err(Error::message(format!(
                    "the argument `{name}` of the message `{key}` is no text or number"
                )));
            }
        };
        arguments.set(name.to_owned(), value);
    }
    messages.format(key, &arguments).map_err(Error::message)
}
