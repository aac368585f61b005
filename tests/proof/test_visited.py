"""S19: the check at the end of a full run notices a route or a template that nobody came by."""

from tests import visited
from tests.proof.addresses import every_route


def test_what_was_not_visited_is_named(monkeypatch):
    monkeypatch.setattr(visited, "ROUTES", every_route() - {"help_page:start"})
    monkeypatch.setattr(visited, "TEMPLATES", visited.all_templates() - {"home/start.html"})
    assert visited.never_visited() == ["help_page:start", "home/start.html"]


def test_a_visit_is_noted(client):
    assert client.get("/wet/").status_code == 200
    assert "knowledge:law" in visited.ROUTES
    assert {"knowledge/law.html", "base.html", "ui/_quick_exit.html"} <= visited.TEMPLATES


def test_the_demo_shows_everybody_and_lets_one_in(db, client, settings):
    from baken.accounts.models import User
    from baken.home import demo

    settings.DEMO, settings.ROOT_URLCONF = True, "tests.proof.addresses"
    demo.fill()
    assert "Amina Haddou" in client.get("/demo/").content.decode()
    amina = User.objects.get(email__startswith="amina")
    for wrong in ("", "geen-id", "00000000-0000-4000-8000-000000000000"):
        assert client.post("/demo/aanmelden/", {"who": wrong}).status_code == 404
    assert client.post("/demo/aanmelden/", {"who": str(amina.pk)}).headers["Location"] == "/werk/"
    assert client.get("/werk/").status_code == 200
