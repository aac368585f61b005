"""On the page of a report: how it came in, when that was not the public form."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.intake import access


def filed(request: HttpRequest, report: Any) -> str:
    """One line for the slot `report.top`; nothing for a report of the public form."""
    filing = access.filing_of(report)
    return render_to_string("intake/_filed.html", {"filing": filing}, request) if filing else ""
