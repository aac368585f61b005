"""One screen: what is typed is written in the case, once, where somebody may write; and nobody overwrites a colleague."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.proof.crawl import Page

from baken.accounts.models import User
from baken.admission.tests.make import let_in
from baken.casework import services as work
from baken.casework.models import ActionPoint, CaseNote, Decision
from baken.casework.tests.make import make_action
from baken.meetings import access, services
from baken.meetings.models import MeetingItem
from baken.meetings.tests.make import begun, make_table, opened

STOP = "/werk/overleg/{}/casus/{}/"


@pytest.fixture
def table(cast):
    return make_table(cast)


@pytest.fixture
def screen(cast, table, signed_in):
    """Chris's browser at the first case, with the form as it stands there."""
    found = opened(begun(table.meeting, cast.chris), 0)
    return signed_in(cast.chris), STOP.format(table.meeting.pk, found.item.pk)


def form_of(browser, path):
    page = Page(path, browser.get(path).content.decode())
    fields = next(form for form in page.forms if "note" in form.fields).fields
    first = {name: said[0] for name, said in fields.items() if said and name != "go"}
    return first | {name: "open" for name in fields if name.endswith("-state")}


def test_everything_that_was_said_stands_in_the_case_with_the_meeting(cast, table, screen):
    browser, path = screen
    one, two = table.old
    said = {
        f"{one.pk.hex}-state": "done", f"{one.pk.hex}-result": "Er is een bed.", f"{two.pk.hex}-state": "open",
        "note": "Zij wil naar huis.", "kind": "1", "decision": "Vandaag een bed, door Loes.", "track": str(table.victim.pk),
        "what_1": "Haalt haar op.", "who_1": "loe", "when_1": "1", "what_2": "Belt de politie.", "who_2": "ch", "when_2": "+3",
    }  # fmt: skip
    assert browser.post(path, form_of(browser, path) | said | {"go": "save"}).status_code == 302
    meeting, today = table.meeting.pk, timezone.localdate()
    assert (CaseNote.objects.get().text, CaseNote.objects.get().meeting) == ("Zij wil naar huis.", meeting)
    assert (Decision.objects.get().kind, Decision.objects.get().track) == ("direct_veilig", table.victim)
    new = ActionPoint.objects.filter(meeting=meeting)
    assert {(each.owner_id, each.due_on) for each in new} == {
        (cast.loes.pk, today + timedelta(days=1)), (cast.chris.pk, today + timedelta(days=3))
    }  # fmt: skip
    assert {each.state for each in ActionPoint.objects.filter(pk__in=[one.pk, two.pk])} == {"done", "open"}
    page = browser.get(f"/werk/casussen/{table.cases[0].pk}/").content.decode()
    assert "Zij wil naar huis." in page
    assert table.meeting.number in page


def test_the_same_form_sent_twice_is_written_once(screen):
    browser, path = screen
    said = form_of(browser, path) | {"note": "Eén keer."}
    for _time in range(2):
        assert browser.post(path, said).status_code == 302
    assert CaseNote.objects.count() == 1


def test_two_write_at_once_and_nothing_typed_is_lost(cast, table, screen, signed_in):
    browser, path = screen
    let_in(table.cases[0], cast.dewi, writes=True)
    services.invite(table.meeting, [cast.dewi, cast.loes, cast.mo], by=cast.chris)
    dewi, one = signed_in(User.objects.get(pk=cast.dewi.pk)), table.old[0]
    hers, his = form_of(dewi, path), form_of(browser, path)
    key = f"{one.pk.hex}-"
    hers |= {f"{key}state": "done", f"{key}result": "Bed in Duindorp.", "note": "Van Dewi."}
    his |= {f"{key}state": "dropped", f"{key}result": "Niet meer nodig.", "note": "Van Chris."}
    assert dewi.post(path, hers).status_code == 302
    late = browser.post(path, his)
    page = late.content.decode()
    assert late.status_code == 409
    for words in ("Bed in Duindorp.", "Niet meer nodig.", "Van Chris.", "Een collega was je voor"):
        assert words in page
    assert [note.text for note in CaseNote.objects.all()] == ["Van Dewi."]
    again = next(form for form in Page(path, page).forms if "note" in form.fields).fields
    his |= {name: said[0] for name, said in again.items() if name.endswith("-seen")}
    assert browser.post(path, his).status_code == 302
    assert {note.text for note in CaseNote.objects.all()} == {"Van Dewi.", "Van Chris."}
    assert ActionPoint.objects.get(pk=one.pk).result == "Niet meer nodig."


