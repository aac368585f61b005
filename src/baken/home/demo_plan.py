"""What was agreed in the invented cases: a plan in two lines, a meeting of tomorrow, and ten cases that closed last year."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.casework import services as work
from baken.casework.models import Aim, CaseOutcome, DecisionKind
from baken.coordination import services as cases
from baken.coordination.models import Case, Track
from baken.home.demo_people import HAVENSTAD
from baken.meetings import services as meetings
from baken.sharing import services as sharing

BED, ROOF = (
    "Hij slaapt ergens waar zijn baas niet komt.",
    "Het pension is geen slaapplek meer voor negentien mensen.",
)
# who, what, in how many days, at which track, at which goal, and of the barrier model: step, barrier, instrument
ACTIONS: tuple[tuple[str, str, int, str, str, str], ...] = (
    ("loes", "Gaat maandag mee naar het spreekuur en vraagt wat hij zelf wil.", 5, "Man van het spreekuur", BED, ""),
    ("dewi", "Zoekt een bed buiten de wijk.", -2, "Man van het spreekuur", BED, ""),
    ("tess", "Kijkt op wiens naam de witte bus staat.", 3, "Wie het account gebruikt", "", ""),
    ("chris", "Plant een controle van het pension, samen met de brandweer.", 7, "Pension aan de Kade", ROOF,
     "labour-huisvesting/gezamenlijke-huisvestingscontrole/toezicht"),
    ("chris", "Legt voor wie er na een sluiting een bed nodig heeft.", 12, "Pension aan de Kade", ROOF,
     "labour-huisvesting/sluiting-met-opvangplan/wmo-spoed"),
)  # fmt: skip
PAST: tuple[tuple[str, str, str, int, str], ...] = (
    ("Kas aan de Polderweg", "labour", CaseOutcome.SAFE, 120, "Regel een tolk vóór het eerste gesprek, niet erna."),
    ("Wasserij", "labour", CaseOutcome.SAFE, 90, "Een bed voor één nacht is vaak genoeg om te durven praten."),
    ("Bouwplaats bij de sluis", "labour", CaseOutcome.SAFE, 60, "Vraag bij een vergunning hoeveel mensen er slapen."),
    ("Restaurant zonder gasten", "labour", CaseOutcome.SAFE, 45, "Spreek af wie belt, zodat niet iedereen belt."),
    ("Twee schuren", "labour", CaseOutcome.SAFE, 75, "Wie weggaat, wil zijn spullen mee: denk daaraan bij een controle."),
    ("Bezorgdienst", "criminal", CaseOutcome.NO_INDICATION, 30, "Ook zonder mensenhandel was hulp bij schulden nodig."),
    ("Telefoonwinkel", "criminal", CaseOutcome.NO_INDICATION, 35, "Vraag de school eerst wat zij al deed."),
    ("Portiek", "criminal", CaseOutcome.NO_INDICATION, 25, "Vraag de school eerst wat zij al deed."),
    ("Sportveld", "criminal", CaseOutcome.NO_INDICATION, 50, "Een jongen praat eerder met iemand die hij al kent."),
    ("Station", "criminal", CaseOutcome.NO_INDICATION, 20, "Ook zonder mensenhandel was hulp bij schulden nodig."),
)  # fmt: skip


def write(places: Mapping[str, Municipality]) -> None:
    """Agree on a plan, plan a meeting, and close the cases of last year."""
    here = {each.email.split("@")[0]: each for each in User.objects.filter(municipality=places[HAVENSTAD])}
    case = next(
        each for each in Case.objects.filter(municipality=places[HAVENSTAD]) if each.name.startswith("Witte bus")
    )
    _plan(case, here)
    _meeting(case, here)
    for number, told in enumerate(PAST):
        _closed(number, *told, by=here["chris"])


def _plan(case: Case, people: Mapping[str, User]) -> None:
    tracks = {track.name: track for track in Track.objects.filter(case=case)}
    chris, man, pension = people["chris"], tracks["Man van het spreekuur"], tracks["Pension aan de Kade"]
    goals = {
        BED: work.set_goal(case, track=man, aim=Aim.SAFETY, text=BED, by=chris),
        ROOF: work.set_goal(case, track=pension, aim=Aim.DISRUPTION, text=ROOF, by=chris),
    }
    for who, text, days, track, goal, rests_on in ACTIONS:
        step, barrier, instrument = rests_on.split("/") if rests_on else ("", "", "")
        wanted = work.Wanted(
            text=text, aim=Aim.SAFETY if track == man.name else Aim.DISRUPTION, owner=people[who], track=tracks[track],
            due_on=timezone.localdate() + timedelta(days=days), goal=goals.get(goal), step=step, barrier=barrier,
            instrument=instrument,
        )  # fmt: skip
        work.agree(case, wanted, by=chris)
    said = "Hulp begint nu, ook zonder aangifte. Besloten door de zorgcoördinator. (verzonnen)"
    work.decide(case, kind=DecisionKind.HELP, text=said, track=man, by=people["dewi"])
    work.note(
        case,
        text="Hij wil zijn loon terug en een eigen bed. Van aangifte is hij bang. (verzonnen)",
        track=man,
        by=people["loes"],
    )


def _meeting(case: Case, people: Mapping[str, User]) -> None:
    """A meeting of tomorrow about two tracks, on a ground that the municipality confirmed: Tess stays, Loes leaves the room."""
    sharing.decide_ground(
        "cooperation", "case-meeting", holds=True, reference="Besluit 12 (verzonnen)", by=people["gerda"]
    )
    planned = meetings.Planned(
        form="demo-overleg-00000000000000000000", kind="case", title="Casusoverleg Kustregio",
        on=timezone.localdate() + timedelta(days=1), begins=time(9, 30), place="Stadhuis, kamer 3 (verzonnen)", chair=people["chris"],
    )  # fmt: skip
    meeting = meetings.plan(planned, by=people["chris"])
    meetings.add(meeting, [case], minutes=5, by=people["chris"])
    tracks = tuple(Track.objects.filter(case=case, kind__in=("suspect", "place")))
    about = meetings.About(minutes=5, tracks=tracks, purpose="case-meeting", ground="cooperation")
    meetings.change_item(meeting.items.get(), about, by=people["chris"])
    meetings.invite(meeting, [people[name] for name in ("dewi", "loes", "tess")], by=people["chris"])


def _closed(number: int, name: str, main_type: str, outcome: str, days: int, lesson: str, *, by: User) -> None:
    """A case that was opened and closed last year."""
    told: dict[str, Any] = {
        "form": f"demo-vorig-jaar-{number:020d}",
        "name": f"{name} (verzonnen)",
        "main_type": main_type,
    }
    case = cases.open_case(cases.Told(**told), by=by)
    work.decide(case, kind=DecisionKind.HELP, text="Hulp start, ook zonder aangifte. (verzonnen)", by=by)
    reason = "Alle afspraken zijn af. (verzonnen)"
    work.close(
        case,
        outcome=outcome,
        reason=reason,
        lesson=lesson,
        learners=["colleagues", "training"],
        seen=case.revision,
        by=by,
    )
    end = date(timezone.localdate().year - 1, 11, 1) + timedelta(days=number)
    Case.objects.filter(pk=case.pk).update(opened_on=end - timedelta(days=days), closed_on=end)
