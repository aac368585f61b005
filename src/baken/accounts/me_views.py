"""One's own account: language, who stands in, second step."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts import services
from baken.accounts.forms import AbsenceForm, KeysForm, LanguageForm
from baken.accounts.people_views import absence_form
from baken.accounts.who import user_of

YEAR = 365 * 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Language, absence, password and second step."""
    user = user_of(request)
    if request.method != "POST":
        return _me(request, absence_form(user))
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return _me(request, absence_form(user), language=form)
    services.set_language(user, language=form.cleaned_data["language"])
    response = redirect("accounts:me")
    response.set_cookie(
        settings.LANGUAGE_COOKIE,
        form.cleaned_data["language"],
        max_age=YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return response


@require_POST
def absence(request: HttpRequest) -> HttpResponse:
    """Say who stands in for me."""
    user = user_of(request)
    form = absence_form(user, request.POST)
    if form.is_valid():
        try:
            services.set_absence(user, **form.cleaned_data, by=user)
            messages.success(request, _("Gewijzigd."))
            return redirect("accounts:me")
        except services.NotPossible as why:
            form.add_error(None, str(why))
    return _me(request, form)


@require_POST
def shortcuts(request: HttpRequest) -> HttpResponse:
    """Turn single keys on the desk on or off."""
    form = KeysForm(request.POST)
    services.set_shortcuts(user_of(request), on=form.is_valid() and form.cleaned_data["on"])
    messages.success(request, _("Gewijzigd."))
    return redirect("accounts:me")


def _me(request: HttpRequest, form: AbsenceForm, *, language: LanguageForm | None = None) -> HttpResponse:
    language = language or LanguageForm(initial={"language": user_of(request).language})
    keys = KeysForm(initial={"on": user_of(request).shortcuts})
    known = {"absence_form": form, "language_form": language, "keys_form": keys}
    return render(request, "accounts/me.html", known, status=422 if form.errors or language.errors else 200)
