"""What the name of a benchmark names: a unit, a region, nobody; where it lies; and whose trade it is."""

from datetime import date

import pytest

from xunbiao.model.campaign import Campaign, Roster, Unit
from xunbiao.rules.organs import is_county_organ, is_in, is_no_unit, plain, same_trade

ROSTER = Roster(
    {
        "qpx": Unit("qpx", "青坪县人民政府", ("青坪县",), "县市区"),
        "gxq": Unit("gxq", "云河高新区管理委员会", ("高新区",), "功能区"),
        "swj": Unit("swj", "国家税务总局云河市税务局", ("市税务局",), "垂直管理"),
        "zlq": Unit("zlq", "中陵区文化馆", ("中陵区",), "市直"),
    }
)


def campaign(city: str = "云河市", area: str | None = None) -> Campaign:
    """A campaign in a city that does not exist."""
    day = date(2022, 9, 5)
    return Campaign("活动", city, "", day, (), day, {}, day, data={"横向范围": area})


@pytest.mark.parametrize(
    "name",
    [
        *("浙江省", "杭州市", "萧山区", "义乌", "深圳", "恩施州", "锡林郭勒盟", "准格尔旗", "乌镇", "安吉县", "某某乡"),
        *("北上广深", "内蒙古", "新西兰", "长三角", "浦东新区", "城区高新区"),
        *(
            "先进地区",
            "发达城市",
            "兄弟单位",
            "其他单位",
            "有关部门",
            "某单位",
            "先进典型",
            "示范县区",
            "5个县市",
            "标杆之一",
        ),
        *("国内外一流的先进单位", "走在前列的省份", "同行业领先地市", "浙江先进地区", "浙江等地", "浙江的先进单位"),
        *("杭州、苏州", "杭州，苏州市", "杭州和苏州", "杭州市、苏州市等地", "各县（市、区）", "市 区", "", "、"),
    ],
)
def test_no_unit(name: str) -> None:
    """Regions, lists of regions and manners of speaking name no unit."""
    assert is_no_unit(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "杭州市公安局",
            "上海市局",
            "税务局",
            "南方电网",
            "新华超市",
            "大地门市",
            "东关夜市",
            "ＵＰＳ",
            "IBM",
            "广州供电",
        ),
        *("自然资源和规划局", "杭州市、苏州市公安局", "先进制造业集团", "市中心", "省大学", "北京大学", "华为集团"),
        *("深圳市先进技术研究院", "苏州工业园区管委会", "海关", "某某银行", "前海联合会", "义乌市场发展委"),
    ],
)
def test_unit(name: str) -> None:
    """An organ, a company or a name in Latin letters is a unit, whatever words of region or praise are in it."""
    assert not is_no_unit(name)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("云河市公安局", ""),
        ("中国云河市医院", ""),
        ("市税务局", "外省"),
        ("青坪县公安局", ""),
        ("高新区财政局", ""),
        ("公安局", "云河市"),
        ("公安局", "某省云河市"),
        ("公安局", "青坪县"),
    ],
)
def test_in_the_city(name: str, region: str) -> None:
    """The roster, the region or the beginning of the name says that a unit lies inside the city."""
    assert is_in(campaign(), ROSTER, name, region)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("杭州市公安局", ""),
        ("杭州市公安局", "浙江省杭州市"),
        ("云河市公安局", "外省大云市"),
        ("南云河学院", ""),
        ("中陵区图书馆", ""),
        ("公安局", "外省青坪县"),
    ],
)
def test_outside_the_city(name: str, region: str) -> None:
    """A region that is elsewhere counts more than the name; a unit that is no county lends its name to no place."""
    assert not is_in(campaign(), ROSTER, name, region)


def test_area_of_the_campaign() -> None:
    """横向范围 counts before the city."""
    assert is_in(campaign(area="中陵市"), ROSTER, "中陵市一中")
    assert not is_in(campaign(area="中陵市"), ROSTER, "云河市一中")


def test_name_of_the_city_cut_short() -> None:
    """A name that begins with the city's, 市 left out, lies inside; of two characters it could be a province's."""
    assert is_in(campaign("长云河市"), ROSTER, "长云河学院")
    assert not is_in(campaign("长云河市"), ROSTER, "南长云河学院")
    assert not is_in(campaign("云河市"), ROSTER, "云河学院")


def test_county_organ() -> None:
    """Only what begins with a county and ends as an organ does is an organ of a county."""
    assert is_county_organ(ROSTER, "青坪县行政审批局")
    assert not is_county_organ(ROSTER, "青坪县")
    assert not is_county_organ(ROSTER, "大青坪县行政审批局")
    assert not is_county_organ(ROSTER, "云河市行政审批局")


def test_plain() -> None:
    """Width and blanks do not tell names apart."""
    assert plain("云河市　税务局（Ａ） ") == "云河市税务局(A)"


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("市场监督管理局", "杭州市市场监督管理局"),
        ("市场监督管理局", "某市工商和市场局"),
        ("公安局", "深圳市公安局"),
        ("住房和城乡建设局", "住房和建设局"),
        ("自然资源和规划局", "规划和国土资源委员会"),
        ("发展和改革委员会", "国家发展改革委"),
        ("城市管理局", "城市管理委员会"),
        ("国网供电公司", "国网电力公司"),
        ("区域合作办", "区域发展办"),
    ],
)
def test_same_trade(own: str, other: str) -> None:
    """Two characters in a row of one's trade are enough."""
    assert same_trade([own], [], other)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("市场监督管理局", "公安局"),
        ("公安局", "安公局"),
        ("住房公积金管理中心", "政务服务管理中心"),
        ("水利局", "市管理服务监督总局"),
        ("财政局和税务局", "某政和税某"),
        ("市委办公室", "市政府办公室"),
        ("供水有限责任公司", "集团有限责任公司"),
        ("国家统计局", "国家粮食局"),
        ("审计事务局", "人民政府事务工作委"),
    ],
)
def test_other_trade(own: str, other: str) -> None:
    """What all organs have in their names is no trade, nor do characters meet across it."""
    assert not same_trade([own], [], other)


def test_duty_is_a_trade() -> None:
    """A duty that is spoken of is a trade in common."""
    assert same_trade(["水利局"], ["取水许可"], "政务大厅办理取水许可")
    assert not same_trade(["水利局"], ["取水许可"], "政务大厅")
