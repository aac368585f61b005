"""Pages of consent in a case: what was agreed, recording it, and withdrawing it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts.who import user_of
from baken.catalogue import load
from baken.consent import access, ages, flow, services
from baken.consent.forms import ConsentForm, WithdrawForm
from baken.coordination import access as cases
from baken.coordination.acting import Ask, act
from baken.coordination.models import Case
from baken.coordination.views import ask_and_do
from baken.ui.forms import HouseForm

LIST = "consent:list"


@require_safe
def consents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What victims agreed to in the tracks that one sees: what holds, and what was."""
    seen = cases.read_case(user_of(request), pk)
    found = access.consents_of(seen)
    known = {
        "seen": seen,
        "case": seen.case,
        "now": [each for each in found if each.holds],
        "past": [each for each in found if not each.holds],
        "may_add": bool(access.victims_in(seen)),
    }
    return render(request, "consent/list.html", known)


@ask_and_do
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that a victim agrees."""
    seen = cases.read_case(user_of(request), pk)
    tracks = access.victims_in(seen)
    if not tracks:
        cases.refuse(seen.user, pk)
    people, to = cases.colleagues_for(seen.case), flow.choice_of(seen.user)

    def make(data: Any, now: Case) -> ConsentForm:
        return ConsentForm(data, tracks=tracks, people=people, to=to, initial={"heard_by": str(seen.user.pk)})

    def write(form: Any) -> None:
        receiver = flow.chosen(form.cleaned_data["to"], seen.user)
        services.give(form.victim, form.heard(receiver.recipient, receiver.organisation), by=seen.user)

    ask = Ask(title=_("Toestemming vastleggen"), button=_("Leg vast"), back=LIST, hint="consent/_rules.html")
    known = {"articles": ages.ARTICLES, "sources": [load().sources[slug] for slug in ages.SOURCES]}
    return act(request, seen, make, write, ask, **known)


@ask_and_do
def withdraw(request: HttpRequest, pk: UUID, consent_pk: UUID) -> HttpResponse:
    """The victim no longer agrees. Everybody who sees the track can write that down, at any time."""
    seen = cases.read_case(user_of(request), pk)
    found = access.consent_of(seen, consent_pk)

    def write(form: HouseForm) -> None:
        services.withdraw(found, words=form.cleaned_data["words"], by=seen.user)

    ask = Ask(
        title=_("Toestemming van %(name)s intrekken") % {"name": found.track.name}, button=_("Trek in"),
        back=LIST if seen.sight.whole else "cases:list", done=_("Ingetrokken. Wat erop rustte, geldt vanaf nu niet meer."),
        lead=_("Toegang op deze toestemming stopt meteen, en er kan niets meer op worden gegeven. Wie al iets kreeg, krijgt bericht."),
    )  # fmt: skip
    return act(request, seen, lambda data, now: WithdrawForm(data), write, ask)
