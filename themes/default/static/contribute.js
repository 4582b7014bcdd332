// Of src/contribute/client/ in Chronicle's repository.
const POINT = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/;
const daysIn = (year, month) =>
month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const two = (number) => `${number}`.padStart(2, "0");
function point(text) {
const [, year = "", month, day] = POINT.exec(text) ?? [];
if (!year || (year.includes("X") && month) || (month === "XX" && day && day !== "XX")) return null;
const [first, last] = [year.replaceAll("X", "0"), year.replaceAll("X", "9")];
const bare = text.replace(/[?~%]$/, "");
const whole = { text: bare, first: `${first}-01-01`, last: `${last}-12-31` };
if (!month || month === "XX") return whole;
const number = Number(month);
if (number >= 21 && number <= 24) return day ? null : whole;
if (number < 1 || number > 12) return null;
const days = daysIn(Number(year), number);
if (!day || day === "XX") return { text: bare, first: `${year}-${month}-01`, last: `${year}-${month}-${two(days)}` };
const own = `${year}-${month}-${day}`;
return Number(day) >= 1 && Number(day) <= days ? { text: bare, first: own, last: own } : null;
}
function parseDate(text) {
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
const dayOf = (clock) => `${`${clock.getFullYear()}`.padStart(4, "0")}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
const [JOINED, PICTURE, IDEOGRAPH, MONGOLIAN, VIRAMA, SPACELESS, RIGHT_TO_LEFT] = [
"[\\u0600-\\u08ff\\u0900-\\u0dff\\ufb50-\\ufeff\\u1000-\\u109f]", "[\\u2190-\\u2bff\\u3030\\ufe0f\\u{1f000}-\\u{1faff}\\xa9\\xae\\u203c\\u2049\\u2122\\u2139\\u303d\\u3297\\u3299]",
"[\\u2e80-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]", "[\\u1800-\\u18af]",
"[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]", "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff]",
"[\\u05d0-\\u05f2\\u0620-\\u065f\\u066e-\\u06d5\\u06e5-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdcf\\ufdf0-\\ufdfb\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]",
];
const FLAG = "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
const [MARKS, WORD] = ["[\\u200e\\u200f\\u061c]+", `(?!${RIGHT_TO_LEFT})[\\p{Alphabetic}\\p{N}]`];
const [ALL_MARKS, MARKS_IN_WORD, HAS_RIGHT_TO_LEFT] = [new RegExp(MARKS, "gu"), new RegExp(`(?<=${WORD})${MARKS}(?=${WORD})`, "gu"), new RegExp(RIGHT_TO_LEFT, "u")];
const ADDRESS = /:\/\/[^\s()<>[\]"'`]*/g;
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
function seen(text) {
let unseen = 0;
let now = text.replace(/\r\n?|[\x85\u2028]/g, "\n").replaceAll("\u2029", "\n\n").replace(/\p{Surrogate}/gu, "\ufffd");
const useless = HAS_RIGHT_TO_LEFT.test(now) ? MARKS_IN_WORD : ALL_MARKS;
const left = (found) => (found.startsWith("\u{1f3f4}") ? found : ((unseen += [...found].length), ""));
for (let before = ""; before !== now; ) {
before = now;
now = now.replace(ADDRESS, (address) => address.replace(ALL_MARKS, left)).replace(useless, left).replace(UNSEEN, left);
}
return { text: now, unseen };
}
const line = (text) => text.replace(/[ \t\n]+/g, " ").trim();
const paragraphs = (text) => text.split(/\n[ \t]*\n/).map(line).filter(Boolean);
const DASH = /^[\u2010-\u2015\u2212\u2500\u2501\u2e3a\u2e3b\ufe58\ufe63\uff0d]/;
function asMarkdown(text) {
let out = "";
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
|| (c === "(" && out.endsWith("FIXME"));
out += isMark || beginsBlock ? `\\${c}` : c;
}
return out;
}
const IS_WORD = /^(true|false|yes|no|on|off|null|y|n)$/i;
function scalar(text, inRow = false) {
const isPlain = /^(\p{L}|\d{4}-\d\d-\d\d-[a-z])[\p{L}\p{M}\p{N} .,'’()/–—-]*$/u.test(text);
if (isPlain && !(inRow && text.includes(",")) && !IS_WORD.test(text) && !text.includes("FIXME(")) return text;
return JSON.stringify(text).replaceAll("FIXME(", "FIXME\\u0028");
}
const LETTERS = new Map(Object.entries({
ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ŋ: "ng", ə: "e",
а: "a", б: "b", в: "v", г: "g", ґ: "g", ѓ: "g", д: "d", ђ: "dj", е: "e", ё: "io", є: "ie", ж: "zh", з: "z", ѕ: "dz", и: "i", і: "i", ї: "i", й: "i", ј: "j",
к: "k", ќ: "k", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u", ў: "u", ф: "f", х: "kh", ц: "ts", ч: "ch",
џ: "dz", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia", қ: "k", ғ: "g", ң: "n", ү: "u", ұ: "u", һ: "h", ө: "o", ә: "a",
α: "a", β: "b", γ: "g", δ: "d", ε: "e", ζ: "z", η: "e", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t",
υ: "u", φ: "ph", χ: "kh", ψ: "ps", ω: "o",
ا: "a", ب: "b", پ: "p", ت: "t", ث: "th", ج: "j", چ: "ch", ح: "h", خ: "kh", د: "d", ذ: "dh", ر: "r", ز: "z", ژ: "zh", س: "s", ش: "sh", ص: "s", ض: "d", ط: "t",
ظ: "z", ع: "", غ: "gh", ف: "f", ق: "q", ك: "k", ک: "k", گ: "g", ل: "l", م: "m", ن: "n", ه: "h", و: "w", ي: "y", ی: "y", ى: "a", ة: "h", ء: "",
א: "a", ב: "b", ג: "g", ד: "d", ה: "h", ו: "v", ז: "z", ח: "h", ט: "t", י: "y", כ: "k", ך: "k", ל: "l", מ: "m", ם: "m", נ: "n", ן: "n", ס: "s", ע: "", פ: "p",
ף: "p", צ: "ts", ץ: "ts", ק: "q", ר: "r", ש: "sh", ת: "t",
}));
function slug(text, longest = 48) {
const plain = text.toLowerCase().replace(/['’ʼ]/g, "");
const known = [...plain].map((c) => LETTERS.get(c) ?? LETTERS.get(c.normalize("NFKD")[0] ?? "") ?? c).join("");
const words = known.normalize("NFKD").replace(/\p{M}/gu, "").split(/[^a-z0-9]+/).filter(Boolean);
let id = words.shift()?.slice(0, longest) ?? "";
for (const word of words) {
if (id.length + 1 + word.length > longest) break;
id += `-${word}`;
}
return id;
}
const isId = (text) => text.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
function pathOf(id) {
const year = id.split("-")[0] ?? "";
return `content/statements/${year.length === 4 ? `${year}/` : ""}${id}.md`;
}
class Choices {
constructor(lists, shared, ...kinds) {
const all = kinds.flatMap((kind) => (lists[kind] ?? []).map(([id, name]) => ({ kind, id, name })));
const times = new Map(kinds.flatMap((kind) => (shared[kind] ?? []).map((name) => [folded(name), 1])));
for (const { name } of all) times.set(folded(name), (times.get(folded(name)) ?? 0) + 1);
this.labels = new Map();
this.known = new Map();
for (const choice of all) {
const isAlone = times.get(folded(choice.name)) === 1;
const label = isAlone ? choice.name : `${choice.name} (${choice.id})`;
this.labels.set(label, choice);
if (!this.known.has(folded(label))) this.known.set(folded(label), choice);
}
this.ids = new Map();
for (const choice of all) if (!this.ids.has(choice.id)) this.ids.set(choice.id, choice);
this.shared = new Set([...times].flatMap(([name, count]) => (count > 1 ? [name] : [])));
}
find(typed) {
const named = this.labels.get(typed) ?? this.known.get(folded(typed));
return named ?? (this.shared.has(folded(typed)) ? null : this.ids.get(typed) ?? null);
}
}
const folded = (text) => text.normalize("NFC").toLowerCase();
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/;
const WIDTH = 110;
const LABEL = "[\\p{L}\\p{M}\\p{N}_\\-·・׳״͵\\u200c\\u200d]{1,63}";
const WEB_ADDRESS = new RegExp(`^https?://(\\[[\\dA-Fa-f:.]+\\]|(${LABEL}(?:\\.${LABEL})*)\\.?)(?::\\d*)?(?:[/?#][^\\s"<>\\\\]*)?$`, "u");
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/;
function isAddress(text) {
const [, host, letters = ""] = WEB_ADDRESS.exec(text) ?? [];
const isNumber = /(^|\.)(\d+|0x[\da-f]*)$/i.test(letters);
return !!host && letters.normalize("NFKC") === letters && (!isNumber || IPV4.test(letters));
}
const hasWords = (text) => /[\p{L}\p{N}]/u.test(text.replace(/\[[^\]]*\]|【[^】]*】|\([^)]{0,40}\)/g, ""));
const mixed = (text) => /(?:\p{Script=Latin}[\p{L}\p{M}\p{N}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}\p{N}]*\p{Script=Latin})[\p{L}\p{M}]*/u.exec(text)?.[0];
function cleaned(values, notes) {
let unseen = 0;
const clean = (value, key) => {
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
function list(key, row) {
if (!row.length) return "";
const short = row.join(", ");
return key.length + short.length <= WIDTH ? `${key}: [${short}]\n` : `${key}:\n${row.map((item) => `  - ${item}\n`).join("")}`;
}
function make(typed, offered, today) {
const faults = [];
const notes = [];
const values = cleaned(typed, notes);
const fault = (at, why, index = 0) => faults.push({ at, index, why });
const named = (choices, text, { isText = false, inRow = true } = {}) => {
const choice = choices.find(text);
if (!choice && (!isText || isId(text))) notes.push({ why: "unknown", x: text });
return scalar(choice?.id ?? text, inRow);
};
const unique = (texts, each) => [...new Set(texts.flatMap((text, index) => (text ? [each(text, index)] : [])))];
const speaker = (text) => {
const choice = offered.speakers.find(text);
if (!choice) notes.push({ why: "unknown", x: text });
if (choice?.kind === "organizations") return `{organization: ${scalar(choice.id, true)}}`;
if (choice?.kind === "countries") return `{country: ${scalar(choice.id, true)}}`;
return scalar(choice?.id ?? text, true);
};
const date = (text, at, index = 0) => {
const of = parseDate(text);
if (!of) fault(at, "date", index);
else if (of.first > today) fault(at, "future", index);
return of;
};
for (const key of (["title", "date", "fidelity"])) if (!values[key]) fault(key, "required");
for (const key of (["speakers", "topics"])) if (!values[key].some(Boolean)) fault(key, "required");
if ([...values.title].length > 120) fault("title", "long");
const said = values.date ? date(values.date, "date") : null;
for (const key of (["language", "original_language"])) {
if (values[key] && !LANGUAGE.test(values[key])) fault(key, "language");
}
const speakers = unique(values.speakers, speaker);
const audience = (text) => named(offered.speakers, text, { isText: true });
const country = (text, index) => {
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
for (const key of (["url", "archived"])) {
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
const name = (text) => (offered.speakers.find(text)?.name ?? text).toLowerCase();
const hasNamesake = (by) => new Set(values.speakers.flatMap((text) => (text && name(text) === name(by) ? [speaker(text)] : []))).size > 1;
const blocks = values.blocks.flatMap(({ isQuotation, text, by }, index) => {
const parts = paragraphs(text).map(asMarkdown);
if (!parts.length) return [];
if (!isQuotation) return [parts.join("\n\n")];
if (!hasWords(text)) fault("blocks.text", "words", index);
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
const byLine = (choice, typed) => asMarkdown(choice?.kind === "countries" ? choice.id : choice?.name ?? typed);
function corrected(before, changed, { kind, note, date }) {
const own = changed.replace(/\r\n?/g, "\n");
if (own === before.replace(/\r\n?/g, "\n")) return { why: "same" };
const said = line(seen(note).text);
if (!said) return { why: "required" };
const matter = /^---[ \t]*\n([^]*?\n)---[ \t]*(?:\n|$)/.exec(own);
if (!matter) return { why: "matter" };
const [whole, keys = ""] = matter;
const item = (indent) => `${indent}- date: ${date}\n${indent}  kind: ${kind}\n${indent}  note: ${scalar(said)}\n`;
const list = /^corrections:(.*)\n((?:[ \t]*\n|[ \t]*#.*\n|[ \t]+.*\n|-.*\n)*)/m.exec(keys);
let more = `${keys}corrections:\n${item("  ")}`;
if (list) {
const indent = /^(?:[ \t]*(?:#.*)?\n)*( *)-(?:[ \t]|$)/m.exec(`${list[2] ?? ""}`)?.[1];
if (!/^[ \t]*(#.*)?$/.test(list[1] ?? "") || indent === undefined) return { why: "list" };
const end = list.index + list[0].trimEnd().length + 1;
more = keys.slice(0, end) + item(indent) + keys.slice(end);
}
const text = `---\n${more}---\n${own.slice(whole.length)}`;
return { text: before.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text };
}
const LONGEST = 6 << 10;
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
function newFile(service, path, text) {
const name = `${service.new}?${service.service === "gitlab" ? "file_name" : "filename"}=${encoded(path)}`;
const whole = `${name}&value=${encoded(text)}`;
const isFilled = service.service !== "gitlab" && whole.length <= LONGEST;
return { address: isFilled ? whole : name, isFilled, isTooLong: whole.length > LONGEST };
}
function existingFile(service, id, folder) {
const isFolder = folder === "" || (folder !== null && folder.split("/").every((part) => /^[^.\\][^\\]*$/.test(part)));
const path = !isFolder ? pathOf(id) : `content/statements/${folder ? `${folder}/` : ""}${id}.md`;
return { path, address: service.edit + path.split("/").map(encoded).join("/") };
}
const byId = (id) => (document.getElementById(id));
const page = byId("contribute");
const control = (id) => (byId(id));
const named = (name, within = page) => ([...within.querySelectorAll(`[name="${name}"]`)]);
function word(key, values = {}) {
return (page.dataset[key] ?? "").replace(/\{([nx])\}/g, (_, name) => `\u2068${values[name] ?? ""}\u2069`);
}
function element(tag, attributes = {}, ...children) {
const made = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
made.append(...children);
return made;
}
let numbered = 0;
function showFaults(faults) {
for (const marked of page.querySelectorAll("[aria-invalid]")) {
marked.removeAttribute("aria-invalid");
const described = (marked.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("fault-"));
if (described.length) marked.setAttribute("aria-describedby", described.join(" "));
else marked.removeAttribute("aria-describedby");
}
page.querySelectorAll(".fault").forEach((old) => old.remove());
const list = byId("faults");
list.hidden = !faults.length;
if (!faults.length) return list.replaceChildren();
faults.sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
const items = faults.map(({ control, why }) => {
control.id ||= `field-${++numbered}`;
const id = `fault-${++numbered}`;
const inner = control.closest("details");
if (inner) inner.open = true;
control.setAttribute("aria-invalid", "true");
control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
control.after(element("span", { class: "fault", id }, word(why)));
return element("li", {}, element("a", { href: `#${control.id}` }, `${labelOf(control)}: ${word(why)}`));
});
list.replaceChildren(element("div", {}, element("p", {}, word("faults", { n: `${faults.length}` })), element("ul", {}, ...items)));
list.focus();
}
const labelOf = (control) => {
const label = control.labels?.[0];
return control.getAttribute("aria-label") ?? (label?.querySelector("span") ?? label)?.textContent ?? "";
};
function growing(changed) {
const like = (one) => [...(one.parentElement?.querySelectorAll(":scope > .one") ?? [])].filter((other) => (other).dataset.block === (one).dataset.block);
const shown = (all) => all.forEach((one) => ((one.querySelector("[data-less]")).hidden = all.length < 2));
page.addEventListener("click", (event) => {
const button = (event.target).closest("button");
if (button?.dataset.more !== undefined) {
const group = (button.closest(".many, #blocks"));
const kind = button.dataset.more;
const first = (group.querySelector(kind ? `.one[data-block="${kind}"]` : ".one"));
const one = (first.cloneNode(true));
one.querySelectorAll(".fault").forEach((fault) => fault.remove());
for (const control of (one.querySelectorAll("input, textarea, select"))) {
control.removeAttribute("id");
control.removeAttribute("aria-invalid");
if (control.getAttribute("aria-describedby")?.includes("fault-")) control.removeAttribute("aria-describedby");
if (control.tagName === "SELECT") ((control)).selectedIndex = 0;
else control.value = "";
}
[...group.querySelectorAll(":scope > .one")].at(-1)?.after(one);
shown(like(one));
changed();
(one.querySelector("input, textarea")).focus();
} else if (button?.dataset.less !== undefined) {
const one = (button.closest(".one"));
const others = like(one).filter((other) => other !== one);
one.remove();
shown(others);
changed();
(others.at(-1)?.querySelector("input, textarea"))?.focus();
}
});
}
const offer = (id, labels) => byId(id).replaceChildren(...[...labels].map((value) => element("option", { value })));
function offerSpeakers(speakers) {
const several = [...new Set(speakers)];
const all = speakers.join("\n");
for (const select of ((named("by")))) {
const chosen = select.value;
const before = (select.dataset.of ?? "").split("\n");
const isCorrected = chosen && !several.includes(chosen) && before.length === speakers.length;
const now = isCorrected ? speakers[before.indexOf(chosen)] ?? chosen : chosen;
select.dataset.of = all;
while (select.options.length > 1) select.remove(1);
const offered = now && !several.includes(now) ? [...several, now] : several;
select.append(...offered.map((value) => element("option", { value }, value)));
select.value = now;
(select.closest("[data-by]")).hidden = offered.length < 2;
}
}
const { service = "", new: forNew = "", edit = "", record = "", statements } = page.dataset;
const host = { service, new: forNew, edit };
let saved = "";
let offered = offeredIn({}, {});
let isNamed = false;
function offeredIn(lists, shared) {
const of = (...kinds) => new Choices(lists, shared, ...kinds);
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
const texts = (name, within = page) => named(name, within).map(({ value }) => value);
const text = (name, within = page) => texts(name, within)[0] ?? "";
const blocks = () => ([...byId("blocks").querySelectorAll(".one")]);
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
return ({ ...one, ...several, sources, blocks: parts });
}
function controlOf({ at, index }) {
if (at.startsWith("blocks.")) return (blocks()[index]?.querySelector(at === "blocks.by" ? "select" : "textarea"));
return (named(at)[index]);
}
function show({ path, text, notes, isNew, address }) {
byId("notes").replaceChildren(...notes.map(({ why, x }) => element("li", {}, word(why, { x }))));
if (!isNamed) control("field-path").value = path;
control("field-path").readOnly = !isNew;
control("field-made").value = text;
lead(text, address);
byId("made").hidden = false;
byId("said").textContent = "";
}
function lead(text, edit) {
const path = control("field-path").value;
const isRight = !!edit || (/^content\/statements\/(?:[^/]+\/)*[^/]+\.md$/.test(path) && isId(path.slice(path.lastIndexOf("/") + 1, -3)));
const open = (byId("open"));
const save = (byId("save"));
const form = newFile(host, path, text);
open.textContent = word(edit ? "openEdit" : "openNew");
open.hidden = save.hidden = !isRight;
open.href = edit ?? form.address;
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
function makeNew(isQuiet) {
const made = make(values(), offered, dayOf(new Date()));
const faults = made.faults.map((fault) => ({ control: controlOf(fault), why: fault.why }));
if (isQuiet && faults.length) byId("made").hidden = true;
if (!isQuiet) showFaults(faults);
if (!faults.length) show({ path: made.path || "content/statements/.md", text: made.text, notes: made.notes, isNew: true });
else byId("made").hidden = true;
return !faults.length;
}
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
quoted();
}
const fileAt = (address) => fetch(address).then((response) => (response.ok ? response.text() : "")).catch(() => "");
async function startCorrection(id, folder) {
byId("heading").textContent = word("correcting");
byId("lede").textContent = word("correctingLede");
const own = `${statements}${id}/`;
const before = isId(id) && statements ? await fileAt(`${own}index.md`) : "";
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
const correct = (isQuiet) => {
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
