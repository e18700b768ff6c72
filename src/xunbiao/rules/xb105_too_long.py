"""写得太长 / A text that is too long

为什么 / Why
    名称和日期这样的格子只写一个词，内容也不该长过几页纸；太长多半是粘贴错了地方。
    A name or a date is a few words, and no cell takes several pages; a text that long was pasted into the wrong
    place.

反例 / Bad
    （“填报时间”里粘贴了一整段文字）
    (a whole paragraph pasted into 填报时间)

正例 / Good
    （“填报时间”只写 2019-11-18）
    (填报时间 holds 2019-11-18 alone)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB105",
    "too-long",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="长 {length}，最长 {limit}",
    en="{length} long, at most {limit}",
    hint_zh="写短一些；长的材料另存，在这里写它的名称",
    hint_en="Shorten it; keep long material elsewhere and give its name here",
).of(__doc__)
