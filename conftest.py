"""The cast: invented people of two invented municipalities. You know what each may do before you read a test.

Amina weighs the reports of Havenstad, Els those of Duindorp; nobody else may. Noor has no second factor yet, Otto left.
Loes works for a partner that helps, Mo for a shelter.
"""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client

from baken.accounts import session
from baken.accounts.models import User
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_municipality, make_person
from baken.intake import api_views, flood
from baken.knowledge import place
from baken.partners.tests.make import make_organisation
from baken.privacy import keys, master
from baken.ui import public

pytest_plugins = ("tests.silence", "tests.visited", "tests.traced")
CAST = {
    "amina": ("Amina Haddou", Role.FOCAL_OFFICER),
    "bram": ("Bram de Wit", Role.POLICY_OFFICER),
    "chris": ("Chris Vos", Role.CHAIN_COORDINATOR),
    "dewi": ("Dewi Maas", Role.CARE_COORDINATOR),
    "farid": ("Farid Smit", Role.ADMINISTRATOR),
    "gerda": ("Gerda Bos", Role.PRIVACY_OFFICER),
    "hugo": ("Hugo Prins", Role.CLERK),
    "ilse": ("Ilse Kok", Role.REGIONAL_ADVISER),
    "joost": ("Joost Meijer", Role.QUESTION_EXPERT),
    "kim": ("Kim Dekker", Role.TRAINER),
    "loes": ("Loes Groen", Role.PARTNER_MEMBER),
    "mo": ("Mo Jansen", Role.SHELTER_WORKER),
}

PARTNERS = (
    ("loes", "Stichting De Brug (verzonnen)", "fairwork", "care-partner"),
    ("mo", "Opvang Het Anker (verzonnen)", "opvang", "shelter"),
)


@pytest.fixture(scope="session", autouse=True)
def _house(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A master key of this test run, static files straight from where they were built, and no collected ones."""
    from django.conf import settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    settings.MASTER_KEY_FILE = tmp_path_factory.mktemp("keys") / "master.json"
    master.create(settings.MASTER_KEY_FILE)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Keys and finished pages live in memory; each test starts without those of the last one."""
    keys.forget()
    public.forget_pages()
    place.forget()
    flood.forget()
    api_views.forget()
    session.forget()
    cache.clear()


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """Everybody: `cast.amina`, ..., and the municipalities `cast.havenstad` and `cast.duindorp`."""
    havenstad, duindorp = make_municipality("Havenstad"), make_municipality("Duindorp")
    people = {key: make_person(name, havenstad, role) for key, (name, role) in CAST.items()}
    people["els"] = make_person("Els Visser", duindorp, Role.FOCAL_OFFICER)
    people["noor"] = make_person("Noor Blom", havenstad, Role.FOCAL_OFFICER)
    people["otto"] = make_person("Otto Kuiper", havenstad, Role.FOCAL_OFFICER, is_active=False)
    for key, name, kind, recipient in PARTNERS:
        people[key].organisation = make_organisation(name, kind=kind, recipient=recipient, by=people["chris"])
        people[key].save(update_fields=["organisation"])
    for key, person in people.items():
        if key != "noor":
            Authenticator.objects.create(
                user=person, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
            )
    return SimpleNamespace(havenstad=havenstad, duindorp=duindorp, **people)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which this person is signed in: `signed_in(cast.amina).get(...)`."""

    def sign_in(person: User) -> Client:
        client = Client()
        client.force_login(person, backend="baken.accounts.backend.StaffBackend")
        return client

    return sign_in
