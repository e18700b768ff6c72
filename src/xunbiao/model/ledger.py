"""The 台账 as a workbook holds it: what its sheets and columns are called, by which it is read back when it returns."""

SHEET, ORIGIN = "台账", "xunbiao"
"""The worksheet with a row a measure, and the hidden one that says which commit and quarter it was made from."""

UNIT_ID, ITEM_ID = "单位编号", "项目编号"
"""Titles of the hidden columns."""

COMMIT, QUARTER = "提交", "季度"
"""Labels on the hidden sheet."""

STATUS, COMPLETION, ACCOUNT, EVIDENCE = "状态", "完成率", "本季进展", "佐证材料"
"""Titles of what a unit tells of a measure; an edit of such a cell is taken into its report."""

PROBLEMS, NEXT_STEPS = "存在问题", "下一步措施"
"""Titles of what a unit tells once and the ledger shows on each of its rows; likewise."""
