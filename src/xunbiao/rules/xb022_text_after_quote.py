"""引号后面还有文字 / Text after a closing quote

为什么 / Why
    内容一旦以英文引号开头，到配对的引号就结束了，后面的字读不成。词语的引号要用中文引号。
    A text that starts with a half-width quote ends at the matching one; words behind it cannot be read. Quote words
    with Chinese quotes.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: "一网通办"率达到90%。

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: “一网通办”率达到90%。
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB022",
    "text-after-quote",
    Severity.ERROR,
    zh="英文引号结束以后还有文字",
    en="there is text after the closing quote",
    hint_zh="里面的引号改成中文引号“”，或者把整段文字用英文单引号括起来",
    hint_en="Use Chinese quotes “” inside the text, or put the whole text in single quotes",
).of(__doc__)
