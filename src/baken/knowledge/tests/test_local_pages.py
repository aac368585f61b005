"""The public site: what Havenstad adds stands beside the national text for who chose Havenstad, and only then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.catalogue import load
from baken.knowledge import place, services
from baken.knowledge.models import LocalText
from baken.knowledge.tests.make import make_contact, make_text

FROM = "Van de gemeente Havenstad"
BESIDE = {
    "/werkplekken/police/": {},
    "/vormen/labour-exploitation/": {"beside": "type", "item": "labour-exploitation", "part": "whole"},
    "/signalen/gen-locked-in/": {"beside": "indicator", "item": "gen-locked-in", "part": "whole"},
    "/misvattingen/only-women/": {"beside": "misconception", "item": "only-women", "part": "whole"},
}


def shown(client, path, **asked):
    return client.get(path, asked).content.decode()


@pytest.mark.parametrize("path", BESIDE)
def test_the_local_text_stands_beside_the_national_one(cast, client, path):
    text, national = make_text(cast.amina, **BESIDE[path]), shown(client, path)
    page = shown(client, path, gemeente="havenstad")
    assert FROM in page
    assert text.text_nl in page
    assert "Nagekeken op" in page
    assert FROM not in national
    lines = [line for line in national.splitlines() if line.startswith(('<p class="lead"', "<h1", "<h2"))]
    assert all(line.split("href")[0] in page for line in lines)


@pytest.mark.parametrize("path", ["/contact/", "/hulp/", "/werkplekken/police/"])
def test_the_contact_points_of_the_chosen_municipality_and_of_no_other(cast, client, path):
    make_contact(cast.amina)
    assert "14 0000" in shown(client, path, gemeente="havenstad")
    assert "14 0000" not in shown(client, path, gemeente="duindorp")
    assert "14 0000" not in shown(client, path)


@pytest.mark.parametrize("path", ["/contact/", "/hulp/", "/werkplekken/police/", "/check/"])
def test_what_is_for_colleagues_only_stands_on_no_public_page(cast, client, signed_in, path):
    make_contact(cast.amina, name="Crisisdienst", phone="14 0001", shown_to="colleagues")
    assert "14 0001" not in shown(client, path, gemeente="havenstad")
    assert "14 0001" not in shown(signed_in(cast.amina), path, gemeente="havenstad")


def test_a_mended_number_is_right_at_once(cast, client):
    contact = make_contact(cast.amina)
    shown(client, "/contact/", gemeente="havenstad")
    services.change_local(contact, values={"phone": "14 0009"}, revision=1, by=cast.amina)
    assert "14 0009" in shown(client, "/contact/", gemeente="havenstad")
    services.retire_local(contact, revision=2, by=cast.amina)
    assert "14 0009" not in shown(client, "/contact/", gemeente="havenstad")


def test_an_old_text_is_still_shown_and_says_so(cast, client):
    make_text(cast.amina)
    LocalText.objects.update(review_on=timezone.localdate() - timedelta(days=1))
    assert "Misschien klopt het niet meer." in shown(client, "/werkplekken/police/", gemeente="havenstad")


def test_missing_english_is_said_and_the_dutch_is_marked_as_dutch(cast, client):
    make_text(cast.amina)
    page = shown(client, "/en/werkplekken/police/", gemeente="havenstad")
    assert "has not written (all of) this in English yet" in page
    assert '<p class="local-text" lang="nl">Bel de wachtcommandant' in page


def test_a_text_that_differs_says_so_with_its_reason(cast, client):
    make_text(cast.amina, relation="differs", reason_nl="Wij hebben een eigen team.")
    page = shown(client, "/werkplekken/police/", gemeente="havenstad")
    assert "hier anders" in page
    assert "Wij hebben een eigen team." in page


def test_the_only_municipality_is_chosen_already(cast, client):
    make_text(cast.amina)
    assert FROM not in shown(client, "/werkplekken/police/")
    cast.els.delete()
    cast.duindorp.delete()
    place.forget()
    assert FROM in shown(client, "/werkplekken/police/")


def test_the_choice_travels_along_and_sets_no_cookie(cast, client):
    answer = client.get("/werkplekken/police/?gemeente=havenstad")
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    page = answer.content.decode()
    assert "/check/aankruisen/?werkplek=police&amp;gemeente=havenstad" in page
    assert 'href="/en/werkplekken/police/?gemeente=havenstad"' in page
    assert 'name="gemeente" value="havenstad"' in shown(client, "/check/beschrijven/", gemeente="havenstad")


@pytest.mark.parametrize("asked", ["bestaat-niet", "<script>", "", "x" * 300])
def test_an_unknown_choice_is_national(cast, client, asked):
    answer = client.get("/werkplekken/police/", {"gemeente": asked})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().split("<main")[1]
    assert "Zie wat jouw gemeente toevoegt" in answer.content.decode()


def test_choosing_leads_back_to_the_page(cast, client):
    assert 'href="/wet/?gemeente=havenstad"' in shown(client, "/gemeente/", pagina="/wet/")
    for elsewhere in ("https://evil.example/", "//evil.example/", "/werk/", "/bestaat-niet/", "javascript:x"):
        assert 'href="/contact/?gemeente=havenstad"' in shown(client, "/gemeente/", pagina=elsewhere)


@pytest.mark.parametrize(
    ("path", "most"), [("/signalen/gen-locked-in/", 2), ("/werkplekken/police/", 3), ("/contact/", 2)]
)
def test_a_chosen_municipality_costs_few_queries(cast, client, path, most, django_assert_max_num_queries):
    make_contact(cast.amina)
    with django_assert_max_num_queries(most):
        client.get(path, {"gemeente": "havenstad"})


def test_without_a_choice_a_page_asks_nothing(cast, client, django_assert_num_queries):
    client.get("/werkplekken/police/")
    with django_assert_num_queries(0):
        client.get("/werkplekken/police/")
        client.get("/signalen/gen-locked-in/")


def test_every_slug_that_a_text_can_stand_beside_has_words(db):
    from baken.knowledge import targets

    for beside in targets.Beside.values:
        for slug in targets.items_of(beside):
            parts = targets.SETTING_PARTS if beside == "setting" else (targets.WHOLE,)
            assert all(targets.national(beside, slug, part, "nl") for part in parts), slug
    assert targets.title_of("setting", "police", "en") == load().settings["police"].title.en
