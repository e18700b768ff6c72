"""Filing → Comparison: for each practice whether the filing takes it up, how far, by which words, what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xunbiao.catalogue.elements import Elements, make_elements
from xunbiao.catalogue.figures import SideBySide, side_by_side
from xunbiao.catalogue.matcher import Matcher, make
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import Filing, Item
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Catalogue, Practice

# What is no promise of the unit must say it clearly before a practice is brought up because of it.
_CLEARLY = 0.9
_FEW = 3


class Relation(StrEnum):
    """How a filing stands to a practice (contract §7)."""

    ADOPTED = "adopted"
    PARTIAL = "partial"
    SUGGESTED = "suggested"
    NONE = "none"

    @property
    def phrase(self) -> Phrase:
        return _RELATIONS[self]


_RELATIONS = {
    Relation.ADOPTED: Phrase("写明参考", "adopted"),
    Relation.PARTIAL: Phrase("写明部分", "in part"),
    Relation.SUGGESTED: Phrase("像是参考", "suggested"),
    Relation.NONE: Phrase("没有提到", "none"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A goal, highlight or measure that draws upon a practice: by naming it (`named`: the codes it gives), by its
    words, or both; `elements` are those that it names or speaks of."""

    item: Item
    named: tuple[str, ...]
    score: float
    words: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Why a practice that a filing does not take up might suit the unit: a keyword of its duties, or a passage of the
    filing that speaks of it without a goal or measure following."""

    place: Phrase
    path: Path
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a filing stands to one practice."""

    practice: Practice
    relation: Relation
    mentions: tuple[Mention, ...] = ()
    figures: tuple[SideBySide, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    @property
    def covered(self) -> tuple[str, ...]:
        """The elements that a measure names or a text speaks of."""
        found = {code for mention in self.mentions for code in mention.elements}
        return tuple(code for code in self.practice.elements if code in found)

    @property
    def left_out(self) -> tuple[str, ...]:
        return tuple(code for code in self.practice.elements if code not in self.covered)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A unit's filing beside all practices, in the catalogue's order. `filing` is None where none could be read."""

    unit: Unit
    filing: Filing | None
    standings: tuple[Standing, ...]

    def of(self, *relations: Relation) -> tuple[Standing, ...]:
        return tuple(each for each in self.standings if each.relation in relations)

    @property
    def taken_up(self) -> tuple[Standing, ...]:
        """The practices that the filing draws upon in any way."""
        return self.of(Relation.ADOPTED, Relation.PARTIAL, Relation.SUGGESTED)

    @property
    def outline(self) -> "Outline":
        naming = tuple(each for each in self.filing.measures if each.practices) if self.filing else None
        return Outline(self.unit, tuple(each.relation for each in self.standings), naming)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is kept of a comparison beside thousands of others: the relation to each practice, in the catalogue's order,
    and the measures that name any (None where no filing could be read)."""

    unit: Unit
    relations: tuple[Relation, ...]
    naming: tuple[Item, ...] | None

    @property
    def is_readable(self) -> bool:
        return self.naming is not None

    def count(self, *relations: Relation) -> int:
        """In how many practices it stands in one of these relations; in any but NONE if none is given."""
        return sum(each in relations if relations else each is not Relation.NONE for each in self.relations)


@dataclass(frozen=True, slots=True)
class Adviser:
    """Holds filings beside a catalogue. Made once by `make_adviser`, then asked for any number of filings."""

    catalogue: Catalogue
    matcher: Matcher
    elements: Elements

    def compare(self, unit: Unit, filing: Filing | None) -> Comparison:
        """How a unit's filing stands to each practice."""
        mentions: dict[str, list[Mention]] = {}
        for item in _speaking(filing):
            for code, mention in self._mentions(item):
                mentions.setdefault(code, []).append(mention)
        prompts = self._prompts(unit, filing)
        goals = filing.goals if filing else ()
        standings = (
            self._standing(practice, mentions.get(code, ()), prompts.get(code, ()), goals)
            for code, practice in self.catalogue.practices.items()
        )
        return Comparison(unit, filing, tuple(standings))

    def _mentions(self, item: Item) -> Iterator[tuple[str, Mention]]:
        """The practices that an item names or draws upon, by code."""
        suggested = {match.practice: match for match in self.matcher.suggested(item.text)}
        named = [code for code in item.practices if self.catalogue.knows(code)]
        for code in dict.fromkeys([*(each.partition("-")[0] for each in named), *suggested]):
            own = tuple(each for each in named if each.partition("-")[0] == code)
            match = suggested.get(code)
            spoken = self.elements.covered(item.text, code) if match else ()
            elements = dict.fromkeys([*(each for each in own if each != code), *spoken])
            words = match.evidence if match else ()
            yield code, Mention(item, own, match.score if match else 0.0, words, tuple(elements))

    def _standing(
        self, practice: Practice, mentions: Sequence[Mention], prompts: Sequence[Prompt], goals: Sequence[Item]
    ) -> Standing:
        relation = _relation(practice, mentions)
        if relation is Relation.NONE:
            return Standing(practice, relation, prompts=tuple(prompts))
        figures = tuple(pair for goal in goals for pair in side_by_side(goal, practice))
        return Standing(practice, relation, tuple(mentions), figures)

    def _prompts(self, unit: Unit, filing: Filing | None) -> Mapping[str, list[Prompt]]:
        """By practice, what in the unit's duties and in the other cells of its filing points to it."""
        prompts: dict[str, list[Prompt]] = {}
        for place, path, text in _pointing(unit, filing):
            for code, words in self._pointed_to(text, is_keyword=not path):
                prompts.setdefault(code, []).append(Prompt(place, path, text, words))
        return prompts

    def _pointed_to(self, text: str, *, is_keyword: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each practice that a text points to, with the words of it that do."""
        clearest = next(iter(self.matcher.suggested(text)), None)
        clear = {clearest.practice: clearest.evidence} if clearest and clearest.score >= _CLEARLY else {}
        listed = dict.fromkeys(self._listing(text), (text,)) if is_keyword else {}
        yield from {**listed, **clear}.items()

    def _listing(self, keyword: str) -> Iterator[str]:
        """The practices that have a keyword among their 说法, or that serve the 评价指标 of that name with few others:
        what a dozen practices serve points to none of them."""
        practices = self.catalogue.practices.values()
        yield from (each.code for each in practices if keyword in each.phrases)
        serving = [each.code for each in practices if keyword in each.indicators]
        yield from serving if len(serving) <= _FEW else ()


def make_adviser(catalogue: Catalogue) -> Adviser:
    """An adviser for a catalogue; to learn the 30 practices and their elements takes about a fifth of a second."""
    matcher = make(catalogue)
    return Adviser(catalogue, matcher, make_elements(catalogue, matcher))


def _relation(practice: Practice, mentions: Sequence[Mention]) -> Relation:
    """To name all elements one by one is to name the practice."""
    named = {code for mention in mentions for code in mention.named}
    if practice.code in named or (named and named >= set(practice.elements)):
        return Relation.ADOPTED
    if named:
        return Relation.PARTIAL
    return Relation.SUGGESTED if mentions else Relation.NONE


def _speaking(filing: Filing | None) -> Iterator[Item]:
    """What a unit says it will do: goals, highlights and measures. A gap is what it does not do yet."""
    for section in (filing.alignment, filing.innovation) if filing else ():
        yield from (item for item in (*section.goals, *section.highlights, *section.measures) if item.text)


def _pointing(unit: Unit, filing: Filing | None) -> Iterator[tuple[Phrase, Path, str]]:
    """Place, path and text of whatever may point to a practice besides what a unit says it will do."""
    for benchmark in filing.benchmarks if filing else ():
        yield Phrase("标杆好在哪", "benchmark's strength"), benchmark.path, benchmark.strength
    for gap in filing.alignment.gaps if filing else ():
        yield Phrase(f"差距{gap.id}", f"gap {gap.id}"), gap.path, gap.text
    for duty in unit.duties:
        yield Phrase("职责", "duties"), (), duty
