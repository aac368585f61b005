"""Taking over what another municipality sent: it becomes a report here."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baken.accounts.models import User
from baken.handover import services
from baken.sharing import access
from baken.signals.refusals import NotTaken


@require_POST
def take_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a report of it, or go to the one that was made."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 (LoginRequiredMiddleware made sure)
    if not user.may("receive_reports"):
        raise PermissionDenied
    delivery = access.read_delivery(user, pk)
    try:
        return redirect("inbox:record", services.take_over(delivery, by=user))
    except NotTaken as why:
        messages.error(request, str(why))
        return redirect("sharing:delivery", pk)
