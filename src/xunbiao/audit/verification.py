"""seals, receipts, history → Verdict: whether closed quarters stand, and what else speaks against the trail; pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xunbiao.audit.doubts import author_remarks, date_remarks
from xunbiao.audit.seals import tag_name
from xunbiao.audit.trails import former_ids, present_id
from xunbiao.calendar import local_day
from xunbiao.model.campaign import Campaign, Reopening, Roster
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import Commit, Revision
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.model.seal import Doubt, Receipt, Remark, Seal, SignatureState, Standing, Tag, Verdict, digest_of
from xunbiao.workspace import key_of

Documents = Mapping[str, str]
"""Path → sha256 of the bytes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What git says of a commit's history; functions are asked only for what is needed.

    `documents` gives a quarter's documents in a commit, None where there is no such commit; `ancestors` all that led to
    a commit, itself included; `reopenings` what a commit's xunbiao.yaml lets be changed again. All ids are full ones.
    """

    head: str
    campaign: Campaign
    roster: Roster
    seals: Sequence[tuple[Seal, SignatureState]]
    no_seals: Sequence[tuple[Tag, Phrase]]
    tags: Mapping[str, Tag]
    receipts: Sequence[Receipt]
    revisions: Sequence[Revision]
    commits: Sequence[Commit]
    rewritings: Sequence[Phrase]
    documents: Callable[[str, Quarter], Documents | None]
    ancestors: Callable[[str], frozenset[str]]
    reopenings: Callable[[str], Sequence[Reopening]]
    signatures_required: bool = False


def verify(evidence: Evidence) -> Verdict:
    """Everything that is to be said; the quarters in order, then the history as a whole."""
    remarks: list[Remark] = []
    standings = []
    for quarter in sorted({seal.quarter for seal, _ in evidence.seals}):
        line = sorted((each for each in evidence.seals if each[0].quarter == quarter), key=lambda each: _order(each[0]))
        for number, (seal, signature) in enumerate(line):
            later = line[number + 1][0] if number + 1 < len(line) else None
            found = [*_tag_remarks(evidence, seal, signature), *_document_remarks(evidence, seal, later)]
            remarks += found
            standings.append(Standing(seal, signature, not any(each.is_breach for each in found)))
    remarks += (_no_seal(tag, why) for tag, why in evidence.no_seals)
    remarks += (remark for receipt in evidence.receipts for remark in _receipt_remarks(evidence, receipt))
    remarks += (Remark(Doubt.REPLACED, True, what) for what in evidence.rewritings)
    remarks += date_remarks(evidence.commits)
    remarks += author_remarks(evidence.revisions, evidence.roster)
    return Verdict(evidence.head, tuple(standings), tuple(remarks), len(evidence.receipts))


def _order(seal: Seal) -> int:
    number = seal.tag.rpartition("-")[2]
    return int(number[:6]) if number.isdecimal() else 1


def _no_seal(tag: Tag, why: Phrase) -> Remark:
    return Remark(Doubt.TAG_UNREADABLE, True, Phrase(f"{tag.name}：{why.zh}", f"{tag.name}: {why.en}"))


def _tag_remarks(evidence: Evidence, seal: Seal, signature: SignatureState) -> Iterator[Remark]:
    """Whether the tag is where it was put, and by whom."""
    quarter, tag = str(seal.quarter), evidence.tags[seal.tag]
    names = {tag_name(seal.quarter, number) for number in (0, _order(seal) - 1)}
    if tag.own_name != tag.name or seal.tag not in names:
        what = Phrase(
            f"标签 {tag.name} 里的内容是 {tag.own_name} 的，季度是 {quarter}",
            f"the tag {tag.name} holds what was tagged as {tag.own_name}, for {quarter}",
        )
        yield Remark(Doubt.TAG_MOVED, True, what, quarter)
    if evidence.documents(seal.commit, seal.quarter) != seal.documents:
        what = Phrase(
            f"{seal.tag} 所指的提交 {seal.commit[:12]} 里，材料与封账时记下的不同：标签被移到了别处，或对象被换过",
            f"the documents in commit {seal.commit[:12]} are not those that {seal.tag} lists: "
            "the tag was put elsewhere, or objects were exchanged",
        )
        yield Remark(Doubt.DIGEST_DIFFERS, True, what, quarter)
    if seal.commit not in evidence.ancestors(evidence.head):
        yield _rewritten(seal.tag, seal.commit, quarter)
    yield from _signature_remarks(evidence, seal, signature)


def _signature_remarks(evidence: Evidence, seal: Seal, signature: SignatureState) -> Iterator[Remark]:
    """A signature is missing where it was promised, where others have one, or where the user asks for it."""
    quarter = str(seal.quarter)
    others_signed = any(state is not SignatureState.MISSING for _, state in evidence.seals)
    wanted = evidence.signatures_required or others_signed or seal.promises_signature
    what = Phrase(f"{seal.tag}：{signature.phrase.zh}", f"{seal.tag}: {signature.phrase.en}")
    match signature:
        case SignatureState.MISSING if wanted:
            yield Remark(Doubt.SIGNATURE_MISSING, True, what, quarter)
        case SignatureState.BAD:
            yield Remark(Doubt.SIGNATURE_BAD, True, what, quarter)
        case SignatureState.UNKNOWN:
            yield Remark(Doubt.SIGNATURE_UNCHECKED, evidence.signatures_required, what, quarter)


def _rewritten(tag: str, commit: str, quarter: str) -> Remark:
    what = Phrase(
        f"{tag} 封账时的提交 {commit[:12]} 已不在当前历史里：历史被改写，或封账的分支没有合并进来",
        f"the commit that {tag} sealed, {commit[:12]}, is no part of the present history: it was rewritten, "
        "or the branch that was sealed was never merged",
    )
    return Remark(Doubt.REWRITTEN, True, what, quarter)


def _receipt_remarks(evidence: Evidence, receipt: Receipt) -> Iterator[Remark]:
    """A receipt against the repository: it was kept where nobody could change both."""
    tag, quarter = evidence.tags.get(receipt.tag), Quarter.parse(receipt.quarter)
    if tag is None:
        what = Phrase(f"回执上的标签 {receipt.tag} 已不存在", f"the receipt's tag {receipt.tag} is gone")
        yield Remark(Doubt.TAG_MISSING, True, what, receipt.quarter)
    elif tag.id != receipt.tag_id:
        what = Phrase(
            f"标签 {receipt.tag} 现在是 {tag.id[:12]}，回执上是 {receipt.tag_id[:12]}：封账后被换过",
            f"the tag {receipt.tag} is {tag.id[:12]} now, and {receipt.tag_id[:12]} on the receipt: it was exchanged",
        )
        yield Remark(Doubt.TAG_MOVED, True, what, receipt.quarter)
        if receipt.is_signed and not tag.is_signed:
            what = Phrase(f"回执上的 {receipt.tag} 有签名，现在没有", f"{receipt.tag} was signed, and is not now")
            yield Remark(Doubt.SIGNATURE_MISSING, True, what, receipt.quarter)
    if receipt.commit not in evidence.ancestors(evidence.head):
        yield _rewritten(receipt.tag, receipt.commit, receipt.quarter)
    documents = evidence.documents(receipt.commit, quarter) if quarter else None
    if documents is not None and receipt.digest != f"sha256:{digest_of(documents)}":
        what = Phrase(
            f"提交 {receipt.commit[:12]} 里的材料与回执上的摘要不符",
            f"the documents in commit {receipt.commit[:12]} do not give the receipt's digest",
        )
        yield Remark(Doubt.DIGEST_DIFFERS, True, what, receipt.quarter)


def _document_remarks(evidence: Evidence, seal: Seal, later: Seal | None) -> Iterator[Remark]:
    """The sealed documents against those of the next seal of that quarter, or of HEAD."""
    until = later.commit if later else evidence.head
    now = evidence.documents(until, seal.quarter) or {}
    successors = {old: new for new, old in former_ids(evidence.roster).items()}
    changes = _changes(evidence, seal, until)
    moved: set[str] = set()
    for path, digest in seal.documents.items():
        place = path if path in now else _moved_to(evidence, seal, path, now, successors)
        moved.add(place)
        hands = [*changes.get(path, ()), *(changes.get(place, ()) if place != path else ())]
        if now.get(place) == digest:
            yield from _standing_remarks(seal, path, place, hands)
        else:
            doubt = Doubt.AMENDED if place in now else Doubt.DELETED
            yield from _amended(evidence, seal, doubt, place or path, hands)
    for path in sorted(set(now) - set(seal.documents) - moved):
        yield from _amended(evidence, seal, Doubt.ADDED, path, changes.get(path, [])[:1])


def _moved_to(evidence: Evidence, seal: Seal, path: str, now: Documents, successors: Mapping[str, str]) -> str:
    """Where a document lies now whose unit got another folder; no path at all if it is nowhere.

    The same bytes under another unit of the roster are that unit's own, unless the first is on the roster no more.
    """
    key = key_of(path)
    if key is None:
        return ""
    heir = DocumentKey(key.kind, present_id(key.unit, successors), key.quarter).path
    if heir in now:
        return heir
    units = evidence.roster.units
    for each in now:
        other = key_of(each)
        same = each not in seal.documents and now[each] == seal.documents[path]
        if same and other and other.kind is key.kind and not (key.unit in units and other.unit in units):
            return each
    return ""


Hand = tuple[Commit, Commit]
"""Who changed a document, and the commit on the main line by which that arrived."""


def _changes(evidence: Evidence, seal: Seal, until: str) -> Mapping[str, list[Hand]]:
    """Who changed which document between a seal and a later commit, in the order of arrival."""
    before, within = evidence.ancestors(seal.commit), evidence.ancestors(until)
    found: dict[str, list[Hand]] = {}
    # Once history was rewritten there is no telling what came after what.
    for revision in evidence.revisions if seal.commit in within else ():
        landing = revision.commit
        if landing.id in before or landing.id not in within:
            continue
        for part in revision.parts or (revision,):
            for change in part.files:
                found.setdefault(change.path, []).append((part.commit, landing))
    return found


def _standing_remarks(seal: Seal, path: str, place: str, hands: Sequence[Hand]) -> Iterator[Remark]:
    quarter = str(seal.quarter)
    if place != path:
        yield Remark(Doubt.MOVED_FOLDER, False, Phrase(f"原为 {path}", f"was {path}"), quarter, place)
    elif hands:
        what = Phrase("封账后改过，现已恢复原样", "was changed after sealing, and is as it was again")
        yield Remark(Doubt.RESTORED, False, what, quarter, path, hands[0][0])


def _amended(evidence: Evidence, seal: Seal, doubt: Doubt, path: str, hands: Sequence[Hand]) -> Iterator[Remark]:
    """A document that is not as it was sealed: each change that no reopening allowed is a breach."""
    quarter, campaign = str(seal.quarter), evidence.campaign
    if not hands:
        yield Remark(doubt, True, Phrase("找不到改动它的提交", "no commit tells who did it"), quarter, path)
    for who, landing in hands:
        reopening = _reopening(evidence, seal.quarter, path, landing)
        day = local_day(campaign, landing.arrived_at)
        if reopening is None:
            what = Phrase(f"{who.author}，{day} 到达", f"{who.author}, arrived on {day}")
            yield Remark(doubt, True, what, quarter, path, who)
        else:
            what = Phrase(
                f"{who.author}，{day} 到达；重开至 {reopening.until}，理由：{reopening.reason}",
                f"{who.author}, arrived on {day}; reopened until {reopening.until}: {reopening.reason}",
            )
            yield Remark(Doubt.REOPENED, False, what, quarter, path, who)


def _reopening(evidence: Evidence, quarter: Quarter, path: str, landing: Commit) -> Reopening | None:
    """What allowed a change when it arrived: an entry with a reason and a day that was in git by then."""
    key = key_of(path)
    for each in evidence.reopenings(landing.id):
        unit = evidence.roster.find(each.unit)
        concerns = not each.unit or (key is not None and key.unit in (each.unit, unit.id if unit else ""))
        in_time = each.until is not None and local_day(evidence.campaign, landing.arrived_at) <= each.until
        if each.quarter == quarter and each.has_effect and concerns and in_time:
            return each
    return None
