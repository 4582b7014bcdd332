"""Runs a program and says what it took."""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

LAUNCH = pathlib.Path(__file__).resolve().parent / "launch.py"


@dataclasses.dataclass(frozen=True)
class Run:
    """What one run of a program took."""

    wall: float
    """Seconds from start to end."""
    processor: float
    """Seconds of processor time, its own and the system's for it."""
    memory: float
    """Peak resident memory in MiB. That of `launch.py` is the least that can be told (`least_memory`)."""
    others: float
    """Processor time that other programs took meanwhile, as a share of the wall time."""


class Failed(Exception):
    """A program that is measured did not do what it should."""


def busy():
    """Seconds of processor time that this machine has spent since it started."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, idle, wait, *more = map(int, file.readline().split()[1:9])
    return (user + nice + system + sum(more)) / os.sysconf("SC_CLK_TCK")


def run(command, folder, environment=None):
    """Runs a command in a folder to its end, and gives the `Run` and what it printed.

    Raises `Failed` if it does not succeed.
    """
    before = busy()
    with tempfile.TemporaryDirectory() as told:
        took, printed = pathlib.Path(told, "took.json"), pathlib.Path(told, "printed")
        with open(printed, "wb") as output:
            launch = [sys.executable, "-S", "-E", LAUNCH, took, *command]
            subprocess.run(launch, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False,
                           env={**os.environ, **(environment or {})})
        printed = printed.read_text(encoding="utf-8", errors="replace")
        took = json.loads(took.read_text(encoding="ascii")) if took.exists() else {"status": "no start"}
    if took["status"] != 0:
        raise Failed(f"`{' '.join(map(str, command))}` ended with {took['status']}:\n{printed[-3000:]}")
    others = max(0.0, busy() - before - took["processor"]) / took["wall"]
    return Run(took["wall"], took["processor"], took["memory"], others), printed


def least_memory(folder):
    """The smallest peak that can be told: a new process begins as a copy of the one that starts it."""
    return run([sys.executable, "-S", "-E", "-c", ""], folder)[0].memory


def middle(runs, field):
    """The median of a field of several runs."""
    return statistics.median(getattr(one, field) for one in runs)


def output(command, folder=None):
    """What a command prints on its standard output, or nothing if it cannot be run."""
    try:
        ran = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ran.stdout.strip()


def sizes(folder):
    """The size in bytes of every file below a folder, by its path, in order."""
    folder = pathlib.Path(folder)
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = pathlib.Path(parent, name)
            found[path.relative_to(folder).as_posix()] = path.stat().st_size
    return dict(sorted(found.items()))


def say(text):
    """Tells how far the bench has come."""
    print(text, file=sys.stderr, flush=True)
