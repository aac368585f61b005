"""Keysets and the trace: the only tables of this room."""

from typing import ClassVar

from django.db import models

from baken.privacy.retention import Keep


class KeySet(models.Model):
    """The encryption keys of one owner (sleutelbos), wrapped by the master key that lies outside the database."""

    owner = models.CharField(max_length=64, primary_key=True)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"sleutels van {self.owner}"


class Trace(models.Model):
    """One line of the trace (het spoor), with the six elements of BIO2 8.15.01: who (`actor`), what (`verb`), which record
    (`kind`, `record`), when (`on`, `at`), from where (`origin`) and with which result. Never what was in it. Only added to.

    Lines from before origin and result were kept have them empty.
    """

    number = models.BigIntegerField(primary_key=True)
    on = models.DateField()
    at = models.DateTimeField(null=True)  # empty for what anonymous people do: they leave a date, not a time
    actor = models.CharField(max_length=40)
    municipality = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    record = models.CharField(max_length=64)
    why = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=20, blank=True)
    result = models.CharField(max_length=20, blank=True)
    seal = models.CharField(max_length=64)

    keep = Keep(years=1, after="on", ground="BIO2 8.15.04: bewaartijd op risico; termijn is een voorstel")

    class Meta:
        ordering: ClassVar = ["number"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "record"], name="trace_record"),
            models.Index(fields=["municipality", "number"], name="trace_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.kind} {self.record}"


class TraceEnd(models.Model):
    """Where the trace ends, so that a tail that was cut off is noticed. One row.

    `mark` is made with the key outside the database: whoever cuts a tail off cannot move the end along.
    """

    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)
    mark = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"einde van het spoor: {self.number}"


class TraceStart(models.Model):
    """After which line the trace begins, once old lines went because their term was over. One row, or none.

    `mark` is made with the key outside the database: whoever cuts lines off with the database alone is noticed.
    """

    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)
    mark = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"begin van het spoor: na {self.number}"
