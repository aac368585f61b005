"""The demo's front door: one click signs in as somebody. These addresses exist only where BAKEN_DEMO is on."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.session import DEMO_SIGN_IN
from baken.home import demo
from baken.privacy import trace


@login_not_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the invented region, with a button each."""
    return render(request, "home/demo.html", {"people": demo.people()})


@login_not_required
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Become this invented person. Nobody else's account can be entered so."""
    try:
        wanted = UUID(request.POST.get("who", ""))
    except ValueError:
        raise Http404 from None
    person = next((each for each in demo.people() if each.pk == wanted), None)
    if not settings.DEMO or person is None:
        raise Http404
    login(request, person, backend="baken.accounts.backend.StaffBackend")
    request.session[DEMO_SIGN_IN] = True
    trace.note("signed in", "user", person.pk, actor=person.pk, municipality=person.municipality_id)
    return redirect("desk:today")
