"""The line above the form's table, where offices type it otherwise than the form asks."""

import pytest
from formpaper.raw import form, p, run
from formpaper.words import HEAD, drafted

BEFORE = "填报单位：{填报单位}　　填报时间：{填报时间}　　".format(**HEAD)


@pytest.mark.parametrize("label", ["联系人及电话", "联系人及联系电话"])
@pytest.mark.parametrize(
    ("typed", "person", "phone"),
    [
        ("李某 0375-2660011", "李某", "0375-2660011"),
        ("李某（0375）2660011", "李某", "（0375）2660011"),
        ("李某", "李某", ""),
    ],
)
def test_one_label_for_person_and_phone(label: str, typed: str, person: str, phone: str) -> None:
    """The person ends where the digits begin."""
    data = drafted(form(head=p(run(f"{BEFORE}{label}：{typed}")))).data
    assert data["联系人"] == person
    assert (data["联系电话"] or "") == phone


def test_labels_without_colons() -> None:
    """A line with three of the labels or more is the head, even where nobody typed a colon."""
    line = "　　".join(f"{label}　{value}" for label, value in HEAD.items())
    data = drafted(form(head=p(run(line)))).data
    assert {label: data[label] for label in ("填报单位", "联系人", "联系电话")} == {
        label: HEAD[label] for label in ("填报单位", "联系人", "联系电话")
    }


def test_the_exact_label_beats_another_word_for_it() -> None:
    """Of two values for one place the one under the form's own label is kept, and the other is not lost."""
    draft = drafted(form(head=p(run(f"{BEFORE}联系方式：1390000　　联系人：李某　　联系电话：2660011"))))
    assert draft.data["联系电话"] == "2660011"
    assert any("1390000" in each for each in draft.leftovers)
