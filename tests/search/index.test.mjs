// Answers from the files that the program makes, compared with a scan of the texts.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { blocksOf } from "../../src/search/client/excerpt.js";
import { completions, find } from "../../src/search/client/find.js";
import { Stale, position, yearOf } from "../../src/search/client/lists.js";
import { counts, everything, filters, named, passing, years } from "../../src/search/client/narrow.js";
import { fromAddress, parse, toAddress } from "../../src/search/client/query.js";
import { PAGE, checked, lastPage, rows } from "../../src/search/client/rows.js";
import { tokens } from "../../src/search/client/words.js";
import { build, corpus, library, random, skip, textIn } from "./support.mjs";

/** Every entry of the dictionary, by its text. */
async function dictionary(read) {
  const all = new Map();
  for (const first of (await read.directory()).partitions) for (const entry of (await read.partition(first)).entries) all.set(entry.text, entry);
  return all;
}

/** What is in each statement, by a scan: by number, blocks of words. */
async function scan(read, folder, statements) {
  const byAddress = new Map(statements.map((statement) => [statement.address, statement]));
  const found = [];
  for (const number of await everything(read)) {
    const fields = await read.fields(number);
    const statement = byAddress.get(fields.address);
    const head = statement.withdrawn ? [statement.title] : [statement.title, ...new Set([...statement.speakers, ...statement.labels])];
    const texts = [...head, ...(statement.withdrawn ? [] : statement.text)];
    found.push({ number, statement, heads: head.length, blocks: texts.map((text) => tokens(text).map(({ word }) => word)) });
  }
  return found;
}

test("what is known to a decade or a century is found in each of its years, and is in no bar", async () => {
  const number = (year, rest) => (year * 429 + rest) * 4096;
  const [century, decade, year] = [number(1899, 398), number(1999, 397), number(2006, 396)];
  const read = { directory: async () => ({ facets: [] }) };
  const numbers = Float64Array.of(century, decade, year);
  for (const [asked, found] of [
    ["from=1850&to=1850", [century]], ["from=1899&to=1899", [century]], ["to=1799", []], ["from=1900&to=1989", []],
    ["from=1990&to=1990", [decade]], ["to=1990", [century, decade]], ["from=2000", [year]],
  ]) {
    assert.deepEqual([...passing(numbers, await filters(read, fromAddress(`?${asked}`)))], found, asked);
  }
  assert.deepEqual(years(numbers), [{ year: 2006, count: 1 }]);
});

const listOf = (numbers) => [...numbers];

