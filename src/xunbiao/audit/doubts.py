"""commits → Remarks: dates that cannot be, authors who are not on their unit's list, forms entered for others; pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from xunbiao.model.campaign import Roster
from xunbiao.model.history import Commit, Revision
from xunbiao.model.language import Phrase
from xunbiao.model.seal import Doubt, Remark
from xunbiao.workspace import key_of

TOLERANCE = timedelta(minutes=5)
"""By how much the clocks of two machines may differ before a date is called impossible."""


def date_remarks(commits: Sequence[Commit]) -> Iterator[Remark]:
    """Commits dated before a parent, or after they arrived: somebody set a clock or wrote a date by hand."""
    known = {each.id: each for each in commits}
    for commit in commits:
        parents = [known[each] for each in commit.parents if each in known]
        latest = max((each.committed_at for each in parents), default=None)
        if latest and commit.committed_at + TOLERANCE < latest:
            what = Phrase(
                f"提交日期 {_shown(commit.committed_at)}，上一个提交 {_shown(latest)}",
                f"dated {_shown(commit.committed_at)}, its parent {_shown(latest)}",
            )
            yield Remark(Doubt.BEFORE_PARENT, True, what, commit=commit)
        dated = max(commit.committed_at, commit.authored_at)
        if dated > commit.arrived_at + TOLERANCE:
            what = Phrase(
                f"日期 {_shown(dated)}，{_shown(commit.arrived_at)} 就已到达",
                f"dated {_shown(dated)}, arrived {_shown(commit.arrived_at)}",
            )
            yield Remark(Doubt.AFTER_ARRIVAL, True, what, commit=commit)


def _shown(instant: datetime) -> str:
    return instant.isoformat(" ", "minutes")


def author_remarks(revisions: Iterable[Revision], roster: Roster) -> Iterator[Remark]:
    """Who changed a unit's documents without being on its list of e-mails (邮箱), where it has one; each once.

    What a coordinator entered from paper says so itself, and is told but is no breach.
    """
    listed = {unit.id: {each.strip().lower() for each in unit.emails} for unit in roster if unit.emails}
    told: set[tuple[str, str]] = set()
    for revision in revisions:
        for part in revision.parts or (revision,):
            commit = part.commit
            if commit.received:
                yield _on_behalf(commit, sorted(each.path for each in part.files))
                continue
            for path in (each.path for each in part.files):
                key = key_of(path)
                unit = key.unit if key else ""
                address = commit.email.strip().lower()
                if unit in listed and address not in listed[unit] and (unit, address) not in told:
                    told.add((unit, address))
                    what = Phrase(f"{commit.author} <{commit.email}>", f"{commit.author} <{commit.email}>")
                    yield Remark(Doubt.AUTHOR_NOT_LISTED, True, what, path=path, commit=commit)


def _on_behalf(commit: Commit, paths: Sequence[str]) -> Remark:
    attachments = commit.trailers.get("Xunbiao-Attachment", ())
    kept = "；".join(attachments)
    what = Phrase(
        f"代 {commit.author} 录入，登记收到日期 {commit.received}" + (f"，附件 {kept}" if kept else ""),
        f"entered for {commit.author}, who handed it in on {commit.received} by the coordinator's word"
        + (f"; attachment {kept}" if kept else ""),
    )
    return Remark(Doubt.ON_BEHALF, False, what, path=paths[0] if paths else "", commit=commit)
