"""The directory of partners: who reads and keeps it, how it stays fresh, and what stood there before."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from baken.accounts.models import Region
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_municipality, make_person
from baken.catalogue import load
from baken.partners import access, services
from baken.partners.compare import differences, pair
from baken.partners.kinds import USUALLY
from baken.partners.models import THEIRS, PartnerEntry, PartnerLink, PartnerProposal, PartnerVersion
from baken.partners.tests.make import SAID, make_partner
from baken.privacy import trace
from baken.sharing.words import RECIPIENTS

LIST = "/werk/partners/"


def test_a_region_without_partners_begins_with_the_national_kinds_and_nothing_is_made(cast, signed_in):
    PartnerVersion.objects.all().delete()
    cast.loes.organisation = cast.mo.organisation = None
    cast.loes.save(), cast.mo.save()
    PartnerEntry.objects.all().delete()
    page = signed_in(cast.chris).get(LIST).content.decode()
    assert "Begin met de landelijke soorten" in page
    assert all(f"?soort={slug}" in page for slug in load().partners)
    assert PartnerEntry.objects.count() == 0
    form = signed_in(cast.chris).get(f"{LIST}nieuw/?soort=opvang").content.decode()
    assert 'value="opvang" selected' in form
    assert 'value="shelter" selected' in form


def test_a_kind_says_what_it_brings_what_it_may_be_told_and_where_that_comes_from(cast, signed_in):
    page = signed_in(cast.ilse).get(f"{LIST}soort/zorgcoordinator/").content.decode()
    kind = load().partners["zorgcoordinator"]
    assert all(text in page for text in (kind.brings.nl, kind.may_be_told.nl, kind.when.nl, "door ons afgeleid"))
    assert load().sources[kind.sources[0]].title in page


def test_chris_and_amina_keep_it_and_others_who_work_in_cases_read_it(cast, signed_in):
    entry = make_partner(cast.chris)
    assert make_partner(cast.amina, name="Tweede (verzonnen)").revision == 1
    for reader in (cast.loes, cast.dewi, cast.ilse, cast.els):
        assert access.read_entry(reader, entry.pk) == entry
        with pytest.raises(PermissionDenied):
            access.to_edit(cast.loes, entry.pk)
    for stranger in (cast.bram, cast.gerda, cast.farid, cast.hugo):
        with pytest.raises(PermissionDenied):
            access.read_entry(stranger, entry.pk)
    page = signed_in(cast.loes).get(f"{LIST}{entry.pk}/").content.decode()
    assert "Wil Verzonnen" in page
    assert "Laat de partner het nakijken" not in page


def test_another_region_does_not_exist(cast):
    there = make_municipality("Bergen", region="Heuvelregio")
    vera = make_person("Vera Kuil", there, Role.CHAIN_COORDINATOR)
    entry = make_partner(cast.chris)
    with pytest.raises(Http404):
        access.read_entry(vera, entry.pk)
    assert list(access.in_use(vera)) == []
    assert "refused" in {each.verb for each in trace.lines_of("partner", entry.pk)}
    assert make_partner(vera).organisation.region == Region.objects.get(name="Heuvelregio")


def test_a_name_stands_there_once(cast, signed_in):
    entry = make_partner(cast.chris)
    chris = signed_in(cast.chris)
    assert chris.post(f"{LIST}nieuw/", SAID).status_code == 422
    other = make_partner(cast.chris, name="Tweede (verzonnen)")
    again = chris.post(f"{LIST}{other.pk}/wijzigen/", SAID | {"seen": 1})
    assert again.status_code == 422
    assert "staat al in de lijst" in again.content.decode()
    with pytest.raises(services.NotPossible):
        services.add(SAID | {"kind": "geen-soort", "name": "Derde"}, by=cast.chris)
    assert entry.name == SAID["name"]


def test_earlier_versions_stay_and_can_be_compared(cast, signed_in):
    entry = make_partner(cast.chris)
    services.change(entry, SAID | {"phone": "14 0200", "kind": "opvang"}, seen=1, by=cast.amina)
    services.change(entry, SAID | {"phone": "14 0300"}, seen=2, by=cast.amina)
    page = signed_in(cast.loes).get(f"{LIST}{entry.pk}/versies/?van=1&tot=2").content.decode()
    assert "14 0100" in page
    assert "14 0200" in page
    assert load().partners["opvang"].title.nl in page
    assert "14 0300" not in page
    first, last = pair(access.versions_of(entry), None, None)
    assert (first.number, last.number) == (2, 3)
    assert {each.after for each in differences(first.held, last.held)} == {
        "14 0300",
        load().partners["fairwork"].title.nl,
    }
    assert pair(access.versions_of(entry), 3, 3) is None
    assert signed_in(cast.loes).get(f"{LIST}{entry.pk}/versies/?van=x&tot=99").status_code == 200


def test_who_was_second_sees_what_a_colleague_wrote(cast, signed_in):
    entry = make_partner(cast.chris)
    services.change(entry, SAID | {"hours": "alleen op dinsdag"}, seen=1, by=cast.amina)
    chris, page = signed_in(cast.chris), f"{LIST}{entry.pk}/wijzigen/"
    late = chris.post(page, SAID | {"hours": "altijd", "seen": 1})
    assert late.status_code == 409
    assert "alleen op dinsdag" in late.content.decode()
    assert chris.post(page, SAID | {"hours": "altijd", "seen": 2}).status_code == 302
    assert PartnerEntry.objects.get(pk=entry.pk).hours == "altijd"
    chris.post(f"{LIST}{entry.pk}/nagekeken/", {"seen": 1})
    assert PartnerEntry.objects.get(pk=entry.pk).revision == 3


def test_what_was_not_looked_at_for_half_a_year_is_marked(cast, signed_in):
    entry = make_partner(cast.chris)
    PartnerEntry.objects.filter(pk=entry.pk).update(verified_on=timezone.localdate() - timedelta(days=200))
    chris = signed_in(cast.chris)
    assert "kijk het opnieuw na" in chris.get(LIST).content.decode()
    assert "1 partner is lang niet nagekeken" in chris.get("/werk/").content.decode()
    assert "lang niet nagekeken" not in signed_in(cast.loes).get("/werk/").content.decode()
    chris.post(f"{LIST}{entry.pk}/nagekeken/", {"seen": 1})
    assert "kijk het opnieuw na" not in chris.get(LIST).content.decode()
    assert access.versions_of(entry)[0].how == "checked"


def link_for(entry, by):
    return services.make_link(entry, by=by)


def test_the_partner_confirms_without_an_account_and_the_link_is_used_up(cast, client):
    entry = make_partner(cast.chris)
    PartnerEntry.objects.filter(pk=entry.pk).update(verified_on=timezone.localdate() - timedelta(days=300))
    path = link_for(entry, cast.chris)
    page = client.get(path).content.decode()
    assert "Wil Verzonnen, 14 0101" in page
    told = {name: SAID[name] for name in THEIRS} | {"seen": 1}
    assert "bevestigd dat alles klopt" in client.post(path, told).content.decode()
    entry.refresh_from_db()
    assert (entry.verified_on, entry.verified_by, entry.is_old) == (timezone.localdate(), None, False)
    assert client.get(path).status_code == client.post(path, told).status_code == 404


def test_a_correction_of_the_partner_waits_for_a_colleague(cast, client, signed_in):
    entry = make_partner(cast.chris)
    path = link_for(entry, cast.chris)
    told = {name: SAID[name] for name in THEIRS} | {"seen": 1, "phone": "14 0999"}
    assert "verbetering is verstuurd" in client.post(path, told).content.decode()
    assert PartnerEntry.objects.get(pk=entry.pk).phone == "14 0100"
    asked, amina = PartnerProposal.objects.get(), signed_in(cast.amina)
    assert "stuurde een verbetering" in amina.get("/werk/").content.decode()
    page = f"{LIST}{entry.pk}/verbetering/{asked.pk}/"
    assert "14 0999" in amina.get(page).content.decode()
    assert amina.post(page, {"go": "yes"}).status_code == 302
    assert PartnerEntry.objects.get(pk=entry.pk).phone == "14 0999"
    assert "al over besloten" in amina.post(page, {"go": "no"}, follow=True).content.decode()
    assert "14 0100" in str(access.versions_of(entry)[-1].held)


def test_a_correction_can_be_left(cast, client):
    entry = make_partner(cast.chris)
    told = {name: SAID[name] for name in THEIRS} | {"seen": 1, "name": "Heel iets anders"}
    client.post(link_for(entry, cast.chris), told)
    services.decide(PartnerProposal.objects.get(), accept=False, by=cast.amina)
    assert PartnerEntry.objects.get(pk=entry.pk).name == SAID["name"]
    assert access.proposals_of(entry) == []


@pytest.mark.parametrize("how", ["withdrawn", "old", "retired", "never"])
def test_a_link_that_does_not_work_says_the_same_whatever_the_reason(cast, client, how):
    entry = make_partner(cast.chris)
    path = link_for(entry, cast.chris)
    link = PartnerLink.objects.get()
    if how == "withdrawn":
        services.withdraw_link(link, by=cast.chris)
    elif how == "old":
        PartnerLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    elif how == "retired":
        services.retire(entry, by=cast.chris)
    else:
        path = "/partner/nooit-geweest/"
    page = client.get(path)
    assert page.status_code == 404
    assert "Vraag een nieuwe" in page.content.decode()


def test_what_the_partner_read_is_what_it_confirms(cast, client):
    entry = make_partner(cast.chris)
    path = link_for(entry, cast.chris)
    told = {name: SAID[name] for name in THEIRS} | {"seen": 1}
    services.check(entry, seen=1, by=cast.chris)
    again = client.post(path, told)
    assert again.status_code == 409
    assert "Er is net iets gewijzigd" in again.content.decode()
    assert client.post(path, told | {"seen": 2}).status_code == 200


def test_what_is_taken_out_comes_back(cast, signed_in):
    entry = make_partner(cast.chris)
    chris, page = signed_in(cast.chris), f"{LIST}{entry.pk}/weghalen/"
    chris.post(page)
    chris.post(page)
    entry.refresh_from_db()
    assert entry.retired_on == timezone.localdate()
    assert entry not in access.in_use(cast.loes)
    chris.post(page, {"back": "1"})
    chris.post(page, {"back": "1"})
    entry.refresh_from_db()
    assert entry.retired_on is None
    assert [each.how for each in access.versions_of(entry)] == ["back", "retired", "added"]


def test_each_usual_receiver_is_one_that_the_grounds_know():
    assert set(USUALLY) <= set(load().partners)
    assert set(USUALLY.values()) <= set(RECIPIENTS)


def test_the_receiver_of_a_person_follows_from_where_they_work(cast):
    entry = make_partner(cast.chris)
    place = cast.havenstad.pk
    assert access.recipient_of(cast.dewi, place) is None
    assert access.recipient_of(cast.els, place) == "municipality"
    cast.hugo.organisation = entry.organisation
    assert access.recipient_of(cast.hugo, place) == "care-partner"
    services.retire(entry, by=cast.chris)
    assert access.recipient_of(cast.hugo, place) == ""
    nobody_said = make_person("Pim Los", cast.havenstad, Role.PARTNER_MEMBER)
    assert access.recipient_of(nobody_said, place) == ""
