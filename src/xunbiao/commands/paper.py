"""options of submit → a form that came on paper or by mail: whose it is, when it came, what proves it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xunbiao.commands.call import Call
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Campaign
from xunbiao.model.language import Phrase

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """Who handed in a form outside git, and when by the word of who enters it; attachments are (name, sha256)."""

    name: str
    received: date
    attachments: tuple[tuple[str, str], ...]

    @property
    def trailers(self) -> list[tuple[str, str]]:
        kept = [("Xunbiao-Attachment", f"sha256:{digest} {name}") for name, digest in self.attachments]
        return [("Xunbiao-On-Behalf-Of", self.name), ("Xunbiao-Received", str(self.received)), *kept]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What is said of it before it is committed."""
        said = Phrase(
            f"代录：{self.name} 的材料，登记收到日期 {self.received}；这个日期是经办人的说法，按它算是否按时。",
            f"Entered for {self.name}, received on {self.received}: your word, by which it is on time or late.",
        )
        kept = (
            Phrase(f"附件 {name}：sha256 {digest}", f"Attachment {name}: sha256 {digest}")
            for name, digest in self.attachments
        )
        return (said, *kept)


def paper_of(call: Call, campaign: Campaign, name: str, received: str, attachments: Sequence[Path]) -> Paper | None:
    """What the options say; None where the unit hands in its form itself. Raises CannotGoOn where they do not fit."""
    from xunbiao.calendar import parse_day

    if not name and not received and not attachments:
        return None
    if not name.strip() or not received:
        raise CannotGoOn(
            "代录要同时写 --on-behalf-of 姓名 和 --received 收到日期。",
            "Entering a form for somebody needs both --on-behalf-of NAME and --received DATE.",
        )
    shown = " ".join(name.split())
    if len(shown) > _LONGEST_NAME or not shown.isprintable() or set(shown) & set("<>"):
        raise CannotGoOn("--on-behalf-of 只写姓名，一行以内。", "--on-behalf-of takes a name, on one line.")
    day = parse_day(received)
    if day > call.today(campaign):
        raise CannotGoOn(f"收到日期 {day} 还没有到。", f"The day of receipt, {day}, is yet to come.")
    return Paper(shown, day, tuple((each.name, _digest(each)) for each in attachments))


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotGoOn(
            f"读不了附件 {file}：{reason}。", f"The attachment {file} cannot be read: {reason}."
        ) from error
