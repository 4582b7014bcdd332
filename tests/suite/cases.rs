//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site, as `chronicle init` makes it.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::support::{Site, chronicle_in};

/// A new site with the files of `tests/cases/<name>` in it.
fn case(name: &str) -> Site {
    let site = Site::of(&[]);
    let made = chronicle_in(site.path(), &["init", "."]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let folder = Path::new("tests/cases").join(name);
    assert!(folder.is_dir(), "{folder:?}");
    site.copy(&folder, "");
    site
}

#[test]
fn a_static_file_never_takes_the_address_of_a_page() {
    let site = case("static-file-on-a-pages-address");
    for _ in 0..3 {
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stderr.matches("error[address-clash]").count(), 2, "{}", run.stderr);
    }
}

/// The newest day that it is anywhere on earth.
fn today() -> NaiveDate {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let there = i64::try_from(now.as_secs()).unwrap() + 14 * 3600;
    DateTime::<Utc>::from_timestamp(there, 0).unwrap().date_naive()
}

/// A statement of a day, in place of the one of a new site.
fn of_day(site: &Site, day: NaiveDate) {
    let example = site.path().join("content/statements/2024/2024-05-14-example-statement.md");
    let text = std::fs::read_to_string(&example).unwrap().replace("2024-05-14", &day.to_string());
    site.write("content/statements/river.md", &text);
}

