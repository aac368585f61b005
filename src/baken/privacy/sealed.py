"""Model fields whose value is encrypted before it reaches the database (verzegelde velden).

A sealed field reads and writes as plain text (or JSON) on the instance and is stored as Tink AES-GCM bytes.
The ciphertext is bound to table, field and row, so a value moved to another row or field does not open.
The model must have a primary key that is known before saving (UUID), and a `municipality` whose key seals it, or a
`key_owner` where that is another.
"""

import json
from typing import Any

import tink
from django.core.exceptions import FieldError
from django.db import models

from baken.privacy import keys


def owner_of(row: models.Model) -> str:
    """Whose key seals this row: its municipality, unless the model says otherwise."""
    return str(getattr(row, "key_owner", None) or row.municipality_id)  # type: ignore[attr-defined]


class SealBroken(RuntimeError):
    """A stored value does not open: another key, another row, or somebody changed it."""


class Sealed(bytes):
    """A value as it lies in the database, still closed."""


class _Opener:
    """Opens a sealed value the first time somebody reads it on an instance."""

    def __init__(self, field: "SealedText") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if isinstance(value, Sealed):
            value = instance.__dict__[name] = self.field.open(instance, value)
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedText(models.BinaryField):
    """Text that is stored encrypted. Empty text is stored as empty bytes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", "")
        kwargs.setdefault("blank", True)
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for key in ("default", "blank", "editable"):
            kwargs.pop(key, None)
        return name, path, args, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opener(self))

    def get_default(self) -> Any:
        return ""

    def _check_str_default_value(self) -> list[Any]:
        return []

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        value = model_instance.__dict__.get(self.attname, "")
        return bytes(value) if isinstance(value, Sealed) else self.seal(model_instance, value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, str | list | dict):
            raise FieldError(
                f"{self.name} is verzegeld: bewaar het via de instantie, niet met update() of filter()"
            )
        return super().get_db_prep_value(value, connection, prepared)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Rows that are older than the field hold nothing in it: a migration asks what that is in the database."""
        empty = value == "" or (value is None and not self.null)
        return super().get_db_prep_save(b"" if empty else value, connection)

    def _place(self, instance: models.Model) -> bytes:
        return f"{instance._meta.db_table}.{self.attname}.{instance.pk}".encode()

    def _dump(self, value: Any) -> str:
        return str(value or "")

    def _load(self, text: str) -> Any:
        return text

    def _encode(self, value: Any) -> bytes:
        return self._dump(value).encode()

    def _decode(self, plain: bytes) -> Any:
        return self._load(plain.decode())

    def seal(self, instance: models.Model, value: Any) -> bytes:
        """The ciphertext of `value` for this row."""
        plain = self._encode(value)
        if not plain:
            return b""
        key = keys.key_of(owner_of(instance))
        return bytes(key.encrypt(plain, self._place(instance)))

    def open(self, instance: models.Model, value: bytes) -> Any:
        """The plain value. Raises SealBroken when it was moved, changed or closed with another key."""
        if not value:
            return self._decode(b"")
        try:
            key = keys.key_of(owner_of(instance))
            return self._decode(key.decrypt(bytes(value), self._place(instance)))
        except tink.TinkError:
            raise SealBroken(f"{instance._meta.label} {self.attname}: de versleutelde waarde opent niet") from None


class SealedJSON(SealedText):
    """Lists and objects, stored encrypted. Empty is None."""

    def get_default(self) -> Any:
        return None

    def _dump(self, value: Any) -> str:
        return "" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def _load(self, text: str) -> Any:
        return json.loads(text) if text else None


class SealedBytes(SealedText):
    """A whole file, stored encrypted in one piece. Empty is no bytes.

    One piece and not chunks: files have a limit far below the memory of a process, the whole is authenticated before
    the first byte is given, and no order of pieces can be tampered with.
    """

    def get_default(self) -> Any:
        return b""

    def _encode(self, value: Any) -> bytes:
        return bytes(value)

    def _decode(self, plain: bytes) -> Any:
        return plain
