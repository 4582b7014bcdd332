//! A review as Markdown: the whole of it, and as much as fits into a comment.
//!
//! What contributors wrote is escaped, so that nothing of it becomes a link, an image, a mention or markup.

use std::fmt::Write;

use super::{Fate, NewFinding, OtherFile, RecordChange, Review};
use crate::diagnostic::Severity;
use crate::entry::Kind;
use items::{cut, file, item, other, published};

mod items;

/// Bytes of a comment; GitHub takes 65,536 characters.
pub(crate) const COMMENT: usize = 60_000;

/// Characters of one piece of text in a comment that does not hold all.
const PIECE: usize = 400;

/// A section: a list under a heading.
struct Section {
    heading: String,
    items: Vec<String>,
    /// Its share of the space for items in a comment, relative to other sections.
    weight: usize,
    /// Whether it is shown on demand.
    is_folded: bool,
}

impl Section {
    fn of(heading: impl Into<String>, items: Vec<String>, weight: usize) -> Section {
        Section { heading: heading.into(), items, weight, is_folded: false }
    }

    fn size(&self) -> usize {
        self.items.iter().map(String::len).sum()
    }

    /// Size in bytes without the items.
    fn frame(&self) -> usize {
        let mut out = String::new();
        self.write(0, &mut out);
        out.len()
    }

    /// Writes the items that fit into `most` bytes together, and the total count.
    fn write(&self, most: usize, out: &mut String) {
        let mut size = 0;
        let fits = |item: &&String| {
            size += item.len();
            size <= most
        };
        let shown: Vec<&String> = self.items.iter().take_while(fits).collect();
        // Writing to a string cannot fail.
        let _ = match self.is_folded {
            true => write!(out, "<details><summary>{}</summary>\n\n", self.heading),
            false => write!(out, "### {}\n\n", self.heading),
        };
        shown.iter().for_each(|item| out.push_str(item));
        if shown.len() < self.items.len() {
            let (all, left) = (self.items.len(), self.items.len() - shown.len());
            let _ = writeln!(out, "- <b>{left} of these {all} are not shown here: the whole review has them</b>");
        }
        out.push_str(if self.is_folded { "\n</details>\n\n" } else { "\n" });
    }
}

impl Review {
    /// The whole review, in GitHub's Markdown.
    pub fn markdown(&self) -> String {
        let mut out = self.beginning();
        for section in self.sections(usize::MAX) {
            section.write(usize::MAX, &mut out);
        }
        self.end(&mut out);
        out
    }

    /// The review as the text of a comment of at most `most` bytes, or of as many as its headings and counts take. What is
    /// left out is counted.
    pub(crate) fn comment(&self, most: usize) -> String {
        let whole = self.markdown();
        if whole.len() <= most {
            return whole;
        }
        let mut out = self.beginning();
        out.push_str("<b>This is not the whole review, which is too long for a comment.</b> ");
        out.push_str(
            "`chronicle review` prints all of it; the run that made this comment has it as the artifact `review`.\n\n",
        );
        let mut end = String::new();
        self.end(&mut end);
        let sections = self.sections(PIECE);
        // Reserve the fixed parts first, so that the items cannot make the comment too long.
        let fixed = out.len() + end.len() + sections.iter().map(Section::frame).sum::<usize>();
        let shares = shares(&sections, most.saturating_sub(fixed));
        sections.iter().zip(shares).for_each(|(section, share)| section.write(share, &mut out));
        out + &end
    }

    fn beginning(&self) -> String {
        let mut out = String::from("## What this changes in the chronicle\n\n");
        if self.is_empty() {
            out.push_str("Nothing that readers would see.\n");
        } else {
            self.table(&mut out);
        }
        out
    }

