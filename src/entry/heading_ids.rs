//! Ids of headings, which are the URL fragments that lead to them.

use std::collections::{HashMap, HashSet};

use super::id::slug;

/// Ids that page templates use outside of texts, so that no heading may have them: those that stand in them as they are,
/// which a test holds, and the keys of lists and citations that they write.
#[rustfmt::skip]
const PAGE_ANCHORS: [&str; 90] = [
    "bars", "bars-description", "bars-first", "bars-last", "bars-title", "blocks", "chain", "chosen", "cite",
    "cite-apa", "cite-chicago", "cite-mla", "cite-plain", "completions", "context", "contribute", "copy",
    "copy-quotation", "correct", "corrections", "faults", "field-attributed", "field-correction", "field-date",
    "field-event", "field-fidelity", "field-file", "field-kind", "field-language", "field-made", "field-note",
    "field-original", "field-path", "field-place", "field-summary", "field-title", "field-translator", "from",
    "heading", "heat", "hint-date", "hint-fidelity", "hint-file", "hint-kind", "hint-note", "hint-speakers",
    "hint-title", "hint-topics", "lede", "list-countries", "list-events", "list-organizations", "list-places",
    "list-speakers", "list-topics", "made", "made-heading", "main", "neighbours", "new", "no-script", "notes",
    "offered", "offers", "open", "others", "own", "pager", "parts", "query", "query-help", "reading", "references",
    "rows", "said", "save", "search", "sort", "sources", "speakers", "statements", "status", "subjects", "timeline",
    "timeline-table", "to", "trouble", "way", "withdrawn", "years",
];

/// Assigns unique ids to the headings of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeadingIds {
    taken: HashSet<String>,
    /// The next suffix to try for an id that is taken.
    next: HashMap<String, u32>,
}

impl HeadingIds {
    /// The id for the next heading: its slug, with a number where that is taken; `section` where it has no letters.
    /// `q1`, `q2`, … are reserved for quotations, and [`PAGE_ANCHORS`] for the page.
    pub(crate) fn take(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        let reserved = PAGE_ANCHORS.contains(&slug.as_str())
            || slug.strip_prefix('q').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        let base =
            if slug.is_empty() || reserved { format!("section-{slug}").trim_end_matches('-').to_owned() } else { slug };
        let mut fragment = base.clone();
        while !self.taken.insert(fragment.clone()) {
            let number = self.next.entry(base.clone()).or_insert(2);
            fragment = format!("{base}-{number}");
            *number += 1;
        }
        fragment
    }
}

#[cfg(test)]
mod tests {
    use super::{HeadingIds, PAGE_ANCHORS};

    #[test]
    fn no_two_are_the_same() {
        let mut fragments = HeadingIds::default();
        let headings = ["Peace", "Peace 2", "Peace", "peace!", "", "…", "q1", "Sources", "Peace 3"];
        let found: Vec<String> = headings.iter().map(|heading| fragments.take(heading)).collect();
        let expected = [
            "peace",
            "peace-2",
            "peace-3",
            "peace-4",
            "section",
            "section-2",
            "section-q1",
            "section-sources",
            "peace-3-2",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn no_heading_has_an_id_that_a_template_writes() {
        let mut looked_at = 0;
        for (name, text) in crate::input::built_in_templates() {
            let ids = text.match_indices(" id=\"").filter_map(|(at, mark)| text[at + mark.len()..].split('"').next());
            for id in ids.filter(|id| !id.contains('{')) {
                looked_at += 1;
                assert!(PAGE_ANCHORS.contains(&id), "{name}: the id `{id}` is not in the list");
            }
        }
        assert!(looked_at > 50, "{looked_at}");
        assert!(PAGE_ANCHORS.is_sorted());
    }
}
