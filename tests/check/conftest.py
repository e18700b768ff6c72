"""A campaign in memory: the project's settings and roster, and documents put in by hand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from xunbiao import resources
from xunbiao.check import Checked, Selection, check, open_workspace
from xunbiao.model.workspace import Workspace
from xunbiao.workspace import MemoryFiles

BASE = Path(__file__).parents[1] / "rules" / "base"
SETTINGS = re.sub(r"(?m)^示例日期:.*\n", "", resources.read("xunbiao.yaml").decode())
ROSTER = resources.read("units.yaml").decode()
TODAY = date(2020, 4, 10)

Open = Callable[..., Workspace]
Run = Callable[..., Checked]


@pytest.fixture(scope="session")
def base() -> Callable[[str], str]:
    """A known-good document of scjgj by name: filing, 2019Q4, 2020Q1."""
    return lambda name: (BASE / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def opened() -> Open:
    """Files by path → the campaign; settings and roster are the project's unless given."""

    own = {"xunbiao.yaml": SETTINGS.encode(), "units.yaml": ROSTER.encode()}
    project = open_workspace(MemoryFiles("memory", own))

    def open_them(files: Mapping[str, str | bytes]) -> Workspace:
        raw = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        everything = MemoryFiles("memory", {**own, **raw})
        # The project's settings are read once; a campaign with its own is opened as a user's would be.
        only_filings = all(path.startswith("filings/") for path in files)
        return replace(project, files=everything) if only_filings else open_workspace(everything)

    return open_them


@pytest.fixture(scope="session")
def checked(opened: Open) -> Run:
    """Files by path → what the check finds, as on 2020-04-10."""

    def run(files: Mapping[str, str | bytes], selection: Selection | None = None, today: date = TODAY) -> Checked:
        return check(opened(files), today, selection)

    return run


@pytest.fixture(scope="session")
def settings() -> Callable[[str], str]:
    """YAML below 规则 → xunbiao.yaml with it."""
    return lambda rules: SETTINGS.replace("\n规则: {}\n", f"\n规则:\n{rules}\n")
