"""text, practices → the words of the text that speak for each practice, strongest first."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from xunbiao.catalogue.grams import BREAK, placed
from xunbiao.catalogue.weights import Weights, weights_at

# A pair of characters is telling when it is some three times more frequent in the practice than elsewhere; a word goes
# on through pairs that are at least a little more frequent.
_TELLING, _GOES_ON = 1.0, 0.3
_MOST_WORDS = 4
# Words much weaker than the strongest are not worth a reader's time.
_WEAKEST = 0.3
# Characters that join words: no word that speaks begins with one of the first, or ends with one of the second.
_PARTICLES = "的了和与及或给把被对在将向由为从到等也都就又再还才这那是让使于个各"
_ENDINGS = "的了和与及或给把被对在将向由从等也都就又再还才这那"


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of characters, by the positions of its first and last, and the weight of all its grams."""

    first: int
    last: int
    weight: float


def words(text: str, weights: Weights, indexes: Iterable[int]) -> list[tuple[str, ...]]:
    """For each practice (by its index in the weights' codes) the words of the text, as it writes them, that speak for
    it; single characters if no two neighbours do."""
    characters, places = placed(text)
    counted = {at for at, place in enumerate(places) if place and text[place - 1].isdigit()}
    known = weights.grams.get
    single = [known(each, 0) for each in characters]
    pairs = [0 if BREAK in pair else known(pair, 0) for pair in map(str.__add__, characters, characters[1:])]
    found = []
    for index in indexes:
        runs = _runs(characters, counted, weights_at(pairs, index), single, index)
        found.append(tuple(dict.fromkeys(text[places[run.first] : places[run.last] + 1] for run in _strongest(runs))))
    return found


def _strongest(runs: Sequence[_Run]) -> list[_Run]:
    ranked = sorted(runs, key=lambda each: (-each.weight, each.first))[:_MOST_WORDS]
    return [each for each in ranked if each.weight >= _WEAKEST * ranked[0].weight]


def _runs(characters: str, counted: Set[int], pairs: Sequence[float], single: Sequence[int], index: int) -> list[_Run]:
    """The longest runs of pairs that go on and hold a telling one; telling characters if there is none. `counted` are
    the positions after a number, where its unit stands: 8家银行 speaks of 银行. What single characters weigh (packed)
    is looked up for the practice where a run is found."""
    runs = []
    start = 0
    for at in range(len(pairs) + 1):
        if at < len(pairs) and pairs[at] >= _GOES_ON:
            continue
        if at > start and max(pairs[start:at]) >= _TELLING:
            first, last = _trimmed(characters, start + (start in counted), at)
            if last > first:
                runs.append(_Run(first, last, sum(pairs[start:at]) + sum(weights_at(single[start : at + 1], index))))
        start = at + 1
    return runs or [
        _Run(at, at, weight)
        for at, weight in enumerate(weights_at(single, index))
        if weight >= _TELLING and characters[at] not in _PARTICLES
    ]


def _trimmed(characters: str, first: int, last: int) -> tuple[int, int]:
    while first < last and characters[first] in _PARTICLES:
        first += 1
    while last > first and characters[last] in _ENDINGS:
        last -= 1
    return first, last
