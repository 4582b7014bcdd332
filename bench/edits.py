"""Edits of a built chronicle: what is changed, and that the result is that of a clean build."""

import pathlib
import re

import measure

FRONT_MATTER_TITLE = re.compile(r"""^title: +(?:"(.+)"|'(.+)'|(?![>|&*\["'])(.+))$""", re.MULTILINE)
NOT_SHOWN = re.compile(r"^(?:withdrawn|draft):", re.MULTILINE)
LONGEST_TITLE = 100
"""An edited title must not be too long."""
END_OF_BLOCK = re.compile(r"\{%-?\s*endblock")
TEMPLATE = "templates/statement.html"


def statements(folder):
    """The files of all statements, by their names."""
    return sorted((folder / "content/statements").glob("**/*.md"), key=lambda path: path.name)


def template(folder):
    """The template of all statements: the site's own or that of a theme in its folder; nothing if there is none."""
    settings = (folder / "site.toml").read_text(encoding="utf-8")
    named = re.search(r"""^theme *= *["']([^"']+)["']""", settings, re.MULTILINE)
    places = [folder / TEMPLATE, folder / "themes" / (named.group(1) if named else "default") / TEMPLATE]
    return next(filter(pathlib.Path.is_file, [*places, *sorted((folder / "themes").glob(f"*/{TEMPLATE}"))]), None)


def is_editable(path):
    """Whether a statement is shown, and its title is one line and has room for more words."""
    text = path.read_text(encoding="utf-8")
    matter = text.split("\n---", 1)[0]
    title = FRONT_MATTER_TITLE.search(matter)
    return title is not None and len(title.group(0)) <= LONGEST_TITLE and not NOT_SHOWN.search(matter)


class Site:
    """A chronicle that is edited, one thing at a time; each edit leaves its mark on the pages."""

    def __init__(self, folder):
        self.folder = folder
        found = statements(folder)
        middle = len(found) // 2
        self.statement = next(filter(is_editable, found[middle:] + found[:middle]), None)
        if self.statement is None:
            raise measure.Failed("there is no statement to edit whose title stands in one line, with room for more")
        self.template = template(folder)
        self.before = {path: path.read_text(encoding="utf-8") for path in (self.statement, self.template)}
        self.marks = {"body": "", "title": ""}
        self.count = 0

    def page(self):
        """The address of the edited statement, below the site's."""
        return f"statements/{self.statement.stem}/"

    def edit(self, what):
        """Edits a `body`, `title` or `template`, or `nothing`; gives the text that pages then have."""
        self.count += 1
        mark = f"{what} {self.count:04d} edited"
        if what == "template":
            text = self.before[self.template]
            last = [len(text), *(match.start() for match in END_OF_BLOCK.finditer(text))][-1]
            self.template.write_text(f"{text[:last]}<!-- {mark} -->{text[last:]}", encoding="utf-8")
        elif what != "nothing":
            self.marks[what] = mark
            text = self.before[self.statement]
            if self.marks["title"]:
                # Before the quotation mark at its end, if there is one.
                title = FRONT_MATTER_TITLE.search(text)
                end = next(title.end(group) for group in (1, 2, 3) if title.group(group) is not None)
                text = f"{text[:end]}, {self.marks['title']}{text[end:]}"
            if self.marks["body"]:
                text = text.rstrip("\n") + f"\n\nThis paragraph has a {self.marks['body']}.\n"
            self.statement.write_text(text, encoding="utf-8")
        return mark

    def restore(self):
        """Everything as it was before the first edit."""
        for path, text in self.before.items():
            path.write_text(text, encoding="utf-8")


def difference(folder, clean):
    """The first file that two builds do not have in common, byte for byte; nothing if they are the same."""
    sizes, expected = measure.sizes(folder), measure.sizes(clean)
    for path in sorted(sizes.keys() | expected.keys()):
        if sizes.get(path) != expected.get(path) or (folder / path).read_bytes() != (clean / path).read_bytes():
            return path
    return None


def pages_with(folder, mark):
    """The pages of a built site that have a text, by their addresses below the site's."""
    found = []
    for path in measure.sizes(folder):
        if path.endswith(".html") and mark.encode() in (folder / path).read_bytes():
            found.append(path.removesuffix("index.html"))
    return found
