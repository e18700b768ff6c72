"""documents of a quarter → the text of a seal, and back; pure."""

import re
from collections.abc import Mapping
from typing import Any

from xunbiao.model.campaign import Campaign
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.model.seal import Receipt, Seal, Tag, digest_of

FOLDER = "sealed"
"""What the names of all seals begin with, so that a platform can protect them with one pattern, `sealed/*`."""

_VERSION = "1"
_DOCUMENT = re.compile(r"([0-9a-f]{64})  (filings/\S+)")
_FIELD = re.compile(r"(Xunbiao-[A-Za-z-]+): *(.*)")
_RECEIPT = re.compile(r"\s*(quarter|tag|tag_id|commit|digest|signed):\s*(\S+)\s*")
_ID = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")


def belongs(campaign: Campaign, quarter: Quarter, key: DocumentKey | None) -> bool:
    """Whether a document reports on a quarter; the summary does on the last one."""
    if key is None or not key.unit:
        return False
    wanted = campaign.report_key(key.unit, quarter)
    return key == wanted or (key.kind is Kind.QUARTERLY and key.quarter == quarter)


def tag_name(quarter: Quarter, earlier: int) -> str:
    """`sealed/2020Q1`; after a reopening `sealed/2020Q1-2`, since a seal is never moved."""
    return f"{FOLDER}/{quarter}" + (f"-{earlier + 1}" if earlier else "")


def write_seal(
    campaign: Campaign, quarter: Quarter, documents: Mapping[str, str], *, signed: bool, errors_accepted: str = ""
) -> str:
    """The text of a seal: for people in the first line, for programs in the rest; one line a document."""
    fields = {
        "Xunbiao-Seal": _VERSION,
        "Xunbiao-Quarter": str(quarter),
        "Xunbiao-Documents": str(len(documents)),
        "Xunbiao-Digest": f"sha256:{digest_of(documents)}",
        "Xunbiao-Signed": "yes" if signed else "no",
        "Xunbiao-Errors-Accepted": " ".join(errors_accepted.split()),
    }
    lines = [f"{key}: {value}" for key, value in fields.items() if value]
    listing = [f"{documents[path]}  {path}" for path in sorted(documents)]
    name = " ".join(campaign.name.split())
    return "\n".join([f"封账 {quarter.phrase.zh} {name}", "", *lines, "", *listing, ""])


def read_seal(tag: Tag) -> Seal | Phrase:
    """What a tag seals, or why it is no seal."""
    if not tag.is_annotated:
        return Phrase("不是附注标签，没有内容", "it is not an annotated tag, so it holds nothing")
    if not tag.target:
        return Phrase("指向的不是提交", "it does not point at a commit")
    lines = tag.message.split("\n")
    fields = {found[1]: found[2].strip() for line in lines if (found := _FIELD.fullmatch(line))}
    quarter = Quarter.parse(fields.get("Xunbiao-Quarter", ""))
    documents = {found[2]: found[1] for line in lines if (found := _DOCUMENT.fullmatch(line))}
    if fields.get("Xunbiao-Seal") != _VERSION or quarter is None:
        return Phrase("没有封账的内容", "it does not say what it seals")
    seal = Seal(
        tag.name, tag.id, tag.target, quarter, documents, tag.tagger, tag.at,
        fields.get("Xunbiao-Signed") == "yes", fields.get("Xunbiao-Errors-Accepted", ""),
    )  # fmt: skip
    if fields.get("Xunbiao-Digest") != f"sha256:{seal.digest}":
        return Phrase("所列摘要与总摘要不符", "the digests that it lists do not give its own digest")
    return seal


def read_receipts(text: str, data: Any = None) -> list[Receipt]:
    """Receipts out of a file: `data`, if it was JSON, else a text that holds one or more; none where it holds none."""
    records = [data] if isinstance(data, dict) else data if isinstance(data, list) else _blocks(text)
    found = (_receipt(each) for each in records if isinstance(each, dict))
    return [each for each in found if each]


def _blocks(text: str) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for line in text.splitlines():
        found = _RECEIPT.fullmatch(line)
        if found and found[1] == "quarter":
            blocks.append({})
        if found and blocks:
            blocks[-1][found[1]] = found[2]
    return blocks


def _receipt(record: Mapping[str, Any]) -> Receipt | None:
    values = {key: str(record.get(key, "")) for key in ("quarter", "tag", "tag_id", "commit", "digest")}
    if not all(values.values()) or not all(_ID.fullmatch(values[key]) for key in ("tag_id", "commit")):
        return None
    return Receipt(**values, is_signed=record.get("signed") in (True, "yes"))
