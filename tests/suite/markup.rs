//! Mark-up that readers would see as it is typed, and texts that only look like it; what vanishes in code.

use std::collections::BTreeSet;

use crate::support::{STATEMENT, Site};

/// The codes of what is found in a page of prose.
fn codes(text: &str) -> Vec<String> {
    let site = Site::small();
    site.write("content/pages/about.md", &format!("---\ntitle: About\n---\n{text}\n"));
    codes_of(&site)
}

fn codes_of(site: &Site) -> Vec<String> {
    let run = site.check(&["--format", "short"]);
    let code = |line: &str| line.split_once('[').unwrap().1.split(']').next().unwrap().to_owned();
    run.stdout.lines().map(code).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A site whose statement has a kept source with the words `The very words.`
fn with_source(text: &str) -> Site {
    let site = Site::small();
    site.write("content/sources/report.txt", "He said: The very words. And other words.\n");
    let statement = STATEMENT
        .replace("\"https://example.com/1\"", "{title: A report, publisher: A paper, text: sources/report.txt}")
        .replace("What was said.\n\n> The very words.\n", text);
    site.write("content/statements/2006/2006-02-02-first.md", &statement);
    site
}

#[test]
fn raw_marks_are_found() {
    let lines = [
        "[a](https://x.org/y z) is no link",
        "[https://a.org/b](https://x.org/y z)",
        "[a](https://x.org/(b c)",
        "[a](<https://x.org/y) z",
        "<https://x.org/y z> no",
        "He said ***x** y",
        "He said **x* y",
        "He said ** no** and left.",
        "** Нет**, сказал он.",
        "He said *word and left.",
        "Он сказал *слово и ушёл.",
        "He said _word and left.",
        "*Words that begin the line",
        "The *pro bono *department",
        "%%secret%% word",
        "||spoiler|| word",
        "a ||spoiler text|| b",
        "{++added++} word",
        "{--gone--} word",
        "{>>comment<<} word",
        "{~~one~>two~~} word",
        "слово ==выделено== слово",
        "++new++ word",
        "~~struck word",
        "~gone~ word",
        "He said ~the word~, and left.",
        "Он сказал «~слово~» и ушёл.",
        "他说 ~没有~ 了",
        "H~2~O and more",
        "#Heading",
        "#The talks of spring",
        "#TALKS",
        "#Heading\nand the text below it",
        "#Переговоры",
        "#背景",
        "x^2^ and more",
        "As said [@lee2006, p. 3]",
        "As said [-@lee2006]",
        "::: note",
        "::video[x]{#id}",
        "Word {.class} word",
        "[word](https://x.org/){target=blank}",
        "$$x = y$$",
        "$$ x = y $$",
        "$x^2$ word",
        "[[*word*]] word",
        "A :smile: word",
        "[TOC]",
        "[!NOTE] word",
        "[b]word[/b]",
        "a ``` b",
        "&nbps; word",
        "no&nbsp here",
        "== Heading ==",
        "| a | b |\n| c | d |",
        "\\— So it is",
        "He said \\«so\\»",
    ];
    for line in lines {
        assert_eq!(codes(line), ["raw-markup"], "{line}");
    }
}

#[test]
fn what_only_looks_like_marks_is_not_found() {
    let text = "\
He said f*** and s**t and sh*t, you *******; f*cking b***h, б***ь.

It grew by 5 million* in 2019, and 6 million** then.

*Based on data of 2019.

**Based on data of 2020.

2 ** 3 ** 4 and 6 ** 2 it was.

2 * 3 * 4 = 24 and 2*3*4 and 5 *3, 3*x + 2*y, x^2 and 2^3, a = b == c, 5 < 6.

$5 and $6, US$5bn, A$10; 100%% and 50%% more, 10% {of GDP}.

a || b and x||y, C++ and C++, +1 (202) 555-0100, a -- b --- c.

snake_case_name and _config.yml, name@x_y.org; Name: ______ Date: ______, 5_000.

https://x.org/a_b_c?d=*e*f&g=[[h]] and https://x.org/||a|| and https://x.org/~user/~name/ now.

~5 million, ~10 to ~20 and 10~20~30; ~Feb 2006 to ~May, ~user/name and c~.

#MeToo

#COP26

#peace

#StandWithUs and more

#Brexit is what the minister spoke of.

#Brexit #EU

#Brexit was what the minister spoke of when she came to London, and it
was what he spoke of.

> #Brexit

- #Brexit
- #Talks

[sic] and [4][5] and [a] [b], [and/or], \"[T]he\" and [...] and [@] and [!].

AT&T; and R&D; Q&A; a & b; c. Q&nbsp;A &mdash; &lt;b&gt; &copy; x.

(*) and [*] are signs. Стр. 5*, 6**.

10:30:45 and 5:4:3. Minister:agreed:then. :-) :) ;) :P no. He said : \"oui\".

