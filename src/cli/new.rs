//! `chronicle new`: writes a record that the parser takes, or a draft that says what is missing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Ended, complaint, in_colour, print, root, tell};
use crate::checks;
use crate::chronicle::{Chronicle, Drafts, Lookup};
use crate::diagnostic::{Checked, Code, Diagnostic, Levels, Severity, settle};
use crate::entry::placeholder::{asks_for, placeholders};
use crate::entry::{Kind, date};
use crate::input::Inputs;
use crate::output;
use crate::pipeline::understand;
use crate::report::{Printable, Report, one_line};

pub(super) mod ask;
mod authority;
mod source;
mod statement;

/// Write a new record
///
/// Puts it in its folder under the name that will be its id, and never overwrites a file. What is not known yet stands
/// in it as `FIXME(…)`, which `chronicle check` refuses.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: RecordArguments,
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,
    /// The newest day that anything recorded can be of [default: the newest that it is anywhere, by the clock]
    #[arg(long, value_name = "DATE", global = true, value_parser = super::day)]
    today: Option<NaiveDate>,
}

#[derive(Debug, clap::Subcommand)]
enum RecordArguments {
    Statement(Box<statement::Arguments>),
    Person(authority::Person),
    Organization(authority::Organization),
    Topic(authority::Topic),
    Place(authority::Place),
    Event(authority::Event),
    Page(authority::Page),
    Source(source::Arguments),
}

pub(super) fn run(arguments: Arguments) -> Ended {
    let site = match root(arguments.root.as_deref()).and_then(Site::open) {
        Ok(site) => site,
        Err(reason) => return Ended::Failed(reason),
    };
    let proposal = match arguments.what {
        RecordArguments::Statement(arguments) => statement::propose(*arguments, &site),
        RecordArguments::Person(arguments) => arguments.propose(&site),
        RecordArguments::Organization(arguments) => arguments.propose(&site),
        RecordArguments::Topic(arguments) => arguments.propose(&site),
        RecordArguments::Place(arguments) => arguments.propose(&site),
        RecordArguments::Event(arguments) => arguments.propose(&site),
        RecordArguments::Page(arguments) => arguments.propose(),
        RecordArguments::Source(arguments) => arguments.propose(&site),
    };
    match proposal {
        Ok(proposal) => site.accept(&proposal, arguments.today.unwrap_or_else(super::today)),
        Err(mut reasons) => {
            let last = reasons.pop().unwrap_or_default();
            reasons.iter().for_each(|reason| tell(&complaint(reason)));
            Ended::Failed(last)
        }
    }
}

/// Files to be made, each below the root, and what to say of them.
#[derive(Debug, Default)]
struct Proposal {
    files: Vec<(String, Vec<u8>)>,
    notes: Vec<String>,
}

impl Proposal {
    fn of(path: String, text: String) -> Proposal {
        Proposal { files: vec![(path, text.into_bytes())], notes: Vec::new() }
    }

    /// The ids of its records.
    fn ids(&self) -> Vec<String> {
        let stem = |path: &String| Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        self.files.iter().filter_map(|(path, _)| stem(path)).collect()
    }
}

/// The site that a record is added to.
struct Site {
    root: PathBuf,
    inputs: Inputs,
    chronicle: Chronicle,
    /// The findings it has already, which are not this command's concern.
    before: BTreeSet<FindingKey>,
}

/// Identifies a finding when a file is added.
type FindingKey = (String, u32, u32, Code, String);

fn known(finding: &Diagnostic, inputs: &Inputs) -> FindingKey {
    let path = inputs.get(finding.span.input).path().to_owned();
    (path, finding.span.start, finding.span.end, finding.code, finding.message.clone())
}

impl Site {
    /// Reads and resolves a site.
    fn open(root: PathBuf) -> Result<Site, String> {
        let inputs = Inputs::read(&root).map_err(|error| error.to_string())?;
        let Checked { value: chronicle, findings } =
            understand(&inputs, Drafts::Include).map_err(|error| error.to_string())?;
        let before = findings.iter().map(|finding| known(finding, &inputs)).collect();
        Ok(Site { root, inputs, chronicle, before })
    }

    /// The id that a word given for `flag` stands for.
    fn flag(&self, kind: Kind, flag: &str, word: &str) -> Result<String, String> {
        self.id(kind, word).map_err(|reason| format!("{flag}: {reason}"))
    }

    /// The id that a word stands for.
    fn id(&self, kind: Kind, word: &str) -> Result<String, String> {
        match self.chronicle.look_up(kind, word) {
            Lookup::One(id) => Ok(id.to_string()),
            Lookup::Several(ids) => {
                let ids = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or ");
                Err(format!("several {} are called `{word}`: write the id: {ids}", kind.plural()))
            }
            Lookup::Nothing(help) => {
                let help = help.unwrap_or_else(|| format!("make it first: `chronicle new {} NAME`", kind.noun()));
                Err(format!("unknown {} `{word}`: {help}", kind.noun()))
            }
        }
    }

