// From the parts of a query to statements.

import { beginning, nearest } from "./dictionary.js";
import { HEAD, NONE, UNKNOWN, WEIGHTS, both, either, successor } from "./lists.js";
import { isPaired } from "./words.js";

/** @typedef {import("./library.js").Library} Library @typedef {import("./library.js").Stem} Stem */
/** @typedef {import("./lists.js").List} List @typedef {import("./query.js").Clause} Clause */

/** How a word of a query is read; `taken` says how one that nobody used was understood.
 * @typedef {{word: string, isStop: boolean, stems: Stem[], taken: string, isPrefix: boolean}} Reading */

/** What is known of a clause before its lists are fetched: which files that takes, with their bytes.
 * @typedef {{clause: Clause, readings: Reading[], df: number, files: Map<string, number>, run: () => Promise<List>}} Plan */

/** A clause with its statements. @typedef {Plan & {list: List}} Found */

/** Something to be said beside the results.
 * @typedef {{kind: "common" | "budget" | "unknown" | "dropped" | "taken" | "some", shown: string, as?: string, instead?: string[]}} Note */

/** @typedef {{numbers: Float64Array, scores: Float64Array, found: Found[], notes: Note[], isAbout: boolean}} Answer */

const BUDGET = 160_000;
const MOST_STEMS = 8;

/** The statements that have all of some clauses. @param {Library} library @param {Clause[]} clauses @returns {Promise<Answer>} */
export async function find(library, clauses) {
  /** @type {Note[]} */
  const notes = [];
  const planned = await Promise.all(clauses.map((clause) => plan(library, clause, notes)));
  const plans = planned.filter((plan) => plan !== null).sort((one, other) => one.df - other.df);
  const found = await Promise.all(affordable(plans, notes).map(async (plan) => ({ ...plan, list: await plan.run() })));
  found.sort((one, other) => one.list.numbers.length - other.list.numbers.length);
  const isAbout = found.some(({ clause }) => clause.kind === "phrase");
  for (;;) {
    const together = found.map(({ list }) => list).reduce(both, found[0]?.list ?? NONE);
    if (together.numbers.length || found.length < 2) {
      if (!together.numbers.length && found.length) notes.push({ kind: "unknown", shown: shown(found[0].clause) });
      const { statements } = await library.directory();
      return { numbers: together.numbers, scores: scored(together.numbers, found, statements), found, notes, isAbout };
    }
    // Nothing has all: the rarest is left out, and that is said.
    const [rarest] = found.splice(0, 1);
    notes.push({ kind: "dropped", shown: shown(rarest.clause) });
  }
}

const shown = (/** @type {Clause} */ { kind, shown }) => (kind === "phrase" ? `“${shown}”` : kind === "prefix" ? `${shown}*` : shown);

/** The plans that can be followed without fetching too much. @param {Plan[]} plans @param {Note[]} notes */
function affordable(plans, notes) {
  const fetched = new Set();
  let total = 0;
  return plans.filter(({ clause, files }) => {
    let more = 0;
    for (const [name, bytes] of files) if (!fetched.has(name)) more += bytes;
    if (total && total + more > BUDGET) {
      notes.push({ kind: "budget", shown: shown(clause) });
      return false;
    }
    for (const name of files.keys()) fetched.add(name);
    total += more;
    return true;
  });
}

/** @param {Library} library @param {Clause} clause @param {Note[]} notes @returns {Promise<Plan | null>} */
async function plan(library, clause, notes) {
  const readings = await Promise.all(clause.words.map((word) => read(library, word, clause.kind === "prefix", notes)));
  if (readings.some(({ stems, isStop }) => !stems.length && !isStop)) {
    const unknown = readings.filter(({ stems, isStop }) => !stems.length && !isStop);
    for (const { word } of unknown) {
      notes.push({ kind: "unknown", shown: word, instead: nearest((await library.partitionFor(word)).partition, word) });
    }
    return null;
  }
  if (!readings.some(({ stems }) => stems.length)) {
    notes.push({ kind: "common", shown: shown(clause) });
    return null;
  }
  for (const { word, taken } of readings) {
    if (taken) notes.push({ kind: "taken", shown: word, as: taken, instead: nearest((await library.partitionFor(word)).partition, word) });
  }
  const ways = waysThrough(readings);
  const words = ways.flatMap((way) => way.filter(({ after }) => !after).flatMap(({ at }) => readings[at].stems));
  const files = new Map(words.flatMap(listFiles));
  for (const { at, after } of ways.flat()) if (after) readings[at].stems.forEach((stem) => followingFiles(stem, files));
  const rarest = readings.filter(({ stems }) => stems.length).map(({ stems }) => stems.reduce((sum, { list }) => sum + list.df, 0));
  return { clause, readings, df: Math.min(...rarest), files, run: () => together(library, readings, ways) };
}

