"""文件太大 / A file is too large

为什么 / Why
    一份申报表或报告不会超过几十KB。大得多的文件多半是误放的，也会拖慢检查，所以不读。
    No filing or report is larger than some dozens of KB. Anything much larger was put here by mistake, and would slow
    every check; it is not read.

反例 / Bad
    （filings/scjgj/filing.yaml 有300 KB，因为把整份调研报告粘贴了进去）
    (filings/scjgj/filing.yaml has 300 KB, since a whole study was pasted into it)

正例 / Good
    （filings/scjgj/filing.yaml 有6 KB）
    (filings/scjgj/filing.yaml has 6 KB)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB002",
    "too-large",
    Severity.ERROR,
    zh="太大：{size}，最多 {limit}",
    en="too large: {size}, at most {limit}",
    hint_zh="只留申报表或报告的内容，长的附件另存，在“佐证”里写明它的名称",
    hint_en="Keep the form alone; store long annexes elsewhere and name them under 佐证",
).of(__doc__)
