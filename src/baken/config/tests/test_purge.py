"""`baken purge` and `baken register`: what is due goes, or is only counted; the register stands in the code."""

import json

from baken.config.cli import main
from baken.oversight.tests.make import close, confirm_all
from baken.privacy import retention
from baken.signals.models import Report
from baken.signals.tests.make import make_report


def test_the_command_prints_the_same(cast, capsys):
    assert main(["register", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["model"] for row in told["records"]} >= {"Report", "DataRequest", "User", "Trace"}
    assert main(["register"]) == 0
    assert "Hoofdsleutel: buiten de database" in capsys.readouterr().out


def test_the_command_purges_or_only_counts(cast, capsys, settings, tmp_path):
    settings.EMAIL_FILE_PATH = settings.DATA = tmp_path
    confirm_all(cast.havenstad, cast.amina)
    close(make_report(cast.havenstad), cast.amina, months_ago=13)
    assert main(["purge", "--dry-run"]) == 0
    assert capsys.readouterr().out == "Havenstad\tno-follow-up\t1\n"
    assert Report.objects.count() == 1
    assert main(["purge"]) == 0
    assert capsys.readouterr().out == "Havenstad\tno-follow-up\t1\n"
    assert Report.objects.count() == 0


def test_the_command_says_what_could_not_go(cast, capsys, settings, tmp_path, monkeypatch):
    def refuse(kind, ids):
        raise OSError("schijf weg")

    monkeypatch.setattr(retention, "_told", [refuse])
    settings.EMAIL_FILE_PATH = settings.DATA = tmp_path
    confirm_all(cast.havenstad, cast.amina)
    close(make_report(cast.havenstad), cast.amina, months_ago=13)
    assert main(["purge"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Havenstad: 1 konden niet weg" in said.err
