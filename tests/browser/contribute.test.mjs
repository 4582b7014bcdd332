// The form as people who never used git use it: filled in and sent by keyboard, in each language of the default theme, on phones
// and desks, under a strict policy, without a request to elsewhere; what it makes is what the program takes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { HOSTILE, TWENTY, form, own, quoted, source } from "../contribute/support.mjs";
import { Site, launch, open } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".md": "text/markdown" };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Opens a page of a built site, under the policy; gives the page and all that went wrong so far. */
async function opened(t, { folder, url }, path, options, policy = POLICY) {
  const { page, errors } = await open(t, browser, options);
  await page.route("**/*", (route) => {
    const address = new URL(route.request().url());
    if (!address.href.startsWith(url)) {
      errors.push(`asks for ${address}`);
      return route.abort();
    }
    const below = decodeURIComponent(address.pathname.slice(new URL(url).pathname.length));
    const file = join(folder, below.endsWith("/") || !below ? `${below}index.html` : below);
    if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404, body: "" });
    const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": policy };
    return route.fulfill({ path: file, headers });
  });
  await page.goto(url + path);
  return { page, errors };
}

/** Waits until names are offered. */
const ready = (page) => page.waitForFunction(() => document.querySelectorAll("#list-speakers option").length > 100);

const faults = (page) => page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));

/** What axe has against the page as it stands, in light and dark, and whether it can be scrolled sideways. */
async function look(page) {
  await page.evaluate(AXE);
  const found = [];
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await faults(page)));
  }
  if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push("is too wide");
  return found;
}

/** Fills a form in, without the keyboard; as many fields as there are values. */
async function fill(page, values) {
  await page.evaluate(() => document.querySelector("#new details").open = true);
  for (const name of ["title", "date", "attributed_as", "event", "place", "summary", "language", "original_language", "translator"]) await page.fill(`#new [name="${name}"]`, values[name]);
  for (const name of ["fidelity", "kind"]) await page.selectOption(`#new [name="${name}"]`, values[name]);
  const grow = async (name, many, within = "") => {
    for (let at = 1; at < many; at++) await page.locator(`#new .many:has([name="${name}"]) [data-more]${within}`).click();
  };
  for (const name of ["speakers", "topics", "audience", "countries", "organizations"]) {
    await grow(name, values[name].length);
    for (const [at, value] of values[name].entries()) await page.locator(`#new [name="${name}"]`).nth(at).fill(value);
  }
  await grow("sources.url", values.sources.length);
  for (const [at, from] of values.sources.entries()) {
    for (const [key, value] of Object.entries(from)) {
      const control = page.locator(`#new [name="sources.${key}"]`).nth(at);
      if (key === "kind") await control.selectOption(value);
      else await control.fill(value);
    }
  }
  // The form begins with words of one's own and a quotation; both are left empty.
  for (const { isQuotation, text, by } of values.blocks) {
    await page.locator(`#new [data-more="${isQuotation ? "quotation" : "own"}"]`).click();
    const block = page.locator("#blocks .one").last();
    await block.locator("textarea").fill(text);
    if (by) await block.locator("select").selectOption(by);
  }
}

/** Makes the file; gives its path, its text, and where the form of the service is. */
async function made(page) {
  await page.locator("#new button.main").click();
  assert.equal(await page.locator("#faults").textContent(), "");
  await page.waitForSelector("#made:not([hidden])");
  return { path: await page.inputValue("#field-path"), text: await page.inputValue("#field-made"), address: await page.getAttribute("#open", "href") };
}

