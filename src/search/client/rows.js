// From an answer to the rows of a page.

import { blocksOf, excerpt, look } from "./excerpt.js";
import { best } from "./find.js";
import { HEAD, position } from "./lists.js";
import { tokens } from "./words.js";

/** @typedef {import("./library.js").Library} Library @typedef {import("./library.js").StoredFields} StoredFields */
/** @typedef {import("./find.js").Answer} Answer */
/** @typedef {{fields: StoredFields, excerpt: import("./excerpt.js").Excerpt | null, how: number, titled: number,
 * length: number, isOther: boolean}} Row */
/** The Markdown of a statement, or null where it cannot be had. @typedef {(fields: StoredFields, isFresh: boolean) => Promise<string | null>} GetText */

export const PAGE = 10;

/** So many statements are looked at one by one, where the index does not know exactly; as long as their texts are short. */
const CHECKED = 40;
const MOST_TEXT = 60000;

/** Leaves out statements that have a phrase by the index alone, where they are few, and puts other forms of it last.
 * @param {Library} library @param {GetText} text @param {Answer} answer @returns {Promise<Answer>} */
export async function checked(library, text, answer) {
  const { numbers, scores } = answer;
  if (!answer.isAbout || numbers.length > CHECKED) return answer;
  // Those that are shown first are looked at first: they are needed even if there are too many.
  const order = best(answer, numbers, CHECKED);
  const how = new Map();
  for (let at = 0, length = 0; at < order.length; at += 2 * PAGE) {
    if (length > MOST_TEXT) return answer;
    await Promise.all(order.slice(at, at + 2 * PAGE).map(async (number) => {
      const own = await row(library, text, answer, number);
      how.set(number, own.how);
      length += own.length;
    }));
  }
  const kept = [...numbers.keys()].filter((at) => how.get(numbers[at]));
  return {
    ...answer,
    numbers: Float64Array.from(kept, (at) => numbers[at]),
    scores: Float64Array.from(kept, (at) => scores[at] + 1000 * how.get(numbers[at])),
    isAbout: false,
  };
}

/** How many pages of so many statements there are: of the best ones a hundred, since to sort all of them would take long.
 * @param {import("./query.js").State} state @param {Answer} answer @param {number} count */
export const lastPage = (state, answer, count) => Math.ceil((state.sort || !answer.found.length ? count : Math.min(count, 1000)) / PAGE);

/** The rows of a page; of the best ones, first those whose titles say what is asked for, and little else. @param {Library} library @param {GetText} text @param {Answer} answer
 * @param {Float64Array} numbers those of its statements that are shown @param {import("./query.js").State} state */
export async function rows(library, text, answer, numbers, state) {
  const start = (state.page - 1) * PAGE;
  const isNewest = state.sort || !answer.found.length;
  const shown = isNewest
    ? [...numbers.subarray(Math.max(0, numbers.length - start - PAGE), Math.max(0, numbers.length - start))].reverse()
    : best(answer, numbers, start + PAGE).slice(start);
  const all = (await Promise.all(shown.map((number) => row(library, text, answer, number)))).filter(({ how }) => how);
  return isNewest ? all : all.sort((one, other) => other.how - one.how || other.titled - one.titled);
}

/** A statement, and how it has the phrases of the query: 2 as they were asked, 1 by other forms or in what is not looked at, 0 not; and,
 * where its title has all of several words or phrases, how many these are for each word of the title.
 * @param {Library} library @param {GetText} text @param {Answer} answer @param {number} number @returns {Promise<Row>} */
async function row(library, text, { found }, number) {
  const fields = await library.fields(number);
  const isText = !fields.isWithdrawn && fields.summary === null;
  const markdown = isText ? await text(fields, library.isFresh) : null;
  const peek = library.peek.bind(library);
  const [title, names] = [fields.title, fields.speakers].map((text) => look([{ text, quotation: null, part: "" }], found, peek).how);
  const titled = found.length > 1 && title.every(Boolean) ? found.length / tokens(fields.title).length : 0;
  const { best: place, how } = look(markdown === null ? [] : blocksOf(markdown), found, peek);
  const inHead = found.map(({ list }) => list.bits[position(list.numbers, number)] >= HEAD);
  const phrases = found.map(({ clause }, at) => {
    if (clause.kind !== "phrase") return 2;
    const best = Math.max(how[at], title[at], names[at]);
    // Where it may stand in a name that is not shown, or the text is not there, the index is believed.
    return best || (markdown === null || inHead[at] ? 1 : 0);
  });
  const isOther = markdown !== null && found.length > 0 && !how.some(Boolean) && !inHead.some(Boolean);
  return { fields, excerpt: excerpt(place, fields.anchors), how: Math.min(2, ...phrases), titled, length: markdown?.length ?? 0, isOther };
}
