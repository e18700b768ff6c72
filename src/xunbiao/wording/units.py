"""Word list → units: what may follow a number, which 维度 it speaks for, and when it does not count.

Gathered from the notice's Annex 1, from the indicator tables that city and province governments publish on 营商环境, and from
GB 3100/3102 for physical units. A number without a unit of this list is no quantity, which keeps out 12345, 3号楼 and 十九届.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from xunbiao.wording.dictionary import Dictionary, dictionary


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `name` as reported, `kind` the 维度 it implies (None: the subject decides), and how it may be written.

    `counted` is with the measure word 个 (个工作日); `rated` a technical rating (千伏), which names a thing and is no figure unless it
    changes; `arabic` only after Arabic digits; `not_before` are the characters that make another word of it (3人员, 十分别).
    """

    name: str
    kind: str | None = None
    counted: bool = False
    rated: bool = False
    arabic: bool = False
    not_before: str = ""


# Characters after a unit that make another word of both together.
_OTHER_WORD = {
    "分": "别之类批区局期开级管享布布成辨解配工担支享",
    "年": "度级期轻龄报",
    "日": "常均益期趋渐",
    "天": "然津",
    "周": "年期边围转密到",
    "月": "度",
    "人": "民社工才力均员机脸",
    "次": "日年月",
    "名": "录称单",
    "位": "于数置",
    "处": "理置室分罚",
    "所": "有得在属需",
    "家": "庭长园",
    "户": "籍口外",
    "条": "例件",
    "种": "植养子粮",
    "类": "似",
    "元": "旦素宵",
    "场": "所地景站",
    "台": "账风湾",
    "套": "餐",
    "份": "额",
    "本": "地市级部年月次土行局单周",
    "起": "草来诉点",
    "例": "如外会",
    "道": "路",
    "期": "间限末待货",
    "批": "准复文示",
    "轮": "流",
    "亩": "均",
    "倍": "增",
    "级": "",
    "张": "贴",
    "支": "持付撑部",
    "座": "谈",
    "门": "槛",
    "篇": "章",
    "字": "号",
    "辆": "",
    "层": "面级次",
    "页": "面",
    "项": "",
    "站": "式",
    "村": "级",
    "步": "伐",
    "米": "",
    "时": "限间",
}

_TIME = (
    "工作日 天 日 小时 分钟 秒 秒钟=秒 年 周 星期 季度 工作时 自然日 日历日 日历天 工作天=工作日 钟头=小时 天时间=天 "
    "刻钟 学时 课时"
)
_TIME_COUNTED = "工作日 工作天=工作日 小时 月=个月 自然日 日历日 日历天 星期 周 季度 工作时 钟头=小时 学时 课时"
_MATERIALS = "份"
_STEPS = "环节 步骤 程序 流程"
_MONEY = "元 元钱=元 元人民币=元 人民币=元 块钱=元 美元 欧元 港元"
_SHARES = "% ‰ 百分点"
_COUNTS = (
    "项 件 家 户 人 名 条 宗 种 类 大类=类 小类=类 处 所 座 场 场次 套 张 台 台套 辆 篇 例 起 亩 公顷 平方米 平方公里 立方米 "
    "公里 千米=公里 米 km=公里 吨 万吨 公斤 千克 克 度电 千瓦时 兆 页 幅 株 棵 间 栋 幢 根 口 批次 班次 频次 门次 期次 "
    "人次 人次数=人次 户次 家次 件次 车次 台次 辆次 架次 笔 单 票 标准箱 TEU=标准箱 学位 床位 张床位 车位 泊位 点位 倍 "
    "册 本 支 只 艘 架 位 个 字 步 道 ㎡=平方米 m2=平方米 m²=平方米 平方千米=平方公里 亿斤 公斤 斤 村 站 层 "
    "部 面 块 节 段 对 门 头 羽 盏 眼 孔 轮 期 批 分 对 项次 万标准箱=标准箱 人份 剂 剂次 枚 只次 通 封 篇次 条次"
)
_ARABIC_ONLY = set("期 批 步 站 层 部 面 块 节 段 对 门 头 兆 克 口 度电 通 封 轮 单 票 斤 字 村 眼 孔 支 本 根".split())
_COUNTED = "个 个人=个"
_RANKS = "位次 名次"
_RATED = "千瓦 兆瓦 千伏安 千伏 kV=千伏 kVA=千伏安 kW=千瓦 MW=兆瓦 伏 兆赫 赫兹 英寸 寸 Mbps=兆 M=兆 平米=平方米"
_VISITS = "次 趟 回"
# Words between 个 and 环节: 3个审批环节 counts 环节, not 个.
_STEP_QUALIFIERS = "审批 办理 办事 报建 申报 主要 流程 业务 服务 登记 验收 接电 办电 报装 工作 必要 串联 关键 核心".split()


def _listed(words: str, kind: str | None, **traits: bool) -> dict[str, Unit]:
    units = {}
    for word in words.split():
        written, _, name = word.partition("=")
        units[written] = _unit(written, name or written, kind, **traits)
    return units


def _unit(written: str, name: str, kind: str | None, **traits: bool) -> Unit:
    arabic = written in _ARABIC_ONLY
    return Unit(name, kind, not_before=_OTHER_WORD.get(written, ""), arabic=arabic, **traits)


def _counted(words: str, kind: str | None) -> dict[str, Unit]:
    """The units of a list with 个 before them."""
    return {"个" + written: unit for written, unit in _listed(words, kind, counted=True).items()}


def _money_rates() -> dict[str, Unit]:
    per = "吨 平方米 立方米 千瓦时 度 户 件 人 月 年 亩 次 公里 标准箱 人月".split()
    return {f"元{mark}{thing}": Unit(f"元/{thing}", "成本") for thing in per for mark in ("/", "每")}


def _steps() -> dict[str, Unit]:
    plain = _listed(_STEPS, "环节") | _counted("环节", "环节") | {"道环节": Unit("环节", "环节"), "项环节": Unit("环节", "环节")}
    qualified = {f"{word}{qualifier}环节": Unit("环节", "环节", counted=True) for word in "个项" for qualifier in _STEP_QUALIFIERS}
    return plain | qualified | {"道程序": Unit("道", "环节"), "道手续": Unit("道", "环节"), "个步骤": Unit("个", "环节", counted=True)}


UNITS: Mapping[str, Unit] = {
    **_listed(_COUNTS, None),
    **_listed(_COUNTED, None, counted=True),
    **_listed(_TIME, "时间"),
    **_counted(_TIME_COUNTED, "时间"),
    **_listed(_MATERIALS, "材料"),
    **_listed(_MONEY, "成本"),
    **_money_rates(),
    **_listed(_SHARES, None),
    **_counted("百分点 标准箱 学位 床位 车位 泊位 点位", None),
    "个点": Unit("百分点", None, counted=True, not_before="位上子"),
    **_listed(_RANKS, "位次"),
    **_counted(_RANKS + " 位=位次 名=位次", "位次"),
    **_listed(_RATED, None, rated=True),
    **_listed(_VISITS, None),
    **_steps(),
}
UNIT_WORDS: Dictionary[Unit] = dictionary(UNITS)

# Days by any name are the same length of time; a 工作日 is not.
_SAME = {"日": "天", "自然日": "天", "日历日": "天", "日历天": "天", "星期": "周", "名": "位次", "位": "位次", "平米": "平方米", "趟": "次"}


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two unit names mean the same: 日 and 天 do, 天 and 工作日 do not."""
    return _SAME.get(one or "", one or "") == _SAME.get(other or "", other or "")
