//! Changes of the site's files. What an event says is never trusted: it only means "look again".

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::{ServeError, Wish};
use crate::input::{FOLDERS, LOCK};

/// How often folders are looked through where the system cannot tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// What tells of changes, for as long as it lives.
pub(super) struct Watch {
    watcher: Box<dyn Watcher + Send>,
    root: PathBuf,
}

impl Watch {
    /// Watches the site in `root`.
    pub(super) fn of(root: &Path, wishes: Sender<Wish>) -> Result<Watch, ServeError> {
        let root = root.canonicalize().map_err(|error| ServeError::Watch(error.to_string()))?;
        let told = {
            let root = root.clone();
            move |event: notify::Result<notify::Event>| {
                if event.is_ok_and(|event| !concerns(&event, &root)) {
                    return;
                }
                // When the workshop is gone, the process is ending.
                let _ = wishes.send(Wish::Look);
            }
        };
        let native = RecommendedWatcher::new(told.clone(), Config::default().with_follow_symlinks(false))
            .map(|watcher| Watch { watcher: Box::new(watcher), root: root.clone() })
            .and_then(|mut watch| watch.arm().map(|()| watch));
        // Too many folders, or a file system that tells of nothing.
        let polled = || {
            let watcher =
                PollWatcher::new(told, Config::default().with_poll_interval(POLL).with_follow_symlinks(false))?;
            let mut watch = Watch { watcher: Box::new(watcher), root: root.clone() };
            watch.arm().map(|()| watch)
        };
        native.or_else(|_| polled()).map_err(|error: notify::Error| ServeError::Watch(error.to_string()))
    }

    /// Watches what is there now: folders come and go, and one that came back is another than before.
    pub(super) fn renew(&mut self) {
        // What cannot be watched now is looked at with the next change that is seen.
        let _ = self.arm();
    }

    fn arm(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            // One that was not watched is no fault.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() && !folder.is_symlink() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Whether an event can concern the site: something else may be written beside it all the time.
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
