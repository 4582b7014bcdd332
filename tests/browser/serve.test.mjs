// `chronicle serve` as a writer has it: a page open in the browser beside the editor. No test loads a page again by
// itself; what it waits for has to come by the script of the server.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PATIENCE, Site, launch, open } from "./support.mjs";

const RECEPTION = "content/statements/2006/2006-02-02-oic-reception.md";
const RECEPTION_PAGE = "statements/2006-02-02-oic-reception/";
const STYLE = "themes/default/static/style.css";
const NOT_FOUND = "There is no page at this address";
const OVERLAY = "#chronicle-findings";

/** A statement that nothing else needs, so that it can come and go. */
const NEW = `---
title: A statement written while the site is served
date: 2024-05-06
speakers: [sergey-lavrov]
topics: [values]
fidelity: reported
sources: ["https://example.com/1"]
---
What was said in 2024.
`;
const NEW_FILE = "content/statements/2024/2024-05-06-new.md";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** This repository's site, served, and a page of it open. `mark` tells whether it was loaded again since. */
async function served(t, path, { site = Site.ours(t), options = {}, more = [] } = {}) {
  const address = await site.serve(t, ...more);
  const { page, errors } = await open(t, browser, options);
  const response = await page.goto(address + path);
  await page.evaluate(() => (window.mark = true));
  const isMarked = () => page.evaluate(() => window.mark === true);
  const shows = (text) => page.getByText(text).first().waitFor();
  const isGone = (selector) => page.locator(selector).waitFor({ state: "detached" });
  return { site, address, page, errors, response, isMarked, shows, isGone };
}

function until(page, what, argument) {
  return page.waitForFunction(what, argument, { timeout: PATIENCE });
}

test("an edit is shown in the open page, which stays where it was scrolled to", async (t) => {
  const { site, page, errors, shows, isMarked } = await served(t, RECEPTION_PAGE, {
    options: { viewport: { width: 500, height: 300 } },
  });
  await page.evaluate(() => scrollTo(0, 250));
  assert.equal(await page.evaluate(() => scrollY), 250);
  site.write(RECEPTION, `${site.read(RECEPTION)}\nWords that were added.\n`);
  await shows("Words that were added.");
  await until(page, () => scrollY === 250);
  assert.equal(await isMarked(), false);
  assert.deepEqual(errors, []);
});

test("an edit elsewhere leaves the open page alone", async (t) => {
  const { site, address, page, shows, isMarked } = await served(t, RECEPTION_PAGE);
  const other = await page.context().newPage();
  await other.goto(`${address}about/`);
  site.write("content/pages/about.md", `${site.read("content/pages/about.md")}\nMore about it.\n`);
  await other.getByText("More about it.").waitFor();
  // Told at the same time as the other, it is by now loaded again if ever.
  assert.equal(await isMarked(), true);
  site.write(RECEPTION, `${site.read(RECEPTION)}\nWords that were added.\n`);
  await shows("Words that were added.");
});

test("a style sheet is swapped in", async (t) => {
  const { site, page, errors, isMarked } = await served(t, RECEPTION_PAGE);
  for (const colour of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
    site.write(STYLE, `${site.read(STYLE)}body{background:${colour}}\n`);
    await until(page, (colour) => getComputedStyle(document.body).backgroundColor === colour, colour);
    assert.equal(await isMarked(), true);
  }
  assert.deepEqual(errors, []);
});

test("a mistake is shown over the last good page until it is mended", async (t) => {
  const { site, address, page, errors, shows, isMarked, isGone } = await served(t, RECEPTION_PAGE);
  const title = await page.title();
  site.edit(RECEPTION, "date: 2006-02-02", "date: 2006-02-30");
  const overlay = page.locator(OVERLAY);
  await overlay.waitFor();
  const line = site.read(RECEPTION).split("\n").indexOf("date: 2006-02-30") + 1;
  const said = await overlay.innerText();
  for (const part of ["error[bad-date]", "2006-02-30", `${RECEPTION}:${line}:7`]) {
    assert.ok(said.includes(part), `${part} is not in\n${said}`);
  }
  assert.equal(await overlay.getAttribute("role"), "alert");
  assert.equal(await isMarked(), true);
  assert.ok((await page.locator("main").innerText()).includes("At a reception"));

  // A page that is opened now is the last good one too, and shows the same.
  const other = await page.context().newPage();
  await other.goto(address);
  await other.locator(OVERLAY).waitFor();
  assert.ok((await other.locator("main").innerText()).includes("Foreign Policy Chronicle"));

  // Another mistake takes the place of the first.
  site.edit(RECEPTION, "date: 2006-02-30", "date: 2006-02-02\ntopic: iraq");
  await overlay.getByText("error[unknown-key]").waitFor();
  assert.ok(!(await overlay.innerText()).includes("bad-date"));

  site.edit(RECEPTION, "\ntopic: iraq", "");
  site.write(RECEPTION, `${site.read(RECEPTION)}\nMended words.\n`);
  await shows("Mended words.");
  await isGone(OVERLAY);
  assert.equal(await page.title(), title);
  await other.locator(OVERLAY).waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
});

