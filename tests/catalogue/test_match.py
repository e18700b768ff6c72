"""text → the practices it draws upon: what is recognised, what is left alone, why, and how a coordinator teaches it."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.catalogue import SUGGESTED, Matcher, make
from xunbiao.check import open_folder
from xunbiao.model.practice import Catalogue, Practice

from ..effort import tries

ROOT = Path(__file__).resolve().parents[2]


@cache
def catalogue() -> Catalogue:
    return open_folder(ROOT).catalogue


@cache
def matcher() -> Matcher:
    return make(catalogue())


def drawn(text: str, known: Matcher | None = None) -> list[str]:
    return [match.practice for match in (known or matcher()).read(text).draws_upon]


@pytest.mark.parametrize(
    ("text", "practices"),
    [
        ("连锁门店新增经营场所免办分支机构执照，只在原执照上备案", ["P09"]),
        ("凭完税情况就能从银行拿到贷款，房产证不必押上", ["P11"]),
        ("把水厂、气站的人请到政务大厅，工地拿许可时一并报装", ["P21"]),
        ("小店要通电，供电所上门干完所有活，客户一分钱不掏", ["P22"]),
        ("出让工业用地时写明亩均税收和能耗上限，达不到的收回", ["P05"]),
        ("房屋过户缴税发证在一个窗口连着办完，水电户名跟着改", ["P27"]),
        ("开面馆的几本证打成一个套餐，一张表申请", ["P25"]),
        ("守法的企业少抽查，失信的多抽查", ["P15"]),
        ("大数据平台自动发现企业异常，及时预警", ["P17"]),
    ],
)
def test_a_paraphrase_is_recognised(text: str, practices: list[str]) -> None:
    """A text in other words than Annex 1's, and in none that the catalogue holds as such, is given its practice."""
    assert drawn(text) == practices


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P13 做外贸的企业进一个大厅办齐海关、外汇、税务手续", "P21 自来水、燃气、热力公司进政务大厅设窗口受理报装"),
        ("P04 环评和地灾评估由开发区一次做完，区内项目共用", "P05 工业地块带着投资强度和能耗标准出让"),
        ("P01 企业签承诺书代替开工前的审批", "P05 企业对照出让公告里的标准竞价拿地"),
        ("P02 各类规划合成一张图，矛盾图斑逐块处理", "P03 每个审批阶段一家牵头，各部门同步审"),
        ("P03 消防、人防的技术审查并进施工图审查", "P06 消防、人防和规划在竣工时一起到场验收"),
        ("P15 按信用等级定检查次数", "P17 归集数据给企业画像，异常自动报警"),
        ("P19 乡镇病人通过视频请省里专家看病", "P20 异地看病的医保备案在网上办，出院直接报销"),
        ("P20 居民参保登记不用跑医保窗口", "P26 社保、公积金、驾驶证都进一个手机小程序"),
        ("P23 打通各部门系统，网络延伸到村", "P30 事项从申请到发证全程在网上办"),
        ("P24 同一事项统一材料和时限，编好办事指南", "P29 系统自动审批，几秒钟出结果"),
        ("P25 几个部门的证一次申请", "P30 网上可办率达到九成以上"),
    ],
)
def test_neighbours_are_kept_apart(one: str, other: str) -> None:
    """Of two practices that are easily taken for each other, each text gets its own and not the other's."""
    for said in (one, other):
        code, _, text = said.partition(" ")
        assert drawn(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "进一步提高政治站位，切实转变工作作风",
        "奋勇争先，打造一流营商环境",
        "植树造林三万亩",
        "登记窗口满意率由93%提高到98%",
        "河道采砂许可由20个工作日压缩至8个工作日",
        "机关食堂推出三种营养套餐",
        "开展不见面开标，投标保证金改用电子保函",
        "",
        "。！？",
        "12345",
        "hello world",
    ],
)
def test_slogans_and_other_work_are_left_alone(text: str) -> None:
    """What draws upon no practice gets no suggestion, whatever words it shares with one."""
    assert drawn(text) == []


def test_a_text_may_draw_upon_several() -> None:
    """Each lever of a compound text is named, the best first."""
    text = "工程完工后几个部门一起到场验收；施工图只审一次，消防、人防不再另审；规划合成一张蓝图"
    assert sorted(drawn(text)) == ["P02", "P03", "P06"]


def test_evidence_is_made_of_the_texts_own_words() -> None:
    """Every word given as evidence stands in the text as typed, quotation marks inside included, and starts no unit."""
    text = "推行“一照多址”改革，对12家连锁门店免办分支机构执照"
    best = matcher().read(text).matches[0]
    assert best.practice == "P09"
    assert best.evidence
    assert all(word in text for word in best.evidence)
    assert "连锁门店" in "".join(best.evidence)
    assert not any(word.startswith("家") for word in best.evidence)