/** @param {Stem} stem @returns {[string, number][]} */
function listFiles({ text, first, partition, list }) {
  return [list.parts === null ? [`p/${first}`, partition.size] : [`l/${text}`, list.bytes]];
}

/** About what it takes to know what follows a stem. @param {Stem} stem @param {Map<string, number>} files */
function followingFiles(stem, files) {
  const { text, first, partition, list } = stem;
  if (list.parts) files.set(`b/${text}`, 12_000);
  else {
    for (const [name, bytes] of listFiles(stem)) files.set(name, bytes);
    files.set(list.parts === 0 ? `n/${text}` : `n/${first}`, list.parts === 0 ? 32_768 : Math.min(32_768, 2 * partition.size));
  }
}

/** How a word is read. @param {Library} library @param {string} word @param {boolean} isPrefix @param {Note[]} notes
 * @returns {Promise<Reading>} */
async function read(library, word, isPrefix, notes) {
  for (const begun of isPrefix ? [word, ...withoutArticle(word)] : []) {
    const { stems, isAll } = await expand(library, begun);
    if (!stems.length) continue;
    if (!isAll) notes.push({ kind: "some", shown: `${begun}*` });
    if (begun !== word) notes.push({ kind: "taken", shown: word, as: `${begun}*` });
    return { word: begun, isStop: false, stems, taken: "", isPrefix };
  }
  const own = await exact(library, word);
  if (own) return { ...own, taken: "", isPrefix: false };
  for (const other of withoutArticle(word)) {
    const reading = await exact(library, other);
    if (reading?.stems.length) return { ...reading, word, taken: other, isPrefix: false };
  }
  if ([...word].length > 2 && !isPrefix) {
    const { stems } = await expand(library, word);
    if (stems.length) return { word, isStop: false, stems, taken: `${word}*`, isPrefix: true };
  }
  // The longest stem with which it begins: most likely a form that no text has.
  for (let left = 0; left < 5 && word.length - left > 2; left++) {
    const begins = word.slice(0, word.length - left);
    const { partition } = await library.partitionFor(begins);
    if (partition.byText.get(begins)?.list) {
      const forms = partition.entries.filter(({ stems }) => stems.includes(begins)).sort((one, other) => other.count - one.count);
      return { word, isStop: false, stems: [await library.stem(begins)], taken: forms[0]?.text ?? begins, isPrefix: false };
    }
  }
  return { word, isStop: false, stems: [], taken: "", isPrefix: false };
}

/** @param {Library} library @param {string} word */
async function exact(library, word) {
  const entry = (await library.partitionFor(word)).partition.byText.get(word);
  if (!entry || !(entry.count || entry.isStop)) return isLetter(word) ? { word, isStop: true, stems: [] } : null;
  return { word, isStop: entry.isStop, stems: await Promise.all(entry.stems.map((stem) => library.stem(stem))) };
}

/** Whether a word is one letter of those scripts in which that is no word to look for. @param {string} word */
const isLetter = (word) => /^(?=\p{L})[\p{sc=Latn}\p{sc=Cyrl}]$/u.test(word);

/** An Arabic word without what is written together with it: and, so, by, to, as; the. @param {string} word */
export function withoutArticle(word) {
  if (!/^[\u0621-\u064A]{4,}$/.test(word)) return [];
  const [, particle, article, rest] = /** @type {string[]} */ (/^([وفبلك]?)(ال|(?<=ل)ل)?(.+)$/.exec(word));
  const others = [particle && article === "ال" && article + rest, article === "ل" && `ال${rest}`, article && rest, particle && !article && rest];
  return /** @type {string[]} */ (others.filter((other) => other && other.length > 2));
}

/** The stems of the words that begin with some letters, the most frequent ones, if these are in few partitions.
 * @param {Library} library @param {string} prefix */
