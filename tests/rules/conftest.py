"""The rule harness: every test file and every documented example of a rule is a small campaign that gets checked.

A rule XB201 has `tests/rules/XB201/{bad,good}-*.yaml`. A line that must be flagged ends in `# XB201`; all others must
not be flagged. A file is one whole document; its place in the campaign follows from 类型, 填报单位 and 季度, unless it
says `# 文件: filings/scjgj/2020Q1.yaml`. It is checked as on 2020-04-10 (later reports: 2020-12-28), unless it says
`# 今天: …`. A report comes with the filing and the earlier reports of `base/`, or with those beside it.

A sub-folder `{bad,good}-*` is a campaign of its own, on disk: names may be percent-encoded (`%46iling.yaml`) where not
every file system can hold them, and `NAME.link` becomes a symbolic link to what it contains. What cannot end in a
comment is marked in `marks.txt`, a `path:line` each. What lies under `before/` is how documents were when git had them
last: rules on history judge what changed since. xunbiao.yaml and units.yaml are the project's own unless it brings
some.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from xunbiao import audit, resources, source
from xunbiao.check import Selection, check, open_folder, open_workspace
from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.filing import Filing
from xunbiao.model.history import Event
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Practice
from xunbiao.model.workspace import Workspace
from xunbiao.rules import Rule, all_rules
from xunbiao.rules.documentation import read
from xunbiao.workspace import MemoryFiles

HERE = Path(__file__).parent
BASE = HERE / "base"
TODAY, AT_THE_END = date(2020, 4, 10), date(2020, 12, 28)
REPORTS = ("2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary")
ONLY_IN_SUMMARY = {"新思路", "新举措", "新做法", "制度成果", "经验", "成效"}
MARK = re.compile(rb"# (XB[0-9]{3}(?:[ ,]+XB[0-9]{3})*)[ \t]*$")

# An example campaign may hold documents from after its "today"; the rules are tried on a campaign in earnest.
PROJECT = {
    "xunbiao.yaml": re.sub("(?m)^示例日期:.*\n".encode(), b"", resources.read("xunbiao.yaml")),
    "units.yaml": resources.read("units.yaml"),
}

Place = tuple[str, int]


@dataclass(frozen=True)
class Case:
    """A campaign in memory or in a folder, the day it is checked, and the places that the rule must flag.

    `only` are the documents that count, where others are there for company.
    """

    code: str
    files: Mapping[str, bytes]
    today: date
    marked: frozenset[Place]
    folder: Path | None = None
    only: frozenset[str] | None = None
    before: Mapping[str, bytes] | None = None

    def flagged(self, tmp_path: Path) -> set[Place]:
        """Where the rule's code is found."""
        return {(each.path, each.span.line) for each in self.found(tmp_path)}

    def found(self, tmp_path: Path) -> list[Diagnostic]:
        """What the rule says of the documents that count."""
        if self.folder:
            lay_out(self.folder, tmp_path)
            workspace = open_folder(tmp_path)
        else:
            workspace = opened(self.files)
        rule = all_rules()[self.code]
        # What the layers below find is found by all of them together.
        alone = Selection(select=(self.code,)) if rule.check or rule.shared else None
        found = check(workspace, self.today, alone, events=self.events(workspace)).diagnostics
        judged = [each for each in found if self.only is None or each.path in self.only]
        return [each for each in judged if each.code == self.code]

    def events(self, workspace: Workspace) -> list[Event] | None:
        """What happened to the documents that have a past; None where none has."""
        if self.before is None:
            return None
        past = {path: audit.read_version(raw) for path, raw in self.before.items()}
        present = {path: audit.read_version(self.files[path]) for path in past if path in self.files}
        return audit.pending_events(past, present, workspace.campaign, self.today)


def opened(files: Mapping[str, bytes]) -> Workspace:
    """A campaign with these files; its settings are read anew only where they are among them."""
    own_settings = any(not path.startswith("filings/") for path in files)
    everything = MemoryFiles("test", {**PROJECT, **files})
    return open_workspace(everything) if own_settings else replace(project(), files=everything)


@cache
def project() -> Workspace:
    return open_workspace(MemoryFiles("test", PROJECT))


def marks(code: str, path: str, content: bytes) -> set[Place]:
    """The lines of a file that end in a rule's code."""
    lines = enumerate(re.split(rb"\r\n|\r|\n", content), 1)
    return {(path, n) for n, line in lines if (found := MARK.search(line)) and code.encode() in found[1]}


def say(content: bytes, label: str) -> str:
    """What a file says after a label at the start of a line, whether or not it can be read as YAML."""
    found = re.search(rf"^{label}: *\"?([^\"\s]*)", content.decode("utf-8", "replace"), re.MULTILINE)
    return found[1] if found else ""


