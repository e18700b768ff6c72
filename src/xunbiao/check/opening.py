"""Files → Workspace: reads the configuration, the roster and the practices, or says why the tool cannot go on."""

from collections.abc import Mapping
from datetime import date, tzinfo
from functools import cache
from pathlib import Path
from typing import Any

from xunbiao import resources, schema, source
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import CHINA, Campaign, Reopening, Roster, Stage, Unit, Waiver
from xunbiao.model.diagnostic import Finding, field_name
from xunbiao.model.document import Kind
from xunbiao.model.filing import text
from xunbiao.model.language import Language
from xunbiao.model.period import Quarter, iso_day
from xunbiao.model.practice import Catalogue, read_practice
from xunbiao.model.workspace import Files, Workspace
from xunbiao.rules import all_rules
from xunbiao.workspace import find_root, folder_files


def open_folder(start: Path) -> Workspace:
    """The campaign that a folder belongs to. Raises CannotGoOn without a readable xunbiao.yaml and units.yaml."""
    return open_workspace(folder_files(find_root(start)))


def open_workspace(files: Files) -> Workspace:
    """The campaign whose files these are. Raises CannotGoOn without a readable xunbiao.yaml and units.yaml."""
    campaign = read_campaign(_read(files, "xunbiao.yaml", Kind.CAMPAIGN))
    roster = read_roster(_read(files, "units.yaml", Kind.UNITS))
    return Workspace(files, campaign, roster, cache(lambda: _catalogue(files, text(campaign.data.get("典型做法")))))


def read_campaign(data: dict[str, Any]) -> Campaign:
    """Data that passed the campaign schema → Campaign. Raises CannotGoOn where a date that all needs is missing."""
    due = data.get("季度截止") or {}
    rules = data.get("规则") or {}
    return Campaign(
        name=text(data.get("名称")),
        city=text(data.get("城市")),
        host=text(data.get("主办")),
        issued=_day(data, "印发日期"),
        stages=tuple(_stage(name, stage or {}) for name, stage in (data.get("阶段") or {}).items()),
        filing_due=_day(data, "申报截止"),
        quarters_due={quarter: _day(due, key) for key in due if (quarter := Quarter.parse(key))},
        summary_due=_day(data, "总结截止"),
        language=Language(data.get("语言") or "zh"),
        area_code=text(data.get("区号")),
        zone=_zone(text(data.get("时区"))),
        severities={code: level for code, level in (rules.get("级别") or {}).items() if level},
        waivers=tuple(_waiver(entry) for entry in rules.get("豁免") or [] if entry),
        reopenings=tuple(_reopening(entry) for entry in data.get("重开") or [] if entry),
        example_day=_day(data, "示例日期") if data.get("示例日期") else None,
        grace_days=int(data.get("宽限天数") or 0),
        data=data,
    )


def read_roster(data: dict[str, Any]) -> Roster:
    """Data that passed the units schema → Roster."""
    return Roster({id_: _unit(id_, entry or {}) for id_, entry in (data.get("单位") or {}).items()})


def _read(files: Files, path: str, kind: Kind) -> dict[str, Any]:
    raw = files.read(path)
    if isinstance(raw, Finding):
        raise _unreadable(path, raw, "")
    parsed = source.parse(raw, source.limits(kind))
    if parsed.data is None:
        raise _unreadable(path, parsed.refusals[0], "")
    if wrong := schema.findings(kind, parsed.data):
        # A mistyped label is unknown and missing at once; it is told as what was typed.
        raise _unreadable(path, min(wrong, key=lambda each: each.code != "XB102"), parsed.text)
    return parsed.data


def _unreadable(path: str, finding: Finding, content: str) -> CannotGoOn:
    """The one line that says what is wrong with the configuration, and where."""
    rule = all_rules()[finding.code]
    places = source.places(content)
    span = finding.span or (places.of_key(finding.path) if finding.at_key else places.of(finding.path))
    message, hint = rule.message.fill(finding.values), rule.hint.fill(finding.values)
    place = f"{path}:{span.line}:{span.column} {finding.code}"
    field = f" {field_name(finding.path)}" if finding.path else ""
    return CannotGoOn(f"{place}{field} {message.zh}。{hint.zh}", f"{place}{field} {message.en}. {hint.en}")


def _day(data: Mapping[str, Any], key: str) -> date:
    day = iso_day(text(data.get(key)))
    if day is None:
        raise CannotGoOn(
            f"xunbiao.yaml：{key} 要写成 2019-11-20 这样的日期。",
            f"xunbiao.yaml: {key} must be a date such as 2019-11-20.",
        )
    return day


def _stage(name: str, entry: dict[str, Any]) -> Stage:
    return Stage(name, iso_day(text(entry.get("起"))), iso_day(text(entry.get("止"))))


def _waiver(entry: dict[str, Any]) -> Waiver:
    until = iso_day(text(entry.get("至")))
    return Waiver(text(entry.get("单位")), text(entry.get("规则")), text(entry.get("理由")), until)


def _reopening(entry: dict[str, Any]) -> Reopening:
    quarter, until = Quarter.parse(text(entry.get("季度"))), iso_day(text(entry.get("至")))
    return Reopening(quarter, text(entry.get("单位")), text(entry.get("理由")), until)


def _zone(name: str) -> tzinfo:
    if name in ("", "Asia/Shanghai"):
        return CHINA
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise CannotGoOn(
            f"xunbiao.yaml：不认识时区 {name}，例如 Asia/Shanghai。",
            f"xunbiao.yaml: no time zone {name}; Asia/Shanghai is one.",
        ) from error


def _unit(id_: str, entry: dict[str, Any]) -> Unit:
    return Unit(
        id=id_,
        name=text(entry.get("全称")),
        aliases=_texts(entry, "别名"),
        category=text(entry.get("类别")),
        approvals=bool(entry.get("审批事项")),
        services=bool(entry.get("服务事项")),
        must_file=bool(entry.get("应报")),
        since=iso_day(text(entry.get("自"))),
        until=iso_day(text(entry.get("至"))),
        formerly=text(entry.get("前身")),
        duties=_texts(entry, "职责"),
        emails=_texts(entry, "邮箱"),
    )


def _texts(entry: dict[str, Any], label: str) -> tuple[str, ...]:
    return tuple(text(each) for each in entry.get(label) or [] if text(each))


def _catalogue(files: Files, use: str) -> Catalogue:
    """The packed practices; extended (扩展) or replaced (替换) by the campaign's own where it says so."""
    packed = {name: resources.read(name) for name in resources.names("catalogue", ".yaml")}
    own = {key.path: files.read(key.path) for key in files.keys if key.kind in (Kind.PRACTICE, Kind.CATALOGUE)}
    chosen = {"扩展": {**packed, **own}, "替换": own}.get(use, packed)
    parsed = {path: source.parse(raw).data for path, raw in chosen.items() if isinstance(raw, bytes)}
    head = parsed.pop("catalogue/catalogue.yaml", None)
    head = head if head and schema.is_valid(Kind.CATALOGUE, head) else {}
    practices = [read_practice(data) for data in parsed.values() if data and schema.is_valid(Kind.PRACTICE, data)]
    return Catalogue(
        name=text(head.get("名称")),
        version=int(head.get("版本") or 1),
        categories={int(number): text(name) for number, name in (head.get("类别") or {}).items()},
        practices={each.code: each for each in sorted(practices, key=lambda each: each.number)},
        unrelated=_texts(head, "无关例句"),
    )
