//! The form that makes the file of a statement, and what it offers from the record.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Href, Html};
use crate::entry::statement::{CorrectionKind, Fidelity, Kind, SourceKind};

/// The form: `contribute.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Contribute<'a> {
    /// What `pages/contribute.md` says.
    pub(crate) body: Option<Html>,
    /// Every kind of statement.
    pub(crate) kinds: &'a [Kind],
    /// Every kind of record.
    pub(crate) fidelities: &'a [Fidelity],
    /// Every kind of source.
    pub(crate) source_kinds: &'a [SourceKind],
    /// Every kind of correction.
    pub(crate) correction_kinds: &'a [CorrectionKind],
    /// Address of the file with what is offered from the record.
    pub(crate) record: Option<Href>,
    /// Address below which each statement has its folder, where their files are published as `index.md`.
    pub(crate) statements: Option<Href>,
    /// `github`, `gitlab` or `forgejo` (which stands for Gitea, too).
    pub(crate) service: &'static str,
    /// The host of the repository.
    pub(crate) host: &'a str,
    /// Address of the form for a new file in the repository.
    pub(crate) new: &'a str,
    /// Address of the form for an existing file in the repository, without the path of the file.
    pub(crate) edit: &'a str,
}

/// What the form offers from the record: `contribute/record.json`. Each list has pairs of an id and a name.
#[derive(Debug, Serialize)]
pub(crate) struct Offered<'a> {
    /// Lists by the folder of their records; of countries by their codes.
    #[serde(flatten)]
    pub(crate) lists: BTreeMap<&'static str, Vec<(&'a str, String)>>,
    /// How many records are not in the lists, where there are too many.
    pub(crate) left_out: BTreeMap<&'static str, usize>,
    /// By the folder of their records, names that others than those they lead to have as well.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) shared: BTreeMap<&'static str, BTreeSet<String>>,
}
