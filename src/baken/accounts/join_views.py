"""Joining: the very first account, and after that a one-time link, a password of one's own, and the second step."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import access, first_run, services
from baken.accounts.forms import FirstRunForm, PasswordForm


@login_not_required
@require_safe
def by_invitation(request: HttpRequest) -> HttpResponse:
    """Accounts come by invitation only."""
    return render(request, "accounts/by_invitation.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The first run: a municipality and its administrator. Gone as soon as there is a municipality."""
    if access.municipalities().exists():
        raise Http404
    form = FirstRunForm(request.POST or None)
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("region", "municipality", "email", "name")}
        if first_run.fits(form.cleaned_data["code"]):
            return redirect(services.begin(**asked))
        form.add_error("code", _("Deze opstartcode klopt niet. Kijk op het scherm waar Baken is gestart."))
    return render(request, "accounts/begin.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password. A link that was used, is too old or never was looks the same."""
    today = timezone.localdate()
    invitation = access.open_invitation(token, today=today)
    if invitation is None:
        return render(request, "accounts/join_closed.html", status=404)
    form = PasswordForm(request.POST or None, email=invitation.email, name=invitation.name)
    if request.method == "POST" and form.is_valid():
        try:
            services.accept(invitation, password=form.cleaned_data["password"], today=today)
        except services.NotPossible:
            return render(request, "accounts/join_closed.html", status=404)
        return redirect("account_login")
    status = 422 if form.errors else 200
    return render(request, "accounts/join.html", {"form": form, "invitation": invitation}, status=status)
