//! Files that are not read.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Inputs, MISNAMED, Refusal, Span};

/// Reports each file that was refused, with the reason. Nothing of its content is shown.
pub(crate) fn check(inputs: &Inputs) -> Vec<Diagnostic> {
    let refused = inputs.all().filter_map(|(input, file)| Some((input, file.path(), file.refusal()?)));
    let finding = |(input, path, refusal)| {
        let (code, message, help) = reason(path, refusal);
        let finding = match refusal {
            Refusal::Hidden => Diagnostic::lint(code, Span::file(input), message),
            Refusal::Link | Refusal::Special | Refusal::TooLarge(_) => {
                Diagnostic::error(code, Span::file(input), message)
            }
        };
        finding.help(Some(help))
    };
    refused.map(finding).chain(misnamed(inputs)).collect()
}

/// Folders whose names are nearly those of a site, at the first file in each.
fn misnamed(inputs: &Inputs) -> impl Iterator<Item = Diagnostic> {
    MISNAMED.into_iter().filter_map(|(name, right, ending)| {
        let folder = format!("{name}/");
        let (input, _) = inputs.under(&folder).next()?;
        let code = if ending == ".ftl" { Code::UnreadMessage } else { Code::UnreadTemplate };
        let message = format!("nothing reads `{folder}`");
        let help = format!("call the folder `{right}`; if it is no part of the site, keep it elsewhere");
        Some(Diagnostic::lint(code, Span::file(input), message).help(Some(help)))
    })
}

fn reason(path: &str, refusal: Refusal) -> (Code, String, String) {
    let is_entry = path.starts_with("content/") && !path.starts_with("content/sources/");
    match refusal {
        Refusal::Link => (
            Code::RefusedLink,
            "a symbolic link that leads to no file of the same input folder is not followed".to_owned(),
            "put the file itself here".to_owned(),
        ),
        Refusal::Special => (
            Code::SpecialFile,
            "what is no regular file is not read".to_owned(),
            "put a regular file here, or remove it".to_owned(),
        ),
        Refusal::Hidden => (
            Code::HiddenFile,
            "hidden files are not published, but for those that hosts look for".to_owned(),
            "give it a name that begins with no dot, or move it out of the static files".to_owned(),
        ),
        Refusal::TooLarge(most) if is_entry => (
            Code::OversizedEntry,
            format!("the file has more than {} MB", most >> 20),
            "keep a long text below `content/sources/`, and record what was said".to_owned(),
        ),
        Refusal::TooLarge(most) => (
            Code::OversizedFile,
            format!("the file has more than {} MB, which is the limit for files of this kind", most >> 20),
            "part it into several files, or leave it out".to_owned(),
        ),
    }
}
