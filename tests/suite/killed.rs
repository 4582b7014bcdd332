//! A build that is killed leaves every old page whole, and the next build comes to what a clean one does.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{STATEMENT, Site, tree};

fn fill(site: &Site, word: &str) {
    for day in 1..=28 {
        for month in 1..=2 {
            let date = format!("2006-{month:02}-{day:02}");
            let text =
                STATEMENT.replace("2006-02-02", &date).replace("A first statement", &format!("{word} of {date}"));
            site.write(&format!("content/statements/2006/{date}-first.md"), &text);
        }
    }
}

fn clean(site: &Site) -> BTreeMap<PathBuf, Vec<u8>> {
    let output = site.path().join("clean");
    let run = site.build(&["--output", output.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let pages = tree(&output);
    std::fs::remove_dir_all(&output).unwrap();
    pages
}

#[test]
fn a_killed_build_harms_nothing() {
    let site = Site::small();
    fill(&site, "Words");
    let mut before = clean(&site);
    assert_eq!(site.build(&[]).code, Some(0));
    let began = Instant::now();
    clean(&site);
    let whole = began.elapsed();
    for round in 0..8_u32 {
        fill(&site, &format!("Other words {round}"));
        let after = clean(&site);
        let mut build = Command::new(env!("CARGO_BIN_EXE_chronicle"))
            .args(["build", "--root"])
            .arg(site.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Moments spread over the build, most of them near its end, where files are moved.
        sleep(whole * (round + 5) / 13 + Duration::from_micros(u64::from(round) * 137));
        build.kill().unwrap();
        build.wait().unwrap();
        let now = site.tree();
        for (path, old) in &before {
            let page = now.get(path).or_else(|| (!after.contains_key(path)).then_some(old));
            let page = page.unwrap_or_else(|| panic!("round {round}: {} is gone", path.display()));
            assert!(
                page == old || Some(page) == after.get(path),
                "round {round}: {} is neither old nor new",
                path.display()
            );
        }
        assert_eq!(site.build(&[]).code, Some(0));
        assert!(site.tree() == after, "round {round}: the next build is not as a clean one");
        before = after;
    }
    let left: Vec<_> = std::fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("staged")), "{left:?}");
}
