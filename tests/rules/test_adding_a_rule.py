"""Adding a rule touches one source file and one test folder: the copy below gets both, and nothing else changes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import xunbiao
from xunbiao import resources

HERE = Path(__file__).parent

RULE = '''"""联系人写了两个 / Two contacts

为什么 / Why
    两个联系人，谁都以为对方会回话。
    With two contacts each believes that the other will answer.

反例 / Bad
    联系人: 李某、孙某

正例 / Good
    联系人: 李某
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB299",
    "two-contacts",
    Severity.HINT,
    on=Filing,
    clause="附件2",
    rows=("R50",),
    zh="联系人写了两个：{contact}",
    en="two contacts: {contact}",
    hint_zh="只写一个",
    hint_en="Name one",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    if "、" in filing.contact:
        yield ("联系人",), {"contact": filing.contact}
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the package, of its data and of the rule harness, without any rule's test folder."""
    source = tmp_path / "src" / "xunbiao"
    shutil.copytree(Path(str(xunbiao.__file__)).parent, source, ignore=shutil.ignore_patterns("__pycache__", "_data"))
    folders = [name for folder in ("schemas", "catalogue") for name in resources.names(folder, "")]
    for name in ("xunbiao.yaml", "units.yaml", *folders):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(resources.read(name))
    tests = tmp_path / "tests" / "rules"
    shutil.copytree(HERE / "base", tests / "base")
    for name in ("conftest.py", "test_rules.py"):
        shutil.copy(HERE / name, tests / name)
    return tmp_path


@pytest.fixture
def with_rule(project: Path) -> Path:
    """The copy with one rule more: one module and one test folder."""
    (project / "src/xunbiao/rules/xb299_two_contacts.py").write_text(RULE, encoding="utf-8")
    filing = (HERE / "base" / "filing.yaml").read_text(encoding="utf-8")
    folder = project / "tests/rules/XB299"
    folder.mkdir()
    bad = filing.replace("联系人: 李某", "联系人: 李某、孙某 # XB299")
    (folder / "bad-two.yaml").write_text(bad, encoding="utf-8")
    (folder / "good-one.yaml").write_text(filing, encoding="utf-8")
    return project


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy, with the copy's own package."""
    environment = {**os.environ, "PYTHONPATH": str(project / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def xunbiao_in(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line of the copy."""
    return run(project, "-c", "from xunbiao.cli import main; main()", "--lang", "zh", *arguments)


def pytest_in(project: Path) -> subprocess.CompletedProcess[str]:
    """The copy's tests of the new rule, by name."""
    options = ("-v", "-p", "no:cacheprovider", "--import-mode=importlib", "-k", "XB299", "--rootdir", str(project))
    return run(project, "-m", "pytest", *options, str(project / "tests/rules"))


def test_a_new_rule_is_found_and_documented(with_rule: Path) -> None:
    """`xunbiao rule` shows it, and the generated pages hold it."""
    shown = xunbiao_in(with_rule, "rule", "two-contacts")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("XB299 联系人写了两个")
    pages = "from xunbiao.pages.rule import *; print(rules_document(), clauses_document())"
    written = run(with_rule, "-X", "utf8", "-c", pages).stdout
    assert "### XB299 联系人写了两个 Two contacts" in written
    assert "[XB299](rules.md#xb299)" in written


def test_a_new_rule_is_run(with_rule: Path) -> None:
    """`xunbiao validate` tells what it finds, at its place."""
    filings = with_rule / "filings" / "scjgj"
    filings.mkdir(parents=True)
    shutil.copy(with_rule / "tests/rules/XB299/bad-two.yaml", filings / "filing.yaml")
    told = xunbiao_in(with_rule, "-C", str(with_rule), "validate", "--select", "XB299")
    assert "XB299" in told.stdout
    assert "联系人写了两个：李某、孙某" in told.stdout


@pytest.mark.slow
def test_a_new_rule_is_tested(with_rule: Path) -> None:
    """Its files and examples are tests at once, which fail as soon as a mark is on the wrong line."""
    passed = pytest_in(with_rule)
    assert passed.returncode == 0, passed.stdout
    assert "test_bad_file[XB299/bad-two.yaml] PASSED" in passed.stdout
    assert "test_examples[XB299] PASSED" in passed.stdout
    bad = with_rule / "tests/rules/XB299/bad-two.yaml"
    bad.write_text(bad.read_text(encoding="utf-8").replace(" # XB299", "") + "# XB299\n", encoding="utf-8")
    assert pytest_in(with_rule).returncode == 1


@pytest.mark.slow
def test_a_rule_without_files_is_missed(with_rule: Path) -> None:
    """A rule whose test folder was forgotten does not pass."""
    shutil.rmtree(with_rule / "tests/rules/XB299")
    failed = pytest_in(with_rule)
    assert failed.returncode == 1
    assert "test_files[XB299]" in failed.stdout
