"""What a reporter tells us, as plain values between the form and the service."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """The answers of the report form. `form` is the one-time secret of the form: the same form sent twice is one report."""

    form: str
    story: str
    ticks: tuple[str, ...] = ()
    setting: str = ""
    place: str = ""
    moment: str = ""
    earlier: str = ""
    name: str = ""
    contact: str = ""
    safe_contact: str = ""
    safe_channel: str = ""
    safe_hours: str = ""
    safe_words: str = ""
    safe_person: str = ""
    language: str = "nl"
    question: bool = False  # a question for advice without personal data, and no report

    @property
    def anonymous(self) -> bool:
        """Whether the reporter gave neither a name nor a way to be reached."""
        return not (self.name or self.contact)
