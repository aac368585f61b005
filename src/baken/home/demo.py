"""The demo: fills an invented region, and lets one click sign in as each person. Only where BAKEN_DEMO is on."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from baken.accounts.models import Municipality, Region, RoleGrant, User
from baken.accounts.roles import Role
from baken.home import (
    demo_care,
    demo_cases,
    demo_files,
    demo_given,
    demo_links,
    demo_local,
    demo_oversight,
    demo_partners,
    demo_plan,
    demo_shelters,
    demo_work,
)
from baken.home.demo_people import DUINDORP, HAVENSTAD, MUNICIPALITIES, PEOPLE, REGION, REPORTS
from baken.signals import moves, services
from baken.signals.models import Report
from baken.signals.told import Told

ENDING = ".example"  # no real mailbox ends so (RFC 2606)


class NotADemo(RuntimeError):
    """This database holds people who are not invented."""


def _only_here() -> None:
    if not settings.DEMO:
        raise ImproperlyConfigured("De demo vult alleen als BAKEN_DEMO aan staat.")
    if User.objects.exclude(email__endswith=ENDING).exists():
        raise NotADemo("In deze database staan echte accounts. Kies een andere map met BAKEN_DATA.")


def people() -> list[User]:
    """Everybody of the demo, in the order of the story."""
    found = {
        user.email: user
        for user in User.objects.select_related("municipality", "organisation").prefetch_related("grants")
    }
    return [found[_email(name, place)] for name, place, _ in PEOPLE if _email(name, place) in found]


def _email(name: str, place: str) -> str:
    return f"{slugify(name.split()[0])}@{slugify(place)}{ENDING}"


def fill() -> None:
    """Make the invented region, its people and a handful of reports; does nothing when they are there.

    Raises NotADemo for a database with real accounts, ImproperlyConfigured outside the demo.
    """
    _only_here()
    if Municipality.objects.exists():
        return
    with transaction.atomic():
        region = Region.objects.create(name=REGION)
        places = {
            name: Municipality.objects.create(region=region, name=name, slug=slugify(name))
            for name in MUNICIPALITIES
        }
        for name, place, role in PEOPLE:
            user = User(email=_email(name, place), name=name, municipality=places[place])
            user.set_unusable_password()
            user.save()
            RoleGrant.objects.create(user=user, role=role)
        officers = User.objects.filter(municipality=places[HAVENSTAD], grants__role=Role.FOCAL_OFFICER).order_by(
            "email"
        )
        first, second = officers
        first.deputy = second
        first.save(update_fields=["deputy"])
    demo_local.write(places)
    demo_partners.write(places)
    demo_shelters.write(places)
    demo_links.record(places)
    made = [
        _report(places[DUINDORP if number == 5 else HAVENSTAD], told, number)
        for number, told in enumerate(REPORTS)
    ]
    demo_work.write(made, amina=first, piet=second)
    demo_given.write(places, made)
    demo_oversight.write(places[HAVENSTAD])
    shared = demo_links.tell(places)
    demo_cases.write(places, [report for report in shared if report.municipality_id == places[HAVENSTAD].pk])
    demo_plan.write(places)
    demo_care.write(places[HAVENSTAD])


def _report(place: Municipality, told: dict[str, Any], number: int) -> Report:
    files = [demo_files.drawing()] if number == 0 else []
    report = services.receive_report(place, Told(form=f"demo-{number:020d}", **told), files).report
    report.received_on = timezone.localdate() - timedelta(days=number)
    moves.begin_term(report, report.received_on)
    report.save(update_fields=["received_on", "term_from", "due_on"])
    return report
