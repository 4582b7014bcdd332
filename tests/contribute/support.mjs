// What the tests of the form share: forms as somebody might fill them in, for this repository's own site.

/** A form that has what is needed, with some of it changed. */
export const form = (changes = {}) => ({
  title: "Grain shipments through the strait announced", date: "2006-02-02", speakers: ["Sergey Lavrov"], topics: ["Iraq"], fidelity: "reported", kind: "remarks",
  attributed_as: "", event: "", place: "", audience: [], countries: [], organizations: [], summary: "", language: "", original_language: "", translator: "",
  sources: [{ url: "https://example.org/report", title: "Report", publisher: "Example Press", kind: "press", date: "", archived: "" }],
  blocks: [{ isQuotation: false, text: "The minister spoke of grain at a reception.", by: "" }, { isQuotation: true, text: "We agree on the grain.", by: "" }],
  ...changes,
});

export const source = (changes = {}) => ({ url: "", title: "", publisher: "", kind: "", date: "", archived: "", ...changes });
export const own = (text) => ({ isQuotation: false, text, by: "" });
export const quoted = (text, by = "") => ({ isQuotation: true, text, by });

/** Text that is something in YAML, Markdown or HTML, or looks like it. */
export const HOSTILE = [
  "a: b # c", "- item", "? key", "[x](https://evil.example)", "{x: y}", "*bold* _it_ `code`", "# head", "> quote", "1. one", "| a | b |", "~~~", "```", "---", "...", "!!! note", "??? q",
  "&amp; &#60;b&#62;", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- hidden -->", "\"quoted\" 'single' \\ back", "%TAG", "@at", "key: [", "\"}}]", "null", "2006",
  "FIXME(me)", "{{ site }} {% raw %}", "<<<<<<< HEAD", "=======", ">>>>>>> end", "— Sergey Lavrov", "-- Sergey Lavrov", "[^1]: note", "[ref]: https://example.org", "\\", "$$x$$ ==y== %%z%%", "::: warning",
];

/** Marks of other dialects of Markdown, of chats and of wikis, which `chronicle check` would warn of. */
export const DIALECTS = [
  "^a^", "x^2^", "++a++", "{++a++}", ":smile:", "a :smile: b", "(:+1:)", "||hidden||", "~~gone~~", "~gone~", "H~2~O", "~~~", "==marked==", "%%note%%", "%% note", "$x^2$", "$$x$$", "$\\alpha$", "$a_{1}$ and $5", "[[page]]", "[[page|words]]",
  "[^1]", "^[a note]", "[@key]", "[!NOTE]", "[x] done", "[ ] to do", "[toc]", "[TOC]", "[words][ref]", "[words](a b)", "{.class}", "{#id}", "{{ x }}", "{% x %}", "*a*{.b}", "**Note:** no", "**bold", "__bold", "_so_called", "5 million*", "*Preliminary",
  "&nbsp", "&nbps;", "&amp", "AT&T", "R&D", "a &mdash b", "<https://example.org", "<b>x</b>", "<!-- x -->", "```js", "````", ":::", "::: note", "::word[x]", "!!! note", "???+ note", "##Heading", "#Heading", "#MeToo", "== Heading ==", "| a | b |", "|---|---|",
  "a | b", "*[HTML]: words", "1) a", "10. b", "+ a", "- a", "===", "---", "***", "\\(x\\)", "\\[x\\]", "\\—", "\\newline", ">! hidden", ">>> a", "''it''", "@user", "~50 people", "$5 billion to $6 billion", "a:b:c", "12:30:45", "Note: a: b", "C++ and g++", "x || y",
];

/** Twenty forms, each with something of its own. */
export const TWENTY = [
  form({}),
  form({ title: "Uncertain day of a reception", date: "2006-02-02?" }),
  form({ title: "About a month", date: "2005-07~" }),
  form({ title: "Both uncertain and approximate", date: "2004%" }),
  form({ title: "Three days of talks on transit", date: "2003-05-01/2003-05-03", fidelity: "summary", kind: "press-conference" }),
  form({ title: "From some time on", date: "2002-03/..", kind: "article" }),
  form({ title: "A spring", date: "2001-21", kind: "letter" }),
  form({ title: "Some year of a decade", date: "199X" }),
  form({ title: "Переговоры о зерне: что дальше?", date: "2007-01-15", language: "ru", blocks: [own("Министр говорил о зерне."), quoted("Мы согласны — и точка. № 5 «да».")] }),
  form({ title: "محادثات حول الحبوب", date: "2008-02-29", language: "ar", blocks: [own("تحدث الوزير عن الحبوب."), quoted("نحن متفقون.")] }),
  form({ title: "关于粮食的会谈", date: "2009-09-09", language: "zh", blocks: [own("部长谈到粮食。"), quoted("我们同意。")] }),
  form({
    title: "Two speakers, one of them a body", date: "2010-10-10", speakers: ["Sergey Lavrov", "United Nations"], kind: "joint-statement",
    blocks: [own("Both spoke."), quoted("We said so.", "Sergey Lavrov"), quoted("So did we.", "United Nations"), quoted("Together.")],
  }),
  form({ title: "Two states declare", date: "2011-11-11", speakers: ["France", "RU"], kind: "communique", blocks: [quoted("We declare.", "France"), quoted("And so do we.", "RU")] }),
  form({
    title: "Everything at once", date: "2012-12-12", event: "A reception", place: "Moscow", audience: ["France", "United Nations", "the ambassadors of the region"], countries: ["Norway", "IR"],
    organizations: ["United Nations"], summary: "One: two # three.\n\nAnd four.", language: "en", attributed_as: "S. Lavrov", fidelity: "translation", original_language: "ru", translator: "A: B",
    sources: [
      source({ url: "https://example.org/a?b=c&d=%20#e", title: "Title: with a colon # and more", publisher: "United Nations", kind: "official-transcript", date: "2012-12-13", archived: "https://web.archive.org/web/2013/https://example.org/a?b=c&d=%20" }),
      source({ title: "A book", publisher: "A. Publisher", kind: "book", date: "2015" }), source({ url: "https://example.org/bare" }),
    ],
  }),
  ...HOSTILE.reduce((parts, text, at) => (at % 8 ? parts.at(-1).push(text) : parts.push([text]), parts), []).map((texts, at) => form({
    title: `Hostile ${at}: ${texts[0]} ${texts[1]}`.slice(0, 120), date: `2014-01-0${at + 1}`, place: `in ${texts[2]}`, event: `at ${texts[3]}`, translator: texts[4], summary: texts.join(" "), attributed_as: texts[5] ?? "x",
    sources: [source({ title: texts.join(" ").slice(0, 150), publisher: texts[1] })], blocks: texts.flatMap((text) => [own(`${text}\n\n${text}`), quoted(`${text} we say\n\n${text} and we say`)]),
  })),
  form({ title: "Pasted text with what is not seen", date: "2016-06-06", blocks: [own("\u200bWords\u00ad with\u202e marks\ufeff."), quoted("First line\r\nsecond\tline.\r\n\r\nNew\u0007 paragraph\u2028here.")] }),
];
