//! Words between marks whose sentence, or the one before it, may say that they are somebody else's.

use super::{people, words};

/// The words taken of a text, without the full stop that may stand within the marks.
fn taken(text: &str) -> Vec<String> {
    let all = super::taken(&format!("A headline of some kind\n\n{text}\n"));
    all.iter().map(|words| words.trim_end_matches(['.', '。']).to_owned()).collect()
}

fn check(texts: &[&str], own: &[&str]) {
    for text in texts {
        assert_eq!(taken(text), own, "{text}");
    }
}

#[test]
fn a_sentence_of_the_reporters_hands_no_words_on() {
    check(
        &[
            "“We sell tin to all,” Ann Lee said. A sailor frowned. “We have never seen any of it.”",
            "Ann Lee said: “We sell tin to all.” The union was not amused. “We have never seen any of it.”",
            "“We sell tin to all,” Ann Lee said, as a sailor shouted, “we have never seen any of it.”",
            "“We sell tin to all,” Ann Lee said, and a sailor shouted: “We have never seen any of it.”",
        ],
        &["We sell tin to all"],
    );
    for (text, own) in [
        (
            "« Nous vendons de l’étain », a dit Ann Lee. Un marin a ri. « Nous n’en avons jamais vu ici. »",
            "Nous vendons de l’étain",
        ),
        (
            "„Wir verkaufen allen Zinn“, sagte Ann Lee. Ein Matrose lachte. „Wir haben nie etwas davon gesehen.“ Stille.",
            "Wir verkaufen allen Zinn",
        ),
        (
            "«Vendemos estaño a todos», dijo Ann Lee. Un marino rió. «Nunca lo hemos visto aquí».",
            "Vendemos estaño a todos",
        ),
        (
            "«Мы продаём олово всем», — сказала Анна Ли. Моряк засмеялся. «Мы его никогда не видели».",
            "Мы продаём олово всем",
        ),
        ("قالت آن لي: «نحن نبيع القصدير للجميع». ضحك البحار. «لم نر منه شيئا أبدا هنا».", "نحن نبيع القصدير للجميع"),
        ("安妮说：“我们向所有人出售锡。”一名水手笑了。“我们从来没有见过锡。”", "我们向所有人出售锡"),
    ] {
        let taken = taken(text);
        assert!(taken.is_empty() || taken == [own], "{taken:?} in {text}");
    }
}

#[test]
fn a_pronoun_may_stand_for_whoever_is_spoken_to() {
    for text in [
        "Ann Lee told a sailor: “You sell tin to all.” He said: “And so do you, as I hear.”",
        "“You sell tin to all,” Ann Lee told a sailor. “And so do you, as I hear,” he said.",
        "Ann Lee told the sailor to wait. “And so do you, as I hear,” he said.",
        "Asked by a sailor about tin, Ann Lee said: “You sell tin to all.” He said: “And so do you, as I hear.”",
        "Ann Lee said: “You sell tin to all.” He replied: “And so do you, as I hear.”",
        "Ann Lee a dit à un marin : « Vous vendez à tous. » Il a dit : « Et vous aussi, je crois bien. »",
        "Ann Lee sagte dem Fischer: „Sie verkaufen es allen.“ Er sagte: „Und Sie doch auch, wie man hört“.",
        "Ann Lee dijo a un marino: «Usted vende a todos». Dijo: «Y usted también, según se dice».",
        "Анна Ли сказала рыбаку: «Вы продаёте олово всем». Он сказал: «И вы тоже, как я слышу».",
        "قالت آن لي للبحار: «أنت تبيع القصدير للجميع». وقال: «وأنت أيضا كما سمعت من الناس».",
        "安妮对水手说：“你向所有人出售锡。”他说：“你们也是这样，我听说了。”",
        "安妮说：“你向所有人出售锡。”他回答：“你们也是这样，我听说了。”",
    ] {
        let taken = taken(text);
        let second = ["And so", "Et vous", "Und Sie", "Y usted", "И вы", "وأنت", "你们"];
        assert!(!taken.iter().any(|words| second.iter().any(|start| words.starts_with(start))), "{taken:?} in {text}");
    }
}

