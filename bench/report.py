"""The results as Markdown: tables with ratios, and the targets beside what was measured."""

import collections
import statistics

from measure import middle
from search import KINDS

HEAD = """# Benchmarks

Written by `bench/run`; `bench/README.md` says how to repeat it. Compare ratios within one run: absolute times differ
from machine to machine and from hour to hour.
"""

WHAT = {
    "nothing": "nothing changed",
    "body": "one body edited",
    "title": "one title edited",
    "template": "the template of all statements edited",
}
SAME = "Chronicle, same outputs"
"""The row of Chronicle as it makes what the other generators make."""
STAGES = ["read", "parse", "resolve", "render", "commit"]


def table(head, rows):
    """A Markdown table; all columns but the first hold numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines) + "\n"


def seconds(value):
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def spread(values):
    """Median and range."""
    return f"{seconds(statistics.median(values))} ({min(values):.3f}–{max(values):.3f})"


def number(value):
    return f"{value:,}"


def ratio(value):
    return f"{value:.2f} ×" if value < 10 else f"{value:.1f} ×"


def wall(runs):
    return middle(runs, "wall")


def label(name, version):
    """`Chronicle, same outputs` → `Chronicle 0.1.0, same outputs`."""
    program, comma, more = name.partition(",")
    return f"{program} {version}".strip() + comma + more


def machine(results):
    lines = [f"- {text}" for text in results["machine"]]
    runs = [run for size in results["cold"].values() for built in size.values() for run in built["runs"]]
    if runs:
        share = statistics.median(run.others for run in runs)
        lines.append(f"- Other programs took {share:.0%} of one core meanwhile (median of the runs).")
    return "\n## Machine\n\n" + "\n".join(lines) + "\n"


def cold(results):
    """Builds into a fresh folder."""
    text = """
## Cold builds

Into a fresh folder, with nothing kept from an earlier build; the programs take turns. Wall and processor time are
medians, the range of the wall time in parentheses; memory is the highest peak. The floor reads the same inputs and
writes files of the same sizes as Chronicle's, on as many threads, and does nothing else.
"""
    vocabularies = {getattr(corpus, "vocabulary", None) for corpus in results["cold"]}
    if "closed" in vocabularies:
        text += """
The texts are made of a few hundred words (a closed vocabulary), which is kind to every cache.
"""
    if "open" in vocabularies:
        text += """
Texts of the open vocabulary have ever new words and names, as real ones do.
"""
    if results["peers"]:
        text += """
The other generators build the same statements with the templates of `bench/peers/`: a page for each statement, lists
by topic, year and speaker, feeds and a sitemap. Chronicle writes more: pages of topics in years, of months, days and
countries, a Markdown source beside each statement, and JSON-LD.
""" if next(iter(results["cold"])).has_own_templates else """
Hugo builds the same texts with the templates and settings that were brought: compare what both write.
"""
    if results["only"]:
        text += f"""
