//! What stands at the end of a talk: words of those who asked, thank or print it are nobody's.

use super::taken;

#[test]
fn who_asked_may_end_the_talk() {
    for end in [
        " Thank you for the interview, Minister Lee.",
        " — Minister, thank you for the talk.",
        " Interview conducted by Jo Ray.",
        "\n\nThank you very much for this interview.",
        "\n\nFrau Ministerin, vielen Dank für das Gespräch.",
        "\n\nСпасибо за интервью.",
        " Thank you for talking with us. Goodbye.",
        " Thank you for your time. We wish you well. Good night.",
        " Thank you, Minister Lee.",
        " That was Ann Lee in the hall. Good night.",
        "\n\nMerci de nous avoir reçus.",
        "\n\nGracias por su tiempo. Hasta pronto.",
        " Thank you for coming on the show.",
        " Well, we have to leave it there. Thank you.",
        " Great to have you with us, Minister.",
        " Thank you, Minister Lee, and all the best for the months that are ahead of us all now.",
        "\n\nGracias por estar con nosotros esta noche.",
        "\n\nVielen Dank, dass Sie da waren.",
        "\n\nСпасибо, что пришли к нам в студию.",
        "\n\nWe thank Ann Lee for being with us. Now the weather. And sports. Good night.",
        "\n\n感谢您接受采访。",
        " Thank you, Secretary. The department was founded in 1920 and has forty offices in all the world.",
        " Thank you for the interview. The department was founded in 1920 and has forty offices in all the world.\n\nThe \
         department lives by the taxes of the people, and its books may be seen by all who ask for it in time.",
        " Many thanks indeed.",
    ] {
        let text = format!("Talks\n\nAnn Lee: The port stays open.\n\nQ: And you?\n\nAnn Lee: It is so.{end}\n");
        assert_eq!(taken(&text), ["The port stays open.", "It is so."], "{end}");
    }
    for own in [
        "I thank the Minister of Vale. We will meet again. That is my promise.",
        "People call it the Lee plan. It works.",
        "Thanks to the interview rules, we know it.",
    ] {
        let text = format!("Talks\n\nAnn Lee: The port stays open.\n\nQ: And you?\n\nAnn Lee: It is so. {own}\n");
        assert_eq!(taken(&text).concat(), format!("The port stays open.It is so. {own}"), "{own}");
    }
    let speech = "Talks\n\nAnn Lee: The port stays open. Thank you all for being with us today.\n";
    assert_eq!(taken(speech).concat(), "The port stays open. Thank you all for being with us today.");
    // Elsewhere, and behind a label, they are the speaker's.
    let text =
        "Talks\n\nAnn Lee: Thank you for this interview.\n\nQ: And you?\n\nAnn Lee: Thank you for the interview.\n";
    assert_eq!(taken(text), ["Thank you for this interview.", "Thank you for the interview."]);
}

/// Below the last label nobody is named any more, and no list has all the words by which a talk ends.
#[test]
fn what_stands_below_the_last_label_goes_on_with_it_for_sure_or_is_nobodys() {
    let talk = "Talks on trade\n\nAnn Lee: The port stays open.\n\nQ: And you?\n\nAnn Lee: It is so.";
    for end in [
        "That wraps up the programme for tonight.",
        "Ladies and gentlemen, the secretary of the harbour.",
        "A big hand for the secretary, everybody.",
        "The Harbour Board was founded in 1920 and has kept its books in good order ever since that day in May.",
        "The Daily Bell is printed six times a week in Vale, and has been since the old mill was sold in 1877.",
        "Voilà, c'est terminé pour ce soir.",
        "Und nun das Wetter.",
        "Das Ministerium wurde 1920 gegründet und unterhält vierzig Büros in aller Welt, auch in den Bergen von Vale.",
        "Y con esto se cierra el programa.",
        "El ministerio fue fundado en 1920 y tiene cuarenta oficinas en todo el mundo, también en los montes de Vale.",
        "На этом всё. До встречи через неделю.",
        "Министерство основано в 1920 году и имеет сорок представительств по всему миру, в том числе и в горах.",
        "إلى هنا تنتهي الحلقة.",
        "今天的节目就到这里。",
        "该部成立于1920年，在世界各地设有四十个办事处，共有职员三千人。",
    ] {
        for text in [format!("{talk}\n\n{end}\n"), format!("{talk}\n\n{end}\n\n{end}\n")] {
            assert_eq!(taken(&text), ["The port stays open.", "It is so."], "{text}");
        }
    }
    for own in [
        "Also, if you do not mind, I would say that the port was never in such good hands as it is in today.",
        "Second point. The port is a place where three times as many ships lie at anchor as there were last year.",
        "Das ist die Lage am Hafen. Es steht aber eben auch fest, dass einzelne Schiffe dort noch nicht anlegen dürfen.",
        "Ya estuvimos con los pobladores del puerto y vimos todo lo que se debe hacer allí de aquí al fin del año.",
        "وقد ناقشنا اليوم تطورات الأوضاع في الميناء ورحبنا بالخطوات التي تهدف إلى إعادة هيكلة التجارة في المنطقة كلها.",
        "我们今年还会继续这样做，因为港口对所有人都是开放的，明年也会是这样。",
    ] {
        let text = format!("{talk}\n\n{own}\n");
        assert_eq!(taken(&text).concat(), format!("The port stays open.It is so.{own}"), "{own}");
        // What comes before words that are the speaker's is theirs.
        let text = format!("{talk}\n\nThird point.\n\n{own}\n");
        assert_eq!(taken(&text).concat(), format!("The port stays open.It is so.Third point.{own}"), "{own}");
    }
}

