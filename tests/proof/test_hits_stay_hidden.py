"""S8 for hits between municipalities: who may not see whether there is a hit learns it from no answer, count, error or time.

In the ordinary suite the answers and the questions to the database are compared; in full the time too (Welch, 2,000 pairs).
"""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.accounts.models import Ground
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_municipality, make_person
from baken.links import services
from baken.links.models import HitRequest, RegionalHit
from baken.links.tests.make import make_confirmed, make_ground, make_question, tell
from baken.signals import tokens
from baken.signals.services import receive_report
from baken.signals.told import Told
from tests.proof.office import FULL
from tests.proof.welch import SAME, t_of, told_apart

PAIRS = 2_000
KNOWN, UNKNOWN = "12-BCD-3", "34-FGH-5"  # a plate that Duindorp holds too, and one that it does not
BEHIND = 30  # reports behind the one hit of which nobody may see how many there are
VARIES = re.compile(
    r'value="[\w-]{16,}"|[0-9a-f]{8}-[0-9a-f-]{27}|M-[0-9A-F]{6}|12-?BCD-?3|34-?FGH-?5|\b(?:Mirela|Ioanas)\b'
)


def van(plate, more=""):
    """A story that the assessment finds nothing in, whatever the plate."""
    return f"De auto met kenteken {plate} staat fout geparkeerd.{more}"


@pytest.fixture
def region(cast, signed_in):
    """Havenstad has a report with a hit in Duindorp and one without; Veenwijk is in the region and has no part in it."""
    cast.veenwijk = make_municipality("Veenwijk")
    cast.vera = make_person("Vera Kuipers", cast.veenwijk, Role.FOCAL_OFFICER)
    for place in (cast.havenstad, cast.duindorp, cast.veenwijk):
        make_ground(place, Ground.What.REGIONAL)
    make_confirmed(cast.amina, cast.els)
    tell(cast.duindorp, van(KNOWN))
    cast.hit, cast.none = tell(cast.havenstad, van(KNOWN)), tell(cast.havenstad, van(UNKNOWN))
    assert RegionalHit.objects.count() == 1
    cast.seen_by = lambda person: _browser(signed_in(person))
    return cast


def _browser(client):
    """Gives (path, posted) -> an answer as far as it may say something: status, headers and words, without the ids of the page."""

    def ask(path, posted=None):
        answer = client.get(path) if posted is None else client.post(path, posted)
        headers = {name: value for name, value in answer.headers.items() if name != "Set-Cookie"}
        return answer.status_code, headers, VARIES.sub("-", answer.content.decode())

    return ask


def treffer(report):
    return f"/werk/verbanden/treffer/{report}/duindorp/plate/"


def a_neighbour_asks_for_the_hit(region):
    vera = region.seen_by(region.vera)
    return lambda: vera(treffer(region.hit.pk)), lambda: vera(treffer(region.none.pk))


def a_neighbour_asks_for_a_hit_of_a_report_that_is_not_there(region):
    vera, nowhere = region.seen_by(region.vera), uuid.uuid4()
    return lambda: vera(treffer(region.hit.pk)), lambda: vera(treffer(nowhere))


def a_neighbour_sends_a_question(region):
    vera, asked = region.seen_by(region.vera), {"aim": "protect", "ground": "public-task", "purpose": "Verzonnen"}
    return lambda: vera(treffer(region.hit.pk), asked), lambda: vera(treffer(region.none.pk), asked)


def a_neighbour_opens_a_question_of_others(region):
    vera, nowhere, question = region.seen_by(region.vera), uuid.uuid4(), make_question()
    services.ask(region.hit, to_place=region.duindorp, kind="plate", question=question, by=region.amina)
    there = HitRequest.objects.get().pk
    return tuple(lambda pk=pk: vera(f"/werk/verbanden/vragen/{pk}/") for pk in (there, nowhere))


