//! Invariants: no word is invented, and nothing is quoted whose speaker is not known.

use super::body::{BodyPart, SpeakerWords};
use super::people::People;
use super::turns::Transcript;
use super::white_space::folded;
use super::{dates, headline, labels, marks, markup, prose, report};

mod endings;
mod inserts;
mod layouts;
mod others;
mod sentences;

fn people() -> People {
    People::known(&[
        (&["Ann Lee", "Secretary Lee", "安妮", "Анна Ли", "آن لي"], "Lee", "Secretary"),
        (&["Bo Day"], "Day", "Minister"),
        (&["Sergey Lavrov", "Lavrov", "Сергей Лавров"], "Lavrov", "Minister of Foreign Affairs"),
    ])
}

/// The words that a draft of a text has of the first of these people.
fn taken(text: &str) -> Vec<String> {
    let people = people();
    let mut out = Vec::new();
    for part in words(text, &people).parts {
        if let BodyPart::Own { paragraphs, .. } = part {
            out.extend(paragraphs);
        }
    }
    out
}

fn words(text: &str, people: &People) -> SpeakerWords {
    let report =
        report::read(text, &|line| matches!(labels::who(&labels::clean(line), people), Some(labels::Who::Person(..))));
    let headline = headline::read(report.headline.as_deref(), people);
    match Transcript::of(report.body, people, &headline) {
        Some(transcript) => SpeakerWords::of_turns(&transcript.turns(people), Some(0)),
        None => prose::read(&report, people).words(Some(0)),
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or_default()
    }
}

const TALK: &str = "Lee answers\n6 March 2024\n\n**SECRETARY LEE:** We sell tin. (Applause.) To all.\n\nQ    And you?\n\nLEE: No.\n\n\
    安妮：今年不会。\n记者：明年呢？\n\nАнна Ли: Нет. — Ну. ВОПРОС: А?\n\nآن لي: لا. سؤال: ماذا؟\n\n— Ann Lee\n";

#[test]
fn any_text_is_taken_apart_and_no_word_is_made_up() {
    let seed = include_str!("../../content/sources/2023-03-06-tass.txt");
    let scraps = [
        "\"",
        "“",
        "”",
        "«",
        "»",
        "\n\n",
        "\n",
        " ",
        "/TASS/",
        "©",
        ",",
        ".",
        "6 March",
        "2023",
        "é",
        "😀",
        "\r\n",
        "(",
        ":",
        "：",
        " — ",
        "Lee",
        "said",
        "Q.",
        "**",
        "\t",
        "「",
        "」",
        "安妮说：“",
        "»,",
        "‘",
        "’",
        "> ",
        "年3月",
        "İ",
        "电",
        "ß",
    ];
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let (mut quoted, people) = (0, people());
    for round in 0..400 {
        let mut text: Vec<char> = if round % 2 == 0 { seed.chars().collect() } else { TALK.chars().collect() };
        for _ in 0..numbers.below(40) {
            let at = numbers.below(text.len() + 1);
            match numbers.below(30) {
                0 => text.truncate(at.max(40)),
                1..=10 => drop(text.drain(at.min(text.len())..(at + numbers.below(60)).min(text.len()))),
                _ => drop(text.splice(at..at, scraps[numbers.below(scraps.len())].chars())),
            }
        }
        let text: String = text.into_iter().collect();
        for found in dates::find(&text, Some(2023)) {
            assert!(text.is_char_boundary(found.range.start) && text.is_char_boundary(found.range.end));
        }
        let whole = folded(&text);
        let read = report::read(&text, &|_| false);
        for segment in read.paragraphs.iter().filter_map(|paragraph| marks::segments(paragraph)).flatten() {
            if let marks::Segment::Quoted(words) = segment {
                assert!(whole.contains(&folded(words)), "{words:?} in {text}");
                quoted += 1;
            }
        }
        for part in words(&text, &people).parts {
            let BodyPart::Own { paragraphs, .. } = part else { continue };
            assert!(paragraphs.iter().all(|words| whole.contains(words.as_str())), "{paragraphs:?} in {text}");
        }
        let _ = markup::markup(&text);
    }
    assert!(quoted > 300, "only {quoted} passages were found");
}

