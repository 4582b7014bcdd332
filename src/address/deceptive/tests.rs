use super::{deceit, deceit_of_link, deceit_of_text};
use crate::diagnostic::Code;

#[test]
fn honest_addresses_pass() {
    for address in [
        "https://example.org",
        "HTTPS://Example.ORG/",
        "https://example.org.",
        "http://example.org:8080/a?b=c@d#e@f",
        "https://medium.com/@x",
        "https://youtube.com/@mfa",
        "https://t.me/s/mid?before=1",
        "https://example.org?@x",
        "https://example.org#@x",
        "https://example.org/a\\b",
        "https://example.org/%40x/a%2fb",
        "https://web.archive.org/web/2023/https://user@example.org/",
        "https://ru.wikipedia.org/wiki/Министерство_иностранных_дел",
        "https://a_b.example.org/",
        "https://r3---sn-x.example.org/",
        "https://xn--d1abbgf6aiiy.xn--p1ai/",
        "https://президент.рф/",
        "https://Президент.РФ/",
        "https://www.президент.рф/",
        "https://kremlin.президент.рф/",
        "https://россия.рф",
        "https://хор.рус/",
        "https://сос.срб/",
        "https://мвр.бг/",
        "https://правительство.укр/",
        "https://здоровʼя.укр/",
        "https://россия.com/",
        "http://外交部.中国",
        "https://日本語テスト.jp/",
        "https://sony日本.jp/",
        "https://ノート.jp/",
        "https://카카오.한국/",
        "https://ไทย.ไทย/",
        "https://मंत्रालय.भारत/",
        "https://وزارة.السعودية/",
        "https://ελλάδα.ευ/",
        "https://ελλάδα.gr/",
        "https://հայ.հայ/",
        "https://გე.გე/",
        "https://münchen.de/",
        "https://dışişleri.gov.tr/",
        "https://kadın.org.tr/",
        "https://þing.is/",
        "https://col·la.cat/",
        "https://łódź.pl/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]:443/",
        "mailto:press@mid.ru",
        "mailto:a@example.org,b@example.org?subject=x@y",
        "mailto:?subject=Read%20this",
        "mailto:%22a,b%22@example.org",
        "tel:+74951234567",
        "tel:7042;phone-context=example.com",
        "../2006/a.md",
        "",
    ] {
        assert_eq!(deceit(address), None, "{address}");
    }
}

