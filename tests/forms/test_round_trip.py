"""Filing → Word → filing keeps all that the form holds; Word → filing → Word keeps the words of every cell."""

from typing import Any

from formpaper import raw
from formpaper.raw import LISTS, form, form_rows, listed, numbered
from formpaper.words import CELLS, drafted, setting
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xunbiao import schema
from xunbiao.forms import blank, draft_filing, fill, open_form, write_docx
from xunbiao.forms.filled import NO_DATE
from xunbiao.forms.filled import numbered as as_an_office
from xunbiao.forms.items import split_items
from xunbiao.model.document import Kind
from xunbiao.model.filing import read_filing
from xunbiao.model.form import Refusal

from ..effort import tries

CAMPAIGN = setting().campaign
# Words, and everything that could be taken for a number, a label, a date or a border between items.
PIECES = st.sampled_from(
    [
        "压缩至",
        "办理时间",
        "3个",
        "12项",
        "2020年",
        "5个工作日",
        "98％",
        "。",
        "；",
        "，",
        "、",
        "：",
        "（1）",
        "（2）",
        "1.",
        "2.",
        "3.",
        "1、",
        "一是",
        "二是",
        "一、",
        "二、",
        "（一）",
        "①",
        "②",
        "第一，",
        "●",
        "-",
        "—",
        "“一网通办”",
        "（注册科",
        "张某）",
        "时限：",
        "目标：",
        "举措",
        "说明：",
        "联系人：",
        "填报单位：",
        "A级",
        "12345",
        "\n",
        "\t",
        "\u3000",
        "...",
        "1.5",
        "同步",
        "&",
        "<",
        ">",
        '"',
        "'",
        "#",
        "[",
        "]",
        "{",
        "}",
        "`",
        "%",
        "@",
        "\\",
        "🙂",
        "𠮷",
        "é",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(lambda text: any(map(str.isalnum, text)))
NAMES = st.lists(
    st.sampled_from(["上海市", "长宁区", "市场", "监督", "管理局", "（分局）", "A", "一", "12"]), min_size=2, max_size=6
).map("".join)
DAYS = st.dates(setting().campaign.issued, setting().campaign.summary_due).map(str)


def items(prefix: str) -> st.SearchStrategy[dict[str, Any]]:
    entries = st.lists(TEXTS, min_size=1, max_size=5)
    return entries.map(lambda texts: {f"{prefix}{at}": {"内容": text} for at, text in enumerate(texts, 1)})


def units(least: int = 1) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(NAMES, min_size=least, max_size=3).map(
        lambda names: [{"名称": name, "好在哪": "快"} for name in names]
    )


FILINGS = st.fixed_dictionaries(
    {
        "类型": st.just("申报表"),
        "版本": st.just(1),
        "填报单位": st.just("平顶山市住房和城乡建设局"),
        "填报时间": DAYS,
        "联系人": st.sampled_from(["李某", "欧阳明月", "阿卜杜拉·买买提", "张某、李某"]),
        "联系电话": st.sampled_from(["2660001", "0375-2660001转8016", "0375—2660001、13800000001"]),
        "第一责任人": st.just("王某"),
        "寻标对象": st.fixed_dictionaries({"纵向标杆单位": units(), "横向标杆单位": units()}),
        "对标方向": st.fixed_dictionaries(
            {
                "目标": st.fixed_dictionaries({"纵向标杆单位": items("M"), "横向标杆单位": items("MH")}),
                "差距": st.fixed_dictionaries({"纵向标杆单位": items("C"), "横向标杆单位": items("CH")}),
                "举措": items("J"),
                "时限": DAYS,
            }
        ),
        "创标意向": st.fixed_dictionaries(
            {"目标": items("CM"), "亮点": items("CL"), "举措": items("CJ"), "时限": DAYS}
        ),
    }
)  # fmt: skip


def held(data: Any) -> dict[tuple[str, ...], object]:
    """What the form holds of a filing: the head, names, 内容, 时限; as lines without blanks at their ends."""
    found: dict[tuple[str, ...], object] = {
        (label,): data[label] for label in ("填报单位", "填报时间", "联系人", "联系电话")
    }
    for path in CELLS:
        value = data
        for part in path:
            value = value[part]
        found[path] = [tidy(text) for text in texts(value)]
    return found


def texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [entry["名称"] for entry in value]
    return [entry["内容"] for entry in value.values()] if isinstance(value, dict) else [value or ""]


def tidy(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line).rstrip("；;，,、 \t　\n")


@settings(max_examples=tries(80), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FILINGS)
def test_a_filing_comes_back_from_word(data: dict[str, Any]) -> None:
    """Whatever is written in a filing, the items that went out come back, with the head and the dates."""
    assert schema.is_valid(Kind.FILING, data)
    found = open_form(write_docx(fill(read_filing(data)), CAMPAIGN))
    assert not isinstance(found, Refusal)
    assert held(draft_filing(found, setting()).data) == held(data)


@settings(max_examples=tries(600), deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_numbers_are_chosen_so_that_items_come_back(told: list[str]) -> None:
    """Items that look numbered themselves get other numbers, and at the last Word's own."""
    cleaned = ["\n".join(line.strip() for line in tidy(text).split("\n")) for text in told]
    kept = [text for text in cleaned if text]
    if kept:
        assert list(split_items(as_an_office(kept)).texts) == [text.rstrip("；;，,、 \t　\n") for text in kept]


def test_several_items_are_numbered_as_an_office_does() -> None:
    """One alone has no number, several have 1. 2. 3.; what begins with a number itself gets （1）."""
    assert [each.text for each in as_an_office(["甲"])] == ["甲"]
    assert [each.text for each in as_an_office(["甲", "乙"])] == ["1.甲", "2.乙"]
    assert [each.text for each in as_an_office(["1.甲"])] == ["1.1.甲"] or as_an_office(["1.甲"])[0].text.startswith(
        "（1）"
    )


def test_word_keeps_its_words_through_a_filing() -> None:
    """However the items were numbered, each cell of the form that comes out says what the one that went in said."""
    drawn = [
        form(form_rows(numbered("（{}）", joint="；"))),
        form(form_rows(listed()), **LISTS),
        form(form_rows(numbered("{}是"))),
        raw.docx(raw.titles() + raw.tbl(raw.tr(raw.tc(raw.head_line(), span=4)), *form_rows(wide=2))),
    ]
    for document in drawn:
        first = drafted(document).data
        again = drafted(write_docx(fill(read_filing(first)), CAMPAIGN)).data
        assert held(again) == held(first)


def test_the_empty_form_comes_back_empty() -> None:
    """Every place is told to be missing, blank or as the empty form has it."""
    found = open_form(write_docx(blank(), CAMPAIGN))
    assert not isinstance(found, Refusal)
    draft = draft_filing(found, setting())
    assert len(draft.problems) == 16
    assert {each.code for each in draft.problems} == {"missing", "blank", "template-left"}
    assert draft.leftovers == ()
    assert NO_DATE.strip() == "年  月  日前完成。"


def test_the_same_filing_gives_the_same_bytes() -> None:
    """No time and no chance goes into the file."""
    filing = read_filing(drafted(form()).data)
    assert write_docx(fill(filing), CAMPAIGN) == write_docx(fill(filing), CAMPAIGN)
