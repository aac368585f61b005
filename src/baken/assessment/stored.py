"""A stored assessment read back as it was made, with the content version of that day (see `stream.as_json`)."""

from typing import Any

from baken.assessment.observation import Assessment, Indication, Observation, Status
from baken.catalogue import load


def assessment_in(stored: dict[str, Any]) -> Assessment:
    """The assessment that was stored with a report. Indicators that the catalogue no longer has are left out."""
    known = load().indicators
    seen = tuple(
        Observation(**{**each, "status": Status(each["status"])})
        for each in stored["observations"]
        if each["indicator"] in known
    )
    indications = tuple(
        Indication(
            type=each["type"],
            strength=each["indication"],
            score=each["score"],
            act=tuple(each["act"]),
            means=tuple(each["means"]),
            purpose=tuple(each["purpose"]),
            reasons=tuple(each["reasons"]),
        )
        for each in stored["types"]
    )
    return Assessment(
        concern=stored["concern"],
        acute=stored["acute"],
        minor=None,
        indications=indications,
        observations=seen,
        unknown=tuple(stored["unknown"]),
        advice=tuple(stored["advice"]),
        content_version=stored["content_version"],
        affirmed=tuple(dict.fromkeys(each.indicator for each in seen if each.status is Status.AFFIRMED)),
    )
