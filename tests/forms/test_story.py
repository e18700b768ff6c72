"""A whole story: 38 departments mail their forms, and the coordinator ends with a report."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from formpaper.words import REPOSITORY, setting

from xunbiao import cli
from xunbiao.demo import campaign_commits
from xunbiao.editing import Put, edit
from xunbiao.forms import fill, write_docx
from xunbiao.model.filing import read_filing
from xunbiao.source import parse

UNITS = 38
# What is wrong with seven of the forms, and what the departments wrote when they were asked.
CORRECTIONS: Mapping[str, Mapping[tuple[str | int, ...], Any]] = {
    "lyj": {("对标方向", "差距", "纵向标杆单位", "C9"): {"内容": "标杆3个工作日办结，我局5个工作日，相差2个工作日。"}},
    "qxj": {("寻标对象", "横向标杆单位", 0, "名称"): "平顶山市市场监督管理局"},
    "xfzd": {("寻标对象", "横向标杆单位", 0, "名称"): "平顶山市市场监督管理局"},
    "zlsgs": {("填报时间",): "2019-11-12"},
    "rlgs": {
        ("对标方向", "差距", "横向标杆单位", "C9"): {"内容": "标杆单位报装环节2个，我公司4个，多2个。"},
        ("对标方向", "时限"): "2020-09-30",
    },
    "rqgs": {("创标意向", "亮点", "CL1"): {"内容": "报装、验收、通气一次上门，首批覆盖12个小区。"}},
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def xunbiao(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """The command line in this process; what it printed, after making sure of its exit code."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "李某")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "li@example.cn")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, code: int = 0) -> str:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main([*map(str, arguments)])
        told = capsys.readouterr()
        assert int(ended.value.code or 0) == code, told.out + told.err
        return told.out

    return run


def mailed(folder: Path) -> dict[str, bytes]:
    """The filings of the example campaign as they stand at its end, as Word forms."""
    files: dict[str, bytes | None] = {}
    for commit in campaign_commits():
        files |= {path: raw for path, raw in commit.files.items() if path.endswith("/filing.yaml")}
    forms = {}
    for raw in filter(None, files.values()):
        filing = read_filing(parse(raw).data or {})
        forms[f"{filing.unit_name}申报表.docx"] = write_docx(fill(filing), setting().campaign)
    for name, raw in forms.items():
        (folder / name).write_bytes(raw)
    return forms


@pytest.mark.slow
def test_from_mailed_forms_to_a_report(xunbiao: Callable[..., str], tmp_path: Path) -> None:
    """Import, findings, corrections, validate, submit, report: nobody has met YAML but to correct seven fields."""
    for name in ("xunbiao.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "建立活动")
    (tmp_path / "报来").mkdir()
    assert len(mailed(tmp_path / "报来")) == UNITS
    taken = json.loads(xunbiao("import", "报来", "--format", "json"))["forms"]
    assert len(taken) == UNITS
    assert all(each["written"] for each in taken)
    wrong = {each["unit"] for each in taken if any(found["severity"] == "error" for found in each["diagnostics"])}
    assert wrong == set(CORRECTIONS)
    assert "错误" in xunbiao("validate", code=1)
    for unit, fields in CORRECTIONS.items():
        path = tmp_path / f"filings/{unit}/filing.yaml"
        path.write_bytes(edit(path.read_bytes(), [Put(way, value) for way, value in fields.items()]))
    xunbiao("validate")
    for each in taken:
        xunbiao("submit", each["unit"], "--yes")
    told = json.loads(xunbiao("report", "--quarter", "2019Q4", "--format", "json"))
    assert (told["filings"]["expected"], told["filings"]["actual"]) == (UNITS, UNITS)
    assert told["uncommitted"] == []
    assert told["goals"]["quantified"] > 3 * UNITS
    assert "38" in xunbiao("report", "--quarter", "2019Q4")
