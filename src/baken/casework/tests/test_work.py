"""The work in a case: who agreed what, who sees it, how it stands, and how the case ends."""

from datetime import timedelta

import pytest
from django.core import mail
from django.http import Http404
from django.utils import timezone

from baken.accounts.models import User
from baken.accounts.tests.make import carry_out
from baken.admission import letting
from baken.admission.tests.make import let_in
from baken.casework import access, planning, services
from baken.casework.models import ActionPoint, Closure
from baken.casework.suggest import suggestions
from baken.casework.tests.make import make_action
from baken.coordination import access as cases
from baken.coordination import services as case_services
from baken.coordination.models import Case
from baken.coordination.phases import RULES
from baken.coordination.tests.make import make_case, make_track
from baken.files.tests.make import upload, wav
from baken.signals.tests.make import make_report

ADDRESS = "/werk/casussen/{}/"


def test_loes_gets_a_mail_without_content_and_finds_her_action_point(cast):
    case = make_case(cast.chris)
    track = make_track(case)
    let_in(case, cast.loes, track)
    carry_out()
    mail.outbox.clear()
    action = make_action(case, cast.loes, track=track)
    assert carry_out() == 1
    assert "verhuurder" not in mail.outbox[0].subject + mail.outbox[0].body
    assert access.my_actions(cast.loes) == [action]


def test_who_does_not_see_the_track_gets_no_action_point_in_it(cast):
    case = make_case(cast.chris)
    let_in(case, cast.loes, make_track(case))
    other = make_track(case, "suspect", "Verdachte B")
    with pytest.raises(services.NotPossible, match="ziet dit spoor niet"):
        make_action(case, cast.loes, track=other)
    with pytest.raises(services.NotPossible):
        make_action(case, cast.loes)


def test_an_action_point_goes_out_of_sight_with_the_grant(cast):
    case = make_case(cast.chris)
    track = make_track(case)
    given = let_in(case, cast.loes, track)
    make_action(case, cast.loes, track=track)
    letting.revoke(given, reason="Klaar.", by=cast.chris)
    assert access.my_actions(User.objects.get(pk=cast.loes.pk)) == []


def test_the_owner_settles_and_nobody_overwrites_a_colleague(cast, signed_in):
    case = make_case(cast.chris)
    track = make_track(case)
    let_in(case, cast.loes, track)
    action = make_action(case, cast.loes, track=track)
    page = f"{ADDRESS.format(case.pk)}actie/{action.pk}/"
    loes, chris = signed_in(cast.loes), signed_in(cast.chris)
    assert loes.post(page, {"state": "done", "result": "", "seen": 0}).status_code == 422
    assert loes.post(page, {"state": "done", "result": "Gebeld: hij werkt mee.", "seen": 0}).status_code == 302
    late = chris.post(page, {"state": "dropped", "result": "Niet nodig.", "seen": 0})
    assert late.status_code == 409
    assert "Gebeld: hij werkt mee." in late.content.decode()
    assert "Niet nodig." in late.content.decode()
    assert ActionPoint.objects.get().state == "done"


def test_mo_who_sees_another_track_finds_nothing_of_it(cast):
    case = make_case(cast.chris)
    mine, theirs = make_track(case), make_track(case, "place", "Loods")
    let_in(case, cast.mo, theirs)
    let_in(case, cast.loes, mine)
    action = make_action(case, cast.loes, track=mine)
    services.decide(case, kind="jeugd", text="Nee.", track=mine, by=cast.chris)
    services.note(case, text="Van het geheel.", by=cast.chris)
    seen = cases.read_case(cast.mo, case.pk)
    assert (access.actions_of(seen), access.decisions_of(seen), access.notes_of(seen)) == ([], [], [])
    with pytest.raises(Http404):
        access.action_of(seen, action.pk)


def test_the_plan_has_two_lines(cast):
    case = make_case(cast.chris)
    goal = services.set_goal(case, track=None, aim="safety", text="Veilig slapen.", by=cast.chris)
    action = make_action(case, cast.chris, aim="safety", goal=goal)
    loose = make_action(case, cast.chris)
    seen = cases.read_case(cast.chris, case.pk)
    assert [(part.goal, part.actions) for part in planning.line(seen, "safety")] == [(goal, [action])]
    assert [(part.goal, part.actions) for part in planning.line(seen, "disruption")] == [(None, [loose])]
    services.reach_goal(goal, by=cast.chris)
    services.reach_goal(goal, by=cast.chris)
    assert [event.kind for event in cases.events_of(seen)].count("goal reached") == 1


