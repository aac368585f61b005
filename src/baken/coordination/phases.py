"""The phases of a case: a table of allowed steps, what must be recorded at each, who decides and within which term.

After the eight phases of the facts (coordination.phases). Terms in days are proposals of ours, except the weekly triage,
which is an example of the Zorg- en Veiligheidshuis Noord-Holland Noord.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.deadlines.workdays import Closed, after
from baken.privacy.retention import later

Words = "str | Promise"


class Phase(models.TextChoices):
    """Where a case is (fase)."""

    REPORT = "report", _("Melding")
    WEIGHING = "weighing", _("Weging")
    ESCALATION = "escalation", _("Opschalen")
    PLAN = "plan", _("Plan van aanpak")
    EXECUTION = "execution", _("Uitvoering")
    ADMINISTRATIVE = "administrative", _("Bestuurlijk opschalen")
    DE_ESCALATION = "de_escalation", _("Afschalen")
    AFTERCARE = "aftercare", _("Nazorg en afsluiten")
    CLOSED = "closed", _("Gesloten")


@dataclass(frozen=True)
class Rule:
    """What holds in a phase. `workdays`, `days` or `months` say its term; none of them: no term.

    `records` must be filled in before the case goes forward from here; the keys are stored, the words are shown.
    """

    records: tuple[tuple[str, "str | Promise"], ...]
    who: "str | Promise"
    decision: "str | Promise"
    workdays: int | None = None
    days: int | None = None
    months: int | None = None


RULES: dict[str, Rule] = {
    Phase.REPORT: Rule(
        (
            ("reporter", _("Is de melder te bereiken via de aandachtsfunctionaris?")),
            ("seen", _("Wat is gezien, waar en wanneer? Wat is feit en wat vermoeden?")),
            ("safety", _("Is iemand nu in gevaar, en is de eerste zorg geregeld?")),
            ("contact", _("Mag er contact met het slachtoffer zijn, en hoe veilig?")),
        ),
        _("de aandachtsfunctionaris; bij direct gevaar eerst 112"), _("oppakken, doorverwijzen of vragen naar meer"),
        workdays=0,
    ),
    Phase.WEIGHING: Rule(
        (
            ("own_sources", _("Wat weten onze eigen bronnen: adres, vergunning, eerdere maatregelen?")),
            ("victim", _("Is er een vermoeden dat iemand slachtoffer is, en waarom?")),
            ("ground", _("Op welke grondslag kan er gedeeld worden?")),
            ("advice", _("Wat adviseert de zorgcoördinator of CoMensha?")),
            ("feedback", _("Wat hoorde de melder terug?")),
        ),
        _("de aandachtsfunctionaris, zo nodig met zorgcoördinator, politie en privacyjurist"),
        _("afdoen, hulp starten, delen met politie of Arbeidsinspectie, aanmelden bij ZVH of RIEC"), workdays=3,
    ),
    Phase.ESCALATION: Rule(
        (
            ("reason", _("Waarom is opschalen nodig?")),
            ("aim", _("Wat is het doel van het overleg, en wie moet erbij zijn?")),
            ("informed", _("Weet de betrokkene het, of waarom niet?")),
        ),
        _("de aandachtsfunctionaris of casusregisseur meldt aan; het ZVH triageert met politie, OM en reclassering"),
        _("wel of geen casusoverleg, wie zit voor, wie neemt deel"), days=7,
    ),
    Phase.PLAN: Rule(
        (
            ("picture", _("Het beeld: feiten, zorgen, krachten, en wat het slachtoffer wil")),
            ("goals", _("Welke doelen en acties per partner, met termijn?")),
            ("safety_plan", _("Hoe is veiligheid en opvang geregeld?")),
            ("two_lines", _("Hoe sluiten de bestuurlijke en de strafrechtelijke lijn op elkaar aan?")),
            ("who_knows", _("Wie mag wat weten?")),
        ),
        _("de procesregisseur zit voor; casusregisseur, zorgcoördinator en wie verder nodig is"),
        _("plan vaststellen, casusregisseur aanwijzen"), days=14,
    ),
    Phase.EXECUTION: Rule(
        (
            ("actions", _("Hoe staan de acties ervoor?")),
            ("new_signs", _("Welke nieuwe signalen of risico's zijn er?")),
            ("contact", _("Hoe is het contact met het slachtoffer?")),
            ("measures", _("Welke bestuurlijke maatregelen waren er, en wat deden zij?")),
        ),
        _("de casusregisseur coördineert, partners voeren uit, de zorgcoördinator volgt de hulp"),
        _("bijstellen, extra partner, opschalen of afschalen"), days=28,
    ),
    Phase.ADMINISTRATIVE: Rule(
        (
            ("obstacle", _("Welk knelpunt is er, en wat is geprobeerd?")),
            ("asked", _("Welk besluit wordt gevraagd, en voor wanneer?")),
        ),
        _("de procesregisseur naar het management, dan naar de bestuurlijk trekker of burgemeester"),
        _("doorbraak, extra middel, besluit over een maatregel"), days=7,
    ),
    Phase.DE_ESCALATION: Rule(
        (
            ("reached", _("Zijn de doelen bereikt, of neemt gewone hulp het over?")),
            ("risks", _("Welke risico's blijven er?")),
            ("contact_point", _("Wie blijft het aanspreekpunt?")),
        ),
        _("de procesregisseur met de casusregisseur"), _("afschalen of nog niet"),
    ),
    Phase.AFTERCARE: Rule(
        (
            ("life", _("Hoe staat het met woning, inkomen, papieren, school of werk?")),
            ("later", _("Wanneer is er nog contact, en met wie?")),
            ("lessons", _("Wat leren wij ervan voor beleid en barrières?")),
        ),
        _("de zorgcoördinator of casusregisseur"), _("sluiten"), months=6,
    ),
    Phase.CLOSED: Rule((), _("de regisseur"), _("heropenen")),
}  # fmt: skip

STEPS: dict[str, tuple[str, ...]] = {
    Phase.REPORT: (Phase.WEIGHING, Phase.CLOSED),
    Phase.WEIGHING: (Phase.ESCALATION, Phase.PLAN, Phase.AFTERCARE, Phase.CLOSED, Phase.REPORT),
    Phase.ESCALATION: (Phase.PLAN, Phase.WEIGHING, Phase.CLOSED),
    Phase.PLAN: (Phase.EXECUTION, Phase.ADMINISTRATIVE, Phase.ESCALATION, Phase.CLOSED),
    Phase.EXECUTION: (Phase.PLAN, Phase.ADMINISTRATIVE, Phase.DE_ESCALATION, Phase.ESCALATION, Phase.CLOSED),
    Phase.ADMINISTRATIVE: (Phase.EXECUTION, Phase.PLAN, Phase.DE_ESCALATION, Phase.CLOSED),
    Phase.DE_ESCALATION: (Phase.AFTERCARE, Phase.EXECUTION, Phase.CLOSED),
    Phase.AFTERCARE: (Phase.CLOSED, Phase.EXECUTION, Phase.PLAN),
    Phase.CLOSED: (Phase.WEIGHING, Phase.EXECUTION),
}
ORDER = list(Phase)


def is_back(now: str, to: str) -> bool:
    """Whether the step goes back to an earlier phase, or reopens: then nothing more needs to be recorded first.

    Administrative escalation stands beside the plan and its execution: leaving it is no step back.
    """
    return now != Phase.ADMINISTRATIVE and ORDER.index(Phase(to)) < ORDER.index(Phase(now))


def ends_early(now: str, to: str) -> bool:
    """Whether a case is closed from the middle, because the victim moved away or all stopped: its lesson is enough then."""
    return to == Phase.CLOSED and now not in {Phase.WEIGHING, Phase.AFTERCARE}


def missing(now: str, to: str, recorded: dict[str, str]) -> list[str]:
    """The keys of what must be recorded in phase `now` before the case can go to `to`, and is still empty."""
    if is_back(now, to) or ends_early(now, to):
        return []
    return [key for key, _words in RULES[now].records if not recorded.get(key, "").strip()]


@dataclass(frozen=True)
class PhaseTerms:
    """What a municipality set itself: working days by (phase, urgency), and when its office is closed."""

    days: Mapping[tuple[str, str], int] = field(default_factory=dict)
    closed: Closed = field(default_factory=Closed)


def due(phase: str, start: date, terms: PhaseTerms, *, urgency: str) -> date | None:
    """The last day of a phase that began on `start`; None where there is no term."""
    rule, closed, own = RULES[phase], terms.closed, terms.days.get((phase, urgency))
    if own is not None:
        return after(start, own, closed)
    if rule.workdays is not None:
        return after(start, rule.workdays, closed)
    if rule.days is not None:
        return start + timedelta(days=rule.days)
    return later(start, rule.months) if rule.months is not None else None


def due_after_change(case_due: date | None, new: date | None, today: date) -> date | None:
    """The last day after the urgency changed: what is overdue stays so, and nothing is due before today all at once."""
    if case_due is None or new is None:
        return new
    return case_due if case_due < today and new < today else max(new, today)


CRITERIA: tuple[tuple[str, "str | Promise"], ...] = (
    ("areas", _("Er spelen problemen op verschillende leefgebieden tegelijk, met kans op misdrijven, overlast of verdere achteruitgang.")),
    ("chains", _("Eén keten komt er zelf niet uit: hulp en drang van meer ketens zijn samen nodig.")),
    ("around", _("Gezin, naasten of buurt worden geraakt, of er is een ernstig veiligheidsprobleem in het gebied.")),
)  # fmt: skip


def fits_safety_house(answers: dict[str, dict[str, str]]) -> bool:
    """Whether all three criteria of the Zorg- en Veiligheidshuis are met (coordination.when_zvh: this, and this, and this)."""
    return all(answers.get(key, {}).get("met") == "yes" for key, _words in CRITERIA)
