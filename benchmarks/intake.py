"""P3: sending a report beside a reference that does the least: validate, encrypt 1.6 kB, six HMAC tokens, look them up,
eight inserts and a line of audit, in one durable transaction on the same database. Asked in turns.

Baken also reads the story, keeps the code in a slow hash (46 MiB, on purpose) and seals each field for itself. So the
reference is measured a second time with that same slow hash.
"""

import hashlib
import hmac
import os
import statistics
import uuid
from typing import Any
from urllib.parse import urlencode

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django import forms
from django.db import connection, models, transaction
from django.http import HttpResponse
from django.urls import path

from benchmarks.ask import ask, environ

ROUNDS = 60
STORY = ("De baas bewaart hun paspoorten. Ze slapen om de beurt in hetzelfde bed en krijgen geen loon. " * 17)[
    :1_600
]
KEY, HMAC_KEY = AESGCM(os.urandom(32)), os.urandom(32)


class Kept(models.Model):
    """The row of the reference."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    story = models.BinaryField()
    day = models.DateField(auto_now_add=True)

    class Meta:
        app_label = "signals"
        db_table = "reference_kept"


class Token(models.Model):
    """One of its six tokens."""

    kept = models.ForeignKey(Kept, on_delete=models.CASCADE)
    value = models.BinaryField(db_index=True)

    class Meta:
        app_label = "signals"
        db_table = "reference_token"


class Audit(models.Model):
    """Its line of audit, sealed together with the one before."""

    record, verb = models.UUIDField(), models.CharField(max_length=40)
    at, seal = models.DateTimeField(auto_now_add=True), models.CharField(max_length=64)

    class Meta:
        app_label = "signals"
        db_table = "reference_audit"


class AskForm(forms.Form):
    """What the reference validates."""

    story = forms.CharField(max_length=20_000)
    municipality = forms.SlugField(max_length=80)
    who = forms.ChoiceField(choices=[("anonymous", ""), ("known", "")])
    form = forms.RegexField(r"^[A-Za-z0-9_-]{22,64}$")


def _mac(text: str) -> bytes:
    return hmac.new(HMAC_KEY, text.encode(), hashlib.sha256).digest()


@transaction.atomic
def _keep(told: dict[str, Any]) -> None:
    kept = Kept(story=b"")
    nonce = os.urandom(12)
    kept.story = nonce + KEY.encrypt(nonce, told["story"].encode(), kept.pk.bytes)
    tokens = [_mac(f"{told['form']}{number}") for number in range(6)]
    list(Token.objects.filter(value__in=tokens).values_list("kept", flat=True))
    kept.save(force_insert=True)
    for token in tokens:
        Token.objects.create(kept=kept, value=token)
    last = Audit.objects.order_by("-pk").values_list("seal", flat=True).first() or ""
    Audit.objects.create(record=kept.pk, verb="received", seal=_mac(f"{last}{kept.pk}").hex())


def _add_pages() -> None:
    from baken.config import urls
    from baken.privacy import codes
    from baken.ui.public import public

    @public
    def reference(request: Any) -> HttpResponse:
        form = AskForm(request.POST)
        if not form.is_valid():
            return HttpResponse(status=422)
        if "slow" in request.GET:
            codes.found_by(codes.code_for(form.cleaned_data["form"]))
        _keep(form.cleaned_data)
        return HttpResponse("<h1>Ontvangen</h1>")

    urls.urlpatterns.insert(0, path("maatstaf/", reference))
    with connection.schema_editor() as editor:
        for model in (Kept, Token, Audit):
            editor.create_model(model)


def _took(application: Any, where: str, number: int) -> float:
    told = {"story": STORY, "municipality": "havenstad", "who": "anonymous", "form": f"meting-{number:08d}-{'x' * 16}",
            "step": "check", "go": "send"}  # fmt: skip
    return ask(application, environ(where, body=urlencode(told).encode()))[0] * 1000


def report(application: Any) -> None:
    """Print the three, and what they are of each other."""
    from django.urls import clear_url_caches

    _add_pages()
    clear_url_caches()
    pages = {"reference": "/maatstaf/", "reference, slow hash": "/maatstaf/?slow=1", "a report": "/melden/"}
    took: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(ROUNDS):
        for name, where in pages.items():
            took[name].append(_took(application, where, number))
    middle = {name: statistics.median(values[5:]) for name, values in took.items()}
    print(f"\n{'P3: sending':24} {'median ms':>10} {'p95 ms':>8} {'reference / this':>17}")
    for name, values in took.items():
        late = sorted(values[5:])[int((ROUNDS - 5) * 0.95)]
        print(f"{name:24} {middle[name]:10.2f} {late:8.2f} {middle['reference'] / middle[name]:17.2f}")
    fair = middle["reference, slow hash"] / middle["a report"]
    print(f"with the same slow hash on both sides: {fair:.2f} times as many reports as the reference")
