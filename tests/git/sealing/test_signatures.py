"""Signed seals: made with the coordinator's key, and checked by those that a supervisor trusts; by ssh and by gpg."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..conftest import History
from .conftest import SEALED, Run, kinds

TRUSTED, STRANGE = "trusted", "strange"


@dataclass(frozen=True)
class Signer:
    """A coordinator with a key, and a supervisor who knows it (TRUSTED) or does not (STRANGE)."""

    home: Path
    way: str
    monkeypatch: pytest.MonkeyPatch

    def supervisor(self, known: str) -> tuple[str, ...]:
        """From here on the tool runs for the supervisor; the options by which `verify` is told of trusted keys."""
        if self.way == "gpg":
            self.monkeypatch.setenv("GNUPGHOME", str(self.home / known))
            return ()
        return ("--signers", str(self.home / known))


@pytest.fixture(params=["ssh", pytest.param("gpg", marks=pytest.mark.slow)])
def signer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Signer]:
    """A coordinator's own settings and key, made for the test and thrown away."""
    way = str(request.param)
    if not shutil.which("ssh-keygen" if way == "ssh" else "gpg"):
        pytest.skip(f"no {way} to sign with: install {'openssh-client' if way == 'ssh' else 'gnupg'}")
    # The socket of gpg's agent lies in its folder, and the path of a socket may have a hundred characters at most.
    home = Path(tempfile.mkdtemp(prefix="xb-"))
    try:
        settings = _ssh(home) if way == "ssh" else _gpg(home)
        (home / ".gitconfig").write_text(settings)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("GNUPGHOME", str(home / TRUSTED))
        yield Signer(home, way, monkeypatch)
    finally:
        for folder in (home / TRUSTED, home / STRANGE) if way == "gpg" else ():
            subprocess.run(["gpgconf", "--homedir", str(folder), "--kill", "all"], check=False)
        shutil.rmtree(home, ignore_errors=True)


def _ssh(home: Path) -> str:
    for name in ("key", "other"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / name)], check=True)
    (home / TRUSTED).write_text(f"guo@example.cn {(home / 'key.pub').read_text()}")
    (home / STRANGE).write_text(f"guo@example.cn {(home / 'other.pub').read_text()}")
    return f"[gpg]\nformat = ssh\n[user]\nsigningKey = {home / 'key.pub'}\n"


def _gpg(home: Path) -> str:
    for folder in (TRUSTED, STRANGE):
        (home / folder).mkdir(mode=0o700)
        _run_gpg(
            home / folder, "--passphrase", "", "--quick-generate-key", "guo <guo@example.cn>", "ed25519", "sign", "0"
        )
    listed = _run_gpg(home / TRUSTED, "--list-secret-keys", "--with-colons")
    fingerprint = next(line.split(":")[9] for line in listed.splitlines() if line.startswith("fpr:"))
    return f"[user]\nsigningKey = {fingerprint}\n"


def _run_gpg(folder: Path, *words: str) -> str:
    command = ["gpg", "--homedir", str(folder), "--batch", "--quiet", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_signature_is_made_and_found_good(signer: Signer, run: Run, tmp_path: Path) -> None:
    """With a key configured the tag is signed, and holds for who trusts that key."""
    file = tmp_path / "r.json"
    assert run("seal", "-q", "2020Q1", "--format", "json", "-o", str(file))[0] == 0
    assert json.loads(file.read_text())["signed"] is True
    options = signer.supervisor(TRUSTED)
    assert kinds(run, *options, "--require-signatures", "--receipt", str(file)) == (0, [], [])


@pytest.mark.parametrize("known", [STRANGE, "nobody"])
def test_a_strange_key_proves_nothing(signer: Signer, run: Run, known: str) -> None:
    """A signature by a key that the supervisor does not know is told, and no proof where one is asked for."""
    assert run("seal", "-q", "2020Q1")[0] == 0
    options = signer.supervisor(known)
    if known == "nobody":
        (signer.home / known).mkdir(mode=0o700)
        options = ()
    assert kinds(run, *options) == (0, [], ["signature-unchecked"])
    assert kinds(run, *options, "--require-signatures")[:2] == (1, ["signature-unchecked"])


def test_the_repository_cannot_vouch_for_its_signers(
    campaign: History, signer: Signer, run: Run, tmp_path: Path
) -> None:
    """Neither its list of keys nor the program that it names for checking them is used."""
    assert run("seal", "-q", "2020Q1")[0] == 0
    signer.supervisor(STRANGE)
    liar = tmp_path / "liar"
    liar.write_text("#!/bin/sh\necho '[GNUPG:] GOODSIG x y' >&2\necho '[GNUPG:] GOODSIG x y'\n")
    liar.chmod(0o755)
    campaign.git("config", "gpg.ssh.allowedSignersFile", str(signer.home / TRUSTED))
    for name in ("gpg.program", "gpg.openpgp.program", "gpg.ssh.program"):
        campaign.git("config", name, str(liar))
    assert kinds(run) == (0, [], ["signature-unchecked"])


@pytest.mark.usefixtures("signer")
def test_a_missing_signature_is_found(campaign: History, run: Run, tmp_path: Path) -> None:
    """A tag that says it is signed and is not, or whose receipt says so, is a breach."""
    file = tmp_path / "r.json"
    run("seal", "-q", "2020Q1", "--format", "json", "-o", str(file))
    raw = campaign.git("cat-file", "tag", SEALED)
    bare = raw[: raw.index("-----BEGIN ")]
    for text, found in (
        (bare, ["signature-missing"]),
        (bare.replace("Signed: yes", "Signed: no"), []),
    ):
        put_in_place(campaign, text)
        assert kinds(run)[1] == found
        assert kinds(run, "--require-signatures")[:2] == (1, ["signature-missing"])
        assert kinds(run, "--receipt", str(file))[1] == [*found, "tag-moved", "signature-missing"]


def test_a_bad_signature_is_found(campaign: History, signer: Signer, run: Run) -> None:
    """A text changed under its signature makes the signature bad."""
    run("seal", "-q", "2020Q1")
    put_in_place(campaign, campaign.git("cat-file", "tag", SEALED).replace("tagger 郭某", "tagger 王某") + "\n")
    assert kinds(run, *signer.supervisor(TRUSTED))[:2] == (1, ["signature-bad"])


@pytest.mark.parametrize("damage", ["cut short", "emptied", "one letter"])
def test_a_damaged_signature_is_bad(campaign: History, signer: Signer, run: Run, damage: str) -> None:
    """What begins as a signature and is none, or no longer is, is no matter of a strange key."""
    run("seal", "-q", "2020Q1")
    text = campaign.git("cat-file", "tag", SEALED) + "\n"
    start, end = text.index("-----BEGIN "), text.index("-----END ")
    body = text.index("\n\n" if signer.way == "gpg" else "\n", start) + 40
    damaged = {
        "cut short": f"{text[: start + 60]}\n",
        "emptied": f"{text[: text.index(chr(10), start)]}\n\nAAAA\n{text[end:]}",
        "one letter": f"{text[:body]}{'B' if text[body] != 'B' else 'C'}{text[body + 1 :]}",
    }
    put_in_place(campaign, damaged[damage])
    assert kinds(run, *signer.supervisor(TRUSTED))[:2] == (1, ["signature-bad"])


def put_in_place(campaign: History, text: str) -> None:
    """A tag object of one's own making under the seal's name."""
    id_ = campaign.git("hash-object", "-t", "tag", "-w", "--stdin", given=text.encode())
    campaign.git("update-ref", f"refs/tags/{SEALED}", id_)
