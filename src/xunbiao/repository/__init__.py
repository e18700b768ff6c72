"""git repository → Revisions, files, arrivals; files → commits. The only door to git.

Everything is answered in values of the model, by plumbing commands run by one recipe (`recipe.py`); what comes from a
user or a repository reaches git as a full id, a path after `--`, or standard input, never as an option.
"""

from xunbiao.repository.arrival import arrivals, arrivals_of, commits, revisions
from xunbiao.repository.committing import commit_paths, submitter
from xunbiao.repository.objects import (
    blobs,
    changed_since,
    contents,
    files_at,
    read_files,
    with_line_feeds,
    worktree_changes,
)
from xunbiao.repository.place import (
    Repository,
    commit_id,
    find_top,
    head,
    last_arrived_by,
    open_repository,
    require_whole_history,
    resolve,
    rewritings,
)
from xunbiao.repository.pushing import Pushed, push
from xunbiao.repository.tags import ancestors, digests, make_tag, signature, tags, will_sign
from xunbiao.repository.writing import create, write_commits

__all__ = [
    "Pushed",
    "Repository",
    "ancestors",
    "arrivals",
    "arrivals_of",
    "blobs",
    "changed_since",
    "commit_id",
    "commit_paths",
    "commits",
    "contents",
    "create",
    "digests",
    "files_at",
    "find_top",
    "head",
    "last_arrived_by",
    "make_tag",
    "open_repository",
    "push",
    "read_files",
    "require_whole_history",
    "resolve",
    "revisions",
    "rewritings",
    "signature",
    "submitter",
    "tags",
    "will_sign",
    "with_line_feeds",
    "worktree_changes",
    "write_commits",
]
