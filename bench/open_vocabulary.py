"""An open vocabulary: ever new words, as real texts have them, and none taken from anywhere.

Words are made of syllables, and drawn by the law of Zipf and Mandelbrot. The most frequent are the function words of
English; after them come as many made words as 10,000 real texts have. Each word has others that often follow it, each
text words and names of its own that it repeats. So no cache can hold all words, and no single one is in all texts.
"""

import bisect
import itertools
import random
import struct

EXPONENT, OFFSET = 1.05, 2.7
"""Of Zipf and Mandelbrot: the word of rank r is as frequent as 1 ÷ (r + OFFSET) to the power of EXPONENT."""
COMMON, MADE = 8_000, 150_000
"""Made words that any text may have, and all, beside those that end in -s, -ed, -ing or -ly."""
NAMES = 60_000
OWN, NAMED, CHAINED = 31, 16, 90
"""Of 256 words: from the text's own, names of its people and places, and those that often follow the word before."""
OWN_WORDS, CAST = 16, 8
"""How many own words and names a text has."""
FOLLOWERS, FOLLOWERS_OF_FUNCTION_WORDS = 8, 1024
"""How many words often follow one; after few, the first to follow `the` would be in every text."""

# In about the order of how frequent they are.
FUNCTION = """
the of and to in a that is for we on with as it our this are be by have not will from has their which at must all
an its or but they these can who been more also was should other between no there such than about if them only when
those any so into what how us would were may over do through both under while new against where because his her most
each within many some then before after out up could very every during without toward upon among she he had him one
two three first same own even still however until since yet whether further again here now always never often
already together several
""".split()

ONSETS = "b d f g k l m n p r s t v b d g k l m n p r s t v d l m n r s t h j z br dr gr st tr".split()
VOWELS = "a a a e e e i i o o u u ai ea".split()
CODAS = [*[""] * 20, *"n n r r l s".split()]
LAST = "n n n r r r l l l t t s s m d nt rd st".split()
ENDINGS = [("", "", "", "s"), ("", "", "", "s"), ("", "s", "ed", "ing"), ("", "", "", "ly")]
"""The endings that a word has, by its place among words: two of four are nouns."""


def syllables(draw, count):
    inner = (draw.choice(ONSETS) + draw.choice(VOWELS) + draw.choice(CODAS) for _ in range(count - 1))
    return "".join(inner) + draw.choice(ONSETS) + draw.choice(VOWELS) + draw.choice(LAST)


def made(draw, count, lengths, taken):
    """New words, none of them twice; `lengths` gives the syllables that a word of a rank may have."""
    words, taken = [], set(taken)
    while len(words) < count:
        word = syllables(draw, draw.choice(lengths(len(words))))
        if word not in taken:
            taken.add(word)
            words.append(word)
    return words


def long_tail(draw, head, exponent, count):
    """A number below `count`: many are below `head`, and however many are drawn, there are always new ones."""
    least = (1 + count / head) ** -exponent
    return int(head * ((least + draw.random() * (1 - least)) ** (-1 / exponent) - 1))


def skewed(number, count):
    """One of `count` places, the first ones more often than the last, by a number of 16 bits."""
    return number * number * count >> 32


class Open:
    """The whole vocabulary; it depends on the seed only."""

    def __init__(self, seed):
        draw = random.Random(f"words-{seed}")
        # Frequent words are short.
        lengths = lambda rank: (1, 1, 2) if rank < 800 else (1, 2, 2) if rank < COMMON else (2, 2, 3)
        self.words = FUNCTION + made(draw, MADE, lengths, FUNCTION)
        self.names = [word.capitalize() for word in made(draw, NAMES, lambda _: (2, 2, 2, 3), ())]
        self.weights = list(itertools.accumulate(
            1 / (rank + OFFSET) ** EXPONENT for rank in range(1, len(FUNCTION) + COMMON + 1)))
        self.ranks = range(len(self.weights))

    def name(self, draw):
        return self.names[long_tail(draw, 100, 0.7, NAMES)]

    def follower(self, word, number):
        """A word that often follows another: the same few for each."""
        of = FOLLOWERS if word >= len(FUNCTION) else FOLLOWERS_OF_FUNCTION_WORDS
        mixed = (word * FOLLOWERS_OF_FUNCTION_WORDS + skewed(number, of) + 1) * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        mixed = (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
        return bisect.bisect(self.weights, (mixed >> 11) / (1 << 53) * self.weights[-1], 0, len(self.weights) - 1)

    def form(self, word, number):
        """A word with one of the endings that it has."""
        if word < len(FUNCTION):
            return self.words[word]
        return self.words[word] + ENDINGS[word % len(ENDINGS)][number % 4]

    def heading(self, draw, count):
        """Words for a title or a link, the last of them a name now and then."""
        words = [self.words[len(FUNCTION) + long_tail(draw, 400, 1, COMMON)] for _ in range(count)]
        if draw.random() < 0.3:
            words[-1] = self.name(draw)
        return words

    def text(self, draw):
        """The vocabulary as one text uses it."""
        return Text(self, draw)


class Text:
    """The words of one text."""

    def __init__(self, vocabulary, draw):
        self.vocabulary = vocabulary
        self.own = [len(FUNCTION) + long_tail(draw, 500, 0.7, MADE) for _ in range(OWN_WORDS)]
        self.cast = [(vocabulary.name(draw), vocabulary.name(draw)) for _ in range(CAST)]
        self.last = 0

    def words(self, draw, length):
        """The next words of the text."""
        vocabulary, chosen = self.vocabulary, []
        drawn = draw.choices(vocabulary.ranks, cum_weights=vocabulary.weights, k=length)
        for word, number in zip(drawn, struct.unpack(f"<{length}I", draw.randbytes(4 * length))):
            kind, number, ending = number & 0xFF, number >> 8 & 0xFFFF, number >> 24
            if kind < NAMED:
                # People by both names or by the last, places by their one name.
                given, name = self.cast[skewed(number, CAST)]
                chosen.append(f"{given} {name}" if ending < 64 else name)
                continue
            if kind < NAMED + OWN:
                word = self.own[skewed(number, OWN_WORDS)]
            elif kind < NAMED + OWN + CHAINED or word == self.last:
                word = vocabulary.follower(self.last, number)
            chosen.append(vocabulary.form(word, ending))
            self.last = word
        return chosen
