// The forms of the service that has the repository.

import { pathOf } from "./names.js";

/** The longest address, in bytes, that browsers, services and what stands between them take. */
export const LONGEST = 6 << 10;

/** A text within an address; half of a character has no place in one. @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/** @typedef {{service: string, new: string, edit: string}} Service */

/**
 * The form for a new file, filled in as far as the service can: GitLab takes no text, and no address may be too long.
 *
 * @param {Service} service @param {string} path @param {string} text
 */
export function newFile(service, path, text) {
  const name = `${service.new}?${service.service === "gitlab" ? "file_name" : "filename"}=${encoded(path)}`;
  const whole = `${name}&value=${encoded(text)}`;
  const isFilled = service.service !== "gitlab" && whole.length <= LONGEST;
  return { address: isFilled ? whole : name, isFilled, isTooLong: whole.length > LONGEST };
}

/** The form for the file of a statement. @param {Service} service @param {string} id @param {string | null} folder below `content/statements/`, where it is not that of the year */
export function existingFile(service, id, folder) {
  // Nobody's link leads out of the folder of the statements.
  const isFolder = folder === "" || (folder !== null && folder.split("/").every((part) => /^[^.\\][^\\]*$/.test(part)));
  const path = !isFolder ? pathOf(id) : `content/statements/${folder ? `${folder}/` : ""}${id}.md`;
  return { path, address: service.edit + path.split("/").map(encoded).join("/") };
}
