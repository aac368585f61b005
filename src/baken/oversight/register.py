"""The processing register (verwerkingsregister) and the facts for a DPIA, made from the models, roles and settings themselves."""

import re
from collections.abc import Mapping
from typing import Any, TypedDict

from django.apps import apps
from django.conf import settings
from django.db import models

from baken.accounts.roles import CAPABILITIES, Role
from baken.oversight.standing import Term
from baken.privacy.field_names import called
from baken.privacy.retention import Keep
from baken.privacy.sealed import SealedText
from baken.privacy.terms import KINDS

READ_BY = {  # the right that opens the records of a room; a model that differs stands under its own name
    "signals": "read_reports",
    "files": "read_reports",
    "sharing": "read_reports",
    "handover": "read_reports",
    "intake": "read_reports",
    "triage": "read_reports",
    "links": "read_reports",
    "meetings": "see_cases",  # and of those only who takes part or leads
    "partners": "read_partners",
    "shelter": "read_shelters",  # of that what is of one's own municipality or organisation
    "WaitingEntry": "place_people",
    "consent": "see_cases",  # consent with its track; what was given for who sees the whole case
    "coordination": "see_cases",  # and of those only who leads, directs or was let in
    "casework": "see_cases",
    "care": "give_care",  # and of a secret file only who coordinates it
    "letters": "see_cases",
    "persons": "see_cases",  # and of those only who leads the case; the parts for who carries out the request
    "accounts": "manage_people",
    "oversight": "weigh_reports",
    "erasure": "weigh_reports",
    "privacy": "read_trace",
}
RECIPIENTS = {
    "Message": "de melder, met de code",
    "Report": "wie de aandachtsfunctionaris kiest bij doorsturen",
    "DataRequest": "wie het verzoek deed",
    "Case": "wie is toegelaten, ook bij partners: voor een doel, op een grondslag, tot een dag",
    "Meeting": "wie is uitgenodigd, ook bij partners",
    "Placement": "de opvang waar iemand komt, met een alias en zolang het duurt",
    "CaseDisclosure": "wie in het register staat, op de grondslag die daar staat",
    "RequestPiece": "wie het verzoek deed",
    "Track": "wie tot dit spoor is toegelaten, ook bij partners",
}
PURPOSES = {
    "signals": "meldingen van mogelijke mensenhandel ontvangen, wegen en opvolgen",
    "meetings": "casussen met partners bespreken, en kunnen zeggen wie erbij was",
    "consent": "vastleggen waarvoor iemand toestemming gaf, en wat uit een casus is verstrekt",
    "shelter": "een veilige plek vinden en houden voor iemand met een alias",
    "partners": "weten wie de partners zijn, wat zij vragen en of dat nog klopt",
    "coordination": "een casus leiden met partners, en kunnen zeggen wie wat zag en waarom",
    "casework": "een casus uitvoeren: wie doet wat, wat is besloten en wat kwam eruit",
    "care": "een slachtoffer helpen: veilig, langs de juiste weg, en zonder een wettelijke termijn te missen",
    "accounts": "toegang geven aan wie hier werkt, en kunnen zeggen wie iets kon zien",
    "letters": "collega's, melders en partners laten weten wat er mag en moet, zonder meer te zeggen dan dat",
    "persons": "inzage geven in wat in casussen over iemand staat",
    "erasure": "wissen wat moet verdwijnen omdat een betrokkene daarom vroeg",
    "oversight": "rechten van betrokkenen uitvoeren en bewaartermijnen naleven",
    "privacy": "verantwoorden wie wat las of wijzigde",
}


class Record(TypedDict):
    """One kind of personal data."""

    model: str
    name: str
    what: str
    purpose: str
    ground: str
    term: str
    sealed: list[str]
    open: list[str]
    readers: list[str]
    recipients: str


TERMS = {  # the kinds of `privacy.terms` by which the records of a model go; what belongs to a report goes with it
    "Report": ("no-follow-up", "handled", "case"), "Case": ("case-file",), "Meeting": ("case-file",),
    "Participant": ("case-file",), "PartnerEntry": ("partner",), "PartnerVersion": ("partner",),
    "PartnerLink": ("partner",), "PartnerProposal": ("partner",), "Shelter": ("shelter",),
    "Place": ("shelter",), "NightCapacity": ("shelter",), "PlaceLink": ("shelter",),
    "Placement": ("placement",), "HeldNight": ("placement",), "WaitingEntry": ("placement",),
    "CareFile": ("care-file",), "TermConfirmation": ("care-file",),
    "DataRequest": ("request",), "RequestReport": ("request",), "Erasure": ("request",), "User": ("staff",),
    "PastGrant": ("staff",), "Invitation": ("invitation",), "OneTimeLink": ("invitation",), "Trace": ("trace",),
    "DisclosedContent": ("given",), "Delivery": ("given",), "PackageFile": ("given",),
    "DeliveryNote": ("given",), "Disclosure": ("given-register",), "DisclosureEvent": ("given-register",),
    "GroundDecision": ("given-register",),
}  # fmt: skip


