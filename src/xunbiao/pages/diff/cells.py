"""Standing, Mention, SideBySide → cells: a relation, where it shows, what is left, two figures beside each other."""

from collections.abc import Sequence
from decimal import Decimal

from xunbiao.catalogue import Mention, Prompt, Relation, Revised, SideBySide, Standing, Verdict
from xunbiao.model.language import Language
from xunbiao.model.page import Cell, Column, Table, Tone, Toned
from xunbiao.model.practice import Practice
from xunbiao.pages.catalogue import caveat, figure, plain

_TONES = {
    Relation.ADOPTED: Tone.GOOD,
    Relation.PARTIAL: Tone.PLAIN,
    Relation.SUGGESTED: Tone.WARN,
    Relation.NONE: Tone.FAINT,
}
_WORDS_A_MENTION = 2
_NO_MARKS = str.maketrans(dict.fromkeys("“”", ""))


def relation(each: Standing, language: Language) -> Cell:
    return Toned(each.relation.phrase.in_(language), _TONES[each.relation])


def name(practice: Practice) -> str:
    return f"{practice.code} {practice.title}"


def where(mentions: Sequence[Mention], language: Language, most: int | None = None) -> str:
    """Where it shows: J1 names it, M1 says “…”; of many the first ones and how many more."""
    shown = sorted(mentions, key=lambda each: not each.named)[:most]
    said = "；".join(_mention(each, language) for each in shown)
    if len(shown) == len(mentions):
        return said
    return said + language(f"；等{len(mentions)}处", f"; {len(mentions)} places in all")


def _mention(each: Mention, language: Language) -> str:
    named = language(f"写明 {'、'.join(each.named)}", f"names {', '.join(each.named)}") if each.named else ""
    words = quoted(each.words[:_WORDS_A_MENTION])
    said = language(f"说{words}", f"says {words}") if words else ""
    return f"{each.item.id} " + language("，", ", ").join(part for part in (named, said) if part)


def elements(practice: Practice, codes: Sequence[str], language: Language, most: int | None = None) -> str:
    """Elements in full, by their numbers within the practice; of many the first ones and how many more."""
    if not codes:
        return "—"
    shown = codes[:most]
    said = "；".join(f"{code.partition('-')[2]} {practice.elements[code]}" for code in shown)
    left = len(codes) - len(shown)
    return said + (language(f"；还有{left}个", f"; {left} more") if left else "")


def why(prompts: Sequence[Prompt], language: Language) -> str:
    """What points to a practice: 标杆好在哪“…”."""
    return "；".join(dict.fromkeys(each.place.in_(language) + _passage(each) for each in prompts))


def _passage(prompt: Prompt) -> str:
    """A keyword whole, of a longer passage the words that point to the practice."""
    return quoted(prompt.words[:_WORDS_A_MENTION] if prompt.path else [prompt.text])


def quoted(words: Sequence[str]) -> str:
    """Words as quotations; quotation marks of their own would leave it open where each ends."""
    return "".join(f"“{word.translate(_NO_MARKS)}”" for word in words)


def figure_table(rows: Sequence[tuple[str, SideBySide]], first: str, language: Language) -> Table:
    """现状 → 目标 beside what the practice reports, and the gap; `first` titles what each row begins with."""
    columns = [
        Column(first, wide=True),
        Column(language("现状 → 目标", "Now → goal")),
        Column(language("做法里的数", "The practice's figure"), wide=True),
        Column(language("目标与它比", "Goal against it"), wide=True),
    ]
    return Table(columns, [[label, _ours(each), _theirs(each, language), _gap(each, language)] for label, each in rows])


def _ours(each: SideBySide) -> str:
    baseline, target = ("—" if value is None else plain(value) for value in (each.metric.baseline, each.metric.target))
    return f"{baseline} → {target} {each.metric.unit}"


def _theirs(each: SideBySide, language: Language) -> str:
    datum = each.datum
    said = f"{datum.name} {figure(datum, language)}"
    return said + language(
        f"（{datum.region}，{caveat(datum, language)}）", f" ({datum.region}, {caveat(datum, language)})"
    )


def _gap(each: SideBySide, language: Language) -> Cell:
    if each.verdict is Verdict.OTHER_UNIT:
        return Toned(language("单位不同，不比", "another unit: not compared"), Tone.FAINT)
    if each.verdict is Verdict.OTHER_SCOPE or each.gap is None:
        return Toned(language("口径不同，不比", "counts something else: not compared"), Tone.FAINT)
    unit = each.metric.unit
    if each.gap > 0:
        return Toned(language(f"还差 {plain(each.gap)} {unit}", f"{plain(each.gap)} {unit} short"), Tone.WARN)
    if each.gap == 0:
        return Toned(language("持平", "level"), Tone.GOOD)
    ahead = plain(Decimal(-each.gap))
    return Toned(language(f"超过 {ahead} {unit}", f"{ahead} {unit} ahead"), Tone.GOOD)


def revised_table(rows: Sequence[tuple[str, Revised]], first: str, language: Language) -> Table:
    """What is named, and what of it reads otherwise now than then; `first` titles what each row begins with."""
    columns = [
        Column(first),
        Column(language("写明（版本）", "Names (version)")),
        Column(language("写的时候", "As it was then"), wide=True),
        Column(language("现在", "As it is now"), wide=True),
    ]
    return Table(columns, [[label, _code(each), _then(each, language), _now(each, language)] for label, each in rows])


def _code(each: Revised) -> str:
    """The code, with the 版本 where that was raised."""
    raised = each.now is not None and each.now.version != each.then.version
    return f"{each.code}（{each.then.version} → {each.now.version}）" if each.now and raised else each.code


def _then(each: Revised, language: Language) -> str:
    said = [f"{one.code} {one.before}" for one in each.differences if one.before is not None]
    added = language("没有", "not there: ") + "、".join(one.code for one in each.differences if one.before is None)
    return "；".join([*said, *([added] if len(said) < len(each.differences) else [])]) or _version(each.then, language)


def _now(each: Revised, language: Language) -> Cell:
    if each.now is None:
        return Toned(language(f"没有 {each.then.code} 这一项了", f"{each.then.code} is gone"), Tone.WARN)
    said = [f"{one.code} {one.after}" for one in each.differences if one.after is not None]
    gone = language("没有了：", "gone: ") + "、".join(one.code for one in each.differences if one.after is None)
    return "；".join([*said, *([gone] if len(said) < len(each.differences) else [])]) or _version(each.now, language)


def _version(practice: Practice, language: Language) -> str:
    return language(f"第{practice.version}版", f"version {practice.version}")
