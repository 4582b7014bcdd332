"""Compares the references of built sites in their three formats, as other programs read them. Used by
`.ci/validate-citations`."""

import json
import pathlib
import re
import sys

import jsonschema
import pybtex.database
import rispy

# What the texts of a `.bib` have in place of what TeX would take for a command.
COMMANDS = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
} | {"\\" + mark: mark for mark in "&%$#_"}
COMMAND = re.compile("|".join(re.escape(command) for command in COMMANDS))


def plain(text):
    """A text of a `.bib` as it is printed."""
    inner = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    return COMMAND.sub(lambda found: COMMANDS[found[0]], inner)


def without_commas(name):
    return re.sub("[,،]", "", name)


def inverted(person):
    """A name of CSL-JSON as RIS has it."""
    if "literal" in person:
        return without_commas(person["literal"]) + ","
    particle, dropping = person.get("non-dropping-particle", ""), person.get("dropping-particle", "")
    family = f"{particle} {person['family']}".strip()
    given = f"{person.get('given', '')} {dropping}".strip()
    return f"{without_commas(family)}, {without_commas(given)}"


def in_bib(person):
    """A person of pybtex in the same way."""
    last = " ".join(person.prelast_names + person.last_names)
    first = " ".join(person.first_names + person.middle_names)
    if not first:
        return without_commas(plain(last)) + ","
    return f"{without_commas(plain(last))}, {without_commas(plain(first))}"


def read_by_pybtex(bib):
    """The fields and names of all entries, without the type, which is a key of entries in its YAML."""
    entries = {}
    for key, entry in bib.entries.items():
        names = {role: [str(person) for person in people] for role, people in entry.persons.items()}
        entries[key] = ({name: value for name, value in entry.fields.items() if name != "type"}, names)
    return entries


def first_day(issued):
    """The date of CSL-JSON as RIS has it, as far as it has numbers."""
    parts = issued.get("date-parts", [[]])[0]
    return "/".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts))


def problems(beside, validator):
    """What is wrong with the three files of one name."""
    text = {end: beside.with_suffix(end).read_text(encoding="utf-8") for end in (".json", ".ris", ".bib")}
    items = json.loads(text[".json"])
    for error in validator.iter_errors(items):
        yield f"not CSL-JSON: {error.json_path}: {error.message}"
    ris = rispy.loads(text[".ris"])
    if rispy.loads(rispy.dumps(ris)) != ris:
        yield "RIS: other entries after a round trip"
    bib = pybtex.database.parse_string(text[".bib"], "bibtex")
    # Written as BibTeX, pybtex would escape what is escaped already.
    again = pybtex.database.parse_string(bib.to_string("yaml"), "yaml")
    if read_by_pybtex(again) != read_by_pybtex(bib):
        yield "BibLaTeX: other entries after a round trip"
    ids = [item["id"] for item in items]
    if [entry["id"] for entry in ris] != ids:
        yield "RIS: other entries than CSL-JSON has"
    if list(bib.entries) != ids:
        yield "BibLaTeX: other entries than CSL-JSON has"
    for item, entry in zip(items, ris):
        other = bib.entries[item["id"]]
        fields = {name: plain(value) for name, value in other.fields.items()}
        authors = [inverted(person) for person in item.get("author", [])]
        for what, expected, found in (
            ("title", item["title"], entry["title"]),
            ("title", item["title"], fields["title"]),
            ("speakers", authors, entry.get("authors", [])),
            ("speakers", authors, [in_bib(person) for person in other.persons.get("author", [])]),
            ("address", item["URL"], entry["urls"][0]),
            ("address", item["URL"], fields["url"]),
            ("language", item["language"], entry["language"]),
            ("genre", item["genre"], entry["type_of_work"]),
            # Neither an article nor what is online has a type in BibLaTeX.
            ("genre", item["genre"], fields.get("type", item["genre"])),
            ("abstract", item.get("abstract"), entry.get("abstract")),
            ("abstract", item.get("abstract"), fields.get("abstract")),
            ("place", item.get("event-place", ""), entry.get("place_published", "")),
            ("topics", item.get("keyword", ""), ", ".join(entry.get("keywords", []))),
        ):
            if expected != found:
                yield f"{item['id']}: {what}: {found!r} is not {expected!r}"
        if "date-parts" in item["issued"] and not entry["date"].startswith(first_day(item["issued"])):
            yield f"{item['id']}: date: {entry['date']!r} is not {item['issued']!r}"


def main(schema, folders):
    validator = jsonschema.Draft7Validator(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
    looked_at, found = 0, 0
    for folder in map(pathlib.Path, folders):
        for beside in sorted([*folder.rglob("cite.json"), *folder.glob("data/statements*.json")]):
            looked_at += 1
            for problem in problems(beside, validator):
                found += 1
                print(f"{beside}: {problem}")
    print(f"{looked_at} files with references, {found} problems")
    if found or not looked_at:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
