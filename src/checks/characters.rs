//! Characters in files that are not records but end up on pages and in feeds: settings, messages, word lists,
//! templates.

use crate::diagnostic::Diagnostic;
use crate::entry::{in_messages, in_settings, in_templates};
use crate::input::Inputs;
use crate::language::{Direction, Language};

/// Reports characters that deceive whoever reviews a change of such a file, as in records, and those that XML forbids, since no
/// feed with them can be read: literal or escaped. What a language needs of them in its messages is left alone.
pub(crate) fn check(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let settings = std::iter::once((inputs.config(), inputs.get(inputs.config())));
    let others = ["themes/", "templates/", "messages/", "wording/"].into_iter().flat_map(|folder| inputs.under(folder));
    for (input, file) in settings.chain(others) {
        let Some((name, kind)) = file.path().rsplit_once('.') else { continue };
        let is_text = matches!(kind, "toml" | "ftl" | "html" | "xml" | "txt") && !file.path().contains("/static/");
        // Of the themes in the program a test looks at every character.
        if !is_text || file.refusal().is_some() || file.is_embedded() {
            continue;
        }
        // Unreadable and non-text files are reported by the stages that need them.
        let Ok(bytes) = inputs.bytes(input) else { continue };
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        findings.extend(match kind {
            "toml" => in_settings(input, text),
            "ftl" => {
                let language = name.rsplit('/').next().unwrap_or(name).parse::<Language>();
                in_messages(input, text, language.is_ok_and(|language| language.direction() == Direction::Rtl))
            }
            _ => in_templates(input, text),
        });
    }
    findings
}
