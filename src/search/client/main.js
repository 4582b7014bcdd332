// The page of search: what is asked, by the field, the facets and the address, and when it is answered.

import { completing } from "./complete.js";
import { find } from "./find.js";
import { Library } from "./library.js";
import { NONE, Stale } from "./lists.js";
import { counts, everything, filters, named, passing, years } from "./narrow.js";
import { fromAddress, parse, toAddress } from "./query.js";
import { checked, lastPage, rows } from "./rows.js";
import { asking, byId, element, page, showChosen, showFacet, showNotes, showPager, showRows, showYears, withValue, without, word } from "./view.js";

/** @typedef {import("./query.js").State} State @typedef {import("./find.js").Answer} Answer */

const field = /** @type {HTMLInputElement} */ (byId("query"));
const panels = /** @type {HTMLDetailsElement[]} */ ([...page.querySelectorAll("details[data-facet]")]);
const { index = "", root = "" } = page.dataset;
/** After so many milliseconds of rest results are drawn. */
const REST = 120;

const library = new Library(async (path, cache) => {
  const response = await fetch(index + path, { cache });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(path);
  return new Uint8Array(await response.arrayBuffer());
});

/** @type {Map<string, Promise<string | null>>} */
const texts = new Map();

/** @type {import("./rows.js").GetText} */
function textOf({ address }, isFresh) {
  const known = texts.get(address);
  if (known) return known;
  const own = async () => {
    const response = await fetch(`${root}${address}index.md`, { cache: isFresh ? "reload" : "default" });
    return response.ok ? response.text() : null;
  };
  const fetched = "texts" in page.dataset ? own().catch(() => null) : Promise.resolve(null);
  texts.set(address, fetched);
  return fetched;
}

/** @type {State} */
let state = fromAddress(location.search);
let isTyping = false;
let turn = 0;
let hasHealed = false;
/** The last answer, before facets. @type {{key: string, answer: Answer} | null} */
let last = null;
/** @type {Set<string>} facets of which all values are shown */
const open = new Set();

/** The statements that have the words of the field. @returns {Promise<Answer | null>} */
async function answered() {
  const { clauses, left } = parse(state.q, isTyping);
  if (!clauses.length && !state.chosen.size && state.from === null && state.to === null) return null;
  const key = JSON.stringify(clauses);
  if (last?.key === key) return last.answer;
  const answer = clauses.length
    ? await checked(library, textOf, await find(library, clauses))
    : { ...NOTHING, numbers: await everything(library) };
  if (left) answer.notes.push({ kind: "budget", shown: left });
  last = { key, answer };
  return answer;
}

const NOTHING = { numbers: NONE.numbers, scores: new Float64Array(0), found: [], notes: [], isAbout: false };

/** All that the page is to show. */
async function looked() {
  const asked = state;
  const answer = await answered();
  const directory = await library.directory();
  if (!answer) return { answer, directory };
  const own = await filters(library, asked);
  const shown = passing(answer.numbers, own);
  asked.page = Math.min(asked.page, lastPage(asked, answer, shown.length) || 1);
  const found = await rows(library, textOf, answer, shown, asked);
  if (found.some(({ isOther }) => isOther) && !hasHealed) {
    hasHealed = true;
    throw new Stale("text");
  }
  const labels = new Map();
  for (const name of state.chosen.keys()) {
    if (!directory.facets.some((facet) => facet.name === name)) continue;
    const facet = await library.facet(name);
    for (const id of state.chosen.get(name) ?? []) labels.set(`${name} ${id}`, (await library.value(facet, id))?.label);
  }
  const offers = shown.length ? [] : await named(library, parse(state.q).clauses.flatMap(({ words }) => words));
  return { answer, directory, own, shown, found, labels, offers };
}

/** Does something again with new files where old ones do not fit. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function healed(work) {
  try {
    return await work();
  } catch {
    library.refresh();
    texts.clear();
    last = null;
    try {
      return await work();
    } finally {
      library.isFresh = false;
    }
  }
}

/** Whether the page as it is published now has another script: this one may not be able to read what was published with that.
 * The page is loaded again once at most. */
async function isOutdated() {
  const { url } = import.meta;
  const response = await fetch(location.pathname, { cache: "reload" });
  const [script] = /search\.\w{16}\.js/.exec(await response.text()) ?? [url];
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return type !== "reload" && !url.endsWith(script);
}

/** Answers what is asked now, unless something else is asked meanwhile. */
async function answer() {
  const own = ++turn;
  page.setAttribute("aria-busy", "true");
  try {
    const all = await healed(looked);
    if (own === turn) await show(all, own);
  } catch (error) {
    if (await isOutdated().catch(() => false)) return location.reload();
    if (own === turn) byId("status").textContent = word("failed");
    console.error(error);
  }
  if (own === turn) page.removeAttribute("aria-busy");
}

