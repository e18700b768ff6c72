"""Nothing → the commits of the example campaign in order: the same bytes, people and dates everywhere."""

from collections.abc import Iterator

from xunbiao.demo import incidents, submissions
from xunbiao.demo.days import NEVER
from xunbiao.demo.profile import REPORTS
from xunbiao.demo.profiles import PROFILES
from xunbiao.demo.steps import Desk, Step
from xunbiao.model.history import NewCommit

_DOCUMENTS = ("filing", *REPORTS)


def campaign_commits() -> Iterator[NewCommit]:
    """38 units with six documents each, one of them never handed in, from 2019-10-21 to 2020-12-31."""
    desk = Desk()
    for step in sorted(_steps(), key=lambda step: step.at):
        yield step.commit(desk)


def _steps() -> Iterator[Step]:
    yield from incidents.steps({profile.id: profile for profile in PROFILES})
    for profile in PROFILES:
        for document in _DOCUMENTS:
            if (profile.id, document) not in NEVER:
                yield from submissions.steps(profile, document)
