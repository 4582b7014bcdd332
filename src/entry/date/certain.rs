//! Unambiguous dates in another notation, which `--fix` may rewrite.

use super::notation::Written;
use super::parse::parse;
use super::spelling::Token::{Eight, M, N, S, Y};
use super::spelling::{LONGEST, between_numbers, is_mixed, later_year, tokens, ymd};

/// The EDTF date for a text with exactly one reading: `2006-2-6`, `6 February 2006`, `25.12.2006`. Not `06.02.2006`,
/// and not a date with a time of day, which is another day in another time zone.
pub(super) fn certain(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let written = Written::of(text)?;
    let lower = written.text.as_str();
    let upper = lower.replace('x', "X").replace(" / ", "/");
    if let Ok(date) = parse(&upper) {
        return written.is_on(&date).then_some(upper);
    }
    if is_mixed(lower) {
        return None;
    }
    let date = match tokens(lower)?.as_slice() {
        [Y(y), N(m, _), N(d, _)] | [Y(y), M(m), N(d, _)] | [N(d, _), M(m), Y(y)] | [M(m), N(d, _), Y(y)] => {
            ymd(*y, *m, *d)
        }
        // No month has a number above 12; and where both are the same, the order does not matter.
        [N(a, _), N(b, _), Y(y)] if *a > 12 || a == b => ymd(*y, *b, *a),
        [N(a, _), N(b, _), Y(y)] if *b > 12 => ymd(*y, *a, *b),
        [M(m), Y(y)] | [Y(y), M(m)] | [S(m), Y(y)] | [Y(y), S(m)] => format!("{y:04}-{m:02}"),
        // `2006/7` and `2006-7` may be two years, and `2006-21` is a season.
        [Y(y), N(m, length)] if lower.contains('-') && later_year(*y, *m, *length).is_some() => return None,
        [Y(y), N(m, _)] | [N(m, _), Y(y)] if *m <= 12 && !lower.contains('/') => format!("{y:04}-{m:02}"),
        [N(from, _), N(to, _), M(m), Y(y)] | [M(m), N(from, _), N(to, _), Y(y)]
            if between_numbers(lower).first().is_some_and(|between| between.trim() == "-") =>
        {
            format!("{}/{}", ymd(*y, *m, *from), ymd(*y, *m, *to))
        }
        // Where the year is one of these, its first digits are no month.
        [Eight(number)] if (1700..2100).contains(&(number / 10_000)) => {
            ymd(number / 10_000, number / 100 % 100, number % 100)
        }
        _ => return None,
    };
    parse(&date).is_ok_and(|parsed| written.is_on(&parsed)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::certain;
    use crate::entry::date::Date;

    #[test]
    fn one_reading_and_the_same_as_the_help() {
        for (text, date) in [
            ("2006-2-6", "2006-02-06"),
            ("2006/02/06", "2006-02-06"),
            ("2006. 2. 6.", "2006-02-06"),
            ("2006\u{2013}02\u{2013}06", "2006-02-06"),
            ("6 February 2006", "2006-02-06"),
            ("February 6th, 2006", "2006-02-06"),
            ("6 февраля 2006 г.", "2006-02-06"),
            ("25.12.2006", "2006-12-25"),
            ("12/25/2006", "2006-12-25"),
            ("2.2.2006", "2006-02-02"),
            ("20060206", "2006-02-06"),
            ("Feb. 2006", "2006-02"),
            ("2.2006", "2006-02"),
            ("2006-2", "2006-02"),
            ("Spring 2006", "2006-21"),
            ("2006-02-xx", "2006-02-XX"),
            ("2006-02-01 / 2006-02-03", "2006-02-01/2006-02-03"),
            ("2006-02-01 \u{2013} 2006-02-03", "2006-02-01/2006-02-03"),
            ("2006\u{2013}2007", "2006/2007"),
            ("2-3 February 2006", "2006-02-02/2006-02-03"),
            ("February 2-3, 2006", "2006-02-02/2006-02-03"),
            ("Feb. 6, 2006", "2006-02-06"),
            ("2006.2.6 г.", "2006-02-06"),
            ("1 mars 2006", "2006-03-01"),
            ("1er mars 2006", "2006-03-01"),
            ("le 3 fe\u{301}vrier 2006", "2006-02-03"),
            ("3. Februar 2006", "2006-02-03"),
            ("den 3. März 2006", "2006-03-03"),
            ("3 de febrero de 2006", "2006-02-03"),
            ("1.º de septiembre del 2006", "2006-09-01"),
            ("3-го февраля 2006г.", "2006-02-03"),
            ("феврале 2006", "2006-02"),
            ("3 فبراير 2006", "2006-02-03"),
            ("٣ فبراير ٢٠٠٦", "2006-02-03"),
            ("٣ شباط/فبراير ٢٠٠٦م", "2006-02-03"),
            ("3 تشرين الثاني (نوفمبر) 2006", "2006-11-03"),
            ("2006年2月3日", "2006-02-03"),
            ("2006 年 2 月 3 日", "2006-02-03"),
            ("２００６年２月３日", "2006-02-03"),
            ("二〇〇六年十二月二十五日", "2006-12-25"),
            ("2006年2月", "2006-02"),
            ("2006年", "2006"),
            ("2006年春季", "2006-21"),
            ("printemps 2006", "2006-21"),
            ("весной 2006 года", "2006-21"),
            ("Friday, 3 February 2006", "2006-02-03"),
            ("vendredi 3 février 2006", "2006-02-03"),
            ("пятница, 3 февраля 2006 г.", "2006-02-03"),
            ("الجمعة 3 فبراير 2006", "2006-02-03"),
            ("2006年2月3日（星期五）", "2006-02-03"),
        ] {
            assert_eq!(certain(text).as_deref(), Some(date), "{text}");
            let help = text.parse::<Date>().unwrap_err().help();
            assert_eq!(help, Some(format!("write `{date}`")), "{text}");
        }
        for text in [
            "06.02.2006",
            "6/2/2006",
            "06-02-2006",
            "2006/7",
            "2006-7",
            "2005-6",
            "2006\u{2013}07",
            "2006 \u{2013} 07",
            "1999\u{2013}02",
            "2006\u{2013}02",
            "2006-02\u{2013}03",
            // Before the year 0000.
            "-0044-03-15",
            "\u{2212}0044-03-15",
            "\u{2013}0044-03-15",
            " -0044-3-15",
            "-44",
            "(-0044-03-15)",
            "15-03--0044",
            "15 March -0044",
            "15.3.-0044",
            // A month range, a day range or a single day: with mixed separators any of them may be meant.
            "2024-05/06",
            "2006/02-03",
            "2006-2/3",
            "2006.2-3",
            "12-13.2006",
            "2/25-2006",
            "2006-02 - 06",
            "2-3/February 2006",
            "2/3-February 2006",
            "2006-02-02T10:00",
            "2006-02-02 10:00",
            "06.02.06",
            "15 маусым 2006",
            "15 лютого 2006",
            "3 محرم 1427",
            "٣ فبراير ١٤٢٧",
            "٠٣-٠١-١٤٢٧",
            "平成18年2月3日",
            "2006年13月3日",
            "2006年2月30日",
            "2006年十十月",
            "Monday, 3 February 2006",
            "星期一 2006年2月3日",
            "3 février 06",
            "15 maja 2006",
            "2006-02-30",
            "30 February 2006",
            "31.31.2006",
            "13.13.2006",
            "yesterday",
            "2006-2007",
            "2006 2007",
            "02062006",
            "c. 2006",
            "2006-13",
            "",
        ] {
            assert_eq!(certain(text), None, "{text}");
        }
        for (text, help) in [
            ("2024-05/06", "write `2024-05-06` or `2024-05/2024-06`, whichever is meant"),
            ("2005/6", "write `2005-06` or `2005/2006`, whichever is meant"),
            ("2006-7", "write `2006-07` or `2006/2007`, whichever is meant"),
            ("2006\u{2013}07", "write `2006-07` or `2006/2007`, whichever is meant"),
            ("1999\u{2013}02", "write `1999-02` or `1999/2002`, whichever is meant"),
            ("2005\u{2013}13", "write `2005/2013`"),
            ("2006\u{2013}02", "write `2006-02`"),
            ("2006-02\u{2013}03", "write `2006-02-03` or `2006-02/2006-03`, whichever is meant"),
            ("2006-2/3", "write `2006-02-03` or `2006-02/2006-03`, whichever is meant"),
            ("02-03.2006", "write `2006-03-02` or `2006-02-03` or `2006-02/2006-03`, whichever is meant"),
            ("Friday, 03.02.2006", "write `2006-02-03`"),
            ("vers 2006", "write `2006~`"),
            ("около февраля 2006 г.", "write `2006-02~`"),
            ("28 février – 2 mars 2006", "write `2006-02-28/2006-03-02`"),
            ("Februar–März 2006", "write `2006-02/2006-03`"),
            ("15 маусым 2006", "write a date as `2006-02-02`, `2006-02` or `2006`"),
            ("12-13.2006", "write a date as `2006-02-02`, `2006-02` or `2006`"),
        ] {
            assert_eq!(text.parse::<Date>().unwrap_err().help().as_deref(), Some(help), "{text}");
        }
    }
}
