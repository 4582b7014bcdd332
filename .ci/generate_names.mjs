// Makes what .ci/generate-names says, from the packages of the Unicode CLDR in a folder of npm.
//
//   node .ci/generate_names.mjs FOLDER [--check]

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const LANGUAGES = ["en", "ru", "ar", "fr", "es", "de", "zh"];

const [folder, mode] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
const { version, license } = read("cldr-core/package.json");
for (const name of ["cldr-dates-full", "cldr-localenames-full"]) {
    const other = read(`${name}/package.json`).version;
    if (other !== version) throw new Error(`${name} is of version ${other}, and cldr-core of ${version}`);
}
const copyright = readFileSync(`${folder}/cldr-core/LICENSE`, "utf8").match(/^Copyright © .*$/m)[0];

const HEAD = `Made by .ci/generate-names from the Unicode CLDR ${version}: edit ${"`.ftl`"} files beside it, or that script.`;
const NOTICE = `${copyright} Under the Unicode License v3 (${license}): see LICENSE-UNICODE.`;

const gregorian = (language) =>
    read(`cldr-dates-full/main/${language}/ca-gregorian.json`).main[language].dates.calendars.gregorian;

/** The names of months and weekdays as messages: [id, text]. */
function names(language) {
    const { months, days, dateTimeFormats } = gregorian(language);
    // A month of a year has the form that the language has for it: `L` is the one that stands alone, `M` the other.
    const { yMMMM, yMMM } = dateTimeFormats.availableFormats;
    const form = (pattern) => (pattern.includes("L") ? "stand-alone" : "format");
    const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const numbered = (id, texts) => texts.map((text, index) => [`${id}_${index + 1}`, text]);
    const month = (names) => Array.from({ length: 12 }, (_, index) => names[index + 1]);
    return [
        ["Months on their own, and beside a day", [
            ...numbered("month", month(months[form(yMMMM)].wide)),
            ...numbered("month_of_day", month(months.format.wide)),
        ]],
        ["Short names of months, of a year and beside a day", [
            ...numbered("month_short", month(months[form(yMMM)].abbreviated)),
            ...numbered("month_short_of_day", month(months.format.abbreviated)),
        ]],
        ["Weekdays, from Monday", numbered("weekday", weekdays.map((day) => days["stand-alone"].wide[day]))],
    ];
}

/** The codes of countries and languages that messages name, as they stand in the English file. */
function codes(family) {
    const text = readFileSync("themes/default/messages/en.names.ftl", "utf8");
    return [...text.matchAll(new RegExp(`^${family}_([a-z_0-9]+) =`, "gm"))].map((found) => found[1]);
}

function places(language) {
    const of = (file, key) => read(`cldr-localenames-full/main/${language}/${file}.json`).main[language].localeDisplayNames[key];
    const [territories, languages] = [of("territories", "territories"), of("languages", "languages")];
    const named = (family, names, as) => codes(family).map((code) => [`${family}_${code}`, names[as(code)]]);
    return [
        ["Countries, by their codes of ISO 3166-1", named("country", territories, (code) => code.toUpperCase())],
        ["Languages, by their tags of BCP 47", named("language", languages, (code) => code)],
    ];
}

