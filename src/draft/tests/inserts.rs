//! What whoever reports says within quotation marks, in words that no list has: the quotation is nobody's.

use super::{BodyPart, people, taken, words};

#[test]
fn an_insert_that_is_not_understood_leaves_the_words_to_nobody() {
    for text in [
        "Title\n\nAnn Lee dijo: «Continuaremos —interrumpió Pablo Martín— y no cederemos este año».\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, se souvient Paul Martin, et nous ne céderons pas. »\n",
        "Title\n\nАнна Ли сказала: «Мы продолжим, — перебил её депутат, — и не уступим в этом году».\n",
        "Title\n\nAnn Lee said: “We shall go on, mused her rival Bo Day, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, Day mused, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, Bo Day chimed in, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, her rival Bo Day mused, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, the senator mused, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, an aide whispered, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, mused the senator, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, interjected a heckler, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, joked one of the delegates, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, as Bo Day put it, and shall not yield this year.”\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, tonne le sénateur, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, s’emporte un député, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, selon Bo Day, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, de plaisanter M. Martin, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, Martin tonne, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee dijo: «Continuaremos, ironizó el diputado, y no cederemos este año».\n",
        "Title\n\nAnn Lee dijo: «Continuaremos, según Bo Day, y no cederemos este año».\n",
        "Title\n\nАнна Ли сказала: «Мы продолжим, депутат пошутил, и не уступим в этом году».\n",
        "Title\n\nАнна Ли сказала: «Мы продолжим, пошутил депутат, и не уступим в этом году».\n",
        "Title\n\nАнна Ли сказала: «Мы продолжим, по словам Дэя, и не уступим в этом году».\n",
        "Title\n\nAnn Lee said: “We shall go on (mused Bo Day) and shall not yield this year.”\n",
        "Title\n\nAnn Lee dijo: «Continuaremos —bromea el senador— y no cederemos este año».\n",
        "Title\n\nAnn Lee sagte: „Wir geben nicht nach, so Bo Day, und wir bleiben dabei.“\n",
        "Title\n\nAnn Lee sagte: „Wir geben nicht nach, so der Kanzler, und wir bleiben dabei.“\n",
        "Title\n\nAnn Lee said: “We shall go on, quipped Day, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, he groaned, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, chimes Bo Day.”\n",
        "Title\n\nAnn Lee dijo: «Continuaremos —interrumpe Pablo Martín— y no cederemos este año».\n",
        "Title\n\nAnn Lee dijo: «Continuaremos —bromea Martín— y no cederemos este año».\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, tonne Paul Martin, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, ironise Martin, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, a plaisanté M. Martin, et nous ne céderons pas. »\n",
        "Title\n\nАнна Ли сказала: «Мы продолжим, пошутил депутат Иван Дэй, и не уступим в этом году».\n",
    ] {
        assert_eq!(taken(text), [""; 0], "{text}");
    }
    let own = "Title\n\nAnn Lee dijo: «Los aranceles —que son muchos— subirán y no cederemos este año».\n";
    assert_eq!(taken(own).len(), 1);
    for own in [
        "Title\n\nAnn Lee said: “We shall go on, supported by Bo Day, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, starting Monday, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, backed by the United States, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, thanks to Bo Day, and shall not yield this year.”\n",
        "Title\n\nAnn Lee said: “We shall go on, come January, and shall not yield this year.”\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, grâce à Bo Day, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, malgré Paul Martin, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, devant Bo Day, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, quittant Bruxelles, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, se souvenir de Paris, et nous ne céderons pas. »\n",
        "Title\n\nAnn Lee dijo: «Continuaremos —ayer en Madrid— y —salvo España— no cederemos este año».\n",
        "Title\n\nAnn Lee said: “We shall go on, dear Europeans, and shall, especially in East Vale, not yield.”\n",
        "Title\n\nAnn Lee said: “We shall go on, thanks to Bo Day, and, like Hill and West Vale, not yield.”\n",
        "Title\n\nAnn Lee a dit : « Nous continuerons, chers Européens, comme Paul Martin, et ne céderons pas. »\n",
        "Title\n\nAnn Lee sagte: „Wir brauchen mehr Geld, mehr Zeit, gute Freunde, und wir geben nicht nach.“ Das ist nicht \
         der Weg, den wir mit dem Rat und den Partnern auf sich nehmen.\n",
    ] {
        assert_eq!(taken(own).len(), 1, "{own}");
    }
}

