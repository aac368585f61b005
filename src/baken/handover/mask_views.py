"""Hiding parts of a report, showing them again, and erasing them with two people."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.who import user_of
from baken.handover import hidden
from baken.handover.forms import EraseForm, MaskForm, typed_words
from baken.signals import access, mask_services
from baken.signals.models import Report


@require_http_methods(["GET", "HEAD", "POST"])
def mask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose what to hide: what was found, in one go or one by one, and words of one's own."""
    user = user_of(request)
    report = access.report_to_mask(user, pk)
    found = mask_services.to_mask(report)
    start = {"found": [each.key for each in found]}
    form = MaskForm(request.POST if request.method == "POST" else None, found=found, initial=start)
    if form.is_valid():
        data = form.cleaned_data
        words = typed_words(data["hide"])
        places = mask_services.mask(report, keys=data.get("found", []), words=words, by=user)
        if places:
            messages.success(request, _done(places))
            return redirect("handover:mask", pk)
        form.add_error("hide", _("Deze woorden staan niet in de melding of de berichten."))
    return _page(request, report, form)


def _done(places: int) -> str:
    said = ngettext("%(count)s plek is afgeschermd.", "%(count)s plekken zijn afgeschermd.", places)
    return said % {"count": places}


def _page(request: HttpRequest, report: Report, form: MaskForm) -> HttpResponse:
    texts = hidden.shown_texts(report, access.talk_of(report), mask_services.to_mask(report))
    groups = hidden.groups(access.masks_of(report), user_of(request))
    known = {"report": report, "form": form, "texts": texts, "groups": groups, "erase_form": EraseForm()}
    return render(request, "handover/mask.html", known, status=422 if form.errors else 200)


@require_POST
def lift(request: HttpRequest, pk: UUID, group: UUID) -> HttpResponse:
    """Show it again."""
    report = access.report_to_mask(user_of(request), pk)
    return _tried(request, report, lambda: mask_services.lift(report, group, by=user_of(request)))


@require_POST
def erase(request: HttpRequest, pk: UUID, group: UUID) -> HttpResponse:
    """Ask to erase it, take that back, or confirm it as the second person."""
    user = user_of(request)
    report, step = access.report_to_mask(user, pk), request.POST.get("go", "ask")
    if step == "confirm":
        return _tried(request, report, lambda: mask_services.confirm_erase(report, group, by=user))
    if step == "withdraw":
        return _tried(request, report, lambda: mask_services.withdraw_erase(report, group, by=user))
    form = EraseForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.fields["reason"].error_messages["required"]))
        return redirect("handover:mask", pk)
    reason = form.cleaned_data["reason"]
    return _tried(request, report, lambda: mask_services.ask_erase(report, group, reason=reason, by=user))


def _tried(request: HttpRequest, report: Report, act: "hidden.Act") -> HttpResponse:
    """Do it, or say in one sentence why it cannot be done."""
    try:
        act()
    except mask_services.NotAllowed as why:
        messages.error(request, str(why))
    return redirect("handover:mask", report.pk)
