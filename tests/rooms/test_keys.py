"""Keys: one for each owner, also when two make it at once; a missing master key is said plainly; sealed fields."""

from threading import Event, Thread

import pytest
from django.db import connection

from baken.accounts.models import User
from baken.privacy import keys, master
from baken.privacy.models import KeySet, Trace, TraceEnd
from baken.signals.models import Report
from baken.signals.tests.make import STORY, make_report


def test_two_who_make_a_key_at_once_end_up_with_the_same(transactional_db, monkeypatch):
    asked, made, theirs = Event(), Event(), []
    new_handle = keys.tink.new_keyset_handle

    def slow_handle(template):
        asked.set()
        made.wait(5)
        return new_handle(template)

    def other():
        theirs.append(keys.key_of("gemeente").encrypt(b"geheim", b"plek"))
        connection.close()

    slow = Thread(target=other)
    monkeypatch.setattr(keys.tink, "new_keyset_handle", slow_handle)
    slow.start()
    asked.wait(5)
    monkeypatch.setattr(keys.tink, "new_keyset_handle", new_handle)
    mine = keys.key_of("gemeente")
    made.set()
    slow.join()
    assert KeySet.objects.count() == 1
    assert mine.decrypt(theirs[0], b"plek") == b"geheim"


def test_a_key_is_remembered_only_when_it_is_kept(transactional_db):
    keys.key_of("een")
    KeySet.objects.all().delete()
    assert keys.key_of("een") is keys.key_of("een")
    keys.forget()
    assert KeySet.objects.count() == 0


def test_a_missing_master_key_says_where_it_should_be(tmp_path):
    with pytest.raises(master.MasterKeyError, match="niet te lezen"):
        master.wrapping_key(tmp_path / "weg.json")


def test_what_lines_and_keys_are_called(db):
    assert str(KeySet(owner="house")) == "sleutels van house"
    assert str(TraceEnd(number=3)) == "einde van het spoor: 3"
    assert str(Trace(number=1, verb="seen", kind="report", record="r")) == "1 seen report r"


def test_a_sealed_field_that_was_not_read_is_read_when_asked_for(cast):
    report = make_report(cast.havenstad)
    assert Report.objects.only("id", "municipality").get(pk=report.pk).story == STORY
    assert type(User.name).__name__ == "_Opener"
    assert Report._meta.get_field("story")._check_str_default_value() == []


def test_empty_json_stays_empty(cast):
    report = make_report(cast.havenstad)
    report.ticks = None
    report.save()
    assert Report.objects.get(pk=report.pk).ticks is None


def test_a_field_without_a_value_in_the_table_is_none():
    assert Report._meta.get_field("story").from_db_value(None, None, connection) is None
