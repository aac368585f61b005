"""Noor sets a passkey as her second step and signs in with it, with the browser's own (virtual) authenticator."""

import pytest

pytestmark = pytest.mark.browser
PASSWORD = "een zin van een paar woorden"
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def with_authenticator(page):
    """Give the browser of this page a passkey store of its own."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def sign_in(page, person):
    page.goto("/aanmelden/")
    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    page.wait_for_url("**/tweede-stap/**")


def test_noor_sets_a_passkey_and_signs_in_with_it(cast, visit, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http on localhost, as in the demo
    cast.noor.set_password(PASSWORD)
    cast.noor.save()
    page = with_authenticator(visit())
    sign_in(page, cast.noor)
    page.get_by_role("link", name="Liever een passkey").click()
    page.get_by_role("button", name="Voeg toe").click()
    page.wait_for_url(lambda address: "/webauthn/add/" not in address)
    page.goto("/werk/")
    assert page.get_by_role("heading", name="Dag Noor").is_visible()

    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url(lambda address: "/werk/" not in address)
    sign_in(page, cast.noor)
    page.get_by_role("button", name="Gebruik een passkey").click()
    page.wait_for_url("**/werk/")
    assert page.get_by_role("heading", name="Dag Noor").is_visible()
