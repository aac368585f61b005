"""Pages of the desk: the municipality's own contact points and texts, one list; add, change, confirm, retire."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.knowledge import access, services
from baken.knowledge.forms import LocalForm
from baken.knowledge.models import LocalText
from baken.knowledge.shown import differences, kept_where, preview_of, row_of, rows_of, shown_beside
from baken.knowledge.sorts import SORTS, Sort, beside_in
from baken.knowledge.targets import Beside


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What the municipality has in use, or took off the site; what must be looked at first."""
    user, old = user_of(request), request.GET.get("lijst") == "weggehaald"
    rows = {
        sort.slug: rows_of(sort, access.local_for(user, sort.model).filter(retired_on__isnull=not old))
        for sort in SORTS.values()
    }
    known = {"old": old, "contacts": rows["contact"], "texts": rows["tekst"]}
    return render(request, "knowledge/local_list.html", known)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, sort: str) -> HttpResponse:
    """Add a contact point or a text; for a text first beside what."""
    user, what = user_of(request), _sort(sort)
    access.local_for(user, what.model)
    beside = beside_in(request.GET.get("bij", ""))
    if what.model is LocalText and not beside:
        return render(request, "knowledge/local_beside.html", {"kinds": Beside.choices})
    form = what.form(_typed(request), beside=beside)
    if not form.is_valid() or request.POST.get("go") == "preview":
        return _form(request, what, form, beside=beside)
    try:
        kept = services.add_local(what.model, values=what.values(form, beside=beside), by=user)
    except services.AlreadyThere as why:
        form.add_error(None, str(why))
        return _form(request, what, form, beside=beside)
    messages.success(request, kept_where(kept))
    return redirect("local:list")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    """Change one; when a colleague was first, both versions stand beside each other and nothing is lost."""
    user, what = user_of(request), _sort(sort)
    item = access.one_local_for(user, what.model, pk)
    form = what.form(_typed(request), item=item)
    if not form.is_valid() or request.POST.get("go") == "preview":
        return _form(request, what, form, item=item)
    try:
        kept = services.change_local(
            item, values=what.values(form), revision=form.cleaned_data["revision"], by=user
        )
    except services.AlreadyThere as why:
        form.add_error(None, str(why))
        return _form(request, what, form, item=item)
    except services.Changed as why:
        return _conflict(request, what, why.current, form.values())
    messages.success(request, kept_where(kept))
    return redirect("local:list")


def _form(
    request: HttpRequest, what: Sort, form: LocalForm, *, item: Any = None, beside: str = ""
) -> HttpResponse:
    known = {
        "sort": what,
        "form": form,
        "item": item,
        "place": user_of(request).municipality,
        "preview": preview_of(what, form, item=item, beside=beside),
        "national": shown_beside(item),
        "kind": Beside(beside).label if beside else "",
    }
    return render(request, "knowledge/local_form.html", known, status=422 if form.errors else 200)


def _conflict(request: HttpRequest, what: Sort, current: Any, mine: dict[str, Any]) -> HttpResponse:
    form = what.form(None, item=current, mine=mine)
    known = {"sort": what, "item": current, "form": form, "rows": differences(form, current, mine)}
    return render(request, "knowledge/local_conflict.html", known, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def retire(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    """Ask once, then take it off the site; it can be put back."""
    user, what = user_of(request), _sort(sort)
    item = access.one_local_for(user, what.model, pk)
    if request.method != "POST":
        return render(
            request, "knowledge/local_retire.html", {"sort": what, "item": item, "row": row_of(what, item)}
        )
    try:
        services.retire_local(item, revision=_revision(request), by=user)
        messages.success(request, _("Weggehaald. Je vindt het terug bij ‘Weggehaald’."))
    except services.Changed as why:
        messages.error(request, str(why))
    return redirect("local:list")


@require_POST
def bring_back(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    """Put one that was taken away on the site again."""
    user, what = user_of(request), _sort(sort)
    item = access.one_local_for(user, what.model, pk)
    try:
        services.bring_back_local(item, by=user)
        messages.success(request, _("Teruggezet. Het staat weer op de site."))
    except services.AlreadyThere as why:
        messages.error(request, str(why))
    return redirect("local:list")


@require_POST
def confirm(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    """It was looked at and still is right."""
    user, what = user_of(request), _sort(sort)
    item = access.one_local_for(user, what.model, pk)
    try:
        services.confirm_local(item, revision=_revision(request), by=user)
        messages.success(request, _("Nagekeken. Over een half jaar vragen wij het weer."))
    except services.Changed as why:
        messages.error(request, str(why))
    return redirect("local:list")


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _revision(request: HttpRequest) -> int:
    asked = request.POST.get("revision", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 0


def _sort(slug: str) -> Sort:
    if slug not in SORTS:
        raise Http404
    return SORTS[slug]