def test_matches_are_ranked_and_scored() -> None:
    """At least three practices come back where words speak for some, best first, with scores from 0 to 1."""
    reading = matcher().read("外贸企业办证进一个大厅")
    scores = [match.score for match in reading.matches]
    assert len(scores) >= 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert [match for match in reading.matches if match.score >= SUGGESTED] == list(reading.draws_upon)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("推行“一网通办”", "推行一网通办"),
        ("互联网+医保", "互联网＋医保"),
        ("办理时间压缩到 3 个工作日", "办理时间压缩到 15 个工作日"),
        ("APP上线", "ａｐｐ上线"),
    ],
)
def test_writing_does_not_matter(one: str, other: str) -> None:
    """Quotation marks, widths, case, blanks and the numbers themselves change no score."""
    assert matcher().standings(one) == matcher().standings(other)


def test_what_is_suggested_in_bulk_is_what_is_read() -> None:
    """The faster question gives the same practices, scores and words as the full one, on every labelled text."""
    for row in rows():
        assert matcher().suggested(row["text"]) == matcher().read(row["text"]).draws_upon


@settings(max_examples=tries(400), deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any Unicode text gets scores from 0 to 1 and words that stand in it."""
    reading = matcher().read(text)
    assert all(0 <= match.score <= 1 for match in reading.matches)
    assert all(word in text for match in reading.matches for word in match.evidence)


def test_a_long_text_is_read_whole() -> None:
    """All sentences of the catalogue in one text overflow nothing."""
    texts = [text for each in catalogue().practices.values() for group in each.examples.values() for text in group]
    reading = matcher().read("，".join(texts) * 3)
    assert all(0 <= match.score <= 1 for match in reading.matches)


def test_a_sentence_added_by_a_coordinator_counts_at_once() -> None:
    """A turn of phrase that nobody foresaw is recognised as soon as it is an example of the practice."""
    turn = "让铁公鸡拔毛"
    practice = catalogue().practices["P12"]
    taught = replace(practice, examples={**practice.examples, "P12-2": (*practice.examples["P12-2"], turn)})
    known = make(replace(catalogue(), practices={**catalogue().practices, "P12": taught}))
    assert drawn(turn) == []
    assert drawn(turn, known) == ["P12"]


def test_a_sentence_added_as_unrelated_is_left_alone() -> None:
    """What was taken for a practice by its words no longer is once the catalogue says that it is unrelated."""
    mistaken = "连锁经营协会换届"
    unrelated = (*catalogue().unrelated, mistaken, "连锁经营协会年会", "餐饮连锁经营协会座谈")
    assert "P09" in drawn(mistaken)
    assert drawn(mistaken, make(replace(catalogue(), unrelated=unrelated))) == []


def test_a_practice_of_a_citys_own_is_recognised_by_its_words() -> None:
    """A practice that has nothing but title, elements and phrases is found, and no other is lost."""
    added = Practice(
        code="P31", number=31, title="破产案件快审快结", category=2, version=1, regions=("青禾市",),
        elements={"P31-1": "简单的破产案件由专门团队限期审结", "P31-2": "管理人由摇号选定"},
        data=(), reduces=(), indicators=(), errata=(), phrases=("破产快审", "执转破", "破产管理人"), neighbours={},
    )  # fmt: skip
    known = make(replace(catalogue(), practices={**catalogue().practices, "P31": added}))
    assert drawn("破产管理人摇号选定，简单破产案件四个月审结", known) == ["P31"]
    assert drawn("连锁门店新增经营场所免办分支机构执照", known) == ["P09"]


def test_an_empty_catalogue_knows_nothing() -> None:
    """With no practice there is no match, and no error."""
    known = make(replace(catalogue(), practices={}, unrelated=()))
    assert known.read("一网通办").matches == ()
    assert known.suggested("一网通办") == ()


def rows() -> list[dict[str, str]]:
    with (ROOT / "tests" / "data" / "match.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_it_stays_as_good_as_it_was_measured() -> None:
    """On the labelled texts, none of which it learned from: 97% best matches, 98% first three, 95% of none."""
    readings = [(row["practices"], matcher().read(row["text"])) for row in rows()]
    drawing = [({f"P{int(n):02}" for n in wanted.split(",")}, read) for wanted, read in readings if wanted != "-"]
    nothing = [read for wanted, read in readings if wanted == "-"]
    best = sum(bool(read.matches) and read.matches[0].practice in wanted for wanted, read in drawing)
    three = sum(wanted <= {match.practice for match in read.matches[:3]} for wanted, read in drawing)
    silent = sum(not read.draws_upon for read in nothing)
    assert best / len(drawing) >= 0.97
    assert three / len(drawing) >= 0.98
    assert silent / len(nothing) >= 0.95
