"""Health says when something is missing, and the desk opens for people only."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection

from baken.catalogue import load
from baken.home import desk_views, views


def test_without_a_database_it_is_not_well(db, client):
    def down(execute, sql, params, many, context):
        raise views.DatabaseError

    with connection.execute_wrapper(down):
        answer = client.get("/gezond")
    assert (answer.status_code, answer.json()) == (503, {"status": "no database"})


def test_without_content_it_is_not_well(db, client, monkeypatch, tmp_path):
    monkeypatch.setattr(views, "load", lambda: load(tmp_path))
    assert client.get("/gezond").status_code == 503


def test_the_day_of_nobody_is_nobodys(rf):
    request = rf.get("/werk/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        desk_views.today(request)


def test_a_cell_that_is_not_there_is_not_found(client):
    assert client.get("/overzicht/bestaat-niet/labour-exploitation/").status_code == 404
