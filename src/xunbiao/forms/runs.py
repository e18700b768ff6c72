"""A paragraph's runs → its text: results of fields, revisions as accepted, content controls that are filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from xunbiao.forms.characters import symbol
from xunbiao.forms.numbering import integer
from xunbiao.forms.story import UNFILLED
from xunbiao.forms.xml import attribute, child, children, is_on, name

# What stands around text without changing it.
_AROUND = frozenset({"ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent"})
_AROUND_BLOCKS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_PICTURES = frozenset({"drawing", "pict", "object"})
STRUCK, HIDDEN = "struck-through", "hidden-text"


@dataclass(slots=True)
class Flow:
    """What runs on from one run to the next: open fields; and what is met on the way that is no text."""

    fields: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    remarks: set[str] = field(default_factory=set)

    def text(self, paragraph: Element, unfilled: bool) -> str:
        """A paragraph's text; `unfilled` says that it stands in a content control which nobody has filled in."""
        texts = []
        for run, in_unfilled in _runs(paragraph, unfilled):
            told = "".join(self._run(run)).replace(UNFILLED, "")
            texts.append(UNFILLED if in_unfilled else told)
        return "".join(texts) or (UNFILLED if unfilled else "")

    def _run(self, run: Element) -> Iterator[str]:
        if not name(run):
            yield "".join(each.text or "" for each in run.iter() if each.tag.endswith("}t"))
            return
        properties = child(run, "rPr")
        text = "".join(piece for each in run for piece in self._piece(each))
        if is_on(child(properties, "vanish")):
            self._hide(text)
            return
        if text.strip() and (is_on(child(properties, "strike")) or is_on(child(properties, "dstrike"))):
            self.remarks.add(STRUCK)
        yield text

    def _hide(self, text: str) -> None:
        if text.strip():
            self.asides.append(text.strip())
            self.remarks.add(HIDDEN)

    def _piece(self, element: Element) -> Iterator[str]:
        """The text of one child of a run."""
        kind = name(element)
        if kind == "fldChar":
            yield from self._field(element)
        elif kind in _PICTURES:
            self.boxes += [each for each in element.iter() if name(each) == "txbxContent"]
        elif kind == "mc:AlternateContent":
            for each in _chosen(element):
                yield from self._piece(each)
        elif "code" not in self.fields:
            yield from _shown(element, kind)

    def _field(self, element: Element) -> Iterator[str]:
        """Keeps track of where a field's code ends and its result begins; a list to choose from has no result."""
        match attribute(element, "fldCharType"):
            case "begin":
                self.fields.append("code")
                yield from _choice(child(element, "ffData"))
            case "separate" if self.fields:
                self.fields[-1] = "result"
            case "end" if self.fields:
                self.fields.pop()


def content(container: Element, unfilled: bool) -> Iterator[tuple[Element, bool]]:
    """The paragraphs, tables, rows or cells of a container, through content controls and the like; with each whether it
    stands in a content control that is not filled in."""
    for element in container:
        kind = name(element)
        if kind == "sdt":
            inner = child(element, "sdtContent")
            if inner is not None:
                yield from content(inner, unfilled or _is_unfilled(element))
        elif kind in _AROUND_BLOCKS:
            yield from content(element, unfilled)
        elif kind == "mc:AlternateContent":
            for each in _branch(element):
                yield from content(each, unfilled)
        else:
            yield element, unfilled


def _runs(container: Element, unfilled: bool) -> Iterator[tuple[Element, bool]]:
    """The runs of a paragraph that remain when all revisions are accepted."""
    for element in container:
        kind = name(element)
        if kind == "r" or element.tag.endswith(("}oMath", "}oMathPara")):
            yield element, unfilled
        elif kind == "sdt":
            inner = child(element, "sdtContent")
            if inner is not None:
                yield from _runs(inner, unfilled or _is_unfilled(element))
        elif kind in _AROUND:
            yield from _runs(element, unfilled)
        elif kind == "mc:AlternateContent":
            for each in _branch(element):
                yield from _runs(each, unfilled)


def _is_unfilled(control: Element) -> bool:
    return is_on(child(child(control, "sdtPr"), "showingPlcHdr"))


def _branch(alternatives: Element) -> Iterator[Element]:
    """The one branch of several with the same content that is read."""
    found = next(children(alternatives, "mc:Choice"), None)
    found = next(children(alternatives, "mc:Fallback"), None) if found is None else found
    if found is not None:
        yield found


def _chosen(alternatives: Element) -> Iterator[Element]:
    for branch in _branch(alternatives):
        yield from branch


def _choice(data: Element | None) -> Iterator[str]:
    """The entry chosen in a drop-down list of the old kind."""
    entries = child(data, "ddList")
    named = [attribute(each, "val") for each in children(entries, "listEntry")]
    index = child(entries, "result") if child(entries, "result") is not None else child(entries, "default")
    at = integer(attribute(index, "val"), 0)
    if at < len(named):
        yield named[at]


def _shown(element: Element, kind: str) -> Iterator[str]:
    match kind:
        case "t":
            yield element.text or ""
        case "tab" | "ptab":
            yield "\t"
        case "br" | "cr":
            yield "\n"
        case "noBreakHyphen":
            yield "-"
        case "sym":
            yield symbol(attribute(element, "char"))
        case "ruby":
            base = child(element, "rubyBase")
            yield "".join(each.text or "" for each in (base.iter() if base is not None else ()) if name(each) == "t")
