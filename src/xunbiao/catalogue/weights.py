"""Catalogue → Weights: how strongly each gram speaks for each practice, learned from the catalogue's own sentences.

The weight of a gram for a practice is the logarithm of how many times more often the practice's sentences hold it than
all other sentences do; what is no more frequent there counts nothing. There are no weights against a practice: a text
is judged by what it says. Everything is counted anew whenever the catalogue is read, so that a sentence that a
coordinator adds (例句, 说法, 无关例句) counts at once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import log, sqrt
from struct import unpack

from xunbiao.catalogue.grams import grams
from xunbiao.model.practice import Catalogue, Practice

# Sentences' worth of doubt: a gram that a practice with few sentences holds once is weak evidence.
_DOUBT = 5.0
# Shares smaller than this are all alike: one sentence in ten thousand says no less than none.
_FLOOR = 1e-4
_SLIGHT = 0.05

# All weights of a gram stand in one whole number, 64 bits each: adding two such numbers adds thirty weights at once,
# which is what lets a text be read in microseconds. No text has grams enough to fill 64 bits.
_BITS = 64
_LANE = (1 << _BITS) - 1
_ONE = 1 << 12


@dataclass(frozen=True, slots=True)
class Weights:
    """Per gram one number that holds its squared rarity and, from the second lane on, its weight for each code."""

    codes: tuple[str, ...]
    grams: Mapping[str, int]

    def strengths(self, found: Iterable[str]) -> list[float]:
        """For each code the sum of the weights of the grams of a text, divided by the root of their squared rarities,
        so that long and short texts are alike."""
        lanes = len(self.codes) + 1
        total = sum(map(self.grams.get, found, repeat(0)))
        rarity, *sums = unpack(f"<{lanes}Q", total.to_bytes(lanes * _BITS // 8, "little"))
        scale = 1 / sqrt(rarity * _ONE) if rarity else 0.0
        return [scale * each for each in sums]


def weights_at(packed: Iterable[int], index: int) -> list[float]:
    """How strongly grams, by their entries in `Weights.grams`, speak for the practice at an index of `codes`."""
    shift = _BITS * (index + 1)
    return [(each >> shift & _LANE) / _ONE for each in packed]


def sentences(practice: Practice) -> Iterator[str]:
    """All that the catalogue says of a practice in words, each sentence once."""
    said = (
        practice.title,
        *practice.elements.values(),
        *(datum.name for datum in practice.data),
        *practice.phrases,
        *(each for group in practice.examples.values() for each in group),
    )
    yield from dict.fromkeys(each for each in said if each)


def learn(catalogue: Catalogue) -> Weights:
    """The weights that the catalogue's sentences give."""
    groups = {code: list(sentences(practice)) for code, practice in catalogue.practices.items()}
    return learn_groups(groups, catalogue.unrelated)


def learn_groups(groups: Mapping[str, Sequence[str]], others: Sequence[str] = ()) -> Weights:
    """The weights that tell groups of sentences from each other and from `others`."""
    within = [_count(texts) for texts in groups.values()]
    whole = _count(others)
    for counted in within:
        whole.update(counted)
    total = len(others) + sum(map(len, groups.values()))
    packed = {gram: _fixed(log(total / count) ** 2) for gram, count in whole.items()}
    for index, (texts, counted) in enumerate(zip(groups.values(), within, strict=True)):
        for gram, count in counted.items():
            weight = _weight(count, len(texts), whole[gram], total)
            if weight > _SLIGHT:
                packed[gram] |= _fixed(weight) << _BITS * (index + 1)
    return Weights(tuple(groups), packed)


def _count(texts: Sequence[str]) -> Counter[str]:
    """How many of the texts hold each gram."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(grams(text))
    return counted


def _weight(count: int, size: int, everywhere: int, total: int) -> float:
    """The logarithm of (share of a group's sentences) / (share of the others), each drawn towards the common share."""
    common = everywhere / total
    here = (count + _DOUBT * common) / (size + _DOUBT)
    elsewhere = (everywhere - count + common) / (total - size + 1)
    return log((here + _FLOOR) / (elsewhere + _FLOOR))


def _fixed(number: float) -> int:
    return round(number * _ONE)
