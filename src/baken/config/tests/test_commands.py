"""The commands at work: content, evaluate, assess in all its ways, init, work; and settings that stop the start."""

import io
import json
import shutil

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.catalogue.files import CONTENT
from baken.config import start
from baken.config.cli import main
from baken.config.database import databases
from baken.config.environment import SettingError, secret, yes_no
from baken.links.models import ReportLink
from baken.links.tests.make import make_ground
from baken.signals import alerts
from baken.signals.tests.make import make_report

NOTES = """@ police | nl | sign | high | labour | -
De [lab-passports-kept-by-employer|baas bewaart hun paspoorten] en zij [!gen-locked-in|zijn niet opgesloten].

@ police | nl | plain | none | - | -
Er staat een fiets in de gang.

@ police | nl | trap | none | - | acute
Wij oefenen morgen wat te doen als iemand is opgesloten.
"""


@pytest.fixture
def notes(tmp_path):
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "een.txt").write_text(NOTES)
    return tmp_path / "n"


@pytest.fixture
def content(tmp_path):
    """A copy of the content in which something can be broken."""
    return shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns(".cache"))


def test_evaluate_says_how_good_and_where_it_was_wrong(notes, capsys):
    assert main(["evaluate", str(notes), "--draws", "20", "--worst", "3"]) == 0
    said = capsys.readouterr().out
    assert "3 notities" in said
    for name in (
        "concern sensitivity",
        "traps taken for a sign",
        "status accuracy",
        "F1 labour",
        "gemist:",
        "te veel:",
    ):
        assert name in said


@pytest.mark.parametrize(("text", "told"), [("geen kop\ntekst", "is geen kop"), (None, "geen notities gevonden")])
def test_evaluate_without_notes_that_can_be_read_says_so(tmp_path, text, told, capsys):
    if text:
        (tmp_path / "x.txt").write_text(text)
    assert main(["evaluate", str(tmp_path)]) == 2
    assert told in capsys.readouterr().err


def test_the_patterns_of_an_indicator_are_tried(notes, capsys):
    assert main(["content", "try", "lab-passports-kept-by-employer", "gen-locked-in", "--notes", str(notes)]) == 0
    assert "1 van 1 gevonden" in capsys.readouterr().out
    assert main(["content", "try", "bestaat-niet"]) == 2
    assert "niet bestaat-niet" in capsys.readouterr().err


def test_content_is_compiled_and_found_sound(content, capsys):
    assert main(["content", "compile", "--folder", str(content)]) == 0
    assert (content / ".cache/catalogue.json").exists()
    assert main(["content", "lint", "--folder", str(content)]) == 0
    assert "0 fouten" in capsys.readouterr().err


BREAK = {
    "not YAML": ("- {", "is geen geldige YAML"),
    "a list": ("- een", "moet uit velden met waarden bestaan"),
    "an unknown key": ("{whole}\nkleur: rood", "kleur\tkennen wij niet"),
    "an unknown element": ("{whole}\nelement: weer", "element\tmoet een van"),
    "an unknown type": ("{whole}\ntypes: [{{type: weer, strength: strong, basis: x}}]", "verwijst naar 'weer', dat er niet is"),
    "an unknown strength": ("{whole}\ntypes: [{{type: labour-exploitation, strength: weer, basis: x}}]", "kent de sterkte 'weer' niet"),
    "a word for a list": ("{whole}\nsettings: weer", "moet een lijst zijn"),
    "a word for a block": ("{whole}\ntypes: [weer]", "moet een blok met velden zijn"),
    "a number for a word": ("{whole}\nelement: 3", "moet str zijn, niet int"),
    "an impossible day": ("{whole}\nreviewed: '2026-02-30'", "reviewed\tis geen dag"),
    "an empty title": ("{whole}\ntitle_nl: ' '", "ontbreekt of is leeg"),
    "nothing about the element": ("{whole}\nelement: null", "element\tontbreekt"),
    "no source": ("{whole}\nsources: []", "heeft geen bron"),
}  # fmt: skip


@pytest.mark.parametrize("what", BREAK)
def test_what_is_wrong_in_the_content_is_named_with_file_and_field(content, what, capsys):
    text, told = BREAK[what]
    file = content / "indicators/gen-locked-in.yaml"
    file.write_text(text.replace("{whole}", file.read_text()).replace("{{", "{").replace("}}", "}"))
    assert main(["content", "lint", "--folder", str(content), "--quiet"]) == 2
    said = capsys.readouterr().out
    assert "gen-locked-in.yaml" in said
    assert told in said


def test_a_pattern_with_a_class_that_is_not_there_is_an_error(content, capsys):
    (content / "types/labour-exploitation.yaml").unlink()
    assert main(["content", "lint", "--folder", str(content), "--quiet"]) == 2
    assert "labour-exploitation" in capsys.readouterr().out


@pytest.fixture
def ask(monkeypatch, capsys):
    def run(lines, *words):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
        code = main(["assess", *words])
        return code, *capsys.readouterr()

    return run


