"""Files with a note in a case: the same checks as in reports, sealed, in the transaction of the note."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.casework import services
from baken.casework.models import CaseFile
from baken.coordination.models import Case, Track
from baken.coordination.services import NotPossible, event
from baken.files.accept import Accepted


@transaction.atomic
def note_with(case: Case, files: Sequence[Accepted], *, text: str, track: Track | None, by: User) -> None:
    """Note something and keep these files with it. Raises NotPossible when a case holds too much."""
    held = CaseFile.objects.filter(case=case).aggregate(all=Sum("size"))["all"] or 0
    if files and held + sum(len(each.content) for each in files) > settings.REPORT_FILES_BYTES * 4:
        raise NotPossible(_("Bij deze casus is geen plaats meer voor deze bestanden. Kies kleinere, of minder."))
    note = services.note(case, text=text, track=track, by=by)
    for each in files:
        file = CaseFile(case=case, municipality_id=case.municipality_id, track=track, by=by, at=note.at)
        file.take(each)
        file.save(force_insert=True)
        event(case, "file added", by=by, track=track, new=file.number)
