// Words, queries and addresses.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { bundle } from "../../src/search/client/bundle.mjs";
import { blocksOf, excerpt, look } from "../../src/search/client/excerpt.js";
import { withoutArticle } from "../../src/search/client/find.js";
import { distance } from "../../src/search/client/dictionary.js";
import { Library } from "../../src/search/client/library.js";
import { Stale, fnv } from "../../src/search/client/lists.js";
import { counts } from "../../src/search/client/narrow.js";
import { fromAddress, parse, toAddress } from "../../src/search/client/query.js";
import { compare, fileName, fold, tokens, utf8 } from "../../src/search/client/words.js";
import { here, random } from "./support.mjs";

test("the file that pages load is what the modules say, and small", () => {
  const file = readFileSync(join(here, "../../themes/default/static/search.js"));
  assert.equal(file.toString(), bundle(), "run node src/search/client/bundle.mjs");
  assert.ok(gzipSync(file, { level: 6 }).length <= 16 * 1024);
  const source = file.toString();
  for (const unsafe of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "import("]) {
    assert.ok(!source.includes(unsafe), unsafe);
  }
});

test("a value that a facet leaves out is found by its id", async () => {
  const list = new Uint8Array([1, 0, 7, 0, 0, 0]);
  const lists = new Uint8Array([...list, ...list]);
  const file = (json) => utf8(JSON.stringify(json));
  const value = (id, at) => [id, `Label of ${id}`, 1, at, list.length];
  const files = {
    "f/speaker.json": file({ files: [["", fnv(lists)], ["m", fnv(list)]], left_out: 2, values: [value("ann", 0)] }),
    "f/speaker/w.bin": lists,
    "f/speaker/w.json": file({ check: fnv(lists), values: [value("ann", 0), value("bob", list.length)] }),
    "f/speaker/wm.bin": list,
    "f/speaker/wm.json": file({ check: 1, values: [value("mia", 0)] }),
  };
  const asked = new Set();
  const library = new Library(async (path) => (asked.add(path), files[path] ?? null));
  const facet = await library.facet("speaker");
  const numbers = Float64Array.of(7 * 4096);
  assert.deepEqual(await library.valued(facet, "ann"), numbers);
  assert.deepEqual([...asked], ["f/speaker.json", "f/speaker/w.bin"]);
  assert.deepEqual(await library.valued(facet, "bob"), numbers);
  assert.equal((await library.value(facet, "bob"))?.label, "Label of bob");
  assert.equal((await library.valued(facet, "carl")).length, 0);
  assert.deepEqual((await counts(library, facet, numbers, ["bob"])).map(({ value }) => value.id), ["ann", "bob"]);
  // Of another deploy.
  await assert.rejects(library.valued(facet, "mia"), Stale);
});

test("words are those of the cases that the index is tested with", () => {
  const cases = JSON.parse(readFileSync(join(here, "words.json"), "utf8"));
  assert.ok(cases.length > 60);
  for (const { text, words } of cases) {
    assert.deepEqual(tokens(text).map(({ word }) => word), words, JSON.stringify(text));
    for (const { start, end } of tokens(text)) assert.ok(start < end && end <= text.length);
  }
});

test("a word that was folded stays so", () => {
  for (const word of ["Ångström", "ΣΊΣΥΦΟΣ", "İstanbul", "ﬁn", "ё", "Й", "أَهْلًا", "ﷺ", "½"]) assert.equal(fold(fold(word)), fold(word));
});

test("words stand where they are said to stand", () => {
  const text = "The U.N. in 联合国 and naïve";
  assert.deepEqual(tokens(text).map(({ start, end }) => text.slice(start, end)), ["The", "U.N", "in", "联合", "合国", "and", "naïve"]);
});

test("texts are in the order of their bytes", () => {
  const texts = ["", "a", "ab", "b", "я", "\u{FFFD}", "\u{10000}", "\u{10000}a", "\u{10FFFF}", "\u{E000}"];
  for (const one of texts) for (const other of texts) {
    assert.equal(Math.sign(compare(one, other)), Math.sign(Buffer.compare(utf8(one), utf8(other))), `${one} ${other}`);
  }
  assert.equal(fileName("мир"), "w-d0-bc-d0-b8-d1-80");
  assert.equal(fileName("con"), "wcon");
});

test("a query has words, phrases and beginnings", () => {
  const read = (query, isTyping) => parse(query, isTyping).clauses.map(({ kind, words }) => `${kind[0]}:${words.join(" ")}`);
  assert.deepEqual(read("peace security"), ["w:peace", "w:security"]);
  assert.deepEqual(read('rules-based "peace and security" Peace'), ["p:rules based", "p:peace and security", "w:peace"]);
  assert.deepEqual(read("«мир и безопасность» договор"), ["p:мир и безопасность", "w:договор"]);
  assert.deepEqual(read("nego", true), ["p:nego"].map(() => "p:nego"));
  assert.deepEqual(parse("nego", true).clauses[0].kind, "prefix");
  assert.deepEqual(parse("nego ", true).clauses[0].kind, "word");
  assert.deepEqual(parse("nego* talks").clauses.map(({ kind }) => kind), ["prefix", "word"]);
  assert.deepEqual(read("ne", true), ["w:ne"]);
  assert.deepEqual(read("rules-bas", true), ["p:bas", "w:rules"]);
  assert.deepEqual(read("联合国"), ["p:联合 合国"]);
  assert.deepEqual(read("国"), ["p:国"]);
  assert.deepEqual(read("1,000 a,b State's"), ["p:1 000", "w:a", "w:b", "w:state", "w:s"]);
  assert.deepEqual(read('"unfinished phrase'), ["p:unfinished phrase"]);
  assert.deepEqual(read('"" -- « » '), []);
  const many = Array.from({ length: 20 }, (_, at) => `word${at}`);
  assert.equal(parse(many.join(" ")).left, "word16 word17 word18 word19");
  assert.equal(parse(`"${many.join(" ")}"`).left, "word16 word17 word18 word19");
  assert.ok(parse("much ".repeat(1e6)).left.length <= 200 && parse("much-".repeat(1e6)).clauses[0].words.length === 16);
  assert.equal(parse(many.slice(4).join(" ")).left, "");
});

