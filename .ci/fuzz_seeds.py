#!/usr/bin/env python3
"""Writes what the fuzz targets begin with: the files of the tests and of this repository, and what tries to break out.

    .ci/fuzz_seeds.py CORPUS

`fuzz/src/` says in which form each target takes its bytes.
"""

import pathlib
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent

DATES = ["2006-02-02", "2006-02~", "2006?", "200X", "2006-02-XX", "2006-21", "2006-02-01/2006-02-03", "2006/..",
         "../2006", "-0044", "Y17000", "2 February 2006", "February 2, 2006", "02.02.2006"]

HOSTILE = ["@team #12 GH-12 o/r#3 o/r@abcdef1 abcdef1234 &#64;team &commat;team", "[a](b) ![c](d) [e][f] [^1] <img src=x>",
           "`a` ``b`` $c$ ~~d~~ **e** __f__ <!-- --> &lt;b&gt;", "https://example.com www.example.com a@example.com",
           "# a", "- [ ] a", "1. a", "| a | b |", "> [!NOTE]", "---", "\\", "::error::a ##[group]b", "</b></details>",
           "!unknown topic", "[e]: https://example.com", "```", "<script>", "\u202ea\u200bb"]

REQUESTS = ["llocalhost:4000\n/a/%2e%2e/b\n/archive\nhttp://localhost:4000", "l[::1]:4000\n//evil.example/x\n\n",
            "v192.0.2.7:4000\n/.chronicle/events\n\nnull", "l127.0.0.1\n/archive/\n/archive\n", "l127.1@evil.example:1\n*\n\n",
            "l[::ffff:127.0.0.1]\n/\\evil.example\n\n"]


# The line by which `fuzz/src/state.rs` seals files.
SEAL = b"sealed 0 1 2\n"


def files():
    """The files of the chronicles of this repository, each with its path below its site."""
    for site in [REPOSITORY, *sorted(REPOSITORY.glob("tests/golden/*/site"))]:
        for path in [*sorted(site.glob("content/**/*")), site / "site.toml", site / "chronicle.lock"]:
            if path.is_file():
                yield path.relative_to(site), path.read_bytes()


def seeds():
    """The seeds, each with the name of its target."""
    for path, data in files():
        if path.name == "site.toml":
            yield "settings", data
        elif path.name == "chronicle.lock":
            yield "lock", data
        elif path.parts[1] == "sources":
            yield "draft", data
        elif path.suffix == ".md":
            yield "entry", path.parts[1].encode() + b"\n" + data
    yield "draft", (REPOSITORY / "tests/new/report.md").read_bytes()
    for date in DATES:
        yield "date", date.encode()
    for text in HOSTILE:
        yield "review", text.encode() + b"\n" + text.encode()
    yield "review", "\n".join(HOSTILE).encode()
    for request in REQUESTS:
        yield "request", request.encode()
    files_moved = b"0123456789abcdef /\n00000000000000ff /topics/trade/\n"
    for list_moved in [files_moved, files_moved[:-20], b"x /\n", b"0123456789abcdef", b""]:
        yield "state", b"\2" + SEAL + list_moved
    yield "state", b"\0" + SEAL + b"chronicle manifest 3\n0123456789abcdef 4 1 7 /\n"
    # What a build of this repository left, if there was one.
    for path in sorted(REPOSITORY.glob(".chronicle/*.manifest")):
        sealed = SEAL + path.read_bytes().split(b"\n", 1)[1]
        yield "state", b"\0" + sealed
    for path in sorted(REPOSITORY.glob(".chronicle/*.kept")):
        yield "state", b"\1" + b"".join(parts(path.read_bytes()[16:]))


def parts(data):
    """The parts of what a run keeps, as the target takes them: with two bytes of length, and without the hash."""
    while data:
        length = int.from_bytes(data[:8], "little")
        if length > 0xFFFF:
            return
        yield length.to_bytes(2, "little") + data[16:16 + length]
        data = data[16 + length:]


def main():
    corpus = pathlib.Path(sys.argv[1])
    for number, (target, data) in enumerate(seeds()):
        folder = corpus / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"seed-{number}").write_bytes(data)


main()
