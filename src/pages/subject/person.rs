//! People: the values of their overview and pages.

use super::row::rows;
use super::terms;
use crate::chronicle::{PersonId, Subject};
use crate::entry::authority;
use crate::entry::shape::TextOr;
use crate::pages::common::portrait;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Href, Merged, NameVariant, OfficeHeld, Person, PersonRow, Portrait, SubjectRow};

/// All people, by family name.
pub(crate) fn overview<'a>(builder: &PageBuilder<'a>) -> Vec<Merged<SubjectRow, PersonRow<'a>>> {
    let id = |subject| if let Subject::Person(id) = subject { Some(id) } else { None };
    let sort = |id: PersonId| {
        let fields = &builder.chronicle[id].entry.fields;
        let family = fields.family.as_ref().unwrap_or(&fields.name);
        format!("{family} {}", fields.name)
    };
    let own = |id: PersonId| {
        let first = builder.chronicle.get(id).entry.fields.offices.first();
        PersonRow { office: first.map(|office| office.title.as_str()) }
    };
    rows(builder, id, sort, own)
}

/// The values of a person's page.
pub(crate) fn record(builder: &PageBuilder<'_>, id: PersonId) -> Result<Merged<authority::Person, Person>, ViewError> {
    let person = &builder.chronicle[id];
    let fields = &person.entry.fields;
    let span = terms::span(builder, Subject::Person(id));
    let offices = fields.offices.iter().zip(&person.office_organizations).map(|(office, organization)| {
        let organization = organization.map(|body| builder.subject_link(Subject::Organization(body)));
        Merged::new(office, &OfficeHeld { organization, held: span.and_then(|span| terms::held(office, span)) })
    });
    let own = Person {
        names: fields.names.as_slice().iter().map(name).collect(),
        offices: offices.collect(),
        portrait: portrait::of(builder, id).map(|of| Portrait {
            address: Href::new("", &builder.config.base_url.encoded_path(of.address)),
            alt: of.alt.to_owned(),
            width: of.size.map(|size| size.width),
            height: of.size.map(|size| size.height),
            credit: of.credit.map(str::to_owned),
        }),
        body: builder.description(&person.entry)?,
    };
    Ok(Merged::new(fields, &own))
}

fn name(name: &TextOr<authority::NameVariant>) -> Merged<authority::NameVariant, NameVariant> {
    match name {
        TextOr::Text(name) => {
            let variant = authority::NameVariant { name: name.clone(), language: None, seen: None };
            Merged::new(&variant, &NameVariant { dir: None })
        }
        TextOr::Map(variant) => {
            let dir = variant.language.as_ref().map(|tag| tag.direction().as_str());
            Merged::new(variant, &NameVariant { dir })
        }
    }
}
