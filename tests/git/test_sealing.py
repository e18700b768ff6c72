"""`seal` and `verify` as a coordinator and a supervisor use them: real tags, real signatures, real tampering."""

import hashlib
import json
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import cli, resources

from .conftest import History

DATA = Path(__file__).parent / "data"
FILING = (DATA / "filing.yaml").read_text(encoding="utf-8")
REPORT = (DATA / "2020Q1.yaml").read_text(encoding="utf-8")
FILE = "filings/scjgj/2020Q1.yaml"
SEALED = "sealed/2020Q1"
SETTINGS = {
    name: resources.read(name).replace("示例日期".encode(), "# 示例日期".encode())
    for name in ("xunbiao.yaml", "units.yaml")
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def campaign(history: History, tmp_path: Path) -> History:
    """A campaign whose only report on 2020Q1 came in in time, and a coordinator whom git knows."""
    home = Path(tmp_path / "home")
    home.mkdir()
    history.add(dict(SETTINGS), at="2019-11-01")
    history.add({"filings/scjgj/filing.yaml": FILING}, at="2019-11-18")
    history.add({FILE: REPORT}, at="2020-03-30", author="王某")
    history.checkout()
    return history


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], campaign: History) -> Run:
    """Runs the tool on the campaign: exit code, standard output, standard error."""
    monkeypatch.setattr(cli, "COMMANDS", {"督查｜Audit": ("seal", "verify")})
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "郭某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "guo@example.cn")

    def call(*words: str, today: str = "2020-05-01") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(["-C", str(campaign.top), "--today", today, *words])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return call


