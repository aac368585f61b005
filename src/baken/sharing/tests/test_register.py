"""The register: what was given, what followed, who may see it, and the file with its passphrase."""

import io
import re
import uuid
from dataclasses import replace

import pikepdf
import pytest

from baken.privacy.models import Trace
from baken.sharing import access, sealed_file, services
from baken.sharing.models import Delivery, DisclosedContent, Disclosure, DisclosureEvent, GroundDecision
from baken.sharing.package import Package
from baken.sharing.rule import Wish
from baken.sharing.tests.make import PACKAGE, make_disclosure


@pytest.fixture
def given(cast):
    return make_disclosure(cast.amina)


def page_of(disclosure, tail=""):
    return f"/werk/doorgegeven/{disclosure.pk}/{tail}"


def file_of(client, path, **data):
    page = client.post(path, data).content.decode()
    phrase = re.search(r'id="wachtzin">([^<]+)<', page)[1]
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)[1]
    body = client.post(path, {"nonce": nonce, **data}).content
    with pikepdf.open(io.BytesIO(body), password=phrase) as pdf:
        return phrase, pdf.attachments["pakket.txt"].get_file().read_bytes().decode()


def test_what_was_given_about_a_case_stands_in_the_register(cast, signed_in, given):
    page = signed_in(cast.amina).get("/werk/doorgegeven/").content.decode()
    assert given.number in page
    assert "slaapt in de loods" not in page
    assert list(access.about(cast.amina, given.subject_kind, given.subject_id)) == [given]
    assert list(access.about(cast.farid, given.subject_kind, given.subject_id)) == []


def test_each_file_has_a_passphrase_of_its_own_that_is_shown_once(cast, signed_in, given):
    amina = signed_in(cast.amina)
    first, text = file_of(amina, page_of(given, "bestand/"))
    second, _ = file_of(amina, page_of(given, "bestand/"))
    assert text == PACKAGE.as_text()
    assert first != second
    assert re.fullmatch(r"([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}", first)
    assert first not in amina.get(page_of(given)).content.decode()
    assert Trace.objects.filter(verb="file made", record=str(given.pk)).count() == 2


def test_receipt_and_answer_are_kept_and_sent_twice_is_once(cast, signed_in, given):
    amina, form = signed_in(cast.amina), {"kind": "receipt", "text": "", "form": "r" * 32}
    for _ in range(2):
        assert amina.post(page_of(given, "vervolg/"), form).status_code == 302
    refused = amina.post(page_of(given, "vervolg/"), form | {"kind": "answer", "form": "s" * 32})
    assert refused.status_code == 422
    assert "Schrijf op wat het antwoord of de boodschap is." in refused.content.decode()
    assert DisclosureEvent.objects.get().kind == "receipt"


def test_a_correction_goes_after_a_file_as_a_file(cast, signed_in, given):
    amina = signed_in(cast.amina)
    form = {"kind": "not_substantiated", "text": "Het bleek niet zo te zijn.", "form": "r" * 32}
    amina.post(page_of(given, "vervolg/"), form)
    _, text = file_of(amina, page_of(given, "bestand/"), event=str(DisclosureEvent.objects.get().pk))
    assert "Het bleek niet zo te zijn." in text
    assert given.number in text
    assert amina.post(page_of(given, "bestand/"), {"event": str(uuid.uuid4())}).status_code == 404


def test_els_answers_what_she_received(cast, signed_in):
    make_disclosure(cast.amina, receiver=cast.duindorp)
    els, path = signed_in(cast.els), f"/werk/ontvangen/{Delivery.objects.get().pk}/"
    assert access.waiting_for(cast.els) == 1
    assert Delivery.objects.get().number in els.get("/werk/ontvangen/").content.decode()
    wrong = els.post(f"{path}antwoord/", {"text": "Dank.", "form": "te kort"})
    assert wrong.status_code == 422
    for _ in range(2):
        els.post(f"{path}antwoord/", {"text": "Dank.", "form": "f" * 32})
    assert (access.waiting_for(cast.els), access.waiting_for(cast.hugo)) == (0, 0)
    assert "Dank." in els.get(path).content.decode()
    assert [event.text for event in access.events_of(Disclosure.objects.get())] == ["Dank."]


