"""Another city, with other names and dates: nothing of 平顶山 is in the code."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from xunbiao.cli import main
from xunbiao.rules import Rule, all_rules

from .calling import call_text

FOREIGN = ("平顶山", "鹰城", "0375", "2662201", "0844")
ROSTER = """\
# yaml-language-server: $schema=schemas/units.schema.json
类型: 单位名录
版本: 1
单位:
  fgw:
    全称: 云溪市发展和改革局
    别名:
      - 市发改局
    类别: 市直
    应报: true
  swj:
    全称: 云溪市商务局
    类别: 市直
    审批事项: true
    应报: true
  gaj:
    全称: 云溪市公安局
    类别: 市直
    服务事项: true
    应报: true
"""
FILING = """\
# yaml-language-server: $schema=../../schemas/filing.schema.json
类型: 申报表
版本: 1
填报单位: 云溪市商务局
填报时间: 2031-05-20
联系人: 赵某
联系电话: "66210001"
第一责任人: 钱某
寻标对象:
  纵向标杆单位:
    - 名称: 苏州市商务局
      地区: 江苏省苏州市
      好在哪: 加油站初审3个工作日办结。
  横向标杆单位:
    - 名称: 云溪市公安局
      好在哪: 户籍业务当场办结。
对标方向:
  目标:
    纵向标杆单位:
      M1:
        内容: 加油站初审由10个工作日压缩至3个工作日以内。
        指标:
          名称: 加油站初审时间
          维度: 时间
          单位: 工作日
          现状值: 10
          标杆值: 3
          目标值: 3
    横向标杆单位:
      M2:
        内容: 申请材料由8件减至5件。
        指标:
          名称: 申请材料
          维度: 材料
          单位: 件
          现状值: 8
          标杆值: 5
          目标值: 5
  差距:
    纵向标杆单位:
      C1:
        内容: 苏州市3个工作日办结，我局10个工作日，相差7个工作日。
    横向标杆单位:
      C2:
        内容: 材料多3件。
  举措:
    J1:
      内容: 2031年9月底前开通网上初审，取消纸质材料3件。
      责任人: 孙某（市场运行科）
      时限: 2031-09-30
  时限: 2032-03-31
创标意向:
  目标:
    CM1:
      内容: 初审网办率由20%提高到95%。
      指标:
        名称: 网办率
        维度: 覆盖率
        单位: "%"
        现状值: 20
        目标值: 95
  亮点:
    CL1:
      内容: 初审、现场核查、发证一次上门办完，已试行12户。
  举措:
    CJ1:
      内容: 2031年12月底前编制办事指南6项并公布。
      责任人: 周某（办公室）
      时限: 2031-12-31
  时限: 2032-03-31
"""


def run(cwd: Path, *arguments: str, day: str = "2031-05-25") -> subprocess.CompletedProcess[str]:
    person = {"NAME": "赵某", "EMAIL": "zhao@example.cn", "DATE": f"{day} 10:00:00 +0800"}
    identity = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in person.items()}
    environment = identity | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return call_text(["--today", day, *arguments], cwd=cwd, environment=environment)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """云溪市's campaign of 2031 with one filing handed in."""
    folder = tmp_path_factory.mktemp("city")
    (folder / "units.yaml").write_text(ROSTER, encoding="utf-8")
    made = run(folder, "init", "c", "--city", "云溪市", "--issued", "2031-05-01", "--roster", "units.yaml")
    assert made.returncode == 0, made.stderr
    campaign = folder / "c"
    assert run(campaign, "new", "swj").returncode == 0
    (campaign / "filings/swj/filing.yaml").write_text(FILING, encoding="utf-8")
    submitted = run(campaign, "submit", "swj")
    assert submitted.returncode == 0, submitted.stdout + submitted.stderr
    return campaign


def commands() -> Iterator[tuple[str, ...]]:
    yield from (
        ("validate",),
        ("report", "--quarter", "2031Q2"),
        ("report", "--quarter", "2031Q2", "--format", "md"),
        ("report", "--quarter", "2031Q2", "--format", "json"),
        ("status",),
        ("status", "swj"),
        ("history",),
        ("history", "swj", "--format", "json"),
        ("diff", "swj"),
        ("diff", "--all"),
        ("read", "2031年9月底前由10个工作日压缩至3个工作日以内，电话66210001"),
        ("new", "swj", "--quarter", "2031Q2"),
        ("new", "gaj"),
        ("rule",),
    )


@pytest.mark.parametrize("arguments", list(commands()), ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_printed_or_written_is_another_citys(
    city: Path, arguments: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names, codes and phones of the notice of 2019 appear nowhere in another city's campaign."""
    with pytest.raises(SystemExit) as ended:
        main(["-C", str(city), "--today", "2031-05-25", "--lang", language, *arguments])
    assert ended.value.code in (0, 1, 2)
    printed = "".join(capsys.readouterr())
    written = "".join(path.read_text(encoding="utf-8") for path in (city / "filings").rglob("*.yaml"))
    assert not [word for word in FOREIGN if word in printed + written]
    for name in ("swj/2031Q2.yaml", "gaj/filing.yaml"):
        (city / "filings" / name).unlink(missing_ok=True)


def test_no_rule_speaks_of_another_city() -> None:
    """What a rule says, its documentation and its examples fit every city."""
    said = [(rule.code, text) for rule in all_rules().values() for text in (rule.doc, *said_by(rule))]
    assert not [(code, word) for code, text in said for word in FOREIGN if word in text]


def said_by(rule: Rule) -> tuple[str, ...]:
    return (rule.message.zh, rule.message.en, rule.hint.zh, rule.hint.en)


def test_the_filing_has_no_findings_of_weight(city: Path) -> None:
    """A good filing is a good filing in any city: no error and no warning."""
    result = run(city, "validate", "filings/swj", "--format", "json")
    assert '"error": 0' in result.stdout, result.stdout
    assert '"warning": 0' in result.stdout, result.stdout


def test_the_settings_of_the_new_city_hold_none_of_the_old(city: Path) -> None:
    """What `init` writes is derived from the city and the day that were given."""
    for name in ("xunbiao.yaml", "units.yaml", "README.md"):
        text = (city / name).read_text(encoding="utf-8")
        assert not [word for word in ("平顶山", "0375", "2662201", "0844", "410400") if word in text]