#[test]
fn deceptive_addresses_are_found() {
    for (address, what) in [
        ("https://www.kremlin.ru@evil.example/", "leads to `evil.example`"),
        ("https://www.kremlin.ru:443@evil.example/", "a name and a password for `evil.example`"),
        ("https://user:pass@example.org/", "a name and a password"),
        ("https://user@example.org/", "leads to `example.org`"),
        ("https://@example.org/", "leads to `example.org`"),
        ("https://a@b@example.org/", "leads to `example.org`"),
        ("https://mid.ru%2f@evil.example/", "leads to `evil.example`"),
        ("https://mid.ru%40evil.example/", "with `%`"),
        ("https://%65vil.example/", "with `%`"),
        ("https://good.example\\@evil.example/", "read `\\`"),
        ("https://good.example\\.evil.example/", "read `\\`"),
        ("https:\\\\evil.example/", "after `//`"),
        ("https:evil.example", "after `//`"),
        ("https:/evil.example", "after `//`"),
        ("https:///evil.example", "after `//`"),
        ("https://ev\til.example/", "control"),
        ("https://example.org/\n", "control"),
        ("https://good.example＠evil.example/", "read as `@`"),
        ("https://good.example﹫evil.example/", "read as `@`"),
        ("https://good.example／x.evil.example/", "read as `/`"),
        ("https://good．example/", "read as `.`"),
        ("https://good。example/", "read as `.`"),
        ("https://good｡example/", "read as `.`"),
        ("https://good․example/", "read as `.`"),
        ("https://good.example：80/", "read as `:`"),
        ("https://good.example＃x/", "read as `#`"),
        ("https://ｅｘａｍｐｌｅ.org/", "read as `e`"),
        ("https://𝐞xample.org/", "read as `e`"),
        ("https://\u{212a}remlin.ru/", "read as `k`"),
        ("https://ⓔxample.org/", "read as `e`"),
        ("https://kremlin.ru∕x.evil.example/", "U+2215"),
        ("https://kremlin.ru⁄x.evil.example/", "U+2044"),
        ("https://kremlin.ru꞉80.evil.example/", "U+A789"),
        ("https://kremlin.ruノx.evil.example/", "`ノ`"),
        ("https://kremlin.ru丿x.evil.example/", "`丿`"),
        ("https://krem\u{200b}lin.ru/", "U+200B in the host is not seen"),
        ("https://krem\u{ad}lin.ru/", "not seen"),
        ("https://krem\u{200d}lin.ru/", "not seen"),
        ("https://krem\u{202e}lin.ru/", "not seen"),
        ("https://kremlin.ru\u{3164}x.evil.example/", ""),
        ("https://☃.example/", "no letter"),
        ("https://ᴋremlin.ru/", "no letter"),
        ("https://gооgle.com/", "`о` (U+043E)"),
        ("https://krеmlin.ru/", "`е` (U+0435)"),
        ("https://кремlin.рф/", "another script"),
        ("https://gοοgle.com/", "U+03BF"),
        ("https://mid.ruѕ.com/", "U+0455"),
        ("https://аррӏе.com/", "looks like `apple`"),
        ("https://АРРӀЕ.com/", "looks like `apple`"),
        ("https://www.аррӏе.com.evil.example/", "looks like `apple`"),
        ("https://xn--80ak6aa92e.com/", "looks like `apple`"),
        ("https://XN--80AK6AA92E.com/", "looks like `apple`"),
        ("https://аррӏе/", "looks like `apple`"),
        ("https://οοο.com/", "looks like `ooo`"),
        ("https://kremlın.ru/", "looks like `kremlin`"),
        ("https://ɡoogle.com/", ""),
        ("https://xn--a.com/", "no name"),
        ("https://xn--.com/", "no name"),
        ("https://xn--99999999.com/", "no name"),
        ("https://xn--a-.com/", "no name"),
        ("https://0x7f.1/", "number"),
        ("http://2130706433/", "number"),
        ("http://017700000001/", "number"),
        ("http://0x7f000001/", "number"),
        ("http://127.1/", "number"),
        ("http://127.0.0.01/", "number"),
        ("http://256.0.0.1/", "number"),
        ("http://１27.0.0.1/", "read as `1`"),
        ("https://kremlin.ru;evil.example/", "`;`"),
        ("https://kremlin.ru,evil.example/", "`,`"),
        ("https://kremlin.ru&x=evil.example/", "`&`"),
        ("https://kremlin.ru:x/", "`:`"),
        ("mailto:press@mіd.ru", "U+0456"),
        ("mailto:press%40аррӏе.com", "looks like `apple`"),
    ] {
        let found = deceit(address).unwrap_or_else(|| panic!("nothing in {address}"));
        assert!(found.message.contains(what) && found.code == Code::DeceptiveLink, "{address}: {found:?}");
        assert!(!found.message.contains(['\u{202e}', '\u{200b}', '\n']), "{found:?}");
    }
}

#[test]
fn addresses_that_nobody_can_follow_deceive_nobody() {
    for (address, what) in [
        ("http://", "names no host"),
        ("https:///", "names no host"),
        ("https:", "names no host"),
        ("https://?x", "names no host"),
        ("https://kremlin.ru evil.example/", "` ` cannot"),
        ("http://%3ehttps:/oese.ed.gov/offices/", "`>` cannot"),
        ("http://www.justice.gov\\ag\\page\\file\\1399221\\download", "`\\` cannot"),
        ("https://[::1/", "no host"),
        ("https://[evil.example]/", "no host"),
        ("https://kremlin..ru/", "empty"),
        ("https://.kremlin.ru/", "empty"),
        ("http://fact-sheet-countries-launch-an-initiative-to-reduce-the-burden-of-it-in-the-region", "too long"),
        ("mailto:", "names nobody"),
        ("MAILTO:?", "names nobody"),
        ("mailto:press?subject=x", "`press` is nobody's"),
        ("mailto:@mid.ru", "`@mid.ru` is nobody's"),
        ("mailto:press@", "`press@` is"),
        ("tel:", "no number"),
        ("tel:abc;phone-context=+1", "no number"),
        ("tel:%20", "no number"),
        ("tel:٠١٢٣٤٥", "other digits than 0 to 9"),
        ("TEL:+7%D9%A0", "other digits than 0 to 9"),
        ("mailto:%22We%20agree,%20@POTUS.%20Let%E2%80%99s%20all%20work", "is nobody's"),
        ("mailto:potus@us%20gov", "` ` cannot"),
    ] {
        let found = deceit(address).unwrap_or_else(|| panic!("nothing in {address}"));
        assert!(found.message.contains(what) && found.code == Code::BrokenAddress, "{address}: {found:?}");
    }
    // What its text says counts all the same.
    let found = deceit_of_link("mailto:x@kremlin.ru%20.evil.example", &["press@kremlin.ru"]);
    assert_eq!(found.unwrap().code, Code::DeceptiveLink);
}

