"""bytes → Parsed: plain data out of a YAML file, or the findings that say why there is none. The only door to libyaml.

Reading goes through guards (size, encoding, characters, depth) before libyaml sees anything, and through our own
YAML 1.2 core scalars after it, so that no input can crash, hang or surprise: `parse` never raises.
"""

from xunbiao.source.guards import Limits, limits
from xunbiao.source.rereading import reread
from xunbiao.source.tree import Parsed, Places, parse, places, text
from xunbiao.source.written import Data, mapping, scalar

__all__ = ["Data", "Limits", "Parsed", "Places", "limits", "mapping", "parse", "places", "reread", "scalar", "text"]
