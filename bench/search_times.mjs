// How long a browser takes from the last response to painted rows, on the page of search of a built site, with the processor
// four times slower.
//
//     node bench/search_times.mjs FOLDER CHROMIUM
//
// Prints a line of JSON for each query that `search.mjs` asks: its kind, the query, and milliseconds. All are typed into one page,
// one after the other: the first has cold code, and each the files of those before. Needs what `tests/browser/package.json` names.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [folder, executablePath] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { chromium } = createRequire(here("../tests/browser/package.json"))("playwright-core");

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".md": "text/markdown", ".svg": "image/svg+xml", ".xml": "application/xml" };

const page = readFileSync(join(folder, "search/index.html"), "utf8");
/** The path of the site on its host: what stands before `search/`. */
const base = /data-index=["']?([^"'\s>]*)search\//.exec(page)?.[1] ?? "/";

/** Sends the files of the site as hosts do: text compressed, and nothing from elsewhere allowed. */
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).replace(base, "/");
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const type = TYPES[extname(file)];
  const headers = {
    "content-type": type ? `${type}; charset=utf-8` : "application/octet-stream",
    "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'",
    "cache-control": "max-age=600",
    ...(type ? { "content-encoding": "gzip" } : {}),
  };
  const bytes = readFileSync(file);
  response.writeHead(200, headers).end(type ? gzipSync(bytes) : bytes);
});

/** Asks in the page, and gives milliseconds from the last response, or where nothing was fetched from asking, until after rows
 * were painted. */
const ask = (query) => new Promise((done, failed) => {
  const field = document.getElementById("query");
  const rows = document.getElementById("rows");
  const late = setTimeout(() => failed(new Error(`no rows for ${query}`)), 60_000);
  rows.replaceChildren();
  performance.clearResourceTimings();
  const asked = performance.now();
  // A task that is queued in a frame runs when that was painted.
  const painted = new MessageChannel();
  const watch = new MutationObserver(() => {
    if (!rows.childElementCount) return;
    watch.disconnect();
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  painted.port1.onmessage = () => {
    clearTimeout(late);
    const ends = performance.getEntriesByType("resource").map(({ responseEnd }) => responseEnd);
    done(performance.now() - Math.max(asked, ...ends));
  };
  watch.observe(rows, { childList: true });
  field.value = query;
  field.form.requestSubmit();
});

await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
try {
  const tab = await browser.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error));
  await tab.goto(`http://127.0.0.1:${server.address().port}${base}search/`);
  const slow = await tab.context().newCDPSession(tab);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const { stdout } = spawnSync(process.execPath, [here("search.mjs"), folder], { encoding: "utf8", maxBuffer: 1 << 26 });
  for (const { kind, query, hits } of stdout.trim().split("\n").map((line) => JSON.parse(line))) {
    if (hits) console.log(JSON.stringify({ kind, query, ms: await tab.evaluate(ask, query) }));
  }
  if (errors.length) throw errors[0];
} finally {
  await browser.close();
  server.close();
}
