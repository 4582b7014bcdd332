//! The portrait of a person, for the page, for cards that link to it, and for search engines.

use crate::address::Address;
use crate::chronicle::PersonId;
use crate::entry::shape::Text;
use crate::pages::PageBuilder;
use crate::picture::Size;

/// A portrait whose file there is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Portrait<'a> {
    /// The address of the picture.
    pub(crate) address: &'a Address,
    /// What it shows, in words.
    pub(crate) alt: &'a str,
    /// None where the file does not say it.
    pub(crate) size: Option<Size>,
    /// Whom it is from.
    pub(crate) credit: Option<&'a str>,
}

/// The portrait of a person; none where there is none.
pub(crate) fn of<'a>(builder: &PageBuilder<'a>, person: PersonId) -> Option<Portrait<'a>> {
    let fields = &builder.chronicle.get(person).entry.fields;
    let (file, more) = fields.portrait()?;
    let asset = builder.plan.assets().get(file.as_str())?;
    Some(Portrait {
        address: &asset.address,
        alt: more.and_then(|more| more.alt.as_ref()).unwrap_or(&fields.name).as_str(),
        size: builder.chronicle.picture(file.as_str()),
        credit: more.and_then(|more| more.credit.as_ref()).map(Text::as_str),
    })
}
