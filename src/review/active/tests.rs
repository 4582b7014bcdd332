//! What is named, and what is not.

use super::inspect;

fn signs(path: &str, text: &str) -> String {
    inspect(path, text.as_bytes()).signs.into_iter().collect::<Vec<_>>().join("; ")
}

#[test]
fn what_runs_is_named() {
    for (text, sign) in [
        ("<svg><script>x</script></svg>", "has <script>"),
        ("<ScRiPt\n>", "has <script>"),
        ("<svg:script/>", "has <script>"),
        ("<x><foreignObject>", "has <foreignobject>"),
        ("<svg\nonload = 'x'>", "has onload="),
        ("<svg/onLoad=x>", "has onload="),
        ("<a href='java&#115;cript:x'>", "has javascript:"),
        ("<a href='java&#x0000073;cript&colon;x'>", "has javascript:"),
        ("<a href='java&Tab;\nscript:x'>", "has javascript:"),
        ("<iframe srcdoc='&amp;lt;script&amp;gt;'>", "has <script>"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]>", "has <!entity"),
        ("<?xml version='1.0' encoding='utf-7'?>", "encoded as utf-7"),
        ("{{ page.title | safe }}", "has |safe"),
        ("{% autoescape false %}", "has autoescape"),
        ("body { background: u\\72l('x') }", "has url("),
        ("@\\69mport 'x'", "has @import"),
    ] {
        assert!(signs("static/x.txt", text).contains(sign), "{text}: {}", signs("static/x.txt", text));
    }
    for (path, sign) in [
        ("static/_headers", "hosts read it"),
        ("static/CNAME", "hosts read it"),
        ("static/a.XHTML", "browsers run it"),
        ("static/a.wasm", "browsers run it"),
        ("static/a.php.jpg", "hosts may run it"),
        ("static/a.pdf", "it may hold scripts"),
    ] {
        assert!(signs(path, "").contains(sign), "{path}");
    }
    assert_eq!(signs("static/notes.txt", "A text on one side = on the other; x < y."), "");
}

#[test]
fn what_is_no_text_may_hold_anything() {
    let utf16: Vec<u8> = "<script>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&utf16[..], b"\xff\xfe<\0", b"\x1b$B", b"\x1f\x8b"] {
        assert!(inspect("static/x.svg", bytes).signs.iter().any(|sign| sign.contains("not readable")));
        assert!(inspect("static/x.png", bytes).signs.iter().any(|sign| sign.contains("not readable")));
    }
    assert!(inspect("static/x.png", b"\x89PNG\r\n\x1a\n\0\xff").signs.is_empty());
}

#[test]
fn long_files_are_looked_at_in_little_time() {
    for part in ["http:", "//", "on", "<", "&#1", "\\x", "charset=", "\"//a", "/", "xon=", "&amp;"] {
        inspect("static/x.html", part.repeat(100_000 / part.len()).as_bytes());
    }
}

#[test]
fn what_is_loaded_is_named() {
    let loads = |text: &str| inspect("static/x.txt", text.as_bytes()).loads.into_iter().collect::<Vec<_>>().join(" ");
    for (text, address) in [
        ("<script src=//evil.example/x.js>", "//evil.example/x.js"),
        ("<img src='HTTPS://Evil.example/a?b'>", "HTTPS://Evil.example/a?b"),
        ("<img src='https:\\\\evil.example'>", "https://evil.example"),
        ("<img src='https:evil.example/x'>", "https:evil.example/x"),
        ("<img src='/\\evil.example/x'>", "//evil.example/x"),
        ("<img src='ht\ntps://evil.example/x'>", "https://evil.example"),
        ("<img src='&#104;ttps&colon;//evil.example/x'>", "https://evil.example/x"),
        ("a{background:url(\\68ttps://evil.example/x)}", "https://evil.example/x"),
        ("fetch('\\x68ttps:\\/\\/evil.example')", "https:////evil.example"),
        ("{{ '//' ~ host }} \"//{{ host }}/x\"", "//{{"),
        ("<a href='/\t/evil.example/x'>", "//evil.example"),
        ("new WebSocket('wss://evil.example')", "wss://evil.example"),
    ] {
        assert!(loads(text).split(' ').any(|one| one == address), "{text}: {}", loads(text));
    }
    assert_eq!(loads("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href='/x/'/></svg> // a comment"), "");
}
