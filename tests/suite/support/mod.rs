//! Small sites for tests, and the program that builds them.

pub(crate) mod published;
pub(crate) mod uses;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A site in a folder of its own that goes with the test.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

/// What a run of the program came to.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Site {
    /// A build by the library, with nothing out of the ordinary.
    pub(crate) fn request<'a>(&'a self, output: &'a Path) -> chronicle::pipeline::Request<'a> {
        chronicle::pipeline::Request {
            reads_words: true,
            only: None,
            shard: chronicle::plan::Shard::WHOLE,
            root: self.path(),
            output: Some(output),
            base_url: None,
            drafts: chronicle::chronicle::Drafts::Leave,
            today: None,
            levels: Default::default(),
            no_cache: false,
            replaces_foreign: false,
            precompresses: false,
            program: 0,
            began: 0,
        }
    }

    /// A site of these files: path and text.
    pub(crate) fn of(files: &[(&str, &str)]) -> Site {
        let site = Site { folder: tempfile::tempdir().unwrap() };
        files.iter().for_each(|(path, text)| site.write(path, text));
        site
    }

    /// A new site as `chronicle init` makes it, without what its warnings are about: outlines of pages, and that its records
    /// are examples.
    pub(crate) fn new() -> Site {
        let site = Site::of(&[]);
        let made = chronicle_in(site.path(), &["init", "."]);
        assert_eq!(made.code, Some(0), "{}", made.stderr);
        let content = site.path().join("content");
        fs::remove_dir_all(content.join("pages")).unwrap();
        for (path, bytes) in tree(&content) {
            let text = String::from_utf8(bytes).unwrap();
            fs::write(content.join(path), text.replace("example: true\n", "")).unwrap();
        }
        site
    }

    /// One statement, with its person and topic.
    pub(crate) fn small() -> Site {
        Site::of(&[
            ("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n"),
            (
                "content/people/ann-lee.md",
                "---\nname: Ann Lee\nnames: [A. Lee]\noffices:\n  - {id: minister, title: Minister, from: 2000}\n---\n",
            ),
            ("content/topics/trade.md", "---\nlabel: Trade\nalt: [Commerce]\n---\n"),
            ("content/statements/2006/2006-02-02-first.md", STATEMENT),
        ])
    }

    /// A copy of `tests/golden/<name>/site`, with the theme `plain`.
    pub(crate) fn golden(name: &str) -> Site {
        let site = Site::of(&[]);
        let golden = Path::new("tests/golden");
        site.copy(&golden.join(name).join("site"), "");
        site.copy(&golden.join("plain-theme"), "themes/plain");
        site
    }

    pub(crate) fn copy(&self, from: &Path, below: &str) {
        for (path, bytes) in tree(from) {
            let file = self.path().join(below).join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }

    /// Copies all but what was built.
    pub(crate) fn copy_inputs(&self, to: &Site) {
        for (path, bytes) in tree(self.path()) {
            if !path.starts_with("public") && !path.starts_with(".chronicle") {
                let file = to.path().join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, bytes).unwrap();
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Runs `chronicle build` on the site with more arguments.
    pub(crate) fn build(&self, more: &[&str]) -> Ran {
        chronicle(&[&["build", "--root", self.path().to_str().unwrap()], more].concat())
    }

    /// Runs `chronicle check` on the site with more arguments.
    pub(crate) fn check(&self, more: &[&str]) -> Ran {
        chronicle(&[&["check", "--root", self.path().to_str().unwrap()], more].concat())
    }

    /// The text of a file of the built site.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path().join("public").join(path)).unwrap_or_else(|_| panic!("there is no page {path}"))
    }

    /// Every file of the built site.
    pub(crate) fn tree(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        tree(&self.path().join("public"))
    }
}

/// The things that the JSON-LD of a page describes, each before those within it.
pub(crate) fn things(page: &str) -> Vec<serde_json::Value> {
    fn collect(value: &serde_json::Value, found: &mut Vec<serde_json::Value>) {
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            serde_json::Value::Object(pairs) => {
                found.extend(pairs.contains_key("@type").then(|| value.clone()));
                pairs.values().for_each(|value| collect(value, found));
            }
            _ => {}
        }
    }
    let (_, script) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (script, _) = script.split_once("</script>").unwrap();
    let mut found = Vec::new();
    collect(&serde_json::from_str(script).unwrap(), &mut found);
    found
}

/// Topics in layers, each of which has all of the layer above as broader ones; the first are on top: `layer-1`, or
/// `layer-1-1` where there are several in a layer.
pub(crate) fn layers(site: &Site, layers: usize, width: usize) {
    let id = |layer: usize, at: usize| match width {
        1 => format!("layer-{layer}"),
        _ => format!("layer-{layer}-{at}"),
    };
    for layer in 1..=layers {
        let above: Vec<String> = (1..=width).map(|at| id(layer - 1, at)).collect();
        let broader = if layer > 1 { format!("broader: [{}]\n", above.join(", ")) } else { String::new() };
        for at in 1..=width {
            let id = id(layer, at);
            site.write(&format!("content/topics/{id}.md"), &format!("---\nlabel: Label of {id}\n{broader}---\n"));
        }
    }
}

/// The id of a statement of a site with many.
pub(crate) fn numbered(number: usize) -> String {
    format!("{}-{:02}-{:02}-s{number}", 2000 + number / 336, 1 + number / 28 % 12, 1 + number % 28)
}

/// Adds a statement with such an id that reiterates others.
pub(crate) fn reiterating(site: &Site, number: usize, others: impl Iterator<Item = usize>) {
    let id = numbered(number);
    let others: Vec<String> = others.map(numbered).collect();
    let text = STATEMENT
        .replace("A first statement", &format!("Statement number {number}"))
        .replace("2006-02-02", &id[..10])
        .replace("sources:", &format!("reiterates: [{}]\nsources:", others.join(", ")));
    site.write(&format!("content/statements/{}/{id}.md", &id[..4]), &text);
}

/// The names of the sites in `tests/golden`.
pub(crate) fn golden_sites() -> Vec<String> {
    let folders = fs::read_dir("tests/golden").unwrap().map(|entry| entry.unwrap().path());
    let sites = folders.filter(|folder| folder.join("site").is_dir());
    let mut names: Vec<String> = sites.map(|site| site.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// A statement without faults.
pub(crate) const STATEMENT: &str = "---\ntitle: A first statement\ndate: 2006-02-02\nspeakers: [A. Lee]\ntopics: [commerce]\nfidelity: reported\nsources: [\"https://example.com/1\"]\n---\nWhat was said.\n\n> The very words.\n";

/// Every file below a folder.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|file| (file.path().strip_prefix(folder).unwrap().to_path_buf(), fs::read(file.path()).unwrap()))
        .collect()
}

/// Runs the program.
pub(crate) fn chronicle(arguments: &[&str]) -> Ran {
    chronicle_in(Path::new("."), arguments)
}

/// Runs the program in a folder.
pub(crate) fn chronicle_in(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_chronicle")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}
