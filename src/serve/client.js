"use strict";
(() => {
  const script = document.currentScript;
  const own = script.dataset.hash;
  const place = "chronicle:scroll:" + location.pathname;
  let panel;

  const seen = sessionStorage.getItem(place);
  if (seen !== null) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo(0, Number(seen)));
  }

  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  // Whether this page is another now; only then is it loaded again.
  const look = async () => {
    try {
      const answer = await fetch("/.chronicle/page?path=" + encodeURIComponent(location.pathname), { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== own) reload();
    } catch {
      // The server is gone; the event source tries again.
    }
  };

  const show = (findings) => {
    if (!findings) {
      panel?.remove();
      panel = undefined;
      return;
    }
    if (!panel) {
      panel = document.createElement("section");
      panel.id = "chronicle-findings";
      panel.setAttribute("role", "alert");
      panel.style.cssText =
        "position:fixed;inset:0;z-index:2147483647;overflow:auto;margin:0;padding:2rem;background:#1b1b1bf2;color:#f4f4f4;";
      const text = document.createElement("pre");
      text.style.cssText = "font:14px/1.45 ui-monospace,monospace;white-space:pre-wrap;direction:ltr;text-align:left;margin:0;background:none;color:inherit;border:0;";
      panel.append(text);
      document.body.append(panel);
    }
    panel.firstChild.textContent = findings;
  };

  const restyle = (styles) => {
    for (const [from, to] of styles) {
      for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
        if (new URL(link.href).pathname !== from) continue;
        // It is the hash of the style sheet before.
        link.removeAttribute("integrity");
        link.href = to;
      }
    }
  };

  const events = new EventSource("/.chronicle/events");
  events.addEventListener("hello", look);
  events.addEventListener("changed", look);
  events.addEventListener("styles", (event) => restyle(JSON.parse(event.data)));
  events.addEventListener("findings", (event) => show(JSON.parse(event.data)));
})();
