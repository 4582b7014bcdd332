"""Checks the JSON Schemas of the content model against real records. Used by `.ci/validate-schemas`."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

KINDS = {
    "statement": "statements",
    "person": "people",
    "organization": "organizations",
    "topic": "topics",
    "place": "places",
    "event": "events",
    "page": "pages",
}

# The parser's own examples: what a date may be, and what it may not.
DATES = ["2006-02-02", "2006-02", "2006", 2006, "2006-02~", "2006?", "2006%", "2006-02-01/2006-02-03", "2006/..",
         "../2006", "/2006", "2006/", "2006-02-XX", "2006-XX", "2006-XX-XX", "200X", "20XX", "2006-21"]
NO_DATES = ["", "2 February 2006", "2006-13", "2006-02-32", "2006-2-2", "02.02.2006", "2006-21-01", "..", "/", "../..",
            "2006//2007", "2006-02-02T10:00", 12, None, ["2006"]]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and only `true` and `false` are truth values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def front_matter(path):
    """The front matter of a record."""
    return yaml.load(re.split(r"^---\s*$", path.read_text("utf-8"), maxsplit=2, flags=re.M)[1], Loader)


def problems(chronicle, sites):
    """Everything that is wrong, and at last how many records were looked at."""
    seen = 0
    for kind, folder in KINDS.items():
        schema = json.loads(subprocess.run([chronicle, "schema", kind], check=True, capture_output=True).stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for key, value in schema["properties"].items():
            if not value.get("description"):
                yield f"{kind}: `{key}` has no description"
        for path in (path for site in sites for path in sorted((site / "content" / folder).rglob("*.md"))):
            seen += 1
            record = front_matter(path)
            for error in validator.iter_errors(record):
                yield f"{path}: {error.json_path}: {error.message}"
            for wrong in [record | {"nmae": "x"}, *({**record, key: {"x": 1}} for key in record)]:
                if validator.is_valid(wrong):
                    yield f"{path}: takes {wrong} for a {kind}"
        if kind == "event":
            for date, right in [*((date, True) for date in DATES), *((date, False) for date in NO_DATES)]:
                if validator.is_valid({"name": "x", "date": date}) is not right:
                    yield f"date: `{date}` is {'refused' if right else 'taken'}"
    if seen < 30:
        yield f"only {seen} records were found"
    print(f"validate-schemas: {seen} records")


def main():
    chronicle, repository = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        new = pathlib.Path(folder) / "site"
        subprocess.run([chronicle, "init", new], check=True, capture_output=True)
        found = list(problems(chronicle, [repository, new]))
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(1 if found else 0)


main()
