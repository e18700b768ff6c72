"""Form → Draft: the data of a filing, a note wherever something was read into or out of it, and the problems.

What was typed is never dropped: what a field cannot hold stands in a note, what has no field among the leftovers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xunbiao.forms import dates
from xunbiao.forms.cells import Form
from xunbiao.forms.entries import Entry, goal_entry, measure_entry
from xunbiao.forms.header import HEAD
from xunbiao.forms.items import Items, split_items, split_names
from xunbiao.forms.labels import ALIGNMENT, INNOVATION, PLACES, SEEKING
from xunbiao.forms.problems import problem
from xunbiao.forms.story import UNFILLED, Paragraph
from xunbiao.model.campaign import Campaign, Roster, Unit
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import BENCHMARK_KINDS
from xunbiao.model.form import Problem
from xunbiao.model.language import Phrase

PREFIXES: Mapping[Path, str] = {
    (ALIGNMENT, "目标"): "M",
    (ALIGNMENT, "差距"): "C",
    (ALIGNMENT, "举措"): "J",
    (INNOVATION, "目标"): "CM",
    (INNOVATION, "亮点"): "CL",
    (INNOVATION, "举措"): "CJ",
}
"""How the ids of a cell's items begin."""
MOST_IN_A_TEXT, MOST_IN_A_NAME = 4000, 400

_STAMP = re.compile(r"[（(](?:盖章|公章|章|签章|加盖公章)[）)]$")
_PADDED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \t\u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_BLANKS = " \t\u3000\n_＿" + UNFILLED


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form is read against: the campaign's dates, its roster, today, and the unit that was asked for."""

    campaign: Campaign
    roster: Roster
    today: date
    unit: Unit | None = None

    @property
    def window(self) -> tuple[date, date]:
        return self.campaign.first_day, self.campaign.last_day


@dataclass(frozen=True, slots=True)
class Draft:
    """A filing as read from a form: `data` in the order of the document, `notes` by the way to what they are about."""

    unit: Unit | None
    data: Mapping[str, Any]
    notes: Mapping[Path, Sequence[Phrase]]
    problems: tuple[Problem, ...]
    leftovers: tuple[str, ...]


