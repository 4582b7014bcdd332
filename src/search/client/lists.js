// Lists of statements, as they are in files and in memory: docs/search-format.md, "A list" and "Successors".

import { lastNotAbove, utf8 } from "./words.js";

/** Files that do not belong together, since the site was published in between. */
export class Stale extends Error {}

/** Statements by their numbers, rising, with a few bits for each (mostly ranks).
 * @typedef {{numbers: Float64Array, bits: Uint16Array}} List */

/** So many bits say how much a stem means to a statement, from this value on it stands in the head, and what each value weighs:
 * docs/search-format.md, "Rank". */
export const RANK_BITS = 5;
export const HEAD = 16;
export const WEIGHTS = Array.from({ length: 48 }, (_, rank) => 1 / (1 + 2 ** (2 - (rank % HEAD) / 2)));

/** In place of a rank that is not known: greater than all, and weighs as much as some. */
export const UNKNOWN = 37;

/** @type {List} */
export const NONE = { numbers: new Float64Array(0), bits: new Uint16Array(0) };

/** FNV-1a. @param {Uint8Array} bytes */
export function fnv(bytes) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at], 16777619);
  return hash >>> 0;
}

/** The hash of what follows a stem: the stop words between, and the next stem. @param {string[]} words */
export const successor = (words) =>
  (words.reduce((hash, word) => Math.imul(hash ^ fnv(utf8(word)), 16777619), 0x811c9dc5) >>> 0) % 32767 + 1;

/** A row of bytes that is read from front to end. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A number of so many bytes. */
  number(bytes = 1) {
    let value = 0;
    for (let place = 0; place < bytes; place++) value += this.bytes[this.at++] * 2 ** (8 * place);
    if (this.at > this.bytes.length) throw new Stale("end");
    return value;
  }

  varint() {
    for (let value = 0, place = 1; ; place *= 128) {
      const byte = this.number();
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  }
}

/** Reads a list with so many bits a posting. @param {Reader} reader @param {number} width @returns {List} */
export function readList(reader, width) {
  const { bytes } = reader;
  const count = reader.varint();
  if (!count) return NONE;
  if (count > 8 * bytes.length) throw new Stale("end");
  const low = reader.number();
  let day = reader.number(3);
  let bit = reader.at * 8;
  /** At least 25 bits from here on. */
  const peek = () => {
    const at = bit >> 3;
    return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> (bit & 7);
  };
  const take = (/** @type {number} */ size) => {
    const value = peek() & ((1 << size) - 1);
    bit += size;
    return value;
  };
  const rice = (/** @type {number} */ size) => {
    const zero = ~peek();
    const ones = zero ? Math.min(31 - Math.clz32(zero & -zero), 24) : 24;
    bit += ones < 24 ? ones + 1 : ones;
    return ones < 24 ? ones * (1 << size) + take(size) : take(16) + take(16) * 65536;
  };
  const [numbers, bits] = [new Float64Array(count), new Uint16Array(count)];
  let place = 0;
  for (let at = 0; at < count; at++) {
    const days = at ? rice(low & 15) : 0;
    if (days) place = 0;
    day += days;
    place += rice(low >> 4);
    numbers[at] = day * 4096 + place;
    bits[at] = take(width);
  }
  reader.at = (bit + 7) >> 3;
  if (reader.at > bytes.length) throw new Stale("end");
  return { numbers, bits };
}

/** The postings of a list, in a row of successors from a byte on, after which one of those wanted follows.
 * @param {List} list @param {Uint8Array} bytes @param {number} skip postings of others before
 * @param {Set<number>} wanted @returns {List} */
export function followed(list, bytes, skip, wanted) {
  let at = 4;
  for (; skip > 0 && at < bytes.length; at += 2) if (bytes[at + 1] & 128) skip--;
  const found = new Uint32Array(list.numbers.length);
  let count = 0;
  for (let posting = 0; posting < list.numbers.length; posting++) {
    let high = 0;
    for (let is = false; high < 128; at += 2) {
      if (at + 1 >= bytes.length) throw new Stale("end");
      high = bytes[at + 1];
      if (!is && wanted.has(bytes[at] | ((high & 127) << 8))) {
        is = true;
        found[count++] = posting;
      }
    }
  }
  return pick(list, found.subarray(0, count));
}

