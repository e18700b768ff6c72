"""Four units that should file: one that names practices, one with figures, one with nothing, one without a filing."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from xunbiao.catalogue import Comparison, make_adviser
from xunbiao.check import dossier, open_folder
from xunbiao.model.practice import Catalogue

CAMPAIGN = Path(__file__).parent / "campaign"
SCRIPT = Path(sys.executable).with_name("xunbiao")
UNITS = ("shichang", "dianli", "huanbao", "fangguan")

Run = Callable[..., subprocess.CompletedProcess[str]]


@cache
def compared() -> tuple[Catalogue, tuple[Comparison, ...]]:
    workspace = open_folder(CAMPAIGN)
    adviser = make_adviser(workspace.catalogue)
    units = workspace.roster.units
    return workspace.catalogue, tuple(adviser.compare(units[unit], dossier(workspace, unit).filing) for unit in UNITS)


@pytest.fixture
def catalogue() -> Catalogue:
    return compared()[0]


@pytest.fixture
def comparisons() -> tuple[Comparison, ...]:
    """The four units' comparisons, in the order of UNITS."""
    return compared()[1]


@pytest.fixture
def xunbiao() -> Run:
    """Runs `xunbiao ARGUMENTS` in the campaign folder and returns what it printed."""

    def run(*arguments: str | Path, cwd: Path = CAMPAIGN, given: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XUNBIAO_")}
        return subprocess.run(
            [SCRIPT, *map(str, arguments)],
            cwd=cwd,
            env=kept,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