With the same outputs, Chronicle makes only the kinds that the others make (`--only {','.join(results["only"])}`).
A kind may have more pages than theirs: topics in years, months of years, feeds of people. So compare what was written,
too.
"""
    for corpus, built in results["cold"].items():
        own, same, rows = built["Chronicle"], built.get(SAME), []
        for name, one in built.items():
            runs = one["runs"]
            rows.append([
                label(name, one["version"]),
                f"{spread([run.wall for run in runs])}, {len(runs)} runs",
                seconds(middle(runs, "processor")),
                f"{max(run.memory for run in runs):.0f} MiB" if name != "floor" else "",
                f"{number(one['files'])}, {one['bytes'] / 1e6:.0f} MB",
                ratio(wall(runs) / wall(own["runs"])),
            ])
            if same:
                rows[-1].append("" if name in ("Chronicle", "floor") else ratio(wall(runs) / wall(same["runs"])))
        head = [corpus.title, "wall", "processor", "memory", "written", "wall ÷ Chronicle's",
                *(["wall ÷ same outputs"] if same else [])]
        text += "\n" + table(head, rows)
    return text


def stages(results):
    """Where the time of a cold build goes, as `--timings` says."""
    head = ["stage"] + [corpus.title for corpus in results["stages"]]
    names = dict.fromkeys(STAGES + [name for stages in results["stages"].values() for name in stages])
    rows = [[name] + [seconds(stages.get(name, 0)) for stages in results["stages"].values()] for name in names]
    return "\n## Stages of a cold build\n\nMedians, as `chronicle build --timings=json` says.\n\n" + table(head, rows)


def edited(results):
    """Builds after a build."""
    rows = []
    for what, one in results["edits"]["builds"].items():
        runs = one["runs"]
        rows.append([
            WHAT[what],
            f"{spread([run.wall for run in runs])}, {len(runs)} runs",
            seconds(middle(runs, "processor")),
            f"{max(run.memory for run in runs):.0f} MiB",
            number(one["files"]),
            f"{wall(runs) / results['edits']['cold']:.3f}",
        ])
    head = [results["edits"]["corpus"].title, "wall", "processor", "memory", "files written",
            "wall ÷ cold build"]
    same = "is" if results["edits"]["difference"] is None else f"is NOT (`{results['edits']['difference']}`)"
    return ("\n## Builds after a build\n\nBy a new process, into the folder of the last build. After the last edit, the "
            f"site {same} that of a clean build, byte for byte.\n\n" + table(head, rows))


def served(results):
    one = results["serve"]
    rows = [[WHAT[what], f"{spread(one[what])}, {len(one[what])} edits"] for what in ("body", "title", "template")]
    head = [one["corpus"].title, "from saving until a browser has the page"]
    stale = f"{len(one['stale'])} of them were not (`{one['stale'][0]}`)" if one["stale"] else "all were right"
    return ("\n## Edit to browser\n\n`chronicle serve` has its first page after "
            f"{seconds(one['first page'])} and takes {one['memory']:.0f} MiB. A client listens to its events, as the "
            "browser does, and fetches the edited page when told. An edit of a title changes "
            f"{one['affected']} pages; when the browser was told, {stale}.\n\n" + table(head, rows))


def searched(results):
    """Search, on each corpus."""
    text = """
## Search

