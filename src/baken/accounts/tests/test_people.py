"""People come, change and go; nobody gets more than they should."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.utils import timezone

from baken.accounts import access, services
from baken.accounts.models import Invitation, User
from baken.accounts.roles import Role
from baken.accounts.tests.make import PASSWORD
from baken.privacy.models import Trace

NEW = {"name": "Sanne Kuipers", "email": "sanne@havenstad.example", "roles": [Role.FOCAL_OFFICER]}


def link_for(client):
    page = client.post("/werk/mensen/uitnodigen/", NEW).content.decode()
    return "/welkom/" + page.split("/welkom/")[1].split("<")[0].strip()


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_sanne_joins_signs_in_and_sets_her_second_step_before_she_sees_anything(cast, signed_in):
    link = link_for(signed_in(cast.farid))
    browser = Client()
    assert "Sanne Kuipers" in browser.get(link).content.decode()
    assert browser.post(link, {"password": PASSWORD}).status_code == 302
    browser.post("/aanmelden/", {"login": NEW["email"], "password": PASSWORD})
    assert browser.get("/werk/").headers["Location"] == "/aanmelden/tweede-stap/totp/activate/"
    page = browser.get("/aanmelden/tweede-stap/totp/activate/")  # no password once more: she typed it just now
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    browser.post("/aanmelden/tweede-stap/totp/activate/", {"code": code_for(secret)})
    assert browser.get("/werk/").status_code == 200


def test_a_link_works_once(cast, signed_in):
    link = link_for(signed_in(cast.farid))
    assert Client().post(link, {"password": PASSWORD}).status_code == 302
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"password": PASSWORD}).status_code == 404
    assert User.objects.filter(email=NEW["email"]).count() == 1


def test_an_old_link_looks_like_one_that_never_was(cast, signed_in):
    link = link_for(signed_in(cast.farid))
    Invitation.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert Client().get(link).content == Client().get("/welkom/nooit-geweest/").content


def test_a_weak_password_is_refused_with_a_reason(cast, signed_in):
    answer = Client().post(link_for(signed_in(cast.farid)), {"password": "welkom"})
    assert answer.status_code == 422
    assert "12" in answer.content.decode()


def test_the_administrator_invites_nobody_twice(cast, signed_in):
    answer = signed_in(cast.farid).post("/werk/mensen/uitnodigen/", {**NEW, "email": cast.amina.email})
    assert answer.status_code == 422
    assert "Er is al een account" in answer.content.decode()


@pytest.mark.parametrize("path", ["", "uitnodigen/"])
def test_only_who_manages_people_sees_them(cast, signed_in, path):
    assert signed_in(cast.farid).get(f"/werk/mensen/{path}").status_code == 200
    assert signed_in(cast.amina).get(f"/werk/mensen/{path}").status_code == 403
    assert signed_in(cast.hugo).get(f"/werk/mensen/{path}").status_code == 403


def test_somebody_of_another_municipality_does_not_exist(cast, signed_in):
    browser = signed_in(cast.farid)
    assert browser.get(f"/werk/mensen/{cast.els.pk}/").status_code == 404
    assert browser.post(f"/werk/mensen/{cast.els.pk}/sluiten/", {"sure": "ja"}).status_code == 404


def test_closing_an_account_asks_first_and_signs_out_everywhere(cast, signed_in):
    amina, farid = signed_in(cast.amina), signed_in(cast.farid)
    assert farid.post(f"/werk/mensen/{cast.amina.pk}/sluiten/").status_code == 422
    assert amina.get("/werk/").status_code == 200
    assert farid.post(f"/werk/mensen/{cast.amina.pk}/sluiten/", {"sure": "ja"}).status_code == 302
    assert amina.get("/werk/").status_code == 302
    assert Trace.objects.filter(verb="deactivated", record=str(cast.amina.pk)).count() == 1


def test_a_closed_account_opens_again(cast, signed_in):
    signed_in(cast.farid).post(f"/werk/mensen/{cast.otto.pk}/openen/")
    assert User.objects.get(pk=cast.otto.pk).is_active


def test_the_last_administrator_stays(cast, signed_in):
    answer = signed_in(cast.farid).post(f"/werk/mensen/{cast.farid.pk}/sluiten/", {"sure": "ja"})
    assert answer.status_code == 422
    assert "enige beheerder" in answer.content.decode()


def test_roles_change_what_somebody_may(cast, signed_in):
    signed_in(cast.farid).post(f"/werk/mensen/{cast.hugo.pk}/rollen/", {"roles": [Role.FOCAL_OFFICER]})
    assert User.objects.get(pk=cast.hugo.pk).may("read_reports")


def test_who_moves_leaves_rights_behind(cast, signed_in):
    signed_in(cast.farid).post(f"/werk/mensen/{cast.amina.pk}/verplaatsen/", {"municipality": cast.duindorp.pk})
    moved = User.objects.get(pk=cast.amina.pk)
    assert moved.municipality == cast.duindorp
    assert not moved.may("read_reports")


def test_a_deputy_may_what_the_absent_one_may_only_in_that_time(cast, signed_in):
    today = timezone.localdate()
    form = {"deputy": cast.hugo.pk, "away_from": today, "away_until": today + timedelta(days=3)}
    assert signed_in(cast.amina).post("/werk/ik/afwezig/", form).status_code == 302
    assert signed_in(cast.hugo).get("/werk/meldingen/").status_code == 200
    people = access.who_may("weigh_reports", cast.havenstad, today=today)
    assert cast.hugo in people
    assert cast.amina not in people


def test_a_deputy_of_another_municipality_is_refused(cast):
    with pytest.raises(services.NotPossible):
        services.set_absence(cast.amina, deputy=cast.els, away_from=None, away_until=None, by=cast.amina)


def test_the_desk_speaks_english_when_asked(cast, signed_in):
    browser = signed_in(cast.amina)
    browser.post("/werk/ik/", {"language": "en"})
    assert "My account" in browser.get("/werk/ik/").content.decode()


def test_nobody_can_register(client):
    assert client.get("/aanmelden/uitnodiging/").status_code == 200
    assert client.post("/aanmelden/uitnodiging/", {"email": "x@example.org"}).status_code == 405


def test_a_wrong_password_and_an_unknown_address_look_the_same(cast):
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    told = [
        Client().post("/aanmelden/", {"login": login, "password": "iets-anders-12345"})
        for login in (cast.amina.email, "niemand@havenstad.example")
    ]
    assert told[0].context["form"].errors == told[1].context["form"].errors


@pytest.mark.parametrize("page", ["mfa_index", "account_change_password"])
def test_the_pages_of_signing_in_have_no_inline_script(cast, signed_in, page):
    from django.urls import reverse

    body = signed_in(cast.amina).get(reverse(page), follow=True).content.decode()
    scripts = [part.split(">")[0] for part in body.split("<script")[1:]]
    assert all("src=" in part or "application/json" in part for part in scripts)
    assert "style=" not in body
