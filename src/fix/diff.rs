//! Unified diffs of fixed files.

use std::fmt::Write;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use super::FixedFile;

/// Lines shown before and after what is changed.
const AROUND: usize = 3;

impl FixedFile {
    /// The change as a unified diff, its paths as seen from the folder to which `way` leads from the working folder. It
    /// quotes the file as it is: print it by [`Printable::of`](crate::report::Printable::of).
    pub(crate) fn diff(&self, way: &str) -> String {
        let (before, after) = (String::from_utf8_lossy(&self.before), String::from_utf8_lossy(&self.after));
        let before: Vec<&str> = before.split_inclusive('\n').collect();
        let after: Vec<&str> = after.split_inclusive('\n').collect();
        let ops = capture_diff_slices(Algorithm::Myers, &before, &after);
        let path = format!("{way}{}", self.path).replace('\n', "\\n");
        let mut diff = format!("--- {path}\n+++ {path}\n");
        for hunk in group_diff_ops(ops, AROUND) {
            let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
            let lines = |start: usize, end: usize| match end - start {
                // For an empty range, the line before it is given.
                0 => format!("{start},0"),
                1 => format!("{}", start + 1),
                count => format!("{},{count}", start + 1),
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                diff,
                "@@ -{} +{} @@",
                lines(first.old_range().start, last.old_range().end),
                lines(first.new_range().start, last.new_range().end)
            );
            hunk.iter().for_each(|op| push(&mut diff, op, &before, &after));
        }
        diff
    }
}

fn push(diff: &mut String, op: &DiffOp, before: &[&str], after: &[&str]) {
    let mut all = |sign: char, lines: &[&str]| {
        for line in lines {
            diff.push(sign);
            diff.push_str(line);
            if !line.ends_with('\n') {
                diff.push_str("\n\\ No newline at end of file\n");
            }
        }
    };
    match op.tag() {
        DiffTag::Equal => all(' ', &before[op.old_range()]),
        DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
            all('-', &before[op.old_range()]);
            all('+', &after[op.new_range()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FixedFile;

    #[test]
    fn lines_with_what_stands_around_them() {
        let change = FixedFile {
            path: "a.md".into(),
            before: b"1\n2\n3\n4\n5\n6\n7\n8\n9\nx".to_vec(),
            after: b"1\n2\n3\n4\nfive\n6\n7\n8\n9\ny".to_vec(),
        };
        let diff = "--- ../a.md\n+++ ../a.md\n@@ -2,9 +2,9 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n-x\n\\ No newline at \
                    end of file\n+y\n\\ No newline at end of file\n";
        assert_eq!(change.diff("../"), diff);
        let gone = FixedFile { path: "a.md".into(), before: b"\n---\n".to_vec(), after: b"---\n".to_vec() };
        assert_eq!(gone.diff(""), "--- a.md\n+++ a.md\n@@ -1,2 +1 @@\n-\n ---\n");
    }
}
