"""S8: nobody finds out by trying what is there: no code, no account, no record, not by the answer and not by its time.

Answers are compared byte for byte, without what is new in each answer (the CSRF token) and what was asked for. Times are compared in full only,
turn by turn, with the t of Welch.
"""

import math
import re
import statistics
import time
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from baken.accounts import services as accounts
from baken.accounts import session
from baken.accounts.models import Invitation
from baken.accounts.roles import Role
from baken.accounts.tests.make import PASSWORD
from baken.intake import applications, flood
from baken.intake.models import Application, OneTimeLink
from baken.intake.tests.make import make_link
from baken.oversight.tests.make import make_request, make_stay, marked
from baken.privacy import codes
from baken.sharing.tests.make import make_disclosure
from baken.signals.models import Report, ReportFile
from baken.signals.services import hash_of
from baken.signals.tests.make import make_report, make_sound
from tests.proof.office import FULL

PAIRS = 2_000
ID = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # the address that was asked stands in the page (the other language)
FRESH = re.compile(ID + rb'|name="csrfmiddlewaretoken" value="[^"]+"|nonce-[\w-]+|nonce="[^"]+"')
WRONG = "00000000000000000000"


def bare(answer):
    """What an answer says, without what is new each time and without what was typed."""
    kept = {
        name: value for name, value in answer.headers.items() if name not in ("Content-Length", "Date", "Expires")
    }
    return answer.status_code, kept, FRESH.sub(b"", answer.content), sorted(answer.cookies)


def fresh():
    """Nobody tried anything yet."""
    cache.clear(), flood.forget(), session.forget()


def ask(path, **told):
    fresh()
    return Client().post(path, told)


@pytest.fixture
def gone(cast):
    """The code of a report that went at its term; once it worked."""
    make_report(cast.havenstad, form="verlopen-" + "v" * 20)
    code = codes.code_for("verlopen-" + "v" * 20)
    assert ask("/melding/", code=code).status_code == 302
    Report.objects.get(code_hash=codes.found_by(code)).delete()
    return code


def test_a_code_has_66_bits_and_a_slow_hash(cast):
    assert math.log2(10**codes.DIGITS) > 66
    began = time.process_time()
    codes.found_by(WRONG)
    assert time.process_time() - began > 0.005  # Argon2id over 46 MiB; a plain hash takes a thousandth of this
    assert len({codes.code_for(f"formulier {number}") for number in range(2_000)}) == 2_000


@pytest.mark.parametrize("typed", ["1", "a" * 20, "12345678901234567890123", "٣" * 20, WRONG[:-1] + "1"])
def test_unknown_wrong_and_gone_codes_get_the_same_answer(cast, gone, typed):
    make_report(cast.duindorp, form="elders-" + "e" * 20)
    near = codes.code_for("elders-" + "e" * 20)
    near = near[:-1] + str((int(near[-1]) + 1) % 10)  # one digit beside one of another municipality
    answers = [bare(ask("/melding/", code=code)) for code in (WRONG, gone, near)]
    assert answers[0][0] == 422
    asked = [re.sub(rb'value="[^"]*"', b"", answer[2]) for answer in answers]
    assert [answer[:2] for answer in answers[1:]] == [answers[0][:2]] * 2
    assert asked[1:] == [asked[0]] * 2
    odd = bare(ask("/melding/", code=typed))
    assert odd[0] == 422


@pytest.fixture
def four(cast):
    """Somebody who can sign in, whose account is closed, who has no password yet, and who is not there."""
    for person in (cast.hugo, cast.otto):
        person.set_password(PASSWORD)
        person.save()
    assert not cast.kim.has_usable_password()
    return [cast.hugo.email, cast.otto.email, cast.kim.email, "niemand@havenstad.example"]


def test_four_kinds_of_account_get_the_same_answer_to_a_wrong_password(four):
    answers = [bare(ask("/aanmelden/", login=login, password="verkeerd-wachtwoord")) for login in four]
    said = [(*each[:2], each[2].replace(login.encode(), b"")) for each, login in zip(answers, four, strict=True)]
    assert said[1:] == [said[0]] * 3


def test_who_is_closed_cannot_even_with_the_right_password(four):
    answers = [bare(ask("/aanmelden/", login=login, password=PASSWORD)) for login in four[1:]]
    wrong = bare(ask("/aanmelden/", login=four[-1], password=PASSWORD))
    assert answers[-1][0] == wrong[0]
    assert answers[1][0] == wrong[0]


def records(place, by, admin):
    """A record of each kind that has an address, of this municipality."""
    report = make_report(place, form=f"raden-{place.slug}-" + "r" * 12, files=[make_sound()])
    request = make_request(by, report)
    given, file = make_disclosure(by), ReportFile.objects.get(report=report)
    return {
        "inbox:record": [report.pk], "inbox:split": [report.pk], "inbox:relate": [report.pk], "handover:send": [report.pk],
        "handover:mask": [report.pk], "oversight:stay": [report.pk], "oversight:mark": [report.pk],
        "links:network": [report.pk], "inbox:file": [report.pk, file.pk], "oversight:request": [request.pk],
        "oversight:pack": [request.pk], "sharing:disclosure": [given.pk],
        "oversight:end_stay": [make_stay(report, by).pk], "oversight:end_mark": [marked(report, by).pk],
    }  # fmt: skip


