"""The overview and its cells."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from baken.catalogue import load
from baken.knowledge import overview as rules
from baken.ui.public import still


@still
def overview(request: HttpRequest) -> HttpResponse:
    """Groups by types, and what fits the filters of the address."""
    catalogue = load()
    choice = rules.choice_in(catalogue, request.GET.dict())
    known = {
        "catalogue": catalogue,
        "rows": rules.table(catalogue),
        "choice": choice,
        "found": rules.fits(catalogue, choice) if choice else (),
        "law": next(iter(catalogue.law.values()), None),
    }
    return render(request, "knowledge/overview.html", known)


@still
def cell(request: HttpRequest, group: str, type: str) -> HttpResponse:
    """The indicators of a type that can occur with a group."""
    catalogue = load()
    found = catalogue.cells.get((group, type))
    if found is None:
        raise Http404
    known = {"group": catalogue.groups[group], "type": catalogue.types[type], "found": found}
    return render(request, "knowledge/cell.html", known)
