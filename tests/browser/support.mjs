// A site in a folder of its own, the program, and the browser, for the tests beside this file.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Longer than anything takes on a busy machine, in milliseconds. */
export const PATIENCE = 30_000;

const program = resolve(setting("CHRONICLE"));

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run .ci/test-browser`);
  return value;
}

export function launch() {
  return chromium.launch({
    executablePath: setting("CHROMIUM"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** A copy of a site, removed after the test `t`. */
export class Site {
  constructor(t) {
    this.root = mkdtempSync(join(tmpdir(), "chronicle-browser-"));
    t.after(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** This repository's own site. */
  static ours(t) {
    const site = new Site(t);
    for (const part of ["site.toml", "chronicle.lock", "content", "static", "templates", "themes", "wording"]) {
      const from = join(repository, part);
      if (existsSync(from)) cpSync(from, join(site.root, part), { recursive: true });
    }
    return site;
  }

  /** The site of `tests/golden/<name>`, in the default theme. */
  static golden(t, name) {
    const site = new Site(t);
    cpSync(join(repository, "tests/golden", name, "site"), site.root, { recursive: true });
    cpSync(join(repository, "themes"), site.path("themes"), { recursive: true });
    site.edit("site.toml", 'theme = "plain"\n', "");
    return site;
  }

  path(file) {
    return join(this.root, file);
  }

  read(file) {
    return readFileSync(this.path(file), "utf8");
  }

  write(file, text) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Puts `to` in the place of `from`, which must be there. */
  edit(file, from, to) {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not say ${JSON.stringify(from)}`);
    this.write(file, text.replace(from, () => to));
  }

  /** Builds the site; gives the folder of its files and the address they are made for. */
  build() {
    const run = spawnSync(program, ["build", "--root", this.root], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`the site does not build:\n${run.stderr}`);
    return { folder: this.path("public"), url: /^base_url = "(.*?)\/?"$/m.exec(this.read("site.toml"))[1] + "/" };
  }

  /** Serves the site until the test `t` ends; gives the address. */
  async serve(t, ...more) {
    const server = spawn(program, ["serve", "--port", "0", "--root", this.root, ...more], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    t.after(() => server.kill());
    const said = [];
    return new Promise((ready, failed) => {
      server.on("error", failed);
      server.on("exit", () => failed(new Error(`the server ended:\n${said.join("\n")}`)));
      createInterface({ input: server.stderr }).on("line", (line) => {
        said.push(line);
        const address = /^serving (\S+)/.exec(line);
        if (address) ready(address[1]);
      });
    });
  }
}

/** A page of its own for the test `t`, which fails if the page reports an error. */
export async function open(t, browser, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  t.after(() => context.close());
  return { page, errors };
}
