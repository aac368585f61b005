"""The question "do you want to send something along?", and a form that has it."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.files import accept
from baken.ui.forms import HouseForm

ACCEPT = "image/jpeg,image/png,image/webp,application/pdf,.pdf,audio/*,.mp3,.m4a,.wav,.ogg,.opus,.amr,.3gp"
NOTHING_SENT = _("Er is nog niets verstuurd en je tekst staat er nog. Kies al je bestanden opnieuw.")


class FilesInput(forms.FileInput):
    """A file input that takes more than one."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ACCEPT})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        """Every file that was chosen."""
        found: list[UploadedFile] = files.getlist(name) if hasattr(files, "getlist") else []
        return found


class FilesField(forms.FileField):
    """Some files, or none. Its value is a tuple of `accept.Accepted`."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> tuple[accept.Accepted, ...]:
        """Each file accepted, or one error that says what is wrong with which."""
        uploads = list(data or ())
        wrong = too_many(uploads) or no_room(uploads)
        kept = []
        for upload in uploads if not wrong else ():
            try:
                kept.append(accept.accept(upload))
            except accept.Refused as why:
                wrong.append(str(why))
        if wrong:
            raise ValidationError(" ".join([*wrong, str(NOTHING_SENT)]))
        return tuple(kept)


def too_many(uploads: list[UploadedFile]) -> list[str]:
    """What is wrong with these files together."""
    if len(uploads) > settings.FILES_AT_ONCE:
        return [gettext("Kies hooguit %(most)s bestanden tegelijk.") % {"most": settings.FILES_AT_ONCE}]
    total = sum(each.size or 0 for each in uploads)
    if total > settings.REPORT_FILES_BYTES and all((each.size or 0) <= settings.FILE_BYTES for each in uploads):
        most = settings.REPORT_FILES_BYTES // 1_000_000
        return [gettext("Samen zijn je bestanden te groot: hooguit %(most)s MB.") % {"most": most}]
    return []


def no_room(uploads: list[UploadedFile]) -> list[str]:
    """What is wrong with the house: no disk for files now."""
    if uploads and not accept.room_left():
        return [gettext("Er is nu geen ruimte voor bestanden. Zonder bestanden kun je wel versturen.")]
    return []


class WithFiles(HouseForm):
    """A form with files. A browser does not remember which were chosen, so that is said when another field is wrong."""

    attachments = FilesField(
        label=_("Foto, pdf of geluid meesturen"),
        help_text=_(
            "Dat hoeft niet. Hooguit %(count)s bestanden van %(most)s MB. Bij foto's halen wij weg waar en waarmee ze gemaakt zijn. "
            "In een pdf of geluid kan je naam staan; dat blijft erin."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["attachments"]
        most = {"count": settings.FILES_AT_ONCE, "most": settings.FILE_BYTES // 1_000_000}
        field.help_text = str(field.help_text) % most

    def clean(self) -> dict[str, Any]:
        """What was chosen is gone when the form comes back."""
        data = super().clean() or {}
        if self.errors and data.get("attachments"):
            self.add_error("attachments", NOTHING_SENT)
        return data
