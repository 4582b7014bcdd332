//! Words of others within a talk, by the kind of place in which they stand.

use super::{people, taken, words};
use crate::draft::body::{BodyPart, blocks};
use crate::draft::people::People;
use crate::draft::statement::Block;

const OWN: &str = "We sell tin to all.";
const LAST: &str = "And it is sold well.";
const OTHER: &str = "Your tin is too dear, and everybody says so.";

/// A talk in which one paragraph without a label stands behind the words of a turn.
fn with(paragraph: &str) -> String {
    taken(&format!("Lee on tin\n\nBO OAK: So?\n\nANN LEE: {OWN}\n\n{paragraph}\n\nBO OAK: And?\n\nANN LEE: {LAST}\n"))
        .concat()
}

#[test]
fn an_office_is_nobodys_label_where_somebody_else_may_hold_it() {
    let talk = |headline: &str, first: &str, other: &str| {
        taken(&format!("{headline}\n\n{first}: {OWN}\n\n{other}: {OTHER}\n\n{first}: {LAST}\n")).concat()
    };
    for (headline, first, other) in [
        ("Press conference of Secretary Ann Lee", "LA SECRETARY", "LE SECRETARY"),
        ("Press conference of Secretary Ann Lee and her Valean counterpart", "ANN LEE", "SECRETARY"),
        ("Secretary Ann Lee came to Vale", "A. Lee", "Secretary"),
        ("Press conference of Secretary Ann Lee", "SECRETARY LEE", "SECRETARY"),
        ("Press conference of Secretary Ann Lee", "SECRETARY LEE", "SECRETARY OAK"),
    ] {
        assert!(!talk(headline, first, other).contains(OTHER), "{headline}: {other}");
    }
    // The usual lay-out: the office is introduced with the name, or stands alone throughout.
    let headline = "Press conference of Secretary Ann Lee";
    assert!(talk(headline, "SECRETARY LEE", "THE SECRETARY").contains(OTHER));
    assert!(talk(headline, "THE SECRETARY", "BO OAK").contains(LAST));
    // A word before a colon within the words is none of the labels.
    let within =
        format!("{headline}\n\nTHE SECRETARY: {OWN}\n\nTHE SECRETARY: {LAST} I did it as\nSecretary: it was so.\n");
    assert!(taken(&within).concat().contains(OWN));
}

#[test]
fn a_president_who_leads_a_sitting_is_not_the_one_of_a_state() {
    let people = People::known(&[(&["Ann Lee"], "Lee", "President")]);
    let taken = |text: &str| {
        let parts = words(text, &people).parts.into_iter();
        parts
            .filter_map(|part| match part {
                BodyPart::Own { paragraphs, .. } => Some(paragraphs.concat()),
                _ => None,
            })
            .collect::<String>()
    };
    for headline in ["President Lee addresses the General Assembly", "Remarks by President Lee at the General Assembly"]
    {
        let text = format!("{headline}\n\nThe President: {OTHER}\n\nPresident Lee: {OWN}\n\nThe President: {OTHER}\n");
        assert_eq!(taken(&text), OWN, "{headline}");
    }
    let alone = format!("Remarks by President Lee\n\nTHE PRESIDENT: {OWN}\n\nQ: So?\n\nTHE PRESIDENT: {LAST}\n");
    assert_eq!(taken(&alone), format!("{OWN}{LAST}"));
}

#[test]
fn a_headline_says_what_a_talk_is_about() {
    let answers =
        |headline: &str| taken(&format!("{headline}\n\nQ: Will you go?\n\nA: {OWN}\n\nQ: So?\n\nA: {LAST}\n"));
    for topic in [
        "Press briefing: journey of Secretary Ann Lee",
        "Press briefing: Journey of Secretary Ann Lee",
        "Point de presse – Voyage d'Ann Lee à Vale",
        "Ann Lee Adviser Press Conference",
        "Ann Lee leaves: interview with her adviser",
        "Press conference: Ann Lee leaves for Vale",
    ] {
        assert!(answers(topic).is_empty(), "{topic}");
    }
    for own in [
        "Press conference of Secretary Ann Lee",
        "Written answers by Ann Lee, 3 March 2024",
        "Ann Lee holds press conference",
        "Press conference: Secretary Ann Lee",
        "Remarks by Valean Secretary Ann Lee",
        "Remarks by the Secretary of the Vale Republic Ann Lee",
    ] {
        assert_eq!(answers(own).len(), 2, "{own}");
    }
}

#[test]
fn a_long_line_may_be_a_label_where_labels_have_lines_of_their_own() {
    let long = "The Deputy Keeper of the Seals, Scales and Measures of the Northern and Southern Valleys and of the Isles (Bo Oak)";
    let text = format!(
        "Lee on tin\n\nAnn Lee\n\n{OWN}\n\n{long}\n\n{OTHER}\n\nJo Ash\n\nSo?\n\nAnn Lee\n\n{LAST}\n\nJo Ash\n\nAnd?\n"
    );
    assert_eq!(taken(&text), [OWN, LAST]);
}

#[test]
fn minutes_tell_what_a_sitting_did() {
    for told in [
        "Question put and agreed to.",
        "The draft had nine votes in favour, and none against it.",
        "L'amendement n° 3 est adopté.",
        "Die Vorlage wird angenommen.",
        "Queda aprobada la moción; los demás puntos, también.",
        "Законопроект принят в первом чтении.",
        "جرى التصويت على المشروع.",
        "决议草案获得通过。",
    ] {
        assert_eq!(with(told), format!("{OWN}{LAST}"), "{told}");
    }
    assert!(with("We put the question to the vote, and the draft was adopted by all of us.").contains("adopted"));
}

