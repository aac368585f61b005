"""Somebody calls the town hall. Hugo at the desk writes down what she tells and reads her the code."""

import re

import pytest

from baken.files.tests.make import picture, upload
from baken.intake.models import Filing
from baken.privacy.models import Trace
from baken.signals.models import Report, ReportFile

ASKED = {
    "way": "phone",
    "story": "Mijn buurman houdt de paspoorten van de mannen in zijn schuur. Ze krijgen geen loon.",
    "municipality": "havenstad",
    "place": "Kade",
    "form": "gesprek-" + "g" * 24,
}
PAGE = "/werk/melden/namens/"


@pytest.fixture
def hugo(cast, signed_in):
    return signed_in(cast.hugo)


def code_on(page):
    return re.search(r'id="meldcode">((?:\d{4} ?){5})<', page.content.decode())[1]


def test_hugo_files_what_the_caller_tells_and_reads_her_the_code(cast, hugo):
    page = hugo.post(PAGE, ASKED)
    code, filing = code_on(page), Filing.objects.get()
    assert (filing.by, filing.way, filing.for_somebody) == (cast.hugo, "phone", True)
    assert filing.report.story == ASKED["story"]
    assert filing.report.anonymous
    words = "nul een twee drie vier vijf zes zeven acht negen".split()
    assert " ".join(words[int(digit)] for digit in code[:4]) in page.content.decode()


def test_the_caller_comes_back_with_the_code_that_hugo_read_aloud(cast, hugo, client):
    code = code_on(hugo.post(PAGE, ASKED))
    assert client.post("/melding/", {"code": code}).status_code == 302
    assert "Jouw melding" in client.get("/melding/bericht/").content.decode()


def test_afterwards_hugo_cannot_read_it(cast, hugo):
    hugo.post(PAGE, ASKED)
    assert hugo.get(f"/werk/meldingen/{Report.objects.get().pk}/").status_code == 403
    assert ASKED["story"] not in hugo.get(PAGE).content.decode()


def test_amina_reads_who_filed_it_and_that_it_was_on_behalf_of_somebody(cast, hugo, signed_in):
    hugo.post(PAGE, ASKED)
    page = signed_in(cast.amina).get(f"/werk/meldingen/{Report.objects.get().pk}/").content.decode()
    assert "Namens iemand ingediend." in page
    assert "Hugo Prins" in page
    assert "Aan de telefoon" in page


def test_the_trace_knows_who_and_on_which_day_but_not_at_what_time_she_called(cast, hugo):
    hugo.post(PAGE, ASKED)
    line = Trace.objects.get(verb="filed")
    assert (line.actor, line.why, line.at) == (str(cast.hugo.pk), "phone", None)


def test_a_double_click_is_one_report_with_one_code(cast, hugo):
    assert code_on(hugo.post(PAGE, ASKED)) == code_on(hugo.post(PAGE, ASKED))
    assert (Report.objects.count(), Filing.objects.count()) == (1, 1)


def test_the_caller_repeats_the_last_digits(cast, hugo):
    code = code_on(hugo.post(PAGE, ASKED))
    wrong = hugo.post(f"{PAGE}code/", {"secret": ASKED["form"], "last": "geen"})
    assert wrong.status_code == 422
    assert code_on(wrong) == code
    hugo.post(f"{PAGE}code/", {"secret": ASKED["form"], "last": code[-4:]})
    assert Report.objects.get().code_saved


def test_a_form_that_was_never_sent_has_no_code(cast, hugo):
    assert hugo.post(f"{PAGE}code/", {"secret": "x" * 32, "last": "1234"}).status_code == 302


def test_without_a_story_nothing_typed_is_lost(cast, hugo):
    page = hugo.post(PAGE, ASKED | {"story": "", "contact": "0600000000"})
    assert page.status_code == 422
    assert "0600000000" in page.content.decode()
    assert "Kade" in page.content.decode()


def test_where_nobody_reads_reports_nothing_is_sent_and_the_page_says_so(cast, hugo):
    cast.els.grants.all().delete()
    page = hugo.post(PAGE, ASKED | {"municipality": "duindorp"})
    assert page.status_code == 422
    assert "leest niemand meldingen" in page.content.decode()
    assert Report.objects.count() == 0


def test_the_public_form_leaves_no_line_about_who_filed_it(cast, signed_in):
    from baken.signals.tests.make import make_report

    report = make_report(cast.havenstad)
    assert 'id="ingediend"' not in signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/").content.decode()


def test_the_caller_shows_a_photo_at_the_desk_and_it_comes_along(cast, hugo, client):
    page = hugo.post(PAGE, ASKED | {"way": "desk", "attachments": [upload(picture(), "schuur.jpg")]})
    file = ReportFile.objects.get()
    assert (file.name, file.author) == ("schuur.jpg", None)  # it is of who told it, not of Hugo
    assert hugo.get(f"/werk/meldingen/{file.report_id}/bijlage/{file.pk}/").status_code == 403
    client.post("/melding/", {"code": code_on(page)})
    assert client.get(f"/melding/bijlage/{file.pk}/").status_code == 404


def test_a_file_that_is_no_photo_is_refused_and_nothing_typed_is_lost(cast, hugo):
    page = hugo.post(PAGE, ASKED | {"attachments": [upload(b"<svg/>", "schuur.jpg")]})
    assert page.status_code == 422
    assert "“schuur.jpg” is geen foto" in page.content.decode()
    assert ASKED["story"] in page.content.decode()
    assert Report.objects.count() == 0


def test_hugo_asks_what_is_safe_for_the_caller_and_amina_sees_it(cast, hugo, signed_in):
    page = hugo.get(PAGE).content.decode()
    assert all(f'name="{name}"' in page for name in ("safe_channel", "safe_hours", "safe_words", "safe_person"))
    hugo.post(PAGE, ASKED | {"contact": "06 87654321", "safe_words": "Niet zeggen dat de gemeente belt"})
    page = signed_in(cast.amina).get(f"/werk/meldingen/{Report.objects.get().pk}/").content.decode()
    assert "<strong>Niet zeggen:</strong> Niet zeggen dat de gemeente belt" in page
