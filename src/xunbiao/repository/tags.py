"""Repository → tags of seals, their signatures, and how they stand to HEAD; commit → annotated tag."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.model.seal import SignatureState, Tag
from xunbiao.repository import library
from xunbiao.repository.log import decoded, person
from xunbiao.repository.objects import blobs, entries
from xunbiao.repository.place import Repository, commit_id
from xunbiao.repository.signing import own_programs, own_trust, wants_signature

_MARKS = (b"-----BEGIN PGP SIGNATURE-----", b"-----BEGIN SSH SIGNATURE-----", b"-----BEGIN SIGNED MESSAGE-----")
# What gpg and ssh-keygen say of a signature that does not fit the text, or is none; not what they say of strange keys.
_WRONG = ("[GNUPG:] BADSIG", "[GNUPG:] NODATA", "Could not verify signature", "incorrect signature")
# git ends so when ssh-keygen stops before it has taken the text, which it does over a signature that it cannot read.
_BROKEN_PIPE = -13
_MOST_TAGS = 1000


def tags(repository: Repository, folder: str) -> list[Tag]:
    """The tags whose names begin with `folder/`, sorted by name, as they are stored."""
    form = "--format=%(objectname) %(objecttype) %(refname)"
    listing = repository.git.ask("for-each-ref", f"--count={_MOST_TAGS}", form, f"refs/tags/{folder}/")
    found = (line.split(" ", 2) for line in listing.decode("utf-8", "backslashreplace").splitlines())
    return [_tag(repository, id_, kind, ref.removeprefix("refs/tags/")) for id_, kind, ref in found]


def _tag(repository: Repository, id_: str, kind: str, name: str) -> Tag:
    if kind != "tag":
        return Tag(name, id_, id_)
    raw = repository.git.ask("cat-file", "tag", id_)
    header, _, body = raw.partition(b"\n\n")
    fields = dict(line.partition(b" ")[::2] for line in header.split(b"\n"))
    message, is_signed = _unsigned(body)
    tagger = person(fields.get(b"tagger", b""))
    return Tag(
        name=name,
        id=id_,
        target=commit_id(repository, id_) or "",
        own_name=decoded(fields.get(b"tag", b"")),
        tagger=tagger.name,
        email=tagger.email,
        at=tagger.at,
        message=decoded(message),
        is_annotated=True,
        is_signed=is_signed or any(key.startswith(b"gpgsig") for key in fields),
    )


def _unsigned(body: bytes) -> tuple[bytes, bool]:
    """A tag's text without the signature at its end."""
    starts = [place for mark in _MARKS if (place := body.rfind(b"\n" + mark)) >= 0]
    return (body[: max(starts) + 1], True) if starts else (body, False)


def signature(repository: Repository, tag: Tag, signers: Path | None = None) -> SignatureState:
    """What a tag's signature is worth by the keys that the user trusts; `signers` is a file of ssh keys to trust
    (allowed signers, as ssh-keygen has it). Nothing that the repository says about keys or programs counts."""
    if not tag.is_signed:
        return SignatureState.MISSING
    file = str(signers.resolve()) if signers else ""
    git = replace(repository.git, settings=own_trust(repository.git, file))
    answer = git.try_("verify-tag", "--raw", tag.id)
    if answer.code == 0:
        return SignatureState.GOOD
    said = answer.complaint + answer.out.decode("utf-8", "replace")
    is_wrong = answer.code == _BROKEN_PIPE or any(word in said for word in _WRONG)
    return SignatureState.BAD if is_wrong else SignatureState.UNKNOWN


def will_sign(repository: Repository) -> bool:
    """Whether a tag made now would be signed: the user has a key, or has told git to sign."""
    return wants_signature(repository.git)


def make_tag(repository: Repository, name: str, commit: str, message: str) -> str:
    """An annotated tag on a commit (a full id), signed where the user has a key; returns the tag object's id.

    Raises CannotGoOn where there is such a tag, where signing fails, and where git does not know who the user is.
    """
    git = replace(repository.git, settings=("user.useConfigOnly=true", *own_programs(repository.git)))
    git.ask("var", "GIT_COMMITTER_IDENT")
    reference = f"refs/tags/{name}"
    if repository.git.try_("show-ref", "--verify", "--quiet", reference).code == 0:
        raise CannotGoOn(f"标签 {name} 已经存在，没有改动它。", f"The tag {name} exists already and was left alone.")
    library.create_tag(repository, git, name, commit, message.encode(), sign=will_sign(repository))
    return repository.git.ask("rev-parse", "--verify", reference).decode().strip()


def ancestors(repository: Repository, commit: str) -> frozenset[str]:
    """A commit (a full id) and all that led to it."""
    return frozenset(repository.git.ask("rev-list", commit).decode().split())


def digests(repository: Repository, commit: str, wants: Callable[[str], bool]) -> dict[str, str]:
    """sha256 of the bytes of a commit's documents (path → hex), as stored; what is too large or no file has none."""
    found = [each for each in entries(repository, commit, ("filings",)) if each.is_file and wants(each.path)]
    contents = blobs(repository, [each.blob for each in found])
    pairs = zip(found, contents, strict=True)
    return {entry.path: hashlib.sha256(raw).hexdigest() for entry, (_, raw) in pairs if raw is not None}
