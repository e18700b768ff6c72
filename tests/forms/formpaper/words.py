"""The words on the forms, and how a reading of them compares."""

from collections.abc import Mapping
from datetime import date

from xunbiao.check import open_folder
from xunbiao.forms import Draft, Setting, draft_filing, open_form
from xunbiao.model.form import Refusal

VERTICAL, HORIZONTAL = "纵向标杆单位", "横向标杆单位"
HEAD: Mapping[str, str] = {
    "填报单位": "平顶山市住房和城乡建设局",
    "填报时间": "2019年11月19日",
    "联系人": "陈晓东",
    "联系电话": "0375-2660777",
}
READ_HEAD: Mapping[str, str] = {**HEAD, "填报时间": "2019-11-19"}
CELLS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("寻标对象", VERTICAL): ("厦门市住房和城乡建设局", "上海市住房和城乡建设管理委员会"),
    ("寻标对象", HORIZONTAL): ("平顶山市市场监督管理局",),
    ("对标方向", "目标", VERTICAL): (
        "施工许可办理时间由5个工作日压缩至3.5个工作日以内",
        "12项审批事项全部网上办理；网办率达到98％以上",
        "竣工验收备案材料由18件减至10件",
    ),
    ("对标方向", "目标", HORIZONTAL): ("窗口满意度由94%提高到98%以上",),
    ("对标方向", "差距", VERTICAL): ("厦门市“多规合一”平台受理率100%，我局62.5%", "图审环节多2个"),
    ("对标方向", "差距", HORIZONTAL): ("仍有3类业务需分窗口办理",),
    ("对标方向", "举措"): (
        "2020年3月底前取消施工合同备案1项（审批科 何志强）",
        "12个科室的审批职能并入行政审批科",
        "与省平台完成接口联调，推行电子证照6类",
    ),
    ("对标方向", "时限"): ("2020年6月30日前完成。",),
    ("创标意向", "目标"): ("一般工程项目全流程审批时间压缩至80个工作日以内", "进入全省前3名"),
    ("创标意向", "亮点"): ("“清单制＋告知承诺制”，首批覆盖9类项目",),
    ("创标意向", "举措"): ("2020年9月底前编制办事指南9类", "每季度回访企业20家"),
    ("创标意向", "时限"): ("2020年11月底前完成。",),
}
DAYS = {("对标方向", "时限"): "2020-06-30", ("创标意向", "时限"): "2020-11-30"}
LIST_CELLS = tuple(path for path in CELLS if path[-1] != "时限" and path[0] != "寻标对象")
REPOSITORY = next(
    folder for folder in __import__("pathlib").Path(__file__).parents if (folder / "units.yaml").is_file()
)


def setting() -> Setting:
    workspace = open_folder(REPOSITORY)
    return Setting(workspace.campaign, workspace.roster, date(2019, 11, 20))


def drafted(raw: bytes) -> Draft:
    """A form that can be read, read."""
    form = open_form(raw)
    assert not isinstance(form, Refusal), form.message.zh
    return draft_filing(form, setting())


def read(raw: bytes) -> dict[tuple[str, ...], object]:
    """Every place of the form with what was read there; closing stops do not count."""
    data = drafted(raw).data
    found: dict[tuple[str, ...], object] = {(label,): data[label] for label in HEAD}
    for path in CELLS:
        value = data
        for part in path:
            value = value[part]
        found[path] = texts(value)
    return found


def texts(value: object) -> object:
    if isinstance(value, list):
        return tuple(entry["名称"] for entry in value)
    if isinstance(value, dict):
        return tuple(entry["内容"].rstrip("。；;") for entry in value.values())
    return value


def expected(**changed: object) -> dict[tuple[str, ...], object]:
    """What a careful clerk reads; `changed` by the path with dots as underscores."""
    whole: dict[tuple[str, ...], object] = {(label,): value for label, value in READ_HEAD.items()}
    whole |= {path: DAYS.get(path, words) for path, words in CELLS.items()}
    return whole | {tuple(name.split("_")): value for name, value in changed.items()}
