"""The example campaign as such: the same everywhere, complete, valid in shape, and recognisable as an example."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import jsonschema_rs
import pytest
import typer
import yaml
from typer.testing import CliRunner

from xunbiao import resources
from xunbiao.commands.call import Call
from xunbiao.commands.demo import demo
from xunbiao.demo import campaign_commits
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import NewCommit
from xunbiao.model.language import Language
from xunbiao.repository import create, write_commits

SOURCE = Path(resources.__file__).parent
DIGEST = "dc86a47836b64b382a4492d5bc0fa0791c61719a56ebe72c542702f654204c1a"
UNITS_HELD = {"fgw", "gaj", "gdgs", "scjgj", "sswj", "zrzyj"}
"""Units whose documents the project itself holds, so that it can be read and checked as a campaign."""
DOCUMENTS = ("filing", "2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary")


class Core(yaml.CSafeLoader):
    """YAML 1.2 core: dates are texts, and only true, false, null and numbers are something else."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012  the library reads it from the class


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


def digest(commits: Iterator[NewCommit]) -> str:
    """Of all that makes the commits, without the packed files, which change with the tool."""
    told = sha256()
    for commit in commits:
        people = [(who.name, who.email, who.at.isoformat()) for who in (commit.author, commit.committer)]
        told.update(repr((people, commit.message, commit.branch, commit.merges)).encode())
        for path, raw in sorted(commit.files.items()):
            if path.startswith("filings/"):
                told.update(path.encode() + b"\0" + (raw or b"-") + b"\0")
    return told.hexdigest()


def test_campaign_is_the_one_that_is_pinned() -> None:
    """Bytes, people, dates and messages of all commits are those that were once told; a change is deliberate."""
    assert digest(campaign_commits()) == DIGEST


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_campaign_hangs_on_no_seed_of_the_interpreter(seed: str) -> None:
    """Another process with another hash seed, time zone and language tells the same."""
    program = (
        "import hashlib\n"
        "from xunbiao.demo import campaign_commits\n"
        "print(hashlib.sha256(repr(list(campaign_commits())).encode()).hexdigest())"
    )
    environment = {
        **os.environ, "PYTHONHASHSEED": seed, "TZ": "America/Lima", "LC_ALL": "C", "PYTHONPATH": str(SOURCE.parent),
    }  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == sha256(repr(list(campaign_commits())).encode()).hexdigest()


def test_38_units_hand_in_six_documents_each_but_one(campaign, planted) -> None:
    """227 documents at the end: all but the one that is never handed in."""
    units = {path.split("/")[1] for path in campaign.documents}
    roster = campaign.roster["单位"]
    assert units == {id_ for id_, unit in roster.items() if unit["应报"] == "true"}
    wanted = {f"filings/{unit}/{document}.yaml" for unit in units for document in DOCUMENTS}
    assert len(wanted) == 228
    (never,) = planted["never"]
    assert wanted - set(campaign.documents) == {f"filings/{never['unit']}/{never['document']}.yaml"}
    assert set(campaign.documents) <= wanted


def test_every_version_passes_its_schema_but_the_broken_one(campaign) -> None:
    """Each file in each commit is YAML 1.2 in the shape that its schema asks for, but for the one planted slip."""
    schemas = {
        name: jsonschema_rs.validator_for(json.loads(resources.read(f"schemas/{name}.schema.json")))
        for name in ("filing", "quarterly", "summary")
    }
    broken = []
    for path, raw in campaign.versions():
        stem = Path(path).stem
        try:
            data = yaml.load(raw, Loader=Core)
        except yaml.YAMLError:
            broken.append(path)
            continue
        assert schemas["quarterly" if "Q" in stem else stem].is_valid(data), path
    assert broken == ["filings/gxj/2020Q1.yaml"]


def test_files_start_with_the_line_for_editors_and_the_mark(campaign) -> None:
    """Editors find the schema from where the file lies, and readers see that it is an example."""
    for path, raw in campaign.versions():
        first, second, *_ = raw.decode().split("\n")
        schema = re.fullmatch(r"# yaml-language-server: \$schema=\.\./\.\./(schemas/\w+\.schema\.json)", first)
        assert schema, path
        assert schema[1] in campaign.main
        assert second.startswith("# 示例")


def test_commits_run_from_the_notice_to_the_end_of_the_campaign(campaign) -> None:
    """Dates never run backwards, from 2019-10-21 to 2020-12-31, all in China's time."""
    days = [commit.committer.at for commit in campaign.commits]
    assert all(before <= after for before, after in pairwise(days))
    assert days[0].date().isoformat() == "2019-10-21"
    assert days[-1].date().isoformat() <= "2020-12-31"
    assert {f"{moment:%z}" for commit in campaign.commits for moment in (commit.author.at, commit.committer.at)} == {
        "+0800"
    }
    assert all(commit.author.at <= commit.committer.at for commit in campaign.commits)


def test_set_up_is_a_whole_campaign_folder(campaign) -> None:
    """The first commit holds settings, roster, every schema and practice, and what editors and readers need."""
    first = campaign.commits[0].files
    assert {"xunbiao.yaml", "units.yaml", "README.md", ".gitignore", ".editorconfig"} <= set(first)
    assert {path for path in first if path.startswith("schemas/")} == set(resources.names("schemas", ".json"))
    assert {path for path in first if path.startswith("catalogue/")} == set(resources.names("catalogue", ".yaml"))
    config = yaml.load(first["xunbiao.yaml"], Loader=Core)
    assert config["名称"].endswith("（示例）")
    assert config["示例日期"] == "2020-04-10"