@pytest.fixture
def receipt(run: Run, tmp_path: Path) -> Path:
    """2020Q1 is sealed, and its receipt kept elsewhere."""
    file = tmp_path / "receipt.txt"
    assert run("seal", "--quarter", "2020Q1", "-o", str(file))[0] == 0
    return file


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A coordinator who signs with an ssh key, and the file of keys that a supervisor trusts."""
    if not shutil.which("ssh-keygen"):
        pytest.skip("no ssh-keygen")
    home = tmp_path / "signer"
    home.mkdir()
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / "key")], check=True)
    public = (home / "key.pub").read_text()
    (home / "signers").write_text(f"guo@example.cn {public}")
    (home / ".gitconfig").write_text(f"[gpg]\nformat = ssh\n[user]\nsigningKey = {home / 'key.pub'}\n")
    monkeypatch.setenv("HOME", str(home))
    return home / "signers"


def kinds(run: Run, *options: str) -> tuple[int, list[str], list[str]]:
    """Exit code, kinds of breach, kinds of note."""
    code, out, _ = run("verify", "--format", "json", *options)
    found = json.loads(out)
    assert found["stands"] == (code == 0)
    return code, [each["kind"] for each in found["breaches"]], [each["kind"] for each in found["notes"]]


def amended(text: str = REPORT) -> str:
    return text.replace("完成率: 60", "完成率: 80", 1)


def test_the_tag_lists_each_document_with_its_digest(campaign: History, run: Run) -> None:
    """A seal is an annotated tag on HEAD, whose text holds what sha256sum would say of each document."""
    code, out, _ = run("seal", "--quarter", "2020q1", "--format", "json")
    told = json.loads(out)
    listing = campaign.git("cat-file", "tag", SEALED)
    digest = hashlib.sha256(REPORT.encode()).hexdigest()
    assert code == 0
    assert told["documents"] == {FILE: digest}
    assert told["digest"] == "sha256:" + hashlib.sha256(f"{digest}  {FILE}\n".encode()).hexdigest()
    assert f"{digest}  {FILE}" in listing.splitlines()
    assert campaign.git("rev-parse", f"{SEALED}^{{commit}}") == told["commit"] == campaign.tip
    assert campaign.git("rev-parse", SEALED) == told["tag_id"]
    assert len(told["missing"]) == 37


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_a_sealed_quarter_stands_by_its_receipt(run: Run, tmp_path: Path, form: str) -> None:
    """What was just sealed stands, whatever form the receipt was kept in."""
    file = tmp_path / "receipt"
    assert run("seal", "-q", "2020Q1", "--format", form, "-o", str(file))[0] == 0
    code, out, _ = run("verify", "--receipt", str(file))
    assert code == 0
    assert "原样" in out
    assert kinds(run, "--receipt", str(file)) == (0, [], [])


@pytest.mark.parametrize(("today", "code"), [("2020-03-30", 2), ("2020-03-31", 2), ("2020-04-01", 0)])
def test_a_quarter_is_sealed_after_it_closed(run: Run, today: str, code: int) -> None:
    """Until the end of the due day a report may come in."""
    assert run("seal", "-q", "2020Q1", today=today)[0] == code


def test_grace_keeps_a_quarter_open(campaign: History, run: Run) -> None:
    """With 宽限天数 the quarter closes so many days later."""
    settings = SETTINGS["xunbiao.yaml"].replace("宽限天数: 0".encode(), "宽限天数: 5".encode())
    campaign.add({"xunbiao.yaml": settings}, at="2020-03-31")
    assert "宽限期" in run("seal", "-q", "2020Q1", today="2020-04-05")[2]
    assert run("seal", "-q", "2020Q1", today="2020-04-06")[0] == 0


def test_errors_block_unless_a_reason_is_given(campaign: History, run: Run) -> None:
    """A report with errors is not sealed; a coordinator may do so for a reason, which the seal then holds."""
    campaign.add({FILE: REPORT.replace("J1:", "J7:", 1)}, at="2020-03-30")
    code, out, err = run("seal", "-q", "2020Q1")
    assert code == 1
    assert "J7" in out
    assert "没有封账" in err
    assert campaign.git("tag") == ""
    code, out, _ = run("seal", "-q", "2020Q1", "--despite-errors", "该单位拒不改正")
    assert code == 0
    assert "该单位拒不改正" in out
    assert "Xunbiao-Errors-Accepted: 该单位拒不改正" in campaign.git("cat-file", "tag", SEALED)


def test_what_is_not_in_git_is_not_sealed(campaign: History, run: Run) -> None:
    """HEAD is sealed; a changed file in the folder is named."""
    (campaign.top / FILE).write_text(amended(), encoding="utf-8")
    code, _, err = run("seal", "-q", "2020Q1")
    assert code == 0
    assert FILE in err
    assert kinds(run) == (0, [], [])


@pytest.mark.usefixtures("receipt")
def test_a_seal_is_never_made_twice_or_moved(run: Run) -> None:
    """A second seal of the same documents is refused in one line."""
    code, out, err = run("seal", "-q", "2020Q1")
    assert (code, out) == (2, "")
    assert SEALED in err


@pytest.mark.usefixtures("receipt")
def test_an_amended_document_is_found_with_who_did_it(campaign: History, run: Run) -> None:
    """A sealed report that was changed names its commit, its author and the day of arrival."""
    branch = campaign.commit({FILE: amended()}, at="2020-05-02", author="张某")
    campaign.merge(branch, files={FILE: amended()}, at="2020-05-03", author="郭某")
    code, out, _ = run("verify", "--format", "json")
    breach = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["document"], each["commit"], each["author"]) for each in breach] == [
        ("amended", FILE, branch, "张某")
    ]
    assert "2020-05-03" in breach[0]["message"]
    assert "张某" in run("verify")[1]


@pytest.mark.usefixtures("receipt")
def test_deleted_and_added_documents_are_found(campaign: History, run: Run) -> None:
    """A report that is gone and one that came after sealing are breaches; other quarters' reports are none."""
    other = "filings/fgw/2020Q1.yaml"
    campaign.add({FILE: None, other: REPORT, "filings/scjgj/2020Q2.yaml": REPORT}, at="2020-06-01")
    code, breaches, _ = kinds(run)
    assert (code, sorted(breaches)) == (1, ["added", "deleted"])


