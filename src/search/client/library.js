// The files of the index, fetched when they are needed and kept: docs/search-format.md, "After a deploy".

import { readShard } from "./dictionary.js";
import { NONE, RANK_BITS, Reader, Stale, either, fnv, followed, readList, withRest } from "./lists.js";
import { compare, fileName, lastNotAbove } from "./words.js";

/** @typedef {import("./dictionary.js").Shard} Shard @typedef {import("./dictionary.js").Entry} Entry */
/** @typedef {import("./lists.js").List} List */
/** @typedef {{format: number, statements: number, language: string, shards: string[], cards: number[],
 *   facets: {name: string, values: number, bytes: number}[]}} Directory */
/** What a row shows.
 * @typedef {{number: number, address: string, date: string, shown: string, title: string, speakers: string,
 *   language: string, isWithdrawn: boolean, summary: string | null, anchors: number[] | null}} Card */
/** @typedef {{id: string, label: string, count: number, broader: string | null, pack: number, at: number, bytes: number}} Value */
/** @typedef {{name: string, values: Map<string, Value>, packs: [string, number][]}} Facet */
/** Fetches a file: its bytes, or null where there is none.
 * @typedef {(path: string, mode: RequestCache) => Promise<Uint8Array | null>} Get */

const json = (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));

export class Library {
  /** @param {Get} get */
  constructor(get) {
    this.get = get;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Shard>} shards that were read */
    this.shards = new Map();
    /** @type {Directory | null} */
    this.known = null;
    this.isFresh = false;
  }

  /** Forgets all; what is then asked for is fetched past every cache until `isFresh` is taken back. */
  refresh() {
    this.files.clear();
    this.shards.clear();
    this.isFresh = true;
  }

  /** A file, decoded once.
   * @template T @param {string} path @param {(bytes: Uint8Array) => T} decode @param {RequestCache} mode @returns {Promise<T>} */
  file(path, decode, mode = "default") {
    let file = this.files.get(path);
    if (!file) {
      file = this.get(path, this.isFresh ? "reload" : mode).then((bytes) => {
        if (!bytes) throw new Stale(path);
        return decode(bytes);
      });
      file.catch(() => this.files.delete(path));
      this.files.set(path, file);
    }
    return file;
  }

  /** @returns {Promise<Directory>} */
  async directory() {
    return this.file(
      "index.json",
      (bytes) => {
        /** @type {Directory} */
        const directory = json(bytes);
        if (directory.format !== 1) throw new Stale("format");
        directory.cards.forEach((first, at, all) => (all[at] = first + (all[at - 1] ?? 0)));
        return (this.known = directory);
      },
      "no-cache",
    );
  }

  /** The first texts of the shards that may hold what begins with some letters. @param {string} prefix */
  async shardsOf(prefix) {
    const { shards } = await this.directory();
    const start = Math.max(0, lastNotAbove(shards, (first) => compare(first, prefix) > 0));
    let end = start + 1;
    while (end < shards.length && shards[end].startsWith(prefix)) end++;
    return shards.slice(start, end);
  }

  /** The shard with this first text. @param {string} first */
  async shard(first) {
    const shard = await this.file(`d/${fileName(first)}.bin`, readShard);
    this.shards.set(first, shard);
    return shard;
  }

  /** The shard in which a text is or would be. @param {string} text */
  async shardFor(text) {
    const [first] = await this.shardsOf(text);
    const shard = await this.shard(first);
    if (shard.next && compare(text, shard.next) >= 0) throw new Stale(text);
    return { first, shard };
  }

  /** A text, where its shard was read already. @param {string} text */
  peek(text) {
    const shards = this.known?.shards ?? [];
    return this.shards.get(shards[lastNotAbove(shards, (first) => compare(first, text) > 0)])?.byText.get(text);
  }

  /** A stem with where its list is. @param {string} text */
  async stem(text) {
    const { first, shard } = await this.shardFor(text);
    const list = shard.byText.get(text)?.list;
    if (!list) throw new Stale(text);
    return { text, first, shard, list };
  }

  /** In which statements a stem is, with ranks. @param {Stem} stem @returns {Promise<List>} */
  async list(stem) {
    return (await this.listed(stem)).list;
  }

  /** The list of a stem, and the check of the file that it is in. @param {Stem} stem */
  async listed({ text, first, shard, list }) {
    if (list.parts !== null) {
      const alone = await this.file(`l/${fileName(text)}.bin`, (bytes) => ({ ...withCheck(bytes), list: whole(bytes, RANK_BITS) }));
      if (alone.bytes.length !== list.bytes) throw new Stale(text);
      return alone;
    }
    const { check, bytes } = await this.file(`p/${fileName(first)}.bin`, withCheck);
    if (check !== shard.check) throw new Stale(first);
    return { check, list: readList(new Reader(bytes, list.at), RANK_BITS) };
  }

  /** In which statements a stem is followed by something of one of these hashes. @param {Stem} stem @param {number[]} hashes */
  async followed(stem, hashes) {
    const { text, first, list } = stem;
    if (list.parts) {
      const [parts, size] = [list.parts, 2 ** list.parts];
      const lists = hashes.map(async (hash) => {
        const name = `l/${fileName(text)}.${parts}-${hash % size}.bin`;
        return withRest(await this.file(name, (bytes) => whole(bytes, 15 - parts)), hash >> parts);
      });
      return either(await Promise.all(lists));
    }
    const name = list.parts === 0 ? `l/${fileName(text)}.n.bin` : `n/${fileName(first)}.bin`;
    const [own, bytes] = await Promise.all([this.listed(stem), this.file(name, (bytes) => bytes)]);
    if (new Reader(bytes).number(4) !== own.check) throw new Stale(name);
    return followed(own.list, bytes, list.parts === 0 ? 0 : list.skip, new Set(hashes));
  }

  /** What the row of a statement shows. @param {number} number @returns {Promise<Card>} */
  async card(number) {
    const { cards, language } = await this.directory();
    const first = cards[Math.max(0, lastNotAbove(cards, (first) => first > number))];
    const pack = await this.file(`c/${first}.json`, (bytes) => new Map(json(bytes).map((/** @type {any[]} */ card) => [card[0], card])));
    const card = pack.get(number);
    if (!card) throw new Stale(`${number}`);
    const [, address, date, shown, title, speakers, own, flags, ...more] = card;
    return {
      number, address, date, shown, title, speakers, language: own || language, isWithdrawn: !!(flags & 1),
      summary: flags & 2 ? more[0] : null, anchors: flags & 4 ? more[more.length - 1] : null,
    };
  }

  /** A facet with its values. @param {string} name @returns {Promise<Facet>} */
  async facet(name) {
    return this.file(`f/${name}.json`, (bytes) => {
      /** @type {{packs: [string, number][], values: [string, string, number, number, string?][]}} */
      const { packs, values } = json(bytes);
      let [pack, at] = [-1, 0];
      const read = values.map(([id, label, count, bytes, broader = null]) => {
        if (pack + 1 < packs.length && compare(packs[pack + 1][0], id) <= 0) [pack, at] = [pack + 1, 0];
        const value = { id, label, count, broader, pack, at, bytes };
        at += bytes;
        return /** @type {[string, Value]} */ ([id, value]);
      });
      return { name, packs, values: new Map(read) };
    });
  }

  /** The statements of a value of a facet. @param {Facet} facet @param {string} id @returns {Promise<Float64Array>} */
  async valued(facet, id) {
    const value = facet.values.get(id);
    if (!value) return NONE.numbers;
    const [first, check] = facet.packs[value.pack];
    const pack = await this.file(`f/${facet.name}/${fileName(first)}.bin`, withCheck);
    if (pack.check !== check) throw new Stale(facet.name);
    return readList(new Reader(pack.bytes, value.at), 0).numbers;
  }
}

/** A stem with where its list is. @typedef {{text: string, first: string, shard: Shard, list: import("./dictionary.js").Listed}} Stem */

const withCheck = (/** @type {Uint8Array} */ bytes) => ({ bytes, check: fnv(bytes) });

/** A file that is one list. @param {Uint8Array} bytes @param {number} width */
function whole(bytes, width) {
  const reader = new Reader(bytes);
  const list = readList(reader, width);
  if (reader.at !== bytes.length) throw new Stale("end");
  return list;
}