    /// All sections, the most important first; texts are cut after `most` characters.
    fn sections(&self, most: usize) -> Vec<Section> {
        let mut sections: Vec<Section> = self.published(most).into();
        sections.extend(self.files(most));
        sections.extend(self.findings(most));
        sections.extend(self.records(most));
        sections.extend(self.chains(most));
        sections.extend(self.pages(most));
        sections.extend(self.others(most));
        sections.retain(|section| !section.items.is_empty());
        sections
    }

    fn published(&self, most: usize) -> [Section; 1] {
        let items = self.published.iter().map(|change| published(change, most)).collect();
        let count = self.published.len();
        [Section::of(format!("What was published changes: {count}"), items, 24_000)]
    }

    fn files(&self, most: usize) -> [Section; 3] {
        let items = self.files.iter().map(|one| file(one, most)).collect();
        let of = |is_wanted: fn(&OtherFile) -> bool| -> Vec<String> {
            self.others.iter().filter(|other| is_wanted(other)).map(|one| other(one, most)).collect()
        };
        let links = of(|other| other.is_of_site);
        let tools = of(|other| other.is_tool && !other.is_of_site);
        [
            Section::of("Files that run in browsers or on hosts, or that pages are made from", items, 12_000),
            Section::of("Links and other repositories in the folders of the site", links, 2_000),
            Section::of("Files that tools or hosts may run or obey, outside of the site", tools, 4_000),
        ]
    }

    fn others(&self, most: usize) -> [Section; 2] {
        let is_harmless = |other: &&OtherFile| !other.is_tool && !other.is_of_site;
        let others = self.others.iter().filter(is_harmless).map(|one| other(one, most)).collect();
        let unreadable = self.unreadable.iter().map(|path| format!("- {}\n", cut(path, most))).collect();
        [
            Section::of("Other files, outside of the site", others, 500),
            Section::of(
                "Not compared, since they were links, submodules or had names that are not UTF-8",
                unreadable,
                500,
            ),
        ]
    }

    fn is_empty(&self) -> bool {
        let pages = &self.pages;
        let no_pages = pages.new.is_empty() && pages.changed.is_empty() && pages.gone.is_empty() && pages.files == 0;
        let no_others = self.published.is_empty() && self.files.is_empty();
        self.records.is_empty() && self.unread.is_empty() && no_pages && no_others
    }

