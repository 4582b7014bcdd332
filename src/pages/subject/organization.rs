//! Organizations: the values of their overview and pages.

use super::row::rows;
use crate::chronicle::{OrganizationId, Subject};
use crate::entry::authority;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Merged, Officer, Organization, OrganizationRow, SubjectRow};

/// All organizations, by today's name.
pub(crate) fn overview<'a>(builder: &PageBuilder<'a>) -> Vec<Merged<SubjectRow, OrganizationRow<'a>>> {
    let id = |subject| if let Subject::Organization(id) = subject { Some(id) } else { None };
    let sort = |id: OrganizationId| builder.organization_name(id).to_owned();
    let own = |id: OrganizationId| {
        let names = builder.chronicle.get(id).entry.fields.names.iter();
        OrganizationRow { former: names.skip(1).map(|name| name.name.as_str()).collect() }
    };
    rows(builder, id, sort, own)
}

/// The values of an organization's page.
pub(crate) fn record<'a>(
    builder: &PageBuilder<'a>,
    id: OrganizationId,
) -> Result<Merged<authority::Organization, Organization<'a>>, ViewError> {
    let chronicle = &builder.chronicle;
    let record = &chronicle[id];
    let officers = chronicle.officers(id).iter().map(|(person, office)| {
        let office = &chronicle[*person].entry.fields.offices[*office];
        Merged::new(office, &Officer { person: builder.subject_link(Subject::Person(*person)) })
    });
    let own = Organization {
        name: builder.organization_name(id),
        parent: record.parent.map(|parent| builder.subject_link(Subject::Organization(parent))),
        body: builder.description(&record.entry)?,
        officers: officers.collect(),
    };
    Ok(Merged::new(&record.entry.fields, &own))
}
