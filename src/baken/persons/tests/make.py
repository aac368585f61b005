"""Builders for tests: a case that was found for a request."""

from baken.coordination.models import Case
from baken.oversight.models import DataRequest
from baken.persons import services
from baken.persons.models import RequestCase


def find_case(request: DataRequest, case: Case) -> RequestCase:
    """This case may be about who asks, says the search."""
    services.find(request, case, by=None)
    return RequestCase.objects.get(request=request, case=case)
