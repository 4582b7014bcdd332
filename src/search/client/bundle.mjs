// Puts the modules beside this file together to the one that pages load, `themes/default/static/search.js`, without comments:
//
//     node src/search/client/bundle.mjs          writes it
//     node src/search/client/bundle.mjs --check  says whether it is what it should be
//
// No top-level name may be in two modules, imports and exports stand at the beginning of a line, and a comment never stands in
// a text: so a few replacements are enough, and nothing is needed that is not here.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../../themes/default/static/search.js");

/** Modules, each after those that it needs. */
const MODULES = ["words", "lists", "dictionary", "library", "query", "find", "narrow", "excerpt", "rows", "view", "complete", "main"];

/** @param {string} source */
const stripped = (source) =>
  source
    .replace(/\/\*\*[^]*?\*\/ ?/g, "")
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(/^import \{[^}]*\} from "[^"]*";\n/gm, "")
    .replace(/^export /gm, "")
    .replace(/^\s+/gm, "")
    // What is left of a type that was said of a value.
    .replace(/(?<=[=(,!] ?)\(([\w.]+)\)(?=[;,.)])/g, "$1")
    // Spaces beside these stand in no text.
    .replace(/ (=>|[=!]==|&&|\|\||[-+*\/|?<>&%]?=|\?\??|[-+*\/<>:&|%]|>>>?|<<) /g, "$1")
    .replace(/([,;{(]) /g, "$1")
    .replace(/ ([})])/g, "$1")
    .replace(/\) (?=[\w$[({]|=>)/g, ")")
    .replace(/\b(if|for|while|catch) \(/g, "$1(")
    .replace(/(\w): /g, "$1:")
    .replace(/\bconst /g, "let ")
    // Names that are said in lines of their own, one after another, are said together.
    .replace(/^let .*;$(?:\nlet .*;$)+/gm, (lines) => lines.replace(/;\nlet /g, ","))
    .replace(/\b(let|return|of|await|else) (?=[[({`"!])/g, "$1")
    .replace(/[,;]?\n([}\])])/g, "$1")
    .replace(/([;,{(]|=>)\n/g, "$1")
    .replace(/async \((\w+)\)=>/g, "async $1=>")
    .replace(/\((\w+)\)=>/g, "$1=>")
    .replace(/\n([.?:])/g, "$1")
    // What ends with a brace here is a block: other statements end with a semicolon.
    .replace(/\}\n(?=.)/g, "}");

export function bundle() {
  const parts = MODULES.map((name) => stripped(readFileSync(join(here, `${name}.js`), "utf8")));
  const made = `// Chronicle, src/search/client/\n${parts.join("")}`;
  // Read as a module and not run: a name that two of them have is an error here, and not first in a browser.
  const read = spawnSync(process.execPath, ["--input-type=module", "--check", "-"], { input: made, encoding: "utf8" });
  if (read.status !== 0) throw new Error(`no browser reads what the modules make together:\n${read.stderr}`);
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = bundle();
  if (process.argv[2] !== "--check") writeFileSync(target, made);
  else if (readFileSync(target, "utf8") !== made) {
    console.error("themes/default/static/search.js is not what src/search/client/ says: run node src/search/client/bundle.mjs");
    process.exit(1);
  }
}
