"""city, day → the files of a new campaign folder: settings, roster, schemas, practices, CI and editor files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from xunbiao import resources
from xunbiao.model.language import Language
from xunbiao.model.period import Quarter
from xunbiao.scaffold.roster import units_document
from xunbiao.source import scalar

_PLACES = {
    ".github/workflows/xunbiao.yml": "github-workflow.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".workflow/xunbiao.yml": "gitee-pipeline.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/settings.json": "vscode-settings.json",
}
_QUARTERS = 4
"""How many quarters a new campaign reports on before its summary, as the notice of 2019 has it."""


@dataclass(frozen=True, slots=True)
class Start:
    """What must be known to start a campaign; the rest is proposed and can be edited."""

    city: str
    issued: date
    language: Language
    name: str = ""
    host: str = ""
    roster: str = ""


def campaign_files(start: Start) -> Mapping[str, bytes]:
    """Every file of a new campaign folder, by its path."""
    texts = {place: _template(name) for place, name in _PLACES.items()}
    texts["xunbiao.yaml"] = _settings(start)
    texts["units.yaml"] = start.roster or _first_units(start.city)
    texts["README.md"] = _template("readme.md").format(name=_name(start), quarter=_calendar(start.issued)[1][0])
    texts["filings/.gitkeep"] = ""
    data = {path: text.encode() for path, text in texts.items()}
    for folder, suffix in (("schemas", ".json"), ("catalogue", ".yaml")):
        data |= {path: resources.read(path) for path in resources.names(folder, suffix)}
    return dict(sorted(data.items()))


def _template(name: str) -> str:
    return (files("xunbiao.scaffold") / "files" / name).read_text(encoding="utf-8")


def _settings(start: Start) -> str:
    filing_due, quarters = _calendar(start.issued)
    summary_due = quarters[-1].next.last_day
    return _template("campaign.yaml").format(
        name=scalar(_name(start)),
        city=scalar(start.city),
        host=scalar(start.host or f"{start.city}发展和改革委员会"),
        language=start.language,
        issued=start.issued,
        filing_due=filing_due,
        starts=filing_due + timedelta(days=1),
        ends=summary_due - timedelta(days=31),
        summary_due=summary_due,
        quarters="\n".join(f"  {quarter}: {quarter.last_day}" for quarter in quarters),
    )


def _calendar(issued: date) -> tuple[date, tuple[Quarter, ...]]:
    """A month to file, as the notice gave; then the quarters that end after it."""
    filing_due = issued + timedelta(days=30)
    quarter = Quarter(filing_due.year, (filing_due.month + 2) // 3)
    if quarter.last_day <= filing_due:
        quarter = quarter.next
    quarters = [quarter]
    while len(quarters) < _QUARTERS:
        quarters.append(quarters[-1].next)
    return filing_due, tuple(quarters)


def _name(start: Start) -> str:
    return start.name or f"{start.city}营商环境“寻标、对标、创标”活动"


def _first_units(city: str) -> str:
    """Three units to begin with, until the city's own roster is there."""
    names = {
        "fgw": ("发展和改革委员会", "发改委"),
        "scjgj": ("市场监督管理局", "市场监管局"),
        "zjj": ("住房和城乡建设局", "住建局"),
    }
    return units_document(
        {
            id_: {
                "全称": f"{city}{name}",
                "别名": [f"市{short}"],
                "类别": "市直",
                "审批事项": True,
                "服务事项": True,
                "应报": True,
            }
            for id_, (name, short) in names.items()
        }
    )
