// The page of the form: what is typed, the file it makes, and where that goes.

import { corrected } from "./correction.js";
import { dayOf } from "./dates.js";
import { isId } from "./names.js";
import { Choices } from "./record.js";
import { existingFile, newFile } from "./service.js";
import { make } from "./statement.js";
import { line } from "./text.js";
import { byId, control, element, growing, named, offer, offerSpeakers, page, showFaults, word } from "./view.js";

/** @typedef {import("./statement.js").Offered} Offered */

const { service = "", new: forNew = "", edit = "", record = "", statements } = page.dataset;
const host = { service, new: forNew, edit };
/** Where the text of the file ends up as a file to be saved. */
let saved = "";
/** The names that are offered. */
let offered = offeredIn({}, {});
/** Whether the name of the file was typed. */
let isNamed = false;

/** @param {Record<string, [string, string][]>} lists @param {Record<string, string[]>} shared @returns {Offered} */
function offeredIn(lists, shared) {
  const of = (/** @type {string[]} */ ...kinds) => new Choices(lists, shared, ...kinds);
  return {
    speakers: of("people", "organizations", "countries"), topics: of("topics"), events: of("events"), places: of("places"),
    organizations: of("organizations"), countries: of("countries"),
  };
}

async function readRecord() {
  try {
    const response = await fetch(record);
    if (!response.ok) throw new Error(record);
    const { left_out: left, shared = {}, ...lists } = await response.json();
    offered = offeredIn(lists, shared);
    for (const [key, choices] of Object.entries(offered)) offer(`list-${key}`, choices.labels.keys());
    const kinds = Object.entries(left).map(([kind, many]) => `${word(kind)} (+${many})`);
    if (kinds.length) byId("trouble").textContent = word("left", { x: kinds.join(", ") });
  } catch {
    byId("trouble").textContent = word("unread");
  }
}

const texts = (/** @type {string} */ name, /** @type {ParentNode} */ within = page) => named(name, within).map(({ value }) => value);
const text = (/** @type {string} */ name, /** @type {ParentNode} */ within = page) => texts(name, within)[0] ?? "";

/** The parts of the text, with their fields. */
const blocks = () => /** @type {HTMLElement[]} */ ([...byId("blocks").querySelectorAll(".one")]);

/** What the form has. @returns {import("./statement.js").Values} */
function values() {
  const one = Object.fromEntries([
    "title", "date", "fidelity", "kind", "attributed_as", "event", "place", "summary", "language", "original_language", "translator",
  ].map((name) => [name, text(name)]));
  const several = Object.fromEntries(["speakers", "topics", "audience", "countries", "organizations"].map((name) => [name, texts(name)]));
  const sources = [...page.querySelectorAll(".source")].map((source) =>
    Object.fromEntries(["url", "title", "publisher", "kind", "date", "archived"].map((key) => [key, text(`sources.${key}`, source)])));
  const parts = blocks().map((block) => {
    const isQuotation = block.dataset.block === "quotation";
    return { isQuotation, text: text(isQuotation ? "quotation" : "own", block), by: text("by", block) };
  });
  return /** @type {any} */ ({ ...one, ...several, sources, blocks: parts });
}

/** The control that a fault is about. @param {import("./statement.js").Fault} fault */
function controlOf({ at, index }) {
  if (at.startsWith("blocks.")) return /** @type {HTMLInputElement} */ (blocks()[index]?.querySelector(at === "blocks.by" ? "select" : "textarea"));
  return /** @type {HTMLInputElement} */ (named(at)[index]);
}

/** Shows the file. @param {{path: string, text: string, notes: import("./statement.js").Note[], isNew: boolean, address?: string}} file */
function show({ path, text, notes, isNew, address }) {
  byId("notes").replaceChildren(...notes.map(({ why, x }) => element("li", {}, word(why, { x }))));
  // What somebody typed stays.
  if (!isNamed) control("field-path").value = path;
  control("field-path").readOnly = !isNew;
  control("field-made").value = text;
  lead(text, address);
  byId("made").hidden = false;
  byId("said").textContent = "";
}