#[test]
fn what_is_of_today_passes_today_anywhere_on_earth() {
    let site = Site::of(&[]);
    assert_eq!(chronicle_in(site.path(), &["init", "."]).code, Some(0));
    let day = today();
    of_day(&site, day);
    let levels = ["--allow", "misnamed-file,duplicate-statement,wrong-year-folder"];
    let run = site.check(&levels);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    // Whatever day it has become meanwhile, it is not the day after the next.
    of_day(&site, day + Duration::days(2));
    let run = site.check(&levels);
    assert!(run.stdout.contains("error[future-date]"), "{}", run.stdout);
    for command in ["build", "lock"] {
        let run = chronicle_in(site.path(), &[&[command][..], &levels].concat());
        assert!(run.stderr.contains("error[future-date]"), "{command}: {}", run.stderr);
    }
    let run = site.check(&[&levels[..], &["--today", &(day + Duration::days(2)).to_string()]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn commits_have_no_say_in_what_day_it_is() {
    let site = Site::of(&[]);
    assert_eq!(chronicle_in(site.path(), &["init", "."]).code, Some(0));
    let git = |date: &str, arguments: &[&str]| {
        let mut command = Command::new("git");
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_COMMITTER_DATE", date);
        let settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let output = command.arg("-C").arg(site.path()).args(settings).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    git("", &["init", "--quiet"]);
    git("", &["add", "."]);
    git("2024-05-14T09:00:00+09:00", &["commit", "--quiet", "--message=Tokyo"]);
    assert_eq!(site.check(&[]).code, Some(0));
    git("2024-05-13T18:00:00-08:00", &["commit", "--quiet", "--allow-empty", "--message=Los Angeles"]);
    assert_eq!(site.check(&[]).code, Some(0));
}

#[test]
fn a_new_statement_is_of_today_at_most() {
    let site = Site::of(&[]);
    assert_eq!(chronicle_in(site.path(), &["init", "."]).code, Some(0));
    let new = |date: &str, more: &[&str]| {
        let given = ["--date", date, "--speaker", "example-minister", "--topic", "example-topic", "--title", "Talks"];
        let rest = ["--fidelity", "reported", "--source", "https://example.org/1"];
        chronicle_in(site.path(), &[&["new", "statement"], &given[..], &rest[..], more].concat())
    };
    let (day, next) = (today().to_string(), (today() + Duration::days(2)).to_string());
    let run = new(&next, &[]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.starts_with("error[future-date]: the date is later than "), "{}", run.stderr);
    assert!(run.stderr.ends_with("nothing was written\n"), "{}", run.stderr);
    assert_eq!(new(&day, &[]).code, Some(0));
    assert_eq!(new(&next, &["--today", &next]).code, Some(0));
}

#[test]
fn a_name_in_decomposed_letters_is_the_same_name() {
    let site = case("name-in-decomposed-letters");
    let run = site.check(&["--allow", "misnamed-file"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    let statement = "content/statements/2024/2024-06-01-nfd.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    let topic = "Ire\u{301}n’s \u{1112}\u{1161}\u{11ab}";
    site.write("content/topics/iren.md", "---\nlabel: \"Irén's 한\"\n---\n");
    site.write("content/places/mostar.md", "---\nname: Móstar\n---\n");
    site.write("content/events/forum.md", "---\nname: Fórum “Neum”\ndate: 2024-06-01\n---\n");
    site.write("content/organizations/lee.md", "---\nname: Ministère d’Orée\n---\n");
    let keys = "place: Mo\u{301}star\nevent: Fo\u{301}rum \"Neum\"\norganizations: [\"Ministe\u{300}re d'Ore\u{301}e\"]\n\
        audience: [\"Jose\u{301} Garci\u{301}a\", \"ministe\u{300}re d'ore\u{301}e\"]\nfidelity";
    site.write(statement, &text.replace("[example-topic]", &format!("[\"{topic}\"]")).replacen("fidelity", keys, 1));
    let run = site.build(&["--allow", "misnamed-file,orphan-topic"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for page in ["people/jose-garcia", "topics/iren", "places/mostar", "events/forum", "organizations/lee"] {
        assert!(site.page(&format!("{page}/index.html")).contains("/statements/2024-06-01-nfd/"), "{page}");
    }
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    site.write(statement, &text.replace("audience: [", "audience: [\"Co\u{302}te d'Ivoire\", "));
    let run = site.check(&["--allow", "misnamed-file,orphan-topic"]);
    assert!(run.stdout.contains("= help: write `CI`"), "{}", run.stdout);
}

#[test]
fn a_speaker_is_named_once() {
    let site = case("speaker-named-twice");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("error[repeated-speaker]: `Example Minister` is among the speakers"), "{}", run.stdout);
    assert_eq!(site.build(&[]).code, Some(1));
}

#[test]
fn a_day_and_a_month_in_numbers_can_be_read_either_way() {
    let site = case("day-and-month-in-either-order");
    let statement = "content/statements/2024/2024-06-01-dmy.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    for (written, readings) in [
        ("06-02-2006", &["2006-02-06", "2006-06-02"][..]),
        ("6.2.2006", &["2006-02-06", "2006-06-02"]),
        ("06/02/06", &["2006-02-06", "2006-06-02"]),
        ("13-02-2006", &["2006-02-13"]),
        ("02/13/2006", &["2006-02-13"]),
    ] {
        site.write(statement, &text.replace("06-02-2006", written));
        let run = site.check(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stdout);
        let readings: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
        assert!(run.stdout.contains(&format!("= help: write {}", readings.join(" or "))), "{}", run.stdout);
        assert_eq!(run.stdout.contains("whichever is meant"), readings.len() > 1, "{}", run.stdout);
    }
}

#[test]
fn the_commonest_mistakes_in_yaml_have_help() {
    let site = case("yaml-without-quotation-marks-and-with-tabs");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(1));
    for help in [
        "put the text in quotation marks: `\"Minister: talks go on\"`",
        "put the whole text in quotation marks of the other kind: `'\"Talks\" go on'`",
        "write two spaces in place of each tab at the start of the lines",
    ] {
        assert!(run.stdout.contains(&format!("= help: {help}")), "{}", run.stdout);
    }
}

#[test]
fn an_address_is_what_it_is() {
    let site = case("address-with-letters-not-seen");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("warning[encoded-character]"), "{}", run.stdout);
    let statement = "content/statements/2024/2024-06-01-address.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    // In text that is shown they are errors still.
    site.write(statement, &text.replace("Road tolls", "\"Road t\\u2060olls\"").replace("\" to stay as they are", "\""));
    assert_eq!(site.check(&[]).code, Some(1));
    site.write(statement, &text.replace("The tolls stay.", "The t%d3%a7lls stay."));
    assert_eq!(site.check(&[]).code, Some(1));
}

#[test]
fn a_picture_belongs_below_static() {
    let site = Site::of(&[]);
    assert_eq!(chronicle_in(site.path(), &["init", "."]).code, Some(0));
    let statement = "content/statements/2024/2024-05-14-example-statement.md";
    let text = std::fs::read_to_string(site.path().join(statement)).unwrap();
    let help = |link: &str| {
        site.write(statement, &format!("{text}\n![A picture]({link})\n"));
        let run = site.check(&["--allow", "misplaced-file"]);
        assert!(run.stdout.contains("error[broken-link]"), "{link}: {}", run.stdout);
        run.stdout.rsplit_once("= help: ").unwrap().1.lines().next().unwrap().to_owned()
    };
    assert_eq!(help("photo.jpg"), "put the file at `static/photo.jpg`, and write `/photo.jpg`");
    assert_eq!(help("/logo.svg"), "put the file at `static/logo.svg`, and write `/logo.svg`");
    site.write("content/statements/2024/photo.jpg", "x");
    assert_eq!(help("photo.jpg"), "move the file to `static/photo.jpg`, and write `/photo.jpg`");
    std::fs::remove_file(site.path().join("content/statements/2024/photo.jpg")).unwrap();
    site.write("static/photo.jpg", "x");
    site.write("static/pictures/Logo.svg", "x");
    assert_eq!(help("photo.jpg"), "write `/photo.jpg`");
    assert_eq!(help("/logo.svg"), "write `/pictures/Logo.svg`");
    for link in ["/photo.jpg", "/pictures/Logo.svg"] {
        site.write(statement, &format!("{text}\n![A picture]({link})\n"));
        assert_eq!(site.check(&[]).code, Some(0), "{link}");
    }
}
