"""Two plainly invented people who are helped in Havenstad: one with a reflection period that runs, one of tonight. Nobody exists."""

from datetime import timedelta

from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.accounts.roles import Role
from baken.care import services


def write(place: Municipality) -> None:
    """Take them in with what was told, and write down what happened."""
    today, by = timezone.localdate(), User.objects.get(municipality=place, grants__role=Role.CARE_COORDINATOR)
    rested = services.take_in(
        services.Taken(
            form="demo-hulp-1-" + "d" * 20,
            alias="Vrouw A (verzonnen)",
            situation="Slaapt sinds kort op een veilige plek. Wil eerst rusten, en daarna kiezen.",
            interpreter="Pools",
            contact={
                "channel": "Alleen bellen, op haar nieuwe nummer. Dat staat bij de opvang.",
                "hours": "Tussen 10 en 12 uur.",
                "words": "Zeg dat je van de huisarts bent. Noem de politie niet.",
                "not_know": "Haar nicht en de man bij wie zij werkte.",
            },
            answers={
                "immediate_danger": False, "possibly_minor": False, "shelter_needed": True, "status": "eu",
                "willing_to_report": "undecided", "exploitation": ("labour",),
            },
        ),
        by=by,
    )  # fmt: skip
    services.happened(rested, "aangeboden_bedenktijd", on=today - timedelta(days=70), by=by)
    services.choose(
        rested, follows=True, why="Zij wil bedenktijd en blijft waar zij nu slaapt.", seen=rested.revision, by=by
    )
    services.take_in(
        services.Taken(
            form="demo-hulp-2-" + "d" * 20,
            alias="Jongen B (verzonnen)",
            situation="Belde vanaf een station. Weet niet waar hij vannacht slaapt.",
            answers={"immediate_danger": False, "possibly_minor": True, "age_certain": False},
        ),
        by=by,
    )
