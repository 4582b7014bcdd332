//! One small broken site for each code; the rendered frames are compared whole with `tests/diagnostics/<code>.txt`.
//! `CHRONICLE_BLESS=1 cargo test --test suite diagnostics` writes those files; read them before you commit them.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{STATEMENT, Site};
use chronicle::diagnostic::{Code, Level};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const PERSON: &str = "content/people/ann-lee.md";
const TOPIC: &str = "content/topics/trade.md";

/// The faults: code, file, its text.
pub(crate) fn cases() -> Vec<(Code, &'static str, String)> {
    let changed = |from: &str, to: &str| {
        assert!(STATEMENT.contains(from), "{from}");
        STATEMENT.replace(from, to)
    };
    let settings = |line: &str| format!("title = \"Small\"\nbase_url = \"https://example.org/\"\n{line}\n");
    let person = |more: &str| format!("---\nname: Ann Lee\nnames: [A. Lee]\n{more}---\n");
    let topic = |more: &str| format!("---\nlabel: Trade\nalt: [Commerce]\n{more}---\n");
    let add = |line: &str| changed("fidelity:", &format!("{line}\nfidelity:"));
    let text = |text: &str| changed("What was said.\n\n> The very words.\n", text);
    let lock = |lines: &str| format!("# chronicle.lock 1: the published record\n{lines}\n");
    let published = |more: &str| lock(&format!("2006-02-02-first statement speakers=ann-lee {more}\ntrade topic"));
    vec![
        (Code::BadLock, "chronicle.lock", lock("first record\ntrade topic")),
        (Code::VanishedRecord, "chronicle.lock", lock("2006-02-02-frist statement\ntrade topic")),
        (Code::ChangedRecord, "chronicle.lock", published("date=2006-02-03")),
        (Code::ChangedQuotation, "chronicle.lock", published("quotations=q1:0123456789abcdef")),
        (Code::RemovedQuotation, "chronicle.lock", published("quotations=q1:26b137ee779d00ae,q2:0123456789abcdef")),
        (Code::StaleLock, "chronicle.lock", lock("trade topic")),
        (
            Code::UnresolvedMerge,
            FIRST,
            changed(
                "What was said.\n",
                "What was said.\n\n<<<<<<< HEAD\nThe minister agreed.\n=======\nThe minister disagreed.\n>>>>>>> edits\n",
            ),
        ),
        (Code::LowContrast, "site.toml", settings("[style]\naccent = {light = \"#e08a00\", dark = \"#86c9b8\"}")),
        (Code::BadToml, "site.toml", settings("subtitle = ")),
        (Code::BadYaml, FIRST, changed("speakers: [A. Lee]", "speakers: [A. Lee")),
        (
            Code::CutText,
            FIRST,
            changed("A first statement", "A first #statement of «2006»").replace(
                "fidelity:",
                "summary: #1 of them # as it is\nplace: Rome # where else\nevent: \"Talks #3\"\nattributed_as: >\n  A #4\nfidelity:",
            ),
        ),
        (Code::MissingFrontMatter, FIRST, "Only text.\n".into()),
        (Code::UnclosedFrontMatter, FIRST, "---\ntitle: Only a title\n".into()),
        (Code::OversizedEntry, FIRST, add(&format!("x:\n  {}", "[\n  ".repeat(101)))),
        (Code::DuplicateKey, FIRST, add("title: Another title")),
        (Code::UnknownKey, FIRST, changed("fidelity", "fidelty")),
        (Code::MissingKey, FIRST, changed("title: A first statement\ndate: 2006-02-02\n", "")),
        (Code::WrongType, FIRST, add("draft: perhaps")),
        (Code::BadValue, FIRST, changed("reported", "reportd")),
        (Code::BadDate, FIRST, changed("2006-02-02", "2.2.2006")),
        (Code::BadLanguage, FIRST, add("language: english")),
        (Code::UnknownCountry, FIRST, add("countries: [FR, UK]")),
        (Code::BadId, "content/topics/Free_Trade.md", topic("")),
        (Code::MisplacedFile, "content/person/ann-lee.md", person("")),
        (
            // Neither the date nor the speaker is reported a second time; the topic is.
            Code::UnfinishedPlaceholder,
            FIRST,
            changed(
                "date: 2006-02-02\nspeakers: [A. Lee]\ntopics: [commerce]",
                "date: 2006-02-02\nspeakers: [FIXME(who said it)]\ntopics: [comerce]",
            )
            .replace("The very words.", "FIXME(the words"),
        ),
        (Code::DuplicateId, "content/statements/2007/2006-02-02-first.md", STATEMENT.into()),
        (Code::UnknownSpeaker, FIRST, changed("A. Lee", "Ann Leee")),
        (Code::RepeatedSpeaker, FIRST, changed("[A. Lee]", "[A. Lee, {country: FR}, ann-lee, {country: FR}]")),
        (
            Code::RepeatedItem,
            FIRST,
            changed("[commerce]", "[commerce, Trade]").replace(
                "fidelity:",
                "countries: [GB, FR, GB]\naudience: [RU, the press, ann-lee, RU, the press, A. Lee]\nfidelity:",
            ),
        ),
        (Code::AmbiguousName, "content/people/arthur-lee.md", "---\nname: Arthur Lee\nnames: [A. Lee]\n---\n".into()),
        (Code::UnknownTopic, FIRST, changed("commerce", "comerce")),
        (Code::UnknownOrganization, FIRST, add("organizations: [League of Nations]")),
        (Code::UnknownAudience, FIRST, add("audience: [FR, Everyone, Kazakhstan]")),
        (Code::EncodedCharacter, FIRST, changed("example.com/1", "example.com/t%D0%BElls%E2%81%A0")),
        (Code::FormerId, FIRST, changed("[commerce]", "[commerce-by-sea]")),
        (Code::UnknownOffice, FIRST, add("as: ministr")),
        (
            Code::AmbiguousOffice,
            PERSON,
            person(
                "offices:\n  - {id: minister, title: Minister, from: 2000}\n  - {id: envoy, title: Envoy, from: 2001}\n",
            ),
        ),
        (Code::UnknownPlace, FIRST, add("place: mosow")),
        (Code::UnknownRecord, FIRST, add("reiterates: [2006-02-02-frist]")),
        (
            Code::TopicLabelClash,
            "content/topics/commerce-law.md",
            "---\nlabel: Commerce law\nalt: [Commerce]\n---\n".into(),
        ),
        (Code::BroaderCycle, TOPIC, topic("broader: [trade]\n")),
        (Code::IncompleteSource, FIRST, changed("\"https://example.com/1\"", "{title: A report}")),
        (Code::MissingSourceText, FIRST, changed("\"https://example.com/1\"", "{text: sources/report.txt}")),
        (Code::BrokenLink, FIRST, changed("What was said.", "See [this](../2005/other.md).")),
        (
            Code::OutsideImage,
            FIRST,
            changed("What was said.", "![A table](https://example.org/table.png)"),
        ),
        (Code::UnsafeLink, FIRST, changed("What was said.", "See [this](javascript:alert(1)).")),
        (
            Code::DeceptiveLink,
            FIRST,
            changed(
                "What was said.",
                "See [this](https://www.kremlin.ru@evil.example/), <https://user:pass@example.org/>,\n\
                 [that](https://good.example&#92;@evil.example/), [more](https://good.example／evil.example/),\n\
                 [as](https://kremlin.ru∕x.evil.example/ \"a slash\"), [well](https://xn--80ak6aa92e.com/),\n\
                 [by][number], <http://0x7f.1/>, [https://mid.ru/x](https://mid.ru.evil.example/), [mail](mailto:a@аррӏе.com),\n\
                 [its title](https://rnid.ru/ \"https://mid.ru/\"), [honest](https://президент.рф/@x).\n\n\
                 [number]: http://2130706433/",
            )
            .replace(
                "\"https://example.com/1\"",
                "\"https://аррӏе.com/\", {title: \"https://mid.ru/x\", url: \"https://mid.ru.evil.example/2\", archived: \"https://kremlın.ru/\"}",
            )
            .replace("fidelity:", "context: Compare [another](https://mid.ru%40evil.example/).\nfidelity:"),
        ),
        (
            Code::MismatchedLink,
            FIRST,
            changed(
                "What was said.",
                "See [https://mid.ru/x](https://t.co/AbCdEf), [en.mid.ru](https://eng.mid.ru/),\n\
                 [its title](https://example.org/ \"https://mid.ru/\"), [Healthc](https://healthcare.gov)[are.gov](https://healthcare.gov),\n\
                 [mid.ru/x](https://web.archive.org/web/2023/https://www.mid.ru/x).",
            )
            .replace("\"https://example.com/1\"", "{title: \"https://mid.ru/x\", url: \"https://example.com/2\"}"),
        ),
        (
            Code::BrokenAddress,
            FIRST,
            changed("What was said.", "See [this](http://), [that](http://%3Ehttps:/mid.ru/x), [more](https://www.mid.ru\\\\press).")
                .replace("example.com/1", "example..com/1"),
        ),
        (Code::AddressClash, "content/pages/topics.md", "---\ntitle: Topics\n---\n".into()),
        (Code::FixedLevel, "site.toml", settings("[lints]\nmisplaced-file = \"warn\"\nbad-yaml = \"allow\"")),
        (Code::UnknownTheme, "site.toml", settings("theme = \"defalt\"")),
        (Code::TemplateError, "templates/prose.html", "{% if title %}\n{{ title | nonsense }}\n".into()),
        (
            Code::UnknownTemplateKey,
            "templates/prose.html",
            "{% extends \"theme/prose.html\" %}\n{% block main %}{% if page.discription %}{{ body }}{% endif %}{% endblock %}\n".into(),
        ),
        (
            Code::IncompleteList,
            "templates/month.html",
            "{% extends \"theme/month.html\" %}\n{% block main %}<ol>{{ rows }}</ol>{% include \"list-parts.html\" %}{% endblock %}\n".into(),
        ),
        (
            Code::BlockedByPolicy,
            "templates/prose.html",
            "{% extends \"theme/prose.html\" %}\n{% block main %}<p style=\"color: red\" onclick=\"go()\">{{ body }}</p>\n<script>go({{ page.title }})</script>\n<script src=\"{{ assets[\"style.css\"] }}\"></script>\n<script type=\"application/json\">{}</script>\n<img src=\"https://example.net/count.png\" alt=\"\">{% endblock %}\n".into(),
        ),
        (
            Code::QuotationNotInSource,
            FIRST,
            changed("\"https://example.com/1\"", "{text: sources/report.txt}")
                .replace("The very words.", "The truest words."),
        ),
        (
            Code::TurnOfAnother,
            FIRST,
            changed("\"https://example.com/1\"", "{text: sources/report.txt}").replace("The very words.", "Are you sure?"),
        ),
        (
            Code::UnknownAttribution,
            FIRST,
            text(
                "> Words.\n> — Ann Leee\n\nand\n\n> Words.\n> — Lee, Minister\n\nand\n\n> Words.\n> - Ann Lee\n\nand\n\n> — Words, Ann!\n",
            ),
        ),
        (
            Code::MisplacedAttribution,
            FIRST,
            text("> Words.\n> — Ann Lee\n>\n> More words.\n> — A. Lee\n\nand\n\n> One said:\n>\n> > Words.\n> > -- Ann Lee\n"),
        ),
        (
            Code::MixedQuotation,
            FIRST,
            text("> Words.\n>\n> **Interviewer:** When?\n>\n> Words.\n\nand\n\n> Words\n> Q. When?\n\nand\n\n> **When?**\n> Lee: Words.\n> Trade\\: words.\n"),
        ),
        (
            Code::EmptyQuotation,
            FIRST,
            text(">\n\nand\n\n> …\n> — Ann Lee\n\nand\n\n> — Ann Lee\n\nand\n\n> [The minister agreed.]\n\nand\n\n> (Inaudible.)\n\nand\n\n> Words\n"),
        ),
        (
            Code::ForeignQuotation,
            FIRST,
            text("> [!NOTE]\n> The report gives another date.\n\nand\n\n> [!quote]- Words\n\nand\n\n>! Hidden words.\n\nand\n\n> **Note:** The report gives another date.\n"),
        ),
        (
            Code::SwallowedText,
            FIRST,
            text(
                "What was said:\n\n    > The very words.\n\nand\n\n<div>\n> Other words.\n</div>\n\n```text\n> Code.\n```\n\n> ```\n> > Words.\n> ```\n\n~~~ text\nand\n\n> Words.\n```\n",
            ),
        ),
        (
            Code::UnmarkedQuotation,
            FIRST,
            text("> We want peace.\nThis was denied\nlater.\n\n- > More words.\n  That was not.\n\n> > Nested.\n> Or not?\n"),
        ),
        (
            Code::UnusedDefinition,
            FIRST,
            text("What was said.[^a]\n\n[^a]: Here.\n\n[^A]: There.\n\n[^b]: Nowhere.\n\nA [link].\n\n[link]: https://example.org/\n[link]: https://example.net/\n[//]: # (a comment)\n"),
        ),
        (
            Code::UndefinedReference,
            FIRST,
            text("What was said.[^1] See [this][there] and [that][], but not `[^2]`, \\[^3], [sic] or [4][5].\n"),
        ),
        (
            Code::SurplusCell,
            FIRST,
            text("| year | tolls |\n|---|---|\n| 2006 | 5 | 7 |\n| 2007 | 5 \\| 6 |\n| 2008 |\n| 2009 | 8 |\n"),
        ),
        (
            Code::ListNumber,
            FIRST,
            text("> 2014. We agreed.\n\nand\n\n1. One\n2. Two\n5. Five\n\nand\n\n1. One\n1. Two\n\nand\n\n> 1. One\n> 2. Two\n"),
        ),
        (
            Code::RawHtml,
            FIRST,
            text("He agreed.<br>She <b>did not</b>.\n\n<!-- Is this right?\nAsk. -->\n\nNot `<code>` or \\<this>.\n"),
        ),
        (
            Code::RawMarkup,
            FIRST,
            text(
                "He ~~denied~~ \\~\\~did not\\~\\~ `~~deny~~` it in [[2006]]. ==All== is **«said»**words, **well\n\n\
                 ::: note\nIt is _so_called. {.lead}\n:::\n\n##Heading\n\n- [ ] task\n\n\
                 $$x$$, [a](b c), and a note^[this].\n\\— So, [@lee] ||hid|| {++it++} *in [a](https://example.org/b c).\n\n| a | b |\n|---|\n",
            ),
        ),
        (
            Code::SourceHashMismatch,
            FIRST,
            changed(
                "[\"https://example.com/1\"]",
                "\n  - text: sources/report.txt\n    sha256: 0000000000000000000000000000000000000000000000000000000000000000",
            ),
        ),
        (Code::RelationToItself, FIRST, add("responds_to: [2006-02-02-first]")),
        (Code::RelationToLater, FIRST, add("responds_to: [2007-03-04-second]")),
        (
            Code::OfficeNotHeld,
            FIRST,
            changed("2006-02-02", "1999-02-02").replace("fidelity:", "as: minister\nfidelity:"),
        ),
        (Code::NameOfAnotherTime, FIRST, add("organizations: [The Body]\naudience: [new body]")),
        (
            Code::NameBesideNames,
            "content/organizations/office.md",
            "---\nname: Foreign Office\nnames:\n  - {name: Office of Foreign Trade, to: 1989}\n---\n".into(),
        ),
        (Code::NoNameOnDate, FIRST, changed("A. Lee", "{organization: pact}")),
        (Code::PositionWithoutEvent, FIRST, add("position: 2")),
        (Code::PositionTwice, FIRST, add("event: talks\nposition: 2")),
        (Code::NoOfficeOnDate, PERSON, person("offices:\n  - {id: minister, title: Minister, from: 2010}\n")),
        (
            Code::PublishedBeforeSaid,
            FIRST,
            changed("\"https://example.com/1\"", "{url: \"https://example.com/1\", date: 2006-02-01}"),
        ),
        (
            Code::PlainHttp,
            FIRST,
            changed("\"https://example.com/1\"", "\"http://example.com/1\", {url: \"http://example.com/2\"}"),
        ),
        (
            Code::ForeignArchive,
            FIRST,
            changed(
                "\"https://example.com/1\"",
                "\n  - {url: \"https://example.com/1\", archived: \"https://web.archive.org/web/2006/https://example.com/2\"}\n  - {url: \"https://example.com/1\", archived: \"https://example.com/1\"}\n  - {url: \"https://example.com/1\", archived: \"https://archive.ph/Xy12Z\"}",
            )
            .replace("[\n", "\n")
            .replace("\"}]", "\"}"),
        ),
        (Code::NoArchive, FIRST, changed("\"https://example.com/1\"", "{url: \"https://example.com/1\"}")),
        (Code::MisnamedFile, "content/statements/2006/first.md", STATEMENT.replace("A first", "A wholly different")),
        (
            Code::WrongYearFolder,
            "content/statements/2005/2006-02-02-again.md",
            STATEMENT.replace("A first", "A wholly different"),
        ),
        (
            Code::FutureDate,
            FIRST,
            changed("2006-02-02", "2206-02-02").replace(
                "fidelity:",
                "corrections: [{date: 2206-03-02, kind: correction, note: A word}]\nfidelity:",
            ),
        ),
        (Code::OrphanTopic, "content/topics/peace.md", "---\nlabel: Peace\n---\n".into()),
        (Code::TopicUsedOnce, TOPIC, topic("scope: Trade between states.\n")),
        (Code::DeepTopic, FIRST, changed("commerce", "commerce, layer-34")),
        (Code::DuplicateStatement, "content/statements/2006/2006-02-02-again.md", STATEMENT.into()),
        (Code::UnusedSourceText, "content/sources/report.txt", "The very words.\n".into()),
        (
            Code::ContradictoryPublish,
            FIRST,
            changed(
                "sources: [\"https://example.com/1\"]",
                "sources:\n  - {title: One, text: sources/report.txt, publish: true}\n  - {title: Two, text: sources/report.txt, publish: false}",
            ),
        ),
        (
            Code::LoadedWording,
            FIRST,
            changed("A first statement", "Minister slams so-called “shameful” deal").replace(
                "fidelity:",
                "summary: >-\n  Many say that\n  the visionary minister, obviously,\n  did.\ncontext: |\n  Reportedly.\n\n  > Obviously.\nfidelity:",
            ),
        ),
        (
            Code::InvisibleCharacter,
            FIRST,
            changed("A first statement", "\"A first state\u{200b}ment\\u202E\"")
                .replace("What was said.", "What&#x200B; was [said](https://example.org/%E2%80%AEgnp).\u{2028}"),
        ),
        (
            Code::MixedScripts,
            FIRST,
            changed("A first statement", "\"A first st\u{430}tement on P\\u0430ris\"")
                .replace("What was said.", "What w&#1072;s s\u{ff41}id, in μg and kΩ."),
        ),
        (Code::BadMessages, "themes/own/messages/en.ftl", "nav_years = { $count ->\n".into()),
        (Code::UnreadMessage, "messages/en.ftl", "nav_topcis = Subjects\n".into()),
        (Code::UnreadTemplate, "templates/statment.html", "{% extends \"theme/statement.html\" %}\n".into()),
        (Code::UntranslatedMessages, "site.toml", settings("language = \"it\"")),
        (
            Code::UnfinishedOutline,
            "content/pages/about.md",
            "---\ntitle: About\ndraft: true\n---\nEdited by FIXME(who edits it).\n".into(),
        ),
        (Code::ExampleRecord, TOPIC, topic("example: true\n")),
        (Code::HiddenFile, "static/.data/votes.csv", "a,b\n".into()),
    ]
}

