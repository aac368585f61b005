"""The grounds to share on and comparing reports each stand in the menu under a name of their own, for who may open them."""

import pytest

SHARING, COMPARING = 'href="/werk/grondslagen/"', 'href="/werk/vergelijken/"'


def menu(browser):
    page = browser.get("/werk/").content.decode()
    return page.split('class="desk-nav"', 1)[1].split("</nav>", 1)[0]


def test_gerda_finds_what_she_must_confirm_beside_comparing(cast, signed_in):
    gerda = signed_in(cast.gerda)
    found = menu(gerda)
    assert "Grondslagen om te delen" in found
    assert "Vergelijken van meldingen" in found
    assert ">Grondslagen<" not in found
    assert "<h1>Vergelijken van meldingen</h1>" in gerda.get("/werk/vergelijken/").content.decode()


@pytest.mark.parametrize(
    ("who", "sharing", "comparing"),
    [
        ("amina", True, False),
        ("chris", True, False),
        ("dewi", True, False),
        ("farid", False, True),
        ("gerda", True, True),
        ("hugo", False, False),
    ],
)
def test_each_stands_there_for_who_may_open_it(cast, signed_in, who, sharing, comparing):
    browser = signed_in(getattr(cast, who))
    found = menu(browser)
    assert (SHARING in found, COMPARING in found) == (sharing, comparing)
    for address, offered in (("/werk/grondslagen/", sharing), ("/werk/vergelijken/", comparing)):
        assert (browser.get(address).status_code == 200) is offered