test("answers equal a scan of the texts", { skip }, async (t) => {
  const statements = corpus(1000);
  const folder = build(t, statements);
  const { read } = library(folder);
  const known = await dictionary(read);
  const scanned = await scan(read, folder, statements);
  assert.equal(scanned.length, 1000);
  const stemsOf = (word) => known.get(word)?.stems ?? [];
  const alike = (one, other) => one === other || stemsOf(one).some((stem) => stemsOf(other).includes(stem));
  for (const one of scanned) one.stems = new Set(one.blocks.flat().flatMap(stemsOf));
  const hasPhrase = (blocks, words) => blocks.some((block) => block.some((_, at) => words.every((word, place) => block[at + place] && alike(word, block[at + place]))));
  const byNumber = new Map(scanned.map(({ number, statement }) => [number, statement]));
  const text = textIn(folder);

  await t.test("every word is in the dictionary, and each list is that of the scan", async () => {
    for (const { blocks } of scanned) for (const word of blocks.flat()) assert.ok(known.has(word), word);
    for (const entry of known.values()) {
      if (!entry.list) continue;
      const list = await read.list(await read.stem(entry.text));
      assert.equal(list.numbers.length, entry.list.df);
      const expected = scanned.filter(({ stems }) => stems.has(entry.text));
      assert.deepEqual(listOf(list.numbers), expected.map(({ number }) => number), entry.text);
    }
  });

  await t.test("ranks are those of docs/search-format.md", async () => {
    const rounded = (length) => 2 ** (Math.max(0, Math.ceil(2 * Math.log2(length || 1) - 0.5)) / 2);
    for (const { number, heads, blocks } of scanned.filter((_, at) => at % 40 === 0)) {
      const of = (blocks) => blocks.flat().flatMap((word) => stemsOf(word).slice(0, 1));
      const [head, body] = [of(blocks.slice(0, heads)), of(blocks.slice(heads))];
      const title = of(blocks.slice(0, 1));
      const norm = 0.25 + (0.75 * rounded(body.length)) / 600;
      const inTitle = (2 * norm) / (0.25 + (0.75 * title.length) / 10);
      // Of words with several stems, the language says which it is.
      const several = new Set(blocks.flat().map(stemsOf).filter((stems) => stems.length > 1).flat());
      for (const stem of new Set([...head, ...body])) {
        if (several.has(stem)) continue;
        const many = (all) => all.filter((other) => other === stem).length;
        const times = inTitle * many(title) + 1.5 * (many(head) - many(title)) + many(body);
        const level = Math.round(4 + 2 * Math.log2(times / (1.2 * norm)));
        const expected = Math.min(15, Math.max(0, level)) + (many(head) ? 16 : 0);
        const { numbers, bits } = await read.list(await read.stem(stem));
        assert.equal(bits[position(numbers, number)], expected, stem);
      }
    }
  });

  await t.test("words are ANDed, and narrowed down by facets and years", async () => {
    const chance = random(5);
    const words = [...known.values()].filter(({ stems, count }) => stems.length && count).map((entry) => entry.text);
    let filled = 0;
    for (let round = 0; round < 400; round++) {
      const asked = scanned[chance(1000)].blocks.flat().filter((word) => stemsOf(word).length && [...word].length > 1);
      const query = Array.from({ length: 1 + chance(3) }, () => (chance(9) ? asked[chance(asked.length)] : words[chance(words.length)]));
      const answer = await find(read, query.map((word) => ({ kind: "word", words: [word], shown: word })));
      let expected = scanned.filter(({ stems }) => query.every((word) => stemsOf(word).some((stem) => stems.has(stem))));
      if (answer.notes.some(({ kind }) => kind === "dropped")) {
        assert.equal(expected.length, 0);
        continue;
      }
      assert.deepEqual(listOf(answer.numbers), expected.map(({ number }) => number), query.join(" "));
      const from = chance(2) ? 1995 + chance(10) : null;
      const topics = [`topic-${chance(8)}`, `topic-${chance(20)}`].slice(chance(3));
      const state = fromAddress(`?${from ? `from=${from}&` : ""}${topics.map((topic) => `topic=${topic}`).join("&")}&kind=speech`);
      const own = await filters(read, state);
      const left = passing(answer.numbers, own);
      expected = expected.filter(({ number, statement }) => yearOf(number) >= (from ?? 0) && statement.facets.kind[0] === "speech"
        && (!topics.length || topics.some((topic) => statement.facets.topic.includes(topic))));
      assert.deepEqual(listOf(left), expected.map(({ number }) => number));
      filled += expected.length;
      const base = passing(answer.numbers, own, "kind");
      for (const { value, count } of await counts(read, await read.facet("kind"), base)) {
        assert.equal(count, listOf(base).filter((number) => byNumber.get(number).facets.kind[0] === value.id).length);
      }
      assert.equal(years(left).reduce((sum, { count }) => sum + count, 0), left.length);
    }
    assert.ok(filled > 100);
  });

  await t.test("a beginning finds all words that begin so", async () => {
    for (const prefix of ["bade", "nitor", "бад", "govgov", "باد", "title9"]) {
      const { clauses } = parse(prefix, true);
      const answer = await find(read, clauses);
      const forms = [...known.values()].filter((entry) => entry.count && entry.stems.length && entry.text.startsWith(prefix));
      if (answer.notes.some(({ kind }) => kind === "some")) continue;
      const begun = forms.flatMap((entry) => entry.stems);
      const expected = scanned.filter(({ stems }) => begun.some((stem) => stems.has(stem)));
      assert.deepEqual(listOf(answer.numbers), expected.map(({ number }) => number), prefix);
      const completed = await completions(read, prefix);
      assert.ok(completed.length && completed.every(([word]) => word.startsWith(prefix)));
    }
  });

  await t.test("phrases: none is missed, and few that are none are found", async () => {
    const chance = random(11);
    let [right, all, shown] = [0, 0, 0];
    for (let round = 0; round < 300; round++) {
      const { blocks } = scanned[chance(1000)];
      const block = blocks[chance(blocks.length)];
      const start = chance(Math.max(1, block.length - 4));
      const words = block.slice(start, start + 2 + chance(3));
      while (words.length && !stemsOf(words[0]).length) words.shift();
      while (words.length && !stemsOf(words[words.length - 1]).length) words.pop();
      if (words.length < 2) continue;
      const answer = await find(read, [{ kind: "phrase", words, shown: words.join(" ") }]);
      const expected = scanned.filter(({ blocks }) => hasPhrase(blocks, words));
      for (const { number } of expected) assert.ok(position(answer.numbers, number) >= 0, words.join(" "));
      right += expected.length;
      all += answer.numbers.length;
      const exact = await checked(read, text, answer);
      if (exact.isAbout) continue;
      for (const { number } of expected) assert.ok(position(exact.numbers, number) >= 0, `${words.join(" ")} was left out`);
      shown += exact.numbers.length - expected.length;
    }
    t.diagnostic(`${right} of ${all} by the index alone; ${shown} too many after a look at the texts`);
    assert.ok(right / all > 0.9 && shown < all / 100);
  });

  await t.test("what is said of a query that cannot be answered as it is", async () => {
    const kinds = async (query) => (await find(read, parse(query).clauses)).notes.map(({ kind }) => kind);
    assert.deepEqual(await kinds("the of"), ["common", "common"]);
    assert.deepEqual(await kinds("zzzzzzzz"), ["unknown"]);
    assert.deepEqual(await kinds('"zzzzzzzz the"'), ["unknown"]);
    const common = [...known.values()].sort((one, other) => other.count - one.count)[0].text;
    assert.deepEqual(new Set(await kinds(`${common} title5 title6`)), new Set(["dropped"]));
    const note = (await find(read, parse(`${common}x`).clauses)).notes[0];
    assert.ok(note.kind === "taken" || note.instead.includes(common), JSON.stringify(note));
  });

  await t.test("names are offered where nothing is found", async () => {
    const names = (await named(read, ["topic", "3"])).map(({ facet, value }) => `${facet} ${value.id}`);
    assert.ok(names.includes("topic topic-3") && !names.includes("topic topic-4"), names.join());
    assert.deepEqual(await named(read, []), []);
    assert.deepEqual(await named(read, ["zzz"]), []);
  });

  await t.test("rows are the best ones, with the words in the middle", async () => {
    for (const { statement } of scanned.slice(0, 60)) {
      if (statement.withdrawn) continue;
      const title = statement.title.split(" ").at(-1);
      const answer = await find(read, parse(title).clauses);
      const [first] = await rows(read, text, answer, answer.numbers, fromAddress(""));
      assert.equal(first.fields.address, statement.address);
      // Who asks for a whole title has it first, or one that is as short.
      const whole = await find(read, parse(statement.title).clauses);
      const titled = await rows(read, text, whole, whole.numbers, fromAddress(""));
      assert.ok(titled.every((row, at) => !at || titled[at - 1].how > row.how || titled[at - 1].titled >= row.titled));
      assert.ok(whole.found.length < 2 || whole.notes.some(({ kind }) => kind === "dropped") || titled[0].titled > 0, statement.title);
      const word = statement.text[0].split(" ").find((word) => stemsOf(tokens(word)[0]?.word).length);
      if (!word || tokens(word).length > 1) continue;
      const some = await find(read, parse(word).clauses);
      const page = await rows(read, text, some, some.numbers, fromAddress("?sort=date"));
      assert.ok(page.length === Math.min(PAGE, some.numbers.length) && page.every(({ fields }, at) => !at || page[at - 1].fields.number > fields.number));
      for (const { fields, excerpt, isOther } of page) {
        assert.ok(!isOther, `${word} ${fields.address}`);
        if (fields.isWithdrawn) continue;
        const joined = excerpt.pieces.map((piece) => piece.text).join("").replace(/^… | …$/g, "");
        const blocks = [...blocksOf(await text(fields))];
        assert.ok(blocks.some((block) => block.text.includes(joined)));
        for (const piece of excerpt.pieces.filter(({ isMark }) => isMark)) for (const other of tokens(piece.text)) assert.ok(alike(other.word, tokens(word)[0].word));
      }
    }
  });

  await t.test("a thousand queries of anything", async () => {
    const chance = random(17);
    const parts = [..."\"“”«»*-'’.,;()/|_ \u200d\u0301\u0640", "the", "bade", "nitor", "联合国", "бад", "وباد", "\ud800", "🙂", "\u{10FFFF}", "ﷺ", "1,000"];
    for (let round = 0; round < 1000; round++) {
      const piece = () => (chance(2) ? parts[chance(parts.length)] : String.fromCodePoint([chance(0x80), chance(0x3000), chance(0x110000)][chance(3)]));
      const query = Array.from({ length: 1 + chance(30) }, piece).join("");
      const { clauses } = parse(query, chance(2) === 0);
      const answer = await checked(read, text, await find(read, clauses));
      const page = await rows(read, text, answer, answer.numbers, fromAddress(`?page=${1 + chance(3)}`));
      assert.ok(page.length <= PAGE);
      await named(read, clauses.flatMap(({ words }) => words));
      for (const { word } of tokens(query)) assert.ok((await completions(read, word)).length <= 8);
    }
  });

  await t.test("an address of anything", async () => {
    const all = await everything(read);
    assert.equal(all.length, 1000);
    const chance = random(23);
    const names = ["topic", "kind", "from", "to", "page", "sort", "__proto__", "constructor", "toString", "q", "длина", ""];
    const values = ["", "topic-1", "speech", "__proto__", "constructor", "1e99", "-1", "2000", "99999", "NaN", "Infinity", "date", "\ud800", "%", "%E0%A4%A", "<b>", "a".repeat(9999)];
    for (let round = 0; round < 1000; round++) {
      const address = `?${Array.from({ length: chance(6) }, () => `${names[chance(names.length)]}=${values[chance(values.length)]}`).join("&")}`;
      const state = fromAddress(address);
      assert.deepEqual(fromAddress(toAddress(state)), { ...state, q: state.q.trim() }, address);
      const shown = passing(all, await filters(read, state));
      assert.ok(shown.length <= all.length);
      const answer = { numbers: all, scores: new Float64Array(all.length), found: [], notes: [], isAbout: false };
      const last = lastPage(state, answer, shown.length);
      assert.equal((await rows(read, text, answer, shown, { ...state, page: last + 1 })).length, 0);
      if (last) assert.ok((await rows(read, text, answer, shown, { ...state, page: last })).length > 0, address);
    }
    const { from, to } = fromAddress("?from=1e99&to=-1");
    assert.deepEqual([from, to], [null, null]);
    assert.equal({}.topic, undefined);
  });
});