C:\\Users\\Name and \\Документы; a \\* b and \\_c.

Sa`ud and `Abd al-Aziz, ``quoted'' words, «*слово*» и *слово*.

`[[code]]` and `{{x}}` and `||`, <https://x.org/||a||> and [words](https://x.org/a_(b)_c).

The @POTUS said #peace. (a) one {b} two {see below}, {A} and {1, 2}.

```text
> [[code]] ||a||
<<<<<<< HEAD
```
";
    assert_eq!(codes(text), [""; 0]);
}

#[test]
fn a_comment_is_not_shown_and_told_once() {
    let text = "What was <!-- ask --> said.\n\n<!-- Is it\n\n> right? -->\n\n> The very <!-- sic --> words.\n> <!-- verify -->\n";
    let site = with_source(text);
    let run = site.check(&["--format", "short"]);
    assert_eq!(
        run.stdout.lines().collect::<Vec<_>>(),
        [
            "content/statements/2006/2006-02-02-first.md:9:10: warning[raw-html]: the comment `<!-- ask -->` is not shown, \
          and 3 more of the file are not"
        ]
    );
    site.build(&[]);
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("What was  said.") && page.contains("The very  words."), "{page}");
    for hidden in ["ask", "right?", "verify", "&lt;!--", "<!--"] {
        let main = page.split("<main").nth(1).unwrap();
        assert!(!main.contains(hidden), "{hidden}");
    }
    assert!(page.contains("checked word for word"), "comments are no words");
    // Below a comment a quotation ends where it ends: what follows is the editors' own.
    for (quotation, words) in [
        ("> The very words.\n> <!-- verify -->\n", "The very words."),
        ("> The very words.\n>\n> <!-- verify -->\n>\n> And other words.\n", "The very words. And other words."),
        ("> <!-- verify -->\n> The very words.\n", "The very words."),
        ("- > The very words.\n  > <!-- a\n  > b -->\n", "The very words."),
        ("> - The very words.\n>   <!-- verify -->\n", "The very words."),
    ] {
        let site = with_source(&format!("What was said.\n\n{quotation}\nNobody replied.\n\n> And other words.\n"));
        site.build(&[]);
        let page = site.page("statements/2006-02-02-first/index.html");
        let quoted = page.split("<blockquote dir=\"auto\">").nth(1).unwrap().split("</blockquote>").next().unwrap();
        assert!(!quoted.contains("Nobody") && page.contains("<p>Nobody replied.</p>"), "{quotation}\n{page}");
        let json = site.page("statements/2006-02-02-first/index.json");
        let record: serde_json::Value = serde_json::from_str(&json).unwrap();
        let exact: Vec<_> =
            record["quotations"].as_array().unwrap().iter().map(|one| &one["selector"]["exact"]).collect();
        assert_eq!(exact, [words, "And other words."], "{quotation}");
    }
    // One that does not end is shown.
    let site = with_source("What was said.\n\n> The very words.\n\n<!-- open\n\nmore\n");
    assert_eq!(codes_of(&site), ["raw-html"]);
    site.build(&[]);
    assert!(site.page("statements/2006-02-02-first/index.html").contains("&lt;!-- open"));
}