def test_nobody_gives_without_a_ground_or_without_the_right(cast):
    draft = services.Draft(
        id=uuid.uuid4(), subject_kind="case", subject_id="1", ground="veilig-thuis", organisation="", package=PACKAGE,
        wish=Wish(recipient="police", purpose="protect", roles=frozenset()), parts=(), necessity="",
    )  # fmt: skip
    with pytest.raises(services.Refused, match="geldt niet voor delen met: Politie"):
        services.disclose(draft, by=cast.amina)
    with pytest.raises(PermissionError):
        services.disclose(draft, by=cast.gerda)
    assert Disclosure.objects.count() == 0


def test_the_role_that_counts_is_that_of_who_does_it(cast, given):
    wish = Wish(
        recipient="comensha", purpose="registration", roles=frozenset({"care_coordinator"}),
        given=frozenset({"written-consent", "necessity"}),
    )  # fmt: skip
    draft = services.Draft(
        id=uuid.uuid4(), subject_kind="case", subject_id="1", ground="registration-consent", organisation="CoMensha",
        package=PACKAGE, wish=wish, parts=("story",), necessity="x",
    )  # fmt: skip
    assert services.judge(draft, by=cast.amina).reasons == (
        "Dit mag jij niet beslissen. Dat doet: zorgcoördinator.",
    )
    assert services.judge(draft, by=cast.dewi).allowed


def test_another_municipality_cannot_use_an_id_that_is_taken(cast, given):
    draft = services.Draft(
        id=given.pk, subject_kind="case", subject_id="1", ground="no-personal-data", organisation="x", package=PACKAGE,
        wish=Wish(recipient="police", purpose="help", roles=frozenset(), given=frozenset({"unrecognisable", "necessity"})),
        parts=(), necessity="x",
    )  # fmt: skip
    with pytest.raises(services.Refused):
        services.disclose(draft, by=cast.els)


def test_when_the_content_is_gone_the_line_stays(cast, signed_in, given):
    DisclosedContent.objects.all().delete()
    amina = signed_in(cast.amina)
    page = amina.get(page_of(given)).content.decode()
    assert "De inhoud is er niet meer: de bewaartermijn is voorbij." in page
    assert amina.post(page_of(given, "bestand/")).status_code == 404


def test_grounds_are_confirmed_by_the_privacy_officer_only(cast, signed_in):
    gerda, amina = signed_in(cast.gerda), signed_in(cast.amina)
    said = {"recipient": "municipality", "holds": "yes", "reference": "College, DPIA 7"}
    assert "Te bevestigen door de gemeente" in amina.get("/werk/grondslagen/").content.decode()
    assert amina.post("/werk/grondslagen/consent/", said).status_code == 403
    assert gerda.post("/werk/grondslagen/consent/", said | {"reference": ""}).status_code == 422
    assert gerda.post("/werk/grondslagen/consent/", said | {"recipient": "police"}).status_code == 422
    assert gerda.post("/werk/grondslagen/geen/", said).status_code == 404
    assert gerda.post("/werk/grondslagen/consent/", said).status_code == 302
    assert "College, DPIA 7" in amina.get("/werk/grondslagen/").content.decode()
    assert access.confirmed(cast.havenstad, "consent", "municipality")
    assert not access.confirmed(cast.duindorp, "consent", "municipality")
    assert GroundDecision.objects.get().reference == "College, DPIA 7"


@pytest.mark.parametrize(
    "text", ["😀 bang", "هو خائف", "Семён", "中文", "= kop\n#set <b> $x$ *vet*\\", "a\r\n\tb"]
)
def test_any_text_becomes_a_file_that_holds_it_exactly(text):
    package = replace(PACKAGE, sections=(("Wat er gemeld is", text),))
    with pikepdf.open(io.BytesIO(sealed_file.encrypted(package, "abcd-efgh")), password="abcd-efgh") as pdf:
        assert pdf.attachments["pakket.txt"].get_file().read_bytes() == package.as_text().encode()
        assert text in package.as_text()
    assert Package.of(package.as_json()) == package
