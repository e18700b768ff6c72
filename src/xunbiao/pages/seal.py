"""Seal → receipt, Verdict → Page: what was closed, and whether it stands."""

from collections.abc import Iterator, Sequence
from typing import Any

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Column, Facts, Heading, Listing, Page, Paragraph, Table, Tone, Toned
from xunbiao.model.seal import Receipt, Remark, Seal, SignatureState, Standing, Verdict
from xunbiao.pages.terms import counted
from xunbiao.workspace import key_of

_MOST = 500
# What stands on a page of text; JSON has them all.


def receipt(
    seal: Seal, campaign: Campaign, missing: Sequence[str], language: Language, *, signed: bool, errors: int
) -> Page:
    """What `seal` made, to be kept where nobody who can change the repository can change it too."""
    lines = Receipt(
        str(seal.quarter), seal.tag, seal.tag_id, seal.commit, f"sha256:{seal.digest}", is_signed=signed
    ).text
    facts = Facts(
        [
            (language("季度", "Quarter"), seal.quarter.phrase.in_(language)),
            (language("材料", "Documents"), len(seal.documents)),
            (language("未报单位", "Units without a report"), len(missing)),
            (language("签名", "Signature"), language("有", "yes") if signed else language("无", "none")),
            *([(language("带错封账", "Sealed with errors"), f"{errors}：{seal.errors_accepted}")] if errors else []),
        ]
    )
    blocks: list[Block] = [facts]
    if missing:
        blocks += [Heading(language("封账时没有报的", "Without a report when sealed")), Bullets(list(missing))]
    keep = language(
        "请把这张回执存到仓库以外（打印、邮件、另一台机器）：有它才能查出连标签带历史一起改写的情况。"
        f"然后上传标签：git push origin {seal.tag}",
        "Keep this receipt outside the repository (on paper, in a mail, on another machine): with it, a history "
        f"that was rewritten together with its tags is found. Then push the tag: git push origin {seal.tag}",
    )
    blocks += [Listing(lines), Paragraph(keep)]
    title = language(f"封账回执：{campaign.name}", f"Receipt: {campaign.name}")
    return Page(title, blocks, language, _receipt_record(seal, campaign, missing, signed=signed))


def _receipt_record(seal: Seal, campaign: Campaign, missing: Sequence[str], *, signed: bool) -> dict[str, Any]:
    return {
        "receipt": 1,
        "campaign": campaign.name,
        "quarter": str(seal.quarter),
        "tag": seal.tag,
        "tag_id": seal.tag_id,
        "commit": seal.commit,
        "digest": f"sha256:{seal.digest}",
        "signed": signed,
        "sealed_by": seal.by,
        "sealed_at": seal.at.astimezone(campaign.zone) if seal.at else None,
        "errors_accepted": seal.errors_accepted,
        "missing": list(missing),
        "documents": dict(sorted(seal.documents.items())),
    }


def verdict(found: Verdict, campaign: Campaign, roster: Roster, language: Language) -> Page:
    """What `verify` found: the quarters, then breaches, then what is worth knowing."""
    breaches, notes = found.breaches, [each for each in found.remarks if not each.is_breach]
    blocks: list[Block] = [*_summary(found, language)]
    if found.standings:
        rows = [_standing_row(each, campaign, language) for each in found.standings]
        blocks += [Heading(language("已封账的季度", "Sealed quarters")), Table(_standing_columns(language), rows)]
    blocks += _remarks(language("问题", "Breaches"), breaches, roster, language)
    blocks += _remarks(language("须知", "Worth knowing"), notes, roster, language)
    title = language(f"核对：{campaign.name}", f"Verification: {campaign.name}")
    return Page(title, blocks, language, _verdict_record(found, campaign, language))


def _summary(found: Verdict, language: Language) -> Iterator[Block]:
    if found.breaches:
        count = len(found.breaches)
        yield Paragraph(language(f"有 {count} 处问题。", f"{counted(count, 'matter')} to look into."), Tone.BAD)
    elif found.standings:
        yield Paragraph(language("封账的季度都原样未动，历史完整。", "All sealed quarters stand."), Tone.GOOD)
    else:
        yield Paragraph(language("还没有封账的季度；历史没有问题。", "No quarter is sealed; history is sound."))
    if found.standings and not found.receipts:
        yield Paragraph(
            language(
                "没有提供回执：连标签带历史一起改写的，这里查不出来。请用 --receipt 给出封账时的回执。",
                "No receipt was given: a history rewritten together with its tags cannot be told. Use --receipt.",
            ),
            Tone.FAINT,
        )
    yield Facts([(language("核对的提交", "Commit"), found.commit[:12]), (language("回执", "Receipts"), found.receipts)])


