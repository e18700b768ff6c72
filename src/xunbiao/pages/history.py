"""Events → Page: who moved the goalposts and when, as a supervisor reads it: the grave first, then unit by unit."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import field_name
from xunbiao.model.history import ChangeKind, Event
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Block, Cell, Column, Facts, Heading, Page, Paragraph, Table, Tone, Toned
from xunbiao.pages.change_cells import field_cell, kind_cell, values_cell

_GRAVE = (ChangeKind.LOOSENED, ChangeKind.SLIPPED, ChangeKind.UNREADABLE)
# What stands on a page of text; JSON has them all.
_MOST_GRAVE = 200


def build(
    events: Sequence[Event],
    campaign: Campaign,
    roster: Roster,
    language: Language,
    *,
    commit: str,
    unit: str = "",
    told: bool = True,
) -> Page:
    """The events of a campaign, or of one unit, in the order of arrival; `commit` is where the history was read from.

    The record is the contract's (§9). Without `told` it is all there is, which spares JSON some thousand rows.
    """
    view = _View(campaign, roster, language)
    name = view.name(unit) if unit else campaign.name
    title = language(f"修改留痕：{name}", f"Audit trail: {name}")
    blocks = _blocks(events, view, commit, unit) if told else []
    return Page(title, blocks, language, {"events": [_record(event, campaign, language) for event in events]})


def _blocks(events: Sequence[Event], view: "_View", commit: str, unit: str) -> list[Block]:
    blocks = [*_overview(events, view, commit), *(_grave(events, view, with_unit=not unit) if events else ())]
    own: dict[str, list[Event]] = {}
    for event in events:
        own.setdefault(event.unit, []).append(event)
    for each in _order(own, view.roster):
        rows = [_row(event, view) for event in own[each]]
        blocks += [Heading(view.name(each)), Table(_columns(view.language), rows)]
    return blocks


@dataclass(frozen=True, slots=True)
class _View:
    """What cells need besides an event."""

    campaign: Campaign
    roster: Roster
    language: Language

    def name(self, unit: str) -> str:
        if not unit:
            return self.language("活动本身", "The campaign itself")
        return self.roster.units[unit].name if unit in self.roster.units else unit

    def day(self, event: Event) -> date:
        return event.commit.arrived_at.astimezone(self.campaign.zone).date()


def _record(event: Event, campaign: Campaign, language: Language) -> dict[str, Any]:
    commit, change = event.commit, event.change
    return {
        "commit": commit.id,
        "author": commit.author,
        "authored_at": commit.authored_at.astimezone(campaign.zone),
        "arrived_at": commit.arrived_at.astimezone(campaign.zone),
        "unit": event.unit,
        "document": event.document.path,
        "field": field_name(change.path),
        "kind": str(change.kind),
        "from": change.before,
        "to": change.after.in_(language) if isinstance(change.after, Phrase) else change.after,
        "after_deadline": event.after_deadline,
    }


def _overview(events: Sequence[Event], view: _View, commit: str) -> Iterator[Block]:
    language = view.language
    if not events:
        yield Paragraph(language("没有符合条件的改动。", "No change matches."), Tone.FAINT)
        return
    days = [view.day(event) for event in events]
    counts = Counter(event.change.kind for event in events)
    yield Facts(
        [
            (language("读取的提交", "Commit read"), commit[:12]),
            (language("到达日期", "Arrived"), f"{min(days)} – {max(days)}"),
            (language("改动", "Changes"), len(events)),
            (language("其中截止后", "Of these, after the deadline"), sum(event.after_deadline for event in events)),
            *((kind.phrase.in_(language), counts[kind]) for kind in ChangeKind if counts[kind]),
        ]
    )


def _grave(events: Sequence[Event], view: _View, *, with_unit: bool) -> Iterator[Block]:
    """What a supervisor asks about first: goals lowered, deadlines moved, what nobody can read, what a merge did."""
    language = view.language
    grave = [event for event in events if event.change.kind in _GRAVE or event.commit.is_merge]
    grave.sort(key=lambda event: _GRAVE.index(event.change.kind) if event.change.kind in _GRAVE else len(_GRAVE))
    columns = [*([Column(language("单位", "Unit"), wide=True)] if with_unit else []), *_columns(language)]
    rows = [[*([view.name(event.unit)] if with_unit else []), *_row(event, view)] for event in grave[:_MOST_GRAVE]]
    nothing = language("所列改动中没有目标降低或时限推迟。", "None of these lowers a goal or moves a deadline back.")
    yield Heading(language("须关注", "Worth a look"))
    yield Table(columns, rows, empty=nothing)
    if len(grave) > _MOST_GRAVE:
        more = len(grave) - _MOST_GRAVE
        yield Paragraph(language(f"另有{more}条，见各单位。", f"{more} more, under the units."), Tone.FAINT)


def _columns(language: Language) -> list[Column]:
    return [
        Column(language("到达日期", "Arrived")),
        Column(language("变动", "What")),
        Column(language("材料与字段", "Document and field"), wide=True),
        Column(language("由 → 至", "From → to"), wide=True),
        Column(language("修改人", "By")),
        Column(language("备注", "Remarks"), wide=True),
    ]


def _row(event: Event, view: _View) -> list[Cell]:
    return [
        view.day(event),
        kind_cell(event.change, view.language),
        field_cell(event.document, event.change, view.language),
        values_cell(event.change, view.language),
        event.commit.author,
        _remarks(event, view.language),
    ]


def _remarks(event: Event, language: Language) -> Cell:
    moved_goalposts = event.change.kind in (ChangeKind.LOOSENED, ChangeKind.SLIPPED)
    commit = event.commit
    said = [
        language("截止后", "after the deadline") if event.after_deadline else "",
        language(f"代录，登记收到 {commit.received}", f"entered from paper, received {commit.received} as stated")
        if commit.received
        else "",
        language("合并时改动", "changed in merging") if commit.is_merge else "",
        language(f"原 {event.document.unit}", f"then {event.document.unit}")
        if event.document.unit not in ("", event.unit)
        else "",
        language(f"说明：{event.explanation}", f"explained: {event.explanation}") if event.explanation else "",
        language("无调整说明", "no 调整说明")
        if moved_goalposts and event.after_deadline and not event.explanation
        else "",
    ]
    remarks = language("；", "; ").join(filter(None, said))
    return Toned(remarks, Tone.WARN) if event.after_deadline and event.change.kind in _GRAVE else remarks


def _order(told: Collection[str], roster: Roster) -> list[str]:
    """The units in the order of the roster, then those it no longer knows; the campaign itself comes first."""
    known = [unit.id for unit in roster if unit.id in told]
    return [*([""] if "" in told else []), *known, *sorted(set(told) - set(known) - {""})]
