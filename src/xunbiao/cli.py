"""argv → command → exit code: the table of commands, the global options, and the one place where trouble ends."""

import errno
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from xunbiao.commands.call import Call
from xunbiao.errors import CannotGoOn
from xunbiao.model.language import Language

if TYPE_CHECKING:
    from types import FrameType

COMMANDS = {
    "开始｜Start": ("init", "demo"),
    "填报｜File": ("new", "validate", "submit", "status", "import", "export"),
    "学习｜Learn": ("rule", "catalogue", "read"),
    "汇总与督查｜Report and audit": ("report", "diff", "history", "seal", "verify"),
}
"""The commands by what they are for; `new` is the function `new` in commands/new.py (`import_`, a keyword, apart)."""

_GLOBAL_OPTIONS = ("-C", "--lang", "--today")
_GLOBALS_WITH_VALUES = ("--lang=", "--today=")
_BAR = "｜"
_HELP_NAMES: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
_COMPLETION = {
    "install_completion": "为当前命令行环境安装命令补全｜Install completion for the current shell",
    "show_completion": "显示命令补全的脚本｜Show the completion script",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script `xunbiao`: runs a command and exits with its code."""
    argv = _globals_first(list(sys.argv[1:] if arguments is None else arguments))
    _ready_streams()
    signal.signal(signal.SIGTERM, _terminated)
    language = asked_language(argv) or Language.ZH
    sys.exit(_run(argv, language))


def _ready_streams() -> None:
    """A terminal that cannot show a character shows its number instead; what is closed takes all and shows nothing."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115  kept open until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # Help is laid out by a library that would take no columns at its word, and colour for stronger than none.
    if not os.environ.get("COLUMNS", "").strip("0"):
        os.environ.pop("COLUMNS", None)
    if os.environ.get("NO_COLOR"):
        os.environ.pop("FORCE_COLOR", None)


def _run(argv: list[str], language: Language) -> int:
    try:
        code = build(language, _named(argv)).main(args=argv, prog_name="xunbiao", standalone_mode=False)
        sys.stdout.flush()
    except CannotGoOn as trouble:
        return _say(trouble.message.in_(language), trouble.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _silence(130)
    except BrokenPipeError:
        return _silence(0)
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # which typer makes an exit with 1
            return _silence(0)
        raise
    except OSError as error:
        return _say(language("系统错误：", "System error: ") + (os.strerror(error.errno or errno.EIO)), _silence(2))
    except MemoryError:
        return _say(language("内存不够。", "Out of memory."), 2)
    except Exception as error:
        return _usage_or_defect(error, language)
    return code if isinstance(code, int) else 0


def build(language: Language, only: str | None = None) -> Any:
    """The command line in one language: every help text holds both, and its own half is kept.

    With the one command that was called, its own module alone is imported.
    """
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich", invoke_without_command=True)
    app.callback()(_global_options)
    for panel, names in COMMANDS.items():
        for name in names:
            if only in (None, name):
                module = f"{name}_" if iskeyword(name) else name
                function = getattr(import_module(f"xunbiao.commands.{module}"), module)
                app.command(name, rich_help_panel=panel)(function)
    command = typer.main.get_command(app)
    for each in (command, *command.commands.values()):  # type: ignore[attr-defined]
        _translate(each, language)
        for parameter in (*each.params, _help_option(each)):
            _take_plainly(parameter)
    return command


def _named(argv: list[str]) -> str | None:
    """The command that is called, or --version, which needs none; None where all are to be known: for help, for one
    that does not exist, for completions."""
    words = iter(argv)
    rest = (word for word in words if not _is_global(word, words))
    named = next(rest, None)
    known = (named == "--version" and next(rest, None) is None) or any(named in names for names in COMMANDS.values())
    return named if known and "_XUNBIAO_COMPLETE" not in os.environ else None


def _is_global(word: str, words: Iterator[str]) -> bool:
    """Whether a word is a global option; the value that follows it is passed over."""
    if word in _GLOBAL_OPTIONS:
        next(words, None)
        return True
    return word.startswith(_GLOBALS_WITH_VALUES)


def _take_plainly(parameter: Any) -> None:
    """Lets texts and paths through as they are: typer would load pydantic to turn a text into a text, and that takes
    longer than checking a hundred files. What is neither, or was built by an older typer, is left to it."""
    descriptor = getattr(parameter, "type_descriptor", None)
    if descriptor is not None and hasattr(parameter, "get_runtime_param"):
        parameter.get_runtime_param = _Plain(descriptor.annotation, parameter.get_runtime_param)


class _Plain:
    """What typer asks for to turn words into values of a parameter's type."""

    def __init__(self, kind: Any, otherwise: Callable[[], Any]) -> None:
        self.kind = kind
        self.otherwise = otherwise

    def __call__(self) -> "_Plain":
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value; what was not given is nothing at all."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if self.kind in (str, Path):
            return self.kind(value)
        if self.kind == list[Path] and not isinstance(value, str):
            return [Path(each) for each in value]
        return self.otherwise().coerce(value, param=param, ctx=ctx)


def _global_options(
    context: typer.Context,
    directory: Annotated[Path, typer.Option("-C", metavar="DIR", help="活动文件夹｜The campaign folder")] = Path(),
    lang: Annotated[
        Language | None, typer.Option("--lang", envvar="XUNBIAO_LANG", help="中文或英文｜Chinese or English")
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="以这一天为今天｜Take this day for today")] = None,
    version: Annotated[bool, typer.Option("--version", help="显示版本｜Show the version")] = False,
) -> None:
    """“寻标、对标、创标”活动：填报、检查、汇总、督查｜Run a benchmarking campaign as plain files in git"""
    if version:
        from importlib.metadata import version as installed

        print(f"xunbiao {installed('xunbiao')}")
        raise typer.Exit
    context.obj = Call(directory, lang, _day(today))
    if context.invoked_subcommand is None:
        print(context.get_help())


def _day(text: str | None) -> date | None:
    from xunbiao.calendar import parse_day

    return parse_day(text) if text else None


def asked_language(argv: Sequence[str]) -> Language | None:
    """The language that the command line or the environment asks for, before anything else is known."""
    asked = [argv[i + 1] for i, word in enumerate(argv[:-1]) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    chosen = asked[-1] if asked else os.environ.get("XUNBIAO_LANG", "")
    return Language(chosen) if chosen in set(Language) else None


def _globals_first(argv: list[str]) -> list[str]:
    """Global options wherever they stand: people type `xunbiao validate --lang en`."""
    first: list[str] = []
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*first, *rest, word, *words]
        if word in _GLOBAL_OPTIONS:
            first += [word, *([value] if (value := next(words, None)) is not None else [])]
        elif word.startswith(_GLOBALS_WITH_VALUES):
            first.append(word)
        else:
            rest.append(word)
    return first + rest


def _translate(command: Any, language: Language) -> None:
    command.context_settings = {**command.context_settings, **_HELP_NAMES}
    command.help = _half(command.help, language)
    command.short_help = _half(command.short_help, language)
    command.rich_help_panel = _half(getattr(command, "rich_help_panel", None), language)
    for parameter in command.params:
        parameter.help = _half(_COMPLETION.get(parameter.name) or getattr(parameter, "help", None), language)
        is_option = parameter.param_type_name == "option"
        _plainly(parameter, is_option, language)
        parameter.rich_help_panel = language("选项", "Options") if is_option else language("参数", "Arguments")
    help_option = _help_option(command)
    _plainly(help_option, True, language)
    help_option.help = language("显示这个说明", "Show this help")
    help_option.rich_help_panel = language("选项", "Options")
    usage = command.get_usage
    command.get_usage = lambda context: usage(context).replace("Usage:", language("用法：", "Usage:"), 1)


def _plainly(parameter: Any, is_option: bool, language: Language) -> None:
    """Says a default in the reader's language, and no type where there is none to type: of a flag, of an argument."""
    if not is_option or getattr(parameter, "is_flag", False):
        parameter.display_type_rich = lambda **_: None
    elif parameter.default and isinstance(parameter.default, str | Path):
        parameter.show_default = False
        parameter.help += language(f"（默认 {parameter.default}）", f" (default: {parameter.default})")


def _help_option(command: Any) -> Any:
    return command.get_help_option(typer.Context(command, **_HELP_NAMES))


def _half(text: Any, language: Language) -> Any:
    if not isinstance(text, str) or _BAR not in text:
        return text
    zh, _, en = text.partition(_BAR)
    return language(zh, en).strip()


def _usage_or_defect(error: Exception, language: Language) -> int:
    from typer.exceptions import TyperException

    if isinstance(error, TyperException):
        hint = language("用 xunbiao --help 看用法。", "See xunbiao --help.")
        return _say(f"{_usage(error, language)} {hint}", 2)
    if os.environ.get("XUNBIAO_DEBUG"):
        raise error
    said = language(
        f"xunbiao 自身出错（{type(error).__name__}），不是您的文件有问题。"
        "请设 XUNBIAO_DEBUG=1 再试一次，把输出发给维护者。",
        f"A defect of xunbiao itself ({type(error).__name__}), not of your files. "
        "Please run it again with XUNBIAO_DEBUG=1 and send the output to the maintainers.",
    )
    return _say(said, 3)


def _usage(error: Any, language: Language) -> str:
    """What was wrong with the command line; the library's own sentences are English."""
    if language is Language.EN:
        return str(error.format_message())
    match type(error).__name__:
        case "NoSuchOption":
            near = "、".join(error.possibilities or ())
            return f"没有选项 {error.option_name}。" + (f"是不是：{near}？" if near else "")
        case "MissingParameter":
            name = error.param.metavar or error.param.name.upper() if error.param else ""
            return f"还缺 {name}。"
        case "UsageError" if error.message.startswith("No such command"):
            typed, *guesses = re.findall("'([^']*)'", error.message)
            return f"没有命令 {typed}。" + (f"是不是：{'、'.join(guesses)}？" if guesses else "")
        case "BadParameter":
            name = error.param.opts[0] if error.param else ""
            return f"{name} 的值不对：{error.message}"
        case _:
            return f"命令行有误：{error.format_message()}"


def _say(message: str, code: int) -> int:
    from xunbiao.formats.escaping import terminal

    sys.stderr.write(f"xunbiao: {terminal(message)}\n")
    return code


def _silence(code: int) -> int:
    """Ends without a word where stdout is gone or full; Python would complain once more on closing it."""
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  kept open until the process ends
    return code


def _terminated(_signal: int, _frame: "FrameType | None") -> None:
    raise SystemExit(143)
