"""A number of files → a campaign folder of that size: a filing and five reports a unit, as real ones look.

    python bench/corpus.py DIR FILES [--faults N]

The same arguments give the same bytes. Days are in quotes, as the readers of YAML 1.1 that this tool is compared with
take them for dates otherwise. A file has some 70 to 100 lines of Chinese, about 3 KB. All files are in order,
except that with `--faults N` every N-th one has a fault (in turn: YAML, shape, content).
"""

import argparse
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
TODAY = "2020-12-28"
"""The day as of which nothing in the corpus is late or lies in the future."""

_FIRST = re.findall(
    "..",
    "水务园林粮食盐业港口航运铁路公路邮政通信无线广播电影出版文物档案地震气象测绘海洋渔业畜牧农垦农机种子"
    "林产草原湿地沙漠矿产煤炭石油燃气电力热力节能环卫照明市容城建房产公积住房人防消防应急安监特检计量标准",
)
_SECOND = re.findall(
    "..",
    "登记审批监督执法调度评估认证采购招标交易仲裁调解公证救助福利慈善养老托育康复防疫血液急救药品器械食品"
    "餐饮商贸物流会展口岸外资合作技术专利商标版权成果孵化园区创业就业培训考试职称社保医保工伤失业征信信访",
)
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_SECTIONS = ("注册登记科", "政务服务科", "信息中心", "法规科", "监管一科", "办公室", "窗口办", "综合科")
_CITIES = ("上海市长宁区", "浙江省杭州市", "江苏省苏州市", "广东省深圳市", "福建省厦门市", "山东省青岛市")
_MATTERS = ("新办许可", "变更登记", "年度报告", "资质核定", "现场勘验", "补贴申领", "信息查询", "证照补办")
_PLACES = ("服务窗口", "自助终端", "网上平台", "移动端", "街道便民点", "园区服务站")
_REPORTED = (
    ("2019Q4", "2019-12-30", "2019-12-27"),
    ("2020Q1", "2020-03-30", "2020-03-27"),
    ("2020Q2", "2020-06-29", "2020-06-26"),
    ("2020Q3", "2020-09-29", "2020-09-28"),
    ("summary", "2020-12-20", "2020-12-18"),
)
"""Each report's file, its day and the day up to which its figures count."""


