"""Telephone numbers as typed: their normal form, their extension, and what is wrong with others."""

import pytest

from xunbiao.wording import phones

GOOD = {
    "2662201": ["0375-2662201"],
    "0375-2662201": ["0375-2662201"],
    "03752662201": ["0375-2662201"],
    "0375—2662201": ["0375-2662201"],
    "0375－2662201": ["0375-2662201"],
    "0375 2662201": ["0375-2662201"],
    "0375.2662201": ["0375-2662201"],
    "(0375)2662201": ["0375-2662201"],
    "（0375）2662201": ["0375-2662201"],
    "（0375） 2662201": ["0375-2662201"],
    "０３７５－２６６２２０１": ["0375-2662201"],
    "2662201（传真）": ["0375-2662201"],
    "2662201转8016": ["0375-2662201 ext 8016"],
    "0375-2662201-8016": ["0375-2662201 ext 8016"],
    "2662201-8016": ["0375-2662201 ext 8016"],
    "2662201（分机204）": ["0375-2662201 ext 204"],
    "2662201 ext. 12": ["0375-2662201 ext 12"],
    "2662201、2662202": ["0375-2662201", "0375-2662202"],
    "2662201/2662202": ["0375-2662201", "0375-2662202"],
    "2662201 2662202": ["0375-2662201", "0375-2662202"],
    "2662201；13837512345": ["0375-2662201", "13837512345"],
    "0375-2662201 13837512345": ["0375-2662201", "13837512345"],
    "13837512345": ["13837512345"],
    "138 3751 2345": ["13837512345"],
    "138-3751-2345": ["13837512345"],
    "+86 13837512345": ["13837512345"],
    "86-13837512345": ["13837512345"],
    "+86 375 2662201": ["0375-2662201"],
    "0086-375-2662201": ["0375-2662201"],
    "0371-65603600": ["0371-65603600"],
    "010-65603600": ["010-65603600"],
    "400-812-3456": ["400-8123456"],
    "8008123456": ["800-8123456"],
    "市政大楼0844房间，电话2662201": ["0375-2662201"],
    "联系人：李某，联系电话：2662201。": ["0375-2662201"],
}
BAD = {
    "8810****": "unknown",
    "138****2345": "unknown",
    "266XXXX": "unknown",
    "266220": "unknown",
    "26622012": "unknown",
    "0375-26622012": "unknown",
    "0375-266220": "unknown",
    "1383751234": "unknown",
    "138375123": "unknown",
    "266**": "unknown",
    "138375123456": "unknown",
    "1234567": "unknown",
    "12345": "hotline",
    "95598": "hotline",
}
NO_ATTEMPT = [
    "",
    "无",
    "待定",
    "2020年6月30日",
    "2019-11-18",
    "平教组发〔2019〕7号",
    "办件量1500000件",
    "惠及企业3200000户",
    "累计投入资金26622010元用于改造升级工程",
    "O375-2903317",
    "编号A2662201",
    "第2662201",
    "共2662201",
    "累计达2662201",
    "12",
]
REASONS = {
    "8810****": "遮盖",
    "266220": "位数不够",
    "26622012": "位数太多",
    "1383751234": "位数不够",
    "138375123": "位数不够",
    "266**": "遮盖",
    "037526622": "位数不够",
    "0375-266220123": "位数太多",
    "0375-1662201": "没有这样的号码",
    "138375123456": "位数太多",
    "1234567": "没有这样的号码",
    "12345": "热线",
}


@pytest.mark.parametrize(("text", "numbers"), GOOD.items())
def test_normal_form(text: str, numbers: list[str]) -> None:
    """A number has one normal form however it is typed; a local one takes the campaign's area code."""
    read = phones(text, "0375")
    assert [phone.number + (f" ext {phone.extension}" if phone.extension else "") for phone in read] == numbers
    assert all(phone.ok and not phone.why_zh for phone in read)


@pytest.mark.parametrize(("text", "kind"), BAD.items())
def test_will_not_do(text: str, kind: str) -> None:
    """A masked, short, long or impossible number and a hotline are found and will not do."""
    read = phones(text, "0375")
    assert [(phone.ok, phone.kind) for phone in read] == [(False, kind)]


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reason(text: str, reason: str) -> None:
    """Each number that will not do says why, in Chinese and in English."""
    phone = phones(text, "0375")[0]
    assert reason in phone.why_zh
    assert phone.why_en.isascii()
    assert phone.why_en


@pytest.mark.parametrize("text", NO_ATTEMPT)
def test_no_attempt(text: str) -> None:
    """Dates, figures, document numbers and codes are no attempt at a telephone number."""
    assert phones(text, "0375") == ()


def test_without_area_code() -> None:
    """Without an area code a local number stays as it is, and may have seven or eight digits."""
    assert [phone.number for phone in phones("2662201") + phones("65603600")] == ["2662201", "65603600"]


def test_eight_digits_where_there_are_eight() -> None:
    """Eight digits are right in an area that has them."""
    assert phones("65603600", "0371")[0].number == "0371-65603600"
    assert phones("86123456", "0371")[0].number == "0371-86123456"


def test_prose_is_no_field() -> None:
    """A short number is an attempt in a field of its own, and none in prose."""
    assert len(phones("266220", "0375")) == 1
    assert phones("本月共有266220这个编号的业务办理完毕", "0375") == ()
    assert phones("票号12**，金额不详的业务", "0375") == ()


def test_place_and_kind() -> None:
    """A number's place takes in its extension; its kind is landline, mobile or service."""
    text = "电话：2662201转8016，手机13837512345，热线400-812-3456"
    read = phones(text, "0375")
    assert [text[phone.start : phone.end] for phone in read] == ["2662201转8016", "13837512345", "400-812-3456"]
    assert [phone.kind for phone in read] == ["landline", "mobile", "service"]
