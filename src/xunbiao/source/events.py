"""text → the first construct in it that is more than plain YAML, before anything is built."""

from collections.abc import Mapping

import yaml

from xunbiao.model.diagnostic import START, Finding, Span
from xunbiao.model.language import Phrase
from xunbiao.source import guards
from xunbiao.source.composer import Composer
from xunbiao.source.slips import explain


def refused_event(text: str, limits: guards.Limits) -> Finding | None:
    """The first thing in a text that is more than plain YAML, out of libyaml's event stream, which does not recurse."""
    depth = documents = nodes = 0
    try:
        for event in yaml.parse(text, Loader=Composer):  # type: ignore[arg-type]  # a parser is all it needs
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if construct := _forbidden_construct(event, documents):
                return Finding("XB013", values=construct, span=_to_line_end(text, event))
            if depth > guards.MAX_DEPTH:
                return Finding("XB014", values={"limit": guards.MAX_DEPTH}, span=_to_line_end(text, event))
            if nodes > limits.nodes:
                return guards.too_many_values(limits, _to_line_end(text, event))
    except yaml.YAMLError as error:
        return explain(text, error)
    return None


def _forbidden_construct(event: yaml.Event, documents: int) -> Mapping[str, Phrase] | None:
    if isinstance(event, yaml.AliasEvent):
        return _construct("引用", "an alias", f"*{event.anchor}", _QUOTE_IT)
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return _construct("锚点", "an anchor", f"&{event.anchor}", _QUOTE_IT)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return _construct("类型标记", "a tag", event.tag.replace("tag:yaml.org,2002:", "!!"), _QUOTE_IT)
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return _construct("指令", "a directive", "%", Phrase("请删去这一行", "Remove this line"))
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        return _construct("第二份文档", "a second document", "---", _ONE_FILE_EACH)
    return None


def _construct(zh: str, en: str, written: str, advice: Phrase) -> Mapping[str, Phrase]:
    return {"what": Phrase(f"{zh} {written[:40]}", f"{en} {written[:40]}"), "advice": advice}


_QUOTE_IT = Phrase(
    "要写的就是这几个字，用英文双引号括起来；要重复别处的内容，照写一遍",
    "If these characters are meant as text, put it in double quotes; to repeat what stands elsewhere, write it again",
)
_ONE_FILE_EACH = Phrase(
    "一个文件只放一份材料，请删去 --- 和后面的内容", "One document a file: remove --- and what follows"
)
MERGE_KEY = _construct("合并", "a merge key", "<<", Phrase("请把内容照写一遍", "Write the content out"))


def _to_line_end(text: str, event: yaml.Event) -> Span:
    mark = event.start_mark
    if mark is None:
        return START
    lines = text.split("\n")
    length = len(lines[mark.line]) if mark.line < len(lines) else 0
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, max(mark.column + 1, length) + 1)