test("files of another deploy are noticed", { skip }, async (t) => {
  const [old, now] = [build(t, corpus(400)), build(t, corpus(420))];
  // The old directory and dictionary, and new lists.
  const { read } = library(old);
  const other = library(now).read;
  const get = read.get;
  const query = async () => {
    const { clauses } = parse("bade title7");
    const answer = await find(read, clauses);
    return rows(read, textIn(now), answer, answer.numbers, fromAddress(""));
  };
  await query();
  const real = (path, mode) => (mode === "reload" ? other.get(path, mode) : /^[pnls]/.test(path) ? other.get(path, mode) : get(path, mode));
  read.get = real;
  read.files.clear();
  await assert.rejects(query, Stale);
  read.refresh();
  const healed = await query();
  assert.ok(healed.length > 0 && healed.every(({ isOther }) => !isOther));
});

test("files that were cut off are noticed", { skip }, async (t) => {
  const folder = build(t, corpus(200));
  const { read } = library(folder);
  const get = read.get;
  const chance = random(23);
  let noticed = 0;
  for (let round = 0; round < 300; round++) {
    read.files.clear();
    read.get = async (path, mode) => {
      const bytes = await get(path, mode);
      if (!bytes || path.endsWith("json") || chance(3)) return bytes;
      if (chance(2)) return bytes.subarray(0, chance(bytes.length + 1));
      const changed = bytes.slice();
      if (changed.length) changed[chance(changed.length)] ^= 1 << chance(8);
      return changed;
    };
    try {
      await find(read, parse('bade nitor "bade de" title3').clauses);
    } catch (error) {
      assert.ok(error instanceof Stale, error.stack);
      noticed += 1;
    }
  }
  assert.ok(noticed > 50);
});

