// What is looked for: from a field of the page, and from the address.

import { isPaired, tokens } from "./words.js";

/** What must be in each statement that is found: a word, words that stand together, or a word that begins so.
 * @typedef {{kind: "word" | "phrase" | "prefix", words: string[], shown: string}} Clause */

/** @typedef {{q: string, from: number | null, to: number | null, chosen: Map<string, string[]>, sort: "" | "date", page: number}} State */

const QUOTE = '"“”„«»';
const PIECE = new RegExp(`[${QUOTE}]([^${QUOTE}]*)[${QUOTE}]?|[^\\s${QUOTE}/|;()\\[\\]{}'’ʼ]+`, "gu");
const MOST = 16;
/** So many characters are read of a query. */
const LONGEST = 1000;

/** The parts of a query, and what there was too much of.
 * @param {string} query @param {boolean} isTyping whether its last word may not be finished
 * @returns {{clauses: Clause[], left: string}} */
export function parse(query, isTyping = false) {
  /** @type {Map<string, Clause>} */
  const clauses = new Map();
  /** @type {string[]} */
  const left = [];
  const add = (/** @type {Clause["kind"]} */ kind, /** @type {string[]} */ words, /** @type {string} */ shown) => {
    left.push(...words.slice(MOST));
    if (words.length) clauses.set(`${kind} ${words.join(" ")}`, { kind, words: words.slice(0, MOST), shown });
  };
  for (const piece of query.slice(0, LONGEST).matchAll(PIECE)) {
    if (piece[1] !== undefined) {
      add("phrase", wordsOf(piece[1]), piece[1].trim());
      continue;
    }
    // A comma parts words, but not the digits of a number.
    for (const chunk of piece[0].split(/,(?!\d)|(?<!\d),/)) {
      const words = wordsOf(chunk);
      const last = words[words.length - 1] ?? "";
      const isEnd = isTyping && query.endsWith(chunk) && /[\p{L}\p{N}\p{M}]$/u.test(chunk);
      const mayBegin = isPaired(last) ? words.length === 1 && [...last].length === 1 : [...last].length > 2;
      if (mayBegin && (isEnd || chunk.endsWith("*") || isPaired(last))) {
        add("prefix", [last], last);
        words.pop();
      }
      add(words.length > 1 ? "phrase" : "word", words, chunk);
    }
  }
  const all = [...clauses.values()];
  left.push(...all.slice(MOST).map(({ shown }) => shown), query.slice(LONGEST));
  return { clauses: all.slice(0, MOST), left: left.join(" ").trim().slice(0, 200) };
}

const wordsOf = (/** @type {string} */ text) => tokens(text).map((token) => token.word);

/** What an address asks for. @param {string} address from its question mark on @returns {State} */
export function fromAddress(address) {
  const values = new URLSearchParams(address);
  const year = (/** @type {string} */ name) => (/^\d{1,4}$/.test(values.get(name) ?? "") ? Number(values.get(name)) : null);
  /** @type {State["chosen"]} */
  const chosen = new Map();
  for (const name of new Set(values.keys())) {
    const ids = [...new Set(values.getAll(name))].filter(Boolean);
    if (/^[a-z]+$/.test(name) && !["q", "from", "to", "sort", "page"].includes(name) && ids.length) chosen.set(name, ids);
  }
  return {
    q: values.get("q") ?? "",
    from: year("from"),
    to: year("to"),
    chosen,
    sort: values.get("sort") === "date" ? "date" : "",
    page: Math.max(1, Math.floor(Number(values.get("page"))) || 1),
  };
}

/** The address that asks for it, from its question mark on; empty where nothing is asked. @param {State} state */
export function toAddress({ q, from, to, chosen, sort, page }) {
  const values = new URLSearchParams();
  if (q.trim()) values.set("q", q.trim());
  for (const [name, ids] of chosen) ids.forEach((id) => values.append(name, id));
  if (from !== null) values.set("from", `${from}`);
  if (to !== null) values.set("to", `${to}`);
  if (sort) values.set("sort", sort);
  if (page > 1) values.set("page", `${page}`);
  const text = values.toString();
  return text && `?${text}`;
}
