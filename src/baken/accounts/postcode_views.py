"""Settings of the municipality: which postcodes are its own, so that a reporter finds it."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from baken.accounts import access, services
from baken.accounts.models import User
from baken.ui.forms import HouseForm

LINE = re.compile(r"([1-9][0-9]{3})(?:\s*-\s*([1-9][0-9]{3}))?")
MOST = 500


class PostcodesForm(HouseForm):
    """One postcode or range a line."""

    ranges = forms.CharField(
        label=gettext_lazy("Postcodes van jouw gemeente"),
        help_text=gettext_lazy("Eén per regel, vier cijfers. Een reeks schrijf je als 1234-1240."),
        widget=forms.Textarea,
        required=False,
        max_length=10_000,
    )

    def clean_ranges(self) -> list[tuple[int, int]]:
        """Pairs of first and last; what is wrong is told with its line."""
        found = []
        for number, line in enumerate(self.cleaned_data["ranges"].splitlines()[:MOST], 1):
            match = LINE.fullmatch(line.strip())
            if line.strip() and (match is None or (match[2] and match[2] < match[1])):
                words: dict[str, Any] = {"number": number}
                raise forms.ValidationError(
                    _("Regel %(number)d is geen postcode of reeks. Schrijf 1234 of 1234-1240.") % words
                )
            if match:
                found.append((int(match[1]), int(match[2] or match[1])))
        return found


@require_http_methods(["GET", "HEAD", "POST"])
def postcodes(request: HttpRequest) -> HttpResponse:
    """Which postcodes belong to the municipality. A reporter who types one finds it."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 (LoginRequiredMiddleware made sure)
    now = access.postcodes_for(user)
    form = PostcodesForm(request.POST or None, initial={"ranges": "\n".join(str(each) for each in now)})
    if form.is_valid():
        services.set_postcodes(user.municipality, ranges=form.cleaned_data["ranges"], by=user)
        messages.success(request, _("Bewaard."))
        return redirect("accounts:postcodes")
    return render(request, "accounts/postcodes.html", {"form": form}, status=422 if form.errors else 200)
