//! Where turns begin, go on and end.

use super::taken;

const BEFORE: &str = "We sell tin to all.";
const BEHIND: &str = "And nobody pays more for it.";

/// A talk in which a paragraph without a label stands behind some words.
fn talk(words: &str) -> Vec<String> {
    taken(&format!("Lee on tin\n\nLEE: {BEFORE} {words}\n\n{BEHIND}\n\nQUESTION: So?\n\nLEE: No.\n"))
}

#[test]
fn the_floor_is_given_or_not() {
    for own in [
        "Please have a seat.",
        "Please, be seated. Thank you.",
        "Please. Thank you.",
        "I will see you at the opening.",
        "There are a million of you in the country.",
        "They held the bill up on the floor.",
        "Mrs. Oak was a small-business owner.",
        "各位请坐。",
    ] {
        assert!(talk(own).concat().contains(BEHIND), "{own}");
    }
    for given in [
        "Jo, please have a seat.",
        "Over there, in the back.",
        "Jo, sit down.",
        "Here is my former colleague, Jo Oak.",
        "请坐，王先生。",
        "Please.",
        "You in the back.",
        "I see you in the back there.",
        "Mr. Oak, the floor is yours.",
        "Mrs. Oak was next.",
        "I yield to the governor of Vale.",
    ] {
        assert!(!talk(given).concat().contains(BEHIND), "{given}");
    }
}

#[test]
fn whoever_ends_the_talk_may_say_who_they_are() {
    let end = |words: &str| taken(&format!("Lee on tin\n\nQUESTION: So?\n\nLEE: {BEFORE} {BEHIND} {words}\n")).concat();
    for other in ["I'm Jo Oak, and this was Harbour Talk.", "Soy Jo Prado, y nos escuchamos mañana."] {
        assert_eq!(end(other), format!("{BEFORE} {BEHIND}"), "{other}");
    }
    for own in ["I'm Ann Lee, and I know it.", "I am Prime Minister, and I know it.", "I'm glad of it, as you are."] {
        assert_eq!(end(own), format!("{BEFORE} {BEHIND} {own}"), "{own}");
    }
}

#[test]
fn a_word_behind_a_wrapped_line_is_no_label() {
    let wrapped = |line: &str| {
        format!(
            "Lee on tin\n\nLEE: Yes.\n\nAs I said in May, we did what we had to do in\n{line}\nand it was late in the year.\n\nQUESTION: So?\n\nLEE: No.\n"
        )
    };
    assert!(taken(&wrapped("Vale: to sell our tin to those who asked for it,")).concat().contains("to sell our tin"));
    for line in
        ["BO: shame on you for that, and for all the rest of it,", "Bo Oak: shame on you for that, and for all,"]
    {
        assert!(!taken(&wrapped(line)).concat().contains("shame"), "{line}");
    }
    let interrupted = "Lee on tin\n\nLEE: Yes. We go on with this trade for as long as it takes, and\nBo: you do not, and you have never done so\nin any year.\n\nLEE: No.\n";
    assert!(!taken(interrupted).concat().contains("never done"));
    // A line that is broken within its sentence is no heading.
    let broken =
        "Lee on tin\n\nLEE: Yes.\n\nA year ago I gave an order\n\nto sell tin to all.\n\nQUESTION: So?\n\nLEE: No.\n";
    assert!(taken(broken).concat().contains("to sell tin to all."));
}

