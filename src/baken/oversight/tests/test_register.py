"""The processing register is made from the code: every kind of personal data stands in it, with who may read it."""

from django.apps import apps

from baken.oversight import register
from baken.oversight.tests.make import confirm_all
from baken.privacy.field_names import NAMES
from baken.privacy.sealed import SealedText


def test_every_model_with_sealed_fields_stands_in_it_with_all_of_them():
    told = {row["model"]: row for row in register.as_json()["records"]}
    for model in apps.get_models():
        sealed = {field.name for field in model._meta.concrete_fields if isinstance(field, SealedText)}
        if sealed:
            assert set(told[model.__name__]["sealed"]) == sealed


def test_of_everything_it_is_known_who_may_read_it():
    assert register.without_readers() == []


def test_a_confirmed_term_stands_in_it(cast, signed_in):
    page = signed_in(cast.gerda).get("/werk/toezicht/register/").content.decode()
    assert "12 maanden na de dag van de regel (voorstel)" in page
    confirm_all(cast.havenstad, cast.amina)
    page = signed_in(cast.gerda).get("/werk/toezicht/register/").content.decode()
    assert "12 maanden na de dag van de regel (bevestigd)" in page
    assert "(voorstel)" not in page


def test_the_administrator_reads_no_report():
    told = {row["model"]: row["readers"] for row in register.as_json()["records"]}
    assert "Beheerder" not in told["Report"]
    assert "Aandachtsfunctionaris" in told["Report"]


def test_gerda_and_farid_see_the_page(cast, signed_in):
    for person in (cast.gerda, cast.farid):
        page = signed_in(person).get("/werk/toezicht/register/").content.decode()
        assert "<summary>Interne notitie</summary>" in page
        assert "Feiten voor een DPIA" in page


def test_everything_in_it_has_a_dutch_name_of_its_own(cast, signed_in):
    """A new kind says its word between brackets in its docstring; a new field gets one in privacy/field_names.py."""
    told = register.as_json()["records"]
    names = [row["name"] for row in told]
    assert [row["model"] for row in told if row["name"] == row["model"]] == []
    assert sorted(names) == sorted(set(names))
    assert {field for row in told for field in row["sealed"] + row["open"]} - NAMES.keys() == set()
    page = signed_in(cast.gerda).get("/werk/toezicht/register/").content.decode()
    assert "<summary>Te wissen op verzoek</summary>" in page
    assert "naam van de melder" in page
    for english in ("ReportMark", "TraitToken", "reporter_name", "received_on"):
        assert english not in page
