"""Texts that were copied meet, whatever was changed around them, and texts that were not do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunbiao.model.practice import Catalogue, read_practice
from xunbiao.rules.likeness import Runs, copied_from, is_like, letters, long_marks, marks, practice_runs

LETTERS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=0, max_size=40)
ONE = "申请人不填表由系统把已有的信息自动带出来"
BEFORE = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"
OTHER = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_twenty_letters_in_a_row_always_meet(before: str, after: str, ahead: str, behind: str) -> None:
    """Texts that share twenty letters in a row have a mark in common, whatever surrounds them."""
    assert len(ONE) == 20
    assert set(marks(f"{before}{ONE}，{after}")) & set(marks(f"{ahead}。{ONE}{behind}"))


@given(st.integers(0, 15))
def test_fifteen_letters_do_not_meet(length: int) -> None:
    """Texts that share fewer than sixteen letters in a row have none."""
    shared = ONE[:length]
    assert not set(marks(f"{OTHER}{shared}{OTHER[::-1]}")) & set(marks(f"{BEFORE}{shared}{BEFORE[::-1]}"))


def test_short_texts_meet_only_as_a_whole() -> None:
    """A text of eight to nineteen letters meets its like, but for punctuation; a shorter one nobody."""
    assert marks("服务意识有待加强。") == marks("服务、意识有待加强")
    assert len(marks("服务意识有待加强")) == 1
    assert set(marks("服务意识有待加强")).isdisjoint(marks("服务意识仍待加强"))
    assert len(marks(ONE[:14])) == 1
    assert set(marks(ONE[:19])).isdisjoint(marks(ONE))
    assert marks("服务意识待加强") == ()


def test_a_word_put_in_hides_nothing() -> None:
    """Texts of fifteen letters and more meet by their first six and last six, whatever was put between them."""
    assert set(marks(f"{ONE[:9]}都{ONE[9:15]}")) & set(marks(ONE[:15]))
    assert set(marks(f"{ONE[:6]}{OTHER}{ONE[-6:]}")) & set(marks(f"{ONE[:6]}{BEFORE}{ONE[-6:]}"))
    assert set(marks(f"{ONE[:5]}{OTHER}{ONE[-6:]}")).isdisjoint(marks(f"{ONE[:5]}{BEFORE}{ONE[-6:]}"))
    assert set(marks(f"{ONE[:6]}{OTHER}{ONE[-5:]}")).isdisjoint(marks(f"{ONE[:6]}{BEFORE}{ONE[-5:]}"))
    assert set(marks(f"{ONE[:6]}甲{ONE[-6:]}")).isdisjoint(marks(f"{ONE[:6]}乙丙{ONE[-6:]}"))


def test_figures_do_not_count() -> None:
    """A run is one of words: another figure hides no copy, and figures alone make none."""
    assert marks(f"在3个大厅{ONE}") == marks(f"在12.5万户大厅{ONE}")
    assert marks("由5个工作日压缩至1个工作日以内") == ()
    assert marks("登记窗口满意度由5%提高到9%") != marks("登记窗口满意度由5%提高到8%")


def test_long_marks() -> None:
    """Of a goal only runs of twenty letters count, since short goals are alike in good faith."""
    assert long_marks(ONE)
    assert set(long_marks(ONE)) < set(marks(ONE))
    assert long_marks(ONE[:19]) == ()
    assert long_marks(f"{ONE[:19]}由5个工作日压缩至1个工作日") != ()
    assert long_marks(f"{ONE[:14]}由5个工作日压缩至1个工作日") == ()


def test_marks_are_few() -> None:
    """A text of n letters has about one mark for every three, since the cost of checking a city depends on it."""
    assert 40 <= len(marks((OTHER + BEFORE) * 5)) <= 100
    assert len(set(marks(ONE + OTHER))) <= 14


def test_marks_leave_no_room_for_chance() -> None:
    """Different texts have different marks of sixty-four bits."""
    numbers = "甲乙丙丁戊己庚辛壬癸"
    texts = [f"{a}{b}{c}差距写在这里" for a in numbers for b in numbers for c in numbers]
    assert len({marks(text) for text in texts}) == 1000
    assert max(marks(text)[0] for text in texts) > 2**60


def test_letters() -> None:
    """Only letters and digits count."""
    assert letters("“一照多址”、1_000（件）！") == "一照多址1000件"


def test_is_like() -> None:
    """Four fifths of the runs of both texts must be the same, so that a part is not like the whole."""
    assert is_like(
        "不动产一般登记办理时间由5个工作日压缩至1个工作日", "不动产一般登记办理时间由5个工作日压缩至1个工作日以内。"
    )
    assert not is_like(ONE, ONE + OTHER)
    assert not is_like(ONE + OTHER, ONE)
    assert not is_like("", "")
    assert not is_like("满意", "满意")
    assert is_like("满意度高", "满意度高！")


def test_is_like_counts_the_longer_text() -> None:
    """Eight runs of ten make two texts alike, seven of ten do not."""
    ten = OTHER[:13]
    assert is_like(ten, OTHER[:11])
    assert not is_like(ten, OTHER[:10])


@pytest.fixture
def practices() -> Runs:
    """The runs of two practices, the first with one element."""
    return practice_runs(
        Catalogue(
            name="示例",
            version=1,
            categories={},
            practices={
                "P01": read_practice({"编号": "P01", "名称": "甲乙丙丁戊己庚辛壬癸", "要点": {"P01-1": ONE}}),
                "P02": read_practice({"编号": "P02", "名称": "甲乙丙丁戊己庚辛壬癸子丑寅卯"}),
            },
        )
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲乙、丙丁戊己庚辛壬癸。", "P01"),
        (ONE, "P01-1"),
        ("甲乙丙丁戊己庚辛壬癸子丑寅", "P02"),
        ("甲乙丙丁戊己庚辛", "P01"),
        (ONE[:11] + "改变", "P01-1"),
        ("改变" + ONE[2:13], "P01-1"),
    ],
)
def test_copies(practices: Runs, text: str, code: str) -> None:
    """A text is a copy if four fifths of its runs stand in one practice or element."""
    assert copied_from(text, practices) == code


@pytest.mark.parametrize(
    "text",
    [
        ONE[:9] + "再由本局二科逐户走访",
        ONE[:10] + "改变了",
        "改变了" + ONE[3:13],
        "甲乙丙丁戊己庚",
        "",
        OTHER[12:],
        "甲乙丙丁戊己" + ONE[5:11],
    ],
)
def test_no_copies(practices: Runs, text: str) -> None:
    """What a text adds of its own makes it the unit's; so does a mixture of several, and a few letters are nobody's."""
    assert copied_from(text, practices) is None
