"""Chinese and English, side by side, wherever something is said to a user."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The language a user reads; called with both wordings, it picks its own: `lang("应报", "expected")`."""

    ZH = "zh"
    EN = "en"

    def __call__(self, zh: str, en: str) -> str:
        return zh if self is Language.ZH else en


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing said in both languages; `{name}` marks a value that `fill` puts in."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        return language(self.zh, self.en)

    def fill(self, values: Mapping[str, object]) -> "Phrase":
        """Values are data, never templates; a value that is itself a Phrase is filled in its own language."""
        return Phrase(
            self.zh.format_map({key: _wording(value, Language.ZH) for key, value in values.items()}),
            self.en.format_map({key: _wording(value, Language.EN) for key, value in values.items()}),
        )


def _wording(value: object, language: Language) -> object:
    return value.in_(language) if isinstance(value, Phrase) else value