def a_colleague_who_may_not_weigh_asks_for_the_hit(region):
    hugo = region.seen_by(region.hugo)
    return lambda: hugo(treffer(region.hit.pk)), lambda: hugo(treffer(region.none.pk))


def an_office_without_a_ground_of_its_own_reads_its_report(region):
    services.switch_off(Ground.objects.get(municipality=region.havenstad), by=region.gerda)
    return _pages(region, region.amina, region.hit, region.none)


def an_office_shares_only_a_weak_trait_with_another(region):
    """A first name that Duindorp holds too, and one that it does not: names do not go to the region."""
    tell(region.duindorp, "Haar naam is Mirela.")
    told = [tell(region.havenstad, van(UNKNOWN, f" Haar naam is {name}.")) for name in ("Mirela", "Ioanas")]
    return _pages(region, region.amina, *told)


def an_office_counts_the_reports_behind_its_hit(region):
    """Amina sees both hits; of the one there is one report behind it, of the other many."""
    for _ in range(BEHIND):
        tell(region.duindorp, van(UNKNOWN))
    assert RegionalHit.objects.count() == BEHIND + 1
    return _pages(region, region.amina, region.none, region.hit)


def a_reporter_sends_what_another_municipality_holds(region):
    forms = iter(range(10**6))

    def send(plate):
        receive_report(region.havenstad, Told(form=f"verborgen-{next(forms):020d}", story=van(plate)))

    return lambda: send(KNOWN), lambda: send(UNKNOWN)


def the_tokens_of_a_report_are_made(region):
    """The one part of receiving a report that touches the tokens, without the slow hash of its code around it."""
    return lambda: tokens.index_report(region.hit), lambda: tokens.index_report(region.none)


def _pages(region, person, *told):
    browser = region.seen_by(person)
    return tuple(lambda pk=each.pk: browser(f"/werk/meldingen/{pk}/") for each in told)


CASES = (
    a_neighbour_asks_for_the_hit, a_neighbour_asks_for_a_hit_of_a_report_that_is_not_there, a_neighbour_sends_a_question,
    a_neighbour_opens_a_question_of_others, a_colleague_who_may_not_weigh_asks_for_the_hit,
    an_office_without_a_ground_of_its_own_reads_its_report, an_office_shares_only_a_weak_trait_with_another,
    an_office_counts_the_reports_behind_its_hit, a_reporter_sends_what_another_municipality_holds,
    the_tokens_of_a_report_are_made,
)  # fmt: skip


def questions(act):
    """What was asked of the database, without its values."""
    with CaptureQueriesContext(connection) as seen:
        act()
    return [re.sub(r'"s[0-9]+_x[0-9]+"|' r"VALUES .*|'[^']*'|\b[0-9]+\b", "", query["sql"]) for query in seen]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_with_and_without_a_hit_it_is_the_same(region, case):
    with_one, without = case(region)
    for _ in range(2):  # the first time looks up what came in
        with_one(), without()
    assert with_one() == without()
    assert questions(with_one) == questions(without)
    if FULL:
        apart = told_apart(with_one, without, PAIRS)
        print(f"{case.__name__}: t = {apart:.2f} over {PAIRS} pairs")
        assert apart < SAME


def test_who_may_see_the_hit_sees_it_so_the_comparison_can_tell_them_apart(region):
    """The control: Amina's own reports, one with a hit and one without, differ in words, in full also in time."""
    with_one, without = _pages(region, region.amina, region.hit, region.none)
    for _ in range(2):
        with_one(), without()
    assert with_one() != without()
    assert questions(with_one) != questions(without)
    if FULL:
        apart = told_apart(with_one, without, PAIRS)
        print(f"control: t = {apart:.2f} over {PAIRS} pairs")
        assert apart > SAME


def test_the_measure_itself():
    assert t_of([1, 2, 3], [2, 3, 4]) == pytest.approx(1.2247, abs=1e-4)
    assert t_of([5, 6, 7, 5, 6, 7], [5, 6, 7, 7, 6, 5]) == 0
