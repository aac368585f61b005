"""Pages of files of victims: the list, taking in, one file, changing, handing over, closing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.care import access, clocks, places, route, services
from baken.care.asking import act
from baken.care.forms import CONTACT, EditForm, HandForm, TakeInForm
from baken.coordination.services import Changed, NotPossible
from baken.ui.forms import new_secret
from baken.ui.pages import leaf

PER_PAGE = 25
ask_and_do = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """The files that one sees: who is in danger first, with the term that presses most."""
    user, closed = user_of(request), request.GET.get("lijst") == "gesloten"
    page = leaf(access.files_for(user).filter(closed_on__isnull=not closed), PER_PAGE, request.GET.get("pagina"))
    access.note_list(user)
    running = {} if closed else clocks.clocks_of(page.object_list)
    rows = [(file, next(iter(clocks.pressing(running.get(file.pk, ()))), None)) for file in page.object_list]
    return render(request, "care/list.html", {"page": page, "rows": rows, "closed": closed})


@ask_and_do
def new(request: HttpRequest) -> HttpResponse:
    """Somebody is taken in, directly or from the track of a victim in a case (`?spoor=`)."""
    user = user_of(request)
    access.files_for(user)  # refuses who gives no care
    track = access.track_for(user, request.GET.get("spoor", ""))
    form = TakeInForm(request.POST if request.method == "POST" else None, initial={"form": new_secret()})
    if form.is_valid():
        data = form.cleaned_data
        taken = services.Taken(
            form=data["form"], alias=data["alias"], situation=data["situation"], interpreter=data["interpreter"],
            secret=data["secret"], contact=form.contact, answers=form.answers,
        )  # fmt: skip
        return redirect("care:route", services.take_in(taken, by=user, track=track).pk)
    return render(request, "care/new.html", {"form": form, "track": track}, status=422 if form.errors else 200)


@require_safe
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One file: what to do now, the clocks, safe contact, and what happened."""
    user = user_of(request)
    seen = access.read_file(user, pk)
    running = clocks.clocks_of([seen.file])[seen.file.pk]
    told = seen.file.safe_contact or {}
    known = {
        "seen": seen,
        "file": seen.file,
        "route": route.told(seen.file, user.language),
        "clocks": clocks.pressing(running)[:5],
        "contact": [(label, told[key]) for key, label, _help in CONTACT if told.get(key)],
        "placements": places.of_file(user, seen.file),
    }
    return render(request, "care/file.html", known)


@ask_and_do
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change how somebody is called, what is going on, and how to reach them safely."""
    seen = access.read_file(user_of(request), pk)

    def make(posted: Any) -> EditForm:
        return EditForm(posted, initial=EditForm.first(access.look(seen.user, pk).file))

    def write(form: EditForm) -> None:
        kept = {name: form.cleaned_data[name] for name in ("alias", "situation", "interpreter")}
        services.edit(seen.file, seen=form.cleaned_data["seen"], by=seen.user, safe_contact=form.contact, **kept)

    return act(request, seen, make, write, title=_("Wijzig het dossier"), button=_("Bewaar"))


@ask_and_do
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the file to another care coordinator."""
    seen = access.read_file(user_of(request), pk)

    def make(posted: Any) -> HandForm:
        return HandForm(posted, people=access.coordinators_of(seen))

    def write(form: HandForm) -> None:
        services.hand_to(seen.file, form.cleaned_data["colleague"], by=seen.user)

    return act(
        request, seen, make, write, title=_("Geef het dossier aan een collega"), button=_("Geef het dossier"),
        lead=_("Je collega wordt zorgcoördinator van dit dossier en krijgt een mail zonder inhoud."),
        done=_("Je collega krijgt bericht."), back="care:list" if seen.file.secret else "care:file",
    )  # fmt: skip


@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the help; not while a term must still be acted on today, unless somebody ends that first."""
    seen = access.read_file(user_of(request), pk)
    if clocks.missed(clocks.clocks_of([seen.file])[seen.file.pk]):
        messages.error(
            request,
            _(
                "Er is een termijn waar je nog iets mee moet. Regel die eerst, of schrijf op waarom hij niet geldt."
            ),
        )
        return redirect("care:clocks", pk)
    try:
        services.close(seen.file, by=seen.user, seen=int(request.POST.get("seen") or -1))
    except NotPossible:
        pass  # it is closed already
    except (Changed, ValueError):
        messages.error(request, _("Een collega heeft dit dossier net gewijzigd. Kijk eerst wat er nu staat."))
    return redirect("care:file", pk)


@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open the file again."""
    seen = access.read_file(user_of(request), pk)
    services.reopen(seen.file, by=seen.user)
    return redirect("care:file", pk)
