//! The model of a site: the values of the stages from settings to plan, which belong together.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{Progress, Request, RunError, Stage, copies};
use crate::checks::{self, Pictures, Proofs, RuleCache, RuleContext, Wording};
use crate::chronicle::{self, Chronicle, Drafts, Verified};
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Levels, fails, settle};
use crate::entry::{self, AnyEntry};
use crate::incremental::{ParsedFile, PreviousRun};
use crate::input::{InputId, Inputs, ReadError};
use crate::language::Language;
use crate::lock;
use crate::pages::search::{BlockReader, TextWords};
use crate::pages::{self, Plan, Search, SourceTexts};
use crate::search::{self, Reader, Terms};
use crate::theme::{Messages, Theme};

/// The settings, the theme, the chronicle and its pages.
#[derive(Debug)]
pub(crate) struct Model {
    pub(super) config: Config,
    pub(super) levels: Levels,
    pub(super) theme: Theme,
    pub(super) messages: Arc<Messages>,
    pub(super) chronicle: Chronicle,
    pub(super) plan: Plan,
    /// The index of search, where there is one.
    pub(super) search: Option<Search>,
    /// The kept texts that have pages.
    pub(super) texts: SourceTexts,
    /// What is kept of search for the next run where it is turned off.
    kept_search: search::Kept,
    /// Which quotations are proven.
    pub(super) proofs: Proofs,
    /// How large the pictures are that pages show.
    pub(super) pictures: Pictures,
    /// The cache of rules without findings, for the next run.
    pub(super) known: RuleCache,
    /// The parsed files, for the next run.
    pub(super) parsed: Vec<ParsedFile>,
    /// The findings so far; their levels are not settled.
    pub(super) findings: Vec<Diagnostic>,
    /// Whether there is a theme without errors; otherwise every page would only fail in its own way.
    pub(super) can_render: bool,
}

impl Model {
    /// Builds the model of a site; the findings where its settings cannot be read.
    ///
    /// # Errors
    /// [`RunError`] where a file cannot be read or written.
    pub(crate) fn of(
        inputs: &Inputs,
        request: &Request<'_>,
        before: Option<&PreviousRun<'_>>,
        progress: &dyn Progress,
    ) -> Result<Result<Model, Vec<Diagnostic>>, RunError> {
        let mut findings = Vec::new();
        let Some(mut config) = config::read(inputs)?.keep(&mut findings) else {
            return Ok(Err(settle(findings, &request.levels)));
        };
        if let Some(base_url) = &request.base_url {
            config.base_url = base_url.clone();
        }
        if let Some(only) = &request.only {
            config.outputs = config.outputs.only(only.iter().cloned());
        }
        let levels = request.levels.over(&config.lints);
        let theme = Theme::read(inputs, &config)?.keep(&mut findings);
        let messages = Arc::new(theme.messages(inputs, &config)?.keep(&mut findings));
        let theme = theme.with_messages(&messages);
        let can_render = !fails(&findings, &levels);
        findings.extend(theme.wrong_templates(
            inputs,
            &config,
            &pages::needed_templates(&config.outputs),
            pages::given,
        ));
        findings.extend(theme.blocked(inputs, &config));
        findings.extend(theme.wrong_accent(inputs, &config));
        findings.extend(theme.sheets_loaded_twice(inputs, &config));
        findings.extend(theme.unread_messages(&messages));
        findings.extend(checks::files(inputs));
        findings.extend(checks::characters(inputs));
        progress.stage(Stage::Parse);
        let kept_search = before.map_or_else(search::Kept::default, |before| before.search().clone());
        let known_words = if request.reads_words { &kept_search } else { &search::Kept::default() };
        let words = config.outputs.has("search").then(|| TextWords::after(known_words));
        let reading = words.as_ref().filter(|_| request.reads_words).map(|words| (words, &config.language));
        let Parsed { entries, cached: parsed, texts } = parse(inputs, before, reading)?.keep(&mut findings);
        progress.stage(Stage::Resolve);
        let lock = lock::read(inputs)?.keep(&mut findings);
        let chronicle = chronicle::resolve(entries, &lock, inputs, request.drafts).keep(&mut findings);
        let none = RuleCache::default();
        let known = before.and_then(|before| before.known(request.fingerprint(), inputs)).unwrap_or(&none);
        let whole = !fails(&findings, &levels);
        let wording = &Wording::read(inputs, theme.folders())?.keep(&mut findings);
        // Planning needs to know which quotations are proven.
        let mut proofs = checks::quotations(&chronicle, inputs, &known.compared).keep(&mut findings);
        let pictures = checks::pictures(&chronicle, inputs, &config, &theme.static_folders())?.keep(&mut findings);
        let whole = whole && !fails(&findings, &levels);
        let check = || {
            let mut found = Vec::new();
            let linked = chronicle.check_links(inputs, &known.verified).keep(&mut found);
            found.extend(checks::footer(inputs, &config));
            let whole = whole && !fails(&found, &levels);
            let (today, language) = (request.today, &config.language);
            let measure = RuleContext { levels: &levels, today, wording, language, whole, known };
            let mut known = checks::rules(&chronicle, inputs, &measure).keep(&mut found);
            known.verified = known.verified.with(linked);
            (known, found)
        };
        let index = |words: TextWords| {
            let words = if request.reads_words { Some((words, texts)) } else { None };
            Search::of(&chronicle, inputs, &config, &messages, words, known_words)
        };
        let plan = || {
            let mut findings = Vec::new();
            let search = words.map(index).transpose()?.and_then(|search| search.keep(&mut findings));
            let texts = SourceTexts::of(&chronicle, inputs, &config)?.keep(&mut findings);
            let planned = pages::plan(&chronicle, &proofs, inputs, &config, &theme, search.as_ref(), &texts)?;
            let plan = planned.keep(&mut findings);
            if request.precompresses {
                findings.extend(copies::too_long(&plan, inputs, &theme.static_folders()));
            }
            Ok::<_, ReadError>((search, texts, plan, findings))
        };
        // Planning uses one thread for the most part, checks use all: in parallel they take less time.
        let ((mut known, found), planned) = rayon::join(check, plan);
        known.compared.append(&mut proofs.compared);
        findings.extend(found);
        findings.extend(checks::record(&chronicle, &lock, &levels, inputs));
        let (search, texts, plan, found) = planned?;
        findings.extend(found);
        Ok(Ok(Model {
            config,
            levels,
            theme,
            messages,
            chronicle,
            plan,
            search,
            texts,
            kept_search: kept_search.emptied(),
            proofs,
            pictures,
            known,
            parsed,
            findings,
            can_render,
        }))
    }

