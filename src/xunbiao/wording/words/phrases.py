"""Word lists → fixed phrases: names and sayings of official prose in which a numeral counts nothing.

Gathered from the notice and its Annex 1, from party documents, and from what other cities call their reforms. A
phrase is needed here only where its numeral stands before a possible unit (一件事一次办); elsewhere (一网通办)
nothing is read anyway.
"""

from xunbiao.wording.dictionary import words

_REFORMS = words("""
    一门式 一门受理 一站式 一站办理 一站办结 一条龙 一张网 一张图 一张蓝图 一张表 一张表单 一件事 一类事
    一事项一标准 一流程一规范 一业一册 一单尽列 一本通 一家牵头 一对一 一项一策 一个都不能少 最后一公里
    最先一公里 最初一公里 最后一米 零距离 零容忍 零门槛 零突破 零障碍 零散 零星 零售 零件 零钱 零时差 零碎 零工
    零碳 零排放 零基础 零部件 零增长 零死角 零盲区 零接触 零缝隙 零隔阂 零信任 零干扰 零报告 四自一简
    一枚印章管审批 五个一 四个一 三个一 六个一 一网一门一次 一网、一门、一次 三零 一趟清 一口受理 一人一档
    一项目一方案 一项一码 三个清单 四个清单 两个集中 三大专项
""")
_SAYINGS = words("""
    十三五 十四五 十二五 十一五 十五五 五位一体 三位一体 四个全面 四个意识 四个自信 两个维护 两个确立 三个代表 四个服从
    两学一做 三会一课 三重一大 八项规定 三支一扶 三大攻坚战 三大攻坚 四个着力 四张牌 四个最严 四个不摘 两个健康
    两个毫不动摇 四议两公开 五大发展理念 万人助万企 千人计划 百日攻坚 百日会战 百日行动 三年行动 三年攻坚
    三年计划 五年规划 五年计划 三年规划 两年行动 三年提升 六个坚持 八个明确 四项基本原则 两个责任 两个一百年
    三项制度 三项机制 三项改革 千家万户 五花八门 半成品 一日游 三条红线 三线一单 五小 七五普法 八五普法 二次供水
    二次元 二次污染 二次搬运 三次产业 三门峡 七台河 三台县 五台山 五台县 九台区 五家渠 一天到晚 一年一度
    三天两头 一日三餐 一年四季 一户一表 一户一策 一户一档 一户一宅 一村一品 一人一策 一人一证 一项一档 一条心
    一条鞭 三本账 四本账 两本账 三张清单 四张清单 五张清单 三张网 一本账 十项重点 一个都不 一个不落 一家人
    一家亲 一周一 一季一 一天一 一年一 一日一 两天一夜 三天无理由 七天无理由 7天无理由 三步走 两步走 四步法
    三步法 五步法 四步工作法 五步工作法 三步工作法
""")
FIXED_PHRASES = (*_REFORMS, *_SAYINGS)

# After a number with its unit: what makes a name of both, so that the figure is no figure (24小时自助).
NAMES_AFTER = words("""
    自助 不打烊 值班 全天候 无休 无理由 工作制 便民生活圈 生活圈 便民圈 办税圈 服务圈 通勤圈 经济圈 医疗圈
    政务服务圈 便民服务圈 行动计划 行动方案 三年行动 行动 攻坚 规划 在线 营业 热线 开放 客服 不间断 智能
    智慧 待命 备勤 轮班 以外服务 政务 之外服务
""")
# After a word such as 零跑腿 or 即来即办: what makes it the name of a way of working.
WAYS_AFTER = words("""
    模式 改革 机制 制度 平台 专项 行动 品牌 理念 窗口 事项 专区 系统 清单 体系 工程 新模式 套餐 试点
    审批模式 服务模式 服务新模式 服务品牌 审批事项 审批改革 服务机制 工作机制 服务专区 业务 服务事项 项目 为
    类 率 工作法 做法 经验 典型
""")
# After 两 to 十 with 个 or 项: heads that such numbers only ornament (四个意识, 三个转变).
ORNAMENTED = words("""
    一 维护 意识 自信 代表 全面 着力 坚持 到位 统一 转变 确立 健康 一批 一律 最严 不摘 能力 方面 层面 原则
    规定 责任 制度 机制 明确 必须 关键 重点 突出 结合 强化 聚焦 清单 维度 环境 提升 专项 “ 百分之百 100%
    紧盯 服从 服务 优先 不准 不得 严禁 允许 确保 不变 务必 体系 体制 要素 精准 转型 更加 加强 导向 不落 联动
    同步 抓手 抓实 带头 立足 注重 第一 阶段 层级 层次 环环 板块 领域 路径 延伸 转移 一起
""")
# After 所有 or 全部: what is meant by it is everybody, and no share (对所有工作人员).
EVERYBODY = words("工作 人员 干部 党员 职工 精力 力量 人")
# After 一个: steps that are none (提升一个新台阶).
STEPS_UP = words("新 档次 台阶 层次 水平 高度 大台阶 大步")
# After 全省第一: what makes no rank of it.
FIRST_OF = words("方阵 梯队 阵营 批 时间 责任 书记 个 家 张 例 线 步 季度 轮 次 等 大")
# After 八次: sessions, which are numbered and not counted.
SESSIONS = words("全会 会议 党代会 全体 代表大会 全国")