#[test]
fn somebody_speaks_to_the_speaker_or_tells_of_them() {
    for other in [
        "Madam Secretary, when will you sell it?",
        "When will you sell it, Madam Secretary?",
        "Ann, that is not what was asked.",
        "Frau Lee, verkaufen Sie es?",
        OTHER,
        "Ihr Vorgänger nannte es zu teuer.",
        "She smiles at the window.",
        "Далее гости осмотрели порт.",
        "会后，有人问起此事。",
        "Ships wait in the harbour of Vale. Photo: Jo Ash/Reuters",
        "The harbour of Vale in spring, 3 March 2024. Photo: Jo Ash.",
        "More of this stands in the newsletter.",
    ] {
        assert_eq!(with(other), format!("{OWN}{LAST}"), "{other}");
    }
    for own in [
        "She was our first customer, and we thank her.",
        "I told them: Secretary Oak was right, and we go on.",
        "What do we sell? We sell tin.",
    ] {
        assert!(with(own).contains(own), "{own}");
    }
}

#[test]
fn brackets_and_commas_behind_a_family_name() {
    let talk = |label: &str| {
        taken(&format!("On tin\n\nBo Oak: So?\n\n{label}: {OTHER}\n\nBo Oak: And?\n\n{label}: {OTHER}\n"))
    };
    for other in [
        "Lee (Vale)",
        "Lee (Bo)",
        "Lee (interpreter)",
        "Ann Lee (Reuters)",
        "Lee (via spokesman)",
        "Ann Lee, Jr.",
        "Ann Lee, Radio Vale",
        "Lee, Vale",
    ] {
        assert!(talk(other).is_empty(), "{other}");
    }
    for own in ["Lee (Secretary)", "Lee (laughs)", "Mrs Lee (Vale)", "Ann Lee (Vale)", "Lee, Secretary", "Lee, Ann"] {
        assert_eq!(talk(own).len(), 2, "{own}");
    }
    // The whole name elsewhere says whose the family name is.
    let text =
        format!("Secretary Ann Lee on tin\n\nBo Oak: So?\n\nLee (Vale): {OWN}\n\nBo Oak: And?\n\nLee (Vale): {LAST}\n");
    assert_eq!(taken(&text), [OWN, LAST]);
}

#[test]
fn a_small_word_of_an_office_is_no_office() {
    let people = People::known(&[(&["Ann Lee"], "Lee", "Minister for Trade")]);
    for other in ["For Minister Lee", "For Lee", "Trade Lee"] {
        assert_eq!(people.resolve(other), None, "{other}");
    }
    for own in ["Minister Lee", "Minister for Trade Lee", "Trade Minister Lee"] {
        assert!(people.resolve(own).is_some(), "{own}");
    }
}

#[test]
fn the_draft_says_whose_turns_were_left_out() {
    let missing = |text: &str| -> Vec<String> {
        let blocks = blocks(words(text, &people()));
        let missing = blocks.into_iter().filter_map(|block| match block {
            Block::Missing(what) => Some(what),
            _ => None,
        });
        missing.skip(1).collect()
    };
    let nothing = "On tin\n\nTHE KEEPER: We sell it.\n\nTHE WARDEN: Do we?\n\nTHE KEEPER: Yes.\n";
    let both = "nothing was taken from here: the words of “THE KEEPER”, “THE WARDEN”: no one on record is named for sure by these labels";
    assert_eq!(missing(nothing), [both]);
    let between = format!("On tin\n\nANN LEE: {OWN}\n\nJO ASH: So?\n\nANN LEE: {LAST}\n");
    let one = "nothing was taken from here: the words of “JO ASH”: no one on record is named for sure by that label";
    assert_eq!(missing(&between), [one]);
    let of_others = "On tin\n\nBO DAY: We sell it.\n\nQUESTION: Do you?\n\nBO DAY: Yes.\n";
    assert_eq!(
        missing(of_others),
        ["nothing was taken from here: no turn of the transcript is for sure one of the speaker"]
    );
}

#[test]
fn the_header_of_a_page_is_no_end_of_a_turn() {
    let header = "Talk in Vale – 3 March 2024";
    let text = format!(
        "Lee on tin\n\nBO OAK: So?\n\nANN LEE: {OWN}\n\n{header}\n\n{LAST}\n\nBO OAK: So?\n\nANN LEE: No.\n\n{header}\n\n{LAST}\n\nBO OAK: And?\n"
    );
    assert_eq!(taken(&text), [OWN, LAST, "No.", LAST]);
}

#[test]
fn an_office_with_a_comma_has_its_name_in_a_bracket() {
    let label = "The Secretary for Tin, Copper and Lead (Mrs Ann Lee)";
    let text = format!("On tin\n\nMr Oak (Vale): So?\n\n{label}: {OWN}\n\nMr Oak: And?\n\n{label}: {LAST}\n");
    assert_eq!(taken(&text), [OWN, LAST]);
}

/// What looks at all lines of a turn again for each would take minutes.
#[test]
fn many_lines_of_one_turn() {
    let line = "a line of words that goes on and on\n";
    let text = format!("ANN LEE: {OWN}\n{}\nQUESTION: So?\n", line.repeat(20_000));
    assert!(taken(&text).concat().len() > 20_000 * line.len() - 100);
}
