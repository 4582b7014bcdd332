//! Pages that show quotations away from their statements give no words to somebody else: the position on a topic, the wordings
//! of a chain, the data.

use crate::support::Site;

/// A statement whose quotations are in its kept source, word for word.
fn said(site: &Site, id: &str, keys: &str, body: &str) {
    let source = format!("{{title: The report, publisher: P, text: sources/{id}.txt}}");
    let front = format!("title: Said in {id}\ndate: {}\nspeakers: [ann-lee]\ntopics: [trade]", &id[..10]);
    let text = format!("---\n{front}\nsources: [{source}]\n{keys}\n---\n{body}\n");
    site.write(&format!("content/statements/{}/{id}.md", &id[..4]), &text);
    site.write(&format!("content/sources/{id}.txt"), &body.replace("> ", "").replace("\\:", ":").replace("**", ""));
}

fn built(site: &Site) {
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    let run = site.build(&["--allow", "unknown-attribution", "--allow", "no-office-on-date"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

#[test]
fn what_ends_with_the_name_of_somebody_else_is_nobodys_elsewhere() {
    let site = Site::small();
    said(&site, "2007-01-01-own", "fidelity: verbatim", "> Ships sail in every kind of weather.\n");
    let other = "> Ships sink in every kind of weather.\n> — Carl Øst\n";
    said(&site, "2008-01-01-other", "fidelity: verbatim\nreiterates: [2007-01-01-own]", other);
    // Direct speech that begins with a dash, with nothing before it, is the speaker's.
    said(&site, "2009-01-01-dash", "fidelity: verbatim", "> — Boats sail as well.\n");
    built(&site);
    let position = site.page("topics/trade/position/index.html");
    assert!(position.contains("Ships sail") && position.contains("Boats sail"), "{position}");
    assert!(!position.contains("Ships sink"), "{position}");
    let chain = site.page("chains/2007-01-01-own/index.html");
    assert!(!chain.contains("Ships sink") && !chain.contains("sink"), "{chain}");
    let rows = site.page("data/quotations.jsonl");
    let row = rows.lines().find(|line| line.contains("Ships sink")).unwrap();
    assert!(row.contains("\"speakers\":[]") && row.contains("\"speaker_ids\":[]"), "{row}");
}

#[test]
fn turns_of_others_within_a_quotation_are_nobodys_elsewhere() {
    let site = Site::small();
    said(
        &site,
        "2007-01-01-own",
        "fidelity: verbatim",
        "> Ann Lee: Ships sail.\n>\n> Minister Lee: And sink\\: rarely.\n",
    );
    let other =
        "> Ships will sail.\n>\n> **Interviewer:** Will ships sink in any weather?\n>\n> They will not.\n> — Ann Lee\n";
    said(&site, "2008-01-01-turns", "fidelity: verbatim\nreiterates: [2007-01-01-own]", other);
    site.write(
        "content/people/ann-lee.md",
        "---\nname: Ann Lee\nfamily: Lee\ngiven: Ann\noffices: [{id: minister, title: Minister, from: 2000}]\n---\n",
    );
    built(&site);
    let position = site.page("topics/trade/position/index.html");
    assert!(position.contains("Ships sail") && !position.contains("Ships will sail"), "{position}");
    let chain = site.page("chains/2007-01-01-own/index.html");
    assert!(!chain.contains("Interviewer") && !chain.contains("will not"), "{chain}");
    let rows = site.page("data/quotations.jsonl");
    let row = rows.lines().find(|line| line.contains("Interviewer")).unwrap();
    assert!(row.contains("\"speakers\":[]"), "{row}");
    let page = site.page("statements/2008-01-01-turns/index.html");
    let graph = page.split("application/ld+json").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(graph.contains("Interviewer") && !graph.contains("\"creator\""), "{graph}");
}

#[test]
fn forms_of_turns_within_a_quotation() {
    let turns = [
        "### Will ships sink?\n>\n> No.",
        "| Interviewer | Will ships sink? |\n> |---|---|\n> | Ann Lee | No. |",
        "[00:10:30] Interviewer: Will ships sink?",
        "Question. Will ships sink?",
        "Q1. Will ships sink?",
        "MR. SMITH. Will ships sink?",
        "**Interviewer**\n>\n> Will ships sink?",
        "Ships sail. Interviewer: Will ships sink?",
        "interviewer: Will ships sink?",
    ];
    for turn in turns {
        let site = Site::small();
        said(&site, "2007-01-01-own", "fidelity: verbatim", &format!("> {turn}\n"));
        std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
        let run = site.build(&["--allow", "quotation-not-in-source"]);
        assert!(run.stderr.contains("mixed-quotation"), "{turn}: {}", run.stderr);
        let rows = site.page("data/quotations.jsonl");
        assert!(rows.contains("\"speakers\":[]"), "{turn}: {rows}");
    }
}

/// A site with one statement of Ann Lee's that has this quotation, in its source word for word; what `build` found, and the row of
/// the quotation in the data.
fn alone(body: &str, people: &[(&str, &str)]) -> (String, String) {
    let site = Site::small();
    said(&site, "2007-01-01-own", "fidelity: verbatim", body);
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    for (id, record) in people {
        site.write(&format!("content/people/{id}.md"), &format!("---\n{record}\n---\n"));
    }
    let run = site.build(&["--allow", "quotation-not-in-source", "--allow", "no-office-on-date"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    (run.stderr, site.page("data/quotations.jsonl"))
}

/// Labels in one's own speech, in a vocative, and of the speaker.
#[test]
fn words_before_a_colon_that_are_the_speakers_own() {
    let lee = [("ann-lee", "name: Ann Lee\nfamily: Lee\noffices: [{id: m, title: Minister of Trade, from: 2000}]")];
    for body in [
        "> Conclusion: ships sail.\n",
        "> **First.** Ships sail.\n>\n> **Second.** They sail well.\n",
        "> Note: ships sail.\n",
        "> Energy: we need it. All energy is dear.\n",
        "> Dear friends: ships sail.\n",
        "> الخلاصة: السفن تبحر.\n",
        "> النقل البحري: السفن تبحر.\n",
        "> 结论：船在航行。\n",
        "> 航运：船在航行。\n",
        "> President Lee: Ships sail.\n",
        "> Mrs. Lee: Ships sail.\n",
        "> Minister: Ships sail.\n",
        "> THE MINISTER: Ships sail.\n",
        "> We work with all\n> Members of Parliament: they sail.\n",
    ] {
        let (findings, row) = alone(body, &lee);
        assert!(!findings.contains("mixed-quotation"), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[\"ann-lee\"]"), "{body}: {row}");
    }
}

/// The same where the words may be somebody else's after all.
#[test]
fn words_before_a_colon_that_may_be_of_others() {
    let bo = ("bo-lee", "name: Bo Lee\nfamily: Lee");
    let li = ("li-ming", "name: Li Ming\nnames: [李明]");
    for (body, people) in [
        ("> Smith: Ships sink.\n", &[][..]),
        ("> President Smith: Ships sink.\n", &[]),
        ("> **Bo Smith**\n>\n> Ships sink.\n", &[]),
        // Another minister than the speaker, and another Lee.
        ("> Minister: Will ships sink?\n", &[]),
        ("> President Lee: Ships sink.\n", &[bo]),
        ("> 李明：船会沉吗？\n", &[]),
        ("> 李明：船会沉。\n", &[li]),
        ("> 李明：船会沉。\n>\n> 王芳：不会。\n", &[]),
        ("> الوزير أحمد: السفن تغرق.\n", &[]),
        ("> 记者：船会沉。\n", &[]),
        ("> Ann Lee: Ships sail.\n>\n> Norway: Ships sink.\n", &[]),
        ("> Q   Will ships sink\n", &[]),
    ] {
        let (findings, row) = alone(body, people);
        assert!(findings.contains("mixed-quotation"), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[]"), "{body}: {row}");
    }
}

/// Lines that name others without a colon, with notes beside the name, or below the quotation.
#[test]
fn names_beside_words_that_may_be_of_others() {
    let bo = ("bo-day", "name: Bo Day\nfamily: Day\nnames: [Бо Дэй]");
    for body in [
        "> Ships sink.\n\n— Bo Day\n",
        "> Ships sink.\n\n*— Bo Day, Minister of War*\n",
        "> Ships sink.\n\n- Bo Day\n",
        "> Ships sink.\n\n(Bo Day)\n",
        "> Ships sink.\n\n<!-- -->\n\n-- **Bo Day**\nMinister of War\n",
        "> Ships sink.\n\nBo Day\n",
        "> Ships sink.\n>\n> Bo Day\n",
        "> Ships sink.\n> (Bo Day)\n",
        "> Ships sink.\n> Бо Дэй\n",
        "> Ships sink. —\n> Bo Day\n",
        "> BO DAY\n>\n> Ships sink.\n",
        "> — Bo Day: Ships sink.\n>\n> They do.\n",
        "> “Bo Day: Ships sink.”\n",
        "> [Bo Day] Ships sink.\n",
        "> Mr. Smith (Russian Federation) (spoke in Russian): Ships sink.\n",
        "> Spokeswoman for Lee: Ships sink.\n",
        "> Lee spokesman: Ships sink.\n",
    ] {
        let (findings, row) = alone(body, &[bo]);
        assert!(findings.contains("mixed-quotation"), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[]"), "{body}: {row}");
    }
    let lee = ("ann-lee", "name: Ann Lee\nfamily: Lee\noffices: [{id: s, title: Spokeswoman, from: 2000}]");
    for body in [
        "> Ships sail.\n\n— Ann Lee\n",
        "> Ships sail.\n\nBo Day\n\nThe next part.\n",
        "> Ships sail.\n\n— They do, and she said so again.\n",
        "> Ships sail.\n\n- Bo Day\n- Cy Far\n",
        "> Ships sail.\n\n### Bo Day\n",
        "> Ships sail.\n\n(see below)\n",
        "> We thank:\n>\n> - Bo Day\n> - Cy Far\n>\n> Ships sail.\n",
        "> We went with\n> Bo Day\n> to sea.\n",
        "> [Bo Day] told us that ships sail.\n",
        "> Ms. Lee (spoke in French): Ships sail.\n",
        "> Spokeswoman Lee: Ships sail.\n",
        "> Ships Sail\n>\n> They do.\n>\n> Ships Sail\n",
        "> Ships sail.\n> Ann Lee\n",
        "> Ships sail.\n\n— Ann Lee, New York\n",
        "> Ships sail.\n\n— Ann M. Lee (speech)\n",
        "> Ships sail.\n\n— Joint Statement\n",
        "> Ships sail.\n\n(Reuters)\n",
        "> We name:\n>\n> Bo Day\n>\n> Cy Far\n",
        "> Bo Day\\\n> 10 Downing Street\n>\n> Ships sail.\n",
        "> Give us\n>\n> Day\n>\n> now.\n",
    ] {
        let (findings, row) = alone(body, &[lee, bo]);
        assert!(!findings.contains("mixed-quotation"), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[\"ann-lee\"]"), "{body}: {row}");
    }
}

/// What is said of a name below the words of a joint statement leads to its attribution.
#[test]
fn the_help_to_a_name_below_a_quotation_is_safe_to_obey() {
    let site = Site::small();
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    let keys = "fidelity: verbatim\nlanguage: en";
    let write = |quotation: &str| {
        said(&site, "2007-01-01-both", keys, quotation);
        let path = "content/statements/2007/2007-01-01-both.md";
        let text = std::fs::read_to_string(site.path().join(path)).unwrap();
        site.write(path, &text.replace("[A. Lee]", "[A. Lee, Bo Day]").replace("[ann-lee]", "[ann-lee, bo-day]"));
        let run = site.build(&["--allow", "quotation-not-in-source", "--allow", "no-office-on-date"]);
        let rows = site.page("data/quotations.jsonl");
        (run.stderr, rows.lines().find(|row| row.contains("2007-01-01-both")).unwrap().to_owned())
    };
    let (findings, row) = write("> Ships sink.\n\n— Bo Day\n");
    assert!(
        findings.contains("`Bo Day` stands below the quotation") && row.contains("\"speaker_ids\":[]"),
        "{findings} {row}"
    );
    let (findings, row) = write("> Ships sink.\n> — Bo Day\n");
    assert!(!findings.contains("mixed-quotation") && row.contains("\"speaker_ids\":[\"bo-day\"]"), "{findings} {row}");
}

/// A footnote in a quotation is the editors'.
#[test]
fn footnotes_are_no_words() {
    let (_, row) = alone("> Ships sail.[^1]\n>\n> [^1]: The editors doubt it.\n>\n> They do.\n", &[]);
    assert!(row.contains("Ships sail.\\nThey do.") && !row.contains("doubt"), "{row}");
}

/// Words that the kept text has in the turn of somebody else are not shown as proven, nor given to the speaker.
#[test]
fn words_in_the_turn_of_somebody_else_are_nobodys() {
    let lee = "name: Ann Lee\nfamily: Lee\noffices: [{id: m, title: Minister of Trade, from: 2000}]";
    let transcript = "Ann Lee: Ships sail. They do.\n\nBo Day: Ships sink. They do.\n\nInterviewer: Are you sure?\n\n\
                      MINISTER LEE: Yes, they sail.\n\nA. Lee (in French): Always.\n\nCy Nobody: Never.\n";
    let read = |body: &str, transcript: &str| {
        let site = Site::small();
        said(&site, "2007-01-01-own", "fidelity: verbatim", body);
        std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
        site.write("content/sources/2007-01-01-own.txt", transcript);
        site.write("content/people/ann-lee.md", &format!("---\n{lee}\n---\n"));
        site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
        let run = site.build(&[]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        // From the cache, too.
        assert_eq!(site.check(&[]).stdout.contains("turn-of-another"), run.stderr.contains("turn-of-another"));
        let page = site.page("statements/2007-01-01-own/index.html");
        (run.stderr, site.page("data/quotations.jsonl"), page.contains("word for word"))
    };
    for (body, label) in [
        ("> Ships sink.\n", "Bo Day"),
        ("> They do. … They do.\n", "Bo Day"),
        ("> Ships sink. … Yes, they sail.\n", "Bo Day"),
        ("> Are you sure?\n", "Interviewer"),
    ] {
        let (findings, row, is_proven) = read(body, transcript);
        let said = format!("in the turn of `{label}`");
        assert!(findings.contains("turn-of-another") && findings.contains(&said), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[]") && row.contains("\"proven\":false") && !is_proven, "{body}: {row}");
    }
    let small = "Q: Why?\n\nA: Ships sail.\n\nCy Nobody: Ships sink.\n";
    let prose = "Ships sail.\n\nRead more: Ships sink.\n\nConclusion: They do.\n";
    let unlabelled = "Interviewer: Why?\n\nShips sail.\n\nAnother question: When?\nThey do.\n";
    let interjection = "Ann Lee: Well.\n\n(Bo Day: No!)\n\nShips sail.\n\nBo Day: No!\n\nThey do.\n";
    let of_office =
        "Ann Lee: Well.\n\nInterviewer: When?\n\nForeign Minister: Ships sail.\n\nالوزيرة آن لي: They do.\n";
    let of_others = "Trade: Ships sail.\n\nMatthew 5: They do.\n\nInterviewer: When?\n\nAnn Lee: Yes.\n";
    for (body, text) in [
        ("> Ships sail. They do.\n", transcript),
        ("> Yes, they sail.\n", transcript),
        ("> Always.\n", transcript),
        ("> Ships sail. … Yes, they sail.\n\nAsked, she said:\n\n> Always.\n", transcript),
        ("> Ships sail.\n", small),
        // Nothing says that these labels are not the speaker's.
        ("> Ships sink.\n", small),
        ("> Ships sink.\n", prose),
        ("> Ships sail.\n", unlabelled),
        ("> They do.\n", unlabelled),
        ("> Ships sail.\n", interjection),
        ("> They do.\n", interjection),
        ("> Ships sail.\n", of_office),
        ("> They do.\n", of_office),
        ("> Ships sail.\n", of_others),
        ("> They do.\n", of_others),
        ("> Ships sail.\n", "Interviewer: Why?\n\nA. LEE: Ships sail.\n"),
        ("> Ships sail.\n", "Interviewer: Why?\n\nSec. Lee: Ships sail.\n"),
        ("> Ships sail.\n", "Bo Day: No.\n\nAnn Lee (via interpreter): Ships sail.\n"),
    ] {
        let (findings, row, is_proven) = read(body, text);
        assert!(!findings.contains("turn-of-another"), "{body}: {findings}");
        assert!(row.contains("\"speaker_ids\":[\"ann-lee\"]") && is_proven, "{body}: {row}");
    }
}

/// The finding names the label of somebody else, and not one of the speaker's before it.
#[test]
fn the_label_of_somebody_else_is_named() {
    let (findings, _) = alone("> Ann Lee: Ships sail.\n>\n> Bo Smith: Ships sink.\n", &[]);
    assert!(findings.contains("`Bo Smith` begins a line"), "{findings}");
}

/// Where a picture stands among the words, they are proven without its description, which is no words of theirs on any page.
#[test]
fn words_around_a_picture_are_proven() {
    for picture in ["![We surrender](/p.png)", "![We surrender](https://example.net/p.png)"] {
        let site = Site::small();
        site.write("static/p.png", "no picture");
        let body = format!("> Ships sail {picture} in every weather.\n>\n> {picture}\n");
        said(&site, "2007-01-01-own", "fidelity: verbatim", &body);
        site.write("content/sources/2007-01-01-own.txt", "Ships sail in every weather.\n");
        std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
        let run = site.build(&["--deny", "quotation-not-in-source"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let page = site.page("statements/2007-01-01-own/index.html");
        let quotation = page.split("<blockquote").nth(1).unwrap().split("</blockquote>").next().unwrap();
        assert!(!quotation.replace("alt=\"We surrender\"", "").contains("surrender"), "{quotation}");
        assert!(site.page("topics/trade/position/index.html").contains("Ships sail in every weather."));
        assert!(site.page("statements/2007-01-01-own/index.json").contains("Ships sail in every weather."));
    }
}

#[test]
fn what_a_picture_shows_is_nobodys_words() {
    let site = Site::small();
    site.write("static/p.png", "no picture");
    said(&site, "2007-01-01-own", "fidelity: verbatim", "> Ships sail.\n>\n> ![We surrender](/p.png)\n");
    site.write("content/sources/2007-01-01-own.txt", "Ships sail.\n\nWe surrender\n");
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!site.page("topics/trade/position/index.html").contains("We surrender"));
    assert!(!site.page("data/quotations.jsonl").contains("We surrender"));
}

#[test]
fn quotations_within_quotations_are_not_what_the_speaker_said() {
    let site = Site::small();
    said(&site, "2007-01-01-own", "fidelity: verbatim", "> Trade with all of them must grow now.\n");
    let inner = "> > They alone shall pay for every one of these ships.\n";
    said(&site, "2008-01-01-inner", "fidelity: verbatim\nreiterates: [2007-01-01-own]", inner);
    let both = "> She told us:\n>\n> > Trade with all of them must shrink now.\n>\n> Trade with most of them must grow today.\n";
    said(&site, "2009-01-01-both", "fidelity: verbatim\nreiterates: [2007-01-01-own]", both);
    built(&site);
    let position = site.page("topics/trade/position/index.html");
    assert!(position.contains("must grow now") && !position.contains("They alone shall pay"), "{position}");
    let chain = site.page("chains/2007-01-01-own/index.html");
    assert!(!chain.contains("They alone"), "{chain}");
    assert!(chain.contains("only later: </bdi>most") && !chain.contains("only later: </bdi>shrink"), "{chain}");
}

#[test]
fn words_of_translators_and_summaries_are_not_compared_as_the_speakers() {
    let site = Site::small();
    said(&site, "2007-01-01-own", "fidelity: verbatim", "> We want peace with all of them now.\n");
    let again = |fidelity: &str, id: &str, more: &str| {
        let keys = format!("fidelity: {fidelity}\nreiterates: [2007-01-01-own]{more}");
        said(&site, id, &keys, "> We desire peace with all of them today.\n");
    };
    again("summary", "2008-01-01-summary", "");
    again("translation", "2009-01-01-translation", "\noriginal_language: ru");
    again("reported", "2010-01-01-reported", "");
    built(&site);
    let chain = site.page("chains/2007-01-01-own/index.html");
    let steps: Vec<&str> = chain.split("<li>").collect();
    let step = |id: &str| *steps.iter().find(|step| step.contains(&format!("Said in {id}"))).unwrap();
    for id in ["2008-01-01-summary", "2009-01-01-translation"] {
        assert!(!step(id).contains("<ins>") && step(id).contains("not the speaker’s own words"), "{}", step(id));
    }
    assert!(step("2009-01-01-translation").contains("Translation"), "{chain}");
    assert!(step("2010-01-01-reported").contains("<ins>"), "{chain}");
    let position = site.page("topics/trade/position/index.html");
    assert!(!position.contains("Said in 2008-01-01-summary"), "{position}");
    let translated = position.split("Said in 2009-01-01-translation").nth(1).unwrap();
    assert!(translated.split("</p>").next().unwrap().contains("Translation"), "{position}");
}

#[test]
fn words_stand_beside_those_of_the_same_speaker() {
    let site = Site::small();
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    let joint = "> Trade will grow and grow for all of us.\n> — Bo Day\n\n> Ships will be built.\n> — Ann Lee\n";
    said(&site, "2007-01-01-joint", "fidelity: verbatim", joint);
    let path = site.path().join("content/statements/2007/2007-01-01-joint.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("[ann-lee]", "[ann-lee, bo-day]");
    std::fs::write(&path, text).unwrap();
    let again = "> Trade will grow and grow for all of us, and ships will follow.\n";
    said(&site, "2008-01-01-again", "fidelity: verbatim\nreiterates: [2007-01-01-joint]", again);
    built(&site);
    let chain = site.page("chains/2007-01-01-joint/index.html");
    let step = chain.split("Said in 2008-01-01-again").last().unwrap().split("</ol>").next().unwrap();
    assert!(step.contains("Ships") && step.contains("will") && !step.contains("Bo Day</bdi>"), "{step}");
}

#[test]
fn a_page_of_a_chain_has_a_bound() {
    let site = Site::small();
    let words = |number: usize| (0..150).map(|word| format!("w{}", word * 7 + number)).collect::<Vec<_>>().join(" ");
    said(&site, "2007-01-01-s000", "fidelity: verbatim", &format!("> {}\n", words(0)));
    for number in 1..150 {
        let (id, date) = (format!("{}-01-01-s{number:03}", 2007 + number), number - 1);
        let before = format!("{}-01-01-s{date:03}", 2007 + date);
        said(&site, &id, &format!("fidelity: verbatim\nreiterates: [{before}]"), &format!("> {}\n", words(number)));
    }
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    let run = site.build(&["--allow", "future-date", "--allow", "no-office-on-date"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let chain = site.page("chains/2007-01-01-s000/index.html");
    assert!(chain.len() < 2_000_000, "{}", chain.len());
    assert!(chain.contains("Too long to be compared") && chain.contains("Said in 2156-01-01-s149"), "{}", chain.len());
}
