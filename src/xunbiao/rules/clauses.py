"""The 66 places of the notice that ask for something → what serves each besides rules, which name their own places.

`asks` is a few words of what is asked, `served` the report's column or the command that shows it. A place without rule
and without `served` has nothing that a program could check.
"""

from dataclasses import dataclass

from xunbiao.model.language import Phrase

NOTHING = Phrase("", "")


@dataclass(frozen=True, slots=True)
class Clause:
    """A row of docs/clauses.md: its number (R29), where it stands in the notice (三（二）), and what it asks."""

    row: str
    place: str
    asks: Phrase
    served: Phrase = NOTHING


def _clause(row: int, place: str, zh: str, en: str, served_zh: str = "", served_en: str = "") -> Clause:
    return Clause(f"R{row:02}", place, Phrase(zh, en), Phrase(served_zh, served_en))


CLAUSES = (
    _clause(
        1, "主送", "哪些单位", "which units",
        "`report` 总体情况（应报、已报、未报）", "`report`: expected, filed, missing",
    ),
    _clause(2, "引言", "文号的写法", "how document numbers are written"),
    _clause(3, "落款", "活动从哪天开始", "when the campaign begins"),
    _clause(4, "引言", "综合实力重返第一方阵", "the overall aim"),
    _clause(
        5, "一（一）", "核心指标排名争先", "rise in the ranks",
        "指标的维度“位次”，越低越好；`report` 指标进展",
        "the dimension 位次, lower is better; `report`: figures on their way",
    ),
    _clause(6, "一（二）", "突出先进性", "look to the advanced"),
    _clause(7, "一（二）", "突出协同性", "work together"),
    _clause(8, "一（二）", "突出针对性，找准短板", "name the weak points"),
    _clause(
        9, "一（二）", "突出实效性，减环节、材料、时间、成本", "fewer steps, documents, days and costs",
        "`report` 四减", "`report`: the four cuts",
    ),
    _clause(10, "一（三）", "到2020年底见效，群众和企业更满意", "effects by the end of 2020, people more satisfied"),
    _clause(11, "二（一）", "立足工作职责", "within one’s own duties"),
    _clause(12, "二（一）", "审批、服务部门从哪些角度寻标", "the angles for approving and serving units"),
    _clause(13, "二（一）", "纵向、横向相结合", "vertical and horizontal together"),
    _clause(14, "二（一）", "纵向至少一个本行业先进单位", "at least one vertical benchmark of the trade"),
    _clause(15, "二（一）", "横向至少一个本市先进单位", "at least one horizontal benchmark in the city"),
    _clause(16, "二（一）", "标杆是一个单位", "a benchmark is a unit"),
    _clause(17, "二（二）", "从标准、作风、落实对标", "standards, conduct and execution"),
    _clause(
        18, "二（二）", "四问：好在哪、差在哪、如何赶上、何时赶上", "the four questions",
        "`report` 四问完整度", "`report`: four questions answered",
    ),
    _clause(19, "二（三）", "一年左右达到学习对象的水平", "level with the benchmark in about a year"),
    _clause(20, "二（三）", "再创新，成为标杆", "go beyond and become a benchmark"),
    _clause(21, "三（一）", "准备阶段", "the stage of preparation", "`status` 到期和逾期", "`status`: due and late"),
    _clause(22, "三（一）", "三年行动方案的任务", "tasks of the three-year plan"),
    _clause(23, "三（一）", "请进来、走出去", "study visits"),
    _clause(
        24, "三（一）", "附件1仅供参考，立足本市实际", "Annex 1 is for reference",
        "`diff` 对照30项做法，只提示", "`diff` holds a filing beside the 30 practices and only informs",
    ),
    _clause(25, "三（一）", "选标杆要有依据", "grounds for choosing a benchmark"),
    _clause(26, "三（二）", "实施阶段", "the stage of carrying out", "`status` 到期和逾期", "`status`: due and late"),
    _clause(
        27, "三（二）", "逐步推动、逐项落实", "item by item",
        "`report` 举措进展、逾期未完成的举措、指标进展", "`report`: measures, overdue measures, figures on their way",
    ),
    _clause(28, "三（二）", "向国际国内、本市先进看齐", "level with the best abroad, at home and in the city"),
    _clause(29, "三（二）", "标准必须高于现有水平", "standards must be higher than present ones"),
    _clause(30, "三（二）", "有举措，有具体目标", "measures and definite goals"),
    _clause(31, "三（二）", "突出特色和亮点", "a distinct highlight"),
    _clause(
        32, "三（二）", "认真填写申报表", "fill in the form with care",
        "`new` 按附件2生成申报表", "`new` writes the form of Annex 2",
    ),
    _clause(
        33, "三（二）", "按时报送申报表", "hand the form in on time",
        "`status`、`report` 逾期和未报", "`status`; `report`: late and missing",
    ),
    _clause(
        34, "三（二）", "每季度末报送进展", "report progress each quarter",
        "`new --quarter`、`status`、`report` 逾期和未报", "`new --quarter`, `status`; `report`: late and missing",
    ),
    _clause(
        35, "三（三）", "总结提炼，形成制度成果", "sum up, bring forth institutional results",
        "`report --summary` 总结成果", "`report --summary`: what the campaign leaves",
    ),
    _clause(36, "三（三）", "边实践边探索边总结", "sum up as you go"),
    _clause(37, "四（一）", "统一认识、统筹谋划", "one mind, one plan"),
    _clause(38, "四（二）", "主要领导是第一责任人", "the head of the unit answers for it"),
    _clause(39, "四（二）", "工作项目化、清单化", "work as a list of items"),
    _clause(
        40, "四（二）", "责任落实到具体人", "a person for each item",
        "`report` 落实到具体人", "`report`: with a named person",
    ),
    _clause(41, "四（三）", "解决堵点、痛点、难点", "remove what blocks, hurts and is hard"),
    _clause(42, "四（三）", "思想、问题、发展三方面见成效", "effects in minds, problems and development"),
    _clause(43, "四（四）", "公布寻标对象", "publish the benchmarks"),
    _clause(
        44, "四（四）", "宣传经验和典型做法", "make experience known",
        "`report --summary` 总结成果", "`report --summary`: what the campaign leaves",
    ),
    _clause(
        45, "四（四）", "比学赶超", "learn from and surpass one another",
        "`report` 各单位情况（并列，不排名）", "`report`: unit by unit, side by side and not ranked",
    ),
    _clause(
        46, "四（五）", "跟踪检查，定期通报", "follow up and report regularly",
        "`report`、`history`", "`report`, `history`",
    ),
    _clause(
        47, "四（五）", "防止形式主义", "no formalism",
        "`report` 建议人工核查", "`report`: for a person to check",
    ),
    _clause(48, "附件2", "填报单位", "unit"),
    _clause(49, "附件2", "填报时间", "date"),
    _clause(50, "附件2", "联系人", "contact"),
    _clause(51, "附件2", "联系电话", "telephone"),
    _clause(52, "附件2", "纵向标杆单位", "vertical benchmarks"),
    _clause(53, "附件2", "横向标杆单位", "horizontal benchmarks"),
    _clause(54, "附件2", "对标目标（纵向）", "goals (vertical)"),
    _clause(55, "附件2", "对标目标（横向）", "goals (horizontal)"),
    _clause(56, "附件2", "差距（纵向）", "gaps (vertical)"),
    _clause(57, "附件2", "差距（横向）", "gaps (horizontal)"),
    _clause(58, "附件2", "对标举措", "measures"),
    _clause(59, "附件2", "对标时限", "deadline"),
    _clause(60, "附件2", "创标目标", "goals of innovation"),
    _clause(61, "附件2", "创标亮点", "highlights"),
    _clause(62, "附件2", "创标举措", "measures of innovation"),
    _clause(63, "附件2", "创标时限", "deadline of innovation"),
    _clause(64, "附件2说明", "目标应尽可能量化、细化", "goals in figures", "`report` 量化率", "`report`: quantified"),
    _clause(65, "附件2说明", "举措应具体明确，具有可操作性", "measures definite and practicable"),
    _clause(
        66, "附件1", "30项典型做法", "the 30 practices",
        "`catalogue`；项数、类别和每一个数由测试核对",
        "`catalogue`; tests hold their number, categories and every figure",
    ),
)  # fmt: skip
