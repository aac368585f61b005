"""Builders for tests: something that was given, without a report."""

import uuid

from baken.sharing import services
from baken.sharing.models import Disclosure
from baken.sharing.package import Package
from baken.sharing.rule import Wish

PACKAGE = Package(
    "Doorgestuurde melding", (("Kenmerk", "D-1"),), (("Wat er gemeld is", "[naam] slaapt in de loods."),), "[naam]"
)


def make_disclosure(
    by,
    *,
    receiver=None,
    for_whom="receive_reports",
    kind="report",
    subject="00000000-0000-4000-8000-000000000001",
    files=(),
) -> Disclosure:
    """Given without personal data, to another municipality here or to the police as a file."""
    recipient = "municipality" if receiver else "police"
    wish = Wish(
        recipient=recipient, purpose="help", roles=frozenset(), given=frozenset({"unrecognisable", "necessity"})
    )  # fmt: skip
    draft = services.Draft(
        id=uuid.uuid4(), subject_kind=kind, subject_id=subject, ground="no-personal-data", wish=wish,
        organisation="Team Mensenhandel", package=PACKAGE, parts=("story",), necessity="Om te helpen.", files=tuple(files),
        receiver=receiver, for_whom=for_whom if receiver else "",
    )  # fmt: skip
    return services.disclose(draft, by=by)