    /// How much of each kind is new, changed and gone.
    fn table(&self, out: &mut String) {
        out.push_str("| | new | changed | gone |\n|---|--:|--:|--:|\n");
        let mut row = |name: &str, counts: [usize; 3]| {
            if counts != [0; 3] {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "| {name} | {} | {} | {} |", counts[0], counts[1], counts[2]);
            }
        };
        for kind in Kind::ALL {
            let count = |fates: &[Fate]| {
                self.records.iter().filter(|change| change.kind == kind && fates.contains(&change.fate)).count()
            };
            row(
                kind.plural(),
                [count(&[Fate::New]), count(&[Fate::Changed]), count(&[Fate::Withdrawn, Fate::SetAside, Fate::Gone])],
            );
        }
        let pages = &self.pages;
        row("pages of the site", [pages.new.len(), pages.changed.len(), pages.gone.len()]);
        out.push('\n');
    }

    fn records(&self, most: usize) -> Vec<Section> {
        let mut sections = Vec::new();
        for (kinds, heading) in [(&Kind::ALL[..1], "Statements"), (&Kind::ALL[1..], "Other records")] {
            let fates = [
                (Fate::New, "new"),
                (Fate::Changed, "changed"),
                (Fate::Withdrawn, "withdrawn"),
                (Fate::SetAside, "set aside as drafts"),
                (Fate::Gone, "removed"),
            ];
            for (fate, word) in fates {
                let of = |change: &&RecordChange| kinds.contains(&change.kind) && change.fate == fate;
                let items = self.records.iter().filter(of).map(|change| item(change, most)).collect();
                sections.push(Section::of(format!("{heading}: {word}"), items, 1_000));
            }
        }
        let unread = self.unread.iter().map(|path| format!("- {}\n", cut(path, most))).collect();
        sections.push(Section::of("Not compared, since they have errors", unread, 1_000));
        sections
    }

    fn chains(&self, most: usize) -> [Section; 1] {
        let one = |chain: &super::Chain| {
            let date = |(index, date): (usize, &String)| match index == chain.position {
                true => format!("<b>{}</b>", cut(date, most)),
                false => cut(date, most),
            };
            let mut dates: Vec<String> = chain.dates.iter().enumerate().map(date).collect();
            if chain.earlier > 0 {
                dates.insert(0, format!("{} earlier", chain.earlier));
            }
            if chain.later > 0 {
                dates.push(format!("{} later", chain.later));
            }
            format!("- <b>{}</b>: said on {}\n", cut(&chain.title, most), dates.join(", "))
        };
        [Section::of("Chains of what was said again", self.chains.iter().map(one).collect(), 1_000)]
    }

    fn pages(&self, most: usize) -> Vec<Section> {
        let pages = &self.pages;
        let items =
            |addresses: &[&String]| addresses.iter().map(|address| format!("- {}\n", cut(address, most))).collect();
        let lists = [("appear", &pages.new), ("change", &pages.changed), ("vanish", &pages.gone)];
        let section = |(word, addresses): (&str, &Vec<String>)| {
            let items = items(&addresses.iter().collect::<Vec<_>>());
            Section { is_folded: true, ..Section::of(format!("Pages that {word}: {}", addresses.len()), items, 1_000) }
        };
        // Whoever may publish somebody else's text has to decide it, so it does not stand among all other pages only.
        let is_kept_text = |address: &&String| address.strip_prefix("/sources/").is_some_and(|rest| !rest.is_empty());
        let texts: Vec<&String> = pages.new.iter().filter(is_kept_text).collect();
        let heading = "Kept texts of sources that are published whole, for anyone to read";
        let texts = Section::of(heading, items(&texts), 1_000);
        std::iter::once(texts).chain(lists.into_iter().map(section)).collect()
    }

    fn end(&self, out: &mut String) {
        let pages = &self.pages;
        if pages.changed.len() > 50 && pages.changed.len() * 10 > (pages.changed.len() + pages.same) * 9 {
            out.push_str(
                "Nearly every page changes: something that they share is another, as a template or the style.\n\n",
            );
        }
        if pages.files > 0 {
            let _ = write!(out, "Feeds, data and other files that are not as they were: {}\n\n", pages.files);
        }
        if self.known > 0 {
            let _ = write!(out, "Findings that were there before: {}\n\n", self.known);
        }
    }

    fn findings(&self, most: usize) -> [Section; 2] {
        let one = |found: &NewFinding| {
            let help =
                found.help.as_deref().map(|help| format!("\n  <br>help: {}", cut(help, most))).unwrap_or_default();
            format!("- {}{help}\n", cut(&found.line, most))
        };
        let of = |severity| self.findings.iter().filter(move |found| found.severity == severity).map(one);
        [
            Section::of("Errors: the site cannot be built", of(Severity::Error).collect(), 4_000),
            Section::of("Warnings", of(Severity::Warning).collect(), 2_000),
        ]
    }
}

/// Divides the free bytes among the sections: each gets its share, as far as it needs it, and the rest goes to the
/// first that need more.
fn shares(sections: &[Section], free: usize) -> Vec<usize> {
    let weights = sections.iter().map(|section| section.weight).sum::<usize>().max(1);
    let part = |section: &Section| section.size().min(free * section.weight / weights);
    let mut shares: Vec<usize> = sections.iter().map(part).collect();
    let mut left = free - shares.iter().sum::<usize>();
    for (share, section) in shares.iter_mut().zip(sections) {
        let more = left.min(section.size() - *share);
        *share += more;
        left -= more;
    }
    shares
}

#[cfg(test)]
mod tests;