#[test]
fn words_between_the_verb_and_the_mark_may_be_another_clause() {
    check(
        &[
            "Ann Lee said she did not believe that “all the tin is gone by now”.",
            "Ann Lee said that, as Oak once put it, “all the tin is gone by now”.",
            "Ann Lee said critics were wrong that “all the tin is gone by now”.",
            "Ann Lee said a sailor had shouted: “All the tin is gone by now.”",
            "Ann Lee denied that “all the tin is gone by now”.",
            "“All the tin is gone by now,” Ann Lee said a sailor had told her.",
            "According to Ann Lee, some think “all the tin is gone by now”.",
            "Ann Lee a dit avoir entendu que « tout l’étain est parti d’ici ».",
            "Ann Lee a affirmé que, comme disait Oak, « tout l’étain est parti d’ici ».",
            "Ann Lee sagte der Matrose: „Das ganze Zinn ist schon weg.“",
            "Ann Lee sagte, sie glaube nicht, dass „das ganze Zinn schon weg ist“.",
            "Ann Lee dijo que la gente piensa que «todo el estaño se ha acabado».",
            "Анна Ли заявила, что никогда не говорила, что «олово давно уже кончилось».",
            "Анна Ли сказала, что, как говорил Оук, «олово давно уже кончилось».",
            "قالت آن لي إنها لا تعتقد أن «القصدير نفد كله منذ زمن».",
            "安妮说，她不认为“锡矿早就已经没有了”。",
        ],
        &[],
    );
}

#[test]
fn a_sentence_that_goes_on_behind_words_may_deny_them() {
    check(
        &[
            "Ann Lee said that “all the tin is gone by now” was a lie.",
            "Ann Lee said that “all the tin is gone by now” — a lie.",
            "Ann Lee a dit que « tout l’étain est parti d’ici » est un mensonge.",
            "Ann Lee sagte, dass „das ganze Zinn schon weg ist“ eine Lüge sei.",
            "Ann Lee dijo que «todo el estaño se ha acabado» es una mentira.",
            "Анна Ли заявила, что «олово давно уже кончилось» — это ложь.",
            "قالت آن لي إن «القصدير نفد كله منذ زمن» كذبة كبيرة.",
            "安妮强调，“锡矿早就已经没有了”的论调是错误的。",
        ],
        &[],
    );
    let why = |text: &str| words(text, &people()).notes.join(" ");
    let told = "Kind\n\nAnn Lee said that “all the tin is gone by now” was a lie.\n";
    let parts = format!("{:?}{}", words(told, &people()).parts, why(told));
    assert!(parts.contains("its sentence goes on with “was a lie.”"), "{parts}");
}

#[test]
fn a_time_a_place_and_a_listener_leave_words_to_their_speaker() {
    for text in [
        "Ann Lee said on Monday that “all the tin is here by now”.",
        "Ann Lee told a news conference in Vale that “all the tin is here by now”.",
        "Ann Lee said “all the tin is here by now” on Monday.",
        "Ann Lee said that “all the tin is here by now” and urged calm.",
        "Ann Lee said after talks with Bo Day that “all the tin is here by now”.",
    ] {
        check(&[text], &["all the tin is here by now"]);
    }
    check(
        &[
            "Ann Lee said that “tin is here for all” and that “fish is here for some”.",
            "“tin is here for all,” Ann Lee told reporters. “fish is here for some,” she said.",
            "“tin is here for all,” said Ann Lee, adding that it was late. “fish is here for some.”",
        ],
        &["tin is here for all", "fish is here for some"],
    );
    for text in [
        "Ann Lee a déclaré lundi à la presse que « tout l’étain est ici ».",
        "Ann Lee sagte am Montag vor Journalisten, dass „das ganze Zinn da ist“.",
        "Ann Lee dijo el lunes en rueda de prensa que «todo el estaño está aquí».",
        "Анна Ли заявила журналистам в понедельник, что «всё олово уже здесь».",
        "قالت آن لي في مؤتمر صحفي إن «القصدير كله هنا الآن».",
        "安妮强调，“锡矿现在已经都在这里”，并呼吁冷静。",
    ] {
        assert_eq!(taken(text).len(), 1, "{text}");
    }
}
