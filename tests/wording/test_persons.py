"""Who is a person in a field or a sentence, and who is none."""

import pytest

from xunbiao.wording import is_person, persons

NAMED = {
    "张某（注册登记科）": [("张某", "注册登记科")],
    "注册科 赵明远": [("赵明远", "注册科")],
    "注册科赵明远负责": [("赵明远", "注册科")],
    "由赵明远负责": [("赵明远", None)],
    "责任人：李华": [("李华", None)],
    "责任人为孙丽": [("孙丽", None)],
    "审批科张×负责": [("张×", "审批科")],
    "李某某": [("李某某", None)],
    "赵XX": [("赵XX", None)],
    "王**": [("王**", None)],
    "刘〇〇": [("刘〇〇", None)],
    "欧阳建国、李华": [("欧阳建国", None), ("李华", None)],
    "诸葛明（法规科）": [("诸葛明", "法规科")],
    "王　芳": [("王芳", None)],
    "孙晓峰": [("孙晓峰", None)],
    "王局长": [("王局长", None)],
    "由刘主任牵头": [("刘主任", None)],
    "王明副局长牵头": [("王明", None)],
    "副局长张明负责": [("张明", None)],
    "张明、李华负责": [("张明", None), ("李华", None)],
    "窗口公开办事指南（注册科 赵明远）。": [("赵明远", "注册科")],
    "2020年3月底前上线（信息中心 何静、马超）": [("何静", "信息中心"), ("马超", None)],
    "何静 13703750145": [("何静", None)],
    "买买提·艾山": [("买买提·艾山", None)],
    "陈志强同志负责": [("陈志强", None)],
    "政策法规科科长周涛具体负责": [("周涛", None)],
    "牵头领导：陈建平；经办人：周丽": [("陈建平", None), ("周丽", None)],
    "联系人 吴敏": [("吴敏", None)],
    "高峰": [("高峰", None)],
    "注册科、李华": [("李华", None)],
    "李华、各科室": [("李华", None)],
    "张某、办公室": [("张某", None)],
    "李华；王某": [("李华", None), ("王某", None)],
    "由李志明负责": [("李志明", None)],
    "陈立志": [("陈立志", None)],
    "王一心、张小月": [("王一心", None), ("张小月", None)],
    "阎某（不动产登记中心）": [("阎某", "不动产登记中心")],
    "巫某（纳税服务科）": [("巫某", "纳税服务科")],
    "尚海涛 毋丽娟（审批科）": [("尚海涛", None), ("毋丽娟", "审批科")],
    "李华 王 芳 赵明远": [("李华", None), ("王芳", None), ("赵明远", None)],
    "立案庭庭长 宋玉琴": [("宋玉琴", None)],
    "立案庭 宋玉琴": [("宋玉琴", "立案庭")],
    "由王庭长牵头": [("王庭长", None)],
    "赵法官": [("赵法官", None)],
    "于某（2020年6月底前完成）": [("于某", None)],
}
NOBODY = [
    "李华 加强协调",
    "毋须指定",
    "办公室",
    "各科室",
    "专人",
    "专人负责",
    "全体",
    "全体工作人员",
    "相关负责同志",
    "主要负责同志",
    "窗口",
    "窗口负责人",
    "由办公室负责",
    "由市发改委牵头",
    "由各科室负责",
    "由高新区负责",
    "由法制科负责",
    "注册登记科",
    "行政审批科",
    "高新区管委会",
    "安全科",
    "金融科",
    "分管领导",
    "局领导班子成员",
    "党组书记",
    "人选待定",
    "高效便民",
    "常态化",
    "于某日前完成",
    "对某些企业",
    "任何单位不得收费",
    "范围广泛",
    "进一步优化营商环境",
    "周密部署，强化措施",
    "明确专人，落实责任",
    "成立工作专班",
    "方案起草小组",
    "张贴公告",
    "",
    "无",
    "责任科室：审批科",
    "各县（市、区）人民政府",
    "2020年6月底前完成（由郑州分局负责）",
    "时限",
    "操作",
    "修改",
    "丰富文化",
    "由平台负责",
    "由成效好负责",
    "由国土局负责",
    "3×4",
]


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A person is found by name, mask or post, with the section named beside."""
    assert [(person.name, person.section) for person in persons(text)] == expected
    assert is_person(text)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    """An office, a post without a name, everybody and ordinary words are no person."""
    assert persons(text) == ()
    assert not is_person(text)


def test_place() -> None:
    """A person's place is where the name stands in the text as typed."""
    text = "上线（ 注册科　赵明远 ）"
    person = persons(text)[0]
    assert text[person.start : person.end] == "赵明远"