/// Clauses by unknown verbs and names, present and past, in each place where one may stand.
#[test]
fn no_list_need_have_the_verb_or_the_name() {
    for (frame, inserts) in [
        (
            ["Ann Lee said: “We shall go on", "and shall not yield this year.”"],
            &[
                "muses her rival Jo Oak",
                "sneers Jo Oak of the Daily Bell",
                "quipped the fisherman",
                "the fisherman quipped",
                "grumbled one of the dockers",
                "the crowd roared",
                "came the answer from Oak",
                "cried a woman at the back",
                "she snaps",
                "went on Oak",
                "in the words of Jo Oak",
                "Jo Oak, the mayor, sneers",
            ][..],
        ),
        (
            ["Ann Lee a déclaré : « Nous continuerons", "et nous ne céderons pas cette année. »"],
            &[
                "raille Paul Martin",
                "l'a coupée Martin",
                "lâche un pêcheur",
                "un pêcheur lâche",
                "gronde la foule",
                "comme l'a raillé Martin",
                "aux yeux de Paul Martin",
                "glisse-t-on à la mairie",
                "nous confie Martin",
            ],
        ),
        (
            ["Ann Lee sagte: „Wir machen damit weiter", "und wir geben in diesem Jahr nicht nach.“"],
            &[
                "mahnt Müller",
                "mahnt Karl Müller",
                "höhnt der Fischer",
                "Müller höhnt",
                "ein Fischer höhnt",
                "fällt ihr Müller ins Wort",
                "warf Eich ein",
                "ruft jemand aus dem Saal",
                "grinst er",
                "nach Ansicht von Karl Müller",
                "wie Müller spottet",
            ],
        ),
        (
            ["Ann Lee dijo: «Seguiremos adelante", "y no cederemos en este año.»"],
            &[
                "ironiza un pescador",
                "la interrumpe Martín",
                "Martín la interrumpe",
                "grita alguien",
                "gritó una mujer",
                "bromeó",
                "le espeta Martín",
                "en palabras de Martín",
                "como ironizó Martín",
            ],
        ),
        (
            ["Анна Ли сказала: «Мы будем продолжать", "и мы не уступим в этом году.»"],
            &[
                "вмешивается депутат Дуб",
                "вмешивается Дуб",
                "шутит рыбак",
                "рыбак шутит",
                "усмехается он",
                "хмыкнул",
                "возразил на это Дуб",
                "Дуб не согласен",
                "по мнению Марии Дуб",
            ],
        ),
        (
            ["وقالت آن لي: «سنواصل هذا العمل", "ولن نتنازل عنه في هذا العام.»"],
            &["يسخر مارتن", "همس مساعد", "على حد تعبير مارتن", "علق مارتن ساخرا", "هتف رجل من القاعة"],
        ),
    ] {
        for insert in inserts {
            for (before, after) in [(", ", ", "), (" – ", " – "), (" (", ") "), ("! ", ". ")] {
                // Behind the end of a sentence, one that begins with a name may be the speaker's.
                if before == "! " && insert.starts_with(char::is_uppercase) {
                    continue;
                }
                let text = format!("A headline\n\n{}{before}{insert}{after}{}\n", frame[0], frame[1]);
                assert_eq!(taken(&text), [""; 0], "{text}");
            }
            let behind = format!("A headline\n\n{}{}, {insert}.\n", frame[0], &frame[1][frame[1].len() - 3..]);
            assert_eq!(taken(&behind), [""; 0], "{behind}");
        }
    }
    for insert in ["有人喊", "他冷笑", "对手插话说", "一名渔民喊道", "正如专家所说", "市长打断她"]
    {
        for (before, after) in [("，", "，"), ("——", "——"), ("（", "）")] {
            let text = format!("标题\n\n安妮说：“我们会继续这样做{before}{insert}{after}我们今年也不会让步。”\n");
            assert_eq!(taken(&text), [""; 0], "{text}");
        }
    }
}

#[test]
fn a_sentence_of_the_speakers_own_stays_whole() {
    for (lead, own) in [
        (
            "Ann Lee said: ",
            "“We met, as you know, in the port, which Vale had closed, and, starting Monday, we shall go on.”",
        ),
        (
            "Ann Lee said: ",
            "“In Europe, in the United States, behind the U.S., with very low IQ, trade goes on, I think.”",
        ),
        (
            "Ann Lee a déclaré : ",
            "« Nous irons, quoi qu'il advienne, à Paris, dans la République, et nous parlerons, je crois. »",
        ),
        (
            "Ann Lee sagte: ",
            "„Wir wissen, dass die Kartelle, wie Sie gesagt haben, in den Ländern, die der Bund fördert, bleiben.“",
        ),
        ("Ann Lee dijo: ", "«Vamos a Tula, aunque no esté en México, y vamos a hablar del maíz, que es de todos.»"),
        (
            "Анна Ли сказала: ",
            "«Это те люди, которые работают в Москве, чтобы стать лучше, и мы им, как я сказала, поможем.»",
        ),
        ("安妮说：", "“一般来说，我们知道，港口对所有人开放，明年也会这样做。”"),
    ] {
        let text = format!("A headline\n\n{lead}{own}\n");
        let own = own.trim_matches(|c: char| "“”«»„ ".contains(c));
        assert_eq!(taken(&text), [own], "{text}");
    }
}