@dataclass(slots=True)
class _Drafting:
    """What comes up while a form is read."""

    form: Form
    setting: Setting
    notes: dict[Path, list[Phrase]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def note(self, path: Path, phrase: Phrase) -> None:
        self.notes.setdefault(path, []).append(phrase)

    def told(self, code: str, path: Path = (), words: str = "", why: Phrase | None = None) -> None:
        self.problems.append(problem(code, path, words, why))


def draft_filing(form: Form, setting: Setting) -> Draft:
    """What a careful clerk reads out of a form. Nothing is judged but how the form is filled in."""
    drafting = _Drafting(form, setting)
    unit, name = _unit(drafting)
    data = {
        "类型": "申报表",
        "版本": 1,
        "填报单位": name,
        "填报时间": _head_day(drafting),
        "联系人": _head_text(drafting, "联系人"),
        "联系电话": _head_text(drafting, "联系电话"),
        "第一责任人": " ".join(form.head.values.get("第一责任人", "").split()) or None,
        SEEKING: {kind: _benchmarks(drafting, (SEEKING, kind)) for kind in BENCHMARK_KINDS},
        ALIGNMENT: _alignment(drafting),
        INNOVATION: _innovation(drafting),
    }
    for code in form.remarks:
        drafting.told(code)
    for text in form.leftovers:
        drafting.told("leftover", words=text)
    ordered = sorted(drafting.problems, key=lambda each: _order(each.path))
    return Draft(unit, data, drafting.notes, tuple(ordered), form.leftovers)


def _order(path: Path) -> int:
    places = [*((label,) for label in HEAD), *PLACES]
    return next((at for at, place in enumerate(places) if path[: len(place)] == place), len(places))


def _unit(drafting: _Drafting) -> tuple[Unit | None, str | None]:
    """The unit and its 全称; the name as typed where the roster does not know it."""
    asked, roster = drafting.setting.unit, drafting.setting.roster
    typed = drafting.form.head.values.get("填报单位", "")
    name = _STAMP.sub("", "".join(typed.replace(UNFILLED, "").split()).strip("_＿"))
    if not name:
        drafting.told("template-left" if UNFILLED in typed else "missing", ("填报单位",))
        return asked, asked.name if asked else None
    found = find_unit(roster, name)
    if found is None:
        drafting.told("unit-unknown", ("填报单位",), name)
        drafting.note(("填报单位",), _the_form_says(name))
        return asked, asked.name if asked else name
    if asked is not None and asked != found:
        drafting.told("unit-differs", ("填报单位",), name)
    if found.name != name:
        drafting.told("unit-alias", ("填报单位",), name)
        drafting.note(("填报单位",), _the_form_says(name))
    return asked or found, found.name


def _the_form_says(words: str) -> Phrase:
    words = words.rstrip("。")
    return Phrase(f"表上写的是“{words}”。", f"The form says “{words}”.")


def find_unit(roster: Roster, name: str) -> Unit | None:
    """A unit by its 全称 or alias, whatever kind of brackets is typed; an id is no name."""
    wanted = _plain(name)
    return next((unit for unit in roster for each in unit.names if _plain(each) == wanted), None)


def _plain(name: str) -> str:
    return "".join(name.split()).replace("(", "（").replace(")", "）")


def _head_text(drafting: _Drafting, label: str) -> str | None:
    typed = drafting.form.head.values.get(label, "")
    text = " ".join(line.strip() for line in typed.replace(UNFILLED, "").strip(_BLANKS).split("\n"))
    if not text or dates.PROMPT.fullmatch(text):
        drafting.told("template-left" if text or UNFILLED in typed else "missing", (label,))
        return None
    text = _PADDED.sub(r"\1\2", text) if label == "联系人" else text
    _check_length(drafting, (label,), text, MOST_IN_A_NAME)
    return text


def _head_day(drafting: _Drafting) -> str | None:
    path: Path = ("填报时间",)
    typed = drafting.form.head.values.get("填报时间", "")
    day = dates.read_day(typed, drafting.setting.today, drafting.setting.window)
    if day.code == dates.BLANK:
        drafting.told("missing", path)
        return None
    return _day(drafting, path, day)


def _deadline(drafting: _Drafting, path: Path) -> str | None:
    typed = "\n".join(each.text for each in drafting.form.cells.get(path, ()))
    return _day(drafting, path, dates.read_day(typed, drafting.setting.today, drafting.setting.window))


def _day(drafting: _Drafting, path: Path, day: dates.Day) -> str | None:
    """The day; without one, or where the words say more, the words go into a note."""
    if day.code:
        drafting.told(day.code, path, day.words, day.why)
    elif day.more:
        drafting.told("more-than-a-date", path, day.words)
    if day.words and (day.more or day.code not in ("", dates.TEMPLATE, dates.BLANK)):
        drafting.note(path, _the_form_says(day.words))
    if day.guess and day.day is None:
        zh = f"可能是 {day.guess}，确认后写上。"
        drafting.note(path, Phrase(zh, f"Perhaps {day.guess}; write it down once that is sure."))
    return day.day


def _paragraphs(drafting: _Drafting, path: Path) -> tuple[Paragraph, ...]:
    """What is written in a cell, without the prompts of controls that have become text; a problem where nothing is."""
    typed = drafting.form.cells.get(path, ())
    told = tuple(each for each in typed if not dates.PROMPT.fullmatch(each.text.strip(_BLANKS)))
    if not any(each.text.strip(_BLANKS) for each in told):
        prompted = len(told) < len(typed) or any(UNFILLED in each.text for each in typed)
        drafting.told("template-left" if prompted else "blank", path)
        return ()
    return told


def _benchmarks(drafting: _Drafting, path: Path) -> list[dict[str, Any]]:
    names = split_names(_paragraphs(drafting, path))
    for name in names:
        _elsewhere(drafting, path, name)
        _check_length(drafting, path, name, MOST_IN_A_NAME)
    return [{"名称": name} for name in names]


def _alignment(drafting: _Drafting) -> dict[str, Any]:
    section: dict[str, Any] = {}
    for label in ("目标", "差距"):
        cells: dict[str, Any] = {}
        for kind in BENCHMARK_KINDS:
            begun = sum(len(cell) for cell in cells.values())
            cells[kind] = _cell(drafting, (ALIGNMENT, label, kind), begun)
        section[label] = cells
    section["举措"] = _cell(drafting, (ALIGNMENT, "举措"))
    section["时限"] = _deadline(drafting, (ALIGNMENT, "时限"))
    return section


def _innovation(drafting: _Drafting) -> dict[str, Any]:
    section: dict[str, Any] = {label: _cell(drafting, (INNOVATION, label)) for label in ("目标", "亮点", "举措")}
    section["时限"] = _deadline(drafting, (INNOVATION, "时限"))
    return section


def _cell(drafting: _Drafting, path: Path, begun: int = 0) -> dict[str, Any]:
    """The items of a cell by new ids, which count on from the cell before it."""
    items = split_items(_paragraphs(drafting, path))
    _doubts(drafting, path, items)
    prefix = PREFIXES[path[:2]]
    return {
        f"{prefix}{begun + at}": _entry(drafting, path, f"{prefix}{begun + at}", text)
        for at, text in enumerate(items.texts, 1)
    }


def _doubts(drafting: _Drafting, path: Path, items: Items) -> None:
    for code in sorted(items.doubts):
        drafting.told(code, path, items.lead if code == "lead-in" else "")
    if items.lead:
        zh = f"编号前写着“{items.lead}”。"
        drafting.note(path, Phrase(zh, f"Before the numbers it says “{items.lead}”."))


def _entry(drafting: _Drafting, path: Path, id_: str, text: str) -> dict[str, Any]:
    here = (*path, id_)
    _elsewhere(drafting, path, text)
    _check_length(drafting, path, text, MOST_IN_A_TEXT)
    entry = _read_entry(drafting, path, text)
    for way, phrase in entry.notes.items():
        drafting.note((*here, *way), phrase)
    return dict(entry.data)


def _read_entry(drafting: _Drafting, path: Path, text: str) -> Entry:
    match path[1]:
        case "目标":
            return goal_entry(text, facing=path[0] == ALIGNMENT)
        case "举措":
            return measure_entry(text, drafting.setting.today, drafting.setting.window)
        case _:
            return Entry({"内容": text})


def _elsewhere(drafting: _Drafting, path: Path, text: str) -> None:
    if dates.ELSEWHERE_WORDS.fullmatch(text):
        drafting.told(dates.ELSEWHERE, path, text)


def _check_length(drafting: _Drafting, path: Path, text: str, most: int) -> None:
    if len(text) > most:
        drafting.told("too-long", path, text)
