"""May somebody be let in on this ground? The same rule as for what is given to others (`sharing.rule`), for who works elsewhere."""

from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import NEEDS
from baken.coordination import resting
from baken.coordination.models import Case
from baken.coordination.scope import Scope
from baken.partners import access as partners
from baken.sharing import access as sharing
from baken.sharing.rule import Wish, may_share

SHOWN = frozenset({"person"})  # a track is read as it was written: names and all


def judge(case: Case, user: User, scope: Scope, *, by: User) -> tuple[str, str]:
    """As which receiver a ground knows this person, and why they cannot be let in; empty when they can.

    A colleague of the municipality of the case is no receiver: no outside route is needed.
    """
    recipient = partners.recipient_of(user, case.municipality_id)
    if recipient is None:
        return "", ""
    if not recipient:
        return "", _("Bij deze persoon hoort geen partner met een soort ontvanger. Vul die eerst in bij Partners.")
    wish = Wish(
        recipient=recipient, purpose=scope.purpose, roles=frozenset(by.roles), shown=SHOWN, whole=scope.whole,
        given=frozenset(NEEDS), confirmed=sharing.confirmed(case.municipality, scope.ground, recipient),
    )  # fmt: skip
    verdict = may_share(load().grounds.get(scope.ground), wish)
    reasons = verdict.reasons or tuple(resting.lacks(case, user, scope, recipient))
    return recipient, reasons[0] if reasons else ""
