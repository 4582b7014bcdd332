// What the page shows. All words come from the page itself: attributes `data-…` of #search, with {n}, {x}, {y} to be filled in.

import { toAddress } from "./query.js";
import { tokens } from "./words.js";

/** @typedef {import("./query.js").State} State @typedef {import("./narrow.js").Counted} Counted */

const SVG = "http://www.w3.org/2000/svg";
const FEW = 8;
const MANY = 300;

export const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
export const page = byId("search");

/** A word of the page. @param {string} key @param {Record<string, string | number>} [values] */
export function word(key, values = {}) {
  // What is filled in may run the other way.
  return (page.dataset[key] ?? "").replace(/\{(\w)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(/** @type {number} */ (values[name])) : `\u2068${values[name]}\u2069`,
  );
}

/** A count, with its digits in groups as on other pages. @param {number} count */
const number = (count) => (count < 10000 ? `${count}` : `${count}`.replace(/\B(?=(\d{3})+$)/g, page.dataset.group ?? " "));

/** An element. @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A link that asks for something else. @param {State} state @param {(Node | string)[]} children */
export const asking = (state, ...children) => element("a", { href: toAddress(state) || "?", "data-ask": "" }, ...children);

/** @param {import("./rows.js").Row[]} rows @param {string} root */
export function showRows(rows, root) {
  byId("rows").replaceChildren(...rows.map(({ fields, excerpt, isOther }) => {
    const address = root + fields.address;
    const isDate = /^\d{4}(-\d\d){0,2}$/.test(fields.date);
    const title = element("span", { class: "title" }, element("a", { href: address, dir: "auto" }, fields.title));
    if (fields.isWithdrawn) title.append(" ", element("em", { class: "withdrawn" }, word("withdrawn")));
    const text = element("p", { class: "excerpt", lang: fields.language, dir: "auto" });
    // What editors wrote is not to be taken for words of the speaker.
    const part = fields.summary ? "summary" : excerpt?.part;
    if (part) text.append(element("small", { lang: document.documentElement.lang }, word(part)), " ");
    if (fields.summary) text.append(fields.summary);
    else if (excerpt && !isOther) {
      const pieces = excerpt.pieces.map(({ text, isMark }) => (isMark ? element("mark", {}, text) : text));
      text.append(excerpt.fragment ? element("a", { href: address + excerpt.fragment }, ...pieces) : element("span", {}, ...pieces));
    }
    title.append(text);
    return element(
      "li", {},
      element(isDate ? "time" : "span", isDate ? { class: "when", datetime: fields.date } : { class: "when" }, fields.shown),
      " ", element("span", { class: "who" }, element("bdi", {}, fields.speakers)), " ", title,
    );
  }));
}

/** The way to other pages. @param {State} state @param {number} pages */
export function showPager(state, pages) {
  const to = (/** @type {number} */ number, /** @type {string} */ key, /** @type {string} */ name) =>
    number > 0 && number <= pages ? [Object.assign(asking({ ...state, page: number }, word(key)), { className: name })] : [];
  byId("pager").hidden = pages < 2;
  byId("pager").replaceChildren(...to(state.page - 1, "prev", "earlier"), element("span", {}, word("page", { n: state.page, x: pages })), ...to(state.page + 1, "next", "later"));
}

/** Values that were chosen, each with a way to take it back. @param {State} state @param {(facet: string, id: string) => string} label */
export function showChosen(state, label) {
  const chips = [...state.chosen].flatMap(([facet, ids]) => ids.map((id) => chip(label(facet, id), without(state, facet, id))));
  if (state.from !== null || state.to !== null) {
    chips.push(chip(`${state.from ?? ""}–${state.to ?? ""}`, { ...state, from: null, to: null, page: 1 }));
  }
  byId("chosen").replaceChildren(...chips);
}

const chip = (/** @type {string} */ label, /** @type {State} */ state) =>
  element("li", {}, Object.assign(asking(state, element("bdi", {}, label), " ×"), { title: word("remove", { x: label }) }));

/** What is asked without a value. @param {State} state @param {string} facet @param {string} id */
export function without(state, facet, id) {
  const ids = (state.chosen.get(facet) ?? []).filter((other) => other !== id);
  return { ...state, chosen: new Map([...state.chosen, [facet, ids]]), page: 1 };
}

/** What is asked with one more. @param {State} state @param {string} facet @param {string} id */
export const withValue = (state, facet, id) => ({ ...state, chosen: new Map([...state.chosen, [facet, [...(state.chosen.get(facet) ?? []), id]]]), page: 1 });

/** The values of a facet: the most frequent ones, below those chosen what is narrower, or all; and how many are not listed.
 * @param {HTMLElement} panel @param {Counted[]} counted @param {State} state @param {boolean} isAll
 * @param {number} leftOut how many were not counted */
export function showFacet(panel, counted, state, isAll, leftOut) {
  const facet = panel.dataset.facet ?? "";
  const chosen = new Set(state.chosen.get(facet));
  const known = new Set(counted.map(({ value }) => value.id));
  const isChild = (/** @type {Counted} */ { value }, /** @type {string | null} */ of) => (value.broader && known.has(value.broader) ? value.broader : null) === of;
  /** @param {string | null} of @returns {HTMLElement} */
  const list = (of, depth = 0) => {
    const own = counted.filter((one) => isChild(one, of));
    const shown = own.filter(({ value }, at) => (isAll ? at < MANY : at < FEW || chosen.has(value.id)));
    return element("ul", {}, ...shown.map(({ value, count }) => {
      const box = element("input", { type: "checkbox", value: value.id });
      /** @type {HTMLInputElement} */ (box).checked = chosen.has(value.id);
      const item = element("li", {}, element("label", {}, box, " ", element("bdi", {}, value.label), " ", element("small", {}, number(count))));
      const opens = isAll || [...chosen].some((id) => isWithin(counted, id, value.id));
      if (opens && depth < 8 && counted.some((one) => isChild(one, value.id))) item.append(list(value.id, depth + 1));
      return item;
    }));
  };
  const body = list(null);
  const hidden = counted.length - body.querySelectorAll("li").length;
  if (!isAll && hidden) body.append(element("li", {}, element("button", { type: "button" }, word("more", { n: counted.length }))));
  const unlisted = leftOut + (isAll ? hidden : 0);
  if (unlisted) body.append(element("li", {}, element("small", {}, word("leftOut", { n: unlisted }))));
  // What had the focus keeps it.
  const focused = document.activeElement;
  const isInside = panel.contains(focused) && focused?.closest("ul");
  panel.querySelector("ul")?.remove();
  panel.append(body);
  const boxes = [...body.querySelectorAll("input")];
  if (isInside) (boxes.find(({ value }) => value === /** @type {HTMLInputElement} */ (focused).value) ?? boxes[0])?.focus();
}

/** Whether a value is another one or narrower. @param {Counted[]} counted @param {string | null | undefined} id @param {string} other */
function isWithin(counted, id, other) {
  for (let depth = 0; id && depth < 32; depth++) {
    if (id === other) return true;
    id = counted.find(({ value }) => value.id === id)?.value.broader;
  }
  return false;
}

/** Bars of the years. @param {{year: number, count: number}[]} years @param {State} state */
export function showYears(years, { from, to }) {
  const most = Math.max(1, ...years.map(({ count }) => count));
  const bars = byId("bars");
  bars.setAttribute("viewBox", `0 0 ${years.length || 1} ${most}`);
  bars.replaceChildren(...years.map(({ year, count }, at) => {
    const bar = document.createElementNS(SVG, "rect");
    const look = year < (from ?? 0) || year > (to ?? 9999) ? "out" : "";
    for (const [name, value] of Object.entries({ x: at + .1, y: most - count, width: .8, height: count, class: look })) bar.setAttribute(name, `${value}`);
    return bar;
  }));
  byId("bars-first").textContent = `${years[0]?.year ?? ""}`;
  byId("bars-last").textContent = `${years.slice(1).pop()?.year ?? ""}`;
  for (const [name, value] of Object.entries({ from, to })) /** @type {HTMLInputElement} */ (byId(name)).value = `${value ?? ""}`;
}

/** What is to be said beside the results. @param {import("./find.js").Note[]} notes @param {State} state */
export function showNotes(notes, state) {
  byId("notes").replaceChildren(...notes.map(({ kind, shown, as = "", instead = [] }) => {
    const item = element("li", {}, word(kind, { x: shown, y: as }));
    const { start, end } = tokens(state.q).find(({ word }) => word === shown) ?? { start: 0, end: Infinity };
    instead.forEach((other, at) => {
      item.append(at ? word("comma") : ` ${word("instead")} `, asking({ ...state, q: state.q.slice(0, start) + other + state.q.slice(end), page: 1 }, element("bdi", {}, other)));
    });
    return item;
  }));
}
