"""Options that several commands take alike: the format of a page, the file it goes into, leave to overwrite that."""

from pathlib import Path
from typing import Annotated

import typer

PageFormat = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help="text、md、json、csv、html｜the same")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件｜Write to a file")]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有文件｜Overwrite the file")]
