"""Edits of a built chronicle: what is changed, and that the result is that of a clean build."""

import re

import measure

FRONT_MATTER_TITLE = re.compile(r'^title: "(.*)"$', re.MULTILINE)
END_OF_BLOCK = re.compile(r"\{%-?\s*endblock")
TEMPLATE = "themes/default/templates/statement.html"


class Site:
    """A chronicle that is edited, one thing at a time; each edit leaves its mark on the pages."""

    def __init__(self, folder):
        self.folder = folder
        statements = sorted((folder / "content/statements").glob("*/*.md"), key=lambda path: path.name)
        self.statement = statements[len(statements) // 2]
        self.template = folder / TEMPLATE
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
            last = [match.start() for match in END_OF_BLOCK.finditer(text)][-1]
            self.template.write_text(f"{text[:last]}<!-- {mark} -->{text[last:]}", encoding="utf-8")
        elif what != "nothing":
            self.marks[what] = mark
            text = self.before[self.statement]
            if self.marks["title"]:
                text = FRONT_MATTER_TITLE.sub(rf'title: "\1, {self.marks["title"]}"', text, count=1)
            if self.marks["body"]:
                text += f"\nThis paragraph has a {self.marks['body']}.\n"
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