test("a site that begins with a mistake is shown when it is mended", async (t) => {
  const site = Site.ours(t);
  site.edit(RECEPTION, "date: 2006-02-02", "date: 2006-02-30");
  const { page, response, shows, isMarked, isGone } = await served(t, "", { site });
  assert.equal(response.status(), 503);
  await page.locator(OVERLAY).getByText("error[bad-date]").waitFor();
  site.edit(RECEPTION, "date: 2006-02-30", "date: 2006-02-31");
  await page.locator(OVERLAY).getByText("2006-02-31").first().waitFor();
  assert.equal(await isMarked(), true);
  site.edit(RECEPTION, "date: 2006-02-31", "date: 2006-02-02");
  await shows("Foreign Policy Chronicle");
  await isGone(OVERLAY);
});

test("new, renamed and deleted statements come and go in lists and at their addresses", async (t) => {
  const { site, address, page, shows, response } = await served(t, "statements/2024-05-06-new/");
  assert.equal(response.status(), 404);
  await shows(NOT_FOUND);
  const list = await page.context().newPage();
  await list.goto(`${address}statements/`);
  const row = (id) => list.locator(`main a[href="/statements/${id}/"]`);

  site.write(NEW_FILE, NEW);
  await row("2024-05-06-new").first().waitFor();
  await shows("What was said in 2024.");

  renameSync(site.path(NEW_FILE), site.path("content/statements/2024/2024-05-06-renamed.md"));
  await row("2024-05-06-renamed").first().waitFor();
  assert.equal(await row("2024-05-06-new").count(), 0);
  await shows(NOT_FOUND);
  assert.equal((await list.goto(`${address}statements/2024-05-06-renamed/`)).status(), 200);

  rmSync(site.path("content/statements/2024/2024-05-06-renamed.md"));
  await list.getByText(NOT_FOUND).first().waitFor();
});

test("whole folders come and go, as when a branch is switched", async (t) => {
  const site = Site.ours(t);
  site.write(NEW_FILE, NEW);
  const { address, page, shows, isGone } = await served(t, "statements/2024-05-06-new/", { site });
  const away = (year) => renameSync(site.path(`content/statements/${year}`), site.path(`${year}-away`));
  const back = (year) => renameSync(site.path(`${year}-away`), site.path(`content/statements/${year}`));
  await shows("What was said in 2024.");
  away(2024);
  await shows(NOT_FOUND);
  back(2024);
  await shows("What was said in 2024.");
  // What came back is watched.
  site.edit(NEW_FILE, "What was said in 2024.", "What was said later.");
  await shows("What was said later.");

  // Other records need this one: without it there are errors, and the page stays as it was.
  away(2006);
  await page.locator(OVERLAY).getByText("2006-02-02-oic-reception").first().waitFor();
  await shows("What was said later.");
  back(2006);
  await isGone(OVERLAY);
  await page.goto(address + RECEPTION_PAGE);
  site.edit(RECEPTION, "title: Closer relations", "title: Much closer relations");
  await shows("Much closer relations");
});

test("an editor that saves by renaming is followed, save after save", async (t) => {
  const { site, shows, isGone } = await served(t, RECEPTION_PAGE);
  const text = site.read(RECEPTION);
  for (const words of ["First save.", "Second save.", "Third save."]) {
    const written = `${RECEPTION.replace("2006-02-02-oic", ".2006-02-02-oic")}.swp`;
    site.write(written, `${text}\n${words}\n`);
    renameSync(site.path(written), site.path(RECEPTION));
    await shows(words);
  }
  // Some keep the file as it was, and what is not saved yet, beside it.
  renameSync(site.path(RECEPTION), site.path(`${RECEPTION}~`));
  site.write(RECEPTION.replace("2006-02-02-oic-reception.md", "#2006-02-02-oic-reception.md#"), "---\n");
  site.write(RECEPTION, `${text}\nFourth save.\n`);
  await shows("Fourth save.");
  await isGone(OVERLAY);
});

test("what is not there has the page and the status for it", async (t) => {
  const { page, response } = await served(t, "nothing/here/");
  assert.equal(response.status(), 404);
  await page.getByRole("link", { name: "Foreign Policy Chronicle" }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
});

test("a site with a path is served under it, and can be walked", async (t) => {
  const { site, address, page, errors, shows } = await served(t, "", {
    more: ["--base-url", "https://example.org/an/archive/"],
  });
  assert.ok(address.endsWith("/an/archive/"), address);
  await page.goto(new URL("/", address).href);
  assert.equal(page.url(), address);
  await page.locator("main a[href*='/statements/2006-02-02-oic-reception/']").first().click();
  await page.waitForURL(address + RECEPTION_PAGE);
  assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
  site.write(RECEPTION, `${site.read(RECEPTION)}\nWords that were added.\n`);
  await shows("Words that were added.");
  site.write(STYLE, `${site.read(STYLE)}body{background:rgb(1, 2, 3)}\n`);
  await until(page, () => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
  assert.deepEqual(errors, []);
});

test("the script is in served pages only", async (t) => {
  const { site, page } = await served(t, "");
  assert.equal(await page.locator('script[src="/.chronicle/client.js"]').count(), 1);
  const { folder } = site.build();
  const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, file));
  const pages = files.filter((file) => file.endsWith(".html") && statSync(file).isFile());
  assert.ok(pages.length > 50);
  for (const file of pages) assert.doesNotMatch(readFileSync(file, "utf8"), /\.chronicle|EventSource/, file);
});
