// Fills in the form to contribute as a person would, by the modules of the page, on a built site: prints the file that it makes.
//
//   node .ci/own-chronicle-form.mjs PUBLIC

import { readFileSync } from "node:fs";
import { Choices } from "../src/contribute/client/record.js";
import { make } from "../src/contribute/client/statement.js";
import { form, own, quoted, source } from "../tests/contribute/support.mjs";

const { shared = {}, ...lists } = JSON.parse(readFileSync(`${process.argv[2]}/contribute/record.json`, "utf8"));
const choices = {
  speakers: ["people", "organizations", "countries"], topics: ["topics"], events: ["events"], places: ["places"], organizations: ["organizations"],
  countries: ["countries"],
};
const offered = Object.fromEntries(Object.entries(choices).map(([key, kinds]) => [key, new Choices(lists, shared, ...kinds)]));
const typed = form({
  title: "Night ferries under study", date: "2024-05-06", speakers: ["Ann Lee"], topics: ["Ferries"],
  sources: [source({ title: "Night ferries", publisher: "Harbour Post", date: "2024-05-07" })],
  blocks: [own("Ann Lee was asked about night ferries."), quoted("We are looking into it.")],
});
const made = make(typed, offered, "2026-01-01");
process.stdout.write(JSON.stringify({ path: made.path, text: made.text, faults: made.faults }));
