"""Other ways of matching, on the same rows: what the catalogue's example sentences and a trained model are worth.

    python bench/match_accuracy.py --compare

annex words    TF-IDF over pairs of characters against title, elements and phrases, best by cosine: what a plain search
               would do.
no examples    The matcher as it is, without 例句 and 无关例句.
as shipped     The matcher as it is.
unlike         The matcher without those example sentences that share a run of five characters with any of the rows:
               what is left of it if whoever wrote them had the rows in mind.
trained        An averaged perceptron (one weight a gram and practice, and one for none) on the catalogue's sentences
               and nine tenths of the rows, scored on the tenth it has not seen: the least a trained model can do.
"""

import dataclasses
import random
from collections import Counter
from collections.abc import Callable, Sequence
from math import log, sqrt
from operator import add
from typing import Protocol

from xunbiao.catalogue import make
from xunbiao.catalogue.grams import grams
from xunbiao.catalogue.weights import sentences
from xunbiao.model.practice import Catalogue

PARTS = 10
EPOCHS = 8
ALIKE = 5

Ranking = Callable[[str], list[str]]


class Row(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def practices(self) -> frozenset[str]: ...


def print_all(rows: Sequence[Row], catalogue: Catalogue) -> None:
    plain = {code: dataclasses.replace(each, examples={}) for code, each in catalogue.practices.items()}
    bare = dataclasses.replace(catalogue, practices=plain, unrelated=())
    print(f"\n{'':14}{'top-1':>9}{'top-3':>9}")
    _print("annex words", rows, [_cosine(bare)] * len(rows))
    _print("no examples", rows, [_matcher(bare)] * len(rows))
    _print("as shipped", rows, [_matcher(catalogue)] * len(rows))
    _print("unlike", rows, [_matcher(_unlike(catalogue, rows))] * len(rows))
    rest = [[row for at, row in enumerate(rows) if at % PARTS != part] for part in range(PARTS)]
    parts = [_perceptron(catalogue, each) for each in rest]
    _print("trained", rows, [parts[at % PARTS] for at in range(len(rows))])


def _print(name: str, rows: Sequence[Row], rankings: Sequence[Ranking]) -> None:
    ranked = [(row.practices, rank(row.text)) for row, rank in zip(rows, rankings, strict=True) if row.practices]
    first = sum(order[0] in wanted for wanted, order in ranked) / len(ranked)
    three = sum(wanted <= set(order[:3]) for wanted, order in ranked) / len(ranked)
    print(f"{name:14}{first:9.1%}{three:9.1%}")


def _unlike(catalogue: Catalogue, rows: Sequence[Row]) -> Catalogue:
    known = set().union(*(_runs(row.text) for row in rows))

    def kept(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if not _runs(text) & known)

    practices = {
        code: dataclasses.replace(each, examples={element: kept(group) for element, group in each.examples.items()})
        for code, each in catalogue.practices.items()
    }
    return dataclasses.replace(catalogue, practices=practices, unrelated=kept(catalogue.unrelated))


def _runs(text: str) -> set[str]:
    return {text[at : at + ALIKE] for at in range(len(text) - ALIKE + 1)}


def _matcher(catalogue: Catalogue) -> Ranking:
    matcher = make(catalogue)

    def rank(text: str) -> list[str]:
        strengths = dict(zip(matcher.codes, matcher.standings(text), strict=True))
        return sorted(strengths, key=lambda code: -strengths[code][0])

    return rank


def _cosine(catalogue: Catalogue) -> Ranking:
    texts = {code: _pairs(" ".join(sentences(each))) for code, each in catalogue.practices.items()}
    spread = Counter(pair for counted in texts.values() for pair in counted)
    rarity = {pair: log((1 + len(texts)) / (1 + count)) + 1 for pair, count in spread.items()}

    def vector(counted: Counter[str]) -> dict[str, float]:
        raw = {pair: count * rarity[pair] for pair, count in counted.items() if pair in rarity}
        length = sqrt(sum(each * each for each in raw.values())) or 1.0
        return {pair: each / length for pair, each in raw.items()}

    vectors = {code: vector(counted) for code, counted in texts.items()}

    def rank(text: str) -> list[str]:
        own = vector(_pairs(text))
        near = {code: sum(own[pair] * each.get(pair, 0.0) for pair in own) for code, each in vectors.items()}
        return sorted(near, key=lambda code: -near[code])

    return rank


def _pairs(text: str) -> Counter[str]:
    return Counter(each for each in map(add, text, text[1:]) if each.isalnum())


def _perceptron(catalogue: Catalogue, rows: Sequence[Row]) -> Ranking:
    """Averaged over all steps; a labelled practice must outrank every other, and none must where none is labelled."""
    codes = [*catalogue.practices, "none"]
    cases = [(text, {code}) for code, each in catalogue.practices.items() for text in sentences(each)]
    cases += [(text, {"none"}) for text in catalogue.unrelated]
    cases += [(row.text, set(row.practices) or {"none"}) for row in rows]
    data = [(grams(text), {codes.index(code) for code in wanted}) for text, wanted in cases]
    weights: dict[str, list[float]] = {}
    sums: dict[str, list[float]] = {}
    blank = [0.0] * len(codes)
    step = 0
    shuffle = random.Random(1)
    for _ in range(EPOCHS):
        shuffle.shuffle(data)
        for found, wanted in data:
            step += 1
            scores = _scores(weights, found, blank)
            worst = min(wanted, key=lambda at: scores[at])
            other = max((at for at in range(len(codes)) if at not in wanted), key=lambda at: scores[at])
            if scores[worst] > scores[other] + 1:
                continue
            for gram in found:
                for at, change in ((worst, 1.0), (other, -1.0)):
                    weights.setdefault(gram, blank[:])[at] += change
                    sums.setdefault(gram, blank[:])[at] += change * step
    average = {gram: [w - s / step for w, s in zip(weights[gram], sums[gram], strict=True)] for gram in weights}

    def rank(text: str) -> list[str]:
        scores = _scores(average, grams(text), blank)
        return [codes[at] for at in sorted(range(len(codes) - 1), key=lambda at: -scores[at])]

    return rank


def _scores(weights: dict[str, list[float]], found: set[str], blank: list[float]) -> list[float]:
    scores = blank
    for gram in found:
        if gram in weights:
            scores = list(map(add, scores, weights[gram]))
    return scores
