"""What of the work in a case goes along when something is given from it."""

from baken.casework import services as casework
from baken.casework.tests.make import make_action
from baken.consent.compose import TRACK
from baken.consent.tests.make import agree, choices, give
from baken.coordination.tests.make import make_case, make_track


def test_only_what_belongs_to_the_chosen_tracks_goes(cast):
    case = make_case(cast.chris)
    victim = make_track(case)
    agree(victim)
    make_action(case, cast.chris, text="Zoekt een veilige plek.", track=victim)
    make_action(case, cast.chris, text="Controleert de loods.")
    casework.decide(case, kind="jeugd", text="Hulp begint.", track=victim, by=cast.chris)
    casework.set_goal(case, track=victim, aim="safety", text="Veilig slapen.", by=cast.chris)
    parts = (f"{TRACK}{victim.pk}", "actions", "decisions", "plan")
    given = give(case, cast.chris, choices(victim, parts=parts))
    said = str(given.content.package)
    assert all(part in said for part in ("Zoekt een veilige plek.", "Hulp begint.", "Veilig slapen."))
    assert "loods." not in said.split("slaapt in de loods.")[-1]
    assert given.parts == ["victim", "plan", "actions", "decisions"]
