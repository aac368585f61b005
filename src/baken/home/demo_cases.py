"""Three plainly invented cases: one out of three reports that share a van and an account, one that is secret, one that was closed."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.admission import letting
from baken.consent import services as consent
from baken.coordination import services
from baken.coordination.models import Case, Track
from baken.coordination.phases import RULES, Phase
from baken.home.demo_people import HAVENSTAD
from baken.signals.models import Report

SAID: dict[str, dict[str, str]] = {
    Phase.REPORT: {
        "reporter": "Een buurvrouw, de schuldhulp en de school. Alle drie via de aandachtsfunctionaris. (verzonnen)",
        "seen": "Feit: de bus, het kenteken en de tijden. Vermoeden: dat de mannen niet weg kunnen.",
        "safety": "Niemand is nu in direct gevaar. De jongen slaapt bij zijn tante.",
        "contact": "Met de man van het spreekuur: alleen daar, op maandag. Niet bellen.",
    },
    Phase.WEIGHING: {
        "own_sources": "Op het adres staat een vergunning voor acht bedden; er zijn er negentien. (verzonnen)",
        "victim": "Ja: loon ingehouden, vervoer en bed via dezelfde baas, iemand telt hen.",
        "ground": "Toestemming van de man; publieke taak voor de controle van het pand.",
        "advice": "De zorgcoördinator: eerst rust en een eigen bed, dan pas praten.",
        "feedback": "Alle drie de melders weten dat wij verder kijken, en verder niets.",
    },
}
WHITE_BUS: dict[str, Any] = {
    "name": "Witte bus en pension (verzonnen)", "urgency": "high", "main_type": "labour",
    "picture": "Drie meldingen noemen dezelfde witte bus of hetzelfde account. Feit: het kenteken en de tijden. Vermoeden: "
    "iemand werft mannen en een scholier, en houdt loon in voor bed en vervoer.",
}  # fmt: skip
TRACKS: tuple[tuple[str, str, str], ...] = (
    ("victim", "Man van het spreekuur", "Komt op maandag bij de schuldhulp. Wil zijn loon en een eigen bed. Wil nog geen aangifte."),
    ("victim", "Scholier", "16 jaar. Brengt pakjes weg en durft niet te stoppen. De school is zijn vaste punt."),
    ("suspect", "Wie het account gebruikt", "Werft onder een schuilnaam. De politie kent de naam erachter nog niet."),
    ("place", "Pension aan de Kade", "Negentien bedden waar er acht mogen. Controle van brandveiligheid kan zonder aankondiging."),
)  # fmt: skip
SECRET: dict[str, Any] = {
    "name": "Nagelstudio (verzonnen)", "urgency": "acute", "main_type": "services", "secret": True,
    "picture": "Een medewerkster vroeg om hulp met een briefje. De eigenaar kent iemand op het stadhuis; daarom extra geheim.",
}  # fmt: skip
CLOSED: dict[str, Any] = {
    "name": "Garage achter de Duinweg (verzonnen)", "main_type": "labour",
    "picture": "Een man sliep in een garage. Het bleek een neef die meehielp met verbouwen, met een eigen huis en paspoort.",
}  # fmt: skip


def write(places: Mapping[str, Municipality], linked: Iterable[Report]) -> None:
    """Open them, let the partners in, and move them on."""
    here = User.objects.filter(municipality=places[HAVENSTAD])
    chris, amina, dewi, loes, tess, mo = (
        here.get(email__startswith=f"{name}@") for name in ("chris", "amina", "dewi", "loes", "tess", "mo")
    )
    case = _open(WHITE_BUS, by=chris)
    for report in linked:
        services.take_report(case, report, by=chris)
    man, _boy, account, place = (
        services.add_track(case, kind=kind, name=name, summary=text, by=chris) for kind, name, text in TRACKS
    )
    _let_in(case, dewi, by=chris, ground="wmo-execution", why="Zij regelt bed en hulp. (verzonnen)", writes=True)
    _agree(man, loes, heard_by=dewi)
    _let_in(
        case, loes, man, by=chris, ground="consent", why="Zij begeleidt hem; hij wil dat. (verzonnen)", writes=True
    )
    _let_in(
        case, tess, account, place, by=chris, ground="public-task", purpose="investigate",
        why="Onderzoek naar wie werft, en de controle samen. (verzonnen)",
    )  # fmt: skip
    letting.ask(
        case, reason="Wij houden een plek vrij in de opvang. Mag ik weten voor wanneer? (verzonnen)", by=mo
    )
    _move(
        case,
        Phase.WEIGHING,
        "Drie meldingen wijzen dezelfde kant op. Besloten in het overleg van maandag. (verzonnen)",
    )
    secret = _open(SECRET, by=amina)
    services.add_track(
        secret, kind="victim", name="Medewerkster", summary="Wil alleen met een vrouw praten, niet in de studio.", by=amina
    )  # fmt: skip
    old = _open(CLOSED, by=chris)
    _move(old, Phase.CLOSED, "Geen vermoeden meer: hij woont elders en helpt zijn neef. (verzonnen)")


def _open(told: dict[str, Any], *, by: User) -> Case:
    form = f"demo-casus-{Case.objects.count():020d}"
    return services.open_case(services.Told(form=form, **told), by=by)


def _agree(track: Track, partner: User, *, heard_by: User) -> None:
    """The victim of this track says that the partner may help and read along."""
    today = timezone.localdate()
    said = consent.Said(
        recipient="care-partner", organisation=partner.organisation, purpose="help", written=False, reads_along=True,
        given_on=today, until=today + timedelta(days=90), heard_by=heard_by, blocks=("veiligheid", "huisvesting"), age="from_16",
        said="Ja, De Brug mag mij helpen en weten hoe het gaat. (verzonnen)",
    )  # fmt: skip
    consent.give(track, said, by=heard_by)


def _let_in(
    case: Case,
    user: User,
    *tracks: Track,
    by: User,
    ground: str,
    why: str,
    purpose: str = "help",
    writes: bool = False,
) -> None:
    scope = letting.Scope(
        whole=not tracks, tracks=tracks, writes=writes, purpose=purpose, ground=ground, reason=why,
        until=timezone.localdate() + timedelta(days=90),
    )  # fmt: skip
    letting.grant(case, user, scope, by=by)


def _move(case: Case, to: str, reason: str) -> None:
    """Record what the phase asks, and go on."""
    case.refresh_from_db()
    said = SAID.get(case.phase, {})
    answers = {key: said.get(key, "Vastgelegd. (verzonnen)") for key, _words in RULES[case.phase].records}
    services.record(case, answers, phase=case.phase, seen=case.revision, by=case.director)
    case.refresh_from_db()
    services.move(case, to, reason=reason, seen=case.revision, by=case.director)
