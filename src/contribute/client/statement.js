// The file of a statement, from what the form has, with what is wrong in it.

import { parseDate } from "./dates.js";
import { isId, pathOf, slug } from "./names.js";
import { asMarkdown, line, paragraphs, scalar, seen } from "./text.js";

/** @typedef {import("./record.js").Choices} Choices @typedef {import("./record.js").Choice} Choice */
/** @typedef {{url: string, title: string, publisher: string, kind: string, date: string, archived: string}} Source */
/** @typedef {{isQuotation: boolean, text: string, by: string}} Block `by`: whose words they are, as in `speakers`, where there are several */
/** @typedef {{title: string, date: string, speakers: string[], topics: string[], fidelity: string, kind: string, attributed_as: string, event: string, place: string,
 *   audience: string[], countries: string[], organizations: string[], summary: string, language: string, original_language: string, translator: string,
 *   sources: Source[], blocks: Block[]}} Values */
/** @typedef {{at: string, index: number, why: string}} Fault the field, which of those with its name, and the word that says what is wrong */
/** @typedef {{why: string, x: string}} Note what does not keep the file from being right */
/** @typedef {Record<"speakers" | "topics" | "events" | "places" | "organizations" | "countries", Choices>} Offered */

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/;
/** Longest line that a list may stand on. */
const WIDTH = 110;

const LABEL = "[\\p{L}\\p{M}\\p{N}_\\-·・׳״͵\\u200c\\u200d]{1,63}";
const WEB_ADDRESS = new RegExp(`^https?://(\\[[\\dA-Fa-f:.]+\\]|(${LABEL}(?:\\.${LABEL})*)\\.?)(?::\\d*)?(?:[/?#][^\\s"<>\\\\]*)?$`, "u");
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/;

/** Whether a text is a web address that the program takes without a finding: without a name to log in with, and with a host whose letters are those of names. @param {string} text */
export function isAddress(text) {
  const [, host, letters = ""] = WEB_ADDRESS.exec(text) ?? [];
  const isNumber = /(^|\.)(\d+|0x[\da-f]*)$/i.test(letters);
  return !!host && letters.normalize("NFKC") === letters && (!isNumber || IPV4.test(letters));
}

/** Whether there are words outside of brackets. @param {string} text */
const hasWords = (text) => /[\p{L}\p{N}]/u.test(text.replace(/\[[^\]]*\]|【[^】]*】|\([^)]{0,40}\)/g, ""));

/** A word of letters that look alike in several scripts. @param {string} text */
const mixed = (text) => /(?:\p{Script=Latin}[\p{L}\p{M}\p{N}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}\p{N}]*\p{Script=Latin})[\p{L}\p{M}]*/u.exec(text)?.[0];

/** What is typed, without what is not seen: texts in the same places. @template T @param {T} values @param {Note[]} notes @returns {T} */
function cleaned(values, notes) {
  let unseen = 0;
  const clean = (/** @type {unknown} */ value, /** @type {string} */ key) => {
    if (typeof value !== "string") return value;
    const of = seen(value);
    unseen += of.unseen;
    const word = mixed(of.text);
    if (word) notes.push({ why: "mixed", x: word });
    return key === "text" ? of.text : line(of.text);
  };
  const of = JSON.parse(JSON.stringify(values), (key, value) => clean(value, key));
  if (unseen) notes.push({ why: "unseen", x: `${unseen}` });
  return of;
}

/** A list on one line, or an item a line. @param {string} key @param {string[]} row */
function list(key, row) {
  if (!row.length) return "";
  const short = row.join(", ");
  return key.length + short.length <= WIDTH ? `${key}: [${short}]\n` : `${key}:\n${row.map((item) => `  - ${item}\n`).join("")}`;
}

