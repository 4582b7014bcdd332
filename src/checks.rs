//! Rules beyond parsing: what is well-formed can still be wrong. Each rule is one function from the chronicle to findings,
//! in a file of its kind; its code says what level it has where nobody sets another.

mod quotations;

pub use quotations::{Known, Proofs, check as quotations};
