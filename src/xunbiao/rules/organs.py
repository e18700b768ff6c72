"""name → what it names: a unit of the roster, a region alone, nobody in particular, a place inside the city."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.filing import text

COUNTIES = frozenset({"县市区", "功能区"})
"""The classes of the roster whose units stand for a place."""

# Manners of speaking: a name made of nothing else names nobody.
_ADJECTIVES = (
    "其他|其它|有关|相关|国内外|国内|国际|国外|省内外|省内|省外|市内|市外|全国|全省|全市|外地|周边|各地|各|部分|某|"
    "同行业|本行业|行业|同系统|本系统|系统|沿海|东部|南方|先进|发达|一流|优秀|领先|标杆|兄弟|同类|学习|走在前列|"
    "典型|示范|等|的|[0-9]+个?|若干|个"
)
_NOUNS = "地区|城市|地市|单位|部门|省份|省市|县市区|市县|县市|县区|对象|等地|之一"
_FILLER = re.compile(f"{_NOUNS}|{_ADJECTIVES}")
_SPOKEN_OF = re.compile(f"(?:{_NOUNS})$")
_LISTED = re.compile("[、，,;；/和及与]")
_REGION_ENDS = tuple("省市县区州盟旗乡镇")
_NO_REGION = ("超市", "门市", "夜市")
_ORGAN_ENDS = (*"局委办厅院校行会司队站所部处府署社馆台团关室层", "中心", "集团", "大学")
_REGIONS = frozenset(("北上广深", "粤港澳", "江浙沪皖", "黑龙江", "内蒙古", "新加坡", "马来西亚", "澳大利亚", "新西兰"))
# What the names of organs of any trade have in common.
_COMMON = re.compile(
    "(?<!城)市(?!场)|[省县厅局总]|区(?!域)|委员会|委|办公室|办|管理|监督|服务|中心|工作|事务|和|人民政府|政府|公司|集团|有限|责任|国家"
)
_CUT = "\n"
_SHORTEST_NAME = 3
_LATIN = re.compile("[A-Za-z]")


def plain(name: str) -> str:
    """A name as it is compared: one width, no blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def is_no_unit(name: str) -> bool:
    """Whether a name is only a region or a manner of speaking (浙江省, 深圳, 先进地区, 杭州、苏州等地): not one unit.

    A name of at most three characters that does not end as an organ's does is taken for a region.
    """
    return all(_is_nobody(part) for part in _LISTED.split(plain(name)))


def is_in(campaign: Campaign, roster: Roster, name: str, region: str = "") -> bool:
    """Whether a unit lies inside the city: so says the roster, its region, or the beginning of its name."""
    if roster.find(name):
        return True
    city = text(campaign.data.get("横向范围")) or campaign.city
    if region:
        return city in region or _begins_with_county(roster, region)
    return city in name or name.startswith(_stem(city)) or _begins_with_county(roster, name)


def is_county_organ(roster: Roster, name: str) -> bool:
    """Whether a name begins with one of the county names of the city and ends as an organ does: 宝丰县行政审批局."""
    return _begins_with_county(roster, name) and name.endswith(_ORGAN_ENDS)


def same_trade(names: Iterable[str], duties: Iterable[str], said: str) -> bool:
    """Whether what is said of a benchmark has a word of a unit's trade: out of its names (公安) or among its duties."""
    trades = (_COMMON.sub(_CUT, plain(name)) for name in names)
    pairs = {name[at : at + 2] for name in trades for at in range(len(name) - 1)}
    return any(duty in said for duty in duties) or any(pair in said for pair in pairs if _CUT not in pair)


def _begins_with_county(roster: Roster, name: str) -> bool:
    return any(name.startswith(place) for place in _counties(roster))


def _counties(roster: Roster) -> Iterator[str]:
    """The names of the city's counties and boards without what makes them an organ: 宝丰县."""
    for unit in roster:
        if unit.category in COUNTIES:
            yield from (name for name in unit.names if name.endswith(_REGION_ENDS))


def _stem(city: str) -> str:
    """A city's name as it begins others, 市 left out; of two characters it could be a province's, so it stays whole."""
    stem = city.removesuffix("市")
    return stem if len(stem) > 2 else city


def _is_nobody(part: str) -> bool:
    left = _FILLER.sub("", part)
    return not left or _is_region(left if _SPOKEN_OF.search(part) else part)


def _is_region(name: str) -> bool:
    if name in _REGIONS or (name.endswith(_REGION_ENDS) and not name.endswith(_NO_REGION)):
        return True
    return len(name) <= _SHORTEST_NAME and not name.endswith(_ORGAN_ENDS) and not _LATIN.search(name)
