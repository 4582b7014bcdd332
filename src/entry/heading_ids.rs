//! Ids of headings, which are the URL fragments that lead to them.

use std::collections::{HashMap, HashSet};

use super::id::slug;

/// Ids that page templates use outside of texts, so that no heading may have them.
const PAGE_ANCHORS: [&str; 17] = [
    "main",
    "seq",
    "years",
    "heat",
    "chain",
    "sources",
    "subjects",
    "cite",
    "cite-plain",
    "cite-chicago",
    "cite-apa",
    "cite-mla",
    "context",
    "corrections",
    "withdrawn",
    "bars-t",
    "bars-d",
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
    use super::HeadingIds;

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
}
