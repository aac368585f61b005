"""The panel "seen before": what is the same, how sure, why, which report, and what people decided."""

import pytest

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.links import access, finding, services
from baken.links.models import LinkDecision, ReportLink
from baken.links.tests.make import make_ground, tell
from baken.links.words import WHY
from baken.privacy import keys
from baken.privacy.models import Trace
from baken.signals import services as signals
from baken.signals import tokens
from baken.signals.models import Report, TraitList, TraitToken
from baken.signals.told import Told
from baken.traits import find
from baken.traits.ordinary import LIMITS
from baken.traits.tokens import tokens_of

VAN = "Een witte bus met kenteken 12-BCD-3 haalt elke ochtend acht mannen op."
SEEN = "De bus (12BCD3) stond vannacht weer voor de loods."


@pytest.fixture
def havenstad(cast):
    make_ground(cast.havenstad)
    return cast.havenstad


def page(signed_in, person, report):
    return signed_in(person).get(f"/werk/meldingen/{report.pk}/").content.decode()


def test_amina_sees_at_once_that_the_plate_was_told_before(cast, havenstad, signed_in):
    first, second = tell(havenstad, VAN), tell(havenstad, SEEN)
    html = page(signed_in, cast.amina, second)
    assert '<span class="value">12-BCD-3</span>' in html
    assert "Hetzelfde kenteken staat in beide meldingen." in html
    assert ">zeker<" in html
    assert f'href="/werk/meldingen/{first.pk}/"' in html
    assert f'href="/werk/meldingen/{second.pk}/"' in page(signed_in, cast.amina, first)


def test_another_report_stands_there_once_with_all_it_shares(cast, havenstad, signed_in):
    first = tell(havenstad, f"{VAN} Bel 06-12345678. De loods is Dorpsstraat 12, 1234 AB.")
    other = tell(havenstad, "Iemand belt steeds met 0612345678.")
    html = page(signed_in, cast.amina, tell(havenstad, f"{SEEN} Bij dorpsstraat 12, 1234ab. Nummer 0612345678."))
    panel = html.split('id="eerder-gezien"', 1)[1].split("</section>", 1)[0]
    for each in (first, other):
        assert panel.count(f'href="/werk/meldingen/{each.pk}/"') == 1
    for said, times in (("12-BCD-3", 1), ("Dorpsstraat 12, 1234 AB", 1), ("06 12345678", 2)):
        assert panel.count(f'<span class="value">{said}</span>') == times


def test_the_page_of_a_report_looks_up_by_itself_what_just_came_in(cast, havenstad, signed_in):
    for number, story in enumerate((VAN, SEEN)):
        report = signals.receive_report(havenstad, Told(form=f"net-binnen-{number:016d}", story=story)).report
    assert ReportLink.objects.count() == 0
    assert '<span class="value">12-BCD-3</span>' in page(signed_in, cast.amina, report)


def test_without_a_ground_nothing_is_compared_and_the_page_says_why(cast, signed_in):
    tell(cast.havenstad, VAN)
    html = page(signed_in, cast.amina, tell(cast.havenstad, SEEN))
    assert "Vergelijken met eerdere meldingen staat uit" in html
    assert ReportLink.objects.count() == 0


def test_a_report_of_duindorp_never_links_with_one_of_havenstad(cast, havenstad, signed_in):
    make_ground(cast.duindorp)
    tell(cast.duindorp, VAN)
    html = page(signed_in, cast.amina, tell(havenstad, SEEN))
    assert "Niets hiervan is eerder gezien" in html


def test_nothing_is_merged_or_made_from_a_link(havenstad):
    reports = [tell(havenstad, VAN), tell(havenstad, SEEN)]
    before = list(Report.objects.order_by("pk").values())
    finding.look_up(havenstad.pk)
    assert list(Report.objects.order_by("pk").values()) == before
    assert len(before) == len(reports)


def test_what_a_reporter_is_reached_by_is_no_link(havenstad):
    for _ in range(2):
        tell(havenstad, "Ik zag iets raars. Bel mij op 06-12345678.", name="Sanne Vos", contact="06 12345678")
    assert ReportLink.objects.count() == 0


def test_a_first_name_alone_is_no_link_and_beside_a_number_it_is_possible(havenstad):
    tell(havenstad, "Een meisje dat Mirela heet huilt veel, ze belt met 06-12345678.")
    tell(havenstad, "Er woont ook een Mirela bij de buren.")
    assert ReportLink.objects.count() == 0
    tell(havenstad, "Mirela heeft nummer 0612345678.")
    found = {(link.kind, link.sureness) for link in ReportLink.objects.all()}
    assert ("phone", "certain") in found
    assert all(kind == "phone" or sure == "possible" for kind, sure in found)


def test_a_value_that_too_many_reports_hold_makes_no_more_links(havenstad):
    story = "Het gaat om Nowak Bouw B.V."
    for _ in range(LIMITS["possible"] + 1):
        tell(havenstad, story)
    before = ReportLink.objects.count()
    assert before
    last = tell(havenstad, story)
    assert ReportLink.objects.count() == before
    assert not ReportLink.objects.filter(finding.about(last.pk)).exists()


def test_what_the_reporter_adds_later_is_looked_up_too(havenstad):
    tell(havenstad, VAN)
    report = tell(havenstad, "Er is iets met een loods.")
    signals.add_message(report, text="Het kenteken is 12-BCD-3.", form="b" * 30, by=None)
    finding.look_up(havenstad.pk)
    assert ReportLink.objects.count() == 1