#[test]
fn the_draft_says_what_it_saw_within_the_marks() {
    let why = |text: &str| {
        let left = words(text, &people()).parts.into_iter().filter_map(|part| match part {
            BodyPart::Left { why, .. } => Some(why),
            _ => None,
        });
        left.collect::<Vec<_>>().join("; ")
    };
    let text = "A headline\n\nAnn Lee sagte: „Wir machen weiter, mahnt Müller, und wir geben nicht nach.“\n";
    assert_eq!(why(text), "“mahnt Müller” may tell that somebody else said it");
    let text = "A headline\n\nAnn Lee said: “We shall go on and on”, quipped the fisherman.\n";
    assert_eq!(why(text), "“quipped the fisherman” may tell that somebody else said it");
    let text = "A headline\n\nAnn Lee said: “We shall go on and on.\n\nIt rained.\n";
    assert_eq!(why(text), "its quotation marks are not closed");
}

#[test]
fn behind_a_bracket_with_an_interjection_the_speaker_goes_on() {
    let end = "\n\nVOICE: Boo.\n\nAnn Lee: So it is.\n";
    for [open, close] in [["[", "]"], ["(", ")"]] {
        let text = format!("On tin\n\nAnn Lee: We sell tin. {open}Mr. Oak: Shame!{close} We do so.{end}");
        assert_eq!(taken(&text), ["We sell tin.", "We do so.", "So it is."], "{text}");
    }
    let label = format!("On tin\n\nAnn Lee: We sell tin. [Mr. Oak:] Shame! You do so.{end}");
    assert!(!taken(&label).concat().contains("You do so"), "{label}");
}

#[test]
fn a_german_word_behind_the_name_says_that_another_tells_it() {
    for text in [
        "Title\n\n\"Wir werden das Zinn an alle verkaufen\", sagte Ann Lee zufolge der Minister.\n",
        "Title\n\n„Wir werden das Zinn an alle verkaufen“, sagte Ann Lee gegenüber der Minister.\n",
        "Title\n\nEs sagte Ann Lee zufolge der Minister: „Wir werden das Zinn an alle verkaufen.“\n",
    ] {
        assert_eq!(taken(text), [""; 0], "{text}");
    }
}

/// Clauses without a verb, single words that say how somebody speaks, and verbs before a noun with an Arabic article.
#[test]
fn whose_words_these_are_may_be_said_without_a_verb_or_a_name() {
    for (frame, inserts) in [
        (
            ["Ann Lee said: “We shall go on", "and we shall not yield this year.”"],
            &[
                "this from Bo Oak",
                "Oak's reply",
                "the comeback from Jo Oak",
                "Oak again",
                "a voice from the hall",
                "laughing",
            ][..],
        ),
        (
            ["Ann Lee a dit : « Nous continuerons", "et nous ne céderons pas cette année. »"],
            &["ceci de Paul Martin", "la réplique de Martin", "c'est Martin", "une voix dans la salle", "souriant"],
        ),
        (
            ["Ann Lee sagte: „Wir machen damit weiter", "und wir geben in diesem Jahr nicht nach.“"],
            &["dies von Karl Eich", "Eichs Antwort", "wieder Eich", "lachend"],
        ),
        (
            ["Ann Lee dijo: «Seguiremos adelante", "y no cederemos en este año.»"],
            &["esto de Pablo Martín", "respuesta de Martín", "bromea", "sonriendo"],
        ),
        (
            ["Анна Ли сказала: «Мы будем продолжать", "и мы не уступим в этом году.»"],
            &["это от Ивана Дуба", "ответ Дуба", "усмехается", "смеясь"],
        ),
        (
            ["وقالت آن لي: «سنواصل هذا العمل", "ولن نتنازل عنه في هذا العام.»"],
            &["يسخر الصياد", "همس المساعد", "هذا من مارتن دوب", "ضاحكة"],
        ),
    ] {
        for insert in inserts {
            for (before, after) in [(", ", ", "), (" – ", " – "), (" (", ") ")] {
                let text = format!("A headline\n\n{}{before}{insert}{after}{}\n", frame[0], frame[1]);
                assert_eq!(taken(&text), [""; 0], "{text}");
            }
        }
    }
}

#[test]
fn parts_of_the_world_need_and_want_but_tell_nothing() {
    for (lead, own) in [
        (
            "Ann Lee said: ",
            "“We shall go on, Europe needs it, as Norway knows, America first, and we shall not yield.”",
        ),
        ("Ann Lee sagte: ", "„Wir machen damit weiter, Europa braucht es, und wir geben in diesem Jahr nicht nach.“"),
        ("Анна Ли сказала: ", "«Мы будем продолжать, Африка ждёт, и мы не уступим в этом году.»"),
        ("وقالت آن لي: ", "«سنواصل هذا العمل، بكل تأكيد، ولن نتنازل عنه في هذا العام.»"),
    ] {
        let text = format!("A headline\n\n{lead}{own}\n");
        let own = own.trim_matches(|c: char| "“”«»„".contains(c));
        assert_eq!(taken(&text), [own], "{text}");
    }
    let told = "A headline\n\nAnn Lee said: “We shall go on, Moscow warned, and we shall not yield this year.”\n";
    assert_eq!(taken(told), [""; 0]);
}
