"""Every route × every method × every member of the cast and every state: exactly the answer of the table (S1).

And each of those answers carries the headers that make it safe (S10).
"""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from baken.coordination.tests.make import make_case
from baken.privacy import codes
from baken.signals import services
from baken.signals.models import Report, ReportFile
from baken.signals.tests.make import make_report, make_sound
from tests.proof import doors, of_meetings
from tests.proof.addresses import WITH_REPORT, addresses, around, every_route, of_case
from tests.proof.knock import knock
from tests.proof.safe import lacks


@pytest.fixture
def browsers(cast, signed_in):
    """A browser for everybody; the reporter came back with a code."""
    people = {name: signed_in(getattr(cast, name)) for name in [*doors.STAFF, "noor", "otto"]}
    reporter = Client()
    make_report(cast.duindorp, form="van-de-melder-" + "r" * 16)
    reporter.post("/melding/", {"code": codes.code_for("van-de-melder-" + "r" * 16)})
    return people | {"nobody": Client(), "reporter": reporter}


@pytest.fixture
def elsewhere(cast):
    """The same pages about what is Duindorp's."""
    report = make_report(cast.duindorp, form="elders-" + "e" * 20, files=[make_sound()])
    found = {name: [reverse(name, args=[report.pk])] for name in WITH_REPORT}
    more = around(report, cast.els) | of_case(make_case(cast.els, form="casus-elders-" + "e" * 20))
    more |= of_meetings.words(of_meetings.running(cast.els, form="elders"))
    found |= {name: [reverse(name, args=args)] for name, args in more.items()}
    found["inbox:file"] = [reverse("inbox:file", args=[report.pk, ReportFile.objects.get(report=report).pk])]
    of_reporter = Report.objects.get(form_hash=services.hash_of("van-de-melder-" + "r" * 16))
    services.add_message(of_reporter, text="", form="e" * 30, by=cast.els, files=[make_sound()])
    file = ReportFile.objects.get(report=of_reporter)
    found["signals:reporter_file"] = [reverse("signals:reporter_file", args=[file.pk])]
    found["accounts:person"] = [reverse("accounts:person", args=[cast.els.pk])]
    return found | {"accounts:change": [reverse("accounts:change", args=[cast.els.pk, "rollen"])]}


def walk(browsers, paths, table):
    """The cells that are wrong, the answers that are not safe, and how many cells there were."""
    wrong, unsafe, count = {}, {}, 0
    for name, row in table.items():
        for path in paths[name]:
            for who, expected in row.items():
                for method, status in zip(doors.METHODS, expected, strict=True):
                    answer, count = knock(browsers[who], method, path), count + 1
                    if answer.status_code != status:
                        wrong[f"{method} {path} {who}"] = (answer.status_code, status)
                    if lack := lacks(answer, personal=path.startswith("/werk/")):
                        unsafe[f"{method} {path} {who}"] = lack
    return wrong, unsafe, count


def test_every_route_stands_in_the_table():
    assert every_route("baken.config.urls") - {"demo:people", "demo:sign_in"} == set(doors.TABLE)


def test_every_door_opens_for_exactly_who_may_and_every_answer_is_safe(cast, browsers, elsewhere):
    wrong, unsafe, count = walk(browsers, addresses(cast), doors.TABLE)
    more_wrong, more_unsafe, more = walk(browsers, elsewhere, doors.ELSEWHERE)
    print(f"S1: {count + more} vakjes")
    assert wrong | more_wrong == {}
    assert unsafe | more_unsafe == {}
    assert count + more >= 10_000


@pytest.mark.parametrize("who", ["els", "bram", "farid"])
def test_what_does_not_exist_and_what_is_of_others_look_the_same(cast, signed_in, who):
    browser = signed_in(getattr(cast, who))
    theirs = browser.get(reverse("inbox:record", args=[make_report(cast.havenstad).pk]))
    nothing = browser.get(reverse("inbox:record", args=[uuid.uuid4()]))
    assert (theirs.status_code, theirs.content) == (nothing.status_code, nothing.content)


def test_the_demo_has_no_door_outside_the_demo(cast):
    assert Client().get("/demo/").status_code == 404
    assert Client().post("/demo/aanmelden/", {"who": str(cast.amina.pk)}).status_code == 404
