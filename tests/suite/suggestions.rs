//! Helps are obeyed: none of them leads from the name of one record, state or speaker to another's.

use crate::support::{STATEMENT, Site};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// The helps of all findings of a check.
fn helps(site: &Site) -> Vec<String> {
    let run = site.check(&["--format", "json", "--allow", "orphan-topic"]);
    let findings = run.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    findings.filter_map(|finding| finding["help"].as_str().map(str::to_owned)).collect()
}

/// The helps where a text of the small statement is replaced.
fn helped(site: &Site, from: &str, to: &str) -> Vec<String> {
    assert!(STATEMENT.contains(from), "{from}");
    site.write(FIRST, &STATEMENT.replace(from, to));
    helps(site)
}

fn bodies() -> Site {
    let site = Site::small();
    for (id, name) in [
        ("iraq-mfa", "Ministry of Foreign Affairs of Iraq"),
        ("embassy-australia", "Embassy of Australia"),
        ("mid-iraka", "МИД Ирака"),
        ("ambassade", "Ambassade d'Irak"),
        ("g8", "Group of Eight (G8)"),
        ("government-of-south-sudan", "Government of South Sudan"),
        ("unhcr", "UNHCR"),
        ("council-of-europe", "Council of Europe"),
        ("denmark", "Ministry of Foreign Affairs of Denmark"),
    ] {
        site.write(&format!("content/organizations/{id}.md"), &format!("---\nname: \"{name}\"\n---\n"));
    }
    site
}

#[test]
fn no_body_is_offered_for_another() {
    let site = bodies();
    for name in [
        "Ministry of Foreign Affairs of Iran",
        "Embassy of Austria",
        "МИД Ирана",
        "Ambassade d'Iran",
        "Government of Sudan",
        "Government of North Sudan",
        "UNHRC",
        "unhrc",
        "European Council",
        "Ministry of Foreign Affairs of Estonia",
        "Ministry of Foreign Affairs",
    ] {
        let help = helped(&site, "[A. Lee]", &format!("[{{organization: \"{name}\"}}]"));
        assert_eq!(help, ["add it as `content/organizations/<id>.md`"], "{name}");
        let help = helped(&site, "fidelity:", &format!("organizations: [\"{name}\"]\nfidelity:"));
        assert_eq!(help, ["add it as `content/organizations/<id>.md`"], "{name}");
    }
    for (name, meant) in [
        ("Ministry of Foreign Affairs of Denmrak", "Ministry of Foreign Affairs of Denmark"),
        ("Minstry of Foreign Affairs of Iraq", "Ministry of Foreign Affairs of Iraq"),
        ("Council of Euorpe", "Council of Europe"),
    ] {
        let help = helped(&site, "[A. Lee]", &format!("[{{organization: \"{name}\"}}]"));
        assert_eq!(help, [format!("if `{meant}` is meant, write `{meant}`")], "{name}");
    }
}

#[test]
fn no_person_is_offered_for_another() {
    let site = Site::small();
    for (id, name) in [
        ("jim-cook", "Jim Cook"),
        ("wang-yi", "Wang Yi"),
        ("ivanov", "Ivan Ivanov"),
        ("abdullah-ii", "Abdullah II"),
        ("bush-senior", "George H. W. Bush"),
        ("bush", "Barbara Bush"),
        ("hansen", "王毅"),
    ] {
        site.write(&format!("content/people/{id}.md"), &format!("---\nname: \"{name}\"\n---\n"));
    }
    let add = "add the person as `content/people/<id>.md`";
    for name in
        ["Tim Cook", "Yang Yi", "Ivanova", "Abdullah I", "abdullah-iii", "George W. Bush", "Bush", "王沂", "Ann Leigh"]
    {
        assert_eq!(helped(&site, "[A. Lee]", &format!("[\"{name}\"]")), [add], "{name}");
    }
    for (name, meant) in [("Jim Coook", "Jim Cook"), ("Энн Ли", "Ann Lee"), ("Ivanov, Ivan", "Ivan Ivanov")] {
        let help = format!("if `{meant}` is meant, write `{meant}`");
        assert_eq!(helped(&site, "[A. Lee]", &format!("[\"{name}\"]")), [help], "{name}");
    }
}

#[test]
fn no_state_is_offered_for_another() {
    let site = Site::small();
    let add = "add the person as `content/people/<id>.md`";
    for (name, help) in [
        ("Congo", "write `{country: CD}` or `{country: CG}`, if the state itself speaks"),
        ("Estonia", "write `{country: EE}`, if the state itself speaks"),
        ("Scotland", add),
        ("Northern Ireland", add),
        ("USSR", add),
    ] {
        assert_eq!(helped(&site, "[A. Lee]", &format!("[{name}]")), [help], "{name}");
    }
    for name in ["USSR", "Soviet Union", "Kosovo", "East Germany", "Yugoslavia", "Netherlands Antilles", "YU"] {
        let help = helped(&site, "[A. Lee]", &format!("[{{country: {name}}}]"));
        assert!(help.len() == 1 && help[0].starts_with("record what spoke as an organization"), "{name}: {help:?}");
    }
    for (name, help) in [
        ("Korea", "write the code of the country that is meant: `KP` or `KR`"),
        ("Virgin Islands", "write the code of the country that is meant: `VG` or `VI`"),
    ] {
        assert_eq!(helped(&site, "fidelity:", &format!("audience: [{name}]\nfidelity:")), [help], "{name}");
    }
    for name in ["Kosovo", "Soviet Union", "Scotland"] {
        assert_eq!(helped(&site, "fidelity:", &format!("audience: [{name}]\nfidelity:")), [""; 0], "{name}: in words");
    }
    // What is not certain is not mended either.
    site.write(FIRST, &STATEMENT.replace("fidelity:", "countries: [St. Martin]\nfidelity:"));
    site.check(&["--fix", "--yes"]);
    assert!(std::fs::read_to_string(site.path().join(FIRST)).unwrap().contains("[St. Martin]"));
}

