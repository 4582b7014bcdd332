//! A bar on standard error while a long build renders; only on a terminal.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Progress;

/// Shorter builds are over before a bar could be read.
const LONG: usize = 2_000;

struct Bar(ProgressBar);

impl Progress for Bar {
    fn begin(&self, pages: usize) {
        if pages >= LONG && std::io::stderr().is_terminal() {
            self.0.set_length(pages as u64);
            self.0.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
    }

    fn rendered(&self) {
        self.0.inc(1);
    }

    fn waiting(&self) {
        eprintln!("waiting for another build into the same folder to end");
    }
}

/// Runs `work` with a bar that is gone when it ends.
pub(super) fn show<T>(work: impl FnOnce(&dyn Progress) -> T) -> T {
    let bar = ProgressBar::hidden();
    // A template that is not one of `indicatif`'s would leave the bar plain, which is no harm.
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} pages") {
        bar.set_style(style);
    }
    let bar = Bar(bar);
    let result = work(&bar);
    bar.0.finish_and_clear();
    result
}
