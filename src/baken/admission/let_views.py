"""Pages about who sees a case: who was let in and why, who could see it on a day, letting in, taking back, shutting out, asking."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.accounts.who import user_of
from baken.admission import letting, standing
from baken.admission.let_forms import (
    AnswerForm,
    AskForm,
    DayForm,
    DirectorForm,
    GrantForm,
    PersonForm,
    ReasonForm,
    SecretForm,
    person_words,
)
from baken.coordination import access, services
from baken.coordination.acting import LIST, Ask, act
from baken.coordination.models import Case
from baken.coordination.views import ask_and_do
from baken.ui.forms import HouseForm

WHO = "cases:who"


@require_safe
def who(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who sees this case and why; on another day too (`?dag=`). Why I can see it is there for everybody who does."""
    user = user_of(request)
    seen = access.read_case(user, pk)
    form, today = DayForm(request.GET if "dag" in request.GET else None), timezone.localdate()
    day = (form.cleaned_data["dag"] if form.is_valid() else None) or today
    known = {
        "seen": seen,
        "case": seen.case,
        "form": form if form.errors else DayForm(initial={"dag": day}),
        "day": day,
        "could": standing.who_could(seen.case, day) if seen.sight.leads else [],
        "mine": access.grants_for(seen),
        "grants": access.grants_of(seen),
        "excluded": access.exclusions_of(seen),
        "waiting": letting.requests_waiting([seen.case]) if seen.sight.leads else [],
        "today": today,
    }
    return render(request, "cases/who.html", known)


@ask_and_do
def let_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let somebody in."""
    user = user_of(request)
    seen = access.to_lead(user, pk)
    people = [each for each in access.colleagues_for(seen.case) if each.pk != seen.case.director_id]

    def make(data: Any, now: Case) -> GrantForm:
        return GrantForm(data, people=people, tracks=seen.tracks, language=user.language)

    def write(form: Any) -> None:
        letting.grant(seen.case, form.person, form.chosen, by=user)

    ask = Ask(
        title=_("Iemand toelaten"), button=_("Laat toe"), back=WHO, once=True, done=_("Deze persoon ziet nu wat je koos."),
        lead=_("Geef niet meer dan nodig is. De toegang stopt vanzelf na de laatste dag."),
    )  # fmt: skip
    return act(request, seen, make, write, ask)


@ask_and_do
def take_back(request: HttpRequest, pk: UUID, grant_pk: UUID) -> HttpResponse:
    """Take a grant back."""
    seen = access.to_lead(user_of(request), pk)
    given = access.grant_of(seen, grant_pk)

    def write(form: HouseForm) -> None:
        letting.revoke(given, reason=form.cleaned_data["reason"], by=seen.user)

    ask = Ask(
        title=_("Toegang van %(name)s intrekken") % {"name": given.user.name}, button=_("Trek in"), back=WHO,
        done=_("Deze toegang geldt niet meer. Had deze persoon nog actiepunten? Die zie je bij de casus, met wie ze overneemt."),
    )  # fmt: skip
    return act(request, seen, lambda data, now: ReasonForm(data), write, ask)


@ask_and_do
def shut_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shut somebody out because of a conflict of interest."""
    seen = access.to_lead(user_of(request), pk)
    people = [each for each in access.colleagues_for(seen.case) if each.pk != seen.case.director_id]

    def write(form: Any) -> None:
        letting.exclude(seen.case, form.person, reason=form.cleaned_data["reason"], by=seen.user)

    ask = Ask(
        title=_("Iemand uitsluiten"), button=_("Sluit uit"), back=LIST, done=_("Deze persoon ziet de casus niet meer."),
        lead=_("Voor wie te dichtbij staat: familie, buren, een eigen belang. De casus bestaat dan niet meer voor die persoon; de meldingen zelf wel, als diens werk die opent."),
    )  # fmt: skip
    return act(request, seen, lambda data, now: PersonForm(data, people=people), write, ask)