/// Texts in which somebody else's words stand where a reader in a hurry would take them for Ann Lee's.
#[test]
fn nothing_of_anybody_else_is_taken() {
    for text in [
        // Labels of others: of one family, of another office, of a rival, once, within a paragraph, after her turn.
        "LEE: Yes, we do.\n\nBO LEE: No, we do not.",
        "PRESIDENT LEE: We do not.\n\nQUESTION: Why?",
        "MR LEE: We do not.\n\nMS LEE: We do.",
        "SPOKESMAN FOR ANN LEE: We do not.\n\nQUESTION: Why?",
        "REPORTER ANN LEE: Do you?\n\nBO DAY: No.",
        "INTERPRETER: We do not.\n\nQUESTION: Why?",
        // Within a sentence that was wrapped, and questions with one space.
        "MINISTER OAK: Mr. President, ladies and gentlemen, and you, the whole team of\nSecretary Lee: we greet you all here, and we\nthank you for it.\n\nQUESTION: So?",
        "BO DAY: Yes.\n\nQ And you, Mr. Day?\n\nBO DAY: No.",
        // Unlabelled words before the first label, and after a heading, a rule, a footer.
        "Experts doubt it.\n\nQUESTION: Why?\n\nBO DAY: So.",
        // Prose.
        "“We do not sell any tin,” said a spokesman for Ann Lee.",
        "“We do not sell any tin,” said Ann Lee's rival.",
        "“We do not sell any tin,” Lee's spokesman said.",
        "“We do not sell any tin,” Bo Day told Ann Lee.",
        "“We do not sell any tin,” said Ann Lee and Bo Day.",
        "“We do not sell any tin,” said Ann Lee Smith.",
        "Bo Day told Ann Lee: “We do not sell any tin.”",
        "A fisherman asked Ann Lee: “Do you sell any tin at all?”",
        "Ann Lee quoted Bo Day: “We do not sell any tin.”",
        "“We do not sell any tin,” said Ann Lee, quoting Bo Day.",
        "Ann Lee recalled what Bo Day said: “We do not sell any tin.”",
        "A spokesman for Mr. Lee said: “We do not sell any tin.”",
        "Ann Lee spoke. “We do not sell any tin.”",
        "Ann Lee said the mayor was ill. “I am tired of all that,” he said.",
        "Ann Lee said so. Bo Oak was there. “I am tired of all that,” he said.",
        "“The harbour will never be finished in time” is what they say of Lee.",
        "«Мы не продаём олово никому», — сказал пресс-секретарь Анны Ли.",
        "„Wir verkaufen kein Zinn mehr“, sagte der Sprecher von Ann Lee.",
        "„Wir verkaufen kein Zinn mehr“, sagte Lees Sprecher.",
        "« Nous ne vendons plus rien, a ironisé Bo Oak, et voilà tout », dit-on chez Ann Lee.",
        "安妮的发言人说：“我们不再出售任何锡矿石。”",
        "安妮援引专家的话说：“我们不再出售任何锡矿石。”",
        "وقال المتحدث باسم آن لي: «نحن لا نبيع القصدير أبدا»",
        "Ann Lee opened the harbour on Monday. Experts doubt that it will pay.",
        // Marks that do not come out even.
        "“We do not sell any tin, she said. “Nobody does it now,” said Ann Lee.",
        "‘The ministers’ plan is a bad one’, said Ann Lee.",
    ] {
        let text = format!("A headline of some kind\n\n{text}\n");
        let own = ["Yes, we do.", "We do."];
        let words: Vec<String> = taken(&text).into_iter().filter(|words| !own.contains(&words.as_str())).collect();
        assert!(words.is_empty(), "{words:?} in {text}");
    }
}

#[test]
fn what_ends_a_turn() {
    for after in [
        "**And what of the fish?**",
        "*And what of the fish?*",
        "(The minister leaves the hall with all her people, and it rains.)",
        "---\n\nIt was a bad day for all.",
        "# What others say\n\nIt was a bad day for all.",
        "What others say\n\nIt was a bad day for all.",
        "Reporting by Bo Day\n\nIt was a bad day for all.",
        "END\n\nIt was a bad day for all.",
        "— And the fish?",
        "> And the fish?",
        "Lee then left the hall without a word.",
        "The secretary then left the hall without a word.",
        "“It is a bad day,” said a fisherman.",
        "BO OAK: It is a bad day.",
        "Bo Oak: It is a bad day.",
        "VOICE: It is a bad day.",
    ] {
        let text = format!("Lee at the harbour\n\nSECRETARY LEE: We sell tin.\n\n{after}\n\nQUESTION: So?\n");
        assert_eq!(taken(&text), ["We sell tin."], "{text}");
    }
    let between = "Lee\n\nLEE: We sell tin.\n\nWill you sell fish?\n\nLEE: No.\n\nLEE: Not yet.\n";
    assert_eq!(taken(between), ["We sell tin.", "No.", "Not yet."]);
}

