"""How each program wants a statement written: front matter, spelling of links, place of the file."""

import dataclasses
from collections.abc import Callable

from vocabulary import CODES, TOPICS, checksum, office, slug

BASE_URL = "https://chronicle.example.org"
FIDELITIES = ["verbatim", "official-translation", "translation", "summary", "reported"]
KINDS = ["remarks", "speech", "interview", "press-conference", "parliament", "article"]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(texts):
    return f"[{', '.join(map(quoted, texts))}]"


def chronicle(s):
    """Chronicle's content model; people and topics by id or by one of their names, one statement in seven related."""
    number = checksum(s.stem)
    given, family = s.speaker.split()
    name = s.speaker if number % 5 else f"{given[0]}. {family}"
    lines = [
        f"title: {quoted(s.title)}",
        f"date: {s.date}",
        f"speakers: {listed([slug(s.speaker) if number % 2 else name])}",
        f"topics: {listed([slug(topic) if number % 3 else topic for topic in s.topics])}",
        f"fidelity: {FIDELITIES[number % len(FIDELITIES)]}",
        f"kind: {KINDS[number % len(KINDS)]}",
        f"event: {quoted(s.venue)}",
    ]
    if s.countries:
        codes = dict.fromkeys(CODES[checksum(country) % len(CODES)] for country in s.countries)
        lines.append(f"countries: [{', '.join(codes)}]")
    lines += [
        "sources:",
        f"  - url: {quoted(s.source)}",
        f"    title: {quoted(s.record)}",
        "    publisher: Official record",
        f"    date: {s.date}",
    ]
    if s.earlier is not None and number % 7 == 0:
        lines += ["reiterates:", f"  - {{to: {s.earlier.stem}, by: source}}"]
    return "\n".join(lines) + "\n"


def records(folder, statements):
    """Chronicle's other files: settings, people and topics."""
    def write(path, text):
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    write("site.toml", f'title = "Synthetic chronicle"\nbase_url = "{BASE_URL}"\nlanguage = "en"\n')
    for person in sorted({s.speaker for s in statements}):
        given, family = person.split()
        write(f"content/people/{slug(person)}.md",
              f"---\nname: {person}\ngiven: {given}\nfamily: {family}\nnames: [{quoted(f'{given[0]}. {family}')}]\n"
              f"offices:\n  - {{id: office, title: {quoted(office(person))}, from: 1991-01-01}}\n---\n\n"
              "Speaker in the synthetic chronicle.\n")
    for position, topic in enumerate(sorted(TOPICS)):
        # All but the first ten are narrower than one of the first six.
        wider = TOPICS[position // 10]
        broader = f"broader: {slug(wider)}\n" if wider != topic and TOPICS.index(topic) > 9 else ""
        write(f"content/topics/{slug(topic)}.md",
              f"---\nlabel: {topic.capitalize()}\nscope: Statements on {topic}.\n{broader}---\n")


def plain(s):
    """Front matter as most programs take it."""
    return (f"title: {quoted(s.title)}\ndate: {s.date}\nspeakers: {listed([s.speaker])}\n"
            f"office: {quoted(s.office)}\nvenue: {quoted(s.venue)}\ntopics: {listed(s.topics)}\n"
            f"countries: {listed(s.countries)}\nsources:\n"
            f"  - url: {quoted(s.source)}\n    title: {quoted(s.record)}\n")


def hugo(s):
    return plain(s) + f"years: [{quoted(str(s.year))}]\n"


def zola(s):
    """Zola is given the related statements: finding them in a template takes it minutes."""
    related = "".join(f"    - {{t: {quoted(r.title)}, u: {quoted(address(s, r))}, d: {quoted(r.date)}}}\n"
                      for r in s.related)
    return (f"title: {quoted(s.title)}\ndate: {s.date}\npath: statements/{s.year}/{s.stem}\ntaxonomies:\n"
            f"  topics: {listed(s.topics)}\n  speakers: {listed([s.speaker])}\n  years: [{quoted(str(s.year))}]\n"
            f"extra:\n  office: {quoted(s.office)}\n  venue: {quoted(s.venue)}\n  countries: {listed(s.countries)}\n"
            f"  sources:\n    - url: {quoted(s.source)}\n      title: {quoted(s.record)}\n"
            f"  related:{chr(10) + related if related else ' []' + chr(10)}")


def by_file(s, target):
    """A link to the other statement's file."""
    return f"{target.stem}.md" if s.year == target.year else f"../{target.year}/{target.stem}.md"


def address(_, target):
    """A link to the other statement's page."""
    return f"/statements/{target.year}/{target.stem}/"


def from_content(_, target):
    """A link to the other statement's file, from the content folder."""
    return f"@/statements/{target.stem}.md"


def in_year(s):
    return f"content/statements/{s.year}/{s.stem}.md"


def in_one_folder(s):
    return f"content/statements/{s.stem}.md"


@dataclasses.dataclass(frozen=True)
class Dialect:
    front_matter: Callable
    link: Callable
    path: Callable


DIALECTS = {
    "chronicle": Dialect(chronicle, by_file, in_year),
    "hugo": Dialect(hugo, by_file, in_year),
    "eleventy": Dialect(plain, address, in_year),
    "zola": Dialect(zola, from_content, in_one_folder),
}
