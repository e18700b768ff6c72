"""How much of a search a run makes: all of it in `make test-slow` and `make check`, some of it in `make test`."""

from hypothesis import settings

QUICK, THOROUGH = "quick", "thorough"
ALL = 100

settings.register_profile(QUICK, max_examples=20)
settings.register_profile(THOROUGH, max_examples=ALL)


def tries(many: int) -> int:
    """How many of so many examples this run looks at, by the profile that it was given."""
    return max(1, many * settings.default.max_examples // ALL)
