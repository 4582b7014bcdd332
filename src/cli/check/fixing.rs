//! `chronicle check --fix`: shows what can be mended, asks, and writes it.

use std::io::IsTerminal;

use super::Scope;
use crate::cli::new::ask::{Ask, terminal};
use crate::cli::{Ended, counted, print, progress, tell, way};
use crate::fix::{FixedFile, Fixes, fixes};
use crate::input::Inputs;
use crate::output;
use crate::pipeline::Request;
use crate::report::Printable;

/// Mends what can be mended in the scope; without asking where `yes` was said before. What remains is the caller's.
pub(super) fn mend(request: &Request<'_>, scope: &Scope, yes: bool) -> Result<(), String> {
    let inputs = Inputs::read(request.root).map_err(|error| error.to_string())?;
    let wanted =
        |finding: &crate::diagnostic::Diagnostic, inputs: &Inputs| scope.has(inputs.get(finding.span.input).path());
    let (found, _) = progress::show(|progress| fixes(inputs, request, &wanted, progress));
    let Fixes { changes, findings } = found.map_err(|error| error.to_string())?;
    if changes.is_empty() {
        tell(&Printable::line("nothing can be mended with certainty"));
        return Ok(());
    }
    let way = way(request.root);
    let diffs: String = changes.iter().map(|change| change.diff(&way)).collect();
    if let Ended::Failed(reason) = print(&Printable::of(&diffs)) {
        return Err(reason);
    }
    let what = format!("{} in {}", counted(findings, "finding"), counted(changes.len(), "file"));
    // Only ask if the diff was shown on the terminal.
    let mut asked = terminal().filter(|_| std::io::stdout().is_terminal());
    let asked = asked.as_mut().map(|terminal| terminal as &mut dyn Ask);
    if !yes && !agrees(asked, &what)? {
        return Ok(());
    }
    write(request, &changes)?;
    tell(&Printable::line(&format!("mended {what}")));
    Ok(())
}

/// Whether whoever sees the changes wants them; says so where not, and how it is done where nobody can be asked.
fn agrees(asked: Option<&mut dyn Ask>, what: &str) -> Result<bool, String> {
    let Some(asked) = asked else {
        tell(&Printable::line(&format!("nothing was changed: with `--yes`, these changes mend {what}")));
        return Ok(false);
    };
    let agrees = asked.confirm(&format!("mend {what}?"))?;
    if !agrees {
        asked.tell("nothing was changed");
    }
    Ok(agrees)
}

/// Writes the files; those before one that cannot be written stay mended.
fn write(request: &Request<'_>, changes: &[FixedFile]) -> Result<(), String> {
    for (written, change) in changes.iter().enumerate() {
        output::replace(request.root, &change.path, &change.before, &change.after).map_err(|error| {
            let paths: Vec<String> = changes[..written].iter().map(|change| format!("`{}`", change.path)).collect();
            let made = if paths.is_empty() { "nothing".to_owned() } else { format!("only {}", paths.join(", ")) };
            format!("{error}; {made} was changed")
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::agrees;
    use crate::cli::new::ask::tests::Script;

    #[test]
    fn only_who_agrees_gets_changes() {
        let mut asked = Script::new("y|n");
        assert_eq!(agrees(Some(&mut asked), "1 finding in 1 file"), Ok(true));
        assert!(asked.told.is_empty());
        assert_eq!(agrees(Some(&mut asked), "1 finding in 1 file"), Ok(false));
        assert_eq!(asked.told, ["nothing was changed"]);
        assert!(agrees(Some(&mut asked), "1 finding in 1 file").is_err(), "the terminal was closed");
        assert_eq!(agrees(None, "1 finding in 1 file"), Ok(false));
    }
}
