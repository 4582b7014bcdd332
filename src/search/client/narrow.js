// Facets: which of the statements are left, and how many there are of each value.

import { tokens } from "./words.js";
import { NONE, both, common, yearsOf, either, yearOf } from "./lists.js";

/** @typedef {import("./library.js").Library} Library @typedef {import("./library.js").Facet} Facet */
/** @typedef {import("./query.js").State} State */

const list = (/** @type {Float64Array} */ numbers) => ({ numbers, bits: new Uint16Array(numbers.length) });

/** All statements, by the facet of which each has a value and that is smallest. @param {Library} library */
export async function everything(library) {
  const { facets, statements } = await library.directory();
  for (const { name } of [...facets].sort((one, other) => one.bytes - other.bytes)) {
    const facet = await library.facet(name);
    const total = [...facet.values.values()].reduce((sum, { count }) => sum + count, 0);
    if (total < statements) continue;
    const all = either(await Promise.all([...facet.values.keys()].map(async (id) => list(await library.valued(facet, id)))));
    if (all.numbers.length >= statements) return all.numbers;
  }
  return NONE.numbers;
}

/** What narrows statements down: years, and facets by their names.
 * @typedef {Map<string, (numbers: Float64Array) => Float64Array>} Filters */

/** @param {Library} library @param {State} state @returns {Promise<Filters>} */
export async function filters(library, { from, to, chosen }) {
  const { facets } = await library.directory();
  /** @type {Filters} */
  const all = new Map();
  if (from !== null || to !== null) {
    // A decade may be any of its years.
    all.set("year", (numbers) => numbers.filter((number) => !(yearOf(number) < (from ?? 0) || yearOf(number) - yearsOf(number) > (to ?? 9999))));
  }
  for (const { name } of facets) {
    const ids = chosen.get(name);
    if (!ids) continue;
    const facet = await library.facet(name);
    const own = either(await Promise.all(ids.map(async (id) => list(await library.valued(facet, id)))));
    all.set(name, (numbers) => both(list(numbers), own).numbers);
  }
  return all;
}

/** Statements that pass all filters but one. @param {Float64Array} numbers @param {Filters} filters @param {string} but */
export function passing(numbers, filters, but = "") {
  for (const [name, filter] of filters) if (name !== but) numbers = filter(numbers);
  return numbers;
}

/** A value with how many statements have it. @typedef {{value: import("./library.js").Value, count: number}} Counted */

/** How many of some statements each value of a facet has, most first; those without any are left out. Those that are chosen are
 * counted even where the facet has too many values to list all.
 * @param {Library} library @param {Facet} facet @param {Float64Array} numbers @param {string[]} chosen @returns {Promise<Counted[]>} */
export async function counts(library, facet, numbers, chosen = []) {
  const others = await Promise.all(chosen.filter((id) => !facet.values.has(id)).map((id) => library.value(facet, id)));
  const values = [...facet.values.values(), ...others.flatMap((value) => value ?? [])];
  const all = values.map(async (value) => ({ value, count: common(numbers, await library.valued(facet, value.id)) }));
  return (await Promise.all(all)).filter(({ count }) => count).sort((one, other) => other.count - one.count);
}

/** How many statements there are of each year, from the first that has any to the last; what is of a decade or a century is of no
 * year. @param {Float64Array} numbers */
export function years(numbers) {
  /** @type {{year: number, count: number}[]} */
  const all = [];
  for (const number of numbers) if (!yearsOf(number)) {
    for (let year = all[all.length - 1]?.year ?? yearOf(number) - 1; year < yearOf(number); ) all.push({ year: ++year, count: 0 });
    all[all.length - 1].count++;
  }
  return all;
}

/** Topics, people and bodies in whose names some words stand, or begin. @param {Library} library @param {string[]} words */
export async function named(library, words) {
  const { facets } = await library.directory();
  const all = facets.filter(({ name }) => words.length && ["topic", "speaker", "organization", "country"].includes(name)).map(async ({ name }) => {
    const { values } = await library.facet(name);
    return [...values.values()].flatMap((value) => {
      const own = tokens(value.label).map(({ word }) => word);
      return words.every((word) => own.some((other) => other.startsWith(word))) ? [{ facet: name, value }] : [];
    });
  });
  return (await Promise.all(all)).flatMap((found) => found.slice(0, 5));
}
