"""Campaigns with much to print, one of them so large that its check takes a while, and processes that can be hurt."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import IO, Any

import pytest

SCRIPT = Path(sys.executable).with_name("xunbiao")
CORPUS = Path(__file__).parents[2] / "bench" / "corpus.py"
FEW, MANY = 240, 900

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="session")
def corpus() -> ModuleType:
    """The maker of campaigns, which lies outside the package."""
    spec = importlib.util.spec_from_file_location("corpus", CORPUS)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["corpus"] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def campaign(corpus: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign whose check takes two processes; each third file has a fault, so that there is much to print."""
    place = tmp_path_factory.mktemp("campaign") / "folder"
    corpus.write(place, FEW, faults=3)
    return place


@pytest.fixture(scope="session")
def large(corpus: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign whose check takes long enough for something to happen meanwhile."""
    place = tmp_path_factory.mktemp("large") / "folder"
    corpus.write(place, MANY, faults=3)
    return place


@pytest.fixture(scope="session")
def start(campaign: Path) -> Start:
    """`xunbiao ARGUMENTS` in the campaign, in a process group of its own, so that it can be hurt with its children."""

    def call(
        *arguments: str | Path,
        stdout: int | IO[Any] = subprocess.PIPE,
        environment: Mapping[str, str] | None = None,
        python: tuple[str, ...] = (),
        before: Callable[[], None] | None = None,
        cwd: Path = campaign,
    ) -> "subprocess.Popen[bytes]":
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
        return subprocess.Popen(
            [sys.executable, *python, SCRIPT, *map(str, arguments)],
            cwd=cwd,
            env={**kept, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=before,
        )

    return call
