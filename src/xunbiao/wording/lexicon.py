"""Word lists → the words around figures: bounds, verbs of change, what is measured, and words that are figures themselves.

Gathered from the notice and its Annex 1, the reform plans and notices of other cities on 营商环境, and 民法总则 §205 for the bounds
(以上 以下 以内 include the number, 不满 超过 以外 do not). Data only; the grammar is in `amounts` and `figures`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from xunbiao.wording.dictionary import Dictionary, dictionary
from xunbiao.wording.phrases import FIXED_PHRASES

Role = Literal["fixed", "from", "to", "by", "level", "take", "subject", "each", "zero", "whole", "share", "rank", "stop", "comma", "open", "close", "quote", "bound"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its part in the sentence. `kind` and `unit` belong to what is measured, `direction` to a change."""

    role: Role
    kind: str | None = None
    unit: str | None = None
    direction: Literal["up", "down"] | None = None
    value: int = 0
    comparator: Literal["=", "<=", ">", ">=", "~"] = "="
    change: Literal["to", "by"] | None = None


# Directly before the number. The longest wins, so 不超过 is never 超过.
BOUNDS_BEFORE: Mapping[str, str] = {
    **dict.fromkeys("不超过 不得超过 不能超过 未超过 不超 不高于 不得高于 不多于 不大于 不突破 不得突破 不逾 不长于 不晚于".split(), "<="),
    **dict.fromkeys("最多 至多 顶多 最长 最高 最大 最多跑 最多来 至多跑 上限 上限为 限 限于 ≤ <= 最长不超过 最多不超过 最高不超过 一般不超过".split(), "<="),
    **dict.fromkeys("少于 低于 小于 短于 不足 不到 不满 未满 未达 未达到 不及 < 仅不足".split(), "<"),
    **dict.fromkeys("不少于 不得少于 不低于 不得低于 不小于 不短于 不下于 不下 至少 最少 最低 起码 下限 下限为 ≥ >= 不少於".split(), ">="),
    **dict.fromkeys("超过 超 已超 已超过 逾 突破 已突破 高于 多于 大于 长于 远超 > 超出 高达".split(), ">"),
    **dict.fromkeys("约 大约 大概 约为 约需 近 将近 接近 达到约 ~ 约达".split(), "~"),
}
BOUNDS_BEFORE = BOUNDS_BEFORE | {"高达": "="}
# Bounds that may stand apart from the number, with the verb between: 至少引进5家.
ADVERBS: Mapping[str, Literal["<=", ">="]] = {
    **dict.fromkeys("至少 最少 起码".split(), ">="),
    **dict.fromkeys("至多 最多 顶多".split(), "<="),
}
# Held at a level: within it, unless another word says more.
HELD = frozenset("控制在 控制到 控制为 限制在 压缩在 压减在 缩短在 严控在 稳控在".split())
# Characters before 约 近 超 上 that make another word of both: 节约3万元 saves, 签约30个 signs.
NOT_A_BOUND: Mapping[str, str] = {"约": "节集预签违公合制条契简解大", "近": "附邻", "超": "反赶高", "限": "年期时权界无有极局", "突破": "零的新"}
LEVELS_BEFORE = frozenset("达到 达 到 至 为 是 成 → 仅 仅为 现为 已达 已达到 达成".split())
PASSED_OVER = frozenset(
    "平均 仅有 只有 仅需 只需 只要 只用 仅用 需 需要 仅 只 共 共计 合计 总计 累计 累计达 各 了 再 普遍 均 都 人均 年均 月均 日均 户均 件均 整体 总体 "
    "原则上 基本 力争 确保 统一 全部 其中 最快 最短 目前 现 现在 已 将 有 “ 法定 承诺 原来的 原有的 以前的 过去的 现有的 每年 每月 每周 "
    "每天 每日 每季度 每半年 分别 另 还 压 办 不 一律 大幅 进一步 首批 第一批 同比 环比 : ： ( 提前 比例 比例为 的 要 缴 花 等 完成 办理 跑 来 只跑 仅跑 最多跑 往返".split()
)

