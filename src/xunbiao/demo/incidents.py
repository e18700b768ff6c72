"""What happens besides handing in: the set-up, edits, the publication, a file deleted and restored, a unit renamed."""

from collections.abc import Iterator

from xunbiao.demo import setting
from xunbiao.demo.days import moment
from xunbiao.demo.edits import EDITS, Edit
from xunbiao.demo.places import put
from xunbiao.demo.profile import Profile
from xunbiao.demo.setting import RENAMING
from xunbiao.demo.steps import Desk, Files, Step, clerk, coordinator, key, message, text

_UNPUBLISHED = frozenset({"jrj", "xfzd", "rlgs"})
_DELETED = key("lyj", "2019Q4").path


def steps(profiles: dict[str, Profile]) -> Iterator[Step]:
    """All steps that are no submission."""
    yield _set_up()
    yield from (_edit(profiles[each.unit], each) for each in EDITS)
    yield _publication()
    yield from _deletion(profiles["lyj"])
    yield _renaming()


def _set_up() -> Step:
    at = moment("2019-10-21 16:00")
    return Step(
        author=coordinator(at),
        committer=coordinator(at),
        message=message("建立示例活动：设置、单位名录、典型做法", body="人名、电话、数字和事情都是虚构的。"),
        write=lambda _: setting.files(),
    )


def _edit(profile: Profile, edit: Edit) -> Step:
    at = moment(edit.at)
    who = coordinator(at) if edit.by_coordinator else clerk(profile, at)
    path = key(edit.unit, edit.document).path

    def write(desk: Desk) -> Files:
        data = desk.copy(path)
        for place, value in edit.changes:
            put(data, place, value)
        return desk.put(path, data)

    subject = edit.subject if edit.by_coordinator else f"{edit.subject}：{profile.short}"
    return Step(who, who, message(subject, edit.unit, edit.document), write)


def _publication() -> Step:
    """The coordinator has the benchmarks printed in the newspaper and notes it in the filings, in one commit."""
    who = coordinator(moment("2019-12-09 10:15"))
    record = {"媒体": "平顶山日报（示例）", "日期": "2019-12-06", "版面": "第3版"}

    def write(desk: Desk) -> Files:
        files: dict[str, bytes | None] = {}
        for path in sorted(desk.documents):
            if path.split("/")[1] not in _UNPUBLISHED:
                data = desk.copy(path)
                data["公示记录"] = [record]
                files |= desk.put(path, data)
        return files

    return Step(who, who, message("登记寻标对象公示情况"), write)


def _deletion(profile: Profile) -> Iterator[Step]:
    """A report deleted by mistake, and restored the next day as it was."""
    lost, found = clerk(profile, moment("2020-02-11 11:36")), coordinator(moment("2020-02-12 09:02"))
    yield Step(lost, lost, message(f"清理旧文件：{profile.short}", profile.id, "2019Q4"), lambda _: {_DELETED: None})
    yield Step(
        found,
        found,
        message(f"恢复误删的季度报告：{profile.short}", profile.id, "2019Q4"),
        lambda desk: {_DELETED: text(_DELETED, desk.documents[_DELETED])},
    )


def _renaming() -> Step:
    """The roster names the unit anew, its folder moves, its filing takes the new name; its reports stay as they are."""
    who = coordinator(moment(RENAMING.at))

    def write(desk: Desk) -> Files:
        files: dict[str, bytes | None] = {"units.yaml": setting.renamed_roster(setting.files()["units.yaml"])}
        for path in [each for each in desk.documents if each.split("/")[1] == RENAMING.old_id]:
            data = desk.documents.pop(path)
            if path.endswith("/filing.yaml"):
                data["填报单位"] = RENAMING.name
            files[path] = None
            files |= desk.put(path.replace(f"/{RENAMING.old_id}/", f"/{RENAMING.id}/"), data)
        return files

    subject = f"{RENAMING.old_name}更名为{RENAMING.name}"
    return Step(
        who,
        who,
        message(subject, RENAMING.id, body=f"单位编号由{RENAMING.old_id}改为{RENAMING.id}，文件夹随之移动。"),
        write,
    )
