"""Pages about hits with other municipalities: ask, read and answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.catalogue import load
from baken.links import access, asking, services
from baken.links.forms import AnswerForm, AskForm, next_page
from baken.links.models import HitRequest
from baken.sharing.words import ANSWERS
from baken.signals.line import TYPE_NAMES
from baken.signals.models import Report


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Questions of other municipalities that wait, and those we asked."""
    user = user_of(request)
    every = list(access.requests_for(user)[:200])
    known = {
        "to_us": [each for each in every if each.to_place_id == user.municipality_id],
        "by_us": [each for each in every if each.from_place_id == user.municipality_id],
    }
    return render(request, "links/requests.html", known)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: UUID, place: str, kind: str) -> HttpResponse:
    """Ask about a hit, with purpose and ground."""
    user = user_of(request)
    report, hit = access.hit_to_ask(user, pk, place=place, kind=kind)
    form, question = AskForm(kind=hit.kind, by=user), None
    if request.method == "POST":
        form, question = next_page(request.POST, hit.kind, by=user)
    if question is not None:
        try:
            asked = services.ask(report, to_place=hit.place, kind=hit.kind, question=question, by=user)
            return redirect("links:request", asked.pk)
        except (services.Changed, services.Refused) as why:
            form.add_error(None, str(why))
        except services.TooMany as why:
            form.add_error(None, str(why))
            answer = render(request, "links/ask.html", {"report": report, "hit": hit, "form": form}, status=429)
            answer["Retry-After"] = str(why.seconds)
            return answer
    known = {"report": report, "hit": hit, "form": form}
    return render(request, "links/ask.html", known, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def request_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One question and its answer; whoever was asked answers here."""
    user = user_of(request)
    asked = (access.request_to_answer if request.method == "POST" else access.read_request)(user, pk)
    about = access.asked_about(user, asked)
    form = AnswerForm(request.POST if request.method == "POST" else None, about=about)
    if request.method == "POST" and form.is_valid():
        try:
            _answer(asked, form, user)
            return redirect("links:request", pk)
        except (services.Changed, services.Refused) as why:
            form.add_error(None, str(why))
            asked = access.read_request(user, pk)
    known = {"asked": asked, "about": about, "form": form, "opened": _opened(asked, user), "said": _said(asked)}
    known |= {"ours": asked.from_place_id == user.municipality_id, "ground": asking.ground_name(asked)}
    if asked.is_open and not known["ours"]:
        known["stops"] = asking.may_answer(asked, by=user).reasons
    return render(request, "links/request.html", known, status=422 if form.errors else 200)


def _answer(asked: HitRequest, form: AnswerForm, user: User) -> None:
    if form.cleaned_data["answer"] == "grant":
        services.grant(asked, opened=form.opened(), note=form.cleaned_data["note"], by=user)
    else:
        services.refuse(asked, reason=form.cleaned_data["note"], by=user)


def _said(asked: HitRequest) -> list[tuple[str, str]]:
    """What the ground asked and what was answered, each in words."""
    return [(str(ANSWERS.get(need, need)), text) for need, text in (asked.answers or {}).items()]


def _opened(asked: HitRequest, user: User) -> list[tuple[Report, str, str]]:
    """Each opened report with its work setting and type in words."""
    settings = load().settings
    return [
        (
            each,
            settings[each.setting].title.say(user.language) if each.setting in settings else "–",
            str(TYPE_NAMES.get(each.main_type, each.main_type)),
        )
        for each in access.opened_by(asked)
    ]
