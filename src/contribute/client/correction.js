// A correction: the file of a statement with an item more in its list of corrections.

import { line, scalar, seen } from "./text.js";

/** @typedef {{kind: string, note: string, date: string}} Correction */

/**
 * The changed file with the correction; or why there is none: `required` (nobody says what was changed), `same` (nothing was changed), `matter` (it does not begin with front matter),
 * `list` (its corrections are not written as a list with an item a line).
 *
 * @param {string} before @param {string} changed @param {Correction} correction @returns {{text: string} | {why: string}}
 */
export function corrected(before, changed, { kind, note, date }) {
  const own = changed.replace(/\r\n?/g, "\n");
  if (own === before.replace(/\r\n?/g, "\n")) return { why: "same" };
  const said = line(seen(note).text);
  if (!said) return { why: "required" };
  const matter = /^---[ \t]*\n([^]*?\n)---[ \t]*(?:\n|$)/.exec(own);
  if (!matter) return { why: "matter" };
  const [whole, keys = ""] = matter;
  const item = (/** @type {string} */ indent) => `${indent}- date: ${date}\n${indent}  kind: ${kind}\n${indent}  note: ${scalar(said)}\n`;
  const list = /^corrections:(.*)\n((?:[ \t]*\n|[ \t]*#.*\n|[ \t]+.*\n|-.*\n)*)/m.exec(keys);
  let more = `${keys}corrections:\n${item("  ")}`;
  if (list) {
    // The first line that says something is the first item; a `- ` further in may belong to a text.
    const indent = /^(?:[ \t]*(?:#.*)?\n)*( *)-(?:[ \t]|$)/m.exec(`${list[2] ?? ""}`)?.[1];
    if (!/^[ \t]*(#.*)?$/.test(list[1] ?? "") || indent === undefined) return { why: "list" };
    const end = list.index + list[0].trimEnd().length + 1;
    more = keys.slice(0, end) + item(indent) + keys.slice(end);
  }
  const text = `---\n${more}---\n${own.slice(whole.length)}`;
  return { text: before.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text };
}