/** @param {Values} typed @param {Offered} offered @param {string} today */
export function make(typed, offered, today) {
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Note[]} */
  const notes = [];
  const values = cleaned(typed, notes);
  const fault = (/** @type {string} */ at, /** @type {string} */ why, index = 0) => faults.push({ at, index, why });

  /** What is typed as YAML: by the id where the record has it. @param {Choices} choices @param {string} text */
  const named = (choices, text, { isText = false, inRow = true } = {}) => {
    const choice = choices.find(text);
    // What has the form of an id is taken for one.
    if (!choice && (!isText || isId(text))) notes.push({ why: "unknown", x: text });
    return scalar(choice?.id ?? text, inRow);
  };
  /** @param {string[]} texts @param {(text: string, index: number) => string} each */
  const unique = (texts, each) => [...new Set(texts.flatMap((text, index) => (text ? [each(text, index)] : [])))];
  /** @param {string} text */
  const speaker = (text) => {
    const choice = offered.speakers.find(text);
    if (!choice) notes.push({ why: "unknown", x: text });
    if (choice?.kind === "organizations") return `{organization: ${scalar(choice.id, true)}}`;
    if (choice?.kind === "countries") return `{country: ${scalar(choice.id, true)}}`;
    return scalar(choice?.id ?? text, true);
  };
  /** @param {string} text @param {string} at */
  const date = (text, at, index = 0) => {
    const of = parseDate(text);
    if (!of) fault(at, "date", index);
    else if (of.first > today) fault(at, "future", index);
    return of;
  };

  for (const key of /** @type {const} */ (["title", "date", "fidelity"])) if (!values[key]) fault(key, "required");
  for (const key of /** @type {const} */ (["speakers", "topics"])) if (!values[key].some(Boolean)) fault(key, "required");
  if ([...values.title].length > 120) fault("title", "long");
  const said = values.date ? date(values.date, "date") : null;
  for (const key of /** @type {const} */ (["language", "original_language"])) {
    if (values[key] && !LANGUAGE.test(values[key])) fault(key, "language");
  }
  const speakers = unique(values.speakers, speaker);
  // A group can be named in words.
  const audience = (/** @type {string} */ text) => named(offered.speakers, text, { isText: true });
  const country = (/** @type {string} */ text, /** @type {number} */ index) => {
    if (!offered.countries.find(text)) fault("countries", "country", index);
    return scalar(offered.countries.find(text)?.id ?? text, true);
  };

  const keys = [
    ["title", scalar(values.title)],
    ["date", /^\d+$/.test(values.date) ? scalar(values.date) : values.date],
    list("speakers", speakers),
    ["attributed_as", values.attributed_as && scalar(values.attributed_as)],
    list("topics", unique(values.topics, (text) => named(offered.topics, text))),
    ["fidelity", values.fidelity],
    ["kind", values.kind],
    ["event", values.event && named(offered.events, values.event, { isText: true, inRow: false })],
    ["place", values.place && named(offered.places, values.place, { isText: true, inRow: false })],
    list("audience", unique(values.audience, audience)),
    list("countries", unique(values.countries, country)),
    list("organizations", unique(values.organizations, (text) => named(offered.organizations, text))),
    ["language", values.language],
    ["original_language", values.original_language],
    ["translator", values.translator && scalar(values.translator)],
    ["summary", values.summary && scalar(values.summary)],
  ];
  const yaml = keys.map((of) => (typeof of === "string" ? of : of[1] && `${of[0]}: ${of[1]}\n`)).join("");

  const sources = values.sources.map((source, index) => {
    const isEmpty = !Object.entries(source).some(([key, value]) => value && key !== "kind");
    if (isEmpty) return "";
    for (const key of /** @type {const} */ (["url", "archived"])) {
      if (source[key] && !isAddress(source[key])) fault(`sources.${key}`, "address", index);
    }
    if (!source.url && !(source.title && source.publisher)) fault("sources.url", "source", index);
    const published = source.date ? date(source.date, "sources.date", index) : null;
    if (published?.last && said?.first && published.last < said.first) fault("sources.date", "before", index);
    const own = [
      ["title", source.title && scalar(source.title)],
      ["publisher", source.publisher && named(offered.organizations, source.publisher, { isText: true, inRow: false })],
      ["kind", source.kind],
      ["date", /^\d+$/.test(source.date) ? scalar(source.date) : source.date],
      ["url", source.url && scalar(source.url)],
      ["archived", source.archived && scalar(source.archived)],
    ];
    return `  - ${own.flatMap(([key, value]) => (value ? [`${key}: ${value}\n`] : [])).join("    ")}`;
  });
  if (!sources.some(Boolean)) fault("sources.url", "source");

  // A last line with the name of two of the speakers would be the name of neither.
  const name = (/** @type {string} */ text) => (offered.speakers.find(text)?.name ?? text).toLowerCase();
  const hasNamesake = (/** @type {string} */ by) => new Set(values.speakers.flatMap((text) => (text && name(text) === name(by) ? [speaker(text)] : []))).size > 1;
  const blocks = values.blocks.flatMap(({ isQuotation, text, by }, index) => {
    const parts = paragraphs(text).map(asMarkdown);
    if (!parts.length) return [];
    if (!isQuotation) return [parts.join("\n\n")];
    if (!hasWords(text)) fault("blocks.text", "words", index);
    // Words of one who is no speaker any more are nobody's.
    if (by && !values.speakers.some((text) => text && name(text) === name(by))) fault("blocks.by", "required", index);
    if (by && speakers.length > 1 && hasNamesake(by)) fault("blocks.by", "namesake", index);
    if (by && speakers.length > 1) parts[parts.length - 1] += `\n> — ${byLine(offered.speakers.find(by), by)}`;
    return [parts.map((part) => `> ${part}`).join("\n>\n")];
  });
  if (!blocks.length) fault("blocks.text", "required");

  const end = said?.from ?? said?.to;
  const first = values.speakers.find(Boolean) ?? "";
  const words = slug(values.title) || slug(offered.speakers.find(first)?.id ?? first) || "statement";
  const id = end ? `${end.text.toLowerCase()}-${words}` : words;
  return {
    faults,
    notes: notes.filter((note, index) => notes.findIndex(({ why, x }) => why === note.why && x === note.x) === index),
    path: isId(id) ? pathOf(id) : "",
    text: `---\n${yaml}sources:\n${sources.join("")}---\n${blocks.join("\n\n")}\n`,
  };
}

/** Whose words a quotation has, as its last line says it: countries by their code, since names differ by language. @param {Choice | null} choice @param {string} typed */
const byLine = (choice, typed) => asMarkdown(choice?.kind === "countries" ? choice.id : choice?.name ?? typed);
