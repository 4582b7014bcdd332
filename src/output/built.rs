//! The site as the last build left it in an output folder, for what copies it on.

use super::state::State;
use super::{Locked, OutputError, OutputOptions, at};
use crate::address::Address;
use crate::folder::Folder;

/// The files of a built site. No build of this site writes to the folder as long as this is held.
#[derive(Debug)]
pub(crate) struct BuiltSite {
    /// The folder that holds them.
    pub(crate) folder: Folder,
    /// Their paths in it, sorted, with the hashes (XXH3) of their bytes.
    pub(crate) files: Vec<(String, u64)>,
    _state: State,
}

impl BuiltSite {
    /// Opens the output folder of a site that was built.
    ///
    /// # Errors
    /// [`OutputError`] where it cannot be opened.
    pub(crate) fn open(built: &OutputOptions<'_>, waiting: impl FnOnce()) -> Result<BuiltSite, OutputError> {
        let Locked { path, target, state, prefix: _ } = Locked::of(built, waiting)?;
        let folder = target.open()?;
        let folder = folder.ok_or_else(|| at(&path)(std::io::ErrorKind::NotFound.into()))?;
        let manifest = state.manifest()?;
        let file = |position| (Address::path_of(manifest.address(position)), manifest.written(position).hash);
        let mut files: Vec<(String, u64)> = (0..manifest.len()).map(file).collect();
        files.sort_unstable();
        Ok(BuiltSite { folder, files, _state: state })
    }
}
