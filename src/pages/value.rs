//! Small helpers that make template values.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use tera::Value;
use tera::value::Key;

/// The values for one page's template.
pub(super) type Context = tera::Context;

/// A map. Given as a struct, it goes into Tera's own map at once; any other map would be taken apart again.
pub(super) fn object(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::from_serializable(&Pairs(Cell::new(Some(pairs.into_iter()))))
}

/// Tera keeps texts up to so many bytes in the value itself.
const SMALL: usize = 21;

/// Pairs that serialize as the fields of a struct.
struct Pairs<I>(Cell<Option<I>>);

impl<I: Iterator<Item = (&'static str, Value)>> Serialize for Pairs<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = self.0.take();
        let length = pairs.as_ref().map_or(0, |pairs| pairs.size_hint().0);
        let mut fields = serializer.serialize_struct("", length)?;
        for (key, value) in pairs.into_iter().flatten() {
            // Tera would lay each value aside and take it up again; what is small is made anew in less time.
            match value.as_str() {
                Some(text) if text.len() <= SMALL && !value.is_safe() => fields.serialize_field(key, text)?,
                None if value.is_none() => fields.serialize_field(key, &())?,
                _ => fields.serialize_field(key, &value)?,
            }
        }
        fields.end()
    }
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

/// The same value in another place of memory.
pub(super) fn anew(value: &Value) -> Value {
    match (value.as_array(), value.as_map(), value.as_str()) {
        (Some(items), ..) => list(items.iter().map(anew)),
        (_, Some(map), _) => {
            Value::from(map.iter().map(|(key, value)| (key.clone(), anew(value))).collect::<tera::Map>())
        }
        (.., Some(markup)) if value.is_safe() => self::markup(markup),
        (.., Some(text)) => Value::from(text),
        _ => value.clone(),
    }
}

/// Fragments of markup one after the other.
pub(super) fn joined(fragments: &[Value]) -> Value {
    let fragments = || fragments.iter().filter_map(Value::as_str);
    let mut all = String::with_capacity(fragments().map(str::len).sum());
    fragments().for_each(|fragment| all.push_str(fragment));
    markup(&all)
}
