"""git settings → settings under which no filter runs, for the few commands that look at the work tree.

Checking files out runs a repository's smudge filters. So does writing the index, where a file is as young as the index:
git then reads it once more, through its clean filter, to see whether it changed.
"""

from xunbiao.repository.recipe import Git


def without_filters(git: Git) -> tuple[str, ...]:
    """Every filter that is configured anywhere, made empty."""
    names = git.try_("config", "--name-only", "--get-regexp", r"^filter\..").out.decode("utf-8", "surrogateescape")
    keys = {name for name in names.splitlines() if name.endswith((".smudge", ".clean", ".process"))}
    drivers = {name.rpartition(".")[0] for name in names.splitlines()}
    return (*(f"{key}=" for key in sorted(keys)), *(f"{driver}.required=false" for driver in sorted(drivers)))
