//! Punycode (RFC 3492): internationalized domain names.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 0x80;

/// Decodes the part after `xn--`; none where it is invalid. Quadratic in the length, which callers bound.
pub(super) fn decode(code: &str) -> Option<String> {
    let (plain, digits) = code.rsplit_once('-').unwrap_or(("", code));
    if !plain.is_ascii() || digits.is_empty() {
        return None;
    }
    let mut letters: Vec<char> = plain.chars().collect();
    let (mut next, mut at, mut bias) = (FIRST_CODE, 0_u32, FIRST_BIAS);
    let mut digits = digits.bytes();
    while digits.len() > 0 {
        let start = at;
        let mut weight = 1_u32;
        let mut threshold_base = BASE;
        loop {
            let digit = value(digits.next()?)?;
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold_base.saturating_sub(bias).clamp(T_MIN, T_MAX);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            threshold_base += BASE;
        }
        let count = u32::try_from(letters.len()).ok()?.checked_add(1)?;
        bias = adapted(at - start, count, start == 0);
        next = next.checked_add(at / count)?;
        at %= count;
        letters.insert(usize::try_from(at).ok()?, char::from_u32(next)?);
        at += 1;
    }
    Some(letters.into_iter().collect())
}

/// Encodes a name as the part after `xn--`; none where it is too long to be counted. Quadratic in the length, which callers
/// bound.
pub(super) fn encode(name: &str) -> Option<String> {
    let letters: Vec<u32> = name.chars().map(u32::from).collect();
    let mut code: String = name.chars().filter(char::is_ascii).collect();
    let plain = u32::try_from(code.len()).ok()?;
    if plain > 0 {
        code.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (FIRST_CODE, 0_u32, FIRST_BIAS, plain);
    while let Some(least) = letters.iter().copied().filter(|letter| *letter >= next).min() {
        delta = delta.checked_add((least - next).checked_mul(handled.checked_add(1)?)?)?;
        next = least;
        for letter in &letters {
            if *letter < next {
                delta = delta.checked_add(1)?;
            } else if *letter == next {
                encode_number(delta, bias, &mut code);
                bias = adapted(delta, handled + 1, handled == plain);
                (delta, handled) = (0, handled + 1);
            }
        }
        (delta, next) = (delta.checked_add(1)?, next + 1);
    }
    Some(code)
}

/// Writes a number in digits of variable weight.
fn encode_number(number: u32, bias: u32, code: &mut String) {
    let (mut rest, mut base) = (number, BASE);
    loop {
        let threshold = base.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            code.push(digit(rest));
            return;
        }
        code.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        base += BASE;
    }
}

/// The digit of a value below 36.
fn digit(value: u32) -> char {
    char::from_digit((value + 10) % BASE, BASE).unwrap_or('a')
}

fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'A'..=b'Z' => Some(u32::from(digit - b'A')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / count;
    let mut bias = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        bias += BASE;
    }
    bias + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn names_are_read() {
        for (code, name) in [
            ("80ajbndhjeeekd4cxd", None),
            ("d1abbgf6aiiy", Some("президент")),
            ("p1ai", Some("рф")),
            ("fiqs8s", Some("中国")),
            ("80ak6aa92e", Some("аррӏе")),
            ("bcher-kva", Some("bücher")),
            ("mgberp4a5d4ar", Some("السعودية")),
            // The samples of RFC 3492, section 7.1.
            ("egbpdaj6bu4bxfgehfvwxn", Some("ليهمابتكلموشعربي؟")),
            ("ihqwcrb4cv8a8dqg056pqjye", Some("他们为什么不说中文")),
            ("Proprostnemluvesky-uyb24dma41a", None),
            ("b1abfaaepdrnnbgefbadotcwatmq2g4l", Some("почемужеонинеговорятпорусски")),
            (
                "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
                Some("세계의모든사람들이한국어를이해한다면얼마나좋을까"),
            ),
        ] {
            match name {
                Some(name) => {
                    assert_eq!(decode(code).as_deref(), Some(name), "{code}");
                    assert_eq!(encode(name).as_deref(), Some(code), "{name}");
                }
                // No input may cause a panic.
                None => drop(decode(code)),
            }
        }
        for garbage in ["", "-", "a-", "ü", "99999999", "zzzzzzzzzz", "a_b", "d1abbgf6aii", "\u{0}"] {
            assert!(decode(garbage).is_none_or(|name| !name.is_ascii()), "{garbage:?}");
        }
    }
}
