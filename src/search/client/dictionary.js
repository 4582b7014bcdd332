// A partition of the dictionary: docs/search-format.md, "dictionary".

import { Reader } from "./lists.js";
import { compare, lastNotAbove } from "./words.js";

/** A text that occurs: as a word (then `count` says in how many statements), as a stem (then `list` says where), or both.
 * @typedef {{text: string, isStop: boolean, count: number, stems: string[], list: Listed | null}} Entry */

/** Where the list of a stem is: in a file of its own, with 2^`parts` files of successors, or in its partition's, from a byte on.
 * @typedef {{df: number, bytes: number, parts: number | null, at: number, skip: number}} Listed */

/** @typedef {{check: number, next: string, entries: Entry[], byText: Map<string, Entry>, size: number}} Partition */

const decoder = new TextDecoder();

/** @param {Uint8Array} bytes @returns {Partition} */
export function readPartition(bytes) {
  const reader = new Reader(bytes);
  const check = reader.number(4);
  const next = decoder.decode(nextText(reader, new Uint8Array(0), 0));
  /** @type {Entry[]} */
  const entries = [];
  let own = new Uint8Array(0);
  let [size, skip] = [0, 0];
  while (reader.at < bytes.length) {
    own = nextText(reader, own);
    const flags = reader.number();
    /** @type {Entry} */
    const entry = { text: decoder.decode(own), isStop: !!(flags & 1), count: 0, stems: [], list: null };
    if (flags & 4) entry.stems.push(entry.text);
    if (flags & 2) entry.count = reader.varint();
    for (let others = flags >> 5; others > 0; others--) entry.stems.push(decoder.decode(nextText(reader, own)));
    if (flags & 8) {
      const list = { df: reader.varint(), bytes: reader.varint(), parts: flags & 16 ? reader.number() : null, at: size, skip };
      if (list.parts === null) [size, skip] = [size + list.bytes, skip + list.df];
      entry.list = list;
    }
    entries.push(entry);
  }
  return { check, next, entries, byText: new Map(entries.map((entry) => [entry.text, entry])), size };
}

/** Some bytes of another text, and those that follow. @param {Reader} reader @param {Uint8Array} other @param {number} keep */
function nextText(reader, other, keep = reader.number()) {
  const add = reader.number();
  const own = new Uint8Array(keep + add);
  own.set(other.subarray(0, keep));
  own.set(reader.bytes.subarray(reader.at, reader.at + add), keep);
  reader.at += add;
  return own;
}

/** The entries that begin with some letters. @param {Partition} partition @param {string} prefix */
export function beginning({ entries }, prefix) {
  const start = lastNotAbove(entries, (entry) => compare(entry.text, prefix) >= 0) + 1;
  let end = start;
  while (end < entries.length && entries[end].text.startsWith(prefix)) end++;
  return entries.slice(start, end);
}

/** The words that are most like one that nobody used, best first. @param {Partition} partition @param {string} word */
export function nearest({ entries }, word) {
  const most = word.length < 5 ? 1 : 2;
  const near = entries.flatMap((entry) => {
    if (!entry.count || Math.abs(entry.text.length - word.length) > most) return [];
    const apart = distance(entry.text, word);
    return apart > 0 && apart <= most ? [{ entry, apart }] : [];
  });
  near.sort((one, other) => one.apart - other.apart || other.entry.count - one.entry.count);
  return near.slice(0, 5).map(({ entry }) => entry.text);
}

/** How many letters must be put in, taken out, replaced, or changed with their neighbour.
 * @param {string} one @param {string} other */
export function distance(one, other) {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const now = [at];
    for (let there = 1; there <= other.length; there++) {
      const same = one[at - 1] === other[there - 1];
      now[there] = Math.min(row[there] + 1, now[there - 1] + 1, row[there - 1] + (same ? 0 : 1));
      if (at > 1 && there > 1 && one[at - 1] === other[there - 2] && one[at - 2] === other[there - 1]) {
        now[there] = Math.min(now[there], before[there - 2] + 1);
      }
    }
    [before, row] = [row, now];
  }
  return row[other.length];
}
