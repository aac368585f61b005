"""Reading: what waits for who leads a case, and what was given for an answer. Who asks is read with a trace."""

from uuid import UUID

from baken.accounts.models import User
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.oversight.models import DataRequest
from baken.oversight.pack import Part
from baken.persons.models import RequestCase, RequestPiece
from baken.privacy import trace


def waiting_at(seen: Seen) -> list[RequestCase]:
    """The open requests for which this case must be looked at, for who leads it."""
    if not (seen.sight.leads and seen.ours):
        return []
    found = RequestCase.objects.filter(case=seen.case, request__decided_on=None)
    return list(found.select_related("request").order_by("request__due_on"))


def waiting_for(user: User) -> list[RequestCase]:
    """What nobody looked at yet in the cases that this person leads."""
    if not user.may(cases.SEE) or user.organisation_id:
        return []
    rows = RequestCase.objects.filter(
        municipality=user.municipality_id, concerns=None, request__decided_on=None
    ).select_related("case", "request")
    found = list(rows.order_by("request__due_on"))
    sights = cases.sights_of(user, [each.case for each in found])
    return [each for each in found if sights[each.case_id].leads]


def to_judge(user: User, pk: UUID, found: UUID) -> tuple[Seen, RequestCase]:
    """A case with the request for which it must be looked at, for who leads it; both traced. Any other does not exist: 404."""
    seen = cases.to_lead(user, pk)
    row = next((each for each in waiting_at(seen) if each.pk == found), None)
    if row is None:
        cases.refuse(user, pk)
    trace.note(
        "seen", "request", row.request_id, actor=user.pk, municipality=row.municipality_id, why=seen.case.number
    )
    return seen, row


def given_for(request: DataRequest) -> list[RequestPiece]:
    """The parts of cases that were given for this request. Ask `oversight.access.read_request` first."""
    found = RequestPiece.objects.filter(found__request=request, found__concerns=True)
    return list(found.select_related("case").order_by("case", "order"))


def parts_for(user: User, request: DataRequest) -> list[Part]:
    """The same as parts of the pack. Each case is traced as read."""
    pieces = given_for(request)
    for case in dict.fromkeys(each.case_id for each in pieces):
        trace.note(
            "seen", cases.KIND, case, actor=user.pk, municipality=request.municipality_id, why=request.number
        )
    return [Part(str(each.pk), f"{each.case.number} · {each.title}", each.text) for each in pieces]
