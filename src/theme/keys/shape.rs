//! Shapes of values: which keys they have.

use std::collections::BTreeMap;

/// The shape of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Unknown: it may have any keys.
    Any,
    /// A string, number or boolean, which has no keys.
    Plain,
    /// A list of values of a shape.
    List(Box<Shape>),
    /// A map with these keys.
    Map(BTreeMap<String, Shape>),
    /// One of several.
    OneOf(Vec<Shape>),
}

/// The possible shapes of a value; empty where nothing is known of it.
pub(super) type Shapes<'s> = Vec<&'s Shape>;

/// Replaces each `OneOf` by its alternatives.
pub(super) fn alternatives(shapes: Shapes<'_>) -> Shapes<'_> {
    let mut all = Vec::new();
    for shape in shapes {
        match shape {
            Shape::OneOf(shapes) => all.extend(alternatives(shapes.iter().collect())),
            other => all.push(other),
        }
    }
    all
}

/// The shapes of the items of lists; empty for other values.
pub(super) fn items<'s>(shapes: &Shapes<'s>) -> Shapes<'s> {
    let mut all = Vec::new();
    for shape in alternatives(shapes.clone()) {
        if let Shape::List(item) = shape {
            all.push(&**item);
        }
    }
    all
}