#[test]
fn layouts_of_turns() {
    for talk in [
        "SECRETARY LEE: We sell tin.\n\nQ    And fish?\n\nSECRETARY LEE: No.",
        "**Ann Lee:** We sell tin.\n\n**Question:** And fish?\n\n**Ann Lee:** No.",
        "Ann Lee – We sell tin.\n\nQuestion – And fish?\n\nAnn Lee – No.",
        "Ann Lee\nWe sell tin.\n\nReporter\nAnd fish?\n\nAnn Lee\nNo.",
        "[00:01] Ann Lee: We sell tin.\n[00:02] Reporter: And fish?\n[00:03] Ann Lee: No.",
        "LEE: We sell tin. QUESTION: And fish? LEE: No.",
        "Ann Lee\tWe sell tin.\r\nQuestion\tAnd fish?\r\nAnn Lee\tNo.",
        "We sell tin.\n\n— Ann Lee\n\nAnd fish?\n\n— Question\n\nNo.\n\n— Ann Lee",
        "Mme Ann Lee (par l’interprète) : We sell tin.\n\nJournaliste : And fish?\n\nMme Ann Lee : No.",
        "SECRETARY LEE:\u{a0} We sell\ntin.\n\nQUESTION:\u{a0} And\nfish?\n\nSECRETARY LEE:\u{a0} No.",
        "Frage: And fish?\n\nLee: We sell tin.\n\nNachfrage: So?\n\nLee: No.",
        "问：And fish?\n安妮：We sell tin.\n记者：So?\n安妮：No.",
    ] {
        assert_eq!(taken(&format!("On tin\n\n{talk}\n")), ["We sell tin.", "No."], "{talk}");
    }
    let answers = "Questions to Ann Lee on tin\n\nQ: And fish?\n\nA: We sell tin.\n\nQ: So?\n\nA: No.\n";
    assert_eq!(taken(answers), ["We sell tin.", "No."]);
    let of_two = answers.replace("Ann Lee on tin", "Ann Lee and Bo Oak");
    assert_eq!(taken(&of_two), Vec::<String>::new());
    for headline in ["Ann Lee meets fishermen", "Lee's rival answers questions", "Ann Lee interviews a fisherman"] {
        assert_eq!(taken(&answers.replace("Questions to Ann Lee on tin", headline)), Vec::<String>::new());
    }
}

#[test]
fn systems_of_quotation() {
    for (text, expected) in [
        ("“We sell tin to all,” said Ann Lee. “And so do they.”", &["We sell tin to all", "And so do they."][..]),
        ("Secretary Lee said on Monday: “We sell tin to all.”", &["We sell tin to all."]),
        ("According to Ann Lee, “we sell tin to all”.", &["we sell tin to all"]),
        ("‘We won’t sell tin to them’, said Ann Lee. It’s late.", &["We won’t sell tin to them"]),
        ("„Wir verkaufen allen Zinn“, sagte Ann Lee am Montag.", &["Wir verkaufen allen Zinn"]),
        (
            "»Wir verkaufen allen Zinn«, sagte Lee. Niemand widersprach. »Das bleibt so im Herbst.«",
            &["Wir verkaufen allen Zinn"],
        ),
        (
            "« Nous vendons de l’étain, a ajouté Ann Lee, et rien d’autre à tous ».",
            &["Nous vendons de l’étain", "et rien d’autre à tous"],
        ),
        (
            "«Мы продаём олово всем, — сказала Анна Ли. — И рыбу мы продаём тоже».",
            &["Мы продаём олово всем", "И рыбу мы продаём тоже"],
        ),
        ("«Vendemos estaño a todos», dijo Ann Lee.", &["Vendemos estaño a todos"]),
        ("安妮强调，“我们向所有人出售锡。”", &["我们向所有人出售锡。"]),
        (
            "安妮说：“我们向所有人出售锡。”她还说：“明年也一样会这样做。”",
            &["我们向所有人出售锡。", "明年也一样会这样做。"],
        ),
        (
            "По словам Лаврова, «рыбу мы не продаём». «Олово мы продаём всем», — сказала Анна Ли.",
            &["Олово мы продаём всем"],
        ),
        ("وقالت آن لي: «نحن نبيع القصدير للجميع»", &["نحن نبيع القصدير للجميع"]),
        (
            "“We sell tin to all.\n\n“And fish to some of them,” said Ann Lee.",
            &["We sell tin to all.", "And fish to some of them"],
        ),
        ("The tin trade goes on, Ann Lee said.\n\n“We sell tin to all,” she said.", &["We sell tin to all"]),
    ] {
        assert_eq!(taken(&format!("A headline of some kind\n\n{text}\n")), expected, "{text}");
    }
}

