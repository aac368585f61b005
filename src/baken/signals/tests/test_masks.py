"""Hiding parts of a text: in one go, by hand, back again, and erased by two people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.assessment.stored import assessment_in
from baken.check.result import result_of
from baken.privacy.models import Trace
from baken.signals import access, mask_services, services
from baken.signals.masks import hide_at, show_at
from baken.signals.models import Mask, Message, Report
from baken.signals.tests.make import make_report
from baken.signals.told import Told

STORY = (
    "Jan de Vries is de baas. Hij bewaart de paspoorten van de mannen en belt met 06-12345678. "
    "Zij slapen op matrassen en krijgen geen loon. Vraag maar naar Jan de Vries."
)


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad, story=STORY)


@pytest.fixture
def second(cast):
    return make_person("Sanne Mulder", cast.havenstad, Role.FOCAL_OFFICER)


def keys_of(report, *kinds):
    return {each.key for each in mask_services.to_mask(report) if each.what in kinds}


def marks_of(report):
    shown = result_of(assessment_in(report.assessment), report.story)
    return [segment.text for segment in shown.segments if segment.indicators]


def test_amina_hides_a_name_everywhere_in_one_go(cast, report):
    services.add_message(report, text="Jan de Vries was er weer.", form="m" * 32, by=None)
    assert mask_services.mask(report, keys=keys_of(report, "person"), words=[], by=cast.amina) == 3
    report.refresh_from_db()
    assert "Vries" not in report.story + Message.objects.get().text
    assert report.story.startswith("[naam] is de baas.")
    assert "06-12345678" in report.story  # only what was chosen
    assert len({each.group for each in access.masks_of(report)}) == 1


def test_by_hand_the_words_that_no_rule_finds(cast, report):
    assert mask_services.mask(report, keys=[], words=["matrassen", "LOON"], by=cast.amina) == 2
    report.refresh_from_db()
    assert "slapen op [afgeschermd] en krijgen geen [afgeschermd]." in report.story


def test_marks_stay_on_the_words_that_were_recognised_and_the_assessment_stays(cast, report):
    before, reasons = marks_of(report), report.assessment["types"]
    assert before
    mask_services.mask(report, keys=keys_of(report, "person", "phone"), words=[], by=cast.amina)
    report.refresh_from_db()
    assert (marks_of(report), report.assessment["types"]) == (before, reasons)


def test_shown_again_everything_is_as_it_was(cast, report):
    story, assessment = report.story, report.assessment
    mask_services.mask(report, keys=keys_of(report, "person"), words=["paspoorten", "geen loon"], by=cast.amina)
    for group in dict.fromkeys(each.group for each in access.masks_of(report)):
        mask_services.lift(report, group, by=cast.amina)
    report = Report.objects.get()
    assert (report.story, report.assessment, Mask.objects.count()) == (story, assessment, 0)
    assert Trace.objects.filter(verb="unmasked").count() == 3


def test_erasing_needs_a_second_person_and_is_final(cast, report, second):
    mask_services.mask(report, keys=keys_of(report, "person"), words=[], by=cast.amina)
    group = access.masks_of(report)[0].group
    with pytest.raises(mask_services.NotAllowed):
        mask_services.confirm_erase(report, group, by=second)  # nobody asked
    mask_services.ask_erase(report, group, reason="Gaat over een buurman.", by=cast.amina)
    with pytest.raises(mask_services.NotAllowed):
        mask_services.confirm_erase(report, group, by=cast.amina)
    with pytest.raises(mask_services.NotAllowed):
        mask_services.lift(report, group, by=second)
    assert all(each.hidden["words"] == "Jan de Vries" for each in access.masks_of(report))
    mask_services.confirm_erase(report, group, by=second)
    assert all(each.hidden is None for each in access.masks_of(report))
    with pytest.raises(mask_services.NotAllowed):
        mask_services.lift(report, group, by=cast.amina)
    assert "Vries" not in str([Report.objects.get().story, Report.objects.get().assessment])
    assert Trace.objects.filter(verb="erased").count() == 1


def test_the_question_to_erase_can_be_taken_back(cast, report):
    mask_services.mask(report, keys=[], words=["baas"], by=cast.amina)
    group = access.masks_of(report)[0].group
    mask_services.ask_erase(report, group, reason="Vergissing.", by=cast.amina)
    mask_services.withdraw_erase(report, group, by=cast.amina)
    mask_services.lift(report, group, by=cast.amina)
    assert Report.objects.get().story == STORY


def test_after_erasing_one_the_others_still_go_back_to_their_place(cast, report, second):
    mask_services.mask(report, keys=keys_of(report, "person"), words=["mannen", "loon"], by=cast.amina)
    named = next(each.group for each in access.masks_of(report) if each.what == "person")
    mask_services.ask_erase(report, named, reason="Buurman.", by=cast.amina)
    mask_services.confirm_erase(report, named, by=second)
    for group in {each.group for each in access.masks_of(report)} - {named}:
        mask_services.lift(report, group, by=cast.amina)
    assert Report.objects.get().story == STORY.replace("Jan de Vries", "[naam]")


def test_a_form_that_is_sent_again_does_not_bring_the_words_back(cast, report):
    mask_services.mask(report, keys=keys_of(report, "person"), words=[], by=cast.amina)
    services.receive_report(cast.havenstad, Told(form="formulier-" + "a" * 16, story=STORY))
    assert Message.objects.count() == 0
    services.receive_report(cast.havenstad, Told(form="formulier-" + "a" * 16, story="Nog iets anders."))
    assert Message.objects.get().text == "Nog iets anders."


@st.composite
def texts(draw):
    text = draw(st.text(st.sampled_from("ab .é😀"), min_size=1, max_size=40))
    place = st.integers(0, len(text))
    spans = [sorted(draw(st.tuples(place, place))) for _ in range(draw(st.integers(0, 4)))]
    seen = [{"start": a, "end": b, "evidence": text[a:b]} for a, b in spans if a < b]
    return text, [*seen, {"start": None, "end": None, "evidence": None}]


@settings(deadline=None)
@given(texts(), st.data())
def test_hiding_and_showing_again_is_the_same_text_with_the_same_findings(told, data):
    text, seen = told
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new, moved, hidden = hide_at(text, seen, start, end, "[naam]")
    assert new == text[:start] + "[naam]" + text[end:]
    for each, was in zip(moved, seen, strict=True):
        if each["start"] is not None:
            assert each["evidence"] == new[each["start"] : each["end"]]
            if was["end"] <= start or was["start"] >= end:
                assert each["evidence"] == was["evidence"]
    assert show_at(new, moved, start, "[naam]", hidden) == (text, seen)