@ask_and_do
def lift(request: HttpRequest, pk: UUID, exclusion_pk: UUID) -> HttpResponse:
    """Let somebody be let in again."""
    seen = access.to_lead(user_of(request), pk)
    found = access.exclusion_of(seen, exclusion_pk)

    def write(form: HouseForm) -> None:
        letting.lift(found, reason=form.cleaned_data["reason"], by=seen.user)

    ask = Ask(
        title=_("Uitsluiting van %(name)s opheffen") % {"name": found.user.name}, button=_("Hef op"), back=WHO
    )
    return act(request, seen, lambda data, now: ReasonForm(data), write, ask)


@ask_and_do
def secret(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a case extra secret, or no longer."""
    seen = access.to_lead(user_of(request), pk)
    wanted = request.POST.get("wanted", "nee" if seen.case.secret else "ja") == "ja"

    def make(data: Any, now: Case) -> SecretForm:
        return SecretForm(data, initial={"seen": now.revision, "wanted": "ja" if wanted else "nee"})

    def write(form: HouseForm) -> None:
        data = form.cleaned_data
        services.set_secret(seen.case, wanted, reason=data["reason"], seen=data["seen"], by=seen.user)

    title, button = (
        (_("Extra geheim maken"), _("Maak extra geheim")) if wanted else (_("Niet meer extra geheim"), _("Hef op"))
    )
    lead = _(
        "Een extra geheime casus zien alleen de regisseur en wie is toegelaten. Andere ketenregisseurs zien de casus niet, en jij ook niet als je geen regisseur bent."
    )
    back = WHO if seen.case.director_id == seen.user.pk else LIST
    return act(request, seen, make, write, Ask(title=title, button=button, lead=lead, back=back))


@ask_and_do
def director(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the case to another director."""
    seen = access.to_lead(user_of(request), pk)
    people = [each for each in access.directors(seen.case.municipality_id) if each.pk != seen.case.director_id]

    def make(data: Any, now: Case) -> DirectorForm:
        return DirectorForm(data, people=people, initial={"seen": now.revision})

    def write(form: Any) -> None:
        data = form.cleaned_data
        services.give_to(seen.case, form.person, reason=data["reason"], seen=data["seen"], by=seen.user)

    ask = Ask(title=_("Een ander leidt de casus"), button=_("Geef over"), back=LIST)
    return act(request, seen, make, write, ask)


@ask_and_do
def ask_in(request: HttpRequest) -> HttpResponse:
    """Ask to be let in to a case by its number. The answer is the same whether it exists or not."""
    user = user_of(request)
    access.cases_for(user)  # refuses whose role does not work in cases
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            letting.ask(
                access.case_called(form.cleaned_data["number"]), reason=form.cleaned_data["reason"], by=user
            )
        except services.NotPossible as why:
            form.add_error(None, str(why))
    if form.is_valid():
        messages.success(
            request, _("Bestaat deze casus, dan krijgt de regisseur je vraag. Je hoort het als je toegang hebt.")
        )
        return redirect("cases:list")
    return render(request, "cases/ask_in.html", {"form": form}, status=422 if form.errors else 200)


@ask_and_do
def answer(request: HttpRequest, pk: UUID, request_pk: UUID) -> HttpResponse:
    """Answer somebody who asks to be let in: with a scope, or no."""
    user = user_of(request)
    seen = access.to_lead(user, pk)
    asked = access.request_of(seen, request_pk)

    def make(data: Any, now: Case) -> AnswerForm:
        return AnswerForm(data, tracks=seen.tracks, language=user.language)

    def write(form: Any) -> None:
        scope = None if form.refuses else form.chosen
        letting.answer(asked, scope, words=form.cleaned_data["reason"], by=user)

    ask = Ask(
        title=_("%(name)s vraagt toegang") % {"name": person_words(asked.user)}, button=_("Laat toe"), back=WHO
    )
    return act(request, seen, make, write, ask, asked=asked)