def path_of(content: bytes) -> str:
    """Where in a campaign a document belongs."""
    if told := say(content, "# 文件"):
        return told
    unit = "sswj" if "税务局" in say(content, "填报单位") else "scjgj"
    match say(content, "类型"):
        case "活动":
            return "xunbiao.yaml"
        case "单位名录":
            return "units.yaml"
        case "典型做法":
            return f"catalogue/{say(content, '编号')}.yaml"
        case "典型做法目录":
            return "catalogue/catalogue.yaml"
        case "季度报告":
            return f"filings/{unit}/{say(content, '季度')}.yaml"
        case "总结报告":
            return f"filings/{unit}/summary.yaml"
        case _:
            return f"filings/{unit}/filing.yaml"


def companions(path: str, folder: Path) -> dict[str, bytes]:
    """What a document does not stand without: a report's filing and earlier reports, a practice's setting."""
    if path.startswith("catalogue/"):
        setting = PROJECT["xunbiao.yaml"].replace("典型做法: 内置".encode(), "典型做法: 扩展".encode())
        return {"xunbiao.yaml": setting}
    stem = Path(path).stem
    if stem == "filing" or not path.startswith("filings/scjgj/"):
        return {}
    names = ("filing", *(each for each in REPORTS if each < stem))
    own = {name: folder / f"{name}.yaml" for name in names}
    files = {name: path if path.is_file() else BASE / f"{name}.yaml" for name, path in own.items()}
    return {f"filings/scjgj/{name}.yaml": path.read_bytes() for name, path in files.items()}


def day(files: Mapping[str, bytes], told: str = "") -> date:
    """The day a campaign is checked on."""
    if told:
        return date.fromisoformat(told)
    late = tuple(f"/{stem}.yaml" for stem in REPORTS[2:])
    return AT_THE_END if any(path.endswith(late) for path in files) else TODAY


def file_case(code: str, file: Path) -> Case:
    """A test file → its case."""
    content = file.read_bytes()
    path = path_of(content)
    files = {**companions(path, file.parent), path: content}
    marked = frozenset(marks(code, path, content))
    return Case(code, files, day(files, say(content, "# 今天")), marked, only=frozenset((path,)))


def folder_case(code: str, folder: Path) -> Case:
    """A test folder → its case."""
    files = {unquote(each.relative_to(folder).as_posix()): each.read_bytes() for each in folder.rglob("*.*")
             if each.is_file()}  # fmt: skip
    listed = files.pop("marks.txt", b"").decode().split("\n")
    past = {path.removeprefix("before/"): files.pop(path) for path in list(files) if path.startswith("before/")}
    told = {(path, int(line)) for path, _, line in (each.rpartition(":") for each in listed if each)}
    marked = told.union(*(marks(code, path, content) for path, content in files.items()))
    days = [told_day for content in files.values() if (told_day := say(content, "# 今天"))]
    return Case(code, files, day(files, days[0] if days else ""), frozenset(marked), folder, before=past or None)


def lay_out(folder: Path, target: Path) -> None:
    """A test folder → a campaign on disk."""
    for name, content in PROJECT.items():
        (target / name).write_bytes(content)
    for each in sorted(folder.rglob("*")):
        name = unquote(each.relative_to(folder).as_posix())
        if each.is_dir() or name == "marks.txt" or name.startswith("before/"):
            continue
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".link"):
            place.with_suffix("").symlink_to(each.read_text(encoding="utf-8").strip())
        else:
            place.write_bytes(each.read_bytes())


def example_case(rule: Rule, example: str) -> Case:
    """A documented example → its case. Its top labels may be documents (`2019Q4:`, `2020Q1:`) or units (`scjgj:`), or
    say how a document was before and how it is now (`此前:`, `现在:`)."""
    if rule.on is None and rule.shared is None and example.startswith(("类型:", "# ")):
        path = path_of(example.encode())
        files = {**companions(path, HERE), path: example.encode()}
        return Case(rule.code, files, day(files), frozenset())
    fragment = source.parse(example.encode()).data
    assert fragment is not None, example
    if set(fragment) == {"此前", "现在"}:
        path = f"filings/scjgj/{'2020Q1' if '举措进展' in fragment['现在'] else 'filing'}.yaml"
        past, present = (emit(overlay(base(path), fragment[key])) for key in ("此前", "现在"))
        files = {**companions(path, HERE), path: present}
        return Case(rule.code, files, day(files), frozenset(), only=frozenset((path,)), before={path: past})
    files = {}
    documents = placed(rule, fragment)
    for path, part in documents.items():
        files |= {name: content for name, content in companions(path, HERE).items() if name not in files}
        files[path] = emit(overlay(base(path), part))
    return Case(rule.code, files, day(files), frozenset(), only=frozenset(documents))


