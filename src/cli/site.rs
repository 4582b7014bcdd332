//! Options of every command that runs the stages: which site, and how strict.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::chronicle::Drafts;
use crate::config::BaseUrl;
use crate::diagnostic::{Code, Level, Levels, did_you_mean};
use crate::pages;
use crate::pipeline::Request;
use crate::plan::Shard;

#[derive(Debug, clap::Args)]
pub(super) struct SiteOptions {
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// The address the site is published at, in place of `base_url` in `site.toml`
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: Option<BaseUrl>,
    /// Take drafts in as well
    #[arg(long)]
    drafts: bool,
    /// The newest day that anything recorded can be of [default: the newest that it is anywhere, by the clock]
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    levels: LevelOptions,
}

/// Levels of codes for this run; they win over `[lints]` in `site.toml`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Levels")]
struct LevelOptions {
    /// Make errors of the findings of this code, or of all `warnings`
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = denied)]
    deny: Vec<Denied>,
    /// Make warnings of the findings of this code
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    warn: Vec<Code>,
    /// Do not report the findings of this code
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    allow: Vec<Code>,
}

#[derive(Clone, Copy, Debug)]
enum Denied {
    Warnings,
    Code(Code),
}

impl SiteOptions {
    /// The root of the site.
    pub(super) fn root(&self) -> Result<PathBuf, String> {
        super::root(self.root.as_deref())
    }

    /// The day of what is done now: the one that was named, or that of the clock in UTC.
    pub(super) fn day(&self) -> NaiveDate {
        self.today.unwrap_or_else(super::today_in_utc)
    }

    /// Whether it was said what day it is: then no clock is looked at.
    pub(super) fn has_today(&self) -> bool {
        self.today.is_some()
    }

    /// What is asked of a run on the site in `root`.
    pub(super) fn request<'a>(&self, root: &'a Path, output: Option<&'a Path>) -> Result<Request<'a>, String> {
        Ok(Request {
            root,
            output,
            reads_words: false,
            base_url: self.base_url.clone(),
            only: None,
            shard: Shard::WHOLE,
            drafts: if self.drafts { Drafts::Include } else { Drafts::Leave },
            today: Some(self.today.unwrap_or_else(super::today)),
            levels: self.levels.levels()?,
            no_cache: false,
            replaces_foreign: false,
            precompresses: false,
            program: super::program(),
            began: super::now(),
        })
    }
}

impl LevelOptions {
    fn levels(&self) -> Result<Levels, String> {
        let mut levels = Levels::default();
        let denied = self.deny.iter().filter_map(|denied| match denied {
            Denied::Code(code) => Some((*code, Level::Deny)),
            Denied::Warnings => None,
        });
        let warned = self.warn.iter().map(|code| (*code, Level::Warn));
        let allowed = self.allow.iter().map(|code| (*code, Level::Allow));
        let mut seen: Vec<(Code, Level)> = Vec::new();
        for (code, level) in denied.chain(warned).chain(allowed) {
            if let Some((_, other)) = seen.iter().find(|(known, other)| *known == code && *other != level) {
                let (one, two) = (other.word(), level.word());
                return Err(format!("`{code}` is given to both `--{one}` and `--{two}`: leave one of them out"));
            }
            levels.set(code, level).map_err(|fixed| fixed.to_string())?;
            seen.push((code, level));
        }
        if self.deny.iter().any(|denied| matches!(denied, Denied::Warnings)) {
            levels.deny_warnings();
        }
        Ok(levels)
    }
}

/// Reads the name of a kind of output that can be turned off.
pub(super) fn kind_of_output(name: &str) -> Result<String, String> {
    let known = pages::switches();
    if known.contains(&name) {
        return Ok(name.to_owned());
    }
    let near = did_you_mean(name, known.iter().copied());
    let help = near.unwrap_or_else(|| format!("use some of `{}`", known.join("`, `")));
    Err(format!("there is no such kind of output: {help}"))
}

/// Reads a code by its name.
pub(super) fn code(slug: &str) -> Result<Code, String> {
    Code::from_slug(slug).ok_or_else(|| {
        let near = did_you_mean(slug, Code::ALL.iter().map(|code| code.slug()));
        let help = near.unwrap_or_else(|| "see the list of `chronicle explain`".to_owned());
        format!("there is no such code: {help}")
    })
}

fn denied(word: &str) -> Result<Denied, String> {
    if word == "warnings" { Ok(Denied::Warnings) } else { code(word).map(Denied::Code) }
}