/** @param {Awaited<ReturnType<typeof looked>>} all @param {number} own */
async function show({ answer, directory, own: filters, shown, found, labels, offers }, own) {
  page.classList.toggle("asked", !!answer);
  for (const panel of panels) {
    const facet = directory.facets.find(({ name }) => name === panel.dataset.facet);
    panel.hidden = !facet || (facet.values < 2 && !state.chosen.has(facet.name));
  }
  if (!answer || !filters || !shown || !found || !labels || !offers) {
    byId("status").textContent = "";
    return;
  }
  showNotes(answer.notes, state);
  showChosen(state, (facet, id) => labels.get(`${facet} ${id}`) ?? id);
  showRows(found, root);
  showPager(state, lastPage(state, answer, shown.length));
  showYears(years(passing(answer.numbers, filters, "year")), state);
  byId("sort").hidden = !answer.found.length;
  byId("sort").replaceChildren(...["", "date"].map((sort) => {
    const link = asking({ .../** @type {State} */ (state), sort: /** @type {State["sort"]} */ (sort), page: 1 }, word(sort ? "newest" : "relevant"));
    if (sort === state.sort) link.setAttribute("aria-current", "true");
    return link;
  }));
  byId("offers").replaceChildren(...offers.map(({ facet, value }) => element("li", {}, asking({ ...state, q: "", chosen: new Map([[facet, [value.id]]]), page: 1 }, element("bdi", {}, value.label)))));
  byId("offered").hidden = !offers.length;
  byId("status").textContent = word(!shown.length ? "none" : answer.isAbout ? "about" : "found", { n: shown.length });
  await Promise.all(panels.filter((panel) => panel.open && !panel.hidden).map((panel) => count(panel, answer, filters, own)));
}

/** Counts the values of a facet. @param {HTMLElement} panel @param {Answer} answer @param {import("./narrow.js").Filters} filters @param {number} own */
async function count(panel, answer, filters, own) {
  const name = panel.dataset.facet ?? "";
  const facet = await library.facet(name);
  const counted = await counts(library, facet, passing(answer.numbers, filters, name), state.chosen.get(name));
  if (own === turn) showFacet(panel, counted, state, open.has(name), facet.leftOut);
}

/** Asks for something. @param {State} asked @param {boolean} isNew whether the browser's way back leads to what was asked before */
function ask(asked, isNew, typing = false) {
  [state, isTyping] = [asked, typing];
  // A word that was not finished is asked for as what it is.
  const isBegun = typing && parse(state.q, true).clauses.some(({ kind }) => kind === "prefix");
  const address = toAddress({ ...state, q: isBegun && !state.q.endsWith("*") ? `${state.q}*` : state.q });
  history[isNew ? "pushState" : "replaceState"](null, "", address || location.pathname);
  if (!typing && field.value !== state.q) field.value = state.q;
  return answer();
}

let rest = 0;
field.addEventListener("input", () => {
  clearTimeout(rest);
  rest = setTimeout(() => ask({ ...state, q: field.value, page: 1 }, false, true), REST);
});
const complete = completing(library, field, byId("completions"), () => field.form?.requestSubmit());
field.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(rest);
  complete.close();
  ask({ ...state, q: field.value, page: 1 }, true);
});
addEventListener("popstate", () => {
  [state, isTyping] = [fromAddress(location.search), false];
  field.value = state.q;
  answer();
});
page.addEventListener("click", async (event) => {
  const target = /** @type {Element} */ (event.target);
  const link = target.closest("a[data-ask]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    await ask(fromAddress(/** @type {HTMLAnchorElement} */ (link).search), true);
    byId("status").focus();
  } else if (target.closest("details button")) {
    open.add(target.closest("details")?.dataset.facet ?? "");
    answer();
  } else if (target.closest("#bars")) {
    const { left, width } = byId("bars").getBoundingClientRect();
    const part = (event.clientX - left) / width;
    const first = Number(byId("bars-first").textContent);
    const many = byId("bars").childElementCount;
    const year = first + Math.min(many - 1, Math.floor((document.dir === "rtl" ? 1 - part : part) * many));
    if (first) ask({ ...state, from: year, to: year, page: 1 }, true);
  }
});
page.addEventListener("change", (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const facet = input.closest("details")?.dataset.facet;
  if (input.type === "checkbox" && facet) ask((input.checked ? withValue : without)(state, facet, input.value), true);
  else if (input.id === "from" || input.id === "to") ask({ ...state, [input.id]: input.value ? Number(input.value) : null, page: 1 }, true);
});
for (const panel of panels) panel.addEventListener("toggle", () => panel.open && answer());
addEventListener("keydown", (event) => {
  const isElsewhere = !(/** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]"));
  if (event.key !== "/" || !isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.select();
});
page.hidden = false;
field.value ||= state.q;
if (field.value !== state.q) state = { ...state, q: field.value };
answer();
