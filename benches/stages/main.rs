//! How long each stage of the pipeline takes on a chronicle of 1,000 statements: `cargo bench`.
//!
//! One iteration is the whole stage, on one thread; the throughput is of files or pages. `bench/run` measures whole
//! builds of the program.
#![allow(clippy::unwrap_used, reason = "a benchmark may fail at once")]

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use chronicle::checks::{Pictures, Proofs};
use chronicle::chronicle::{Chronicle, Drafts, resolve};
use chronicle::config::{self, Config};
use chronicle::diagnostic::{Checked, Severity};
use chronicle::entry::{self, AnyEntry};
use chronicle::input::Inputs;
use chronicle::lock::Lock;
use chronicle::pages::{self, Material, Plan, Site as Resolved, SourceTexts, Worker};
use chronicle::theme::{Messages, Theme};
use divan::Bencher;
use divan::counter::ItemsCount;

mod corpus;

const STATEMENTS: usize = 1_000;

/// The folder of the site, which is the same for all stages.
static ROOT: OnceLock<PathBuf> = OnceLock::new();

fn main() {
    let folder = tempfile::tempdir().unwrap();
    corpus::write(folder.path(), STATEMENTS).unwrap();
    ROOT.set(folder.path().to_path_buf()).unwrap();
    divan::main();
}

/// The value, if nothing was found to be wrong; a corpus with errors would measure something else.
fn right<T>(checked: Checked<T>) -> T {
    let error = checked.findings.iter().find(|finding| finding.severity == Severity::Error);
    assert!(error.is_none(), "the corpus is wrong: {error:?}");
    checked.value
}

fn inputs() -> Inputs {
    Inputs::read(ROOT.get().unwrap()).unwrap()
}

fn parsed(inputs: &Inputs) -> Vec<AnyEntry> {
    inputs.under("content/").map(|(input, _)| right(entry::parse(inputs, input).unwrap())).collect()
}

/// What the later stages work on.
struct Site {
    inputs: Inputs,
    config: Config,
    theme: Theme,
    messages: Arc<Messages>,
    chronicle: Chronicle,
    proofs: Proofs,
    pictures: Pictures,
    texts: SourceTexts,
    plan: Plan,
}

impl Site {
    fn new() -> Site {
        let inputs = inputs();
        let config = right(config::read(&inputs).unwrap()).unwrap();
        let theme = right(Theme::read(&inputs, &config).unwrap());
        let messages = Arc::new(right(theme.messages(&inputs, &config).unwrap()));
        let chronicle = right(resolve(parsed(&inputs), &Lock::default(), &inputs, Drafts::Leave));
        let texts = SourceTexts::default();
        let plan = right(pages::plan(&chronicle, &Proofs::default(), &inputs, &config, &theme, None, &texts).unwrap());
        let (proofs, pictures) = (Proofs::default(), Pictures::default());
        Site { inputs, config, theme, messages, chronicle, proofs, pictures, texts, plan }
    }

    fn worker(&self) -> Worker {
        Worker::new(self.theme.renderer(&self.config, self.plan.assets(), &self.messages).unwrap())
    }

    fn material(&self, worker: &Worker) -> Material<'_> {
        let Site { inputs, config, theme, chronicle, proofs, pictures, texts, plan, messages } = self;
        let search = None;
        let site = Resolved { config, chronicle, proofs, pictures, inputs, plan, search, texts, messages, theme };
        Material::new(site, worker).ok().unwrap()
    }

    fn pages(&self) -> ItemsCount {
        ItemsCount::new(self.plan.pages().len())
    }
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn s1_read(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(STATEMENTS)).bench(inputs);
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn s2_parse(bencher: Bencher<'_, '_>) {
    let inputs = inputs();
    bencher.counter(ItemsCount::new(STATEMENTS)).bench(|| parsed(&inputs));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn s3_resolve(bencher: Bencher<'_, '_>) {
    let inputs = inputs();
    bencher
        .counter(ItemsCount::new(STATEMENTS))
        .with_inputs(|| parsed(&inputs))
        .bench_values(|entries| resolve(entries, &Lock::default(), &inputs, Drafts::Leave));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn s4_plan(bencher: Bencher<'_, '_>) {
    let site = Site::new();
    bencher.counter(site.pages()).bench(|| {
        pages::plan(&site.chronicle, &site.proofs, &site.inputs, &site.config, &site.theme, None, &site.texts).ok()
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn s5_pages(bencher: Bencher<'_, '_>) {
    let site = Site::new();
    let worker = site.worker();
    bencher.counter(site.pages()).bench(|| {
        let material = site.material(&worker);
        site.plan.pages().iter().map(|page| material.page(page, &worker).ok().unwrap().bytes.len()).sum::<usize>()
    });
}