def test_commits_say_what_they_hand_in_and_that_it_is_an_example(campaign) -> None:
    """Every subject is marked; what hands in or changes one document names it and its unit in trailers."""
    assert all("示例" in commit.message.split("\n")[0] for commit in campaign.commits)
    for commit in campaign.commits:
        paths = [path for path in commit.files if path.startswith("filings/")]
        if len(paths) == 1:
            _, unit, name = paths[0].split("/")
            assert f"\nXunbiao-Unit: {unit}\nXunbiao-Document: {name.removesuffix('.yaml')}\n" in commit.message


def test_documents_come_on_branches_and_straight(campaign) -> None:
    """Well over a third of the documents come on a branch that the coordinator merges, and as many straight on main."""
    merges = [commit for commit in campaign.commits if commit.merges]
    straight = [
        commit for commit in campaign.commits if commit.branch == "main" and "报送" in commit.message.split("\n")[0]
    ]
    assert len(merges) + len(straight) == 227
    assert min(len(merges), len(straight)) > 80
    assert {commit.author.name for commit in merges} == {"郭某（市营商环境监督局）"}
    assert campaign.branches == {}


def test_persons_and_phones_are_made_up(campaign) -> None:
    """Names are 某, phones of one range but for the one planted wrong, e-mails of a domain that cannot exist."""
    phones = set()
    for path in campaign.documents:
        document = campaign.load(*path.removeprefix("filings/").removesuffix(".yaml").split("/"))
        assert re.fullmatch(r".某", document["联系人"])
        phones.add(document["联系电话"])
    assert {phone for phone in phones if not re.fullmatch(r"26601[0-9]{2}", phone)} == {"266013"}
    for commit in campaign.commits:
        assert re.fullmatch(r".某（.+）", commit.author.name)
        assert commit.author.email.endswith("pds.example")


def test_about_twenty_practices_are_named_and_some_never(campaign) -> None:
    """Measures name 20 of the 30 practices, or elements of them; the rest are named by none."""
    named = set()
    for path in campaign.documents:
        if path.endswith("filing.yaml"):
            filing = campaign.load(path.split("/")[1], "filing")
            for part in ("对标方向", "创标意向"):
                for measure in filing[part]["举措"].values():
                    named |= {code[:3] for code in measure.get("参考做法", ())}
    assert len(named - {"P31"}) == 20


@pytest.mark.slow
def test_git_gives_the_same_commits_each_time(tmp_path: Path) -> None:
    """Two repositories made from the campaign have the same head, one branch and a clean work tree."""
    heads = [write_commits(create(tmp_path / name), campaign_commits()) for name in ("one", "two")]
    assert heads[0] == heads[1]

    def git(*words: str) -> str:
        ran = subprocess.run(["git", *words], cwd=tmp_path / "one", capture_output=True, text=True, check=True)
        return ran.stdout

    assert git("status", "--porcelain") == ""
    assert git("branch", "--format=%(refname:short)") == "main\n"
    assert len(git("log", "--format=%H").split()) == len(list(campaign_commits()))
    assert len(list((tmp_path / "one/filings").glob("*/*.yaml"))) == 227
    assert git("fsck", "--strict").strip() == ""


def test_project_holds_some_of_the_units_as_they_stand_at_the_end(campaign) -> None:
    """The filings at the top of the project are the demo's: `xunbiao demo` and a copy bring them up to date."""
    root = SOURCE.parents[1]
    held = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "filings").rglob("*.yaml")}
    assert len({path.split("/")[1] for path in held}) == 6
    assert held == {path: raw for path, raw in campaign.documents.items() if path.split("/")[1] in UNITS_HELD}


def test_generator_and_what_computes_know_nothing_of_each_other() -> None:
    """demo imports the model, the packed files and the YAML writer alone; only its command imports demo."""
    for file in (SOURCE / "demo").rglob("*.py"):
        for name in imported(file):
            assert name.split(".")[1] in {"demo", "model", "resources", "source"}, f"{file}: {name}"
    users = {file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py") if "xunbiao.demo" in imported(file)}
    assert {user for user in users if not user.startswith("demo/")} == {"commands/demo.py"}


def test_command_makes_the_campaign_and_says_what_to_try(tmp_path: Path) -> None:
    """`demo DIR` writes the repository and names three commands; in Chinese and in English."""
    ran = CliRunner().invoke(app(), ["demo", str(tmp_path / "示例")], obj=Call())
    assert ran.exit_code == 0
    assert "38个单位，227份材料" in ran.stdout
    assert len(re.findall(r"^  xunbiao -C .*示例\S* (?:validate|report|history)", ran.stdout, re.MULTILINE)) == 3
    english = CliRunner().invoke(app(), ["demo", str(tmp_path / "en")], obj=Call(language_asked=Language.EN))
    assert "38 units, 227 documents" in english.stdout
    assert not re.search("[一-鿿]", english.stdout)
    assert (tmp_path / "示例/filings/scjgj/2020Q1.yaml").is_file()


def test_command_leaves_a_folder_alone_that_holds_something(tmp_path: Path) -> None:
    """A folder that is not empty, or a file, is refused with exit code 2 and stays as it is."""
    (tmp_path / "notes.txt").write_text("mine")
    for taken in (tmp_path, tmp_path / "notes.txt"):
        refused = CliRunner().invoke(app(), ["demo", str(taken)], obj=Call()).exception
        assert isinstance(refused, CannotGoOn)
        assert refused.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def app() -> typer.Typer:
    """A command line with `demo` alone."""
    commands = typer.Typer()
    commands.callback()(lambda: None)
    commands.command("demo")(demo)
    return commands


def imported(file: Path) -> set[str]:
    """The parts of xunbiao that a module imports, each with all that leads to it."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        elif isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
    return {name for name in names if name.startswith("xunbiao.")}
