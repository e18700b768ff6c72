"""label → what a clerk needs to know to fill it in: shown as a comment above the label, in either language."""

from xunbiao.model.language import Phrase

FILED_ON = Phrase("填表的日期，写成 2019-11-18 这样。", "The day you fill this in, as 2019-11-18.")
CONTACT = Phrase("联系人的姓名。", "Whom to call about this form.")
PHONE = Phrase('电话，加英文双引号，例如 "62210001"。', 'A phone number in double quotes: "62210001".')
FIRST_RESPONSIBLE = Phrase(
    "主要领导的姓名（四（二）“第一责任人”）。不印在附件2上，进台账。",
    "The head of the unit, who answers for it (四（二）). Kept in the ledger, never printed on the form.",
)
VERTICAL = Phrase(
    "全国范围内本行业或本系统的先进单位，至少一个（二（一））。写单位全称，不写“先进地区”。",
    "A leading unit of your trade anywhere in the country, at least one (二（一）). A unit, not a region.",
)
HORIZONTAL = Phrase(
    "本市范围内的先进单位，至少一个，不能是自己（二（一））。",
    "A leading unit inside the city, at least one, not yourself (二（一）).",
)
STRENGTH = Phrase("它好在哪：最好有数。例如：企业开办1个工作日办结。", "What it does better, with a figure if you can.")
GOAL = Phrase(
    "要达到什么，尽可能量化、细化。例如：企业开办时间由3个工作日压缩至1个工作日以内。"
    "能量化的再填“指标”：目标值必须好于现状值（三（二））。不需要“指标”的目标，删去“指标”几行。",
    "What to reach, in figures if at all possible. Where there is a figure fill in 指标 too: the target must be better "
    "than the present figure (三（二）). Delete the lines of 指标 where a goal has none.",
)
DIMENSION = Phrase(
    "维度：环节、材料、时间、成本、跑动、覆盖率、满意度、位次、其他，选一个。",
    "维度 is one of 环节 材料 时间 成本 跑动 覆盖率 满意度 位次 其他.",
)
GAP = Phrase(
    "差在哪：与标杆单位比，差多少。例如：标杆单位网上可办率95%，我局62%，相差33个百分点。",
    "Where you fall short of the benchmark, and by how much.",
)
MEASURE = Phrase(
    "如何赶上：做什么、做到什么程度。例如：2020年3月底前与税务系统完成接口联调，取消纸质完税证明1项。"
    "一条举措一个编号，编号（J1、J2……）定了就不改；责任人要写到具体的人（四（二））。",
    "How to catch up: what is done, and what will be there then. One id a measure, kept for life; a person by name.",
)
PRACTICES = Phrase(
    "学了哪项典型做法，写编号，例如 P09 或 P09-2；用 xunbiao catalogue 查。没有就删去。",
    "Which of the 30 practices it draws upon, as P09 or P09-2 (see xunbiao catalogue); delete if none.",
)
ALIGNED_BY = Phrase(
    "何时赶上：具体日期。“立行立改，长期坚持”不是日期。", "By when: a date. “As soon as possible” is none."
)
INNOVATION_GOAL = Phrase(
    "怎样成为全省乃至全国的标杆：应比对标的目标更高。",
    "How to become a benchmark yourself: higher than the goals above.",
)
HIGHLIGHT = Phrase(
    "特色和亮点：人无我有，人有我新（三（二））。例如：新开连锁门店“零跑动”，系统自动比对后当场备案。",
    "What nobody else has, or has like this (三（二）).",
)
STATUS = Phrase(
    "状态：未启动、达进度、超进度、欠进度、已完成、已调整（写理由），选一个。完成率是 0 到 100 的数。"
    "已完成的要有佐证（文号、链接）。",
    "状态 is one of 未启动 达进度 超进度 欠进度 已完成 已调整 (with 理由); 完成率 is 0 to 100; 已完成 needs 佐证.",
)
VALUE = Phrase("现值只写数字；截至是这个数字的日期。", "现值 is a figure alone; 截至 the day it is of.")
PROBLEMS = Phrase("存在问题，一行一条，以“- ”开头；没有写 []。", "Problems, one a line starting with “- ”; [] if none.")
NEXT_STEPS = Phrase("下一步措施：有问题就要有措施和日期。", "Next steps: what will be done about it, by when.")
EXPERIENCE = Phrase("可以推广的经验做法；没有写 []。", "What others could learn from; [] if none.")
OUTCOMES = Phrase(
    "形成了哪些制度成果（三（三））：名称、文号、印发日期。", "Rules and institutions that came of it (三（三））."
)
SUMMARY_LISTS = Phrase(
    "新思路、新举措、新做法（三（三）），一行一条。", "New ideas, measures and practices (三（三）), one a line."
)
