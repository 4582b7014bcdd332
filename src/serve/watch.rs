//! Watches the files of the site. What an event says is never trusted: it only means "check the files again".

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Command, ServeError};
use crate::input::{FOLDERS, LOCK};

/// The polling interval where the system cannot report changes.
const POLL: Duration = Duration::from_secs(1);

/// A file watcher, which sends [`Command::CheckFiles`] until it is dropped.
pub(super) struct Watch {
    watcher: Box<dyn Watcher + Send>,
    root: PathBuf,
}

impl Watch {
    /// Watches the site in `root`.
    pub(super) fn of(root: &Path, commands: Sender<Command>) -> Result<Watch, ServeError> {
        let root = root.canonicalize().map_err(|error| ServeError::Watch(error.to_string()))?;
        let handler = {
            let root = root.clone();
            move |event: notify::Result<notify::Event>| {
                if event.is_ok_and(|event| !concerns(&event, &root)) {
                    return;
                }
                // When the receiver is gone, the process is ending.
                let _ = commands.send(Command::CheckFiles);
            }
        };
        let native = RecommendedWatcher::new(handler.clone(), Config::default().with_follow_symlinks(false))
            .map(|watcher| Watch { watcher: Box::new(watcher), root: root.clone() })
            .and_then(|mut watch| watch.arm().map(|()| watch));
        // Used where there are too many folders, or the file system reports no events.
        let polled = || {
            let watcher =
                PollWatcher::new(handler, Config::default().with_poll_interval(POLL).with_follow_symlinks(false))?;
            let mut watch = Watch { watcher: Box::new(watcher), root: root.clone() };
            watch.arm().map(|()| watch)
        };
        native.or_else(|_| polled()).map_err(|error: notify::Error| ServeError::Watch(error.to_string()))
    }

    /// Watches the folders that exist now: one that was deleted and created again has to be watched again.
    pub(super) fn renew(&mut self) {
        // A folder that cannot be watched now is read at the next change of another.
        let _ = self.arm();
    }

    fn arm(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            // This fails for a folder that was not watched, which is no fault.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() && !folder.is_symlink() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Whether an event can concern the site: other programs may write files beside it all the time.
fn concerns(event: &notify::Event, root: &Path) -> bool {
    if matches!(event.kind, EventKind::Access(_)) {
        return false;
    }
    let is_own = |path: &PathBuf| {
        let first = path.strip_prefix(root).ok().and_then(|below| below.iter().next());
        first.is_none_or(|first| first == "site.toml" || first == LOCK || FOLDERS.iter().any(|folder| first == *folder))
    };
    event.paths.is_empty() || event.paths.iter().any(is_own)
}
