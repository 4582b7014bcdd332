//! A bar on standard error while a long build renders; only on a terminal.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::{Progress, Stage};
use crate::report::Printable;

/// Builds with fewer pages end before a bar could be read.
const LONG: usize = 2_000;

struct Bar {
    bar: ProgressBar,
    /// Whether it is visible; otherwise threads need not contend for the counter.
    shown: AtomicBool,
    began: Mutex<Vec<(Stage, Instant)>>,
}

impl Progress for Bar {
    fn stage(&self, stage: Stage) {
        if let Ok(mut began) = self.began.lock() {
            began.push((stage, Instant::now()));
        }
    }

    fn begin(&self, pages: usize) {
        if pages >= LONG && std::io::stderr().is_terminal() {
            self.shown.store(true, Ordering::Relaxed);
            self.bar.set_length(pages as u64);
            self.bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
    }

    fn rendered(&self) {
        if self.shown.load(Ordering::Relaxed) {
            self.bar.inc(1);
        }
    }

    fn waiting(&self) {
        super::tell(&Printable::line("waiting for another build into the same folder to end"));
    }
}

/// How long each stage took.
pub(super) type Timings = Vec<(Stage, Duration)>;

/// Runs `work` with a bar that is gone when it ends, and says how long its stages took.
pub(super) fn show<T: Send>(work: impl FnOnce(&dyn Progress) -> T + Send) -> (T, Timings) {
    let bar = ProgressBar::hidden();
    // An invalid template only leaves the bar plain.
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} pages") {
        bar.set_style(style);
    }
    let bar = Bar { bar, shown: AtomicBool::new(false), began: Mutex::default() };
    // On a worker thread: one thread less that allocates.
    let result = rayon::scope(|_| work(&bar));
    let end = Instant::now();
    bar.bar.finish_and_clear();
    let began = bar.began.into_inner().unwrap_or_default();
    let ends = began.iter().skip(1).map(|(_, next)| *next).chain([end]);
    let timings = began.iter().zip(ends).map(|((stage, from), to)| (*stage, to - *from)).collect();
    (result, timings)
}
