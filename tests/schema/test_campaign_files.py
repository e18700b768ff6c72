"""The project's own campaign: its settings as the notice has them, and a roster whose names lead to one unit each."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
ADDRESSEE = ("县市区", "功能区")

Load = Callable[[Path], Any]


@pytest.fixture
def campaign(load: Load) -> dict[str, Any]:
    """The settings in the root folder."""
    data: dict[str, Any] = load(ROOT / "xunbiao.yaml")
    return data


@pytest.fixture
def units(load: Load) -> dict[str, dict[str, Any]]:
    """The units of the roster in the root folder, by id."""
    data: dict[str, dict[str, Any]] = load(ROOT / "units.yaml")["单位"]
    return data


@pytest.mark.parametrize(("name", "kind"), [("xunbiao", "campaign"), ("units", "units")])
def test_file_passes_its_schema(name: str, kind: str, load: Load) -> None:
    """Both files pass their schemas and lead an editor to them."""
    path = ROOT / f"{name}.yaml"
    schema = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(load(path))) == []
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schemas/{kind}.schema.json"


def test_calendar_is_the_notices(campaign: dict[str, Any]) -> None:
    """Stages and due dates are those of the notice; the last quarter is left to the summary."""
    assert campaign["印发日期"] == "2019-10-21"
    assert campaign["阶段"] == {
        "准备": {"止": "2019-11-20"},
        "实施": {"起": "2019-11-21", "止": "2020-11-30"},
        "总结": {"止": "2020-12-31"},
    }
    assert campaign["申报截止"] == "2019-11-20"
    assert campaign["季度截止"] == {
        "2019Q4": "2019-12-31",
        "2020Q1": "2020-03-31",
        "2020Q2": "2020-06-30",
        "2020Q3": "2020-09-30",
    }
    assert campaign["总结截止"] == "2020-12-31"


def test_example_day_lies_in_the_campaign(campaign: dict[str, Any]) -> None:
    """The example's day comes after the first quarter fell due and before the second did."""
    day = date.fromisoformat(campaign["示例日期"])
    assert date(2020, 3, 31) < day < date(2020, 6, 30)


def test_receiver_keeps_its_digits(campaign: dict[str, Any]) -> None:
    """Room, telephone and codes are texts, leading zeros included."""
    assert campaign["区号"] == "0375"
    assert campaign["行政区划代码"] == "410400"
    assert "0844" in campaign["报送"]["房间"]
    assert campaign["报送"]["电话"] == "2662201"


def test_a_name_leads_to_one_unit(units: dict[str, dict[str, Any]]) -> None:
    """No id, full name or alias stands for two units, nor twice for one."""
    names = [name for id_, unit in units.items() for name in (id_, unit["全称"], *unit["别名"])]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("市发改委", "fgw"),
        ("市发展改革委", "fgw"),
        ("发改委", "fgw"),
        ("市发展改革委（营商环境监督局）", "fgw"),
        ("市教体局", "jtj"),
        ("市工信局", "gxj"),
        ("市人社局", "rsj"),
        ("市自然资源局", "zrzyj"),
        ("市自然资源和规划局", "zrzyj"),
        ("市住建局", "zjj"),
        ("市城管局", "cgj"),
        ("市卫健委", "wjw"),
        ("市市场监管局", "scjgj"),
        ("市医保局", "ylbzj"),
        ("市文广旅局", "wglj"),
        ("市文旅局", "wglj"),
        ("市行政审批局", "zwdsj"),
        ("市政务大数据局", "zwdsj"),
        ("市审批局", "zwdsj"),
        ("市公积金中心", "gjj"),
        ("市税务局", "sswj"),
        ("高新区管委会", "gxq"),
        ("汝州市", "rzs"),
    ],
)
def test_usual_short_forms_are_known(name: str, id_: str, units: dict[str, dict[str, Any]]) -> None:
    """The short forms that offices write are aliases of the right unit."""
    assert name in units[id_]["别名"]


def test_addressees_are_twelve(units: dict[str, dict[str, Any]]) -> None:
    """Ten counties, cities and districts and two boards, each with its own region code; none of them files."""
    addressees = [unit for unit in units.values() if unit["类别"] in ADDRESSEE]
    assert Counter(unit["类别"] for unit in addressees) == {"县市区": 10, "功能区": 2}
    codes = [unit["行政区划代码"] for unit in addressees]
    assert len(set(codes)) == 12
    assert all(len(code) == 6 and code.startswith("4104") for code in codes)
    assert not any(unit["应报"] for unit in addressees)
    assert [unit["全称"] for unit in addressees if unit.get("省直管")] == ["汝州市人民政府"]


def test_thirty_eight_units_file(units: dict[str, dict[str, Any]]) -> None:
    """Thirty-eight units must file, and each of them has approvals or services."""
    filers = [unit for unit in units.values() if unit["应报"]]
    assert len(filers) == 38
    assert all(unit["审批事项"] or unit["服务事项"] for unit in filers)
    assert all(unit["职责"] for unit in filers)