/// Of the example of a new site, or of somebody whose name is also an office.
#[test]
fn a_name_that_is_an_office_is_nobodys_label() {
    let people = People::known(&[
        (&["Example Minister"], "Minister", "Minister of Foreign Affairs"),
        (&["Jo Host"], "Host", ""),
    ]);
    let is_taken = |text: &str| !words(text, &people).parts.iter().all(|part| !matches!(part, BodyPart::Own { .. }));
    for text in [
        "Talks in Pasay\n\nMinister: Thank you for that welcome.\n\nMinister: I am glad to be back.\n",
        "Press conference of the Minister\n\nQ: And you?\n\nA: We are glad of it.\n\nQ: Why?\n\nA: It is so.\n",
        "The Minister\n\n“We are very glad of all this,” the Minister said.\n",
        "Talks\n\nHost: Welcome to all of you here.\n\nHost: And now the news.\n",
    ] {
        assert!(!is_taken(text), "{text}");
    }
    assert!(is_taken("Talks\n\nExample Minister: Thank you.\n\nBo Day: You are welcome.\n"));
}

#[test]
fn answers_of_the_one_whom_the_headline_names() {
    let people = People::known(&[
        (&["Ann Lee"], "Lee", "Secretary"),
        (&["王力"], "王", "外交部发言人"),
        (&["Juan Ruiz"], "Ruiz", "Ministro"),
    ]);
    let taken = |text: &str, person| {
        let report = report::read(text, &|line| labels::who(&labels::clean(line), &people).is_some());
        let headline = headline::read(report.headline.as_deref(), &people);
        let transcript = Transcript::of(report.body, &people, &headline).expect("a transcript");
        let words = SpeakerWords::of_turns(&transcript.turns(&people), Some(person));
        let own = words.parts.into_iter().filter_map(|part| match part {
            BodyPart::Own { paragraphs, .. } => Some(paragraphs.join(" ")),
            _ => None,
        });
        own.collect::<Vec<_>>()
    };
    let han =
        "外交部发言人王力答记者问\n\n问：今年关税会上涨吗？\n\n答：不会。\n\n问：明年呢？\n\n答：我们将看结果。\n";
    assert_eq!(taken(han, 1), ["不会。", "我们将看结果。"]);
    let spanish = "Entrevista con Juan Ruiz\n\nP.- ¿Subirán?\n\nR.- No subirán.\n\nP.- ¿Por qué?\n\nR.- Porque no.\n";
    assert_eq!(taken(spanish, 2), ["No subirán.", "Porque no."]);
    // The parts of a question are in another form than its label.
    let parts = "Interview with Ann Lee\n\nQ: Two questions.\n\nA. Will tolls rise?\n\nB. And when will they?\n\nA: No.\n\nQ: Why?\n\nA: It is so.\n";
    assert_eq!(taken(parts, 0), ["No.", "It is so."]);
}

#[test]
fn a_name_alone_below_the_words_is_no_label_of_what_follows() {
    let [one, two, three] = ["The port stays open to all.", "Trade has never been better.", "And so it will go on."];
    let names = |end: &str, gap: &str| {
        format!("Voices\n\n{one}{gap}Ann Lee{end}\n\n{two}{gap}Bo Day\n\n{three}{gap}Ann Lee{end}\n")
    };
    for end in ["", ", Secretary"] {
        // A name that follows its words at once, and an empty line it, is of the words above it.
        assert_eq!(taken(&names(end, "\n")), [one, three]);
        assert_eq!(taken(&names(end, "\n\n")), [""; 0]);
    }
    let intro = names("", "\n").replace("Voices\n\n", "Voices\n\nThree ministers spoke of trade in May.\n\n");
    assert_eq!(taken(&intro), [one, three]);
    for text in [
        format!("Voices\n\n{one}\nAnn Lee\n\n{two}\nBo Day\n"),
        format!("Voices\n\n{one}\nAnn Lee\n\n{two}\nBo Day\n\n{three}\n\nAnn Lee\n\nShare this\n"),
        format!("Dear friends,\n\n{one}\n\nYours sincerely,\n\nAnn Lee\n\n{two}\n"),
    ] {
        assert!(taken(&text).iter().all(|words| !words.contains(two)), "{text}");
    }
    // What whoever reports says between two names is nobody's, and so nothing is taken.
    let reported = "The government of Vale rejects the treaty, its envoy told the hall.";
    for (dash, gap) in [("", "\n"), ("— ", "\n\n")] {
        let names =
            format!("{one}{gap}{dash}Bo Day\n\n{reported}\n\n{two}{gap}{dash}Ann Lee\n\n{three}{gap}{dash}Bo Day");
        assert!(!taken(&format!("Voices\n\n{names}\n")).concat().contains(reported), "{dash}");
    }
    // Names above the words.
    let above = format!("Voices\n\nAnn Lee\n{one}\n\nBo Day\n{two}\n\nAnn Lee\n{three}\n");
    assert_eq!(taken(&above), [one, three]);
    let above = format!("Voices\n\nAnn Lee\n\n{one}\n\nBo Day\n\n{two}\n\nAnn Lee\n\n{three}\n");
    assert_eq!(taken(&above), [one, three]);
}
