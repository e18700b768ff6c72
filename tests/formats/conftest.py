"""One page and one set of diagnostics that hold everything a format can meet; every format is tried on them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from xunbiao.model.diagnostic import Diagnostic, Severity, Skipped, Span
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Brief,
    Bullets,
    Column,
    Edit,
    Facts,
    Heading,
    Letter,
    Level,
    Listing,
    Matrix,
    MatrixColumn,
    Page,
    Paragraph,
    Percent,
    Reference,
    Reworded,
    Run,
    Signature,
    Table,
    Tone,
    Toned,
    Trend,
)

LEVELS = [Level("写明", "#", 3), Level("部分", "+", 2), Level("像是", "?", 1), Level("没有", ".", 0)]
HOSTILE = [
    "[red]x[/red] [/foo] :smile:",
    "\x1b[31mred\x1b[0m \x9b31m \x07\x08",
    "调整\u202e反向\u202c 零\u200b宽",
    "::error file=a.py,line=1::假的",
    "##[error]假的 ##vso[task.complete]",
    "a|b\\|c `x` *y* _z_ ~~w~~",
    '=HYPERLINK("http://e.com","点")',
    "＝1+1",
    "</script><img src=x onerror=alert(1)>",
    "![图](http://e.com/a.png) @all #1 https://e.com",
    "1. 一是减环节\n2. 二是减材料\n- 三是减时间",
    "{{7*7}} %s {0} ${x} %0A::error::y",
]


REWORDED = Reworded(
    (
        Run("…办理时间由5个工作日压缩至", Edit.KEPT),
        Run("1个工作日", Edit.REMOVED),
        Run("3个工作日", Edit.ADDED),
        Run("以内，", Edit.KEPT),
        Run("全省首创，", Edit.REMOVED),
        Run("取消分支机构执照", Edit.KEPT),
        Run("，并向社会公示<b>", Edit.ADDED),
        Run("。", Edit.KEPT),
    )
)


@pytest.fixture
def hostile() -> list[str]:
    """Texts that some target would read as more than text."""
    return HOSTILE


@pytest.fixture
def sample_page() -> Page:
    """A quarter's report in small: every kind of block, every kind of cell, plain and hostile words."""
    units = Table(
        [
            Column("填报单位", wide=True),
            Column("状态"),
            Column("项目数", number=True),
            Column("完成率", number=True),
            Column("报送日期"),
            Column("本季进展", wide=True),
        ],
        [
            [
                "平顶山市市场监督管理局",
                Toned("超进度", Tone.GOOD),
                12,
                Percent(Decimal("0.6")),
                date(2020, 3, 31),
                "对同类连锁门店推行“一次许可、附记备案”，取消分支机构执照，已在3个区试点，备案21户；"
                "二季度起在全市推开，并接入省一体化平台（注册登记科 张某）。",
            ],
            [
                "国家税务总局平顶山市税务局",
                Toned("欠进度", Tone.WARN),
                Decimal("7.50"),
                Percent(Decimal(18) / Decimal(19)),
                Toned(date(2020, 4, 2), Tone.WARN),
                "涉税事项一窗受理",
            ],
            ["叶县人民政府", Toned("未报", Tone.BAD), 0, Percent(None), None, ""],
        ],
        caption="按报送日期",
    )
    return Page(
        "平顶山市营商环境“寻标、对标、创标”活动2020年第一季度进展",
        [
            Paragraph("截至2020年3月31日，应报38家，已报36家。"),
            Facts(
                [
                    ("应报", 38),
                    ("已报", 36),
                    ("报送率", Percent(Decimal(36) / Decimal(38))),
                    ("按时率", Toned(Percent(Decimal("0.9999")), Tone.GOOD)),
                    ("量化率", Percent(None)),
                    ("数据截至", datetime(2020, 3, 31, 18, 5)),
                    (
                        "说明",
                        "报送率为已报单位占应报单位的比例，按时率为按时报送单位占应报单位的比例；名录以活动文件为准。",
                    ),
                ]
            ),
            Heading("各单位进展"),
            units,
            Heading("举措状态"),
            Bars(
                [
                    ("已完成", 24, Decimal("0.108")),
                    ("达进度", 162, Decimal("0.729")),
                    ("欠进度", 17, Decimal("0.077")),
                    ("未启动", 0, Decimal(0)),
                ]
            ),
            Heading("单位 × 做法", level=3),
            Matrix(
                "单位",
                [MatrixColumn(f"P{n:02}", f"做法{n} <{n}>", "1-2" if n < 3 else "3-5") for n in range(1, 6)],
                [("市税务局", [LEVELS[0], LEVELS[3], LEVELS[1], LEVELS[3], LEVELS[2]]), ("=市水务局", [LEVELS[3]] * 5)],
                LEVELS,
                "合计",
            ),
            Matrix("单位", [], [], LEVELS, "合计", empty="没有单位。"),
            Table(
                [Column("指标", wide=True), Column("走势"), Column("举措")],
                [
                    [
                        "办理时间",
                        Trend((Decimal("-0.4"), None, Decimal("0.5"), Decimal("1.2"))),
                        Brief("<b>合并窗口。", 5),
                    ],
                    ["申请材料", Trend((None, None)), Toned(Brief("合并窗口，一窗受理。", 6), Tone.WARN)],
                ],
            ),
            Table(
                [Column("字段"), Column("由 → 至", wide=True)],
                [
                    ["M1.内容", REWORDED],
                    ["联系人", Reworded((Run("张某", Edit.REMOVED), Run("李|某", Edit.ADDED)), in_place=False)],
                ],
            ),
            Heading("逾期举措", level=3),
            Table([Column("单位"), Column("举措")], [], empty="没有逾期的举措。"),
            Paragraph("2家未报，请于4月10日前补报。", Tone.BAD),
            Paragraph("没有核对的数据不列入。", Tone.FAINT),
            Bullets(["省平台接口尚未开放。", Toned("时限两次推后", Tone.WARN), 3]),
            Heading("奇怪的文字", level=4),
            Bullets(HOSTILE),
            Table([Column("编号"), Column("a|b =x", wide=True)], [[f"H{i}", text] for i, text in enumerate(HOSTILE)]),
            Reference("　　〔2020〕　　号"),
            Addressees(["各县（市、区）人民政府", "市各有关单位"]),
            AnnexNote(["各单位进展情况汇总表", "<b>未报单位名单"]),
            AnnexNote(["只有一份"]),
            Signature("平顶山市发展和改革委员会", date(2020, 4, 5)),
            Letter(
                "催报：平顶山市林业局",
                "平顶山市林业局",
                [
                    "你单位2020年第一季度报告应于2020年3月31日前报送，截至2020年4月10日尚未收到，已逾期10天。" * 2,
                    "=1+1",
                ],
                Signature("市发展改革委", date(2020, 4, 10)),
            ),
            Annex("各单位进展情况汇总表", 1),
            Table(
                [Column("单位", wide=True), Column("完成率", number=True)], [["叶县人民政府", Percent(Decimal("0.5"))]]
            ),
            Annex("只有一份 <i>"),
            Listing("对标方向:\n  目标:\n    M1:\n      内容: \x1b[31m```红\n\n# ::error::x\n", "yaml"),
        ],
        Language.ZH,
        {
            "as_of": "3f2a",
            "quarter": "2020Q1",
            "reporting_rate": Decimal(36) / Decimal(38),
            "on_time_rate": Decimal("1E+1"),
            "none": None,
            "late": [],
            "date": date(2020, 3, 31),
            "texts": HOSTILE,
        },
    )


