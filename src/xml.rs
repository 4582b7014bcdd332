//! The characters that XML allows (1.0, fifth edition, section 2.2): a document with any other is not well-formed, and
//! feed readers refuse it.

/// Whether a character is allowed in XML, literally or as a character reference.
pub(crate) fn is_allowed(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a code point is a noncharacter (Unicode, section 23.7).
pub(crate) fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// Replaces each character that XML does not allow. Nearly all texts have none and are returned unchanged.
pub(crate) fn clean(text: Vec<u8>) -> Vec<u8> {
    // Fast path: forbidden characters begin with one of these bytes.
    let is_suspicious = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || *byte == 0xef;
    if !text.iter().any(is_suspicious) {
        return text;
    }
    match String::from_utf8(text) {
        Ok(text) if text.chars().all(is_allowed) => text.into_bytes(),
        Ok(text) => text.replace(|letter| !is_allowed(letter), "\u{fffd}").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, is_allowed, is_noncharacter};

    #[test]
    fn a_parser_takes_what_is_allowed_and_nothing_else() {
        for code in (0..0x300).chain(0xd7f0..0x1_0010).chain(0x1_fff0..0x2_0010).chain([0x10_fffe, 0x10_ffff]) {
            let Some(letter) = char::from_u32(code) else { continue };
            // Marks of XML have another meaning, which is not asked for.
            let text = if matches!(letter, '<' | '&') { String::new() } else { format!("<a>{letter}</a>") };
            let is_taken = text.is_empty() || roxmltree::Document::parse(&text).is_ok();
            assert_eq!(is_taken, is_allowed(letter), "U+{code:04X}");
            let cleaned = String::from_utf8(clean(text.into_bytes())).expect("still text");
            assert!(cleaned.is_empty() || roxmltree::Document::parse(&cleaned).is_ok(), "U+{code:04X}");
        }
    }

    #[test]
    fn what_is_allowed_stays_as_it_is() {
        for text in ["", "a\tb\r\nc", "ＡＢＣ ﷺ \u{fffd}", "Ж\u{85}\u{9f}😀\u{1fffe}"] {
            assert_eq!(clean(text.as_bytes().to_vec()), text.as_bytes());
        }
        assert_eq!(clean(b"a\0b\x1fc".to_vec()), "a\u{fffd}b\u{fffd}c".as_bytes());
        assert_eq!(clean("hy\u{fffe}phen\u{ffff}".into()), "hy\u{fffd}phen\u{fffd}".as_bytes());
    }

    #[test]
    fn noncharacters_are_sixty_six() {
        assert_eq!((0..=0x10_ffff).filter_map(char::from_u32).filter(|letter| is_noncharacter(*letter)).count(), 66);
    }
}
