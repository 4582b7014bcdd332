//! Small helpers that make template values.

use tera::Value;
use tera::value::{Key, Map};

/// The values for one page's template.
pub type Context = tera::Context;

/// A map with its keys in this order.
pub(super) fn object<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity(N);
    for (key, value) in pairs {
        map.insert(Key::Str(key), value);
    }
    Value::from(map)
}

/// The same map with more keys.
pub(super) fn with<const N: usize>(value: &Value, pairs: [(&'static str, Value); N]) -> Value {
    let mut map = value.as_map().cloned().unwrap_or_default();
    for (key, value) in pairs {
        map.insert(Key::Str(key), value);
    }
    Value::from(map)
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
