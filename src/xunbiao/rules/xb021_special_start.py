"""文字以特别的符号开头 / A text starts with a special sign

为什么 / Why
    @ ` % * & ! > | [ { - ? 等符号放在内容开头，在 YAML 里另有用处，后面的文字就读不成了。
    The signs @ ` % * & ! > | [ { - ? at the start of a text mean something else in YAML, and the text cannot be read.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: [试点] 取消证明3项。

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: "[试点] 取消证明3项。"
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB021",
    "special-start",
    Severity.ERROR,
    zh="内容以“{character}”开头，读不成文字",
    en="a text that starts with “{character}” cannot be read",
    hint_zh="把整段文字用英文双引号括起来，或者换成全角符号",
    hint_en="Put the whole text in double quotes, or use the full-width sign",
).of(__doc__)
