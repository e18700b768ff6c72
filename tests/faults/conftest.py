"""A campaign large enough that its check takes a while, and the command line as a process that can be hurt."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

import pytest

SCRIPT = Path(sys.executable).with_name("xunbiao")
CORPUS = Path(__file__).parents[2] / "bench" / "corpus.py"
FILES = 900

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="session")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign of some hundred files, each third of which has a fault, so that there is much to print."""
    place = tmp_path_factory.mktemp("campaign") / "folder"
    spec = importlib.util.spec_from_file_location("corpus", CORPUS)
    assert spec is not None
    assert spec.loader is not None
    corpus = importlib.util.module_from_spec(spec)
    sys.modules["corpus"] = corpus
    spec.loader.exec_module(corpus)
    corpus.write(place, FILES, faults=3)
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
    ) -> "subprocess.Popen[bytes]":
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
        return subprocess.Popen(
            [sys.executable, *python, SCRIPT, *map(str, arguments)],
            cwd=campaign,
            env={**kept, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=before,
        )

    return call
