"""Where text is shown: how wide, and whether in colour. Formats made for files and programs pay it no heed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` in terminal columns, at least 20: a narrower terminal folds the lines by itself."""

    width: int
    color: bool

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", max(20, self.width))