def test_what_a_report_shows_suggests_where_to_raise_a_barrier(cast, signed_in):
    case = make_case(cast.chris, report=make_report(cast.havenstad), main_type="labour")
    seen = cases.read_case(cast.chris, case.pk)
    found = planning.suggested(seen)
    assert found
    assert all(each.seen and each.step.type == "labour" and each.sources for each in found)
    page = signed_in(cast.chris).get(f"{ADDRESS.format(case.pk)}plan/").content.decode()
    assert found[0].step.title.nl in page
    assert suggestions("labour", []) == []
    assert {each.step.type for each in suggestions("begging", ["gen-no-own-id"])} <= {"labour", "criminal"}


def test_a_suggestion_becomes_an_action_point_with_its_article(cast, signed_in):
    case = make_case(cast.chris)
    chris, page = signed_in(cast.chris), f"{ADDRESS.format(case.pk)}actie/"
    assert 'value="labour-geld/fiscaal-onderzoek" selected' in chris.get(f"{page}?barriere=labour-geld/fiscaal-onderzoek").content.decode()  # fmt: skip
    Case.objects.update(main_type="labour")
    steps = chris.get(page).content.decode()
    assert steps.index('label="Huisvesting bij de werkgever"') < steps.index(
        'label="Aanbieden en klanten"'
    )  # of this case first
    told = {"text": "Vraag onderzoek.", "track": "", "aim": "disruption", "owner": cast.chris.pk, "due_on": "2031-01-01",
            "barrier": "labour-geld/fiscaal-onderzoek", "instrument": "bibob"}  # fmt: skip
    assert chris.post(page, told).status_code == 302
    assert (
        ActionPoint.objects.get().rests_on
        == "Loon en inhoudingen · Fiscaal onderzoek · Bibob-toets (Wet Bibob 3; gemeentelijk beleid)"
    )
    assert chris.post(page, told | {"due_on": "2001-01-01"}).status_code == 422


def test_a_note_brings_a_file_that_only_who_sees_the_track_can_fetch(cast, signed_in):
    case = make_case(cast.chris)
    track = make_track(case)
    let_in(case, cast.mo, make_track(case, "place", "Loods"))
    chris = signed_in(cast.chris)
    sound = upload(wav(), "opname.wav")
    sent = {"text": "Opname van het gesprek.", "track": track.pk, "attachments": sound}
    assert chris.post(f"{ADDRESS.format(case.pk)}aantekening/", sent).status_code == 302
    (file,) = access.files_of(cases.read_case(cast.chris, case.pk))
    page = f"{ADDRESS.format(case.pk)}bestand/{file.pk}/"
    assert "attachment" in chris.get(page).headers["Content-Disposition"]
    assert signed_in(cast.mo).get(page).status_code == 404


def test_a_case_with_open_action_points_does_not_close(cast, signed_in):
    case = make_case(cast.chris)
    action = make_action(case, cast.chris)
    case_services.record(
        case, {key: "Ja." for key, _ in RULES["report"].records}, phase="report", seen=0, by=cast.chris
    )
    told = {"outcome": "safe", "reason": "Veilig.", "lesson": "Eerder bellen.", "learners": ["region"], "seen": 1}
    chris, page = signed_in(cast.chris), f"{ADDRESS.format(case.pk)}sluiten/"
    refused = chris.post(page, told)
    assert refused.status_code == 422
    assert "staan nog actiepunten open" in refused.content.decode()
    services.settle(action, state="done", result="Gebeld.", seen=0, by=cast.chris)
    assert chris.post(page, told).status_code == 302
    case = Case.objects.get()
    assert (case.is_closed, case.outcome, Closure.objects.get().lesson) == (True, "safe", "Eerder bellen.")


def test_what_is_due_stands_on_the_first_page(cast, signed_in):
    case = make_case(cast.chris)
    make_action(case, cast.chris, days=0)
    ActionPoint.objects.update(due_on=timezone.localdate() - timedelta(days=2))
    page = signed_in(cast.chris).get("/werk/").content.decode()
    assert "Belt de verhuurder" in page
    assert "te laat sinds" in page
    assert "Belt de verhuurder" in signed_in(cast.chris).get("/werk/mijn-werk/").content.decode()
