//! The rules about texts, for the words in the foot of every page.

use pulldown_cmark::{Parser, html};

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::body::Body;
use crate::entry::markdown;
use crate::input::Inputs;

/// The most bytes of markup that it makes: every page carries them.
const LONGEST_MARKUP: usize = 16_000;

/// Findings about `footer` in `site.toml`: those of any text. Links that lead nowhere are found where it is known what pages there
/// are.
pub(crate) fn check(inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
    let Some(footer) = &config.footer else { return Vec::new() };
    let span = config::locate(inputs, "footer");
    let facts = Body::parse(inputs.config(), footer.text(), 0..footer.text().len(), None);
    let mut findings: Vec<Diagnostic> = facts.findings.into_iter().map(|found| found.moved(span)).collect();
    // Cells of tables, notes and addresses that are used often make much of few bytes.
    let mut markup = String::new();
    html::push_html(&mut markup, Parser::new_ext(footer.text(), markdown()));
    if markup.len() > LONGEST_MARKUP {
        let message =
            format!("the footer makes more than {LONGEST_MARKUP} bytes of markup, which every page would carry");
        let help = "write a page below `content/pages/`: the foot leads to it".to_owned();
        findings.push(Diagnostic::error(Code::BadValue, span, message).help(Some(help)));
    }
    findings
}
