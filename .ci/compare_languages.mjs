// Compares what the program writes in each language of the default theme (`tests/languages/`, which its tests hold, and the
// names of countries and languages) with what `Intl` of Node makes of the same: another implementation of the Unicode CLDR.
//
//   node .ci/compare_languages.mjs
//
// What is meant to be otherwise is listed below. Node may have another version of the CLDR than the theme: then differences
// are printed, and are no failure.

import { readFileSync, readdirSync } from "node:fs";

/** What the theme has otherwise than the CLDR, by language and row; and why. */
const OTHERWISE = {
    ar: {
        // One year, one month and one day are counted in words, as years and days are elsewhere in the theme.
        "span 1 0 0": "سنة واحدة",
        "span 0 1 0": "شهر واحد",
        "span 0 0 1": "يوم واحد",
        "span 1 2 3": "سنة واحدة وشهران و3 أيام",
        "span 2 0 1": "سنتان ويوم واحد",
        "span 5 1 0": "5 سنوات وشهر واحد",
        // The separator of groups that belongs to Arabic, with digits that do not.
        "number 12345": "12٬345",
        "number 1234567": "1٬234٬567",
    },
    fr: {
        // The first of a month is an ordinal, of which the CLDR knows nothing.
        "date 2006-03-01 long": "1er mars 2006",
        "date 2006-03-01 short": "1er mars 2006",
        "date 2006-02-01/2006-02-03 long": "1er–3 février 2006",
        "date 2006-02-01/2006-02-03 short": "1er–3 févr. 2006",
        "day of the calendar 2-1": "1er février",
    },
    zh: {
        // As in prose, and not with a dash.
        "date 2006-02-01/2006-02-03 long": "2006年2月1日至3日",
        "date 2006-02-01/2006-02-03 short": "2006年2月1日至3日",
    },
};

/** Dates of British English, which the theme has, and Western digits, which it has in every language. */
const TAGS = { ar: "ar-u-nu-latn", en: "en-GB" };

/** British English abbreviates September otherwise than the other kinds, whose names the theme has. */
const asTheTheme = (language, text) => {
    const plain = text.replace(/[\u00A0\u202F\u2009\u200F\u200E]/g, " ").replace(/ ?– ?/g, "–").replace(/ +/g, " ").trim();
    if (language === "en") return plain.replace(/\bSept\b/, "Sep");
    // The word for the year, which the theme leaves out.
    if (language === "ru") return plain.replace(/ г\.$/, "");
    return plain;
};

const versionOfTheme = /CLDR (\d+)/.exec(readFileSync("themes/default/messages/en.names.ftl", "utf8"))[1];
const isOfOneVersion = process.versions.cldr.split(".")[0] === versionOfTheme;

let compared = 0;
let found = 0;

function compare(language, row, text, expected) {
    compared += 1;
    const [is, other] = [asTheTheme(language, text), asTheTheme(language, expected)];
    const meant = OTHERWISE[language]?.[row];
    if (is === (meant ?? other)) return;
    found += 1;
    console.error(`${language}, ${row}: the program writes "${is}", Node "${other}"${meant ? `, and "${meant}" was meant` : ""}`);
}

function rows(language) {
    const text = readFileSync(`tests/languages/${language}.txt`, "utf8").replaceAll("␣", "\u00A0").replaceAll("⍽", "\u202F");
    return text.trimEnd().split("\n").map((line) => line.split(" | "));
}

const day = (text) => new Date(`${text}T00:00:00Z`);
const written = (tag, options) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC", calendar: "gregory" });

/** Dates to the day and month, and from one day to another of the same month. */
function dates(language, tag, [kind, given, long, short, weekday]) {
    const [from, to] = given.split("/");
    const isDay = /^\d{4}-\d\d-\d\d$/.test(from) && (!to || to.slice(0, 8) === from.slice(0, 8));
    const isMonth = /^\d{4}-(0\d|1[012])$/.test(given);
    if (!isDay && !isMonth) return;
    for (const [length, text] of [["long", long], ["short", short]]) {
        const parts = { year: "numeric", month: length, ...(isDay ? { day: "numeric" } : {}) };
        const format = written(tag, parts);
        const expected = to ? format.formatRange(day(from), day(to)) : format.format(day(isMonth ? `${given}-01` : from));
        compare(language, `${kind} ${given} ${length}`, text, expected);
    }
    if (weekday) compare(language, `weekday of ${given}`, weekday, written(tag, { weekday: "long" }).format(day(from)));
    for (const text of [long, short]) {
        // Between day and month no line ends, nor anywhere in a short date.
        if (isDay && !to && / /.test(text === short ? text : text.split(" ").slice(0, -1).join("\u00A0"))) {
            found += 1;
            console.error(`${language}, ${given}: a line can end in "${text}"`);
        }
    }
}

