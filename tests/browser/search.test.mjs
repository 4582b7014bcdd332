// The page of search as readers use it: by keyboard, in each language of the default theme, on phones and desks; with whatever
// an address asks for; under a strict policy, without a request to elsewhere.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { Site, launch, open } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
  + "font-src 'self'; manifest-src 'self'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const WORDS = {
  en: { title: "Talks on grain and transit", text: "The ministers agreed on transit of grain through the strait.", begun: "trans", whole: "transit", form: "ministers", one: "minister" },
  ru: { title: "Переговоры о зерне и транзите", text: "Министры договорились о транзите зерна через пролив.", begun: "транз", whole: "транзите", form: "министры", one: "министров" },
  ar: { title: "محادثات حول الحبوب والعبور", text: "اتفق الوزراء على عبور الحبوب عبر المضيق.", begun: "الحبو", whole: "الحبوب", form: "الوزراء", one: "وزراء" },
};

/** This repository's own site in a language, with some statements in it. */
function siteIn(t, language) {
  const site = Site.ours(t);
  const { title, text } = WORDS[language];
  site.edit("site.toml", 'language = "en"', `language = "${language}"`);
  for (let at = 1; at <= 12; at++) {
    const day = `${at}`.padStart(2, "0");
    const front = `title: "${title} ${at}"\ndate: 20${day}-03-04\nspeakers: [sergey-lavrov]\ntopics: [iraq]\nlanguage: ${language}\nfidelity: summary\nsources:\n  - {url: "https://example.org/${at}", title: Report, publisher: Example}`;
    site.write(`content/statements/20${day}/20${day}-03-04-talks.md`, `---\n${front}\n---\n\n${text}\n`);
  }
  return site;
}

/** Opens the page of search of a built site, under the policy; gives the page and all that went wrong so far. */
async function opened(t, { folder, url }, asked, viewport) {
  const { page, errors } = await open(t, browser, { viewport });
  await page.route("**/*", (route) => {
    const address = new URL(route.request().url());
    if (!address.href.startsWith(url)) {
      errors.push(`asks for ${address}`);
      return route.abort();
    }
    const below = decodeURIComponent(address.pathname.slice(new URL(url).pathname.length));
    const path = join(folder, below.endsWith("/") || !below ? `${below}index.html` : below);
    if (!existsSync(path) || !statSync(path).isFile()) return route.fulfill({ status: 404, body: "" });
    const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-security-policy": POLICY };
    return route.fulfill({ path, headers });
  });
  await page.goto(`${url}search/${asked}`);
  await settled(page);
  return { page, errors };
}

const settled = (page) => page.waitForFunction(() => !document.getElementById("search").hidden && !document.querySelector("#search[aria-busy]"));
const rows = (page) => page.locator("#rows > li").count();
const asked = (page) => new URL(page.url()).searchParams;

for (const [language, { begun, whole, form, one }] of Object.entries(WORDS)) {
  for (const width of [360, 1280]) {
    test(`by keyboard in ${language} at ${width} px`, async (t) => {
      const { page, errors } = await opened(t, siteIn(t, language).build(), "", { width, height: 900 });
      // The field, completions, and one of them taken.
      await page.keyboard.press("/");
      await page.keyboard.type(begun);
      await page.waitForSelector("#query[aria-expanded=true]");
      await page.keyboard.press("Escape");
      assert.equal(await page.getAttribute("#query", "aria-expanded"), "false");
      await page.keyboard.press("Backspace");
      await page.waitForSelector("#query[aria-expanded=true]");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForFunction((word) => new URLSearchParams(location.search).get("q")?.trim() === word, whole);
      await page.waitForSelector("#rows mark");
      assert.equal(await rows(page), 10);
      assert.match(await page.textContent("#status"), /12/);
      assert.match(await page.getAttribute("#rows .excerpt a", "href"), /#/);
      // Another form of a word finds the same, and narrowing down is taken back.
      await page.fill("#query", `${form} 11`);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 1);
      await page.fill("#query", one);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 10);
      const years = page.locator("details.year-range summary");
      await years.focus();
      await page.keyboard.press("Enter");
      await page.fill("#from", "2002");
      await page.fill("#to", "2005");
      await page.keyboard.press("Tab");
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 4);
      assert.deepEqual([asked(page).get("from"), asked(page).get("to")], ["2002", "2005"]);
      await page.focus("#chosen a");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 10);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 4);
      await page.goForward();
      await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 10);
      await page.evaluate(() => document.querySelectorAll("details[data-facet]:not([hidden])").forEach((panel) => (panel.open = true)));
      await settled(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.evaluate(AXE);
      const faults = await page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
      assert.deepEqual([...faults, ...errors], []);
    });
  }
}

