"""`read`: what the tool reads out of a sentence, for a clerk and for a program."""

import json

import pytest


def test_read_shows_each_figure_date_person_and_phone_with_its_words(xunbiao) -> None:
    """A clerk sees what was understood and the words that it was read from."""
    shown = xunbiao(
        "read", "办理时间由5个工作日压缩至3个工作日以内，2020年6月底前完成（注册科 赵明远，电话62210001）。"
    )
    assert shown.returncode == 0, shown.stderr
    assert "5 → 不超过 3 工作日（时间）" in shown.stdout
    assert "时限 2020-06-30" in shown.stdout
    assert "责任人 赵明远" in shown.stdout
    assert "62210001" in shown.stdout
    assert "已量化" in shown.stdout


def test_read_explains_why_a_sentence_says_nothing(xunbiao) -> None:
    """The empty words are named, and what is missing, in either language."""
    zh = xunbiao("read", "进一步优化流程，大幅压缩时限，长期坚持")
    assert "空泛的词：大幅" in zh.stdout
    en = xunbiao("read", "进一步优化流程，大幅压缩时限，长期坚持", "--lang", "en")
    assert "says nothing: 大幅" in en.stdout
    assert "is no deadline" in en.stdout


def test_read_gives_one_json_object_a_line_in_order(xunbiao) -> None:
    """Standard input is read a text a line; an empty line is an empty text."""
    given = "三五天内办结\n\n网办率90%以上，2020-06-30前\n"
    lines = xunbiao("--today", "2020-04-10", "read", "-", "--format", "json", given=given).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["text"] for record in records] == ["三五天内办结", "", "网办率90%以上，2020-06-30前"]
    first, _, last = records
    assert first["quantities"][0] | {"value": None} == first["quantities"][0]
    assert (first["quantities"][0]["low"], first["quantities"][0]["high"]) == (3, 5)
    assert first["quantities"][0]["comparator"] == "range"
    quantity = last["quantities"][0]
    assert (quantity["value"], quantity["unit"], quantity["comparator"]) == (90, "%", ">=")
    assert last["text"][quantity["start"] : quantity["end"]].startswith("90%")
    assert last["deadline"] == "2020-06-30"


@pytest.mark.parametrize("text", ["", " ", "\x1b[31m", "[red]x[/red]", "::error::x", "x" * 5000, "‮"])
def test_read_takes_any_text(xunbiao, text: str) -> None:
    """No text is markup, an escape sequence or a CI command."""
    shown = xunbiao("read", text)
    assert shown.returncode == 0, shown.stderr
    assert "\x1b" not in shown.stdout
    assert "\n::error" not in shown.stdout
