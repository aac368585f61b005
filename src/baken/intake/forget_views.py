"""The page on which a reporter with a code takes back who they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from baken.intake import forget
from baken.signals import access, cookie
from baken.ui.public import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def forget_me(request: HttpRequest) -> HttpResponse:
    """First what goes and what stays, then it goes. Without a code, or with nothing to take back, one is led away."""
    report = access.report_of_reporter(cookie.read(request) or "")
    if report is None:
        return redirect("signals:return")
    if request.method == "POST":
        forget.forget_reporter(report)
    if request.method == "POST" or not forget.may_forget(report):
        return redirect("signals:reporter_page")
    return render(request, "intake/forget.html", {"report": report})
