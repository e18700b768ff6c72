"""The example campaign read without any of the code that counts: YAML values as text, arrivals out of `git log`."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DUE = {"filing": "2019-11-20", "2019Q4": "2019-12-31", "2020Q1": "2020-03-31", "2020Q2": "2020-06-30",
       "2020Q3": "2020-09-30", "summary": "2020-12-31"}  # fmt: skip
ENDS = {**DUE, "summary": "2020-12-31"}
BEFORE = {"2020Q1": "2019Q4", "2020Q2": "2020Q1", "2020Q3": "2020Q2", "summary": "2020Q3"}
FOLLOWING = {"2019Q4": ("2020-01-01", "2020-03-31"), "2020Q1": ("2020-04-01", "2020-06-30"),
             "2020Q2": ("2020-07-01", "2020-09-30"), "2020Q3": ("2020-10-01", "2020-12-31"),
             "summary": ("2021-01-01", "2021-03-31")}  # fmt: skip
QUARTERS = ("2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary")
NAMES = {"summary": "2020Q4"}
CHINA = timezone(timedelta(hours=8))


def plain(raw: bytes | str) -> Any:
    """YAML with every value as the text that stands there."""
    return yaml.load(raw, Loader=yaml.CBaseLoader)


@dataclass
class Demo:
    """The example campaign on disk, and what `report` says of it."""

    folder: Path
    loaded: dict[tuple[str, str], Any] = field(default_factory=dict)

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def report(self, document: str, format: str) -> bytes:
        """What `report` says of a quarter or of the summary, a while after all of it has come in."""
        quarter = ["--summary"] if document == "summary" else ["--quarter", document]
        command = [sys.executable, "-c", "from xunbiao.cli import main; main()", "-C", str(self.folder)]
        done = subprocess.run(
            [*command, "--today", "2021-01-05", "report", *quarter, "--format", format],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
        return done.stdout

    def record(self, document: str) -> dict[str, Any]:
        return dict(json.loads(self.report(document, "json")))

    def load(self, unit: str, document: str) -> Any:
        if (unit, document) not in self.loaded:
            path = self.folder / "filings" / unit / f"{document}.yaml"
            self.loaded[unit, document] = plain(path.read_bytes()) if path.is_file() else None
        return self.loaded[unit, document]

    @property
    def expected(self) -> list[str]:
        units = plain((self.folder / "units.yaml").read_bytes())["单位"]
        return [unit for unit, entry in units.items() if entry.get("应报") == "true"]

    def arrivals(self) -> dict[tuple[str, str], date]:
        """When each document was first added on the main line, in China; the renamed unit by its new id."""
        log = self.git(
            "log",
            "--first-parent",
            "-m",
            "--reverse",
            "--diff-filter=A",
            "--no-renames",
            "--name-only",
            "--format=@%ct",
        )
        found: dict[tuple[str, str], date] = {}
        day = date.min
        for line in log.splitlines():
            if line.startswith("@"):
                day = datetime.fromtimestamp(int(line[1:]), UTC).astimezone(CHINA).date()
            elif match := re.fullmatch(r"filings/([a-z]+)/(\w+)\.yaml", line):
                unit = {"zwdsj": "xzspj"}.get(match[1], match[1])
                found.setdefault((unit, match[2]), day)
        return found

    def measures(self, unit: str) -> dict[str, Any]:
        filing = self.load(unit, "filing")
        return {id_: {**item, "时限": item.get("时限") if day(item.get("时限")) else filing[part]["时限"]}
                for part in ("对标方向", "创标意向") for id_, item in filing[part]["举措"].items()}  # fmt: skip

    def goals(self, unit: str) -> dict[str, tuple[Any, str]]:
        filing = self.load(unit, "filing")
        cells = filing["对标方向"]["目标"]
        own = {id_: (item, filing["对标方向"]["时限"]) for cell in cells.values() for id_, item in cell.items()}
        return own | {id_: (item, filing["创标意向"]["时限"]) for id_, item in filing["创标意向"]["目标"].items()}


def day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None
    except ValueError:
        return None