def _standing_columns(language: Language) -> list[Column]:
    return [
        Column(language("季度", "Quarter")),
        Column(language("标签", "Tag")),
        Column(language("结论", "Stands")),
        Column(language("材料", "Documents"), number=True),
        Column(language("封账人", "By"), wide=True),
        Column(language("封账日期", "Sealed on")),
        Column(language("签名", "Signature"), wide=True),
    ]


def _standing_row(each: Standing, campaign: Campaign, language: Language) -> list[Any]:
    seal = each.seal
    stands = Toned(language("原样", "yes"), Tone.GOOD) if each.stands else Toned(language("有问题", "no"), Tone.BAD)
    tone = Tone.GOOD if each.signature is SignatureState.GOOD else Tone.PLAIN
    day = seal.at.astimezone(campaign.zone).date() if seal.at else None
    signature = Toned(each.signature.phrase.in_(language), tone)
    return [str(seal.quarter), seal.tag, stands, len(seal.documents), seal.by, day, signature]


def _remarks(title: str, remarks: Sequence[Remark], roster: Roster, language: Language) -> Iterator[Block]:
    if not remarks:
        return
    columns = [
        Column(language("问题", "What")),
        Column(language("季度", "Quarter")),
        Column(language("材料", "Document"), wide=True),
        Column(language("说明", "Details"), wide=True),
        Column(language("提交", "Commit")),
    ]
    yield Heading(title)
    yield Table(columns, [_remark_row(each, roster, language) for each in remarks[:_MOST]])
    if len(remarks) > _MOST:
        more = len(remarks) - _MOST
        yield Paragraph(language(f"另有{more}处，见 --format json。", f"{more} more: see --format json."), Tone.FAINT)


def _remark_row(each: Remark, roster: Roster, language: Language) -> list[Any]:
    tone = Tone.BAD if each.is_breach else Tone.PLAIN
    commit = each.commit.id[:12] if each.commit else ""
    doubt = Toned(each.doubt.phrase.in_(language), tone)
    return [doubt, each.quarter, _document(each.path, roster, language), each.what.in_(language), commit]


def _document(path: str, roster: Roster, language: Language) -> str:
    key = key_of(path) if path else None
    if key is None:
        return path
    name = roster.units[key.unit].name if key.unit in roster.units else key.unit
    return f"{name} {key.phrase.in_(language)}（{path}）"


def _verdict_record(found: Verdict, campaign: Campaign, language: Language) -> dict[str, Any]:
    return {
        "commit": found.commit,
        "receipts": found.receipts,
        "stands": not found.breaches,
        "seals": [_seal_record(each, campaign) for each in found.standings],
        "breaches": [_remark_record(each, campaign, language) for each in found.breaches],
        "notes": [_remark_record(each, campaign, language) for each in found.remarks if not each.is_breach],
    }


def _seal_record(each: Standing, campaign: Campaign) -> dict[str, Any]:
    return {
        "quarter": str(each.seal.quarter),
        "tag": each.seal.tag,
        "tag_id": each.seal.tag_id,
        "commit": each.seal.commit,
        "digest": f"sha256:{each.seal.digest}",
        "documents": len(each.seal.documents),
        "sealed_by": each.seal.by,
        "sealed_at": each.seal.at.astimezone(campaign.zone) if each.seal.at else None,
        "signature": str(each.signature),
        "stands": each.stands,
    }


def _remark_record(each: Remark, campaign: Campaign, language: Language) -> dict[str, Any]:
    commit = each.commit
    return {
        "kind": str(each.doubt),
        "quarter": each.quarter or None,
        "document": each.path or None,
        "commit": commit.id if commit else None,
        "author": commit.author if commit else None,
        "arrived_at": commit.arrived_at.astimezone(campaign.zone) if commit else None,
        "message": each.what.in_(language),
    }