#[test]
fn who_is_given_the_floor_may_speak_without_a_label() {
    for floor in [
        "And now Mr. Jo Oak of the Bell has the floor. Please.",
        "The next question is for Jo Oak.",
        "La parole est à M. Bois.",
        "Das Wort hat nun Herr Eich.",
        "Tiene la palabra el señor Prado.",
        "Слово предоставляется господину Сому.",
        "下一位请讲。",
    ] {
        let [before, after] = ["Talks\n\nAnn Lee: The port stays open.", "Question: Why?\n\nAnn Lee: It is so.\n"];
        let other = "We never bought any of it from them, and I know it.";
        for gap in [" ", "\n\n"] {
            let text = format!("{before}{gap}{floor}\n\n{other}\n\n{after}");
            assert_eq!(taken(&text), ["The port stays open.", "It is so."], "{text}");
        }
    }
}

/// Ways of naming who speaks next are many; no list has them all.
#[test]
fn a_short_sentence_that_names_somebody_may_give_them_the_floor() {
    let own = "We sell tin to all who come to us here.";
    let other = "We have always bought the tin of this country.";
    for floor in [
        "I give the floor to Mr Oak.",
        "Mr Oak, please.",
        "I now call on Mr Oak.",
        "Let us hear Mr Oak now.",
        "I yield to my colleague.",
        "I invite the minister of Vale to speak.",
        "And now, Mr Oak.",
        "Mr Oak?",
        "Mr Oak will answer that.",
        "Back to you, Jack.",
        "Jack, please.",
        "And now Jo Oak.",
        "I now turn to my colleague, Mr Oak.",
        "Mr Oak, please. Two minutes.",
        "Herr Oak, bitte.",
        "Und jetzt Frau Eich.",
        "Monsieur Oak, c'est à vous.",
        "À vous, Mme Bois.",
        "Adelante, señora Prado.",
        "Пожалуйста, господин Ок.",
        "Теперь послушаем господина Ока.",
        "г-н Ок, прошу.",
        "السيد أوك، تفضل.",
        "والآن السيدة أوك.",
        "请奥克先生发言。",
        "下面是奥克女士。",
    ] {
        for rest in ["Bo Day: No, that is not so at all.", "Ann Lee: Thanks.", "Question: Why?"] {
            for gap in [" ", "\n\n"] {
                let text = format!("On tin\n\nAnn Lee: {own}{gap}{floor}\n\n{other}\n\nYes, always.\n\n{rest}\n");
                assert_eq!(taken(&text)[0], own, "{text}");
                assert!(!taken(&text).concat().contains("always"), "{text}");
            }
        }
        // The label says whose these words are, but not whose those below them are.
        let text = format!("On tin\n\nAnn Lee: {own}\n\nBo Day: No.\n\nAnn Lee: {floor}\n\n{other}\n\nBo Day: No.\n");
        assert!(!taken(&text).concat().contains(other), "{text}");
    }
    for own in [
        "Thank you, Mr Oak.",
        "Mr President, Madam Secretary-General, ladies and gentlemen.",
        "Sehr geehrter Herr Präsident!",
        "Dear Mr Oak!",
        "主席先生，各位同事们，大家今天上午好，感谢你们到这里来参加这次会议。",
        "We sell tin.",
        "Yes, of course.",
        "That is the truth, and it is ours.",
    ] {
        let text = format!("On tin\n\nAnn Lee: {own}\n\nWe have it.\n\nBo Day: No, that is not so at all.\n");
        assert_eq!(taken(&text).concat(), format!("{own}We have it."), "{own}");
    }
}

#[test]
fn whoever_asks_may_end_a_talk_of_two_people_on_record() {
    let text = "On tin\n\nAnn Lee: We sell tin.\n\nBo Day: No, that is not so.\n\nAnn Lee: We know that well enough.\n\n\
                Thank you both for this talk, which was recorded in Vale.\n\nI have to add that our listeners disagree.\n";
    assert_eq!(taken(text), ["We sell tin.", "We know that well enough."]);
}

