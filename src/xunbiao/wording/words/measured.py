"""Word lists → what is measured: the words that name a 维度, and the compounds that only look like one.

Gathered from the indicator tables of 中国营商环境评价 and of provinces, the notice's Annex 1, and filings on the same
form.
"""

from collections.abc import Mapping

from xunbiao.wording.dictionary import words

_KINDS: Mapping[str, tuple[str, ...]] = {
    "时间": words("""
        时间 时限 用时 耗时 时长 周期 工期 时效 办结 等候 等待 期限 办理天数 响应 审限 工作日数 时间上 天数
        有效期 速度
    """),
    "材料": words("材料 资料 要件 申报表 申请表 证明 单证 附件 表单 证照材料 文件 图纸 表格 证件"),
    "环节": words("环节 流程 步骤 程序 手续 关口"),
    "成本": words("""
        成本 费用 收费 收取 费率 税费 税收 税负 负担 减负 减税 降费 保证金 押金 价格 电价 气价 水价 租金 利率
        罚款 支出 开支 电费 水费 气费 手续费 工本费 登记费 缴费 让利 资费 利息 担保费
    """),
    "跑动": words("跑动 跑腿 跑路 往返 跑 上门 到场 到现场 到窗口 见面 来 进门 排队 取号"),
    "满意度": words("满意度 满意率 好评率 满意 好评 差评率 投诉率 不满意率 评价率"),
    "覆盖率": words("""
        率 覆盖 覆盖面 比例 占比 比重 占 网办 可办 网上办理 网上办 进驻 入驻 全程网办 集中率 集中度
        办件量占比 掌上办 掌办 不见面 全程网上 在线办理 网上可办 线上办理 达标 零跑动事项
    """),
    "位次": words("排名 位次 名次 位居 位列 排位 名列 居 列"),
    "其他": words("""
        效率 投资 产值 营业收入 营收 销售额 贷款 授信 融资 资金 产量 增加值 收入 交易额 进出口 利润 质量
        办件量 得分 分值 评分 总分 增速
    """),
}
SUBJECTS: Mapping[str, str] = {word: kind for kind, listed in _KINDS.items() for word in listed}
# Words that hold a subject's or verb's character, and are neither.
LOOKALIKES = words("""
    小程序 率先 率领 草率 坦率 表率 未来 近来 从来 历来 来源 来访 来电 来信 带来 到来 以来 外来 来自 居民 居住
    居家 系列 列入 列为 列出 行列 队列 陈列 跑办 赛跑 占用 占地 占道 占据 抢占 证明材料真实 效率低 来料 来料加工
    往来 来宾 起来 上来 下来 出来 过来 将来 序列 并列 罗列 从业 从事 从而 从严 从快 从优 从重 从紧 服从 由于
    自由 理由 缘由 事由 由此 经由 由来 原则 原因 原料 原材料 原件 原创 原始 还原 高原 平原 草原 原地 原址 之前置
    以前置 晋升职称 压占 将军 即将 必将 把握 把关 把脉 把柄 把手 一把手 第一时间 安全部 健全部 完全部 齐全部
    全部门 全部工作 全部精力 全部力量 全部身心 法定代表人 法定职责 清理规范 居委会 保证金融 列车 专列 法定期限内
    居间 居中
""")
