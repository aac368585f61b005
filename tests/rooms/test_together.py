"""What one room does reaches the others: hiding ends a link, a mark follows what was sent, a restriction holds for all."""

import pytest

from baken.accounts.models import Ground
from baken.links.tests.make import make_ground
from baken.oversight import services as oversight
from baken.sharing.models import DisclosureEvent
from baken.sharing.tests.make import make_disclosure
from baken.signals import mask_services
from baken.signals.models import TraitToken
from baken.signals.tests.make import make_report
from baken.triage import services as triage

STORY = "Een man belde steeds vanaf 06-48213377 en zij huilde."


def test_what_is_hidden_links_no_more_until_it_is_shown_again(cast):
    make_ground(cast.havenstad, Ground.What.MATCHING)
    report = make_report(cast.havenstad, story=STORY)
    before = TraitToken.objects.filter(report=report).count()
    assert before
    mask_services.mask(report, keys=[], words=["06-48213377"], by=cast.amina)
    assert TraitToken.objects.filter(report=report).count() < before
    group = report.masks.get().group
    mask_services.lift(report, group, by=cast.amina)
    assert TraitToken.objects.filter(report=report).count() == before


def test_a_mark_follows_what_was_sent_on_without_its_words(cast):
    report = make_report(cast.havenstad, story=STORY)
    given = make_disclosure(cast.amina, receiver=cast.duindorp, kind="report", subject=str(report.pk))
    mark = oversight.mark_report(report, kind="not_substantiated", text="Het was een verhuizing.", by=cast.amina)
    event = DisclosureEvent.objects.get(disclosure=given, kind="not_substantiated")
    assert "verhuizing" not in event.text
    assert given.delivery.notes.filter(kind="not_substantiated").exists()
    oversight.end_mark(mark, by=cast.amina)
    assert DisclosureEvent.objects.filter(disclosure=given, kind="not_substantiated").count() == 2


def test_while_a_report_may_only_be_read_nobody_hides_a_part_or_takes_it(cast):
    report = make_report(cast.havenstad, story=STORY)
    oversight.mark_report(report, kind="restricted", text="Betrokkene vroeg het.", by=cast.amina)
    with pytest.raises(mask_services.NotAllowed):
        mask_services.mask(report, keys=[], words=["06-48213377"], by=cast.amina)
    report.refresh_from_db()
    with pytest.raises(triage.NotPossible):
        triage.take_report(report, seen=triage.state_of(report), by=cast.amina)
