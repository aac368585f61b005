"""A reporter who said who they are takes that back; what was told stays, and the code keeps working."""

import pytest

from baken.intake import services
from baken.intake.tests.make import make_link
from baken.privacy import codes
from baken.privacy.models import Trace
from baken.signals.models import Report
from baken.signals.safe import SAFE
from baken.signals.told import Told

PAGE = "/melding/gegevens/"
FORM = "formulier-" + "g" * 16
KNOWN = Told(
    form=FORM,
    story="Zij werkt zonder loon.",
    name="Anna Verzonnen",
    contact="06 87654321",
    safe_contact="overdag",
    safe_person="Alleen Anna",
)
ABOUT = {"service": "Thuiszorg (verzonnen)", "function": "Verpleegkundige"}


@pytest.fixture
def come_back(cast, client):
    def open_it():
        client.post("/melding/", {"code": codes.code_for(FORM)})
        return client

    return open_it


def test_who_reported_is_gone_and_what_was_told_stays(cast, come_back):
    services.file_with_link(make_link(cast.amina), KNOWN, about=ABOUT)
    reporter = come_back()
    assert PAGE in reporter.get("/melding/bericht/").content.decode()
    assert "Wat blijft" in reporter.get(PAGE).content.decode()
    assert reporter.post(PAGE).headers["Location"] == "/melding/bericht/"
    report = Report.objects.get()
    assert report.anonymous
    assert {getattr(report, name) for name in ("reporter_name", "reporter_contact", *SAFE)} == {""}
    assert (report.filing.service, report.filing.function) == ("", "")
    assert report.story == KNOWN.story
    line = Trace.objects.get(verb="reporter forgotten")
    assert line.at is None
    page = reporter.get("/melding/bericht/").content.decode()
    assert "Jouw melding" in page
    assert PAGE not in page
    assert reporter.get(PAGE).headers["Location"] == "/melding/bericht/"


def test_a_colleague_who_reported_from_work_stands_on_the_trace(cast, come_back):
    services.file_from_work(cast.havenstad, KNOWN, about=ABOUT, by=cast.hugo)
    reporter = come_back()
    assert PAGE not in reporter.get("/melding/bericht/").content.decode()
    reporter.post(PAGE)
    assert Report.objects.get().reporter_name == "Anna Verzonnen"


def test_without_a_code_there_is_nothing_to_take_back(cast, client):
    assert client.post(PAGE).headers["Location"] == "/melding/"
