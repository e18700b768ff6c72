"""Word lists → verbs: what makes figures go down or up, what reaches a level, and what starts another statement.

Gathered from the notice's Annex 1 and from reform plans and progress reports of other cities. A verb with 至, 到 or
为 reaches (压缩至3天), without changes by (压缩30%); both are made here out of one list.
"""

from collections.abc import Iterator
from typing import Literal

from xunbiao.wording.dictionary import words

_DOWN = words("""
    压缩 压减 压降 缩短 缩减 缩小 缩 减少 精简 精减 简化 削减 降低 下降 下调 减免 减负 减轻 节约 节省 节支 取消
    减 降 提速 清减 裁减 减税 降费 减税降费 免除 核减 调减 砍掉 砍 减掉 回落 让利 降价 降息 省下 少花 少支出
    少跑 少交 少报 撤销 清理 删除 调低 压 下浮 省去 降本
""")
_UP = words("""
    提高 提升 增加 增长 新增 增 上升 上调 扩大 净增 上涨 增设 提 升 扩 拓展 前移 晋升 上浮 攀升 增收 增配 增开
    调高 加密 追加 净增长 前进
""")
# They reach whatever the direction.
REACHING = words("""
    变为 变成 改为 改成 调整为 调整到 调整至 合并为 合并成 整合为 整合成 归并为 归并成 优化为 优化到 优化至 转为
    变 变至 并为 并成 延伸到 延伸至 保持在 稳定在 维持在 达到 达至 控制在 控制到 控制为 限制在 稳控在 严控在
    缩为 → 进入 跻身 集中到 现为 现仅需 现只需 现在只需 现在仅需 现需 承诺为 拓展到 拓展至 覆盖到 推广到 扩展到
    扩展至 扩大到 扩大至 整合到 归并到 推送至 延长至 延长到 只保留 仅保留 保留 现在只要 现在仅用 变更为 更改为
    精简成 统一为 统一到 统一压缩到 统一压缩至
""")
# They start a statement of their own, so that no verb before them governs the number.
LEVEL = words("""
    打造 培育 建成 建立 设立 推出 上线 编制 开展 完成 实现 新建 举办 组织 制定 出台 梳理 公布 纳入 归集 推送
    发放 配备 下放 惠及 引进 提供 投入 选派 新设 配置 布设 开通 打通 修订 印发 发布 化解 争取 达成 评选 仅需
    只需 仅用 只用 需提交 收取 创建 形成 推行 实施 确保 保持 招聘 聘请 抽调 召开 帮扶
""")
# Where a change starts from.
FROM = words("""
    由 从 原 原来 原先 原有 过去 以前 此前 之前 先前 原需 原为 原来需 原来需要 过去需要 以前需要 法定时限
    法定
""")
_ENDINGS = words("至 到 为 成 至仅 到仅 成为 了到 达到")
# A verb with an ending that is another word: 提到 mentions.
_OTHER_WORDS = frozenset(words("提到 提成 提为 减成 清理到 取消为"))
# What begins as an ending does: 节省成本 saves costs, 减少到场次数 saves visits.
_NO_ENDINGS = words("成本 成效 成果 成员 到场 到现场 到窗口 到厅 为民 为企业")
_RATES = words("率 比例 幅度 幅 比")

Way = Literal["down", "up"]


def changing() -> Iterator[tuple[str, Way]]:
    """Verbs that change by: 压缩30%."""
    yield from ((verb, "down") for verb in _DOWN)
    yield from ((verb, "up") for verb in _UP)


def changing_more() -> Iterator[tuple[str, Way]]:
    """The same with an object that looks like an ending: 节省成本2万元."""
    for verb, way in changing():
        yield from ((verb + thing, way) for thing in _NO_ENDINGS)


def reaching() -> Iterator[tuple[str, Way]]:
    """Verbs that change to: 压缩至3天."""
    for verb, way in changing():
        yield from ((verb + ending, way) for ending in _ENDINGS if verb + ending not in _OTHER_WORDS)


def rates() -> Iterator[tuple[str, Way]]:
    """Rates of change, which change by whatever they reach: 压缩率达到65%."""
    for verb, way in changing():
        if len(verb) > 1:
            yield from ((verb + rate, way) for rate in _RATES)
    yield from (("降幅", "down"), ("减幅", "down"), ("增幅", "up"), ("增速", "up"), ("涨幅", "up"))
