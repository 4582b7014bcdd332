//! Quoted words that are not the speaker's despite an attribution clause: questions put to them, claims they mention,
//! titles, and people described by another's name.

use super::tokens::Token;
use crate::naming::words::{CLAIMED, ENGLISH_LINKS, QUESTIONED};

/// Whether the words that lead into a quotation say that it is a question, a title or what stands on a sign.
pub(super) fn leads_in(tokens: &[Token]) -> bool {
    let is_pair = |pair: &[Token]| matches!(pair[0].plain.as_str(), "response" | "reply") && pair[1].plain == "to";
    tokens.iter().any(|token| is_among(QUESTIONED, token)) || tokens.windows(2).any(is_pair) || claims(tokens)
}

/// Whether some words speak of what somebody claims.
pub(super) fn claims(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| is_among(CLAIMED, token))
}

/// A word of a list, also with an Arabic `and`, `by` or article before it.
fn is_among(words: &[&str], token: &Token) -> bool {
    let plain = token.plain.as_str();
    let bare = plain.strip_prefix(['و', 'ف']).unwrap_or(plain);
    let bare = bare.strip_prefix("ال").unwrap_or(bare);
    words.contains(&plain) || words.contains(&bare)
}

/// `…, as Day put it`: somebody's own turn of phrase, without a verb of saying.
pub(super) fn is_phrase_of(tokens: &[Token]) -> bool {
    let begins = tokens.first().is_some_and(|first| matches!(first.plain.as_str(), "as" | "wie"));
    let puts =
        |token: &Token| matches!(token.plain.as_str(), "put" | "puts" | "calls" | "phrased" | "nannte" | "nennt");
    begins && tokens.iter().take(8).any(puts)
}

/// Whether a name behind an English verb only says whose critic, aide or campaign manager spoke: `said Lee critic John
/// Smith`. What may follow the speaker's own name there is a small word, a place or a time.
pub(super) fn describes_another(verb: &str, rest: &[Token]) -> bool {
    let is_english = verb.ends_with("ed") || matches!(verb, "said" | "says" | "told" | "tells" | "wrote" | "writes");
    let is_plain = |token: &&Token| {
        let word = token.plain.as_str();
        let is_linked = ENGLISH_LINKS.contains(&word) || word.ends_with("ly") || word.ends_with("ing");
        token.is_word && token.is_cased && !token.is_capital && !is_linked
    };
    let count = rest.iter().take(5).take_while(is_plain).count();
    is_english && count > 0 && rest.get(count).is_some_and(|token| token.is_word && token.is_capital)
}

/// Whether an Arabic name goes on behind words that were taken for one: `عمر سعيد الحسيني`.
pub(super) fn goes_on_in_arabic(tokens: &[Token]) -> bool {
    const DAYS: [&str; 9] = ["اليوم", "الليلة", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
    let Some(next) = tokens.first().filter(|token| token.is_word) else { return false };
    let is_office = crate::naming::offices::leading(std::slice::from_ref(&next.plain)).is_some();
    next.plain.starts_with("ال") && !DAYS.contains(&next.plain.as_str()) && !is_office
}

#[cfg(test)]
mod tests {
    use crate::draft::people::People;
    use crate::draft::{prose, report};

    /// How many people on record a text is said to quote.
    fn taken(text: &str) -> usize {
        let people = People::known(&[
            (&["Ann Lee", "Анна Ли", "عمر سعيد"], "Lee", "Secretary"),
            (&["Marie Durand", "Hans Vogel", "Juan Ruiz"], "Durand", "Minister"),
        ]);
        let report = report::read(text, &|_| false);
        prose::read(&report, &people).speakers().len()
    }

    #[test]
    fn a_clause_beside_words_gives_them_to_another() {
        for text in [
            "Asked whether “the tolls would rise this year”, Ann Lee said no.",
            "Interrogée sur « la hausse des droits de douane », Marie Durand a dit non.",
            "A la pregunta «¿subirán los peajes este año?», Marie Durand respondió que no.",
            "Auf die Frage, ob »die Zölle noch steigen werden«, sagte Marie Durand nichts.",
            "На вопрос «Будут ли расти пошлины в году?» Анна Ли ответила отрицательно.",
            "وردا على سؤال «هل سترتفع الرسوم هذا العام؟» قال عمر سعيد لا.",
            "According to Ann Lee, Bo Day said: “That is quite wrong.”",
            "Selon Marie Durand, Paul Martin a déclaré : « Nous ne continuerons jamais ainsi. »",
            "По словам Анны Ли, Смит сказал: «Мы никогда не будем продолжать это».",
            "“We will go on with it,” said Ann Lee critic John Smith.",
            "“We will go on with it,” said Ann Lee campaign manager Jane Roe.",
            "Ann Lee said the claim that “tolls will kill all trade” was false.",
            "Marie Durand sagte, die Behauptung, dass „Deutschland nicht mehr reden will“, sei falsch.",
            "A poster read “that is quite wrong,” Ann Lee said.",
            "In a book titled “The sea and all its tolls,” Ann Lee said trade was good.",
            "Ann Lee told the paper that “the worst deal ever made,” as Bo Day put it, was over.",
            "قال عمر سعيد الحسيني: «لن نستمر في هذه المحادثات أبدا».",
            "Ann Lee said: “We will go on.\n\n“No, you will not!” shouted the crowd.",
        ] {
            assert_eq!(taken(text), 0, "{text}");
        }
    }

    #[test]
    fn words_that_are_the_speakers_own_stay_so() {
        for text in [
            "“We will go on with it,” said Ann Lee yesterday in London.",
            "“We will go on with it,” said Ann Lee on Monday.",
            "Asked about the claims, Ann Lee said: “They are wrong, all of them.”",
            "According to Ann Lee, “they are wrong, all of them”.",
            "Ann Lee said: “We will go on.\n\n“And we will not stop.”",
            "قال عمر سعيد اليوم: «لن نستمر في هذه المحادثات أبدا».",
        ] {
            assert_eq!(taken(text), 1, "{text}");
        }
    }
}
