"""Reads the data of built sites as other programs do. Used by `.ci/validate-data`."""

import json
import pathlib
import subprocess
import sys

import frictionless
import rdflib
from rdflib.namespace import RDF, SKOS


def problems(folder):
    """What is wrong with the data of a site."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    # Lines of JSON of which there is none are a table without rows, which Frictionless takes for one that it cannot read.
    rows = [resource for resource in package["resources"]
            if resource["format"] != "jsonl" or (folder / resource["path"]).stat().st_size > 0]
    read = frictionless.Package.from_descriptor({**package, "resources": rows}, basepath=str(folder))
    for error in read.validate().flatten(["name", "rowNumber", "fieldName", "message"]):
        yield " ".join(str(part) for part in error if part is not None)
    named = {resource["path"] for resource in package["resources"]}
    summed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    there = {file.name for file in folder.iterdir() if file.name not in ("index.html", "SHA256SUMS")}
    for name in sorted(summed ^ there):
        yield f"{name}: is in SHA256SUMS or in the folder, and not in both"
    sums = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    yield from sums.stdout.splitlines()
    there -= {"datapackage.json", "CITATION.cff"}
    for name in sorted(named ^ there):
        yield f"{name}: is in datapackage.json or in the folder, and not in both"
    if "topics.ttl" not in named:
        return
    topics = rdflib.Graph()
    topics.parse(folder / "topics.ttl")
    concepts = set(topics.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        if len(list(topics.objects(concept, SKOS.prefLabel))) != 1:
            yield f"topics.ttl: {concept} has not one label"
        for other in topics.objects(concept, SKOS.broader):
            if other not in concepts or (other, SKOS.narrower, concept) not in topics:
                yield f"topics.ttl: {concept} is not narrower than {other} in both directions"


def main(folders):
    found = 0
    # A site may turn its data off; that none of several has any is no such case.
    having = [folder for folder in folders if pathlib.Path(folder, "data").is_dir()]
    for folder in having:
        for problem in problems(pathlib.Path(folder, "data")):
            found += 1
            print(f"{folder}: {problem}")
    print(f"data of {len(having)} sites, {found} problems")
    sys.exit(1 if found or not having else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
