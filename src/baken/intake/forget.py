"""A reporter takes back who they are. What was told stays; name, contact and what is safe are gone at once."""

from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from baken.intake.models import Filing
from baken.intake.ways import Way
from baken.privacy import trace
from baken.signals.models import Report
from baken.signals.safe import SAFE


def may_forget(report: Report) -> bool:
    """Whether there is something to take back. A colleague who reported from work stands on the trace with their account."""
    return not report.anonymous and not Filing.objects.filter(report=report, way=Way.STAFF).exists()


@transaction.atomic
def forget_reporter(report: Report) -> None:
    """Empty what the report says of who reported, for good. Twice is once; the code keeps working."""
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if not may_forget(report):
        return
    report.anonymous = True
    gone = ("reporter_name", "reporter_contact", *SAFE)
    for name in gone:
        setattr(report, name, "")
    report.save(update_fields=["anonymous", *gone])
    for filing in Filing.objects.filter(report=report):
        filing.service = filing.function = ""
        filing.save(update_fields=["service", "function"])
    trace.note(
        "reporter forgotten", "report", report.pk, actor=trace.ANONYMOUS, municipality=report.municipality_id
    )


def offered(request: HttpRequest, report: Report) -> str:
    """On the page of a reporter: the way to take back who they are, when they said it."""
    return render_to_string("intake/_forget.html", {}, request) if may_forget(report) else ""