/// Codes that need more than one text file; each has a test of its own.
const ELSEWHERE: [Code; 13] = [
    Code::UnreadSetting,
    Code::UndescribedImage,
    Code::UnreadablePicture,
    Code::MissingTemplate,
    Code::CrowdedDay,
    Code::InvalidUtf8,
    Code::RefusedLink,
    Code::SpecialFile,
    Code::OversizedFile,
    Code::OversizedPage,
    Code::BadFileName,
    Code::ChangedDuringBuild,
    Code::LargeEntry,
];

/// Files that a case needs beside the one with the fault.
pub(crate) fn beside(code: Code) -> &'static [(&'static str, &'static str)] {
    match code {
        Code::NameOfAnotherTime => &[(
            "content/organizations/oic.md",
            "---\nnames:\n  - {name: New Body, short: NB, from: 2011-06-28}\n  - {name: Old Body, short: OB, to: 2011-06-27}\nvariants: [The Body]\n---\n",
        )],
        Code::FormerId => &[(TOPIC, "---\nlabel: Trade\nold_ids: [commerce-by-sea]\n---\n")],
        Code::NoNameOnDate => &[(
            "content/organizations/pact.md",
            "---\nnames:\n  - {name: The Late Pact, from: 1975, to: 1991-07-01}\n  - {name: The Early Pact, from: 1955-05-14, to: 1974}\n---\n",
        )],
        Code::PositionTwice => &[
            ("content/events/talks.md", "---\nname: Talks on trade\ndate: 2006-02-02\n---\n"),
            (
                "content/statements/2006/2006-02-02-second.md",
                "---\ntitle: What was said next\ndate: 2006-02-02\nspeakers: [A. Lee]\ntopics: [commerce]\nevent: Talks on trade\nposition: 2\nfidelity: reported\nsources: [\"https://example.com/2\"]\n---\nMore.\n",
            ),
        ],
        Code::UnknownPlace => &[("content/places/moscow.md", "---\nname: Moscow\n---\n")],
        Code::QuotationNotInSource | Code::SourceHashMismatch | Code::ContradictoryPublish => {
            &[("content/sources/report.txt", "He said:\n\n“The very words.”\n")]
        }
        Code::TurnOfAnother => {
            &[("content/sources/report.txt", "Ann Lee: We agree.\n\nInterviewer: Are you sure?\n\nAnn Lee: Yes.\n")]
        }
        Code::RelationToLater => &[(
            "content/statements/2007/2007-03-04-second.md",
            "---\ntitle: A second statement\ndate: 2007-03-04\nspeakers: [A. Lee]\ntopics: [commerce]\nfidelity: reported\nsources: [\"https://example.com/2\"]\n---\nMore.\n",
        )],
        Code::BadMessages => &[
            ("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\ntheme = \"own\"\n"),
            ("themes/own/theme.toml", "name = \"own\"\nparent = \"default\"\n"),
        ],
        _ => &[],
    }
}

