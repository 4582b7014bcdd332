// Built pages as readers have them: on phones and desks, light and dark, in each language of the default theme.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { after, before, test } from "node:test";
import { Site, launch, open } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 360, 1280];
/** Rules of accessibility: WCAG 2.2 AA, and what is held to be good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that say something else in the dark, or where there is little room. */
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The longest page of each kind, by path; the kind is the class of `body`. Redirects have none. */
function ofEachKind(folder) {
  const longest = new Map();
  for (const file of readdirSync(folder, { recursive: true }).sort()) {
    if (!file.endsWith(".html")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const kind = /<body class="?([\w-]+)/.exec(text)?.[1];
    if (!kind || text.length <= (longest.get(kind)?.length ?? 0)) continue;
    longest.set(kind, { path: file.split(sep).join("/"), length: text.length });
  }
  return [...longest.values()].map((page) => page.path);
}

/** Lets the page have the site at the address it is made for, and nothing else; gives what else was asked for. */
async function published(page, { folder, url }) {
  const elsewhere = [];
  await page.route("**/*", (route) => {
    const asked = new URL(route.request().url());
    if (!asked.href.startsWith(url)) {
      elsewhere.push(asked.href);
      return route.abort();
    }
    const below = decodeURIComponent(asked.pathname.slice(new URL(url).pathname.length));
    return route.fulfill({ path: join(folder, below.endsWith("/") || !below ? `${below}index.html` : below) });
  });
  return elsewhere;
}

/** What does not fit, as text; nothing where the page cannot be scrolled sideways. */
function overflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > root.clientWidth + 0.5 || box.left < -0.5;
  });
  return `${root.scrollWidth} > ${root.clientWidth}: ${wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))}`;
}

/** Where the head, the text and the foot stand across the page, which is the same on every page. */
function frame() {
  const sides = (selector) => {
    const { left, right } = document.querySelector(selector).getBoundingClientRect();
    return `${selector} ${Math.round(left)} to ${Math.round(right)}`;
  };
  return [".top", "main", ".foot"].map(sides).join(", ");
}

/** What rules of accessibility, named by tags or ids, have against the page: for each its places. */
async function violations(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], runOnly });
    return violations.map(({ id, impact, nodes }) => {
      const places = nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`);
      return `${impact} ${id} (${nodes.length}): ${places.join("; ").replace(/\s+/g, " ")}`;
    });
  }, rules);
}

/** Looks at one page of each kind, of which there are at least so many. */
async function look(t, site, least) {
  const built = site.build();
  const paths = ofEachKind(built.folder);
  assert.ok(paths.length >= least, `only ${paths.length} kinds of pages`);
  const { page, errors } = await open(t, browser);
  const elsewhere = await published(page, built);
  const faults = [];
  const frames = {};
  for (const path of paths) {
    const fault = (what) => faults.push(`${path}: ${what}`);
    await page.goto(built.url + path.replace(/(^|\/)index\.html$/, "$1"));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(overflow);
      if (wide) fault(`${width} px: ${wide}`);
      const stands = await page.evaluate(frame);
      if (stands !== (frames[width] ??= stands)) fault(`${width} px: ${stands}, not ${frames[width]}`);
    }
    for (const violation of await violations(page, TAGS)) fault(`light, wide: ${violation}`);
    await page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    for (const violation of await violations(page, LOOKS)) fault(`dark, narrow: ${violation}`);
    await page.emulateMedia({ colorScheme: "light" });
    for (const error of errors.splice(0)) fault(`console: ${error}`);
    for (const address of elsewhere.splice(0)) fault(`asks for ${address}`);
  }
  assert.deepEqual(faults, []);
}

for (const language of ["en", "ru", "ar"]) {
  test(`this repository's site in ${language}`, async (t) => {
    const site = Site.ours(t);
    site.edit("site.toml", 'language = "en"', `language = "${language}"`);
    await look(t, site, 25);
  });
}

test("this repository's site in the gazette", async (t) => {
  const site = Site.ours(t);
  site.edit("site.toml", 'language = "en"', 'language = "en"\ntheme = "gazette"');
  await look(t, site, 25);
});

for (const name of ["chains", "dates", "topics", "wordings"]) {
  test(`the golden site ${name} in the default theme`, async (t) => {
    await look(t, Site.golden(t, name), 8);
  });
}

test("the timeline by keyboard: past it, along its marks, and on to a statement", async (t) => {
  const home = await Site.ours(t).serve(t);
  const { page, errors } = await open(t, browser, { viewport: { width: 360, height: 900 } });
  await page.goto(`${home}timeline/`);
  const skip = page.locator(".timeline-chart .skip");
  await skip.focus();
  assert.ok((await skip.boundingBox()).height > 10);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");

  await page.locator(".lanes li a").last().focus();
  const next = async () => {
    await page.keyboard.press("Tab");
    return page.evaluate(() => {
      const mark = document.activeElement;
      const [own, other] = [mark, mark.nextElementSibling ?? mark.previousElementSibling ?? mark].map((link) =>
        getComputedStyle(link.querySelector("path")).strokeWidth);
      return { href: mark.getAttribute("href"), isSeen: getComputedStyle(mark).outlineStyle !== "none", own, other };
    });
  };
  assert.match((await next()).href, /^\/chains\//);
  const first = await next();
  assert.match(first.href, /^\/statements\/2006-02-02-/);
  assert.ok(first.isSeen && parseFloat(first.own) > parseFloat(first.other), JSON.stringify(first));
  const second = await next();
  assert.match(second.href, /^\/statements\/2006-02-02-/);
  // Readers of screens are told the date and the title.
  const named = page.getByRole("group", { name: "Timeline" }).getByRole("link", { name: /^2 Feb 2006.*: \S/ });
  assert.equal(await named.count(), 2);
  await page.keyboard.press("Enter");
  await page.waitForURL(new URL(second.href, home).href);
  assert.ok(await page.locator("body.statement").isVisible());
  // A mark is where it is drawn: a click in its middle leads on, too.
  await page.goto(`${home}timeline/`);
  const last = page.locator(".marks a").last();
  const target = await last.getAttribute("href");
  const dot = await last.locator("path").evaluate((path) => {
    path.scrollIntoView({ block: "center" });
    const { x, y } = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
    return { x, y };
  });
  await page.mouse.click(dot.x, dot.y);
  await page.waitForURL(new URL(target, home).href);
  assert.deepEqual(errors, []);
});

test("no page breaks the policy, and the policy is in force", async (t) => {
  const site = Site.ours(t);
  site.write("templates/corrections.html",
    '{% extends "theme/corrections.html" %}\n{% block main %}<script>document.title = "run"</script>{{ super() }}{% endblock %}\n');
  const built = site.build();
  const { page, errors } = await open(t, browser);
  const elsewhere = await published(page, built);
  const faults = [];
  let blocked = 0;
  for (const file of readdirSync(built.folder, { recursive: true }).sort()) {
    if (!file.endsWith(".html")) continue;
    const path = file.split(sep).join("/");
    await page.goto(built.url + path.replace(/(^|\/)index\.html$/, "$1"));
    // The page with a script of its own shows that the policy is in force.
    if (path === "corrections/index.html") {
      assert.notEqual(await page.title(), "run");
      blocked = errors.splice(0).length;
    }
    for (const error of errors.splice(0)) faults.push(`${path}: ${error}`);
    for (const address of elsewhere.splice(0)) faults.push(`${path} asks for ${address}`);
  }
  assert.deepEqual(faults, []);
  assert.equal(blocked, 1);
});