@pytest.mark.usefixtures("receipt")
def test_changed_and_restored_is_only_worth_knowing(campaign: History, run: Run) -> None:
    """A report that reads as it was sealed stands, and that it was touched is told."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    campaign.add({FILE: REPORT}, at="2020-05-03")
    assert kinds(run) == (0, [], ["restored"])


@pytest.mark.usefixtures("receipt")
def test_a_renamed_unit_keeps_its_sealed_reports(campaign: History, run: Run) -> None:
    """The same bytes in another folder stand."""
    campaign.add({FILE: None, "filings/xxj/2020Q1.yaml": REPORT}, at="2020-05-02")
    assert kinds(run) == (0, [], ["moved-folder"])


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    ("entry", "at", "expected"),
    [
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (0, [], ["reopened"])),
        ("季度: 2020Q1, 单位: 市市场监管局, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (0, [], ["reopened"])),
        ("季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10", "2020-05-10", (0, [], ["reopened"])),
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-11", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: fgw, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2019Q4, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: scjgj, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误", "2020-05-03", (1, ["amended"], [])),
    ],
)  # fmt: skip
def test_a_reopening_allows_what_it_names(
    campaign: History, run: Run, entry: str, at: str, expected: tuple[int, list[str], list[str]]
) -> None:
    """A change that arrived by the day, for the unit and the quarter of an entry with a reason is no breach."""
    settings = SETTINGS["xunbiao.yaml"] + f"\n重开: [{{{entry}}}]\n".encode()
    campaign.add({"xunbiao.yaml": settings}, at="2020-05-02")
    campaign.add({FILE: amended()}, at=at)
    assert kinds(run) == expected


@pytest.mark.usefixtures("receipt")
def test_a_reopening_after_the_fact_allows_nothing(campaign: History, run: Run) -> None:
    """An entry that was not in git yet when the change arrived does not count."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    entry = "\n重开: [{季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10}]\n".encode()
    campaign.add({"xunbiao.yaml": SETTINGS["xunbiao.yaml"] + entry}, at="2020-05-03")
    assert kinds(run)[:2] == (1, ["amended"])


def test_a_reopened_quarter_is_sealed_anew(campaign: History, receipt: Path, run: Run) -> None:
    """The second seal has a name of its own, and both stand."""
    entry = "\n重开: [{季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10}]\n".encode()
    campaign.add({"xunbiao.yaml": SETTINGS["xunbiao.yaml"] + entry}, at="2020-05-02")
    campaign.add({FILE: amended()}, at="2020-05-03")
    assert run("seal", "-q", "2020Q1", today="2020-05-11")[0] == 0
    assert campaign.git("tag").split() == [SEALED, f"{SEALED}-2"]
    assert kinds(run, "--receipt", str(receipt)) == (0, [], ["reopened"])
    campaign.add({FILE: REPORT}, at="2020-06-03")
    assert kinds(run)[:2] == (1, ["amended"])


@pytest.mark.usefixtures("receipt")
def test_sealing_over_an_unexplained_change_is_refused(campaign: History, run: Run) -> None:
    """Without a reopening a changed quarter is not sealed anew."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    code, _, err = run("seal", "-q", "2020Q1")
    assert code == 2
    assert "重开" in err


def test_rewritten_history_is_found_by_the_receipt(campaign: History, receipt: Path, run: Run) -> None:
    """History made anew with a new seal under the old name looks sound in itself, but not by the receipt."""
    start = campaign.git("rev-parse", "main~1")
    campaign.add({FILE: amended()}, at="2020-03-30", parents=[start], author="王某")
    campaign.git("tag", "-d", SEALED)
    assert run("seal", "-q", "2020Q1")[0] == 0
    assert kinds(run) == (0, [], [])
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["tag-moved", "history-rewritten"])


@pytest.mark.usefixtures("receipt")
def test_rewritten_history_is_found_by_the_old_seal(campaign: History, run: Run) -> None:
    """A seal whose commit is no longer part of the history is a breach without any receipt."""
    campaign.add({FILE: REPORT}, at="2020-03-30", parents=[campaign.git("rev-parse", "main~1")], author="赵某")
    assert kinds(run) == (1, ["history-rewritten"], [])


def test_a_receipt_of_objects_that_are_gone(campaign: History, receipt: Path, run: Run) -> None:
    """Even after a purge of the old objects a receipt tells that history was rewritten and the tag taken away."""
    campaign.add({FILE: amended()}, at="2020-03-30", parents=[campaign.git("rev-parse", "main~1")])
    campaign.git("tag", "-d", SEALED)
    campaign.git("update-ref", "-d", "refs/heads/scratch")
    campaign.checkout()
    campaign.git("-c", "gc.reflogExpire=now", "reflog", "expire", "--expire=now", "--all")
    campaign.git("gc", "--quiet", "--prune=now")
    assert kinds(run, "--receipt", str(receipt)) == (1, ["tag-missing", "history-rewritten"], [])


def test_a_moved_tag_is_found(campaign: History, receipt: Path, run: Run) -> None:
    """The tag's own text, put on another commit, does not hold there."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    text = campaign.git("for-each-ref", "--format=%(contents)", f"refs/tags/{SEALED}")
    campaign.git("tag", "-f", "-a", "--cleanup=verbatim", "-F", "-", SEALED, "main", given=text.encode())
    assert kinds(run)[:2] == (1, ["digest-differs", "amended"])
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["digest-differs", "amended", "tag-moved"])