SOON = {"ImportBatch": "een uur na het lezen van het bestand, of zodra de regels zijn overgenomen"}


def records(terms: Mapping[str, Term]) -> list[Record]:
    """Every model that declares how long it lives, in the order of the rooms, with the terms of a municipality."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("baken.")]
    return [_record(model, terms) for model in ours if hasattr(model, "keep")]


def _record(model: Any, terms: Mapping[str, Term]) -> Record:
    sealed: list[str] = []
    plain: list[str] = []
    for field in model._meta.concrete_fields:
        (sealed if isinstance(field, SealedText) else plain).append(field.name)
    room, name, keep = model._meta.app_label, model.__name__, model.keep
    return Record(
        model=name,
        name=_dutch(model),
        what=" ".join((model.__doc__ or "").split("\n\n")[0].split()),
        purpose=PURPOSES.get(room, PURPOSES["signals"]),
        ground=keep.ground,
        term=_term(name, keep, terms),
        sealed=sealed,
        open=plain,
        readers=readers(READ_BY.get(name) or READ_BY.get(room, "")),
        recipients=RECIPIENTS.get(name, "niemand buiten de gemeente"),
    )


def _term(name: str, keep: Keep, terms: Mapping[str, Term]) -> str:
    if name in SOON:
        return SOON[name]
    kinds = TERMS.get(name) or (TERMS["Report"] if keep.after.endswith("closed_on") else ())
    if keep.after == "case.closed_on":
        kinds = TERMS["Case"]
    if keep.after.endswith("left_on"):
        kinds = TERMS["User"]
    told = []
    for term in (terms[kind] for kind in kinds):
        state = "bevestigd" if term.confirmed_on else "voorstel"
        told.append(f"{term.kind.name}: {term.months} maanden na {term.kind.after} ({state})")
    return "; ".join(told) or f"{keep.years} jaar na: {called(keep.after.rsplit('.', 1)[-1])} (voorstel)"


def _dutch(model: Any) -> str:
    """The Dutch word that stands between brackets in what a model says of itself."""
    word = re.search(r"\(([a-zé ]+)\)", model.__doc__ or "")
    return word[1].capitalize() if word else model.__name__


def readers(capability: str) -> list[str]:
    """The roles that have this right."""
    return [str(Role(role).label) for role, can in CAPABILITIES.items() if capability in can]


def facts() -> dict[str, str]:
    """What a DPIA asks about the software itself. The municipality adds its own ground, need and risks."""
    database = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    return {
        "Betrokkenen": "wie in een melding voorkomt, melders, medewerkers, wie een verzoek doet",
        "Bijzondere en strafrechtelijke gegevens": "kunnen in vrije tekst staan; er is geen eigen veld voor",
        "Nationaliteit, herkomst, geloof, huidskleur": "zijn nooit een signaal en wegen nooit mee",
        "Besluiten zonder mens": "geen; een mens weegt elke melding en kan afwijken",
        "Versleuteling": "Tink AES-GCM, gebonden aan tabel, veld en rij; een sleutelbos per gemeente",
        "Hoofdsleutel": "buiten de database",
        "Spoor": "elke keer lezen en schrijven, in een keten die wijzigen laat zien",
        "Wachtwoorden": settings.PASSWORD_HASHERS[0].rsplit(".", 1)[-1],
        "Tweede stap": "verplicht voor iedereen met een account",
        "Afmelden": f"na {settings.SESSION_IDLE_SECONDS // 60} minuten niets doen, hooguit {settings.SESSION_LONGEST_SECONDS // 3600} uur",
        "Database": database,
        "Doorgifte buiten de EU": "door de software zelf geen; hangt af van waar de gemeente haar draait",
        "Derden op openbare pagina's": "geen; geen cookies vóór zij nodig zijn, geen adressen in een logboek",
    }


def as_json(terms: Mapping[str, Term] | None = None) -> dict[str, Any]:
    """Records and facts together; with our proposals where no municipality's terms are given."""
    proposals = {kind.id: Term(kind, kind.months) for kind in KINDS.values()}
    return {"records": records(terms or proposals), "facts": facts()}


def without_readers() -> list[type[models.Model]]:
    """Models of which nobody said who may read them. A test keeps this empty."""
    ours = [model for model in apps.get_models() if hasattr(model, "keep")]
    return [m for m in ours if not readers(READ_BY.get(m.__name__) or READ_BY.get(m._meta.app_label, ""))]
