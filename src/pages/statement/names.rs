//! Names as references have them.

use crate::chronicle::{OrText, Party, PersonId, Speaker, StatementId};
use crate::citation::Name;
use crate::pages::PageBuilder;

/// A speaker of a statement.
pub(crate) fn speaker<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> Name<'a> {
    match speaker {
        Speaker::Person(person, _) => person_name(builder, *person),
        _ => Name::Whole(builder.speaker_name(id, speaker)),
    }
}

/// Someone to whom something was said.
pub(crate) fn addressee<'a>(builder: &PageBuilder<'a>, id: StatementId, party: &'a OrText<Party>) -> Name<'a> {
    match party {
        OrText::Record(Party::Person(person)) => person_name(builder, *person),
        OrText::Record(Party::Organization(body)) => {
            Name::Whole(builder.name_on(*body, builder.chronicle[id].date()).into())
        }
        OrText::Record(Party::Country(country)) => Name::Whole(builder.messages.country(country.code()).into()),
        OrText::Text(words) => Name::Whole((&**words).into()),
    }
}

fn person_name<'a>(builder: &PageBuilder<'a>, person: PersonId) -> Name<'a> {
    let fields = &builder.chronicle.get(person).entry.fields;
    let printed = fields.name.as_str();
    match (&fields.family, &fields.given) {
        (Some(family), Some(given)) => Name::Parts { family: family.as_str(), given: given.as_str(), printed },
        _ => Name::Whole(printed.into()),
    }
}

/// The body before which something was said: the host of the occasion, or a body that was spoken to.
pub(crate) fn host<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<&'a str> {
    let of = builder.chronicle.get(id);
    let event = of.event.as_ref().and_then(OrText::record);
    let host = event.and_then(|event| match &builder.chronicle.get(event).host {
        Some(OrText::Record(Party::Organization(body))) => Some(*body),
        _ => None,
    });
    let spoken_to = of.audience.iter().find_map(|party| match party {
        OrText::Record(Party::Organization(body)) => Some(*body),
        _ => None,
    });
    host.or(spoken_to).map(|body| builder.name_on(body, of.date()))
}