/** Where the file goes, by the name that it has now. @param {string} text @param {string} [edit] */
function lead(text, edit) {
  const path = control("field-path").value;
  const isRight = !!edit || (/^content\/statements\/(?:[^/]+\/)*[^/]+\.md$/.test(path) && isId(path.slice(path.lastIndexOf("/") + 1, -3)));
  const open = /** @type {HTMLAnchorElement} */ (byId("open"));
  const save = /** @type {HTMLAnchorElement} */ (byId("save"));
  const form = newFile(host, path, text);
  open.textContent = word(edit ? "openEdit" : "openNew");
  open.hidden = save.hidden = !isRight;
  open.href = edit ?? form.address;
  // What comes first stands first.
  const isFilled = edit === undefined && form.isFilled;
  open.classList.toggle("main", isFilled);
  byId("copy").classList.toggle("main", !isFilled);
  const first = isFilled ? open : byId("copy");
  if (first.previousElementSibling) first.parentElement?.prepend(first);
  const way = edit ? "wayEdit" : form.isFilled ? "wayFilled" : service === "gitlab" ? "wayCopy" : "wayLong";
  byId("way").textContent = isRight ? [word(way), service === "forgejo" ? word("wayFork") : ""].join(" ").trim() : word("name");
  if (saved) URL.revokeObjectURL(saved);
  saved = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  save.href = saved;
  save.download = path.slice(path.lastIndexOf("/") + 1);
}

/** Makes the file of what the form has; quietly where somebody is still typing. @param {boolean} isQuiet */
function makeNew(isQuiet) {
  const made = make(values(), offered, dayOf(new Date()));
  const faults = made.faults.map((fault) => ({ control: controlOf(fault), why: fault.why }));
  if (isQuiet && faults.length) byId("made").hidden = true;
  if (!isQuiet) showFaults(faults);
  if (!faults.length) show({ path: made.path || "content/statements/.md", text: made.text, notes: made.notes, isNew: true });
  else byId("made").hidden = true;
  return !faults.length;
}

/** Brings the file into view, for eyes and for ears. */
function lookAtFile() {
  byId("made").scrollIntoView();
  byId("made-heading").focus({ preventScroll: true });
}

async function copy() {
  const made = control("field-made");
  try {
    await navigator.clipboard.writeText(made.value);
    byId("said").textContent = word("copied");
  } catch {
    made.focus();
    made.select();
    byId("said").textContent = word("selected");
  }
}

function startNew() {
  const form = byId("new");
  const quoted = () => offerSpeakers(texts("speakers").map(line).filter(Boolean));
  let isMade = false;
  const changed = () => {
    quoted();
    if (isMade) makeNew(true);
  };
  growing(changed);
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (makeNew(false)) {
      isMade = true;
      lookAtFile();
    }
  });
  control("field-path").addEventListener("input", () => {
    isNamed = !!control("field-path").value.trim();
    lead(control("field-made").value);
  });
  form.hidden = false;
  // A browser may have kept what was typed.
  quoted();
}

/** The text of a file of the site; none where there is none. @param {string} address */
const fileAt = (address) => fetch(address).then((response) => (response.ok ? response.text() : "")).catch(() => "");

/** @param {string} id @param {string | null} folder */
async function startCorrection(id, folder) {
  byId("heading").textContent = word("correcting");
  byId("lede").textContent = word("correctingLede");
  const own = `${statements}${id}/`;
  const before = isId(id) && statements ? await fileAt(`${own}index.md`) : "";
  // An address can say anything: of what it says, only what is on record comes on the page, and only the folder to which the statement's page leads.
  const isLinked = folder === null || (await fileAt(own)).includes(`${location.search.replaceAll("&", "&amp;")}"`);
  if (!before.startsWith("---") || !isLinked) {
    byId("trouble").textContent = word("gone");
    return;
  }
  const { path, address } = existingFile(host, id, folder);
  if (/^withdrawn:/m.test(before.split(/^---/m)[1] ?? "")) {
    byId("trouble").textContent = word("withdrawn");
    return;
  }
  byId("lede").append(" ", element("a", { href: own, dir: "ltr" }, id), ". ", word("older"), " ", element("a", { href: address }, word("openEdit")));
  control("field-file").value = before;
  byId("correct").hidden = false;
  const correct = (/** @type {boolean} */ isQuiet) => {
    // The day where servers are, on which no check takes it for one to come.
    const correction = { kind: control("field-correction").value, note: control("field-note").value, date: new Date().toISOString().slice(0, 10) };
    const made = corrected(before, control("field-file").value, correction);
    const faults = "why" in made ? [{ control: control(made.why === "required" ? "field-note" : "field-file"), why: made.why }] : [];
    if (!isQuiet) showFaults(faults);
    byId("made").hidden = !("text" in made);
    if ("text" in made) show({ path, text: made.text, notes: [], isNew: false, address });
    return "text" in made;
  };
  let isMade = false;
  byId("correct").addEventListener("input", () => isMade && correct(true));
  byId("correct").addEventListener("submit", (event) => {
    event.preventDefault();
    if (correct(false)) {
      isMade = true;
      lookAtFile();
    }
  });
}

byId("copy").addEventListener("click", copy);
page.hidden = false;
byId("no-script").hidden = true;
const asked = new URLSearchParams(location.search);
const wrong = asked.get("correct");
if (wrong === null) {
  startNew();
  readRecord();
} else {
  startCorrection(wrong, asked.get("folder"));
}
