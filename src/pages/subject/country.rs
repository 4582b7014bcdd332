//! Countries: the values of their overview and pages.

use super::row::rows;
use crate::chronicle::Subject;
use crate::entry::country::Country;
use crate::pages::PageBuilder;
use crate::views as view;
use crate::views::{CountryRow, Merged, SubjectRow};

/// All countries, by name.
pub(crate) fn overview(builder: &PageBuilder<'_>) -> Vec<Merged<SubjectRow, CountryRow>> {
    let code = |subject| if let Subject::Country(code) = subject { Some(code) } else { None };
    let sort = |code: Country| builder.subject_name(Subject::Country(code));
    rows(builder, code, sort, |code| CountryRow { code: code.code() })
}

/// The values of a country's page.
pub(crate) fn named(builder: &PageBuilder<'_>, code: Country) -> view::Country {
    view::Country { code: code.code(), name: builder.subject_name(Subject::Country(code)) }
}
