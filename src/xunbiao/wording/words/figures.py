"""Word lists → words that are figures themselves: 零跑腿, 免费, 即来即办, 全覆盖, 一半, 翻一番, 全省首张.

Gathered from the notice's Annex 1, from the reform slogans of other cities, and from progress reports. The unit is
what the word makes nothing of: runs in 次, papers in 份, costs in 元, time in 工作日.
"""

from collections.abc import Mapping

from xunbiao.wording.dictionary import words

# 零 or 0 with what there is none of, by unit and 维度.
NONE_OF: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("次", "跑动"): words("跑腿 跑动 跑路 跑 次跑 上门 往返 见面 到场 人工跑动 跑趟 现场跑动"),
    ("份", "材料"): words("材料 资料 要件 证明 提交 附件 申报材料 申请材料 纸质材料 纸张"),
    ("元", "成本"): words("""
        成本 费用 收费 投资 付费 缴费 负担 支付 元费用 费 支出 投入 出资 押金 保证金 门槛费 手续费 资金 花费
    """),
    ("环节", "环节"): words("审批 环节 流程 手续 审核 许可"),
    ("分钟", "时间"): words("等待 等候 延误 延时 排队 时延 滞留"),
    ("件", "其他"): words("投诉 差评 超时 逾期 事故 积压 退件 失误 差错 违规 违约 出错 超期 遗漏 信访 案件"),
}
# Nothing, said in so many words.
NOTHING: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("次", "跑动"): words("""
        一次不跑 一次都不跑 一次也不跑 一次都不用跑 一次也不用跑 一次不用跑 一趟不跑 一趟都不用跑 不用跑一趟
        不用跑腿 无需跑腿 不跑腿 一次也不用来 一次都不用来 无需到场 一趟也不用跑 一趟都不跑 不用跑 不再跑腿
        无须跑腿 零跑零等
    """),
    ("元", "成本"): words("""
        免费 免收 免缴 免征 不收费 不收取费用 不再收费 不再收取 分文不取 一分钱不用掏 一分钱不花
        不花一分钱 一分钱不收 不用花一分钱 全免 不收取任何费用 无需付费 一律免费 停止收费 停收 停征
    """),
    ("份", "材料"): words("""
        免提交 免于提交 免提供 不再提交 无需提交 不用提交 不需提交 不再要求提供 不再提供 无需提供 免交材料
    """),
    ("工作日", "时间"): words("""
        即来即办 即到即办 即时办结 当场办结 现场办结 立等可取 立等可办 即办即结 随到随办 即时办理 即时办
        当场办理 当场领取 即时出证 当场出证 秒批 秒办 秒审 秒报秒批 当场备案 即报即办 即办 即审即办 即时审批
        即时审结 立即办结 即时办妥 当场取证 立等领证 即收即办 现场出证 当场发证 即时发证
    """),
}
SAME_DAY = words("""
    当日办结 当天办结 当天拿证 当日领证 当天领证 当日出证 当天出证 当天放款 当日放款 当天取证 当日取证
    当日完成 当天完成 一日办结 当日响应 当日办 当天办 当天答复 当日答复 当天受理当天办结 当日受理当日办结
    当天发证 当日发证
""")
WHOLE = words("""
    全覆盖 百分百 全部覆盖 全面覆盖 完全覆盖 应用全覆盖 全量覆盖 覆盖所有 覆盖全体 覆盖全部 无死角覆盖
    全域覆盖 无一遗漏 一个不少 100%全覆盖 全部
""")
# 所有 is all of something where one of these leads to it: 建到所有学校.
BEFORE_ALL = words("到 至 对 向 在 将 把 覆盖 涵盖 惠及")
TWICE = words("翻一番 翻番 翻倍 翻一倍 翻了一番 实现倍增")
FOUR_TIMES = words("翻两番 翻二番 翻了两番")
FIRST = words("""
    第一名 第一位 首位 榜首 排名第一 位居第一 位列第一 名列第一 全省第一 全国第一 全市第一 居第一 列第一
    排第一
""")
# 全省首张营业执照 claims one of a kind.
FIRST_WHERE = words("全国 全省 全市 全县 我省 我市 国内 省内 市内")
FIRST_UNITS = "张个家例单份座台条"
