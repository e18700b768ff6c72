"""指标 → what its figures are and whether they can be compared."""

from xunbiao.model.filing import Metric

PERCENT = frozenset({"%", "％", "百分比"})


def is_directed(metric: Metric) -> bool:
    """Whether it is said which way is better: by 维度 or by 方向."""
    return bool(metric.dimension or metric.direction)
