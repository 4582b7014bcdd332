// The modules of the form without a browser: dates, names, texts, files, corrections and addresses.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bundle } from "../../src/contribute/client/bundle.mjs";
import { corrected } from "../../src/contribute/client/correction.js";
import { dayOf, parseDate } from "../../src/contribute/client/dates.js";
import { pathOf, slug } from "../../src/contribute/client/names.js";
import { Choices } from "../../src/contribute/client/record.js";
import { LONGEST, existingFile, newFile } from "../../src/contribute/client/service.js";
import { isAddress, make } from "../../src/contribute/client/statement.js";
import { asMarkdown, scalar, seen } from "../../src/contribute/client/text.js";
import { DIALECTS, HOSTILE, TWENTY, form, own, quoted, source } from "./support.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, "../..");
/** The program `chronicle`; tests that need it are left out without. */
const program = process.env.CHRONICLE;
const skip = program ? false : "CHRONICLE is not set to the program";
const TODAY = "2026-01-01";

const LISTS = {
  people: [["sergey-lavrov", "Sergey Lavrov"], ["ann-lee", "Lee"], ["bo-lee", "Lee"]], organizations: [["united-nations", "United Nations"], ["1991", "1991"]],
  topics: [["iraq", "Iraq"]], events: [], places: [["moscow", "Moscow"]], countries: [["FR", "France"], ["NO", "Norway"], ["RU", "Russia"], ["IR", "Iran"]],
};
const offeredIn = (lists, shared = {}) => Object.fromEntries([
  ["speakers", ["people", "organizations", "countries"]], ...["topics", "events", "places", "organizations", "countries"].map((kind) => [kind, [kind]]),
].map(([key, kinds]) => [key, new Choices(lists, shared, ...kinds)]));
const OFFERED = offeredIn(LISTS);
const made = (changes) => make(form(changes), OFFERED, TODAY);

test("the file that the page loads is what the modules say, and small", () => {
  const file = readFileSync(join(repository, "themes/default/static/contribute.js"));
  assert.equal(file.toString(), bundle(), "run node src/contribute/client/bundle.mjs");
  assert.ok(gzipSync(file, { level: 6 }).length <= 12_000);
  const code = file.toString();
  for (const unsafe of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "import(", "parseFromString", ".style"]) {
    assert.ok(!code.includes(unsafe), unsafe);
  }
});

test("dates are those that the program takes", () => {
  for (const right of [
    "2006-02-02", "2006-02", "2006", "2006?", "2006-02~", "2006-02-02%", "2006-02-01/2006-02-03", "2006/..", "../2006", "2006/", "/2006-02", "2006-21", "2006-24?", "200X", "20XX", "2006-XX",
    "2006-XX-XX", "2006-02-XX", "2008-02-29", "2000-02-29", "0001", "2006-02-01?/2006-02~",
  ]) assert.ok(parseDate(right), right);
  for (const wrong of [
    "", "2006-2-2", "2006-13", "2006-00", "2006-02-30", "2007-02-29", "1900-02-29", "2006-21-01", "2 February 2006", "02.02.2006", "206", "20066", "200X-01", "2XXX", "XXXX", "2006-XX-01", "../..", "/", "2006/2005",
    "2006-02-02/2006-02-01", "2006-02-02T10:00", "2006??", "٢٠٠٦", "2006-25", "2006-02-02 ", "2006/2007/2008",
  ]) assert.equal(parseDate(wrong), null, wrong);
  assert.deepEqual(parseDate("200X"), { from: { text: "200X", first: "2000-01-01", last: "2009-12-31" }, to: { text: "200X", first: "2000-01-01", last: "2009-12-31" }, first: "2000-01-01", last: "2009-12-31" });
  assert.deepEqual([parseDate("../2006-02").first, parseDate("../2006-02").last], ["", "2006-02-28"]);
  assert.equal(dayOf(new Date(2026, 0, 5)), "2026-01-05");
});

