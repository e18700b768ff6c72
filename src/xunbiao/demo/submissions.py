"""A unit and a document → the steps in which it is handed in: straight, or on a branch that the coordinator merges."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from xunbiao.demo import additions, documents, faults
from xunbiao.demo.days import Arrival, arrival, draw, moment
from xunbiao.demo.places import put
from xunbiao.demo.profile import REPORTS, Profile
from xunbiao.demo.setting import RENAMING, renamed
from xunbiao.demo.steps import Desk, Files, Step, clerk, coordinator, key, message

_TYPED_WRONG = {("gxj", "2020Q1"): "2020-03-27 10:31"}
"""Handed in with a full-width colon, which makes it unreadable, and put right at that time."""

_CHANGED_IN_MERGE = {("rsj", "2020Q2"): (("举措进展.J3.完成率", 55),)}
"""What the coordinator changes while merging."""


def steps(profile: Profile, document: str) -> Iterator[Step]:
    """The commits by which a document comes in, in order."""
    when = arrival(profile.id, document)
    if when.written >= moment(RENAMING.at):
        profile = renamed(profile)
    if when.by_branch:
        yield from _by_branch(profile, document, when)
    else:
        yield from _straight(profile, document, when)


def _straight(profile: Profile, document: str, when: Arrival) -> Iterator[Step]:
    """One commit on main. Where writing and arriving differ, it came on paper and the coordinator typed it in."""
    on_paper = when.written != when.arrived
    repaired = _TYPED_WRONG.get((profile.id, document))
    spoil = _broken if repaired else _sound
    yield Step(
        author=clerk(profile, when.written),
        committer=coordinator(when.arrived) if on_paper else clerk(profile, when.arrived),
        message=_message(profile, document, "收到纸质表，由市营商环境监督局代录。" if on_paper else ""),
        write=lambda desk: spoil(_hand_in(desk, profile, document, when)),
    )
    if repaired:
        yield _repair(profile, document, repaired)


def _repair(profile: Profile, document: str, at: str) -> Step:
    who = clerk(profile, moment(at))
    path = key(profile.id, document).path
    subject = f"更正{_label(profile, document)}：{profile.short}"
    text = message(subject, profile.id, document, "冒号误用全角，文件无法读取。")
    return Step(who, who, text, lambda desk: desk.put(path, desk.documents[path]))


def _sound(files: Files) -> Files:
    return files


def _broken(files: Files) -> Files:
    return {path: raw and raw.replace("联系人: ".encode(), "联系人：".encode()) for path, raw in files.items()}


def _by_branch(profile: Profile, document: str, when: Arrival) -> Iterator[Step]:
    """A draft at times, the document on its branch, and the coordinator's merge."""
    branch = f"{profile.id}/{document}"
    if document == "filing" and (profile.id in faults.DRAFTS or draw(f"{profile.id} draft", 2)):
        begun = clerk(profile, when.written - timedelta(seconds=1800 + draw(f"{profile.id} drafting", 3600)))
        yield Step(
            author=begun,
            committer=begun,
            message=message(f"起草申报表：{profile.short}", profile.id, document),
            write=lambda desk: desk.put(key(profile.id, document).path, _draft(profile, when.written.date())),
            branch=branch,
        )
    yield Step(
        author=clerk(profile, when.written),
        committer=clerk(profile, when.written),
        message=_message(profile, document),
        write=lambda desk: _hand_in(desk, profile, document, when),
        branch=branch,
    )
    yield Step(
        author=coordinator(when.arrived),
        committer=coordinator(when.arrived),
        message=message(f"接收{profile.short}{_label(profile, document)}", profile.id, document),
        write=lambda desk: _merged(desk, profile, document),
        merges=branch,
    )


def _merged(desk: Desk, profile: Profile, document: str) -> Files:
    """The branch's file, and what the coordinator changes on the way."""
    path = key(profile.id, document).path
    data = desk.copy(path)
    for place, value in _CHANGED_IN_MERGE.get((profile.id, document), ()):
        put(data, place, value)
    return desk.put(path, data)


def _message(profile: Profile, document: str, body: str = "") -> str:
    return message(f"报送{_label(profile, document)}：{profile.short}", profile.id, document, body)


def _label(profile: Profile, document: str) -> str:
    return key(profile.id, document).phrase.zh


def _draft(profile: Profile, day: date) -> dict[str, Any]:
    """A filing on its way: with figures that do not last, or with half of the form still to fill in."""
    data = documents.filing(profile, day)
    for place, value in faults.DRAFTS.get(profile.id, ()):
        put(data, place, value)
    if profile.id not in faults.DRAFTS:
        del data["创标意向"]
    return data


def _hand_in(desk: Desk, profile: Profile, document: str, when: Arrival) -> dict[str, bytes | None]:
    data = _write(desk, profile, document, when.written.date())
    return desk.put(key(profile.id, document).path, data)


def _write(desk: Desk, profile: Profile, document: str, day: date) -> dict[str, Any]:
    """The document with its additions and faults, on the filing as it stands by then."""
    if (profile.id, document) in faults.REPEATS:
        return _repeated(desk, profile, document, day)
    if document == "filing":
        data = documents.filing(profile, day)
    else:
        filed = desk.documents[key(profile.id, "filing").path]
        data = (
            documents.summary(profile, day, filed)
            if document == "summary"
            else documents.quarterly(profile, document, day, filed)
        )
    additions.apply(profile.id, document, data)
    faults.apply(profile.id, document, data)
    return data


def _repeated(desk: Desk, profile: Profile, document: str, day: date) -> dict[str, Any]:
    """The report before under another quarter: the dates are new, and nothing else is."""
    before = REPORTS[REPORTS.index(document) - 1]
    data = deepcopy(desk.documents[key(profile.id, before).path])
    quarter = key(profile.id, document).quarter
    last_day = quarter.last_day if quarter else day
    for entry in data["指标进展"].values():
        entry["截至"] = f"{min(day, last_day)}"
    return {**data, "季度": document, "填报时间": f"{day}"}
