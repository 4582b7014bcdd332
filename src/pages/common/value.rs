//! Small helpers that make template values.

use tera::Value;

use crate::views::Html;

/// The values for one page's template.
pub(crate) type Context = tera::Context;

/// A value, or none.
pub(crate) fn maybe<T>(value: Option<T>, make: impl FnOnce(T) -> Value) -> Value {
    value.map_or_else(Value::none, make)
}

/// Markup that is safe as it is.
pub(crate) fn markup(html: &str) -> Value {
    Value::safe_string(html)
}

/// The same value in another place of memory.
pub(crate) fn anew(value: &Value) -> Value {
    match (value.as_array(), value.as_map(), value.as_str()) {
        (Some(items), ..) => Value::from(items.iter().map(anew).collect::<Vec<Value>>()),
        (_, Some(map), _) => {
            Value::from(map.iter().map(|(key, value)| (key.clone(), anew(value))).collect::<tera::Map>())
        }
        (.., Some(markup)) if value.is_safe() => self::markup(markup),
        (.., Some(text)) => Value::from(text),
        _ => value.clone(),
    }
}

/// Fragments of markup one after the other.
pub(crate) fn joined(fragments: &[Value]) -> Html {
    let fragments = || fragments.iter().filter_map(Value::as_str);
    let mut all = String::with_capacity(fragments().map(str::len).sum());
    fragments().for_each(|fragment| all.push_str(fragment));
    Html::new(&all)
}