test("names of files", () => {
  for (const [title, expected] of [
    ["Iran’s nuclear programme: what next?", "irans-nuclear-programme-what-next"], ["Сергей Лавров", "sergei-lavrov"], ["Жозеп Боррель", "zhozep-borrel"], ["Mevlüt Çavuşoğlu", "mevlut-cavusoglu"],
    ["Ünal – Straße", "unal-strasse"], ["محمد بن سلمان", "mhmd-bn-slman"], ["Αθήνα", "athena"], ["王毅", ""], ["…!?", ""], ["../../x", "x"], ["A".repeat(60), "a".repeat(48)],
  ]) assert.equal(slug(title), expected, title);
  assert.equal(pathOf("200x-tenth"), "content/statements/200x/200x-tenth.md");
  assert.equal(made({}).path, "content/statements/2006/2006-02-02-grain-shipments-through-the-strait-announced.md");
  assert.equal(made({ title: "关于粮食" }).path, "content/statements/2006/2006-02-02-sergey-lavrov.md");
  assert.equal(made({ date: "../2006-02~", speakers: ["王毅"], title: "好" }).path, "content/statements/2006/2006-02-statement.md");
});

test("a text is written so that it is read as the same", () => {
  for (const [text, inBlock, inRow = inBlock] of [
    ["Closer ties", "Closer ties"], ["Ties, and more", "Ties, and more", '"Ties, and more"'], ["Iran: what next", '"Iran: what next"'], ["no", '"no"'], ["NO", '"NO"'], ["2006", '"2006"'], ["a # b", '"a # b"'],
    ["“q”", '"“q”"'], ["2006-02-02-oic", "2006-02-02-oic"], ["2006-02-02", '"2006-02-02"'], ["FIXME(x)", '"FIXME\\u0028x)"'], ["Министр", "Министр"], ["\"", '"\\""'], ["~", '"~"'],
  ]) assert.deepEqual([scalar(text), scalar(text, true)], [inBlock, inRow]);
  for (const [text, expected] of [
    ["plain – words, (all) of them!", "plain – words, (all) of them!"], ["— no", "&#8212; no"], ["— no! we said no?", "— no! we said no?"], ["1. First", "1\\. First"], ["> no", "\\> no"], ["a & b &amp; c", "a & b \\&amp; c"],
    ["FIXME(x)", "FIXME\\(x)"], ["<b>[x](y)*z*", "\\<b>\\[x\\](y)\\*z\\*"],
  ]) assert.equal(asMarkdown(text), expected);
  assert.deepEqual(seen("\u200ba\u202eb\u00adc\u0000\r\nd\ud800"), { text: "abc\nd\ufffd", unseen: 4 });
  assert.deepEqual(seen("a\u2028b\x85c\u2029d"), { text: "a\nb\nc\n\nd", unseen: 0 });
  // What loses its neighbour is seen no more.
  assert.deepEqual(seen("ب\u200c\ufeff"), { text: "ب", unseen: 2 });
  for (const meant of ["ଶ୍ରୀ\u200cଓ", "ᠠ\u180bᠡ\u180e", "葛\u{e0100} 邊\ufe01", "1\ufe0f\u20e3", "می‌خواهم", "👨‍👩‍👧 ☺️", "क्‍ष", "e\u0301"]) assert.deepEqual(seen(meant), { text: meant, unseen: 0 }, meant);
});

