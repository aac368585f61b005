"""Pages about links within the municipality: clusters, the picture of one, and deciding."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import access as people
from baken.accounts.models import Ground
from baken.accounts.who import user_of
from baken.catalogue import load
from baken.links import access, finding, picture, services, words
from baken.links.forms import DecideForm
from baken.links.models import ReportLink
from baken.signals import access as reports


@require_safe
def clusters(request: HttpRequest) -> HttpResponse:
    """Open reports that hang together, the largest cluster first."""
    user = user_of(request)
    finding.look_up(user.municipality_id)
    known = {
        "clusters": access.clusters_for(user),
        "on": people.is_on(user.municipality_id, Ground.What.MATCHING),
        "regional": people.is_on(user.municipality_id, Ground.What.REGIONAL),
    }
    return render(request, "links/clusters.html", known)


@require_safe
def network(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One report and what hangs together with it: a picture, the list that says the same, and by day."""
    user = user_of(request)
    report = reports.read_report(user, pk)
    finding.look_up(user.municipality_id)
    cluster = access.around(user, report)
    dots = picture.dots(cluster, load(), user.language)
    return render(request, "links/network.html", {"report": report, "dots": dots, "more": cluster.more})


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide whether what two reports share is the same; shows what was decided before."""
    user = user_of(request)
    link = access.link_to_decide(user, pk)
    form = DecideForm(
        request.POST if request.method == "POST" else None, initial={"seen": len(link.decisions.all())}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.decide(link, verdict=data["verdict"], reason=data["reason"], seen=data["seen"], by=user)
            return redirect("inbox:record", link.one_id if request.GET.get("van") == "1" else link.other_id)
        except services.Changed as why:
            form.add_error(None, str(why))
            link = access.read_link(user, pk)
    return render(request, "links/decide.html", _told(link, form), status=422 if form.errors else 200)


def _told(link: ReportLink, form: DecideForm) -> dict[str, object]:
    return {"link": link, "form": form, "why": words.said(link.why), "decisions": list(link.decisions.all())}