#[test]
fn a_name_of_two_speakers_says_whose_words_for_neither() {
    let site = Site::small();
    site.write("content/people/bo-lee.md", "---\nname: Bo Lee\nnames: [Ali Yari, علی یاری]\n---\n");
    let told = |line: &str| {
        let text = STATEMENT.replace("[A. Lee]", "[A. Lee, Bo Lee]");
        site.write(FIRST, &text.replace("> The very words.\n", &format!("> The very words.\n> {line}\n")));
        let run = site.check(&["--format", "short"]);
        run.stdout
    };
    for line in ["— Lee", "— Mr. Lee", "— LEE", "— Ｌｅｅ"] {
        let found = told(line);
        assert!(found.contains("unknown-attribution") && found.contains("several of the speakers"), "{line}: {found}");
    }
    // One form of a name on every keyboard.
    for line in ["— Bo Lee", "— Ａｎｎ　Ｌｅｅ", "— علي ياري", "— علی یاری"] {
        assert_eq!(told(line), "", "{line}");
    }
}

#[test]
fn a_name_beside_names_by_period_is_told_of() {
    let site = Site::small();
    let found = |front: &str| {
        site.write("content/organizations/office.md", &format!("---\n{front}---\n"));
        site.check(&["--format", "short"]).stdout
    };
    let names = "names:\n  - {name: Office of Trade, short: OT, to: 1989}\n";
    assert!(found(&format!("name: Foreign Office\n{names}")).contains("name-beside-names"));
    assert!(found(&format!("name: OT\n{names}")).contains("name-beside-names"));
    assert_eq!(found(&format!("name: Office of  trade\n{names}")), "");
    assert_eq!(found("name: Foreign Office\n"), "");
    assert_eq!(found("name: Foreign Office\nnames: []\n"), "");
    assert_eq!(found(names), "");
}

/// What a help says to write in place of a destination is a page, or a file to be put there.
#[test]
fn a_link_is_answered_by_no_other_record() {
    let site = Site::small();
    site.write("static/pic.svg", "<svg/>");
    site.write("content/statements/2006/a.png", "");
    site.write("content/people/bo-day.md", "---\nname: Bo Day\nold_ids: [robert-day]\n---\n");
    for (link, help) in [
        ("[a](trade)", Some("write `../../topics/trade.md`")),
        ("[a](Trade.md)", Some("write `../../topics/trade.md`")),
        ("[a](tradde.md)", Some("write `../../topics/trade.md`")),
        ("[a](ann-lee)", Some("write `../../people/ann-lee.md`")),
        ("[a](../../people/robert-day.md)", Some("write `../../people/bo-day.md`")),
        ("[a](/people/ann-lee/)", Some("write `../../people/ann-lee.md`")),
        ("[a](/content/topics/trade.md)", Some("write `../../topics/trade.md`")),
        ("[a](/nowhere/)", Some("link to a record by the relative path of its `.md` file")),
        ("[a](2006-02-03-first.md)", None),
        ("[a](an-le.md)", None),
        ("[a](other)", None),
        ("[a](#q2)", None),
        ("# Round 1\n\n[a](#round-2)", None),
        ("# Agreement\n\n[a](#agrement)", Some("write `#agreement`")),
        ("[a](www.example.org)", Some("write `https://www.example.org`")),
        ("[a](example.org/a)", Some("write `https://example.org/a`")),
        ("[a](ann@example.org)", Some("write `mailto:ann@example.org`")),
        ("![a](/static/logo.svg)", Some("put the file at `static/logo.svg`, and write `/logo.svg`")),
        ("![a](../../../static/logo.svg)", Some("put the file at `static/logo.svg`, and write `/logo.svg`")),
        ("![a](../../../static/pic.svg)", Some("write `/pic.svg`")),
        ("![a](/static/pic.svg)", Some("write `/pic.svg`")),
        ("![a](a.png)", Some("move the file to `static/a.png`, and write `/a.png`")),
    ] {
        site.write(FIRST, &STATEMENT.replace("What was said.", link));
        let run = site.check(&["--format", "json", "--allow", "misplaced-file"]);
        let findings: Vec<serde_json::Value> =
            run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let broken: Vec<_> = findings.iter().filter(|finding| finding["code"] == "broken-link").collect();
        assert_eq!(broken.len(), 1, "{link}: {findings:?}");
        assert_eq!(broken[0]["help"].as_str(), help, "{link}");
    }
    site.write("content/logo.svg", "");
    assert!(helps(&site).iter().any(|help| help.starts_with("move it to `static/logo.svg`, and write `/logo.svg`")));
}

#[test]
fn more_words_may_make_another_topic() {
    let site = Site::small();
    site.write("content/topics/arms.md", "---\nlabel: Nuclear arms control\nalt: [Disarmament]\n---\n");
    for (written, help) in [
        ("nuclear", "if `Nuclear arms control` is meant, write `Nuclear arms control`"),
        ("disarmamant", "write `Disarmament`"),
        ("\"commerce, Disarmament\"", "write each as an item of the list: `[commerce, Disarmament]`"),
        ("commerce; trade", "write each as an item of the list: `[commerce; trade]`"),
    ] {
        let help = help.replace("[commerce; trade]", "[commerce, trade]");
        assert_eq!(helped(&site, "[commerce]", written), [help], "{written}");
    }
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    let help = "write each as an item of the list: `[A. Lee, Bo Day]`";
    assert_eq!(helped(&site, "[A. Lee]", "A. Lee, Bo Day"), [help]);
}
