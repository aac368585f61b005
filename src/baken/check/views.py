"""Pages of the signal check: choose, tick or write, and the result. Nothing is stored and no cookie is set."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from baken.assessment.assess import assess, observe
from baken.assessment.observation import Observation, Status
from baken.catalogue import load
from baken.check.forms import CheckForm, settings_to_choose
from baken.check.result import Result, result_of
from baken.check.ticks import subjects_for
from baken.knowledge import access as knowledge
from baken.knowledge.place import place_called
from baken.ui.context import carried, slug_in
from baken.ui.forms import new_secret
from baken.ui.public import public, still


@still
def check(request: HttpRequest) -> HttpResponse:
    """Choose: tick what you saw, or write it down."""
    return render(request, "check/check.html", {"settings": settings_to_choose()})


@still
def check_ticks(request: HttpRequest) -> HttpResponse:
    """The list to tick, for one work setting."""
    setting = load().settings.get(request.GET.get("werkplek", ""))
    fitting, others = subjects_for(setting.slug if setting else "")
    known = {"setting": setting, "fitting": fitting, "others": others, "settings": settings_to_choose()}
    return render(request, "check/check_ticks.html", known | {"form": CheckForm()})


@public
@require_safe
def check_text(request: HttpRequest) -> HttpResponse:
    """Write or paste what you saw."""
    form = CheckForm(initial={"setting": request.GET.get("werkplek", "")})
    return render(request, "check/check_text.html", {"form": form})


@public
@require_http_methods(["GET", "HEAD", "POST"])
def check_result(request: HttpRequest) -> HttpResponse:
    """What it may mean and what to do; the person can take findings back and look again."""
    if request.method != "POST":
        return redirect("signals:check")
    form = CheckForm(request.POST)
    if not form.is_valid():
        known = {"form": form, **carried(slug_in(request.POST.get("gemeente", "")))}
        return render(request, "check/check_text.html", known, status=422)
    result, doubted = _result(form), [load().indicators[slug] for slug in form.cleaned_data["doubt"]]
    answer = {"form": form, "result": result, "secret": new_secret(), "doubted": doubted}
    return render(request, "check/check_result.html", answer | _local(request, result))


def _local(request: HttpRequest, result: Result) -> dict[str, Any]:
    """What the chosen municipality adds to this outcome; the choice came along in the form."""
    chosen = slug_in(request.POST.get("gemeente", ""))
    place = place_called(chosen)
    if place is None:
        return {}
    slugs = [item.slug for items in result.advice.values() for item in items]
    local = knowledge.beside_advice(place, slugs, now=result.assessment.acute)
    return {"local": local} | carried(chosen)


def _result(form: CheckForm) -> Result:
    note, taken_back = form.note(), set(form.cleaned_data["not_so"])
    seen = tuple(_unless(taken_back, each) for each in observe(note, load()))
    found = assess(note, load(), language=get_language() or "nl", observations=seen)
    return result_of(found, note.text)


def _unless(taken_back: set[str], seen: Observation) -> Observation:
    return replace(seen, status=Status.NEGATED) if seen.indicator in taken_back else seen
