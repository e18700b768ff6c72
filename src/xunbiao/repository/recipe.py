"""arguments → what git answers: the one way git is ever run, so that nothing of a repository's own settings runs.

A repository's configuration, attributes, hooks, replace refs and grafts are its author's word, not the user's. Every
call therefore names plumbing commands alone, turns off each setting that could start a program, refuses every network
protocol (a partial clone would fetch, and `protocol.ext` runs commands), and drops the GIT_* variables that a hook
leaves behind (GIT_DIR would make git read another repository).
"""

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from xunbiao.errors import CannotGoOn
from xunbiao.repository.trouble import trouble

SECONDS = 120
"""How long a call with a short answer may take, and STREAM_SECONDS one that streams: a guard against a hang alone."""
STREAM_SECONDS = 1800

# What each setting would do otherwise: run a program (fsmonitor, hooksPath, gpg through showSignature), reach the
# network (protocol, lazy fetch), start work in the background (gc, maintenance), trust a cache that a repository can
# forge (commitGraph), or change what log prints (the rest).
_SETTINGS = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "safe.bareRepository=explicit",
    "protocol.allow=never", "core.quotePath=false", "i18n.logOutputEncoding=UTF-8", "i18n.commitEncoding=UTF-8",
    "color.ui=false", "gc.auto=0", "maintenance.auto=false", "submodule.recurse=false", "diff.ignoreSubmodules=all",
    "core.commitGraph=false", "log.diffMerges=separate", "log.follow=false",
    "advice.graftFileDeprecated=false",
)  # fmt: skip
_OPTIONS = ("--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs")

# A person may keep the global settings elsewhere; these say where, and who signs, and are that person's own word.
_KEPT = frozenset(
    {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"}
    | {f"GIT_{role}_{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL", "DATE")}
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a finished call said: exit code, standard output, and its complaint as text."""

    code: int
    out: bytes
    complaint: str


@dataclass(frozen=True, slots=True)
class Git:
    """git at an absolute path, run at the top of one work tree. `settings` come after those of the recipe."""

    program: str
    top: Path
    settings: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)

    def try_(self, *arguments: str, given: bytes = b"") -> Answer:
        """Run git to its end with `given` on its standard input; any exit code is an answer."""
        try:
            done = subprocess.run(
                self._command(arguments), input=given, capture_output=True, env=self.environment, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            raise _too_slow(SECONDS) from None
        except OSError as error:
            raise trouble(str(error), self.top) from None
        return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """Run git to its end. Raises CannotGoOn, in words a user can act on, unless it succeeds."""
        answer = self.try_(*arguments, given=given)
        if answer.code:
            raise trouble(answer.complaint, self.top)
        return answer.out

    @contextmanager
    def stream(self, *arguments: str, feed: Iterable[bytes] = ()) -> Iterator[BufferedReader]:
        """Run git and read its output while it runs; `feed` goes to its standard input from a thread of its own.

        Raises CannotGoOn at the end of the block if git failed. A block that is left early just ends git.
        """
        with tempfile.TemporaryFile() as complaints:
            process = subprocess.Popen(
                self._command(arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=self.environment,
            )
            answers = cast(BufferedReader, process.stdout)
            writer = threading.Thread(target=_write, args=(process.stdin, feed), daemon=True)
            guard = threading.Timer(STREAM_SECONDS, process.kill)
            guard.daemon = True
            writer.start()
            guard.start()
            try:
                yield answers
                code = process.wait()
            except BaseException:
                process.kill()
                raise
            finally:
                guard.cancel()
                answers.close()
                process.wait()
                writer.join()
            if code:
                complaints.seek(0)
                raise trouble(complaints.read(10_000).decode("utf-8", "replace"), self.top)

    @property
    def all_settings(self) -> tuple[str, ...]:
        """What `-c` sets for every call."""
        return _SETTINGS + self.settings

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        settings = (part for setting in self.all_settings for part in ("-c", setting))
        return [self.program, "-C", str(self.top), *_OPTIONS, *settings, *arguments]

    @property
    def environment(self) -> dict[str, str]:
        """The variables of every call: the user's, without what a hook or a shell left behind of git's own."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
        kept.pop("LANGUAGE", None)
        return kept | _FIXED | {"GIT_CEILING_DIRECTORIES": str(self.top.parent)} | dict(self.variables)


_FIXED: dict[str, str] = {
    "GIT_NO_LAZY_FETCH": "1",
    # An empty list of protocols weighs more than any protocol.*.allow that a repository sets for itself.
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C.UTF-8",
}


def find_git(search_path: str | None = None) -> str:
    """Where git is, as an absolute path from the folders of PATH; never the current folder. Raises CannotGoOn."""
    folders = (os.environ.get("PATH", "") if search_path is None else search_path).split(os.pathsep)
    for folder in filter(os.path.isabs, folders):
        # On Windows `which` tries the current folder first, and then answers with a relative path.
        found = shutil.which("git", path=folder)
        if found and os.path.isabs(found):
            return found
    raise CannotGoOn(
        "找不到 git：请先安装 git（https://git-scm.com）并确认它在 PATH 中。",
        "git was not found: install it (https://git-scm.com) and see that it is on PATH.",
    )


def _write(pipe: IO[bytes], feed: Iterable[bytes]) -> None:
    # git may end before it has read everything; its exit code then says why.
    with suppress(OSError, ValueError):
        pipe.writelines(feed)
    with suppress(OSError):
        pipe.close()


def _too_slow(seconds: int) -> CannotGoOn:
    return CannotGoOn(
        f"git 在 {seconds} 秒内没有应答，已停止。请稍后重试，或用 git fsck 检查仓库。",
        f"git gave no answer within {seconds} seconds and was stopped. Try again, or check the repository: git fsck.",
    )