test("the whole file", () => {
  const { faults, notes, text } = made({
    title: "Ties: what next", speakers: ["lee (ann-lee)", "United Nations", "FR", "Nobody Known", "Sergey Lavrov", "sergey-lavrov"], countries: ["norway", "", "NO"], organizations: ["1991"], place: "moscow", event: "Talks",
    attributed_as: "S. Lavrov and others", sources: [source({ url: "https://example.org/x" }), source({ kind: "press" }), source({ title: "T", publisher: "united nations", date: "2006-03" })],
    blocks: [own("One.\n\nTwo\nlines."), quoted(" "), quoted("Yes.\n\nNo.", "Sergey Lavrov"), quoted("Oui.", "France")],
  });
  assert.deepEqual([faults, notes], [[], [{ why: "unknown", x: "Nobody Known" }]]);
  assert.equal(text, `---
title: "Ties: what next"
date: 2006-02-02
speakers: [ann-lee, {organization: united-nations}, {country: FR}, Nobody Known, sergey-lavrov]
attributed_as: S. Lavrov and others
topics: [iraq]
fidelity: reported
kind: remarks
event: Talks
place: moscow
countries: ["NO"]
organizations: ["1991"]
sources:
  - url: "https://example.org/x"
  - title: T
    publisher: united-nations
    date: 2006-03
    url: ""
---
`.replace('    url: ""\n', "") + "One.\n\nTwo lines.\n\n> Yes.\n>\n> No.\n> — Sergey Lavrov\n\n> Oui.\n> — FR\n");
});

test("what is wrong is said where it is", () => {
  const faults = (changes) => made(changes).faults.map(({ at, index, why }) => `${at} ${index} ${why}`);
  for (const [changes, expected] of [
    [{ title: "" }, ["title 0 required"]], [{ title: "x".repeat(121) }, ["title 0 long"]], [{ title: "𝒙".repeat(120) }, []], [{ date: "yesterday" }, ["date 0 date"]], [{ date: "2026-01-02" }, ["date 0 future"]], [{ date: "2026" }, []],
    [{ speakers: ["", " "] }, ["speakers 0 required"]], [{ topics: [] }, ["topics 0 required"]], [{ fidelity: "" }, ["fidelity 0 required"]], [{ countries: ["France", "Atlantis"] }, ["countries 1 country"]],
    [{ language: "english" }, ["language 0 language"]], [{ language: "zh-Hant" }, []], [{ sources: [source()] }, ["sources.url 0 source"]], [{ sources: [source({ url: "https://example.org" }), source({ title: "T" })] }, ["sources.url 1 source"]],
    [{ sources: [source({ url: "example.org" })] }, ["sources.url 0 address"]], [{ sources: [source({ url: "https://example.org", date: "2005" })] }, ["sources.date 0 before"]],
    [{ speakers: ["Lee (ann-lee)", "Lee (bo-lee)", "FR"], blocks: [quoted("We.", "Lee (bo-lee)"), quoted("Nous.", "FR"), quoted("All.")] }, ["blocks.by 0 namesake"]],
    [{ speakers: ["Lee (ann-lee)", "ann-lee", "FR"], blocks: [quoted("We.", "ann-lee")] }, []],
    [{ speakers: ["Sergey Lavrov", "FR"], blocks: [quoted("We.", "Somebody Gone")] }, ["blocks.by 0 required"]],
    [{ blocks: [own(" \n ")] }, ["blocks.text 0 required"]], [{ blocks: [own("x"), quoted("… [Applause] (Laughter.)")] }, ["blocks.text 1 words"]],
  ]) assert.deepEqual(faults(changes), expected, JSON.stringify(changes));
  for (const bad of ["javascript:alert(1)", "//x", "https://", "https:///x", "https://a b", "https://a\"b", "ftp://x", "https://?x", "data:text/html,x",
    "https://user@example.org/", "https://example.org@evil.example/", "https://a..b/", "https://.a/", "https://exa%6dple.org", "https://example.org:port/", "https://ex^ample.org", "https://1.2.3", "https://0x7f.1/", "https://999.1.1.1/",
    "https://ｅxample.org/", "https://example。org/", `https://${"a".repeat(64)}.org`, "HTTPS://example.org", "https://[zz]/", "https://example!.org",
  ]) assert.ok(!isAddress(bad), bad);
  for (const right of [
    "https://example.org", "http://example.org/", "https://example.org.", "https://example.org:8080/a?b=c&d=%20#e", "https://192.0.2.1/x", "https://[2001:db8::1]:80/x", "https://мид.рф/новости", "https://例え.jp/あ", "https://localhost",
    "https://a_b.example.org/@user", "https://EXAMPLE.org/a:b", "https://عربي.امارات/",
  ]) assert.ok(isAddress(right), right);
  assert.deepEqual(made({ event: "no-such-event", place: "moscow", audience: ["whoever listened"] }).notes, [{ why: "unknown", x: "no-such-event" }]);
  assert.deepEqual(made({ title: "Mоscow talks" }).notes, [{ why: "mixed", x: "Mоscow" }]);
});

