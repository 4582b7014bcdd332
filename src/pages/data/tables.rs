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

/// Writes a cell. One that a spreadsheet would take for a formula begins with an apostrophe: the words of strangers are never
/// computed (CWE-1236).
fn cell(text: &str, bytes: &mut Vec<u8>) {
    const FORMULAS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let begins = text.trim_start_matches([' ', '\u{feff}']);
    let guard = if begins.starts_with(FORMULAS) { "'" } else { "" };
    if !text.contains([',', '"', '\r', '\n']) {
        bytes.extend(guard.bytes().chain(text.bytes()));
        return;
    }
    bytes.push(b'"');
    bytes.extend(guard.bytes().chain(text.replace('"', "\"\"").bytes()));
    bytes.push(b'"');
}

/// A row as a line of JSON.
pub(super) fn json<R: Row>(row: &R, bytes: &mut Vec<u8>) {
    serde_json::to_writer(&mut *bytes, row)
        .expect("texts, numbers and days in structs are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_begins_a_formula_and_every_cell_is_one() {
        for (text, expected) in [
            ("", ""),
            ("plain; words", "plain; words"),
            ("2006-02-02", "2006-02-02"),
            ("a,b", "\"a,b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("  @sum(a,b)", "\"'  @sum(a,b)\""),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("\t=1", "'\t=1"),
            ("\r\n=1", "\"'\r\n=1\""),
            ("＝1", "'＝1"),
        ] {
            let mut bytes = Vec::new();
            cell(text, &mut bytes);
            assert_eq!(String::from_utf8(bytes).expect("it was text"), expected);
        }
    }
}
