//! Changes of the site's files. What an event says is never trusted: it only means "look again".

use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::{ServeError, Wish};
use crate::input::FOLDERS;

/// How often folders are looked through where the system cannot tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// Watches the site's folders for as long as the value lives.
pub(super) fn watch(root: &Path, wishes: Sender<Wish>) -> Result<Box<dyn Watcher + Send>, ServeError> {
    let told = {
        let wishes = wishes.clone();
        move |event: notify::Result<notify::Event>| {
            if !matches!(event, Ok(notify::Event { kind: EventKind::Access(_), .. })) {
                // When the workshop is gone, the process is ending.
                let _ = wishes.send(Wish::Look);
            }
        }
    };
    let native = RecommendedWatcher::new(told.clone(), Config::default())
        .and_then(|mut watcher| arm(&mut watcher, root).map(|()| watcher));
    match native {
        Ok(watcher) => Ok(Box::new(watcher)),
        // Too many folders, or a file system that tells of nothing.
        Err(_) => {
            let mut watcher = PollWatcher::new(told, Config::default().with_poll_interval(POLL))
                .map_err(|error| ServeError::Watch(error.to_string()))?;
            arm(&mut watcher, root).map_err(|error| ServeError::Watch(error.to_string()))?;
            Ok(Box::new(watcher))
        }
    }
}

/// The root itself, where folders may come and go, and everything below those that are the site's.
fn arm(watcher: &mut dyn Watcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}