BOUNDS_AFTER: Mapping[str, str] = {
    **dict.fromkeys("以内 之内 内 以下 及以下 之下 以里 (含)以内 (含)以下 为限 封顶 及以内 或以下 范围内 范围以内".split(), "<="),
    **dict.fromkeys("以上 及以上 之上 (含)以上 或以上 + 起步".split(), ">="),
    **dict.fromkeys("左右 上下 前后".split(), "~"),
    **dict.fromkeys("有余 余 多 以外 之外 开外".split(), ">"),
}
# Characters after a bound that make another word of it: 30项内部审批.
NOT_A_BOUND_AFTER: Mapping[str, str] = {
    "内": "部容设控资循外陆需",
    "多": "个项家种次位类证图元规方头层级功媒边少样式余部渠维语点能人户部门",
    "余": "额下地热量姚杭",
    "上下": "级游联班",
    "以上": "",
    "前后": "置台端",
}

_DOWN = (
    "压缩 压减 压降 压至 缩短 缩减 缩小 缩 减少 精简 精减 简化 削减 降低 下降 下调 减免 减负 减轻 节约 节省 节支 取消 减 降 提速 "
    "清减 裁减 减税 降费 减税降费 免除 核减 调减 砍掉 砍 减掉 回落 "
    "让利 少跑 少交 少报 减环节 减材料 减时间 减跑动 减成本 撤销 清理 删除 调低 压 压茬 下浮 省去 降本"
)
_UP = (
    "提高 提升 增加 增长 新增 增 上升 上调 扩大 净增 上涨 增设 提 升 扩 拓展 增至 前移 晋升 上浮 攀升 "
    "增收 增配 增开 调高 加密 同比增 追加 净增长 前进"
)
_NEUTRAL_TO = (
    "变为 变成 改为 改成 调整为 调整到 调整至 合并为 合并成 整合为 整合成 归并为 归并成 优化为 优化到 优化至 转为 变 变至 并为 并成 延伸到 "
    "延伸至 保持在 稳定在 维持在 达到 达至 控制在 控制到 控制为 限制在 稳控在 严控在 缩为 → 进入 跻身 一次压缩到 集中到 由原来的减到 现为 "
    "现仅需 现只需 现在只需 现在仅需 现需 承诺为 拓展到 拓展至 覆盖到 推广到 扩展到 扩展至 扩大到 扩大至 整合到 归并到 推送至 延长至 延长到 "
    "只保留 仅保留 保留 现在只要 现在仅用 变更为 翻到 更改为 精简成 统一为 统一到 统一压缩到 统一压缩至"
)
_LEVEL = (
    "打造 培育 建设 建成 建立 设立 推出 上线 编制 开展 完成 办理 办结 实现 新建 举办 组织 制定 出台 梳理 公布 整合 入驻 进驻 纳入 归集 推送 "
    "发放 受理 培训 配备 下放 承接 惠及 引进 签约 落地 提供 投入 安排 选派 新设 配置 布设 开通 对接 打通 修订 印发 发布 走访 收集 解决 化解 "
    "争取 达成 保障 评选 推广 覆盖 需要 仅需 只需 需 仅用 只用 用时 需提交 提交 收取 缴纳 创建 形成 推行 实施 确保 保持 "
    "办妥 送达 响应 答复 回访 出证 审结 招聘 聘请 抽调 抽取 检查 查处 督办 通报 召开 帮扶 服务"
)
_FROM = "由 从 原 原来 原先 原有 过去 以前 此前 之前 先前 原需 原为 原来需 原来需要 过去需要 以前需要 法定时限 法定"
_TAKE = "将 把"