@pytest.mark.usefixtures("receipt")
def test_a_seal_under_another_name_is_found(campaign: History, run: Run) -> None:
    """A ref that points at another quarter's seal is told by the name inside."""
    campaign.git("update-ref", "refs/tags/sealed/2019Q4", campaign.git("rev-parse", SEALED))
    assert kinds(run)[:2] == (1, ["tag-moved"])


@pytest.mark.parametrize("annotated", [False, True])
def test_a_tag_that_seals_nothing_is_found(campaign: History, run: Run, annotated: bool) -> None:
    """A bare name, or a text that says nothing of a quarter, is not taken for a seal."""
    campaign.git(*("-c", "tag.gpgSign=false", "tag"), *(["-a", "-m", "x"] if annotated else []), SEALED, "main")
    assert kinds(run)[:2] == (1, ["tag-unreadable"])


@pytest.mark.usefixtures("receipt")
def test_a_commit_before_its_parent_is_found(campaign: History, run: Run) -> None:
    """A committer's date a day before that of the commit below it cannot be."""
    made = campaign.add({"filings/fgw/filing.yaml": FILING}, at="2020-03-29")
    code, out, _ = run("verify", "--format", "json")
    breach = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["commit"]) for each in breach] == [("dated-before-parent", made)]


def test_clocks_may_differ_by_minutes(campaign: History, run: Run) -> None:
    """Two machines whose clocks are a few minutes apart raise no alarm."""
    campaign.add({"filings/fgw/filing.yaml": FILING}, at="2020-03-30T11:57:00+08:00")
    assert kinds(run) == (0, [], [])


@pytest.mark.parametrize("where", ["author", "committer"])
def test_a_commit_after_its_arrival_is_found(campaign: History, run: Run, where: str) -> None:
    """What is dated later than the merge that brought it in cannot be."""
    days = {"at": "2020-04-01", "written": "2020-04-09"} if where == "author" else {"at": "2020-04-09"}
    branch = campaign.commit({"filings/fgw/filing.yaml": FILING}, **days)
    campaign.merge(branch, files={"filings/fgw/filing.yaml": FILING}, at="2020-04-02")
    code, breaches, _ = kinds(run)
    assert code == 1
    assert "dated-after-arrival" in breaches


@pytest.mark.parametrize("way", ["replace", "graft"])
def test_replaced_and_grafted_objects_are_found(campaign: History, receipt: Path, run: Run, way: str) -> None:
    """What makes git show another history than it holds is a breach; the history itself is read as stored."""
    if way == "replace":
        campaign.git("replace", campaign.tip, campaign.git("rev-parse", "main~1"))
    else:
        (campaign.top / ".git" / "info").mkdir(exist_ok=True)
        (campaign.top / ".git" / "info" / "grafts").write_text(f"{campaign.tip}\n")
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["replaced-objects"])


@pytest.mark.usefixtures("receipt")
def test_an_object_exchanged_on_disk_is_found(campaign: History, run: Run) -> None:
    """A blob whose file was overwritten with other contents does not give the digest that was sealed."""
    id_ = campaign.git("rev-parse", f"main:{FILE}")
    other = amended().encode()
    for pack in (campaign.top / ".git" / "objects" / "pack").glob("*.pack"):
        aside = campaign.top / ".git" / pack.name
        pack.rename(aside)
        pack.with_suffix(".idx").unlink()
        campaign.git("unpack-objects", "-q", given=aside.read_bytes())
    place = campaign.top / ".git" / "objects" / id_[:2] / id_[2:]
    place.chmod(0o644)
    place.write_bytes(zlib.compress(b"blob %d\0" % len(other) + other))
    code, out, err = run("verify", "--format", "json")
    assert code in (1, 2)
    assert code == 2 or json.loads(out)["breaches"][0]["kind"] == "digest-differs"
    assert code == 1 or "git fsck" in err


