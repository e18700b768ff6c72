"""text → Reading: which of the practices it draws upon, how surely, and by which of its words.

Two things make a practice's score: how strong the evidence for it is (`Weights.strengths`), and how far it lies behind
the strongest in the sentence where it comes nearest. A second practice thus needs a sentence of its own, or nearly so,
and neighbours that share their words do not drag each other in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from xunbiao.catalogue.evidence import words
from xunbiao.catalogue.grams import grams
from xunbiao.catalogue.weights import Weights, learn
from xunbiao.model.practice import Catalogue

Standing = tuple[float, float]
"""How strong the evidence for a practice is, and how far it lies behind the strongest in its best sentence."""

# The base, what a standing's strength adds, and what lying behind takes away (as log-odds), fitted to the project's
# labelled texts (`bench/match_accuracy.py --fit`), none of which stands in the catalogue.
CONSTANTS = (-7.40, 6.66, -9.36)
# From here on a practice is suggested. Three in four, since a wrong suggestion costs a reader more than a missing one.
SUGGESTED = 0.75
# Below this a practice is listed only to fill up the first three.
STANDS_OUT = 0.1
_STANDING_OUT = log(STANDS_OUT / (1 - STANDS_OUT))
_FIRST = 3
_ENOUGH = (log(SUGGESTED / (1 - SUGGESTED)) - CONSTANTS[0]) / CONSTANTS[1]
_ENDS = re.compile("[；;。！？!?\n]+")
_SHORTEST = 6
# exp of more than this is no float.
_LARGEST_EXPONENT = 700.0


@dataclass(frozen=True, slots=True)
class Match:
    """A practice by its code, with a score from 0 to 1 and the words of the text that speak for it, strongest first."""

    practice: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a text: practices, best first, and those of them that it is held to draw upon."""

    text: str
    matches: tuple[Match, ...]

    @property
    def draws_upon(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.score >= SUGGESTED)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Knows a catalogue's practices by their words. Made once by `make`, then asked for any number of texts."""

    weights: Weights

    @property
    def codes(self) -> tuple[str, ...]:
        """The practices it knows, in the order of `standings`."""
        return self.weights.codes

    def read(self, text: str) -> Reading:
        """The three practices that lie nearest to a text, and all others that stand out, with their words. A practice
        for which no word of the text speaks is not listed."""
        # The odds rank as the scores do, and thirty scores for the sake of three would take as long as all the rest.
        odds = [_odds(standing, CONSTANTS) for standing in self.standings(text)]
        ranked = sorted(range(len(odds)), key=lambda at: (-odds[at], at))
        kept = [at for rank, at in enumerate(ranked) if rank < _FIRST or odds[at] >= _STANDING_OUT]
        scores = {at: _likelihood(odds[at]) for at in kept}
        return Reading(text, tuple(each for each in self._matches(text, scores, kept) if each.evidence))

    def suggested(self, text: str) -> tuple[Match, ...]:
        """`read(text).draws_upon` in less time: for many texts, most of which draw upon few practices or none."""
        views = self._views(text)
        strong = sorted({at for view in views for at, strength in enumerate(view) if strength >= _ENOUGH})
        scores = dict(zip(strong, map(score, _standings(views, strong)), strict=True))
        kept = sorted((at for at in strong if scores[at] >= SUGGESTED), key=lambda at: (-scores[at], at))
        return self._matches(text, scores, kept) if kept else ()

    def _matches(self, text: str, scores: Mapping[int, float], indexes: Sequence[int]) -> tuple[Match, ...]:
        said = words(text, self.weights, indexes)
        return tuple(Match(self.codes[at], scores[at], each) for at, each in zip(indexes, said, strict=True))

    def standings(self, text: str) -> list[Standing]:
        """For each practice its strength, and how far it lies behind the strongest in its best sentence."""
        views = self._views(text)
        return list(_standings(views, range(len(self.codes))))

    def _views(self, text: str) -> list[list[float]]:
        """For each practice its strength in the whole text and, where there are several, in each of its sentences."""
        found = [grams(each) for each in sentences_of(text)]
        views = found if len(found) == 1 else [set().union(*found), *found]
        return [self.weights.strengths(view) for view in views]


def make(catalogue: Catalogue) -> Matcher:
    """A matcher for a catalogue; to learn the 30 practices takes about a tenth of a second."""
    return Matcher(learn(catalogue))


def score(standing: Standing, constants: tuple[float, float, float] = CONSTANTS) -> float:
    """A practice's standing in a text → how likely the text draws upon it, 0–1."""
    return _likelihood(_odds(standing, constants))


def _odds(standing: Standing, constants: tuple[float, float, float]) -> float:
    base, strength, behind = constants
    return base + strength * standing[0] + behind * standing[1]


def _likelihood(odds: float) -> float:
    """Log-odds → 0–1."""
    return 1 / (1 + exp(min(-odds, _LARGEST_EXPONENT)))


def _standings(views: Sequence[Sequence[float]], indexes: Iterable[int]) -> Iterator[Standing]:
    """The views of a text (the whole first, then its sentences if there are several) → how some practices stand."""
    if len(views) == 1:
        (view,) = views
        lead = max(view, default=0.0)
        yield from ((view[at], lead - view[at]) for at in indexes)
        return
    own = views[1:]
    leads = [max(view, default=0.0) for view in own]
    for at in indexes:
        behind = [lead - view[at] for lead, view in zip(leads, own, strict=True)]
        yield max([view[at] for view in views]), min(behind)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text that are long enough to say something; the text itself where there are none."""
    return [each for each in _ENDS.split(text) if len(each) >= _SHORTEST] or [text]
