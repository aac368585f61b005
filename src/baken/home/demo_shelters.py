"""The shelters of the invented region. Everything is invented: 14 0000 is no number, no house or street exists."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.accounts.roles import Role
from baken.home.demo_partners import ANKER
from baken.home.demo_people import HAVENSTAD
from baken.partners import services as partners
from baken.partners.models import PartnerEntry
from baken.shelter import finding, placing, services
from baken.shelter.models import Place, Shelter

NIGHT = {
    "name": "Mannenopvang De Lange Nacht (verzonnen)", "kind": "opvang", "recipient": "shelter", "area": "heel de Kustregio",
    "phone": "14 0016", "email": "balie@delangenacht.example", "hours": "dag en nacht",
    "criteria": "Mannen vanaf 18 jaar. (verzonnen)", "contact": "",
}  # fmt: skip
HOUSES: tuple[tuple[str, int, dict[str, Any], tuple[dict[str, Any], ...]], ...] = (  # whose, confirmed minutes ago, what, places
    (
        ANKER, 120,
        {
            "name": "Huis Oost (verzonnen)", "kind": "vrouwenopvang", "secret": True, "address": "Verzonnenlaan 1, Nergenshuizen",
            "access": "Bel de coördinator plaatsing, ook 's nachts. (verzonnen)", "phone": "14 0012", "security": "high",
            "financing": "municipality", "languages": ["nl", "en", "interpreter"], "stays": ["dutch", "eu", "reflection"],
            "answers": {"night_intake": "yes", "phone": "no", "lgbtiq": "yes"}, "distances": {"havenstad": "30", "duindorp": "10"},
        },
        (
            {"name": "Kamer 1", "sexes": ["woman"], "age_from": 18, "children": 0, "answers": {"pregnant": "yes", "pets": "no", "addiction": "no"}},
            {"name": "Kamer 2", "sexes": ["woman"], "age_from": 18, "children": 2, "answers": {"lvb": "yes", "pets": "yes", "pregnant": "yes"}},
            {"name": "Gezinskamer", "sexes": ["woman", "man", "other"], "age_from": 18, "children": 4, "answers": {"partner": "yes", "wheelchair": "yes"}},
        ),
    ),
    (
        ANKER, 1_900,
        {
            "name": "Huis West (verzonnen)", "kind": "crisisopvang", "secret": True, "address": "Verzonnenlaan 2, Nergenshuizen",
            "access": "Bel de coördinator plaatsing. (verzonnen)", "phone": "14 0013", "security": "basic", "longest": 42,
            "languages": ["nl"], "answers": {"night_intake": "no"}, "distances": {"duindorp": "30"},
        },
        (
            {"name": "Studio A", "sexes": ["woman", "other"], "age_from": 16, "age_to": 27, "children": 1, "answers": {"ggz": "yes"}},
            {"name": "Studio B", "answers": {}},
        ),
    ),
    (
        NIGHT["name"], 20,
        {
            "name": "De Lange Nacht (verzonnen)", "kind": "mannenopvang", "secret": False, "address": "Verzonnenkade 3, Havenstad",
            "access": "Meld je aan de balie. (verzonnen)", "phone": "14 0016", "security": "basic", "financing": "both", "longest": 90,
            "languages": ["nl", "en", "pl", "ro"], "stays": ["dutch", "eu", "reflection", "none"],
            "answers": {"night_intake": "yes", "phone": "yes", "no_fee": "yes"}, "distances": {"havenstad": "0", "duindorp": "10"},
        },
        (
            {"name": "Bed 1", "sexes": ["man"], "age_from": 18, "children": 0, "answers": {"addiction": "yes", "wheelchair": "no"}},
            {"name": "Bed 2", "sexes": ["man"], "age_from": 18, "children": 0, "answers": {"addiction": "yes", "pets": "yes"}},
            {"name": "Bed 3", "sexes": ["man"], "age_from": 18, "children": 0, "answers": {"wheelchair": "yes", "medical": "yes"}},
        ),
    ),
)  # fmt: skip


def write(places: Mapping[str, Municipality]) -> None:
    """Write them as the care coordinator: one said nothing since yesterday, one place is taken, one is closed, one person waits."""
    here = User.objects.filter(municipality=places[HAVENSTAD])
    chris, dewi = (here.get(grants__role=role) for role in (Role.CHAIN_COORDINATOR, Role.CARE_COORDINATOR))
    partners.add(NIGHT, by=chris)
    first, made = finding.tonight(), dict[str, Place]()
    for whose, minutes, about, rooms in HOUSES:
        shelter = services.add(PartnerEntry.objects.get(organisation__name=whose).organisation, about, by=dewi)
        made |= {each["name"]: services.add_place(shelter, each, by=dewi) for each in rooms}
        services.confirm(shelter, free=len(rooms), by=dewi)
        Shelter.objects.filter(pk=shelter.pk).update(confirmed_at=timezone.now() - timedelta(minutes=minutes))
    services.close_nights(made["Bed 3"], first, first + timedelta(days=3), by=dewi)
    stay = placing.Stay(
        alias="Vrouw Meeuw (verzonnen)", because="Ver genoeg van de haven, en er is iemand die haar taal spreekt. (verzonnen)",
        first=first, until=first + timedelta(days=28), form="demo-plaatsing", criteria={"sex": "woman", "age": 31, "secret": True},
    )  # fmt: skip
    placing.place(placing.reserve(made["Kamer 1"], stay, by=dewi), seen=1, by=dewi)
    needs = {"sex": "man", "age": 24, "must": ["wheelchair"], "rather": ["phone"]}
    placing.wait(
        "Man Stern (verzonnen)",
        urgency="b_week",
        criteria=needs,
        text="Slaapt nu bij een kennis. (verzonnen)",
        by=dewi,
    )
