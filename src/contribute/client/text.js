// Texts as they are typed, as YAML and as Markdown that say the same.

const JOINING = "\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Tamil}"
  + "\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Myanmar}\\p{M}";
/** Characters that are not seen, of which `chronicle check` lets none pass; joiners and forms have a meaning beside some. */
const UNSEEN = new RegExp(
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e"
  + "\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\ufdd0-\\ufdef\\p{Noncharacter_Code_Point}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]"
  + `|(?<![${JOINING}])\\u200c|\\u200c(?![${JOINING}])`
  + `|(?<![${JOINING}\\p{Emoji}\\ufe0f])\\u200d|\\u200d(?![${JOINING}\\p{Emoji}])`
  + "|(?<!\\p{Emoji}|\\p{Unified_Ideograph})[\\ufe00-\\ufe0f]",
  "gu",
);

/** A text without what is not seen, and how much of that there was. @param {string} text */
export function seen(text) {
  let unseen = 0;
  const well = text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\ufffd");
  return { text: well.replace(UNSEEN, () => (unseen++, "")), unseen };
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
  const digits = /^\d*/.exec(text)?.[0].length ?? 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? "";
    const rest = text.slice(at + 1);
    const beginsBlock = (at === 0 && !out && "#-+>=|~:".includes(c)) || (at === digits && at > 0 && ".)".includes(c));
    const isMark = "\\*_`<[]{".includes(c)
      || ("~=$%".includes(c) && (rest.startsWith(c) || out.endsWith(c)))
      || (at === 0 && (c === "!" || c === "?") && rest.startsWith(`${c}${c} `))
      || (c === "&" && /^[\p{L}\p{N}#]*;/u.test(rest))
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
