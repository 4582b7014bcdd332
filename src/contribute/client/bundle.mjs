// Puts the modules beside this file together to the one that the form loads, `themes/default/static/contribute.js`:
//
//     node src/contribute/client/bundle.mjs          writes it
//     node src/contribute/client/bundle.mjs --check  says whether it is what it should be
//
// It leaves out comments and what is at the beginning of lines, and nothing else. No top-level name may be in two modules,
// imports and exports stand at the beginning of a line, and no text has what begins a comment in JSDoc.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../../themes/default/static/contribute.js");

/** Modules, each after those that it needs. */
const MODULES = ["dates", "text", "names", "record", "statement", "correction", "service", "view", "main"];

/** @param {string} source */
const stripped = (source) =>
  source
    .replace(/\/\*\*[^]*?\*\/ ?/g, "")
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(/^import \{[^}]*\} from "[^"]*";\n/gm, "")
    .replace(/^export /gm, "")
    .replace(/^\s+/gm, "");

export function bundle() {
  const parts = MODULES.map((name) => stripped(readFileSync(join(here, `${name}.js`), "utf8")));
  const made = `// Of src/contribute/client/ in Chronicle's repository.\n${parts.join("")}`;
  // Read as a module and not run: a name that two of them have is an error here, and not first in a browser.
  const read = spawnSync(process.execPath, ["--input-type=module", "--check", "-"], { input: made, encoding: "utf8" });
  if (read.status !== 0) throw new Error(`no browser reads what the modules make together:\n${read.stderr}`);
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = bundle();
  if (process.argv[2] !== "--check") writeFileSync(target, made);
  else if (readFileSync(target, "utf8") !== made) {
    console.error("themes/default/static/contribute.js is not what src/contribute/client/ says: run node src/contribute/client/bundle.mjs");
    process.exit(1);
  }
}
