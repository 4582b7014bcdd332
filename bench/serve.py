"""`chronicle serve`: the time from saving a file until a browser would have the new page."""

import contextlib
import http.client
import re
import socket
import subprocess
import threading
import time

import dialects
import edits
import measure

SOURCE = re.compile(r"""EventSource\(\s*[`"']([^`"']+)[`"']""")
SCRIPT = re.compile(r"""<script[^>]*\ssrc=["']?(/[^"'\s>]+)""")
START = 120
"""Seconds that the first page may take."""
PATIENCE = 30
"""Seconds that an edit may take."""
REST = 1.0
"""Seconds between edits."""


def available(binary):
    """Whether this Chronicle can serve."""
    return measure.output([binary, "serve", "--help"]) is not None


def fetch(port, path):
    """The status and text of a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", errors="replace")
    except OSError:
        return 0, ""
    finally:
        connection.close()


def find_events(port, page):
    """The address of the server-sent events, as the served page or one of its scripts names it."""
    texts = [page]
    for script in SCRIPT.findall(page):
        texts.append(fetch(port, script)[1])
    found = next((match for text in texts for match in SOURCE.findall(text)), None)
    if found is None:
        raise measure.Failed("no served page names an `EventSource`: say its address with `--events`")
    return found


class Events(threading.Thread):
    """Listens to server-sent events, as a browser does."""

    def __init__(self, port, path):
        super().__init__(daemon=True)
        self.arrived = threading.Event()
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.connection.request("GET", path, headers={"Accept": "text/event-stream"})
        self.answer = self.connection.getresponse()
        kind = self.answer.getheader("Content-Type") or ""
        if self.answer.status != 200 or not kind.startswith("text/event-stream"):
            raise measure.Failed(f"`{path}` is no stream of events: {self.answer.status} {kind}")

    def run(self):
        # A comment line keeps the connection open and says nothing.
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError, AttributeError):
            while line := self.answer.readline():
                if line.startswith((b"data", b"event")):
                    self.arrived.set()


def wait_for(events, port, path, mark, started):
    """Seconds from `started` until, after an event, the page has the text."""
    events.arrived.wait(PATIENCE)
    while time.perf_counter() - started < PATIENCE:
        # Should the event come before the page can be fetched, the page is asked for again.
        if mark in fetch(port, path)[1]:
            return time.perf_counter() - started
        time.sleep(0.001)
    raise measure.Failed(f"`{path}` does not show the edit after {PATIENCE} s")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def peak(process):
    """Peak resident memory of a running process, in MiB."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def measure_edits(binary, folder, clean, repeats, events_path=None):
    """Serves a chronicle, edits it, and gives seconds for each kind of edit, and whether all pages were right.

    `clean` is a folder for a build of the edited chronicle, by which every page that has the edit is checked.
    """
    port, site = free_port(), edits.Site(folder)
    path = "/" + site.page()
    result = {"body": [], "title": [], "template": []}
    log = folder.parent / "serve-log"
    with open(log, "wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen([binary, "serve", "--root", folder, "--port", str(port),
                                    f"--base-url={dialects.BASE_URL}/"], cwd=folder,
                                   stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        while (answer := fetch(port, path))[0] != 200:
            if process.poll() is not None or time.perf_counter() - started > START:
                raise measure.Failed(f"`chronicle serve` shows no page:\n{log.read_text()[-3000:]}")
            time.sleep(0.02)
        result["first page"] = time.perf_counter() - started
        events = Events(port, events_path or find_events(port, answer[1]))
        events.start()
        for what in ["body", "title"] * repeats + ["template"] * repeats:
            time.sleep(REST)
            events.arrived.clear()
            saved = time.perf_counter()
            mark = site.edit(what)
            result[what].append(wait_for(events, port, path, mark, saved))
        result["memory"] = peak(process)
        result["affected"], result["stale"] = stale_pages(binary, folder, clean, site, (port, events))
    finally:
        site.restore()
        process.terminate()
        process.wait()
    return result


def stale_pages(binary, folder, clean, site, served):
    """How many pages an edit of the title changes, and those that are served without it when the browser is told."""
    measure.run([binary, "build", "--root", folder, "--output", clean], folder)
    affected = edits.pages_with(clean, site.marks["title"])
    port, events = served
    time.sleep(REST)
    events.arrived.clear()
    saved = time.perf_counter()
    mark = site.edit("title")
    wait_for(events, port, "/" + site.page(), mark, saved)
    return len(affected), [path for path in affected if mark not in fetch(port, "/" + path)[1]]