KINDS: Mapping[str, str] = {
    "时间": "时间 时限 用时 耗时 时长 周期 工期 时效 办结 等候 等待 期限 办理天数 响应 办时 审限 工作日数 时间上 天数 有效期 速度",
    "材料": "材料 资料 要件 申报表 申请表 证明 单证 附件 表单 证照材料 文件 图纸 表格 证件",
    "环节": "环节 流程 步骤 程序 手续 关口",
    "成本": (
        "成本 费用 收费 费率 税费 税收 税负 负担 减负 减税 降费 保证金 押金 价格 电价 气价 水价 租金 利率 罚款 支出 开支 电费 水费 气费 "
        "手续费 工本费 登记费 缴费 让利 资费 利息 担保费"
    ),
    "跑动": "跑动 跑腿 跑路 往返 跑 上门 到场 到现场 到窗口 见面 来 进门 排队 取号 取一次号",
    "满意度": "满意度 满意率 好评率 满意 好评 差评率 投诉率 不满意率 评价率",
    "覆盖率": (
        "率 覆盖 覆盖面 比例 占比 比重 占 网办 可办 网上办理 网上办 进驻 入驻 全程网办 集中率 集中度 办件量占比 掌上办 掌办 不见面 "
        "全程网上 在线办理 网上可办 线上办理 达标 零跑动事项"
    ),
    "位次": "排名 位次 名次 位居 位列 排位 名列 居 列",
    "其他": "效率 投资 产值 营业收入 营收 销售额 贷款 授信 融资 资金 产量 增加值 收入 交易额 进出口 利润 质量 办件量 得分 分值 评分 总分 增速",
}
SUBJECTS: Mapping[str, str] = {word: kind for kind, listed in KINDS.items() for word in listed.split()}
# Money in these is an amount put to work, not a cost to business.
WORKING_MONEY = frozenset("投资 产值 营业收入 营收 销售额 贷款 授信 融资 资金 增加值 收入 交易额 进出口 利润".split())
# A compound that holds a subject's character and is none.
_NOT_SUBJECTS = (
    "率先 率领 草率 坦率 表率 未来 近来 从来 历来 原来的样子 来源 来访 来电 来信 带来 到来 以来 外来 来自 居民 居住 居家 系列 列入 列为 列出 行列 队列 "
    "陈列 跑办 赛跑 占用 占地 占道 占据 抢占 证明材料真实 效率低 来料 来料加工 往来 来宾 起来 上来 下来 出来 过来 将来 序列 并列 罗列 "
    "从业 从事 从而 从严 从快 从优 从重 从紧 服从 从源头 由于 自由 理由 缘由 事由 由此 经由 由来 原则 原因 原料 原材料 原件 原创 原始 "
    "还原 高原 平原 草原 原地 原址 之前置 以前置 提示 提交 提出 提供 提醒 提纲 提案 提请 提货 提质 提质增效 提档 提标 提取 提炼 提级 提名 提倡 提示单 "
    "减灾 减排 减刑 减速 降水 降雨 降级 降尘 降解 升级 升学 升旗 升放 晋升职称 增值 增值税 增信 增强 增进 增减 增效 增补 扩建 扩散 "
    "扩招 压力 压实 压茬推进 压覆 高压 低压 中压 电压 气压 压占 压矿 变电 变电站 变更 变化 变革 变动 变形 改变 转变 不变 变压器 缩影 "
    "将军 将来 即将 必将 将要 把握 把关 把脉 把柄 把手 一把手 第三方 第一责任人 第一时间 第一书记 第一方阵 第一梯队 成为 为企业 需求 急需 所需 必需 刚需 内需 "
    "安全部 健全部 完全部 齐全部 法定代表人 法定职责 原法定 清理规范 居委会 需要 军需 按需 供需 砍价 提前 预提 保证金融 列车 专列 市场准入 法定期限内 居间 居中"
)