def test_what_amina_writes_is_no_lead(cast, havenstad):
    for story in ("Iets met een loods.", "Iets met een boot."):
        report = tell(havenstad, story)
        signals.add_message(report, text="Bel ons op 06-12345678.", form=f"{story} antwoord", by=cast.amina)
    finding.look_up(havenstad.pk)
    assert ReportLink.objects.count() == 0


def test_a_link_that_is_found_anew_and_surer_becomes_surer(havenstad):
    tell(havenstad, "Piet Jansen, geboren 12-03-1998, haalt het geld op.")
    report = tell(havenstad, "Piet Jansen haalt het geld op.")
    assert ReportLink.objects.get(kind="person").sureness == "possible"
    signals.add_message(report, text="Piet Jansen, geboren 12-03-1998.", form="b" * 30, by=None)
    finding.look_up(havenstad.pk)
    assert ReportLink.objects.get(kind="person").sureness == "probable"


def test_what_is_erased_from_a_text_links_no_more(havenstad):
    tell(havenstad, VAN)
    report = tell(havenstad, SEEN)
    report.story = "De bus stond vannacht weer voor de loods."
    report.save()
    tokens.index_report(report)
    finding.look_up(havenstad.pk)
    assert ReportLink.objects.count() == 0


def test_the_value_lies_sealed_in_the_database(havenstad):
    tell(havenstad, VAN)
    tell(havenstad, SEEN)
    keys.forget()
    stored = ReportLink.objects.get().__dict__["value"]
    assert b"12BCD3" not in bytes(stored)
    assert ReportLink.objects.get().value == "12BCD3"


def decide(browser, link, **data):
    return browser.post(
        f"/werk/verbanden/besluit/{link.pk}/?van=1", {"verdict": "same", "reason": "Zelfde bus", "seen": 0} | data
    )


def test_amina_decides_and_may_change_it_later_with_both_in_the_history(cast, havenstad, signed_in):
    first, _ = tell(havenstad, VAN), tell(havenstad, SEEN)
    link, browser = ReportLink.objects.get(), signed_in(cast.amina)
    assert decide(browser, link).status_code == 302
    assert decide(browser, link, verdict="not_same", reason="De bus is verkocht", seen=1).status_code == 302
    html = browser.get(f"/werk/verbanden/besluit/{link.pk}/").content.decode()
    assert html.index("Zelfde bus") < html.index("De bus is verkocht")
    assert "niet hetzelfde" in page(signed_in, cast.amina, first)
    assert Trace.objects.filter(verb="link decided", why="not_same").count() == 2


def test_two_people_at_once_get_a_clear_message_and_lose_nothing(cast, havenstad, signed_in):
    tell(havenstad, VAN), tell(havenstad, SEEN)
    link, browser = ReportLink.objects.get(), signed_in(cast.amina)
    piet = make_person("Piet Zandstra", havenstad, Role.FOCAL_OFFICER)
    services.decide(link, verdict="unknown", reason="Niet te zien", seen=0, by=piet)
    answer = decide(browser, link, reason="Mijn eigen woorden")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Een collega heeft hier net over besloten" in html
    assert "Niet te zien" in html
    assert "Mijn eigen woorden" in html
    assert LinkDecision.objects.count() == 1


def test_a_decision_needs_an_answer_and_a_reason(cast, havenstad, signed_in):
    tell(havenstad, VAN), tell(havenstad, SEEN)
    answer = decide(signed_in(cast.amina), ReportLink.objects.get(), verdict="", reason="")
    assert answer.status_code == 422
    assert "Schrijf op waarom je dit besluit." in answer.content.decode()


def test_els_cannot_decide_about_a_link_of_havenstad(cast, havenstad, signed_in):
    tell(havenstad, VAN), tell(havenstad, SEEN)
    assert decide(signed_in(cast.els), ReportLink.objects.get()).status_code == 404
    assert decide(signed_in(cast.hugo), ReportLink.objects.get()).status_code == 403
    assert Trace.objects.filter(verb="refused", kind="link").exists()


def test_links_go_when_their_report_goes(havenstad):
    first, _ = tell(havenstad, VAN), tell(havenstad, SEEN)
    Report.objects.filter(pk=first.pk).delete()
    assert ReportLink.objects.count() == 0
    assert TraitList.objects.count() == 1
    assert not TraitToken.objects.filter(report=first.pk).exists()


def test_amina_hears_once_of_a_new_link_with_a_report_that_she_weighed(cast, havenstad, signed_in):
    first, browser = tell(havenstad, VAN), signed_in(cast.amina)
    signals.weigh_report(
        first, agrees=True, concern="", outcome="to_case", reason="Nakijken", seen=0, by=cast.amina
    )
    assert "Nieuw verband" not in browser.get("/werk/").content.decode()
    tell(havenstad, SEEN)
    html = browser.get("/werk/").content.decode()
    assert "Nieuw verband" in html
    assert first.number in html
    assert "12BCD3" not in html
    browser.get(f"/werk/meldingen/{first.pk}/")
    assert access.new_for(cast.amina) == []


def test_every_reason_that_the_rules_give_is_known_here():
    told = (
        "Bel 06-12345678, jan@bakker.nl, kenteken 12-BCD-3, Pools kenteken WX 12345, kenteken WX12345, insta: meid22, @meid23,"
        " NL91ABNA0417164300, KvK 12345678, paspoort NXF0B3C42, Nowak Bouw B.V., oom Sjaak, Mirela,"
        " Dorpsstraat 12 a, 1234AB; in de Kerkstraat. Piet Jansen, geboren 12-03-1998. P. Jansen."
    )
    given = {token.why for trait in find(told) for token in tokens_of(trait, "havenstad").stored}
    assert given == {str(why) for why in WHY}