The index is what lies below `/search/` but for the page itself; the source is the files of the statements. Of a query, all that a
browser without any of it fetches is counted as sent (`.bin` as it is, text compressed by gzip), with ten rows and their
excerpts; of ten queries of each kind, the median and the most. Milliseconds in a browser are those from the last response to
painted rows in Chromium with the processor four times slower: all queries in one page, typed one after the other. The first
ten are compared with those of SQLite's FTS5 over the same words (head and body are its columns, and weigh the same); titles are found by
three of their words at the mean reciprocal rank that is given, the rarest ones or any.
"""
    rows = collections.defaultdict(list)
    for one in results["search"]:
        for name, value in search_cells(one):
            rows[name].append(value)
    head = ["", *(one["corpus"].title for one in results["search"])]
    return text + "\n" + table(head, [[name, *cells] for name, cells in rows.items()])


def search_cells(one):
    """Each measure of search on a corpus, with its name."""
    with_it, without = one["builds"]["with"], one["builds"]["without"]
    yield "cold build without search", spread([run.wall for run in without])
    yield "with", f"{spread([run.wall for run in with_it])}, {ratio(wall(with_it) / wall(without))}"
    yield "memory without and with", (f"{middle(without, 'memory'):.0f} and {middle(with_it, 'memory'):.0f} MiB, "
                                      f"{ratio(middle(with_it, 'memory') / middle(without, 'memory'))}")
    yield "index", f"{number(one['files'])} files, {one['bytes'] / 1e6:.1f} MB, {one['bytes'] / one['source']:.1%} of the source"
    edits = one["edits"]
    yield "one body edited", f"{spread([run.wall for run in edits['runs']])}, {wall(edits['runs']) / wall(with_it):.3f} of cold"
    yield "files of the index that it changes", ", ".join(f"{many} ({many / one['files']:.1%})" for many in edits["changed"])
    for kind in KINDS if one["queries"] else []:
        sent = [query["bytes"] for query in one["queries"][kind]]
        yield f"a query: {kind}", f"{statistics.median(sent) / 1e3:.0f} KB, most {max(sent) / 1e3:.0f}"
    if one["times"]:
        first, *others = [query["ms"] for query in one["times"]]
        yield "rows in a browser", f"median {statistics.median(others):.0f} ms, first query {first:.0f}, worst {max(others):.0f}"
    if found := one["relevance"]:
        if found["overlap"]:
            parts = ", ".join(f"{kind} {share:.2f}" for kind, share in found["overlap"].items())
            yield "first ten as by `bm25`", f"{found['all']:.2f}: {parts}"
        for known_by, rank in found["known"].items():
            yield f"three words of a title, {known_by}", f"{rank:.2f}"


def search_targets(one, row):
    """The targets of search, where the corpus has any."""
    limits = {10_000: (150, 0.03), 100_000: (300, 0.01)}.get(one["corpus"].statements)
    if not limits or getattr(one["corpus"], "vocabulary", None) != "open":
        return
    with_it, without = one["builds"]["with"], one["builds"]["without"]
    at = f"at {number(one['corpus'].statements)}"
    share = lambda value: f"{value:.1%}"
    row(f"build with search ÷ without {at}", 1.5, wall(with_it) / wall(without), ratio)
    row(f"memory with search ÷ without {at}", 1.5, middle(with_it, "memory") / middle(without, "memory"), ratio)
    row(f"index of search ÷ source {at}", 0.4, one["bytes"] / one["source"], share)
    row(f"files of the index changed by one edit {at}", limits[1], max(one["edits"]["changed"]) / one["files"], share)
    row(f"one body edited ÷ cold build, with search {at}", 0.15, wall(one["edits"]["runs"]) / wall(with_it),
        lambda value: f"{value:.3f}")
    if one["queries"]:
        most = max(query["bytes"] for queries in one["queries"].values() for query in queries)
        row(f"bytes of any query {at}", limits[0] * 1e3, most, lambda value: f"{value / 1e3:.0f} KB")
    if one["times"]:
        row(f"rows in a browser, median {at}", 0.150, statistics.median(query["ms"] for query in one["times"][1:]) / 1e3, seconds)


def tool(results):
    one = results["tool"]
    rows = [["clean release build", seconds(one["build"])], ["binary", f"{one['binary'] / 1e6:.1f} MB"],
            ["crates in it, with those that build it", one["crates"]]]
    return "\n## The program itself\n\n" + table(["", ""], rows)


def targets(results):
    """Each target whose measure was taken."""
    rows = []

    def row(what, limit, value, form, more=False):
        met = value >= limit if more else value <= limit
        rows.append([what, f"{'≥' if more else '≤'} {form(limit)}", form(value), "yes" if met else "**no**"])

    builds = {corpus.statements: built for corpus, built in results["cold"].items() if corpus.has_targets}
    at_10_000 = lambda part: results[part] and results[part]["corpus"].has_targets and (
        results[part]["corpus"].statements == 10_000)
    for size, built in builds.items():
        own = built["Chronicle"]["runs"]
        memory = max(run.memory for run in own)
        if size == 10_000:
            row("cold build of 10,000 ÷ floor", 3.0, wall(own) / wall(built["floor"]["runs"]), ratio)
        if size == 100_000:
            if 10_000 in builds:
                row("cold build of 100,000 ÷ of 10,000", 11.0, wall(own) / wall(builds[10_000]["Chronicle"]["runs"]), ratio)
            row("memory at 100,000", 600, memory, lambda value: f"{value:.0f} MiB")
        for name in results["peers"]:
            if name in built and size >= 10_000:
                theirs = built[name]["runs"]
                row(f"{name} ÷ Chronicle at {number(size)}", 10, wall(theirs) / wall(own), ratio, more=True)
                if SAME in built:
                    same = wall(theirs) / wall(built[SAME]["runs"])
                    row(f"{name} ÷ Chronicle at {number(size)}, same outputs", 10, same, ratio, more=True)
                row(f"memory ÷ {name}'s at {number(size)}", 1 / 8, memory / max(run.memory for run in theirs),
                    lambda value: f"{value:.3f}")
    if at_10_000("edits"):
        for what, limit in (("nothing", 0.10), ("body", 0.15)):
            share = wall(results["edits"]["builds"][what]["runs"]) / results["edits"]["cold"]
            row(f"{WHAT[what]} ÷ cold build", limit, share, lambda value: f"{value:.3f}")
    if at_10_000("serve"):
        row("edit to browser, median", 0.080, statistics.median(results["serve"]["body"]), seconds)
    for one in results["search"]:
        search_targets(one, row)
    if results["tool"]:
        row("binary", 15e6, results["tool"]["binary"], lambda value: f"{value / 1e6:.1f} MB")
        row("clean release build on 2 cores", 240, results["tool"]["build"], seconds)
    if not rows:
        return ""
    return "\n## Targets\n\n" + table(["what", "target", "measured", "met"], rows)


def markdown(results):
    text = HEAD + machine(results) + targets(results)
    for part, section in (("cold", cold), ("stages", stages), ("edits", edited), ("serve", served), ("search", searched),
                          ("tool", tool)):
        if results[part]:
            text += section(results)
    if results["left out"]:
        text += "\n## Left out\n\n" + "".join(f"- {reason}\n" for reason in results["left out"])
    return text
