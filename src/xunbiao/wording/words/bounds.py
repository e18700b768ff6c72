"""Word lists → bounds: the words beside a number that say at most, at least, more than, about.

Gathered from the notice and the reform plans of other cities; which include the number and which do not after
民法总则 §205 (以上 以下 以内 include it, 不满 超过 以外 do not).
"""

from collections.abc import Mapping
from typing import Literal

from xunbiao.wording.dictionary import words
from xunbiao.wording.reading import Bound

# Directly before the number. The longest wins, so 不超过 is never 超过.
BOUNDS_BEFORE: Mapping[str, Bound] = {
    **dict.fromkeys(
        words("""
        不超过 不得超过 不能超过 未超过 不超 不高于 不得高于 不多于 不大于 不突破 不得突破 不逾 不长于
        不晚于 最多 至多 顶多 最长 最高 最大 最多跑 最多来 至多跑 上限 上限为 限 限于 ≤ <= 最长不超过
        最多不超过 最高不超过 一般不超过
    """),
        "<=",
    ),
    **dict.fromkeys(words("少于 低于 小于 短于 不足 不到 不满 未满 未达 未达到 不及 < 仅不足"), "<"),
    **dict.fromkeys(
        words("""
        不少于 不得少于 不低于 不得低于 不小于 不短于 不下于 不下 至少 最少 最低 起码 下限 下限为 ≥ >=
    """),
        ">=",
    ),
    **dict.fromkeys(words("超过 超 已超 已超过 逾 突破 已突破 高于 多于 大于 长于 远超 > 超出"), ">"),
    **dict.fromkeys(words("约 大约 大概 约为 约占 约需 近 将近 接近 达到约 ~ 约达"), "~"),
    **dict.fromkeys(words("高达"), "="),
}
# Bounds that may stand apart from the number, with a verb between: 至少引进5家.
ADVERBS: Mapping[str, Literal["<=", ">="]] = {
    **dict.fromkeys(words("至少 最少 起码"), ">="),
    **dict.fromkeys(words("至多 最多 顶多"), "<="),
}
# Held at a level: within it, unless another word says more.
HELD = frozenset(words("严控在 压减在 压缩在 控制为 控制到 控制在 稳控在 缩短在 限制在"))
# Characters before a bound that make another word of both: 节约3万元 saves, 签约30个 signs.
NOT_A_BOUND: Mapping[str, str] = {
    "约": "节集预签违公合制条契简解大",
    "近": "附邻",
    "超": "反赶高",
    "限": "年期时权界无有极局",
    "突破": "零的新",
}
# Words of reaching before the number, and words of restriction.
LEVELS_BEFORE = frozenset(words("达到 达 到 至 为 是 成 → 仅为 现为 已达 已达到 达成"))
ONLY_BEFORE = frozenset(words("仅有 仅需 只需 只要 只用 仅用 仅 只 仅为 只有"))
# Words that may stand between a bound and its number, and change nothing.
PASSED_OVER = frozenset(
    words("""
        ( : “ 了 共 再 办 另 各 均 将 已 有 来 现 的 等 缴 花 要 跑 还 都 需 ： 一律 人均 仅跑 件均
        全部 共计 其中 分别 力争 办理 只跑 合计 同比 基本 大幅 完成 平均 年均 往返 总体 总计 户均 承诺 提前
        整体 日均 普遍 最快 最短 月均 每周 每天 每年 每日 每月 比例 法定 环比 现在 目前 确保 累计 统一 需要
        首批 以前的 原则上 原有的 原来的 最多跑 每半年 每季度 比例为 现有的 第一批 过去的 进一步
    """)
)

BOUNDS_AFTER: Mapping[str, Bound] = {
    **dict.fromkeys(
        words("以内 之内 内 以下 及以下 之下 以里 (含)以内 (含)以下 为限 封顶 及以内 或以下 范围内 范围以内"), "<="
    ),
    **dict.fromkeys(words("以上 及以上 之上 (含)以上 或以上 + 起步"), ">="),
    **dict.fromkeys(words("左右 上下 前后"), "~"),
    **dict.fromkeys(words("有余 余 多 还多 以外 之外 开外"), ">"),
}
# Characters after a bound that make another word of it: 30项内部审批.
NOT_A_BOUND_AFTER: Mapping[str, str] = {
    "内": "部容设控资循外陆需",
    "多": "个项家种次位类证图元规方头层级功媒边少样式余部渠维语点能人户门",
    "余": "额下地热量姚杭",
    "上下": "级游联班",
    "前后": "置台端",
}