/// Checks the site; a code that is not shown by default is asked for. The frames are as those in the file of the code.
fn check(site: &Site, code: Code) {
    let level = code.default_level();
    let mut asked = vec!["--today", "2026-01-01"];
    if level == Level::Allow {
        asked.extend(["--warn", code.slug()]);
    }
    let run = site.check(&asked);
    assert_eq!(run.code, Some(i32::from(level == Level::Deny)), "{code}: {}{}", run.stdout, run.stderr);
    compare(code, &run.stdout);
}

fn compare(code: Code, frames: &str) {
    let severity = if code.default_level() == Level::Deny { "error" } else { "warning" };
    assert!(frames.contains(&format!("{severity}[{code}]: ")), "no {code} in:\n{frames}");
    let file = format!("tests/diagnostics/{code}.txt");
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        fs::write(&file, frames).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_else(|_| panic!("there is no {file}"));
    assert_eq!(frames, expected, "{code}");
}

#[test]
fn each_code_has_its_frame() {
    for (code, file, text) in cases() {
        let site = Site::small();
        beside(code).iter().for_each(|(file, text)| site.write(file, text));
        if code == Code::DeepTopic {
            crate::support::layers(&site, 34, 1);
        }
        site.write(file, &text);
        check(&site, code);
    }
}