const program = (...command) => {
  const { status, stdout, stderr } = spawnSync(process.env.CHRONICLE, command, { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

test("twenty forms make twenty files that pass the check, and the service is given the same", async (t) => {
  const site = Site.ours(t);
  const { page, errors } = await opened(t, site.build(), "contribute/", { viewport: { width: 1280, height: 900 } });
  const paths = new Set();
  for (const values of TWENTY) {
    await page.reload();
    await ready(page);
    await fill(page, values);
    const { path, text, address } = await made(page);
    const asked = new URL(address);
    assert.equal(`${asked.origin}${asked.pathname}`, "https://github.com/example/chronicle/new/main");
    assert.equal(asked.searchParams.get("filename"), path);
    if (asked.searchParams.has("value")) assert.equal(asked.searchParams.get("value"), text);
    else assert.match(await page.textContent("#way"), /too long/);
    assert.ok(address.length <= 6 << 10);
    site.write(path, text);
    paths.add(path);
  }
  assert.equal(paths.size, 20);
  const { status, said } = program("check", "--root", site.root, "--format", "short");
  assert.equal(status, 0, said);
  assert.deepEqual(errors, []);
});

test("hostile text in every field comes out as text", async (t) => {
  const site = Site.ours(t);
  const { page, errors } = await opened(t, site.build(), "contribute/", { viewport: { width: 1280, height: 900 } });
  let dialogs = 0;
  page.on("dialog", (dialog) => (dialogs++, dialog.dismiss()));
  for (const [at, all] of [HOSTILE.slice(0, 13), HOSTILE.slice(13, 26), HOSTILE.slice(26)].entries()) {
    const text = all.join(" ");
    await page.reload();
    await ready(page);
    await fill(page, form({
      title: text.slice(0, 110), date: `2014-03-0${at + 1}`, speakers: ["Sergey Lavrov", "France"], topics: ["Iraq"], event: `at ${text}`, place: `in ${text}`, audience: all.map((one) => `all ${one}`), summary: text,
      translator: text, sources: [source({ title: text.slice(0, 200), publisher: text.slice(0, 200), url: "https://example.org/" })], blocks: all.flatMap((one) => [own(one), quoted(`we say ${one}`, "France")]),
    }));
    const { path, text: file } = await made(page);
    site.write(path, file);
    assert.equal(await page.locator("#contribute :is(img, script, b)").count(), 0);
    // What cannot be: said as text, too.
    await page.locator('#new [name="topics"]').first().fill(text);
    await page.locator('#new [name="date"]').fill(text);
    await page.locator("#new button.main").click();
    await page.waitForSelector("#faults a");
    assert.equal(await page.locator("#contribute :is(img, script, b)").count(), 0);
  }
  assert.equal(dialogs, 0);
  const { status, said } = program("check", "--root", site.root, "--format", "short");
  assert.equal(status, 0, said);
  const built = site.build();
  const { page: read, errors: more } = await opened(t, built, "statements/", {}, "script-src 'none'");
  for (const link of await read.locator('main a[href*="/statements/2014-03-0"]').evaluateAll((links) => links.map((link) => link.href))) {
    await read.goto(link);
    assert.equal(await read.locator(":is(img, .record script, .record b, .record h1, .record ul, .record table, .record pre)").count(), 0);
  }
  // The page's own script is not let in by this policy, either.
  const strange = more.filter((said) => !/\/cite\.\w+\.js' violates/.test(said));
  assert.deepEqual([...errors, ...strange], []);
});

for (const language of ["en", "ru", "ar"]) {
  for (const width of [360, 1280]) {
    test(`by keyboard alone in ${language} at ${width} px`, async (t) => {
      const site = Site.ours(t);
      site.edit("site.toml", 'language = "en"', `language = "${language}"`);
      const { page, errors } = await opened(t, site.build(), "contribute/", { viewport: { width, height: 900 } });
      await ready(page);
      assert.deepEqual(await look(page), []);
      const at = () => page.evaluate(() => document.activeElement.getAttribute("name") ?? document.activeElement.id);
      /** Goes on to a field, as somebody who sees only where the focus is. */
      const to = async (what) => {
        for (let steps = 0; steps < 40 && !(await page.evaluate((what) => document.activeElement.matches(what), what)); steps++) await page.keyboard.press("Tab");
        assert.ok(await page.evaluate((what) => document.activeElement.matches(what), what), `${what} is not reached; the focus is at ${await at()}`);
      };
      // Sent as it is: what is missing is said, and each link leads to its field.
      await page.focus("#new button.main");
      await page.keyboard.press("Enter");
      assert.equal(await at(), "faults");
      assert.equal(await page.locator("#faults a").count(), 7);
      assert.deepEqual(await look(page), []);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await at(), "title");
      await page.keyboard.type("Talks on grain");
      await to('[name="date"]');
      await page.keyboard.type("2006-02-02?");
      await to('[name="speakers"]');
      await page.keyboard.type("Sergey Lavrov");
      await to(".many:has([name=speakers]) [data-more]");
      await page.keyboard.press("Enter");
      assert.equal(await at(), "speakers");
      await page.keyboard.type("FR");
      await to('[name="topics"]');
      await page.keyboard.type("iraq");
      await to('[name="fidelity"]');
      await page.keyboard.press("ArrowDown");
      await to('[name="own"]');
      await page.keyboard.type("They spoke.");
      await to('[name="quotation"]');
      await page.keyboard.type("We agree.");
      await to('[name="by"]');
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await to('[name="sources.url"]');
      await page.keyboard.type("https://example.org/report");
      await page.keyboard.press("Enter");
      assert.equal(await at(), "made-heading");
      assert.equal(await page.inputValue("#field-made"), "---\ntitle: Talks on grain\ndate: 2006-02-02?\nspeakers: [sergey-lavrov, {country: FR}]\ntopics: [iraq]\nfidelity: verbatim\nkind: remarks\nsources:\n"
        + '  - url: "https://example.org/report"\n---\nThey spoke.\n\n> We agree.\n> — FR\n');
      assert.deepEqual(await look(page), []);
      // Another name, and a wrong one.
      await to("#field-path");
      assert.equal(await page.inputValue("#field-path"), "content/statements/2006/2006-02-02-talks-on-grain.md");
      await page.keyboard.press("End");
      for (let letters = 0; letters < 3; letters++) await page.keyboard.press("Backspace");
      await page.keyboard.type("!");
      assert.equal(await page.locator("#open").isVisible(), false);
      await page.keyboard.press("Backspace");
      await page.keyboard.type("-too.md");
      assert.match(await page.getAttribute("#open", "href"), /2006-02-02-talks-on-grain-too\.md&value=/);
      assert.equal(await page.getAttribute("#save", "download"), "2006-02-02-talks-on-grain-too.md");
      // What is typed stays when other fields change.
      await page.fill('[name="title"]', "Talks on grain and bread");
      assert.equal(await page.inputValue("#field-path"), "content/statements/2006/2006-02-02-talks-on-grain-too.md");
      assert.match(await page.inputValue("#field-made"), /title: Talks on grain and bread/);
      await page.focus("#field-path");
      await to("#copy");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.getElementById("said").textContent);
      const [download] = await Promise.all([page.waitForEvent("download"), to("#save").then(() => page.keyboard.press("Enter"))]);
      assert.equal(readFileSync(await download.path(), "utf8"), await page.inputValue("#field-made"));
      // What is changed is in the file at once; fields go as they came.
      await page.locator(".many:has([name=speakers]) [data-less]").nth(1).focus();
      await page.keyboard.press("Enter");
      assert.equal(await at(), "speakers");
      // The words of one who is gone are not given to the other until somebody says so.
      assert.equal(await page.inputValue('[name="by"]'), "FR");
      assert.ok(await page.locator('[name="by"]').isVisible());
      assert.doesNotMatch(await page.inputValue("#field-made"), /speakers: \[sergey-lavrov\]/);
      await page.locator('[name="by"]').selectOption("Sergey Lavrov");
      assert.match(await page.inputValue("#field-made"), /speakers: \[sergey-lavrov\]\n[^]*> We agree\.\n$/);
      assert.deepEqual(errors, []);
    });
  }
}

test("a statement's page leads to the form with its file, and to the file in the repository", async (t) => {
  const site = Site.ours(t);
  const { page, errors } = await opened(t, site.build(), "statements/2006-02-02-oic-reception/", { viewport: { width: 360, height: 900 } });
  await page.getByRole("link", { name: "Suggest a correction" }).click();
  await page.waitForSelector("#correct:not([hidden])");
  const path = "content/statements/2006/2006-02-02-oic-reception.md";
  assert.equal(await page.inputValue("#field-file"), site.read(path));
  assert.equal(await page.locator("#new").isVisible(), false);
  // What was published may be older than what is in the repository: the file there is offered.
  assert.match(await page.textContent("#lede"), /2006-02-02-oic-reception\. This is what was published, which may be older than the file in the repository/);
  assert.equal(await page.locator("#lede a").last().getAttribute("href"), `https://github.com/example/chronicle/edit/main/${path}`);
  await page.locator("#correct button.main").click();
  assert.match(await page.textContent("#faults"), /Nothing is changed yet/);
  assert.deepEqual(await look(page), []);
  await page.fill("#field-file", site.read(path).replace("date: 2006-02-02", "date: 2006-02-03"));
  await page.fill("#field-note", "The day: <b>the third</b> # and not \"the second\".");
  await page.locator("#correct button.main").click();
  await page.waitForSelector("#made:not([hidden])");
  assert.deepEqual(await look(page), []);
  assert.equal(await page.getAttribute("#open", "href"), `https://github.com/example/chronicle/edit/main/${path}`);
  site.write(path, await page.inputValue("#field-made"));
  const { status, said } = program("check", "--root", site.root, "--allow", "misnamed-file,quotation-not-in-source,published-before-said");
  assert.equal(status, 0, said);
  const built = site.build();
  const { page: read } = await opened(t, built, "statements/2006-02-02-oic-reception/", {});
  assert.match(await read.textContent("#corrections"), /The day: <b>the third<\/b> # and not "the second"\./);
  assert.deepEqual(errors, []);
});

test("what an address asks for, and what is not there", async (t) => {
  const site = Site.ours(t);
  const text = site.read("content/statements/2006/2006-02-02-oic-reception.md");
  site.write("content/statements/2007/2007-02-02-gone.md", text.replace("date: 2006-02-02", 'date: 2007-02-02\nwithdrawn: {date: 2024-01-01, reason: "At the source\'s request"}').replace(/^event:.*\n/m, ""));
  site.write("content/statements/a b/x/2007-03-03-deep.md", `${text.slice(0, text.indexOf("\ncontext:") + 1).replace("date: 2006-02-02", "date: 2007-03-03").replace(/^event:.*\n/m, "")}---\nHe spoke.\n`);
  const built = site.build();
  const { page, errors } = await opened(t, built, "contribute/?correct=%3Cimg%20src=x%20onerror=alert(1)%3E", {});
  await page.waitForFunction(() => document.getElementById("trouble").textContent);
  assert.equal(await page.textContent("#trouble"), "There is no such statement, or its file could not be read.");
  assert.equal(await page.locator("#contribute img").count(), 0);
  const known = "2006-02-02-oic-reception";
  for (const asked of ["..%2F..%2Findex", "", "__proto__", "call-us-at-evil-example", `${known}&folder=call%20us`, `${known}&folder=`, `${known}%20call%20us`]) {
    await page.goto(`${built.url}contribute/?correct=${asked}`);
    await page.waitForFunction(() => document.getElementById("trouble").textContent);
    assert.equal(await page.textContent("#trouble"), "There is no such statement, or its file could not be read.");
    assert.equal(await page.locator("#correct").isVisible(), false);
    assert.doesNotMatch(await page.textContent("main"), /call.us|evil|__proto__/);
  }
  // The folder to which the statement's own page leads is taken.
  await page.goto(`${built.url}statements/2007-03-03-deep/`);
  await page.getByRole("link", { name: "Suggest a correction" }).click();
  await page.waitForSelector("#correct:not([hidden])");
  assert.equal(await page.getByRole("link", { name: /Open the file on/ }).first().getAttribute("href"), "https://github.com/example/chronicle/edit/main/content/statements/a%20b/x/2007-03-03-deep.md");
  await page.goto(`${built.url}contribute/?correct=2007-02-02-gone`);
  await page.waitForFunction(() => document.getElementById("trouble").textContent.includes("withdrawn"));
  await page.goto(`${built.url}statements/2007-02-02-gone/`);
  assert.equal(await page.locator('a[href*="correct="]').count(), 0);
  // One of those that were asked for is not there.
  assert.deepEqual(errors.filter((error) => !error.includes("404")), []);
});

test("each service is given what it takes, and without a script the page says what else there is", async (t) => {
  for (const [repository, form, way] of [
    ["https://gitlab.example/o/r", "https://gitlab.example/o/r/-/new/main?file_name=content%2Fstatements%2F2006%2F2006-02-02-grain-shipments-through-the-strait-announced.md", /takes the name of the file from here, but not its text/],
    ["https://codeberg.org/o/r", "https://codeberg.org/o/r/_new/main?filename=content%2Fstatements%2F2006%2F2006-02-02-grain-shipments-through-the-strait-announced.md&value=---%0Atitle", /Fork/],
  ]) {
    const site = Site.ours(t);
    site.edit("site.toml", "https://github.com/example/chronicle", repository);
    const { page, errors } = await opened(t, site.build(), "contribute/", {});
    await ready(page);
    await fill(page, TWENTY[0]);
    const { address } = await made(page);
    assert.ok(address.startsWith(form), address);
    assert.match(await page.textContent("#way"), way);
    assert.deepEqual(errors, []);
  }
  const { page, errors } = await opened(t, Site.ours(t).build(), "contribute/", { javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
  assert.equal(await page.locator("form#new").isVisible(), false);
  assert.ok(await page.getByText("The form needs a script").isVisible());
  assert.equal(await page.locator('main a[href="https://github.com/example/chronicle/new/main"]').last().isVisible(), true);
  assert.deepEqual(errors, []);
});
