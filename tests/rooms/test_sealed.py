"""What is sealed opens only in its own place, and a changed value does not open at all."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from baken.accounts.models import User
from baken.privacy import keys
from baken.privacy.sealed import SealBroken
from baken.signals.models import Report


def stored_name(user: User) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM accounts_user WHERE email = %s", [user.email])
        return bytes(cursor.fetchone()[0])


def store_name(user: User, value: bytes) -> None:
    User.objects.filter(pk=user.pk).update(name=value)


def test_a_name_is_readable_on_the_record_and_not_in_the_database(cast):
    assert User.objects.get(pk=cast.amina.pk).name == "Amina Haddou"
    assert b"Amina" not in stored_name(cast.amina)


def test_the_same_name_twice_gives_two_different_values(cast):
    first = stored_name(cast.amina)
    cast.amina.save()
    assert stored_name(cast.amina) != first


def test_a_value_moved_to_another_row_does_not_open(cast):
    store_name(cast.els, stored_name(cast.amina))
    with pytest.raises(SealBroken):
        _ = User.objects.get(pk=cast.els.pk).name


def test_a_cut_or_changed_value_does_not_open(cast):
    whole = stored_name(cast.amina)
    for broken in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b"x" * 40):
        store_name(cast.amina, broken)
        with pytest.raises(SealBroken):
            _ = User.objects.get(pk=cast.amina.pk).name


def test_a_row_read_and_saved_again_keeps_its_value(cast):
    person = User.objects.get(pk=cast.amina.pk)
    person.save()
    assert User.objects.get(pk=cast.amina.pk).name == "Amina Haddou"


def test_plain_text_cannot_slip_in_through_update(cast):
    with pytest.raises(FieldError):
        User.objects.filter(pk=cast.amina.pk).update(name="Amina")


def test_each_owner_has_a_key_of_its_own(db):
    sealed = keys.key_of("a").encrypt(b"geheim", b"plek")
    with pytest.raises(Exception, match="Decryption"):
        keys.key_of("b").decrypt(sealed, b"plek")


def test_what_was_never_filled_in_is_nothing():
    assert Report().assessment is None
