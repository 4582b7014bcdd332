// What the search of a built site puts first, for `search.py` to judge.
//
//     node bench/relevance.mjs FOLDER
//
// Prints lines of JSON: of each statement the words of its head (title, speakers and topics, as they are shown) and of its body, as
// numbers that forms of a word share; then of each query its kind, its words, and the statements that come first; then of each
// known item, of which three words of the title are asked for, the place at which it is found, or null.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blocksOf } from "../src/search/client/excerpt.js";
import { best, find } from "../src/search/client/find.js";
import { Library } from "../src/search/client/library.js";
import { fromAddress, parse } from "../src/search/client/query.js";
import { rows } from "../src/search/client/rows.js";
import { tokens } from "../src/search/client/words.js";

const OF_EACH = 150;
const KNOWN = 300;

const folder = process.argv[2];
const library = new Library(async (path) => {
  const file = join(folder, "search", path);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
});

/** Numbers that look like chance, and are the same each time. */
let state = 11;
const chance = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** In how many statements each word is that is looked for. */
const counts = new Map();
/** Stems that some word has in common, in different languages, are one: each leads to another, and the last to none. */
const joined = new Map();
const stemOf = (stem) => (joined.has(stem) ? stemOf(joined.get(stem)) : stem);
const firstStem = new Map();
for (const first of (await library.directory()).partitions) {
  for (const { text, count, stems } of (await library.partition(first)).entries) {
    if (!stems.length || !count) continue;
    counts.set(text, count);
    firstStem.set(text, stems[0]);
    for (const stem of stems) if (stemOf(stem) !== stemOf(stems[0])) joined.set(stemOf(stem), stemOf(stems[0]));
  }
}

const wordsOf = (texts) => texts.flatMap((text) => tokens(text).map(({ word }) => word)).filter((word) => counts.has(word));
const known = new Map();
const number = (word) => {
  const stem = stemOf(firstStem.get(word));
  if (!known.has(stem)) known.set(stem, known.size);
  return known.get(stem);
};
const numbers = (words) => words.map(number);

/** The labels of topics, by statement; broader ones stand in no text. */
const labels = new Map();
if ((await library.directory()).facets.some(({ name }) => name === "topic")) {
  const topics = await library.facet("topic");
  const { values } = topics;
  for (const [id, { label }] of values) {
    for (const statement of await library.valued(topics, id)) {
      labels.set(statement, [...(labels.get(statement) ?? []), { id, label }]);
    }
  }
  for (const [statement, own] of labels) {
    labels.set(statement, own.filter(({ id }) => !own.some((other) => values.get(other.id).broader === id)));
  }
}

const statements = [];
const places = new Map();
for (const first of (await library.directory()).stored) {
  for (const [statement, address, , , title, speakers] of JSON.parse(readFileSync(join(folder, `search/s/${first}.json`), "utf8"))) {
    const file = join(folder, address, "index.md");
    const body = existsSync(file) ? wordsOf([...blocksOf(readFileSync(file, "utf8"))].map(({ text }) => text)) : [];
    places.set(statement, statements.length);
    statements.push({ title, head: wordsOf([title]), body });
    console.log(JSON.stringify({ head: numbers(wordsOf([title, speakers, ...(labels.get(statement) ?? []).map(({ label }) => label)])), body: numbers(body) }));
  }
}

/** Some of the different words that are given, with different stems. */
function some(given, many) {
  const words = [...new Set(given)];
  const found = [];
  for (let tries = 0; tries < 50 && found.length < many; tries++) {
    const word = words[chance(words.length || 1)];
    if (word && [...word].length > 3 && !found.some((other) => number(other) === number(word))) found.push(word);
  }
  return found.length === many ? found : null;
}

/** The statements that come first: those of the first page as it shows them, without their texts, and those after. */
const first = async (words, most) => {
  const answer = await find(library, parse(words.join(" ")).clauses);
  const page = await rows(library, async () => null, answer, answer.numbers, fromAddress(""));
  const shown = page.map(({ fields }) => fields.number);
  return [...shown, ...best(answer, answer.numbers, most).slice(shown.length)].map((statement) => places.get(statement));
};

const kinds = [["two of a title", 2, "head"], ["three of a title", 3, "head"], ["one of a text", 1, "body"], ["two of a text", 2, "body"], ["three of a text", 3, "body"]];
for (const [kind, many, part] of kinds) {
  for (let made = 0, tries = 0; made < OF_EACH && tries < 20 * OF_EACH; tries++) {
    const words = some(statements[chance(statements.length)][part], many);
    if (!words) continue;
    made++;
    console.log(JSON.stringify({ kind, words: numbers(words), found: await first(words, 10) }));
  }
}

for (const known_by of ["any", "rarest"]) {
  for (let made = 0, tries = 0; made < KNOWN && tries < 20 * KNOWN; tries++) {
    const { title, head } = statements[chance(statements.length)];
    const rare = [...new Set(head)].sort((one, other) => counts.get(one) - counts.get(other));
    const words = known_by === "any" ? some(head, 3) : rare.slice(0, 3);
    if (!words || words.length < 3) continue;
    made++;
    const at = (await first(words, 20)).findIndex((place) => statements[place].title === title);
    console.log(JSON.stringify({ known_by, place: at < 0 ? null : at + 1 }));
  }
}
