"""The terms of the phases of a municipality: who manages settings changes them, with what was set before."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.accounts.who import user_of
from baken.coordination import terms as phase_terms
from baken.coordination.models import PhaseTermSetting
from baken.coordination.phases import Phase
from baken.coordination.term_forms import PhaseTermsForm
from baken.coordination.views import ask_and_do
from baken.signals.urgency import Urgency


@ask_and_do
def terms(request: HttpRequest) -> HttpResponse:
    """Within how many working days a case leaves each phase, and what was set before."""
    user = user_of(request)
    history = phase_terms.history(user)
    form = PhaseTermsForm(request.POST if request.method == "POST" else None, initial=_first(history))
    if form.is_valid():
        asked = form.cleaned_data
        try:
            phase_terms.set_terms(form.days, reason=asked["reason"], seen=asked["seen"], by=user)
        except phase_terms.Changed:
            form = _again(request.POST, history)
        else:
            messages.success(request, _("Bewaard. Het geldt voor elke fase die vanaf nu begint."))
            return redirect("cases:terms")
    before = [(each, told(each, last)) for each, last in zip(history, [*history[1:], None], strict=False)]
    known = {"form": form, "urgencies": Urgency.labels, "history": before}
    return render(request, "cases/terms.html", known, status=422 if form.errors else 200)


def _first(history: list[PhaseTermSetting]) -> dict[str, object]:
    return PhaseTermsForm.first(history[0].days) | {"seen": str(history[0].pk)} if history else {}


def _again(posted: QueryDict, history: list[PhaseTermSetting]) -> PhaseTermsForm:
    """What was typed, beside what a colleague set meanwhile."""
    typed = posted.copy()
    typed["seen"] = str(history[0].pk) if history else ""
    form = PhaseTermsForm(typed)
    form.add_error(
        None,
        _("Een collega heeft de termijnen net gewijzigd. Wat jij typte staat hier nog; bewaar het als het klopt."),
    )
    return form


def told(each: PhaseTermSetting, before: PhaseTermSetting | None) -> list[str]:
    """What changed with this setting, in words."""
    new, old = PhaseTermsForm.first(each.days), PhaseTermsForm.first(before.days) if before else {}
    names = {
        f"{phase}_{urgency}": f"{phase.label}, {str(urgency.label).lower()}"
        for phase in Phase
        for urgency in Urgency
    }
    return [
        _("%(what)s: %(old)s → %(new)s") % {"what": name, "old": _said(old.get(key)), "new": _said(new.get(key))}
        for key, name in names.items()
        if old.get(key) != new.get(key)
    ]


def _said(days: int | None) -> str:
    return _("voorstel") if days is None else str(days)
