"""The page behind a one-time link: a professional without an account files one report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from baken.intake import access, services
from baken.intake.forms import LinkForm, posted, sent_along
from baken.intake.models import OneTimeLink
from baken.privacy import codes
from baken.signals.refusals import CannotReceive, NotTaken
from baken.ui.forms import new_secret
from baken.ui.public import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def with_link(request: HttpRequest, token: str) -> HttpResponse:
    """File one report. A link that was used, withdrawn, is too old or never was looks the same."""
    form = LinkForm(posted(request), sent_along(request), initial={"form": new_secret()})
    link = access.usable_link(token, request.POST.get("form", ""), today=timezone.localdate())
    if link is None:
        return _closed(request, form)
    if form.is_valid():
        return _file(request, link, form)
    return _form(request, link, form, status=422 if form.errors else 200)


def _file(request: HttpRequest, link: OneTimeLink, form: LinkForm) -> HttpResponse:
    try:
        received = services.file_with_link(
            link, form.told(get_language() or "nl"), form.came_along, about=form.about()
        )
    except services.LinkClosed:
        return _closed(request, form)
    except CannotReceive:
        return _form(request, link, form, status=409)
    except NotTaken as why:
        form.add_error(None, str(why))
        return _form(request, link, form, status=why.status)
    known = {"report": received.report, "code": codes.shown(received.code)}
    return render(request, "intake/acknowledged_public.html", known)


def _form(request: HttpRequest, link: OneTimeLink, form: LinkForm, *, status: int) -> HttpResponse:
    known = {"form": form, "link": link, "nobody": status == 409}
    return render(request, "intake/link.html", known, status=status)


def _closed(request: HttpRequest, form: LinkForm) -> HttpResponse:
    """What was typed comes back, to be copied or sent as an open report."""
    return render(request, "intake/link_closed.html", {"story": form.data.get("story", "")}, status=404)
