"""What is refused about people, and why; and that nothing about them is called by a name."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from baken.accounts import access, services
from baken.accounts.models import Invitation, Organisation, RoleGrant, User
from baken.accounts.roles import Role
from baken.accounts.tests.make import PASSWORD, make_municipality, make_person

TODAY = timezone.localdate()


def test_what_people_are_called_tells_nothing_personal(cast):
    services.invite(cast.havenstad, email="x@havenstad.example", name="Nieuw", roles=[Role.CLERK], by=None)
    partner = Organisation.objects.create(region=cast.havenstad.region, name="Opvang (verzonnen)")
    said = [str(each) for each in (cast.amina, RoleGrant.objects.first(), Invitation.objects.get())]
    assert "Amina" not in "".join(said)
    assert "@" not in "".join(said)
    assert (str(partner), str(cast.havenstad), str(cast.havenstad.region)) == (
        partner.name,
        "Havenstad",
        "Kustregio",
    )


def test_only_who_manages_people_sees_invitations(cast):
    with pytest.raises(PermissionDenied):
        access.invitations_for(cast.amina, today=TODAY)


def test_an_address_in_capitals_is_the_same_account(cast):
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    assert User.objects.get_by_natural_key("AMINA@havenstad.example") == cast.amina
    assert authenticate(None, email=cast.amina.email, password=PASSWORD) == cast.amina


def test_an_old_secret_key_does_not_sign_everybody_out(cast, settings):
    before = cast.amina.get_session_auth_hash()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "nieuw-" * 12
    assert before in set(cast.amina.get_session_auth_fallback_hash())


REFUSED = {  # what somebody asks of Farid's page about Hugo: what comes back
    "rollen": ({}, "Kies ten minste één rol."),
    "afwezig": (
        {"away_from": "2026-12-24", "away_until": "2026-12-01"},
        "De laatste dag ligt voor de eerste dag.",
    ),
    "verplaatsen": ({"municipality": "nergens"}, "Naar welke gemeente?"),
    "sluiten": ({}, "Zet eerst het vinkje"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_change_that_cannot_be_comes_back_with_why(cast, signed_in, what):
    said, told = REFUSED[what]
    answer = signed_in(cast.farid).post(f"/werk/mensen/{cast.hugo.pk}/{what}/", said)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_day_that_is_none_comes_back_too(cast, signed_in):
    answer = signed_in(cast.farid).post(f"/werk/mensen/{cast.hugo.pk}/afwezig/", {"away_from": "morgen"})
    assert answer.status_code == 422


def test_a_change_that_is_none_does_not_exist(cast, signed_in):
    assert signed_in(cast.farid).post(f"/werk/mensen/{cast.hugo.pk}/ontslaan/").status_code == 404


def test_the_administrator_says_who_stands_in(cast, signed_in):
    said = {"deputy": cast.bram.pk, "away_from": TODAY, "away_until": TODAY}
    assert signed_in(cast.farid).post(f"/werk/mensen/{cast.hugo.pk}/afwezig/", said).status_code == 302
    assert User.objects.get(pk=cast.hugo.pk).is_away(TODAY)
    assert not User.objects.get(pk=cast.hugo.pk).is_away(TODAY + timedelta(days=1))


def test_ones_own_absence_that_cannot_be_comes_back(cast, signed_in):
    said = {"deputy": cast.bram.pk, "away_from": "2026-12-24", "away_until": "2026-12-01"}
    answer = signed_in(cast.amina).post("/werk/ik/afwezig/", said)
    assert answer.status_code == 422
    assert "De laatste dag ligt voor de eerste dag." in answer.content.decode()


def test_a_language_that_is_none_comes_back(cast, signed_in):
    assert signed_in(cast.amina).post("/werk/ik/", {"language": "de"}).status_code == 422


def test_services_refuse_what_no_form_lets_through(cast):
    elsewhere = make_municipality("Bergdorp", region="Bergregio")
    for ask in (
        lambda: services.begin(region="Kustregio", municipality="Havenstad", email="y@x.example", name="Y"),
        lambda: services.invite(cast.havenstad, email="y@x.example", name="Y", roles=[], by=None),
        lambda: services.set_roles(cast.hugo, roles=[], by=cast.farid),
        lambda: services.set_roles(cast.farid, roles=[Role.CLERK], by=cast.farid),
        lambda: services.move(cast.hugo, municipality=elsewhere, by=cast.farid),
    ):
        with pytest.raises(services.NotPossible):
            ask()


def test_an_administrator_who_stays_one_keeps_the_role(cast):
    services.set_roles(cast.farid, roles=[Role.ADMINISTRATOR, Role.CLERK], by=cast.farid)
    make_person("Greet Tweede", cast.havenstad, Role.ADMINISTRATOR)
    services.set_roles(cast.farid, roles=[Role.CLERK], by=cast.farid)
    assert User.objects.get(pk=cast.farid.pk).roles == {Role.CLERK}


def test_a_link_opened_twice_at_the_same_moment_makes_one_account(cast, client, monkeypatch):
    link = services.invite(cast.havenstad, email="z@havenstad.example", name="Zoë", roles=[Role.CLERK], by=None)
    seen = access.open_invitation(link.split("/")[2], today=TODAY)
    services.accept(seen, password=PASSWORD, today=TODAY)
    with pytest.raises(services.NotPossible):
        services.accept(seen, password=PASSWORD, today=TODAY)
    monkeypatch.setattr(access, "open_invitation", lambda token, today: seen)  # as the slower of the two saw it
    assert client.post(link, {"password": PASSWORD}).status_code == 404
    assert User.objects.filter(email="z@havenstad.example").count() == 1


def test_who_signs_in_comes_at_the_desk(cast, client):
    from allauth.account.adapter import get_adapter

    assert get_adapter().get_login_redirect_url(None) == "/werk/"
