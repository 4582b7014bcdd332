// Words of texts and of queries, and names of files: docs/search-format.md, "Words".

const LETTER = "\\p{L}\\p{N}\\p{M}";
const HIDDEN = "\\u00AD\\u061C\\u200C-\\u200F\\u2060\\uFEFF";
const RUN = new RegExp(`[${LETTER}${HIDDEN}]+`, "gu");
const SINGLE = /^\p{L}\p{M}*$/u;
const DOTTED = new RegExp(`\\p{L}\\p{M}*(?:\\.\\p{L}\\p{M}*)+(?![${LETTER}${HIDDEN}])`, "uy");
const HIDDEN_ONES = new RegExp(`[${HIDDEN}.]`, "gu");
const NOT_A_LETTER = new RegExp(`[^${LETTER}]`, "gu");
const MARKS = /((?!\p{M})[\p{sc=Latn}\p{sc=Grek}\p{sc=Hebr}\p{sc=Arab}])\p{M}+/gu;
const PAIRED = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30FC]/u;
const UNITS = /^\p{M}+|\P{M}\p{M}*/gu;
const PLAIN = Object.fromEntries(
  "ёе ςσ ıi øo łl đd ħh ðd þth ßss æae œoe ٱا ىي یي کك ةه".split(" ").map((pair) => [pair[0], pair.slice(1)]),
);
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** A run of letters as it is looked for. @param {string} run */
export function fold(run) {
  if (/^[a-z0-9]*$/.test(run)) return run;
  return run
    .replace(HIDDEN_ONES, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\u0640/g, "")
    .replace(MARKS, "$1")
    .replace(/[\u0300\u0301]/g, "")
    .normalize("NFC")
    .replace(TO_PLAIN, (letter) => PLAIN[letter])
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(NOT_A_LETTER, "");
}

/** Words as they were written, and folded; most stand in a text more than once. @type {Map<string, string>} */
const folded = new Map();

/** @param {string} run */
function known(run) {
  let word = folded.get(run);
  if (word === undefined) folded.set(run, (word = fold(run)));
  return word;
}

/** @typedef {{word: string, start: number, end: number}} Token a word, folded, and where it stands in the text */

/** The words of a text, one after another. @param {string} text @returns {Token[]} */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match; match = RUN.exec(text)) {
    let [run] = match;
    const start = match.index;
    if (text[start + run.length] === "." && SINGLE.test(run)) {
      DOTTED.lastIndex = start;
      run = DOTTED.exec(text)?.[0] ?? run;
      RUN.lastIndex = start + run.length;
    }
    const end = start + run.length;
    const word = known(run);
    if (!/[^\0-\u0dff]/.test(word) || !PAIRED.test(word)) {
      if (word) found.push({ word: cut(word), start, end });
      continue;
    }
    const units = /** @type {string[]} */ (word.match(UNITS));
    // Where the units of the text are as many, they are the same.
    const raw = [...run.matchAll(UNITS)];
    const place = raw.length === units.length ? (/** @type {number} */ at) => start + (raw[at]?.index ?? run.length) : null;
    for (const [from, to] of pairs(units)) {
      const part = cut(units.slice(from, to).join(""));
      found.push({ word: part, start: place ? place(from) : start, end: place ? place(to) : end });
    }
  }
  return found;
}

/** From where to where words go that are pairs of characters, or stand between such. @param {string[]} units */
function pairs(units) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 0, end; at < units.length; at = end) {
    const paired = isPaired(units[at]);
    for (end = at + 1; end < units.length && isPaired(units[end]) === paired; ) end++;
    if (!paired || end === at + 1) found.push([at, end]);
    else for (let one = at; one < end - 1; one++) found.push([one, one + 2]);
  }
  return found;
}

/** Whether a word is of a script that has no spaces. @param {string} word */
export const isPaired = (word) => PAIRED.exec(word)?.index === 0;

/** The letters of a word that count. @param {string} word */
const cut = (word) => (word.length > 40 ? [...word].slice(0, 40).join("") : word);

/** The order of code points, in which the index has texts. @param {string} one @param {string} other */
export function compare(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    if (one.charCodeAt(at) !== other.charCodeAt(at)) {
      return /** @type {number} */ (one.codePointAt(at)) - /** @type {number} */ (other.codePointAt(at));
    }
  }
  return one.length - other.length;
}

/** The position of the last of some rising values that is not above another one; -1 where all are.
 * @template T @param {ArrayLike<T>} values @param {(value: T) => boolean} isAbove */
export function lastNotAbove(values, isAbove) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(values[middle])) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

const encoder = new TextEncoder();

/** The bytes of a text. @param {string} text */
export const utf8 = (text) => encoder.encode(text);

/** The name of the file of a text. @param {string} text */
export function fileName(text) {
  let name = "w";
  for (const byte of utf8(text)) {
    const letter = String.fromCharCode(byte);
    name += /[a-z0-9]/.test(letter) ? letter : `-${byte.toString(16).padStart(2, "0")}`;
  }
  return name;
}
