"""The tool cannot go on: one exception, turned into one line and an exit code in one place (`cli.main`)."""

from xunbiao.model.language import Phrase


class CannotGoOn(Exception):  # noqa: N818  an outcome told to the user, not a fault of the program
    """No campaign, no repository, wrong usage, disk full: `message` says what is the matter and what to do next."""

    def __init__(self, zh: str, en: str, exit_code: int = 2) -> None:
        super().__init__(en)
        self.message = Phrase(zh, en)
        self.exit_code = exit_code
