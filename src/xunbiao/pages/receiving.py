"""Campaign → where documents are to be sent, as the end of a sentence."""

from xunbiao.model.campaign import Campaign
from xunbiao.model.filing import text
from xunbiao.model.language import Language


def receiver(campaign: Campaign, language: Language) -> str:
    """至某某委，地点：…，电话：…: what xunbiao.yaml says under 报送, or the host; empty where neither is named."""
    data = campaign.data.get("报送") or {}
    name, room, phone = text(data.get("单位")) or campaign.host, text(data.get("房间")), text(data.get("电话"))
    parts = (("至", " to ", name), ("，地点：", ", ", room), ("，电话：", ", telephone ", phone))
    return "".join(language(zh, en) + said for zh, en, said in parts if said)
