"""The command line as a user calls it: the installed script, in a folder of its own, with a git that knows them."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

SCRIPT = Path(sys.executable).with_name("xunbiao")
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
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
        return subprocess.run(
            [SCRIPT, *map(str, arguments)],
            cwd=cwd,
            env={**kept, **IDENTITY, "COLUMNS": "100", **(environment or {})},
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
