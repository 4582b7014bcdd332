// Texts as they are typed, as YAML and as Markdown that say the same.

// As in `src/entry/deceptive/unseen.rs`; `tests/contribute/characters.json` says for both what is not seen beside what.
const [JOINED, PICTURE, IDEOGRAPH, MONGOLIAN, VIRAMA, SPACELESS, RIGHT_TO_LEFT] = [
  "[\\u0600-\\u08ff\\u0900-\\u0dff\\ufb50-\\ufeff\\u1000-\\u109f]", "[\\u2190-\\u2bff\\u3030\\ufe0f\\u{1f000}-\\u{1faff}\\xa9\\xae\\u203c\\u2049\\u2122\\u2139\\u303d\\u3297\\u3299]",
  "[\\u2e80-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]", "[\\u1800-\\u18af]",
  "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]", "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff]",
  "[\\u05d0-\\u05f2\\u0620-\\u065f\\u066e-\\u06d5\\u06e5-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdcf\\ufdf0-\\ufdfb\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]",
];
/** The flags of England, Scotland and Wales, the only pictures that are made with tags. */
const FLAG = "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
/** Marks of direction: of a text without any letter from right to left, and of words of other letters and digits. */
const [MARKS, WORD] = ["[\\u200e\\u200f\\u061c]+", `(?!${RIGHT_TO_LEFT})[\\p{Alphabetic}\\p{N}]`];
const [ALL_MARKS, MARKS_IN_WORD, HAS_RIGHT_TO_LEFT] = [new RegExp(MARKS, "gu"), new RegExp(`(?<=${WORD})${MARKS}(?=${WORD})`, "gu"), new RegExp(RIGHT_TO_LEFT, "u")];
/** An address of the web, from behind its scheme. */
const ADDRESS = /:\/\/[^\s()<>[\]"'`]*/g;
/** Characters that are not seen, of which `chronicle check` lets none pass; joiners and forms have a meaning beside some. */
const UNSEEN = new RegExp(
  `${FLAG}|` + "[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0"
  + "\\ufff9-\\ufffb\\p{Noncharacter_Code_Point}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]"
  + `|(?<!${MONGOLIAN})[\\u180b-\\u180f]`
  + `|(?<!${IDEOGRAPH})[\\ufe00-\\ufe0d\\u{e0100}-\\u{e01ef}]`
  + `|(?<!${IDEOGRAPH}|${PICTURE})[\\ufe0e\\ufe0f](?!\\u20e3)`
  + `|(?!(?<=${SPACELESS}).${SPACELESS})\\u200b`
  + `|(?!(?<=${JOINED}|[0-9A-Za-z])\\u200c${JOINED})(?!(?<=${JOINED})\\u200d${JOINED})(?!(?<=${PICTURE})\\u200d${PICTURE})(?<!${VIRAMA})[\\u200c\\u200d]`,
  "gu",
);

/** A text without what is not seen, and how much of that there was; every break of lines is the same. @param {string} text */
export function seen(text) {
  let unseen = 0;
  let now = text.replace(/\r\n?|[\x85\u2028]/g, "\n").replaceAll("\u2029", "\n\n").replace(/\p{Surrogate}/gu, "\ufffd");
  const useless = HAS_RIGHT_TO_LEFT.test(now) ? MARKS_IN_WORD : ALL_MARKS;
  /** @param {string} found */
  const left = (found) => (found.startsWith("\u{1f3f4}") ? found : ((unseen += [...found].length), ""));
  // Without one, another may stand beside what gives it no meaning.
  for (let before = ""; before !== now; ) {
    before = now;
    now = now.replace(ADDRESS, (address) => address.replace(ALL_MARKS, left)).replace(useless, left).replace(UNSEEN, left);
  }
  return { text: now, unseen };
}

/** A text on one line. @param {string} text */
export const line = (text) => text.replace(/[ \t\n]+/g, " ").trim();

/** The paragraphs of a text; where it breaks within one says nothing. @param {string} text */
export const paragraphs = (text) => text.split(/\n[ \t]*\n/).map(line).filter(Boolean);

/** Every dash that a name may stand behind; more than `is_dash` of the program has, which does no harm. */
const DASH = /^[\u2010-\u2015\u2212\u2500\u2501\u2e3a\u2e3b\ufe58\ufe63\uff0d]/;

/** Plain text as Markdown that says the same: what would be a mark, or is one elsewhere, is escaped. As in `src/draft/statement.rs`. @param {string} text */
export function asMarkdown(text) {
  let out = "";
  // Direct speech that begins with a dash is not the name of who says it; a line that could be one is no sentence.
  const isSentence = /[!?…,;:]$/.test(text) || (text.endsWith(".") && text.split(" ").length > 12);
  if (DASH.test(text) && !isSentence) {
    out = `&#${text.charCodeAt(0)};`;
    text = text.slice(1);
  }
  const isFormula = /[\\^]|_\{/.test(text);
  const digits = /^\d*/.exec(text)?.[0].length ?? 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? "";
    const rest = text.slice(at + 1);
    const beginsBlock = (at === 0 && !out && "#-+>=|~:".includes(c)) || (at === digits && at > 0 && ".)".includes(c));
    const isMark = "\\*_`<[]{^~".includes(c)
      || ("=$%+|".includes(c) && (rest.startsWith(c) || out.endsWith(c)))
      || (c === "$" && isFormula)
      || (c === ":" && /^[a-z][a-z0-9_+-]*:/.test(rest))
      || (at === 0 && (c === "!" || c === "?") && rest.startsWith(`${c}${c} `))
      || (c === "&" && /^(#|[\p{L}\p{N}]+;|nbsp|amp|quot|lt|gt|[mn]dash|[lr]aquo)/u.test(rest))
      // What a draft still asks for is written `FIXME(…)`.
      || (c === "(" && out.endsWith("FIXME"));
    out += isMark || beginsBlock ? `\\${c}` : c;
  }
  return out;
}

const IS_WORD = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** A text as YAML: plain where no reader could take it for something else, otherwise in quotation marks, as in JSON. @param {string} text @param {boolean} [inRow] */
export function scalar(text, inRow = false) {
  const isPlain = /^(\p{L}|\d{4}-\d\d-\d\d-[a-z])[\p{L}\p{M}\p{N} .,'’()/–—-]*$/u.test(text);
  if (isPlain && !(inRow && text.includes(",")) && !IS_WORD.test(text) && !text.includes("FIXME(")) return text;
  return JSON.stringify(text).replaceAll("FIXME(", "FIXME\\u0028");
}
