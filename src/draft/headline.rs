//! Finds people in headlines: by name, with their office, and whether only one is named.

use super::answerer::Clause;
use super::name_span::{CASES, NameSpan, place};
use super::people::{People, Person};
use crate::naming::letters::{has_han, has_part, is_cased, is_han, name_words, plain};
use crate::naming::offices::{self, Class};
use crate::naming::words::{
    ANSWERED, ASSEMBLIES, BESIDE, CONJUNCTIONS, COUNTERPARTS, COURTESY, DETERMINERS, HEADS, INTERVIEW, INTERVIEWED,
    JOINT, MEDIA, TOGETHER,
};
use std::collections::BTreeMap;

/// What the head of a text says of those who speak in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Headline {
    /// The people it names.
    pub(super) people: Vec<usize>,
    /// Those of them whom it names by more than the family name.
    pub(super) whole: Vec<usize>,
    /// The one whom it names alone.
    pub(super) alone: Option<usize>,
    /// Whom it names with an office that it has once.
    pub(super) offices: BTreeMap<Class, usize>,
    /// Whether it says that several speak, of whom two may hold one office.
    pub(super) is_joint: bool,
    /// Whether it is of a sitting, which a president or a chair of its own leads.
    pub(super) is_sitting: bool,
}

pub(super) fn read(headline: Option<&str>, people: &People) -> Headline {
    let Some(text) = headline else { return Headline::default() };
    let words = name_words(text);
    let places: Vec<(usize, NameSpan)> = (0..people.len())
        .filter_map(|index| Some((index, place(text, &words, people.get(index))?)))
        .filter(|(index, place)| {
            !place.is_family || !people.get(*index).families().iter().any(|family| people.shares_family(*index, family))
        })
        .collect();
    let alone = match places.as_slice() {
        [(index, place)] if is_alone(text, &words, place, people.get(*index)) => Some(*index),
        _ => None,
    };
    let offices = offices_named(&words, &places);
    let is_joint = has_stem(text, &[TOGETHER, COUNTERPARTS]);
    let is_sitting = has_stem(text, &[ASSEMBLIES]);
    let whole = places.iter().filter(|(_, place)| !place.is_family).map(|(index, _)| *index).collect();
    let named = places.into_iter().map(|(index, _)| index).collect();
    Headline { people: named, whole, alone, offices, is_joint, is_sitting }
}

/// Whether a headline has a stem of some lists, at the beginning of a word.
fn has_stem(text: &str, lists: &[&[&str]]) -> bool {
    let lower =
        ["joint session", "joint base", "joint chiefs"].iter().fold(plain(text), |text, known| text.replace(known, ""));
    lists.iter().any(|stems| has_part(&lower, stems))
}

fn is_alone(text: &str, words: &[String], place: &NameSpan, person: &Person) -> bool {
    let lower = plain(text);
    let is_joint = [TOGETHER, COUNTERPARTS, JOINT]
        .iter()
        .any(|stems| stems.iter().any(|stem| lower.contains(stem) && (!stem.chars().all(is_han) || has_han(text))));
    let joins = joins(text, person);
    let arabic = |word: &String| {
        let rest = word.strip_prefix('و').filter(|rest| rest.chars().count() > 3);
        rest.is_some_and(|_| !word.starts_with("وزير") && !word.starts_with("وكال") && !word.starts_with("وزار"))
    };
    let part = text.split(':').find(|part| {
        let part = name_words(part);
        words.get(place.start).is_some_and(|word| part.contains(word))
    });
    let joins_arabic = part.is_some_and(|part| name_words(part).iter().any(arabic));
    let beside = offices::classes(words);
    let is_beside = beside.iter().any(|class| BESIDE.contains(class) && !person.offices().contains(class));
    // Another name in a list: `Lee, Day answer questions`.
    let raw: Vec<&str> = text.split_whitespace().collect();
    let lists = raw.windows(2).any(|pair| {
        let (own, next) = (name_words(pair[0]), pair[1]);
        let is_own = !own.is_empty() && person.families().iter().any(|family| family.last() == own.last());
        let follows = pair[0].ends_with([',', '،']) && next.starts_with(char::is_uppercase);
        let is_month =
            crate::entry::date::month_named(&plain(next.trim_matches(|c: char| !c.is_alphanumeric()))).is_some();
        let is_office = offices::leading(&name_words(next)).is_some();
        is_own && follows && !is_month && !is_office
    });
    let possessive = words[place.start..place.end.min(words.len())].last().is_some_and(|word| word.ends_with("'s"));
    let answers = ANSWERED.iter().any(|part| lower.contains(part));
    answers
        && is_answerer(text, words, place, person)
        && !is_joint
        && !joins
        && !joins_arabic
        && !is_beside
        && !lists
        && !possessive
}