FILING = """\
# yaml-language-server: $schema=../../schemas/filing.schema.json
填报单位: 市市场监管局
对标方向:
  目标: {M1: {内容: 进一步优化流程, 指标: {名称: 新增经营场所办理时间, 现状值: 5, 目标值: 5}}}
  举措: “试点”\u202e ::error::x
"""

SOURCES = {"filings/scjgj/filing.yaml": FILING.splitlines()}


@pytest.fixture
def sample_verdict() -> dict[str, object]:
    """What `render_diagnostics` takes: findings of every severity, in a plain file and in one with a hostile name."""

    def found(path: str, span: Span, code: str, severity: Severity, field: str, *texts: str) -> Diagnostic:
        message, hint, clause = Phrase(*texts[:2]), Phrase(*texts[2:4]), texts[4]
        return Diagnostic(path, span, code, f"rule-{code.lower()}", severity, field, message, hint, clause)

    filing = "filings/scjgj/filing.yaml"
    return {
        "diagnostics": [
            found(
                "filings/::error,a=b::%0A \x1b[31m/填报.yaml", Span(1, 1, 1, 1), "XB001", Severity.ERROR, "",
                "不是 UTF-8 编码，看起来是 GB18030。", "Not UTF-8; it looks like GB18030.",
                "在编辑器中另存为 UTF-8。", "Save it as UTF-8 in your editor.", "",
            ),
            found(
                filing, Span(2, 7, 2, 13), "XB202", Severity.HINT, "填报单位",
                "写的是简称。", "This is an alias.",
                "写全称：平顶山市市场监督管理局。", "Write the full name.", "附件2",
            ),
            found(
                filing, Span(4, 61, 4, 62), "XB201", Severity.ERROR, "对标方向.目标.M1.指标.目标值",
                "目标值 5 不优于现状值 5。", "The goal 5 is no better than the present 5.",
                "目标值要比现状值小：“时间”越低越好；如果本来就是越高越好，写明“方向: 升”。" * 2,
                "Set a goal below the present level.", "三（二）",
            ),
            found(
                filing, Span(5, 7, 6, 1), "XB203", Severity.WARNING, "对标方向.举措",
                "文字里有看不见的字符：\u202e", "The text holds unseen characters: \u202e",
                "删去它。", "Remove it.", "",
            ),
        ],
        "files_read": 228,
        "files_skipped": [Skipped("filings/x/notes.txt", Phrase("不是 .yaml 文件", "not a .yaml file"))],
        "sources": lambda path: SOURCES.get(path, ()),
    }  # fmt: skip  # the sentences side by side
