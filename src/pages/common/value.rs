//! Conversions to template values.

use tera::Value;

use crate::views::Html;

/// The values for one page's template.
pub(crate) type Context = tera::Context;

pub(crate) fn maybe<T>(value: Option<T>, make: impl FnOnce(T) -> Value) -> Value {
    value.map_or_else(Value::none, make)
}

/// Markup that is safe as it is.
pub(crate) fn markup(html: &str) -> Value {
    Value::safe_string(html)
}

/// A copy that shares no memory with the value: cloning one only counts a reference.
pub(crate) fn deep_copy(value: &Value) -> Value {
    match (value.as_array(), value.as_map(), value.as_str()) {
        (Some(items), ..) => Value::from(items.iter().map(deep_copy).collect::<Vec<Value>>()),
        (_, Some(map), _) => {
            Value::from(map.iter().map(|(key, value)| (key.clone(), deep_copy(value))).collect::<tera::Map>())
        }
        (.., Some(markup)) if value.is_safe() => self::markup(markup),
        (.., Some(text)) => Value::from(text),
        _ => value.clone(),
    }
}

/// Concatenates fragments of markup.
pub(crate) fn joined(fragments: &[Value]) -> Html {
    let fragments = || fragments.iter().filter_map(Value::as_str);
    let mut all = String::with_capacity(fragments().map(str::len).sum());
    fragments().for_each(|fragment| all.push_str(fragment));
    Html::new(&all)
}
