"""What search costs: to build, to keep, to change, and to ask."""

import contextlib
import json
import pathlib
import re
import shutil
import sqlite3
import statistics

import corpora
import edits
import measure

BENCH = pathlib.Path(__file__).resolve().parent
KINDS = ["rare", "frequent", "two words", "phrase", "prefix", "four frequent"]
"""The kinds of queries, as `search.mjs` has them."""
LARGE = 20_000
"""More statements than this are built twice at most."""


def wanted(options):
    """The corpora to measure search on: those of the open vocabulary, since the closed one has too few words; or a site that
    is brought."""
    if options.site:
        return options.corpora
    found = [corpus for corpus in options.corpora if corpus.vocabulary == "open"]
    if not found:
        return [corpora.Generated(options.corpora[0].statements, "open")]
    if options.sizes:
        found = [corpus for corpus in found if corpus.statements in options.sizes] or found
    return sorted(found, key=lambda corpus: corpus.statements)


@contextlib.contextmanager
def turned_off(folder):
    """A site whose settings turn search off, until the end of the block."""
    path = folder / "site.toml"
    text = path.read_text(encoding="utf-8")
    off = re.sub(r"^search *=.*\n", "", text, flags=re.MULTILINE)
    off, found = re.subn(r"^\[outputs\]\s*?$", "[outputs]\nsearch = false", off, count=1, flags=re.MULTILINE)
    path.write_text(off if found else f"{off}\n[outputs]\nsearch = false\n", encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def index(output):
    """The files of the index in a built site, by their paths; nothing if there is none."""
    if not (output / "search/index.json").is_file():
        return {}
    return {path: size for path, size in measure.sizes(output / "search").items() if not path.endswith((".html", ".xml"))}


def of(bench, corpus):
    """All measures of search on a corpus; nothing if the program makes no index."""
    output, folder = bench.work / "searched", bench.folder("chronicle", corpus)
    repeats = bench.options.repeats if corpus.scale <= LARGE else min(2, bench.options.repeats)
    builds = {"with": [], "without": []}
    for turn in range(repeats):
        measure.say(f"builds of {corpus.title} with search and without, {turn + 1} of {repeats}")
        with turned_off(folder):
            builds["without"].append(bench.cold_build(bench.chronicle, corpus, output)[0])
        builds["with"].append(bench.cold_build(bench.chronicle, corpus, output)[0])
    files = index(output)
    if not files:
        bench.left_out.append(f"Search on {corpus.title}: this Chronicle makes no index.")
        return None
    measured = {
        "corpus": corpus,
        "builds": builds,
        "files": len(files),
        "bytes": sum(files.values()),
        "source": sum(path.stat().st_size for path in edits.statements(folder)),
        "edits": edited(bench, corpus, output, repeats),
        "queries": asked(bench, output),
        "times": timed(bench, output),
        "relevance": judged(bench, corpus, output),
    }
    shutil.rmtree(output)
    return measured


def edited(bench, corpus, output, repeats):
    """Builds after edits of one body each, and how many files of the index each of them changed."""
    folder = bench.folder("chronicle", corpus)
    site = edits.Site(folder)
    runs, changed = [], []
    for turn in range(repeats):
        measure.say(f"edits of {corpus.title}, {turn + 1} of {repeats}")
        before = {path: (output / "search" / path).read_bytes() for path in index(output)}
        site.edit("body")
        runs.append(bench.build(bench.chronicle, corpus, output)[0])
        after = index(output)
        changed.append(sum(before.get(path) != (output / "search" / path).read_bytes() for path in after)
                       + len(before.keys() - after.keys()))
    site.restore()
    return {"runs": runs, "changed": changed}


def asked(bench, output):
    """What queries fetch, by their kinds; nothing where there is no Node."""
    if not shutil.which("node"):
        bench.left_out.append("Bytes of queries: there is no Node.")
        return None
    measure.say("queries")
    found = {kind: [] for kind in KINDS}
    for line in measure.run(["node", BENCH / "search.mjs", output], BENCH)[1].splitlines():
        query = json.loads(line)
        found[query["kind"]].append(query)
    if not all(found.values()):
        raise measure.Failed(f"there are no queries of a kind: {[kind for kind, some in found.items() if not some]}")
    return found


def timed(bench, output):
    """How long a browser takes from the last response to painted rows; nothing where there is none to be driven."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser or not shutil.which("node") or not (BENCH.parent / "tests/browser/node_modules").is_dir():
        bench.left_out.append("Search in a browser: there is no Chromium, or not what drives it (`npm ci --ignore-scripts` "
                              "in tests/browser).")
        return None
    measure.say("queries in a browser")
    printed = measure.run(["node", BENCH / "search_times.mjs", output, browser], BENCH)[1]
    return [json.loads(line) for line in printed.splitlines()]


def judged(bench, corpus, output):
    """How many of the first ten statements are those of SQLite's `bm25` for the same words, by kinds of queries; and the mean
    reciprocal rank at which titles are found by three of their words. Nothing where it would take long, or cannot be known."""
    if corpus.scale > LARGE or not shutil.which("node"):
        return None
    measure.say("relevance")
    database = sqlite3.connect(":memory:")
    try:
        database.execute("create virtual table texts using fts5(head, body)")
    except sqlite3.OperationalError:
        bench.left_out.append("Relevance: the SQLite of this Python has no FTS5.")
        return None
    words = lambda numbers: " ".join(f"w{number}" for number in numbers)
    statements, overlaps, places = 0, {}, {}
    for line in measure.run(["node", BENCH / "relevance.mjs", output], BENCH)[1].splitlines():
        said = json.loads(line)
        if "head" in said:
            database.execute("insert into texts(rowid, head, body) values (?, ?, ?)",
                             (statements, words(said["head"]), words(said["body"])))
            statements += 1
        elif "kind" in said:
            query = "select rowid from texts where texts match ? order by bm25(texts) limit 10"
            first = [row for row, in database.execute(query, (words(said["words"]),))]
            # Where fewer have all words, both find the same.
            if len(first) == 10:
                overlaps.setdefault(said["kind"], []).append(len(set(first) & set(said["found"])) / 10)
        else:
            places.setdefault(said["known_by"], []).append(1 / said["place"] if said["place"] else 0)
    return {"overlap": {kind: statistics.mean(some) for kind, some in overlaps.items()},
            "all": statistics.mean(one for some in overlaps.values() for one in some) if overlaps else None,
            "known": {known_by: statistics.mean(some) for known_by, some in places.items()}}
