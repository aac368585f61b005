"""Goals, action points, decisions, notes and how a case ended. Each belongs to a track, or to the case as a whole."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.approach import Barrier, BarrierStep, Instrument
from baken.coordination.models import OfCase, Track
from baken.files.models import StoredFile
from baken.privacy.sealed import SealedText


class Aim(models.TextChoices):
    """The two views of a plan (lijn): the safety of the victim, and disrupting the offender or place."""

    SAFETY = "safety", _("Veiligheid van het slachtoffer")
    DISRUPTION = "disruption", _("Verstoren van dader of plek")


class _InTrack(OfCase):
    """Seen with its track; without one it is for who sees the whole case."""

    track = models.ForeignKey(Track, on_delete=models.CASCADE, null=True, related_name="%(class)ss")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Goal(_InTrack):
    """What the plan wants to reach (doel)."""

    aim = models.CharField(max_length=12, choices=Aim.choices)
    reached_on = models.DateField(null=True)
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"doel {self.pk}"


class ActionPoint(_InTrack):
    """Something that somebody does before a day (actiepunt), with which barrier and instrument, and what came of it."""

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", _("Open")
        DONE = "done", _("Gedaan")
        DROPPED = "dropped", _("Vervallen")

    aim = models.CharField(max_length=12, choices=Aim.choices)
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, related_name="actions")
    step = models.CharField(max_length=40, blank=True)  # of the barrier model, by its slug
    barrier = models.CharField(max_length=60, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="action_points")
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    settled_on = models.DateField(null=True)
    new = models.BooleanField(default=True)  # the owner has not opened it yet
    meeting = models.UUIDField(null=True)  # in which meeting it was agreed
    revision = models.PositiveIntegerField(default=0)
    text = SealedText()
    result = SealedText()

    class Meta:
        ordering: ClassVar = ["due_on", "at"]
        indexes: ClassVar = [models.Index(fields=["owner", "state", "due_on"], name="action_of_owner")]

    def __str__(self) -> str:
        return f"actiepunt {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still must be done."""
        return self.state == self.State.OPEN

    @property
    def barrier_step(self) -> BarrierStep | None:
        """The step of the barrier model, or None."""
        return load().barriers.get(self.step)

    @property
    def chosen_barrier(self) -> Barrier | None:
        """The barrier of that step, or None."""
        found = self.barrier_step
        return next((each for each in found.barriers if each.id == self.barrier), None) if found else None

    @property
    def chosen_instrument(self) -> Instrument | None:
        """The instrument, or None."""
        return load().instruments.get(self.instrument)

    @property
    def rests_on(self) -> str:
        """Step, barrier and article in words, in the language of the page; empty without them."""
        language, said = get_language() or "nl", []
        if self.barrier_step:
            said.append(self.barrier_step.title.say(language))
        if self.chosen_barrier:
            said.append(self.chosen_barrier.title.say(language))
        if self.chosen_instrument:
            said.append(f"{self.chosen_instrument.title.say(language)} ({self.chosen_instrument.article})")
        return " · ".join(said)


class DecisionKind(models.TextChoices):
    """The nine kinds of decisions of the facts (coordination.decisions)."""

    SAFE_NOW = "direct_veilig", _("Direct veiligheid of opvang regelen")
    HELP = "hulp_zonder_aangifte", _("Hulp starten zonder aangifte")
    POLICE = "melden_politie", _("Melden bij politie of Arbeidsinspectie")
    SAFETY_HOUSE = "aanmelden_zvh", _("Aanmelden bij het Zorg- en Veiligheidshuis")
    RIEC = "aanmelden_riec", _("Inbrengen bij het RIEC")
    MEASURE = "bestuurlijke_maatregel", _("Bestuurlijke maatregel nemen")
    YOUTH = "jeugd", _("Jeugdbescherming vragen of inzetten")
    REGISTER = "registreren", _("Registreren bij CoMensha")
    CLOSE = "afsluiten", _("Afsluiten of overdragen")


class Decision(_InTrack):
    """Something that was decided (besluit), of one of nine kinds. Only added to."""

    kind = models.CharField(max_length=30, choices=DecisionKind.choices)
    meeting = models.UUIDField(null=True)
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"besluit {self.pk}"


class CaseNote(_InTrack):
    """What somebody noted in a case (aantekening)."""

    meeting = models.UUIDField(null=True)
    text = SealedText()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"aantekening {self.pk}"


class CaseFile(_InTrack, StoredFile):
    """A file in a case (bijlage), sealed, only to be fetched."""

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"bijlage {self.number}"


class CaseOutcome(models.TextChoices):
    """How a case ended."""

    SAFE = "safe", _("Slachtoffer veilig, hulp loopt gewoon door")
    STOPPED = "stopped", _("Uitbuiting gestopt door een maatregel")
    PROSECUTED = "prosecuted", _("In handen van politie en OM")
    HANDED_OVER = "handed_over", _("Overgedragen aan een andere gemeente")
    NO_INDICATION = "no_indication", _("Geen mensenhandel, wel hulp of handhaving")
    NOT_REACHED = "not_reached", _("Niet gelukt: slachtoffer uit beeld of wil geen hulp")
    OTHER = "other", _("Anders")


class Learner(models.TextChoices):
    """Who learns from a case (wie moet dit leren)."""

    COLLEAGUES = "colleagues", _("Collega's van onze gemeente")
    PARTNERS = "partners", _("De partners van deze casus")
    REGION = "region", _("De regio")
    POLICY = "policy", _("Beleid: plan en barrières")
    TRAINING = "training", _("Training")


class Closure(OfCase):
    """How a case ended and what was learned (afsluiting). A case that reopens and closes again has two."""

    outcome = models.CharField(max_length=20, choices=CaseOutcome.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    learners = models.JSONField(default=list)
    lesson = SealedText()  # without names: it feeds the yearly review

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"afsluiting {self.pk}"

    @property
    def learner_names(self) -> list[str]:
        """Who learns from it, in words."""
        return [str(each.label) for each in Learner if each.value in self.learners]
