"""numbering.xml, styles.xml → the number that Word shows before a paragraph and that is not in its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from xunbiao.forms.xml import attribute, child, children

BULLET = "•"
_HAN = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MOST_STYLES = 32


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list: the form of its numbers, the text around them (`（%1）`), and where it starts."""

    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document by id and depth, those that paragraph styles bring along, and how far each has come."""

    lists: Mapping[str, Mapping[int, Level]]
    styles: Mapping[str, tuple[str, int]]
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def number(self, properties: Element | None) -> tuple[int, str] | None:
        """The depth and number of the paragraph with these properties, which is counted by it; None if it has none."""
        list_id, depth = self._list_of(properties)
        level = self.lists.get(list_id, {}).get(depth)
        if level is None or ((level.form == "none" or not level.text) and not depth):
            return None
        if level.form == "none" or not level.text:
            # A line of the list that has no number goes on with the one above it.
            return depth, ""
        value = self.counted.get((list_id, depth), level.start - 1) + 1
        self.counted[list_id, depth] = value
        for deeper in [key for key in self.counted if key[0] == list_id and key[1] > depth]:
            del self.counted[deeper]
        return depth, self._shown(list_id, level, depth)

    def _list_of(self, properties: Element | None) -> tuple[str, int]:
        own = child(properties, "numPr")
        style = attribute(child(properties, "pStyle"), "val")
        list_id, depth = self.styles.get(style, ("", 0))
        if own is None:
            return list_id, depth
        return attribute(child(own, "numId"), "val") or list_id, integer(attribute(child(own, "ilvl"), "val"), depth)

    def _shown(self, list_id: str, level: Level, depth: int) -> str:
        text = level.text
        for other in range(depth + 1):
            shown = self.lists[list_id].get(other, level)
            value = self.counted.get((list_id, other), shown.start)
            text = text.replace(f"%{other + 1}", in_form(value, shown.form))
        return text


def read_numbering(lists: Element | None, styles: Element | None) -> Numbering:
    """The parts numbering.xml and styles.xml, either of which may be missing."""
    abstract = {attribute(each, "abstractNumId"): _levels(each) for each in children(lists, "abstractNum")}
    styled = {
        attribute(child(each, "styleLink"), "val"): attribute(each, "abstractNumId")
        for each in children(lists, "abstractNum")
        if child(each, "styleLink") is not None
    }
    linked = {
        attribute(each, "abstractNumId"): styled.get(attribute(child(each, "numStyleLink"), "val"), "")
        for each in children(lists, "abstractNum")
        if child(each, "numStyleLink") is not None
    }
    found = {}
    for each in children(lists, "num"):
        base = attribute(child(each, "abstractNumId"), "val")
        found[attribute(each, "numId")] = abstract.get(linked.get(base, base), {}) | _overridden(each)
    return Numbering(found, _styles(styles))


def in_form(value: int, form: str) -> str:
    """A number as Word writes it; forms that are not known are written in digits."""
    if form == "bullet":
        return BULLET
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= len(_CIRCLED):
        return _CIRCLED[value - 1]
    if "hinese" in form or form in ("japaneseCounting", "ideographDigital", "taiwaneseCounting"):
        return han(value)
    if form in ("lowerLetter", "upperLetter") and 1 <= value <= 26:
        return chr((97 if form == "lowerLetter" else 65) + value - 1)
    return str(value)


def han(value: int) -> str:
    """1–99 in Chinese: 一, 十, 十二, 二十."""
    tens, ones = divmod(value, 10)
    if not 1 <= value <= 99:
        return str(value)
    return ("" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十") + (_HAN[ones] if ones else "")


def integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


def _levels(abstract: Element) -> dict[int, Level]:
    return {integer(attribute(each, "ilvl"), 0): _level(each) for each in children(abstract, "lvl")}


def _overridden(number: Element) -> dict[int, Level]:
    """The levels that one list defines anew."""
    levels = {}
    for each in children(number, "lvlOverride"):
        own = child(each, "lvl")
        if own is not None:
            levels[integer(attribute(each, "ilvl"), 0)] = _level(own)
    return levels


def _level(element: Element) -> Level:
    form = attribute(child(element, "numFmt"), "val") or "decimal"
    start = integer(attribute(child(element, "start"), "val"), 1)
    return Level(form, attribute(child(element, "lvlText"), "val"), start)


def _styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """The list and depth of each paragraph style that has one, its own or the one it is based on."""
    named = {attribute(each, "styleId"): each for each in children(styles, "style")}
    found = {}
    for name in named:
        at: str = name
        for _ in range(_MOST_STYLES):
            style = named.get(at)
            numbers = child(child(style, "pPr"), "numPr")
            if numbers is not None:
                depth = integer(attribute(child(numbers, "ilvl"), "val"), 0)
                found[name] = (attribute(child(numbers, "numId"), "val"), depth)
            if style is None or numbers is not None:
                break
            at = attribute(child(style, "basedOn"), "val")
    return found
