"""The console script with `import` and `export` in its table, whether or not the table has them yet."""

import sys

import typer

from xunbiao import cli
from xunbiao.commands.export import export
from xunbiao.commands.import_ import import_
from xunbiao.model.language import Language

_BUILD = cli.build


def build(language: Language, *only: str | None):
    known = {name for names in cli.COMMANDS.values() for name in names}
    command = _BUILD(language, *only)
    if "import" not in known:
        app = typer.Typer(pretty_exceptions_enable=False)
        app.callback(invoke_without_command=True)(cli._global_options)
        app.command("import")(import_)
        app.command("export")(export)
        added = typer.main.get_command(app)
        for name, each in added.commands.items():
            cli._translate(each, language)
            command.add_command(each, name)
    return command


cli.build = build
if __name__ == "__main__":
    cli.main(sys.argv[1:])