async function expand(library, prefix) {
  /** @type {Map<string, number>} */
  const stems = new Map();
  for (const entry of await entriesOf(library, prefix)) {
    for (const stem of entry.stems) stems.set(stem, Math.max(stems.get(stem) ?? 0, entry.count, entry.list?.df ?? 0));
  }
  const best = [...stems].sort((one, other) => other[1] - one[1]);
  const found = await Promise.all(best.slice(0, MOST_STEMS).map(([stem]) => library.stem(stem)));
  return { stems: found, isAll: best.length <= MOST_STEMS };
}

/** @param {Library} library @param {string} prefix */
async function entriesOf(library, prefix) {
  const firsts = await library.partitionsOf(prefix);
  if (firsts.length > 4) return [];
  return (await Promise.all(firsts.map((first) => library.partition(first)))).flatMap((partition) => beginning(partition, prefix));
}

/** Words that begin with some letters, with the number of their statements, most frequent first.
 * @param {Library} library @param {string} prefix @returns {Promise<[string, number][]>} */
export async function completions(library, prefix) {
  if ([...prefix].length < 3 && !isPaired(prefix)) return [];
  const words = (await entriesOf(library, prefix)).filter(({ stems, count }) => stems.length && count);
  words.sort((one, other) => other.count - one.count);
  return words.slice(0, 8).map(({ text, count }) => [text, count]);
}

/** One way to read words that stand together: those that have stems, each with what stands between it and the next one.
 * @typedef {{at: number, after: {between: string[], at: number} | null}[]} Way */

/** Some words are a stop word in one language and none in another: each way to read them all. @param {Reading[]} readings */
function waysThrough(readings) {
  /** @type {number[][]} */
  let ways = [[]];
  readings.forEach(({ stems, isStop }, at) => {
    const chosen = stems.length ? ways.map((way) => [...way, at]) : [];
    ways = isStop ? [...chosen, ...ways].slice(0, 16) : chosen;
  });
  return ways.filter((way) => way.length).map((way) => way.map((at, place) => {
    const next = way[place + 1];
    return { at, after: next === undefined ? null : { between: readings.slice(at + 1, next).map(({ word }) => word), at: next } };
  }));
}

/** The statements in which words stand together, as far as the index knows.
 * @param {Library} library @param {Reading[]} readings @param {Way[]} ways */
async function together(library, readings, ways) {
  const all = ways.map(async (way) => {
    const pairs = way.filter(({ after }) => after || way.length === 1).map(async ({ at, after }) => {
      const { stems } = readings[at];
      if (!after) return either(await Promise.all(stems.map((stem) => library.list(stem))));
      const hashes = readings[after.at].stems.map(({ text }) => successor([...after.between, text]));
      return either(await Promise.all(stems.map((stem) => library.followed(stem, hashes))));
    });
    return (await Promise.all(pairs)).reduce(both);
  });
  return either(await Promise.all(all));
}

/** How well each statement answers. Who asks for three words or more mostly knows what it is called: first comes what has all in
 * its head. @param {Float64Array} numbers @param {Found[]} found @param {number} statements */
function scored(numbers, found, statements) {
  const scores = new Float64Array(numbers.length);
  const inHead = new Uint8Array(numbers.length);
  let most = 0;
  for (const { list } of found) {
    const df = list.numbers.length;
    const rarity = Math.log(1 + (Math.max(statements, df) - df + 0.5) / (df + 0.5));
    most += rarity;
    for (let at = 0, there = 0; at < numbers.length; at++) {
      while (list.numbers[there] < numbers[at]) there++;
      const rank = list.bits[there];
      scores[at] += rarity * WEIGHTS[rank];
      if (rank >= HEAD && rank < UNKNOWN) inHead[at]++;
    }
  }
  return scores.map((score, at) => (found.length > 2 && inHead[at] === found.length ? score + most : score));
}

/** The best of some statements, of those of an answer, best first; of equal ones the newer.
 * @param {Answer} answer @param {Float64Array} numbers @param {number} most */
export function best(answer, numbers, most) {
  /** @type {{number: number, score: number}[]} */
  const top = [];
  for (let at = 0, there = 0; at < numbers.length; at++) {
    while (answer.numbers[there] < numbers[at]) there++;
    const score = answer.scores[there];
    if (top.length === most && score < top[most - 1].score) continue;
    let place = top.length;
    while (place > 0 && top[place - 1].score <= score) place--;
    top.splice(place, 0, { number: numbers[at], score });
    if (top.length > most) top.pop();
  }
  return top.map(({ number }) => number);
}