    pub(crate) fn statements(&self) -> usize {
        self.chronicle.statements().len()
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The path of `base_url`.
    pub(crate) fn base_path(&self) -> &str {
        self.config.base_url.path()
    }

    /// The style sheets: each name with the address it is published at.
    pub(crate) fn styles(&self) -> Vec<(String, String)> {
        let styles = self.plan.assets().iter().filter(|(name, _)| name.ends_with(".css"));
        styles
            .map(|(name, asset)| (name.clone(), format!("{}{}", self.base_path(), asset.address.in_links())))
            .collect()
    }

    /// The cache of rules without findings, for the next run.
    pub(crate) fn known(&self) -> &RuleCache {
        &self.known
    }

    /// Takes the parsed files, for the next run.
    pub(crate) fn take_parsed(&mut self) -> Vec<ParsedFile> {
        std::mem::take(&mut self.parsed)
    }

    /// What is kept of search for the next run.
    pub(crate) fn kept_search(&self) -> search::Kept {
        self.search.as_ref().map_or_else(|| self.kept_search.clone(), |search| search.index.kept())
    }

    /// Whether there are errors.
    pub(crate) fn fails(&self) -> bool {
        fails(&self.findings, &self.levels)
    }

    /// All findings, with `more`, in the order of their places.
    pub(crate) fn settled(&self, more: Vec<Diagnostic>) -> Vec<Diagnostic> {
        settle(self.findings.iter().cloned().chain(more).collect(), &self.levels)
    }
}

/// Resolves the content alone, without settings, theme and pages.
///
/// # Errors
/// [`ReadError`] where a file cannot be read.
pub fn understand(inputs: &Inputs, drafts: Drafts) -> Result<Checked<Chronicle>, ReadError> {
    let mut findings = checks::files(inputs);
    let entries = parse(inputs, None, None)?.keep(&mut findings).entries;
    let lock = lock::read(inputs)?.keep(&mut findings);
    let value = chronicle::resolve(entries, &lock, inputs, drafts).keep(&mut findings);
    findings.extend(value.check_links(inputs, &Verified::default()).findings);
    Ok(Checked { value, findings })
}

/// The parsed files of the content.
struct Parsed {
    entries: Vec<AnyEntry>,
    /// Those that can be cached.
    cached: Vec<ParsedFile>,
    /// The words of the texts that were parsed, and not taken from the cache.
    texts: FxHashMap<InputId, Terms>,
}

/// A parsed file, and the words of its text if they were read.
type ParsedText = (Checked<AnyEntry>, Option<Terms>);

/// The most files in one unit of work, so that no thread waits long for another at the end.
const SHARE: usize = 64;

/// Parses all files below `content/`, on all threads, in the order of their paths; unchanged ones are taken from the cache of
/// the previous run. `words` are where those of the texts are added, with the language of texts that say none.
fn parse(
    inputs: &Inputs,
    before: Option<&PreviousRun<'_>>,
    words: Option<(&TextWords, &Language)>,
) -> Result<Checked<Parsed>, ReadError> {
    let files: Vec<InputId> = inputs.under("content/").map(|(input, _)| input).collect();
    let reader = || words.map(|(words, site)| (words.reader(), site));
    let one = |reader: &mut Option<(Reader<'_>, &Language)>, input: &InputId| {
        let known = before.map_or(Ok(None), |before| before.entry(inputs, *input))?;
        if let Some(parsed) = known {
            return Ok((Checked { value: parsed.at(*input), findings: Vec::new() }, None));
        }
        let Some((reader, site)) = reader else { return Ok((entry::parse(inputs, *input)?, None)) };
        let mut blocks = BlockReader::of(reader, site);
        let parsed = entry::parse_with(inputs, *input, Some(&mut blocks))?;
        Ok((parsed, Some(blocks.finish())))
    };
    let all: Result<Vec<ParsedText>, ReadError> = files.par_iter().with_max_len(SHARE).map_init(reader, one).collect();
    let mut parsed = Parsed {
        entries: Vec::with_capacity(files.len()),
        cached: Vec::with_capacity(files.len()),
        texts: FxHashMap::default(),
    };
    let mut findings = Vec::new();
    for ((checked, text), input) in all?.into_iter().zip(files) {
        // Files with findings are not cached, so that they are found again.
        if let Some(entry) = checked.value.parsed().filter(|_| checked.findings.is_empty()) {
            parsed.cached.push((inputs.get(input).shared_path(), entry));
        }
        parsed.texts.extend(text.map(|text| (input, text)));
        parsed.entries.push(checked.keep(&mut findings));
    }
    Ok(Checked { value: parsed, findings })
}