function file(sections) {
    const lines = [`# ${HEAD}`, `# ${NOTICE}`];
    for (const [title, messages] of sections) {
        if (messages.length === 0) continue;
        lines.push("", `## ${title}`, "");
        for (const [id, text] of messages) {
            if (!text || /[{}"\n]/.test(text)) throw new Error(`${id} is ${text}`);
            lines.push(`${id} = ${text}`);
        }
    }
    return `${lines.join("\n")}\n`;
}

/** Languages of a country whose months have other names: only these. */
function regional(language) {
    const all = new Map(names(language).flatMap(([, messages]) => messages));
    const made = new Map();
    for (const tag of readdirSync(`${folder}/cldr-dates-full/main`).filter((tag) => tag.startsWith(`${language}-`))) {
        if (!/^[a-z]+-[A-Z]{2}$/.test(tag)) continue;
        const wide = (of) => JSON.stringify(gregorian(of).months);
        const other = names(tag).map(([title, messages]) => [title, messages.filter(([id, text]) => text !== all.get(id))]);
        const isOther = other.some(([, messages]) => messages.some(([id]) => /^month_\d/.test(id)));
        if (isOther && wide(tag) !== wide(language)) made.set(tag, file(other));
    }
    return made;
}

/** What is written from right to left, as constants of Rust. */
function directions() {
    const scripts = read("cldr-core/scriptMetadata.json").scriptMetadata;
    const { likelySubtags } = read("cldr-core/supplemental/likelySubtags.json").supplemental;
    const { languageAlias } = read("cldr-core/supplemental/aliases.json").supplemental.metadata.alias;
    const isRtl = (tag) => scripts[tag.split("-")[1]]?.rtl === "YES";
    const rtlScripts = Object.keys(scripts).filter((script) => scripts[script].rtl === "YES");
    const usual = Object.keys(likelySubtags).filter((tag) => /^[a-z]{2,3}$/.test(tag) && tag !== "und");
    const rtl = new Set(usual.filter((tag) => isRtl(likelySubtags[tag])));
    // Other codes of these: `arb` of `ar`.
    for (const [tag, { _replacement }] of Object.entries(languageAlias)) {
        if (/^[a-z]{3}$/.test(tag) && rtl.has(_replacement.split("-")[0])) rtl.add(tag);
    }
    const regional = Object.keys(likelySubtags).filter((tag) => /^[a-z]{2,3}-[A-Z]{2}$/.test(tag) && !tag.startsWith("und"));
    const turned = regional.filter((tag) => isRtl(likelySubtags[tag]) !== rtl.has(tag.split("-")[0]));
    const constant = (comment, name, words) =>
        `/// ${comment}\npub(super) const ${name}: &str = "\\\n    ${words.sort().join(" ").replace(/(.{1,112})( |$)/g, "$1 \\\n    ").trimEnd().replace(/ ?\\$/, "")}";\n`;
    return [
        `//! ${HEAD.replace(/: edit.*/, ".")}`,
        `//! ${NOTICE}`,
        "",
        constant("Scripts that are written from right to left.", "RTL_SCRIPTS", rtlScripts),
        constant("Languages that are usually written in one of these.", "RTL_LANGUAGES", [...rtl]),
        constant("Languages that change direction with the country.", "TURNED", turned),
    ].join("\n");
}

/** The rules by which whole numbers choose a form of the plural, as constants of Rust: `few n%10=2..4&n%100!=12..14`. */
function plurals() {
    const all = read("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
    const holds = (list, number) => list.split(",").some((part) => {
        const [from, to = from] = part.split("..").map(Number);
        return from <= number && number <= to;
    });
    // Of whole numbers the operands for fractions and exponents are 0, and `i` and `n` are the same.
    const relation = (text) => {
        const [, operand, modulus, sign, list] = /^([nivwftce]) ?(?:% ?(\d+))? ?(!?=) ?([\d.,]+)$/.exec(text.trim());
        if (operand !== "n" && operand !== "i") return holds(list, 0) === (sign === "=");
        return `n${modulus ? `%${modulus}` : ""}${sign}${list}`;
    };
    const condition = (text) =>
        text.split(" or ").map((part) => part.split(" and ").map(relation)).filter((part) => !part.includes(false))
            .map((part) => part.filter((one) => one !== true).join("&"));
    const byRules = new Map();
    for (const [language, rules] of Object.entries(all)) {
        const written = Object.entries(rules).map(([name, text]) => [name.replace("pluralRule-count-", ""), text.split("@")[0].trim()])
            .filter(([name]) => name !== "other").map(([name, text]) => [name, condition(text)])
            .filter(([, parts]) => parts.length > 0).map(([name, parts]) => `${name} ${parts.join("|")}`).join("; ");
        byRules.set(written, [...(byRules.get(written) ?? []), language]);
    }
    const lines = [...byRules].filter(([rules]) => rules !== "").map(([rules, languages]) => `    ("${languages.join(" ")}", "${rules}"),`);
    return [
        `//! ${HEAD.replace(/: edit.*/, ".")}`,
        `//! ${NOTICE}`,
        "",
        "/// Languages, and by which whole numbers they have which form of the plural; of all others it is `other`.",
        "#[rustfmt::skip]",
        `pub(super) const RULES: &[(&str, &str)] = &[\n${lines.join("\n")}\n];\n`,
    ].join("\n");
}

const made = new Map();
for (const language of LANGUAGES) {
    made.set(`themes/default/messages/${language}.names.ftl`, file([...names(language), ...places(language)]));
    for (const [tag, text] of regional(language)) made.set(`themes/default/messages/${tag}.names.ftl`, text);
}
const rustfmt = (text) => execFileSync("rustfmt", ["--emit", "stdout", "--edition", "2024"], { input: text, encoding: "utf8" });
made.set("src/language/directions.rs", rustfmt(directions()));
made.set("src/language/plurals/rules.rs", rustfmt(plurals()));

let wrong = 0;
for (const [path, text] of made) {
    if (mode !== "--check") {
        writeFileSync(path, text);
        continue;
    }
    let is = "";
    try {
        is = readFileSync(path, "utf8");
    } catch {
        // It is not there, which is wrong as well.
    }
    if (is !== text) {
        console.error(`${path} is not what .ci/generate-names makes of the CLDR ${version}`);
        wrong += 1;
    }
}
process.exit(wrong > 0 ? 1 : 0);
