use super::*;
use Coverage::{Maybe, No, Yes};

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn day(text: &str) -> Option<NaiveDate> {
    date(text).earliest()
}

#[rustfmt::skip]
const VALID: &[&str] = &[
    "2006-02-02", "2006-02", "2006", "0000", "0001-01-01", "9999-12-31", "2006-02-02~", "2006-02?", "2006%",
    "2006-02-01/2006-02-03", "2006/2007", "2006-02~/2007?", "2006-02-02/2006-02-02", "2006-02-03/2006-02", "2006/..",
    "../2006-02", "2006-02-02/", "/2006-02-02", "2006-02-XX", "2006-XX-XX", "2006-XX", "200X", "20XX", "200X~",
    "2006-21", "2006-22?", "2006-23", "2006-24", "2004-02-29", "2000-02-29", "2006-21/2006-23", "199X/2004",
];

#[test]
fn writes_back_what_it_reads() {
    for text in VALID {
        assert_eq!(date(text).to_string(), *text);
        assert_eq!(date(&date(text).to_string()), date(text));
    }
}

#[test]
fn is_small() {
    assert!(size_of::<Date>() <= 24, "{}", size_of::<Date>());
}

#[test]
fn refuses_and_says_what_to_write() {
    #[rustfmt::skip]
    let cases = [
        ("2006-02-30", "there is no 30 February", ""),
        ("2006-04-31", "there is no 31 April", ""),
        ("2005-02-29", "there is no 29 February in 2005", ""),
        ("1900-02-29", "there is no 29 February in 1900", ""),
        ("2006-13", "month `13` is not between 01 and 12", ""),
        ("2006-00-02", "month `00` is not between 01 and 12", ""),
        ("2006-25", "month `25` is not between 01 and 12", ""),
        ("2006-02-32", "day `32` is not between 01 and 31", ""),
        ("2006-02-00", "day `00` is not between 01 and 31", ""),
        ("2006-21-05", "`21` is a season, and a season has no days", "write `2006-21` for the season, or a month from 01 to 12"),
        ("2006-02-03/2006-02-01", "interval ends before it starts", "write `2006-02-01/2006-02-03`"),
        ("2007/2006", "interval ends before it starts", "write `2006/2007`"),
        ("../..", "an interval needs a date at one of its ends", "write at least one end, as in `2006-02-02/..`"),
        ("/", "an interval needs a date at one of its ends", "write at least one end, as in `2006-02-02/..`"),
        ("30.02.2006", "there is no 30 February", ""),
        ("2.2.2006", "`2.2.2006` is not an EDTF date", "write `2006-02-02`"),
        ("02.02.2006", "`02.02.2006` is not an EDTF date", "write `2006-02-02`"),
        ("2.3.2006", "`2.3.2006` is not an EDTF date", "write `2006-03-02` or `2006-02-03`, whichever is meant"),
        ("2/2/2006", "`2/2/2006` is not an EDTF date", "write `2006-02-02`"),
        ("2/3/2006", "`2/3/2006` is not an EDTF date", "write `2006-03-02` or `2006-02-03`, whichever is meant"),
        ("2/13/2006", "`2/13/2006` is not an EDTF date", "write `2006-02-13`"),
        ("06-02-2006", "`06-02-2006` is not an EDTF date", "write `2006-02-06` or `2006-06-02`, whichever is meant"),
        ("6.2.2006", "`6.2.2006` is not an EDTF date", "write `2006-02-06` or `2006-06-02`, whichever is meant"),
        ("6 2 2006", "`6 2 2006` is not an EDTF date", "write `2006-02-06` or `2006-06-02`, whichever is meant"),
        ("ca. 6.2.2006", "`ca. 6.2.2006` is not an EDTF date", "write `2006-02-06~` or `2006-06-02~`, whichever is meant"),
        ("13-02-2006", "`13-02-2006` is not an EDTF date", "write `2006-02-13`"),
        ("02.13.2006", "`02.13.2006` is not an EDTF date", "write `2006-02-13`"),
        ("06/02/06", "`06/02/06` is not an EDTF date", "write `2006-02-06` or `2006-06-02`, whichever is meant, with all four digits of its year"),
        ("6.3.85", "`6.3.85` is not an EDTF date", "write `1985-03-06` or `1985-06-03`, whichever is meant, with all four digits of its year"),
        ("25.12.85", "`25.12.85` is not an EDTF date", "write `1985-12-25`, with all four digits of its year"),
        ("06/06/06", "`06/06/06` is not an EDTF date", "write `2006-06-06`, with all four digits of its year"),
        ("01/02/03", "`01/02/03` is not an EDTF date", "write `2003-02-01` or `2003-01-02` or `2001-02-03`, whichever is meant, with all four digits of its year"),
        ("13/2/2006", "`13/2/2006` is not an EDTF date", "write `2006-02-13`"),
        ("2006/02/02", "`2006/02/02` is not an EDTF date", "write `2006-02-02`"),
        ("2006/02", "`2006/02` is not an EDTF date", "write `2006-02`"),
        ("02/2006", "`02/2006` is not an EDTF date", "write `2006-02`"),
        ("2006-2-2", "`2006-2-2` is not an EDTF date", "write `2006-02-02`"),
        ("2006-2", "`2006-2` is not an EDTF date", "write `2006-02`"),
        ("20060202", "`20060202` is not an EDTF date", "write `2006-02-02`"),
        ("2 February 2006", "`2 February 2006` is not an EDTF date", "write `2006-02-02`"),
        ("2nd of February, 2006", "`2nd of February, 2006` is not an EDTF date", "write `2006-02-02`"),
        ("February 2, 2006", "`February 2, 2006` is not an EDTF date", "write `2006-02-02`"),
        ("02-Feb-2006", "`02-Feb-2006` is not an EDTF date", "write `2006-02-02`"),
        ("February 2006", "`February 2006` is not an EDTF date", "write `2006-02`"),
        ("2 февраля 2006 г.", "`2 февраля 2006 г.` is not an EDTF date", "write `2006-02-02`"),
        ("май 2006", "`май 2006` is not an EDTF date", "write `2006-05`"),
        ("1–3 February 2006", "`1–3 February 2006` is not an EDTF date", "write `2006-02-01/2006-02-03`"),
        ("2006-2007", "`2006-2007` is not an EDTF date", "write `2006/2007`"),
        ("2006-02-01 – 2006-02-03", "`2006-02-01 – 2006-02-03` is not an EDTF date", "write `2006-02-01/2006-02-03`"),
        ("2006–02–02", "`2006–02–02` is not an EDTF date", "write `2006-02-02`"),
        ("2006-02-xx", "`2006-02-xx` is not an EDTF date", "write `2006-02-XX`"),
        ("2006-02-??", "`2006-02-??` is not an EDTF date", "write `2006-02-XX`"),
        (" 2006-02-02", "` 2006-02-02` is not an EDTF date", "write `2006-02-02`"),
        ("spring 2006", "`spring 2006` is not an EDTF date", "write `2006-21`"),
        ("circa February 2006", "`circa February 2006` is not an EDTF date", "write `2006-02~`"),
        ("~2006", "`~2006` is not an EDTF date", "write `2006~`"),
        ("2006-02-02T10:00:00Z", "`2006-02-02T10:00:00Z` has a time of day, and a civil date has none", "write `2006-02-02`"),
        ("2006-02-02 10:00", "`2006-02-02 10:00` has a time of day, and a civil date has none", "write `2006-02-02`"),
        ("-0333", "`-0333` is before the year 0000", "write a date from the year 0000 on: earlier ones cannot be recorded"),
        ("2006-XX-02", "`2006-XX-02` is not level 1 of EDTF", "write one date, an interval `a/b`, or `~`, `?` or `%` after a whole date"),
        ("[2006,2007]", "`[2006,2007]` is not level 1 of EDTF", "write one date, an interval `a/b`, or `~`, `?` or `%` after a whole date"),
        ("2006-~02", "`2006-~02` is not level 1 of EDTF", "write one date, an interval `a/b`, or `~`, `?` or `%` after a whole date"),
        ("", "`` is not an EDTF date", spelling::GENERAL),
        ("yesterday", "`yesterday` is not an EDTF date", spelling::GENERAL),
        ("6", "`6` is not an EDTF date", spelling::GENERAL),
        ("2006~?", "`2006~?` is not an EDTF date", spelling::GENERAL),
        ("2006-02-02-02", "`2006-02-02-02` is not an EDTF date", spelling::GENERAL),
    ];
    for (text, message, help) in cases {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!((error.to_string().as_str(), error.help().unwrap_or_default().as_str()), (message, help), "{text}");
    }
}

