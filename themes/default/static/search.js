// Search, of the modules in client/ of Chronicle's repository.
const LETTER = "\\p{L}\\p{N}\\p{M}";
const HIDDEN = "\\u00AD\\u061C\\u200C-\\u200F\\u2060\\uFEFF";
const RUN = new RegExp(
`(?<![${LETTER}${HIDDEN}])\\p{L}\\p{M}*(?:\\.\\p{L}\\p{M}*)+(?![${LETTER}${HIDDEN}])|[${LETTER}${HIDDEN}]+`,
"gu",
);
const HIDDEN_ONES = new RegExp(`[${HIDDEN}.]`, "gu");
const NOT_A_LETTER = new RegExp(`[^${LETTER}]`, "gu");
const MARKS = /((?!\p{M})[\p{sc=Latn}\p{sc=Grek}\p{sc=Hebr}\p{sc=Arab}])\p{M}+/gu;
const PAIRED = /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30FC]/u;
const UNITS = /^\p{M}+|\P{M}\p{M}*/gu;
const PLAIN = Object.fromEntries(
"ёе ςσ ıi øo łl đd ħh ðd þth ßss æae œoe ٱا ىي یي کك ةه".split(" ").map((pair)=> [pair[0], pair.slice(1)]),
);
for (let digit = 0; digit < 10; digit++) {
PLAIN[String.fromCharCode(0x660 + digit)] = PLAIN[String.fromCharCode(0x6f0 + digit)] = `${digit}`;
}
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");
function fold(run) {
if (/^[a-z0-9]*$/.test(run)) return run;
return run
.replace(HIDDEN_ONES, "")
.toLowerCase()
.normalize("NFKD")
.replace(/\u0640/g, "")
.replace(MARKS, "$1")
.replace(/[\u0300\u0301]/g, "")
.normalize("NFC")
.replace(TO_PLAIN, (letter)=>PLAIN[letter])
.replace(NOT_A_LETTER, "");
}
function tokens(text) {
const found = [];
for (const match of text.matchAll(RUN)) {
const start = match.index;
const end = start + match[0].length;
const word = fold(match[0]);
const units = word.match(UNITS) ?? [];
if (!units.some((unit)=> PAIRED.test(unit))) {
if (word) found.push({ word: cut(word), start, end });
continue;
}
const raw = [...match[0].matchAll(UNITS)];
const place = raw.length === units.length ? (at)=>start + (raw[at]?.index ?? match[0].length) : null;
for (const [from, to] of pairs(units)) {
const part = cut(units.slice(from, to).join(""));
found.push({ word: part, start: place ? place(from) : start, end: place ? place(to) : end });
}
}
return found;
}
function pairs(units) {
const found = [];
for (let at = 0, end; at < units.length; at = end) {
const paired = isPaired(units[at]);
for (end = at + 1; end < units.length && isPaired(units[end]) === paired; ) end++;
if (!paired || end === at + 1) found.push([at, end]);
else for (let one = at; one < end - 1; one++) found.push([one, one + 2]);
}
return found;
}
const isPaired = (word)=>PAIRED.test(word);
const cut = (word)=>(word.length > 40 ? [...word].slice(0, 40).join("") : word);
function compare(one, other) {
const length = Math.min(one.length, other.length);
for (let at = 0; at < length; at++) {
if (one.charCodeAt(at) !== other.charCodeAt(at)) {
return (one.codePointAt(at)) - (other.codePointAt(at));
}
}
return one.length - other.length;
}
function lastNotAbove(values, isAbove) {
let [low, high] = [0, values.length];
while (low < high) {
const middle = (low + high) >> 1;
if (isAbove(values[middle])) high = middle;
else low = middle + 1;
}
return low - 1;
}
const encoder = new TextEncoder();
const utf8 = (text)=>encoder.encode(text);
function fileName(text) {
let name = "w";
for (const byte of utf8(text)) {
const letter = String.fromCharCode(byte);
name += /[a-z0-9]/.test(letter) ? letter : `-${byte.toString(16).padStart(2, "0")}`;
}
return name;
}
class Stale extends Error {}
const UNKNOWN = 8;
const NONE = { numbers: new Float64Array(0), bits: new Uint16Array(0) };
function fnv(bytes) {
let hash = 0x811c9dc5;
for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at], 16777619);
return hash >>> 0;
}
const successor = (words)=>(fnv(utf8(words.join(" "))) % 32767) + 1;
class Reader {
constructor(bytes, at = 0) {
this.bytes = bytes;
this.at = at;
}
number(bytes = 1) {
let value = 0;
for (let place = 0; place < bytes; place++) value += this.bytes[this.at++] * 2 ** (8 * place);
if (this.at > this.bytes.length) throw new Stale("a file ends too early");
return value;
}
varint() {
for (let value = 0, place = 1; ; place *= 128) {
const byte = this.number();
value += (byte & 127) * place;
if (byte < 128) return value;
}
}
}
function readList(reader, width) {
const { bytes } = reader;
const count = reader.varint();
if (!count) return NONE;
if (count > 8 * bytes.length) throw new Stale("a list is longer than its file");
const low = reader.number();
let day = reader.number(3);
let bit = reader.at * 8;
const peek = ()=>{
const at = bit >> 3;
return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> (bit & 7);
};
const take = (size)=>{
const value = peek() & ((1 << size) - 1);
bit += size;
return value;
};
const rice = (size)=>{
const zero = ~peek();
const ones = zero ? Math.min(31 - Math.clz32(zero & -zero), 24) : 24;
bit += ones < 24 ? ones + 1 : ones;
return ones < 24 ? ones * (1 << size) + take(size) : take(16) + take(16) * 65536;
};
const [numbers, bits] = [new Float64Array(count), new Uint16Array(count)];
let place = 0;
for (let at = 0; at < count; at++) {
const days = at ? rice(low & 15) : 0;
if (days) place = 0;
day += days;
place += rice(low >> 4);
numbers[at] = day * 4096 + place;
bits[at] = take(width);
}
reader.at = (bit + 7) >> 3;
if (reader.at > bytes.length) throw new Stale("a list ends too early");
return { numbers, bits };
}
function followed(list, bytes, skip, wanted) {
let at = 4;
for (; skip > 0 && at < bytes.length; at += 2) if (bytes[at + 1] & 128) skip--;
const found = new Uint32Array(list.numbers.length);
let count = 0;
for (let posting = 0; posting < list.numbers.length; posting++) {
let high = 0;
for (let is = false; high < 128; at += 2) {
if (at + 1 >= bytes.length) throw new Stale("successors end too early");
high = bytes[at + 1];
if (!is && wanted.has(bytes[at] | ((high & 127) << 8))) {
is = true;
found[count++] = posting;
}
}
}
return pick(list, found.subarray(0, count));
}
function pick(list, positions) {
return { numbers: Float64Array.from(positions, (at)=>list.numbers[at]), bits: Uint16Array.from(positions, (at)=>list.bits[at]) };
}
function withRest(list, rest) {
const numbers = list.numbers.filter((_, at)=> list.bits[at] === rest);
return { numbers, bits: new Uint16Array(numbers.length).fill(UNKNOWN) };
}
function both(one, other) {
if (one.numbers.length > other.numbers.length) [one, other] = [other, one];
const [a, b] = [one.numbers, other.numbers];
const [numbers, bits] = [new Float64Array(a.length), new Uint16Array(a.length)];
let count = 0;
for (let at = 0, there = 0; at < a.length; at++) {
there = seek(b, a[at], there);
if (b[there] !== a[at]) continue;
numbers[count] = a[at];
bits[count++] = Math.max(one.bits[at], other.bits[there]);
}
return { numbers: numbers.subarray(0, count), bits: bits.subarray(0, count) };
}
function either(lists) {
if (lists.length < 2) return lists[0] ?? NONE;
const half = lists.length >> 1;
const [one, other] = [either(lists.slice(0, half)), either(lists.slice(half))];
const [a, b] = [one.numbers, other.numbers];
const [numbers, bits] = [new Float64Array(a.length + b.length), new Uint16Array(a.length + b.length)];
let count = 0;
for (let at = 0, there = 0; at < a.length || there < b.length; count++) {
const takes = !(a[at] > b[there]) && at < a.length;
const has = !(b[there] > a[at]) && there < b.length;
numbers[count] = takes ? a[at] : b[there];
bits[count] = Math.max(takes ? one.bits[at++] : 0, has ? other.bits[there++] : 0);
}
return { numbers: numbers.subarray(0, count), bits: bits.subarray(0, count) };
}
function common(one, other) {
const [a, b] = one.length < other.length ? [one, other] : [other, one];
let count = 0;
for (let at = 0, there = 0; at < a.length && there < b.length; at++) {
there = seek(b, a[at], there);
if (b[there] === a[at]) count++;
}
return count;
}
function seek(numbers, limit, from) {
let step = 1;
let end = from;
for (; end < numbers.length && numbers[end] < limit; step *= 2) {
from = end + 1;
end += step;
}
for (end = Math.min(end, numbers.length); from < end; ) {
const middle = (from + end) >> 1;
if (numbers[middle] < limit) from = middle + 1;
else end = middle;
}
return from;
}
function position(numbers, number) {
const at = lastNotAbove(numbers, (other)=>other > number);
return numbers[at] === number ? at : -1;
}
const yearOf = (number)=>Math.floor(number / 4096 / 429);
const decoder = new TextDecoder();
function readShard(bytes) {
const reader = new Reader(bytes);
const check = reader.number(4);
const next = decoder.decode(nextText(reader, new Uint8Array(0), 0));
const entries = [];
let own = new Uint8Array(0);
let [size, skip] = [0, 0];
while (reader.at < bytes.length) {
own = nextText(reader, own);
const flags = reader.number();
const entry = { text: decoder.decode(own), isStop: !!(flags & 1), count: 0, stems: [], list: null };
if (flags & 4) entry.stems.push(entry.text);
if (flags & 2) entry.count = reader.varint();
for (let others = flags >> 5; others > 0; others--) entry.stems.push(decoder.decode(nextText(reader, own)));
if (flags & 8) {
const list = { df: reader.varint(), bytes: reader.varint(), parts: flags & 16 ? reader.number() : null, at: size, skip };
if (list.parts === null) [size, skip] = [size + list.bytes, skip + list.df];
entry.list = list;
}
entries.push(entry);
}
return { check, next, entries, byText: new Map(entries.map((entry)=> [entry.text, entry])), size };
}
function nextText(reader, other, keep = reader.number()) {
const add = reader.number();
const own = new Uint8Array(keep + add);
own.set(other.subarray(0, keep));
own.set(reader.bytes.subarray(reader.at, reader.at + add), keep);
reader.at += add;
return own;
}
function beginning({ entries }, prefix) {
const start = lastNotAbove(entries, (entry)=>compare(entry.text, prefix) >= 0) + 1;
let end = start;
while (end < entries.length && entries[end].text.startsWith(prefix)) end++;
return entries.slice(start, end);
}
function nearest({ entries }, word) {
const most = word.length < 5 ? 1 : 2;
const near = entries.flatMap((entry)=> {
if (!entry.count || Math.abs(entry.text.length - word.length) > most) return [];
const apart = distance(entry.text, word, most);
return apart > 0 && apart <= most ? [{ entry, apart }] : [];
});
near.sort((one, other)=> one.apart - other.apart || other.entry.count - one.entry.count);
return near.slice(0, 5).map(({ entry })=> entry.text);
}
function distance(one, other, most) {
let before = [];
let row = Array.from({ length: other.length + 1 }, (_, at)=>at);
for (let at = 1; at <= one.length; at++) {
const now = [at];
for (let there = 1; there <= other.length; there++) {
const same = one[at - 1] === other[there - 1];
now[there] = Math.min(row[there] + 1, now[there - 1] + 1, row[there - 1] + (same ? 0 : 1));
if (at > 1 && there > 1 && one[at - 1] === other[there - 2] && one[at - 2] === other[there - 1]) {
now[there] = Math.min(now[there], before[there - 2] + 1);
}
}
if (Math.min(...now) > most) return most + 1;
[before, row] = [row, now];
}
return row[other.length];
}
const json = (bytes)=>JSON.parse(new TextDecoder().decode(bytes));
class Library {
constructor(get) {
this.get = get;
this.files = new Map();
this.shards = new Map();
this.known = null;
this.isFresh = false;
}
refresh() {
this.files.clear();
this.shards.clear();
this.isFresh = true;
}
file(path, decode, mode = "default") {
let file = this.files.get(path);
if (!file) {
file = this.get(path, this.isFresh ? "reload" : mode).then((bytes)=> {
if (!bytes) throw new Stale(`${path} is not there`);
return decode(bytes);
});
file.catch(()=> this.files.delete(path));
this.files.set(path, file);
const [, oldest] = this.files.keys();
if (this.files.size > 400) this.files.delete(oldest);
}
return file;
}
async directory() {
return this.file(
"index.json",
(bytes)=>{
const directory = json(bytes);
if (directory.format !== 1) throw new Stale("the index has another format");
directory.cards.forEach((first, at, all)=> (all[at] = first + (all[at - 1] ?? 0)));
return (this.known = directory);
},
"no-cache",
);
}
async shardsOf(prefix) {
const { shards } = await this.directory();
const start = Math.max(0, lastNotAbove(shards, (first)=>compare(first, prefix) > 0));
let end = start + 1;
while (end < shards.length && shards[end].startsWith(prefix)) end++;
return shards.slice(start, end);
}
async shard(first) {
const shard = await this.file(`d/${fileName(first)}.bin`, readShard);
this.shards.set(first, shard);
return shard;
}
async shardFor(text) {
const [first] = await this.shardsOf(text);
const shard = await this.shard(first);
if (shard.next && compare(text, shard.next) >= 0) throw new Stale(`${text} is in a newer shard`);
return { first, shard };
}
peek(text) {
const shards = this.known?.shards ?? [];
return this.shards.get(shards[lastNotAbove(shards, (first)=>compare(first, text) > 0)])?.byText.get(text);
}
async stem(text) {
const { first, shard } = await this.shardFor(text);
const list = shard.byText.get(text)?.list;
if (!list) throw new Stale(`${text} has no list`);
return { text, first, shard, list };
}
async list(stem) {
return (await this.listed(stem)).list;
}
async listed({ text, first, shard, list }) {
if (list.parts !== null) {
const alone = await this.file(`l/${fileName(text)}.bin`, (bytes)=>({ ...withCheck(bytes), list: whole(bytes, 3) }));
if (alone.bytes.length !== list.bytes) throw new Stale(`the list of ${text} is another`);
return alone;
}
const { check, bytes } = await this.file(`p/${fileName(first)}.bin`, withCheck);
if (check !== shard.check) throw new Stale(`the lists of ${first} are others`);
return { check, list: readList(new Reader(bytes, list.at), 3) };
}
async followed(stem, hashes) {
const { text, first, list } = stem;
if (list.parts) {
const [parts, size] = [list.parts, 2 ** list.parts];
const lists = hashes.map(async (hash)=>{
const name = `l/${fileName(text)}.${parts}-${hash % size}.bin`;
return withRest(await this.file(name, (bytes)=>whole(bytes, 15 - parts)), hash >> parts);
});
return either(await Promise.all(lists));
}
const name = list.parts === 0 ? `l/${fileName(text)}.n.bin` : `n/${fileName(first)}.bin`;
const [own, bytes] = await Promise.all([this.listed(stem), this.file(name, (bytes)=>bytes)]);
if (new Reader(bytes).number(4) !== own.check) throw new Stale(`${name} is another`);
return followed(own.list, bytes, list.parts === 0 ? 0 : list.skip, new Set(hashes));
}
async card(number) {
const { cards, language } = await this.directory();
const first = cards[Math.max(0, lastNotAbove(cards, (first)=>first > number))];
const pack = await this.file(`c/${first}.json`, (bytes)=>new Map(json(bytes).map((card)=> [card[0], card])));
const card = pack.get(number);
if (!card) throw new Stale(`${number} has no card`);
const [, address, date, shown, title, speakers, own, flags, ...more] = card;
return {
number, address, date, shown, title, speakers, language: own || language, isWithdrawn: !!(flags & 1),
summary: flags & 2 ? more[0] : null, anchors: flags & 4 ? more[more.length - 1] : null,
};
}
async facet(name) {
return this.file(`f/${name}.json`, (bytes)=>{
const { packs, values } = json(bytes);
let [pack, at] = [-1, 0];
const read = values.map(([id, label, count, bytes, broader = null])=> {
if (pack + 1 < packs.length && compare(packs[pack + 1][0], id) <= 0) [pack, at] = [pack + 1, 0];
const value = { id, label, count, broader, pack, at, bytes };
at += bytes;
return ([id, value]);
});
return { name, packs, values: new Map(read) };
});
}
async valued(facet, id) {
const value = facet.values.get(id);
if (!value) return NONE.numbers;
const [first, check] = facet.packs[value.pack];
const pack = await this.file(`f/${facet.name}/${fileName(first)}.bin`, withCheck);
if (pack.check !== check) throw new Stale(`${facet.name} is another`);
return readList(new Reader(pack.bytes, value.at), 0).numbers;
}
}
const withCheck = (bytes)=>({ bytes, check: fnv(bytes) });
function whole(bytes, width) {
const reader = new Reader(bytes);
const list = readList(reader, width);
if (reader.at !== bytes.length) throw new Stale("a list ends too late");
return list;
}
const QUOTE = '"“”„«»';
const PIECE = new RegExp(`[${QUOTE}]([^${QUOTE}]*)[${QUOTE}]?|[^\\s${QUOTE}/|;()\\[\\]{}'’ʼ]+`, "gu");
const MOST = 16;
function parse(query, isTyping = false) {
const clauses = new Map();
const add = (kind, words, shown)=>{
if (words.length) clauses.set(`${kind} ${words.join(" ")}`, { kind, words: words.slice(0, MOST), shown });
};
for (const piece of query.matchAll(PIECE)) {
if (piece[1] !== undefined) {
add("phrase", wordsOf(piece[1]), piece[1].trim());
continue;
}
for (const chunk of piece[0].split(/,(?!\d)|(?<!\d),/)) {
const words = wordsOf(chunk);
const last = words[words.length - 1] ?? "";
const isEnd = isTyping && query.endsWith(chunk) && /[\p{L}\p{N}\p{M}]$/u.test(chunk);
const mayBegin = isPaired(last) ? words.length === 1 && [...last].length === 1 : [...last].length > 2;
if (mayBegin && (isEnd || chunk.endsWith("*") || isPaired(last))) {
add("prefix", [last], last);
words.pop();
}
add(words.length > 1 ? "phrase" : "word", words, chunk);
}
}
const all = [...clauses.values()];
return { clauses: all.slice(0, MOST), left: all.slice(MOST).map((clause)=> clause.shown) };
}
const wordsOf = (text)=>tokens(text).map((token)=> token.word);
function fromAddress(address) {
const values = new URLSearchParams(address);
const year = (name)=>(/^\d{1,4}$/.test(values.get(name) ?? "") ? Number(values.get(name)) : null);
const chosen = new Map();
for (const name of new Set(values.keys())) {
const ids = [...new Set(values.getAll(name))].filter(Boolean);
if (/^[a-z]+$/.test(name) && !["q", "from", "to", "sort", "page"].includes(name) && ids.length) chosen.set(name, ids);
}
return {
q: values.get("q") ?? "",
from: year("from"),
to: year("to"),
chosen,
sort: values.get("sort") === "date" ? "date" : "",
page: Math.max(1, Math.min(1e4, Math.floor(Number(values.get("page"))) || 1)),
};
}
function toAddress({ q, from, to, chosen, sort, page }) {
const values = new URLSearchParams();
if (q.trim()) values.set("q", q.trim());
for (const [name, ids] of chosen) ids.forEach((id)=> values.append(name, id));
if (from !== null) values.set("from", `${from}`);
if (to !== null) values.set("to", `${to}`);
if (sort) values.set("sort", sort);
if (page > 1) values.set("page", `${page}`);
const text = values.toString();
return text && `?${text}`;
}
const BUDGET = 160_000;
const WEIGHTS = [0.2, 0.55, 0.9, 1.25, 1.6, 1.95, 3, 3.6, 1.25];
const MOST_STEMS = 8;
async function find(library, clauses) {
const notes = [];
const planned = await Promise.all(clauses.map((clause)=> plan(library, clause, notes)));
const plans = planned.filter((plan)=> plan !== null).sort((one, other)=> one.df - other.df);
const found = await Promise.all(affordable(plans, notes).map(async (plan)=>({ ...plan, list: await plan.run() })));
found.sort((one, other)=> one.list.numbers.length - other.list.numbers.length);
const isAbout = found.some(({ clause })=> clause.kind === "phrase");
for (;;) {
const together = found.map(({ list })=> list).reduce(both, found[0]?.list ?? NONE);
if (together.numbers.length || found.length < 2) {
if (!together.numbers.length && found.length) notes.push({ kind: "unknown", shown: shown(found[0].clause) });
const { statements } = await library.directory();
return { numbers: together.numbers, scores: scored(together.numbers, found, statements), found, notes, isAbout };
}
const [rarest] = found.splice(0, 1);
notes.push({ kind: "dropped", shown: shown(rarest.clause) });
}
}
const shown = ({ kind, shown })=>(kind === "phrase" ? `“${shown}”` : kind === "prefix" ? `${shown}*` : shown);
function affordable(plans, notes) {
const fetched = new Set();
let total = 0;
return plans.filter(({ clause, files })=> {
let more = 0;
for (const [name, bytes] of files) if (!fetched.has(name)) more += bytes;
if (total && total + more > BUDGET) {
notes.push({ kind: "budget", shown: shown(clause) });
return false;
}
for (const name of files.keys()) fetched.add(name);
total += more;
return true;
});
}
async function plan(library, clause, notes) {
const readings = await Promise.all(clause.words.map((word)=> read(library, word, clause.kind === "prefix", notes)));
if (readings.some(({ stems, isStop })=> !stems.length && !isStop)) {
const unknown = readings.filter(({ stems, isStop })=> !stems.length && !isStop);
for (const { word } of unknown) {
notes.push({ kind: "unknown", shown: word, instead: nearest((await library.shardFor(word)).shard, word) });
}
return null;
}
if (!readings.some(({ stems })=> stems.length)) {
notes.push({ kind: "common", shown: shown(clause) });
return null;
}
for (const { word, taken } of readings) {
if (taken) notes.push({ kind: "taken", shown: word, as: taken, instead: nearest((await library.shardFor(word)).shard, word) });
}
const ways = waysThrough(readings);
const words = ways.flatMap((way)=> way.filter(({ after })=> !after).flatMap(({ at })=> readings[at].stems));
const files = new Map(words.flatMap(listFiles));
for (const { at, after } of ways.flat()) if (after) readings[at].stems.forEach((stem)=> followingFiles(stem, files));
const rarest = readings.filter(({ stems })=> stems.length).map(({ stems })=> stems.reduce((sum, { list })=> sum + list.df, 0));
return { clause, readings, df: Math.min(...rarest), files, run: ()=>together(library, readings, ways) };
}
function listFiles({ text, first, shard, list }) {
return [list.parts === null ? [`p/${first}`, shard.size] : [`l/${text}`, list.bytes]];
}
function followingFiles(stem, files) {
const { text, first, shard, list } = stem;
if (list.parts) files.set(`b/${text}`, 12_000);
else {
for (const [name, bytes] of listFiles(stem)) files.set(name, bytes);
files.set(list.parts === 0 ? `n/${text}` : `n/${first}`, list.parts === 0 ? 32_768 : Math.min(32_768, 2 * shard.size));
}
}
async function read(library, word, isPrefix, notes) {
if (isPrefix) {
const { stems, isAll } = await expand(library, word);
if (stems.length) {
if (!isAll) notes.push({ kind: "some", shown: `${word}*` });
return { word, isStop: false, stems, taken: "", isPrefix };
}
}
const own = await exact(library, word);
if (own) return { ...own, taken: "", isPrefix: false };
for (const other of withoutArticle(word)) {
const reading = await exact(library, other);
if (reading?.stems.length) return { ...reading, word, taken: other, isPrefix: false };
}
if ([...word].length > 2 && !isPrefix) {
const { stems } = await expand(library, word);
if (stems.length) return { word, isStop: false, stems, taken: `${word}*`, isPrefix: true };
}
for (let left = 0; left < 5 && word.length - left > 2; left++) {
const begins = word.slice(0, word.length - left);
const { shard } = await library.shardFor(begins);
if (shard.byText.get(begins)?.list) {
return { word, isStop: false, stems: [await library.stem(begins)], taken: begins, isPrefix: false };
}
}
return { word, isStop: false, stems: [], taken: "", isPrefix: false };
}
async function exact(library, word) {
const entry = (await library.shardFor(word)).shard.byText.get(word);
if (!entry || !(entry.count || entry.isStop)) return null;
return { word, isStop: entry.isStop, stems: await Promise.all(entry.stems.map((stem)=> library.stem(stem))) };
}
function withoutArticle(word) {
if (!/^[\u0621-\u064A]{4,}$/.test(word)) return [];
const [, particle, article, rest] = (/^([وفبلك]?)(ال|(?<=ل)ل)?(.+)$/.exec(word));
const others = [particle && article === "ال" && article + rest, article === "ل" && `ال${rest}`, article && rest, particle && !article && rest];
return (others.filter((other)=> other && other.length > 2));
}
async function expand(library, prefix) {
const stems = new Map();
for (const entry of await entriesOf(library, prefix)) {
for (const stem of entry.stems) stems.set(stem, Math.max(stems.get(stem) ?? 0, entry.count, entry.list?.df ?? 0));
}
const best = [...stems].sort((one, other)=> other[1] - one[1]);
const found = await Promise.all(best.slice(0, MOST_STEMS).map(([stem])=> library.stem(stem)));
return { stems: found, isAll: best.length <= MOST_STEMS };
}
async function entriesOf(library, prefix) {
const firsts = await library.shardsOf(prefix);
if (firsts.length > 4) return [];
return (await Promise.all(firsts.map((first)=> library.shard(first)))).flatMap((shard)=> beginning(shard, prefix));
}
async function completions(library, prefix) {
if ([...prefix].length < 3 && !isPaired(prefix)) return [];
const words = (await entriesOf(library, prefix)).filter(({ stems, count })=> stems.length && count);
words.sort((one, other)=> other.count - one.count);
return words.slice(0, 8).map(({ text, count })=> [text, count]);
}
function waysThrough(readings) {
let ways = [[]];
readings.forEach(({ stems, isStop }, at)=> {
const chosen = stems.length ? ways.map((way)=> [...way, at]) : [];
ways = isStop ? [...chosen, ...ways].slice(0, 16) : chosen;
});
return ways.filter((way)=> way.length).map((way)=> way.map((at, place)=> {
const next = way[place + 1];
return { at, after: next === undefined ? null : { between: readings.slice(at + 1, next).map(({ word })=> word), at: next } };
}));
}
async function together(library, readings, ways) {
const all = ways.map(async (way)=>{
const pairs = way.filter(({ after })=> after || way.length === 1).map(async ({ at, after })=>{
const { stems } = readings[at];
if (!after) return either(await Promise.all(stems.map((stem)=> library.list(stem))));
const hashes = readings[after.at].stems.map(({ text })=> successor([...after.between, text]));
return either(await Promise.all(stems.map((stem)=> library.followed(stem, hashes))));
});
return (await Promise.all(pairs)).reduce(both);
});
return either(await Promise.all(all));
}
function scored(numbers, found, statements) {
const scores = new Float64Array(numbers.length);
for (const { list } of found) {
const df = list.numbers.length;
const rarity = Math.log(1 + (Math.max(statements, df) - df + 0.5) / (df + 0.5));
for (let at = 0, there = 0; at < numbers.length; at++) {
while (list.numbers[there] < numbers[at]) there++;
scores[at] += rarity * WEIGHTS[list.bits[there]];
}
}
return scores;
}
function best(answer, numbers, most) {
const top = [];
most = Math.min(most, 1000);
for (let at = 0, there = 0; at < numbers.length; at++) {
while (answer.numbers[there] < numbers[at]) there++;
const score = answer.scores[there];
if (top.length === most && score < top[most - 1].score) continue;
let place = top.length;
while (place > 0 && top[place - 1].score <= score) place--;
top.splice(place, 0, { number: numbers[at], score });
if (top.length > most) top.pop();
}
return top.map(({ number })=> number);
}
const list = (numbers)=>({ numbers, bits: new Uint16Array(numbers.length) });
async function everything(library) {
const { facets, statements } = await library.directory();
for (const { name } of [...facets].sort((one, other)=> one.bytes - other.bytes)) {
const facet = await library.facet(name);
const total = [...facet.values.values()].reduce((sum, { count })=> sum + count, 0);
if (total < statements) continue;
const all = either(await Promise.all([...facet.values.keys()].map(async (id)=>list(await library.valued(facet, id)))));
if (all.numbers.length >= statements) return all.numbers;
}
return NONE.numbers;
}
async function filters(library, { from, to, chosen }) {
const { facets } = await library.directory();
const all = new Map();
if (from !== null || to !== null) {
all.set("year", (numbers)=>numbers.filter((number)=> yearOf(number) >= (from ?? 0) && yearOf(number) <= (to ?? 9999)));
}
for (const { name } of facets) {
const ids = chosen.get(name);
if (!ids) continue;
const facet = await library.facet(name);
const own = either(await Promise.all(ids.map(async (id)=>list(await library.valued(facet, id)))));
all.set(name, (numbers)=>both(list(numbers), own).numbers);
}
return all;
}
function passing(numbers, filters, but = "") {
for (const [name, filter] of filters) if (name !== but) numbers = filter(numbers);
return numbers;
}
async function counts(library, facet, numbers) {
const all = [...facet.values.values()].map(async (value)=>({ value, count: common(numbers, await library.valued(facet, value.id)) }));
return (await Promise.all(all)).filter(({ count })=> count).sort((one, other)=> other.count - one.count);
}
function years(numbers) {
const all = [];
for (const number of numbers) {
const year = yearOf(number);
while (all.length && all[all.length - 1].year < year - 1) all.push({ year: all[all.length - 1].year + 1, count: 0 });
if (all[all.length - 1]?.year !== year) all.push({ year, count: 0 });
all[all.length - 1].count++;
}
return all;
}
async function named(library, words) {
const { facets } = await library.directory();
const all = facets.filter(({ name })=> words.length && ["topic", "speaker", "organization", "country"].includes(name)).map(async ({ name })=>{
const { values } = await library.facet(name);
return [...values.values()].flatMap((value)=> {
const own = tokens(value.label).map(({ word })=> word);
return words.every((word)=> own.some((other)=> other.startsWith(word))) ? [{ facet: name, value }] : [];
});
});
return (await Promise.all(all)).flatMap((found)=> found.slice(0, 5));
}
const WINDOW = 30;
function blocksOf(markdown) {
const [, front = "", body] = (/^(?:\uFEFF?---\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$))?([^]*)$/.exec(markdown));
const isPlain = !/^[ \t]*(?:[-*+]|\d+[.)]|\[\^[^\]]+\]:)[ \t]+>/m.test(body) && !/^ {4}|\t/m.test(body);
const blocks = [];
let [quotation, isQuoted, isBroken] = [-1, false, true];
let lines = "";
const end = ()=>{
const text = plain(lines);
if (text) blocks.push({ text, quotation: isQuoted && isPlain ? quotation : null });
lines = "";
};
for (const line of body.split(/\r?\n/)) {
const quoted = /^ {0,3}>/.test(line);
if (quoted && isBroken && !isQuoted) quotation++;
if (quoted && !isQuoted) {
end();
isQuoted = true;
if (!isBroken) quotation++;
}
const own = line.replace(/^ {0,3}(?:> ?)+/, "");
isBroken = !own.trim();
if (isBroken || /^\s*(?:#|[-*+]\s|\d+[.)]\s|\||\[\^[^\]]+\]:|```|~~~)/.test(own)) end();
if (!quoted && isBroken) isQuoted = false;
lines += `${own}\n`;
}
end();
for (const [, text] of front.matchAll(/^(?:summary|context):[ \t]*((?:.*)(?:\r?\n(?:[ \t].*)?)*)/gm)) {
for (const part of text.replace(/^[>|][-+\d]*\s/, "").replace(/^(["'])([^]*)\1\s*$/, "$2").split(/\n\s*\n/)) {
if (plain(part)) blocks.push({ text: plain(part), quotation: null });
}
}
return blocks;
}
function plain(text) {
return text
.replace(/<!--[^]*?-->|<\/?[a-z][^<>]*>|^\s*\[(?!\^)[^\]]+\]:\s+\S+.*$/gim, "")
.replace(/\[\^[^\]]+\]:?/g, "")
.replace(/!?\[((?:[^[\]]|\\.)*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])?/g, "$1")
.replace(/<((?:https?|mailto):[^>\s]+)>/g, "$1")
.replace(/^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|[=\-|:\s]{3,}$|```.*$|~~~.*$)/gm, " ")
.replace(/(?<!\\)[*`|]|(?<![\p{L}\p{N}\\])_|(?<!\\)_(?![\p{L}\p{N}])|~~/gu, "")
.replace(/\\([!-/:-@[-`{-~])/g, "$1")
.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (name)=>({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' })[name] ?? " ")
.replace(/\s+/g, " ")
.trim();
}
function isWord(word, reading, peek) {
if (word === reading.word || (reading.isPrefix && word.startsWith(reading.word))) return true;
const entry = peek(word);
return reading.stems.some(({ text })=> {
if (entry?.count) return entry.stems.includes(text);
return [word, ...withoutArticle(word)].some((own)=> own === text || (text.length > 2 && own.startsWith(text) && own.length < text.length + 5));
});
}
function mark(blocks, found, peek) {
const how = found.map(()=> 0);
const known = found.flatMap(({ readings })=> readings.map(()=> new Map()));
const marked = blocks.map((block)=> {
const words = tokens(block.text);
const marks = words.map(()=> (new Set()));
let reading = 0;
found.forEach(({ readings }, clause)=> {
const first = reading;
reading += readings.length;
for (let at = 0; at + readings.length <= words.length; at++) {
const fits = readings.every((own, place)=> {
const { word } = words[at + place];
let is = known[first + place].get(word);
if (is === undefined) known[first + place].set(word, (is = isWord(word, own, peek)));
return is;
});
if (!fits) continue;
const isExact = readings.every(({ word }, place)=> words[at + place].word === word);
how[clause] = Math.max(how[clause], isExact ? 2 : 1);
readings.forEach((_, place)=> marks[at + place].add(clause));
}
});
return { block, words, marks };
});
return { marked, how };
}
function excerpt(marked, anchors) {
let [best, most] = [(null), 0];
for (const own of marked) {
for (let from = 0; from < own.marks.length; from++) {
if (!own.marks[from].size) continue;
const seen = new Set();
let to = from;
for (let at = from; at < Math.min(from + WINDOW, own.marks.length); at++) {
if (own.marks[at].size) to = at;
own.marks[at].forEach((clause)=> seen.add(clause));
}
if (seen.size > most) [best, most] = [{ own, from, to }, seen.size];
}
}
if (!best) {
const own = marked.find(({ words })=> words.length);
return own ? { pieces: cutOut(own, 0, WINDOW), fragment: "" } : null;
}
const { own, from, to } = best;
const spare = WINDOW - (to - from + 1);
const start = Math.max(0, Math.min(from - (spare >> 1), own.words.length - WINDOW));
return { pieces: cutOut(own, start, start + WINDOW), fragment: fragment(own, from, anchors) };
}
function cutOut({ block: { text }, words, marks }, from, to) {
to = Math.min(to, words.length);
const pieces = [];
let at = from ? words[from].start : 0;
if (from) pieces.push({ text: "… ", isMark: false });
for (let word = from; word < to; word++) {
if (!marks[word].size) continue;
let last = word;
while (last + 1 < to && marks[last + 1].size && words[last + 1].start <= words[last].end) last++;
pieces.push({ text: text.slice(at, words[word].start), isMark: false });
at = words[last].end;
pieces.push({ text: text.slice(words[word].start, at), isMark: true });
word = last;
}
pieces.push({ text: text.slice(at, to < words.length ? words[to - 1].end : undefined), isMark: false });
if (to < words.length) pieces.push({ text: " …", isMark: false });
return pieces.filter((piece)=> piece.text);
}
function fragment({ block: { text, quotation }, words }, at, anchors) {
const joined = (word)=>/^ $/.test(text.slice(words[word].end, words[word + 1]?.start ?? 0));
let [first, last] = [at, at];
while (last < at + 4 && last + 1 < words.length && joined(last)) last++;
while (first > at - 3 && first > 0 && joined(first - 1)) first--;
const part = (from, to) =>
encodeURIComponent(text.slice(words[from].start, words[to].end)).replace(/-/g, "%2D");
const before = first < at ? `${part(first, at - 1)}-,` : "";
const anchor = quotation === null ? "" : `q${anchors ? anchors[quotation] : quotation + 1}`;
return `#${anchor.includes("u") ? "" : anchor}:~:text=${before}${part(at, last)}`;
}
const PAGE = 10;
const CHECKED = 40;
async function checked(library, text, answer) {
if (!answer.isAbout || answer.numbers.length > CHECKED) return answer;
const rows = await Promise.all(Array.from(answer.numbers, (number)=>row(library, text, answer, number)));
const kept = rows.map(({ how }, at)=> ({ how, at })).filter(({ how })=> how);
return {
...answer,
numbers: Float64Array.from(kept, ({ at })=>answer.numbers[at]),
scores: Float64Array.from(kept, ({ at, how })=>answer.scores[at] + 1000 * how),
isAbout: false,
};
}
async function rows(library, text, answer, numbers, { sort, page }) {
const start = (page - 1) * PAGE;
const isNewest = sort === "date" || !answer.found.length;
const shown = isNewest
? [...numbers.subarray(Math.max(0, numbers.length - start - PAGE), Math.max(0, numbers.length - start))].reverse()
: best(answer, numbers, start + PAGE).slice(start);
const all = (await Promise.all(shown.map((number)=> row(library, text, answer, number)))).filter(({ how })=> how);
return isNewest ? all : all.sort((one, other)=> other.how - one.how);
}
async function row(library, text, { found }, number) {
const card = await library.card(number);
const isText = !card.isWithdrawn && card.summary === null;
const markdown = isText ? await text(card, library.isFresh) : null;
const peek = library.peek.bind(library);
const head = mark([card.title, card.speakers].map((text)=> ({ text, quotation: null })), found, peek);
const { marked, how } = mark(markdown === null ? [] : blocksOf(markdown), found, peek);
const ranks = found.map(({ list })=> list.bits[position(list.numbers, number)]);
const inHead = ranks.map((rank)=> rank > 5);
const phrases = found.map(({ clause }, at)=> {
if (clause.kind !== "phrase") return 2;
const best = Math.max(how[at], head.how[at]);
return best || (markdown === null || inHead[at] ? 1 : 0);
});
const isOther = markdown !== null && found.length > 0 && !how.some(Boolean) && !ranks.some((rank)=> rank > 5 && rank !== UNKNOWN);
return { card, excerpt: excerpt(marked, card.anchors), how: Math.min(2, ...phrases), isOther };
}
const SVG = "http://www.w3.org/2000/svg";
const FEW = 8;
const MANY = 300;
const byId = (id)=>(document.getElementById(id));
const page = byId("search");
function word(key, values = {}) {
return (page.dataset[key] ?? "").replace(/\{(\w)\}/g, (_, name)=>(typeof values[name] === "number" ? number(values[name]) : values[name] ?? ""));
}
const number = (count)=>(count < 10000 ? `${count}` : `${count}`.replace(/\B(?=(\d{3})+$)/g, page.dataset.group ?? " "));
function element(tag, attributes = {}, ...children) {
const made = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
made.append(...children);
return made;
}
const asking = (state, ...children)=>element("a", { href: toAddress(state) || "?", "data-ask": "" }, ...children);
function showRows(rows, root) {
byId("rows").replaceChildren(...rows.map(({ card, excerpt, isOther })=> {
const address = root + card.address;
const isDate = /^\d{4}(-\d\d){0,2}$/.test(card.date);
const title = element("span", { class: "t" }, element("a", { href: address }, card.title));
if (card.isWithdrawn) title.append(" ", element("em", { class: "wd" }, word("withdrawn")));
const text = { class: "x", lang: card.language, dir: "auto" };
if (card.summary) title.append(element("p", text, card.summary));
else if (excerpt && !isOther) {
const pieces = excerpt.pieces.map(({ text, isMark })=> (isMark ? element("mark", {}, text) : text));
title.append(element("p", text, excerpt.fragment ? element("a", { href: address + excerpt.fragment }, ...pieces) : element("span", {}, ...pieces)));
}
return element(
"li", {},
element(isDate ? "time" : "span", isDate ? { class: "d", datetime: card.date } : { class: "d" }, card.shown),
" ", element("span", { class: "w" }, element("bdi", {}, card.speakers)), " ", title,
);
}));
}
function showPager(state, total) {
const pages = Math.ceil(total / PAGE);
const to = (number, key, name) =>
number > 0 && number <= pages ? [Object.assign(asking({ ...state, page: number }, word(key)), { className: name })] : [];
byId("pager").hidden = pages < 2;
byId("pager").replaceChildren(...to(state.page - 1, "prev", "e"), element("span", {}, word("page", { n: state.page, x: pages })), ...to(state.page + 1, "next", "l"));
}
function showChosen(state, label) {
const chips = [...state.chosen].flatMap(([facet, ids])=> ids.map((id)=> chip(label(facet, id), without(state, facet, id))));
if (state.from !== null || state.to !== null) {
chips.push(chip(`${state.from ?? ""}–${state.to ?? ""}`, { ...state, from: null, to: null, page: 1 }));
}
byId("chosen").replaceChildren(...chips);
}
const chip = (label, state) =>
element("li", {}, Object.assign(asking(state, element("bdi", {}, label), " ×"), { title: word("remove", { x: label }) }));
function without(state, facet, id) {
const ids = (state.chosen.get(facet) ?? []).filter((other)=> other !== id);
return { ...state, chosen: new Map([...state.chosen, [facet, ids]]), page: 1 };
}
const withValue = (state, facet, id)=>({ ...state, chosen: new Map([...state.chosen, [facet, [...(state.chosen.get(facet) ?? []), id]]]), page: 1 });
function showFacet(panel, counted, state, isAll) {
const facet = panel.dataset.facet ?? "";
const chosen = new Set(state.chosen.get(facet));
const known = new Set(counted.map(({ value })=> value.id));
const isChild = ({ value }, of)=>(value.broader && known.has(value.broader) ? value.broader : null) === of;
const list = (of, depth = 0)=>{
const own = counted.filter((one)=> isChild(one, of));
const shown = own.filter(({ value }, at)=> (isAll ? at < MANY : at < FEW || chosen.has(value.id)));
return element("ul", {}, ...shown.map(({ value, count })=> {
const box = element("input", { type: "checkbox", value: value.id });
(box).checked = chosen.has(value.id);
const item = element("li", {}, element("label", {}, box, " ", element("bdi", {}, value.label), " ", element("small", {}, number(count))));
const opens = isAll || [...chosen].some((id)=> isWithin(counted, id, value.id));
if (opens && depth < 8 && counted.some((one)=> isChild(one, value.id))) item.append(list(value.id, depth + 1));
return item;
}));
};
const body = list(null);
if (!isAll && counted.length > body.querySelectorAll("li").length) {
body.append(element("li", {}, element("button", { type: "button" }, word("more", { n: counted.length }))));
}
const focused = document.activeElement;
const isInside = panel.contains(focused) && focused?.closest("ul");
panel.querySelector("ul")?.remove();
panel.append(body);
const boxes = [...body.querySelectorAll("input")];
if (isInside) (boxes.find(({ value })=> value === (focused).value) ?? boxes[0])?.focus();
}
function isWithin(counted, id, other) {
for (let depth = 0; id && depth < 32; depth++) {
if (id === other) return true;
id = counted.find(({ value })=> value.id === id)?.value.broader;
}
return false;
}
function showYears(years, { from, to }) {
const most = Math.max(1, ...years.map(({ count })=> count));
const bars = byId("bars");
bars.setAttribute("viewBox", `0 0 ${years.length || 1} ${most}`);
bars.replaceChildren(...years.map(({ year, count }, at)=> {
const bar = document.createElementNS(SVG, "rect");
const isOut = year < (from ?? 0) || year > (to ?? 9999);
const size = { x: at + 0.1, y: most - count, width: 0.8, height: count, class: isOut ? "out" : "" };
for (const [name, value] of Object.entries(size)) bar.setAttribute(name, `${value}`);
return bar;
}));
byId("bars-first").textContent = `${years[0]?.year ?? ""}`;
byId("bars-last").textContent = years.length > 1 ? `${years[years.length - 1].year}` : "";
for (const [name, value] of Object.entries({ from, to })) (byId(name)).value = `${value ?? ""}`;
}
function showNotes(notes, state) {
byId("notes").replaceChildren(...notes.map(({ kind, shown, as = "", instead = [] })=> {
const item = element("li", {}, word(kind, { x: shown, y: as }));
instead.forEach((other, at)=> {
item.append(at ? word("comma") : ` ${word("instead")} `, asking({ ...state, q: state.q.replace(shown, ()=>other), page: 1 }, element("bdi", {}, other)));
});
return item;
}));
}
function completing(library, field, list, submit) {
let turn = 0;
let at = -1;
const items = ()=>([...list.children]);
function close() {
turn++;
at = -1;
list.hidden = true;
list.replaceChildren();
field.setAttribute("aria-expanded", "false");
field.removeAttribute("aria-activedescendant");
}
function choose(next) {
at = next;
items().forEach((item, place)=> item.setAttribute("aria-selected", `${place === at}`));
if (at < 0) field.removeAttribute("aria-activedescendant");
else field.setAttribute("aria-activedescendant", items()[at].id);
}
function take(item) {
field.value = field.value.replace(/[\p{L}\p{N}\p{M}]+$/u, ()=>item.dataset.word ?? "");
close();
submit();
}
async function offer() {
const own = ++turn;
const begun = parse(field.value, true).clauses.filter(({ kind })=> kind === "prefix").pop();
const words = begun ? await completions(library, begun.words[0]).catch(()=> []) : [];
if (own !== turn || document.activeElement !== field) return;
if (!words.length) return close();
list.replaceChildren(...words.map(([word, count], place)=>
element("li", { role: "option", id: `completion-${place}`, "data-word": word, "aria-selected": "false" }, element("bdi", {}, word), " ", element("small", {}, `${count}`)),
));
list.hidden = false;
field.setAttribute("aria-expanded", "true");
choose(-1);
}
field.addEventListener("input", offer);
field.addEventListener("blur", close);
field.addEventListener("keydown", (event)=>{
const many = items().length;
if (!many || event.isComposing) return;
if (event.key === "ArrowDown") choose(at + 1 < many ? at + 1 : -1);
else if (event.key === "ArrowUp") choose(at < 0 ? many - 1 : at - 1);
else if (event.key === "Escape") close();
else if (event.key === "Enter" && at >= 0) take(items()[at]);
else return;
event.preventDefault();
});
list.addEventListener("pointerdown", (event)=>{
const item = ((event.target).closest("[role=option]"));
event.preventDefault();
if (item) take(item);
});
return { close };
}
const field = (byId("q"));
const panels = ([...page.querySelectorAll("details[data-facet]")]);
const { index = "", root = "" } = page.dataset;
const REST = 120;
const library = new Library(async (path, cache)=>{
const response = await fetch(index + path, { cache });
if (response.status === 404) return null;
if (!response.ok) throw new Error(`${path}: ${response.status}`);
return new Uint8Array(await response.arrayBuffer());
});
const texts = new Map();
function textOf({ address }, isFresh) {
const known = texts.get(address);
if (known) return known;
const own = async ()=>{
const response = await fetch(`${root}${address}index.md`, { cache: isFresh ? "reload" : "default" });
return response.ok ? response.text() : null;
};
const fetched = "texts" in page.dataset ? own().catch(()=> null) : Promise.resolve(null);
texts.set(address, fetched);
return fetched;
}
let state = fromAddress(location.search);
let isTyping = false;
let turn = 0;
let hasHealed = false;
let last = null;
const open = new Set();
async function answered() {
const { clauses, left } = parse(state.q, isTyping);
if (!clauses.length && !state.chosen.size && state.from === null && state.to === null) return null;
const key = JSON.stringify(clauses);
if (last?.key === key) return last.answer;
const answer = clauses.length
? await checked(library, textOf, await find(library, clauses))
: { ...NOTHING, numbers: await everything(library) };
for (const shown of left) answer.notes.push({ kind: "budget", shown });
last = { key, answer };
return answer;
}
const NOTHING = { numbers: NONE.numbers, scores: new Float64Array(0), found: [], notes: [], isAbout: false };
async function looked() {
const answer = await answered();
const directory = await library.directory();
if (!answer) return { answer, directory };
const own = await filters(library, state);
const shown = passing(answer.numbers, own);
const found = await rows(library, textOf, answer, shown, state);
if (found.some(({ isOther })=> isOther) && !hasHealed) {
hasHealed = true;
throw new Stale("a text has none of the words");
}
const labels = new Map();
for (const name of state.chosen.keys()) {
if (directory.facets.some((facet)=> facet.name === name)) labels.set(name, await library.facet(name));
}
const offers = shown.length ? [] : await named(library, parse(state.q).clauses.flatMap(({ words })=> words));
return { answer, directory, own, shown, found, labels, offers };
}
async function healed(work) {
try {
return await work();
} catch {
library.refresh();
texts.clear();
last = null;
try {
return await work();
} finally {
library.isFresh = false;
}
}
}
async function answer() {
const own = ++turn;
page.setAttribute("aria-busy", "true");
try {
const all = await healed(looked);
if (own === turn) await show(all, own);
} catch (error) {
if (own === turn) byId("status").textContent = word("failed");
console.error(error);
}
if (own === turn) page.removeAttribute("aria-busy");
}
async function show({ answer, directory, own: filters, shown, found, labels, offers }, own) {
page.classList.toggle("asked", !!answer);
for (const panel of panels) {
const facet = directory.facets.find(({ name })=> name === panel.dataset.facet);
panel.hidden = !facet || (facet.values < 2 && !state.chosen.has(facet.name));
}
if (!answer || !filters || !shown || !found || !labels || !offers) {
byId("status").textContent = "";
return;
}
showNotes(answer.notes, state);
showChosen(state, (facet, id)=>labels.get(facet)?.values.get(id)?.label ?? id);
showRows(found, root);
showPager(state, shown.length);
showYears(years(passing(answer.numbers, filters, "year")), state);
byId("sort").hidden = !answer.found.length;
byId("sort").replaceChildren(...["", "date"].map((sort)=> {
const link = asking({ ...(state), sort: (sort), page: 1 }, word(sort ? "newest" : "relevant"));
if (sort === state.sort) link.setAttribute("aria-current", "true");
return link;
}));
byId("offers").replaceChildren(...offers.map(({ facet, value })=> element("li", {}, asking({ ...state, q: "", chosen: new Map([[facet, [value.id]]]), page: 1 }, element("bdi", {}, value.label)))));
byId("offered").hidden = !offers.length;
byId("status").textContent = word(!shown.length ? "none" : answer.isAbout ? "about" : "found", { n: shown.length });
await Promise.all(panels.filter((panel)=> panel.open && !panel.hidden).map((panel)=> count(panel, answer, filters, own)));
}
async function count(panel, answer, filters, own) {
const name = panel.dataset.facet ?? "";
const counted = await counts(library, await library.facet(name), passing(answer.numbers, filters, name));
if (own === turn) showFacet(panel, counted, state, open.has(name));
}
function ask(asked, isNew, typing = false) {
[state, isTyping] = [asked, typing];
const isBegun = typing && parse(state.q, true).clauses.some(({ kind })=> kind === "prefix");
const address = toAddress({ ...state, q: isBegun && !state.q.endsWith("*") ? `${state.q}*` : state.q });
history[isNew ? "pushState" : "replaceState"](null, "", address || location.pathname);
if (!typing && field.value !== state.q) field.value = state.q;
return answer();
}
let rest = 0;
field.addEventListener("input", ()=>{
clearTimeout(rest);
rest = setTimeout(()=> ask({ ...state, q: field.value, page: 1 }, false, true), REST);
});
const complete = completing(library, field, byId("completions"), ()=>field.form?.requestSubmit());
field.form?.addEventListener("submit", (event)=>{
event.preventDefault();
clearTimeout(rest);
complete.close();
ask({ ...state, q: field.value, page: 1 }, true);
});
addEventListener("popstate", ()=>{
[state, isTyping] = [fromAddress(location.search), false];
field.value = state.q;
answer();
});
page.addEventListener("click", async (event)=>{
const target = (event.target);
const link = target.closest("a[data-ask]");
if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
event.preventDefault();
await ask(fromAddress((link).search), true);
byId("status").focus();
} else if (target.closest("details button")) {
open.add(target.closest("details")?.dataset.facet ?? "");
answer();
} else if (target.closest("#bars")) {
const { left, width } = byId("bars").getBoundingClientRect();
const part = (event.clientX - left) / width;
const first = Number(byId("bars-first").textContent);
const many = byId("bars").childElementCount;
const year = first + Math.min(many - 1, Math.floor((document.dir === "rtl" ? 1 - part : part) * many));
if (first) ask({ ...state, from: year, to: year, page: 1 }, true);
}
});
page.addEventListener("change", (event)=>{
const input = (event.target);
const facet = input.closest("details")?.dataset.facet;
if (input.type === "checkbox" && facet) ask((input.checked ? withValue : without)(state, facet, input.value), true);
else if (input.id === "from" || input.id === "to") ask({ ...state, [input.id]: input.value ? Number(input.value) : null, page: 1 }, true);
});
for (const panel of panels) panel.addEventListener("toggle", ()=>panel.open && answer());
addEventListener("keydown", (event)=>{
const isElsewhere = !((event.target).closest?.("input, textarea, select, [contenteditable]"));
if (event.key !== "/" || !isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
event.preventDefault();
field.select();
});
page.hidden = false;
field.value ||= state.q;
if (field.value !== state.q) state = { ...state, q: field.value };
answer();
