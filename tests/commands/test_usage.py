"""What is said to a command line that cannot be: one line in the user's language, what was meant, and exit code 2."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import resources
from xunbiao.commands import validate

from ..calling import call_text

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["valdate"], "没有命令 valdate。是不是：validate？", "No such command 'valdate'"),
        (["无此命令"], "没有命令 无此命令。 用", "No such command"),
        (["validate", "--formt", "json"], "没有选项 --formt。是不是：--format", "--formt"),
        (["validate", "--nonsense"], "没有选项 --nonsense。 用", "--nonsense"),
        (["new"], "还缺 UNIT。", "Missing"),
        (["--lang", "fr", "validate"], "--lang 的值不对", "fr"),
        (["new", "a", "b", "c"], "命令行有误", "unexpected extra argument"),
    ],
)
def test_one_line_in_the_language_asked_for(xunbiao: Run, words: list[str], zh: str, en: str) -> None:
    """The library's English sentences are not shown to who reads Chinese; both point to the help."""
    for language, said in (("zh", zh), ("en", en)):
        told = xunbiao(*words, environment={"XUNBIAO_LANG": language})
        assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
        assert said in told.stderr
        assert "xunbiao --help" in told.stderr


def test_a_language_that_is_none_is_told_in_chinese(xunbiao: Run) -> None:
    """Where the environment names no language of the tool, that is what is wrong."""
    told = xunbiao("validate", environment={"XUNBIAO_LANG": "fr"})
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "--lang 的值不对" in told.stderr


def test_a_defect_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside is one line that does not blame the files, 3, and with XUNBIAO_DEBUG a traceback."""

    def broken(*_arguments: object, **_options: object) -> None:
        raise LookupError("inside")

    for name in ("xunbiao.yaml", "units.yaml"):
        (tmp_path / name).write_bytes(resources.read(name))
    monkeypatch.setattr(validate, "unknown_format", broken)
    words = ["validate", "--format", "nonsense"]
    for language, said in (("zh", "不是您的文件有问题"), ("en", "not of your files")):
        told = call_text(words, cwd=tmp_path, environment={"XUNBIAO_LANG": language})
        assert (told.returncode, told.stderr.count("\n")) == (3, 1)
        assert said in told.stderr
        assert "LookupError" in told.stderr
    with pytest.raises(LookupError, match="inside"):
        call_text(words, cwd=tmp_path, environment={"XUNBIAO_DEBUG": "1"})


def test_no_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory ends, so does the command, with one line and 2."""

    def broken(*_arguments: object, **_options: object) -> None:
        raise MemoryError

    for name in ("xunbiao.yaml", "units.yaml"):
        (tmp_path / name).write_bytes(resources.read(name))
    monkeypatch.setattr(validate, "unknown_format", broken)
    told = call_text(["validate", "--format", "nonsense"], cwd=tmp_path)
    assert (told.returncode, told.stderr) == (2, "xunbiao: 内存不够。\n")
