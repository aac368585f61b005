"""The terms of a municipality: who manages settings changes them, with date and name."""

import hashlib

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.models import User
from baken.signals.models import TermSetting
from baken.signals.terms import Terms
from baken.triage import access, settings
from baken.triage.forms import TermsForm

FIELDS = (
    "high",
    "normal",
    "follow_up",
    "escalate",
    "open_months",
    "good_friday",
    "liberation_day",
    "closing_days",
)


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest) -> HttpResponse:
    """Within how many working days somebody acts, and when the office is closed."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 (LoginRequiredMiddleware made sure)
    setting = access.term_setting(user)
    form = TermsForm(request.POST) if request.method == "POST" else TermsForm(initial=_now(setting))
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in FIELDS}
        if form.cleaned_data["seen"] == _state(setting):
            settings.set_terms(values, by=user)
            messages.success(request, _("Bewaard. De uiterste dag van elke open melding is opnieuw berekend."))
            return redirect("inbox:terms")
        typed = request.POST.copy()
        typed["seen"] = _state(setting)
        form = TermsForm(typed)
        form.add_error(
            None,
            _(
                "Een collega heeft de termijnen net gewijzigd. Wat jij typte staat hier nog; bewaar het als het klopt."
            ),
        )
    known = {"form": form, "setting": setting}
    return render(request, "triage/terms.html", known, status=422 if request.method == "POST" else 200)


def _now(setting: TermSetting | None) -> dict[str, object]:
    if setting is None:
        known: dict[str, object] = {name: getattr(Terms(), name) for name in FIELDS[:5]}
    else:
        known = {name: getattr(setting, name) for name in FIELDS} | {
            "closing_days": "\n".join(setting.closing_days)
        }
    return known | {"seen": _state(setting)}


def _state(setting: TermSetting | None) -> str:
    known = [getattr(setting, name) for name in FIELDS] if setting else []
    return hashlib.sha256(repr(known).encode()).hexdigest()[:16]
