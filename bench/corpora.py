"""What is built: the bench's own corpus, in a size and a vocabulary, or a site that somebody brings."""

import dataclasses
import pathlib
import re
import shutil
import subprocess
import sys

import edits
import measure

BENCH = pathlib.Path(__file__).resolve().parent
DEFAULT_THEME = BENCH.parent / "themes/default"
INPUTS = ["site.toml", "chronicle.lock", "content", "static", "templates", "themes", "wording"]
"""What Chronicle reads of a site."""
NOT_HUGO = shutil.ignore_patterns(".git", ".hugo_build.lock")
USUAL = 5_000
"""About how many bytes a statement of the bench's own corpus has."""


@dataclasses.dataclass(frozen=True)
class Generated:
    """The bench's own corpus; the same size and vocabulary is the same in every run."""

    statements: int
    vocabulary: str
    dialects = ("chronicle", "hugo", "eleventy", "zola")
    has_own_templates = True
    """Whether other generators build it with the templates of `peers/`."""

    @property
    def title(self):
        more = "" if self.vocabulary == "closed" else f", {self.vocabulary} vocabulary"
        return f"{self.statements:,} statements{more}"

    @property
    def key(self):
        return f"{self.vocabulary}-{self.statements}"

    @property
    def has_targets(self):
        """Targets are of the corpus that all numbers so far were taken with."""
        return self.vocabulary == "closed"

    @property
    def least_files(self):
        """A program that writes fewer has failed, whatever it says."""
        return self.statements

    @property
    def scale(self):
        return self.statements

    def write(self, dialect, folder):
        # By a process of its own: what this one uses, the programs it starts seem to use as well.
        subprocess.run([sys.executable, "-B", BENCH / "corpus.py", "--statements", str(self.statements),
                        "--vocabulary", self.vocabulary, "--for", dialect, folder], check=True)


class Brought:
    """A site that somebody brings, and perhaps the same texts for Hugo. Both are copied, never built where they are."""

    key = "site"
    has_targets = False
    has_own_templates = False
    least_files = 1

    def __init__(self, site, hugo):
        self.folders = {"chronicle": site.resolve()} | ({"hugo": hugo.resolve()} if hugo else {})
        self.dialects = tuple(self.folders)
        texts = edits.statements(self.folders["chronicle"])
        self.statements = len(texts)
        self.title = f"`{self.folders['chronicle'].name}`, {self.statements:,} statement{'s'[:self.statements != 1]}"
        self.scale = max(self.statements, sum(path.stat().st_size for path in texts) // USUAL)
        """As many statements of the bench's own corpus are about as large."""

    def write(self, dialect, folder):
        source = self.folders[dialect]
        if dialect == "hugo":
            # Links may lead out of the folder, to texts that both sites share.
            shutil.copytree(source, folder, ignore=NOT_HUGO, ignore_dangling_symlinks=True)
            return
        folder.mkdir()
        for name in INPUTS:
            if (source / name).is_dir():
                shutil.copytree(source / name, folder / name, symlinks=True)
            elif (source / name).is_file():
                shutil.copyfile(source / name, folder / name)
        if edits.template(folder) is None:
            # One of the templates is edited, so the theme must be in the folder.
            shutil.copytree(DEFAULT_THEME, folder / "themes/default", dirs_exist_ok=True)


def brought(site, hugo):
    """A site that somebody brings; raises `Failed` if the folders are not what they should be."""
    if not (site / "site.toml").is_file():
        raise measure.Failed(f"`{site}` is no site of Chronicle: it has no `site.toml`")
    if hugo and not any(re.fullmatch(r"(hugo|config)\.(toml|ya?ml|json)|config", path.name) for path in hugo.glob("*")):
        raise measure.Failed(f"`{hugo}` is no site of Hugo: it has no `hugo.toml`")
    return Brought(site, hugo)
