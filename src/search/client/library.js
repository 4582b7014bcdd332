// The files of the index, fetched when they are needed and kept: docs/search-format.md, "After a deploy".

import { readPartition } from "./dictionary.js";
import { NONE, RANK_BITS, Reader, Stale, either, fnv, followed, readList, withRest } from "./lists.js";
import { compare, fileName, lastNotAbove } from "./words.js";

/** @typedef {import("./dictionary.js").Partition} Partition @typedef {import("./dictionary.js").Entry} Entry */
/** @typedef {import("./lists.js").List} List */
/** @typedef {{format: number, statements: number, language: string, partitions: string[], stored: number[],
 *   facets: {name: string, values: number, bytes: number}[]}} Directory */
/** What a row shows.
 * @typedef {{number: number, address: string, date: string, shown: string, title: string, speakers: string,
 *   language: string, isWithdrawn: boolean, summary: string | null, anchors: number[] | null}} StoredFields */
/** @typedef {{id: string, label: string, count: number, broader: string | null, at: number}} Value */
/** A facet with its values, but for so many of those with fewest statements; the files of its lists, by their first ids.
 * @typedef {{name: string, values: Map<string, Value>, leftOut: number, files: [string, number][]}} Facet */
/** Fetches a file: its bytes, or null where there is none.
 * @typedef {(path: string, mode: RequestCache) => Promise<Uint8Array | null>} Get */

const json = (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));

export class Library {
  /** @param {Get} get */
  constructor(get) {
    this.get = get;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Partition>} partitions that were read */
    this.partitions = new Map();
    /** @type {Directory | null} */
    this.known = null;
    this.isFresh = false;
  }

  /** Forgets all; what is then asked for is fetched past every cache until `isFresh` is taken back. */
  refresh() {
    this.files.clear();
    this.partitions.clear();
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
        if (directory.format !== 2) throw new Stale("format");
        directory.stored.forEach((first, at, all) => (all[at] = first + (all[at - 1] ?? 0)));
        return (this.known = directory);
      },
      "no-cache",
    );
  }

  /** The first texts of the partitions that may hold what begins with some letters. @param {string} prefix */
  async partitionsOf(prefix) {
    const { partitions } = await this.directory();
    const start = Math.max(0, lastNotAbove(partitions, (first) => compare(first, prefix) > 0));
    let end = start + 1;
    while (end < partitions.length && partitions[end].startsWith(prefix)) end++;
    return partitions.slice(start, end);
  }

  /** The partition with this first text. @param {string} first */
  async partition(first) {
    const partition = await this.file(`d/${fileName(first)}.bin`, readPartition);
    this.partitions.set(first, partition);
    return partition;
  }

  /** The partition in which a text is or would be. @param {string} text */
  async partitionFor(text) {
    const [first] = await this.partitionsOf(text);
    const partition = await this.partition(first);
    if (partition.next && compare(text, partition.next) >= 0) throw new Stale(text);
    return { first, partition };
  }

  /** A text, where its partition was read already. @param {string} text */
  peek(text) {
    const partitions = this.known?.partitions ?? [];
    return this.partitions.get(partitions[lastNotAbove(partitions, (first) => compare(first, text) > 0)])?.byText.get(text);
  }

  /** A stem with where its list is. @param {string} text */
  async stem(text) {
    const { first, partition } = await this.partitionFor(text);
    const list = partition.byText.get(text)?.list;
    if (!list) throw new Stale(text);
    return { text, first, partition, list };
  }

  /** In which statements a stem is, with ranks. @param {Stem} stem @returns {Promise<List>} */
  async list(stem) {
    return (await this.listed(stem)).list;
  }

  /** The list of a stem, and the check of the file that it is in. @param {Stem} stem */
  async listed({ text, first, partition, list }) {
    if (list.parts !== null) {
      const alone = await this.file(`l/${fileName(text)}.bin`, (bytes) => ({ ...withCheck(bytes), list: whole(bytes, RANK_BITS) }));
      if (alone.bytes.length !== list.bytes) throw new Stale(text);
      return alone;
    }
    const { check, bytes } = await this.file(`p/${fileName(first)}.bin`, withCheck);
    if (check !== partition.check) throw new Stale(first);
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

  /** What the row of a statement shows. @param {number} number @returns {Promise<StoredFields>} */
  async fields(number) {
    const { stored, language } = await this.directory();
    const first = stored[Math.max(0, lastNotAbove(stored, (first) => first > number))];
    const file = await this.file(`s/${first}.json`, (bytes) => new Map(json(bytes).map((/** @type {any[]} */ fields) => [fields[0], fields])));
    const fields = file.get(number);
    if (!fields) throw new Stale(`${number}`);
    const [, address, date, shown, title, speakers, own, flags, ...more] = fields;
    return {
      number, address, date, shown, title, speakers, language: own || language, isWithdrawn: !!(flags & 1),
      summary: flags & 2 ? more[0] : null, anchors: flags & 4 ? more[more.length - 1] : null,
    };
  }

  /** A facet with its values. @param {string} name @returns {Promise<Facet>} */
  async facet(name) {
    return this.file(`f/${name}.json`, (bytes) => {
      const { left_out: leftOut, values, ...more } = json(bytes);
      return { name, leftOut, values: valuesOf(values), ...more };
    });
  }

  /** The file in which the list of a value is or would be: its name, and its check. @param {Facet} facet @param {string} id */
  listFile({ name, files }, id) {
    const [first, check] = files[Math.max(0, lastNotAbove(files, ([first]) => compare(first, id) > 0))];
    return { name: `f/${name}/${fileName(first)}`, check };
  }

  /** A value of a facet, if there is one. @param {Facet} facet @param {string} id @returns {Promise<Value | undefined>} */
  async value(facet, id) {
    const { leftOut, values } = facet;
    if (!leftOut || values.has(id)) return values.get(id);
    const { name, check } = this.listFile(facet, id);
    const file = await this.file(`${name}.json`, json);
    if (file.check !== check) throw new Stale(name);
    return valuesOf(file.values).get(id);
  }

  /** The statements of a value of a facet. @param {Facet} facet @param {string} id @returns {Promise<Float64Array>} */
  async valued(facet, id) {
    const value = await this.value(facet, id);
    if (!value) return NONE.numbers;
    const { name, check } = this.listFile(facet, id);
    const file = await this.file(`${name}.bin`, withCheck);
    if (file.check !== check) throw new Stale(name);
    return readList(new Reader(file.bytes, value.at), 0).numbers;
  }
}

/** @param {[string, string, number, number, number, string?][]} values @returns {Map<string, Value>} */
const valuesOf = (values) =>
  new Map(values.map(([id, label, count, at, , broader = null]) => [id, { id, label, count, broader, at }]));

/** A stem with where its list is. @typedef {{text: string, first: string, partition: Partition, list: import("./dictionary.js").Listed}} Stem */

const withCheck = (/** @type {Uint8Array} */ bytes) => ({ bytes, check: fnv(bytes) });

/** A file that is one list. @param {Uint8Array} bytes @param {number} width */
function whole(bytes, width) {
  const reader = new Reader(bytes);
  const list = readList(reader, width);
  if (reader.at !== bytes.length) throw new Stale("end");
  return list;
}
