"""Every value and label is found again at its line and column, in characters."""

from xunbiao import source
from xunbiao.model.diagnostic import START, Span

TEXT = """\
# 说明
填报单位: 平顶山市市场监督管理局
寻标对象:
  纵向标杆单位:
    - 名称: 上海市长宁区市场监督管理局
      地区: "上海市"
    - 名称:
    -
  横向标杆单位: []
举措:
  J1:
    内容: |
      第一行
      第二行
    时限: 2020-06-30   # 注释
  J2: {内容: 甲, 时限: ''}
  J3:
经验:

  -

  - 一
"""

PLACES = source.places(TEXT)


def test_places_of_values() -> None:
    """A value stands from its first to behind its last character; quotes belong to it, comments do not."""
    assert PLACES.of(("填报单位",)) == Span(2, 7, 2, 18)
    assert PLACES.of(("寻标对象", "纵向标杆单位", 0, "名称")) == Span(5, 11, 5, 24)
    assert PLACES.of(("寻标对象", "纵向标杆单位", 0, "地区")) == Span(6, 11, 6, 16)
    assert PLACES.of(("举措", "J1", "时限")) == Span(15, 9, 15, 19)
    assert PLACES.of(("举措", "J2", "内容")) == Span(16, 12, 16, 13)


def test_places_of_several_lines() -> None:
    """A text of several lines begins at its sign and ends below its last line."""
    place = PLACES.of(("举措", "J1", "内容"))
    assert (place.line, place.column) == (12, 9)
    assert place.end_line >= 14


def test_blank_values_stand_at_their_labels() -> None:
    """What is blank is told at its label."""
    assert PLACES.of(("寻标对象", "纵向标杆单位", 1, "名称")) == Span(7, 7, 7, 9)
    assert PLACES.of(("举措", "J3")) == Span(17, 3, 17, 5)
    assert PLACES.of(("举措", "J2", "时限")) == Span(16, 15, 16, 17)


def test_blank_entries_stand_at_their_dashes() -> None:
    """A blank entry of a list, which has no label, is told on its own line."""
    assert PLACES.of(("寻标对象", "纵向标杆单位", 2)).line == 8
    assert PLACES.of(("经验", 0)).line == 20
    assert PLACES.of(("经验", 1)) == Span(22, 5, 22, 6)


def test_places_of_labels() -> None:
    """A label has a place of its own; an entry of a list stands where its value does."""
    assert PLACES.of_key(("举措", "J1", "时限")) == Span(15, 5, 15, 7)
    assert PLACES.of_key(("寻标对象", "横向标杆单位")) == Span(9, 3, 9, 9)
    assert PLACES.of_key(("寻标对象", "纵向标杆单位", 0)).line == 5


def test_what_is_missing_stands_at_the_nearest_label() -> None:
    """Something that the file does not have is told at the label under which it is missing."""
    for place in (PLACES.of, PLACES.of_key):
        assert place(("举措", "J1", "责任人")) == Span(11, 3, 11, 5)
        assert place(("举措", "J9", "状态")) == Span(10, 1, 10, 3)
        assert place(("寻标对象", "横向标杆单位", 4, "名称")) == Span(9, 3, 9, 9)


def test_what_is_missing_at_the_top_stands_at_the_top() -> None:
    """A missing label of the outermost level is told where the content begins."""
    assert PLACES.of(("没有",)).line == 2
    assert source.places("").of(("没有",)) == START


def test_rare_characters_are_one_column_each() -> None:
    """A character beyond the first plane counts one column, as every other."""
    assert source.places("名: 𠮷野家\n").of(("名",)) == Span(1, 4, 1, 7)
