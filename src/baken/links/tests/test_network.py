"""Clusters, the picture and the list that says the same; and the tokens find exactly what `baken link` finds."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.links import access, services
from baken.links.models import ReportLink
from baken.links.network import Edge, clusters, joins, neighbours
from baken.links.tests.make import make_ground, tell
from baken.signals.models import Report
from baken.traits.compare import links
from baken.traits.fields import told

PLATE, PHONE = "kenteken 12-BCD-3", "nummer 06-12345678"
nodes = st.sampled_from("abcdefgh")
edges = st.lists(
    st.builds(
        Edge, nodes, nodes, st.just("phone"), st.sampled_from(["certain", "probable", "possible"]),
        st.sampled_from(["", "same", "not_same", "unknown"]),
    ), max_size=30,
)  # fmt: skip


@given(edges)
def test_each_report_is_in_one_cluster_and_whatever_joins_is_together(found):
    groups = clusters(found)
    every = [node for group in groups for node in group]
    assert len(every) == len(set(every))
    assert set(every) == {end for edge in found if joins(edge) for end in edge[:2]}
    for edge in filter(joins, found):
        assert any({edge.one, edge.other} <= set(group) for group in groups)
    assert sorted(map(len, groups), reverse=True) == [len(group) for group in groups]


@given(edges)
def test_clusters_do_not_depend_on_the_order_of_the_links(found):
    assert sorted(map(sorted, clusters(found))) == sorted(map(sorted, clusters(reversed(found))))


def test_a_link_that_is_not_the_same_leads_nowhere():
    assert neighbours([Edge("a", "b", "phone", "certain", "not_same")], {"a": None}) == set()
    assert neighbours([Edge("a", "b", "phone", "possible")], {"a": None}) == {"b"}


PARTS = st.sampled_from(
    [PLATE, "kenteken 12bcd3", "Pools kenteken WX 12345", "kenteken WX12345", PHONE, "bel 0031612345678", "Piet Jansen", "P. Jansen",
     "Piet Jansen, geb. 12-3-98", "Youssef Amrani", "Yusuf Amrani", "Dorpsstr. 12a", "Dorpsstraat 12 A, 1234AB", "1234 AB 12a",
     "Mirela", "insta: meid22", "snap: meid22", "Nowak Bouw B.V.", "oom Sjaak", "KvK 12345678", "info@bakker.nl"]
)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(PARTS, min_size=1, max_size=4).map("; ".join), min_size=2, max_size=5))
def test_the_keyed_tokens_find_what_the_plain_ones_find(cast, stories):
    Report.objects.all().delete()
    if not cast.havenstad.grounds.exists():
        make_ground(cast.havenstad)
    reports = [tell(cast.havenstad, story) for story in stories]
    plain = links(told(str(report.pk), report.story, {}, "Havenstad") for report in reports)
    expected = {(frozenset([each.a, each.b]), str(each.on), str(each.strength)) for each in plain}
    kept = {
        (frozenset([str(each.one_id), str(each.other_id)]), each.kind, each.sureness)
        for each in ReportLink.objects.all()
    }
    assert kept == expected


@pytest.fixture
def chain(cast):
    """Four reports: a plate joins the first two, a number the second and third; the fourth shares only a name."""
    make_ground(cast.havenstad)
    stories = [PLATE, f"{PLATE} en {PHONE}", f"{PHONE}, Piet Jansen rijdt", "Piet Jansen was er ook."]
    reports = [tell(cast.havenstad, f"Ik zag {story}.") for story in stories]
    for day, report in enumerate(reports, start=1):
        Report.objects.filter(pk=report.pk).update(received_on=date(2026, 3, day))
    return reports


def test_clusters_join_surely_and_a_name_joins_nothing(cast, chain, signed_in):
    (cluster,) = access.clusters_for(cast.amina)
    assert {each.pk for each in cluster.reports} == {each.pk for each in chain[:3]}
    html = signed_in(cast.amina).get("/werk/verbanden/").content.decode()
    assert "3 meldingen die samenhangen" in html
    assert chain[3].number not in html


def test_a_name_that_somebody_called_the_same_joins(cast, chain):
    link = ReportLink.objects.get(kind="person")
    services.decide(link, verdict="same", reason="Zelfde man", seen=0, by=cast.amina)
    (cluster,) = access.clusters_for(cast.amina)
    assert len(cluster.reports) == 4


def test_what_is_not_the_same_falls_out(cast, chain):
    link = ReportLink.objects.get(kind="phone")
    services.decide(link, verdict="not_same", reason="Typefout", seen=0, by=cast.amina)
    assert [len(each.reports) for each in access.clusters_for(cast.amina)] == [2]
    assert len(access.around(cast.amina, chain[0]).reports) == 2


def test_the_page_is_a_timeline_that_says_what_the_picture_shows(cast, chain, signed_in):
    html = signed_in(cast.amina).get(f"/werk/verbanden/melding/{chain[0].pk}/").content.decode()
    places = [html.index(f'data-dot="{report.pk}"') for report in chain]
    assert places == sorted(places)
    assert html.count("data-line=") == 2 * ReportLink.objects.count()
    assert "1 maart 2026" in html
    assert "12BCD3" not in html


def test_a_large_cluster_is_cut_and_the_page_says_so(cast, chain, monkeypatch, signed_in):
    monkeypatch.setattr(access, "MOST_REPORTS", 3)
    html = signed_in(cast.amina).get(f"/werk/verbanden/melding/{chain[0].pk}/").content.decode()
    assert html.count("data-dot=") == 3
    assert "Er hangt nog meer mee samen" in html


def test_a_report_without_links_says_so(cast, signed_in):
    make_ground(cast.havenstad)
    report = tell(cast.havenstad, "Er is iets met een loods.")
    html = signed_in(cast.amina).get(f"/werk/verbanden/melding/{report.pk}/").content.decode()
    assert "Deze melding heeft geen verband met een andere melding." in html


def test_els_sees_nothing_of_it(cast, chain, signed_in):
    browser = signed_in(cast.els)
    assert browser.get(f"/werk/verbanden/melding/{chain[0].pk}/").status_code == 404
    assert chain[0].number not in browser.get("/werk/verbanden/").content.decode()
