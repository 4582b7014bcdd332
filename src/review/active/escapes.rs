//! Decodes escapes that browsers decode.

/// Decodes character references (`&#115;`, `&colon;`).
pub(super) fn without_references(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match reference(rest) {
            Some((c, length)) => {
                plain.push(c);
                rest = &rest[length..];
            }
            None => plain.push('&'),
        }
    }
    plain + rest
}

/// The character of a reference, and the reference's length without `&`.
fn reference(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, before) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let value = digits[..end].trim_start_matches('0');
        let c = char::from_u32(u32::from_str_radix(value, radix).ok()?)?;
        return Some((c, before + end + usize::from(digits[end..].starts_with(';'))));
    }
    const NAMES: [(&str, char); 22] = [
        ("colon;", ':'),
        ("Tab;", '\t'),
        ("NewLine;", '\n'),
        ("sol;", '/'),
        ("bsol;", '\\'),
        ("lpar;", '('),
        ("rpar;", ')'),
        ("quot;", '"'),
        ("apos;", '\''),
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("period;", '.'),
        ("commat;", '@'),
        ("num;", '#'),
        ("equals;", '='),
        ("nbsp;", ' '),
        ("excl;", '!'),
        ("semi;", ';'),
        ("LT", '<'),
        ("lt", '<'),
        ("gt", '>'),
    ];
    NAMES.iter().find(|(name, _)| text.starts_with(name)).map(|(name, c)| (*c, name.len()))
}

/// Decodes escapes of CSS and JavaScript (`\75 rl`, `\x75`, `\u0075`).
pub(super) fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = rest.trim_start_matches(['x', 'u', 'U', '{']);
        let end = digits
            .char_indices()
            .take(6)
            .find(|(_, c)| !c.is_ascii_hexdigit())
            .map_or(digits.len().min(6), |(at, _)| at);
        let value = digits.get(..end).and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        match value {
            Some(c) => {
                plain.push(c);
                rest = &digits[end..];
                rest = rest.strip_prefix([' ', '}']).unwrap_or(rest);
            }
            None => plain.push('\\'),
        }
    }
    plain + rest
}