#[test]
fn every_suggestion_is_a_date() {
    for text in ["9 99 2006", "0.0.0000", "2006 02 31", "99/99/9999", "20069999", "31 Sept 2006", "2007-2006"] {
        let error = text.parse::<Date>().unwrap_err();
        for suggestion in error.help().iter().flat_map(|help| help.split('`').skip(1).step_by(2)) {
            assert!(suggestion.parse::<Date>().is_ok(), "{text}: {suggestion}");
        }
    }
}

#[test]
fn never_panics() {
    let scraps = [
        "2006", "2006-02", "2006-02-", "-", "/", "..", "XX", "X", "02", "é", "€", "𝟚", "~", "?", "\0", "T", " ", "ма",
        "st", "\u{301}", "٢", "İ", "c. ", "feb", ".",
    ];
    for text in scraps.iter().flat_map(|a| scraps.iter().flat_map(move |b| scraps.map(|c| [a, b, c].concat()))) {
        if let Ok(date) = text.parse::<Date>() {
            assert_eq!(date.to_string(), text);
            std::hint::black_box((date.sort_key(), date.earliest(), date.latest(), date.machine(), gap(&date, &date)));
        }
    }
    for text in [&"2006-02-02 ".repeat(999), &"9".repeat(30), &"é".repeat(50)] {
        assert!(text.parse::<Date>().unwrap_err().to_string().chars().count() < 70);
    }
}

