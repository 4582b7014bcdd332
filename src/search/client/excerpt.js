// The words that were looked for, in the text of a statement.

import { withoutArticle } from "./find.js";
import { tokens } from "./words.js";

/** @typedef {import("./find.js").Found} Found @typedef {import("./words.js").Token} Token */
/** A paragraph; `quotation` is the position of the quotation that it is in, and `part` says what it is, if not of the text.
 * @typedef {{text: string, quotation: number | null, part: string}} Block */
/** @typedef {{pieces: {text: string, isMark: boolean}[], part: string, fragment: string}} Excerpt */
/** Where clauses stand in a block: tokens, each with the clauses it belongs to. @typedef {{block: Block, words: Token[], marks: (Set<number> | undefined)[]}} Marked */

const WINDOW = 30;

/** The paragraphs of a statement's Markdown as a reader sees them, its summary and note last.
 * @param {string} markdown @returns {Generator<Block>} */
export function* blocksOf(markdown) {
  const [, front = "", body] = /** @type {string[]} */ (/^(?:\uFEFF?---\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$))?([^]*)$/.exec(markdown));
  // Quotations that stand in something else are not counted here, so no anchor is said where there are such.
  const isPlain = !/^[ \t]*(?:[-*+]|\d+[.)]|\[\^[^\]]+\]:)[ \t]+>/m.test(body) && !/^ {4}|\t/m.test(body);
  let [quotation, isQuoted] = [-1, false];
  let lines = "";
  function* end() {
    const text = plain(lines);
    if (text) yield { text, quotation: isQuoted && isPlain ? quotation : null, part: "" };
    lines = "";
  }
  for (const line of body.split(/\r?\n/)) {
    const quoted = /^ {0,3}>/.test(line);
    if (quoted && !isQuoted) {
      yield* end();
      isQuoted = true;
      quotation++;
    }
    const own = line.replace(/^ {0,3}(?:> ?)+/, "");
    if (!own.trim() || /^\s*(?:#|[-*+]\s|\d+[.)]\s|\||\[\^[^\]]+\]:|```|~~~)/.test(own)) {
      yield* end();
      isQuoted &&= quoted;
    }
    lines += `${own}\n`;
  }
  yield* end();
  for (const [, part, all] of front.matchAll(/^(summary|context):[ \t]*((?:.*)(?:\r?\n(?:[ \t].*)?)*)/gm)) {
    for (const lines of all.replace(/^[>|][-+\d]*\s/, "").replace(/^(["'])([^]*)\1\s*$/, "$2").split(/\n\s*\n/)) {
      const text = plain(lines);
      if (text) yield { text, quotation: null, part };
    }
  }
}

/** A paragraph without the marks of Markdown. @param {string} text */
function plain(text) {
  if (!/[<[*_`\\&~|#=]|^\s*[-+\d]/m.test(text)) return text.replace(/\s+/g, " ").trim();
  return text
    .replace(/<!--[^]*?-->|<\/?[a-z][^<>]*>|^\s*\[(?!\^)[^\]]+\]:\s+\S+.*$/gim, "")
    .replace(/\[\^[^\]]+\]:?/g, "")
    .replace(/!?\[((?:[^[\]]|\\.)*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])?/g, "$1")
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, "$1")
    .replace(/^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|[=\-|:\s]{3,}$|```.*$|~~~.*$)/gm, " ")
    .replace(/(?<!\\)[*`|]|(?<![\p{L}\p{N}\\])_|(?<!\\)_(?![\p{L}\p{N}])|~~/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a word of a text is one of a query. @param {string} word @param {import("./find.js").Reading} reading
 * @param {(word: string) => import("./dictionary.js").Entry | undefined} peek */
function isWord(word, reading, peek) {
  if (word === reading.word || (reading.isPrefix && word.startsWith(reading.word))) return true;
  const entry = peek(word);
  return reading.stems.some(({ text }) => {
    if (entry?.count) return entry.stems.includes(text);
    // A word of a partition that was not read: as near as can be.
    return [word, ...withoutArticle(word)].some((own) => own === text || (text.length > 2 && own.startsWith(text) && own.length < text.length + 5));
  });
}

/** Where clauses stand together in some blocks, and how well each does: 2 as it was asked, 1 in other forms, 0 not. Nothing is read
 * that can say no more.
 * @param {Iterable<Block>} blocks @param {Found[]} found
 * @param {(word: string) => import("./dictionary.js").Entry | undefined} peek */
export function look(blocks, found, peek) {
  const how = found.map(() => 0);
  /** @type {Map<string, boolean>[]} */
  const known = found.flatMap(({ readings }) => readings.map(() => new Map()));
  let most = -1;
  /** @type {{own: Marked, from: number, to: number} | null} */
  let best = null;
  for (const block of blocks) {
    const words = tokens(block.text);
    if (!words.length) continue;
    const own = { block, words, marks: marked(words, found, known, how, peek) };
    if (most < 0) [best, most] = [{ own, from: 0, to: -1 }, 0];
    own.marks.forEach((mark, from) => {
      if (!mark) return;
      const seen = new Set();
      let to = from;
      for (let at = from; at < Math.min(from + WINDOW, words.length); at++) {
        if (own.marks[at]) to = at;
        own.marks[at]?.forEach((clause) => seen.add(clause));
      }
      if (seen.size > most) [best, most] = [{ own, from, to }, seen.size];
    });
    if (most === found.length && how.every((how, at) => how > 1 || found[at].clause.kind !== "phrase")) break;
  }
  return { best, how };
}

/** Which clauses each of some words belongs to. @param {Token[]} words @param {Found[]} found @param {Map<string, boolean>[]} known
 * @param {number[]} how @param {(word: string) => import("./dictionary.js").Entry | undefined} peek */
function marked(words, found, known, how, peek) {
  /** @type {(Set<number> | undefined)[]} */
  const marks = words.map(() => undefined);
  let first = 0;
  found.forEach(({ readings }, clause) => {
    const fits = (/** @type {import("./find.js").Reading} */ own, /** @type {number} */ place, /** @type {string} */ word) => {
      let is = known[first + place].get(word);
      if (is === undefined) known[first + place].set(word, (is = isWord(word, own, peek)));
      return is;
    };
    for (let at = 0; at + readings.length <= words.length; at++) {
      if (!readings.every((own, place) => fits(own, place, words[at + place].word))) continue;
      how[clause] = Math.max(how[clause], readings.every(({ word }, place) => words[at + place].word === word) ? 2 : 1);
      readings.forEach((_, place) => (marks[at + place] ??= new Set()).add(clause));
    }
    first += readings.length;
  });
  return marks;
}

/** Some words of a text, with those that were looked for in the middle; the beginning where there are none.
 * @param {ReturnType<typeof look>["best"]} best @param {number[] | null} anchors the numbers of its quotations' anchors, where
 * they are not 1, 2, 3 @returns {Excerpt | null} */
export function excerpt(best, anchors) {
  if (!best) return null;
  const { own, from, to } = best;
  const { part } = own.block;
  if (to < 0) return { pieces: cutOut(own, 0, WINDOW), part, fragment: "" };
  const spare = WINDOW - (to - from + 1);
  const start = Math.max(0, Math.min(from - (spare >> 1), own.words.length - WINDOW));
  return { pieces: cutOut(own, start, start + WINDOW), part, fragment: part === "summary" ? "" : fragment(own, from, anchors) };
}

/** @param {Marked} marked @param {number} from @param {number} to */
function cutOut({ block: { text }, words, marks }, from, to) {
  to = Math.min(to, words.length);
  /** @type {Excerpt["pieces"]} */
  const pieces = [];
  let at = from ? words[from].start : 0;
  if (from) pieces.push({ text: "… ", isMark: false });
  for (let word = from; word < to; word++) {
    if (!marks[word]) continue;
    // Neighbours are one mark.
    let last = word;
    while (last + 1 < to && marks[last + 1] && words[last + 1].start <= words[last].end + 1) last++;
    pieces.push({ text: text.slice(at, words[word].start), isMark: false });
    at = words[last].end;
    pieces.push({ text: text.slice(words[word].start, at), isMark: true });
    word = last;
  }
  pieces.push({ text: text.slice(at, to < words.length ? words[to - 1].end : undefined), isMark: false });
  if (to < words.length) pieces.push({ text: " …", isMark: false });
  return pieces.filter((piece) => piece.text);
}

/** What is added to the address of a statement so that it leads to a word. @param {Marked} marked @param {number} at
 * @param {number[] | null} anchors */
function fragment({ block: { text, quotation }, words }, at, anchors) {
  // Between these words stands nothing that a page could show in another way.
  const joined = (/** @type {number} */ word) => /^ $/.test(text.slice(words[word].end, words[word + 1]?.start ?? 0));
  let [first, last] = [at, at];
  while (last < at + 4 && last + 1 < words.length && joined(last)) last++;
  while (first > at - 3 && first > 0 && joined(first - 1)) first--;
  const part = (/** @type {number} */ from, /** @type {number} */ to) =>
    encodeURIComponent(text.slice(words[from].start, words[to].end)).replace(/-/g, "%2D");
  const before = first < at ? `${part(first, at - 1)}-,` : "";
  const anchor = quotation === null ? "" : `q${anchors ? anchors[quotation] : quotation + 1}`;
  return `#${anchor.includes("u") ? "" : anchor}:~:text=${before}${part(at, last)}`;
}
