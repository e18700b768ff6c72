"""git settings → how to sign and how to check a signature: programs and trust come from the user alone.

A repository that names a program would have it run, and one that names a list of trusted keys would vouch for itself.
"""

from xunbiao.repository.recipe import Git

_PROGRAMS = {
    "gpg.program": "gpg", "gpg.openpgp.program": "", "gpg.x509.program": "gpgsm", "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultKeyCommand": "",
}  # fmt: skip
_TRUST = {"gpg.ssh.allowedSignersFile": "", "gpg.ssh.revocationFile": "", "gpg.minTrustLevel": "undefined"}


def own_programs(git: Git) -> tuple[str, ...]:
    """Settings that make git sign with the programs that the user's own settings name, or the usual ones."""
    own = {name: own_setting(git, name) or default for name, default in _PROGRAMS.items()}
    own["gpg.openpgp.program"] = own["gpg.openpgp.program"] or own["gpg.program"]
    return tuple(f"{name}={value}" for name, value in own.items())


def own_trust(git: Git, signers: str = "") -> tuple[str, ...]:
    """Settings by which git checks signatures against the keys that the user trusts; `signers` is a file of them."""
    own = {name: own_setting(git, name) or default for name, default in _TRUST.items()}
    own["gpg.ssh.allowedSignersFile"] = signers or own["gpg.ssh.allowedSignersFile"]
    # An empty value would stop git in its tracks where a file is asked for, so what is not set stays unset by name.
    own = {name: value for name, value in own.items() if value or name != "gpg.ssh.revocationFile"}
    return own_programs(git) + tuple(f"{name}={value}" for name, value in own.items())


def wants_signature(git: Git) -> bool:
    """Whether the user has a key to sign with, or has told git to sign."""
    has_key = git.try_("config", "--get", "user.signingKey").out.strip() != b""
    return has_key or is_set(git, "tag.gpgSign") or is_set(git, "commit.gpgSign")


def is_set(git: Git, name: str) -> bool:
    return git.try_("config", "--type=bool", "--get", name).out.strip() == b"true"


def own_setting(git: Git, name: str) -> str:
    """A setting out of the user's own files (or the machine's), whatever the repository says."""
    for scope in ("--global", "--system"):
        answer = git.try_("config", scope, "--includes", "--get", name)
        if answer.code == 0:
            return answer.out.decode("utf-8", "surrogateescape").strip()
    return ""