@dataclass(frozen=True, slots=True)
class Office:
    """A made-up unit: what its filing and its reports have in common."""

    number: int
    random: Random
    matter: str
    second: str
    deadlines: Mapping[str, str]

    @property
    def figures(self) -> tuple[tuple[str, int, int], ...]:
        """Its goals, each with where it stands and where it wants to be."""
        number = self.number
        return (
            ("M1", 6 + number % 9, 1),
            ("M2", 7 + number % 5, 2),
            ("M3", 90, 95 + number % 5),
            ("CM1", 40 + number % 40, 100),
        )

    @property
    def trade(self) -> str:
        return unit_name(self.number).removeprefix("平顶山市").removesuffix("局")

    def person(self) -> str:
        return f"{self.random.choice(_SURNAMES)}某（{self.random.choice(_SECTIONS)}）"

    def count(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def place(self) -> str:
        return self.random.choice(_PLACES)


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("files", type=int)
    arguments.add_argument("--faults", type=int, default=0, metavar="N")
    given = arguments.parse_args()
    write(given.folder, given.files, given.faults)


def write(folder: Path, files: int, faults: int = 0) -> None:
    """Writes a campaign with so many documents of units into a new folder."""
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "xunbiao.yaml", folder / "xunbiao.yaml")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    units = max(2, -(-files // 6))
    _put(folder / "units.yaml", "\n".join(_roster(units)) + "\n")
    written = 0
    for unit in range(units):
        place = folder / "filings" / unit_id(unit)
        place.mkdir(parents=True)
        for name, text in documents(unit, units).items():
            if written == files:
                return
            written += 1
            spoil = faults and written % faults == 0
            _put(place / f"{name}.yaml", spoiled(text, written // faults) if spoil else text)


def documents(number: int, units: int) -> dict[str, str]:
    """A unit's documents by their names without `.yaml`: what it filed and what it reported, in order."""
    random = Random(number)
    months = (*sorted(random.randint(1, 9) for _ in range(5)), 9)
    ids = ("J1", "J2", "J3", "J4", "J5", "CJ1")
    deadlines = {id_: f"2020-0{month}-28" for id_, month in zip(ids, months, strict=True)}
    trade = unit_name(number).removeprefix("平顶山市").removesuffix("局")
    matter, second = (trade + each for each in random.sample(_MATTERS, 2))
    office = Office(number, random, matter, second, deadlines)
    texts = {"filing": _filing(office, unit_name((number + 1) % units))}
    for index, (report, _, _) in enumerate(_REPORTED):
        texts[report] = _report(office, index)
    return {name: "\n".join(text) + "\n" for name, text in texts.items()}


def unit_id(number: int) -> str:
    return f"u{number:05d}"


def unit_name(number: int) -> str:
    """A name of its own for each of the first 25,000 units."""
    rest, second = divmod(number, len(_SECOND))
    rest, first = divmod(rest, len(_FIRST))
    return f"平顶山市{_FIRST[first]}{_SECOND[second]}{'甲乙丙丁戊己庚辛壬癸'[rest % 10] if rest else ''}局"


def spoiled(text: str, turn: int) -> str:
    """One of three faults: a colon that YAML does not know, a text where a number belongs, a blank cell."""
    match turn % 3:
        case 0:
            return text.replace("填报时间: ", "填报时间：", 1)
        case 1:
            return text.replace("版本: 1", "版本: 第一版", 1)
        case _:
            head, _, tail = text.partition("联系人: ")
            return f"{head}联系人:\n{tail.partition(chr(10))[2]}"


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _roster(units: int) -> Iterator[str]:
    yield from ("# yaml-language-server: $schema=schemas/units.schema.json", "类型: 单位名录", "版本: 1", "单位:")
    for number in range(units):
        yield from (f"  {unit_id(number)}:", f"    全称: {unit_name(number)}", "    类别: 市直")
        yield from ("    审批事项: true", "    服务事项: true", "    应报: true")


def _head(kind: str, label: str, office: Office, day: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json"
    yield from (f"类型: {label}", "版本: 1", f"填报单位: {unit_name(office.number)}", f'填报时间: "{day}"')
    yield f"联系人: {_SURNAMES[office.number % len(_SURNAMES)]}某"
    yield f'联系电话: "2{6 + office.number // 100_000}{office.number % 100_000:05d}"'


def _filing(office: Office, neighbour: str) -> Iterator[str]:
    yield from _head("filing", "申报表", office, f"2019-11-{10 + office.number % 10}")
    yield from (f"第一责任人: {office.random.choice(_SURNAMES)}某", "第一责任人职务: 党组书记、局长")
    yield from _benchmarks(office, neighbour)
    yield from ("对标方向:", "  目标:")
    yield from _alignment_goals(office)
    yield from _gaps(office)
    yield "  举措:"
    for id_ in ("J1", "J2", "J3", "J4", "J5"):
        count = office.count(2, 40)
        what = f"前在{office.place()}开通，{office.trade}增设{count}个受理点，{office.trade}窗口培训{count * 3}人。"
        yield from _measure(office, id_, what)
    yield from ('  时限: "2020-11-30"', "创标意向:", "  目标:")
    _, share, _ = office.figures[3]
    text, name = f"{office.second}网办率由{share}%提高到100%。", f"{office.second}网办率"
    yield from _goal("    ", "CM1", text, "服务", (name, "覆盖率", '"%"'), (share, None, 100))
    yield from ("  亮点:", "    CL1:")
    yield f"      内容: {office.second}由系统比对房产数据，{office.matter}在手机上点1次即办结，{office.trade}不再收纸。"
    yield "  举措:"
    modules = f"前上线{office.trade}模块1个，接入省平台，{office.trade}对接{3 + office.number % 9}个系统。"
    yield from _measure(office, "CJ1", modules)
    yield from (
        '  时限: "2020-11-30"',
        "公示记录:",
        "  - 媒体: 平顶山日报",
        '    日期: "2019-11-20"',
        "    版面: 第3版",
    )


def _benchmarks(office: Office, neighbour: str) -> Iterator[str]:
    city, trade = office.random.choice(_CITIES), unit_name(office.number).removeprefix("平顶山市")
    yield from ("寻标对象:", "  纵向标杆单位:", f"    - 名称: {city}{trade}", f"      地区: {city}")
    yield f"      好在哪: {office.matter}当场受理，1个工作日办结，申请材料只收2件，全程网上办理。"
    yield "      选择理由: 2018年全省营商环境评价同行业第一名，2019年8月实地看过。"
    yield from ("  横向标杆单位:", f"    - 名称: {neighbour}", "      地区: 平顶山市")
    rate = office.figures[2][2]
    yield f"      好在哪: {office.second}一窗受理，窗口满意度{rate}%，排队不超过{5 + office.number % 7}分钟。"


def _alignment_goals(office: Office) -> Iterator[str]:
    (_, days, _), (_, pieces, _), (_, _, rate), _ = office.figures
    matter = office.matter
    yield "    纵向标杆单位:"
    text, name = f"{matter}办理时间由{days}个工作日压缩至1个工作日。", f"{matter}办理时间"
    yield from _goal("      ", "M1", text, "时间", (name, "时间", "工作日"), (days, 1, 1))
    yield "        三年行动方案任务: 压缩企业开办时间"
    text, name = f"{matter}申请材料由{pieces}件减至2件。", f"{matter}申请材料"
    yield from _goal("      ", "M2", text, "流程", (name, "材料", "件"), (pieces, 2, 2))
    yield "    横向标杆单位:"
    text = f"窗口满意度由90%提高到{rate}%。"
    yield from _goal("      ", "M3", text, "满意", ("窗口满意度", "满意度", '"%"'), (90, rate, rate))


def _gaps(office: Office) -> Iterator[str]:
    (_, days, _), (_, pieces, _), (_, _, rate), _ = office.figures
    yield from ("  差距:", "    纵向标杆单位:", "      C1:")
    what = f"{unit_name(office.number)}{days}个工作日，相差{days - 1}个工作日，{office.trade}多收材料{pieces - 2}件"
    yield f"        内容: {office.matter}对方1个工作日办结，{what}。"
    yield from ("    横向标杆单位:", "      C2:")
    yield f"        内容: {office.second}对方窗口满意度{rate}%，我局90%，{office.trade}相差{rate - 90}个百分点。"


def _measure(office: Office, id_: str, what: str) -> Iterator[str]:
    deadline = office.deadlines[id_]
    yield from (f"    {id_}:", f"      内容: {office.matter}2020年{int(deadline[5:7])}月28日{what}")
    yield from (f"      责任人: {office.person()}", f'      时限: "{deadline}"')


def _goal(
    indent: str, id_: str, text: str, angle: str, metric: tuple[str, str, str], figures: tuple[int, int | None, int]
) -> Iterator[str]:
    yield from (f"{indent}{id_}:", f"{indent}  内容: {text}", f"{indent}  角度: {angle}", f"{indent}  指标:")
    values = dict(zip(("名称", "维度", "单位", "现状值", "标杆值", "目标值"), (*metric, *figures), strict=True))
    yield from (f"{indent}    {label}: {value}" for label, value in values.items() if value is not None)


def _report(office: Office, index: int) -> Iterator[str]:
    report, day, until = _REPORTED[index]
    if report == "summary":
        yield from _head("summary", "总结报告", office, day)
    else:
        yield from (*_head("quarterly", "季度报告", office, day), f"季度: {report}")
    yield "举措进展:"
    for id_, deadline in office.deadlines.items():
        yield from _progress(office, id_, index, done=100 if deadline < day else 12 + 20 * index)
    yield "指标进展:"
    for id_, now, target in office.figures:
        reached = target if index == 4 else now + (target - now) * (index + 1) // 5
        yield from (f"  {id_}:", f"    现值: {reached}", f'    截至: "{until}"')
    yield from _achievements(office) if report == "summary" else _remarks(office, index)


def _progress(office: Office, id_: str, index: int, done: int) -> Iterator[str]:
    day, until = _REPORTED[index][1:]
    count = (index + 1) * 10 + office.count(1, 9)
    yield from (f"  {id_}:", f"    状态: {'已完成' if done == 100 else '达进度'}", f"    完成率: {done}")
    month = int(until[5:7])
    yield f"    进展: 截至{month}月，{office.place()}已受理{count * 37}件，培训{count}人，对接{index + 2}个部门。"
    yield from ("    佐证:", f"      - 平市{_FIRST[office.number % len(_FIRST)][0]}〔{day[:4]}〕{count}号")
    yield f"      - 第{index + 1}次推进会纪要，{count}人签到，{office.random.choice(_SECTIONS)}存档"


def _remarks(office: Office, index: int) -> Iterator[str]:
    month = int(_REPORTED[index][2][5:7]) % 12 + 1
    entries = {
        "存在问题": (
            f"{office.random.choice(_MATTERS)}的省平台接口尚有{office.count(2, 9)}个未开放，数据要人工录入。",
            f"第{index + 1}批窗口人员调整{office.count(2, 9)}人，新人还在跟班。",
        ),
        "下一步措施": (
            f"{month}月20日前同省局对接接口{office.count(2, 9)}个，由{office.person()}负责。",
            f"{month}月25日前完成第{index + 2}批培训，人数{office.count(20, 90)}人。",
        ),
        "经验做法": (f"把{office.random.choice(_MATTERS)}的{index + 3}张表并成1张，少填{office.count(5, 30)}项。",),
    }
    for label, texts in entries.items():
        yield from (f"{label}:", *(f"  - {text}" for text in texts))


def _achievements(office: Office) -> Iterator[str]:
    for label in ("新思路", "新举措", "新做法", "经验", "成效"):
        matter, before, after = office.random.choice(_MATTERS), office.count(5, 9), office.count(1, 4)
        yield from (f"{label}:", f"  - {matter}由{before}个环节减为{after}个环节，少跑{office.count(1, 3)}趟。")
    yield from ("制度成果:", f"  - 名称: {office.random.choice(_MATTERS)}办理办法")
    yield f"    文号: 平市{_FIRST[office.number % len(_FIRST)][0]}〔2020〕{88 + office.number % 99}号"
    yield '    印发日期: "2020-10-12"'


if __name__ == "__main__":
    main()
