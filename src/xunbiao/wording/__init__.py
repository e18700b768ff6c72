"""Chinese official prose → quantities, deadlines, vagueness, persons, phones and document numbers. Standard library.

    from datetime import date from xunbiao.wording import read reading =
    read("办理时限由5个工作日压缩至3个工作日以内，2020年6月底前完成（注册科 赵明远）", today=date(2020, 4, 10))

Every reading keeps the place it came from. No text makes a reader raise, and each takes time linear in the text.
"""

from datetime import date

from xunbiao.wording.docnumbers import document_numbers, document_numbers_in
from xunbiao.wording.due import deadline, deadline_in, deadlines
from xunbiao.wording.figures import quantities, quantities_in
from xunbiao.wording.names import is_person, persons, persons_in
from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.numerals import Numeral, numeral_at
from xunbiao.wording.reading import Deadline, DocumentNumber, Emptiness, Person, Phone, Quantity, Reading, Vague
from xunbiao.wording.resolution import Window
from xunbiao.wording.telephone import phones, phones_in
from xunbiao.wording.units import same_unit
from xunbiao.wording.vagueness import concreteness, is_vague, shows, vague, vague_in

__all__ = [
    "Deadline",
    "DocumentNumber",
    "Emptiness",
    "Normalised",
    "Numeral",
    "Person",
    "Phone",
    "Quantity",
    "Reading",
    "Vague",
    "Window",
    "concreteness",
    "deadline",
    "deadlines",
    "document_numbers",
    "is_person",
    "is_vague",
    "normalise",
    "numeral_at",
    "persons",
    "phones",
    "quantities",
    "read",
    "same_unit",
    "shows",
    "vague",
]


def read(text: str, *, today: date, window: Window | None = None, area_code: str | None = None) -> Reading:
    """Everything at once. Never raises; linear in the text.

    `window` is the campaign's first and last day, from which a missing year is taken; `area_code` (0375) completes
    local numbers. `deadline` is None where the text speaks of no day at all, and has a state (impossible, none …)
    where it tries to.
    """
    normal = normalise(text)
    figures = quantities_in(normal)
    due = deadline_in(normal, today=today, window=window)
    return Reading(
        text=text,
        quantified=bool(figures),
        quantities=figures,
        deadline=due if due.end > due.start else None,
        vague=vague_in(normal),
        persons=persons_in(normal),
        phones=phones_in(normal, area_code),
        document_numbers=document_numbers_in(normal),
    )
