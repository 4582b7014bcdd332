//! Whose words a quotation has: what its last line names, and what is only said.

use crate::support::{STATEMENT, Site};

/// A site with two speakers of one statement, whose text is `text`.
fn site(text: &str) -> Site {
    let site = Site::small();
    site.write(
        "content/people/ann-lee.md",
        "---\nname: Ann Lee\nfamily: Lee\ngiven: Ann\nnames: [A. Lee, Анна Ли, Anné Lee, آن لي, 李安]\noffices:\n  - {id: minister, title: Minister of Trade, organization: ministry, from: 2000}\n---\n",
    );
    site.write("content/organizations/ministry.md", "---\nname: Foreign Ministry\n---\n");
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    site.write("content/people/cy-far.md", "---\nname: Cy Far\n---\n");
    site.write("content/people/novak.md", "---\nname: Cy Fahr Novak\nfamily: Novak\ngiven: Cy Fahr\n---\n");
    let statement = STATEMENT.replace("[A. Lee]", "[A. Lee, Bo Day, novak]").replace("> The very words.\n", text);
    site.write("content/statements/2006/2006-02-02-first.md", &statement);
    site
}

/// Whom the first quotation is attributed to, its words, and the findings of the check.
fn read(text: &str) -> (Option<String>, String, String) {
    let site = site(text);
    let found = site.check(&[]).stdout;
    site.build(&["--allow", "empty-quotation"]);
    let record: serde_json::Value = serde_json::from_str(&site.page("statements/2006-02-02-first/index.json")).unwrap();
    let quotation = &record["quotations"][0];
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    (text(&quotation["attributed_to"]), text(&quotation["selector"]["exact"]).unwrap(), found)
}

#[test]
fn a_speaker_in_any_form_is_named() {
    for (line, name) in [
        ("— Ann Lee", "Ann Lee"),
        ("–Ann  Lee", "Ann  Lee"),
        ("― ANN LEE", "ANN LEE"),
        ("──李安", "李安"),
        ("-- A. Lee", "A. Lee"),
        ("— **Ann Lee**", "Ann Lee"),
        ("*— [Ann Lee](../../people/ann-lee.md)*", "Ann Lee"),
        ("— Lee, Ann", "Lee, Ann"),
        ("— Анна Ли", "Анна Ли"),
        ("— Anne\u{301} Lee", "Anne\u{301} Lee"),
        ("— آن لي", "آن لي"),
        ("— 李安", "李安"),
        ("— Ann Lee, Minister", "Ann Lee, Minister"),
        ("— Ann Lee (Minister of Trade, Foreign Ministry)", "Ann Lee (Minister of Trade, Foreign Ministry)"),
        ("— Foreign Minister Ann Lee", "Foreign Minister Ann Lee"),
        ("— Bo Day", "Bo Day"),
    ] {
        let (attributed_to, words, found) = read(&format!("> — We agree.\n> {line}\n"));
        assert_eq!(
            (attributed_to.as_deref(), words.as_str(), found.as_str()),
            (Some(name), "— We agree.", ""),
            "{line}"
        );
    }
}

#[test]
fn what_is_nearly_a_speaker_is_found() {
    for (text, help) in [
        ("> We agree.\n> — Ann Leee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Lee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Mr B. Day\n", "write `— Bo Day`"),
        ("> We agree.\n> — Ann Maria Lee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Ann Lee, of Spain\n", "write `— Ann Lee`"),
        ("> We agree.\n> — ann-lee\n", "write `— Ann Lee`"),
        ("> We agree.\n> - Ann Lee\n", "write `— Ann Lee`"),
        ("> We agree. — Ann Lee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Ann Lee,\n> Minister\n", "write `— Ann Lee, Minister` on one line"),
        ("> We agree.\n> — Ann Lee\n> of Spain\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Ann Lee and Bo Day\n", "take the line out"),
        ("> We agree.\n> — Cy Far\n", "add `cy-far` to `speakers`"),
        ("> We agree.\n> — Foreign Ministry\n", "add `{organization: ministry}` to `speakers`"),
        ("> We agree.\n> — An Lee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Änn Lée\n", "write `— Ann Lee`"),
        ("> We agree.\n> — AnnLee\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Анна-Ли\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Ана Ли\n", "write `— Ann Lee`"),
        ("> We agree.\n> — 李 安\n", "write `— Ann Lee`"),
        ("> We agree.\n> — Dr. Cy Fahr-Nowak\n", "write `— Cy Fahr Novak`"),
        ("> We agree.\n> — Prime Minister Novak\n", "write `— Cy Fahr Novak`"),
        ("> We agree.\n> — PM Novak\n", "write `— Cy Fahr Novak`"),
        ("> We agree.\n> ‑ Ann Lee\n", "write `— Ann Lee`"),
    ] {
        let (attributed_to, _, found) = read(text);
        assert_eq!(attributed_to, None, "{text}");
        assert!(found.contains("warning[unknown-attribution]") && found.contains(help), "{text}\n{found}");
    }
    for text in [
        "> We agree.\n> — Ann Lee\n>\n> No.\n> — Bo Day\n",
        "> We agree.\n> — Ann Lee\n> No.\n",
        "> Bo Day said:\n>\n> > We agree.\n> > — Ann Lee\n",
    ] {
        let found = read(text).2;
        assert!(found.contains("warning[misplaced-attribution]"), "{text}\n{found}");
        assert!(
            found.contains("if it says whose words these are") && found.contains("write `&mdash; Ann Lee`"),
            "{found}"
        );
        assert_eq!(read(&text.replace("— Ann Lee", "&mdash; Ann Lee")).2, "", "its help is safe to obey");
    }
}