/// Sentences at the end of the paragraph of somebody's last words, by those who lead the talk, tell of it or print it.
#[test]
fn the_last_sentences_of_the_last_turn_go_on_with_it_or_are_nobodys() {
    for end in [
        "The hearing was closed at 4.20 p.m.",
        "Transcript by Jo Oak.",
        "Jo Oak, the Daily Bell, Vale.",
        "We shall have to leave it there.",
        "The minister went out by another door.",
        "Lee then took her seat.",
        "People in the hall rose to their feet.",
        "The hearing went on behind closed doors. Notes by Jo Oak.",
        "La séance est levée à 18 h 15.",
        "Nous allons en rester là.",
        "Die Sitzung endete um 15 Uhr.",
        "Wir lassen es dabei bewenden.",
        "La sesión terminó a las tres.",
        "Lo dejamos aquí por esta noche.",
        "Заседание закрыто в 18.05.",
        "На этом закончим.",
        "رفعت الجلسة في السادسة مساء.",
        "نكتفي بهذا القدر.",
        "会议于下午三时结束。",
        "我们今天就到这里。",
    ] {
        for question in ["Q: And you?\n\nAnn Lee: ", ""] {
            let text = format!("Talks\n\nAnn Lee: The port stays open.\n\n{question}It is so, and we know it. {end}\n");
            assert_eq!(taken(&text).concat(), "The port stays open.It is so, and we know it.", "{text}");
        }
    }
    for own in [
        "That is our word.",
        "But the tolls stay.",
        "It will be done by May.",
        "Nobody will stop us.",
        "Und das bleibt so.",
        "Esa es nuestra promesa.",
        "И это так.",
        "这是我们的承诺。",
    ] {
        let text = format!("Talks\n\nAnn Lee: We sell tin.\n\nQ: And you?\n\nAnn Lee: We do so. {own}\n");
        assert_eq!(taken(&text).concat(), format!("We sell tin.We do so. {own}"), "{own}");
    }
}

/// In the foot of a page somebody says `I` and `we`, too.
#[test]
fn who_writes_or_prints_a_page_may_say_i_below_the_talk() {
    let talk = "Talks on trade\n\nAnn Lee: The port stays open.\n\nQ: And you?\n\nAnn Lee: It is so.";
    for foot in [
        "I have written about the ports of the north for twenty years, and I live in Vale with two friends and a dog.",
        "We and our partners keep what we learn of you on your device, so that we know what you like to read each day.",
        "Nous gardons des cookies sur votre appareil pour savoir ce que vous lisez chez nous, et combien de temps chaque jour.",
        "Ich schreibe seit zwanzig Jahren über die Häfen des Nordens und freue mich über alle, die mir davon etwas erzählen.",
        "Escribo desde hace veinte años sobre los puertos del norte, y me gusta que me escriban quienes viven en aquella costa.",
        "Я двадцать лет пишу о портах на Севере и всегда рад, когда мне об этом пишут те, кто живёт в тех самых местах.",
        "أنا أكتب منذ عشرين عاما عن موانئ الشمال ويسعدني أن يكتب إلي كل من يعيش في تلك الأماكن البعيدة عن بلادنا.",
        "我写北方港口已有二十年，很高兴收到当地朋友们的来信，告诉我新的消息。",
    ] {
        for own in [
            "",
            "\n\nBut I would add that the shipowners have been told of all this in May, and that they are as glad as we are.",
        ] {
            let text = format!("{talk}{own}\n\n{foot}\n");
            assert_eq!(taken(&text).concat(), format!("The port stays open.It is so.{}", own.trim()), "{text}");
        }
    }
}

#[test]
fn whoever_is_named_where_no_word_has_a_capital_letter_may_speak_next() {
    let other = "We never bought any of it from them, and I know it.";
    for floor in
        ["مارتن، تفضل.", "والآن مارتن دوب.", "مارتن دوب؟", "有请王明。", "王明，轮到你了。", "下面是王明。", "王明？"]
    {
        let [before, after] = ["Talks\n\nAnn Lee: The port stays open.", "Question: Why?\n\nAnn Lee: It is so.\n"];
        for gap in [" ", "\n\n"] {
            let text = format!("{before}{gap}{floor}\n\n{other}\n\n{after}");
            assert_eq!(taken(&text), ["The port stays open.", "It is so."], "{text}");
        }
    }
    // Whoever greets or thanks somebody goes on, and so does a speaker behind applause.
    for own in [
        "Good evening, Georgia.",
        "I love Gen Z.",
        "Thank you, Governor.",
        "(Applause.)",
        "That is for my friend Jack, I say.",
    ] {
        let text = format!("On tin\n\nAnn Lee: We sell tin. {own}\n\nAnd we have it.\n\nQ: So?\n\nAnn Lee: Yes.\n");
        assert!(taken(&text).concat().contains("And we have it."), "{text}");
    }
}

#[test]
fn whom_a_speaker_calls_within_a_sentence_is_no_label() {
    let text = "On tin\n\nAnn Lee: No.\n\nBo Oak: So much for the storm, Madam Secretary: that was a bad day for us all.\n\nAnn Lee: Yes.\n";
    assert_eq!(taken(text), ["No.", "Yes."]);
}