def placed(rule: Rule, fragment: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The documents that a documented example speaks of, by path."""
    if all(re.fullmatch("filing|summary|[0-9]{4}Q[1-4]", key) for key in fragment):
        return {f"filings/scjgj/{key}.yaml": fragment[key] for key in fragment}
    if set(fragment) <= {"xunbiao", "units"}:
        return {f"{key}.yaml": fragment[key] for key in fragment}
    if all(isinstance(value, dict) and re.fullmatch("[a-z]+", key) for key, value in fragment.items()):
        return {f"filings/{key}/filing.yaml": fragment[key] for key in fragment}
    if rule.on is Practice:
        return {"catalogue/P31.yaml": fragment}
    stem = "filing" if rule.on in (Filing, None) else "summary" if ONLY_IN_SUMMARY & set(fragment) else "2020Q1"
    return {f"filings/scjgj/{stem}.yaml": fragment}


def base(path: str) -> dict[str, Any]:
    """The known-good document that an example is laid over."""
    name = path.removeprefix("filings/").removeprefix("scjgj/").removeprefix("catalogue/")
    file = BASE / name if (BASE / name).is_file() else BASE / "2020Q3.yaml"
    data = source.parse(PROJECT.get(path) or file.read_bytes()).data
    assert data is not None, path
    return data


def overlay(under: Any, over: Any) -> Any:
    """Mappings merge; lists and values replace."""
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{key: overlay(under.get(key), value) for key, value in over.items()}}
    return over


def emit(data: Any) -> bytes:
    """Data → YAML, by way of JSON, which YAML contains."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=float).encode()


def case_of(path: Path) -> Case:
    """A test file or folder → its case."""
    return folder_case(path.parent.name, path) if path.is_dir() else file_case(path.parent.name, path)


def paths(prefix: str) -> list[Any]:
    """All test files or folders whose names start with `bad-` or `good-`, as parameters."""
    found = sorted(HERE.glob(f"XB[0-9][0-9][0-9]/{prefix}-*"))
    return [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in found]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a file, one a documented example, one a rule."""
    names = metafunc.fixturenames
    if "bad_case" in names:
        metafunc.parametrize("bad_case", paths("bad"), indirect=True)
    if "good_case" in names:
        metafunc.parametrize("good_case", paths("good"), indirect=True)
    if "each_rule" in names:
        metafunc.parametrize("each_rule", [pytest.param(rule, id=rule.code) for rule in all_rules().values()])


@pytest.fixture
def bad_case(request: pytest.FixtureRequest) -> Case:
    """A file or folder that is to be flagged, read when its test runs."""
    return case_of(request.param)


@pytest.fixture
def good_case(request: pytest.FixtureRequest) -> Case:
    """A file or folder that is not to be flagged, read when its test runs."""
    return case_of(request.param)


@pytest.fixture
def example(each_rule: Rule) -> tuple[Case | None, Case | None]:
    """A rule's bad and good example as cases; None for one that is told in prose."""
    # Examples speak of 某市, so that they fit every city; they are tried in the project's own.
    doc = read(re.sub("(?<!某)某市", "平顶山市", each_rule.doc))
    bad, good = (None if text.startswith("（") else example_case(each_rule, text) for text in (doc.bad, doc.good))
    return bad, good


@pytest.fixture
def bad_cases(each_rule: Rule, example: tuple[Case | None, Case | None]) -> dict[str, Case | None]:
    """A rule's bad files and its documented bad example as cases, by name."""
    cases = {path.name: case_of(path) for path in sorted((HERE / each_rule.code).glob("bad-*"))}
    return {**cases, "反例": example[0]}


@pytest.fixture
def said(tmp_path: Path) -> Callable[[str], list[Phrase]]:
    """A test file, as XB318/bad-below.yaml → what the rule says of it, in the order of the file."""

    def of(name: str) -> list[Phrase]:
        return [each.message for each in case_of(HERE / name).found(tmp_path)]

    return of


@pytest.fixture
def base_files() -> dict[str, bytes]:
    """The known-good documents by their place in a campaign."""
    own = {f"filings/scjgj/{name}.yaml": (BASE / f"{name}.yaml").read_bytes() for name in ("filing", *REPORTS)
           if (BASE / f"{name}.yaml").is_file()}  # fmt: skip
    return {**own, "filings/sswj/filing.yaml": (BASE / "sswj" / "filing.yaml").read_bytes()}
