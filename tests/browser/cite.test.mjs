// What the buttons of a statement's page copy, by keyboard and as readers of screens are told; and the page without a script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Site, launch, open } from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The address of the first statement with a quotation. */
async function statement(page, home) {
  const listed = await (await page.request.get(`${home}statements/`)).text();
  for (const [, path] of listed.matchAll(/class="title"><a href="([^"]+)"/g)) {
    const address = new URL(path, home).href;
    if ((await (await page.request.get(address)).text()).includes('<figure class="quotation"')) return address;
  }
  throw new Error("no statement has a quotation");
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test("buttons copy the reference, the address and quotations, and say so", async (t) => {
  const home = await Site.ours(t).serve(t);
  const { page, errors } = await open(t, browser, { permissions: ["clipboard-read", "clipboard-write"] });
  const address = await statement(page, home);
  await page.goto(address);
  const status = page.locator("#copy [role=status]");
  assert.equal(await status.textContent(), "");

  await page.locator("#copy button[data-copy=citation]").press("Enter");
  await page.waitForFunction(() => document.querySelector("#copy [role=status]").textContent.trim() === "Copied.");
  const plain = (await page.locator(".styles>.plain").textContent()).trim();
  assert.equal((await copied(page)).trim(), plain);

  // The style that is shown is the one that is copied; radio buttons are changed by arrows.
  await page.locator("#cite-plain").press("ArrowRight");
  assert.ok(await page.locator(".styles>.chicago").isVisible());
  assert.ok(!(await page.locator(".styles>.plain").isVisible()));
  await page.locator("#copy button[data-copy=citation]").press("Space");
  const chicago = (await page.locator(".styles>.chicago").textContent()).trim();
  await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now.trim() === text), chicago);

  await page.locator("#copy button[data-copy=address]").click();
  const permalink = await page.locator(".styles>.plain a").textContent();
  await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now === text), permalink);

  const figure = page.locator("figure.quotation").first();
  const words = (await figure.locator("blockquote").innerText()).trim();
  await figure.locator("button[data-copy=quotation]").click();
  await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now === text), words);
  await figure.locator("button[data-copy=both]").click();
  const anchor = `${permalink}#${await figure.getAttribute("id")}`;
  await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now.includes(text)), anchor);
  const note = await page.locator(`[data-quotation="${await figure.getAttribute("id")}"]`).getAttribute("data-note");
  assert.equal(await copied(page), `“${words}” ${note}`);
  assert.deepEqual(errors, []);
});

test("where nothing can be copied, the page says what to do", async (t) => {
  const home = await Site.ours(t).serve(t);
  const { page } = await open(t, browser);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { write: () => Promise.reject(new Error()), writeText: () => Promise.reject(new Error()) } });
  });
  await page.goto(await statement(page, home));
  await page.locator("#copy button[data-copy=address]").click();
  await page.waitForFunction(() => document.querySelector("#copy [role=status]").textContent.includes("keyboard"));
});

test("styles are switched without a script, and no button is there that does nothing", async (t) => {
  const home = await Site.ours(t).serve(t);
  const { page } = await open(t, browser, { javaScriptEnabled: false });
  await page.goto(await statement(page, home));
  assert.ok(!(await page.locator("#copy").isVisible()));
  assert.equal(await page.locator("figure.quotation button").count(), 0);
  for (const style of ["chicago", "apa", "mla", "plain"]) {
    await page.locator(`label[for=cite-${style}]`).click();
    assert.ok(await page.locator(`.styles>.${style}`).isVisible());
    assert.equal(await page.locator(".styles>.citation:visible").count(), 1);
  }
});
