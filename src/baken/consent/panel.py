"""What other pages show of consent and giving: on a case, on a received package, and on a line of the register."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.accounts.models import User
from baken.consent import access
from baken.coordination.access import Seen
from baken.sharing.models import Delivery, Disclosure


def beside(request: HttpRequest, seen: Seen) -> str:
    """On a case: which consent holds, what was given, and the way to both."""
    known = {
        "case": seen.case,
        "consents": [each for each in access.consents_of(seen) if each.holds],
        "given": len(access.given_from(seen)),
        "whole": seen.sight.whole,
        "gives": access.may_give(seen),
        "may_add": bool(access.victims_in(seen)),
    }
    return render_to_string("consent/_beside.html", known, request)


def take_over(request: HttpRequest, delivery: Delivery) -> str:
    """On a received package with tracks: make a case of it, or go to the case that was made."""
    user = request.user
    if not isinstance(user, User) or delivery.for_whom != access.TAKE or not user.may(access.TAKE):
        return ""
    return render_to_string(
        "consent/_take_over.html", {"it": delivery, "made": access.taken_as(user, delivery)}, request
    )


def subject(request: HttpRequest, disclosure: Disclosure) -> str:
    """On a line of the register: the way back to the case, for who sees it."""
    user = request.user
    if not isinstance(user, User) or disclosure.subject_kind != access.KIND:
        return ""
    if not user.may("see_cases") or not access.reads_subject(user, disclosure.subject_id):
        return ""
    return render_to_string("consent/_subject.html", {"it": disclosure}, request)