#[test]
fn names_in_the_brackets_of_labels() {
    let talk = |first: &str, other: &str| {
        format!(
            "Questions in the house\n\nMr Oak (Vale) (Ind): Will you?\n\n{first}: Not I.\n\nMr Oak: Why?\n\n{other}: It is so.\n"
        )
    };
    assert_eq!(taken(&talk("The Secretary (Mrs Ann Lee)", "The Secretary")), ["Not I.", "It is so."]);
    assert_eq!(taken(&talk("La señora SECRETARY (Lee)", "La señora SECRETARY (Lee)")), ["Not I.", "It is so."]);
    for (first, other) in [
        ("The Secretary (Mrs Ann Lee)", "The Secretary (Mr Bo Oak)"),
        ("The Minister (Mrs Ann Lee)", "The Minister"),
        ("The Secretary (Lab)", "The Secretary"),
        ("Spokesman for the Secretary (Jo Lee)", "The Secretary"),
    ] {
        assert!(taken(&talk(first, other)).is_empty(), "{first}");
    }
}

#[test]
fn labels_with_an_article_are_of_others() {
    for label in
        ["El señor RUIZ SOTO", "La señora RUIZ", "La RAMÍREZ", "El señor Ruiz", "La señora portavoz del grupo, RUIZ"]
    {
        let text = format!("Lee\n\nLEE: We sell tin.\n\n{label}: ¡Es una vergüenza!\n\nLEE: No.\n");
        assert_eq!(taken(&text), ["We sell tin.", "No."], "{label}");
    }
}

#[test]
fn a_name_and_applause_is_no_label_where_a_sentence_ends() {
    let text = |name: &str| {
        format!("Lee\n\nLEE  We greet you.\n\n{name}  (Applause.)\n\n{BEHIND}\n\nQUESTION  So?\n\nLEE  No.\n")
    };
    assert!(taken(&text("Jo Oak of Vale.")).concat().contains(BEHIND));
    for label in ["JO OAK", "Jo Oak"] {
        assert!(!taken(&text(label)).concat().contains(BEHIND), "{label}");
    }
}

#[test]
fn the_initial_of_a_name_is_no_answer() {
    let text = "Анна Ли о торговле\n\nА. Ли. — Мы продаём олово.\n\nКорр.: А рыбу?\n\nА. Ли. — Нет.\n";
    assert_eq!(taken(text), ["Мы продаём олово.", "Нет."]);
}

#[test]
fn the_last_answer_below_its_name() {
    let text = "Lee on tin\n\nREPORTER\n\nAnd fish?\n\nANN LEE\n\nWe sell tin.\n\nREPORTER\n\nSo?\n\nANN LEE\n\nWe do not sell it.\n";
    assert_eq!(taken(text), ["We sell tin.", "We do not sell it."]);
    assert_eq!(taken(&format!("{text}\nQuestions were put by Jo Oak of the Bell.\n")).len(), 2);
    let missing = text.replace("We do not sell it.", "Reporter is a paper of the Vale group.");
    assert_eq!(taken(&missing), ["We sell tin."]);
    // Below the words, the last name has none.
    let below = "Voices\n\nWe sell tin.\n\nANN LEE\n\nWe do not sell it.\n\nREPORTER\n\nBuy our paper now.\n";
    assert!(!taken(below).concat().contains("Buy"));
}

#[test]
fn a_name_below_a_quotation() {
    let text =
        "Voices\n\n“We sell tin to all.”\n— Ann Lee, Secretary\n\n“We will buy it from them.”\n— Bo Oak, fisherman\n";
    assert_eq!(taken(text), ["We sell tin to all."]);
    for other in ["— Ann Lee's rival", "— Ann Lee Smith", "— Ann Lee laughed at that", "Ann Lee"] {
        let text = format!("Voices\n\n“We sell tin to all.”\n{other}\n");
        assert!(taken(&text).is_empty(), "{other}");
    }
}

#[test]
fn a_pronoun_beside_the_name_of_its_antecedent_is_another() {
    let she = |clause: &str| {
        format!(
            "Lee on the air\n\nAnn Lee said it was so. “We sell tin to all,” she said.\n\n“We are glad of it all,” {clause}.\n"
        )
    };
    assert_eq!(taken(&she("she said")), ["We sell tin to all", "We are glad of it all"]);
    assert_eq!(taken(&she("she said after Lee had left")), ["We sell tin to all"]);
}
