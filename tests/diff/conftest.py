"""Four units that should file: one that names practices, one with figures, one with nothing, one without a filing."""

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from xunbiao.catalogue import Comparison, make_adviser
from xunbiao.check import dossier, open_folder
from xunbiao.model.practice import Catalogue

from ..calling import call_text

CAMPAIGN = Path(__file__).parent / "campaign"
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
        return call_text(arguments, cwd=cwd, given=given)

    return run
