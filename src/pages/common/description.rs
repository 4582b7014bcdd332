//! What a page says of itself in a sentence or two: for search engines, and for cards that show a link elsewhere.

use fluent_bundle::FluentArgs;

use crate::chronicle::StatementId;
use crate::pages::PageBuilder;
use crate::pages::common::{chart, lists};

/// The most characters of a description: more is not shown anywhere.
const LONGEST: usize = 200;

/// What a page lists, for its description.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    count: usize,
    /// The first and the last year, where any is known, and the page's title does not say it.
    years: Option<(i32, i32)>,
}

impl Listed {
    /// Statements whose time the page's title says.
    pub(crate) fn of_time(count: usize) -> Listed {
        Listed { count, years: None }
    }

    /// Statements by year.
    pub(crate) fn by_year(years: &lists::Years) -> Listed {
        let known = years.keys().filter_map(|year| year.known());
        Listed { count: years.values().map(Vec::len).sum(), years: chart::ends(known) }
    }

    /// Some statements, in their order.
    pub(crate) fn of(builder: &PageBuilder<'_>, ids: &[StatementId]) -> Listed {
        let year = |id: &StatementId| builder.chronicle[*id].date().year();
        let ends = || Some((ids.iter().find_map(year)?, ids.iter().rev().find_map(year)?));
        Listed { count: ids.len(), years: ends() }
    }
}

impl PageBuilder<'_> {
    /// The description of a page that lists statements: its title, how many there are and of which years, and more words:
    /// the name of the site where there are no other.
    pub(crate) fn description_of(&self, title: &str, listed: Listed, more: Option<&str>) -> String {
        let more = more.unwrap_or(self.config.title.as_str());
        let mut count = FluentArgs::new();
        count.set("count", listed.count);
        // A theme without these messages says less.
        let statements = self.messages.format("statements_count", &count).unwrap_or_default();
        let mut arguments = vec![("title", title), ("statements", &statements), ("more", more)];
        let years = listed.years.map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        });
        match &years {
            Some(years) => {
                arguments.push(("years", years));
                self.messages.phrase("description_listed", &arguments)
            }
            None => self.messages.phrase("description_undated", &arguments),
        }
    }

    /// The description of a page about the whole chronicle, of which it lists `parts`.
    pub(crate) fn description_of_all(&self, title: &str, parts: Option<usize>) -> String {
        let listed = Listed::by_year(self.chronicle.years());
        match parts {
            Some(parts) => {
                let parts = self.messages.number(i64::try_from(parts).unwrap_or(i64::MAX));
                self.description_of(&format!("{title} ({parts})"), listed, None)
            }
            None => self.description_of(title, listed, None),
        }
    }

    /// A message of the theme as a description; empty where it has none.
    pub(crate) fn description_in_words(&self, id: &str) -> String {
        self.messages.plain().get(id).cloned().unwrap_or_default()
    }

    /// A description as the head of a page has it: on one line, not too long, and never empty.
    pub(crate) fn settled_description(&self, description: &str, title: &str) -> String {
        match shortened(description, LONGEST) {
            empty if empty.is_empty() => shortened(&format!("{title} · {}", self.config.title.as_str()), LONGEST),
            description => description,
        }
    }
}

/// Whether a text is too long for a description.
pub(crate) fn is_cut(text: &str) -> bool {
    text.len() > LONGEST && text.chars().count() > LONGEST
}

/// A text on one line of at most so many characters. It is cut at a word where one ends soon before the limit; in scripts
/// without spaces, anywhere.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let mut line = String::with_capacity(text.len().min(4 * longest));
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        // Longer by so many bytes, it has more characters, too.
        if line.len() > 4 * longest {
            break;
        }
    }
    if line.char_indices().nth(longest).is_none() {
        return line;
    }
    // One character is for the mark of what is left out.
    let end = line.char_indices().nth(longest.saturating_sub(1)).map_or(0, |(at, _)| at);
    let word = if line[end..].starts_with(' ') { Some(end) } else { line[..end].rfind(' ') };
    let word = word.filter(|space| line[*space..end].chars().count() <= longest / 4);
    line.truncate(word.unwrap_or_else(|| before_mark(&line, end)));
    let kept = line.trim_end_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, ',' | ';' | ':' | '–' | '—' | '،' | '、')
    });
    line.truncate(kept.len());
    line.push('…');
    line
}

/// The place before a character to which marks belong that stand at `end`: those are not torn from it.
fn before_mark(text: &str, end: usize) -> usize {
    let mut end = end;
    while text[end..].chars().next().is_some_and(unicode_normalization::char::is_combining_mark) && end > 0 {
        end = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(shortened("One two", 7), "One two");
        assert_eq!(shortened(" One\n two ", 7), "One two");
        assert_eq!(shortened("The minister said, that trade", 20), "The minister said…");
        assert_eq!(shortened("The minister said that", 17), "The minister…");
        assert_eq!(shortened("Слово слово слово", 12), "Слово слово…");
        assert_eq!(shortened("Unverhältnismäßigkeitsgrundsatz", 10), "Unverhält…");
        assert_eq!(shortened(&"外".repeat(30), 10), format!("{}…", "外".repeat(9)));
        assert_eq!(shortened("", 10), "");
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        let text = "aaaaaaaae\u{301}bbbb";
        assert_eq!(shortened(text, 10), "aaaaaaaa…");
        for longest in 1..20 {
            assert!(shortened(&"e\u{301}".repeat(20), longest).chars().count() <= longest);
        }
    }
}
