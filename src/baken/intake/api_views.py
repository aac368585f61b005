"""The first door for machines: POST /api/v1/reports. Every error is application/problem+json, in Dutch or English."""

import json
import re
import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from baken.files.accept import NotNow, Refused
from baken.intake import access, api_fields, api_files, applications
from baken.intake.models import Application
from baken.intake.quota import Quota
from baken.signals.refusals import CannotReceive, NotTaken
from baken.signals.services import Received
from baken.ui.public import public

KEY = re.compile(r"[\x21-\x7e]{8,200}")
A_MINUTE = 60  # requests of one token in a minute, in each server process
_quota = Quota(A_MINUTE, 60.0)


def forget() -> None:
    """Count anew (in tests)."""
    _quota.clear()


@public
def reports(request: HttpRequest) -> HttpResponse:
    """File one report; the header Idempotency-Key makes that sending it again is safe."""
    wanted = request.headers.get("Accept-Language", "")
    with translation.override("en" if wanted.lower().startswith("en") else "nl"):
        response = _refused(request) or _receive(request)
        response["Content-Language"] = translation.get_language() or "nl"
    return response


def _refused(request: HttpRequest) -> HttpResponse | None:
    """What is wrong before anything is read."""
    if request.method != "POST":
        answer = _problem(405, _("Gebruik POST."))
        answer["Allow"] = "POST"
        return answer
    application = _application(request)
    if application is None:
        answer = _problem(401, _("Dit token werkt niet: het ontbreekt, is onbekend, verlopen of ingetrokken."))
        answer["WWW-Authenticate"] = "Bearer"
        return answer
    if wait := _quota.ask(f"{application.pk}", now=time.time()):
        return _too_many(wait)
    if request.content_type != "application/json":
        return _problem(415, _("Stuur application/json."))
    most = api_files.most_bytes()
    if int(request.META.get("CONTENT_LENGTH") or 0) > most:
        return _problem(413, _("Dit is te groot. Stuur hooguit %(most)d MB.") % {"most": most // 1_000_000})
    if not KEY.fullmatch(request.headers.get("Idempotency-Key", "")):
        return _problem(400, _("De header Idempotency-Key ontbreekt, of is geen 8 tot 200 gewone tekens."))
    return None


def _too_many(wait: int) -> HttpResponse:
    answer = _problem(
        429,
        _("Dit zijn te veel verzoeken: hooguit %(most)s per minuut. Probeer het over %(wait)s s opnieuw.")
        % {"most": A_MINUTE, "wait": wait},
    )
    answer["Retry-After"] = str(wait)
    return answer


def _application(request: HttpRequest) -> Application | None:
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    scope = Application.Scope.FILE
    return access.application_of(token, scope=scope, today=timezone.localdate()) if kind == "Bearer" else None


def _receive(request: HttpRequest) -> HttpResponse:
    body = request.read()  # not `request.body`, which stops at what a page may send
    application, sent = _application(request), api_fields.parse(body)
    if application is None or sent is None:
        return _problem(400, _("Dit is geen JSON-object."))
    form = applications.secret_of(application, request.headers["Idempotency-Key"])
    try:
        received = applications.sent_before(application, form, body) or _new(application, sent, form, body)
    except WrongFields as why:
        return _problem(422, _("Niet alle velden kloppen."), errors=why.errors)
    except (applications.OtherBody, CannotReceive, NotTaken, NotNow) as why:
        return _problem(*_said(why))
    return _answer(201, _acknowledged(received))


class WrongFields(ValueError):
    """Some fields are wrong: `errors` says which, and what to do."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__()
        self.errors = errors


def _new(application: Application, sent: dict[str, Any], form: str, body: bytes) -> Received:
    if wrong := api_fields.problems_in(sent, municipality=application.municipality.slug):
        raise WrongFields(wrong)
    try:
        files = api_files.files_in(sent)
    except NotNow:
        raise
    except Refused as why:
        raise WrongFields([{"field": api_files.FIELD, "message": str(why)}]) from None
    return applications.receive(application, api_fields.told_in(sent, form), files, body=body)


def _said(why: Exception) -> tuple[int, str]:
    if isinstance(why, applications.OtherBody):
        return 422, _("Deze Idempotency-Key is al gebruikt met iets anders. Neem een nieuwe.")
    if isinstance(why, CannotReceive):
        return 409, _("Bij deze gemeente leest niemand meldingen. Er is niets bewaard. Bij gevaar: bel 112.")
    return why.status if isinstance(why, NotTaken) else 503, str(why)


def _acknowledged(received: Received) -> dict[str, Any]:
    report = received.report
    place = report.municipality.slug
    return {
        "number": report.number,
        "received_on": f"{report.received_on}",
        "code": received.code,
        "municipality": place,
    }


def _problem(status: int, detail: str, **more: Any) -> HttpResponse:
    told = {"type": "about:blank", "title": detail, "status": status, "detail": detail, **more}
    return _answer(status, told, kind="application/problem+json")


def _answer(status: int, told: dict[str, Any], *, kind: str = "application/json") -> HttpResponse:
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=kind, status=status)
