// What the tests beside this file share: a made-up chronicle, its site as the program builds it, and a reader of the index.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Library } from "../../src/search/client/library.js";

export const here = dirname(fileURLToPath(import.meta.url));

/** The program `chronicle`; tests that need it are left out without. */
export const program = process.env.CHRONICLE;
export const skip = program ? false : "CHRONICLE is not set to the program";

/** Numbers that look like chance, and are the same each time. */
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LANGUAGES = {
  en: { letters: ["ba", "de", "ni", "tor", "lan", "mer", "gov", "pel", "sid"], ends: ["", "s", "ing", "ed"], stops: ["the", "of", "and", "to"] },
  ru: { letters: ["ба", "де", "ни", "тор", "лан", "мер", "гов", "пёл", "сид"], ends: ["", "а", "ов", "ами"], stops: ["и", "в", "на", "для"] },
  ar: { letters: ["با", "دي", "نو", "طر", "لم", "سر", "جف", "كل"], ends: ["", "ات", "ين", "ها"], stops: ["في", "من", "على"] },
  zh: { letters: ["联", "合", "国", "安", "全", "理", "事", "会"], ends: [""], stops: ["在"] },
};

/** Made-up statements, so many. */
export function corpus(many, seed = 7) {
  const chance = random(seed);
  const words = Object.fromEntries(Object.entries(LANGUAGES).map(([language, { letters }]) => {
    const stems = Array.from({ length: 300 }, () => Array.from({ length: 2 + chance(3) }, () => letters[chance(letters.length)]).join(""));
    return [language, stems];
  }));
  const word = (language, before) => {
    const { ends, stops } = LANGUAGES[language];
    if (chance(4) === 0) return stops[chance(stops.length)];
    // Some words like to follow others, so that there are phrases; small numbers come more often.
    const at = before !== undefined && chance(3) === 0 ? (before * 7 + 1) % 300 : Math.floor(300 * (chance(1000) / 1000) ** 3);
    word.last = at;
    return words[language][at] + ends[chance(ends.length)];
  };
  const sentence = (language, length) => {
    word.last = undefined;
    const all = Array.from({ length }, () => word(language, word.last));
    return all.join(language === "zh" ? "" : " ");
  };
  return Array.from({ length: many }, (_, at) => {
    const language = ["en", "en", "ru", "ar", "zh"][chance(5)];
    const year = 1990 + Math.floor(30 * Math.sqrt(chance(1000) / 1000));
    const [month, day] = [1 + chance(12), 1 + chance(28)].map((part) => `${part}`.padStart(2, "0"));
    const date = [`${year}-${month}-${day}`, `${year}-${month}-${day}`, `${year}-${month}`, `${year}`][Math.max(0, chance(12) - 8)];
    const topics = [...new Set([`topic-${chance(20)}`, `topic-${chance(8)}`])].sort();
    const isWithdrawn = chance(50) === 0;
    return {
      address: `statements/${date}-${at}/`,
      date,
      language,
      title: `${sentence("en", 4)} title${at}`,
      speakers: [`Person ${sentence("en", 1)}`],
      labels: topics.map((topic) => `${topic} ${words.en[topic.length]}`),
      text: Array.from({ length: 1 + chance(5) }, () => sentence(language, 10 + chance(60))),
      withdrawn: isWithdrawn,
      topics,
      facets: { topic: isWithdrawn ? [] : topics, kind: [["remarks", "speech", "letter"][chance(3)]], language: [language] },
    };
  });
}

/** Builds a site of statements in a folder that is removed after the tests; gives the folder of its pages. */
export function build(t, statements) {
  const folder = mkdtempSync(join(tmpdir(), "chronicle-search-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return buildIn(folder, statements);
}

export function buildIn(folder, statements) {
  const [root, output] = [join(folder, "site"), join(folder, "public")];
  const write = (path, fields, text = "") => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    writeFileSync(file, `---\n${lines.join("")}---\n\n${text}\n`);
  };
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "site.toml"), 'title = "Made up"\nbase_url = "https://example.org/"\nlanguage = "en"\n');
  const people = [...new Set(statements.flatMap(({ speakers }) => speakers))];
  people.forEach((name, at) => write(`content/people/person-${at}.md`, { name }));
  const known = new Map(statements.flatMap(({ topics, labels }) => topics.map((topic, at) => [topic, labels[at]])));
  known.forEach((label, topic) => write(`content/topics/${topic}.md`, { label }));
  for (const { address, date, language, title, speakers, topics, facets, text, withdrawn, draft } of statements) {
    const id = address.split("/")[1];
    const fields = {
      title, date, language, speakers: speakers.map((name) => `person-${people.indexOf(name)}`), topics, kind: facets.kind[0],
      sources: ["https://example.org/source"], fidelity: "reported",
      ...(withdrawn ? { withdrawn: { date: "2025-01-01", reason: "It was never said." } } : {}), ...(draft ? { draft } : {}),
    };
    write(`content/statements/${id}.md`, fields, withdrawn ? "" : text.join("\n\n"));
  }
  const run = spawnSync(program, ["build", "--root", root, "--output", output], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr} ${run.error ?? ""}`);
  return output;
}

/** A library of the files in a folder, that counts what it fetches. */
export function library(folder) {
  const fetched = { files: 0, bytes: 0, names: [] };
  const read = new Library(async (path) => {
    const file = join(folder, "search", path);
    if (!existsSync(file)) return null;
    const bytes = new Uint8Array(readFileSync(file));
    fetched.files += 1;
    fetched.bytes += bytes.length;
    fetched.names.push([path, bytes.length]);
    return bytes;
  });
  return { read, fetched };
}

/** The text of a statement in a folder. */
export const textIn = (folder) => async (fields) => {
  const file = join(folder, fields.address, "index.md");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
};