def test_what_a_colleague_settled_does_not_stop_who_did_not_touch_it(cast, table, screen):
    browser, path = screen
    said = form_of(browser, path)
    one = table.old[0]
    work.settle(one, state="done", result="Gedaan.", seen=0, by=cast.loes)
    said |= {f"{one.pk.hex}-result": "", "note": "Gewoon door."}
    assert browser.post(path, said).status_code == 302
    assert ActionPoint.objects.get(pk=one.pk).state == "done"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"kind": "3"}, "Schrijf het besluit op."), ({"decision": "Iets."}, "Typ het nummer"), ({"kind": "x", "decision": "Y"}, "Typ het nummer"),
        ({"who_1": "loes"}, "Schrijf op wat er moet gebeuren."), ({"what_1": "Bellen", "who_1": "zzz"}, "Typ het begin van een naam"),
        ({"what_1": "Bellen", "who_1": "loes", "when_1": "ooit"}, "Typ over hoeveel dagen"), ({"what_2": "Bellen"}, "Typ het begin"),
        ({"what_1": "Bellen", "who_1": "loes", "when_1": "1-1-2001"}, "Kies een dag vanaf vandaag"),
        ({"what_1": "Bellen", "who_1": "Loes", "track": ""}, "Typ het begin van een naam"),
    ],
)  # fmt: skip
def test_what_is_not_clear_comes_back_with_everything_typed(table, screen, said, words):
    browser, path = screen
    sent = form_of(browser, path) | {"track": str(table.victim.pk), "note": "Dit blijft staan."} | said
    answer = browser.post(path, sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Dit blijft staan." in answer.content.decode()
    assert not CaseNote.objects.exists()


def test_next_goes_to_the_door_of_the_next_case_and_at_last_to_the_end(table, screen):
    browser, path = screen
    items = list(MeetingItem.objects.filter(meeting=table.meeting))
    first = browser.post(path, form_of(browser, path) | {"go": "next"})
    assert first.headers["Location"] == f"/werk/overleg/{table.meeting.pk}/casus/{items[1].pk}/openen/"
    for item in items[1:]:
        own = STOP.format(table.meeting.pk, item.pk)
        browser.post(f"{own}openen/", {})
        last = browser.post(own, form_of(browser, own) | {"go": "next"})
    assert last.headers["Location"] == f"/werk/overleg/{table.meeting.pk}/slot/"


def test_over_one_track_the_screen_shows_nothing_of_the_rest(cast, table, signed_in):
    seen = begun(table.meeting, cast.chris)
    item = access.items_of(seen)[0].item
    about = services.About(minutes=5, tracks=(table.victim,), purpose="case-meeting", ground="cooperation")
    services.change_item(item, about, by=cast.chris)
    opened(seen, 0, cast.loes)
    page = signed_in(cast.chris).get(STOP.format(table.meeting.pk, item.pk)).content.decode()
    assert "Slachtoffer A" in page
    for words in ("Verdachte B", "Zuidkade", "Belt de wijkagent."):
        assert words not in page


def test_a_partner_looks_on_and_settles_what_is_theirs(cast, table, screen, signed_in):
    _browser, path = screen
    loes = signed_in(cast.loes)
    page = loes.get(path).content.decode()
    assert "Zoekt een bed." in page
    assert "Belt de wijkagent." not in page
    assert 'name="note"' not in page
    (fields,) = (form.fields for form in Page(path, page).forms if "form" in form.fields)
    own = table.old[0]
    said = {
        "form": fields["form"][0],
        f"{own.pk.hex}-state": "done",
        f"{own.pk.hex}-result": "Gevonden.",
        f"{own.pk.hex}-seen": "0",
    }
    loes.post(path, said | {"note": "Mag niet.", "form": "n" * 30})
    assert not CaseNote.objects.exists()
    assert loes.post(path, said).status_code == 302
    assert ActionPoint.objects.get(pk=own.pk).result == "Gevonden."
    assert signed_in(cast.mo).post(path, said).status_code == 404


def test_before_a_case_is_open_nothing_of_it_shows_and_after_the_meeting_nothing_is_written(
    cast, table, signed_in
):
    seen = begun(table.meeting, cast.chris)
    item = access.items_of(seen)[0].item
    own = STOP.format(table.meeting.pk, item.pk)
    assert "nog niet geopend" in signed_in(cast.loes).get(own).content.decode()
    chris = signed_in(cast.chris)
    assert chris.get(own).headers["Location"].endswith("/openen/")
    opened(seen, 0)
    said = form_of(chris, own) | {"note": "Te laat."}
    assert chris.post(f"/werk/overleg/{table.meeting.pk}/slot/").status_code == 302
    chris.post(own, said)
    assert not CaseNote.objects.exists()


def test_earlier_action_points_of_other_cases_are_not_there(cast, table, screen):
    browser, path = screen
    make_action(table.cases[1], cast.chris, text="Iets heel anders.")
    assert "Iets heel anders." not in browser.get(path).content.decode()
