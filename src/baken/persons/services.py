"""Writing: a case is found for a request, its director gives parts or says that it is about somebody else."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import access as people
from baken.accounts import mail
from baken.accounts.models import User
from baken.coordination.access import KIND
from baken.coordination.models import Case
from baken.coordination.services import NotPossible
from baken.oversight.models import DataRequest
from baken.persons.models import RequestCase, RequestPiece
from baken.privacy import trace


@transaction.atomic
def find(request: DataRequest, case: Case, *, by: User | None) -> bool:
    """A case that may be about this person; `by` None is the search. Gives whether it is new; its director is told without content."""
    known = {"municipality_id": case.municipality_id, "by_search": by is None}
    _row, new = RequestCase.objects.get_or_create(request=request, case=case, defaults=known)
    if new:
        actor = by.pk if by else trace.SYSTEM
        trace.note("found", KIND, case.pk, actor=actor, municipality=case.municipality_id, why=request.number)
        mail.tell(
            people.on_duty([case.director], timezone.localdate()),
            subject=gettext_noop("Er wacht iets op je in Baken"),
            body=gettext_noop("Kijk iets na in een casus die jij leidt. Meld je aan in Baken om te zien wat."),
        )
    return new


@transaction.atomic
def give(found: RequestCase, parts: Iterable[tuple[str, str]], *, by: User) -> None:
    """These parts (what it is, the words) are about who asks and go along; given again they replace the earlier ones.

    Raises NotPossible when the request was decided.
    """
    held = _hold(found)
    RequestPiece.objects.filter(found=held).delete()
    for order, (title, text) in enumerate(parts):
        piece = RequestPiece(
            case_id=held.case_id,
            municipality_id=held.municipality_id,
            found=held,
            order=order,
            title=title,
            text=text,
        )
        piece.save(force_insert=True)
    _settle(held, concerns=True, by=by)


@transaction.atomic
def leave(found: RequestCase, *, by: User) -> None:
    """The case is not about who asks. Raises NotPossible when the request was decided."""
    held = _hold(found)
    RequestPiece.objects.filter(found=held).delete()
    _settle(held, concerns=False, by=by)


def _hold(found: RequestCase) -> RequestCase:
    held = RequestCase.objects.select_for_update().select_related("request").get(pk=found.pk)
    if held.request.decided_on:
        raise NotPossible(_("Over dit verzoek is al besloten."))
    return held


def _settle(held: RequestCase, *, concerns: bool, by: User) -> None:
    held.concerns, held.decided_by, held.decided_at = concerns, by, timezone.now()
    held.save(update_fields=["concerns", "decided_by", "decided_at"])
    verb = "concerns" if concerns else "does not concern"
    trace.note(verb, KIND, held.case_id, actor=by.pk, municipality=held.municipality_id, why=held.request.number)