_ZERO: Mapping[tuple[str, str], str] = {
    ("次", "跑动"): "跑腿 跑动 跑路 跑 次跑 上门 往返 见面 到场 人工跑动 跑趟 现场跑动",
    ("份", "材料"): "材料 资料 要件 证明 提交 附件 申报材料 申请材料 纸质材料 纸张",
    ("元", "成本"): "成本 费用 收费 投资 付费 缴费 负担 支付 元费用 费 押金 保证金 门槛费 手续费 资金 花费",
    ("环节", "环节"): "审批 环节 流程 手续 审核 许可",
    ("分钟", "时间"): "等待 等候 延误 延时 排队 时延 滞留",
    ("件", "其他"): "投诉 差评 超时 逾期 事故 积压 退件 失误 差错 违规 违约 出错 超期 遗漏 信访 案件",
}
# The one article before 一 that make nothing of it, said outright.
_ZERO_PHRASES: Mapping[tuple[str, str], str] = {
    ("次", "跑动"): (
        "一次不跑 一次都不跑 一次也不跑 一次都不用跑 一次也不用跑 一次不用跑 一趟不跑 一趟都不用跑 不用跑一趟 不用跑腿 无需跑腿 不跑腿 一次也不用来 "
        "一次都不用来 无需到场 一趟也不用跑 一趟都不跑 不用跑 不再跑腿 无须跑腿 零跑零等"
    ),
    ("元", "成本"): (
        "免费 免收 免缴 免征 免交 不收费 不收取费用 不再收费 不再收取 分文不取 一分钱不用掏 一分钱不花 不花一分钱 一分钱不收 不用花一分钱 全免 "
        "不收取任何费用 无需付费 一律免费 停止收费 停收 停征"
    ),
    ("份", "材料"): "免提交 免于提交 免提供 不再提交 无需提交 不用提交 不需提交 不再要求提供 不再提供 无需提供 免交材料",
    ("工作日", "时间"): (
        "即来即办 即到即办 即时办结 当场办结 现场办结 立等可取 立等可办 即办即结 随到随办 即时办理 即时办 当场办理 当场领取 即时出证 当场出证 秒批 秒办 "
        "秒审 秒报秒批 当场备案 即报即办 即办 即审即办 即时审批 即时审结 立即办结 即时办妥 当场取证 立等领证 即收即办 现场出证 当场发证 即时发证"
    ),
}
_SAME_DAY = (
    "当日办结 当天办结 当天拿证 当日领证 当天领证 当日出证 当天出证 当天放款 当日放款 当天取证 当日取证 当日完成 当天完成 一日办结 当日响应 "
    "当日办 当天办 当天答复 当日答复 当天受理当天办结 当日受理当日办结 当天发证 当日发证"
)
_WHOLE = (
    "全覆盖 百分百 全部覆盖 全面覆盖 完全覆盖 应用全覆盖 全量覆盖 覆盖所有 覆盖全体 覆盖全部 无死角覆盖 全域覆盖 无一遗漏 一个不少 100%全覆盖"
)
# 全部网上可办: 全部 with what is then so of every one; 全部工作 says nothing.
_ALL = (
    "网上 线上 在线 掌上 入驻 进驻 开通 实现 纳入 覆盖 办结 完成 接入 公开 取消 免 可 达 上线 建成 联网 并联 下放 到位 整改 销号 进厅 集中 移交 网办 即办 "
    "承诺制 签订 推行 实行 应用 归集 共享 打通 公示 配备 使用 采用 上传 清零 清退 关停 兑现 落地 启用 免费 脱贫 达标 安装 建立 迁移 完工"
)
_SHARE: Mapping[str, Word] = {
    "一半": Word("share", value=50),
    "半数": Word("share", value=50),
    "对半": Word("share", value=50),
    "过半": Word("share", value=50, comparator=">"),
    "超半数": Word("share", value=50, comparator=">"),
    "减半": Word("share", value=50, direction="down", change="by"),
    "折半": Word("share", value=50, direction="down", change="by"),
    **{word: Word("share", value=2, unit="倍", direction="up") for word in ("翻一番", "翻番", "翻倍", "翻一倍", "翻了一番", "实现倍增")},
    **{word: Word("share", value=4, unit="倍", direction="up") for word in ("翻两番", "翻二番", "翻了两番")},
}
_RANK: Mapping[str, Word] = {word: Word("rank", value=1) for word in "第一名 第一位 首位 榜首 排名第一 位居第一 位列第一 名列第一 全省第一 全国第一 全市第一 居第一 列第一 排第一".split()}


