"""Pages of the directory: the list, one partner, its versions, and what one does with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.catalogue import load
from baken.partners import access, services
from baken.partners.compare import differences, pair
from baken.partners.forms import CompareForm, EntryForm
from baken.partners.models import PartnerEntry

ENTRY = "partners:entry"
ask_and_do = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Every partner of the region by kind, and the national kinds for which there is nobody yet."""
    user = user_of(request)
    found = list(access.in_use(user))
    shelves = access.shelves(found)
    known = {
        "shelves": [shelf for shelf in shelves if shelf.entries],
        "empty": [shelf.kind for shelf in shelves if not shelf.entries],
        "none": not found,
        "edits": user.may(access.EDIT),
        "gone": access.in_region(user).exclude(retired_on=None) if user.may(access.EDIT) else [],
    }
    return render(request, "partners/list.html", known)


@require_safe
def kind(request: HttpRequest, slug: str) -> HttpResponse:
    """A national kind of partner: what it brings, what it may be told, when to involve it, and who does it here."""
    user = user_of(request)
    entries = [entry for entry in access.in_use(user) if entry.kind == slug]
    if slug not in load().partners:
        raise Http404
    known = _of_kind(slug) | {"entries": entries, "edits": user.may(access.EDIT)}
    return render(request, "partners/kind.html", known)


def _of_kind(slug: str) -> dict[str, Any]:
    found = load().partners.get(slug)
    return {"kind": found, "sources": [load().sources[each] for each in found.sources] if found else []}


@ask_and_do
def add(request: HttpRequest) -> HttpResponse:
    """Fill in an organisation, of a kind that was chosen (`?soort=`) or not yet."""
    user = user_of(request)
    access.may_edit(user)
    slug = request.GET.get("soort", "")
    form = EntryForm(request.POST if request.method == "POST" else None, initial={"kind": slug})
    if form.is_valid():
        try:
            return redirect(ENTRY, services.add(form.values, by=user).pk)
        except services.NotPossible as why:
            form.add_error("name", str(why))
    known = _of_kind(slug) | {"form": form}
    return render(request, "partners/form.html", known, status=422 if form.errors else 200)


@require_safe
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One partner: how to reach it, what it asks, how fresh that is, and what the content says of its kind."""
    user = user_of(request)
    return render(request, "partners/entry.html", page_of(access.read_entry(user, pk), user))


def page_of(found: PartnerEntry, user: User) -> dict[str, Any]:
    """What the page of a partner shows."""
    edits = user.may(access.EDIT)
    more = {
        "links": access.links_of(found),
        "proposals": access.proposals_of(found),
        "people": access.people_of(found),
    }
    return _of_kind(found.kind) | {"entry": found, "edits": edits} | (more if edits else {})


@ask_and_do
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what stands there; when a colleague was first, both stand beside each other."""
    user = user_of(request)
    found = access.to_edit(user, pk)
    form = _form(request, found)
    changed, theirs = False, []
    if form.is_valid():
        try:
            services.change(found, form.values, seen=form.cleaned_data["seen"] or 0, by=user)
            return redirect(ENTRY, pk)
        except services.NotPossible as why:
            form.add_error("name", str(why))
        except services.Changed:
            changed, theirs = True, differences(form.values, found.values)
            form = _form(request, found, again=True)
    known = {"entry": found, "form": form, "changed": changed, "theirs": theirs}
    status = 409 if changed else 422 if form.errors else 200
    return render(request, "partners/form.html", known, status=status)


def _form(request: HttpRequest, found: PartnerEntry, *, again: bool = False) -> EntryForm:
    """With `again` what was typed, to be sent once more over what a colleague wrote."""
    typed = request.POST.copy() if request.method == "POST" else None
    if typed is not None and again:
        typed["seen"] = str(found.revision)
    return EntryForm(typed, initial=found.values | {"seen": found.revision})


@require_POST
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was looked at and still is right."""
    user = user_of(request)
    found = access.to_edit(user, pk)
    try:
        services.check(found, seen=_number(request.POST.get("seen")), by=user)
        messages.success(request, _("Nagekeken op vandaag."))
    except services.Changed:
        messages.warning(request, _("Een collega heeft dit net gewijzigd. Kijk eerst wat er nu staat."))
    return redirect(ENTRY, pk)


def _number(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 10 else 0


@ask_and_do
def retire(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask once, then take it out of the directory; sent again, it comes back."""
    user = user_of(request)
    found = access.to_edit(user, pk)
    if request.method != "POST":
        return render(request, "partners/retire.html", {"entry": found})
    if "back" in request.POST:
        services.bring_back(found, by=user)
    else:
        services.retire(found, by=user)
    return redirect(ENTRY, pk)


@require_safe
def history(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it stood from change to change, and two versions beside each other (`?van=` and `?tot=`)."""
    found = access.read_entry(user_of(request), pk)
    versions, asked = access.versions_of(found), CompareForm(request.GET)
    chosen = asked.cleaned_data if asked.is_valid() else {}
    two = pair(versions, chosen.get("van"), chosen.get("tot"))
    known = {
        "entry": found,
        "versions": versions,
        "two": two,
        "differences": differences(two[0].held, two[1].held) if two else [],
    }
    return render(request, "partners/history.html", known)