#[test]
fn what_is_swallowed_is_found_and_never_called_checked() {
    let is_checked = |site: &Site| {
        let run = site.build(&["--warn", "swallowed-text"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        site.page("statements/2006-02-02-first/index.html").contains("checked word for word")
    };
    let said = "What was said.\n\n> The very words.\n\n";
    assert!(is_checked(&with_source(said)));
    for swallowed in [
        "```\n\n> Words nobody said.\n",
        "~~~ text\nmore\n```\n\n> Words nobody said.\n",
        "````\nmore\n```\n\n> Words.\n",
        "    > Words nobody said.\n",
        "- And so\n\n      > Words nobody said.\n",
        "\t> Words nobody said.\n",
        "<div>\n> Words nobody said.\n</div>\n",
        "<!-- open\n\n> Words nobody said.\n",
        "```\n> Words nobody said.\n```\n",
    ] {
        let site = with_source(&format!("{said}{swallowed}"));
        let found = codes_of(&site);
        assert!(found.contains(&"swallowed-text".to_owned()), "{swallowed}: {found:?}");
        assert!(!is_checked(&site), "{swallowed}");
    }
    for honest in
        ["```text\n> ls\n```\n", "    code\n", "~~~\ncode\n~~~\n", "- a\n\n  ```\n  code\n  ```\n", "````\n```\n````\n"]
    {
        let site = with_source(&format!("{said}{honest}"));
        assert_eq!(codes_of(&site), [""; 0], "{honest}");
        assert!(is_checked(&site), "{honest}");
    }
}

#[test]
fn a_merge_is_one_in_prose_and_none_in_code() {
    let marks = "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> edits\n";
    assert_eq!(codes(&format!("```text\n{marks}```\n")), [""; 0]);
    for merge in [
        marks.to_owned(),
        format!("```text\n{marks}"),
        format!("```text\n{marks}```\n\n{marks}"),
        format!("> ```\n{marks}> ```\n"),
        marks.replace('\n', "\n  "),
        format!("- a\n  {}", marks.replace('\n', "\n  ")),
        format!("> {}\n", marks.trim_end().replace('\n', "\n> ")),
    ] {
        assert_eq!(codes(&merge), ["unresolved-merge"], "{merge}");
    }
    for merge in [marks.to_owned(), format!("summary: |\n  {}\n", marks.trim_end().replace('\n', "\n  "))] {
        let site = Site::small();
        site.write("content/pages/about.md", &format!("---\ntitle: About\n{merge}---\nText\n"));
        assert_eq!(codes_of(&site), ["unresolved-merge"], "{merge}");
    }
}

#[test]
fn a_kept_text_of_two_versions_proves_nothing() {
    let site = with_source("What was said.\n\n> The very words.\n");
    let text = "He said:\n<<<<<<< HEAD\nThe very words.\n=======\nThe vary words.\n>>>>>>> edits\nAnd other words.\n";
    site.write("content/sources/report.txt", text);
    assert_eq!(codes_of(&site), ["unresolved-merge"]);
    // What may be the source's own.
    site.write(
        "content/sources/report.txt",
        &text.replace("<<<<<<< HEAD", "").replace(">>>>>>> edits", ">>>>>>> ADVISER"),
    );
    assert_eq!(codes_of(&site), [""; 0]);
}

#[test]
fn a_sign_of_yaml_that_cuts_a_text_is_found() {
    let of = |line: &str| {
        let site = Site::small();
        let statement = STATEMENT.replace("fidelity:", &format!("{line}\nfidelity:"));
        site.write("content/statements/2006/2006-02-02-first.md", &statement);
        codes_of(&site)
    };
    for line in [
        "summary: Talks #1 now",
        "summary: Talks\t#1",
        "summary: #1 of all",
        "summary: Переговоры #1",
        "place: A (#1) B #2",
    ] {
        assert_eq!(of(line), ["cut-text"], "{line}");
    }
    for line in [
        "summary: Talks # one",
        "summary: \"Talks #1 now\"",
        "summary: 'Talks #1 now'",
        "summary: >\n  Talks #1\n  now #2",
        "summary: \"Talks\n  now #2 on\"",
        "summary: Talks#1 now",
        "# summary: Talks #1",
        "#summary: Talks #1",
        "place: Rome ## there",
    ] {
        assert_eq!(of(line), [""; 0], "{line}");
    }
}

/// What would close a mark that means nothing here is shown as it is typed, too.
#[test]
fn helps_to_marks_are_safe_to_obey() {
    for (wrong, right) in [
        ("~~gone word", "gone word"),
        ("~~gone word", "\\~~gone word"),
        ("He said **no", "He said **no**"),
        ("He said ** no**", "He said **no**"),
        ("He said __no__sense", "He said *no*sense"),
        ("**«no»**sense", "«**no**»sense"),
        ("a [b][c]", "a [b] [c]"),
        ("| a | b |\n| c | d |", "| a | b |\n|---|---|\n| c | d |"),
        ("| a | b |\n| c | d |", "\\| a \\| b \\|\n\\| c \\| d \\|"),
        ("a<br>b", "a\\<br>b"),
        ("&foo; a", "\\&foo; a"),
        ("a[^1]", "a\\[^1]"),
        ("a^[b]", "a[^1]\n\n[^1]: b"),
        ("[a](https://x.org/y z)", "[a](<https://x.org/y z>)"),
        ("| a | b |\n|---|---|\n| c | d | e |", "| a | b |\n|---|---|\n| c | d \\| e |"),
        ("{{ a }}", "\\{\\{ a }}"),
        ("==a==", "\\==a\\=="),
    ] {
        assert_ne!(codes(wrong), [""; 0], "{wrong}");
        assert_eq!(codes(right), [""; 0], "{right}");
    }
}
