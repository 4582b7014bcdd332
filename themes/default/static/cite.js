// Copies the reference to a statement in the style that is shown, its address, and its quotations. All of it stands on the
// page: without this script readers select it themselves.
const box = document.getElementById("copy");
const ways = document.getElementById("copy-quotation");

/** The reference to the quotation in a figure: it says whose words they are, of several speakers. @param {Element} figure */
const note = (figure) => document.querySelector(`[data-quotation="${figure.id}"]`)?.getAttribute("data-note") ?? "";

/** What a button copies: as text, and as HTML where that says more. @param {HTMLElement} button @returns {{ text: string, html?: string }} */
function copied(button) {
  const shown = [...document.querySelectorAll(".styles>.citation")].find((one) => getComputedStyle(one).display !== "none");
  const figure = button.closest("figure");
  const words = figure?.querySelector("blockquote")?.innerText.trim() ?? "";
  const link = shown?.querySelector("a:last-of-type")?.textContent ?? location.href.split("#")[0] ?? "";
  const text = shown?.textContent?.trim() ?? "";
  switch (button.dataset.copy) {
    case "citation":
      return { text, html: shown?.innerHTML.trim() ?? "" };
    case "address":
      return { text: link };
    case "quotation":
      return { text: words };
    default: {
      const { open, close } = box?.dataset ?? {};
      return { text: `${open}${words}${close} ${figure ? note(figure) : ""}` };
    }
  }
}

/** @param {{ text: string, html?: string }} what */
async function write({ text, html }) {
  if (!html || !globalThis.ClipboardItem) return navigator.clipboard.writeText(text);
  const blob = (/** @type {string} */ type, /** @type {string} */ part) => new Blob([part], { type });
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
}

/** @param {MouseEvent} event */
async function copy(event) {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  const status = box?.querySelector("[role=status]");
  if (!(button instanceof HTMLElement) || !box || !status) return;
  let said = box.dataset.copied ?? "";
  try {
    await write(copied(button));
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
  } catch {
    said = box.dataset.failed ?? "";
  }
  // Said again, it is another text: what does not change is not announced.
  status.textContent = status.textContent === said ? `${said}\u00a0` : said;
}

if (box && ways instanceof HTMLTemplateElement) {
  box.hidden = false;
  for (const caption of document.querySelectorAll("figure.quotation>figcaption")) {
    caption.append(ways.content.cloneNode(true));
    const figure = caption.parentElement;
    // Those beyond the first have no reference of their own.
    if (!figure || !note(figure)) caption.querySelector("[data-copy=both]")?.remove();
  }
  document.addEventListener("click", copy);
}
