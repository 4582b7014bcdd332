"""The machine that is measured on: what it is, and where there is room to build."""

import contextlib
import datetime
import os
import pathlib
import platform
import shutil

import measure

NEEDED = {"cold": 60_000, "peers": 30_000, "edits": 110_000, "serve": 80_000, "search": 80_000, "tool": 0}
"""Bytes that a part writes for each statement, at most."""
TOOL = 2 << 30
"""Bytes that a clean build of the program writes, at most."""


def room(parts, corpora, searched, tools):
    """Memory, if what is built fits there with some to spare; else a folder on the disk.

    All parts but the cold builds and search, which has its own, are of the first corpus.
    """
    memory = pathlib.Path("/dev/shm")
    of = {"cold": corpora, "search": searched}
    scale = lambda part: max(corpus.scale for corpus in of.get(part, corpora[:1]))
    needed = max((NEEDED[part] * scale(part) for part in parts), default=0)
    needed = max(needed, TOOL if "tool" in parts else 0)
    with contextlib.suppress(OSError), open("/proc/meminfo", encoding="ascii") as info:
        free = next(int(line.split()[1]) * 1024 for line in info if line.startswith("MemAvailable"))
        if min(shutil.disk_usage(memory).free, free - (4 << 30)) > needed:
            return memory
    measure.say(f"{needed >> 30} GiB have no room in memory: the disk is measured as well")
    return tools


def description(repository, work):
    """What the numbers were taken on, in sentences."""
    commit = measure.output(["git", "rev-parse", "--short", "HEAD"], repository)
    changed = measure.output(["git", "status", "--porcelain", "--untracked-files=no"], repository)
    today = datetime.datetime.now(datetime.timezone.utc).date()
    versions = [measure.output(["rustc", "--version"]), f"Python {platform.python_version()}"]
    if node := measure.output(["node", "--version"]):
        versions.append(f"Node {node.removeprefix('v')}")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    kind = measure.output(["stat", "--file-system", "--format=%T", work])
    return [
        f"{today}" + (f", commit {commit}{' with changes' if changed else ''}." if commit else "."),
        f"{len(os.sched_getaffinity(0))} cores ({processor()}), {memory:.0f} GiB of memory, "
        f"{platform.system()} {platform.release()}; the files are on {kind}.",
        f"{', '.join(filter(None, versions))}.",
        f"Peaks of memory below {measure.least_memory(work):.0f} MiB cannot be told.",
    ]


def processor():
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
