// What stands on the page. All words come from the page itself: attributes `data-…` of #contribute, with {n} and {x} to be filled in.

export const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
export const page = byId("contribute");

/** A control by its id. */
export const control = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id));

/** The controls of a name, in their order. @param {string} name @param {ParentNode} [within] */
export const named = (name, within = page) => /** @type {HTMLInputElement[]} */ ([...within.querySelectorAll(`[name="${name}"]`)]);

/** A word of the page. @param {string} key @param {Record<string, string>} [values] */
export function word(key, values = {}) {
  // What is filled in may run the other way.
  return (page.dataset[key] ?? "").replace(/\{([nx])\}/g, (_, name) => `\u2068${values[name] ?? ""}\u2069`);
}

/** An element. @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

let numbered = 0;

/** Marks what is wrong, and leads there. @param {{control: HTMLInputElement, why: string}[]} faults */
export function showFaults(faults) {
  for (const marked of page.querySelectorAll("[aria-invalid]")) {
    marked.removeAttribute("aria-invalid");
    const described = (marked.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("fault-"));
    if (described.length) marked.setAttribute("aria-describedby", described.join(" "));
    else marked.removeAttribute("aria-describedby");
  }
  page.querySelectorAll(".fault").forEach((old) => old.remove());
  const list = byId("faults");
  list.hidden = !faults.length;
  if (!faults.length) return list.replaceChildren();
  // In the order of the page.
  faults.sort((one, other) => (one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const items = faults.map(({ control, why }) => {
    control.id ||= `field-${++numbered}`;
    const id = `fault-${++numbered}`;
    const inner = control.closest("details");
    if (inner) inner.open = true;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
    control.after(element("span", { class: "fault", id }, word(why)));
    return element("li", {}, element("a", { href: `#${control.id}` }, `${labelOf(control)}: ${word(why)}`));
  });
  list.replaceChildren(element("div", {}, element("p", {}, word("faults", { n: `${faults.length}` })), element("ul", {}, ...items)));
  list.focus();
}

/** @param {HTMLInputElement} control */
const labelOf = (control) => {
  const label = control.labels?.[0];
  return control.getAttribute("aria-label") ?? (label?.querySelector("span") ?? label)?.textContent ?? "";
};

/** Buttons that add and remove fields. @param {() => void} changed */
export function growing(changed) {
  /** The fields like one, beside it. @param {Element} one */
  const like = (one) => [...(one.parentElement?.querySelectorAll(":scope > .one") ?? [])].filter((other) => /** @type {HTMLElement} */ (other).dataset.block === /** @type {HTMLElement} */ (one).dataset.block);
  const shown = (/** @type {Element[]} */ all) => all.forEach((one) => (/** @type {HTMLElement} */ (one.querySelector("[data-less]")).hidden = all.length < 2));
  page.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button?.dataset.more !== undefined) {
      const group = /** @type {Element} */ (button.closest(".many, #blocks"));
      const kind = button.dataset.more;
      const first = /** @type {Element} */ (group.querySelector(kind ? `.one[data-block="${kind}"]` : ".one"));
      const one = /** @type {Element} */ (first.cloneNode(true));
      one.querySelectorAll(".fault").forEach((fault) => fault.remove());
      for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (one.querySelectorAll("input, textarea, select"))) {
        control.removeAttribute("id");
        control.removeAttribute("aria-invalid");
        if (control.getAttribute("aria-describedby")?.includes("fault-")) control.removeAttribute("aria-describedby");
        if (control.tagName === "SELECT") /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (control)).selectedIndex = 0;
        else control.value = "";
      }
      [...group.querySelectorAll(":scope > .one")].at(-1)?.after(one);
      shown(like(one));
      changed();
      /** @type {HTMLElement} */ (one.querySelector("input, textarea")).focus();
    } else if (button?.dataset.less !== undefined) {
      const one = /** @type {Element} */ (button.closest(".one"));
      const others = like(one).filter((other) => other !== one);
      one.remove();
      shown(others);
      changed();
      /** @type {HTMLElement | null | undefined} */ (others.at(-1)?.querySelector("input, textarea"))?.focus();
    }
  });
}

/** Offers the labels of some choices in a list. @param {string} id @param {Iterable<string>} labels */
export const offer = (id, labels) => byId(id).replaceChildren(...[...labels].map((value) => element("option", { value })));

/** Offers the speakers as those whose words a quotation has. One whose name is corrected stays chosen, and so does one that is gone, until another is chosen: whose words they are is never changed by itself. @param {string[]} speakers */
export function offerSpeakers(speakers) {
  const several = [...new Set(speakers)];
  const all = speakers.join("\n");
  for (const select of /** @type {HTMLSelectElement[]} */ (/** @type {unknown} */ (named("by")))) {
    const chosen = select.value;
    const before = (select.dataset.of ?? "").split("\n");
    const isCorrected = chosen && !several.includes(chosen) && before.length === speakers.length;
    const now = isCorrected ? speakers[before.indexOf(chosen)] ?? chosen : chosen;
    select.dataset.of = all;
    while (select.options.length > 1) select.remove(1);
    const offered = now && !several.includes(now) ? [...several, now] : several;
    select.append(...offered.map((value) => element("option", { value }, value)));
    select.value = now;
    /** @type {HTMLElement} */ (select.closest("[data-by]")).hidden = offered.length < 2;
  }
}
