//! Countries: what the overview and their pages say of them.

use super::row::rows;
use crate::chronicle::Subject;
use crate::entry::country::Country;
use crate::pages::{Views, sources};
use crate::views as view;
use crate::views::{CountryRow, Merged, SubjectRow};

/// All countries, by name.
pub(super) fn overview(views: &Views<'_>) -> Vec<Merged<SubjectRow, CountryRow>> {
    let code = |subject| if let Subject::Country(code) = subject { Some(code) } else { None };
    let sort = |code: Country| sources::collated(&views.subject_name(Subject::Country(code)));
    rows(views, code, sort, |code| CountryRow { code: code.code() })
}

/// What the page says of the country.
pub(super) fn named(views: &Views<'_>, code: Country) -> view::Country {
    view::Country { code: code.code(), name: views.subject_name(Subject::Country(code)) }
}
