"""Progress → the hidden sheet by which `import` knows where a 台账 came from and which of its cells were edited."""

from xunbiao.model.ledger import COMMIT, ORIGIN, QUARTER
from xunbiao.model.page import Facts, Sheet, Table
from xunbiao.model.progress import Basis, Progress


def origin_sheet(progress: Progress, basis: Basis, ledger: Table) -> Sheet:
    """The commit, the quarter, and below them the ledger once more as it was written."""
    told = Facts([(COMMIT, basis.commit), (QUARTER, str(progress.period.quarter))])
    return Sheet(ORIGIN, [told, ledger], hidden=True)
