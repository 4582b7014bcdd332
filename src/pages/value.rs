//! Small helpers that make template values.

use std::collections::BTreeMap;

use tera::Value;
use tera::value::Key;

/// The values for one page's template.
pub type Context = tera::Context;

/// A map. Tera makes its own of whatever map it is given; one that need not hash is the cheapest to give.
pub(super) fn object(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::from(pairs.into_iter().collect::<BTreeMap<&'static str, Value>>())
}

/// The same map with more keys.
pub(super) fn with<const N: usize>(value: &Value, pairs: [(&'static str, Value); N]) -> Value {
    let own = value.as_map().into_iter().flatten();
    let own = own.map(|(key, value)| (key.clone(), value.clone()));
    let more = pairs.into_iter().map(|(key, value)| (Key::Str(key), value));
    Value::from(own.chain(more).collect::<BTreeMap<Key<'static>, Value>>())
}

/// A list.
pub(super) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::from(items.into_iter().collect::<Vec<Value>>())
}

/// A text.
pub(super) fn text(text: impl AsRef<str>) -> Value {
    Value::from(text.as_ref())
}

/// A value, or none.
pub(super) fn maybe<T>(value: Option<T>, make: impl FnOnce(T) -> Value) -> Value {
    value.map_or_else(Value::none, make)
}

/// Markup that is safe as it is.
pub(super) fn markup(html: &str) -> Value {
    Value::safe_string(html)
}

/// Fragments of markup one after the other.
pub(super) fn joined(fragments: &[Value]) -> Value {
    let fragments = || fragments.iter().filter_map(Value::as_str);
    let mut all = String::with_capacity(fragments().map(str::len).sum());
    fragments().for_each(|fragment| all.push_str(fragment));
    markup(&all)
}
