//! How tables are written: CSV (RFC 4180) and JSON Lines.

use crate::views::data::Row;

/// The first line of a table as CSV.
pub(super) fn head<R: Row>(bytes: &mut Vec<u8>) {
    line(bytes, R::COLUMNS.iter().map(|column| column.name));
}

/// A row as a line of CSV.
pub(super) fn csv<R: Row>(row: &R, bytes: &mut Vec<u8>) {
    let cells = row.cells();
    line(bytes, cells.iter().map(|cell| &**cell));
}

fn line<'c>(bytes: &mut Vec<u8>, cells: impl Iterator<Item = &'c str>) {
    for (position, text) in cells.enumerate() {
        if position > 0 {
            bytes.push(b',');
        }
        cell(text, bytes);
    }
    bytes.extend(b"\r\n");
}

/// Writes a cell: in quotation marks where a program may take a part of it for another cell, whatever it separates cells by.
fn cell(text: &str, bytes: &mut Vec<u8>) {
    if text.contains([',', ';', '\t', '"', '\r', '\n']) {
        bytes.push(b'"');
        bytes.extend(text.replace('"', "\"\"").bytes());
        bytes.push(b'"');
    } else {
        bytes.extend(text.bytes());
    }
}

/// A row as a line of JSON.
pub(super) fn json<R: Row>(row: &R, bytes: &mut Vec<u8>) {
    serde_json::to_writer(&mut *bytes, row)
        .expect("texts, numbers and days in structs are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::{csv, head};
    use crate::views::data::Relation;

    /// A cell with a text, as CSV.
    fn note(text: &str) -> String {
        let [statement, relation, other, asserted_by] = ["a", "cites", "b", "editor"].map(Into::into);
        let mut bytes = Vec::new();
        csv(&Relation { statement, relation, other, asserted_by, note: text.into() }, &mut bytes);
        let line = String::from_utf8(bytes).expect("it was text");
        let line = line.strip_prefix("a,cites,b,editor,").and_then(|rest| rest.strip_suffix("\r\n"));
        line.expect("the other cells are plain").to_owned()
    }

    #[test]
    fn no_cell_begins_a_formula_and_every_cell_is_one() {
        for (text, expected) in [
            ("", ""),
            ("plain words", "plain words"),
            ("2006-02-02", "2006-02-02"),
            ("a,b", "\"a,b\""),
            ("a; =b", "\"a; =b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("  @sum(a,b)", "\"'  @sum(a,b)\""),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("\t=1", "\"'\t=1\""),
            ("\r\n=1", "\"'\r\n=1\""),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(note(text), expected);
        }
        let mut bytes = Vec::new();
        head::<Relation<'_>>(&mut bytes);
        assert_eq!(bytes, b"statement,relation,other,asserted_by,note\r\n");
    }
}
