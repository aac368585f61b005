"""Writing: read a file to a sealed preview, take its good lines over, forget it. The same line is never two reports."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from baken.accounts.models import User
from baken.intake import access
from baken.intake.lines import day_of, lines_of, setting_of
from baken.intake.models import Filing, ImportBatch
from baken.intake.services import keep_filing
from baken.intake.tables import read
from baken.intake.ways import Way
from baken.privacy import master, trace
from baken.signals.handling import Handling
from baken.signals.safe import SAFE
from baken.signals.services import hash_of, receive_report
from baken.signals.told import Told

PREVIEW_MINUTES = 60
TOLD = ("story", "place", "moment", "name", "contact", *SAFE)


def preview(data: bytes, *, by: User) -> ImportBatch:
    """Read and check the file, and seal what it says for PREVIEW_MINUTES minutes. Raises NotReadable (tables)."""
    access.imports_of(by)
    lines = lines_of(read(data), today=timezone.localdate())
    return _seal([line.kept() for line in lines], by)


@transaction.atomic
def _seal(lines: list[dict[str, object]], by: User) -> ImportBatch:
    wrong = sum(bool(line["problems"]) for line in lines)
    until = timezone.now() + timedelta(minutes=PREVIEW_MINUTES)
    batch = ImportBatch(
        municipality=by.municipality, by=by, made_on=timezone.localdate(), expires_at=until,
        good=len(lines) - wrong, wrong=wrong, lines=lines,
    )  # fmt: skip
    batch.save(force_insert=True)
    _note("uploaded", batch)
    forget.using(run_after=until).enqueue(str(batch.pk))
    return batch


def _note(verb: str, batch: ImportBatch) -> None:
    trace.note(verb, "import", batch.pk, actor=batch.by_id, municipality=batch.municipality_id)


@transaction.atomic
def begin(batch: ImportBatch, *, by: User) -> None:
    """Take the good lines over, in the background. Twice is once."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk, by=by)
    if batch.state == ImportBatch.State.PREVIEW and batch.good:
        batch.state = ImportBatch.State.RUNNING
        batch.save(update_fields=["state"])
        _note("import begun", batch)
        take_over.enqueue(str(batch.pk))


@transaction.atomic
def drop(batch: ImportBatch, *, by: User) -> None:
    """Throw a preview away. What is being taken over goes on."""
    if ImportBatch.objects.filter(pk=batch.pk, by=by, state=ImportBatch.State.PREVIEW).delete()[0]:
        _note("import dropped", batch)


@task()  # type: ignore[untyped-decorator]
def forget(batch_id: str) -> None:
    """Throw a preview away that nobody said yes to."""
    old = {"state": ImportBatch.State.PREVIEW, "expires_at__lte": timezone.now()}
    ImportBatch.objects.filter(pk=batch_id, **old).delete()


@task()  # type: ignore[untyped-decorator]
def take_over(batch_id: str) -> int:
    """Make a report of each good line, each in its own transaction; gives how many are new. May be run again."""
    batch = ImportBatch.objects.select_related("municipality", "by").get(pk=batch_id)
    good = [line["said"] for line in batch.lines or [] if not line["problems"]]
    done, known = 0, 0
    for number, said in enumerate(good, 1):
        made = _one(batch, said)
        done, known = done + made, known + (not made)
        if number % 10 == 0 or number == len(good):
            ImportBatch.objects.filter(pk=batch.pk).update(done=done, known=known)
    with transaction.atomic():
        batch.state, batch.done, batch.known = ImportBatch.State.DONE, done, known
        batch.lines = _wrong_ones(batch.lines or []) or None
        batch.save(update_fields=["state", "done", "known", "lines"])
        _note("imported", batch)
    return done


def _wrong_ones(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Which lines were wrong and what was wrong with them; nothing of what they said."""
    return [line | {"said": {}} for line in lines if line["problems"]]


def secret_of(municipality: object, said: dict[str, str]) -> str:
    """The form's secret of a line: the same line of the same municipality always has the same, so it is one report."""
    words = json.dumps(
        [str(municipality), sorted((key, text) for key, text in said.items() if text)], ensure_ascii=False
    )
    digest = hmac.new(master.derived("import"), words.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _one(batch: ImportBatch, said: dict[str, str]) -> bool:
    """Whether this line made a new report."""
    form = secret_of(batch.municipality_id, said)
    if Filing.objects.filter(report__form_hash=hash_of(form)).exists():
        return False
    text: dict[str, Any] = {name: said.get(name, "") for name in TOLD}
    told = Told(form=form, setting=setting_of(said.get("setting", "")) or "", **text)
    beside = {"first_on": day_of(said.get("first_on", "")), "reference": said.get("reference", "")}
    handling = Handling(beside=lambda report: keep_filing(report, Way.FILE, batch.by, **beside), alert=False)
    receive_report(batch.municipality, told, handling=handling)
    return True
