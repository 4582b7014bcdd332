#!/usr/bin/env python3
"""Write a synthetic chronicle of N statements, the same for every program that is measured.

    bench/corpus.py --statements N --for chronicle|hugo|eleventy|zola --vocabulary closed|open FOLDER

The texts depend on N, the vocabulary and the seed only. Each program gets the same titles, dates, people, subjects,
paragraphs and links; what differs is the dialect of the front matter, the spelling of links between statements, and, for
the programs other than Chronicle, the templates of `bench/peers/` beside them.
"""

import argparse
import itertools
import multiprocessing
import pathlib
import random
import shutil
import sys

import dialects
import open_vocabulary
import vocabulary as words

HERE = pathlib.Path(__file__).resolve().parent
YEARS = range(1992, 2026)
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PEOPLE = 40
VOCABULARIES = {"closed": words.Closed, "open": open_vocabulary.Open}


class Statement:
    """What is known of a statement; its body is made when it is written."""

    __slots__ = ("number", "title", "date", "year", "speaker", "office", "venue", "topics", "countries", "source",
                 "record", "stem", "related", "earlier")


def weights(count, exponent):
    """Cumulative Zipf weights: few subjects are frequent, many are rare."""
    return list(itertools.accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def base36(number):
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
        if not number:
            return digits


def outline(count, seed, vocabulary):
    """All statements without their bodies, in the order in which they are drawn."""
    draw = random.Random(f"meta-{seed}-{count}")
    years = list(YEARS)
    random.Random(f"years-{seed}").shuffle(years)
    # The newest year is frequent, wherever the shuffle put it.
    newest = years.index(YEARS[-1])
    years[newest], years[4] = years[4], years[newest]
    people = [f"{words.GIVEN[i % 20]} {words.FAMILY[(i * 7 + i // 20) % 20]}" for i in range(PEOPLE)]
    by_year, by_person = weights(len(years), 0.7), weights(PEOPLE, 1.0)
    by_topic, by_country = weights(len(words.TOPICS), 0.9), weights(len(words.COUNTRIES), 0.8)
    statements = []
    for number in range(count):
        s = Statement()
        s.number = number
        s.year = draw.choices(years, cum_weights=by_year)[0]
        month = draw.randrange(12)
        s.date = f"{s.year}-{month + 1:02d}-{draw.randrange(MONTHS[month]) + 1:02d}"
        s.speaker = draw.choices(people, cum_weights=by_person)[0]
        s.office = words.office(s.speaker)
        s.venue = draw.choice(words.VENUES)
        s.topics = list(dict.fromkeys(draw.choices(words.TOPICS, cum_weights=by_topic, k=draw.randint(1, 4))))
        s.countries = list(
            dict.fromkeys(draw.choices(words.COUNTRIES, cum_weights=by_country, k=draw.randint(0, 3))))
        s.title = f"{draw.choice(words.KINDS)} {' '.join(vocabulary.heading(draw, draw.randint(3, 6)))}"
        s.stem = f"{s.date}-{words.slug(s.title)[:48].rstrip('-')}-{base36(number)}"
        s.source = f"https://archive.example.net/{s.year}/{base36(draw.getrandbits(40))}.html"
        s.record = f"{s.venue}, official record no. {draw.randint(1, 9999)}"
        statements.append(s)
    relate(statements)
    return statements


def relate(statements):
    """Finds the newest of the same topic, for programs that must be given them, and the one before on that topic."""
    newest_first = sorted(sorted(statements, key=lambda s: s.stem), key=lambda s: s.date, reverse=True)
    newest = {}
    for s in newest_first:
        for topic in s.topics:
            listed = newest.setdefault(topic, [])
            if len(listed) < 6:
                listed.append(s)
    last = {}
    for s in reversed(newest_first):
        s.related = [other for other in newest[s.topics[0]] if other is not s][:5]
        before = last.get(s.topics[0])
        s.earlier = before if before is not None and before.date < s.date else None
        last[s.topics[0]] = s


def sentence(draw, text, length):
    chosen = text.words(draw, length)
    chosen[0] = chosen[0][0].upper() + chosen[0][1:]
    if length > 12:
        chosen[length // 2] += ","
    return chosen


def paragraphs(draw, text):
    """Three to eight paragraphs of 250 to 900 words together, as lists of words."""
    total, count = draw.randint(250, 900), draw.randint(3, 8)
    made = []
    for _ in range(count):
        left, paragraph = total // count, []
        while left > 5:
            length = min(left, draw.randint(8, 26))
            more = sentence(draw, text, length)
            more[-1] += "."
            paragraph += more
            left -= length
        made.append(paragraph or ["Statement."])
    return made


def body(s, statements, seed, vocabulary, link):
    """The Markdown of a statement: prose with emphasis, links, quotations, now and then a list and a footnote."""
    draw = random.Random(f"body-{seed}-{s.number}")
    text = vocabulary.text(draw)
    prose = paragraphs(draw, text)
    for _ in range(draw.randint(2, 5)):
        paragraph = draw.choice(prose)
        at, mark = draw.randrange(len(paragraph)), draw.choice(("**", "*"))
        word = paragraph[at].rstrip(".,")
        if word and word[0].isalpha() and word[-1].isalpha():
            paragraph[at] = mark + word + mark + paragraph[at][len(word):]
    for _ in range(draw.randint(1, 3)):
        target = statements[draw.randrange(len(statements))]
        paragraph = draw.choice(prose)
        at = draw.randrange(len(paragraph) + 1)
        paragraph.insert(at, f"[{' '.join(vocabulary.heading(draw, 3))}]({link(s, target)})")
    note = []
    if draw.random() < 0.2:
        draw.choice(prose)[-1] += "[^1]"
        note = ["[^1]: " + " ".join(sentence(draw, text, draw.randint(8, 20))) + "."]
    blocks = [" ".join(paragraph) for paragraph in prose]
    for _ in range(draw.randint(1, 2)):
        quotation = "> " + " ".join(sentence(draw, text, draw.randint(15, 35))) + "."
        blocks.insert(draw.randint(1, len(blocks)), quotation)
    if draw.random() < 0.2:
        items = ["- " + " ".join(sentence(draw, text, draw.randint(5, 12))) for _ in range(draw.randint(3, 6))]
        blocks.insert(draw.randint(1, len(blocks)), "\n".join(items))
    return "\n\n".join(blocks + note) + "\n"


def write_statements(numbers, plan):
    """Writes some of the statements; run in several processes at once."""
    statements, dialect, folder, seed, vocabulary = plan
    for number in numbers:
        s = statements[number]
        text = f"---\n{dialect.front_matter(s)}---\n\n{body(s, statements, seed, vocabulary, dialect.link)}"
        (folder / dialect.path(s)).write_text(text, encoding="utf-8")


def write(folder, count, program, seed, vocabulary):
    dialect, vocabulary = dialects.DIALECTS[program], VOCABULARIES[vocabulary](seed)
    statements = outline(count, seed, vocabulary)
    folder.mkdir(parents=True, exist_ok=True)
    if program == "chronicle":
        dialects.records(folder, statements)
        # The theme is in the folder, so that one of its templates can be edited.
        shutil.copytree(HERE.parent / "themes/default", folder / "themes/default")
    else:
        shutil.copytree(HERE / "peers" / program, folder, dirs_exist_ok=True)
    for parent in {(folder / dialect.path(s)).parent for s in statements}:
        parent.mkdir(parents=True, exist_ok=True)
    plan = (statements, dialect, folder, seed, vocabulary)
    chunks = [range(first, min(first + 500, count)) for first in range(0, count, 500)]
    with multiprocessing.get_context("fork").Pool(initializer=remember, initargs=(plan,)) as pool:
        pool.map(write_remembered, chunks)


def remember(plan):
    # Forked, not sent: the outline of a million statements is large.
    global remembered
    remembered = plan


def write_remembered(numbers):
    write_statements(numbers, remembered)


def main():
    parser = argparse.ArgumentParser(description="Write a synthetic chronicle.")
    parser.add_argument("--statements", type=int, required=True, metavar="N")
    parser.add_argument("--for", dest="program", default="chronicle", choices=["chronicle", "hugo", "eleventy", "zola"])
    parser.add_argument("--vocabulary", default="closed", choices=list(VOCABULARIES),
                        help="a few hundred words, or ever new ones as in real texts [default: closed]")
    parser.add_argument("--seed", default="1992")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        sys.exit(f"`{arguments.folder}` is not empty")
    write(arguments.folder, arguments.statements, arguments.program, arguments.seed, arguments.vocabulary)


if __name__ == "__main__":
    main()
