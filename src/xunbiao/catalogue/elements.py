"""text, practice → which elements of the practice the text speaks of.

Inside a practice the elements are told apart as practices are: by what their own words and example sentences hold more
often than those of the other elements. On example sentences it has not learned from, three in four of the elements
found first are right (docs/matching.md), so that a reader is told what a text seems to cover, never what it fails to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xunbiao.catalogue.grams import grams
from xunbiao.catalogue.matcher import Matcher, sentences_of
from xunbiao.catalogue.weights import Weights, learn_groups
from xunbiao.model.practice import Catalogue, Practice

# A sentence counts when it speaks for the practice at least this much as strongly as the one that does so most …
_PART_OF_IT = 0.6
# … and an element beside the first when it is at least this much as strong as the first, and not next to nothing.
_BESIDE = 0.7
_SOMETHING = 0.5


@dataclass(frozen=True, slots=True)
class Elements:
    """Knows the elements of each practice, by the practice's code. Made once by `make_elements`."""

    matcher: Matcher
    weights: Mapping[str, Weights]

    def covered(self, text: str, practice: str) -> tuple[str, ...]:
        """The elements, by their codes in the catalogue's order, that a text which draws upon the practice speaks of;
        none where no word of it says which."""
        weights = self.weights[practice]
        found = {code for sentence in self._about(text, practice) for code in _leading(weights, sentence)}
        return tuple(code for code in weights.codes if code in found)

    def _about(self, text: str, practice: str) -> Iterator[set[str]]:
        """The grams of those sentences of a text that are about the practice."""
        at = self.matcher.codes.index(practice)
        views = [grams(sentence) for sentence in sentences_of(text)]
        strengths = [self.matcher.weights.strengths(view)[at] for view in views]
        strongest = max(strengths, default=0.0)
        return (
            view
            for view, strength in zip(views, strengths, strict=True)
            if strength and strength >= _PART_OF_IT * strongest
        )


def make_elements(catalogue: Catalogue, matcher: Matcher) -> Elements:
    return Elements(matcher, {code: _learn(practice) for code, practice in catalogue.practices.items()})


def _learn(practice: Practice) -> Weights:
    groups = {code: [said, *practice.examples.get(code, ())] for code, said in practice.elements.items()}
    return learn_groups(groups, practice.examples.get(practice.code, ()))


def _leading(weights: Weights, found: set[str]) -> Iterator[str]:
    strengths = weights.strengths(found)
    enough = max(_SOMETHING, _BESIDE * max(strengths, default=0.0))
    return (code for code, strength in zip(weights.codes, strengths, strict=True) if strength >= enough)