/// Whether the words beside a name in a headline allow it to be the interviewee: not `a book about Lee`, `Smith answers
/// Lee`, `李明回应王力`, `王力宏答记者问`.
fn is_answerer(text: &str, words: &[String], place: &NameSpan, person: &Person) -> bool {
    let han = person.names().iter().map(|words| words.concat()).find(|name| has_han(name) && text.contains(name));
    if let Some((before, behind)) = han.and_then(|name| text.split_once(name.as_str())) {
        let leads_away = |c: char| "回应應谈談论論批驳駁评評对對就于於的".contains(c);
        let goes_on = |c: char| is_han(c) && !"答回就主在出谈談召举舉接会會发發说說表对對例今昨".contains(c);
        return !before.contains(leads_away) && !behind.starts_with(goes_on);
    }
    let before = &words[..place.start];
    let answers = |word: &String| ANSWERED.iter().any(|part| part.split(' ').all(|part| word.contains(part)));
    let is_answered = before.len() > 1 && before.last().is_some_and(answers);
    let is_small = |word: &String| {
        is_office_of(word, person)
            || answers(word)
            || HEADS.contains(&word.as_str())
            || COURTESY.contains(&word.as_str())
    };
    let is_strange = Clause::of(text, person).is_none_or(|clause| match text.contains(is_cased) {
        true => !clause.names_answerer(&is_small),
        // `زيارة الوزير عمر سعيد` is no more than a visit; where the same clause says that somebody answers, it may say more.
        false => {
            let words: Vec<String> = clause.before.iter().flat_map(|word| name_words(word)).collect();
            let is_own = |word: &String| is_small(word) || is_office_of(word.trim_start_matches("ال"), person);
            !words.iter().any(answers) && !words.iter().all(is_own)
        }
    });
    !is_answered && !is_strange && !before.iter().any(|word| matches!(word.as_str(), "عن" | "حول" | "ضد"))
}

/// Whether a word is an office, or of one that a person holds, in whatever case.
fn is_office_of(word: &str, person: &Person) -> bool {
    let is_office = |word: &str| person.is_of_office(word) || offices::leading(&[word.to_owned()]).is_some();
    CASES.iter().any(|end| word.strip_suffix(end).is_some_and(is_office))
}

/// Whether a headline joins a name to another: a conjunction followed by a capital letter or an office. `Interview with
/// Lee` joins nobody to Lee.
fn joins(text: &str, person: &Person) -> bool {
    let raw: Vec<&str> = text.split_whitespace().collect();
    (0..raw.len()).any(|at| {
        let is_one = joins_on(raw[at]);
        let next: Vec<&str> = raw[at + 1..].iter().take(3).copied().collect();
        let names = next.iter().any(|word| {
            let is_capital =
                word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| !c.is_lowercase());
            is_capital || offices::leading(&name_words(word)).is_some()
        });
        is_one
            && names
            && !is_interview_with(&raw, at, person)
            && !is_with_medium(&raw, at, person)
            && !is_of_answers(&raw, at)
    })
}

/// Whether the word at a position, behind the name, says with which paper or station a person spoke, and the headline ends
/// with it: `avec « Radio Sud »`, `مع صحيفة الشمال`.
fn is_with_medium(raw: &[&str], at: usize, person: &Person) -> bool {
    /// The most words of the name of a paper.
    const LONGEST: usize = 5;
    let before = raw[..at].join(" ");
    let next = raw.get(at + 1..).unwrap_or_default();
    // `(Vale, 4 mars 2024)` may stand behind it.
    let is_aside = |word: &&str| word.starts_with(['(', '（']);
    let end = next.iter().position(is_aside).filter(|end| !next[*end..].iter().any(|word| joins_on(word)));
    let next = &next[..end.unwrap_or(next.len())];
    let is_with = INTERVIEWED.contains(&plain(raw[at]).as_str()) && (1..=LONGEST).contains(&next.len());
    if !is_with || place(&before, &name_words(&before), person).is_none() {
        return false;
    }
    let is_mark = |c: char| "\"“”„«»".contains(c);
    let is_titled = next[0].starts_with(is_mark) && next[next.len() - 1].ends_with(is_mark);
    let words = name_words(&next.join(" "));
    let first = words.iter().find(|word| !DETERMINERS.contains(&word.as_str()));
    let is_medium = first.is_some_and(|word| MEDIA.contains(&word.as_str()));
    let is_name = next.iter().skip(2).all(|word| !word.starts_with(char::is_lowercase));
    is_titled || is_medium && is_name && offices::classes(&words).is_empty() && !next.iter().any(|word| joins_on(word))
}

