"""The command line as a user calls it, in a folder of its own, with a git that knows them."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ..calling import call_text

Run = Callable[..., subprocess.CompletedProcess[str]]

IDENTITY = {
    "GIT_AUTHOR_NAME": "李某",
    "GIT_AUTHOR_EMAIL": "li@example.cn",
    "GIT_COMMITTER_NAME": "李某",
    "GIT_COMMITTER_EMAIL": "li@example.cn",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@pytest.fixture
def xunbiao(tmp_path: Path) -> Run:
    """Runs `xunbiao ARGUMENTS` in a folder (the test's own unless `cwd` is given) and returns what it printed."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, environment: Mapping[str, str] | None = None, given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        asked = {**IDENTITY, "COLUMNS": "100", **(environment or {})}
        return call_text(arguments, cwd=cwd, environment=asked, given=given)

    return run
