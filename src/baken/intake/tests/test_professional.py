"""Chris reports from work under his own name; a neighbourhood nurse without an account gets a link that works once."""

import re
from datetime import timedelta

import pytest
from conftest import CAST
from django.utils import timezone

from baken.files.tests.make import pdf, picture, upload
from baken.intake.models import Filing, OneTimeLink
from baken.privacy import trace
from baken.signals.models import Report, ReportFile
from baken.signals.steps import ReportStatus

ASKED = {
    "story": "Op het adres slapen acht mannen om de beurt in hetzelfde bed.",
    "service": "Wijkteam",
    "function": "Wijkverpleegkundige",
    "form": "werk-" + "w" * 24,
}
AT_WORK = ASKED | {"municipality": "havenstad"}
WITHOUT_ACCOUNT = ASKED | {"name": "Nel", "contact": "nel@zorg.example"}


@pytest.mark.parametrize("who", list(CAST))
def test_everybody_who_works_here_reports_under_their_own_name(cast, signed_in, who):
    person = getattr(cast, who)
    page = signed_in(person).post("/werk/melden/zelf/", AT_WORK)
    report, filing = Report.objects.get(), Filing.objects.get()
    assert page.status_code == 200
    assert report.number in page.content.decode()
    assert "Nog niemand heeft de melding gewogen" in page.content.decode()
    assert (filing.by, filing.service, filing.function) == (person, "Wijkteam", "Wijkverpleegkundige")
    assert (report.reporter_name, report.reporter_contact, report.anonymous) == (person.name, person.email, False)


def test_later_chris_sees_the_number_and_the_status_and_nothing_of_the_story(cast, signed_in):
    chris = signed_in(cast.chris)
    chris.post("/werk/melden/zelf/", AT_WORK)
    for status, _name in ReportStatus.choices:
        Report.objects.update(status=status)
        assert chris.get("/werk/melden/zelf/").status_code == 200
    Report.objects.update(status="weighed")
    page = chris.get("/werk/melden/zelf/").content.decode()
    assert Report.objects.get().number in page
    assert "gelezen en in behandeling" in page
    assert ASKED["story"] not in page
    assert Report.objects.get().number not in signed_in(cast.dewi).get("/werk/melden/zelf/").content.decode()


def test_without_a_function_nothing_typed_is_lost(cast, signed_in):
    page = signed_in(cast.chris).post("/werk/melden/zelf/", AT_WORK | {"function": ""})
    assert page.status_code == 422
    assert ASKED["story"] in page.content.decode()


def test_where_nobody_reads_the_page_says_so(cast, signed_in):
    cast.els.grants.all().delete()
    page = signed_in(cast.chris).post("/werk/melden/zelf/", AT_WORK | {"municipality": "duindorp"})
    assert "leest niemand meldingen" in page.content.decode()


@pytest.fixture
def link(cast, signed_in):
    page = signed_in(cast.amina).post("/werk/melden/links/", {"meant_for": "Thuiszorg"})
    return re.search(r"http://testserver(/melden/met-link/[^<]+)<", page.content.decode())[1]


def test_amina_makes_a_link_and_nel_files_one_report_with_it(cast, link, client, signed_in):
    assert "Havenstad" in client.get(link).content.decode()
    page = client.post(link, WITHOUT_ACCOUNT)
    report = Report.objects.get()
    assert report.number in page.content.decode()
    assert (report.reporter_name, report.municipality) == ("Nel", cast.havenstad)
    seen = signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/").content.decode()
    assert "Van een professional zonder account." in seen
    assert "De link kwam van Amina Haddou." in seen


def test_the_link_works_once_but_a_double_click_shows_the_same_answer(cast, link, client):
    first, again = client.post(link, WITHOUT_ACCOUNT), client.post(link, WITHOUT_ACCOUNT)
    assert first.content == again.content
    assert client.get(link).status_code == 404
    other = client.post(link, WITHOUT_ACCOUNT | {"form": "ander-" + "a" * 24, "story": "Iets anders."})
    assert other.status_code == 404
    assert "Iets anders." in other.content.decode()
    assert Report.objects.count() == 1


def test_an_old_link_a_withdrawn_one_and_one_that_never_was_look_the_same(cast, link, client, signed_in):
    kept, name = OneTimeLink.objects.get(), link.split("/")[-2]
    OneTimeLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    old = client.get(link)
    OneTimeLink.objects.update(expires_on=timezone.localdate())
    signed_in(cast.amina).post(f"/werk/melden/links/{kept.pk}/intrekken/")
    withdrawn, never = client.get(link), client.get("/melden/met-link/nooit/")
    assert [each.status_code for each in (old, withdrawn, never)] == [404] * 3
    pages = [
        page.content.decode().replace(token, "")
        for page, token in ((old, name), (withdrawn, name), (never, "nooit"))
    ]
    assert pages[0] == pages[1] == pages[2]


def test_a_link_that_is_used_in_the_meantime_gives_no_second_report(cast, link, client):
    from baken.intake import services

    found = OneTimeLink.objects.get()
    client.post(link, WITHOUT_ACCOUNT)
    from baken.signals.told import Told

    with pytest.raises(services.LinkClosed):
        services.file_with_link(found, Told("ander-" + "b" * 24, "Tweede."), about={})
    assert Report.objects.count() == 1


def test_only_the_hash_of_the_link_is_kept_and_no_time_of_who_used_it(cast, link, client):
    token = link.split("/")[-2]
    client.post(link, WITHOUT_ACCOUNT)
    kept = OneTimeLink.objects.get()
    assert token not in str(kept.__dict__)
    assert all(line.actor == trace.ANONYMOUS for line in trace.lines_of("report", Report.objects.get().pk))


def test_somebody_of_another_municipality_cannot_withdraw_it(cast, link, signed_in):
    assert (
        signed_in(cast.els).post(f"/werk/melden/links/{OneTimeLink.objects.get().pk}/intrekken/").status_code
        == 404
    )


def test_when_nobody_reads_any_more_the_link_says_so_and_stays_good(cast, link, client):
    for person in (cast.amina, cast.noor):
        person.grants.all().delete()
    page = client.post(link, WITHOUT_ACCOUNT)
    assert page.status_code == 409
    assert ASKED["story"] in page.content.decode()
    assert OneTimeLink.objects.get().used_on is None


def test_chris_sends_a_photo_along_under_his_own_name(cast, signed_in):
    signed_in(cast.chris).post("/werk/melden/zelf/", AT_WORK | {"attachments": [upload(picture())]})
    assert ReportFile.objects.get().report == Report.objects.get()


def test_nel_sends_a_letter_along_and_a_double_click_adds_nothing(cast, link, client):
    for _ in range(2):
        client.post(link, WITHOUT_ACCOUNT | {"attachments": [upload(pdf(), "brief.pdf")]})
    assert [(each.name, each.format) for each in ReportFile.objects.all()] == [("brief.pdf", "pdf")]


def test_a_file_that_is_refused_does_not_use_up_the_link(cast, link, client):
    page = client.post(link, WITHOUT_ACCOUNT | {"attachments": [upload(b"MZ", "brief.pdf")]})
    assert page.status_code == 422
    assert OneTimeLink.objects.get().used_on is None