test("a withdrawn record is found by its title alone, and a draft not at all", { skip }, async (t) => {
  const statements = corpus(60);
  const [gone, draft] = [statements[7], statements[8]];
  Object.assign(gone, { withdrawn: true, title: "Zzwithdrawn title", text: ["Zzhidden words."] });
  Object.assign(draft, { draft: true, title: "Zzdraft title", text: ["Zzunready words."], speakers: ["Zzdrafter Person"] });
  const folder = build(t, statements);
  const { read } = library(folder);
  const known = [...(await dictionary(read)).keys()].filter((text) => text.startsWith("zz"));
  assert.deepEqual(known, ["zzwithdrawn"]);
  const answer = await find(read, parse("zzwithdrawn").clauses);
  const stored = await Promise.all([...answer.numbers].map((number) => read.fields(number)));
  assert.deepEqual(stored.map(({ address, isWithdrawn }) => [address, isWithdrawn]), [[gone.address, true]]);
  for (const file of readdirSync(join(folder, "search"), { recursive: true })) {
    const path = join(folder, "search", file);
    if (!statSync(path).isFile() || path.endsWith(".html")) continue;
    const text = readFileSync(path, "latin1").toLowerCase();
    for (const word of ["unready", "zzdraft", "hidden", draft.address]) assert.ok(!text.includes(word), `${word} in ${file}`);
  }
});
