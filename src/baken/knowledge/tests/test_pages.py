"""What we know: a page an item, linked both ways; the overview filters; search forgives."""

import csv
import gzip
import io
import json

import pytest

from baken.catalogue import load

pytestmark = pytest.mark.django_db  # once in a while a page asks whether there is one municipality
PAGES = {
    "types": "vormen",
    "groups": "doelgroepen",
    "indicators": "signalen",
    "settings": "werkplekken",
    "misconceptions": "misvattingen",
}


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("kind", PAGES)
def test_every_item_has_its_page(client, kind, language):
    for slug in getattr(load(), kind):
        assert client.get(f"{language}/{PAGES[kind]}/{slug}/").status_code == 200, slug


@pytest.mark.parametrize("path", ["overzicht/", "werkplekken/", "misvattingen/", "wet/", "lezen/", "contact/"])
def test_every_list_speaks_two_languages(client, path):
    assert '<html lang="nl"' in client.get(f"/{path}").content.decode()
    assert '<html lang="en"' in client.get(f"/en/{path}").content.decode()


@pytest.mark.parametrize("path", ["vormen", "doelgroepen", "signalen", "werkplekken", "misvattingen"])
def test_what_does_not_exist_is_404(client, path):
    assert client.get(f"/{path}/bestaat-niet/").status_code == 404


def test_a_sign_and_its_type_point_at_each_other(client):
    assert "/vormen/labour-exploitation/" in client.get("/signalen/lab-hot-bedding/").content.decode()
    assert "/signalen/lab-hot-bedding/" in client.get("/vormen/labour-exploitation/").content.decode()


def test_the_overview_is_light(client):
    assert len(gzip.compress(client.get("/overzicht/").content)) < 30_000


def test_a_filter_has_an_address_and_shows_only_what_fits(client):
    page = client.get("/overzicht/?vorm=labour-exploitation&werkplek=labour-inspectorate").content.decode()
    assert "/signalen/lab-hot-bedding/" in page
    assert "/signalen/mar-fear-of-trip/" not in page


def test_an_unknown_choice_is_left_out_and_told(client):
    assert "kennen wij niet" in client.get("/overzicht/?vorm=onzin").content.decode()


def test_a_cell_shows_the_signs_of_a_type_for_a_group(client):
    (group, type_), found = next((key, found) for key, found in load().cells.items() if found)
    page = client.get(f"/overzicht/{group}/{type_}/").content.decode()
    assert found[0].title.nl.replace("'", "&#x27;") in page
    assert "nooit een oorzaak en nooit een signaal" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("loverboy", "sexual-exploitation"),
        ("katvanger", "forced-services"),
        ("geldezel", "forced-services"),
        ("uitbuiting huishouding", "domestic-servitude"),
        ("arbeidsuitbuitng", "labour-exploitation"),
    ],
)
def test_search_knows_synonyms_and_forgives_errors(client, words, found):
    assert f"/vormen/{found}/" in client.get("/zoeken/", {"q": words}).content.decode()


def test_a_search_without_result_says_what_to_try(client):
    assert "Probeer een ander woord" in client.get("/zoeken/", {"q": "zzzqqqxxx"}).content.decode()


def test_what_is_searched_is_shown_as_text(client):
    assert "<script>alert" not in client.get("/zoeken/", {"q": "<script>alert(1)</script>"}).content.decode()


def test_the_csv_has_a_row_a_sign_and_type_and_no_formula(client):
    text = client.get("/overzicht/overzicht.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) - 1 == sum(len(item.types) for item in load().current)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_open_data_names_every_sign(client):
    graph = json.loads(client.get("/overzicht/overzicht.jsonld").content)["@graph"]
    assert {term["termCode"] for term in graph} >= set(load().indicators)
