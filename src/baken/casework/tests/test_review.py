"""The yearly review says what was learned, and nothing about one case."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from baken.casework import review
from baken.casework.models import Closure
from baken.casework.tests.make import make_action
from baken.coordination.models import Case
from baken.coordination.tests.make import make_case

LAST = timezone.localdate().year - 1
LESSON = "Bel de woningcorporatie eerder."


@pytest.fixture
def closed(cast):
    """So many closed cases of Havenstad."""

    def close(count, outcome="safe"):
        now = date(LAST, 6, 1)
        for _ in range(count):
            case = make_case(cast.chris, main_type="labour")
            make_action(case, cast.chris, step="labour-geld", barrier="fiscaal-onderzoek")
            case.actionpoints.update(state="done")
            Case.objects.filter(pk=case.pk).update(
                phase="closed", outcome=outcome, closed_on=now, opened_on=now - timedelta(days=40)
            )
            Closure(case=case, municipality=cast.havenstad, outcome=outcome, by=cast.chris, at=timezone.now(), lesson=LESSON, learners=["region"]).save()  # fmt: skip

    return close


def test_four_cases_say_nothing(cast, closed, signed_in):
    closed(4)
    found = review.review(cast.havenstad.pk, LAST, language="nl")
    assert (found.total, found.days, found.lessons) == (None, None, [])
    page = signed_in(cast.bram).get("/werk/casussen/jaar/").content.decode()
    assert "minder dan vijf casussen" in page
    assert LESSON not in page


def test_twelve_cases_say_how_they_ended_and_what_was_learned(cast, closed, signed_in):
    closed(7)
    closed(5, "stopped")
    page = signed_in(cast.bram).get("/werk/casussen/jaar/").content.decode()
    assert "12 casussen. De helft duurde 40 dagen of langer." in page
    assert "Loon en inhoudingen" in page
    assert page.count(LESSON) == 1
    assert "Voor: De regio" in page


def test_a_small_outcome_is_hidden_with_what_would_reveal_it(cast, closed):
    closed(7)
    closed(2, "stopped")
    found = review.review(cast.havenstad.pk, LAST, language="nl")
    assert set(found.outcomes.values()) == {None}


def test_another_municipality_has_its_own(cast, closed):
    closed(6)
    assert review.review(cast.duindorp.pk, LAST, language="nl").total == 0
    assert review.years(cast.duindorp.pk) == []


@pytest.mark.parametrize("asked", ["abc", "1999", "99999", "2026' OR 1"])
def test_an_odd_year_is_last_year(cast, signed_in, asked):
    answer = signed_in(cast.chris).get("/werk/casussen/jaar/", {"jaar": asked})
    assert f"in {LAST} sloten" in answer.content.decode()


def test_amina_does_not_see_the_review(cast, signed_in):
    assert signed_in(cast.amina).get("/werk/casussen/jaar/").status_code == 403
