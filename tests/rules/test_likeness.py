"""Texts that were copied meet, whatever was changed around them, and texts that were not do not."""

from hypothesis import given
from hypothesis import strategies as st

from xunbiao.rules.likeness import copied_from, is_like, letters, marks, whole_mark

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
    assert list(marks("服务意识有待加强。")) == list(marks("服务、意识有待加强")) == [whole_mark("服务意识有待加强")]
    assert set(marks("服务意识有待加强")).isdisjoint(marks("服务意识仍待加强"))
    assert list(marks(ONE[:19])) == [whole_mark(ONE[:19])]
    assert whole_mark("服务意识待加强") is None
    assert list(marks("服务意识待加强")) == []


def test_marks_are_few() -> None:
    """A text of n letters has about one mark for every three, since the cost of checking a city depends on it."""
    assert 1 <= len(list(marks(OTHER * 10))) <= 100
    assert len(set(marks(ONE + OTHER))) <= 12


def test_whole_marks_differ() -> None:
    """Different texts have different marks; sixty-four bits leave no room for chance."""
    assert len({whole_mark(f"第{number}条差距写在这里") for number in range(5000)}) == 5000
    assert whole_mark("服务意识有待加强") > 2**32


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


def test_copied_from() -> None:
    """A text is a copy if four fifths of it stand in one practice; what a text adds of its own makes it the unit's."""
    practices = (("P01", "甲乙丙丁戊己庚辛壬癸"), ("P01-1", ONE), ("P02", "甲乙丙丁戊己庚辛壬癸子丑寅卯"))
    assert copied_from("甲乙、丙丁戊己庚辛壬癸。", practices) == "P01"
    assert copied_from(ONE, practices) == "P01-1"
    assert copied_from("甲乙丙丁戊己庚辛壬癸子丑寅", practices) == "P02"
    assert copied_from(ONE[:9] + "再由本局二科逐户走访", practices) is None
    assert copied_from("甲乙丙丁戊己庚", practices) is None
    assert copied_from("甲乙丙丁戊己庚辛", practices) == "P01"
    assert copied_from(ONE[:13] + "天", practices) == "P01-1"
    assert copied_from("", practices) is None
    assert copied_from(OTHER[12:], practices) is None
