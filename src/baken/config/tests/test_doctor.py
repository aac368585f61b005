"""`baken doctor` and the demo: what is missing is said, and the demo cannot be on elsewhere."""

import json
import os
import subprocess
import sys

import pytest

from baken.config.cli import main
from baken.config.commands import doctor
from baken.oversight.models import ChainCheck
from baken.oversight.tests.make import confirm_all
from baken.privacy import trace
from baken.privacy.models import Trace


@pytest.fixture
def elsewhere(tmp_path):
    def run(*words, **settings):
        environment = {**os.environ, "BAKEN_DATA": str(tmp_path), **settings}
        command = [sys.executable, "-m", "baken.config.cli", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run


def test_a_new_installation_hears_what_is_missing(elsewhere):
    told = elsewhere("doctor", "--json")
    about = {each["about"] for each in json.loads(told.stdout)}
    assert told.returncode == 1
    assert {"BAKEN_SECRET_KEY", "BAKEN_HOSTS", "BAKEN_MAIL_HOST", "database"} <= about


def test_the_doctor_names_a_demo_that_is_on(settings):
    settings.DEMO = True
    assert "BAKEN_DEMO" in {each.about for each in doctor.settings_ailments()}


def test_the_doctor_names_a_scanner_that_is_not_there_or_is_silent(settings):
    assert "niet op virussen gecontroleerd" in next(doctor.scanner_ailments()).what
    settings.CLAMD = "/nergens/clamd.ctl"
    assert "antwoordt niet" in next(doctor.scanner_ailments()).what


def test_the_demo_cannot_be_on_with_a_public_name(elsewhere):
    told = elsewhere("doctor", BAKEN_DEMO="ja", BAKEN_HOSTS="baken.example.nl")
    assert told.returncode != 0
    assert "BAKEN_DEMO kan alleen aan staan" in told.stderr


def test_serve_refuses_to_be_a_demo(elsewhere):
    told = elsewhere("init", "--region", "R", "--municipality", "M", "--email", "a@example.org", "--name", "A")
    told = elsewhere("serve", "--port", "18999", BAKEN_DEMO="ja")
    assert told.returncode == 2


def test_the_doctor_names_a_municipality_that_cannot_receive(cast):
    cast.els.is_active = False
    cast.els.save()
    assert [each.about for each in doctor.people_ailments()] == ["Duindorp"]


def test_wrong_words_end_with_2(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["dans"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("baken: ")


@pytest.mark.parametrize(
    "command", ["assess", "content", "demo", "init", "serve", "work", "doctor", "purge", "register"]
)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "usage: baken" in capsys.readouterr().out


def test_the_doctor_reads_the_trace_and_names_what_does_not_fit(cast):
    for number in range(3):
        trace.note("seen", "report", f"r{number}", actor=cast.amina.pk)
    assert list(doctor.trace_ailments()) == []
    assert ChainCheck.objects.get().breaks == []
    Trace.objects.filter(number=2).update(actor="iemand anders")
    told = list(doctor.trace_ailments())
    assert [each.about for each in told] == ["spoor"]
    assert "vanaf regel 2" in told[0].what


def test_the_doctor_names_terms_that_nobody_confirmed(cast):
    confirm_all(cast.havenstad, cast.amina)
    assert [each.about for each in doctor.term_ailments()] == ["Duindorp"]