#[test]
fn direct_speech_stays_speech() {
    for text in [
        "> — Пошлины будут всегда.\n",
        "> — Да?\n> — Нет.\n",
        "> — Oui.\n>\n> — Non\n",
        "> — ¿Quién?\n> – Nadie, Ann Lee, nadie.\n",
        "> We agree.\n> — Winston Churchill\n",
        "> We agree.\n> — Ann Lee, you are wrong!\n",
        "> We agree.\n> &mdash; Ann Lee\n",
        "> We agree.\n> \\-- Ann Lee\n",
        "> — Нет, Новак\n",
        "> — Thank you, Novak\n",
        "> — you know Novak\n",
        "> — No, Mr. Novak!\n",
        "> ── Да, и ещё раз да.\n",
        "> — Anne?\n",
        "> — Only.\n",
    ] {
        let (attributed_to, words, found) = read(text);
        assert_eq!((attributed_to, found.as_str()), (None, ""), "{text}");
        let typed = text.replace("&mdash;", "—").replace(['>', '\\'], "");
        assert_eq!(words, typed.split_whitespace().collect::<Vec<_>>().join(" "), "{text}");
    }
}

/// What a help says to write, word for word, where it is said whose words they are, and where it is said by somebody.
#[test]
fn both_helps_to_a_name_that_is_nearly_a_speakers_are_safe_to_obey() {
    for line in [
        "— Ann Leee",
        "— Oui, Ann Lee",
        "— Cy Far",
        "— Ana Lee",
        "– Ann Leee",
        "―Ann Leee",
        "-- Ann Leee",
        "--- Ann Leee",
        "── Ann Leee",
        "— — Ann Leee",
        "﹘ Ann Leee",
    ] {
        let found = read(&format!("> We agree.\n> {line}\n")).2;
        let said = found.split("if it was said, write `").nth(1).unwrap().split('`').next().unwrap();
        let (attributed_to, words, found) = read(&format!("> We agree.\n> {said}\n"));
        assert_eq!((attributed_to, found.as_str()), (None, ""), "{line}");
        assert_eq!(words, format!("We agree. {line}"));
    }
    // Somebody who does not speak has a name that is nearer.
    let site = site("> We agree.\n> — Cy Fahr Novakof\n");
    site.write("content/people/novakoff.md", "---\nname: Cy Fahr Novakoff\n---\n");
    let found = site.check(&[]).stdout;
    assert!(
        found.contains("if these are the words of `Cy Fahr Novak`; add `novakoff` to `speakers` if they are theirs"),
        "{found}"
    );
    // The name of somebody else is told of, and is a speaker's but on the condition that these are their words.
    let found = read("> We agree.\n> — Bo May\n").2;
    assert!(found.contains("write `— Bo Day`, as a line of its own, if these are the words of `Bo Day`"), "{found}");
    let site = Site::small();
    let statement = STATEMENT.replace("[A. Lee]", "[{country: RU}]");
    for (line, is_near) in
        [("— Russian Federation", true), ("— Россия", true), ("— Freedom", false), ("— Prussia", false)]
    {
        let text = statement.replace("> The very words.\n", &format!("> The very words.\n> {line}\n"));
        site.write("content/statements/2006/2006-02-02-first.md", &text);
        let found = site.check(&[]).stdout;
        assert_eq!(found.contains("write `— Russia`, as a line"), is_near, "{line}\n{found}");
    }
}

#[test]
fn a_note_to_a_name_is_shown() {
    let site = site("> We agree.\n> — **Ann Lee**[^1]\n\n[^1]: Then in Rome.\n");
    assert_eq!(site.check(&[]).stdout, "");
    site.build(&[]);
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(
        page.contains("<span class=\"speaker\">— <strong>Ann Lee</strong><sup") && page.contains("Then in Rome."),
        "{page}"
    );
}

#[test]
fn a_name_that_is_recorded_later_is_seen_at_once() {
    let site = site("> We agree.\n> — Anna Lee\n");
    let page = |site: &Site| site.page("statements/2006-02-02-first/index.html");
    site.build(&[]);
    assert!(!page(&site).contains("class=\"speaker\""));
    site.write("content/people/ann-lee.md", "---\nname: Ann Lee\nnames: [A. Lee, Anna Lee]\n---\n");
    site.build(&[]);
    assert!(page(&site).contains("<span class=\"speaker\">— Anna Lee</span>"));
}

/// In references to quotations, too: by the record of whoever said the words, however the line names them.
#[test]
fn a_quotation_is_cited_as_that_of_whoever_said_it() {
    let site = Site::small();
    site.write("content/people/ann-lee.md", "---\nname: Ann Lee\nnames: [A. Lee, Энн Ли]\n---\n");
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    let text = STATEMENT
        .replace("speakers: [A. Lee]", "speakers: [bo-day, ann-lee]")
        .replace("> The very words.", "> The very words.\n> — Энн Ли");
    site.write("content/statements/2006/2006-02-02-first.md", &text);
    let run = site.build(&["--allow", "no-office-on-date"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = site.page("statements/2006-02-02-first/index.html");
    let (_, cited) = page.split_once("data-quotation=\"q1\" data-note=\"").expect("the quotation has a reference");
    let (cited, _) = cited.split_once("</p>").unwrap();
    assert!(cited.starts_with("Ann Lee, ") && !cited.contains("Bo Day") && !cited.contains("Энн"), "{cited}");
}
