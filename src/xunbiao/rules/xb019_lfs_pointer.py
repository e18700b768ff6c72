"""只是大文件的指针 / Only a pointer to a large file

为什么 / Why
    文件存在 Git LFS 里，这里只有一个指针，没有内容。申报材料很小，不必用 LFS。
    The file is kept in Git LFS; here is only a pointer without content. Documents are small and need no LFS.

反例 / Bad
    （开头是 version https://git-lfs.github.com/spec/v1 的文件）
    (a file that starts with version https://git-lfs.github.com/spec/v1)

正例 / Good
    （申报表本身）
    (the filing itself)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB019",
    "lfs-pointer",
    Severity.ERROR,
    zh="只是 Git LFS 的指针，没有内容",
    en="only a Git LFS pointer, without content",
    hint_zh="运行 git lfs pull 取回内容，并从 .gitattributes 里去掉 *.yaml",
    hint_en="Fetch the content with git lfs pull and take *.yaml out of .gitattributes",
).of(__doc__)
