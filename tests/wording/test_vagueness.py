"""Words that say nothing, what makes a text concrete, and when it is vague as a whole."""

import pytest

from xunbiao.wording import concreteness, is_vague, vague

EMPTY = [
    "进一步优化办理流程，大幅压缩办理时限。",
    "加强学习，提高认识。",
    "认真贯彻落实上级要求",
    "不断完善工作机制",
    "加快推进“互联网+政务服务”",
    "信息化水平还不够高",
    "思想解放不够、创新力度不大",
    "实现时间最短、流程最便捷、落实最彻底",
    "显著提高群众和企业满意度",
    "走在全省前列",
    "形成可复制推广的“平顶山经验”",
    "建立健全各项规章制度",
    "持续推进，长期坚持",
    "服务意识有待加强。",
    "",
]
CONCRETE = {
    "编制21项高频事项办事指南，4月底前公开，审批科张×负责": {"number", "date", "person", "deliverable", "object"},
    "2020年3月底前与税务系统完成接口联调": {"date", "deliverable", "object"},
    "取消分支机构执照": {"object"},
    "缺少统一的审批管理平台，系统间数据未共享": {"object"},
    "材料由12份精简到4份": {"number"},
    "由注册登记科负责": {"person"},
    "出台实施细则": {"deliverable", "object"},
    "3个工作日内办结": {"number"},
    "三个月内完成": {"date"},
    "6月底前完成": {"date"},
}
WORDS = {
    "进一步优化流程，大幅压缩时限": [("进一步", "intensifier"), ("优化", "intensifier"), ("大幅", "intensifier")],
    "位居全省第一方阵": [("第一方阵", "superlative")],
    "推出一批举措": [("一批", "indefinite")],
    "应进必进": [("应进必进", "slogan")],
    "长期坚持": [("长期坚持", "open-ended")],
    "压缩至3天": [],
    "300多项业务": [],
    "多项举措": [("多项", "indefinite")],
}


@pytest.mark.parametrize("text", EMPTY)
def test_vague(text: str) -> None:
    """A sentence of stock phrases has nothing concrete, and says so in both languages."""
    emptiness = is_vague(text)
    assert emptiness.vague
    assert concreteness(text) == frozenset()
    assert emptiness.why_zh.startswith("没有数字")
    assert emptiness.why_en.startswith("No figure")


@pytest.mark.parametrize(("text", "evidence"), CONCRETE.items())
def test_concrete(text: str, evidence: set[str]) -> None:
    """A sentence is concrete by its number, object, deliverable, date or person, and the reason names them."""
    emptiness = is_vague(text)
    assert not emptiness
    assert concreteness(text) == evidence
    assert emptiness.why_zh.startswith("写明了")
    assert emptiness.why_zh.count("、") == len(evidence) - 1
    assert emptiness.why_en.startswith("It gives")


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_words(text: str, expected: list[tuple[str, str]]) -> None:
    """Each vague word is found once, the longest that fits, with its kind."""
    assert [(found.word, found.kind) for found in vague(text)] == expected


def test_reason_in_english() -> None:
    """What a text gives is named in English too, in one order."""
    assert is_vague("6月底前完成").why_en == "It gives a date."
    assert is_vague("由注册登记科负责").why_en == "It gives a person."
    assert is_vague("6月底前减到3份").why_en == "It gives a date, a figure."


def test_reason_quotes_the_words_once() -> None:
    """The reason quotes the empty words, each once."""
    assert is_vague("进一步提高，进一步加强").why_zh.count("“进一步”") == 1


def test_place() -> None:
    """A vague word's place counts in the text as typed."""
    text = "将 进 一步 优化"
    word = vague(text)[0]
    assert (word.word, text[word.start : word.end]) == ("进一步", "进 一步")
