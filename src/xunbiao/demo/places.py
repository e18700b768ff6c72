"""A document and a dotted place → the document with another value there; list items by their number from 0."""

from typing import Any, Final


class _Gone:
    """What stands for “nothing there any more”."""


GONE: Final = _Gone()


def put(document: dict[str, Any], place: str, value: Any) -> None:
    """Sets what stands at a place such as `对标方向.举措.J1.时限`, in place; GONE takes the key away."""
    *parents, last = place.split(".")
    within: Any = document
    for step in parents:
        within = within[_key(within, step)]
    if value is GONE:
        del within[_key(within, last)]
    else:
        within[_key(within, last)] = value


def _key(within: Any, step: str) -> str | int:
    return int(step) if isinstance(within, list) else step
