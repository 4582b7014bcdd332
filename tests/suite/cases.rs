//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site, as `chronicle init` makes it.

use std::path::Path;

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

/// The draft that is made of a text in a case, and what the program says of it.
fn draft(site: &Site, text: &str, more: &[&str]) -> (String, String) {
    let flags = ["new", "statement", "--from", text, "--title", "T", "--date", "2024-03-06", "--id", "2024-03-06-t"];
    let path = site.path().join("content/statements/2024/2024-03-06-t.md");
    let _ = std::fs::remove_file(&path);
    let run = chronicle_in(site.path(), &[&flags[..], more].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{text}: {}", run.stdout);
    (std::fs::read_to_string(path).unwrap(), run.stdout)
}

/// The paragraphs of the block quotations of a draft.
fn quoted(draft: &str) -> Vec<&str> {
    draft.lines().filter_map(|line| line.strip_prefix("> ")).collect()
}

#[test]
fn a_draft_has_the_words_of_the_speaker_who_was_asked_for() {
    let site = case("draft-of-one-speaker-of-two");
    let (of_day, _) = draft(&site, "talks.txt", &["--speaker", "bo-day"]);
    assert!(of_day.contains("speakers: [bo-day]\n"), "{of_day}");
    assert_eq!(quoted(&of_day), ["We are glad to be here.", "We shall meet again."]);
    let (of_lee, _) = draft(&site, "talks.txt", &["--speaker", "ann-lee"]);
    assert_eq!(quoted(&of_lee), ["So are we, and we thank you.", "In spring."]);
    let (of_nobody, told) = draft(&site, "talks.txt", &[]);
    assert_eq!(quoted(&of_nobody), [""; 0]);
    assert!(told.contains("several people speak: give one as `--speaker`: `bo-day`, `ann-lee`\n"), "{told}");
    let (of_both, told) = draft(&site, "talks.txt", &["--speaker", "ann-lee", "--speaker", "bo-day"]);
    assert_eq!(quoted(&of_both), [""; 0]);
    assert!(told.contains("give one `--speaker`"), "{told}");
    let (of_day, told) = draft(&site, "two-quotes.txt", &["--speaker", "bo-day"]);
    assert_eq!(quoted(&of_day), ["Then we shall buy it from somebody else"]);
    assert!(
        told.contains("note: words of another person were left out: “We shall not sell a single ton of tin”"),
        "{told}"
    );
}

#[test]
fn each_speaker_of_a_transcript_has_a_draft() {
    let site = case("draft-of-one-speaker-of-two");
    let run = chronicle_in(site.path(), &["new", "statement", "--from", "talks.txt", "--all-speakers", "--title", "T"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
    for (speaker, words) in [
        ("bo-day", ["We are glad to be here.", "We shall meet again."]),
        ("ann-lee", ["So are we, and we thank you.", "In spring."]),
    ] {
        let path = site.path().join(format!("content/statements/2024/2024-03-06-t-{speaker}.md"));
        let draft = std::fs::read_to_string(path).unwrap();
        assert!(draft.contains(&format!("speakers: [{speaker}]\n")), "{draft}");
        assert!(draft.contains("event: Remarks by Secretary Lee and Minister Bo Day after talks\n"), "{draft}");
        assert_eq!(quoted(&draft), words);
    }
    let run = chronicle_in(site.path(), &["new", "statement", "--from", "two-quotes.txt", "--all-speakers"]);
    let none = "error: --all-speakers: no turn of the text is for sure that of a person on record\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), none));
}

#[test]
fn a_phrase_that_a_question_quotes_is_nobodys() {
    let (draft, _) = draft(&case("draft-with-a-phrase-quoted-in-a-question"), "harbour.txt", &[]);
    assert_eq!(quoted(&draft), ["It will be finished by spring.", "We keep to it."]);
    assert_eq!(draft.matches("FIXME(the question, in your own words)").count(), 2, "{draft}");
}

#[test]
fn labels_of_turns_are_seen_in_any_form() {
    let site = case("draft-from-labels-of-many-forms");
    for (text, expected) in [
        ("full-width-colon.txt", &[][..]),
        ("spanish.txt", &["No, este año no.", "Ya veremos."]),
        ("one-turn-each.txt", &["I shall write to the honourable gentleman."]),
        ("q-without-colon.txt", &["Thank you. Questions?", "No.", "We shall see."]),
    ] {
        let (draft, _) = draft(&site, text, &[]);
        assert_eq!(quoted(&draft), expected, "{text}");
    }
}

#[test]
fn prose_is_not_taken_for_speech() {
    let site = case("draft-from-prose");
    let (none, told) = draft(&site, "no-quotation.txt", &["--speaker", "ann-lee"]);
    assert_eq!(quoted(&none), [""; 0]);
    assert!(
        told.contains(
            "note: no words stand between quotation marks, and no labels say who speaks: nothing was taken\n"
        )
    );
    let (single, _) = draft(&site, "single-marks.txt", &[]);
    assert_eq!(quoted(&single), ["We will not raise the tolls this year"]);
}

#[test]
fn reversed_guillemets_hold_words_and_not_what_stands_between_them() {
    let (draft, _) = draft(&case("draft-with-reversed-guillemets"), "report.txt", &[]);
    assert_eq!(quoted(&draft), ["Wir werden in diesem Jahr keine neuen Zölle erheben"]);
    let left = "FIXME(nothing was taken from here: “Das bleibt so bis zum Herbst.”: the text does not say for sure who said it)\n";
    assert!(draft.contains(left), "{draft}");
}

#[test]
fn the_head_of_a_report_is_read_in_any_language() {
    let site = case("draft-with-the-head-of-an-agency");
    for (text, title, publisher, language) in [
        ("reuters.txt", "Lee speaks on tin", "Reuters", None),
        ("spanish.txt", "El estaño seguirá a la venta, dice Lee", "EFE", Some("es")),
        ("chinese.txt", "锡的贸易将继续", "新华社", Some("zh")),
    ] {
        let (draft, _) = draft(&site, text, &["--published", "2024-03-06"]);
        assert!(
            draft.contains(&format!("title: {title}\n")) || draft.contains(&format!("title: \"{title}\"\n")),
            "{draft}"
        );
        assert!(draft.contains(&format!("publisher: {publisher}\n")), "{draft}");
        let has_language =
            language.map_or(!draft.contains("language:"), |tag| draft.contains(&format!("\nlanguage: {tag}\n")));
        assert!(has_language, "{draft}");
    }
}

#[test]
fn nothing_is_drafted_from_markup() {
    let site = case("draft-from-markup");
    for (text, kind) in [
        ("page.html", "HTML: open it in a browser, and save the page as plain text"),
        ("rows.csv", "a table"),
        ("talk.srt", "subtitles"),
        ("talk.json", "JSON"),
        ("talk.xml", "XML"),
    ] {
        let run = chronicle_in(site.path(), &["new", "statement", "--from", text, "--title", "T", "--date", "2024"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{text}");
        assert!(run.stderr.starts_with(&format!("error: --from: `{text}` is {kind}")), "{}", run.stderr);
    }
    assert!(!site.path().join("content/sources").exists());
}
