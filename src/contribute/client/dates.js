// Dates in EDTF, level 1 (ISO 8601-2), as the program reads them: `src/entry/date/parse.rs`.

/** @typedef {{text: string, first: string, last: string}} Point what is written without its qualifier, the first and last day */
/** @typedef {{from: Point | null, to: Point | null, first: string, last: string}} EdtfDate days are empty where an end is open */

const POINT = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/;

const daysIn = (/** @type {number} */ year, /** @type {number} */ month) =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const two = (/** @type {number} */ number) => `${number}`.padStart(2, "0");

/** @param {string} text @returns {Point | null} */
function point(text) {
  const [, year = "", month, day] = POINT.exec(text) ?? [];
  if (!year || (year.includes("X") && month) || (month === "XX" && day && day !== "XX")) return null;
  const [first, last] = [year.replaceAll("X", "0"), year.replaceAll("X", "9")];
  const bare = text.replace(/[?~%]$/, "");
  const whole = { text: bare, first: `${first}-01-01`, last: `${last}-12-31` };
  if (!month || month === "XX") return whole;
  const number = Number(month);
  // Seasons have no place in the year that is the same everywhere.
  if (number >= 21 && number <= 24) return day ? null : whole;
  if (number < 1 || number > 12) return null;
  const days = daysIn(Number(year), number);
  if (!day || day === "XX") return { text: bare, first: `${year}-${month}-01`, last: `${year}-${month}-${two(days)}` };
  const own = `${year}-${month}-${day}`;
  return Number(day) >= 1 && Number(day) <= days ? { text: bare, first: own, last: own } : null;
}

/** The date that a text writes. @param {string} text @returns {EdtfDate | null} */
export function parseDate(text) {
  const at = text.indexOf("/");
  if (at < 0) {
    const one = point(text);
    return one && { from: one, to: one, first: one.first, last: one.last };
  }
  const ends = [text.slice(0, at), text.slice(at + 1)];
  const [from, to] = ends.map((end) => (end === "" || end === ".." ? null : point(end)));
  if (ends.some((end, index) => end !== "" && end !== ".." && ![from, to][index])) return null;
  if ((!from && !to) || (from && to && to.last < from.first)) return null;
  return { from: from ?? null, to: to ?? null, first: from?.first ?? "", last: to?.last ?? "" };
}

/** The day of a clock, where its owner is. @param {Date} clock */
export const dayOf = (clock) => `${`${clock.getFullYear()}`.padStart(4, "0")}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
