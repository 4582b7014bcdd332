use super::{Kind, label};
use crate::entry::quotation::quotations;

/// The label of a line, if it may be one.
fn of(line: &str, emphasized: usize) -> Option<(&str, Kind)> {
    label(line, emphasized).map(|(range, kind)| (&line[range], kind))
}

/// The labels of a quotation of these lines that are turns for sure.
fn sure(lines: &str) -> Vec<String> {
    texts(&lines.lines().map(|line| format!("> {line}\n>\n")).collect::<String>())
}

/// The same of Markdown.
fn texts(markdown: &str) -> Vec<String> {
    let found = quotations(markdown, &[]).remove(0).turns.into_iter();
    found.filter(|turn| turn.is_sure).map(|turn| turn.label).collect()
}

#[test]
fn labels_of_those_who_ask() {
    for (line, name) in [
        ("Interviewer: What now?", "Interviewer"),
        ("Вопрос: Когда?", "Вопрос"),
        ("المذيع: متى؟", "المذيع"),
        ("记者：何时？", "记者"),
        ("기자: 언제입니까?", "기자"),
        ("質問：いつですか。", "質問"),
        ("Q. When?", "Q"),
        ("[00:10:30] Interviewer: When?", "Interviewer"),
        ("Question. When?", "Question"),
        ("Q1. When?", "Q1"),
        ("Q   Thank you: when?", "Q"),
        ("q: When?", "q"),
        ("P. ¿Cuándo?", "P"),
        ("[Interviewer] When?", "[Interviewer"),
        ("Interviewer", "Interviewer"),
        ("a member of the public: When?", "a member of the public"),
        ("Reporter from TASS: When?", "Reporter from TASS"),
        ("Peace is near. Interviewer: When?", "Interviewer"),
        ("和平近了。记者：何时？", "记者"),
    ] {
        assert_eq!(of(line, 0), Some((name, Kind::Asker)), "{line}");
    }
    assert_eq!(of("Interviewer: What now?", 12), Some(("Interviewer", Kind::Asker)));
    assert_eq!(of("our own correspondent: What now?", 21), Some(("our own correspondent", Kind::Asker)));
    assert_eq!(of("What do you say?", 16), Some(("What do you say?", Kind::Asker)));
}

#[test]
fn labels_that_look_like_names() {
    for (line, name) in [
        ("Ursula von der Leyen: Peace.", "Ursula von der Leyen"),
        ("MARGARET BRENNAN: Peace.", "MARGARET BRENNAN"),
        ("Smith: Peace.", "Smith"),
        ("President Lee: Peace.", "President Lee"),
        ("THE PRESIDENT: Peace.", "THE PRESIDENT"),
        ("— Ann Smith: Peace.", "Ann Smith"),
        ("“Ann Smith: Peace.”", "Ann Smith"),
        (
            "Mr. Smith (Russian Federation) (spoke in Russian): Peace.",
            "Mr. Smith (Russian Federation) (spoke in Russian)",
        ),
        ("Massachusetts Senator Ed Markey: Peace.", "Massachusetts Senator Ed Markey"),
        ("MR. SMITH. When?", "MR"),
        ("الوزير أحمد: السلام.", "الوزير أحمد"),
        ("李明部长：和平。", "李明部长"),
    ] {
        assert_eq!(of(line, 0), Some((name, Kind::Name)), "{line}");
    }
    assert_eq!(of("Smith. When?", 6), Some(("Smith", Kind::Name)));
    assert_eq!(of("Ann Smith", 9), Some(("Ann Smith", Kind::Name)));
}

#[test]
fn labels_that_may_be_anything() {
    for (line, name) in [
        ("Minister: Peace.", "Minister"),
        ("Russia: Peace.", "Russia"),
        ("经济：和平。", "经济"),
        ("الاقتصاد العالمي: السلام.", "الاقتصاد العالمي"),
    ] {
        assert_eq!(of(line, 0), Some((name, Kind::Perhaps)), "{line}");
    }
}

#[test]
fn labels_that_are_rather_headings() {
    for line in [
        "В. Путин",
        "Ann Smith",
        "ANN SMITH",
        "(Ann Smith)",
        "[Ann Smith] Peace.",
        "Cooperation: Peace.",
        "Critical Communications: Peace.",
        "Saving Lives Now: Peace.",
    ] {
        assert_eq!(of(line, 0).map(|(_, kind)| kind), Some(Kind::Heading), "{line}");
    }
}

#[test]
fn what_is_no_label() {
    for line in [
        "We say this: peace.",
        "2006: the year.",
        "Peace. And war.",
        "At 9:30 we met.",
        "What do you say?",
        ": no",
        "A. Merkel and I agreed.",
        "U.S. policy is clear.",
        "P.S. No.",
        "Conclusion: peace.",
        "Note: peace.",
        "First: peace.",
        "Dear Madam Speaker: peace.",
        "Our Plan: peace.",
        "The bottom line: peace.",
        "Press freedom: peace.",
        "Press-freedom is near.",
        "(Inaudible) Peace.",
        "(UN) Peace.",
        "[Ann Smith] agreed.",
        "— We say this: peace.",
        "With Ann Smith",
        "our own correspondent asked: What now?",
        "结论：和平。",
        "我的回答很清楚：和平。",
        "الخلاصة: السلام.",
        "وقال الوزير في كلمته: السلام.",
        "Вывод: мир.",
        "Fazit: Friede.",
    ] {
        assert_eq!(of(line, 0), None, "{line}");
    }
    assert_eq!(of("First. Peace.", 6), None);
    assert_eq!(of("September 22, 2021", 18), None);
    assert_eq!(of("Pandemic preparedness: Peace.", 22), None);
    assert_eq!(of("We want peace, and now.", 2), None);
}

#[test]
fn all_lines_of_a_quotation_say_which_labels_are_turns() {
    for lines in [
        "Russia: Peace.",
        "Energy: We need it.\nAll energy comes from the sun.",
        "经济：和平。",
        "الاقتصاد العالمي: السلام.",
    ] {
        assert_eq!(sure(lines), [""; 0], "{lines}");
    }
    // In the middle of a sentence, and of words in emphasis.
    assert_eq!(texts("> We work with the\n> Board of Trustees: all of it.\n"), [""; 0]);
    assert_eq!(texts("> **Of our\n> Lasting Plan:** all of it.\n"), [""; 0]);
    assert_eq!(texts("> We work for the\n> public; all of it.\n> We work with our\n> staff.\n"), [""; 0]);
    assert_eq!(texts("> We agree and\n> **Interviewer**\n> When?\n"), ["Interviewer"]);
    assert_eq!(texts("> We agree and\n> [Interviewer] When?\n"), ["Interviewer"]);
    assert_eq!(texts("> We work.\n> Ann Smith: We do.\n"), ["Ann Smith"]);
    for (lines, labels) in [
        ("Smith: Peace.", &["Smith"][..]),
        ("李明：何时？", &["李明"]),
        ("李明：和平。\n王芳：战争。", &["李明", "王芳"]),
        ("李明：和平。\n不是。\n李明：好。", &["李明", "李明"]),
        ("Minister: When will you sign?", &["Minister"]),
        ("Interviewer: When?\nMinister: Now.", &["Interviewer", "Minister"]),
        ("Will Smith: We will.", &["Will Smith"]),
    ] {
        assert_eq!(sure(lines), labels, "{lines}");
    }
}
