"""A form brings the filing that is there up to date field by field; ids, comments and what is below the line stay."""

from formpaper import words
from formpaper.raw import form, form_rows, head_line, numbered, p, run
from formpaper.words import CELLS, HEAD, drafted, setting

from xunbiao.changes import diff
from xunbiao.editing import edit
from xunbiao.forms import filing_text, update_filing
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, ChangeKind
from xunbiao.model.language import Language
from xunbiao.source import parse

BASE = filing_text(drafted(form()), ["# 头"], {}, Language.ZH)
# What a clerk did to the filing after it was taken in: a person, a figure, a comment, words of his own below the line.
EDITED = (
    BASE.replace("  举措:\n    J1:", "  举措:\n    # 局长已同意\n    J1:", 1)
    .replace("标杆值:", "标杆值: 2", 1)
    .replace("好在哪:", "好在哪: 一张蓝图", 1)
    .replace("责任人: 何志强（审批科）", "责任人: 何志强（审批科科长）", 1)
)


def updated(
    raw: bytes, text: str = EDITED, taken: frozenset[str] = frozenset()
) -> tuple[str, list[str], tuple[Change, ...]]:
    """The filing afterwards, the codes of what is to be looked at, and what changed."""
    before = parse(text.encode()).data
    assert before is not None
    update = update_filing(drafted(raw), before, taken)
    after = edit(text.encode(), update.edits).decode()
    return after, [each.code for each in update.problems], diff(Kind.FILING, before, parse(after.encode()).data)


def with_texts(**changed: tuple[str, ...]) -> bytes:
    """The form with other items in some cells, named by the path with underscores."""
    own = {tuple(name.split("_")): texts for name, texts in changed.items()}
    return form(form_rows(lambda path, texts: numbered()(path, own.get(path, texts))))


def test_the_same_form_changes_nothing() -> None:
    """Whatever a clerk added below the line, and however the items were numbered this time."""
    for raw in (form(), form(form_rows(numbered("（{}）", joint="；"))), form(form_rows(numbered("{}是")))):
        assert updated(raw) == (EDITED, [], ())


def test_a_form_that_left_something_blank_takes_nothing_away() -> None:
    """Blank cells, a template that was left and words that are no date change nothing."""
    rows = form_rows(lambda path, texts: p() if path[-1] in ("亮点", "举措") else numbered()(path, texts))
    rows[7] = rows[7].replace(CELLS["对标方向", "时限"][0], "立行立改")
    after, _, changes = updated(form(rows, head=head_line().replace(HEAD["联系人"], "")))
    assert (after, changes) == (EDITED, ())


def test_one_item_reworded_keeps_its_id_and_the_rest() -> None:
    """Only the line of 内容 changes; what stands below the line and was not read anew is told."""
    old = CELLS["对标方向", "举措"]
    after, codes, changes = updated(with_texts(对标方向_举措=(old[0].replace("1项", "3项"), *old[1:])))
    assert after == EDITED.replace(old[0], old[0].replace("1项", "3项"))
    assert codes == ["below-the-line-kept"] * 2
    assert [(each.path, each.kind) for each in changes] == [(("对标方向", "举措", "J1", "内容"), ChangeKind.CHANGED)]


def test_items_that_moved_up_keep_their_ids() -> None:
    """A new first item gets a new id; an item that is gone is taken away, its comment stays for a person to see."""
    old = CELLS["对标方向", "举措"]
    after, _, changes = updated(with_texts(对标方向_举措=("开设企业服务专窗2个（窗口科 吴某）", *old[1:])))
    data = parse(after.encode()).data
    assert data is not None
    assert list(data["对标方向"]["举措"]) == ["J2", "J3", "J4"]
    assert data["对标方向"]["举措"]["J4"]["责任人"] == "吴某（窗口科）"
    assert "# 局长已同意" in after
    assert {each.kind for each in changes} == {ChangeKind.CREATED, ChangeKind.REMOVED}


def test_ids_of_reports_are_not_given_again() -> None:
    """A measure that was taken out earlier and stands in a report keeps its id to itself."""
    after, _, _ = updated(
        with_texts(对标方向_举措=(*CELLS["对标方向", "举措"], "另增一条措施")), taken=frozenset({"J9", "CJ20"})
    )
    data = parse(after.encode()).data
    assert data is not None
    assert list(data["对标方向"]["举措"]) == ["J1", "J2", "J3", "J10"]


def test_benchmarks_are_known_by_their_names() -> None:
    """A corrected name keeps 好在哪; another unit starts afresh; one that is gone goes with what was said of it."""
    first, second = CELLS["寻标对象", words.VERTICAL]
    head = form_rows(units=lambda names: p(run("、".join(names))))

    def renamed(*names: str) -> list[dict[str, str | None]]:
        rows = [head[0].replace(f"{first}、{second}", "、".join(names)), *head[1:]]
        data = parse(updated(form(rows))[0].encode()).data
        assert data is not None
        return [{key: entry.get(key) for key in ("名称", "好在哪")} for entry in data["寻标对象"][words.VERTICAL]]

    assert renamed("厦门市建设局", second) == [
        {"名称": "厦门市建设局", "好在哪": "一张蓝图"},
        {"名称": second, "好在哪": None},
    ]
    assert renamed(second) == [{"名称": second, "好在哪": None}]
    assert renamed(first, second, "青岛市行政审批局")[2] == {"名称": "青岛市行政审批局", "好在哪": None}
    assert renamed("青岛市行政审批局") == [{"名称": "青岛市行政审批局", "好在哪": None}]


def test_head_and_deadlines_are_brought_up_to_date() -> None:
    """A later date and another telephone, in place; nothing else."""
    rows = form_rows()
    rows[7] = rows[7].replace("2020年6月30日", "2020年9月30日")
    after, _, _ = updated(form(rows, head=head_line().replace("2660777", "2660778")))
    assert after == EDITED.replace("2660777", "2660778").replace("时限: 2020-06-30", "时限: 2020-09-30")


def test_the_setting_is_the_notices_own() -> None:
    """The forms of these tests are read against the campaign of the repository."""
    assert setting().campaign.filing_due.isoformat() == "2019-11-20"
