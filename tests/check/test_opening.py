"""Configuration that cannot be read ends in one clear line; what is optional may be missing."""

from collections.abc import Callable

import pytest

from xunbiao import resources
from xunbiao.check import open_workspace
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import CHINA
from xunbiao.model.period import Quarter
from xunbiao.model.workspace import Workspace
from xunbiao.workspace import MemoryFiles

Open = Callable[..., Workspace]
Settings = Callable[[str], str]

LEAST = """\
类型: 活动
版本: 1
名称: 某市活动
城市: 某市
印发日期: 2024-01-05
申报截止: 2024-02-01
季度截止: {2024Q1: 2024-03-31}
总结截止: 2024-06-30
"""
UNITS = "类型: 单位名录\n版本: 1\n单位:\n  jia:\n    全称: 某市甲局\n"


def refusal(open_it: Callable[[], Workspace]) -> CannotGoOn:
    """Why the tool cannot go on."""
    with pytest.raises(CannotGoOn) as caught:
        open_it()
    assert caught.value.exit_code == 2
    assert "\n" not in caught.value.message.zh + caught.value.message.en
    return caught.value


def test_the_least_that_is_needed(opened: Open) -> None:
    """Names and due dates are enough; the rest has its defaults."""
    campaign = opened({"xunbiao.yaml": LEAST, "units.yaml": UNITS}).campaign
    assert campaign.quarters == (Quarter(2024, 1),)
    assert campaign.last_quarter == Quarter(2024, 2)
    assert campaign.zone is CHINA
    assert campaign.waivers == ()
    assert campaign.grace_days == 0


@pytest.mark.parametrize("name", ["xunbiao.yaml", "units.yaml"])
def test_a_missing_file_is_named(name: str) -> None:
    """Without its settings or its roster a campaign cannot be opened; the line says which file it is."""
    contents = {"xunbiao.yaml": LEAST.encode(), "units.yaml": UNITS.encode()}
    del contents[name]
    trouble = refusal(lambda: open_workspace(MemoryFiles("memory", contents)))
    assert trouble.message.zh.startswith(f"{name}:1:1 XB001")


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("名称: 某市活动", "名称：某市活动", "xunbiao.yaml:3:3 XB007", "全角冒号"),
        ("名称: 某市活动", "\t名称: 某市活动", "xunbiao.yaml:3:1 XB008", "Tab"),
        ("版本: 1", "版本: 一", "xunbiao.yaml:2:5 XB104 版本", "一"),
        ("城市: 某市", "城池: 某市", "xunbiao.yaml:4:1 XB102 城池", "城市"),
        ("名称: 某市活动\n", "", "xunbiao.yaml:1:1 XB103", "名称"),
    ],
)
def test_a_slip_in_the_settings_is_placed(opened: Open, old: str, new: str, place: str, words: str) -> None:
    """A slip in xunbiao.yaml is told as it would be in any document: place, code, what, and what to do."""
    trouble = refusal(lambda: opened({"xunbiao.yaml": LEAST.replace(old, new), "units.yaml": UNITS}))
    assert trouble.message.zh.startswith(place)
    assert words in trouble.message.zh
    assert trouble.message.en.startswith(place)


def test_a_blemish_does_not_hide_the_reason(opened: Open) -> None:
    """With a byte order mark and a slip, it is the slip that is told."""
    raw = b"\xef\xbb\xbf" + LEAST.replace("名称:", "名称：").encode()
    assert "XB007" in refusal(lambda: opened({"xunbiao.yaml": raw, "units.yaml": UNITS})).message.zh


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("印发日期: 2024-01-05", "印发日期: 2024年1月5日", "印发日期"),
        ("申报截止: 2024-02-01\n", "", "申报截止"),
        ("{2024Q1: 2024-03-31}", "{2024Q1: 三月底}", "2024Q1"),
        ("总结截止: 2024-06-30", "总结截止: 2024-06-31", "总结截止"),
        ("总结截止: 2024-06-30", "总结截止: 2024-06-30\n时区: Asia/Nowhere", "Asia/Nowhere"),
        ("总结截止: 2024-06-30", "总结截止: 2024-06-30\n时区: ../../etc/passwd", "时区"),
        ("总结截止: 2024-06-30", "总结截止: 2024-06-30\n示例日期: 四月", "示例日期"),
    ],
)
def test_a_date_that_all_needs(opened: Open, old: str, new: str, words: str) -> None:
    """A due date or zone that cannot be read is named, since everything is judged by it."""
    trouble = refusal(lambda: opened({"xunbiao.yaml": LEAST.replace(old, new), "units.yaml": UNITS}))
    assert "xunbiao.yaml" in trouble.message.zh
    assert words in trouble.message.zh