/** @param {List} list @param {Uint32Array} positions @returns {List} */
function pick(list, positions) {
  return { numbers: Float64Array.from(positions, (at) => list.numbers[at]), bits: Uint16Array.from(positions, (at) => list.bits[at]) };
}

/** Those of a bucket whose rest of the hash is wanted. @param {List} list @param {number} rest @returns {List} */
export function withRest(list, rest) {
  const numbers = list.numbers.filter((_, at) => list.bits[at] === rest);
  return { numbers, bits: new Uint16Array(numbers.length).fill(UNKNOWN) };
}

/** Statements that are in both lists, with the lesser of their bits: a phrase does not stand there more often than any of its
 * words. @param {List} one @param {List} other @returns {List} */
export function both(one, other) {
  if (one.numbers.length > other.numbers.length) [one, other] = [other, one];
  const [a, b] = [one.numbers, other.numbers];
  const [numbers, bits] = [new Float64Array(a.length), new Uint16Array(a.length)];
  let count = 0;
  for (let at = 0, there = 0; at < a.length; at++) {
    there = seek(b, a[at], there);
    if (b[there] !== a[at]) continue;
    numbers[count] = a[at];
    bits[count++] = Math.min(one.bits[at], other.bits[there]);
  }
  return { numbers: numbers.subarray(0, count), bits: bits.subarray(0, count) };
}

/** Statements that are in one of the lists, with the greatest of their bits. @param {List[]} lists @returns {List} */
export function either(lists) {
  if (lists.length < 2) return lists[0] ?? NONE;
  const half = lists.length >> 1;
  const [one, other] = [either(lists.slice(0, half)), either(lists.slice(half))];
  const [a, b] = [one.numbers, other.numbers];
  const [numbers, bits] = [new Float64Array(a.length + b.length), new Uint16Array(a.length + b.length)];
  let count = 0;
  for (let at = 0, there = 0; at < a.length || there < b.length; count++) {
    const takes = !(a[at] > b[there]) && at < a.length;
    const has = !(b[there] > a[at]) && there < b.length;
    numbers[count] = takes ? a[at] : b[there];
    bits[count] = Math.max(takes ? one.bits[at++] : 0, has ? other.bits[there++] : 0);
  }
  return { numbers: numbers.subarray(0, count), bits: bits.subarray(0, count) };
}

/** How many numbers two rising rows have in common. @param {Float64Array} one @param {Float64Array} other */
export function common(one, other) {
  const [a, b] = one.length < other.length ? [one, other] : [other, one];
  let count = 0;
  for (let at = 0, there = 0; at < a.length && there < b.length; at++) {
    there = seek(b, a[at], there);
    if (b[there] === a[at]) count++;
  }
  return count;
}

/** The first position from another one on at which a number is not below a limit.
 * @param {Float64Array} numbers @param {number} limit @param {number} from */
function seek(numbers, limit, from) {
  let step = 1;
  let end = from;
  for (; end < numbers.length && numbers[end] < limit; step *= 2) {
    from = end + 1;
    end += step;
  }
  for (end = Math.min(end, numbers.length); from < end; ) {
    const middle = (from + end) >> 1;
    if (numbers[middle] < limit) from = middle + 1;
    else end = middle;
  }
  return from;
}

/** The position of a number in a list, or -1. @param {Float64Array} numbers @param {number} number */
export function position(numbers, number) {
  const at = lastNotAbove(numbers, (other) => other > number);
  return numbers[at] === number ? at : -1;
}

/** The year of a number; of a decade or a century, in which no year is known, the last. @param {number} number */
export const yearOf = (number) => Math.floor(number / 4096 / 429);

/** How many years before that one may be meant: 9 of a decade, 99 of a century. @param {number} number */
export const yearsOf = (number) => [9, 99][Math.floor(number / 4096 % 429) - 397] || 0;