def test_a_signature_is_made_and_found_good(key: Path, run: Run, tmp_path: Path) -> None:
    """With a key configured the tag is signed, and holds for who trusts that key."""
    file = tmp_path / "r.json"
    assert run("seal", "-q", "2020Q1", "--format", "json", "-o", str(file))[0] == 0
    assert json.loads(file.read_text())["signed"] is True
    assert kinds(run, "--signers", str(key), "--require-signatures", "--receipt", str(file)) == (0, [], [])
    assert kinds(run) == (0, [], ["signature-unchecked"])
    assert kinds(run, "--require-signatures")[:2] == (1, ["signature-unchecked"])


def test_the_repositorys_own_list_of_keys_counts_for_nothing(campaign: History, key: Path, run: Run) -> None:
    """A repository cannot vouch for the keys by which its seals are signed."""
    assert run("seal", "-q", "2020Q1")[0] == 0
    campaign.git("config", "gpg.ssh.allowedSignersFile", str(key))
    assert kinds(run) == (0, [], ["signature-unchecked"])


@pytest.mark.usefixtures("key")
def test_a_missing_signature_is_found(campaign: History, run: Run, tmp_path: Path) -> None:
    """A tag that says it is signed and is not, or whose receipt says so, is a breach."""
    file = tmp_path / "r.json"
    run("seal", "-q", "2020Q1", "--format", "json", "-o", str(file))
    raw = campaign.git("cat-file", "tag", SEALED)
    bare = raw[: raw.index("-----BEGIN SSH")]
    for text, found in (
        (bare, ["signature-missing"]),
        (bare.replace("Signed: yes", "Signed: no"), []),
    ):
        id_ = campaign.git("hash-object", "-t", "tag", "-w", "--stdin", given=text.encode())
        campaign.git("update-ref", f"refs/tags/{SEALED}", id_)
        assert kinds(run)[1] == found
        assert kinds(run, "--require-signatures")[:2] == (1, ["signature-missing"])
        assert kinds(run, "--receipt", str(file))[1] == [*found, "tag-moved", "signature-missing"]


def test_a_bad_signature_is_found(campaign: History, key: Path, run: Run) -> None:
    """A text changed under its signature makes the signature bad."""
    run("seal", "-q", "2020Q1")
    raw = campaign.git("cat-file", "tag", SEALED).replace("tagger 郭某", "tagger 王某") + "\n"
    id_ = campaign.git("hash-object", "-t", "tag", "-w", "--stdin", given=raw.encode())
    campaign.git("update-ref", f"refs/tags/{SEALED}", id_)
    assert kinds(run, "--signers", str(key))[:2] == (1, ["signature-bad"])


def test_authors_outside_a_units_list_are_found(campaign: History, run: Run) -> None:
    """Where a unit lists e-mails (邮箱), who else changes its documents is named once; other units are not asked."""
    roster = (
        SETTINGS["units.yaml"]
        .decode()
        .replace("  scjgj:\n", "  scjgj:\n    邮箱: [王某@EXAMPLE.cn, 李某@example.cn]\n")
    )
    campaign.add({"units.yaml": roster}, at="2020-04-01")
    campaign.add({FILE: amended(), "filings/fgw/filing.yaml": FILING}, at="2020-04-02", author="张某")
    campaign.add({FILE: REPORT}, at="2020-04-03", author="张某")
    code, out, _ = run("verify", "--format", "json")
    breaches = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["document"], each["author"]) for each in breaches] == [
        ("author-not-listed", FILE, "张某")
    ]


@pytest.mark.parametrize("content", ["", "{}", "[1]", "quarter: 2020Q1\n", '{"tag_id": "--output=x"}', "\x00"])
def test_a_file_that_is_no_receipt_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    """Nothing in such a file reaches git; one line says what is wrong."""
    file = tmp_path / "x"
    file.write_text(content)
    code, out, err = run("verify", "--receipt", str(file))
    assert (code, out) == (2, "")
    assert "回执" in err


def test_sealing_runs_nothing_of_the_repository(campaign: History, run: Run, tmp_path: Path) -> None:
    """Hooks and programs that a repository names stay silent while a tag is made and checked."""
    from .test_hostile import hostile_settings

    marker = tmp_path / "marker"
    hostile_settings(campaign, marker)
    campaign.git("config", "tag.gpgSign", "false")
    code, _, err = run("seal", "-q", "2020Q1")
    assert (code, err) == (0, "")
    assert run("verify")[0] == 0
    assert not marker.exists()
