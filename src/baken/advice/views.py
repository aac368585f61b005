"""Pages: ask for advice without personal data, for everybody and at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.models import Municipality, User
from baken.advice.forms import OpenQuestionForm, QuestionForm
from baken.advice.services import ask_advice
from baken.privacy import codes
from baken.signals.refusals import CannotReceive, NotTaken
from baken.signals.report_views import code_page
from baken.signals.services import Received
from baken.ui.forms import new_secret
from baken.ui.public import public

forms_only = require_http_methods(["GET", "HEAD", "POST"])


@public
@forms_only
def ask(request: HttpRequest) -> HttpResponse:
    """Ask the focal officer of a municipality; the answer is read with the code."""
    form = OpenQuestionForm(_posted(request), initial={"form": new_secret()})
    received = _ask(form, form.chosen) if form.is_valid() else None
    if received:
        return code_page(request, received.report, received.code, form.cleaned_data["form"])
    return render(request, "advice/ask.html", {"form": form}, status=422 if form.errors else 200)


@forms_only
def ask_at_work(request: HttpRequest) -> HttpResponse:
    """Ask the focal officer of one's own municipality; nothing says which colleague asks."""
    assert isinstance(request.user, User)  # noqa: S101 (LoginRequiredMiddleware made sure)
    place = request.user.municipality
    form = QuestionForm(_posted(request), initial={"form": new_secret()})
    received = _ask(form, place) if form.is_valid() else None
    known = {"form": form, "place": place}
    if received:
        known = {"report": received.report, "code": codes.shown(received.code)}
        return render(request, "advice/asked.html", known)
    return render(request, "advice/ask_at_work.html", known, status=422 if form.errors else 200)


def _posted(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _ask(form: QuestionForm, place: Municipality) -> Received | None:
    """Send what a valid form holds; None when it was not taken, and then the form says why."""
    try:
        return ask_advice(place, story=form.story, form=form.cleaned_data["form"], language=form.language)
    except CannotReceive:
        form.add_error(
            None, _("Bij deze gemeente leest nu niemand vragen. Er is niets verstuurd. Bel de gemeente.")
        )
    except NotTaken as why:
        form.add_error(None, str(why))
    return None