test("the address holds everything", () => {
  for (const address of ["", "?q=a+b&topic=x&topic=y&from=1990&to=2000&sort=date&page=3", "?q=%22a%22&speaker=%D1%8F"]) {
    assert.equal(toAddress(fromAddress(address)), address);
  }
  assert.equal(toAddress(fromAddress("?page=x&from=abc&q=+&topic=")), "");
  assert.equal(fromAddress("?page=-5").page, 1);
});

test("what is written together with Arabic words is taken off", () => {
  assert.deepEqual(withoutArticle("والسلام"), ["السلام", "سلام"]);
  assert.deepEqual(withoutArticle("السلام"), ["سلام"]);
  assert.deepEqual(withoutArticle("للسلام"), ["السلام", "سلام"]);
  assert.deepEqual(withoutArticle("وسلام"), ["سلام"]);
  assert.deepEqual(withoutArticle("peace"), []);
});

test("letters are told apart", () => {
  for (const [one, other, apart] of [["peace", "peace", 0], ["peaec", "peace", 1], ["pece", "peace", 1], ["piece", "peace", 2], ["pcae", "peace", 2]]) {
    assert.equal(distance(one, other), apart, `${one} ${other}`);
  }
  assert.ok(distance("abcdef", "xyz") > 2);
});

test("texts are read as a reader sees them", () => {
  const markdown = `---
title: "A: b"
summary: >-
  Of *peace*
  and war.
---
# Title

Some **bold** and [a link](https://example.org/a_(b)) with snake_case.[^1]

> First *quotation*
continued.
>
> Second part.
>
> — Somebody

Between.

> Another one.

[^1]: A note &amp; more.
`;
  assert.deepEqual([...blocksOf(markdown)], [
    { text: "Title", quotation: null, part: "" },
    { text: "Some bold and a link with snake_case.", quotation: null, part: "" },
    { text: "First quotation continued.", quotation: 0, part: "" },
    { text: "Second part.", quotation: 0, part: "" },
    { text: "— Somebody", quotation: 0, part: "" },
    { text: "Between.", quotation: null, part: "" },
    { text: "Another one.", quotation: 1, part: "" },
    { text: "A note & more.", quotation: null, part: "" },
    { text: "Of peace and war.", quotation: null, part: "summary" },
  ]);
  assert.deepEqual([...blocksOf("")], []);
  assert.deepEqual([...blocksOf("no front matter")], [{ text: "no front matter", quotation: null, part: "" }]);
});

test("no text is too much", () => {
  const chance = random(3);
  for (let round = 0; round < 3000; round++) {
    const text = String.fromCodePoint(...Array.from({ length: chance(60) }, () => [chance(0x80), chance(0x800), chance(0x10000), chance(0x110000)][chance(4)]));
    const { clauses } = parse(text, chance(2) === 0);
    for (const { words } of clauses) for (const word of words) assert.ok(word && [...word].length <= 40);
    toAddress(fromAddress(`?q=${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""))}`));
    fromAddress(text);
    [...blocksOf(text)].forEach(({ text }) => assert.ok(text));
  }
});

test("an excerpt has its words in the middle, and leads to them", () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
  const reading = (word) => ({ word, isStop: false, stems: [], taken: "", isPrefix: false });
  const clause = (...words) => ({ clause: { kind: words.length > 1 ? "phrase" : "word", words, shown: "" }, readings: words.map(reading) });
  const of = (markdown, found, anchors = null) => excerpt(look(blocksOf(markdown), found, () => undefined).best, anchors);
  const { pieces, fragment } = of(`Before.\n\n> ${words} <b>peace-keeping</b>, ${words}\n> — Somebody`, [clause("peace"), clause("keeping")]);
  assert.deepEqual(pieces.filter(({ isMark }) => isMark).map(({ text }) => text), ["peace-keeping"]);
  const before = tokens(pieces.slice(0, pieces.findIndex(({ isMark }) => isMark)).map(({ text }) => text).join("")).length;
  assert.ok(before > 10 && before < 18, `${before}`);
  assert.ok(pieces[0].text === "… " && pieces.at(-1).text === " …");
  assert.equal(fragment, "#q1:~:text=word57%20word58%20word59-,peace");
  assert.equal(of("> One peace", [clause("peace")], [7]).fragment, "#q7:~:text=One-,peace");
  assert.equal(of("- > One peace", [clause("peace")]).fragment, "#:~:text=One-,peace");
  assert.deepEqual(look(blocksOf("one two. Two one"), [clause("one", "two"), clause("two", "two"), clause("three")], () => undefined).how, [2, 2, 0]);
  // What editors wrote is said to be theirs.
  const summary = of("---\nsummary: Of peace\n---\nText", [clause("peace")]);
  assert.deepEqual([summary.part, summary.fragment], ["summary", ""]);
  assert.deepEqual(of("Text", [clause("peace")]), { pieces: [{ text: "Text", isMark: false }], part: "", fragment: "" });
  assert.equal(of("", []), null);
});
