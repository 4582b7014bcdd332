//! Names as reference managers want them.

use std::borrow::Cow;

use crate::chronicle::{OrText, Party, PersonId, Speaker, StatementId};
use crate::pages::PageBuilder;

/// A speaker: `Family, Given` of a person; a trailing comma keeps the name of a body, or one without parts, whole.
pub(crate) fn inverted(builder: &PageBuilder<'_>, id: StatementId, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Person(person, _) => person_name(builder, *person),
        _ => whole(&builder.speaker_name(id, speaker)),
    }
}

/// The same of whom something was said to.
pub(crate) fn recipient(builder: &PageBuilder<'_>, id: StatementId, party: &OrText<Party>) -> String {
    match party {
        OrText::Record(Party::Person(person)) => person_name(builder, *person),
        OrText::Record(Party::Organization(body)) => whole(builder.name_on(*body, builder.chronicle[id].date())),
        OrText::Record(Party::Country(country)) => whole(&builder.messages.country(country.code())),
        OrText::Text(words) => whole(words),
    }
}

fn person_name(builder: &PageBuilder<'_>, person: PersonId) -> String {
    let fields = &builder.chronicle[person].entry.fields;
    match (&fields.family, &fields.given) {
        (Some(family), Some(given)) => {
            format!("{}, {}", without_commas(family.as_str()), without_commas(given.as_str()))
        }
        _ => whole(fields.name.as_str()),
    }
}

fn whole(name: &str) -> String {
    format!("{},", without_commas(name))
}

/// A name without commas: each would be taken for the one between the parts of a name, and what follows a second one would
/// be lost. The name of a body loses the mark and keeps all its words.
fn without_commas(name: &str) -> Cow<'_, str> {
    if name.contains([',', '،']) { name.replace([',', '،'], "").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_name_stays_whole() {
        assert_eq!(whole("Ministry of Trade"), "Ministry of Trade,");
        assert_eq!(
            whole("Department of Foreign Affairs, Trade, and Aid"),
            "Department of Foreign Affairs Trade and Aid,"
        );
        assert_eq!(whole("وزارة الخارجية، والتجارة"), "وزارة الخارجية والتجارة,");
    }
}
