"""What other pages show of cases: on a report in which case it is, and on the first page what is due."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from baken.accounts.models import User
from baken.coordination import access, linked, lists
from baken.signals.models import Report


def top(request: HttpRequest, report: Report) -> str:
    """In which case this report is, with a link for who sees it; and a way to make a case of it."""
    user = request.user
    if not isinstance(user, User) or not user.may("read_reports"):
        return ""
    known = {"report": report, "cases": access.cases_of_report(user, report), "may_open": user.may(access.OPEN)}
    return render_to_string("cases/_report_top.html", known, request)


def today(request: HttpRequest, user: User) -> str:
    """My cases that are due, who asks to be let in, and reports that wait for a case."""
    if not user.may(access.SEE):
        return ""
    day = timezone.localdate()
    known = {
        "due": lists.rows(lists.due_for(user, today=day)[:5], user, today=day),
        "due_total": lists.due_for(user, today=day).count(),
        "ending": access.grants_ending(user, day),
        "asking": lists.asking(user),
        "linked": linked.with_new_links(user),
        "to_take": access.reports_to_take(user).count() if user.may(access.LEAD) else 0,
    }
    return render_to_string("cases/_today.html", known, request) if any(known.values()) else ""
