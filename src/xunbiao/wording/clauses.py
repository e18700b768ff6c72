"""Cues and Figures of a sentence → Groups: which amounts stand in a list, and what part each list plays.

由12份精简到4份        from, to
压缩30%以上            by
分别达到98%和80%       one group that reaches, of two members
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from xunbiao.wording.amounts import Amount
from xunbiao.wording.scan import Cue, Figure
from xunbiao.wording.subjects import lacks_noun
from xunbiao.wording.units import Unit, same_unit

Role = Literal["from", "to", "by", "is"]


class Clause(NamedTuple):
    """What has been heard in a clause so far, before its next amount.

    `verb` is the last verb, `origin` the end of a 由 that waits for its amount (-1 for none), `taken` that 将 or 把
    came, `subjects` the last few words for what is measured, `theme` the last one of the sentence, `each` that 分别
    came, `bound` a bound that stands apart (至少引进5家), `last` the end of the last amount.
    """

    number: int = 0
    verb: Cue | None = None
    origin: int = -1
    taken: bool = False
    subjects: tuple[Cue, ...] = ()
    theme: Cue | None = None
    each: bool = False
    bound: Cue | None = None
    last: int = 0


class Group(NamedTuple):
    """Amounts in a list (3个、5个工作日) that play one role."""

    role: Role
    clause: Clause
    members: list[Figure]

    @property
    def one_by_one(self) -> bool:
        """Whether 分别 gives each subject its own amount: 材料、环节、时限分别为3份、2个、1天."""
        subjects = self.clause.subjects
        kinds = {subject.word.kind for subject in subjects}
        return self.clause.each and len(subjects) == len(self.members) and len(kinds) > 1


_REACH = 16  # characters within which a verb or 由 governs an amount
_ADVERB_REACH = 8  # the same for a bound that stands apart
_TAKEN_REACH = 8  # the same between an amount after 将 and the verb that changes it
_NEXT_CLAUSE_REACH = 6  # the same between an amount after 由 and a verb in the next clause
_SUBJECTS_KEPT = 6
_LISTED = frozenset(("、", "和", "与", "及", "以及", "或", "/", ","))
# Whose figure it is, where a comparison leaves the unit out: 我局5个工作日，标杆3个.
_COMPARED = re.compile("标杆|先进|对方|前者|后者|其他?|[我本省市县区局]")


def sentences(stream: Iterable[Cue | Figure]) -> Iterator[list[Cue | Figure]]:
    """A stream of cues and figures, cut at 。；！？ and line ends."""
    sentence: list[Cue | Figure] = []
    for item in stream:
        if isinstance(item, Cue) and item.word.role == "stop":
            yield sentence
            sentence = []
        else:
            sentence.append(item)
    yield sentence


def groups(text: str, sentence: Iterable[Cue | Figure]) -> list[Group]:
    """The figures of a sentence in their lists, in order."""
    found: list[Group] = []
    clause = Clause()
    for item in sentence:
        if isinstance(item, Cue):
            clause = _heard(clause, item)
            continue
        if found and _lists_on(text, found[-1], item):
            found[-1].members.append(item)
        else:
            figure = _elliptical(text, found[-1] if found else None, clause, _with_adverb(clause, item))
            found.append(Group(_role(clause, figure), clause, [figure]))
        clause = clause._replace(last=item.end, origin=-1)
    return found


def leads_to(first: Group, second: Group) -> bool:
    """Whether the first group is where the second starts from: 由12份精简到4份, 12份减为4份."""
    if second.role != "to" or second.clause.number - first.clause.number > 1:
        return False
    one, other = first.members[-1], filled(second)[0]
    same_clause = second.clause.number == first.clause.number
    if not _comparable(one, other, strictly=not same_clause or first.role != "from"):
        return False
    verb = second.clause.verb
    apart = (verb.start if verb is not None and verb.start >= one.end else other.start) - one.end
    if first.role == "from":
        return same_clause or apart <= _NEXT_CLAUSE_REACH
    if first.role != "is" or not same_clause or verb is None or verb.word.role == "level":
        return False  # 将28个事项下放至10个县 moves them, and changes none
    return 0 <= apart <= (_TAKEN_REACH if first.clause.taken else 0)


def filled(group: Group) -> list[Figure]:
    """The members of a list, each with the unit that only the last one names (3个、5个工作日) and the bound that only
    the first one has (不超过2个环节、3个工作日)."""
    if len(group.members) == 1:
        return group.members
    bounded = _bounded_alike(group.members)
    if group.one_by_one:
        return bounded
    members: list[Figure] = []
    later: Unit | None = None
    for figure in reversed(bounded):
        unit = figure.unit
        if later is not None and (unit is None or (unit.name == "个" and later.counted and later.name != "个")):
            figure = figure.given(later)
        later = figure.unit
        members.append(figure)
    return members[::-1]


def _bounded_alike(members: list[Figure]) -> list[Figure]:
    first = members[0].amount
    if first.after is not None or (first.before is None and not first.held):
        return members
    return [
        figure._replace(amount=figure.amount._replace(before=first.before, held=first.held))
        if figure.amount.bound == "="
        else figure
        for figure in members
    ]


def _heard(clause: Clause, cue: Cue) -> Clause:
    """The clause after another word."""
    match cue.word.role:
        case "comma":
            return Clause(clause.number + 1, theme=clause.theme, last=clause.last)
        case "from":
            return clause if _reaches(clause.verb, cue.start) else clause._replace(origin=cue.end, verb=None)
        case "to" if clause.verb is not None and clause.verb.word.change == "by":
            return clause  # 压缩率达到65% is a change by, whatever the rate reaches
        case "to" | "by" | "level":
            return clause._replace(verb=cue, origin=-1)
        case "subject":
            return clause._replace(subjects=(*clause.subjects, cue)[-_SUBJECTS_KEPT:], theme=cue)
        case "bound":
            return clause._replace(bound=cue)
        case "take":
            return clause._replace(taken=True)
        case "each":
            return clause._replace(each=True)
    return clause


def _reaches(verb: Cue | None, at: int) -> bool:
    """Whether a verb that reaches ends here, so that 原来 after it begins nothing: 压缩为原来的三分之一."""
    return verb is not None and verb.word.role == "to" and verb.end == at


def _lists_on(text: str, group: Group, figure: Figure) -> bool:
    end = group.members[-1].end
    between = text[end : figure.start] if figure.start - end < 3 else ""
    return between in _LISTED or (between == "，" and group.clause.each)


def _role(clause: Clause, figure: Figure) -> Role:
    """What part an amount plays, by the nearest verb that governs it or the word that leads to it."""
    amount, verb = figure.amount, clause.verb
    if clause.origin >= 0 and amount.number_at - clause.origin <= _REACH:
        return "from"
    governed = verb is not None and amount.number_at - max(verb.end, clause.last) <= _REACH
    word = verb.word if verb is not None and governed else None
    if word is not None and word.change == "by":
        return "by"
    if (word is not None and word.role == "to") or amount.reached:
        return "to"
    if word is not None and word.role == "by":
        return "to" if _is_limit_of_time(amount) else "by"
    return "is"


def _is_limit_of_time(amount: Amount) -> bool:
    """压缩5个工作日以内, said loosely, is to within five days."""
    return amount.after == "<=" and amount.unit is not None and amount.unit.kind == "时间"


def _with_adverb(clause: Clause, figure: Figure) -> Figure:
    """The amount with a bound that stands apart from it: 至少引进5家."""
    heard, amount = clause.bound, figure.amount
    if heard is None or amount.bound != "=" or heard.end < clause.last or amount.start - heard.end > _ADVERB_REACH:
        return figure
    return figure._replace(amount=amount._replace(before=heard.word.comparator))


def _elliptical(text: str, previous: Group | None, clause: Clause, figure: Figure) -> Figure:
    """The amount with the unit that a comparison leaves out the second time: 我局5个工作日，标杆（已缩到）3个."""
    said = previous.members[-1].unit if previous is not None else None
    if said is None or not said.counted or said.name == "个":
        return figure
    if clause.verb is not None and clause.verb.word.role != "to":
        return figure
    if figure.unit is None or figure.unit.name != "个" or not lacks_noun(text, figure.amount):
        return figure
    lead = text[max(clause.last, figure.start - _REACH) : figure.start]
    return figure.given(said) if _COMPARED.search(lead) else figure


def _comparable(one: Figure, other: Figure, *, strictly: bool) -> bool:
    """Whether one amount can become the other: of one unit, or (less strictly) of one 维度 (3个月 to 45天)."""
    first, second = one.unit, other.unit
    if first is None or second is None or same_unit(first.name, second.name):
        return True
    if other.word is not None or one.word is not None:
        return first.kind == second.kind
    return not strictly and first.kind is not None and first.kind == second.kind
