"""Writing for other systems: give a token, take it back, and receive what it sends. The same key is the same report."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from baken.accounts.models import User
from baken.files.accept import Accepted
from baken.intake import access
from baken.intake.models import Application
from baken.intake.services import keep_filing
from baken.intake.ways import Way
from baken.privacy import codes, master, trace
from baken.signals.handling import Handling
from baken.signals.services import Received, hash_of, receive_report
from baken.signals.told import Told


class OtherBody(RuntimeError):
    """This key was used before, with something else."""


@transaction.atomic
def give_token(*, name: str, expires_on: date, by: User) -> str:
    """Let another system file reports until that day; gives the token, which is shown once."""
    access.applications_for(by)
    token = secrets.token_urlsafe(32)
    found = Application.objects.create(
        municipality=by.municipality, name=name, token_hash=hash_of(token), made_by=by,
        made_on=timezone.localdate(), expires_on=expires_on,
    )  # fmt: skip
    trace.note("made", "application", found.pk, actor=by.pk, municipality=found.municipality_id)
    return token


@transaction.atomic
def revoke(application: Application, *, by: User) -> None:
    """The token stops working at once."""
    if Application.objects.filter(pk=application.pk, revoked_on=None).update(revoked_on=timezone.localdate()):
        trace.note("revoked", "application", application.pk, actor=by.pk, municipality=application.municipality_id)


def secret_of(application: Application, key: str) -> str:
    """The form's secret that belongs to this system's key; so one key is one report, whatever happens."""
    digest = hmac.new(master.derived("api"), f"{application.pk} {key}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def sent_before(application: Application, form: str, body: bytes) -> Received | None:
    """What was answered to this key (`form`) before, or None. Raises OtherBody when the key came with another body."""
    known = access.filed_by(application, form)
    if known is None:
        return None
    if known.body_hash != _mark(body):
        raise OtherBody
    return Received(known.report, codes.code_for(form))


def receive(application: Application, told: Told, files: Sequence[Accepted] = (), *, body: bytes) -> Received:
    """File what a system sends, with its files; sent again with the same key (`told.form`) and body it is the same answer.

    Raises OtherBody when the key came with another body before, and as `receive_report`.
    """
    beside = {"application": application, "body_hash": _mark(body)}
    handling = Handling(beside=lambda report: keep_filing(report, Way.SYSTEM, None, **beside), add_again=False)
    received = receive_report(application.municipality, told, files, handling=handling)
    return sent_before(application, told.form, body) or received


def _mark(body: bytes) -> str:
    return hmac.new(master.derived("api-body"), body, hashlib.sha256).hexdigest()
