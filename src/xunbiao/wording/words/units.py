"""Word lists → units: what may follow a number. `written=name` gives the name under which a unit is reported.

Gathered from the notice's Annex 1, from the indicator tables that city and province governments publish on 营商环境,
and from GB 3100 and GB 3102 for physical units.
"""

from collections.abc import Mapping

from xunbiao.wording.dictionary import words

TIME = words("""
    工作日 工作天=工作日 天 日 自然日 日历日 日历天 小时 钟头=小时 工作时 分钟 秒 秒钟=秒 刻钟 周 星期 季度
    年 学时 课时
""")
TIME_COUNTED = words("工作日 工作天=工作日 自然日 日历日 日历天 小时 钟头=小时 工作时 星期 周 月=个月 季度 学时 课时")
MATERIALS = words("份")
STEPS = words("环节 步骤 程序 流程")
MONEY = words("元 元钱=元 元人民币=元 人民币=元 块钱=元 美元 欧元 港元")
SHARES = words("% ‰ 百分点 基点")
RANKS = words("位次 名次")
VISITS = words("次 趟 回")
COUNTS = words("""
    项 件 家 户 人 名 条 宗 种 类 大类=类 小类=类 处 所 座 场 场次 套 张 台 台套 辆 篇 例 起 亩 公顷 平方米
    平方公里 立方米 公里 千米=公里 米 km=公里 吨 万吨 公斤 斤 亿斤 千克 克 毫克 微克 度电 千瓦时 兆 页 幅 株
    棵 间 栋 幢 根 口 批次 班次 频次 门次 期次 人次 人次数=人次 户次 家次 件次 项次 车次 台次 辆次 架次 条次
    篇次 只次 笔 单 票 标准箱 TEU=标准箱 学位 床位 张床位 车位 泊位 点位 倍 册 本 支 只 艘 架 位 个 字 步 道
    ㎡=平方米 m2=平方米 m²=平方米 平方千米=平方公里 村 站 层 微克/立方米 毫克/立方米 毫克/升 分贝 公里/小时
    部 面 块 节 段 对 门 头 羽 盏 眼 孔 轮 期 批 分 人份 剂 剂次 枚 通 封
""")
# Counted with 个 and a noun of their own.
COUNTED_NOUNS = words("百分点 基点 标准箱 学位 床位 车位 泊位 点位")
# Technical ratings, which name a thing (110千伏变电站) and are no figure unless they change.
RATED = words("""
    千瓦 kW=千瓦 兆瓦 MW=兆瓦 千伏安 kVA=千伏安 千伏 kV=千伏 伏 兆赫 赫兹 英寸 寸 Mbps=兆 M=兆 平米=平方米
""")
# After Chinese numerals these are parts of names (二期, 三批), not counts.
ARABIC_ONLY = frozenset(
    words("期 批 步 站 层 部 面 块 节 段 对 门 头 兆 克 口 度电 通 封 轮 单 票 斤 字 村 眼 孔 支 本 根")
)
# What a price may be per: 元/吨.
PRICED_PER = words("吨 平方米 立方米 千瓦时 度 户 件 人 月 年 亩 次 公里 标准箱 人月")
# Words between 个 and 环节: 3个审批环节 counts 环节, not 个.
STEP_QUALIFIERS = words(
    "审批 办理 办事 报建 申报 主要 流程 业务 服务 登记 验收 接电 办电 报装 工作 必要 串联 关键 核心"
)
# Characters after a unit that make another word of both: 3人员, 十分别, 5天然.
OTHER_WORDS: Mapping[str, str] = {
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
    "张": "贴",
    "支": "持付撑部",
    "座": "谈",
    "门": "槛",
    "篇": "章",
    "字": "号",
    "层": "面级次",
    "页": "面",
    "站": "式",
    "单": "元位据证独个一体",
    "村": "级",
    "步": "伐",
    "时": "限间",
}
