"""Pages for who receives packages from colleagues elsewhere: the list, one package, and the answer."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.files.download import download
from baken.sharing import access, sealed_file, services
from baken.sharing.forms import ReplyForm
from baken.sharing.models import Delivery, EventKind

PER_PAGE = 25


@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """What others gave to this person's team, newest first."""
    page = Paginator(access.received(user_of(request)), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [
        {"it": each, "from": access.giver_of(each), "notes": access.notes_of(each)} for each in page.object_list
    ]
    return render(request, "sharing/received.html", {"page": page, "rows": rows})


@require_safe
def delivery(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One package: exactly what was sent, and no more."""
    return _page(request, access.read_delivery(user_of(request), pk))


def _page(request: HttpRequest, found: Delivery, **bound: object) -> HttpResponse:
    known = {
        "it": found,
        "from": access.giver_of(found),
        "text": found.content.as_text(),
        "files": access.files_of(found),
        "notes": access.notes_of(found),
        "form": ReplyForm(initial={"form": sealed_file.new_nonce()}),
    }
    return render(request, "sharing/delivery.html", known | bound, status=422 if bound else 200)


@require_safe
def file(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    """Fetch one file that came with a package."""
    return download(access.read_delivered_file(user_of(request), pk, file))


@require_POST
def reply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that it arrived, or answer the sender."""
    user = user_of(request)
    found = access.read_delivery(user, pk)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form=form)
    text = form.cleaned_data["text"]
    kind = EventKind.ANSWER if text else EventKind.RECEIPT
    services.reply(found, kind=kind, text=text, form=form.cleaned_data["form"], by=user)
    return redirect("sharing:delivery", pk)
