"""`export --public`: what is published of the filings, in every format, and what never is."""

import csv
import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from xunbiao import cli
from xunbiao.progress.publicity import LEFT_OUT, without_people

NAMES = ("赵明远", "欧阳春晓", "钱某", "孙丽")
PHONES = ("2662201", "0375-4973575", "13837512345", "zhao@example.cn", "410402198001011234")
SECRETS = NAMES + PHONES
ROSTER = {
    "jia": {"全称": "某市甲局", "类别": "市直", "应报": True},
    "yi": {"全称": "某市乙局", "类别": "市直", "应报": True},
    "xian": {"全称": "某县人民政府", "类别": "县市区", "应报": False},
}
CONFIG = {
    "类型": "活动",
    "版本": 1,
    "名称": "某市对标活动",
    "城市": "某市",
    "主办": "某市发展和改革委员会",
    "印发日期": "2019-10-21",
    "时区": "Asia/Shanghai",
    "阶段": {"准备": {"止": "2019-11-20"}, "实施": {"起": "2019-11-21", "止": "2020-11-30"}},
    "申报截止": "2019-11-20",
    "季度截止": {"2019Q4": "2019-12-31"},
    "总结截止": "2020-12-31",
}
FILING = {
    "类型": "申报表",
    "版本": 1,
    "填报单位": "某市甲局",
    "填报时间": "2019-11-18",
    "联系人": "赵明远",
    "联系电话": "2662201",
    "第一责任人": "欧阳春晓",
    "寻标对象": {
        "纵向标杆单位": [{"名称": "杭州市某局", "地区": "浙江省杭州市", "好在哪": "当日办结，咨询 0375-4973575。"}],
        "横向标杆单位": [{"名称": "某市乙局", "好在哪": "一窗受理。"}],
    },
    "对标方向": {
        "目标": {
            "纵向标杆单位": {
                "M1": {"内容": "由5个工作日压缩至1个工作日（注册科 钱某，电话13837512345，zhao@example.cn）。"},
                "M2": {"内容": "12345热线办结率达到98%，由赵明远负责。"},
            },
            "横向标杆单位": {},
        },
        "差距": {"纵向标杆单位": {"C1": {"内容": "相差4个工作日。"}}},
        "举措": {"J1": {"内容": "推行告知承诺。", "责任人": "孙丽（法规科）", "时限": "2020-06-30"}},
        "时限": "2020-11-30",
    },
    "创标意向": {
        "目标": {"CM1": {"内容": "孙丽牵头，网办率由60%提高到100%，证号410402198001011234。"}},
        "亮点": {"CL1": {"内容": "零跑动。"}},
        "举措": {"CJ1": {"内容": "上线模块。", "责任人": "钱某"}},
        "时限": "立行立改",
    },
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def xunbiao(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `xunbiao ARGUMENTS` in a folder with one filing of two: exit code, stdout, stderr."""
    for name in [name for name in os.environ if name.startswith("XUNBIAO_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "city"
    files: dict[str, Any] = {
        "xunbiao.yaml": CONFIG,
        "units.yaml": {"类型": "单位名录", "版本": 1, "单位": ROSTER},
        "filings/jia/filing.yaml": FILING,
    }
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main([*arguments])
        out, err = capfdbinary.readouterr()
        return int(left.value.code or 0), out.decode(), err.decode()

    return run


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_each_benchmark_and_goal_is_a_row(xunbiao: Run) -> None:
    """The table has a row for each goal beside the benchmark it faces, and one for a benchmark that none faces."""
    _, out, _ = xunbiao("export", "--all", "--public", "--format", "csv")
    assert [row[:4] + row[5:] for row in rows(out)[1:]] == [
        ["1", "某市甲局", "纵向", "杭州市某局（浙江省杭州市）", "2020-11-30"],
        ["1", "某市甲局", "纵向", "杭州市某局（浙江省杭州市）", "2020-11-30"],
        ["1", "某市甲局", "横向", "某市乙局", ""],
        ["1", "某市甲局", "创标", "", ""],
    ]


def test_prose_keeps_all_but_people(xunbiao: Run) -> None:
    """What a goal says is published whole, but for the persons, phones and addresses in it; a hotline is nobody's."""
    record = json.loads(xunbiao("export", "--all", "--public", "--format", "json")[1])
    texts = {goal["id"]: goal["text"] for goal in record["units"][0]["goals"]}
    assert texts["M1"].startswith("由5个工作日压缩至1个工作日（")
    assert texts["M2"] == f"12345热线办结率达到98%，由{LEFT_OUT}负责。"
    assert texts["CM1"] == f"{LEFT_OUT}牵头，网办率由60%提高到100%，证号{LEFT_OUT}。"


@pytest.mark.parametrize("format", ["text", "md", "json", "csv", "html"])
def test_no_person_or_phone_in_any_text_format(xunbiao: Run, format: str) -> None:
    """Names, phones, addresses and identity numbers are found nowhere in what is published."""
    out = xunbiao("export", "--all", "--public", "--format", format)[1]
    assert "某市甲局" in out
    assert [secret for secret in SECRETS if secret in out] == []


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_no_person_or_phone_in_any_office_document(xunbiao: Run, format: str) -> None:
    """The same of every part of the documents for Word and Excel, properties included; without -o they get a name."""
    xunbiao("export", "--all", "--public", "--format", format)
    with zipfile.ZipFile(f"寻标对象公示.{format}") as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    said = "\n".join(re.sub("<[^>]*>", "", part) + part for part in parts)
    assert "某市甲局" in said
    assert "杭州市某局（浙江省杭州市）" in said
    assert [secret for secret in SECRETS if secret in said] == []


def test_units_without_a_filing_are_named(xunbiao: Run) -> None:
    """A unit that must file and has nothing to publish is named, and the exit code says so."""
    code, out, _ = xunbiao("export", "--all", "--public", "--format", "md")
    assert code == 1
    assert "尚无可公示内容的单位（1）：某市乙局" in out
    assert "某县人民政府" not in out


def test_one_unit_alone_can_be_published(xunbiao: Run) -> None:
    """A unit's name gives the table of that unit."""
    code, out, _ = xunbiao("export", "jia", "--public", "--format", "csv")
    assert code == 0
    assert {row[1] for row in rows(out)[1:]} == {"某市甲局"}


def test_a_file_is_not_overwritten_unasked(xunbiao: Run) -> None:
    """A file of the same name stays as it is, unless --force is given."""
    Path("公示.html").write_text("旧", encoding="utf-8")
    asked = ("export", "--all", "--public", "--format", "html", "--output", "公示.html")
    assert xunbiao(*asked)[0] == 2
    assert Path("公示.html").read_text(encoding="utf-8") == "旧"
    xunbiao(*asked, "--force")
    assert "某市甲局" in Path("公示.html").read_text(encoding="utf-8")


def test_empty_form_and_publication_exclude_each_other(xunbiao: Run) -> None:
    """--blank and --public together are refused in one line."""
    code, _, err = xunbiao("export", "--blank", "--public")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_unknown_format_names_those_there_are(xunbiao: Run) -> None:
    """A format that publication does not know is refused with the list of those it does."""
    code, _, err = xunbiao("export", "--all", "--public", "--format", "doc")
    assert code == 2
    assert "xlsx、docx、text" in err


@given(st.text(alphabet="由赵明远负责，电话2662201（科）. a@b.cn\n", max_size=60), st.sampled_from(NAMES))
def test_leaving_people_out_never_raises_and_leaves_no_name(text: str, name: str) -> None:
    """Whatever stands around a known name, it is left out, and everything outside the gaps is kept in order."""
    out = without_people(text + name + text, [name])
    assert name not in out
    kept = iter(text + name + text)
    assert all(character in kept for character in out.replace(LEFT_OUT, ""))
