// Words that complete what is being typed, below the field.

import { completions } from "./find.js";
import { parse } from "./query.js";
import { element } from "./view.js";

/** @param {import("./library.js").Library} library @param {HTMLInputElement} field @param {HTMLElement} list
 * @param {() => void} submit */
export function completing(library, field, list, submit) {
  let turn = 0;
  let at = -1;
  const items = () => /** @type {HTMLElement[]} */ ([...list.children]);

  function close() {
    turn++;
    at = -1;
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} next */
  function choose(next) {
    at = next;
    items().forEach((item, place) => item.setAttribute("aria-selected", `${place === at}`));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", items()[at].id);
  }

  /** @param {HTMLElement} item */
  function take(item) {
    field.value = field.value.replace(/[\p{L}\p{N}\p{M}]+$/u, () => item.dataset.word ?? "");
    close();
    submit();
  }

  async function offer() {
    const own = ++turn;
    const begun = parse(field.value, true).clauses.filter(({ kind }) => kind === "prefix").pop();
    const words = begun ? await completions(library, begun.words[0]).catch(() => []) : [];
    if (own !== turn || document.activeElement !== field) return;
    if (!words.length) return close();
    list.replaceChildren(...words.map(([word, count], place) =>
      element("li", { role: "option", id: `completion-${place}`, "data-word": word, "aria-selected": "false" }, element("bdi", {}, word), " ", element("small", {}, `${count}`)),
    ));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    choose(-1);
  }

  field.addEventListener("input", offer);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const many = items().length;
    if (!many || event.isComposing) return;
    if (event.key === "ArrowDown") choose(at + 1 < many ? at + 1 : -1);
    else if (event.key === "ArrowUp") choose(at < 0 ? many - 1 : at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) take(items()[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    const item = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[role=option]"));
    // The field keeps the focus.
    event.preventDefault();
    if (item) take(item);
  });
  return { close };
}
