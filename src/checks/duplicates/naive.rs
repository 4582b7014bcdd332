//! Statements recorded twice, found by comparing each with each: the reference for a test.

use std::collections::BTreeSet;

use super::{Likeness, Twin, twins};
use crate::checks::quotations::numbers::Numbers;

/// For each statement, a title and a text, the first before it with nearly the same title, or else text.
fn plainly(statements: &[(String, String)]) -> Vec<Option<Twin>> {
    let runs: Vec<BTreeSet<Vec<String>>> = statements.iter().map(|(_, text)| runs(text)).collect();
    let shared = |one: usize, other: usize| {
        let fewer = runs[one].len().min(runs[other].len());
        (runs[one].intersection(&runs[other]).count(), fewer)
    };
    let is_titled_so = |one: usize, other: usize| {
        let [title, other_title] = [one, other].map(|position| statements[position].0.to_lowercase());
        let (shared, fewer) = shared(one, other);
        title == other_title
            || strsim::osa_distance(&title, &other_title) * 8 <= title.chars().count()
                && !(fewer >= 20 && shared * 5 < fewer)
    };
    let is_near = |one: usize, other: usize| {
        let lengths = [one, other].map(|position| statements[position].1.len());
        let (shared, fewer) = shared(one, other);
        lengths.iter().min().map(|least| least * 6) >= lengths.iter().max().map(|most| most * 5)
            && fewer >= 20
            && shared * 10 >= fewer * 9
    };
    let one = |position: usize| {
        let by_title = (0..position).find(|other| is_titled_so(position, *other));
        let by_text = || (0..position).find(|other| is_near(position, *other));
        let by_title = by_title.map(|of| Twin { of, by: Likeness::Title });
        by_title.or_else(|| by_text().map(|of| Twin { of, by: Likeness::Text }))
    };
    (0..statements.len()).map(one).collect()
}

/// The runs of four words in a text.
fn runs(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.windows(4).map(<[String]>::to_vec).collect()
}

/// A text of words of a few kinds; some are in most texts.
fn text(numbers: &mut Numbers, count: usize, kinds: usize) -> String {
    let ends = [" ", " ", " ", ", ", ".\n\n", " — "];
    let word = |numbers: &mut Numbers| {
        ["w", "W", "слово", "é"][numbers.below(4)].to_owned() + &numbers.below(kinds).to_string()
    };
    (0..count).map(|_| word(numbers) + ends[numbers.below(ends.len())]).collect()
}

/// A text with some words changed, the more the larger `most` is; now and then with more behind it, or less.
fn changed(numbers: &mut Numbers, text: &str, most: usize) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..numbers.below(most) {
        let at = numbers.below(words.len());
        match numbers.below(3) {
            0 => words[at] = format!("new{}", numbers.below(1000)),
            1 => words.insert(at, "more".to_owned()),
            _ if words.len() > 1 => drop(words.remove(at)),
            _ => {}
        }
    }
    match numbers.below(6) {
        0 => words.truncate(words.len() * 9 / 10),
        1 => words.extend(["and", "so", "on", "it", "went"].repeat(numbers.below(8)).into_iter().map(str::to_owned)),
        _ => {}
    }
    words.join(" ")
}

#[test]
fn the_same_is_found() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let words = ["trade", "Talks", "on", "the road", "с Ираном", "answer", "7", "8"];
    let (mut by_title, mut by_text, mut none) = (0, 0, 0);
    for round in 0..1500 {
        let mut statements: Vec<(String, String)> = Vec::new();
        let kinds = [3, 40, 5000][numbers.below(3)];
        for _ in 0..2 + numbers.below(9) {
            let known = numbers.below(statements.len() + 1);
            let title =
                (0..1 + numbers.below(9)).map(|_| words[numbers.below(words.len())]).collect::<Vec<_>>().join(" ");
            let length = [6, 25, 120, 150][numbers.below(4)];
            let most = [1, 4, 10, 30][numbers.below(4)];
            let statement = match statements.get(known).cloned() {
                Some((known, text)) => match numbers.below(4) {
                    0 => (changed(&mut numbers, &known, 2), changed(&mut numbers, &text, most)),
                    1 => (changed(&mut numbers, &known, 2), self::text(&mut numbers, length, kinds)),
                    2 => (known.to_uppercase(), text),
                    _ => (title, changed(&mut numbers, &text, most)),
                },
                None => (title, text(&mut numbers, length, kinds)),
            };
            statements.push(statement);
        }
        let titles: Vec<&str> = statements.iter().map(|(title, _)| title.as_str()).collect();
        let lengths = statements.iter().map(|(_, text)| text.len()).collect();
        let found = twins(&titles, lengths, &|position| statements[position].1.clone());
        assert_eq!(found, plainly(&statements), "round {round}: {statements:#?}");
        let count = |by: Option<Likeness>| found.iter().filter(|twin| twin.map(|twin| twin.by) == by).count();
        by_title += count(Some(Likeness::Title));
        by_text += count(Some(Likeness::Text));
        none += count(None);
    }
    assert!(by_title > 500 && by_text > 500 && none > 500, "{by_title} by title, {by_text} by text, {none} not");
}