#[test]
fn texts_of_links_name_the_host_they_lead_to() {
    for (text, address) in [
        ("The report", "https://example.org/"),
        ("https://mid.ru/x", "https://mid.ru/y"),
        ("http://mid.ru", "https://www.mid.ru/"),
        ("WWW.MID.RU", "https://mid.ru/"),
        ("mid.ru", "https://mid.ru/"),
        ("https://президент.рф/x…", "https://xn--d1abbgf6aiiy.xn--p1ai/x"),
        ("site.toml", "https://github.com/a/b/blob/main/site.toml"),
        ("report.pdf", "https://example.org/2006/report.pdf?download"),
        ("Lenta.ru", "https://t.me/lenta"),
        ("С.В.Лавров", "https://example.org/"),
        ("St.Petersburg", "https://example.org/"),
        ("т.д.", "https://example.org/"),
        ("v1.2", "https://example.org/"),
        ("2.2.2006", "https://example.org/"),
        ("He said. Then", "https://example.org/"),
        ("and so on...", "https://example.org/"),
        ("e.g.", "https://example.org/"),
        ("https://mid.ru/x", "https://web.archive.org/web/2023/https://mid.ru/x"),
        ("https://mid.ru/x", "https://archive.ph/2023/http://www.mid.ru/x"),
        ("https://mid.ru/x", "https://web.archive.org/web/2023/https%3A%2F%2Fmid.ru%2Fx"),
        ("https://mid.ru/x", "https://archive.ph/2023.01.02-123456/https://mid.ru/x"),
        ("mid.ru/x", "https://web.archive.org/web/2023id_/mid.ru/x"),
        ("https://chat.victims.example/", "https://victims.example/chat"),
        ("whitehouse.gov/formula", "https://bidenwhitehouse.archives.gov/formula"),
        ("https://www.whitehouse.gov/", "https://georgewbush-whitehouse.archives.gov/"),
        ("https://www.mid.ru/en/", "https://www-mid-ru.translate.goog/en/?_x_tr_sl=ru"),
        ("https://a-b.ru", "https://a--b-ru.cdn.ampproject.org/x"),
        ("https://www.youtube.com/watch?v=1", "https://youtu.be/1"),
        ("youtu.be/1", "https://m.youtube.com/watch?v=1"),
        ("twitter.com/mfa", "https://x.com/mfa"),
        ("https://www.bbc.co.uk/news", "https://www.bbc.com/news"),
        ("press@mid.ru", "mailto:press@mid.ru"),
        ("https://mid.ru/x", "../2006/a.md"),
    ] {
        assert_eq!(deceit_of_text(text, address), None, "{text} to {address}");
    }
    for (text, address) in [
        ("https://mid.ru/x", "https://evil.example/"),
        ("see https://mid.ru/x.", "https://evil.example/"),
        ("(https://mid.ru)", "https://evil.example/"),
        ("HTTPS://MID.RU", "https://evil.example/"),
        ("www.mid.ru", "https://evil.example/"),
        ("mid.ru", "https://evil.example/"),
        ("mid.ru/press", "https://evil.example/"),
        ("mid.ru", "https://mid.ru.evil.example/"),
        ("mid.ru", "https://evil.example/mid.ru/"),
        ("https://mid.ru/x", "https://evil.example/2023/https://mid.ru/x"),
        ("https://mid.ru/x", "https://web.archive.org/web/2023/https://evil.example/x"),
        ("ｈｔｔｐｓ：／／ｍｉｄ．ｒｕ", "https://evil.example/"),
        ("https://mid.ru@evil.example", "https://mid.ru/"),
        ("президент.рф", "https://evil.example/"),
        ("press@mid.ru", "mailto:press@evil.example"),
        ("https://mid.ru", "mailto:press@evil.example"),
    ] {
        assert!(deceit_of_text(text, address).is_some(), "{text} to {address}");
    }
}