function spans(language, tag, [, given, span]) {
    const units = ["year", "month", "day"];
    const counts = given.split(" ").map(Number);
    const parts = counts.flatMap((count, index) =>
        count === 0 ? [] : [new Intl.NumberFormat(tag, { style: "unit", unit: units[index], unitDisplay: "long" }).format(count)],
    );
    // Spans of several units are joined as a list of units; of words between them the theme has those of Arabic alone.
    const joined = language === "ar" ? new Intl.ListFormat(tag, { type: "unit", style: "long" }).format(parts) : parts.join(" ");
    const without = (text) => (language === "zh" ? text.replaceAll(" ", "") : text);
    compare(language, `span ${given}`, without(span), without(joined));
}

/** Counts of one category have the same words. */
function plurals(language, tag, counts) {
    const rules = new Intl.PluralRules(tag);
    const words = new Map();
    for (const [, count, text] of counts) {
        const category = rules.select(Number(count));
        const said = text.replace(/\d+/, "#");
        if (!words.has(category)) words.set(category, said);
        compare(language, `count ${count}, of the category ${category}`, said, words.get(category));
    }
}

/** Names of countries and languages. */
function names(language) {
    const text = readFileSync(`themes/default/messages/${language}.names.ftl`, "utf8");
    const regions = new Intl.DisplayNames(language, { type: "region" });
    const languages = new Intl.DisplayNames(language, { type: "language" });
    for (const [, family, code, name] of text.matchAll(/^(country|language)_([a-z0-9_]+) = (.*)$/gm)) {
        compare(language, `${family}_${code}`, name, family === "country" ? regions.of(code.toUpperCase()) : languages.of(code));
    }
}

/** The categories that a message chooses by are those of its language. */
function categories(language, tag) {
    const text = readFileSync(`themes/default/messages/${language}.ftl`, "utf8");
    const known = new Set([...new Intl.PluralRules(tag).resolvedOptions().pluralCategories, "0", "other"]);
    for (const [, category] of text.matchAll(/^ +\*?\[(zero|one|two|few|many|other|\d+)\]/gm)) {
        if (known.has(category)) continue;
        found += 1;
        console.error(`${language} has no category "${category}"`);
    }
}

/** Directions of the languages that are usually written from right to left and have a code of two letters. */
function directions() {
    const list = (name) =>
        new RegExp(`${name}: &str = "([^"]*)"`).exec(readFileSync("src/language/directions.rs", "utf8"))[1].match(/[\w-]+/g);
    const [scripts, rtl, turned] = ["RTL_SCRIPTS", "RTL_LANGUAGES", "TURNED"].map((name) => new Set(list(name)));
    const languages = [...rtl].filter((tag) => tag.length === 2 && new Intl.Locale(tag).language === tag);
    for (const tag of [...languages, ...turned, "en", "ru", "fr", "es", "de", "zh", "hi", "tr"]) {
        const isRtl = rtl.has(tag.split("-")[0]) !== turned.has(tag);
        const { script } = new Intl.Locale(tag).maximize();
        compare(tag, "direction", isRtl ? "rtl" : "ltr", scripts.has(script) ? "rtl" : "ltr");
    }
}

const all = readdirSync("tests/languages").map((name) => name.replace(".txt", ""));
for (const language of all) {
    const tag = TAGS[language] ?? language;
    const table = rows(language);
    for (const row of table) {
        const [kind, given, text] = row;
        if (kind === "day" || kind === "month" || kind === "date") dates(language, tag, row);
        if (kind === "month name") {
            compare(language, `month ${given}`, text, written(tag, { month: "long" }).format(new Date(Date.UTC(2006, given - 1, 1))));
        }
        if (kind === "day of the calendar") {
            const [month, number] = given.split("-");
            const expected = written(tag, { month: "long", day: "numeric" }).format(new Date(Date.UTC(2006, month - 1, number)));
            compare(language, `${kind} ${given}`, text, expected);
        }
        if (kind === "span") spans(language, tag, row);
        if (kind === "number") {
            compare(language, `${kind} ${given}`, text, new Intl.NumberFormat(tag, { useGrouping: "min2" }).format(given));
        }
    }
    plurals(language, tag, table.filter(([kind]) => kind === "count"));
    categories(language, tag);
    names(language);
}
directions();

console.log(`${compared} texts in ${all.length} languages compared with the CLDR ${process.versions.cldr} of Node: ${found} differ`);
if (!isOfOneVersion) console.log(`the theme has the names of the CLDR ${versionOfTheme}, so that is no failure`);
process.exit(found > 0 && isOfOneVersion ? 1 : 0);
