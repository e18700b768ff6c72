"""name, blocks → Sheet: what every sheet of the workbook has above its table."""

from collections.abc import Iterable

from xunbiao.model.document import Kind
from xunbiao.model.language import Language, Phrase
from xunbiao.model.obligation import DateSource, Obligation, State
from xunbiao.model.page import Block, Cell, Sheet, Tone, Toned
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.pages.report import turnout
from xunbiao.pages.terms import counted


def set_up(progress: Progress, basis: Basis, name: Phrase, language: Language, blocks: Iterable[Block]) -> Sheet:
    """Titled with campaign, quarter and name; below that, in a line, what the figures rest on."""
    rests_on = next(iter(turnout.notes(progress, basis, language)))
    return Sheet(name.in_(language), [rests_on, *blocks], _title(progress, name, language))


def _title(progress: Progress, name: Phrase, language: Language) -> str:
    campaign, quarter = progress.campaign_name, progress.period.quarter.phrase
    if progress.period.kind is Kind.SUMMARY:
        quarter = Phrase("总结", "summary")
    return language(f"{campaign}{quarter.zh}{name.zh.removeprefix(quarter.zh)}", f"{campaign}, {quarter.en}: {name.en}")


def told(each: UnitProgress) -> bool:
    """Whether there is a report of the unit that could be read."""
    return each.readable and each.report.is_in


def arrival(owed: Obligation | None, language: Language) -> Cell:
    """按时, 逾期2天, 未报, 未到期; nothing for what is not owed."""
    if owed is None:
        return None
    if owed.state is State.LATE:
        return Toned(language(f"逾期{owed.days_late}天", f"{counted(owed.days_late, 'day')} late"), Tone.WARN)
    if owed.is_in:
        return owed.state.phrase.in_(language)
    if owed.days_left >= 0:
        return language("未到期", "not due yet")
    return Toned(owed.state.phrase.in_(language), Tone.BAD)


def remarks(owed: Obligation, language: Language) -> list[str]:
    """Where the day of arrival is from, if not from git, and what else is to be known of it."""
    if owed.delivery is None:
        return []
    source = [owed.delivery.source.phrase] if owed.delivery.source is not DateSource.GIT else []
    return [phrase.in_(language) for phrase in (*source, *(flag.phrase for flag in owed.delivery.flags))]