test("whatever an address asks for", async (t) => {
  const built = siteIn(t, "en").build();
  const { page, errors } = await opened(t, built, "", { width: 1280, height: 900 });
  for (const [address, expected] of [
    ["?topic=__proto__", 0], ["?__proto__=x&constructor=y&q=transit", 10], ["?q=transit&from=1e99&to=-1&page=1e99", 2],
    ["?q=transit&page=Infinity&sort=date", 2], ["?q=transit&from=9999", 0], ["?q=transit&topic=iraq&topic=toString", 10],
    ["?q=%3Cimg%20src=x%20onerror=alert(1)%3E%20transit", null], ["?q=%E0%A4%A&kind=%FF", null], [`?q=${"transit ".repeat(2_000)}`, 10],
    [`?q=${"a-".repeat(10_000)}`, null], [`?q=%22${"grain ".repeat(500)}%22`, null], ["?q=%F0%9F%99%82%20%EF%BF%BF%20%00", null], ["?from=1&to=0", 0],
  ]) {
    await page.goto(`${built.url}search/${address}`);
    await settled(page);
    if (expected !== null) assert.equal(await rows(page), expected, address.slice(0, 80));
    assert.equal(await page.locator("#search img, #search script").count(), 0);
    assert.ok((await page.locator("#notes").textContent()).length < 2_000);
    assert.deepEqual(errors, [], address.slice(0, 80));
  }
});

/** The page of search on a site that may be replaced; `older` says what is served in place of a file, as long as it says so. */
async function replaceable(t, built, older) {
  const { page, errors } = await open(t, browser, { viewport: { width: 1280, height: 900 } });
  await page.route("**/*", (route) => {
    const below = decodeURIComponent(new URL(route.request().url()).pathname.slice(new URL(built.url).pathname.length));
    const body = older(below);
    if (body !== undefined) return route.fulfill({ body, headers: { "content-type": TYPES[extname(below)] ?? "text/html" } });
    const path = join(built.folder, below.endsWith("/") || !below ? `${below}index.html` : below);
    if (!existsSync(path)) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ path, headers: { "content-type": TYPES[extname(path)] ?? "application/octet-stream" } });
  });
  return { page, errors };
}

test("a page with an older script is loaded again, once", async (t) => {
  const built = siteIn(t, "en").build();
  const html = readFileSync(join(built.folder, "search/index.html"), "utf8");
  const [script] = /search\.\w{16}\.js/.exec(html);
  // A script that knows another form of the index.
  const source = readFileSync(join(built.folder, script), "utf8");
  const old = source.replace("format!==2", "format!==1");
  assert.notEqual(old, source);
  let opened = 0;
  const { page } = await replaceable(t, built, (below) => {
    if (below === "search.0000000000000000.js") return old;
    if (below.startsWith("search/") && !below.slice(7).includes("/") && !extname(below) && opened++ === 0) {
      return html.replace(script, "search.0000000000000000.js").replace(/(search\.0{16}\.js") integrity="[^"]*"/, "$1");
    }
  });
  await page.goto(`${built.url}search/?q=transit`);
  await page.waitForFunction(() => document.querySelectorAll("#rows > li").length === 10);
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get("q"), "transit");
  // The page, what the script asks of it, and the page again.
  assert.equal(opened, 3);
});
