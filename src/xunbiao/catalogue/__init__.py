"""text, Filing → which of the practices they draw upon, how surely, by which words, and what they leave out."""

from xunbiao.catalogue.comparison import Adviser, Comparison, Mention, Outline, Prompt, Relation, Standing, make_adviser
from xunbiao.catalogue.figures import SideBySide, Verdict
from xunbiao.catalogue.matcher import STANDS_OUT, SUGGESTED, Match, Matcher, Reading, make
from xunbiao.catalogue.references import Reference, unnamed, write_in
from xunbiao.catalogue.revising import Difference, Revised, revised

__all__ = [
    "STANDS_OUT",
    "SUGGESTED",
    "Adviser",
    "Comparison",
    "Difference",
    "Match",
    "Matcher",
    "Mention",
    "Outline",
    "Prompt",
    "Reading",
    "Reference",
    "Relation",
    "Revised",
    "SideBySide",
    "Standing",
    "Verdict",
    "make",
    "make_adviser",
    "revised",
    "unnamed",
    "write_in",
]
