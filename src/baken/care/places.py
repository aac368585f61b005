"""Where somebody sleeps: placements that belong to a file, and putting one with a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.care import access
from baken.care.models import CareFile
from baken.shelter import access as shelters
from baken.shelter import placing
from baken.shelter.models import Placement
from baken.shelter.services import Changed
from baken.ui.ids import is_id


def of_file(user: User, file: CareFile) -> list[Placement]:
    """The placements that belong to this file and that this person sees, the last one first."""
    mine = shelters.placements_for(user).filter(subject_kind=access.KIND, subject_id=str(file.pk))
    return list(mine.order_by("-first_night", "-made_at"))


def below(request: HttpRequest, placement: Placement) -> str:
    """Under a placement: the file it belongs to, or a choice of the open files of this person. Only for who gives care."""
    user = request.user
    if (
        not isinstance(user, User)
        or not user.may(access.GIVE)
        or placement.municipality_id != user.municipality_id
    ):
        return ""
    files = access.files_for(user)
    known = {"placement": placement, "files": [], "file": None}
    if placement.subject_kind == access.KIND:
        known["file"] = files.filter(pk=placement.subject_id).first()
    else:
        known["files"] = list(files.filter(closed_on=None)[:50])
    return render_to_string("care/_of_placement.html", known, request)


def forget(kind: str, gone: list[UUID]) -> None:
    """A file that is destroyed is no longer named in a placement."""
    if kind == access.KIND:
        mine = Placement.objects.filter(subject_kind=kind, subject_id__in=[str(pk) for pk in gone])
        mine.update(subject_kind="", subject_id="")


@require_POST
def attach(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a placement with the file that was chosen."""
    user = user_of(request)
    placement = shelters.to_move(user, pk)
    chosen = request.POST.get("file", "")
    file = access.files_for(user).filter(pk=chosen, closed_on=None).first() if is_id(chosen) else None
    if file is None:
        messages.error(request, _("Kies een dossier uit de lijst."))
        return redirect("shelter:placement", pk)
    try:
        placing.belong(placement, access.KIND, str(file.pk), by=user)
    except Changed:
        messages.error(request, _("Een collega heeft deze plaatsing net gewijzigd. Kijk eerst wat er nu staat."))
        return redirect("shelter:placement", pk)
    return redirect("care:file", file.pk)