test("a correction is one more in the list", () => {
  const correction = { kind: "correction", note: "The day: it was the 2nd.", date: TODAY };
  const item = (indent) => `${indent}- date: ${TODAY}\n${indent}  kind: correction\n${indent}  note: "The day: it was the 2nd."\n`;
  const changed = (before) => corrected(before, before.replace("date: 1", "date: 2"), correction);
  for (const [before, expected] of [
    ["---\ndate: 1\n---\nText\n---\n", `---\ndate: 2\ncorrections:\n${item("  ")}---\nText\n---\n`],
    ["---\ncorrections:\n  - date: 2020\n    kind: addition\n    note: |\n      - x\n\n# c\ndate: 1\n---\n", `---\ncorrections:\n  - date: 2020\n    kind: addition\n    note: |\n      - x\n\n# c\n${item("  ")}date: 2\n---\n`],
    ["---\ndate: 1\ncorrections: # list\n- date: 2020\n  kind: addition\n  note: x\n---\n", `---\ndate: 2\ncorrections: # list\n- date: 2020\n  kind: addition\n  note: x\n${item("")}---\n`],
  ]) {
    const { text } = changed(before);
    // Where a comment stands says nothing.
    assert.equal(text?.replace("\n\n# c", ""), expected.replace("\n\n# c", ""));
  }
  assert.deepEqual(changed("---\ndate: 1\ncorrections: [{date: 2020, kind: addition, note: x}]\n---\n"), { why: "list" });
  assert.deepEqual(changed("date: 1\n"), { why: "matter" });
  assert.deepEqual(corrected("a\r\n", "a\n", correction), { why: "same" });
  assert.deepEqual(corrected("---\na: 1\n---\n", "---\na: 2\n---\n", { ...correction, note: " " }), { why: "required" });
  assert.match(corrected("---\r\na: 1\r\n---\r\n", "---\na: 2\n---\n", correction).text, /a: 2\r\ncorrections:\r\n/);
});

test("addresses of forms", () => {
  const service = (service, form) => ({ service, new: `https://host.example/o/r/${form}/main`, edit: `https://host.example/o/r/edit/main/` });
  const text = "a: b\n&c#d";
  const path = "content/statements/2006/x.md";
  assert.deepEqual(newFile(service("github", "new"), path, text), {
    address: "https://host.example/o/r/new/main?filename=content%2Fstatements%2F2006%2Fx.md&value=a%3A%20b%0A%26c%23d", isFilled: true, isTooLong: false,
  });
  assert.equal(newFile(service("forgejo", "_new"), path, text).address, "https://host.example/o/r/_new/main?filename=content%2Fstatements%2F2006%2Fx.md&value=a%3A%20b%0A%26c%23d");
  assert.deepEqual(newFile(service("gitlab", "-/new"), path, text), { address: "https://host.example/o/r/-/new/main?file_name=content%2Fstatements%2F2006%2Fx.md", isFilled: false, isTooLong: false });
  const long = newFile(service("github", "new"), path, "я".repeat(LONGEST / 6));
  assert.deepEqual([long.isFilled, long.address.includes("value")], [false, false]);
  assert.ok(newFile(service("github", "new"), path, "я".repeat(LONGEST / 6 - 20)).isFilled);
  // Half of a character has no place in an address.
  assert.match(newFile(service("github", "new"), "content/\ud800.md", "\udfff").address, /filename=content%2F%EF%BF%BD\.md&value=%EF%BF%BD$/);
  for (const [folder, expected] of [[null, "2006/"], ["", ""], ["a/b", "a/b/"], ["..", "2006/"], ["a/../b", "2006/"], ["a//b", "2006/"], [".git", "2006/"], ["a\\b", "2006/"], ["?x#y", "%3Fx%23y/"]]) {
    assert.equal(existingFile(service("github", "new"), "2006-x", folder).address, `https://host.example/o/r/edit/main/content/statements/${expected}2006-x.md`);
  }
});

