"""Samir asks that the report about him goes. Amina marks it, Sanne confirms; a judge who wants it kept comes first."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.erasure import services
from baken.erasure.models import Erasure
from baken.erasure.tests.make import decide, mark_all, to_erase
from baken.oversight.models import PurgeEntry, Stay
from baken.oversight.services import NotPossible, end_stay, keep_longer
from baken.oversight.tests.make import make_request, make_stay, marked
from baken.privacy import trace
from baken.privacy.models import Trace
from baken.sharing.models import Delivery, DisclosedContent, Disclosure
from baken.sharing.tests.make import make_disclosure
from baken.signals.models import Mask, Report, ReportFile
from baken.signals.tests.make import make_mask, make_report, make_sound


@pytest.fixture
def sanne(cast):
    person = make_person("Sanne Mulder", cast.havenstad, Role.FOCAL_OFFICER)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return person


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad, files=[make_sound()])


@pytest.fixture
def asked(cast, report):
    return to_erase(cast.amina, report)


def page_of(asked):
    return f"/werk/toezicht/verzoeken/{asked.pk}/"


def mark_page(asked, report):
    return f"/werk/wissen/{asked.pk}/melding/{report.pk}/"


def settle_page(erasure):
    return f"/werk/wissen/{erasure.request_id}/{erasure.pk}/"


def test_marked_decided_and_confirmed_by_a_second_person_it_is_gone_and_stands_in_the_register(
    cast, sanne, signed_in, report, asked
):
    amina, other = signed_in(cast.amina), signed_in(sanne)
    assert "De hele melding" in amina.get(page_of(asked)).content.decode()
    amina.post(mark_page(asked, report), {"what": "whole"})
    erasure = Erasure.objects.get()
    early = other.post(settle_page(erasure), {"go": "confirm"}, follow=True).content.decode()
    assert "Er is nog niet besloten dat dit mag." in early
    decide(asked, cast.amina)
    alone = amina.post(settle_page(erasure), {"go": "confirm"}, follow=True).content.decode()
    assert "Iemand anders dan wie dit aanwees" in alone
    assert Report.objects.count() == 1
    done = other.post(settle_page(erasure), {"go": "confirm"}, follow=True).content.decode()
    assert "Gewist. Het staat in het register" in done
    assert (Report.objects.count(), ReportFile.objects.count()) == (0, 0)
    entry = PurgeEntry.objects.get()
    assert (entry.kind, entry.count, entry.decision, entry.months) == ("on-request", 1, asked.number, 0)
    assert "Gewist op verzoek van een betrokkene" in amina.get("/werk/toezicht/vernietigd/").content.decode()
    line = Trace.objects.get(verb="purged", record=str(report.pk))
    assert (line.actor, line.why) == (str(sanne.pk), asked.number)
    assert trace.breaks() == []
    after = amina.get(page_of(asked)).content.decode()
    assert report.number in after
    assert "bevestigd door Sanne Mulder" in after


def test_a_legal_hold_stops_it_and_says_until_when(cast, sanne, signed_in, report, asked):
    erasure = mark_all(asked, report, cast.amina)
    hold = make_stay(report, cast.amina)
    decide(asked, cast.amina)
    said = signed_in(sanne).post(settle_page(erasure), {"go": "confirm"}, follow=True).content.decode()
    assert "om een wettelijke reden vastgehouden tot en met" in said
    assert "Ja, wis het voor altijd" not in said
    assert Report.objects.count() == 1
    end_stay(hold, by=cast.amina)
    services.confirm(erasure, by=sanne)
    assert Report.objects.count() == 0


def test_a_longer_term_does_not_stop_it(cast, sanne, report, asked):
    keep_longer(
        report,
        kind=Stay.Kind.EXTENSION,
        until=timezone.localdate() + timedelta(days=400),
        reason="Later.",
        by=cast.amina,
    )
    erasure = mark_all(asked, report, cast.amina)
    decide(asked, cast.amina, "partly")
    services.confirm(erasure, by=sanne)
    services.confirm(erasure, by=sanne)  # twice is once
    assert PurgeEntry.objects.get().count == 1


def test_what_else_stops_it(cast, report, asked):
    second = make_request(cast.amina, report, name="Lieve van Zandhoven")
    with pytest.raises(NotPossible, match=second.number):
        mark_all(asked, report, cast.amina)
    second.delete()
    marked(report, cast.amina, kind="restricted")
    with pytest.raises(NotPossible, match="je kunt haar alleen lezen"):
        mark_all(asked, report, cast.amina)


def test_an_open_report_is_closed_first(cast, signed_in):
    report = make_report(cast.havenstad)
    asked = make_request(cast.amina, report, kind="erasure")
    with pytest.raises(NotPossible, match="Rond haar eerst af"):
        mark_all(asked, report, cast.amina)
    page = signed_in(cast.amina).get(page_of(asked)).content.decode()
    assert "Rond haar eerst af" in page
    assert 'value="whole"' not in page
    make_stay(report, cast.amina)
    assert "Wijs aan om te wissen" not in signed_in(cast.amina).get(page_of(asked)).content.decode()


def test_a_refused_request_erases_nothing(cast, sanne, signed_in, report, asked):
    erasure = mark_all(asked, report, cast.amina)
    decide(asked, cast.amina, "refused")
    with pytest.raises(NotPossible, match="nog niet besloten"):
        services.confirm(erasure, by=sanne)
    services.withdraw(erasure, by=cast.amina)
    with pytest.raises(NotPossible, match="afgewezen"):
        mark_all(asked, report, cast.amina)
    assert "Er wordt niets gewist" in signed_in(cast.amina).get(page_of(asked)).content.decode()
    assert Report.objects.count() == 1


def test_only_hidden_parts_can_go_too(cast, sanne, signed_in, report, asked):
    group = make_mask(report, cast.amina)
    amina = signed_in(cast.amina)
    wrong = amina.post(mark_page(asked, report), {"what": "parts"}, follow=True).content.decode()
    assert "Kies ten minste één afgeschermd stuk." in wrong
    amina.post(mark_page(asked, report), {"what": "parts", "group": [str(group)]})
    decide(asked, cast.amina)
    assert "1 afgeschermd stuk gaat weg" in amina.get(page_of(asked)).content.decode()
    services.confirm(Erasure.objects.get(), by=sanne)
    assert Mask.objects.get().hidden is None
    assert (Report.objects.count(), PurgeEntry.objects.count()) == (1, 0)


def test_taken_back_nothing_goes_and_the_part_is_only_hidden_again(cast, signed_in, report, asked):
    group = make_mask(report, cast.amina)
    erasure = services.mark(asked, report, groups=[group], by=cast.amina)
    assert Mask.objects.get().asked_by == cast.amina
    signed_in(cast.amina).post(settle_page(erasure), {"go": "withdraw"})
    services.withdraw(erasure, by=cast.amina)  # twice is once
    assert Mask.objects.get().asked_by is None
    assert Erasure.objects.count() == 0


def test_marked_twice_is_said(cast, report, asked):
    mark_all(asked, report, cast.amina)
    with pytest.raises(NotPossible, match="al aangewezen"):
        mark_all(asked, report, cast.amina)


def test_a_report_that_went_by_its_term_in_the_meantime_is_said(cast, sanne, report, asked):
    erasure = mark_all(asked, report, cast.amina)
    decide(asked, cast.amina)
    report.delete()
    with pytest.raises(NotPossible, match="is er niet meer"):
        services.confirm(erasure, by=sanne)
    services.withdraw(erasure, by=sanne)


def test_who_was_given_the_report_hears_it_and_what_we_kept_of_that_goes_too(cast, sanne, report, asked):
    given = make_disclosure(cast.amina, receiver=cast.duindorp, kind="report", subject=str(report.pk))
    erasure = mark_all(asked, report, cast.amina)
    decide(asked, cast.amina)
    services.confirm(erasure, by=sanne)
    assert DisclosedContent.objects.count() == 0
    assert Disclosure.objects.get() == given  # the line of the register stays
    note = Delivery.objects.get().notes.get()
    assert note.kind == "erased"
    assert "AVG artikel 17" in note.text


@pytest.mark.parametrize(("who", "status"), [("els", 404), ("gerda", 403), ("farid", 403), ("hugo", 403)])
def test_nobody_else_marks_or_confirms(cast, signed_in, report, asked, who, status):
    erasure, client = mark_all(asked, report, cast.amina), signed_in(getattr(cast, who))
    assert client.post(mark_page(asked, report), {"what": "whole"}).status_code == status
    assert client.post(settle_page(erasure), {"go": "confirm"}).status_code == status


def test_another_kind_of_request_or_a_report_of_somebody_else_does_not_exist(cast, signed_in, report, asked):
    amina, access_request = signed_in(cast.amina), make_request(cast.amina, report)
    assert amina.post(mark_page(access_request, report), {"what": "whole"}).status_code == 404
    other = make_report(cast.havenstad, form="a" * 32)
    assert amina.post(mark_page(asked, other), {"what": "whole"}).status_code == 404
    assert "Wat wordt er gewist?" not in amina.get(page_of(access_request)).content.decode()
