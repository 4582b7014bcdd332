//! Dates of which less is known than a year, or only one end, in the notations of languages: `the 1990s`, `1990-е годы`,
//! `2006–`, `2005/06`.

use super::parse::parse;

/// The dates that a text in lower case can mean, if it is one of these; `one_date` reads a date in another notation.
pub(super) fn readings(lower: &str, one_date: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let lower = lower.trim();
    decade(lower).or_else(|| open(lower, one_date)).or_else(|| neighbours(lower))
}

/// What stands before the first year of a decade.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "les années ", "années ", "annees ", "los años ", "años ", "década de los ", "década de ", "decada de ", "anos ",
    "anni ", "عقد ",
];

/// What stands behind it.
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "s", "'s", "’s", "er", "er jahre", "er-jahre", "-е", "-е годы", "-х", "-х годов", "-х годах", "-ые", "-ые годы", "年代",
    "-ті", "-ті роки", "-і роки",
];

/// A decade; its name is that of a century too where it is the first one.
fn decade(lower: &str) -> Option<Vec<String>> {
    let rest = BEFORE.iter().find_map(|before| lower.strip_prefix(before));
    let text = rest.or_else(|| lower.strip_prefix("the ")).unwrap_or(lower);
    let (year, behind) = text.split_at_checked(4)?;
    let is_decade = BEHIND.contains(&behind) || rest.is_some() && behind.is_empty();
    if !is_decade || !year.bytes().all(|byte| byte.is_ascii_digit()) || !year.ends_with('0') {
        return None;
    }
    let mut dates = vec![format!("{}X", &year[..3])];
    if year.ends_with("00") {
        dates.push(format!("{}XX", &year[..2]));
    }
    Some(dates)
}

/// A date with a dash or dots at one end: an interval whose other end is not known, or nothing but a date.
fn open(lower: &str, one_date: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let date = |text: &str| {
        let text = text.trim_matches(['.', ' ']);
        if parse(text).is_ok() { Some(text.to_owned()) } else { one_date(text).filter(|date| parse(date).is_ok()) }
    };
    if let Some(text) = lower.strip_suffix("..").or_else(|| lower.strip_suffix('-')) {
        return date(text).map(|date| vec![format!("{date}/.."), date]);
    }
    lower.strip_prefix("..").and_then(date).map(|date| vec![format!("../{date}"), date])
}

/// Two years of which the second is written in two digits, which may be a month: `2005/06`.
fn neighbours(lower: &str) -> Option<Vec<String>> {
    let (first, second) = lower.split_once('/')?;
    let number = |text: &str, digits: usize| text.parse::<u32>().ok().filter(|_| text.len() == digits);
    let (year, next) = (number(first, 4)?, number(second, 2)?);
    if (year + 1) % 100 != next {
        return None;
    }
    let month = format!("{year:04}-{next:02}");
    let years = format!("{year:04}/{:04}", year + 1);
    Some(if parse(&month).is_ok() { vec![month, years] } else { vec![years] })
}

#[cfg(test)]
mod tests {
    use crate::entry::date::Date;

    #[test]
    fn helps_name_every_reading() {
        for (text, help) in [
            ("1990s", "write `199X`"),
            ("the 1990’s", "write `199X`"),
            ("1990er", "write `199X`"),
            ("1990er Jahre", "write `199X`"),
            ("1990-е", "write `199X`"),
            ("1990-х годов", "write `199X`"),
            ("1990年代", "write `199X`"),
            ("années 1990", "write `199X`"),
            ("década de 1990", "write `199X`"),
            ("2000s", "write `200X` or `20XX`, whichever is meant"),
            ("2006–", "write `2006/..` or `2006`, whichever is meant"),
            ("2006-02-06 -", "write `2006-02-06/..` or `2006-02-06`, whichever is meant"),
            ("2006..", "write `2006/..` or `2006`, whichever is meant"),
            ("..2006", "write `../2006` or `2006`, whichever is meant"),
            ("2005/06", "write `2005-06` or `2005/2006`, whichever is meant"),
            ("2019/20", "write `2019/2020`"),
            ("1995s", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            // Two dates are no interval unless something says so.
            ("2006, 2007", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            ("2006 2007", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            ("2006-02-06 2006-02-08", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            ("2006-02-06, 2006-02-08", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            ("2006-02-06 - 2006-02-08", "write `2006-02-06/2006-02-08`"),
            ("2006 – 2007", "write `2006/2007`"),
            ("2006...2007", "write `2006/2007`"),
            ("2006-02-06 10:00", "write `2006-02-06`"),
            ("2006-02-06T1000", "write `2006-02-06`"),
        ] {
            let error = text.parse::<Date>().expect_err(text);
            assert_eq!(error.help().as_deref(), Some(help), "{text}");
        }
    }
}