    /// The id that a word stands for, or the word itself, which the parser then judges.
    fn id_or_text(&self, kind: Kind, word: &str) -> String {
        match self.chronicle.look_up(kind, word) {
            Lookup::One(id) => id.to_string(),
            _ => word.to_owned(),
        }
    }

    /// Makes the files if the parser and the chronicle take them; else says why not, and makes none.
    fn accept(&self, proposal: &Proposal, today: NaiveDate) -> Ended {
        for (path, _) in &proposal.files {
            if fs::symlink_metadata(self.root.join(path)).is_ok() {
                let reason = format!("`{path}` exists already: choose another name with `--id`");
                return Ended::Failed(reason);
            }
        }
        let inputs = match Inputs::read(&self.root) {
            Ok(inputs) => proposal.files.iter().fold(inputs, |inputs, (path, bytes)| inputs.with(path, bytes.clone())),
            Err(error) => return Ended::Failed(error.to_string()),
        };
        let new: Vec<_> = proposal.files.iter().filter_map(|(path, _)| inputs.find(path)).collect();
        let findings = match understand(&inputs, Drafts::Include) {
            Ok(Checked { value: chronicle, mut findings }) => {
                findings.extend(checks::future(&chronicle, &inputs, today, &new));
                settle(findings, &Levels::default())
            }
            Err(error) => return Ended::Failed(error.to_string()),
        };
        let is_expected = |finding: &Diagnostic| {
            self.before.contains(&known(finding, &inputs))
                || finding.code == Code::UnfinishedPlaceholder && new.contains(&finding.span.input)
        };
        let findings: Vec<Diagnostic> = findings.into_iter().filter(|finding| !is_expected(finding)).collect();
        tell(&Report::of(&findings, &inputs).human(in_colour(&std::io::stderr())));
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            tell(&Printable::line("nothing was written"));
            return Ended::Findings;
        }
        for (index, (path, bytes)) in proposal.files.iter().enumerate() {
            if let Err(reason) = output::create(&self.root, path, bytes) {
                let made: Vec<&str> = proposal.files[..index].iter().map(|(path, _)| path.as_str()).collect();
                let made = if made.is_empty() { "nothing".to_owned() } else { format!("only `{}`", made.join("`, `")) };
                return Ended::Failed(format!("{reason}; {made} was written"));
            }
        }
        print(&self.story(proposal))
    }

    /// What was made, and what to do next.
    fn story(&self, proposal: &Proposal) -> Printable {
        let shown = |path: &str| one_line(&self.shown(path).display().to_string());
        let mut story = String::new();
        for (path, _) in &proposal.files {
            story.push_str(&format!("wrote {}\n", shown(path)));
        }
        for note in &proposal.notes {
            story.push_str(&format!("note: {}\n", one_line(note)));
        }
        let mut missing = 0;
        for (path, bytes) in proposal.files.iter().filter(|(path, _)| path.ends_with(".md")) {
            let text = String::from_utf8_lossy(bytes);
            let (mut line, mut counted) = (1, 0);
            for (index, range) in placeholders(&text).enumerate() {
                line += text[counted..range.start].matches('\n').count();
                counted = range.start;
                if index == 0 {
                    story.push_str(&format!("to fill in, in {}:\n", shown(path)));
                }
                story.push_str(&format!("  line {line}: {}\n", one_line(asks_for(&text[range]))));
                missing += 1;
            }
        }
        let fill_in = if missing > 0 { "replace each `FIXME(…)`, then " } else { "" };
        story.push_str(&format!("next: {fill_in}run `chronicle check`\n"));
        Printable::of(&story)
    }

    /// A path of the site as it is written from the working folder.
    fn shown(&self, path: &str) -> PathBuf {
        let file = self.root.join(path);
        let here = std::env::current_dir().ok();
        here.and_then(|here| file.strip_prefix(here).ok().map(Path::to_path_buf)).unwrap_or(file)
    }
}

/// Reads a value whose error has help.
macro_rules! flag {
    ($name:ident: $type:ty) => {
        fn $name(text: &str) -> Result<$type, String> {
            text.parse::<$type>().map_err(|error| match error.help() {
                Some(help) => format!("{error}: {help}"),
                None => error.to_string(),
            })
        }
    };
}

flag!(date: date::Date);
flag!(country: crate::entry::country::Country);
flag!(language: crate::language::Language);

/// Reads the rest of a file's name.
fn id(text: &str) -> Result<crate::entry::id::Id, String> {
    crate::entry::id::Id::new(text).map_err(|reason| format!("{reason}: use lower-case letters, digits and hyphens"))
}