#[test]
fn a_host_that_passes_for_the_one_that_is_named_is_no_mere_mismatch() {
    let code = |(text, address): (&str, &str)| deceit_of_text(text, address).map(|found| found.code);
    for link in [
        ("whitehouse.gov", "https://whitehouse.gov.evil.com/"),
        ("whitehouse.gov", "https://www.whitehouse.gov.archives.evil.com/"),
        ("https://www.whitehouse.gov/x", "https://whitehouse-gov.evil.com/x"),
        ("https://www.whitehouse.gov/x", "https://evil-whitehouse.gov-x.com/"),
        ("whitehouse.gov", "https://whitehousegov.com/"),
        ("whitehouse.gov", "https://whitehouse.com/"),
        ("whitehouse.gov", "https://whitehouse.com.ru/"),
        ("whitehouse.gov", "https://bidenwhitehouse.com/"),
        ("whitehouse.gov", "https://whitehose.org/"),
        ("whitehouse.gov", "https://whltehouse.co/"),
        ("mid.ru", "https://rnid.ru/"),
        ("mid.ru", "https://mid.ru.com/"),
        ("mid.ru", "https://mid.com/"),
        ("mid.ru", "https://mid-ru.com/"),
        ("kremlin.ru", "https://krem1in.ru/"),
        ("kremlin.ru", "https://kremlin.gov.de/"),
        ("kremlin.ru", "https://kremlin-news.ru/"),
        ("kremlin.co.uk", "https://kremlim.co.uk/"),
        ("president.blogspot.com", "https://presidemt.blogspot.com/"),
        ("https://mid.ru@evil.example", "https://evil.example/"),
        ("press@mid.ru", "mailto:press@mid.ru.evil.example"),
    ] {
        assert_eq!(code(link), Some(Code::DeceptiveLink), "{link:?}");
    }
    for link in [
        ("https://mid.ru/x", "https://evil.example/"),
        ("youtube.com/watch", "https://whitehouse.us19.list-manage.com/track/click?u=1"),
        ("bit.ly/1", "https://t.co/1"),
        ("twitter.com/mfa", "https://t.co/1"),
        ("whitehouse.gov", "https://bidenwhitehouse.archives.com/whitehouse.gov/"),
        ("build.gov", "https://bidenwhitehouse.archives.gov/build"),
        ("https://chat.victimsofcrime.org/victim-connect", "http://victimconnect.org/get-help/"),
        ("www.disasterassistance.gov", "https://us19.admin.mailchimp.com/campaigns/www.DisasterAssistance.gov"),
        ("en.kremlin.ru", "https://eng.kremlin.ru/"),
        ("https://mfa.ua/x", "https://mfa.gov.ua/x"),
        ("house.gov", "https://whitehouse.gov/"),
        ("https://mid.ru/x", "https://web.archive.org/web/2023/https://evil.example/https://mid.ru/x"),
        ("https://mid.ru/x", "https://archive.ph/newest/evil.example/mid.ru"),
        ("https://mid.ru/x", "https://web.archive.org/web/2023/https://evil.example/?u=https://mid.ru/x"),
    ] {
        assert_eq!(code(link), Some(Code::MismatchedLink), "{link:?}");
    }
}

#[test]
fn addresses_without_end_are_looked_at_in_linear_time() {
    // A quadratic step would take minutes here.
    for part in
        ["a.", "é.", "xn--", "xn--80ak6aa92e.", "аррӏе.", "@", "\\", "%", "[", ":", "о", "\u{200d}", "ﷺ", "1.", "0x"]
    {
        let long = part.repeat(10_000);
        for address in
            [format!("https://{long}"), format!("https://{long}@{long}"), format!("mailto:{long}@{long},{long}")]
        {
            deceit(&address);
            deceit_of_text(&long, &address);
            deceit_of_text(&address, "https://example.org/");
        }
    }
}