def test_two_processes_answer_in_order_as_one_does(ask):
    lines = [json.dumps({"id": n, "text": "De baas bewaart hun paspoorten."}) for n in range(130)] + ["", "stuk"]
    code, out, err = ask(lines, "--jobs", "2")
    assert (code, [json.loads(line)["id"] for line in out.splitlines()]) == (2, list(range(130)))
    assert err == ask(lines)[2]


def test_an_explanation_can_be_read(ask):
    _, out, _ = ask(
        [json.dumps({"id": "n", "text": "De baas bewaart hun paspoorten.", "indicators": ["gen-locked-in"]})],
        "--explain",
    )
    assert out.startswith("n: high ACUUT")
    assert "labour" in out
    assert "(affirmed) gen-locked-in: x" in out


def test_init_makes_a_municipality_once(transactional_db, capsys):
    words = [
        "init",
        "--region",
        "Kust",
        "--municipality",
        "Havenstad",
        "--email",
        "f@havenstad.example",
        "--name",
        "F",
    ]
    assert main(words) == 0
    assert "/welkom/" in capsys.readouterr().out
    assert main(words) == 2
    assert "bestaat al" in capsys.readouterr().err


def test_the_worker_mails_and_forgets(cast, transactional_db):
    report = make_report(cast.havenstad)
    alerts.alert(report)
    assert main(["work", "--once"]) == 0
    assert len(mail.outbox) == 2
    assert not DBTaskResult.objects.exclude(
        run_after__gt=timezone.now()
    ).exists()  # what is planned for the night stays


def test_settings_that_cannot_be_are_told_so(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_PROEF", "misschien")
    with pytest.raises(SettingError, match="moet ja of nee zijn"):
        yes_no("BAKEN_PROEF")
    for name, told in (("leeg", "is leeg"), ("weg", "niet te lezen")):
        monkeypatch.setenv("BAKEN_GEHEIM_FILE", str(tmp_path / name))
        (tmp_path / "leeg").write_text(" \n")
        with pytest.raises(SettingError, match=told):
            secret("BAKEN_GEHEIM")
    (tmp_path / "leeg").write_text("diep\n")
    monkeypatch.setenv("BAKEN_GEHEIM_FILE", str(tmp_path / "leeg"))
    assert secret("BAKEN_GEHEIM") == "diep"


def test_each_kind_of_database(tmp_path):
    assert databases("", tmp_path)["default"]["NAME"] == tmp_path / "baken.sqlite3"
    assert str(databases(f"sqlite:///{tmp_path}/ander.sqlite3", tmp_path)["default"]["NAME"]).endswith(
        "ander.sqlite3"
    )
    assert databases("postgres://u:p@db.example/baken", tmp_path)["default"]["ENGINE"].endswith("postgresql")


def stopped(capsys, begin):
    with pytest.raises(SystemExit) as ended:
        begin()
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_a_start_that_cannot_be_says_why(settings, tmp_path, capsys):
    settings.DATA = tmp_path / "bestand"
    settings.DATA.write_text("")
    assert "is niet te gebruiken" in stopped(capsys, start.ready)
    settings.DATA, settings.MASTER_KEY_FILE = tmp_path, tmp_path / "keys" / "master.json"
    assert "hoofdsleutel" in stopped(capsys, start.ready)
    start.ready(make_key=True)
    assert settings.MASTER_KEY_FILE.stat().st_mode & 0o077 == 0
    settings.HOUSE = tmp_path
    assert "make prepare" in stopped(capsys, start.files)


def test_static_files_are_collected_once(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    start.files()
    before = (settings.STATIC_ROOT / ".van").stat().st_mtime_ns
    start.files()
    assert (settings.STATIC_ROOT / ".van").stat().st_mtime_ns == before
    assert (settings.STATIC_ROOT / "baken.css").exists()


def test_a_port_in_use_is_noticed():
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not start.port_is_free("127.0.0.1", taken.getsockname()[1])


def test_index_gives_older_reports_their_tokens_and_finds_their_links(cast, transactional_db, capsys):
    for number in range(2):
        make_report(cast.havenstad, story="Een bus met kenteken 12-BCD-3.", form=f"ouder-{number:020d}")
    make_ground(cast.havenstad)
    assert main(["index", "--municipality", "havenstad"]) == 0
    assert capsys.readouterr().out == "Havenstad\t2\n"
    assert ReportLink.objects.count() == 1
    assert main(["index"]) == 0
    assert capsys.readouterr().out == "Duindorp\t0\nHavenstad\t0\n"
    assert main(["index", "--municipality", "nergens"]) == 2
    assert "nergens is er niet" in capsys.readouterr().err


def test_the_worker_looks_for_links_too(cast, transactional_db):
    make_ground(cast.havenstad)
    for number in range(2):
        make_report(cast.havenstad, story="Een bus met kenteken 12-BCD-3.", form=f"werker-{number:020d}")
    assert main(["work", "--once"]) == 0
    assert ReportLink.objects.count() == 1
