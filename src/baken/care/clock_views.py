"""Pages of legal terms: the clocks of somebody, what happened, why a term does not hold, and confirming terms."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.care import access, clocks, services
from baken.care.asking import act
from baken.care.forms import AsideForm, ConfirmForm, HappenedForm
from baken.care.views import ask_and_do
from baken.catalogue import load
from baken.coordination.services import NotPossible
from baken.deadlines.confirming import is_confirmed


@require_safe
def timeline(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every clock of somebody, the most pressing first; those that wait for something under a fold."""
    seen = access.read_file(user_of(request), pk)
    found = clocks.clocks_of([seen.file], reasons=True)[seen.file.pk]
    known = {
        "seen": seen,
        "file": seen.file,
        "running": [clock for clock in found if clock.state not in clocks.QUIET],
        "quiet": [clock for clock in found if clock.state in clocks.QUIET],
        "happened": [(each, load().events.get(each.event)) for each in seen.happenings],
    }
    return render(request, "care/clocks.html", known)


@ask_and_do
def happened(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down something that starts or ends a term (`?wat=`)."""
    user = user_of(request)
    seen = access.read_file(user, pk)

    def make(posted: Any) -> HappenedForm:
        return HappenedForm(posted, language=user.language, initial={"event": request.GET.get("wat", "")})

    def write(form: HappenedForm) -> None:
        on, moment = form.when
        data = form.cleaned_data
        services.happened(seen.file, data["event"], on=on, moment=moment, remark=data["remark"], by=user)

    return act(
        request, seen, make, write, title=_("Wat gebeurde er?"), button=_("Schrijf het op"), back="care:clocks",
        lead=_("Baken telt de termijnen die hiermee beginnen of eindigen."),
    )  # fmt: skip


@require_POST
def take_back(request: HttpRequest, pk: UUID, happening_pk: UUID) -> HttpResponse:
    """It did not happen, or not like this."""
    seen = access.read_file(user_of(request), pk)
    services.take_back(access.happening_of(seen, happening_pk), by=seen.user)
    messages.success(request, _("Teruggenomen. Het blijft te lezen in wat er gebeurde."))
    return redirect("care:clocks", pk)


@ask_and_do
def set_aside(request: HttpRequest, pk: UUID, term: str) -> HttpResponse:
    """A term does not hold for this person, with why; or it holds after all."""
    seen = access.read_file(user_of(request), pk)
    if term not in load().deadlines:
        raise Http404
    if request.POST.get("go") == "lift" and not seen.file.is_closed:
        services.lift(seen.file, term, by=seen.user)
        return redirect("care:clocks", pk)

    def write(form: AsideForm) -> None:
        services.set_aside(seen.file, term, because=form.cleaned_data["because"], by=seen.user)

    title = load().deadlines[term].title.say(seen.user.language)
    return act(
        request, seen, AsideForm, write, title=title, button=_("Deze termijn geldt niet"), back="care:clocks"
    )


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """All terms with source and date, and which of them the municipality confirmed."""
    user = user_of(request)
    told = {(each.term, each.mark): each for each in access.confirmations_for(user)}
    confirmed = access.confirmed_in(user.municipality_id)
    found = sorted(
        (each for each in load().deadlines.values() if each.retired is None), key=lambda each: each.order
    )
    rows = [
        (term, is_confirmed(term, confirmed), told.get((term.slug, confirmed.get(term.slug, ""))))
        for term in found
    ]
    return render(request, "care/terms.html", {"rows": rows, "done": sum(done for _term, done, _told in rows)})


@ask_and_do
def confirm(request: HttpRequest, term: str) -> HttpResponse:
    """Say that a term is right as it stands, and where that was looked up."""
    user = user_of(request)
    access.confirmations_for(user)  # refuses who gives no care
    found = load().deadlines.get(term)
    if found is None:
        raise Http404
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.confirm_term(term, looked_at=form.cleaned_data["looked_at"], by=user)
        except NotPossible as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("De termijn is bevestigd voor jouw gemeente."))
            return redirect("care:terms")
    return render(request, "care/confirm.html", {"term": found, "form": form}, status=422 if form.errors else 200)