def test_what_is_not_there_and_what_is_not_yours_are_the_same_page(cast, signed_in):
    browser, differ = signed_in(cast.els), []
    browser.get("/werk/")  # the session begins
    for name, args in records(cast.havenstad, cast.amina, cast.farid).items():
        nothing = [uuid.uuid4() for _ in args]
        for method in ("get", "post"):
            theirs = bare(getattr(browser, method)(reverse(name, args=args)))
            none = bare(getattr(browser, method)(reverse(name, args=nothing)))
            if theirs != none or theirs[0] not in (404, 405):
                differ.append((name, method, theirs[0], none[0]))
    assert differ == []


def test_a_file_of_another_report_and_no_file_are_the_same_page(cast):
    make_report(cast.havenstad, form="met-bestand-" + "m" * 20, files=[make_sound()])
    make_report(cast.havenstad)
    browser = Client()
    browser.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
    theirs, none = (
        bare(browser.get(reverse("signals:reporter_file", args=[pk])))
        for pk in (ReportFile.objects.get().pk, uuid.uuid4())
    )
    assert theirs == none
    assert theirs[0] == 404


def test_links_that_are_used_withdrawn_too_old_or_never_were_look_the_same(cast):
    long_ago = timezone.localdate() - timedelta(days=30)
    used, withdrawn, old = (make_link(cast.amina).pk for _ in range(3))
    answers = []
    for pk, changed in [(used, "used_on"), (withdrawn, "withdrawn_on"), (old, "expires_on"), (None, "")]:
        token = f"token-{changed or 'nooit'}"
        if pk:
            OneTimeLink.objects.filter(pk=pk).update(token_hash=hash_of(token), **{changed: long_ago})
        answer = bare(Client().get(reverse("intake:with_link", args=[token])))
        answers.append((*answer[:2], answer[2].replace(token.encode(), b"")))
    assert answers[0][0] == 404
    assert [re.sub(rb'value="[^"]{20,}"', b"", each[2]) for each in answers[1:]] == [
        re.sub(rb'value="[^"]{20,}"', b"", answers[0][2])
    ] * 3


def test_invitations_that_are_used_too_old_or_never_were_look_the_same(cast):
    paths = ["/welkom/nooit-geweest/"]
    for number, changed in enumerate(("accepted_on", "expires_on")):
        path = accounts.invite(
            cast.havenstad, email=f"n{number}@x.example", name="Nieuw", roles=[Role.CLERK], by=None
        )
        Invitation.objects.filter(email=f"n{number}@x.example").update(
            **{changed: timezone.localdate() - timedelta(days=9)}
        )
        paths.append(path)
    never = paths[1].rsplit("/", 2)[0] + "/nooit-geweest/"
    answers = [bare(Client().get(path)) for path in (never, *paths[1:])]
    assert answers[0][0] == 404
    assert answers[1:] == [answers[0]] * 2


def test_tokens_that_are_withdrawn_too_old_or_never_were_get_the_same_answer(cast):
    answers = []
    for changed in ("revoked_on", "expires_on", ""):
        token = applications.give_token(name=f"Systeem {changed}", expires_on=timezone.localdate(), by=cast.farid)
        if changed:
            past = timezone.localdate() - timedelta(days=1)
            Application.objects.filter(name=f"Systeem {changed}").update(**{changed: past})
        sent = token if changed else "nooit-geweest"
        answers.append(bare(Client().post("/api/v1/reports", headers={"Authorization": f"Bearer {sent}"})))
    assert answers[0][0] == 401
    assert answers[1:] == [answers[0]] * 2


def welch(one, other):
    """The t of Welch of two rows of times."""
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return (statistics.fmean(one) - statistics.fmean(other)) / math.sqrt(spread)


def times(path, one, other):
    """How long two kinds of tries take, turn by turn in a fair order, without the slow 5 % of each."""
    took = {0: [], 1: []}
    for number in range(2 * PAIRS):
        which = (number + number // 2) % 2
        told = (one, other)[which](number)
        fresh()
        browser = Client()
        began = time.perf_counter()
        browser.post(path, told)
        took[which].append(time.perf_counter() - began)
    return [sorted(each)[: int(PAIRS * 0.95)] for each in took.values()]


@pytest.mark.slow
@pytest.mark.skipif(not FULL, reason="times are measured in full only")
def test_a_code_that_once_worked_takes_as_long_as_one_that_never_did(cast, gone):
    t = welch(*times("/melding/", lambda n: {"code": gone}, lambda n: {"code": f"{n:020d}"}))
    print(f"S8: een code die verlopen is naast een die nooit was: t {t:.2f} over {PAIRS} paren")
    assert abs(t) < 4.5


@pytest.mark.slow
@pytest.mark.skipif(not FULL, reason="times are measured in full only")
@pytest.mark.parametrize("state", [1, 2, 3])
def test_a_wrong_password_takes_as_long_for_each_kind_of_account(four, state):
    def told(login):
        return lambda number: {"login": login, "password": f"verkeerd-{number}"}

    t = welch(*times("/aanmelden/", told(four[0]), told(four[state])))
    name = ["", "dicht", "zonder wachtwoord", "onbekend"][state]
    print(f"S8: een account naast {name}: t {t:.2f} over {PAIRS} paren")
    assert abs(t) < 4.5