@pytest.mark.parametrize(
    "units",
    [
        "类型: 单位名录\n版本: 1\n",
        "类型: 单位名录\n版本: 1\n单位:\n  JIA:\n    全称: 某市甲局\n",
        "类型: 活动\n版本: 1\n单位: {}\n",
    ],
)
def test_a_roster_of_the_wrong_shape(opened: Open, units: str) -> None:
    """A roster without units, with a malformed id or of another kind is refused by name."""
    assert refusal(lambda: opened({"xunbiao.yaml": LEAST, "units.yaml": units})).message.zh.startswith("units.yaml:")


OWN = "类型: 典型做法\n编号: {code}\n序号: {number}\n名称: 容缺受理\n类别: 1\n要点:\n  {code}-1: 先收下\n"


@pytest.mark.parametrize(("use", "codes"), [("内置", 30), ("扩展", 31), ("替换", 1)])
def test_own_practices(opened: Open, use: str, codes: int) -> None:
    """A campaign's own practices extend or replace the packed ones as it says."""
    files = {
        "xunbiao.yaml": LEAST + f"典型做法: {use}\n",
        "units.yaml": UNITS,
        "catalogue/P31.yaml": OWN.format(code="P31", number=31),
    }
    catalogue = opened(files).catalogue
    assert len(catalogue.practices) == codes
    assert catalogue.knows("P31-1") == (use != "内置")
    assert catalogue.knows("P09-2") == (use != "替换")


@pytest.mark.parametrize(
    "broken",
    [
        "类型：典型做法",
        "- x",
        "类型: 典型做法\n编号: P31\n",
        "类型: 典型做法\n编号: P31\n名称: x\n数据: [null, 5]\n",
        "",
    ],
)
def test_a_broken_practice_is_left_out(opened: Open, broken: str) -> None:
    """A practice that cannot be read takes no part, and does not keep the campaign from opening."""
    files = {"xunbiao.yaml": LEAST + "典型做法: 扩展\n", "units.yaml": UNITS, "catalogue/P31.yaml": broken}
    assert len(opened(files).catalogue.practices) == 30


@pytest.mark.parametrize(
    "head",
    ["- x", "类别: 5\n", "类型: 典型做法目录\n名称: x\n类别: []\n", "类型: 典型做法目录\n名称: x\n类别:\n  一: x\n"],
)
def test_a_broken_head_of_the_catalogue_is_left_out(opened: Open, head: str) -> None:
    """A catalogue.yaml that cannot be read leaves the categories unnamed."""
    files = {"xunbiao.yaml": LEAST + "典型做法: 替换\n", "units.yaml": UNITS, "catalogue/catalogue.yaml": head}
    assert opened(files).catalogue.categories == {}


def test_settings_with_blanks(opened: Open) -> None:
    """Blank places of the settings count as not said."""
    blanks = "阶段:\n  准备:\n  实施: {起: null, 止: ''}\n规则:\n  级别:\n  豁免:\n    -\n"
    blanks += "语言:\n时区:\n示例日期:\n宽限天数:\n"
    campaign = opened({"xunbiao.yaml": LEAST + blanks, "units.yaml": UNITS}).campaign
    assert campaign.waivers == ()
    assert campaign.example_day is None
    assert campaign.implementation_ends == campaign.summary_due


def test_practices_are_read_by_those_who_ask() -> None:
    """Opening a campaign reads none of its practices; whoever asks for them reads them, once."""
    asked: list[str] = []

    class Watched(dict[str, bytes]):
        def get(self, path: str, default: object = None) -> object:  # type: ignore[override]
            asked.append(path)
            return super().get(path, default)

    practice = resources.read("catalogue/P01.yaml")
    settings = f"{LEAST}典型做法: 替换\n".encode()
    contents = Watched({"xunbiao.yaml": settings, "units.yaml": UNITS.encode(), "catalogue/P01.yaml": practice})
    workspace = open_workspace(MemoryFiles("memory", contents))
    assert "catalogue/P01.yaml" not in asked
    assert list(workspace.catalogue.practices) == ["P01"]
    assert workspace.catalogue is workspace.catalogue
    assert asked.count("catalogue/P01.yaml") == 1