/** This repository's own site in a folder of its own. */
function site(t) {
  const root = mkdtempSync(join(tmpdir(), "chronicle-contribute-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ["site.toml", "chronicle.lock", "content"]) cpSync(join(repository, part), join(root, part), { recursive: true });
  return root;
}

const run = (...command) => {
  const { status, stdout, stderr } = spawnSync(program, command, { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

test("twenty files pass the check, and say what was typed", { skip }, (t) => {
  const root = site(t);
  assert.equal(run("build", "--root", root, "--output", join(root, "public")).status, 0);
  const { left_out, shared, ...lists } = JSON.parse(readFileSync(join(root, "public/contribute/record.json"), "utf8"));
  assert.deepEqual(left_out, {});
  assert.equal(TWENTY.length, 20);
  const files = TWENTY.map((values) => make(values, offeredIn(lists, shared), TODAY));
  for (const { faults, path, text } of files) {
    assert.deepEqual(faults, [], text);
    assert.ok(!existsSync(join(root, path)), path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, said } = run("check", "--root", root, "--format", "short");
  assert.equal(status, 0, said);
  // Only what the content says is warned of, never what a form makes of it.
  const codes = new Set([...said.matchAll(/\[([a-z-]+)\]/g)].map(([, code]) => code));
  for (const known of ["loaded-wording", "topic-used-once", "no-office-on-date", "duplicate-statement", "plain-http", "broken-address"]) codes.delete(known);
  assert.deepEqual([...codes], [], said);
  assert.equal(run("build", "--root", root, "--output", join(root, "public")).status, 0);
  for (const [at, { path }] of files.entries()) {
    const record = JSON.parse(readFileSync(join(root, "public/statements", path.split("/").at(-1).slice(0, -3), "index.json"), "utf8"));
    const { title, blocks } = TWENTY[at];
    const by = blocks.filter(({ isQuotation }) => isQuotation).map(({ by }) => ({ RU: "RU", France: "FR" })[by] ?? by);
    assert.deepEqual(record.quotations.map(({ attributed_to: name }) => name ?? ""), by, path);
    assert.equal(record.title, title.trim(), path);
    const words = (text) => seen(text).text.replace(/\s+/g, " ").trim();
    assert.deepEqual(record.quotations.map(({ selector }) => words(selector.exact)), blocks.filter(({ isQuotation }) => isQuotation).map(({ text }) => words(text)), path);
  }
});

test("every hostile text comes out as text wherever it is typed", { skip }, (t) => {
  const root = site(t);
  const files = HOSTILE.map((text, at) => make(form({
    title: `${at} ${text}`, date: `2014-02-${`${(at % 28) + 1}`.padStart(2, "0")}`, place: `in ${text}`, event: `at ${text}`, audience: [`${text} x`], summary: text, attributed_as: text, translator: text,
    sources: [source({ title: text, publisher: text })], blocks: [own(text), quoted(`x ${text}`), own(`${text}\n${text}`), quoted(`${text} x\n\n${text} y`)],
  }), offeredIn(LISTS), TODAY));
  for (const { faults, path, text } of files) {
    assert.deepEqual(faults, [], text);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, said } = run("check", "--root", root, "--format", "short", "--allow", "duplicate-statement");
  assert.equal(status, 0, said);
  assert.equal(run("build", "--root", root, "--output", join(root, "public")).status, 0);
  for (const { path } of files) {
    const page = readFileSync(join(root, "public/statements", path.split("/").at(-1).slice(0, -3), "index.html"), "utf8");
    const body = page.slice(page.indexOf('<div class="section record">'), page.indexOf('id="sources"'));
    assert.deepEqual(body.match(/<(?!\/?(div|p|figure|blockquote|figcaption|a class="cite-this"|a|section|h2|bdi|span|br)\b)[a-z!][^>]*>/gi), null, path);
    assert.ok(!/<(script>|img )/.test(page), path);
  }
  assert.ok(readdirSync(join(root, "public/statements")).length > HOSTILE.length);
});

test("what is typed is taken for a record only as it is written there", () => {
  const speakers = (...typed) => /^speakers: (.*)$/m.exec(made({ speakers: typed }).text)?.[1];
  assert.equal(speakers("Li", "no", "Ru"), "[Li, \"no\", Ru]");
  assert.equal(speakers("FR"), "[{country: FR}]");
  assert.equal(speakers("france"), "[{country: FR}]");
  assert.equal(speakers("Lee"), "[Lee]");
  assert.equal(speakers("bo-lee"), "[bo-lee]");
});

test("a line behind any dash stays words", () => {
  for (const dash of ["─", "━", "﹘", "‐", "‑", "﹣", "–", "—", "−", "－"]) {
    assert.ok(asMarkdown(`${dash} Ann Lee`).startsWith(`&#${dash.codePointAt(0)};`), dash);
  }
});

test("a correction is an item of its own, whatever the text of another looks like", () => {
  const before = "---\ntitle: A\ncorrections:\n  -\n    date: 2020-01-01\n    note: |\n      Said:\n      - x\n---\nWords.\n";
  const after = corrected(before, before.replace("Words.", "Word."), { kind: "text", note: "N", date: "2026-01-01" });
  assert.match(after.text, /\n      - x\n  - date: 2026-01-01\n/);
});

test("what is not seen is what the program does not let pass", () => {
  const table = JSON.parse(readFileSync(join(here, "characters.json"), "utf8"));
  const text = (code) => (code === null ? "" : String.fromCodePoint(code));
  const within = (ranges) => {
    let at = 0;
    return (code) => {
      while (at < ranges.length && ranges[at][1] < code) at++;
      return at < ranges.length && ranges[at][0] <= code;
    };
  };
  /** Whether the character in the middle stays. */
  const stays = (before, code, after) => seen(`${before}${text(code)}${after}`).text.slice(before.length).startsWith(text(code));
  const wrong = [];
  // Breaks of lines are told apart by nothing; halves of characters are none.
  const skipped = (code) => (code >= 0xd800 && code <= 0xdfff) || [0xa, 0x9, 0xd, 0x85, 0x2028, 0x2029].includes(code);
  for (const { before, after, odd, letter, text: codes, seen: left, ...sides } of table) {
    if (codes) {
      assert.equal(seen(String.fromCodePoint(...codes)).text, String.fromCodePoint(...left));
    } else if (odd) {
      const isOdd = within(odd);
      const [own] = [text(before)];
      // One that does not stay itself says nothing about others.
      if (own && seen(own).text !== own) continue;
      for (let code = 0; code <= 0x10ffff; code++) if (!skipped(code) && stays(own, code, text(after)) === isOdd(code)) wrong.push(`${before} ${code.toString(16)}`);
    } else {
      for (const [side, ranges] of Object.entries(sides)) {
        const isRight = within(ranges);
        for (let code = 0; code <= 0x10ffff; code++) {
          const beside = text(code);
          if (skipped(code) || seen(beside).text !== beside) continue;
          const [first, last] = side === "both" ? [beside, beside] : side === "before" ? [beside, "ب"] : ["a", beside];
          if (stays(first, letter, last) !== isRight(code)) wrong.push(`${letter.toString(16)} ${side} ${code.toString(16)}`);
        }
      }
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

test("a name that others have as well leads to none of them", () => {
  const lists = { people: [["ann-lee", "Ann Lee"], ["bo-day", "Bo Day"]], organizations: [["lee", "Lee"]], countries: [["GE", "Georgia"]] };
  const offered = offeredIn(lists, { people: ["Ann Lee", "Georgia"] });
  const speakers = (...typed) => /^speakers: (.*)$/m.exec(make(form({ speakers: typed }), offered, TODAY).text)?.[1];
  assert.equal(speakers("Ann Lee"), "[Ann Lee]");
  assert.equal(speakers("ann lee"), "[ann lee]");
  assert.equal(speakers("Ann Lee (ann-lee)"), "[ann-lee]");
  assert.equal(speakers("Georgia"), "[Georgia]");
  assert.equal(speakers("Georgia (GE)"), "[{country: GE}]");
  assert.equal(speakers("Bo Day"), "[bo-day]");
  // Of organizations alone it is nobody else's.
  assert.equal(/publisher: (.*)$/m.exec(make(form({ sources: [source({ title: "T", publisher: "Lee" })] }), offered, TODAY).text)?.[1], "lee");
});

test("what is a mark in other dialects comes out as text, without a finding", { skip }, (t) => {
  const root = site(t);
  const files = DIALECTS.map((text, at) => make(form({
    title: `${at} a title`, date: `2013-0${1 + (at % 9)}-${`${(at % 28) + 1}`.padStart(2, "0")}`,
    blocks: [own(text), own(`x ${text} y`), quoted(`${text} we say`), quoted(`we say ${text}\n\n${text}`)],
  }), OFFERED, TODAY));
  for (const { faults, path, text } of files) {
    assert.deepEqual(faults, [], text);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, said } = run("check", "--root", root, "--format", "short");
  assert.equal(status, 0, said);
  // A line like `Note: …` may begin the words of somebody else.
  const other = /duplicate-statement|no-office-on-date|loaded-wording|mixed-quotation/;
  const found = said.split("\n").filter((line) => /content\/statements\/2013\//.test(line) && !other.test(line));
  assert.deepEqual(found, []);
  assert.equal(run("build", "--root", root, "--output", join(root, "public")).status, 0);
  for (const [at, { path }] of files.entries()) {
    const { quotations } = JSON.parse(readFileSync(join(root, "public/statements", path.split("/").at(-1).slice(0, -3), "index.json"), "utf8"));
    assert.equal(quotations[0].selector.exact, `${DIALECTS[at]} we say`);
  }
});

test("a correction keeps all that the record says, also what the form does not know", () => {
  const keys = [
    "title: A", "date: 2006-02-02", "speakers: [ann-lee, {office: Envoy, organization: un}, {country: FR}]", "as: minister", "attributed_as: A. Lee and others", "topics: [trade]", "fidelity: verbatim", "kind: speech", "event: talks", "place: moscow",
    "position: 3", "audience: [FR, the press]", "countries: [FR]", "organizations: [un]", "summary: >-\n  One\n\n  two", "language: en", "original_language: ru", "translator: T", "reiterates: [{to: x, by: source, note: N}]", "responds_to: y",
    "cites: z", "updates: u", "departs_from: d", "context: |\n  A note\n\n  - list", "old_ids: [old]", "draft: false", "example: true", "# a comment", "sources:\n  - url: https://example.org # why\n    text: sources/x.txt\n    sha256: abc\n    accessed: 2020",
  ];
  const before = `---\n${keys.join("\n")}\n---\nWords.  \n\n<!-- a note of the editors -->\n\n> Said.\n> — Ann Lee\n\n[^1]: x\n`;
  const { text } = corrected(before, before.replace("Words.", "Other words."), { kind: "correction", note: "N", date: TODAY });
  assert.equal(text, before.replace("Words.", "Other words.").replace("\n---\nOther", `\ncorrections:\n  - date: ${TODAY}\n    kind: correction\n    note: "N"\n---\nOther`));
});