def _words() -> dict[str, Word]:
    words: dict[str, Word] = {}
    words |= {word: Word("subject", kind=kind) for word, kind in SUBJECTS.items()}
    words |= {word: Word("level") for word in _LEVEL.split()}
    words |= {word: Word("by", direction="down") for word in _DOWN.split()}
    words |= {word: Word("by", direction="up") for word in _UP.split()}
    words |= _changes_to() | _rates_of_change()
    words |= {word: Word("bound", comparator=bound) for word, bound in ADVERBS.items()}
    words |= {word: Word("from") for word in _FROM.split()} | {word: Word("take") for word in _TAKE.split()}
    words |= {word: Word("fixed") for word in (*_NOT_SUBJECTS.split(), *FIXED_PHRASES)}
    words |= _figures() | {"分别": Word("each"), "各自": Word("each"), "依次": Word("each")}
    words |= {mark: Word("stop") for mark in "。；！？\n"} | {mark: Word("comma") for mark in "，,:："}
    return words | {"“": Word("open"), "”": Word("close"), '"': Word("quote")}


def _changes_to() -> dict[str, Word]:
    """Every verb of change with 至, 到, 为, 成, and the verbs that only reach."""
    reached = {word: Word("to") for word in _NEUTRAL_TO.split()}
    for verbs, direction in ((_DOWN, "down"), (_UP, "up")):
        for verb in verbs.split():
            for ending in ("至", "到", "为", "成", "在", "至仅", "到仅", "成为", "了到", "达到"):
                word = Word("to", direction="down" if direction == "down" else "up")
                reached[verb + ending] = word
    for word in ("提到", "提成", "提为", "提在", "升在", "扩在", "压在", "减在", "降在", "减成", "清理到", "取消为", "取消在", "缩在", "增在", "提至仅", "前移在"):
        reached.pop(word, None)
    return reached


def _rates_of_change() -> dict[str, Word]:
    """压缩率达到65%: a rate of change is a change by, whatever it reaches."""
    rates = {"降幅": "down", "减幅": "down", "增幅": "up", "增速": "up", "涨幅": "up"}
    for verbs, direction in ((_DOWN, "down"), (_UP, "up")):
        rates |= {verb + noun: direction for verb in verbs.split() if len(verb) > 1 for noun in ("率", "比例", "幅度", "幅")}
    return {word: Word("by", direction="down" if way == "down" else "up", change="by") for word, way in rates.items()}


def _figures() -> dict[str, Word]:
    zero = {
        mark + thing: Word("zero", kind, unit)
        for (unit, kind), things in _ZERO.items()
        for thing in things.split()
        for mark in ("零", "0")
    }
    said = {phrase: Word("zero", kind, unit) for (unit, kind), phrases in _ZERO_PHRASES.items() for phrase in phrases.split()}
    day = {phrase: Word("zero", "时间", "天", value=1, comparator="<=") for phrase in _SAME_DAY.split()}
    whole = {phrase: Word("whole", "覆盖率", "%", value=100) for phrase in _WHOLE.split()}
    whole |= {"全部" + verb: Word("whole", "覆盖率", "%", value=100) for verb in _ALL.split()}
    first = {f"{where}首{measure}": Word("share", unit=measure, value=1) for where in _WHERE.split() for measure in _FIRSTS}
    return zero | said | day | whole | first | dict(_SHARE) | dict(_RANK)


# 全省首张营业执照 claims one of a kind.
_WHERE = "全国 全省 全市 全县 我省 我市 国内 省内 市内"
_FIRSTS = "张个家例单份座台条"


WORDS: Mapping[str, Word] = _words()
