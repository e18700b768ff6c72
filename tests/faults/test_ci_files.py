"""The files that put the tool into other people's CI: they call what there is, and no input of theirs is a command."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import SCRIPT

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src" / "xunbiao" / "scaffold" / "files"


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_hook_calls_what_there_is(campaign: Path) -> None:
    """The pre-commit hook's command runs, on the campaign's own files and no others."""
    (hook,) = load(ROOT / ".pre-commit-hooks.yaml")
    words = hook["entry"].split()
    assert words[0] == SCRIPT.name
    assert (
        subprocess.run([SCRIPT, *words[1:]], cwd=campaign, capture_output=True, timeout=60, check=False).returncode == 1
    )
    names = ("filings/a/filing.yaml", "units.yaml", "xunbiao.yaml", "catalogue/P31.yaml", "docs/a.yaml", "a/units.yaml")
    assert [name for name in names if re.search(hook["files"], name)] == list(names[:4])


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(ROOT / "action.yml")["runs"]["steps"]
    return found


def test_no_input_of_the_action_is_a_command() -> None:
    """Inputs reach the scripts by the environment alone."""
    assert not [step for step in steps() if "${{" in step.get("run", "")]


@pytest.mark.parametrize(
    ("strict", "since", "code"),
    [("false", "", 1), ("true", "", 1), ("false", "--output=pwned", 2), ("false", "$(touch pwned)", 2)],
)
def test_the_action_runs(strict: str, since: str, code: int, campaign: Path, tmp_path: Path) -> None:
    """The action's script calls the command with its inputs as they are, and nothing else."""
    script = next(step["run"] for step in steps() if step.get("name") == "Check")
    environment = {**os.environ, "PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"FOLDER": str(campaign), "CHANGED_SINCE": since, "STRICT": strict}
    run = subprocess.run(
        ["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False
    )
    assert run.returncode == code
    assert list(tmp_path.iterdir()) == []
    assert run.stdout.startswith(b"::") == (code == 1)


def test_the_workflow_has_no_rights() -> None:
    """The workflow that `init` writes runs on pull_request, may read, keeps no token and sees all of the history."""
    workflow = load(TEMPLATES / "github-workflow.yml")
    events = workflow.get("on", workflow.get(True))  # a reader of YAML 1.1 takes `on` for true
    assert set(events) == {"pull_request", "push"}
    assert workflow["permissions"] == {"contents": "read"}
    job = workflow["jobs"]["validate"]
    assert job["env"]["PYTHONSAFEPATH"] == "1"
    checkout = job["steps"][0]["with"]
    assert (checkout["fetch-depth"], checkout["persist-credentials"]) == (0, False)
    assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


def test_the_other_templates_call_what_there_is() -> None:
    """GitLab's and Gitee's files install and run the command; GitLab's takes the report where it is written."""
    gitlab, gitee = load(TEMPLATES / "gitlab-ci.yml"), load(TEMPLATES / "gitee-pipeline.yml")
    lines = gitlab["validate"]["script"]
    report = gitlab["validate"]["artifacts"]["reports"]["codequality"]
    assert any(f"--format gitlab --output {report} --force" in line for line in lines)
    assert gitlab["validate"]["variables"]["GIT_DEPTH"] == "0"
    assert "xunbiao validate" in gitee["stages"][0]["jobs"][0]["script"]
