//! The rules about texts, for the words in the foot of every page.

use crate::chronicle::Chronicle;
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::input::Inputs;

/// Findings about `footer` in `site.toml`: those of any text, and links that lead nowhere.
pub(crate) fn check(chronicle: &Chronicle, inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
    let Some(footer) = &config.footer else { return Vec::new() };
    let span = config::locate(inputs, "footer");
    chronicle.check_text(inputs, inputs.config(), footer.text()).into_iter().map(|found| found.moved(span)).collect()
}
