"""Unit, document → when it is written and when it arrives, chosen by a digest of their names."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from xunbiao.model.campaign import CHINA

# The working days on which offices hand in, up to the due date.
_DAYS = {
    "filing": "2019-11-12 2019-11-13 2019-11-14 2019-11-15 2019-11-18 2019-11-19 2019-11-20",
    "2019Q4": "2019-12-25 2019-12-26 2019-12-27 2019-12-30 2019-12-31",
    "2020Q1": "2020-03-25 2020-03-26 2020-03-27 2020-03-30 2020-03-31",
    "2020Q2": "2020-06-22 2020-06-23 2020-06-24 2020-06-28 2020-06-29 2020-06-30",
    "2020Q3": "2020-09-24 2020-09-25 2020-09-27 2020-09-28 2020-09-29 2020-09-30",
    "summary": "2020-12-21 2020-12-22 2020-12-23 2020-12-24 2020-12-25 2020-12-28 2020-12-29 2020-12-30 2020-12-31",
}

# When and how the events that are told in docs/demo.md come in: written, arrived, on a branch of their own or not.
_FIXED = {
    ("scjgj", "filing"): ("2019-11-18 10:12", "2019-11-18 15:30", True),
    ("scjgj", "2020Q1"): ("2020-03-31 09:40", "2020-03-31 14:55", True),
    ("rmyh", "filing"): ("2019-11-13 10:05", "2019-11-13 10:05", False),
    ("yzj", "filing"): ("2019-11-14 15:32", "2019-11-14 16:10", True),
    ("fgw", "filing"): ("2019-11-18 11:02", "2019-11-18 15:20", True),
    ("xfzd", "filing"): ("2019-11-19 09:15", "2019-11-20 10:30", False),
    ("jrj", "filing"): ("2019-11-20 17:40", "2019-11-21 09:10", True),
    ("mzj", "filing"): ("2019-11-21 08:41", "2019-11-21 08:41", False),
    ("rfb", "filing"): ("2019-11-22 10:26", "2019-11-22 14:50", True),
    ("lyj", "filing"): ("2019-11-25 09:55", "2019-11-25 09:55", False),
    ("rlgs", "filing"): ("2019-11-29 16:12", "2019-11-29 17:05", True),
    ("wglj", "filing"): ("2019-12-04 11:20", "2019-12-04 11:20", False),
    ("rqgs", "2019Q4"): ("2020-01-02 09:05", "2020-01-02 09:40", True),
    ("kjj", "2019Q4"): ("2020-01-03 15:16", "2020-01-03 15:16", False),
    ("yzj", "2019Q4"): ("2020-01-09 10:48", "2020-01-09 11:30", True),
    ("gxj", "2020Q1"): ("2020-03-27 10:05", "2020-03-27 10:05", False),
    ("gdgs", "2020Q1"): ("2020-03-31 23:48", "2020-03-31 23:48", False),
    ("slj", "2020Q1"): ("2020-04-01 00:20", "2020-04-01 00:20", False),
    ("lyj", "2020Q1"): ("2020-04-02 16:02", "2020-04-02 16:40", True),
    ("wjw", "2020Q1"): ("2020-04-02 21:30", "2020-04-03 08:50", True),
    ("zlsgs", "2020Q1"): ("2020-04-03 11:11", "2020-04-03 11:11", False),
    ("rqgs", "2020Q1"): ("2020-04-07 09:30", "2020-04-07 10:12", True),
    ("rlgs", "2020Q1"): ("2020-04-16 14:20", "2020-04-16 14:20", False),
    ("rsj", "2020Q2"): ("2020-06-29 15:02", "2020-06-29 16:45", True),
    ("slj", "2020Q2"): ("2020-07-01 08:58", "2020-07-01 08:58", False),
    ("kjj", "2020Q2"): ("2020-07-02 15:25", "2020-07-02 16:10", True),
    ("mzj", "2020Q2"): ("2020-07-08 10:33", "2020-07-08 10:33", False),
    ("lyj", "2020Q3"): ("2020-10-09 09:12", "2020-10-09 09:12", False),
    ("xfzd", "2020Q3"): ("2020-10-10 15:44", "2020-10-10 16:20", True),
    ("nyncj", "2020Q3"): ("2020-10-12 10:21", "2020-10-12 10:21", False),
}

NEVER = frozenset({("ycj", "2020Q1")})
"""What is never handed in."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a document is written and when it reaches the main line, and whether on a branch that is merged there."""

    written: datetime
    arrived: datetime
    by_branch: bool


def arrival(unit: str, document: str) -> Arrival:
    """A document's days: fixed for the events that are told, else a working day not long before it is due."""
    fixed = _FIXED.get((unit, document))
    if fixed:
        written, arrived, by_branch = fixed
        return Arrival(moment(written), moment(arrived), by_branch)
    days = _DAYS[document].split()
    # The later of two draws: offices hand in towards the end.
    day = days[max(draw(f"{unit} {document} day", len(days)), draw(f"{unit} {document} day again", len(days)))]
    begun = moment(f"{day} 08:30") + _office_time(draw(f"{unit} {document} time", 23400))
    by_branch = draw(f"{unit} {document} way", 5) < 3
    wait = timedelta(seconds=900 + draw(f"{unit} {document} wait", 5400)) if by_branch else timedelta(0)
    return Arrival(begun, begun + wait, by_branch)


def draw(name: str, sides: int) -> int:
    """A number below `sides` that hangs on nothing but a name."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big") % sides


def moment(text: str) -> datetime:
    """`2020-03-31 23:48`, in China's time."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def _office_time(seconds: int) -> timedelta:
    """Seconds at work since half past eight → time of day since then: noon to half past two is a break."""
    return timedelta(seconds=seconds if seconds < 12600 else seconds + 9000)
