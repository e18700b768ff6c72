"""单位不在名录里 / A unit that is not on the roster

为什么 / Why
    谁参加活动以单位名录（units.yaml）为准。不在名录里的文件夹不计入任何一个数，多半是文件夹名打错了。
    The roster (units.yaml) says who takes part. A folder that is not on it counts nowhere; most likely its name is
    mistyped.

反例 / Bad
    （filings/scjg/filing.yaml，而名录里是 scjgj）
    (filings/scjg/filing.yaml, while the roster has scjgj)

正例 / Good
    （filings/scjgj/filing.yaml）
    (filings/scjgj/filing.yaml)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB033",
    "unit-not-on-roster",
    Severity.ERROR,
    clause="主送",
    rows=("R01",),
    zh="“{folder}”不在单位名录里{guess}",
    en="“{folder}” is not on the roster{guess}",
    hint_zh="文件夹改成名录里的编号；是新单位的，请主办单位加进 units.yaml",
    hint_en="Rename the folder to an id on the roster; a new unit is added to units.yaml by the host",
).of(__doc__)
