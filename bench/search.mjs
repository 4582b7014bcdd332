// What queries fetch of a built site: the modules of the page of search, on its files.
//
//     node bench/search.mjs FOLDER
//
// Prints a line of JSON for each query: its kind, the query, how many statements it finds, how many files it fetches, and how
// many bytes are sent for them: `.bin` as it is, text compressed by gzip. The page itself and its script are not counted; that a
// browser has files of an earlier query is not either.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { blocksOf } from "../src/search/client/excerpt.js";
import { find } from "../src/search/client/find.js";
import { Library } from "../src/search/client/library.js";
import { fromAddress, parse } from "../src/search/client/query.js";
import { checked, rows } from "../src/search/client/rows.js";
import { tokens } from "../src/search/client/words.js";

/** So many queries of each kind. */
const OF_EACH = 10;

const folder = process.argv[2];

/** The files of the site, as a browser without any of them has them; `sent` is what was sent so far. */
function site() {
  const sent = { files: 0, bytes: 0 };
  const file = (path) => {
    const whole = join(folder, path);
    if (!existsSync(whole)) return null;
    const bytes = readFileSync(whole);
    sent.files += 1;
    sent.bytes += path.endsWith(".bin") ? bytes.length : gzipSync(bytes, { level: 6 }).length;
    return bytes;
  };
  const library = new Library(async (path) => {
    const bytes = file(`search/${path}`);
    return bytes && new Uint8Array(bytes);
  });
  const texts = new Map();
  const text = async ({ address }) => {
    if (!texts.has(address)) texts.set(address, file(`${address}index.md`)?.toString() ?? null);
    return texts.get(address);
  };
  return { library, text, sent };
}

/** Words that are looked for, with the number of their statements, most frequent first. */
async function frequencies(library) {
  const all = [];
  for (const first of (await library.directory()).partitions) {
    for (const { text, count, stems } of (await library.partition(first)).entries) {
      if (count && stems.length && /^\p{L}{3,}$/u.test(text)) all.push([text, count]);
    }
  }
  return all.sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

/** Pairs of words that stand together in some statements, the most frequent words first. */
async function pairs({ library, text }, counts) {
  const { stored } = await library.directory();
  const found = new Map();
  for (const first of stored.filter((_, at) => at % Math.ceil(stored.length / 50) === 0)) {
    const some = JSON.parse(readFileSync(join(folder, `search/s/${first}.json`), "utf8"));
    for (const { text: block } of blocksOf((await text(await library.fields(some[0][0]))) ?? "")) {
      const words = tokens(block).map(({ word }) => word);
      words.forEach((word, at) => {
        const less = Math.min(counts.get(word) ?? 0, counts.get(words[at + 1]) ?? 0);
        if (less && word !== words[at + 1]) found.set(`"${word} ${words[at + 1]}"`, less);
      });
    }
  }
  return [...found].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([phrase]) => phrase);
}

/** Queries of six kinds, chosen by how often their words occur. */
async function queries() {
  const { library, text } = site();
  const { statements } = await library.directory();
  const all = await frequencies(library);
  const top = all.map(([word]) => word);
  const each = (query) => Array.from({ length: OF_EACH }, (_, at) => query(at));
  // One in a hundred statements at most has a rare word, and several do; of words in a tenth of them a reader might take two.
  const rare = all.filter(([, count]) => count > 2 && count <= Math.max(3, statements / 100)).map(([word]) => word);
  const usual = all.filter(([, count]) => count <= statements / 5).map(([word]) => word);
  const step = Math.max(1, Math.floor(rare.length / OF_EACH));
  const phrases = await pairs({ library, text }, new Map(all));
  const beginnings = [...new Set(top.map((word) => [...word].slice(0, 4).join("")))];
  return {
    rare: each((at) => rare[at * step]),
    frequent: each((at) => top[at]),
    "two words": each((at) => `${usual[2 * at]} ${usual[2 * at + 1]}`),
    phrase: each((at) => phrases[at]),
    prefix: each((at) => `${beginnings[at]}*`),
    "four frequent": each((at) => top.slice(at, at + 4).join(" ")),
  };
}

for (const [kind, asked] of Object.entries(await queries())) {
  for (const query of new Set(asked.filter((query) => query && !query.includes("undefined")))) {
    const { library, text, sent } = site();
    const answer = await checked(library, text, await find(library, parse(query).clauses));
    await rows(library, text, answer, answer.numbers, fromAddress(""));
    const notes = answer.notes.map(({ kind, shown }) => `${kind}: ${shown}`);
    console.log(JSON.stringify({ kind, query, hits: answer.numbers.length, ...sent, notes }));
  }
}
