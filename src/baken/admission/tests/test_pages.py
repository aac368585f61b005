"""The pages of a case as people use them: what is written comes back, a colleague who was first is shown, a partner sees their part."""

import pytest

from baken.admission.tests.make import make_world
from baken.coordination import services
from baken.coordination.models import Case, CaseGrant, CaseReport, Track
from baken.coordination.phases import RULES, Phase
from baken.coordination.tests.make import make_case
from baken.signals.tests.make import STORY, make_report


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("phase", list(RULES))
def test_chris_writes_down_what_a_phase_asks_and_reads_it_back(cast, signed_in, phase):
    case, chris = make_case(cast.chris), signed_in(cast.chris)
    Case.objects.filter(pk=case.pk).update(phase=phase)
    said = {f"answer_{key}": f"Verzonnen antwoord over {key}." for key, _words in RULES[phase].records}
    assert (
        chris.post(f"/werk/casussen/{case.pk}/vastleggen/", said | {"seen": "0", "phase": phase}).status_code
        == 302
    )
    pages = [text(chris.get(f"/werk/casussen/{case.pk}/{tail}")) for tail in ("", "vastleggen/")]
    assert all(words in page for words in said.values() for page in pages)


def test_who_was_second_sees_both_texts_and_nothing_is_lost(cast, signed_in):
    case, chris = make_case(cast.chris), signed_in(cast.chris)
    services.record(case, {"seen": "Zes mannen."}, phase=Phase.REPORT, seen=0, by=cast.chris)
    typed = {"answer_seen": "Zeven mannen.", "seen": "0", "phase": Phase.REPORT}
    answer = chris.post(f"/werk/casussen/{case.pk}/vastleggen/", typed)
    assert answer.status_code == 409
    assert "Zes mannen." in text(answer)
    assert "Zeven mannen." in text(answer)
    assert chris.post(f"/werk/casussen/{case.pk}/vastleggen/", typed | {"seen": "1"}).status_code == 302
    case.refresh_from_db()
    assert case.recorded[Phase.REPORT]["seen"] == "Zeven mannen."


def test_chris_opens_a_case_and_lets_loes_in_to_one_track(cast, signed_in):
    report, chris = make_report(cast.havenstad), signed_in(cast.chris)
    opened = {"name": "Loods", "urgency": "high", "form": "f" * 30}
    assert chris.post("/werk/casussen/nieuw/", opened).status_code == 302
    case = Case.objects.get()
    services.take_report(case, report, by=cast.chris)
    chris.post(f"/werk/casussen/{case.pk}/spoor/", {"kind": "victim", "name": "Slachtoffer A"})
    track = Track.objects.get()
    scope = {
        "user": str(cast.loes.pk), "scope": [str(track.pk)], "purpose": "help", "ground": "wmo-execution",
        "until": case.opened_on.replace(year=case.opened_on.year + 1).isoformat(), "reason": "Zij helpt hem.",
    }  # fmt: skip
    assert chris.post(f"/werk/casussen/{case.pk}/wie/toelaten/", scope).status_code == 302
    assert CaseGrant.objects.get().user == cast.loes
    loes = signed_in(cast.loes)
    assert "Slachtoffer A" in text(loes.get(f"/werk/casussen/{case.pk}/"))
    assert loes.get(f"/werk/casussen/{case.pk}/melding/{report.pk}/").status_code == 404


def test_a_report_of_the_case_is_read_without_who_reported(cast, signed_in):
    report = make_report(cast.havenstad, name="Truus Melder", contact="06-11111111")
    case = make_world(cast, report=report).case
    page = text(signed_in(cast.dewi).get(f"/werk/casussen/{case.pk}/melding/{report.pk}/"))
    assert STORY in page
    assert "Truus" not in page


def test_a_report_is_added_by_its_number(cast, signed_in):
    report, case, amina = make_report(cast.havenstad), make_case(cast.amina), signed_in(cast.amina)
    for number, there in (("M-XXXXXX", False), (report.number, True)):
        amina.post(f"/werk/casussen/{case.pk}/melding/", {"melding": number})
        assert CaseReport.objects.exists() is there