/// Whether a word joins what stands before it to what follows, also in a bracket: `(and Bo Day)`.
fn joins_on(word: &str) -> bool {
    let word = plain(word);
    CONJUNCTIONS.contains(&word.as_str()) || CONJUNCTIONS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// `Fragen und Antworten`: German nouns have capital letters.
fn is_of_answers(raw: &[&str], at: usize) -> bool {
    let next = raw.get(at + 1).map(|next| plain(next.trim_matches(|c: char| !c.is_alphanumeric())));
    let before = at.checked_sub(1).map(|before| plain(raw[before]));
    before.is_some_and(|word| word == "fragen") && next.is_some_and(|word| word == "antworten")
}

/// Whether the word at a position says with whom an interview was, and that is this person: nothing but an office or a
/// courtesy stands before the name.
fn is_interview_with(raw: &[&str], at: usize, person: &Person) -> bool {
    let before = at.checked_sub(1).map(|before| plain(raw[before]));
    let is_interview = before.is_some_and(|before| INTERVIEW.contains(&before.as_str()));
    if !is_interview || !INTERVIEWED.contains(&plain(raw[at]).as_str()) {
        return false;
    }
    let behind: Vec<String> = raw[at + 1..].iter().flat_map(|word| name_words(word)).collect();
    let Some(NameSpan { start, .. }) = place(&raw[at + 1..].join(" "), &behind, person) else { return false };
    let is_small = |word: &String| is_office_of(word, person) || COURTESY.contains(&word.as_str());
    // `وزيرة الخارجية`: an adjective of the office stands behind it.
    let is_adjective = |at: usize| at > 0 && behind[at].starts_with("ال") && is_office_of(&behind[at - 1], person);
    (0..start).all(|at| is_small(&behind[at]) || is_adjective(at))
}

/// The offices that stand beside one of the names, if the headline has them once.
fn offices_named(words: &[String], places: &[(usize, NameSpan)]) -> BTreeMap<Class, usize> {
    let (mut counts, mut named) = (BTreeMap::<Class, usize>::new(), BTreeMap::new());
    let mut at = 0;
    while at < words.len() {
        let Some((class, count)) = offices::leading(&words[at..]) else {
            at += 1;
            continue;
        };
        *counts.entry(class).or_default() += 1;
        at += count;
        if let Some((person, _)) = places.iter().find(|(_, place)| place.start >= at && place.start <= at + 1) {
            named.insert(class, *person);
        }
    }
    named.retain(|class, _| counts.get(class) == Some(&1));
    named
}

#[cfg(test)]
mod tests {
    use crate::draft::people::People;

    #[test]
    fn an_office_with_its_article_stands_before_the_one_who_answers() {
        let people = People::known(&[(&["محمد بن عبدالرحمن آل ثاني"], "ثاني", "وزير خارجية قطر")]);
        let alone = |text| super::read(Some(text), &people).alone.is_some();
        assert!(alone("مقابلة مع وزير الخارجية محمد بن عبدالرحمن آل ثاني"));
        assert!(!alone("مقابلة مع مستشار وزير الخارجية محمد بن عبدالرحمن آل ثاني"));
    }

    #[test]
    fn who_answers() {
        let people = People::known(&[
            (&["Ann Lee", "Иван Петров", "王力", "عمر سعيد"], "Lee", "Secretary"),
            (&["Петров"], "Петров", "Министр"),
        ]);
        let alone = |text| super::read(Some(text), &people).alone.is_some();
        for text in [
            "Press conference of Secretary Ann Lee",
            "Remarks by Ann Lee",
            "2024年3月6日王力主持例行记者会",
            "王力答记者问",
            "Interview with Ann Lee",
            "Interview mit Ann Lee",
            "Entretien avec Ann Lee",
            "Entrevista con la Secretary Ann Lee",
            "Interview with Secretary Ann Lee on trade",
            "مقابلة مع عمر سعيد",
        ] {
            assert!(alone(text), "{text}");
        }
        for text in [
            "Entretien de Mme Ann Lee avec « Radio Vale »",
            "Entretien de Mme Ann Lee avec « Radio Vale » (Vale, 4 mars 2024)",
            "Fragen und Antworten: Secretary Ann Lee",
            "مقابلة عمر سعيد مع صحيفة الشمال",
        ] {
            assert!(alone(text), "{text}");
        }
        for text in [
            "Interview with Radio Vale chief Bo Oak: Ann Lee",
            "Entretien d'Ann Lee avec Paul Bois",
            "Entretien d'Ann Lee avec « Radio Vale » (et Paul Bois)",
            "مقابلة مدير صحيفة الشمال مع عمر سعيد وعلي",
        ] {
            assert!(!alone(text), "{text}");
        }
        let one = People::known(&[(&["Иван Петров"], "Петров", "Министр")]);
        assert!(super::read(Some("Интервью с министром Иваном Петровым"), &one).alone.is_some());
        for text in [
            "Interview of the author of a book about Ann Lee",
            "John Smith answers Ann Lee",
            "Интервью посла Смита о министре Иване Петрове",
            "对李明的采访：谈王力",
            "王力的发言人答记者问",
            "李明回应王力",
            "王力宏答记者问",
            "حوار أحمد علي عن عمر سعيد",
            "Interview with Ann Lee and Bo Day",
            "Interview with Ann Lee (and Bo Day)",
            "Interview with Bo Day and Ann Lee",
            "Interview with an adviser to Ann Lee",
            "Interview with Bo Day on Ann Lee",
            "Ann Lee interview with Bo Day",
            "Debate with Ann Lee",
        ] {
            assert!(!alone(text), "{text}");
        }
    }
}