#[test]
fn order() {
    let row = [
        "0000",
        "199X",
        "2006-01-31",
        "2006-01",
        "2006-02-01",
        "2006-02-02",
        "2006-02-02~",
        "2006-02-02?",
        "2006-02-02%",
        "2006-02-03/2006-02-05",
        "2006-02-28",
        "2006-02",
        "2006-02~",
        "2006-03-01",
        "2006-05",
        "2006-21",
        "2006-06-01",
        "2006-12-31",
        "2006-12",
        "2006-24",
        "2006",
        "2006?",
        "2007-01-01",
        "2007/..",
        "2009",
        "200X",
        "2099",
        "20XX",
    ];
    for pair in row.windows(2) {
        assert!(date(pair[0]).sort_key() < date(pair[1]).sort_key(), "{} before {}", pair[0], pair[1]);
    }
    for (a, b) in
        [("2006", "2006-XX-XX"), ("2006-02", "2006-02-XX"), ("2006", "2006/.."), ("../2006", "2006"), ("/2006", "2006")]
    {
        assert_eq!(date(a).sort_key(), date(b).sort_key());
        assert_ne!(date(a), date(b));
    }
}

#[test]
fn bounds() {
    #[rustfmt::skip]
    let cases = [
        ("2006-02-02", "2006-02-02", "2006-02-02"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2005-02-XX~", "2005-02-01", "2005-02-28"),
        ("2006-11", "2006-11-01", "2006-11-30"),
        ("2006-XX", "2006-01-01", "2006-12-31"),
        ("2006-24", "2006-01-01", "2006-12-31"),
        ("200X", "2000-01-01", "2009-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ];
    for (text, earliest, latest) in cases {
        assert_eq!((date(text).earliest(), date(text).latest()), (day(earliest), day(latest)), "{text}");
    }
    assert_eq!((date("2006/..").latest(), date("2006/").latest()), (None, None));
    assert_eq!((date("../2006").earliest(), date("/2006").earliest()), (None, None));
}

#[test]
fn parts() {
    let of = |text: &str| (date(text).year(), date(text).month(), date(text).day(), date(text).precision());
    assert_eq!(of("2006-02-03"), (Some(2006), Some(2), Some(3), Precision::Day));
    assert_eq!(of("2006-02-XX"), (Some(2006), Some(2), None, Precision::Month));
    assert_eq!(of("2006-XX-XX"), (Some(2006), None, None, Precision::Year));
    assert_eq!(of("2006-21"), (Some(2006), None, None, Precision::Season));
    assert_eq!(of("200X"), (None, None, None, Precision::Decade));
    assert_eq!(of("20XX"), (None, None, None, Precision::Century));
    assert_eq!(of("2006-02-03/2007-03"), (Some(2006), Some(2), Some(3), Precision::Month));
    assert_eq!(of("../2006-02-03"), (Some(2006), Some(2), None, Precision::Day));
    assert_eq!(date("2006-23").start().unwrap().season(), Some(Season::Autumn));
    let marks = |text: &str| (date(text).is_approximate(), date(text).is_uncertain(), date(text).is_interval());
    assert_eq!(marks("2006"), (false, false, false));
    assert_eq!(marks("2006%"), (true, true, false));
    assert_eq!(marks("2006~/2007?"), (true, true, true));
    assert_eq!(marks("/2007?"), (false, true, true));
    assert!(date("2006/..").is_open_end() && !date("2006/").is_open_end() && date("../2006").is_open_start());
}

#[test]
fn machine() {
    let html =
        ["2006-02-02", "2006-02", "2006", "2006-02-XX", "2006-XX", "0033"].map(|text| date(text).machine().unwrap());
    assert_eq!(html, ["2006-02-02", "2006-02", "2006", "2006-02", "2006", "0033"]);
    for text in ["2006~", "2006-02-02?", "2006-21", "200X", "20XX", "2006/2007", "2006/..", "0000"] {
        assert_eq!(date(text).machine(), None, "{text}");
    }
}

#[test]
fn periods() {
    let period = |from: &str, to: &str| Period { from: from.parse().ok(), to: to.parse().ok() };
    let minister = period("2004-03-09", "2008-05");
    #[rustfmt::skip]
    let cases = [
        ("2004-03-08", No), ("2004-03-09", Yes), ("2004-03", Maybe), ("2004", Maybe), ("2003", No), ("2006", Yes), ("2008-05-31", Yes),
        ("2008-05", Yes), ("2008-06", No), ("2008", Maybe), ("2006/2007", Yes), ("2007/2009", Maybe), ("2007/..", Maybe),
        ("2009/..", No), ("../2003", No), ("../2006", Maybe), ("200X", Maybe), ("2006-21", Yes),
    ];
    for (text, coverage) in cases {
        assert_eq!(minister.covers(&date(text)), coverage, "{text}");
    }
    assert_eq!(period("2004", "").covers(&date("2007/..")), Yes);
    assert_eq!(period("2004", "").covers(&date("2003/..")), Maybe);
    assert_eq!(period("", "2004").covers(&date("../2004-12-31")), Yes);
    assert_eq!(period("", "").covers(&date("20XX")), Yes);
    assert_eq!(period("2004", "2006/..").covers(&date("2020")), Yes);
}

#[test]
fn gaps() {
    let between = |from: &str, to: &str| {
        gap(&date(from), &date(to)).map(|gap| match gap.unit {
            Precision::Day => (gap.years, Some(gap.months), Some(gap.days)),
            Precision::Month => (gap.years, Some(gap.months), None),
            _ => (gap.years, None, None),
        })
    };
    assert_eq!(between("2006-02-02", "2023-03-06"), Some((17, Some(1), Some(4))));
    assert_eq!(between("2006-02-02", "2023-03"), Some((17, Some(1), None)));
    assert_eq!(between("2006-02", "2023"), Some((17, None, None)));
    assert_eq!(between("2006-11", "2007-02"), Some((0, Some(3), None)));
    assert_eq!(between("2006-02-02", "2006-02-02"), Some((0, Some(0), Some(0))));
    assert_eq!(between("2006-02-03", "2023-02-02"), Some((16, Some(11), Some(30))));
    assert_eq!(between("2006-01-31", "2006-02-28"), Some((0, Some(0), Some(28))));
    assert_eq!(between("2006-01-31", "2006-03-01"), Some((0, Some(1), Some(1))));
    assert_eq!(between("2004-02-29", "2005-02-28"), Some((0, Some(11), Some(30))));
    assert_eq!(between("2004-02-29", "2008-02-29"), Some((4, Some(0), Some(0))));
    assert_eq!(between("2006-21", "2007-02-01"), Some((1, None, None)));
    assert_eq!(between("2006-02-02/2006-02-05", "2006-03-02"), Some((0, Some(1), Some(0))));
    for (from, to) in
        [("2006-02-03", "2006-02-02"), ("2006-03", "2006-02"), ("2007", "2006"), ("200X", "2020"), ("../2006", "2007")]
    {
        assert_eq!(between(from, to), None, "{from} to {to}");
    }
}

#[test]
fn travels_through_serde() {
    assert_eq!(serde_json::from_str::<Date>("2006").unwrap(), date("2006"));
    assert_eq!(serde_json::from_str::<Date>("\"2006-02~\"").unwrap(), date("2006-02~"));
    assert_eq!(serde_json::to_string(&date("2006/..")).unwrap(), "\"2006/..\"");
    for (json, expected) in [
        ("\"2006-02-30\"", "there is no 30 February"),
        ("20060202", "write `2006-02-02`"),
        ("2006.1", "`2006.1` is not an EDTF date"),
        ("[]", "a date such as `2006-02-02`"),
    ] {
        let error = serde_json::from_str::<Date>(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{json}: {error}");
    }
}
