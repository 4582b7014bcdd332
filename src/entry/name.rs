//! Normalization of names for lookup, across keyboards and encodings.

use unicode_normalization::UnicodeNormalization;

use super::normalized::Normalized;

/// A name normalized for lookup: case folded, white space collapsed, Unicode normalization form KC, and one form of
/// quotation marks, apostrophes and dashes.
pub(crate) fn normalized(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b',')) {
        let mut normalized = String::with_capacity(name.len());
        for word in name.split_ascii_whitespace() {
            if !normalized.is_empty() {
                normalized.push(' ');
            }
            normalized.push_str(word);
        }
        normalized.make_ascii_lowercase();
        return normalized;
    }
    let composed: String = name.nfkc().collect();
    Normalized::of(&composed).as_str().chars().flat_map(char::to_lowercase).map(typed).collect()
}

/// Unifies letters that keyboards of different languages produce for the same letter of a script.
fn typed(letter: char) -> char {
    match letter {
        // Final sigma.
        'ς' => 'σ',
        // Arabic yeh and kaf, as Persian and Urdu have them.
        'ی' => 'ي',
        'ک' => 'ك',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn names_are_the_same_on_every_keyboard() {
        for (one, other) in [
            ("José García", "Jose\u{301} Garci\u{301}a"),
            ("Исай", "ИСАИ\u{306}"),
            ("Võ Nguyên Giáp", "Vo\u{303} Nguye\u{302}n Gia\u{301}p"),
            ("Nguyễn", "Nguye\u{302}\u{303}n"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("Ａｎｎ　Ｌｅｅ", "ann lee"),
            ("O’Brien", "o'brien"),
            ("Côte d’Ivoire", "co\u{302}te d'ivoire"),
            ("Al‑Sabah", "al-sabah"),
            ("Иванов\u{a0}И.", "иванов  и."),
            ("ΓΕΩΡΓΙΟΣ", "Γεώργιος".replace('ώ', "ω").as_str()),
            ("علی", "علي"),
            ("کریم", "كريم"),
            ("Oﬃce", "office"),
            ("«Газпром»", "\"газпром\""),
            ("  Ann \t Lee ", "Ann Lee"),
        ] {
            assert_eq!(normalized(one), normalized(other), "{one}");
        }
        for (one, other) in [("Jose", "José"), ("Ann Lee", "Annlee"), ("Al Sabah", "Al-Sabah"), ("Петр", "Пётр")]
        {
            assert_ne!(normalized(one), normalized(other), "{one}");
        }
    }
}