#[test]
fn text_that_is_not_utf8() {
    let site = Site::small();
    fs::write(site.path().join(FIRST), b"---\ntitle: caf\xe9\n---\n").unwrap();
    check(&site, Code::InvalidUtf8);
}

#[test]
fn a_file_that_is_too_large() {
    let site = Site::small();
    site.write(FIRST, &format!("{STATEMENT}\n{}", "And so on.\n".repeat(100_000)));
    check(&site, Code::LargeEntry);
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_site() {
    let site = Site::small();
    std::os::unix::fs::symlink("/etc/hostname", site.path().join("content/topics/elsewhere.md")).unwrap();
    check(&site, Code::RefusedLink);
}

#[cfg(unix)]
#[test]
fn images_of_which_nothing_says_what_they_show() {
    let site = Site::small();
    site.write("static/map.gif", "GIF89a\u{3}\0\u{7}\0\0\0\0;");
    let text = STATEMENT.replace("What was said.", "![](/map.gif) and [![ ](/map.gif \"The map\")](/map.gif)");
    site.write(FIRST, &text.replace("fidelity:", "context: See ![](/map.gif).\nfidelity:"));
    check(&site, Code::UndescribedImage);
}

#[test]
fn pictures_that_are_none() {
    let site = Site::small();
    site.write("static/card.png", "%PDF-1.7 and more");
    site.write("static/map.jpg", "GIF89a\u{3}\0\u{7}\0\0\0\0;");
    site.write("static/seal.gif", "GIF89a\u{3}\0\0\0\0\0\0;");
    site.write("static/cut.gif", "GIF89a\u{3}\0\u{7}\0\0\0\0;");
    let shown = "![A table](/card.png)\n\n![A map](/map.jpg)\n\n![A page](/cut.gif)";
    let text = STATEMENT.replace("What was said.", shown);
    site.write(FIRST, &text.replace("fidelity:", "context: See ![it](/map.jpg).\nfidelity:"));
    site.write(PERSON, "---\nname: Ann Lee\nnames: [A. Lee]\nportrait: seal.gif\n---\n");
    check(&site, Code::UnreadablePicture);
}

#[test]
fn a_pipe() {
    let site = Site::small();
    let pipe = site.path().join("content/topics/pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    check(&site, Code::SpecialFile);
}

#[test]
fn a_setting_that_no_template_shows() {
    let site = Site::small();
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    let logo = "logo = \"logo.svg\"\n";
    let entry = "[[nav.entries]]\nlabel = \"Institute\"\naddress = \"https://example.net/\"\n";
    site.write("site.toml", &format!("{logo}{settings}{entry}"));
    site.write("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    for page in ["base", "home"] {
        let template = fs::read_to_string(format!("themes/default/templates/{page}.html")).unwrap();
        site.write(&format!("templates/{page}.html"), &template.replace("site.logo", "site.subtitle"));
    }
    site.write(
        "templates/nav.html",
        "{% for part in parts %}<a href=\"{{ part.address }}\">{{ part.key }}</a>{% endfor %}\n",
    );
    check(&site, Code::UnreadSetting);
}

#[test]
fn a_text_that_is_too_large_to_be_read() {
    let site = Site::small();
    site.write("templates/base.html", "");
    let template = fs::File::options().write(true).open(site.path().join("templates/base.html")).unwrap();
    template.set_len(5 << 20).unwrap();
    check(&site, Code::OversizedFile);
}

#[test]
fn a_theme_that_lacks_a_template() {
    let site = Site::small();
    site.copy(std::path::Path::new("themes/default"), "themes/mine");
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\ntheme = \"mine\"\n");
    fs::remove_file(site.path().join("themes/mine/templates/date.html")).unwrap();
    check(&site, Code::MissingTemplate);
    // Nothing needs it where years are turned off.
    site.write(
        "site.toml",
        "title = \"Small\"\nbase_url = \"https://example.org/\"\ntheme = \"mine\"\n[outputs]\nyears = false\n",
    );
    assert!(!site.check(&[]).stdout.contains("missing-template"));
}

/// A template of the page that is shown where there is none, which makes so many bytes.
pub(crate) fn of_bytes(bytes: usize) -> String {
    let line = "a".repeat(4096);
    format!("{{% for number in range(end={}) %}}{line}{{% endfor %}}{}", bytes / 4096, "a".repeat(bytes % 4096))
}

#[test]
fn a_page_that_is_too_large_to_be_written() {
    let site = Site::small();
    site.write("templates/404.html", &of_bytes((100 << 20) + 1));
    check(&site, Code::OversizedPage);
}

#[cfg(unix)]
#[test]
fn a_name_that_ends_a_line() {
    let site = Site::small();
    site.write("static/a\nb.txt", "words");
    check(&site, Code::BadFileName);
}

/// Changes a file as soon as rendering begins.
struct Meddler(std::path::PathBuf);

impl chronicle::pipeline::Progress for Meddler {
    fn begin(&self, _: usize) {
        fs::write(&self.0, STATEMENT.replace("What was said.", "Something else.")).unwrap();
    }
    fn stage(&self, _: chronicle::pipeline::Stage) {}
    fn rendered(&self) {}
    fn waiting(&self) {}
}

#[test]
fn a_file_that_changes_while_the_site_is_built() {
    let site = Site::small();
    let output = site.path().join("public");
    let request = site.request(&output);
    let run = chronicle::pipeline::run(&request, &Meddler(site.path().join(FIRST))).unwrap();
    assert!(run.summary.is_none() && !output.exists());
    compare(Code::ChangedDuringBuild, &chronicle::report::Report::of(&run.findings, &run.inputs).human(false));
}

#[test]
fn more_statements_of_one_day_than_search_can_tell_apart() {
    let site = Site::small();
    (1..=4_096).for_each(|at| site.write(&format!("content/statements/2006/2006-02-02-number-{at}.md"), STATEMENT));
    let run = chronicle::pipeline::run(&site.request(&site.path().join("public")), &Meddler(site.path().join(FIRST)))
        .unwrap();
    let found: Vec<_> = run.findings.into_iter().filter(|finding| finding.code == Code::CrowdedDay).collect();
    compare(Code::CrowdedDay, &chronicle::report::Report::of(&found, &run.inputs).human(false));
}

#[test]
fn every_code_has_a_case() {
    let mut covered: BTreeSet<Code> = cases().into_iter().map(|(code, ..)| code).collect();
    covered.extend(ELSEWHERE);
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !covered.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_code_is_explained_with_examples() {
    for code in Code::ALL {
        let text = code.explanation();
        let position = |what: &str| text.find(what).unwrap_or_else(|| panic!("{code} has no `{what}`"));
        assert!(position("\n\nWrong:\n\n```") < position("\n\nRight:\n\n```"), "{code}");
        assert!(position("\n\nWrong:") > 80, "{code}: say what the rule is and why");
        assert_eq!(text.matches("```").count(), 4, "{code}");
        assert!(text.lines().all(|line| line.chars().count() <= 110), "{code}: break the lines");
    }
    let files = fs::read_dir("src/diagnostic/explanations").unwrap().count();
    assert_eq!(files, Code::ALL.len(), "an explanation belongs to no code");
}
