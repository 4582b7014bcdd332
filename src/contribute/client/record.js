// What the record offers: people, bodies, topics, occasions, places and countries, by id and name.

/** @typedef {{kind: string, id: string, name: string}} Choice */

/** Those of some kinds, by labels that name one each; what is typed is found by label, name in other letters, or id. */
export class Choices {
  /** @param {Record<string, [string, string][]>} lists @param {Record<string, string[]>} shared by kind the names that records have which are not offered by them @param {string[]} kinds */
  constructor(lists, shared, ...kinds) {
    /** @type {Choice[]} */
    const all = kinds.flatMap((kind) => (lists[kind] ?? []).map(([id, name]) => ({ kind, id, name })));
    const times = new Map(kinds.flatMap((kind) => (shared[kind] ?? []).map((name) => [folded(name), 1])));
    for (const { name } of all) times.set(folded(name), (times.get(folded(name)) ?? 0) + 1);
    /** @type {Map<string, Choice>} */
    this.labels = new Map();
    /** @type {Map<string, Choice>} */
    this.known = new Map();
    for (const choice of all) {
      const isAlone = times.get(folded(choice.name)) === 1;
      const label = isAlone ? choice.name : `${choice.name} (${choice.id})`;
      this.labels.set(label, choice);
      if (!this.known.has(folded(label))) this.known.set(folded(label), choice);
    }
    /** @type {Map<string, Choice>} */
    this.ids = new Map();
    for (const choice of all) if (!this.ids.has(choice.id)) this.ids.set(choice.id, choice);
    /** Names that several have, which mean none of them. */
    this.shared = new Set([...times].flatMap(([name, count]) => (count > 1 ? [name] : [])));
  }

  /** Names in any letters; ids and codes only as they are written: `Li` is no country. @param {string} typed */
  find(typed) {
    const named = this.labels.get(typed) ?? this.known.get(folded(typed));
    return named ?? (this.shared.has(folded(typed)) ? null : this.ids.get(typed) ?? null);
  }
}

const folded = (/** @type {string} */ text) => text.normalize("NFC").toLowerCase();
