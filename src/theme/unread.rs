//! Settings that the templates in use do not read: an author would look for the mistake in `site.toml`.

use super::keys::ReadKeys;
use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::input::Inputs;

/// A setting, what has to be read of it, and where.
struct Setting {
    /// Where it stands in `site.toml`.
    path: &'static [&'static str],
    /// Whether it is set.
    is_set: bool,
    needs: Need,
}

/// What a template has to read, so that a setting is seen.
enum Need {
    /// A key of `site`, in any template.
    OfSite(&'static str),
    /// What is made by a template of its own, in any other.
    Fragment(&'static str),
    /// A value or key in a template of its own, where the site or theme has that.
    In(&'static str, &'static str),
}

/// Findings about settings of which nobody sees anything, by what each template reads.
pub(super) fn unread(inputs: &Inputs, config: &Config, read: &[ReadKeys<'_>]) -> Vec<Diagnostic> {
    settings(config).into_iter().filter_map(|setting| finding(inputs, config, &setting, read)).collect()
}

fn settings(config: &Config) -> Vec<Setting> {
    let (nav, style) = (&config.nav, &config.style);
    let is_ordered = !nav.order.is_empty() || !nav.hide.is_empty() || !nav.entries.is_empty();
    let (has_entries, has_footer) = (!nav.entries.is_empty(), config.footer.is_some());
    let one = |path: &'static [&'static str], is_set: bool, needs: Need| Setting { path, is_set, needs };
    vec![
        one(&["logo"], config.logo.is_some(), Need::OfSite("logo")),
        one(&["icon"], config.icon.is_some(), Need::OfSite("icon")),
        one(&["style", "accent"], style.accent.is_some(), Need::OfSite("styles")),
        one(&["style", "sheets"], !style.sheets.is_empty(), Need::OfSite("styles")),
        one(&["nav"], is_ordered, Need::Fragment("nav")),
        one(&["nav", "entries"], has_entries, Need::In("nav.html", "label")),
        one(&["footer"], has_footer, Need::Fragment("foot")),
        one(&["footer"], has_footer, Need::In("foot.html", "text")),
    ]
}

fn finding(inputs: &Inputs, config: &Config, setting: &Setting, read: &[ReadKeys<'_>]) -> Option<Diagnostic> {
    let Setting { path, is_set, needs } = setting;
    let reads = |of: &ReadKeys<'_>, name: &str| of.is_any || of.keys.contains(name) || of.variables.contains(name);
    let (is_read, what, place) = match needs {
        Need::OfSite(key) => (read.iter().any(|of| reads(of, key)), format!("site.{key}"), "base.html"),
        Need::Fragment(name) => (read.iter().any(|of| reads(of, name)), (*name).to_owned(), "base.html"),
        // A template that is not there is a finding of its own.
        Need::In(template, name) => {
            (read.iter().filter(|of| of.template == *template).all(|of| reads(of, name)), (*name).to_owned(), *template)
        }
    };
    if !is_set || is_read {
        return None;
    }
    let steps: Vec<Step<'_>> = path.iter().map(|key| Step::Key(key)).collect();
    let theme = &config.theme;
    let message = match needs {
        Need::In(template, _) => {
            format!("`{template}` of the theme `{theme}` or the site does not read `{what}`: nobody sees this setting")
        }
        _ => format!("no template of the theme `{theme}` or the site reads `{what}`: nobody sees this setting"),
    };
    let help = format!("show it in `{place}`, as docs/templates.md says, or remove the setting");
    Some(Diagnostic::lint(Code::UnreadSetting, config::locate_below(inputs, &steps), message).help(Some(help)))
}
