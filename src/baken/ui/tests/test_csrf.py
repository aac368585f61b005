"""A form of our own site is let in though it sends no origin; a form of somebody else's is not."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://elders.example"}, 403),
        ({"Origin": "http://testserver"}, 302),
    ],
)
def test_who_may_post_a_form(cast, headers, status):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.amina, backend="baken.accounts.backend.StaffBackend")
    page = client.get("/werk/")
    token = page.context["csrf_token"]
    answer = client.post("/aanmelden/uit/", {"csrfmiddlewaretoken": str(token)}, headers=headers)
    assert answer.status_code == status
